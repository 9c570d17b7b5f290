import { plainReading } from '../cluster/reading.js';
import type { Subject, Subjects, SubjectState } from '../cluster/subject.js';
import { trafficOf } from '../cluster/default-rules.js';
import type { World } from '../cluster/world.js';
import { letThrough } from '../effective/effective.js';
import { INTERNET_V6, NOT_INTERNET_V4, SENSITIVE_PORTS } from '../model/exposure.js';
import { tableOf } from '../model/model.js';
import type { Requirement } from '../model/requirement.js';
import { type EtherType, parseCidr } from '../net/address.js';
import { ALL_V4, NO_PEERS, type PeerSet, subtractPeers, unionOfPeers } from '../net/peers.js';
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
import type { RuleSide } from '../plan/rule.js';
import { causeOf, distinct } from '../weigh/causes.js';
import { type Check, severityOf } from './check.js';
import type { Cause } from '../weigh/causes.js';
import type { Finding } from './finding.js';
import { isPeerSensitive, ROLE_NAMES } from './rows.js';

/** Ports of a subject that the whole internet can reach. */
export const exposedPort: Check = {
  id: 'exposed-port',
  title: 'A port is open to the internet',
  why: 'Whoever reaches kubelet, SSH or the API from the internet can try to take the cluster over.',
  remedy: 'Name the address ranges that need the port instead of all addresses.',
  severities: { introduced: 'warning', 'pre-existing': 'notice' },
  example: 'A rule lets 0.0.0.0/0 reach TCP 10250 of the worker group.',
  run: (subjects) => {
    const told = new Set<string>();
    const findings = subjects.subjects.flatMap((subject) => subjectFindings(subject, subjects));
    return {
      findings: findings.filter((found) => isFirst(found, told)).map(({ finding }) => finding),
      resolved: [],
    };
  },
};

/** A finding, and the groups that it is about. */
interface Found {
  readonly finding: Finding;
  readonly groups: string;
}

/** What was open before is told once for a group, however many pools are in it. */
function isFirst({ finding, groups }: Found, told: Set<string>): boolean {
  if (finding.change !== 'pre-existing') return true;
  const isNew = !told.has(groups);
  told.add(groups);
  return isNew;
}

/** What can be open, the widest first: a narrower one is not named beside a wider one. */
interface Opening {
  readonly what: string;
  readonly region: Region;
  readonly isWide: boolean;
}

/** Openings are regions over this one peer: only protocols and ports matter. */
const DIMS = ALL_V4;

const ALL_OPEN: Opening = { what: 'every port', region: allTraffic('ingress', DIMS), isWide: true };
const TCP_OPEN: Opening = {
  what: 'every TCP port',
  region: dims({ protocol: 'tcp', ports: 'all' }),
  isWide: true,
};
const PORTS_OPEN: readonly Opening[] = SENSITIVE_PORTS.map(({ ports, service }) => ({
  what: `TCP ${ports.from === ports.to ? ports.from : `${ports.from}-${ports.to}`} (${service})`,
  region: dims({ protocol: 'tcp', ports }),
  isWide: false,
}));

function dims(row: Pick<Requirement, 'protocol' | 'ports'>): Region {
  const { protocols, ports } = trafficOf(row);
  return region('ingress', protocols, ports, DIMS);
}

const INTERNET: Readonly<Record<EtherType, PeerSet>> = {
  IPv4: subtractPeers(
    ALL_V4,
    unionOfPeers(NOT_INTERNET_V4.map((text) => parseCidr(text)?.peers ?? NO_PEERS)),
  ),
  IPv6: parseCidr(INTERNET_V6)?.peers ?? NO_PEERS,
};

function subjectFindings(subject: Subject, subjects: Subjects): readonly Found[] {
  const { world } = subjects;
  const after = openings(openTo(subject.after, world), subject);
  if (after.length === 0) return [];
  const before = subject.before === undefined ? undefined : openTo(subject.before, world);
  const isNew = ({ region: opening }: Opening): boolean => before === undefined || !isSubset(opening, before);
  const fresh = after.filter(isNew);
  const old = after.filter((opening) => !isNew(opening));
  const findings = [
    ...fresh.map((opening) => introduced(opening, subject, subjects)),
    ...(old.length > 0 && isTouched(subject, world) ? [preExisting(old, subject, subjects)] : []),
  ];
  const groups = JSON.stringify(subject.groups.map(({ key }) => key).sort());
  return findings.map((finding) => ({ finding, groups }));
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
function openings(open: Region, subject: Subject): readonly Opening[] {
  const isOpen = ({ region: opening }: Opening): boolean => isSubset(opening, open);
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
      world.rulesOf(key).some(({ change }) => change !== 'stands' && change !== 'drifted-away') ||
      (resource !== undefined && !resource.isData && resource.actions.some((action) => action !== 'no-op')),
  );
}

function introduced(opening: Opening, subject: Subject, subjects: Subjects): Finding {
  const severity = subjects.world.configuration.severity[exposedPort.id];
  const secret = secretRules(opening, subject);
  const isHidden = secret.some((side) => side.isTrafficSensitive === true);
  return {
    ...base(subject),
    severity: severity ?? (opening.isWide ? 'critical' : severityOf(exposedPort, 'introduced', subjects)),
    change: 'introduced',
    packets: {
      region: mapPeers(opening.region, () => INTERNET.IPv4),
      names: {
        whole: { peers: INTERNET.IPv4, name: 'the internet' },
        isSensitive: secret.some(isPeerSensitive),
        isTrafficSensitive: isHidden,
      },
      member: subject.role,
      fate: subject.before === undefined ? 'is allowed' : 'was dropped, is allowed',
    },
    causes: causesOf(opening, subject, subjects.world),
    statement: [`${where(subject)}: ${isHidden ? 'a port' : opening.what} is opened to the internet`],
  };
}

function preExisting(old: readonly Opening[], subject: Subject, subjects: Subjects): Finding {
  const isHidden = (opening: Opening): boolean =>
    secretRules(opening, subject).some((side) => side.isTrafficSensitive === true);
  const names = new Set(old.map((opening) => (isHidden(opening) ? 'a port' : opening.what)));
  return {
    ...base(subject),
    severity: severityOf(exposedPort, 'pre-existing', subjects),
    change: 'pre-existing',
    packets: undefined,
    causes: [],
    statement: [`${where(subject)}: ${[...names].join(', ')} was open to the internet before`],
  };
}

function base(
  subject: Subject,
): Pick<Finding, 'check' | 'requirement' | 'cluster' | 'group' | 'pool' | 'impact' | 'remedy' | 'waived'> {
  return {
    check: exposedPort.id,
    requirement: undefined,
    cluster: subject.cluster.name,
    group: subject.groups[0]?.key,
    pool: subject.pool,
    impact: 'anybody on the internet can try the port',
    remedy: exposedPort.remedy,
    waived: undefined,
  };
}

function where({ pool, role }: Subject): string {
  return pool === undefined ? ROLE_NAMES[role] : `groups of ${pool}`;
}

/** The rules that come and open it, else the cluster or pool that comes with its default rules. */
function causesOf(opening: Opening, subject: Subject, world: World): readonly Cause[] {
  const keys = subject.groups.map(({ key }) => key);
  const rules = keys
    .flatMap((key) => world.rulesOf(key))
    .filter(({ after }) => after !== undefined && opens(after, opening))
    .flatMap((rule) => causeOf(rule) ?? []);
  if (rules.length > 0) return distinct(rules);
  const holder =
    world.plan.nodePools.find(({ address }) => address === subject.pool) ?? subject.cluster.resource;
  return holder === undefined ? [] : distinct([holder]);
}

function opens(side: RuleSide, opening: Opening): boolean {
  return (['IPv4', 'IPv6'] as const).some((family) => {
    const need = mapPeers(opening.region, () => INTERNET[family]);
    const rule = { sides: [side] as const, group: '', isSure: true, address: undefined, stands: false };
    return !isEmpty(intersect(need, letThrough([rule], need, plainReading(family), undefined).possibly));
  });
}

/** Whether a rule that opens it does so by sensitive values. */
function secretRules(opening: Opening, { after }: Subject): readonly RuleSide[] {
  return after.rules.flatMap(({ sides }) =>
    sides.filter(
      (side) => (side.isTrafficSensitive === true || isPeerSensitive(side)) && opens(side, opening),
    ),
  );
}
