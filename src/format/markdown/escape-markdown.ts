import { isBlank, plain, plainLines, type Shown } from '../plain.js';

/*
 * The only ways for text of a plan into markdown. In running text GitHub makes links of mentions, numbers of issues,
 * commits and URLs, however they are escaped; in code it never does. So whatever it could link becomes code.
 */

/** Languages of fenced blocks: ours, never a plan's. */
export type FenceLanguage = 'hcl' | 'mermaid' | 'suggestion' | 'text' | 'yaml';

/** An identifier or a value in running text: a code span that nothing in the text can end. */
export function code(text: Shown): string {
  return span(plain(text));
}

/**
 * The same for a cell of a table, where a bar ends the cell even within code. Parsers disagree about a bar after a
 * backslash, so these two get a space between.
 */
export function codeInCell(text: Shown): string {
  return span(plain(text).replaceAll(/\\(?=\|)/g, '\\ ')).replaceAll('|', '\\|');
}

function span(text: string): string {
  if (text.trim() === '') return '`(empty)`';
  const ticks = '`'.repeat(longestRun(text) + 1);
  // Of a space at both ends, the reader of the markdown takes one off.
  const isPadded = /^[` ]|[` ]$/.test(text);
  return isPadded ? `${ticks} ${text} ${ticks}` : `${ticks}${text}${ticks}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

const FENCE_LINES = 2000;
const LINE_LIMIT = 1000;

/** A fenced block; of a text that is too long, the last line counts the lines that are left out. */
export function fence(text: string, language: FenceLanguage): string {
  const all = plainLines(text.replace(/\n$/, ''));
  const shown = all.slice(0, FENCE_LINES).map(shortened);
  const lines = all.length > FENCE_LINES ? [...shown, `… ${all.length - FENCE_LINES} more lines`] : shown;
  const body = lines.join('\n');
  const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${ticks}${language}\n${body}\n${ticks}`;
}

/** The same, but whole and byte for byte, or not at all: for text that is taken over with one click. */
export function exactFence(text: string, language: FenceLanguage): string | undefined {
  const body = text.replace(/\n$/, '');
  if (body === '') return `\`\`\`${language}\n\`\`\``;
  const fenced = fence(body, language);
  return fenced.slice(fenced.indexOf('\n') + 1, fenced.lastIndexOf('\n')) === body ? fenced : undefined;
}

function shortened(line: string): string {
  const near = Array.from(line.slice(0, 2 * LINE_LIMIT + 2));
  return near.length <= LINE_LIMIT ? line : `${near.slice(0, LINE_LIMIT - 1).join('')}…`;
}

/** What GitHub would link, replace or draw, and what is easier to read as code: identifiers and addresses. */
const CODE_WORD =
  /[@#$_*[\]<>|\\~&{}^"]|:\/\/|\bwww\.|\bgh-\d|:[\w+-]+:|\d\/\d|\d\.\d+\.\d+\.\d|[0-9a-f]{7}/i;

const PROSE_LIMIT = 600;

/**
 * A sentence, as a rule one of ours with some values in it. What stands between backticks, and each word that could
 * become more than its letters, is put in code; what could begin a list, a heading or the like is escaped.
 */
export function prose(text: Shown): string {
  return proseWith(text, code);
}

/** The same for a cell of a table. */
export function proseInCell(text: Shown): string {
  return proseWith(text, codeInCell);
}

function proseWith(text: Shown, asCode: (text: string) => string): string {
  const shown = plain(text, PROSE_LIMIT);
  // Nothing to see, but something there: markers around it must not touch.
  if (shown.trim() === '') return isBlank(text) ? '' : asCode('');
  const parts = shown.split('`');
  // The last backtick of an odd number opens nothing.
  const last = parts.length % 2 === 0 ? parts.pop() : undefined;
  const rendered = parts.map((part, index) => (index % 2 === 1 ? asCode(part) : escapedWords(part, asCode)));
  if (last !== undefined) rendered.push(`'${escapedWords(last, asCode)}`);
  return escapeStart(rendered.reduce(spaced, ''));
}

/** Two code spans that touch would become one, or none. */
function spaced(before: string, next: string): string {
  return before.endsWith('`') && next.startsWith('`') ? `${before} ${next}` : before + next;
}

function escapedWords(text: string, asCode: (text: string) => string): string {
  return text
    .split(/(\s+)/)
    .map((word) => {
      if (!CODE_WORD.test(word)) return word;
      const [, open = '', inner = '', close = ''] =
        /^(\()([^()]+)(\)[.,;:!?]*)$/.exec(word) ?? /^()(.*[^.,;:!?])([.,;:!?]*)$/.exec(word) ?? [];
      return inner === '' ? asCode(word) : `${open}${asCode(inner)}${close}`;
    })
    .join('');
}

/** The text may stand at the start of a line: no list, heading, quote or rule comes of it. */
function escapeStart(text: string): string {
  return text
    .trimStart()
    .replace(/^[-+=:]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
