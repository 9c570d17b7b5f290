import { escapeHtml } from '../escape-html.js';
import { plain, plainLines, type Shown } from '../plain.js';

const source: unique symbol = Symbol('source');

/** HTML of ours with what it shows escaped. Only `html` and its kin make it. */
export interface Markup {
  readonly [source]: string;
}

/** What may stand in a template; nothing stands for undefined. */
type Part = Shown | number | Markup | readonly Markup[] | undefined;

/**
 * HTML put together: html`<b>${name}</b>`. Whatever is no markup is escaped, for between tags and for attributes in double
 * quotes; no other place takes a value.
 */
export function html(words: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { [source]: words.reduce((whole, word, i) => whole + partText(parts[i - 1]) + word) };
}

function partText(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escapeHtml(part, TEXT_LENGTH);
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
export function markupText(markup: Markup): string {
  return markup[source];
}

/** Text that is not escaped: of our own files alone, and JSON in which no `<` is left. */
export function unescaped(text: string): Markup {
  return { [source]: text };
}

/** A sentence: what stands between backticks is code. */
export function proseHtml(shown: Shown): Markup {
  const parts = plain(shown, TEXT_LENGTH).split('`');
  // The last backtick of an odd number opens nothing.
  const last = parts.length % 2 === 0 ? parts.pop() : undefined;
  const rendered = parts.map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
  return html`${rendered}${last === undefined ? '' : `'${last}`}`;
}

/** Lines to be copied, each with its indent. */
export function linesHtml(text: string): Markup {
  const lines = plainLines(text.replace(/\n$/, ''));
  return html`<pre
    tabindex="0"
  ><code>${lines.map((line, i) => html`${i === 0 ? '' : NEW_LINE}${line}`)}</code></pre>`;
}

const NEW_LINE = unescaped('\n');

/** A part that opens with a click; nothing where there is nothing in it. */
export function folded(title: Shown, body: Markup): Markup {
  return body[source] === ''
    ? NOTHING
    : html`<details>
        <summary>${title}</summary>
        ${body}
      </details>`;
}

/** A list; nothing where it is empty. */
export function listHtml(items: readonly Markup[], name: string): Markup {
  return items.length === 0
    ? NOTHING
    : html`<ul class="${name}">
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
}
