/** Annotations on lines. */
import { describe, expect, test } from '@jest/globals';

import { annotationsOf } from '../../src/format/annotations.js';
import { bytesOf } from '../../src/format/budget.js';
import type { Severity } from '../../src/config/configuration.js';
import type { Report, ReportFinding } from '../../src/report/report.js';
import { cause, causeAt, check, finding, place, report, statement } from '../support/report/builders.js';
import { sample, wordsOf } from '../support/report/golden.js';

/** Blocks of their own. */
function findings(severity: Severity, n: number): readonly ReportFinding[] {
  return Array.from({ length: n }, (_, index) =>
    finding({ severity, causes: [cause(`${severity}${index}`, ['delete'], index + 1)] }),
  );
}

describe('limits', () => {
  test.each([
    [9, 9, ''],
    [10, 10, ''],
    [11, 10, 'No room here for 1 more error: see the job summary.'],
    [25, 10, 'No room here for 15 more errors: see the job summary.'],
  ])('%d errors', (n, shown, tail) => {
    const annotations = annotationsOf(report(findings('critical', n)));
    expect(annotations).toHaveLength(shown);
    expect(annotations.at(-1)?.message.endsWith(tail)).toBe(true);
    expect(annotations.filter(({ message }) => message.includes('No room'))).toHaveLength(
      tail === '' ? 0 : 1,
    );
  });

  test('of each level, the worst first', () => {
    const all = [...findings('notice', 12), ...findings('warning', 11), ...findings('critical', 3)];
    const annotations = annotationsOf(report(all));
    const levels = annotations.map(({ level }) => level);
    expect(levels).toEqual([
      ...Array.from({ length: 3 }, () => 'error'),
      ...Array.from({ length: 10 }, () => 'warning'),
      ...Array.from({ length: 10 }, () => 'notice'),
    ]);
    expect(annotations.at(-1)?.message).toMatch(/No room here for 1 more warning, 2 more notices: see/);
  });

  test('other limits', () => {
    const all = report([...findings('critical', 3), ...findings('notice', 2)]);
    expect(annotationsOf(all, { error: 2, warning: 10, notice: 0 })).toHaveLength(2);
    expect(annotationsOf(all, { error: 2, warning: 10, notice: 0 })[1]?.message).toContain(
      '1 more error, 2 more notices',
    );
    expect(annotationsOf(all, { error: 0, warning: 0, notice: 0 })).toEqual([]);
  });

  test.each([254, 255, 256])('a title of %d bytes', (bytes) => {
    const start = 'Nothing names the new security group ';
    const group = 'ü'.repeat(Math.floor((bytes - start.length) / 2)) + 'x'.repeat((bytes - start.length) % 2);
    const title = start + group;
    const titled = statement('', { reason: { kind: 'group-not-named', address: 'a.b' }, group });
    const shown = annotationsOf(report([titled]))[0]?.title;
    expect(shown === title).toBe(bytes <= 255);
    expect(bytesOf(shown ?? '')).toBeLessThanOrEqual(255);
    expect(shown?.endsWith('…')).toBe(bytes > 255);
  });

  test.each([4095, 4096, 4097])('a message of %d bytes', (bytes) => {
    const at = (length: number): Report =>
      report(
        ['a', 'b'].map((text) =>
          statement(`${text} ${wordsOf(1400)}é`, {
            causes: [cause('x', ['create'])],
            check: check('rule-input', { remedy: wordsOf(1 + length) }),
          }),
        ),
      );
    const base = bytesOf(annotationsOf(at(0))[0]?.message ?? '');
    const message = annotationsOf(at(bytes - base))[0]?.message ?? '';
    expect(bytesOf(message)).toBe(bytes <= 4096 ? bytes : 4096);
    expect(message.endsWith('…')).toBe(bytes > 4096);
  });

  test('a long message leaves room for the count', () => {
    const remedy = 'r'.repeat(9000);
    const long = findings('critical', 12).map((each) => ({
      ...each,
      check: check('egress-minimum', { remedy }),
    }));
    const last = annotationsOf(report(long)).at(-1)?.message ?? '';
    expect(bytesOf(last)).toBeLessThanOrEqual(4096);
    expect(last.endsWith('… No room here for 2 more errors: see the job summary.')).toBe(true);
  });
});

describe('places', () => {
  test('the first cause with a file', () => {
    const causes = [cause('a', ['delete']), cause('b', ['delete'], 7)];
    expect(annotationsOf(report([finding({ causes })]))[0]).toMatchObject({ file: 'main.tf', line: 7 });
  });

  test('a line of the base revision is none', () => {
    const gone = causeAt('a', ['delete'], place({ line: 3, isBase: true }));
    expect(annotationsOf(report([finding({ causes: [gone] })]))[0]).not.toHaveProperty('file');
    const causes = [gone, cause('b', ['create'], 7)];
    expect(annotationsOf(report([finding({ causes })]))[0]).toMatchObject({ file: 'main.tf', line: 7 });
  });

  test('no file', () => {
    const [none] = annotationsOf(report([finding({ causes: [] })]));
    expect(none).not.toHaveProperty('file');
  });

  test('waived findings are not told', () => {
    expect(annotationsOf(sample('waived'))).toEqual([]);
  });
});
