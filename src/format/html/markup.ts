import { memoOfObject } from '../../collections.js';
import { escapeHtml } from '../escape-html.js';
import { plain, plainLines, type Shown } from '../plain.js';

const source: unique symbol = Symbol('source');

/** HTML of ours with what it shows escaped. Only this file makes it. */
export interface Markup {
  readonly [source]: string;
}

/** What may stand in a template; nothing stands for undefined. */
type Part = Shown | number | Markup | readonly Markup[] | undefined;

/**
 * HTML put together: markup`<b>${name}</b>`. Whatever is no markup is escaped, for between tags and for attributes in double
 * quotes; no other place takes a value. Line ends of the template and the indent behind them are left out.
 */
export function markup(words: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { [source]: packed(words).reduce((whole, word, i) => whole + partText(parts[i - 1]) + word) };
}

const packed = memoOfObject((words: TemplateStringsArray) =>
  words.map((word) => word.replaceAll(/\n\s*/g, '')),
);

function partText(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escapeHtml(part);
  if (source in part) return part[source];
  return isList(part) ? part.map((one) => one[source]).join('') : escapeHtml(part, TEXT_LENGTH);
}

function isList(part: Exclude<Part, string | number | undefined>): part is readonly Markup[] {
  return Array.isArray(part);
}

/** Sentences may name a few addresses of resources. */
const TEXT_LENGTH = 2000;

/** No markup at all. */
export const NOTHING: Markup = { [source]: '' };

/** The markup as text. */
export function markupText(whole: Markup): string {
  return whole[source];
}

/** Text that is not escaped, or escaped already: of our own files, and JSON in which no `<` is left. */
export function unescaped(text: string): Markup {
  return { [source]: text };
}

/** A sentence: what stands between backticks is code. */
export function proseHtml(shown: Shown): Markup {
  const parts = plain(shown, TEXT_LENGTH).split('`');
  // The last backtick of an odd number opens nothing.
  const last = parts.length % 2 === 0 ? parts.pop() : undefined;
  const rendered = parts.map((part, i) => {
    const text = unescaped(escapeHtml(part, TEXT_LENGTH));
    return i % 2 === 1 ? markup`<code>${text}</code>` : text;
  });
  return markup`${rendered}${last === undefined ? '' : unescaped(escapeHtml(`'${last}`, TEXT_LENGTH))}`;
}

/** Lines to be copied, each with its indent. */
export function linesHtml(text: string): Markup {
  const lines = plainLines(text.replace(/\n$/, ''));
  const escaped = lines.map((line) => escapeHtml(line, LINE_LENGTH)).join('\n');
  return markup`<pre tabindex="0"><code>${unescaped(escaped)}</code></pre>`;
}

const LINE_LENGTH = 1000;

/** A line end of the page. */
export const NEW_LINE = unescaped('\n');

/** A part that opens with a click; nothing where there is nothing in it. */
export function folded(title: Shown, body: Markup): Markup {
  return body[source] === '' ? NOTHING : markup`<details><summary>${title}</summary>${body}</details>`;
}

/** A list; nothing where it is empty. */
export function listHtml(items: readonly Markup[], name: string): Markup {
  return items.length === 0
    ? NOTHING
    : markup`<ul class="${name}">${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
}

/** A table, which a narrow screen scrolls; its name is for those who hear it. */
export function tableHtml(name: string, heads: readonly string[], lines: readonly Markup[]): Markup {
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${name}"><table><thead><tr>
    ${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead><tbody>${lines}</tbody></table></div>`;
}
