/** A trial shares with the run of which it tries a change what that has nothing to do with: it finds the same all the same. */
import { expect, test } from '@jest/globals';

import { ordinary } from '../../bench/plans.mjs';
import { distinct } from '../../src/collections.js';
import { openRun } from '../../src/command/judge-files.js';
import { NO_CONFIGURATION, type Waiver } from '../../src/config/configuration.js';
import { type Edit, planWith } from '../../src/plan/edit.js';
import type { Rule } from '../../src/plan/rule.js';
import { run, type RunInput, tryRun, waivedRun } from '../../src/run.js';
import { fixtureInput, frozenCases } from '../support/fixture-report.js';
import { fc, IS_LONG_RUN } from '../support/laws.js';
import { changesOf, configurationOf, factsIn } from '../support/laws/scenario.js';
import { scenarios } from '../support/laws/scenarios.js';
import { judgedPlan } from '../support/mend.js';
import { bytesOfPlan } from '../support/plans/bench-bytes.js';
import { readPlan } from '../support/run-bytes.js';

/** Edits of one rule: of several that change, as a fix may have them; and of one that stands. */
function editsOf({ address, after, before }: Rule): readonly Edit[] {
  const side = after ?? before;
  return [
    { kind: 'keep', address },
    { kind: 'remove', address },
    ...(side === undefined
      ? []
      : [{ kind: 'add', address: 'new.rule', api: 'v2', side, isFirst: false } as const]),
  ];
}

/** What both ways come to, for edits of every n-th rule. */
function trialsOf(input: RunInput, every: number): readonly (readonly [shared: unknown, alone: unknown])[] {
  const whole = run(input);
  return input.plans.flatMap(({ plan }, index) =>
    plan.rules
      .filter((_, i) => i % every === 0)
      .flatMap(editsOf)
      .map((edit) => {
        const plans = input.plans.map((one, i) =>
          i === index ? { ...one, plan: planWith(plan, [edit]) } : one,
        );
        const changed = { ...input, plans };
        return [tryRun(changed, whole).report, tryRun(changed).report] as const;
      }),
  );
}

const cases = frozenCases().filter((_, i) => IS_LONG_RUN || i % 12 === 0);

test.each(cases)('%s', async (name) => {
  const opened = await openRun(fixtureInput(name));
  if (!opened.ok) throw new Error(opened.error.error.message);
  const { input } = opened.value;
  const rules = input.plans.reduce((sum, { plan }) => sum + plan.rules.length, 0);
  for (const [shared, alone] of trialsOf(input, Math.ceil(rules / (IS_LONG_RUN ? 20 : 2)))) {
    expect(shared).toEqual(alone);
  }
});

/** Waivers of each row and of each check that the findings of the run name. */
function waiversFor(input: RunInput): readonly Waiver[] {
  const { findings } = run(input).report;
  const rest = { cluster: undefined, group: undefined, address: undefined, packets: undefined };
  const terms = { ...rest, reason: 'known', owner: 'us', expires: '2099-12-31' };
  const rows = distinct(findings.flatMap(({ row }) => row?.id ?? []));
  const checks = distinct(findings.map(({ check }) => check.id));
  return [
    ...rows.map((requirement) => ({ ...terms, requirement, check: undefined })),
    ...checks.map((check) => ({ ...terms, requirement: undefined, check })),
  ];
}

test('with other waivers it is as if it had been judged with them', () => {
  fc.assert(
    fc.property(scenarios({ hasChanges: true }), (scenario) => {
      const { input } = judgedPlan(changesOf(scenario), configurationOf(scenario), factsIn(scenario));
      const whole = run(input);
      for (const one of waiversFor(input).slice(0, 3)) {
        const configuration = { ...input.configuration, waivers: [one] };
        expect(waivedRun(input, whole, [one]).report).toEqual(tryRun({ ...input, configuration }).report);
      }
    }),
    { numRuns: IS_LONG_RUN ? 100 : 10 },
  );
});

test('and of generated plans', () => {
  fc.assert(
    fc.property(scenarios({ hasChanges: true }), (scenario) => {
      const { input } = judgedPlan(changesOf(scenario), configurationOf(scenario), factsIn(scenario));
      for (const [shared, alone] of trialsOf(input, 4)) expect(shared).toEqual(alone);
    }),
    { numRuns: IS_LONG_RUN ? 100 : 5 },
  );
});

test('what an edit has nothing to do with is not judged again', () => {
  const read = readPlan(bytesOfPlan(() => ordinary(20, 6)));
  if (!read.ok) throw new Error(read.error.message);
  const { value: plan } = read;
  const input = {
    plans: [{ path: 'plan.json', label: undefined, plan }],
    configuration: NO_CONFIGURATION,
    failOn: 'critical',
    today: '2026-01-01',
  } as const;
  const whole = run(input);
  const [first] = plan.rules;
  const edited = planWith(plan, first === undefined ? [] : [{ kind: 'remove', address: first.address }]);
  const trial = tryRun({ ...input, plans: [{ path: 'plan.json', label: undefined, plan: edited }] }, whole);
  const [was, is] = [whole, trial].map(({ judged }) => judged.flatMap(({ subjects }) => subjects.subjects));
  expect(
    was?.map((subject, i) => `${subject.cluster.name} ${subject.role}: ${String(subject === is?.[i])}`),
  ).toEqual([
    'cluster0 node: false',
    'cluster0 control: true',
    'cluster3 node: true',
    'cluster3 control: true',
  ]);
});
