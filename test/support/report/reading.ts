/** What one reads of an output, by a parser of its language: its texts, piece by piece, without marks and escapes. */
import { XMLParser } from 'fast-xml-parser';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

import { asHtml } from './github-markdown.js';

type HtmlNode = DefaultTreeAdapterMap['node'];
type HtmlElement = DefaultTreeAdapterMap['element'];

const INLINE: ReadonlySet<string> = new Set('a b code del em i s small span strong sub sup'.split(' '));
const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'title']);

/** One thing that is read, and what it stands in: `h4`, `td`, `li`. */
export interface ReadPiece {
  readonly tag: string;
  readonly text: string;
  /** The element, for what is around it. */
  readonly element: HtmlElement;
}

/** A page in HTML as pieces in their order: paragraphs, cells, items, headings, each line of code. */
export function htmlPieces(page: string): readonly ReadPiece[] {
  const pieces: ReadPiece[] = [];
  const walk = (node: HtmlNode, around: HtmlElement | undefined): void => {
    if ('value' in node) {
      add(node.value, around);
      return;
    }
    if (!('childNodes' in node)) return;
    const isElement = 'tagName' in node;
    if (isElement && (UNREAD.has(node.tagName) || isDrawing(node))) return;
    const isBlock = isElement && !INLINE.has(node.tagName);
    if (isBlock) end();
    for (const child of node.childNodes) walk(child, isBlock ? node : around);
    if (isBlock) end();
  };
  let text = '';
  let inside: HtmlElement | undefined;
  const add = (more: string, around: HtmlElement | undefined): void => {
    if (around !== inside) end();
    inside = around;
    text += more;
  };
  const end = (): void => {
    const element = inside;
    if (element !== undefined) {
      for (const line of text.split('\n')) {
        const read = oneSpace(line);
        if (read !== '') pieces.push({ tag: element.tagName, text: read, element });
      }
    }
    text = '';
  };
  walk(parse(page), undefined);
  end();
  return pieces;
}

/** A picture in text, which nobody reads. */
function isDrawing({ attrs }: HtmlElement): boolean {
  return attrs.some(({ name, value }) => name === 'class' && value === 'language-mermaid');
}

/** Markdown as pieces, read as GitHub reads it. */
export function markdownPieces(markdown: string): readonly ReadPiece[] {
  return htmlPieces(asHtml(markdown));
}

/** What one reads of a page, a line for each row of a table and for each other piece. */
export function readLines(page: string): readonly string[] {
  const lines: string[] = [];
  let row: unknown;
  for (const { tag, text, element } of htmlPieces(page)) {
    const own = tag === 'td' || tag === 'th' ? element.parentNode : undefined;
    if (own !== undefined && own === row) lines.push(`${lines.pop() ?? ''} | ${text}`);
    else lines.push(text);
    row = own;
  }
  return lines;
}

/** A text for a terminal as pieces: what stands apart by more than one space. */
export function textPieces(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) => line.trim().split(/ {2,}/).map(oneSpace))
    .filter((piece) => piece !== '');
}

/** A case of JUnit's XML. */
export interface JunitCase {
  readonly name: string;
  readonly isFailure: boolean;
  readonly isSkipped: boolean;
  readonly text: string;
}

interface XmlCase {
  readonly '@_name': string;
  readonly failure?: { readonly '#text': string };
  readonly skipped?: { readonly '@_message': string };
  readonly 'system-out'?: string;
}

/** The cases of JUnit's XML, suite by suite. */
export function junitCases(xml: string): readonly (readonly JunitCase[])[] {
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    parseAttributeValue: false,
    isArray: (name) => name === 'testsuite' || name === 'testcase',
  });
  const { testsuites } = parser.parse(xml) as {
    testsuites: { testsuite?: readonly { testcase?: readonly XmlCase[] }[] };
  };
  return (testsuites.testsuite ?? []).map(({ testcase = [] }) =>
    testcase.map(({ '@_name': name, failure, skipped, 'system-out': out }) => ({
      name,
      isFailure: failure !== undefined,
      isSkipped: skipped !== undefined,
      text: failure?.['#text'] ?? skipped?.['@_message'] ?? out ?? '',
    })),
  );
}

/** Without the marks of code, with one space between words. */
export function oneSpace(text: string): string {
  return text.replaceAll('`', '').replaceAll(/\s+/g, ' ').trim();
}
