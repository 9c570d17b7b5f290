import type { Severity } from '../config/configuration.js';
import type { Change } from '../weigh/causes.js';
import type { CheckId } from '../check/check-id.js';
import type { MissingPackets } from '../weigh/packets.js';

/**
 * The report, version 1: what every format is rendered from, and the JSON format itself (schema/report-1.json).
 * Fields may be added, never changed. Free of values that Terraform marks sensitive.
 */
export interface Report {
  readonly version: 1;
  readonly conclusion: 'pass' | 'fail';
  /** Counts of findings; waived ones count nowhere. */
  readonly summary: Readonly<Record<Severity, number>>;
  readonly plans: readonly ReportPlan[];
  readonly clusters: readonly ReportCluster[];
  readonly groups: readonly ReportGroup[];
  readonly findings: readonly ReportFinding[];
  readonly resolved: readonly ReportResolved[];
  /** Rows that hold, of how many groups. */
  readonly holds: { readonly groups: number; readonly rows: number };
}

/** One plan that was read. */
export interface ReportPlan {
  readonly path: string;
  readonly label: string | null;
  readonly formatVersion: string;
  readonly terraformVersion: string;
  /** Resource changes of any type that do something. */
  readonly changes: number;
  /** False: the plan covers only part of the configuration (`-target`, deferred changes). */
  readonly complete: boolean;
  /** Security group rules that change. */
  readonly ruleChanges: number;
  /** Rules change, and no group that they belong to lets through anything else than before. */
  readonly isUnchanged: boolean;
}

/** One cluster, and what its CIDRs are taken to be. */
export interface ReportCluster {
  readonly name: string;
  readonly address: string | null;
  readonly networkModel: string | null;
  readonly vpcCidrs: readonly string[];
  readonly containerCidrs: readonly string[];
  readonly masterCidrs: readonly string[];
  readonly dnsServers: readonly string[];
  /** Where each of these comes from. */
  readonly sources: Readonly<
    Record<'networkModel' | 'vpcCidrs' | 'containerCidrs' | 'masterCidrs' | 'dnsServers', string>
  >;
}

/** One security group in its role. */
export interface ReportGroup {
  readonly role: string;
  readonly cluster: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly id: string | null;
  readonly placedBy: string;
}

/** A resource change that brings a finding about, and where it stands in the repository. */
export interface ReportCause {
  readonly address: string;
  readonly actions: readonly string[];
  /** Relative to the root of the repository, forward slashes. */
  readonly file: string | null;
  /** The line that a person would change, from 1. */
  readonly line: number | null;
  /** The last line of what begins at `line`. */
  readonly endLine: number | null;
  /** These are lines of the base revision: in the checkout they are gone. */
  readonly isBase: boolean;
  /** The block of the resource, when `line` is not within it. */
  readonly block: ReportSpot | null;
  /** The module call that makes it, when it is made in a module and `line` is not within the call. */
  readonly call: ReportSpot | null;
  /** Why there is no line, a part of a sentence; null when there is one, or nobody looked for it. */
  readonly unplaced: string | null;
}

/** Lines of a file, both ends included. */
export interface ReportSpot {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

/** Of a cause that nobody has looked for yet. */
export const NO_PLACE = {
  file: null,
  line: null,
  endLine: null,
  isBase: false,
  block: null,
  call: null,
  unplaced: null,
} as const;

/** One finding. */
export interface ReportFinding {
  /** 16 hexadecimal digits; the same finding of the next run has the same. */
  readonly fingerprint: string;
  readonly check: CheckId;
  readonly severity: Severity;
  readonly change: Change;
  readonly requirement: string | null;
  readonly cluster: string | null;
  readonly group: string | null;
  readonly pool: string | null;
  /** The plan it was found in: an index of `plans`. */
  readonly plan: number;
  readonly missing: readonly MissingPackets[];
  readonly witness: string | null;
  readonly causes: readonly ReportCause[];
  /** The check's title. */
  readonly title: string;
  /** What people lose: "names no longer resolve". */
  readonly impact: string;
  readonly message: string;
  readonly remedy: string;
  readonly waived: { readonly reason: string; readonly owner: string; readonly expires: string } | null;
}

/** A row that was missing before and holds after. */
export interface ReportResolved {
  readonly check: CheckId;
  readonly requirement: string;
  readonly cluster: string;
  readonly group: string | null;
}
