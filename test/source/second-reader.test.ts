/** Literals of files are read as HashiCorp's own parser reads them. */
import { describe, expect, test } from '@jest/globals';

import { openSource } from '../../src/source/files/source.js';
import { sourceExpressions } from '../../src/source/locals/locals.js';
import type { Expr } from '../../src/terraform/expression.js';
import { fc } from '../support/laws.js';
import { memoryReader } from '../support/source/memory-reader.js';
import { localsByHcl2Parser } from '../support/source/second-reader.js';

/** What the argument `value` of the locals says; undefined when it is no literal all through. */
async function valueByUs(text: string): Promise<unknown> {
  const source = openSource(memoryReader({ 'main.tf': text }), () => undefined);
  const name = { modules: [], keyword: 'locals', labels: [], argument: 'value' } as const;
  const { read, readSource } = sourceExpressions(source, () => []);
  await read([name]);
  const expr = readSource(name);
  return expr === undefined ? undefined : dataOf(expr);
}

function dataOf(expr: Expr): unknown {
  if (expr.kind === 'literal') return expr.value;
  if (expr.kind === 'list') return expr.elements.map(dataOf);
  if (expr.kind !== 'object') return `a ${expr.kind}`;
  return Object.fromEntries(expr.entries.map(({ key, value }) => [key ?? 'computed', dataOf(value)]));
}

/** As people write it. */
function hclOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(hclOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, one]) => `  ${key} = ${hclOf(one)}\n`);
  return `{\n${entries.join('')}}`;
}

const LETTERS = ['a', 'e', 'k', 'n', 'x', 'z'];
const name = fc
  .string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 8 })
  .map((text) => `k_${text}`);
const { value: literal } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: fc.constantFrom(...LETTERS, ' ', '/', '.', '"', '\\', '\n', 'ä'), maxLength: 12 }),
    fc.integer({ min: 0, max: 65_535 }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe('literals', () => {
  test('say what was written, to us and to the other parser', async () => {
    await fc.assert(
      fc.asyncProperty(literal, async (value) => {
        const text = `locals {\n  value = ${hclOf(value)}\n}\n`;
        expect(localsByHcl2Parser(text)).toEqual({ value });
        expect(await valueByUs(text)).toEqual(value);
      }),
    );
  });
});
