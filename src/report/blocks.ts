import { compare, distinct, firstOfEach, groupBy, type NonEmpty } from '../collections.js';
import type { CheckMetadata } from '../check/finding.js';
import type { Severity } from '../config/configuration.js';
import type { Requirement } from '../model/requirement.js';
import type { Change } from '../weigh/causes.js';
import type { GroupName, Report, ReportCause, ReportFinding, WaivedFinding } from './report.js';
import { blockWords } from './words/block-words.js';
import { impactOf, remedyOf } from './words/finding-words.js';
import { type PacketPhrase, packetPhrases, unknownPeers, witnessText } from './words/packet-words.js';
import type { Text } from './words/text.js';

/** A row of the tables in a block; a row that lacks several kinds of packets is there several times. */
export interface BlockRow {
  readonly row: Requirement;
  /** Undefined when the finding names no packets: then the sentences name the row. */
  readonly packets: PacketPhrase | undefined;
  /** What people lose; undefined when the title says it. */
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
  readonly pool: string | undefined;
  /** In the page's order. */
  readonly rows: readonly BlockRow[];
  /** Sentences that the rows do not tell. */
  readonly sentences: readonly Text[];
  /** By address, each once. */
  readonly causes: readonly ReportCause[];
  readonly witness: Text | undefined;
  readonly remedy: Text;
  readonly findings: NonEmpty<ReportFinding>;
}

/** The blocks of a report, the worst first, and what a waiver hides. */
export interface Blocks {
  readonly blocks: readonly Block[];
  readonly waived: readonly WaivedFinding[];
}

const GRAVITY: readonly Severity[] = ['critical', 'warning', 'notice'];

/** Puts findings together that have plan, cluster, subject, change, severity and causes in common. */
export function blocksOf({ findings }: Pick<Report, 'findings'>): Blocks {
  return {
    blocks: [
      ...groupBy(
        findings.filter((finding) => !isWaived(finding)),
        blockKey,
      ).values(),
    ]
      .map(blockOf)
      .sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity)),
    waived: findings.filter(isWaived),
  };
}

function isWaived(finding: ReportFinding): finding is WaivedFinding {
  return finding.waived !== undefined;
}

/** How many causes the blocks have between them: sets of changes, each counted once. */
export function causeCount(blocks: readonly Block[]): number {
  const caused = blocks.filter(({ causes }) => causes.length > 0);
  return new Set(caused.map(({ plan, causes }) => causeKey(plan, causes))).size;
}

/** Rows of the tables stand together whatever their check; other findings have remedies of their own. */
function blockKey(finding: ReportFinding): string {
  const { plan, cluster, group, pool, change, severity, row, check } = finding;
  const kind = row === undefined ? check.id : 'row';
  return JSON.stringify([plan, cluster, group?.key, pool, change, severity, kind, sharedBy(finding)]);
}

/** What findings of a block share: their causes; where these are many for one reason, the reason. */
function sharedBy({ plan, causes, row, missing, change, reason }: ReportFinding): readonly string[] {
  if (row !== undefined && reason.kind !== 'row') return [reason.kind];
  const unknown = change === 'undecided' ? unknownPeers(missing) : [];
  return unknown.length > 0 ? [...unknown].sort() : [causeKey(plan, causes)];
}

function causeKey(plan: number, causes: readonly ReportCause[]): string {
  return JSON.stringify([plan, ...causes.map(({ address }) => address).sort()]);
}

function blockOf(findings: NonEmpty<ReportFinding>): Block {
  const [first] = findings;
  const { title, sentences, isImpactTold } = blockWords(findings);
  const witness = findings.find((finding) => finding.witness !== undefined)?.witness;
  return {
    severity: first.severity,
    change: first.change,
    checks: distinct(findings.map(({ check }) => check)),
    title,
    plan: first.plan,
    cluster: first.cluster,
    group: first.group,
    pool: first.pool,
    rows: findings.flatMap((finding) => rowsOfBlock(finding, isImpactTold)).sort(inPageOrder),
    sentences,
    causes: causesOfAll(findings),
    witness: witness === undefined ? undefined : witnessText(witness),
    remedy: remedyOf(first),
    findings,
  };
}

function causesOfAll(findings: readonly ReportFinding[]): readonly ReportCause[] {
  const causes = firstOfEach(
    findings.flatMap((finding) => finding.causes),
    ({ address }) => address,
  );
  return [...causes].sort((a, b) => compare(a.address, b.address));
}

function rowsOfBlock(finding: ReportFinding, isImpactTold: boolean): readonly BlockRow[] {
  const { row, missing } = finding;
  if (row === undefined) return [];
  const impact = isImpactTold ? undefined : impactOf(finding);
  const phrases = missing.length === 0 ? [undefined] : packetPhrases(missing);
  return phrases.map((packets) => ({ row, packets, impact }));
}

/** The page's order: `T1.9` before `T1.10`. */
function inPageOrder({ row: a }: BlockRow, { row: b }: BlockRow): number {
  return a.table - b.table || a.number - b.number;
}
