import { firstOfEach } from '../collections.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import { poolAt, type World } from '../cluster/world.js';
import { type PeerToken, tokenPeers, unionPeers, withoutTokens } from '../net/peers.js';
import { boxes, isEmpty, mapPeers, type Region, subtract } from '../net/region.js';
import { doesSomething } from '../plan/instance.js';
import { beliefsOf } from '../weigh/beliefs.js';
import type { Cause, Change } from '../weigh/causes.js';
import { accessOpened, lettingIn, rulesBefore, secretSides } from '../weigh/new-access.js';
import { groupToken } from '../weigh/unchanged.js';
import type { Check } from './check.js';
import { about, type Finding, finding, type PacketsFound } from './finding.js';
import { hiddenBy } from './waiver.js';

/** Packets that are let in and were not before, for those who want none without somebody's word. */
export const newAccess: Check = {
  id: 'new-access',
  title: 'Packets are let in that were not before',
  why: 'Where every new way in is somebody’s decision, a plan that opens none can be let through without asking. It is off unless `severity` of the configuration names it; `allow` there lists packets that may come in anew.',
  remedy:
    'Leave out what lets them in, or name the packets under `allow` in the configuration once somebody has agreed.',
  severities: { introduced: 'critical', undecided: 'warning' },
  example:
    'A rule lets 10.20.0.0/16 reach TCP 443 of the worker group, with `severity: { new-access: critical }`.',
  tables: [],
  about: 'packets',
  breaks: false,
  leavesUnjudged: false,
  run: (all) => {
    if (all.world.occasion === 'audit' || !isAskedFor(all.world)) return [];
    // Pools in the same groups are reached alike.
    const subjects = firstOfEach(all.subjects, ({ cluster, role, groups, groupsBefore, before }) =>
      JSON.stringify([
        [cluster.name, role, before === undefined],
        groups.map(({ key }) => key),
        groupsBefore.map(({ key }) => key),
      ]),
    );
    return subjects.flatMap((subject) => letIn(subject, all));
  },
};

/** Who names it wants it, unless all that is said is that it is off. */
function isAskedFor({ configuration }: World): boolean {
  const levels = configuration.severity['new-access'];
  return (
    levels !== undefined && Object.values(levels).some((level) => level !== undefined && level !== 'off')
  );
}

function letIn(subject: Subject, all: Subjects): readonly Finding[] {
  const { world } = all;
  const { surely, perhaps } = accessOpened(subject, world);
  return [
    ...told(subject, all, { region: surely, change: 'introduced' }),
    ...told(subject, all, { region: perhaps, change: 'undecided' }),
  ];
}

function told(
  subject: Subject,
  all: Subjects,
  { region: found, change }: { readonly region: Region; readonly change: Change },
): readonly Finding[] {
  const { world } = all;
  const allowed = world.configuration.allow.reduce((left, one) => subtract(left, hiddenBy(one, left)), found);
  if (isEmpty(allowed)) return [];
  const rules = lettingIn(subject, allowed, world);
  const causes = rules.length > 0 ? rules : movers(subject, world);
  // Nothing of the plan bears on it: it is as open, or as unknown, as it was.
  if (causes.length === 0) return [];
  return [
    finding(newAccess, all, {
      ...about(subject),
      change,
      causes,
      packets: packetsOfAccess(subject, all, { region: allowed, change }),
      reason: { kind: 'let-in' },
      restsOn: beliefsOf(
        [...subject.groupsBefore, ...subject.groups],
        (side) => side.direction === 'ingress',
      ),
    }),
  ];
}

/** The pool or cluster that comes, or names other groups than before. */
function movers({ pool, cluster, groups, groupsBefore }: Subject, world: World): readonly Cause[] {
  const holder = poolAt(world, pool) ?? cluster.resource;
  const was = new Set(groupsBefore.map(({ key }) => key));
  const hasMoved = groups.some(({ key }) => !was.has(key));
  const made = groups.flatMap(({ resource }) => resource ?? []).filter(({ isData }) => !isData);
  return hasMoved
    ? [...(holder === undefined ? [] : [holder]), ...made].filter(({ actions }) => doesSomething(actions))
    : [];
}

function packetsOfAccess(
  subject: Subject,
  { viewOf, world }: Subjects,
  { region, change }: { readonly region: Region; readonly change: Change },
): PacketsFound {
  const rules = [...rulesBefore(subject), ...subject.after.rules];
  const shown = new Map<PeerToken, PeerToken>();
  const secret: PeerToken[] = [];
  for (const { peer } of rules.flatMap(({ sides }) => sides)) {
    if (peer.kind !== 'group' || peer.group.kind !== 'group') continue;
    const { key } = peer.group;
    if (world.plan.sensitiveIds.has(key)) secret.push(groupToken(key));
    shown.set(groupToken(key), viewOf(key).resource?.address ?? key);
  }
  // What is left beside a secret tells of it.
  const secrets = secretSides(rules, region, world);
  return {
    region: mapPeers(region, (peers) =>
      unionPeers(withoutTokens(peers), tokenPeers(...peers.tokens.map((token) => shown.get(token) ?? token))),
    ),
    naming: {
      whole: undefined,
      ranges: [],
      isSensitive:
        secrets.length > 0 ||
        boxes(region).some(({ peers }) => secret.some((one) => peers.tokens.includes(one))),
      isTrafficSensitive: secrets.some((side) => side.isTrafficSensitive === true),
    },
    fate: change === 'introduced' ? 'opened' : 'may-be-opened',
  };
}
