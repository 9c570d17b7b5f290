import type { CheckId } from '../check/check-id.js';
import type { Change } from '../check/finding.js';
import type { Severity } from '../config/configuration.js';
import { packetPhrases } from './phrases.js';
import type { Report, ReportCause, ReportFinding } from './report.js';
import { impactsOf, sentencesOf, titleOf } from './wording.js';

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
  const { plan, cluster, group, pool, change, severity, causes, requirement, missing, check } = finding;
  const kind = requirement === null ? check : missing.length === 0 ? 'row without packets' : 'row';
  return JSON.stringify([cluster, group, pool, change, severity, kind, causeKey(plan, causes)]);
}

function causeKey(plan: number, causes: readonly ReportCause[]): string {
  return JSON.stringify([plan, ...causes.map(({ address }) => address).sort()]);
}

function blockOf(findings: readonly [ReportFinding, ...ReportFinding[]]): Block {
  const [first] = findings;
  const title = titleOf(findings);
  return {
    severity: first.severity,
    change: first.change,
    checks: [...new Set(findings.map(({ check }) => check))],
    title,
    plan: first.plan,
    cluster: first.cluster,
    group: first.group,
    pool: first.pool,
    rows: findings.flatMap((finding) => rowsOf(finding, title)),
    sentences: sentencesOf(findings, title),
    causes: first.causes,
    witness: findings.find(({ witness }) => witness !== null)?.witness ?? null,
    remedy: first.remedy,
    findings,
  };
}

function rowsOf(finding: ReportFinding, title: string): readonly BlockRow[] {
  const { requirement, missing } = finding;
  if (requirement === null) return [];
  const [impact = ''] = impactsOf([finding], title);
  const phrases = missing.length === 0 ? [{ what: '', peers: '' }] : packetPhrases(missing);
  return phrases.map((phrase) => ({ requirement, ...phrase, impact }));
}
