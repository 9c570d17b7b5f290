import type { Severity } from '../../config/configuration.js';
import { andMore, firstFew } from '../parts.js';
import { code, prose } from './escape-markdown.js';

/** What an earlier comment of a pull request told, and what has become of it. */
export interface PastFinding {
  readonly kind: 'mended' | 'partly' | 'milder' | 'waived';
  /** How grave it was. */
  readonly severity: Severity;
  /** What people read; empty where nobody remembers it. */
  readonly words: string;
  /** The first digits of the commit that brought it about. */
  readonly commit: string;
  /** The same words are told now: it is only its severity that is another. */
  readonly isToldStill: boolean;
}

const LIMIT = 20;

/** A line for each, in the words that people read, struck through; empty when there is none. */
export function renderPast(past: readonly PastFinding[]): string {
  const told = past.filter(({ words }) => words !== '');
  const { shown } = firstFew(told, LIMIT);
  const more = andMore(past.length - shown.length).map((text) => `${text} of earlier commits`);
  return [...shown.map(pastLine), ...more].map((line) => `- ${line}`).join('\n');
}

function pastLine({ kind, severity, words, commit, isToldStill }: PastFinding): string {
  const said = prose(words);
  return `${saying(kind, severity, code(commit))}: ${isToldStill ? said : `~~${said}~~`}`;
}

function saying(kind: PastFinding['kind'], severity: Severity, commit: string): string {
  switch (kind) {
    case 'mended':
      return `✔ **Fixed** in ${commit}`;
    case 'partly':
      return `✔ Fixed in part in ${commit}`;
    case 'milder':
      return `▼ No longer ${severity} since ${commit}`;
    case 'waived':
      return `✔ Waived since ${commit}`;
  }
}
