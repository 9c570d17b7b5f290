/** What a plan may put into its names, to reach people and machines behind the report. */
import type { Report } from '../../../src/report/report.js';

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

/** What is never a plan's word. */
const OURS: ReadonlySet<string> = new Set([
  'conclusion',
  'check',
  'severity',
  'change',
  'direction',
  'fingerprint',
]);

/** Without these, rows are not known, and much of a page is not written. */
const KNOWN: ReadonlySet<string> = new Set([...OURS, 'requirement', 'role', 'networkModel']);

/** The same report with every text that a plan may bring replaced; `isKnown` leaves its rows and roles. */
export function withTexts(report: Report, text: (old: string) => string, isKnown: boolean): Report {
  return replaced(report, text, isKnown ? KNOWN : OURS);
}

function replaced<T>(value: T, text: (old: string) => string, kept: ReadonlySet<string>, key = ''): T {
  if (typeof value === 'string') return (kept.has(key) ? value : text(value)) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => replaced(item, text, kept, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [
    name,
    replaced<unknown>(part, text, kept, name),
  ]);
  return Object.fromEntries(entries) as T;
}

/** Some of it, one for each thing that a forgotten escaper would let through. */
const CANARIES: readonly string[] = [
  '@octocat #1 https://evil.example ![x](https://evil.example) <img src=x> <!-- x -->',
  '\n\n# heading\n\n```\n- [ ] x\n</details>\n',
  'a | b \\| c ` d `` e \\',
  '\u0000\u202e\u200b',
  '"; click n0 "javascript:alert(1)" %%{init: {}}%%',
];

/** Every hostile text in every field of a report, and some of it before and after what is there. */
export function* hostileReports(report: Report): Generator<readonly [text: string, Report]> {
  for (const text of HOSTILE) yield [text, withTexts(report, () => text, true)];
  for (const text of CANARIES) {
    for (const change of [() => text, (old: string) => old + text, (old: string) => text + old]) {
      for (const isKnown of [true, false]) yield [text, withTexts(report, change, isKnown)];
    }
  }
}
