import type { Reason, RowImpact, Twin } from '../../check/finding.js';
import { distinct, groupBy, type NonEmpty } from '../../collections.js';
import { tableWith } from '../../model/model.js';
import type { Requirement } from '../../model/requirement.js';
import { keyText, parseAddress } from '../../terraform/traversal.js';
import type { Change } from '../../weigh/causes.js';
import type { ReportFinding } from '../report.js';
import { openingWords } from './finding-words.js';
import { impactWords, rowOf } from './impact-words.js';
import { internetWords, shortWho, SOME_ADDRESSES, trafficOf } from './packet-words.js';
import { capitalised, count, listed, MEMBERS } from './phrases.js';
import { openText, type Text, toText } from './text.js';

type OfKind<K extends Reason['kind']> = Extract<Reason, { kind: K }>;

/**
 * The thing and what of it, for findings of one block or a single one: "Worker nodes lose DNS over UDP and NTP". The one
 * headline of every format.
 */
export function headlineOf(...findings: NonEmpty<ReportFinding>): Text {
  return toText(capitalised(headline(findings)));
}

function headline(findings: NonEmpty<ReportFinding>): string {
  const [first] = findings;
  // What is said of rules comes before the rows beside them.
  const told: NonEmpty<ReportFinding> =
    first.row === undefined ? [first, ...findings.slice(1).filter(({ row }) => row === undefined)] : findings;
  const { reason } = first;
  switch (reason.kind) {
    case 'row':
      return `${whoOf(first)} ${verbOf(told)} ${pathsOf(told)}${MOMENT[first.change]}`;
    case 'deny-of-unknown-rank':
      return `${whoOf(first)} may lose ${listPaths(reason.rows.map(wholePath))}: a deny may win`;
    case 'load-balancers-unknown':
      return `load balancers may no longer reach ${listPaths(told.map(({ row }) => ({ ...wholePath(rowOf(row)), who: '' })))}`;
    case 'not-crosswise':
      return `nodes of one pool ${first.change === 'undecided' ? 'may' : 'do'} not reach ${openText(trafficOf(first.missing))} of another`;
    case 'key-renamed':
      return renamedHeadline(told);
    case 'opened':
      return `${openingWords(reason.opening)} of the ${membersOf(first)} ${OPENED[reason.byCce ?? openedBy(first)]} to ${internetWords(reason.family)}`;
    case 'repeats':
      return repeatsHeadline(told);
    case 'rules-shift':
      return `${count(
        sumOf(told, 'rules-shift', ({ rules }) => rules),
        'rule changes its place',
        'rules change places',
      )}, and may be refused`;
    case 'rule-problem':
      return problemHeadline(told);
    case 'rules-not-known':
      return `${count(reason.rows, 'row')} cannot be judged: the rules of ${first.pool === undefined ? 'a group' : `the groups of ${labelOf(first.pool)}`} are not known`;
    default:
      return thingHeadline(first, reason);
  }
}

/** Rows that lose something, or other things, as "worker nodes". */
function membersOf({ role, row }: Pick<ReportFinding, 'role' | 'row'>): string {
  return `${MEMBERS[role ?? (row === undefined ? 'node' : tableWith(row).role)]}s`;
}

function whoOf(finding: ReportFinding): string {
  return membersOf(finding);
}

const MOMENT: Readonly<Record<Change, string>> = {
  introduced: '',
  transient: ' for a moment',
  'pre-existing': '',
  undecided: '',
};

function verbOf(findings: NonEmpty<ReportFinding>): string {
  const [{ change, occasion }] = findings;
  const wasThere = findings.some(({ reason }) => reason.kind === 'row' && reason.need === 'as-before');
  if (change === 'transient') return 'may lose';
  if (change === 'pre-existing') return occasion === 'audit' ? 'lack' : 'still lack';
  const verb = wasThere && occasion === 'plan' ? 'lose' : 'lack';
  return change === 'undecided' ? `may ${verb}` : verb;
}

/** What is lost, and from or to whom, where the thing does not say it. */
interface Path {
  readonly row: Requirement;
  readonly thing: string;
  readonly way: 'from' | 'to';
  /** `the VPC`; empty when the thing says it. */
  readonly who: string;
  /** Less than what the row asks for, so that the thing is not the row's. */
  readonly isPart: boolean;
}

function pathsOf(findings: readonly ReportFinding[]): string {
  return listPaths(findings.map(pathOf));
}

function wholePath(row: Requirement): Path {
  const way = row.direction === 'ingress' ? 'from' : 'to';
  return { row, thing: row.thing, way, who: senderOf(row), isPart: false };
}

/** Who sends what a group lets in; what it lets out to is said by the thing. */
function senderOf({ direction, peer, table }: Requirement): string {
  if (direction === 'egress') return '';
  const { role, networkModel } = tableWith({ table });
  switch (peer) {
    case 'vpc-cidr':
      return 'the VPC';
    case 'container-cidr':
    case 'container-subnet-cidr':
      return networkModel === 'eni' ? 'the pods' : 'the containers';
    case 'master-node-cidr':
      return 'the masters';
    case 'node-group':
      return role === 'node' ? 'other worker nodes' : 'the worker nodes';
    case 'control-group':
      return role === 'control' ? 'other masters' : 'the masters';
    case 'eni-group':
      return 'other pods';
    default:
      return '';
  }
}

/** The row's own thing, or what of it is lost when that is less. */
function pathOf({ row: of, reason, missing }: ReportFinding): Path {
  const row = rowOf(of);
  const whole = wholePath(row);
  if (reason.kind !== 'row' || missing.some(({ traffic }) => traffic === 'sensitive')) return whole;
  const { areFewPorts, areFewPeers } = reason;
  // What is not known may be all of it.
  const isKnown = missing.every(
    ({ other }) => other.kind !== 'addresses' || other.names.length > 0 || other.peers.tokens.length === 0,
  );
  const isOfRanges = row.floor?.kind === 'ranges';
  const isWhoTold = isKnown && (areFewPeers || isOfRanges || (areFewPorts && row.direction === 'egress'));
  const who = isWhoTold ? fewAddresses(distinct(missing.map(({ other }) => shortWho(other)))) : whole.who;
  return areFewPorts ? { ...whole, thing: someTraffic(row, missing), who, isPart: true } : { ...whole, who };
}

function fewAddresses(texts: readonly string[]): string {
  return texts.length > 2 ? SOME_ADDRESSES : listed(texts);
}

function someTraffic({ protocol }: Requirement, missing: ReportFinding['missing']): string {
  const text = openText(trafficOf(missing));
  if (text.length <= TRAFFIC_LENGTH && !text.includes(';')) return text;
  return protocol === 'all' ? 'some traffic' : `some ${protocol.toUpperCase()}`;
}

const TRAFFIC_LENGTH = 45;
const SHOWN = 3;

/** `DNS over UDP, NTP and VPC endpoints`: the first few, those with the same other end together. */
function listPaths(paths: readonly Path[]): string {
  const own = paths.filter((path) => !paths.some((other) => other !== path && isWithin(path, other)));
  const named = [...groupBy(own, ({ thing, way, who }) => JSON.stringify([thing, way, who])).values()].map(
    (same) => ({ ...same[0], name: nameOf(same) }),
  );
  const things = [...groupBy(named, ({ name, way }) => `${way} ${name}`).values()].map((same) => {
    const [{ name, way }] = same;
    const whos = distinct(same.flatMap(({ who }) => (who === '' ? [] : [who])));
    return { name, end: whos.length === 0 ? '' : ` ${way} ${fewAddresses(whos)}` };
  });
  const shown = things.length > SHOWN + 1 ? things.slice(0, SHOWN) : things;
  const left = things.length - shown.length;
  const more = left > 0 ? ` and ${left} more` : '';
  const groups = [...groupBy(shown, ({ end }) => end).values()].map((same) => {
    const names = same.map(({ name }) => name);
    return `${left > 0 ? names.join(', ') : listed(names)}${same[0].end}`;
  });
  return `${left > 0 ? groups.join(', ') : listed(groups)}${more}`;
}

/** Two rows that differ in the protocol alone are one thing, one of them is a thing over its protocol. */
function nameOf([{ row, thing, isPart }, ...others]: NonEmpty<Path>): string {
  const hasTwin = tableWith(row).rows.some(
    (other) => other.thing === row.thing && other.protocol !== row.protocol && other.peer === row.peer,
  );
  return hasTwin && !isPart && others.length === 0 ? `${thing} over ${row.protocol.toUpperCase()}` : thing;
}

/** Whether the other one says it: all ports of the protocol, with the same other end. */
function isWithin({ row, way, who }: Path, other: Path): boolean {
  const isAll = other.row.ports === 'all' && !other.isPart && row.ports !== 'all';
  const isSameProtocol = other.row.protocol === 'all' || other.row.protocol === row.protocol;
  return isAll && isSameProtocol && other.way === way && other.who === who && who !== '';
}

const OPENED = {
  plan: 'is opened',
  new: 'will be open',
  assumed: 'may be open',
  seen: 'is open',
} as const;

function openedBy({ occasion }: ReportFinding): keyof typeof OPENED {
  return occasion === 'audit' ? 'seen' : 'plan';
}

function renamedHeadline(findings: readonly ReportFinding[]): string {
  const lost = findings.flatMap(({ reason }): readonly RowImpact[] =>
    reason.kind === 'key-renamed' ? reason.lost : [],
  );
  const [first] = lost;
  if (first === undefined) return 'a rule is refused at its new address, and lost at its old one';
  const paths = listPaths(distinct(lost.map(({ row }) => row)).map(wholePath));
  return `${membersOf({ role: undefined, row: first.row })} lose ${paths} until the next apply: a renamed rule is refused`;
}

function repeatsHeadline(findings: readonly ReportFinding[]): string {
  const twins = findings.flatMap(({ reason }) => (reason.kind === 'repeats' ? [reason.twin] : []));
  const isSure = twins.some((twin) => !('isSure' in twin) || twin.isSure);
  const n = twins.length;
  const kinds = distinct(twins.map(twinWords));
  const [only = 'rules that exist'] = kinds;
  const what = n === 1 ? 'a new rule' : `${n} new rules`;
  const verb = isSure ? (n === 1 ? 'repeats' : 'repeat') : 'may repeat';
  return `${what} ${verb} ${kinds.length > 1 ? 'rules that exist' : only}`;
}

function twinWords(twin: Twin): string {
  switch (twin.kind) {
    case 'itself':
      return 'the old one, which goes only afterwards';
    case 'rule':
      return `the rule ${labelOf(twin.address)}`;
    case 'default-rule': {
      const path = listPaths([wholePath(twin.row)]);
      return `CCE’s own for ${path}`;
    }
    case 'rule-of-new-groups':
      return 'what every new group has';
    case 'sensitive-rule':
    case 'sensitive-default-rule':
    case 'seen-rule':
      return 'a rule that the group has';
  }
}

/** `ssh["a"]`: without the modules and the type. */
function labelOf(address: string): string {
  const parsed = parseAddress(address);
  if (parsed === undefined) return address;
  return `${parsed.block.slice(parsed.block.lastIndexOf('.') + 1)}${keyText(parsed.key)}`;
}

function problemHeadline(findings: readonly ReportFinding[]): string {
  const problems = findings.flatMap(({ reason }) =>
    reason.kind === 'rule-problem' ? [reason.problem.kind] : [],
  );
  const refused = problems.filter((kind) => kind === 'refused').length;
  if (refused === 0)
    return `${count(problems.length, 'rule becomes', 'rules become')} something else than is written`;
  const rest = problems.length > refused ? ', and others become something else' : '';
  return `${count(refused, 'rule is', 'rules are')} refused, and the apply stops${rest}`;
}

function sumOf<K extends Reason['kind']>(
  findings: readonly ReportFinding[],
  kind: K,
  of: (reason: OfKind<K>) => number,
): number {
  const isOf = (reason: Reason): reason is OfKind<K> => reason.kind === kind;
  return findings.reduce((sum, { reason }) => sum + (isOf(reason) ? of(reason) : 0), 0);
}

type OtherKind = Exclude<
  Reason['kind'],
  | 'row'
  | 'deny-of-unknown-rank'
  | 'load-balancers-unknown'
  | 'not-crosswise'
  | 'key-renamed'
  | 'opened'
  | 'repeats'
  | 'rules-shift'
  | 'rule-problem'
  | 'rules-not-known'
>;

/** What is said of one thing that is no packet. */
function thingHeadline(finding: ReportFinding, reason: OfKind<OtherKind>): string {
  const { cluster = '', group } = finding;
  const named = group === undefined || group.isNameless ? '' : ` ${group.shown}`;
  switch (reason.kind) {
    case 'group-goes':
      return `security group${named} is ${reason.isReplaced ? 'replaced' : 'destroyed'} while it is in use`;
    case 'pool-replaced':
      return `all nodes of ${labelOf(reason.address)} are made anew`;
    case 'cluster-replaced':
      return `cluster ${cluster} is deleted and made anew`;
    case 'group-renamed':
      return `the ${reason.what} of a group that CCE made changes`;
    case 'egress-rules-idle':
      return `${count(reason.rules, 'new egress rule')} ${reason.isSure ? (reason.rules === 1 ? 'changes' : 'change') : 'may change'} nothing`;
    case 'group-not-named':
      return `nothing names the new security group${named}`;
    case 'ranges-overlap':
      return `ranges of the ${reason.of.map((range) => OVERLAPS[range]).join(' and the ')} overlap`;
    case 'waiver-idle':
      return reason.state === 'expired' ? 'a waiver has expired' : 'a waiver hides nothing';
    case 'forgotten':
      return 'a rule is forgotten and stands on';
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
    default:
      return TITLES[reason.kind];
  }
}

const OVERLAPS = { vpc: 'VPC', containers: 'containers', services: 'Services' } as const;

const TITLES: Readonly<
  Record<
    Exclude<
      OtherKind,
      | 'group-goes'
      | 'pool-replaced'
      | 'cluster-replaced'
      | 'group-renamed'
      | 'egress-rules-idle'
      | 'group-not-named'
      | 'ranges-overlap'
      | 'waiver-idle'
      | 'forgotten'
      | 'upgrade-refused'
      | 'facts-flawed'
      | 'facts-otherwise'
      | 'no-table'
    >,
    string
  >
> = {
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
};
