/**
 * What a plan may put into its names, to reach people and machines behind the report. All of it is tried on each
 * escaper, and some of it in each format.
 */
import { PeerSet, tokenPeers, unionPeers, withoutTokens } from '../../../src/net/peers.js';
import type { Report } from '../../../src/report/report.js';
import { type Text, toText } from '../../../src/report/words/text.js';

export const HOSTILE: readonly string[] = [
  '@octocat',
  '@acme/admins look',
  'mail a@evil.example or mailto:a@evil.example',
  '#1 and GH-2 and acme/infra#3',
  'fixes #4',
  '4f2c1e9aa0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5',
  'acme/infra@4f2c1e9',
  'https://evil.example/?a=b&c=d',
  'http://evil.example, www.evil.example.',
  'ftp://evil.example',
  '<https://evil.example>',
  '![pixel](https://evil.example/x.png)',
  '[click](https://evil.example)',
  '[click]: https://evil.example',
  '[click][a] [^1]',
  '[^1]: note',
  '<img src=x onerror=alert(1)>',
  '<!-- cce-plan-guard -->',
  '-->',
  '</details></summary>',
  '<details open>',
  '<h1>✔ pass</h1>',
  '```\n# out\n```',
  '``` out',
  '~~~\nout',
  '`',
  '``',
  '`a` ``b`` ```c```',
  '`a`@octocat`b`',
  '`#1``#2`',
  '` @octocat',
  'a | b || c',
  'a \\| b \\\\| c \\',
  '|---|---|',
  '# heading',
  '\n# heading',
  '\n\n---\n\n',
  '===',
  '- [ ] task',
  '* item',
  '+ item',
  '1. item',
  '2) item',
  '> [!WARNING]\n> quote',
  '    indented',
  '\tindented',
  '*a* **b** _c_ __d__ ~~e~~ ~f~',
  '$x$ $$y$$ $`z`$',
  ':smile: :+1:',
  '&copy; &#64;octocat &lt;b&gt;',
  '\\@octocat \\<b> \\`',
  'two  \nlines\\\nhere',
  '\u202eevil\u202c \u2066hidden\u2069 \u200f\u061c',
  '@\u200boctocat a\u200db\ufeff\u{e0041}\u00ad',
  '\u0000\u0007\u001b[31mred\u009b0m\u007f',
  'a\u2028# b\u2029- c\u0085> d',
  '\ud800 \udc00',
  `a${'\u0301'.repeat(500)}`,
  '::error file=x::y',
  '##[error]y',
  '%0A::add-mask::a',
  '"; click n0 "javascript:alert(1)"',
  '%%{init: {"theme": "x"}}%%',
  '${file("/etc/passwd")} %{ if true }',
  '"\n}\nresource "x" "y" {',
  'x'.repeat(10_000),
  '`'.repeat(5_000),
  '# '.repeat(5_000),
  '🙂'.repeat(5_000),
];

/** Fields with a value of a plan, a configuration or a file. */
const VALUES: ReadonlySet<string> = new Set([
  'address',
  'addresses',
  'cluster',
  'expires',
  'file',
  'formatVersion',
  'group',
  'id',
  'label',
  'name',
  'networkType',
  'owner',
  'path',
  'pool',
  'reason',
  'rule',
  'shown',
  'source',
  'terraformVersion',
  'text',
  'tokens',
  'unknown',
  'unplaced',
  'why',
]);

/** Fields with words of ours alone. */
const OURS: ReadonlySet<string> = new Set(['check', 'row', 'rows', 'opening', 'problem']);

/** The same report with every value that a plan may bring replaced. */
export function withTexts(report: Report, text: (old: string) => string): Report {
  return replaced(report, text);
}

function replaced<T>(value: T, text: (old: string) => string, key = ''): T {
  if (typeof value === 'string') return (VALUES.has(key) ? text(value) : value) as T;
  if (value instanceof PeerSet) {
    return unionPeers(withoutTokens(value), tokenPeers(...value.tokens.map(text))) as T & PeerSet;
  }
  if (Array.isArray(value)) return value.map((item: unknown) => replaced(item, text, key)) as T;
  if (typeof value !== 'object' || value === null || OURS.has(key)) return value;
  if (key === 'unplaced') return toText(text('no line')) as T & Text;
  const entries = Object.entries(value).map(([name, part]) => [name, replaced<unknown>(part, text, name)]);
  return Object.fromEntries(entries) as T;
}

/** Some of it, one for each thing that a forgotten escaper would let through. */
export const CANARIES: readonly string[] = [
  '@octocat #1 https://evil.example ![x](https://evil.example) <img src=x> <!-- x -->',
  '\n\n# heading\n\n```\n- [ ] x\n</details>\n::error::x',
  'a | b \\| c ` d `` e \\',
  '\u0000\u202e\u200b\u001b[31m',
  '"; click n0 "javascript:alert(1)" %%{init: {}}%%',
];

/** Some hostile texts in every value of a report: in place of what is there, after it and before it. */
export function* hostileReports(report: Report): Generator<readonly [text: string, Report]> {
  for (const text of CANARIES) {
    for (const change of [() => text, (old: string) => old + text, (old: string) => text + old]) {
      yield [text, withTexts(report, change)];
    }
  }
}
