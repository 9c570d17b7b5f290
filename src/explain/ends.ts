import { distinct } from '../collections.js';
import type { Reach } from '../cluster/addresses.js';
import {
  goneSubjects,
  type Subject,
  type Subjects,
  type SubjectState,
  subjectWith,
} from '../cluster/subject.js';
import { clusterOf, type World } from '../cluster/world.js';
import { hostBitsProblem } from '../config/cidr-text.js';
import { nearest, orList, shownKey } from '../config/nearest.js';
import type { Time } from '../effective/group-rules.js';
import { type EtherType, parseCidr } from '../net/address.js';
import { type PeerSet, tokenPeers } from '../net/peers.js';
import type { SecurityGroup } from '../plan/plan.js';
import { type GroupKey, knownKeys } from '../plan/rule.js';
import { err, ok, type Result } from '../result.js';
import { parseAddress } from '../terraform/traversal.js';
import { publicAddresses } from '../weigh/openings.js';

/** Addresses; nobody says whose they are. */
export interface AddressEnd {
  readonly kind: 'addresses';
  readonly family: EtherType;
  readonly peers: PeerSet;
  readonly isInternet: boolean;
}

/** Machines in security groups: those of a role, of a pool, or the members of one group. */
export interface Party {
  readonly kind: 'party';
  /** When it was asked for by a group, and not by what the group is to a cluster. */
  readonly group: GroupKey | undefined;
  /** Of whose cluster the addresses are. */
  readonly subject: Subject;
  /** Undefined: it is not there; while the plan is applied, neither is what is new or made anew. */
  readonly at: Readonly<Record<Time, SubjectState | undefined>>;
}

/** One end of a path. */
export type End = AddressEnd | Party;

/** Both ends of a path. */
export interface BothEnds<T> {
  readonly from: T;
  readonly to: T;
}

/**
 * The ends of a path by their names: an address, a CIDR, `internet`; a role (`node`, `control`, `eni`; `node:CLUSTER`
 * where there are several clusters), the address or label of a pool, or the id, address or name of a group. The error
 * is one line for people.
 */
export function endsNamed({ from, to }: BothEnds<string>, subjects: Subjects): Result<BothEnds<End>, string> {
  const gone = goneSubjects(subjects);
  const [first] = [...subjects.subjects, ...gone];
  if (first === undefined) return err('the plan shows no cluster whose security groups could be asked');
  const candidates = [
    [
      ...subjects.subjects.map((one) => subjectCandidate(one, partyOf(one), subjects)),
      ...gone.map((one) => subjectCandidate(one, partyBefore(one), subjects)),
      ...poolsGone(gone, subjects),
    ],
    groupCandidates([...subjects.subjects, ...gone], subjects),
  ];
  const a = endNamed('--from', from, candidates);
  if (!a.ok) return a;
  const b = endNamed('--to', to, candidates);
  if (!b.ok) return b;
  const finish = (end: NamedEnd, other: NamedEnd): End => {
    if (end.kind !== 'group') return end;
    const { key } = end;
    const goes = gone.find(({ groups }) => groups.some((one) => one.key === key));
    return goes !== undefined && subjectWith(subjects, key) === undefined
      ? { ...partyBefore(goes), group: key }
      : membersOfGroup(key, other.kind === 'party' ? other.subject : first, subjects);
  };
  const ends = { from: finish(a.value, b.value), to: finish(b.value, a.value) };
  return ends.from.kind === 'addresses' && ends.to.kind === 'addresses'
    ? err(`neither end is in a security group; one must be ${orList(nearestNames(candidates, from))}`)
    : ok(ends);
}

/** A subject as an end of a path. */
export function partyOf(subject: Subject): Party {
  const { before, during, after } = subject;
  return { kind: 'party', group: undefined, subject, at: { before, during, after } };
}

/** Where the members have their addresses, in the state of the party. */
export function reachOfParty({ subject: { role }, group }: Party, state: SubjectState): Reach {
  const { vpc, master, container } = state.addresses;
  const isOfCluster = group === undefined || state.members.has(group);
  if (isOfCluster) return { node: vpc, control: master, eni: container }[role];
  const peers = tokenPeers('addresses of the members of the group');
  return { ranges: [peers], peers, isSensitive: false, isConfigured: false, source: 'not known' };
}

type NamedEnd = End | { readonly kind: 'group'; readonly key: GroupKey };

/** What can be named. */
interface Candidate {
  /** The text that can mean no other, if it may be printed. */
  readonly own: string | undefined;
  readonly isListed: boolean;
  readonly texts: readonly (string | undefined)[];
  readonly end: NamedEnd;
}

/** The name of a subject as an end of a path: it can mean no other. */
export function subjectName({ cluster, role, pool }: Subject, { clusters }: World): string {
  const { name, label, resource } = cluster;
  if (pool !== undefined) return pool;
  return clusters.length === 1 ? role : `${role}:${label === name ? name : (resource?.address ?? label)}`;
}

function subjectCandidate(subject: Subject, end: Party, { world }: Subjects): Candidate {
  const { cluster, role, pool } = subject;
  const clusters = [cluster.name, cluster.label, cluster.resource?.address];
  if (pool !== undefined) return poolCandidate(pool, end, clusters);
  const texts = [role, ...clusters.map((one) => one && `${role}:${one}`)];
  return { own: subjectName(subject, world), isListed: true, texts, end };
}

/** What goes with the plan. */
function partyBefore(subject: Subject): Party {
  const { before } = subject;
  return { kind: 'party', group: undefined, subject, at: { before, during: undefined, after: undefined } };
}

function poolCandidate(pool: string, end: Party, clusters: readonly (string | undefined)[]): Candidate {
  const label = parseAddress(pool)?.block.split('.').at(-1);
  const texts = [pool, label, ...clusters.map((one) => one && `${label}:${one}`)];
  return { own: pool, isListed: true, texts, end };
}

/** Pools with groups of their own that go with the plan: no table is held against them. */
function poolsGone(gone: readonly Subject[], { subjects, viewOf, world }: Subjects): readonly Candidate[] {
  return world.plan.nodePools.flatMap(({ address, before, after }): readonly Candidate[] => {
    const keys = knownKeys(before?.groups ?? []);
    if (before === undefined || after !== undefined || keys.length === 0) return [];
    const cluster = clusterOf(world, before.cluster, 'before');
    const nodes = [...subjects, ...gone].find((one) => one.cluster === cluster && one.role === 'node');
    if (cluster === undefined || nodes?.before === undefined) return [];
    const groups = keys.map(viewOf);
    const was = { ...nodes.before, rules: groups.flatMap(({ rules }) => rules.before), groups: keys };
    const subject: Subject = { ...nodes, pool: address, groups, groupsBefore: groups, before: was };
    const { name, label, resource } = cluster;
    return [poolCandidate(address, partyBefore(subject), [name, label, resource?.address])];
  });
}

/** Groups that the plan shows, or that a cluster or pool names. */
function groupCandidates(
  subjects: readonly Subject[],
  { viewOf, world }: Pick<Subjects, 'viewOf' | 'world'>,
): readonly Candidate[] {
  const { plan, clusters } = world;
  const areNamesClear = clusters.every(({ name, label }) => name === label);
  const ofRoles = new Set(
    subjects.flatMap(({ pool, groups }) => (pool === undefined ? groups.map(({ key }) => key) : [])),
  );
  const keys = [...plan.groups, ...subjects.flatMap(({ groups }) => groups)].map(({ key }) => key);
  return distinct(keys).map((key) => {
    const { resource, role, cluster } = viewOf(key);
    const names = [resource?.nameAfter, resource?.nameBefore];
    const [name] = names.flatMap((one) => (one?.isSensitive === false && areNamesClear ? one.text : []));
    const owner = cluster?.resource?.address;
    return {
      own: resource?.address ?? (plan.sensitiveIds.has(key) ? name : key),
      // The role says the same.
      isListed: !ofRoles.has(key),
      texts: [
        key,
        resource?.id,
        resource?.address,
        ...names.map((one) => one?.text),
        owner && role && `${owner}.security_group_${role}`,
      ],
      end: { kind: 'group', key },
    };
  });
}

/** What a role or pool is called counts before what groups are called. */
type Candidates = readonly (readonly Candidate[])[];

function endNamed(option: string, text: string, candidates: Candidates): Result<NamedEnd, string> {
  const cidr = parseCidr(text);
  if (cidr !== undefined) {
    const problem = hostBitsProblem(cidr);
    const { family, peers } = cidr;
    return problem === undefined
      ? ok({ kind: 'addresses', family, peers, isInternet: false })
      : err(`${option} ${text} ${problem}`);
  }
  if (text === 'internet') {
    return ok({ kind: 'addresses', family: 'IPv4', peers: publicAddresses('IPv4'), isInternet: true });
  }
  const [found = []] = candidates
    .map((some) => some.filter(({ texts }) => texts.includes(text)))
    .filter(({ length }) => length > 0);
  const [only, ...others] = found;
  if (only === undefined) {
    return err(
      `${option} ${shownKey(text)} is nothing that the plan shows; write ${orList([...nearestNames(candidates, text), 'an address', 'a CIDR', 'internet'])}`,
    );
  }
  if (others.length === 0) return ok(only.end);
  return err(
    `${option} ${shownKey(text)} may be several; write ${orList(found.flatMap(({ own }) => own ?? []))}`,
  );
}

const LISTED = 8;

/** What is in security groups, the nearest first. */
function nearestNames(candidates: Candidates, text: string): readonly string[] {
  const all = distinct(
    candidates.flat().flatMap(({ own, isListed }) => (own === undefined || !isListed ? [] : [own])),
  );
  const meant = nearest(text, all);
  const sorted = meant === undefined ? all : [meant, ...all.filter((one) => one !== meant)];
  const left = sorted.length - LISTED;
  return [...sorted.slice(0, LISTED), ...(left > 0 ? [`one of ${left} more`] : [])];
}

/** The members of one group: a subject that has no other group, or what is in it beside others. */
function membersOfGroup(key: GroupKey, beside: Subject, subjects: Subjects): Party {
  const subject = subjectWith(subjects, key) ?? beside;
  const view = subjects.viewOf(key);
  const at = (time: Time, isThere: boolean): SubjectState | undefined => {
    // What the names mean does not depend on the group.
    const state = subject[time] ?? subject.after;
    return isThere ? { ...state, rules: view.rules[time], groups: [key] } : undefined;
  };
  const { existsBefore, existsAfter } = view.resource ?? THERE;
  return {
    kind: 'party',
    group: key,
    subject: { ...subject, pool: undefined, groups: [view], groupsBefore: [view] },
    at: {
      before: at('before', existsBefore),
      during: at('during', existsBefore && existsAfter),
      after: at('after', existsAfter),
    },
  };
}

const THERE: Pick<SecurityGroup, 'existsBefore' | 'existsAfter'> = { existsBefore: true, existsAfter: true };
