import { firstOfEach } from '../collections.js';
import type { Subject, Subjects, SubjectState } from '../cluster/subject.js';
import { rowTraffic } from '../cluster/default-rules.js';
import type { World } from '../cluster/world.js';
import { letThrough } from '../effective/effective.js';
import { INTERNET_V6, NOT_INTERNET_V4, SENSITIVE_PORTS } from '../model/exposure.js';
import { tableOf } from '../model/model.js';
import type { Requirement } from '../model/requirement.js';
import { addressesIn, type EtherType } from '../net/address.js';
import { ALL_V4, type PeerSet, subtractPeers, unionOfPeers } from '../net/peers.js';
import {
  allTraffic,
  isEmpty,
  isSubset,
  intersect,
  mapPeers,
  type Region,
  region,
  subtract,
  union,
} from '../net/region.js';
import { type GroupKey, isChanging, type RuleSide } from '../plan/rule.js';
import { type Cause, causeOf } from '../weigh/causes.js';
import { plainReading } from '../weigh/reading.js';
import type { Check } from './check.js';
import { about, type Finding, finding, type Opening } from './finding.js';
import { isPeerSensitive } from './row-findings.js';

/** Ports of a subject that the whole internet can reach. */
export const exposedPort: Check = {
  id: 'exposed-port',
  title: 'A port is open to the internet',
  why: 'Whoever reaches kubelet, SSH or the API from the internet can try to take the cluster over.',
  remedy: 'Name the address ranges that need the port instead of all addresses.',
  severities: { introduced: 'warning', 'pre-existing': 'notice' },
  example: 'A rule lets 0.0.0.0/0 reach TCP 10250 of the worker group.',
  tables: [],
  about: 'packets',
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => {
    const found = subjects.subjects.flatMap((subject) => subjectFindings(subject, subjects));
    return firstOfEach(found, toldOnceFor).map(({ finding: one }) => one);
  },
};

/** A finding, and the groups that it is about. */
interface GroupFinding {
  readonly finding: Finding;
  readonly groups: readonly GroupKey[];
}

/** What was open before is told once for the same groups, however many pools are in them. */
function toldOnceFor(found: GroupFinding): unknown {
  return found.finding.change === 'pre-existing' ? JSON.stringify(found.groups) : found;
}

/** What can be open, the widest first: a narrower one is not named beside a wider one. */
interface OpenTraffic {
  readonly opening: Opening;
  readonly region: Region;
}

/** Openings are regions over this one peer: only protocols and ports matter. */
const DIMS = ALL_V4;

const ALL_OPEN: OpenTraffic = { opening: { kind: 'all' }, region: allTraffic('ingress', DIMS) };
const TCP_OPEN: OpenTraffic = {
  opening: { kind: 'tcp' },
  region: dims({ protocol: 'tcp', ports: 'all' }),
};
const PORTS_OPEN: readonly OpenTraffic[] = SENSITIVE_PORTS.map(({ ports, service }) => ({
  opening: { kind: 'port', ports, service },
  region: dims({ protocol: 'tcp', ports }),
}));

function dims(row: Pick<Requirement, 'protocol' | 'ports'>): Region {
  const { protocols, ports } = rowTraffic(row);
  return region('ingress', protocols, ports, DIMS);
}

const INTERNET: Readonly<Record<EtherType, PeerSet>> = {
  IPv4: subtractPeers(ALL_V4, unionOfPeers(NOT_INTERNET_V4.map(addressesIn))),
  IPv6: addressesIn(INTERNET_V6),
};

function subjectFindings(subject: Subject, subjects: Subjects): readonly GroupFinding[] {
  const { world } = subjects;
  const after = openings(openTo(subject.after, world), subject);
  if (after.length === 0) return [];
  const before = subject.before === undefined ? undefined : openTo(subject.before, world);
  const isNew = ({ region: opening }: OpenTraffic): boolean =>
    before === undefined || !isSubset(opening, before);
  const old = after.filter((opening) => !isNew(opening));
  const findings = [
    ...firstOfEach(
      after.filter(isNew).map((opening) => openedFinding(opening, subject, subjects)),
      sameWhenHidden,
    ),
    ...(old.length > 0 && isTouched(subject, world) ? [wasOpenFinding(old, subject, subjects)] : []),
  ];
  const groups = subject.groups.map(({ key }) => key).sort();
  return findings.map((one) => ({ finding: one, groups }));
}

/** Of several ports that must not be named the same is said, so it is said once. */
function sameWhenHidden(found: Finding): unknown {
  const { reason, causes } = found;
  const isHidden = reason.kind === 'opened' && reason.opening.kind === 'sensitive';
  return isHidden ? JSON.stringify(causes) : found;
}

/** Protocols and ports that all public addresses of a family can reach. */
function openTo({ rules }: SubjectState, world: World): Region {
  const family = (name: EtherType): Region => {
    const need = allTraffic('ingress', INTERNET[name]);
    const { surely } = letThrough(rules, need, plainReading(name), world.configuration.defaultRulePriority);
    const closed = mapPeers(subtract(need, surely), () => DIMS);
    return subtract(ALL_OPEN.region, closed);
  };
  return union(family('IPv4'), family('IPv6'));
}

/** The openings that are named: not what the subject's own table opens to all for good. */
function openings(open: Region, subject: Subject): readonly OpenTraffic[] {
  const isOpen = ({ region: opening }: OpenTraffic): boolean => isSubset(opening, open);
  if (isOpen(ALL_OPEN)) return [ALL_OPEN];
  if (isOpen(TCP_OPEN)) return [TCP_OPEN];
  const meant = (tableOf(subject.role, subject.model)?.rows ?? [])
    .filter(
      ({ direction, peer, suggestion }) =>
        direction === 'ingress' && peer === 'any' && suggestion !== 'recommended',
    )
    .map(dims);
  return PORTS_OPEN.filter(
    (opening) => isOpen(opening) && !meant.some((row) => isSubset(opening.region, row)),
  );
}

function isTouched({ groups, groupsBefore }: Subject, world: World): boolean {
  return [...groups, ...groupsBefore].some(
    ({ key, resource }) =>
      world.rulesOf(key).some(isChanging) ||
      (resource !== undefined && !resource.isData && resource.actions.some((action) => action !== 'no-op')),
  );
}

function openedFinding(traffic: OpenTraffic, subject: Subject, subjects: Subjects): Finding {
  const { opening, region: open } = traffic;
  const secret = secretRules(traffic, subject);
  return finding(exposedPort, subjects, {
    ...about(subject),
    severity: opening.kind === 'port' ? 'warning' : 'critical',
    packets: {
      region: mapPeers(open, () => INTERNET.IPv4),
      naming: {
        whole: { peers: INTERNET.IPv4, other: { kind: 'internet' } },
        isSensitive: secret.some(isPeerSensitive),
        isTrafficSensitive: secret.some(isTrafficSensitive),
      },
      fate: subject.before === undefined ? 'open' : 'opened',
    },
    causes: openedBy(traffic, subject, subjects.world),
    reason: { kind: 'opened', opening: tellable(traffic, subject) },
  });
}

function wasOpenFinding(old: readonly OpenTraffic[], subject: Subject, subjects: Subjects): Finding {
  return finding(exposedPort, subjects, {
    ...about(subject),
    change: 'pre-existing',
    reason: { kind: 'was-open', openings: old.map((traffic) => tellable(traffic, subject)) },
  });
}

/** What may be said of it. */
function tellable(traffic: OpenTraffic, subject: Subject): Opening {
  return secretRules(traffic, subject).some(isTrafficSensitive) ? { kind: 'sensitive' } : traffic.opening;
}

function isTrafficSensitive(side: RuleSide): boolean {
  return side.isTrafficSensitive === true;
}

/** The rules that come and open it, else the cluster or pool that comes with its default rules. */
function openedBy(traffic: OpenTraffic, subject: Subject, world: World): readonly Cause[] {
  const keys = subject.groups.map(({ key }) => key);
  const rules = keys
    .flatMap((key) => world.rulesOf(key))
    .filter(({ after }) => after !== undefined && opens(after, traffic))
    .flatMap((rule) => causeOf(rule) ?? []);
  if (rules.length > 0) return rules;
  const holder =
    world.plan.nodePools.find(({ address }) => address === subject.pool) ?? subject.cluster.resource;
  return holder === undefined ? [] : [holder];
}

function opens(side: RuleSide, { region: open }: OpenTraffic): boolean {
  return (['IPv4', 'IPv6'] as const).some((family) => {
    const need = mapPeers(open, () => INTERNET[family]);
    const rule = { sides: [side] as const, group: '', isSure: true, address: undefined, stands: false };
    return !isEmpty(intersect(need, letThrough([rule], need, plainReading(family), undefined).possibly));
  });
}

/** Whether a rule that opens it does so by sensitive values. */
function secretRules(traffic: OpenTraffic, { after }: Subject): readonly RuleSide[] {
  return after.rules.flatMap(({ sides }) =>
    sides.filter((side) => (isTrafficSensitive(side) || isPeerSensitive(side)) && opens(side, traffic)),
  );
}
