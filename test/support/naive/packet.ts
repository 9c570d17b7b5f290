/** Who lets one packet through: before, while the plan is applied, and after it. */
import { type End, type Judge, membersAt, passesFrom, SOME } from '../oracle/passes.js';
import { isWanted, places } from '../oracle/places.js';
import { cidrOf, EVERYWHERE, type Packet } from '../oracle/rules.js';
import { memoOfObject } from '../../../src/collections.js';
import { judgeOf, type Rules, rulesAt, type Time } from './holds.js';
import { isSameRule, type NaiveRule } from './rules.js';
import type { NaiveCluster, NaiveGroup, NaiveWorld } from './world.js';

/** One address, or any member of a group: by its id, its address, or a reference to it. */
export type NaiveEnd =
  { readonly kind: 'address'; readonly address: string } | { readonly kind: 'group'; readonly group: string };

/** A packet from one end to the other; `port` is type * 256 + code for ICMP, 0 for protocols without ports. */
export interface NaivePacket {
  readonly from: NaiveEnd;
  readonly to: NaiveEnd;
  readonly protocol: number;
  readonly port: number;
}

/** `mixed`: members of the group with different addresses get different answers. */
export type NaiveAnswer = 'allowed' | 'dropped' | 'undecided' | 'absent' | 'mixed';

/** Between two groups both must let it through: the first out, the second in. */
export function packetAnswer(plain: NaiveWorld, packet: NaivePacket): Readonly<Record<Time, NaiveAnswer>> {
  const world = withoutRefused(plain);
  const sender = groupAt(world, packet.from);
  const receiver = groupAt(world, packet.to);
  const at = (time: Time): NaiveAnswer => {
    const out = sender === undefined ? [] : [oneWay(world, packet, sender, { time, direction: 'egress' })];
    const into =
      receiver === undefined ? [] : [oneWay(world, packet, receiver, { time, direction: 'ingress' })];
    return both([...out, ...into]);
  };
  return { before: at('before'), during: at('during'), after: at('after') };
}

/** A new rule is refused when an equal one goes at another address: then the old one goes, and nothing comes. */
const withoutRefused = memoOfObject((world: NaiveWorld): NaiveWorld => {
  const { steps, configuration } = world;
  const going = steps.flatMap(({ how, before }) => (how === 'goes' ? before : []));
  const isRefused = (rule: NaiveRule): boolean =>
    going.some((old) => isSameRule(rule, old, configuration.priority));
  return {
    ...world,
    steps: steps.map((step) =>
      step.how === 'comes' ? { ...step, after: step.after.filter((rule) => !isRefused(rule)) } : step,
    ),
  };
});

function both(answers: readonly NaiveAnswer[]): NaiveAnswer {
  const worst = (['absent', 'dropped', 'mixed', 'undecided', 'allowed'] as const).find((one) =>
    answers.includes(one),
  );
  return worst ?? 'absent';
}

function groupAt({ groups, nameGroup }: NaiveWorld, end: NaiveEnd): NaiveGroup | undefined {
  return end.kind === 'address' ? undefined : groups.find(({ key }) => key === nameGroup(end.group));
}

/** Whether the group lets the packet out, or in. */
function oneWay(
  world: NaiveWorld,
  packet: NaivePacket,
  own: NaiveGroup,
  { time, direction }: { readonly time: Time; readonly direction: Packet['direction'] },
): NaiveAnswer {
  const found = world.clusters.find(({ name }) => name === own.cluster);
  const isAway = (time !== 'after' && own.isNew) || (time !== 'before' && own.isGone);
  if (found === undefined || isAway) return 'absent';
  // Before the plan nobody has an address that only the plan brings.
  const cluster = time === 'before' ? { ...found, after: found.before } : found;
  const other = direction === 'egress' ? packet.to : packet.from;
  const asked: Packet = { direction, protocol: packet.protocol, port: packet.port, remote: 0 };
  const place: Place = { world, cluster, own, time };
  const answers = endsOf(place, other).map((ends) => answerOf(place, asked, ends));
  const [first = 'dropped'] = answers;
  return answers.every((answer) => answer === first) ? first : 'mixed';
}

interface Place {
  readonly world: NaiveWorld;
  readonly cluster: NaiveCluster;
  readonly own: NaiveGroup;
  readonly time: Time;
}

/** For each address that the end may have: who it may be. */
function endsOf({ world, cluster, own }: Place, end: NaiveEnd): readonly (readonly End[])[] {
  const all = [...rulesAt(world, 'before'), ...rulesAt(world, 'after')];
  const judge = judgeOf(world, cluster, all, 'ingress');
  if (end.kind === 'address') {
    const [address = 0] = cidrOf(end.address) ?? [];
    const groups = [
      ...membersAt(judge, address, undefined).flat(),
      ...perhapsAt(judge, address),
      ...strangers(judge.members, own, all, address),
    ];
    const whoever = [[], ...groups.map((group) => [group])];
    return [whoever.map((members) => ({ address, token: undefined, members }))];
  }
  const key = world.nameGroup(end.group);
  const { cidrs = [EVERYWHERE], token } = judge.members.get(key) ?? {};
  const member = (address: number): End => ({ address, token, members: [key] });
  // A range that the plan does not know may be anywhere, and all its members in one place.
  if (token !== undefined) return [judge.cells.filter((one) => !judge.isApart(token, one)).map(member)];
  return judge.cells.filter((address) => isWanted({ cidrs }, address)).map((address) => [member(address)]);
}

/** Groups of the cluster whose members are in a range that nobody knows, in which the address may be. */
function perhapsAt({ members, isApart }: Judge, address: number): readonly string[] {
  return [...members].flatMap(([key, { token }]) =>
    token === undefined || isApart(token, address) ? [] : [key],
  );
}

/** Groups of others that rules name, in which an address may be that is not public. */
function strangers(
  members: ReadonlyMap<string, unknown>,
  own: NaiveGroup,
  rules: Rules,
  address: number,
): readonly string[] {
  const isPrivate = PRIVATE.some((text) => isWanted(places(text), address));
  const peers = rules.flatMap(({ sides }) =>
    sides.flatMap(({ group, peer }) => {
      if (group !== own.key) return [];
      return peer.kind === 'group' ? [peer.ref] : peer.kind === 'some-group' ? [SOME] : [];
    }),
  );
  return isPrivate ? peers.filter((ref) => !members.has(ref)) : [];
}

const PRIVATE = ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16', '198.18.0.0/15'];

/** Allowed or dropped only if it is so whoever has the address, and whatever the values are that nobody knows. */
function answerOf({ world, cluster, own, time }: Place, packet: Packet, ends: readonly End[]): NaiveAnswer {
  const passes = (rules: Rules, mode: 'worst' | 'best') => {
    const ofGroup = rules.filter(({ sides }) => sides.every(({ group }) => group === own.key));
    const judge = judgeOf(world, cluster, ofGroup, packet.direction);
    return (end: End): boolean => passesFrom(judge, packet, end, mode);
  };
  if (ends.every(passes(rulesAt(world, time), 'worst'))) return 'allowed';
  const ever = time === 'during' ? mostOpen(world) : rulesAt(world, time);
  return ends.some(passes(ever, 'best')) ? 'undecided' : 'dropped';
}

/** What may stand at some moment of the apply: every allow of before and after, and only denies that stay. */
function mostOpen(world: NaiveWorld): Rules {
  const all = [...rulesAt(world, 'before'), ...rulesAt(world, 'after')];
  return all.filter(({ sides: [side], isUnchanged }) => !side.isDeny || isUnchanged);
}
