/** What is skipped, or told from few rules, is what all that is skipped would have told. */
import { expect, test } from '@jest/globals';

import { CHECKS } from '../../src/check/checks.js';
import { isEmpty, isSame } from '../../src/net/region.js';
import { literally, unchangedBy } from '../../src/weigh/unchanged.js';
import { outcomeOf } from '../../src/weigh/question.js';
import { wideOpen } from '../../src/weigh/wide-open.js';
import { fc, IS_LONG_RUN } from '../support/laws.js';
import { changesOf, configurationOf, factsIn, type Scenario } from '../support/laws/scenario.js';
import { scenarios } from '../support/laws/scenarios.js';
import { judgedPlan } from '../support/mend.js';

function subjectsIn(scenario: Scenario) {
  const { run } = judgedPlan(changesOf(scenario), configurationOf(scenario), factsIn(scenario));
  return run.judged.map(({ subjects }) => subjects);
}

test('where everybody may do everything, no row has anything to tell', () => {
  let skipped = 0;
  fc.assert(
    fc.property(scenarios({ hasChanges: true }), (scenario) => {
      for (const { subjects, world } of subjectsIn(scenario)) {
        for (const subject of subjects) {
          const asked = CHECKS.flatMap(({ rows }) => rows?.(subject) ?? []);
          for (const { row, ask } of asked.filter((one) => wideOpen(subject).includes(one.row.direction))) {
            const { introduced, preExisting, transient, undecided, isResolved } = outcomeOf(
              ask,
              subject,
              world,
            );
            const told = [introduced, preExisting, transient, undecided].filter((region) => !isEmpty(region));
            expect([row.id, told, isResolved]).toEqual([row.id, [], false]);
            skipped++;
          }
        }
      }
    }),
    { numRuns: IS_LONG_RUN ? 1000 : 40 },
  );
  expect(skipped).toBeGreaterThan(0);
});

test('rules are said to change nothing where their groups let the same through', () => {
  let [same, other] = [0, 0];
  fc.assert(
    fc.property(scenarios({ hasChanges: true }), (scenario) => {
      for (const subjects of subjectsIn(scenario)) {
        const { world, viewOf } = subjects;
        for (const { key } of world.plan.groups) {
          const rules = world.rulesOf(key).filter(({ before, after }) => before !== after);
          const sides = rules.flatMap(({ before, after }) => [before ?? [], after ?? []].flat());
          const isPlain = sides.every(
            ({ action, group }) => action === 'allow' && group.kind === 'group' && group.key === key,
          );
          // Of others nothing is said, or what is refused counts as well.
          if (rules.length === 0 || !isPlain || world.renamed.size > 0) continue;
          const { before, after } = viewOf(key).rules;
          const [old, next] = [literally(before, world), literally(after, world)];
          const isSameThrough = isSame(old.surely, next.surely) && isSame(old.possibly, next.possibly);
          expect(unchangedBy(subjects, rules) !== undefined).toBe(isSameThrough);
          if (isSameThrough) same++;
          else other++;
        }
      }
    }),
    { numRuns: IS_LONG_RUN ? 1000 : 40 },
  );
  expect(Math.min(same, other)).toBeGreaterThan(0);
});
