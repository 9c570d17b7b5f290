import type * as core from '@actions/core';

import type { Annotation } from '../../format/annotations.js';

/** What the step says to its runner: GitHub's toolkit, which reads the environment and writes to the process. */
export type Toolkit = Pick<
  typeof core,
  'getInput' | 'setSecret' | 'setOutput' | 'info' | 'notice' | 'warning' | 'error'
>;

/** The title of what the Action says for itself. */
const OWN = { title: 'cce-plan-guard' };

// Controls but for tabs, bidirectional and zero-width characters; line ends are split at before.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const BREAKS = /\r\n|[\n\v\f\r\u{85}\u{2028}\u{2029}]/u;

/** The log of a step: nothing that comes from a plan gets into it but through here. */
export interface StepLog {
  /** Prints text. */
  readonly text: (text: string) => void;
  /** Marks a line of a file; the toolkit escapes what would end the command. */
  readonly annotate: (annotation: Annotation) => void;
  /** What the Action says for itself, in one line. */
  readonly own: (level: 'warning' | 'error', line: string) => void;
  /** Why the step could not judge. */
  readonly failure: (reason: string) => void;
}

/** The log that the toolkit writes. */
export function logOf(toolkit: Toolkit): StepLog {
  return {
    text: (text) => {
      for (const line of text.replace(/\n$/, '').split(BREAKS)) toolkit.info(safeLine(line));
    },
    annotate: ({ level, file, line, title, message }) => {
      const startLine = line === undefined ? {} : { startLine: line };
      toolkit[level](message, { title, ...(file === undefined ? {} : { file }), ...startLine });
    },
    own: (level, line) => toolkit[level](safeLine(line), OWN),
    failure: (reason) => toolkit.error(safeLine(`cce-plan-guard: ${reason}`)),
  };
}

/** One line that the runner takes for text: it takes each that starts with `::` for a command, and `##[` anywhere. */
export function safeLine(line: string): string {
  const shown = line
    .split('\t')
    .map((part) => part.replace(INVISIBLE, ''))
    .join('\t')
    .replace(/##(?=(?:vso)?\[)/gi, '## ');
  return /^\s*::/.test(shown) ? `| ${shown}` : shown;
}
