import { firstOfEach } from '../collections.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import { nodesOf, poolAt, type World } from '../cluster/world.js';
import type { Severity } from '../config/configuration.js';
import { isSubset, mapPeers, type Region } from '../net/region.js';
import { isPeerSensitive, type RuleSide } from '../plan/rule.js';
import { beliefsOf } from '../weigh/beliefs.js';
import { type Cause, causeOf } from '../weigh/causes.js';
import {
  FAMILIES,
  isSecretlyOpen,
  mayOpenMore,
  openingsIn,
  opens,
  opensAll,
  type OpenTraffic,
  openTo,
  publicAddresses,
} from '../weigh/openings.js';
import { rulesInCloud } from '../weigh/standing-rules.js';
import type { Check } from './check.js';
import { about, type Finding, finding, type FindingParts } from './finding.js';

/** Ports of a subject that the whole internet can reach. What was open before is told of its group, not as a finding. */
export const exposedPort: Check = {
  id: 'exposed-port',
  title: 'A port is open to the internet',
  why: 'Whoever reaches kubelet, SSH or the API from the internet can try to take the cluster over.',
  remedy: 'Let in only the address ranges that need it, and only on the ports that they need.',
  severities: { introduced: 'warning' },
  example: 'A rule lets 0.0.0.0/0 reach TCP 10250 of the worker group.',
  tables: [],
  about: 'packets',
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) =>
    subjects.world.occasion === 'audit'
      ? firstOfEach(
          subjects.subjects.flatMap((subject) => openNow(subject, subjects)),
          // Pools may share the group that is open.
          ({ cluster, reason, causes }) => JSON.stringify([cluster?.name, reason, causes]),
        )
      : [
          ...subjects.subjects.flatMap((subject) => openedByPlan(subject, subjects)),
          ...firstOfEach(
            subjects.subjects.flatMap((subject) => openedByCce(subject, subjects)),
            ({ cluster, reason }) => JSON.stringify([cluster?.name, reason]),
          ),
        ],
};

/** What is open now, whoever opened it. That CCE opens the API is meant so: a notice, until somebody else does. */
function openNow(subject: Subject, subjects: Subjects): readonly Finding[] {
  const { world } = subjects;
  const standing = subject.groups.flatMap((view) => rulesInCloud(view, world));
  const found = FAMILIES.flatMap((family) =>
    openingsIn(openTo(subject.after.rules, family, world).surely, family, subject).map((traffic) => {
      const some = standing.filter(({ side }) => side.action === 'allow' && opens(side, traffic));
      const whole = some.filter(({ side }) => opensAll(side, traffic));
      const by = whole.length > 0 ? whole : some;
      const isByCce = by.length > 0 && by.every(({ own }) => own?.requirement !== undefined);
      return openedFinding(traffic, subject, subjects, {
        severity: severityOf(traffic, isByCce),
        causes: by.map(({ address }) => ({ address, actions: [] })),
        isNew: false,
        byCce: isByCce ? 'seen' : undefined,
      });
    }),
  );
  return firstOfEach(found, sameWhenHidden);
}

function severityOf({ opening, isMeantAtFirst }: OpenTraffic, isByCce: boolean): Severity {
  if (opening.kind !== 'port') return 'critical';
  return isMeantAtFirst && isByCce ? 'notice' : 'warning';
}

/** What was not open before and is by rules of the plan. */
function openedByPlan(subject: Subject, subjects: Subjects): readonly Finding[] {
  const { before, after } = subject;
  const { world } = subjects;
  if (before?.rules === after.rules) return [];
  const families = FAMILIES.filter(
    (family) => before === undefined || mayOpenMore(before.rules, after.rules, family),
  );
  const found = families.flatMap((family) => {
    const openings = openingsIn(openTo(after.rules, family, world).surely, family, subject);
    // Most groups are closed, and then nobody asks how it was.
    if (openings.length === 0) return [];
    const was = before === undefined ? undefined : openTo(before.rules, family, world);
    const own = before === undefined ? openBySelf(subject, world, family) : undefined;
    return openings
      .filter(({ region }) => was === undefined || !isSubset(region, was.surely))
      .filter(({ region, isMeantAtFirst }) => own === undefined || !(isMeantAtFirst || isSubset(region, own)))
      .map((traffic) => {
        const isNew = was !== undefined && !isSubset(traffic.region, was.possibly);
        return openedFinding(traffic, subject, subjects, {
          severity: severityOf(traffic, false),
          causes: openedBy(traffic, subject, world),
          isNew,
        });
      });
  });
  return firstOfEach(found, sameWhenHidden);
}

/**
 * What CCE's own rules open on a new cluster, or for a new pool in its group. No line of the plan can prevent it, so
 * it is a notice.
 */
function openedByCce(subject: Subject, subjects: Subjects): readonly Finding[] {
  const holders = newHolders(subject, subjects.world);
  if (holders.length === 0) return [];
  return FAMILIES.flatMap((family) => {
    const own = openBySelf(subject, subjects.world, family);
    // Beside a wider opening it is not named.
    return openingsIn(openTo(subject.after.rules, family, subjects.world).surely, family, subject)
      .filter(({ region, isMeantAtFirst }) => !isMeantAtFirst && isSubset(region, own))
      .map((traffic) =>
        openedFinding(traffic, subject, subjects, {
          severity: 'notice',
          causes: holders,
          isNew: false,
          byCce: subject.before === undefined ? 'new' : 'assumed',
        }),
      );
  });
}

/** What is open by rules that nobody manages. */
function openBySelf({ after }: Subject, world: World, family: OpenTraffic['family']): Region {
  const own = after.rules.filter(({ address }) => address === undefined);
  return openTo(own, family, world).surely;
}

/** What brings new machines into the groups of the subject: itself when it is new, else new pools in the default group. */
function newHolders(subject: Subject, world: World): readonly Cause[] {
  const { pool, cluster, role, before } = subject;
  const holder = poolAt(world, pool) ?? cluster.resource;
  if (before === undefined) return holder === undefined ? [] : [holder];
  if (role !== 'node' || pool !== undefined) return [];
  return nodesOf(world, cluster).after.nodePools.filter(
    ({ before: old, after }) => old === undefined && after?.groups.length === 0,
  );
}

/** Of several ports that must not be named the same is said, so it is said once. */
function sameWhenHidden(found: Finding): unknown {
  const { reason, causes } = found;
  const isHidden = reason.kind === 'opened' && reason.opening.kind === 'sensitive';
  return isHidden ? JSON.stringify([reason.family, causes]) : found;
}

interface How {
  readonly severity: Finding['severity'];
  readonly causes: readonly Cause[];
  /** It was surely closed before. */
  readonly isNew: boolean;
  readonly byCce?: 'new' | 'assumed' | 'seen' | undefined;
}

function openedFinding(traffic: OpenTraffic, subject: Subject, subjects: Subjects, how: How): Finding {
  const { family, region: open } = traffic;
  const { rules } = subject.after;
  const isTrafficSensitive = isSecretlyOpen(rules, traffic);
  const isOpenBySecret = (side: RuleSide): boolean => isPeerSensitive(side) && opens(side, traffic);
  const parts: FindingParts = {
    ...about(subject),
    severity: how.severity,
    packets: {
      region: mapPeers(open, () => publicAddresses(family)),
      naming: {
        whole: { peers: publicAddresses(family), other: { kind: 'internet', family } },
        ranges: [],
        isSensitive: rules.some(({ sides }) => sides.some(isOpenBySecret)),
        isTrafficSensitive,
      },
      fate: how.isNew ? 'opened' : 'open',
    },
    causes: how.causes,
    reason: {
      kind: 'opened',
      opening: isTrafficSensitive ? { kind: 'sensitive' } : traffic.opening,
      family,
      byCce: how.byCce,
    },
    restsOn: beliefsOf([...subject.groupsBefore, ...subject.groups], (side) => opens(side, traffic)),
  };
  return finding(
    exposedPort,
    subjects,
    how.byCce === 'new' || how.byCce === 'assumed' ? { ...parts, remedy: 'narrow-later' } : parts,
  );
}

/** The rules that come and open it, else the cluster or pool that comes with its groups. */
function openedBy(traffic: OpenTraffic, subject: Subject, world: World): readonly Cause[] {
  const keys = subject.groups.map(({ key }) => key);
  const rules = keys
    .flatMap((key) => world.rulesOf(key))
    .filter(({ after }) => after !== undefined && opens(after, traffic))
    .flatMap((rule) => causeOf(rule) ?? []);
  if (rules.length > 0) return rules;
  const holder = poolAt(world, subject.pool) ?? subject.cluster.resource;
  return holder === undefined ? [] : [holder];
}
