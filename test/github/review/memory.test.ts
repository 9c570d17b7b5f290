import { describe, expect, test } from '@jest/globals';

import { keyFrom } from '../../../src/github/review/marker.js';
import {
  type Memory,
  memoryLine,
  NOTHING_TOLD,
  type Past,
  pastOf,
  readMemory,
  standingOf,
  type Told,
} from '../../../src/github/review/memory.js';
import { readSummaryMemory } from '../../../src/github/review/old-memory.js';
import { HOSTILE } from '../../support/report/hostile.js';
import { fc } from '../../support/laws.js';

const KEY = keyFrom('prod');
const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(16)) as [string, string, string];

function told(fields: Partial<Told> = {}): Told {
  return { severity: 'critical', words: 'Worker nodes lose NTP', ids: [A], ...fields };
}

function past(fields: Partial<Past> = {}): Past {
  return { ...told(), kind: 'mended', commit: 'c4d5e6f', ...fields };
}

describe('what a comment remembers', () => {
  test('is read back as it was written, for its own label only', () => {
    const memory = { now: [told(), told({ severity: 'notice', ids: [B, C] })], past: [past()] };
    const body = `text\n\n${memoryLine(KEY, memory)}\n`;
    expect(readMemory(body, KEY)).toEqual({ ...memory, isCut: false });
    expect(readMemory(body, keyFrom('other'))).toBeUndefined();
    expect(readMemory(`${body}more`, KEY)).toBeUndefined();
    expect(readMemory('text', KEY)).toBeUndefined();
  });

  test('whatever its words are, it is one line that nothing of them ends', () => {
    for (const words of HOSTILE) {
      const line = memoryLine(KEY, { now: [told({ words: words.slice(0, 40) })], past: [past({ words })] });
      expect(line).toMatch(/^<!-- [^<>\n]* -->$/);
    }
  });

  test('is short however much there is, keeps what it can, and knows that it is cut', () => {
    const many = Array.from({ length: 5000 }, (_, i) =>
      told({ ids: [keyFrom(String(i))], words: 'ü'.repeat(75) }),
    );
    const line = memoryLine(KEY, { now: many, past: many.map((one) => past(one)) });
    expect(line.length).toBeLessThan(8400);
    const memory = readMemory(line, KEY) ?? NOTHING_TOLD;
    expect([memory.now.length, memory.isCut]).toEqual([150, true]);
    expect(memory.now.map(({ words }) => words.length > 0).lastIndexOf(true)).toBeGreaterThan(8);
  });

  test.each(['x', `c:*:${A}`, `q::${A}`, `c::${A.toUpperCase()}`, `c::${A},`, `mended.x:c::${A}`, 'c:'])(
    'is nothing where it is not of the form: %s',
    (text) => {
      const body = `<!-- cce-plan-guard:told key=${KEY} now=${text} past=${text} -->`;
      expect(readMemory(body, KEY) ?? NOTHING_TOLD).toMatchObject({ now: [], past: [] });
    },
  );
});

describe('what version 0.1.0 wrote', () => {
  const now = [
    told({
      severity: 'notice',
      words: 'Nodes lose egress they cannot do without (T8.12)',
      ids: [A],
    }),
    told({ severity: 'notice', words: 'A waiver has expired, or no longer hides anything', ids: [B] }),
  ];

  test.each([
    ['places in its list of checks', `${A}.2.T8.12,${B}.10`],
    ['names', `egress-minimum:${A}.T8.12,waiver:${B}`],
    ['a check that is no more', `gone-check:${C}.T1.1,egress-minimum:${A}.T8.12,waiver:${B}`],
  ])('%s', (_, list) => {
    const body = `<!-- cce-plan-guard:memory now=${list} gone=${C}.0.T1.2 -->`;
    expect(readSummaryMemory(body, KEY).now.map(({ ids }) => ids)).toEqual(now.map(({ ids }) => ids));
    expect(readSummaryMemory(body, KEY).now[0]).toEqual(now[0]);
  });

  test.each(['x'.repeat(16), `${A}.99.T1.1`, `${A}.0.T9.1`, A, `no-check:${A}`, `waiver:${A}.T9.1`, '../..'])(
    'is nothing when it is not of the form: %s',
    (text) => {
      expect(readSummaryMemory(`<!-- cce-plan-guard:memory now=${text} gone= -->`, KEY)).toEqual(
        NOTHING_TOLD,
      );
    },
  );
});

describe('what becomes of what was told', () => {
  const after = (before: Partial<Memory>, now: readonly Told[], waived: readonly string[] = []) =>
    pastOf({ ...NOTHING_TOLD, ...before }, standingOf(now, waived), 'ddddddd').map(
      ({ kind, commit, ids }) => `${kind} ${commit} ${ids.map((id) => id[0]).join('')}`,
    );
  const both = told({ ids: [A, B] });

  test.each<[string, Partial<Memory>, readonly Told[], readonly string[], readonly string[]]>([
    ['it stays', { now: [both] }, [both], [], []],
    ['it stays, in two', { now: [both] }, [told(), told({ ids: [B] })], [], []],
    ['it is gone', { now: [both] }, [], [], ['mended ddddddd ab']],
    ['a part of it', { now: [both] }, [told()], [], ['partly ddddddd ab']],
    ['it is milder', { now: [both] }, [told({ ...both, severity: 'warning' })], [], ['milder ddddddd ab']],
    ['milder, and gone', { now: [both] }, [told({ severity: 'notice' })], [], ['milder ddddddd ab']],
    ['it is graver', { now: [told({ severity: 'notice' })] }, [told()], [], []],
    ['it is waived', { now: [both] }, [], [A, B], ['waived ddddddd ab']],
    ['waived, and gone', { now: [both] }, [], [A], ['mended ddddddd ab']],
    ['it was gone, and is so still', { past: [past()] }, [], [], ['mended c4d5e6f a']],
    ['it was gone, and is back', { past: [past()] }, [told()], [], []],
    ['it was milder, and is gone', { past: [past({ kind: 'milder' })] }, [], [], ['mended ddddddd a']],
    ['it was milder, and is as grave again', { past: [past({ kind: 'milder' })] }, [told()], [], []],
  ])('%s', (_, ...[before, now, waived, expected]) => {
    expect(after(before, now, waived)).toEqual(expected);
  });

  const severity = fc.constantFrom('critical', 'warning', 'notice');
  const anyTold = fc.array(
    fc.record({
      severity,
      words: fc.constantFrom('x', 'y'),
      ids: fc.uniqueArray(fc.constantFrom(A, B, C), { minLength: 1 }),
    }),
    { maxLength: 3 },
  );

  test('the same report twice changes nothing more, and what is told now as gravely is never called fixed', () => {
    fc.assert(
      fc.property(anyTold, anyTold, anyTold, (first, second, third) => {
        const memoryAfter = (before: Memory, now: readonly Told[], commit: string): Memory => ({
          ...{ now, isCut: false },
          past: pastOf(before, standingOf(now, []), commit),
        });
        const at = [first, second].reduce(
          (memory, now, i) => memoryAfter(memory, now, `${i}`.repeat(7)),
          NOTHING_TOLD,
        );
        const once = memoryAfter(at, third, '2222222');
        expect(memoryAfter(once, third, '3333333').past).toEqual(once.past);
        const now = new Set(third.flatMap(({ ids }) => ids));
        for (const { kind, ids } of once.past) {
          if (kind === 'mended') expect(ids.some((id) => now.has(id))).toBe(false);
        }
      }),
    );
  });
});
