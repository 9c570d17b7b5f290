import type { Reason, Twin } from '../../check/finding.js';
import { distinct, type NonEmpty } from '../../collections.js';
import { tableWith } from '../../model/model.js';
import type { ReportFinding } from '../report.js';
import { openingWords } from './finding-words.js';
import { impactWords, rowOf } from './impact-words.js';
import { internetWords, packetsInBrief, trafficOf } from './packet-words.js';
import { lostPaths, rowPaths } from './path-words.js';
import { capitalised, count, MEMBERS, shortLabel } from './phrases.js';
import { openText, type Text, toText } from './text.js';

/**
 * The thing and what of it, for findings of one block or a single one: "Worker nodes lose DNS over UDP and NTP". The one
 * headline of every format.
 */
export function headlineOf(...findings: NonEmpty<ReportFinding>): Text {
  const [first, ...others] = findings;
  // What is said of rules comes before the rows beside them.
  const told: NonEmpty<ReportFinding> =
    first.row === undefined ? [first, ...others.filter(({ row }) => row === undefined)] : findings;
  return toText(capitalised(headlineWords(told)));
}

type OfKind<K extends Reason['kind']> = Extract<Reason, { kind: K }>;

function headlineWords(told: NonEmpty<ReportFinding>): string {
  const [first] = told;
  const { reason, change } = first;
  if (reason.kind === 'row') {
    const moment = change === 'transient' ? ' for a moment' : '';
    return `${whoLoses(first)} ${lossVerb(told)} ${lostPaths(told)}${moment}`;
  }
  if (reason.kind === 'deny-of-unknown-rank') {
    return `${whoLoses(first)} may lose ${rowPaths(reason.rows)}: a deny may win`;
  }
  if (reason.kind === 'load-balancers-unknown') {
    const rows = told.map(({ row }) => rowOf(row));
    return `load balancers may no longer reach ${rowPaths(rows, true)}`;
  }
  if (reason.kind === 'not-crosswise') {
    const verb = change === 'undecided' ? 'may' : 'do';
    return `nodes of one pool ${verb} not reach ${openText(trafficOf(first.missing))} of another`;
  }
  if (reason.kind === 'opened') {
    const how = OPENED[reason.byCce ?? (first.occasion === 'audit' ? 'seen' : 'plan')];
    return `${openingWords(reason.opening)} of the ${whoLoses(first)} ${how} to ${internetWords(reason.family)}`;
  }
  if (reason.kind === 'let-in') return letInHeadline(first);
  if (reason.kind === 'key-renamed') return renamedHeadline(reasonsOf(told, 'key-renamed'));
  if (reason.kind === 'repeats') return repeatsHeadline(reasonsOf(told, 'repeats'));
  if (reason.kind === 'rules-shift') return shiftHeadline(reasonsOf(told, 'rules-shift'));
  if (reason.kind === 'rule-problem') return problemHeadline(reasonsOf(told, 'rule-problem'));
  return thingHeadline(first, reason);
}

function reasonsOf<K extends Reason['kind']>(
  findings: readonly ReportFinding[],
  kind: K,
): readonly OfKind<K>[] {
  const isOf = (reason: Reason): reason is OfKind<K> => reason.kind === kind;
  return findings.map(({ reason }) => reason).filter(isOf);
}

/** Who is in the group: `worker nodes`. */
function whoLoses({ role, row }: Pick<ReportFinding, 'role' | 'row'>): string {
  return `${MEMBERS[role ?? (row === undefined ? 'node' : tableWith(row).role)]}s`;
}

function lossVerb(findings: NonEmpty<ReportFinding>): string {
  const [{ change, occasion }] = findings;
  const wasThere = findings.some(({ reason }) => reason.kind === 'row' && reason.need === 'as-before');
  if (change === 'transient') return 'may lose';
  if (change === 'pre-existing') return occasion === 'audit' ? 'lack' : 'still lack';
  const verb = wasThere && occasion === 'plan' ? 'lose' : 'lack';
  return change === 'undecided' ? `may ${verb}` : verb;
}

const OPENED = {
  plan: 'is opened',
  new: 'will be open',
  assumed: 'may be open',
  seen: 'is open',
} as const;

function renamedHeadline(reasons: readonly OfKind<'key-renamed'>[]): string {
  const rows = distinct(reasons.flatMap(({ lost }) => lost.map(({ row }) => row)));
  const [row] = rows;
  if (row === undefined) return 'a rule is refused at its new address, and lost at its old one';
  const who = whoLoses({ role: undefined, row });
  return `${who} lose ${rowPaths(rows)} until the next apply: a renamed rule is refused`;
}

function repeatsHeadline(reasons: readonly OfKind<'repeats'>[]): string {
  const isSure = reasons.some(({ twin }) => !('isSure' in twin) || twin.isSure);
  const n = reasons.length;
  const [what, ...others] = distinct(reasons.map(({ twin }) => repeatedWords(twin)));
  const verb = isSure ? (n === 1 ? 'repeats' : 'repeat') : 'may repeat';
  const twins = what === undefined || others.length > 0 ? 'rules that exist' : what;
  return `${n === 1 ? 'a new rule' : `${n} new rules`} ${verb} ${twins}`;
}

function repeatedWords(twin: Twin): string {
  switch (twin.kind) {
    case 'itself':
      return 'the old one, which goes only afterwards';
    case 'rule':
      return `the rule ${shortLabel(twin.address)}`;
    case 'default-rule':
      return `CCE’s own for ${rowPaths([twin.row])}`;
    case 'rule-of-new-groups':
      return 'what every new group has';
    case 'sensitive-rule':
    case 'sensitive-default-rule':
    case 'seen-rule':
      return 'a rule that the group has';
  }
}

function shiftHeadline(reasons: readonly OfKind<'rules-shift'>[]): string {
  const rules = reasons.reduce((sum, reason) => sum + reason.rules, 0);
  return `${count(rules, 'rule changes its place', 'rules change places')}, and may be refused`;
}

function problemHeadline(reasons: readonly OfKind<'rule-problem'>[]): string {
  const refused = reasons.filter(({ problem }) => problem.kind === 'refused').length;
  if (refused === 0) {
    return `${count(reasons.length, 'rule becomes', 'rules become')} something else than is written`;
  }
  const rest = reasons.length > refused ? ', and others become something else' : '';
  return `${count(refused, 'rule is', 'rules are')} refused, and the apply stops${rest}`;
}

function letInHeadline(first: ReportFinding): string {
  const who = whoLoses(first);
  const what = openText(packetsInBrief(first.missing));
  return first.change === 'undecided' ? `${who} may newly let in ${what}` : `${who} newly let in ${what}`;
}

type ThingReason = Exclude<
  Reason,
  {
    kind:
      | 'row'
      | 'deny-of-unknown-rank'
      | 'load-balancers-unknown'
      | 'not-crosswise'
      | 'key-renamed'
      | 'opened'
      | 'let-in'
      | 'repeats'
      | 'rules-shift'
      | 'rule-problem';
  }
>;

/** What is said of one thing that is no packet. */
function thingHeadline(finding: ReportFinding, reason: ThingReason): string {
  const { cluster = '', group } = finding;
  const named = group === undefined || group.isNameless ? '' : ` ${group.shown}`;
  switch (reason.kind) {
    case 'rules-not-known':
      return notKnownHeadline(finding, reason);
    case 'group-goes':
      return `security group${named} is ${reason.isReplaced ? 'replaced' : 'destroyed'} while it is in use`;
    case 'pool-replaced':
      return `all nodes of ${shortLabel(reason.address)} are made anew`;
    case 'cluster-replaced':
      return `cluster ${cluster} is deleted and made anew`;
    case 'group-renamed':
      return `the ${reason.what} of a group that CCE made changes`;
    case 'egress-rules-idle': {
      const verb = reason.isSure ? (reason.rules === 1 ? 'changes' : 'change') : 'may change';
      return `${count(reason.rules, 'new egress rule')} ${verb} nothing`;
    }
    case 'group-not-named':
      return `nothing names the new security group${named}`;
    case 'ranges-overlap':
      return `ranges of the ${reason.of.map((range) => OVERLAPS[range]).join(' and the ')} overlap`;
    case 'waiver-idle':
      return reason.state === 'expired' ? 'a waiver has expired' : 'a waiver hides nothing';
    case 'upgrade-refused':
      return impactWords(finding);
    case 'facts-flawed':
      return reason.flaw.kind === 'old' ? 'facts are old' : 'facts show nothing of this plan';
    case 'facts-otherwise':
      return reason.than === 'facts'
        ? 'files of facts contradict one another'
        : 'the facts contradict the state';
    case 'no-table':
      return reason.of === 'ipv6' ? 'IPv6 is not judged' : `no table for the network type of ${cluster}`;
    case 'forgotten':
    case 'group-not-placed':
    case 'model-not-known':
    case 'cluster-not-shown':
    case 'group-not-found':
    case 'entry-unused':
    case 'entry-contradicts':
    case 'record-troubled':
    case 'rules-alike':
    case 'rule-idle':
    case 'sister-cluster':
    case 'packet-filters-change':
      return HEADLINES[reason.kind];
  }
}

function notKnownHeadline({ pool }: ReportFinding, { rows }: OfKind<'rules-not-known'>): string {
  const whose = pool === undefined ? 'a group' : `the groups of ${shortLabel(pool)}`;
  return `${count(rows, 'row')} cannot be judged: the rules of ${whose} are not known`;
}

const OVERLAPS = { vpc: 'VPC', containers: 'containers', services: 'Services' } as const;

const HEADLINES = {
  forgotten: 'a rule is forgotten and stands on',
  'group-not-placed': 'a security group cannot be placed',
  'model-not-known': 'a cluster’s network model is not known',
  'cluster-not-shown': 'a cluster is not shown',
  'group-not-found': 'a group that the configuration names is not there',
  'entry-unused': 'an entry of the configuration matches nothing',
  'entry-contradicts': 'the configuration contradicts the plan',
  'record-troubled': '`default-rules` of the configuration does not fit',
  'rules-alike': 'rules say the same',
  'rule-idle': 'rules do nothing beside a wider one',
  'sister-cluster': 'a cluster of another provider is not judged',
  'packet-filters-change': 'a firewall or network ACL changes, which is not judged',
} as const;
