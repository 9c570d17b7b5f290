import { plain, plainLines } from './plain.js';

/*
 * The only ways for text of a plan into markdown. GitHub makes links of mentions, issue numbers, commits and URLs in
 * running text whatever stands before them, but never within code. So whatever it could link stands in a code span.
 */

/** Languages of fenced blocks: ours, never a plan's. */
export type FenceLanguage = 'hcl' | 'mermaid' | 'suggestion' | 'text';

const FENCE_LINES = 400;

/** An identifier or a value in running text: a code span that nothing in the text can end. */
export function code(text: string): string {
  return span(plain(text));
}

/**
 * The same for a cell of a table, where a bar ends the cell even within code. Parsers disagree about a bar after a
 * backslash, so these two get a space between.
 */
export function codeInCell(text: string): string {
  return span(plain(text).replace(/\\(?=\|)/g, '\\ ')).replaceAll('|', '\\|');
}

function span(text: string): string {
  if (text.trim() === '') return '`(empty)`';
  const ticks = '`'.repeat(longestRun(text) + 1);
  // One space at both ends is taken off again by the reader of the markdown.
  const isPadded = /^[` ]|[` ]$/.test(text);
  return isPadded ? `${ticks} ${text} ${ticks}` : `${ticks}${text}${ticks}`;
}

/** A fenced block, from the first column on; long text ends with the number of lines that are left out. */
export function fence(text: string, language: FenceLanguage): string {
  const all = plainLines(text.replace(/\n$/, ''));
  const shown = all.slice(0, FENCE_LINES).map((line) => plainLength(line));
  const lines = all.length > FENCE_LINES ? [...shown, `… ${all.length - FENCE_LINES} more lines`] : shown;
  const body = lines.join('\n');
  const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${ticks}${language}\n${body}\n${ticks}`;
}

const LINE_LIMIT = 1000;

function plainLength(line: string): string {
  return line.length <= LINE_LIMIT ? line : `${[...line.slice(0, LINE_LIMIT)].slice(0, -1).join('')}…`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

/** What GitHub would link, replace or draw, and what is easier to read as code: identifiers, CIDRs. */
const CODE_WORD =
  /[@#$_*[\]<>|\\~&{}^"]|:\/\/|^www\.|^gh-\d|:[\w+-]+:|\d\/\d|[0-9a-f]{7}|^[A-Za-z]+:\S|\.(md|com|net|org|io|dev)\b/i;

const PROSE_LIMIT = 2000;

/**
 * A sentence, as a rule one of ours with a few values in it. What stands between backticks, and every word that could
 * become more than letters, becomes code; the rest is escaped.
 */
export function prose(text: string): string {
  return joinProse(text, code);
}

/** The same for a cell of a table. */
export function proseInCell(text: string): string {
  return joinProse(text, codeInCell);
}

function joinProse(text: string, asCode: (text: string) => string): string {
  const parts = plain(text, PROSE_LIMIT).split('`');
  // An odd number of backticks: the last one opens nothing.
  const isOpen = parts.length % 2 === 0;
  const rendered = parts.map((part, index) =>
    index % 2 === 1 && !(isOpen && index === parts.length - 1) ? asCode(part) : words(part, asCode),
  );
  return escapeStart(rendered.join(''));
}

function words(text: string, asCode: (text: string) => string): string {
  return text
    .split(/(\s+)/)
    .map((word) => {
      if (!CODE_WORD.test(word)) return word;
      const [, open = '', inner = '', close = ''] = /^([("']*)(.*?)([)"'.,;:!?]*)$/.exec(word) ?? [];
      return inner === '' ? escapeWord(word) : `${escapeWord(open)}${asCode(inner)}${escapeWord(close)}`;
    })
    .join('');
}

function escapeWord(text: string): string {
  return text.replace(/[^\p{L}\p{N}\s]/gu, '\\$&');
}

/** A line of our markdown may begin with the text: no list, heading, quote or rule comes of it. */
function escapeStart(text: string): string {
  return text
    .replace(/^\s+/, '')
    .replace(/^[-+=#>:!]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Text within HTML of ours, such as a `<summary>`; put identifiers in `<code>` there. */
export function escapeHtml(text: string): string {
  const ENTITIES: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return plain(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
