/** Facts that say what is assumed: recorded cases are judged as before, and everything is seen. */
import { describe, expect, test } from '@jest/globals';

import type { BelievedRule } from '../../src/cluster/belief/belief.js';
import { ID } from '../../src/cluster/placement.js';
import { type Subjects, subjectsOf } from '../../src/cluster/subject.js';
import { ALONE } from '../../src/cluster/surroundings.js';
import { worldOf } from '../../src/cluster/world.js';
import { distinct } from '../../src/collections.js';
import type { Configuration } from '../../src/config/configuration.js';
import { NO_FACTS } from '../../src/facts/facts.js';
import { reportJson } from '../../src/format/json/json.js';
import { ROLES } from '../../src/model/requirement.js';
import type { GroupKey } from '../../src/plan/rule.js';
import type { Report } from '../../src/report/report.js';
import { run } from '../../src/run.js';
import { type ApiRuleJson, apiRuleOfSide, factsOf, groupsOf } from '../support/facts/api-facts.js';
import { caseConfiguration, fixturePlan, frozenCases } from '../support/fixture-report.js';
import { verdict } from '../support/judge.js';
import { idOf } from '../support/plans/resource.js';
import { configured } from '../support/stories.js';

const TODAY = '2026-11-23';

/** Groups that CCE made and that are there, by ids. */
function madeGroups({ world, viewOf }: Subjects): readonly GroupKey[] {
  const keys = world.clusters.flatMap((cluster) =>
    ROLES.flatMap((role) => [cluster[role]?.before ?? [], cluster[role]?.also ?? []].flat()),
  );
  return distinct(keys).filter((key) => ID.test(key) && viewOf(key).kind === 'made');
}

/** All rules of these groups as the API would list them, every default among them; undefined: not all is known. */
function everything(subjects: Subjects, keys: readonly GroupKey[]): readonly ApiRuleJson[] | undefined {
  const rules = keys.flatMap((key) => [
    ...subjects
      .viewOf(key)
      .defaults.flatMap(({ belief, before }, i) =>
        belief.kind === 'plan' || before === undefined
          ? []
          : [apiRuleOfSide(idOf(`default ${key} ${i}`), before)],
      ),
    ...subjects.world
      .rulesOf(key)
      .flatMap(({ before, id = '' }) => (before === undefined ? [] : [apiRuleOfSide(id, before)])),
  ]);
  const known = rules.filter((rule) => rule !== undefined);
  return known.length < rules.length || known.some(({ id }) => id === '') ? undefined : known;
}

interface Case {
  readonly name: string;
  readonly keys: readonly GroupKey[];
  readonly defaults: readonly BelievedRule[];
  readonly rules: readonly ApiRuleJson[];
  readonly configuration: Configuration;
  /** Of its clusters. */
  readonly names: readonly string[];
}

function caseOf(name: string): readonly Case[] {
  const configuration = caseConfiguration(name);
  const plan = fixturePlan(name);
  const subjects = subjectsOf(
    worldOf({ plan, occasion: 'plan', surroundings: ALONE, facts: NO_FACTS, configuration, today: TODAY }),
  );
  const keys = madeGroups(subjects);
  const defaults = keys.flatMap((key) => subjects.viewOf(key).defaults);
  const rules = everything(subjects, keys);
  const names = subjects.world.clusters.map((cluster) => cluster.name);
  return keys.length === 0 || rules === undefined
    ? []
    : [{ name, keys, defaults, rules, configuration, names }];
}

function judged({ name, configuration }: Case, facts = NO_FACTS): Report {
  const plans = [{ path: 'plan.json', label: undefined, plan: fixturePlan(name) }];
  return run({ plans, configuration, facts, failOn: 'critical', today: TODAY }).report;
}

/** Every cluster with the record that all that CCE made stands. */
function allStanding({ configuration: { clusters }, names }: Case): Configuration['clusters'] {
  const { clusters: fresh } = configured(
    `clusters:\n${names.map((name) => `  - { name: ${name}, default-rules: { standing: all } }\n`).join('')}`,
  );
  return fresh.map((entry) => {
    const own = clusters.find(({ name }) => name === entry.name);
    return own === undefined ? entry : { ...own, defaultRules: entry.defaultRules };
  });
}

const cases = frozenCases().flatMap(caseOf);
const isAssumed = ({ belief }: BelievedRule): boolean => belief.kind === 'assumed' || belief.kind === 'plan';
const assumed = cases.filter(({ defaults }) => defaults.every(isAssumed));
const others = cases.filter((one) => !assumed.includes(one));

test('many cases can be told as facts', () => {
  expect(assumed.length).toBeGreaterThan(20);
  expect(others.length).toBeGreaterThan(1);
});

describe('facts that equal the defaults', () => {
  test.each(assumed.map((one) => [one.name, one] as const))('change no verdict: %s', (_, one) => {
    const without = reportJson(judged(one));
    const typed = judged(one, factsOf(groupsOf(one.rules, one.keys)));
    const report = reportJson(typed);
    expect(verdict(report)).toEqual(verdict(without));
    expect(report.conclusion).toBe(without.conclusion);
    const beliefs = typed.groups
      .filter(({ key }) => one.keys.includes(key))
      .flatMap(({ defaults }) => defaults.filter(({ isNew }) => !isNew));
    expect(beliefs.map(({ belief }) => belief.kind)).not.toContain('assumed');
    expect(beliefs.filter(({ belief, stands }) => belief.kind === 'seen' && stands !== 'surely')).toEqual([]);
  });

  test.each(others.map((one) => [one.name, one] as const))('stand, whatever was believed: %s', (_, one) => {
    const report = reportJson(judged(one, factsOf(groupsOf(one.rules, one.keys))));
    const recorded = reportJson(
      judged({ ...one, configuration: { ...one.configuration, clusters: allStanding(one) } }),
    );
    expect(verdict(report)).toEqual(verdict(recorded));
  });
});
