/** What is wrong with a printed fix: it is applied to the plan file, judged anew, and held against the naive checker. */
import { rowsOf } from '../../../src/check/finding.js';
import type { Configuration } from '../../../src/config/configuration.js';
import type { FixesJson } from '../../../src/format/json/fix-schema.js';
import type { FindingJson } from '../../../src/format/json/schema.js';
import { requirement } from '../../../src/model/model.js';
import { must } from '../../../src/result.js';
import { judgeBytes } from '../judge.js';
import { fixedPlan } from '../naive/apply.js';
import type { PlanFile } from '../naive/documents.js';
import { checkFix, type FixFor } from '../naive/fixes.js';
import { subjectOf } from '../naive/holds.js';
import type { NaiveWorld } from '../naive/world.js';

export type FixJson = FixesJson['fixes'][number];

/** A plan with its findings, as it is without the fix. */
export interface FixTrial {
  readonly plan: PlanFile;
  readonly world: NaiveWorld;
  readonly open: readonly FindingJson[];
  readonly configuration: Partial<Configuration>;
}

/** They change no rules, or when. */
const OTHER: ReadonlySet<string> = new Set(['waive', 'configuration', 'facts', 'order']);

/** Whether the rules are other ones with it. */
export function changesRules({ kind }: Pick<FixJson, 'kind'>): boolean {
  return !OTHER.has(kind);
}

/** Fixes of several findings that are one. */
export function alike(fixes: readonly FixJson[]): readonly (readonly [FixJson, ...FixJson[]])[] {
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

/** The findings that these fixes are for. */
export function endedBy(fixes: readonly FixJson[], open: readonly FindingJson[]): readonly FindingJson[] {
  return fixes.flatMap(({ fingerprint }) => open.filter((one) => one.fingerprint === fingerprint));
}

/** Faults of one fix, which stands at several findings: what is new, what is left, and what the naive checker says. */
export function fixFaults(
  { plan, world, open, configuration }: FixTrial,
  same: readonly [FixJson, ...FixJson[]],
): readonly string[] {
  const [fix] = same;
  const ended = endedBy(same, open);
  const bytes = Buffer.from(JSON.stringify(fixedPlan(plan, fix, world, fix.stages.length > 0)));
  const next = judgeBytes(bytes, configuration);
  const after = next.findings.filter(({ severity, waived }) => severity !== 'notice' && waived === null);
  // Parts of rows of which no change decides whether they hold: the fix does not do so either.
  const undecided = next.typed.untouched.flatMap((finding) => rowsOf(finding).map(({ id }) => id));
  const known = new Set(open.map(({ fingerprint }) => fingerprint));
  const targets = new Set(ended.map(({ fingerprint }) => fingerprint));
  // What another finding says of the row as well is not for this fix to end.
  const told = open.filter((one) => !ended.includes(one)).map(({ requirement: id }) => id);
  const name = `${fix.kind} ${ended.map(({ requirement: row, check }) => row ?? check).join()}`;
  return [
    ...after.flatMap(({ fingerprint, message }) =>
      targets.has(fingerprint)
        ? [`${name} leaves ${message}`]
        : known.has(fingerprint)
          ? []
          : [`${name} brings ${message}`],
    ),
    ...(world.limits.length > 0
      ? []
      : naiveFaults(world, fix, ended, [...undecided, ...told]).map((fault) => `${name}: ${fault}`)),
  ];
}

function naiveFaults(
  world: NaiveWorld,
  fix: FixJson,
  ended: readonly FindingJson[],
  excused: readonly (string | null)[],
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
  const own = lacking.filter((id) => !excused.includes(id));
  // Of a row that lacks something anyhow, or that holds for each pool by itself, nobody sees here which rules it needs.
  const isSeen =
    own.length === lacking.length && checkFix(world, { ...fix, adds: [] }, wanted).lacking.length > 0;
  return [...own, ...beyond, ...twins, ...(isSeen ? idle : []), ...pieces];
}
