/** Reads markdown as GitHub does, as far as it can be done without GitHub. */
import { linkOf } from '../../../src/model/model.js';
import { micromark, parse, postprocess, preprocess } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** As a page, to read it. */
export function asHtml(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
}

export interface Tree {
  /** The kinds of everything in it. */
  readonly kinds: ReadonlySet<string>;
  /** Raw HTML, piece by piece. */
  readonly html: readonly string[];
  /** Where links lead. */
  readonly links: readonly string[];
  /** What GitHub looks at for mentions, numbers, commits and URLs: all text but code and targets of links. */
  readonly text: string;
  /** Rows of tables that do not have as many cells as their head. */
  readonly oddRows: readonly string[];
  /** Languages of fenced blocks. */
  readonly fences: readonly string[];
  /** Quotations that are none of GitHub's boxes. */
  readonly quotes: readonly string[];
}

const SKIPPED: ReadonlySet<string> = new Set(['codeText', 'codeFenced', 'codeIndented', 'resource']);
const BREAKS: ReadonlySet<string> = new Set([
  'lineEnding',
  'lineEndingBlank',
  'codeText',
  'tableCellDivider',
]);

/** GitHub's boxes: the first line names the kind, the others are what we say. */
const BOX = /^> \[!(?:CAUTION|WARNING|NOTE)\](?:\n> [^\n]+)+$/;

export function treeOf(markdown: string): Tree {
  const events = postprocess(
    parse({ extensions: [gfm()] })
      .document()
      .write(preprocess()(markdown, undefined, true)),
  );
  const tree = {
    kinds: new Set<string>(),
    html: [] as string[],
    links: [] as string[],
    text: '',
    oddRows: [] as string[],
    fences: [] as string[],
    quotes: [] as string[],
  };
  const lines = markdown.split('\n');
  let skipped = 0;
  let cells = 0;
  let width = 0;
  for (const [event, token, context] of events) {
    const type: string = token.type;
    const slice = (): string => context.sliceSerialize(token);
    if (event === 'exit') {
      if (SKIPPED.has(type)) skipped--;
      if (type === 'blockQuote') {
        const quote = lines
          .slice(token.start.line - 1, token.end.line)
          .join('\n')
          .trimEnd();
        if (!BOX.test(quote)) tree.quotes.push(quote);
      }
      if (type === 'tableHead') width = cells;
      if (type === 'tableRow' && width > 0 && cells !== width) tree.oddRows.push(slice());
      continue;
    }
    tree.kinds.add(type);
    if (SKIPPED.has(type)) skipped++;
    if (BREAKS.has(type)) tree.text += '\n';
    if (type === 'tableHead') width = 0;
    if (type === 'tableRow') cells = 0;
    if (type === 'tableData' || type === 'tableHeader') cells++;
    if (type === 'htmlFlow' || type === 'htmlText') tree.html.push(slice());
    if (type === 'codeFencedFenceInfo') tree.fences.push(slice());
    if (type === 'codeFenced' && /^`+\n|^~/.test(slice())) tree.fences.push('(none)');
    if (type === 'resourceDestinationString') tree.links.push(slice());
    if (skipped === 0 && (type === 'data' || type === 'characterEscapeValue')) tree.text += slice();
  }
  return tree;
}

/** Kinds that make something of text that must stay text. */
const FORBIDDEN = [
  /^image/,
  /^autolink/,
  /^literalAutolink/,
  /^definition/,
  /^reference/,
  /^gfmFootnote/,
  /^setext/,
  /^thematicBreak/,
  /^listOrdered/,
  /^taskListCheck/,
  /^codeIndented/,
  /^emphasis/,
  /^hardBreak/,
  /^characterReference/,
];

/** Only this HTML is ours. Texts of summaries are constants and numbers. */
const OUR_HTML = /^(?:<details><summary>[\w ,:()-]{1,80}<\/summary>|<\/details>|<\/?sub>)$/;

/** Links to the vendor's page are ours. */
const [PAGE = ''] = linkOf({ table: 1 }).split('#');

/** Links to our own documents: pages of checks, and entries of rows. */
const OWN_LINK =
  /^https:\/\/github\.com\/OWNER\/cce-plan-guard\/blob\/v[\d.]+\/docs\/(?:checks\/[a-z-]+\.md|rows\.md#t\d{2,3})$/;

/** Links to other places than our own documents. */
export function otherLinks(markdown: string): readonly string[] {
  return treeOf(markdown).links.filter((link) => !OWN_LINK.test(link));
}

/** The markdown with the text of links to our own documents alone. */
export function withoutOwnLinks(markdown: string): string {
  return markdown.replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, (whole, text: string, url: string) =>
    OWN_LINK.test(url) ? text : whole,
  );
}

/** What is in the markdown that should not be there; empty when all is well. */
export function problemsOf(markdown: string, allowed: { readonly url?: string } = {}): readonly string[] {
  const { kinds, html, links, text, oddRows, fences, quotes } = treeOf(markdown);
  return [
    ...[...kinds].filter((kind) => FORBIDDEN.some((pattern) => pattern.test(kind))),
    ...html.filter((piece) => !OUR_HTML.test(piece.trim())).map((piece) => `html ${piece}`),
    ...links.filter(
      (link) => !OWN_LINK.test(link) && ![PAGE, allowed.url ?? PAGE].some((url) => link.startsWith(url)),
    ),
    // A link without a target in the text has one elsewhere.
    ...(links.length === 0 && kinds.has('link') ? ['link'] : []),
    ...(text.match(/@\S|#\d|\bGH-\d|:\/\/|\bwww\.|\b[0-9a-f]{7,40}\b|:[\w+-]+:|\$|<|&\w/gi) ?? []),
    ...(markdown.match(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\p{M}{5}/gu) ?? []).map(
      (character) => `U+${character.codePointAt(0)?.toString(16) ?? ''}`,
    ),
    ...fences.filter((language) => !/^(?:hcl|mermaid|suggestion|text|yaml)$/.test(language)),
    ...quotes.map((quote) => `quote ${quote}`),
    ...oddRows.map((row) => `odd row ${row}`),
  ];
}
