import * as v from 'valibot';

import { CHECK_IDS } from '../../../check/check-id.js';
import { CHECKS } from '../../../check/checks.js';
import type { Remedy } from '../../../check/finding.js';
import type { PlacedBy } from '../../../cluster/placement.js';
import { FAIL_LEVELS, SEVERITIES } from '../../../config/severity.js';
import type { Action, Program } from '../../../plan/document/document.js';
import { NETWORK_MODELS } from '../../../model/requirement.js';
import type { Fixes } from '../../../report/fix.js';
import type { PlanPart, RunPart } from '../../../report/joined.js';
import type { GroupName, ReportAddresses, ReportCause, ReportRecord } from '../../../report/report.js';
import { toText } from '../../../report/words/text.js';
import { must } from '../../../result.js';
import type { Change } from '../../../weigh/causes.js';
import { fixesValue } from './fix-values.js';
import { defaultValue, openBeforeValue, packetsValue, witnessValue } from './packet-values.js';
import { amount, eachText, maybe, peerSet, roleName, rowById, strings, wholeNumber } from './parts.js';
import { reasonValue } from './reason-values.js';

type Schema<T> = v.GenericSchema<unknown, T>;

const spotParts = { file: v.string(), line: wholeNumber(1, 2 ** 31), endLine: wholeNumber(1, 2 ** 31) };
const spot = v.object(spotParts);

const cause: Schema<ReportCause> = v.object({
  address: v.string(),
  actions: v.array(eachText<Action>()(['no-op', 'create', 'read', 'update', 'delete', 'forget'])),
  place: maybe(v.object({ ...spotParts, isBase: v.boolean(), block: maybe(spot), call: maybe(spot) })),
  unplaced: maybe(v.pipe(v.string(), v.transform(toText))),
  standIn: maybe(spot),
});

const check = v.pipe(
  v.picklist(CHECK_IDS),
  v.transform((id) =>
    must(
      CHECKS.find((one) => one.id === id),
      'each id has its check',
    ),
  ),
);

const remedy: Schema<Remedy> = v.object({
  kind: eachText<Remedy['kind']>()([
    'of-check',
    'prove',
    'tell-value',
    'name-load-balancers',
    'narrow-later',
    'stable-keys',
    'pool-beside',
    'tell-model',
    'show-cluster',
    'admit-pools',
    'name-group',
    'check-filters',
    'keep-one',
    'remove-idle',
    'add-own-rule',
    'look-again',
  ]),
});

const groupName: Schema<GroupName> = v.object({
  key: v.string(),
  shown: v.string(),
  isNameless: v.boolean(),
});

/** `fixes` is a place in the list beside the findings: many have theirs in common. */
const finding = v.object({
  identity: v.string(),
  ofRun: maybe(v.string()),
  check,
  severity: v.picklist(SEVERITIES),
  change: eachText<Change>()(['introduced', 'transient', 'pre-existing', 'undecided']),
  row: maybe(rowById),
  cluster: maybe(v.string()),
  group: maybe(groupName),
  pool: maybe(v.string()),
  role: maybe(roleName),
  missing: v.array(packetsValue),
  witness: maybe(witnessValue),
  causes: v.array(cause),
  reason: reasonValue,
  remedy,
  restsOn: v.array(defaultValue),
  fixes: maybe(amount),
  waived: maybe(v.object({ reason: v.string(), owner: v.string(), expires: v.string() })),
});

type FindingValue = v.InferOutput<typeof finding>;

function fixesOf({ isFirst, all, why }: v.InferOutput<typeof fixesValue>): Fixes {
  return { first: () => (isFirst ? all[0] : undefined), all: () => all, whyNone: () => why };
}

function findingsOfValues(findings: readonly FindingValue[], fixes: readonly Fixes[]): PlanPart['findings'] {
  return findings.map((one) => ({
    ...one,
    fingerprint: one.identity,
    occasion: 'plan',
    fixes: one.fixes === undefined ? undefined : fixes[one.fixes],
  }));
}

const addresses: Schema<ReportAddresses> = v.object({
  peers: v.union([v.literal('sensitive'), peerSet]),
  source: v.string(),
});

const cluster = v.object({
  name: v.string(),
  address: maybe(v.string()),
  networkType: maybe(v.string()),
  model: maybe(v.picklist(NETWORK_MODELS)),
  isModelConfigured: v.boolean(),
  addresses: maybe(v.object({ vpc: addresses, container: addresses, master: addresses, dns: addresses })),
});

const group = v.object({
  role: roleName,
  cluster: v.string(),
  key: v.string(),
  name: maybe(v.string()),
  address: maybe(v.string()),
  id: maybe(v.string()),
  placedBy: eachText<PlacedBy>()(['configuration', 'reference', 'id', 'description', 'name', 'assumed']),
  openBefore: v.array(openBeforeValue),
  defaults: v.array(defaultValue),
});

const record: Schema<ReportRecord> = v.object({
  cluster: v.string(),
  isNameable: v.boolean(),
  gone: v.array(rowById),
  recorded: v.array(rowById),
  entry: v.object({ gone: strings, standing: v.union([v.literal('all'), strings]) }),
});

const plan = v.pipe(
  v.object({
    path: v.string(),
    label: maybe(v.string()),
    root: maybe(v.string()),
    formatVersion: v.string(),
    terraformVersion: v.string(),
    program: eachText<Program>()(['terraform', 'tofu']),
    changes: amount,
    showsCluster: v.boolean(),
    complete: v.boolean(),
    ruleChanges: amount,
    isUnchanged: v.boolean(),
    unchangedIf: v.array(maybe(rowById)),
    holds: v.object({ groups: amount, rows: amount, of: amount }),
    records: v.array(record),
    effectiveFingerprint: maybe(v.string()),
  }),
  v.transform(({ effectiveFingerprint, ...one }) => ({
    ...one,
    effectiveFingerprint: () => effectiveFingerprint,
  })),
);

const planPart = v.pipe(
  v.object({
    plan,
    clusters: v.array(cluster),
    groups: v.array(group),
    findings: v.array(finding),
    fixes: v.array(fixesValue),
    untouched: v.array(finding),
    resolved: v.array(v.object({ check, row: rowById, cluster: v.string(), group: maybe(groupName) })),
  }),
  v.transform(({ findings, fixes, untouched, ...one }): PlanPart => ({
    ...one,
    findings: findingsOfValues(findings, fixes.map(fixesOf)),
    untouched: findingsOfValues(untouched, []),
  })),
);

const runPart = v.pipe(
  v.object({ configuration: v.string(), findings: v.array(finding), fixes: v.array(fixesValue) }),
  v.transform(({ configuration, findings, fixes }): RunPart => ({
    configuration,
    findings: findingsOfValues(findings, fixes.map(fixesOf)),
  })),
);

/** What the texts of a report are made from, as `merge` reads it. */
export const valuesSchema = v.object({
  failOn: v.picklist(FAIL_LEVELS),
  fallbackFile: v.string(),
  unreported: strings,
  plans: v.array(planPart),
  runs: v.array(runPart),
});
