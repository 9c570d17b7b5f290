import { describe, expect, test } from '@jest/globals';

import { keyFrom } from '../../../src/github/review/marker.js';
import { memoryLine, readMemory, type Told } from '../../../src/github/review/memory.js';

const A = 'a'.repeat(16);
const B = 'b'.repeat(16);
const C = 'c'.repeat(16);

describe('what a summary remembers', () => {
  const told: Told[] = [
    { fingerprint: A, check: 'egress-minimum', requirement: 'T8.12' },
    { fingerprint: B, check: 'waiver', requirement: undefined },
  ];

  test('is read back as it was written', () => {
    const body = `text\n\n${memoryLine({ now: told, gone: [] })}\n`;
    expect(readMemory(body)).toEqual({ now: told, gone: [] });
  });

  test('names checks by their ids, and is short where many have one', () => {
    const more = { fingerprint: C, check: 'waiver', requirement: undefined } as const;
    expect(memoryLine({ now: [...told, more], gone: told.slice(0, 1) })).toBe(
      `<!-- cce-plan-guard:memory now=egress-minimum:${A}.T8.12,waiver:${B},${C} gone=egress-minimum:${A}.T8.12 -->`,
    );
  });

  test('keeps the order in which it was told that things are gone', () => {
    const mixed = [...told, { fingerprint: C, check: 'egress-minimum', requirement: 'T8.12' } as const];
    expect(readMemory(memoryLine({ now: [], gone: mixed })).gone).toEqual(mixed);
    const { now } = readMemory(memoryLine({ now: mixed, gone: [] }));
    expect(new Set(now)).toEqual(new Set(mixed));
  });

  test('of version 0.1.0, which wrote places in its list of checks, is understood', () => {
    const body = `<!-- cce-plan-guard:memory now=${A}.2.T8.12,${B}.10 gone=${C}.0.T1.2 -->`;
    expect(readMemory(body)).toEqual({
      now: told,
      gone: [{ fingerprint: C, check: 'essential-rule', requirement: 'T1.2' }],
    });
  });

  test('of a check that is no more is left out, the others stay', () => {
    const body = `<!-- cce-plan-guard:memory now=gone-check:${A}.T1.1,${C},waiver:${B} gone= -->`;
    expect(readMemory(body).now).toEqual([told[1]]);
  });

  test('stays short', () => {
    const many = Array.from(
      { length: 5000 },
      (_, i) => ({ ...told[0], fingerprint: keyFrom(String(i)) }) as Told,
    );
    expect(memoryLine({ now: many, gone: many }).length).toBeLessThan(5500);
    // The longest names, each beside another one.
    const checks = ['ineffective-rule', 'group-lifecycle'] as const;
    const mixed = many.map((one, i) => ({ ...one, check: checks[i % 2] ?? 'waiver' }) satisfies Told);
    expect(memoryLine({ now: mixed, gone: mixed }).length).toBeLessThan(5500);
  });

  test.each([
    'x'.repeat(16),
    `${A}.99.T1.1`,
    `${A}.0.T9.1`,
    `${A}.0.T1.1<!-- -->`,
    `${A.toUpperCase()}.0`,
    A,
    `no-check:${A}`,
    `waiver:${A}.T9.1`,
    `waiver:${A.toUpperCase()}`,
    '../../..',
  ])('is nothing when it is not of the form: %s', (text) => {
    const body = `<!-- cce-plan-guard:memory now=${text} gone=${text} -->`;
    expect(readMemory(body)).toEqual({ now: [], gone: [] });
  });

  test('counts only at the end of the text', () => {
    expect(readMemory(`${memoryLine({ now: told, gone: [] })}\nmore`)).toEqual({ now: [], gone: [] });
  });
});
