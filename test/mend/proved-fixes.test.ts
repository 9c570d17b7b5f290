/** Every fix of every recorded case, applied to the plan file: judged anew by the product, and by the naive checker. */
import { expect, test } from '@jest/globals';

import { renderFixesJson } from '../../src/format/json/fix-json.js';
import type { FixesJson } from '../../src/format/json/fix-schema.js';
import { requirement } from '../../src/model/model.js';
import { must } from '../../src/result.js';
import type { FindingJson } from '../../src/format/json/schema.js';
import { caseConfiguration, frozenCases, namedFiles } from '../support/fixture-report.js';
import { judgeBytes } from '../support/judge.js';
import { IS_LONG_RUN } from '../support/laws.js';
import { fixedPlan } from '../support/naive/apply.js';
import { type NaiveCase, naiveCase } from '../support/naive/cases.js';
import type { PlanFile } from '../support/naive/documents.js';
import { cutsOf } from '../support/naive/cuts.js';
import { checkFix, type FixFor, withAdds } from '../support/naive/fixes.js';
import { subjectOf } from '../support/naive/holds.js';

type FixJson = FixesJson['fixes'][number];

/** They change no rules, or when. */
const OTHER: ReadonlySet<string> = new Set(['waive', 'configuration', 'facts', 'order']);

/** The usual run takes every fourth case. */
const cases = frozenCases().filter((_, i) => IS_LONG_RUN || i % 4 === 0);

test.each(cases)('%s: every failing finding has a fix, or a sentence why it has none', async (name) => {
  const { open, fixes, without } = await fixesOf(name);
  const failing = open.filter(({ severity }) => severity === 'critical');
  const helped = new Set([
    ...fixes.filter(({ kind }) => !OTHER.has(kind)).map(({ fingerprint }) => fingerprint),
    ...without.filter(({ why }) => why !== '').map(({ fingerprint }) => fingerprint),
  ]);
  expect(failing.filter(({ fingerprint }) => !helped.has(fingerprint))).toEqual([]);
});

test.each(cases)('%s: each fix that changes rules ends clean', async (name) => {
  const { world, plans, open, fixes } = await fixesOf(name);
  const [plan, ...others] = plans;
  // Facts and a group that is destroyed are no matter of rules in one plan file.
  if (plan === undefined || others.length > 0 || namedFiles(name, 'facts').length > 0 || losesGroup(plan))
    return;
  for (const [fix, ...same] of alike(fixes).filter(([{ kind }]) => !OTHER.has(kind))) {
    const ended = [fix, ...same].flatMap(({ fingerprint }) =>
      open.filter((one) => one.fingerprint === fingerprint),
    );
    const bytes = Buffer.from(JSON.stringify(fixedPlan(plan, fix, world, fix.stages.length > 0)));
    const after = judgeBytes(bytes, caseConfiguration(name)).findings.filter(
      ({ severity }) => severity !== 'notice',
    );
    const known = new Set(open.map(({ fingerprint }) => fingerprint));
    const told = `${fix.kind} ${ended.map(({ requirement: row, check }) => row ?? check).join()}`;
    expect([told, after.filter((one) => !known.has(one.fingerprint)).map(({ message }) => message)]).toEqual([
      told,
      [],
    ]);
    expect([
      told,
      after
        .filter((one) => ended.some(({ fingerprint }) => fingerprint === one.fingerprint))
        .map(({ message }) => message),
    ]).toEqual([told, []]);
    if (world.limits.length === 0) expect([told, naiveFaults(world, fix, ended)]).toEqual([told, []]);
  }
});

function losesGroup({ resource_changes: changes = [] }: PlanFile): boolean {
  return changes.some(
    ({ type, change }) => /_secgroup_v[23]$/.test(type) && change.actions.includes('delete'),
  );
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
    const ended = [fix, ...same].flatMap(({ fingerprint }) =>
      open.filter((one) => one.fingerprint === fingerprint),
    );
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

/** Fixes of several findings that are one. */
function alike(fixes: readonly FixJson[]): readonly (readonly [FixJson, ...FixJson[]])[] {
  const found = new Map<string, [FixJson, ...FixJson[]]>();
  for (const fix of fixes) {
    if (fix.adds.length === 0 && fix.removes.length === 0 && fix.stages.length === 0) continue;
    const key = JSON.stringify([fix.kind, fix.adds, fix.removes, fix.stages]);
    const same = found.get(key);
    if (same === undefined) found.set(key, [fix]);
    else same.push(fix);
  }
  return [...found.values()];
}

function naiveFaults(
  world: NaiveCase['world'],
  fix: FixJson,
  ended: readonly FindingJson[],
): readonly string[] {
  const wanted = ended.flatMap((finding): readonly FixFor[] => {
    const { requirement: id } = finding;
    if (id === null) return [];
    return [
      { row: must(requirement(id), id), subject: must(subjectOf(world, finding), 'its group is known') },
    ];
  });
  // What no row asks for is for the product alone to judge.
  if (wanted.length === 0) return [];
  const { lacking, beyond, twins, idle, pieces } = checkFix(world, fix, wanted);
  return [...lacking, ...beyond, ...twins, ...idle, ...pieces];
}
