import { keepToEnd } from '../budget.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import type { BelievedRule } from '../cluster/belief/belief.js';
import type { BoundCluster } from '../cluster/bound-cluster.js';
import type { Occasion } from '../cluster/world.js';
import type { Severity, Waiver } from '../config/configuration.js';
import type { Requirement, Role, TableNumber } from '../model/requirement.js';
import type { EtherType } from '../net/address.js';
import type { Region } from '../net/region.js';
import type { GroupKey } from '../plan/rule.js';
import type { RuleProblem } from '../plan/rule-problem.js';
import { type Cause, type Change, sortedCauses } from '../weigh/causes.js';
import type { Opening } from '../weigh/openings.js';
import type { Doubt } from '../weigh/doubts.js';
import type { Fate, Naming } from '../weigh/packets.js';
import type { CheckId } from './check-id.js';

/** All that is said of a check, and what its findings mean; written nowhere else. */
export interface CheckMetadata {
  readonly id: CheckId;
  readonly title: string;
  /** Why it matters, a sentence or two. */
  readonly why: string;
  /** What helps against most of its findings. */
  readonly remedy: string;
  /** The severity of each kind of change that the check tells. */
  readonly severities: Readonly<Partial<Record<Change, Severity>>>;
  /** A change that makes it fire, in words. */
  readonly example: string;
  /** The tables of the page whose rows it holds against subjects. */
  readonly tables: readonly TableNumber[];
  /** What its findings are about. When packets are lost or let in, "the rule sets are identical" is not to be said. */
  readonly about: 'packets' | 'rules' | 'groups' | 'configuration';
  /** A critical finding of it means that a cluster breaks. */
  readonly breaks: boolean;
  /** A finding of it without a row leaves tables of its subject unjudged, in whole or in part. */
  readonly leavesUnjudged: boolean;
}

/** The cluster that a finding is about; one that only a waiver names has no resource. */
export type NamedCluster = Pick<BoundCluster, 'name' | 'label' | 'resource'>;

/** The packets that a finding is about, and how to speak of them. */
export interface PacketsFound {
  readonly region: Region;
  readonly naming: Naming;
  readonly fate: Fate;
  /** Packets that surely passed before, where a packet of the region may not have. */
  readonly passedBefore?: Region;
}

/** The rule that a new rule repeats. */
export type Twin =
  | { readonly kind: 'itself' }
  | { readonly kind: 'rule'; readonly address: string }
  /** Naming it would give a sensitive value away. */
  | { readonly kind: 'sensitive-rule' }
  /** A rule that nobody manages, which the group is taken to have; `sensitive`: which one would give a value away. */
  | { readonly kind: 'default-rule'; readonly row: Requirement; readonly isSure: boolean }
  | { readonly kind: 'rule-of-new-groups'; readonly isSure: boolean }
  /** One that facts show, and that nobody manages. */
  | { readonly kind: 'seen-rule' }
  | { readonly kind: 'sensitive-default-rule'; readonly isSure: boolean };

/** A row that lacks packets, and how much of its impact is true. */
export interface RowImpact {
  readonly row: Requirement;
  /** Only some peers lose their way, or less than half of the ports. */
  readonly isPart: boolean;
  /** What the row's impact speaks of is among the packets. */
  readonly isImpactTrue: boolean;
}

/** Why it is a finding: a kind with its parts. The words for it are made in report/words, and there only. */
export type Reason =
  /** What becomes of a row of the tables, by packets. */
  | ({
      readonly kind: 'row';
      /** Whether these packets were asked for before: the addresses, or the subject itself, may not have been there. */
      readonly need: 'as-before' | 'grown' | 'new';
      /** All that the row asked for before the plan was surely let through. */
      readonly heldBefore: boolean;
      /** Less than half of the ports that the row asks for. */
      readonly areFewPorts: boolean;
      /** Some of those who need the row keep their way, whatever the port. */
      readonly areFewPeers: boolean;
      /** The page named another range before June 2025, and the group lets that one through. */
      readonly isOutdatedRange: boolean;
      /** What decides it, when it is undecided. */
      readonly doubts: readonly Doubt[];
    } & Omit<RowImpact, 'row'>)
  /** `isSure`: whatever the values become that the plan does not know, shared load balancers are shut out. */
  | { readonly kind: 'load-balancers-unknown'; readonly isSure: boolean }
  | {
      readonly kind: 'deny-of-unknown-rank';
      readonly rows: readonly Requirement[];
      /** What would decide it. */
      readonly doubts: readonly Doubt[];
    }
  | {
      readonly kind: 'opened';
      readonly opening: Opening;
      readonly family: EtherType;
      /** By a rule that CCE makes with a new group, is taken to have made, or was seen to have made. */
      readonly byCce: 'new' | 'assumed' | 'seen' | undefined;
    }
  /** Packets that were not let in before. */
  | { readonly kind: 'let-in' }
  | { readonly kind: 'repeats'; readonly rule: string; readonly twin: Twin }
  /** New rules that say what old ones say which go in the same apply. */
  | { readonly kind: 'rules-shift'; readonly rules: number }
  | {
      readonly kind: 'key-renamed';
      readonly to: string;
      /** Undefined: naming it would give a sensitive value away. */
      readonly from: string | undefined;
      /** A `moved` block may lead from the one to the other. */
      readonly canMove: boolean;
      /** The old one is a leftover, which has no address of its own. */
      readonly isDeposed: boolean;
      readonly isDeny: boolean;
      /** What lacks until the next apply. */
      readonly lost: readonly RowImpact[];
    }
  | { readonly kind: 'rule-problem'; readonly rule: string; readonly problem: RuleProblem }
  | {
      readonly kind: 'group-goes';
      readonly address: string;
      readonly isReplaced: boolean;
      /** Who still needs it: the address of a resource, or a cluster that has none; and how many more. */
      readonly user: GroupUser;
      readonly others: number;
    }
  /** `isReordered`: the pool keeps its groups, in another order. */
  | { readonly kind: 'pool-replaced'; readonly address: string; readonly isReordered: boolean }
  | { readonly kind: 'cluster-replaced'; readonly address: string }
  | { readonly kind: 'group-renamed'; readonly address: string; readonly what: 'name' | 'description' }
  /** `isSure`: not only by a rule that CCE or the cloud made and that is taken to stand. */
  | { readonly kind: 'egress-rules-idle'; readonly rules: number; readonly isSure: boolean }
  | {
      readonly kind: 'group-not-placed';
      readonly rules: number;
      /** Its id, or why it has none; undefined when that is sensitive. */
      readonly group: string | undefined;
      /** Other plans of the run, or facts, say different things of it. */
      readonly isContradicted: boolean;
      /** A rule goes that has the traffic of a default rule: CCE may have made it. */
      readonly isDefaultTraffic: boolean;
    }
  | { readonly kind: 'rules-not-known'; readonly rows: number; readonly why: readonly string[] }
  | { readonly kind: 'model-not-known' }
  | { readonly kind: 'group-not-found'; readonly text: string }
  /** An entry of `clusters`, and the groups that it names. */
  | { readonly kind: 'entry-unused'; readonly name: string; readonly groups: readonly string[] }
  | { readonly kind: 'entry-contradicts'; readonly contradiction: Contradiction }
  | { readonly kind: 'record-troubled'; readonly trouble: RecordTrouble }
  | { readonly kind: 'facts-flawed'; readonly flaw: FactsFlaw }
  /** Facts do not agree on the rules of a group: with the prior state on these addresses, or with one another. */
  | { readonly kind: 'facts-otherwise'; readonly than: 'state' | 'facts'; readonly rules: readonly string[] }
  | { readonly kind: 'cluster-not-shown' }
  | { readonly kind: 'no-table'; readonly of: 'network-type' | 'ipv6' }
  /** Two ranges of a cluster have addresses in common. */
  | {
      readonly kind: 'ranges-overlap';
      readonly of: readonly [OverlappingRange, OverlappingRange];
    }
  /** `isSaidElsewhere`: other rules of the configuration let the same through (or deny it). */
  | {
      readonly kind: 'forgotten';
      readonly rule: string;
      readonly isDeny: boolean;
      readonly isSaidElsewhere: boolean;
    }
  /** Nodes of these pools do not reach those of the pool that the finding is about. */
  | { readonly kind: 'not-crosswise'; readonly pools: readonly string[]; readonly doubts: readonly Doubt[] }
  | { readonly kind: 'group-not-named'; readonly address: string }
  /** Rules of one group that say the same, by their addresses. */
  | { readonly kind: 'rules-alike'; readonly rules: readonly string[] }
  /** A rule that lets nothing through which another does not. */
  | { readonly kind: 'rule-idle'; readonly rule: string; readonly within: string }
  /** The packets of the row pass by other rules; the one that CCE looks for is not there. */
  | { readonly kind: 'upgrade-refused' }
  | { readonly kind: 'sister-cluster'; readonly address: string }
  | { readonly kind: 'packet-filters-change'; readonly filters: number }
  | { readonly kind: 'waiver-idle'; readonly waiver: Waiver; readonly state: 'expired' | 'unused' };

/** A range of a cluster that must be apart from the others. */
export type OverlappingRange = 'vpc' | 'containers' | 'services';
/** What is wrong with a file of facts as such. */
export type FactsFlaw =
  /** It shows nothing of what the plans name. */
  | { readonly kind: 'elsewhere'; readonly file: string }
  /** Somebody looked so many hours before the plan was made. */
  | { readonly kind: 'old'; readonly file: string; readonly since: string; readonly hours: number };

/** A key of an entry of `clusters`, and the attribute in the plan that says otherwise. */
export interface Contradiction {
  readonly key: 'network-model' | 'vpc-cidrs' | 'container-cidrs' | 'security-groups';
  readonly source: string;
}

/** What speaks against rows of `default-rules`: the network model, the plan, the facts, or a list of rule ids. */
export interface RecordTrouble {
  readonly kind: 'other-model' | 'plan' | 'facts' | 'rule-ids';
  /** What is recorded of the rows. */
  readonly record: 'gone' | 'standing';
  readonly rows: readonly Requirement['id'][];
}

/** Who needs a security group. */
export type GroupUser =
  | { readonly kind: 'resource'; readonly address: string }
  | { readonly kind: 'cluster'; readonly label: string };

/** What helps where no fix is proved: a kind, and the words for it are made in report/words. */
export interface Remedy {
  readonly kind:
    /** What the check says of itself, where no fix is proved. */
    | 'of-check'
    /** Only what is proved to mend it. */
    | 'prove'
    | 'tell-value'
    | 'name-load-balancers'
    | 'narrow-later'
    | 'stable-keys'
    | 'pool-beside'
    | 'tell-model'
    | 'show-cluster'
    | 'admit-pools'
    | 'name-group'
    | 'check-filters'
    | 'keep-one'
    | 'remove-idle'
    | 'add-own-rule'
    | 'look-again';
}

/** One statement: check, row or rule, subject, change and severity. All of it values; no sentence. */
export interface Finding {
  readonly check: CheckMetadata;
  readonly severity: Severity;
  readonly change: Change;
  readonly occasion: Occasion;
  /** The row of the tables. */
  readonly row: Requirement | undefined;
  readonly cluster: NamedCluster | undefined;
  /** The group it is about; with several groups of a pool, the first. */
  readonly group: GroupKey | undefined;
  /** The node pool (or machine) with groups of its own. */
  readonly pool: string | undefined;
  /** What the group is to the cluster, when it is about a subject. */
  readonly role: Role | undefined;
  readonly packets: PacketsFound | undefined;
  /** Sorted by address, each once. */
  readonly causes: readonly Cause[];
  readonly reason: Reason;
  readonly remedy: Remedy;
  /** Default rules that have a part in it and are only believed to stand, or not to; none is shown by plan or cloud. */
  readonly restsOn: readonly BelievedRule[];
  /** Undecided before and after, and no change of the plan has to do with it. */
  readonly isUntouched: boolean;
  /** Of what all plans of the run have in common, the configuration and facts: none of them alone is the reason. */
  readonly isOfRun: boolean;
  /** The waiver that hides it. */
  readonly waived: Waiver | undefined;
}

/** A requirement that was missing before and holds after. */
export interface Resolved {
  readonly check: CheckMetadata;
  readonly row: Requirement;
  readonly cluster: NamedCluster;
  readonly group: GroupKey | undefined;
}

/** What a check has to say of a finding; the rest has a default. */
export interface FindingParts extends Partial<
  Omit<Finding, 'check' | 'occasion' | 'waived' | 'remedy' | 'isUntouched' | 'isOfRun'>
> {
  readonly reason: Reason;
  /** Left out: what the check says of itself. */
  readonly remedy?: Remedy['kind'];
}

/** The rows of the tables that a finding is about. */
export function rowsOf({ row, reason }: Pick<Finding, 'row' | 'reason'>): readonly Requirement[] {
  if (row !== undefined) return [row];
  if (reason.kind === 'key-renamed') return reason.lost.map((lost) => lost.row);
  return reason.kind === 'deny-of-unknown-rank' ? reason.rows : [];
}

/**
 * A finding of the check. Left out, the change is `introduced` (in an audit, which changes nothing, `pre-existing`), and
 * the severity is the check's own for that change; the configuration has the last word.
 */
export function finding(check: CheckMetadata, { world }: Subjects, parts: FindingParts): Finding {
  const { occasion } = world;
  const usual = occasion === 'audit' ? 'pre-existing' : 'introduced';
  const { change = usual, remedy = 'of-check', causes = [] } = parts;
  const column = countedChange({ change, occasion });
  const configured = world.configuration.severity[check.id]?.[column];
  const pools = parts.reason.kind === 'not-crosswise' ? parts.reason.pools.length : 0;
  keepToEnd(1 + causes.length + pools);
  const { row, cluster, group, pool, role, packets, reason, restsOn = [] } = parts;
  return {
    check,
    severity:
      configured === undefined || configured === 'off'
        ? (parts.severity ?? check.severities[column] ?? 'warning')
        : configured,
    change,
    occasion,
    row,
    cluster,
    group,
    pool,
    role,
    packets,
    causes: sortedCauses(causes),
    reason,
    remedy: { kind: remedy },
    restsOn,
    isUntouched: false,
    isOfRun: false,
    waived: undefined,
  };
}

/** Whether the configuration says that such findings are not told; critical ones of what is introduced always are. */
export function isOff(found: Finding, { world }: Subjects): boolean {
  const { check, severity } = found;
  const column = countedChange(found);
  const isGrave = column === 'introduced' && severity === 'critical';
  return world.configuration.severity[check.id]?.[column] === 'off' && !isGrave;
}

/** The change whose severity counts. An audit is asked for what is broken, so there it is as grave as if it were new. */
function countedChange({ change, occasion }: Pick<Finding, 'change' | 'occasion'>): Change {
  return occasion === 'audit' && change === 'pre-existing' ? 'introduced' : change;
}

/** The parts of a finding that say which subject it is about. */
export function about({ cluster, groups, pool, role }: Subject): {
  readonly cluster: NamedCluster;
  readonly group: GroupKey | undefined;
  readonly pool: string | undefined;
  readonly role: Role;
} {
  return { cluster, group: groups[0]?.key, pool, role };
}
