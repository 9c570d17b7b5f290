import { firstOfEach } from '../collections.js';
import type { Waiver } from '../config/configuration.js';
import type { WaivedPackets } from '../config/packets.js';
import type { Subjects } from '../cluster/subject.js';
import { unionOfPeers } from '../net/peers.js';
import { boxes, intersect, isEmpty, mapPeers, type Region, subtract } from '../net/region.js';
import type { GroupKey } from '../plan/rule.js';
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

/**
 * Hides what each waiver names: exactly its packets, so that what goes beyond stays a finding with only the rest; all
 * of a finding, when the waiver names none.
 */
export function waive(findings: readonly Finding[], subjects: Subjects): readonly Finding[] {
  const waivers = subjects.world.configuration.waivers.filter((one) => !isStale(one, subjects));
  return findings.flatMap((found) => waiveOne(found, waivers, subjects));
}

function waiveOne(found: Finding, waivers: readonly Waiver[], subjects: Subjects): readonly Finding[] {
  const parts: Finding[] = [];
  let rest = found;
  for (const one of waivers) {
    if (!isMeant(one, found, subjects)) continue;
    if (one.packets === undefined) return [...parts, { ...rest, waived: one }];
    const { packets } = rest;
    if (packets === undefined) continue;
    const hidden = hiddenBy(one.packets, packets.region);
    if (isEmpty(hidden)) continue;
    parts.push({ ...rest, packets: { ...packets, region: hidden }, waived: one });
    rest = { ...rest, packets: { ...packets, region: subtract(packets.region, hidden) } };
  }
  const isLeft = rest.packets === undefined || !isEmpty(rest.packets.region);
  return isLeft ? [rest, ...parts] : parts;
}

/** A row is named by its id. What has no row is named by its check, and by one of what it has: group, address, packets. */
function isMeant(one: Waiver, found: Finding, subjects: Subjects): boolean {
  if (one.cluster !== undefined && one.cluster !== found.cluster?.name) return false;
  if (found.row !== undefined) return one.requirement === found.row.id;
  const { check, group, causes, packets } = found;
  if (one.check !== check.id) return false;
  if (one.packets !== undefined && packets === undefined) return false;
  if (one.group !== undefined && !waivableNames(group, subjects).includes(one.group)) return false;
  if (one.address !== undefined && !causes.some(({ address }) => address === one.address)) return false;
  const isNarrow = [one.packets, one.group, one.address].some((part) => part !== undefined);
  return isNarrow || (packets === undefined && group === undefined && causes.length === 0);
}

/** By what a waiver may name the group. */
function waivableNames(key: GroupKey | undefined, { viewOf }: Subjects): readonly string[] {
  if (key === undefined) return [];
  const { resource } = viewOf(key);
  const names = [resource?.id, resource?.address, resource?.nameBefore?.text, resource?.nameAfter?.text];
  return [key, ...names.filter((name) => name !== undefined)];
}

/** What named packets have of a region; `any` means unknown peers and groups as well, which no CIDR can name. */
export function hiddenBy({ region: named, isAnyPeer }: WaivedPackets, region: Region): Region {
  if (!isAnyPeer) return intersect(region, named);
  const everyone = unionOfPeers(boxes(region).map(({ peers }) => peers));
  return intersect(
    region,
    mapPeers(named, () => everyone),
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

function waiverId({ packets, ...terms }: Waiver): string {
  return JSON.stringify([terms, packets?.text]);
}

function idleWaiver(one: Waiver, subjects: Subjects, state: 'expired' | 'unused'): Finding {
  const { cluster: name } = one;
  const shown = subjects.world.clusters.find((cluster) => cluster.name === name);
  return finding(waiver, subjects, {
    cluster: shown ?? (name === undefined ? undefined : { name, label: name, resource: undefined }),
    reason: { kind: 'waiver-idle', waiver: one, state },
  });
}
