import { compare, connectedBy, distinct, firstOfEach, groupBy, type NonEmpty } from '../collections.js';
import { parseAddress } from '../terraform/traversal.js';
import { type CheckMetadata, rowsOf } from '../check/finding.js';
import { byGravity, type Severity } from '../config/severity.js';
import type { Requirement } from '../model/requirement.js';
import type { Change } from '../weigh/causes.js';
import { must } from '../result.js';
import type { Fixes } from './fix.js';
import type { GroupName, Report, ReportCause, ReportFinding, WaivedFinding } from './report.js';
import { apartWords } from './words/apart-words.js';
import { blockSentences } from './words/block-words.js';
import { headlineOf } from './words/headline-words.js';
import { impactOf } from './words/impact-words.js';
import { ENDED_ABOVE, remedyOf } from './words/remedy-words.js';
import { type PacketPhrase, packetPhrases, witnessText } from './words/packet-words.js';
import type { Text } from './words/text.js';

/** A row of the tables in a block; a row that lacks several kinds of packets is there several times. */
export interface BlockRow {
  readonly row: Requirement;
  /** Undefined when the finding names no packets: then the sentences name the row. */
  readonly packets: PacketPhrase | undefined;
  /** What people lose; undefined when sentences say it. */
  readonly impact: Text | undefined;
}

/** Findings with one cause: what every format for people shows as one thing. */
export interface Block {
  readonly severity: Severity;
  readonly change: Change;
  readonly checks: readonly CheckMetadata[];
  readonly title: Text;
  /** An index of the report's `plans`. */
  readonly plan: number;
  readonly cluster: string | undefined;
  readonly group: GroupName | undefined;
  /** Pools with groups of their own of which all of this is said. */
  readonly pools: readonly string[];
  /** In the page's order. */
  readonly rows: readonly BlockRow[];
  /** Those, and the rows that sentences name. */
  readonly named: readonly Requirement[];
  /** Sentences that the rows do not tell. */
  readonly sentences: readonly Text[];
  /** By address, each once. */
  readonly causes: readonly ReportCause[];
  /** One packet that shows it; undefined for what is not lost for good. */
  readonly example: Text | undefined;
  readonly remedy: Text;
  /** The same where the blocks stand one below the other: the first fix of an earlier one may be the first one here, too. */
  readonly remedyBelow: Text;
  /** What tells it apart from others with the same title in a list; empty where there are none. */
  readonly apart: readonly Text[];
  /** What mends all of it; undefined when nobody looked for it. */
  readonly fixes: Fixes | undefined;
  /** Those of every pool. */
  readonly findings: NonEmpty<ReportFinding>;
}

/** The blocks of a report, the worst first, and what a waiver hides. */
export interface Blocks {
  readonly blocks: readonly Block[];
  readonly waived: readonly WaivedFinding[];
}

/**
 * Puts findings together that have plan, cluster, subject, change and severity in common and that a change of the plan
 * (or a value that it does not know) connects. What is the same for several pools is told once.
 */
export function blocksOf({ findings }: Pick<Report, 'findings'>): Blocks {
  const told = sharedByPools(findings.filter((finding) => !isWaived(finding)));
  const alike = groupBy(told, subjectKey);
  const blocks = [...alike.values()]
    .flatMap((some) => connectedBy(some, handlesOf))
    .map(blockOf)
    .sort((a, b) => byGravity(a.severity, b.severity));
  const apart = apartWords(blocks);
  return {
    blocks: withEndedAbove(blocks).map((block, i) => ({
      ...block,
      apart: must(apart[i], 'each block is told apart'),
    })),
    waived: findings.filter(isWaived),
  };
}

function withEndedAbove(blocks: readonly Block[]): readonly Block[] {
  const above = new Set<string>();
  return blocks.map((block) => {
    const { plan, cluster, change, fixes } = block;
    const { step, adds, removes } = fixes?.first() ?? {};
    // What is undecided has first of all something that decides it.
    if (step === undefined || change === 'undecided') return block;
    const key = JSON.stringify([plan, cluster, step, adds, removes]);
    if (above.has(key)) return { ...block, remedyBelow: ENDED_ABOVE };
    above.add(key);
    return block;
  });
}

/** Nothing is lost for good: its rows are told in short, and what may happen needs no example. */
export function isMild({ change }: Pick<ReportFinding, 'change'>): boolean {
  return change === 'transient' || change === 'undecided';
}

/** One packet that shows it. */
export function exampleOf(finding: ReportFinding): Text | undefined {
  const { witness } = finding;
  return witness === undefined || isMild(finding) ? undefined : witnessText(witness);
}

export function isWaived(finding: ReportFinding): finding is WaivedFinding {
  return finding.waived !== undefined;
}

/** A finding, and those that say the same of other pools in its group. */
interface Told {
  readonly finding: ReportFinding;
  readonly all: NonEmpty<ReportFinding>;
  readonly pools: readonly string[];
}

function sharedByPools(findings: readonly ReportFinding[]): readonly Told[] {
  return [...groupBy(findings, sameForPools).values()].map((all) => ({
    finding: all[0],
    all,
    pools: distinct(all.flatMap(({ pool }) => pool ?? [])),
  }));
}

/** What a finding says, but for the pool; two of the same pool are never the same. */
function sameForPools(finding: ReportFinding): string {
  const { plan, cluster, group, pool, change, severity, check, row, reason, missing, causes } = finding;
  if (pool === undefined || row === undefined || reason.kind !== 'row') return finding.fingerprint;
  const said = [plan, cluster, group?.key, change, severity, check.id, row.id, reason, missing];
  return JSON.stringify([...said, causes.map(({ address }) => address)], (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

/** Rows of the tables stand together whatever their check; other findings have remedies of their own. */
function subjectKey({ finding, pools }: Told): string {
  const { plan, cluster, group, change, severity, row, check, reason } = finding;
  // Rules that change places may be refused, and cut rows for a moment: one thing of the group.
  if (changesPlaces(finding)) return JSON.stringify([plan, cluster, severity, 'shift', group?.key]);
  const kind = row === undefined ? check.id : reason.kind;
  // What pools lack of one another is one thing of the cluster.
  const subject = reason.kind === 'not-crosswise' ? [] : [group?.key, pools];
  return JSON.stringify([plan, cluster, change, severity, kind, subject]);
}

function changesPlaces({ remedy }: ReportFinding): boolean {
  return remedy.kind === 'stable-keys';
}

/** What connects findings: what would decide them, else the changes that bring them about. */
function handlesOf({ finding }: Told): readonly string[] {
  const { causes, change, reason, row } = finding;
  // One setting of the group does for all of them.
  if (reason.kind === 'repeats' && reason.twin.kind === 'rule-of-new-groups' && reason.twin.isSure) {
    return [reason.twin.kind];
  }
  if (row !== undefined && reason.kind !== 'row') return [reason.kind];
  const doubts = reason.kind === 'row' ? reason.doubts : [];
  if (doubts.length > 0) return doubts.map((doubt) => JSON.stringify(doubt));
  if (causes.length === 0) return [''];
  // Instances of one block that change places cut one another's rows.
  const isOfBlock = change === 'transient' || changesPlaces(finding);
  return causes.map(({ address }) => (isOfBlock ? blockOfAddress(address) : address));
}

function blockOfAddress(address: string): string {
  const { modules = [], block = address } = parseAddress(address) ?? {};
  return [...modules.map(({ name }) => name), block].join(' ');
}

/** How many causes the blocks have between them: sets of changes that have none in common. */
export function causeCount(blocks: readonly Block[]): number {
  const caused = blocks.filter(({ causes }) => causes.length > 0);
  return connectedBy(caused, ({ plan, causes }) =>
    causes.map(({ address }) => JSON.stringify([plan, address])),
  ).length;
}

function blockOf(told: NonEmpty<Told>): Block {
  const [{ finding: first }, ...others] = told;
  const findings: NonEmpty<ReportFinding> = [first, ...others.map(({ finding }) => finding)];
  const remedy = remedyOf(...findings);
  const isOfCluster = first.reason.kind === 'not-crosswise';
  return {
    severity: first.severity,
    // Rows tell more than what is said of the rules beside them.
    change: (findings.find(({ row }) => row !== undefined) ?? first).change,
    checks: distinct(findings.map(({ check }) => check)),
    title: headlineOf(...findings),
    plan: first.plan,
    cluster: first.cluster,
    group: isOfCluster ? undefined : first.group,
    pools: isOfCluster ? [] : distinct(told.flatMap(({ pools }) => pools)),
    rows: findings.flatMap(rowsOfBlock).sort((a, b) => inPageOrder(a.row, b.row)),
    named: [...distinct(findings.flatMap(namedRows))].sort(inPageOrder),
    sentences: blockSentences(findings),
    causes: causesOfAll(findings),
    example: findings.map(exampleOf).find((example) => example !== undefined),
    ...{ remedy, remedyBelow: remedy, apart: [] },
    fixes: first.fixes,
    findings: [...told[0].all, ...others.flatMap(({ all }) => all)],
  };
}

function causesOfAll(findings: readonly ReportFinding[]): readonly ReportCause[] {
  const causes = firstOfEach(
    findings.flatMap((finding) => finding.causes),
    ({ address }) => address,
  );
  return [...causes].sort((a, b) => compare(a.address, b.address));
}

function rowsOfBlock(finding: ReportFinding): readonly BlockRow[] {
  const { row, missing, reason } = finding;
  if (row === undefined) return [];
  // The sentences tell which pools, and what.
  if (reason.kind === 'not-crosswise') return [{ row, packets: undefined, impact: undefined }];
  const impact = impactOf(finding);
  const phrases = missing.length === 0 ? [undefined] : packetPhrases(missing);
  return phrases.map((packets) => ({ row, packets, impact }));
}

function namedRows({ row, reason }: ReportFinding): readonly Requirement[] {
  if (reason.kind === 'repeats') return reason.twin.kind === 'default-rule' ? [reason.twin.row] : [];
  return rowsOf({ row, reason });
}

/** The page's order: `T1.9` before `T1.10`. */
function inPageOrder(a: Requirement, b: Requirement): number {
  return a.table - b.table || a.number - b.number;
}
