import type { CheckId } from '../check/check-id.js';
import type { Change } from '../weigh/causes.js';
import type { Severity } from '../config/configuration.js';
import { packetPhrases } from './phrases.js';
import type { Report, ReportCause, ReportFinding } from './report.js';
import { messageWithoutId, type Together, unknownPeers, wordingOf } from './wording.js';

/** A row of the tables in a block; a row that lacks several kinds of packets is there several times. */
export interface BlockRow {
  /** `T1.2`. */
  readonly requirement: string;
  /** `TCP 10250`; empty when the finding names no packets. */
  readonly what: string;
  /** `from 192.168.0.0/20`; empty when the finding names no packets. */
  readonly peers: string;
  /** What people lose; empty when the title says it. */
  readonly impact: string;
}

/**
 * Findings with one cause: what every format for people shows as one thing. All texts are as they stand in the report
 * or are made of these, so a renderer escapes each for its own format.
 */
export interface Block {
  readonly severity: Severity;
  readonly change: Change;
  readonly checks: readonly CheckId[];
  readonly title: string;
  /** An index of the report's `plans`. */
  readonly plan: number;
  readonly cluster: string | null;
  readonly group: string | null;
  readonly pool: string | null;
  readonly rows: readonly BlockRow[];
  /** Sentences that the rows do not tell. */
  readonly sentences: readonly string[];
  readonly causes: readonly ReportCause[];
  readonly witness: string | null;
  readonly remedy: string;
  readonly findings: readonly ReportFinding[];
}

/** The blocks of a report, the worst first, and what a waiver hides. */
export interface Blocks {
  readonly blocks: readonly Block[];
  readonly waived: readonly ReportFinding[];
}

const GRAVITY: readonly Severity[] = ['critical', 'warning', 'notice'];

/** Puts findings together that have plan, cluster, subject, change, severity and causes in common. */
export function blocksOf({ findings }: Pick<Report, 'findings'>): Blocks {
  const byKey = new Map<string, [ReportFinding, ...ReportFinding[]]>();
  for (const finding of findings) {
    if (finding.waived !== null) continue;
    const key = keyOf(finding);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [finding]);
    else same.push(finding);
  }
  return {
    blocks: [...byKey.values()]
      .map(blockOf)
      .sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity)),
    waived: findings.filter(({ waived }) => waived !== null),
  };
}

/** How many causes the blocks have between them: sets of changes, each counted once. */
export function causeCount(blocks: readonly Block[]): number {
  const sets = blocks.map(({ plan, causes }) => (causes.length === 0 ? '' : causeKey(plan, causes)));
  return new Set(sets.filter((key) => key !== '')).size;
}

/** Rows of the tables stand together whatever their check; other findings have remedies of their own. */
function keyOf(finding: ReportFinding): string {
  const { plan, cluster, group, pool, change, severity, requirement, check } = finding;
  const kind = requirement === null ? check : 'row';
  return JSON.stringify([plan, cluster, group, pool, change, severity, kind, reasonOf(finding)]);
}

/** What findings of a block share: their causes; where these are many for one reason, the reason. */
function reasonOf(finding: ReportFinding): readonly string[] {
  const { plan, causes, requirement, missing, change } = finding;
  if (requirement !== null && missing.length === 0) return [messageWithoutId(finding)];
  const unknown = change === 'undecided' ? unknownPeers(finding) : [];
  return unknown.length > 0 ? [...new Set(unknown)].sort() : [causeKey(plan, causes)];
}

function causeKey(plan: number, causes: readonly ReportCause[]): string {
  return JSON.stringify([plan, ...causes.map(({ address }) => address).sort()]);
}

function blockOf(findings: Together): Block {
  const [first] = findings;
  const { title, sentences } = wordingOf(findings);
  return {
    severity: first.severity,
    change: first.change,
    checks: [...new Set(findings.map(({ check }) => check))],
    title,
    plan: first.plan,
    cluster: first.cluster,
    group: first.group,
    pool: first.pool,
    rows: findings.flatMap((finding) => rowsOf(finding, title)).sort(byNumber),
    sentences,
    causes: causesOf(findings),
    witness: findings.find(({ witness }) => witness !== null)?.witness ?? null,
    remedy: first.remedy,
    findings,
  };
}

function causesOf(findings: Together): readonly ReportCause[] {
  const byAddress = new Map(findings.flatMap(({ causes }) => causes.map((cause) => [cause.address, cause])));
  return [...byAddress.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
}

function rowsOf(finding: ReportFinding, title: string): readonly BlockRow[] {
  const { requirement, missing } = finding;
  if (requirement === null) return [];
  const impact = finding.impact.toLowerCase() === title.toLowerCase() ? '' : finding.impact;
  const phrases = missing.length === 0 ? [{ what: '', peers: '' }] : packetPhrases(missing);
  return phrases.map((phrase) => ({ requirement, ...phrase, impact }));
}

/** The page's order: `T1.9` before `T1.10`. */
function byNumber({ requirement: a }: BlockRow, { requirement: b }: BlockRow): number {
  const [tableA = 0, rowA = 0] = numbersOf(a);
  const [tableB = 0, rowB = 0] = numbersOf(b);
  return tableA - tableB || rowA - rowB;
}

function numbersOf(requirement: string): readonly number[] {
  return requirement.slice(1).split('.').map(Number);
}
