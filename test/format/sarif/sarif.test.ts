/** SARIF: valid by the OASIS schema, and what GitHub wants beyond it. */
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';
import { PAGE_DATE } from '../../../src/model/model.js';
import type { Log, Result, Run } from 'sarif';

import { CHECKS } from '../../../src/check/checks.js';
import type { CheckMetadata } from '../../../src/check/finding.js';
import { renderSarif, sarifText, type SarifOptions } from '../../../src/format/sarif/sarif.js';
import type { Report } from '../../../src/report/report.js';
import {
  cause,
  causeAt,
  check,
  type FindingFields,
  finding,
  place,
  report,
  row,
  statement,
} from '../../support/report/builders.js';
import { sample } from '../../support/report/golden.js';
import { HOSTILE, withTexts } from '../../support/report/hostile.js';
import { schemaErrors } from '../../support/report/sarif-checks.js';

function logOf(shown: Report, options: SarifOptions = {}, checks: readonly CheckMetadata[] = CHECKS): Log {
  return JSON.parse(renderSarif(shown, checks, options)) as Log;
}

function runOf(shown: Report, options: SarifOptions = {}): Run {
  const [run, ...others] = logOf(shown, options).runs;
  if (run === undefined || others.length > 0) throw new Error('not one run');
  return run;
}

function resultsOf(shown: Report, options: SarifOptions = {}): readonly Result[] {
  return runOf(shown, options).results ?? [];
}

const uriOf = (result: Result | undefined): string | undefined =>
  result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;

describe('every report', () => {
  test('the schema tells what is wrong', () => {
    const log = logOf(report([finding()]));
    const [run] = log.runs;
    const [result] = run?.results ?? [];
    expect(
      schemaErrors({ ...log, runs: [{ ...run, results: [{ ...result, level: 'critical' }] }] }),
    ).not.toEqual([]);
    const region = { physicalLocation: { artifactLocation: { uri: 'a' }, region: { startLine: 0 } } };
    expect(
      schemaErrors({ ...log, runs: [{ ...run, results: [{ ...result, locations: [region] }] }] }),
    ).not.toEqual([]);
  });

  test('the same report gives the same bytes', () => {
    const shown = sample('other-checks');
    expect(
      renderSarif(
        withTexts(shown, (old) => old),
        CHECKS,
      ),
    ).toBe(renderSarif(shown, CHECKS));
  });

  test('nothing found: results are empty, so that alerts close', () => {
    expect(resultsOf(report([]))).toEqual([]);
    expect(runOf(report([])).results).toBeDefined();
  });
});

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\p{M}{5}/u;
/** Brackets make links, unless they are escaped. */
const LINK = /(?<!\\)(?:\\\\)*[[\]]/;

describe('hostile text in every field', () => {
  test.each(HOSTILE.map((text) => [text.slice(0, 80), text]))('%j, escaped', (_, text) => {
    expect(sarifText(text)).not.toMatch(UNSEEN);
    expect(sarifText(text)).not.toMatch(LINK);
  });
});

describe('messages', () => {
  const messageOf = (fields: FindingFields): string =>
    resultsOf(report([finding(fields)]))[0]?.message.text ?? '';

  test('the title first, then what, the packet, and what to do', () => {
    expect(messageOf({ check: check('egress-minimum', { remedy: 'Keep it' }) })).toBe(
      'Worker nodes lose DNS over UDP (T8.2). Cluster prod. T8.2, worker node security group: UDP 53 to 100.125.4.25, 100.125.129.199 is no longer let through: names do not resolve. Nodes, and CoreDNS for outside names, ask the DNS servers of the subnet. For example: UDP worker node -> DNS server 100.125.4.25:53 was allowed, is dropped. To mend it: Keep it.',
    );
    const own = check('rule-input', { remedy: 'Keep it!' });
    expect(resultsOf(report([statement('nodes', { check: own })]))[0]?.message.text).toMatch(
      /^A group that the configuration names is not there\. Cluster prod\. the configuration names `nodes` as .* address\. To mend it: Keep it!$/,
    );
  });

  test('brackets are no links', () => {
    expect(messageOf({ cluster: 'x', pool: 'see [this](1) \\' })).toContain('see \\[this\\](1) \\\\:');
  });
});

describe('places', () => {
  const at = (file: string | undefined): readonly Result[] => {
    const where = file === undefined ? undefined : place({ file, line: 3 });
    return resultsOf(report([finding({ causes: [causeAt('x', ['delete'], where)] })]), {
      fallbackFile: 'infra/prod/main.tf',
    });
  };

  test.each([
    ['main.tf', 'main.tf'],
    ['./a/./b.tf', 'a/b.tf'],
    ['a b/c#d?e%f.tf', 'a%20b/c%23d%3Fe%25f.tf'],
    ['ä/日本.tf', '%C3%A4/%E6%97%A5%E6%9C%AC.tf'],
    ['a\\b.tf', 'a/b.tf'],
    ['a:b.tf', 'a%3Ab.tf'],
    ['\ud800.tf', '%EF%BF%BD.tf'],
  ])('%j is %s', (file, uri) => {
    const [result] = at(file);
    expect(uriOf(result)).toBe(uri);
    expect(result?.locations?.[0]?.physicalLocation?.region).toEqual({ startLine: 3, endLine: 3 });
    expect(result?.message.text).not.toContain('not known');
  });

  test.each(['/etc/passwd', 'C:\\x.tf', 'c:/x.tf', '../x.tf', 'a/../../x.tf', '', undefined])(
    '%j is nowhere: the fallback, and the message says so',
    (file) => {
      const [result] = at(file);
      expect(uriOf(result)).toBe('infra/prod/main.tf');
      expect(result?.locations?.[0]?.physicalLocation?.region).toEqual({ startLine: 1 });
      expect(result?.message.text).toContain(
        'The line is not known. It is shown at infra/prod/main.tf:1, as the file is now.',
      );
    },
  );

  test('a line of the base revision is told, and is no place', () => {
    const gone = causeAt('x', ['delete'], place({ line: 7, isBase: true }));
    const [result] = resultsOf(report([finding({ causes: [gone] })]));
    expect(result?.message.text).toContain(
      'it stood at main.tf:7. It is shown at main.tf:1, as the file is now.',
    );
    expect(result?.locations?.[0]?.physicalLocation?.region).toEqual({ startLine: 1 });
  });

  test('a line that stands in for what is gone', () => {
    const standIn = { file: 'net/old.tf', line: 4, endLine: 4 };
    const gone = {
      ...causeAt('x', ['delete'], place({ file: 'net/old.tf', line: 7, isBase: true })),
      standIn,
    };
    const [result] = resultsOf(report([finding({ causes: [gone] })]));
    expect(uriOf(result)).toBe('net/old.tf');
    expect(result?.locations?.[0]?.physicalLocation?.region).toEqual({ startLine: 4, endLine: 4 });
    expect(result?.message.text).toContain(
      'it stood at net/old.tf:7. It is shown at net/old.tf:4, as the file is now.',
    );
  });

  test('a range of lines', () => {
    const lines = causeAt('x', ['update'], place({ line: 7, endLine: 9 }));
    const [result] = resultsOf(report([finding({ causes: [lines] })]));
    expect(result?.locations?.[0]?.physicalLocation?.region).toEqual({ startLine: 7, endLine: 9 });
  });

  test('without a fallback, main.tf', () => {
    expect(uriOf(resultsOf(report([finding({ causes: [] })]))[0])).toBe('main.tf');
    expect(uriOf(resultsOf(report([finding({ causes: [] })]), { fallbackFile: '/abs/main.tf' })[0])).toBe(
      'main.tf',
    );
  });

  test('other causes are related, each resource has its name', () => {
    const causes = [cause('a', ['delete']), cause('b', ['delete'], 2), cause('c', ['delete'], 5)];
    const [result] = resultsOf(report([finding({ causes })]));
    expect(uriOf(result)).toBe('main.tf');
    expect(result?.locations?.[0]?.physicalLocation?.region?.startLine).toBe(2);
    expect(result?.locations?.[0]?.logicalLocations).toHaveLength(3);
    expect(result?.relatedLocations).toHaveLength(1);
    expect(result?.relatedLocations?.[0]).toMatchObject({
      id: 1,
      physicalLocation: { region: { startLine: 5 } },
    });
  });

  test.each([20, 21, 22])('%d causes', (n) => {
    const causes = Array.from({ length: n }, (_, index) => cause(`x${index}`, ['delete'], index + 1));
    expect(resultsOf(report([finding({ causes })]))[0]?.relatedLocations).toHaveLength(Math.min(20, n - 1));
  });
});

describe('identity', () => {
  test('the fingerprint of the report, and a number', () => {
    const twins = ['a', 'b'].map((letter) => finding({ fingerprint: letter.repeat(16) }));
    expect(resultsOf(report(twins)).map(({ partialFingerprints }) => partialFingerprints)).toEqual([
      { primaryLocationLineHash: `${'a'.repeat(16)}:1`, 'ccePlanGuard/v1': 'a'.repeat(16) },
      { primaryLocationLineHash: `${'b'.repeat(16)}:1`, 'ccePlanGuard/v1': 'b'.repeat(16) },
    ]);
  });

  test.each([
    [undefined, 'cce-plan-guard/'],
    ['', 'cce-plan-guard/'],
    ['production', 'cce-plan-guard/production/'],
    ['envs/prod/', 'cce-plan-guard/envs/prod/'],
    ['/', 'cce-plan-guard/'],
    ['a\nb', 'cce-plan-guard/a↵b/'],
  ])('label %j', (label, id) => {
    expect(runOf(report([]), { label }).automationDetails?.id).toBe(id);
  });

  test('the label of the plan, if none is given', () => {
    expect(runOf(sample('several-plans')).automationDetails?.id).toBe('cce-plan-guard/development/');
  });
});

describe('waived findings', () => {
  const [result] = resultsOf(sample('waived'));

  test('are suppressed', () => {
    expect(result?.suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'NodePorts are not used (@platform, until 2027-01-31)',
      },
    ]);
    expect(resultsOf(report([finding()]))[0]).not.toHaveProperty('suppressions');
  });

  test('are notices for GitHub, which knows no suppressions', () => {
    expect(result?.ruleId).toBe('egress-minimum');
    expect(result?.level).toBe('note');
  });
});

describe('limits', () => {
  test.each([4999, 5000, 5001])('%d results', (n) => {
    const waived = { reason: 'r', owner: 'o', expires: '2027-01-31' };
    const many = Array.from({ length: n }, (_, index) => finding(index === 0 ? { waived } : {}));
    const run = runOf(report(many));
    expect(run.results).toHaveLength(Math.min(5000, n));
    // What is waived goes first.
    expect(run.results?.some(({ suppressions }) => suppressions !== undefined)).toBe(n <= 5000);
    const notes = run.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notes.map(({ message }) => message.text)).toEqual([
      ...(n <= 5000
        ? []
        : [`${n - 5000} more findings are left out: GitHub takes 5000 of a run, and 10 MB.`]),
      `Judged by the vendor’s page of ${PAGE_DATE}.`,
    ]);
  });

  test('10 MB, even of what cannot be compressed', () => {
    let seed = 1;
    const noise = (): string =>
      Array.from({ length: 1500 }, () => {
        seed = (seed * 48_271) % 2_147_483_647;
        return String.fromCharCode(0x4e00 + (seed % 20_000));
      }).join('');
    const one = withTexts(report([finding()]), noise).findings;
    const many = Array.from({ length: 2500 }, (_, index) => ({
      ...(one[0] ?? finding()),
      fingerprint: index.toString(16).padStart(16, '0'),
      check: check('egress-minimum', { remedy: noise() }),
      row: { ...row('T8.2'), impact: noise() },
    }));
    const text = renderSarif(report(many), CHECKS);
    const results = (JSON.parse(text) as Log).runs[0]?.results ?? [];
    expect(results.length).toBeGreaterThan(100);
    expect(results.length).toBeLessThan(2500);
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
  });
});
