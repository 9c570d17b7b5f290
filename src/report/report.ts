import type { CheckMetadata, Reason, Remedy } from '../check/finding.js';
import type { Belief, BelievedRule } from '../cluster/belief/belief.js';
import type { PlacedBy } from '../cluster/placement.js';
import type { Occasion } from '../cluster/world.js';
import type { Severity, Waiver } from '../config/configuration.js';
import type { DefaultRuleRecord } from '../config/default-rules-schema.js';
import type { NetworkModel, Requirement, Role } from '../model/requirement.js';
import type { PeerSet } from '../net/peers.js';
import type { Program } from '../plan/document/document.js';
import type { GroupKey } from '../plan/rule.js';
import type { SourcePlace, Spot } from '../source/locate/place.js';
import type { Cause, Change } from '../weigh/causes.js';
import type { OpenBefore } from '../weigh/openings.js';
import type { Packets, Witness } from '../weigh/packets.js';
import type { Fixes, OrderFound } from './fix.js';
import type { Text } from './words/text.js';

/**
 * What every format is rendered from: values, no sentences. The words for them come from report/words as `Text`.
 * Free of values that Terraform marks sensitive, but for the keys of groups, which are for comparing alone.
 */
export interface Report {
  readonly conclusion: 'pass' | 'fail';
  /** Counts of findings; waived ones count nowhere. */
  readonly summary: Readonly<Record<Severity, number>>;
  readonly plans: readonly ReportPlan[];
  /** Plans that were to be there, by label or path, and of which a merge has no report. */
  readonly unreported: readonly string[];
  /** The configurations that counted, each by what tells it apart from others; a merge may have several. */
  readonly configurations: readonly string[];
  /** What an audit looked at; undefined in a run about plans. Then the one plan is empty, and bears the names of the files. */
  readonly cloud: ReportCloud | undefined;
  readonly clusters: readonly ReportCluster[];
  readonly groups: readonly ReportGroup[];
  /** The worst first. */
  readonly findings: readonly ReportFinding[];
  /**
   * For each plan the order of applies in which nothing of it is cut; undefined where nothing is cut. Worked out for those
   * who ask; left out where nobody looked for what mends.
   */
  readonly orders?: readonly (() => OrderFound | undefined)[];
  /** Rows that are undecided whatever this plan does: a finding in every run would tell nothing new. */
  readonly untouched: readonly ReportFinding[];
  readonly resolved: readonly ReportResolved[];
  readonly holds: Holds;
  /** By cluster: default rules that go with this run, which the next plan cannot know. */
  readonly records: readonly ReportRecord[];
  /** By cluster: what facts show of default rules, as the configuration would say it once the plan is applied. */
  readonly seen: readonly SeenRecord[];
  /**
   * What all subjects let through after the plan, and on what it rests, as 32 hexadecimal digits; undefined when they
   * would tell of a sensitive value, or take more than is left of the run's budget. Worked out for those who ask.
   */
  readonly effectiveFingerprint: () => string | undefined;
}

/** Rows that hold, of how many rows of how many groups. */
export interface Holds {
  readonly groups: number;
  readonly rows: number;
  readonly of: number;
}

/** The cloud as files of facts show it. */
export interface ReportCloud {
  readonly files: readonly string[];
  /** The ISO instant at which somebody looked, the oldest of several; undefined when one is not known. */
  readonly since: string | undefined;
}

/** One plan that was read. */
export interface ReportPlan {
  readonly path: string;
  readonly label: string | undefined;
  /** The folder of the files that it was made from, in the repository; undefined where nobody has them. */
  readonly root: string | undefined;
  readonly formatVersion: string;
  readonly terraformVersion: string;
  readonly program: Program;
  /** Resource changes of any type that do something. */
  readonly changes: number;
  /** The plan shows a CCE cluster, or a security group of one. */
  readonly showsCluster: boolean;
  /** False: the plan covers only part of the configuration (`-target`, deferred changes). */
  readonly complete: boolean;
  /** Security group rules that change. */
  readonly ruleChanges: number;
  /** Rules change, and no group that they belong to lets through anything else than before. */
  readonly isUnchanged: boolean;
  /** Default rules that must still stand for that, each once. */
  readonly unchangedIf: readonly DefaultName[];
  readonly holds: Holds;
  /** As those of the run. */
  readonly records: readonly ReportRecord[];
  /** The part of the run's that is the plan's own. */
  readonly effectiveFingerprint: () => string | undefined;
}

/** One cluster, and what the names of its CIDRs are taken to mean. */
export interface ReportCluster {
  /** The plan that shows it: its place in `plans`. */
  readonly plan: number;
  readonly name: string;
  readonly address: string | undefined;
  /** `container_network_type`; undefined when nobody tells. */
  readonly networkType: string | undefined;
  /** Undefined when the page has no tables for the type. */
  readonly model: NetworkModel | undefined;
  /** The configuration says it, not the plan. */
  readonly isModelConfigured: boolean;
  /** Undefined when the model is not known. */
  readonly addresses: Readonly<Record<'vpc' | 'container' | 'master' | 'dns', ReportAddresses>> | undefined;
}

/** Addresses of a cluster. */
export interface ReportAddresses {
  /** Tokens are references without a value. */
  readonly peers: PeerSet | 'sensitive';
  /** Where they come from: an attribute, the configuration, or an assumption. */
  readonly source: string;
}

/** How people know a security group. */
export interface GroupName {
  /** For comparing; may be a secret. */
  readonly key: GroupKey;
  /** Its name, else its address, else its id. */
  readonly shown: string;
  /** Only an id is shown, or the attribute of a cluster that has yet to make the group. */
  readonly isNameless: boolean;
}

/** How people know a default rule: by its row; undefined for the rules that every new group has. */
export type DefaultName = Requirement | undefined;

/** A default rule of a group, and why it is believed. */
export interface ReportDefault {
  readonly row: DefaultName;
  readonly belief: Belief;
  /** Before the plan. */
  readonly stands: BelievedRule['stands'];
  /** It comes with this plan. */
  readonly isNew: boolean;
}

/** Default rules of a cluster that go with this run, and what the configuration is to say then. */
export interface ReportRecord {
  readonly cluster: string;
  /** The name may be printed, so that a file can name the cluster. */
  readonly isNameable: boolean;
  readonly gone: readonly Requirement[];
  /** Those of them that the configuration, as this change leaves it, records already. */
  readonly recorded: readonly Requirement[];
  /** What it says once all of them are recorded. */
  readonly entry: DefaultRuleRecord;
}

/** What facts show of a cluster's default rules, for the configuration. */
export interface SeenRecord extends Pick<ReportRecord, 'cluster' | 'isNameable' | 'entry'> {
  /** The configuration says the same already. */
  readonly isRecorded: boolean;
}

/** One security group in its role. */
export interface ReportGroup {
  /** The plan that shows it: an index of `plans`. */
  readonly plan: number;
  readonly role: Role;
  readonly cluster: string;
  /** For comparing with a finding's group; may be a secret. */
  readonly key: GroupKey;
  readonly name: string | undefined;
  readonly address: string | undefined;
  readonly id: string | undefined;
  readonly placedBy: PlacedBy;
  /** What was open to the internet before and still is; only of groups that the plan touches. */
  readonly openBefore: readonly OpenBefore[];
  /** In the order of the table; none for a group whose rules are not known. */
  readonly defaults: readonly ReportDefault[];
}

/** A resource change that brings a finding about. */
export interface ReportCause extends Cause {
  /** Where it stands in the repository; undefined when nobody looked for it, or it was not found. */
  readonly place: CausePlace | undefined;
  /** Why it was not found, a part of a sentence. */
  readonly unplaced: Text | undefined;
  /** Lines of a file that is there, to show it at where a tool wants lines and it has none in the checkout. */
  readonly standIn: Spot | undefined;
}

/** The lines that a person would change. */
export interface CausePlace extends Spot, Pick<SourcePlace, 'isBase'> {
  /** The block of the resource, when the lines are not within it. */
  readonly block: Spot | undefined;
  /** The module call that makes it, when it is made in a module and the lines are not within the call. */
  readonly call: Spot | undefined;
}

/** One finding. */
export interface ReportFinding {
  /** 16 hexadecimal digits; the same finding of the next run has the same. */
  readonly fingerprint: string;
  /** The same without the name of the plan, which is part of it where several plans have the same finding. */
  readonly identity: string;
  /** Which configuration it is said of, if it is of that or the facts of the whole run; told with the first plan. */
  readonly ofRun: string | undefined;
  readonly check: CheckMetadata;
  readonly severity: Severity;
  readonly change: Change;
  readonly occasion: Occasion;
  readonly row: Requirement | undefined;
  /** The name of the cluster. */
  readonly cluster: string | undefined;
  /** With several groups of a pool, the first. */
  readonly group: GroupName | undefined;
  readonly pool: string | undefined;
  /** What the group is to the cluster, when it is about a subject. */
  readonly role: Role | undefined;
  /** The plan it was found in: an index of `plans`. */
  readonly plan: number;
  /** The packets that it is about. */
  readonly missing: readonly Packets[];
  readonly witness: Witness | undefined;
  /** By address, each once. */
  readonly causes: readonly ReportCause[];
  readonly reason: Reason;
  readonly remedy: Remedy;
  /** Default rules that have a part in it and that nobody has seen; each once. */
  readonly restsOn: readonly ReportDefault[];
  /** What mends it; undefined when nobody looked for it. */
  readonly fixes: Fixes | undefined;
  readonly waived: Pick<Waiver, 'reason' | 'owner' | 'expires'> | undefined;
}

/** A finding that a waiver hides. */
export type WaivedFinding = ReportFinding & { readonly waived: Pick<Waiver, 'reason' | 'owner' | 'expires'> };

/** A row that was missing before and holds after. */
export interface ReportResolved {
  /** The plan that mends it: an index of `plans`. */
  readonly plan: number;
  readonly check: CheckMetadata;
  readonly row: Requirement;
  readonly cluster: string;
  readonly group: GroupName | undefined;
}
