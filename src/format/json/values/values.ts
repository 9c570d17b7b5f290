import { compare } from '../../../collections.js';
import type { Severity } from '../../../config/configuration.js';
import { REQUIREMENTS } from '../../../model/model.js';
import type { Requirement } from '../../../model/requirement.js';
import { PeerSet } from '../../../net/peers.js';
import type { Fixes } from '../../../report/fix.js';
import { type PlanPart, type RunPart, shardParts } from '../../../report/joined.js';
import type { GroupName, Report, ReportCause } from '../../../report/report.js';
import { openText, shownValue } from '../../../report/words/text.js';

/** What a merge has to know beside the report. */
export interface ValuesOptions {
  /** By which it was judged. */
  readonly failOn?: Severity | 'never' | undefined;
  /** Where findings without a place are shown. */
  readonly fallbackFile?: string | undefined;
}

/**
 * What the texts of a report are made from, on one line: `merge` reads it, and nobody else has to. An audit has none.
 * Free of values that Terraform marks sensitive: a group that has no name to be printed has a number.
 */
export function valuesText(
  report: Report,
  { failOn = 'critical', fallbackFile = '' }: ValuesOptions,
): string | undefined {
  if (report.cloud !== undefined) return undefined;
  const { plans, runs } = shardParts(report);
  const { unreported } = report;
  return lineOf({
    ...{ failOn, fallbackFile, unreported },
    plans: plans.map(planValues),
    runs: runs.map(runValues),
  });
}

/** All that is said of a plan, the same text for the same. */
export function planText(part: PlanPart): string {
  return lineOf(planValues(part));
}

const ROWS: ReadonlySet<unknown> = new Set(REQUIREMENTS);

function isRow(value: unknown): value is Requirement {
  return ROWS.has(value);
}

function lineOf(value: unknown): string {
  return JSON.stringify(asWritten(value, shownValue));
}

/**
 * The value as it is written: keys in the order of the alphabet, so that what was read is written as it was; values as
 * far as anybody shows them, but for what is to be pasted.
 */
function asWritten(value: unknown, shown: (text: string) => string): unknown {
  if (value === undefined) return null;
  if (isRow(value)) return value.id;
  if (typeof value === 'string') return shown(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => asWritten(one, shown));
  const parts = Object.entries(value instanceof PeerSet ? value.toJSON() : value)
    // Whose it is: in another list the plan has another place.
    .filter(([key, one]) => key !== 'plan' || typeof one !== 'number')
    .sort(([a], [b]) => compare(a, b));
  const whole = (text: string): string => text;
  return Object.fromEntries(
    parts.map(([key, one]) => [key, asWritten(one, key === 'fixes' ? whole : shown)]),
  );
}

function planValues({ plan, clusters, groups, findings, untouched, resolved }: PlanPart) {
  const table = fixTable();
  const keyOf = keysOf([
    ...groups.map(({ key, id, address }) => ({ key, shown: id ?? address ?? '' })),
    ...[...findings, ...untouched, ...resolved].flatMap(({ group }) => group ?? []),
  ]);
  return {
    plan: { ...plan, effectiveFingerprint: plan.effectiveFingerprint() },
    clusters,
    groups: groups.map((group) => ({ ...group, key: keyOf(group.key) })),
    findings: findings.map((one) => findingValues(one, keyOf, table.indexOf)),
    fixes: table.fixes,
    untouched: untouched.map((one) => findingValues(one, keyOf, table.indexOf)),
    resolved: resolved.map(({ check, row, cluster, group }) => ({
      ...{ check: check.id, row, cluster },
      group: group && nameValues(group, keyOf),
    })),
  };
}

function runValues({ configuration, findings }: RunPart) {
  const table = fixTable();
  const keyOf = keysOf(findings.flatMap(({ group }) => group ?? []));
  return {
    configuration,
    findings: findings.map((one) => findingValues(one, keyOf, table.indexOf)),
    fixes: table.fixes,
  };
}

type KeyOf = (key: string) => string;

/** Keys that are printed anyway stay what they are; another one may be a secret. */
function keysOf(names: readonly Pick<GroupName, 'key' | 'shown'>[]): KeyOf {
  const printed = new Set(names.flatMap(({ key, shown }) => (key === shown ? [key] : [])));
  const numbers = new Map<string, number>();
  for (const { key } of names) {
    if (!printed.has(key) && !numbers.has(key)) numbers.set(key, numbers.size + 1);
  }
  return (key) => (printed.has(key) ? key : `#${String(numbers.get(key))}`);
}

function nameValues({ key, shown, isNameless }: GroupName, keyOf: KeyOf): GroupName {
  return { key: keyOf(key), shown, isNameless };
}

/** Findings of one cause share what mends them. */
function fixTable() {
  const known = new Map<Fixes, number>();
  const fixes: object[] = [];
  return {
    fixes,
    indexOf: (found: Fixes | undefined): number | undefined => {
      if (found === undefined) return undefined;
      const index = known.get(found) ?? fixes.length;
      if (index === fixes.length) {
        known.set(found, index);
        fixes.push(fixValues(found));
      }
      return index;
    },
  };
}

function fixValues(fixes: Fixes): object {
  const isFirst = fixes.first() !== undefined;
  const all = fixes.all().map((fix) => {
    const { kind, step, blocks, module, configuration, adds, removes, effects, stages } = fix;
    return { kind, step, blocks, module, configuration, adds, removes, effects, stages };
  });
  return { isFirst, all, why: fixes.whyNone() };
}

type Found = PlanPart['findings'][number];

function findingValues(
  finding: Found,
  keyOf: KeyOf,
  indexOf: (fixes: Fixes | undefined) => number | undefined,
): object {
  const { identity, ofRun, check, severity, change, row, cluster, group, pool, role } = finding;
  const { missing, witness, causes, reason, remedy, restsOn, fixes, waived } = finding;
  return {
    ...{ identity, ofRun, severity, change, row, cluster, pool, role, missing, witness, remedy, restsOn },
    check: check.id,
    group: group && nameValues(group, keyOf),
    causes: causes.map(causeValues),
    reason:
      reason.kind === 'waiver-idle'
        ? { ...reason, waiver: { ...reason.waiver, packets: reason.waiver.packets?.text } }
        : reason,
    fixes: indexOf(fixes),
    waived: waived && { reason: waived.reason, owner: waived.owner, expires: waived.expires },
  };
}

function causeValues({ address, actions, place, unplaced, standIn }: ReportCause): object {
  return {
    ...{ address, actions, place, standIn },
    unplaced: unplaced === undefined ? undefined : openText(unplaced),
  };
}
