import { firstOfEach } from '../collections.js';
import type { Waiver } from '../config/configuration.js';
import type { Subjects } from '../cluster/subject.js';
import { unionOfPeers } from '../net/peers.js';
import { boxes, intersect, isEmpty, mapPeers, type Region, subtract } from '../net/region.js';
import type { Check } from './check.js';
import { type Finding, finding } from './finding.js';

/** Waivers that no longer do anything. */
export const waiver: Check = {
  id: 'waiver',
  title: 'A waiver does nothing',
  why: 'A waiver that has expired hides nothing any more, and one that hides nothing may hide something tomorrow.',
  remedy: 'Remove the waiver, or renew its date.',
  severities: { introduced: 'warning' },
  example: 'A waiver with `expires: 2025-01-31` in a run of February.',
  tables: [],
  about: 'configuration',
  breaks: false,
  leavesUnjudged: false,
  // One waiver may serve several plans, so its findings are made once for all of them: `idleWaivers`.
  run: () => [],
};

/** `expires` is the last day on which it counts; both are `YYYY-MM-DD`, so they compare as text. */
function isStale({ expires }: Waiver, { world }: Subjects): boolean {
  return expires < world.today;
}

/** Hides exactly the packets of each waiver: what goes beyond stays a finding with only the rest. */
export function waive(findings: readonly Finding[], subjects: Subjects): readonly Finding[] {
  const waivers = subjects.world.configuration.waivers.filter((one) => !isStale(one, subjects));
  return findings.flatMap((found) => {
    const parts: Finding[] = [];
    let rest = found;
    for (const one of waivers) {
      const { packets } = rest;
      if (packets === undefined || !isMeant(one, found)) continue;
      const hidden = hiddenBy(one, packets.region);
      if (isEmpty(hidden)) continue;
      parts.push({ ...rest, packets: { ...packets, region: hidden }, waived: one });
      rest = { ...rest, packets: { ...packets, region: subtract(packets.region, hidden) } };
    }
    const isLeft = rest.packets === undefined || !isEmpty(rest.packets.region);
    return isLeft ? [rest, ...parts] : parts;
  });
}

function isMeant({ requirement, cluster }: Waiver, found: Finding): boolean {
  return requirement === found.row?.id && (cluster === undefined || cluster === found.cluster?.name);
}

/** `any` means unknown peers and groups as well, which no CIDR can name. */
function hiddenBy({ packets, isAnyPeer }: Waiver, region: Region): Region {
  if (!isAnyPeer) return intersect(region, packets);
  const everyone = unionOfPeers(boxes(region).map(({ peers }) => peers));
  return intersect(
    region,
    mapPeers(packets, () => everyone),
  );
}

/** Waivers that have expired, or that hid nothing in any plan of the run; the same one is told once. */
export function idleWaivers(found: readonly Finding[], subjects: Subjects): readonly Finding[] {
  const used = new Set(found.map(({ waived }) => waived));
  const { waivers } = subjects.world.configuration;
  const stale = waivers.filter((one) => isStale(one, subjects));
  const unused = waivers.filter((one) => !isStale(one, subjects) && !used.has(one));
  return [
    ...firstOfEach(stale, waiverId).map((one) => idleWaiver(one, subjects, 'expired')),
    ...firstOfEach(unused, waiverId).map((one) => idleWaiver(one, subjects, 'unused')),
  ];
}

function waiverId({ requirement, cluster, text, reason, owner, expires }: Waiver): string {
  return JSON.stringify([requirement, cluster, text, reason, owner, expires]);
}

function idleWaiver(one: Waiver, subjects: Subjects, state: 'expired' | 'unused'): Finding {
  const { cluster: name } = one;
  const shown = subjects.world.clusters.find((cluster) => cluster.name === name);
  return finding(waiver, subjects, {
    cluster: shown ?? (name === undefined ? undefined : { name, label: name, resource: undefined }),
    reason: { kind: 'waiver-idle', waiver: one, state },
  });
}
