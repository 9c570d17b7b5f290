/** The escapers of markdown: hostile text in every position stays text. */
import { describe, expect, test } from '@jest/globals';

import { bytesOf, cutToBytes, fitItems } from '../../../src/format/budget.js';
import {
  code,
  codeInCell,
  exactFence,
  fence,
  prose,
  proseInCell,
} from '../../../src/format/markdown/escape-markdown.js';
import { escapeHtml } from '../../../src/format/escape-html.js';
import { plain } from '../../../src/format/plain.js';
import { asHtml, problemsOf, treeOf } from '../../support/report/github-markdown.js';
import { HOSTILE } from '../../support/report/hostile.js';
import { fc } from '../../support/laws.js';

/** Where texts stand in our markdown; each position names the escaper that is for it. */
const POSITIONS: readonly (readonly [name: string, write: (text: string) => string])[] = [
  ['code in a sentence', (text) => `It is ${code(text)} again.`],
  ['code at the start of a line', (text) => `${code(text)} it is`],
  ['code in a list', (text) => `- ${code(text)}\n- next`],
  ['code in a cell', (text) => `| a | b |\n|---|---|\n| ${codeInCell(text)} | x |\n| y | z |`],
  ['code, bold, in a heading', (text) => `### ✖ **${code(text)}**`],
  ['code twice in a row', (text) => `${code(text)} ${code(text)}`],
  [
    'code as the text of a link',
    // With brackets there is no link.
    (text) => `- [${code(text.replaceAll(/[[\]]/g, '') || 'x')}](https://github.com/acme)`,
  ],
  ['code in small print', (text) => `<sub>${code(text)} · 1 change</sub>`],
  ['prose as a paragraph', (text) => prose(text)],
  ['prose after a word', (text) => `To mend it: ${prose(text)}`],
  ['prose, bold', (text) => `**${prose(text)}** (critical)`],
  ['prose, struck through', (text) => `- ~~${prose(text)}~~ is gone`],
  ['prose in a heading', (text) => `#### ✖ ${prose(text)}`],
  ['prose in a list', (text) => `- ${prose(text)}\n- next`],
  ['prose in a cell', (text) => `| a | b |\n|---|---|\n| ${proseInCell(text)} | x |\n| y | z |`],
  ['a fenced block', (text) => `before\n\n${fence(text, 'text')}\n\nafter`],
  [
    'a fenced block in details',
    (text) => `<details><summary>x</summary>\n\n${fence(text, 'hcl')}\n\n</details>\n\nafter`,
  ],
  [
    'the text of a summary',
    (text) => `<details><summary>${escapeHtml(text)}</summary>\n\nbody\n\n</details>\n\nafter`,
  ],
];

const URL = 'https://github.com/acme';

describe.each(POSITIONS)('%s', (name, write) => {
  const problems = (text: string): readonly string[] => {
    const found = problemsOf(write(text), name.includes('link') ? { url: URL } : {});
    // The text of a summary is HTML: whether it is only text, its own test tells.
    if (name.includes('fenced')) return found.filter((problem) => problem !== 'U+9');
    return name.includes('summary')
      ? found.filter((problem) => !problem.startsWith('html <details>'))
      : found;
  };

  test('keeps the corpus as text', () => {
    for (const text of HOSTILE) {
      for (const variant of [text, `a ${text} b`, `a${text}b`, `\n${text}\n`]) {
        expect([variant.slice(0, 80), problems(variant)]).toEqual([variant.slice(0, 80), []]);
      }
    }
  });

  test('keeps any mixture of it as text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE.filter((text) => text.length < 100)),
      fc.constantFrom(
        '`',
        '``',
        '|',
        '\\',
        '\n',
        ' ',
        '@a',
        '*',
        '_',
        '~',
        '<',
        '[',
        ']',
        '(',
        ')',
        '#1',
        'x',
        '.',
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        // No text, no place for it.
        fc.pre(pieces.join('') !== '');
        expect(problems(pieces.join(''))).toEqual([]);
      }),
    );
  });

  test('what follows is still there', () => {
    for (const text of HOSTILE) {
      const html = asHtml(`${write(text)}\n\n## Epilogue\n`);
      expect([text.slice(0, 80), html.includes('<h2>Epilogue</h2>')]).toEqual([text.slice(0, 80), true]);
    }
  });
});

describe('code', () => {
  test.each([
    ['main.tf', '`main.tf`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['``', '``` `` ```'],
    [' a ', '`  a  `'],
    ['', '`(empty)`'],
    ['\u200b', '`(empty)`'],
    ['a\nb', '`a↵b`'],
  ])('%j is %j', (text, markdown) => {
    expect(code(text)).toBe(markdown);
  });

  test('shows the text as it is', () => {
    const visible = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(visible, (text) => {
        const shown = plain(text);
        fc.pre(shown.trim() !== '');
        const { kinds } = treeOf(`x ${code(text)} y`);
        expect(kinds.has('codeText')).toBe(true);
        const html = asHtml(`x ${code(text)} y`);
        const escaped = shown
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          .replaceAll('"', '&quot;');
        expect(html).toBe(`<p>x <code>${escaped}</code> y</p>`);
      }),
    );
  });

  test.each([299, 300, 301])('%d characters', (length) => {
    const shown = code('é'.repeat(length));
    expect(shown).toBe(length <= 300 ? `\`${'é'.repeat(length)}\`` : `\`${'é'.repeat(299)}…\``);
  });

  test('a bar in a cell', () => {
    expect(codeInCell('a|b')).toBe('`a\\|b`');
    expect(asHtml(`| a |\n|---|\n| ${codeInCell('a|b')} |`)).toContain('<code>a|b</code>');
    expect(codeInCell('a\\|b')).toBe('`a\\ \\|b`');
  });
});

describe('prose', () => {
  test.each([
    ['names do not resolve', 'names do not resolve'],
    ['T8.2, worker node security group: TCP 53 (DNS).', 'T8.2, worker node security group: TCP 53 (DNS).'],
    ['from 192.168.0.0/20, 10.0.0.1 and 3 more', 'from `192.168.0.0/20`, `10.0.0.1` and 3 more'],
    ['Say `default-rule-priority: 1` or `100`.', 'Say `default-rule-priority: 1` or `100`.'],
    ['It needs module.a["x"].b_c.d (see it).', 'It needs `module.a["x"].b_c.d` (see it).'],
    ['(a_b), a_b: a_b!', '(`a_b`), `a_b`: `a_b`!'],
    ['by @octocat.', 'by `@octocat`.'],
    ['see #12', 'see `#12`'],
    ['it`s', "it's"],
    ['- x', '\\- x'],
    ['+ x', '\\+ x'],
    ['1. x', '1\\. x'],
    ['12) x', '12\\) x'],
    ['=== x', '\\=== x'],
    ['1.5 is', '1.5 is'],
    ['  x', 'x'],
    ['', ''],
  ])('%j is %j', (text, markdown) => {
    expect(prose(text)).toBe(markdown);
  });

  test.each([599, 600, 601])('%d characters', (length) => {
    expect(prose('x'.repeat(length))).toBe(length <= 600 ? 'x'.repeat(length) : `${'x'.repeat(599)}…`);
  });
});

describe('fence', () => {
  test.each([
    ['a\nb\n', 'hcl', '```hcl\na\nb\n```'],
    ['```\nx', 'text', '````text\n```\nx\n````'],
    ['x ````` y', 'text', '``````text\nx ````` y\n``````'],
    ['a\r\nb\u2028c', 'text', '```text\na\nb\nc\n```'],
  ] as const)('%j', (text, language, markdown) => {
    expect(fence(text, language)).toBe(markdown);
  });

  test.each([1999, 2000, 2001])('%d lines', (length) => {
    const lines = fence('x\n'.repeat(length), 'text').split('\n');
    expect(lines).toHaveLength(length <= 2000 ? length + 2 : 2003);
    expect(lines.at(-2)).toBe(length <= 2000 ? 'x' : '… 1 more lines');
  });

  test.each([999, 1000, 1001])('a line of %d characters', (length) => {
    const [, line = ''] = fence('🙂'.repeat(length), 'text').split('\n');
    expect(Array.from(line)).toHaveLength(Math.min(1000, length));
    expect(line.endsWith('…')).toBe(length > 1000);
  });

  test('exact or not at all', () => {
    expect(exactFence('  a = "b"\n', 'suggestion')).toBe('```suggestion\n  a = "b"\n```');
    expect(exactFence('', 'suggestion')).toBe('```suggestion\n```');
    expect(exactFence('a\n\nb', 'suggestion')).toBe('```suggestion\na\n\nb\n```');
    expect(exactFence('# ```\n', 'suggestion')).toBe('````suggestion\n# ```\n````');
    for (const text of ['a\r\nb', 'a\u200bb', 'a\u0000', '\u202ea', 'x'.repeat(1001), 'x\n'.repeat(2001)]) {
      expect(exactFence(text, 'suggestion')).toBeUndefined();
    }
  });
});

describe('escapeHtml', () => {
  test('leaves no HTML', () => {
    expect(escapeHtml(`<b a="b" c='d'>&amp;`)).toBe('&lt;b a=&quot;b&quot; c=&#39;d&#39;&gt;&amp;amp;');
    for (const text of HOSTILE) expect(escapeHtml(text)).not.toMatch(/[<>"'\n]|&(?!(amp|lt|gt|quot|#39);)/);
  });
});

describe('budgets', () => {
  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, '…'],
    ['abcdef', 5, 'ab…'],
    ['äöü', 6, 'äöü'],
    ['äöüx', 6, 'ä…'],
    ['🙂🙂', 8, '🙂🙂'],
    ['🙂🙂x', 8, '🙂…'],
  ])('%j in %d bytes is %j', (text, limit, cut) => {
    expect(cutToBytes(text, limit)).toBe(cut);
  });

  const more = (left: number): string => `${left} more`;
  const fit = (items: readonly string[], limit: number): string =>
    fitItems({ items, total: items.length, limit, more });

  test('whole items, and how many are left out', () => {
    const items = ['aaaa', 'bbbb', 'cccc'];
    expect(fit(items, 14)).toBe('aaaa\nbbbb\ncccc');
    expect(fit(items, 13)).toBe('aaaa\n2 more');
    expect(fit(items, 15)).toBe('aaaa\nbbbb\ncccc');
    expect(fit(items, 11)).toBe('aaaa\n2 more');
    expect(fit(items, 10)).toBe('3 more');
    expect(fit(items, 6)).toBe('3 more');
    expect(fit(items, 5)).toBe('');
    expect(fit(items, -1)).toBe('');
    expect(fit([], 0)).toBe('');
  });

  test('never more than the budget, and every item is either there or counted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 9 })), fc.nat(100), (texts, limit) => {
        const items = texts.map((text, index) => `${index}:${text.replaceAll('\n', '')}`);
        const lines = fit(items, limit).split('\n');
        expect(bytesOf(lines.join('\n'))).toBeLessThanOrEqual(limit);
        const shown = lines.filter((line) => items.includes(line)).length;
        if (shown < items.length && lines[0] !== '') {
          expect(lines.at(-1)).toBe(more(items.length - shown));
          expect(lines.slice(0, shown)).toEqual(items.slice(0, shown));
        }
      }),
    );
  });
});
