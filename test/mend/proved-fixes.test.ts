/** Every fix of every recorded case, applied to the plan file: judged anew by the product, and by the naive checker. */
import { expect, test } from '@jest/globals';

import { renderFixesJson } from '../../src/format/json/fix-json.js';
import type { FixesJson } from '../../src/format/json/fix-schema.js';
import type { FindingJson } from '../../src/format/json/schema.js';
import { caseConfiguration, frozenCases, namedFiles } from '../support/fixture-report.js';
import { IS_LONG_RUN } from '../support/laws.js';
import { alike, changesRules, endedBy, fixFaults, type FixJson } from '../support/mend/fix-trial.js';
import { type NaiveCase, naiveCase } from '../support/naive/cases.js';
import { cutsOf } from '../support/naive/cuts.js';
import type { PlanFile } from '../support/naive/documents.js';
import { withAdds } from '../support/naive/fixes.js';

/** The usual run takes every fourth case; of another folder (PLANS) all are asked for. */
const isWhole = IS_LONG_RUN || process.env['PLANS'] !== undefined;
const cases = frozenCases().filter((_, i) => isWhole || i % 4 === 0);

test.each(cases)('%s: every failing finding has a fix, or a sentence why it has none', async (name) => {
  const { open, fixes, without } = await fixesOf(name);
  const failing = open.filter(({ severity }) => severity === 'critical');
  const helped = new Set([
    ...fixes.filter(changesRules).map(({ fingerprint }) => fingerprint),
    ...without.filter(({ why }) => why !== '').map(({ fingerprint }) => fingerprint),
  ]);
  expect(failing.filter(({ fingerprint }) => !helped.has(fingerprint))).toEqual([]);
});

test.each(cases)('%s: each fix that changes rules ends clean', async (name) => {
  const { world, plans, open, fixes } = await fixesOf(name);
  const [plan, ...others] = plans;
  // Facts are no matter of one plan file, and what else than rules and groups stays is in no list of a fix.
  if (plan === undefined || others.length > 0 || namedFiles(name, 'facts').length > 0) return;
  if (movesPool(plan)) return;
  const trial = { plan, world, open, configuration: caseConfiguration(name) };
  for (const same of alike(fixes).filter(([fix]) => changesRules(fix))) {
    expect(fixFaults(trial, same)).toEqual([]);
  }
});

function movesPool({ resource_changes: changes = [] }: PlanFile): boolean {
  return changes.some(({ type, change }) => type.endsWith('_node_pool_v3') && change.actions.length > 1);
}

/** In the usual run fewer moments of an apply are looked at. */
const EFFORT = { moments: IS_LONG_RUN ? 10_000 : 300, seed: 1 };

test.each(cases)('%s: what is applied in stages cuts nothing that it is for', async (name) => {
  const { world, open, fixes } = await fixesOf(name);
  if (world.limits.length > 0) return;
  const alone = new Set(cutsOf(world, [[]], EFFORT).map(({ what }) => what));
  for (const [fix, ...same] of alike(fixes.filter(({ stages }) => stages.length > 0))) {
    const [first] = fix.stages;
    const stages = fix.stages.map(({ targets }) => targets);
    const cuts = new Set(
      cutsOf(withAdds(world, fix, first?.targets ?? []), stages, EFFORT).map(({ what }) => what),
    );
    const ended = endedBy([fix, ...same], open);
    const isFor = (what: string): boolean =>
      ended.some(({ requirement: id }) => what.startsWith(`${id ?? ''} of `));
    // What the plan cuts for a moment anyhow is told apart.
    const isTold = (what: string): boolean =>
      open.some(
        ({ change, requirement: id }) => change === 'transient' && what.startsWith(`${id ?? ''} of `),
      );
    expect(
      [...cuts].filter((what) => (isFor(what) && !isTold(what)) || !(alone.has(what) || isTold(what))),
    ).toEqual([]);
  }
});

interface Fixed extends NaiveCase {
  readonly open: readonly FindingJson[];
  readonly fixes: readonly FixJson[];
  readonly without: FixesJson['without'];
}

async function fixesOf(name: string): Promise<Fixed> {
  const one = await naiveCase(name);
  const typed = one.typed.findings.filter(({ waived }) => waived === undefined);
  const json = JSON.parse(renderFixesJson(typed)) as FixesJson;
  const open = one.report.findings.filter(({ waived }) => waived === null);
  return { ...one, open, fixes: json.fixes, without: json.without };
}
