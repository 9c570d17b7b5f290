/** `explain` against plain loops over the raw plan: for one packet between two ends both say the same. */
import { beforeAll, expect, test } from '@jest/globals';

import { openRun } from '../../src/command/judge-files.js';
import type { Subjects } from '../../src/cluster/subject.js';
import { endsNamed } from '../../src/explain/ends.js';
import { explainPath } from '../../src/explain/path.js';
import { type PathState, TIMES } from '../../src/explain/lots.js';
import { pathSides } from '../../src/explain/side.js';
import { single } from '../../src/net/interval.js';
import { hasPorts, hasTypes } from '../../src/net/protocol.js';
import { ALL_PORTS } from '../../src/net/region.js';
import { fixtureInput, frozenCases } from '../support/fixture-report.js';
import { fc, IS_LONG_RUN } from '../support/laws.js';
import { naiveCase } from '../support/naive/cases.js';
import { type NaiveAnswer, type NaiveEnd, packetAnswer } from '../support/naive/packet.js';
import type { NaiveWorld } from '../support/naive/world.js';

interface Known {
  readonly name: string;
  readonly world: NaiveWorld;
  readonly subjects: Subjects;
}

/** All of them in the long run. */
const NAMES = frozenCases().filter((_, i) => IS_LONG_RUN || i % 9 === 0);
const PACKETS = IS_LONG_RUN ? 10_000 : 400;

const known: Known[] = [];

beforeAll(async () => {
  for (const name of NAMES) {
    const { world } = await naiveCase(name);
    const opened = await openRun(fixtureInput(name));
    if (!opened.ok) throw new Error(opened.error.error.message);
    const [plan, ...others] = opened.value.judged;
    if (plan === undefined || others.length > 0 || world.limits.length > 0) continue;
    if (world.groups.length > 0) known.push({ name, world, subjects: plan.subjects });
  }
});

/** The edges of all CIDRs that the plan speaks of, and addresses beside them. */
function addressesOf({ world }: Known): readonly string[] {
  const text = JSON.stringify([world.steps, world.clusters]);
  const cidrs = [...text.matchAll(/"(\d+\.\d+\.\d+\.\d+)\/\d+"/g)].map(([, address = '']) => address);
  const near = cidrs.map((address) => address.replace(/\d+$/, '9'));
  return [
    ...new Set([
      ...near,
      '8.8.8.8',
      '192.168.0.77',
      '192.168.200.5',
      '172.16.3.4',
      '100.125.4.25',
      '10.0.0.9',
    ]),
  ];
}

const PORTS: readonly (readonly [number, number])[] = [
  ...[22, 53, 80, 443, 4789, 5353, 5443, 5444, 6443, 8445, 9443, 10_250, 30_000, 32_767].map(
    (port) => [6, port] as const,
  ),
  ...[53, 123, 4789, 5353, 30_500].map((port) => [17, port] as const),
  [1, 8 * 256],
  [1, 0],
  [47, 0],
];

function endsOf(one: Known): readonly NaiveEnd[] {
  return [
    ...addressesOf(one).map((address): NaiveEnd => ({ kind: 'address', address })),
    // As often as addresses.
    ...Array.from({ length: 8 }, () => one.world.groups)
      .flat()
      .map(({ key }): NaiveEnd => ({ kind: 'group', group: key })),
  ];
}

/** The loops have names of their own for groups that CCE made. */
function textOf({ world }: Known, end: NaiveEnd): string {
  if (end.kind === 'address') return end.address;
  const made = world.groups.find(({ key, isWhole }) => key === end.group && isWhole);
  return made === undefined ? end.group : `${made.role}:${made.cluster}`;
}

/** What explain says at each time: each state that a part of the packets has. */
function statesOf(one: Known, from: NaiveEnd, to: NaiveEnd, [protocol, port]: readonly [number, number]) {
  const { subjects } = one;
  const named = endsNamed({ from: textOf(one, from), to: textOf(one, to) }, subjects);
  if (!named.ok) throw new Error(named.error);
  const ports = hasPorts(protocol) || hasTypes(protocol) ? [single(port)] : ALL_PORTS;
  const { parts } = explainPath(
    pathSides(named.value, { protocols: [single(protocol)], ports }),
    subjects.world,
  );
  return TIMES.map((time) => [...new Set(parts.map(({ states }) => states[time]))]);
}

/**
 * Addresses that members have only after the plan are not there before; the loops do not speak of them. Where a range is
 * not known, explain knows more of where it may lie, and who may be in it: there neither may say the opposite.
 */
function agrees({ world }: Known, naive: NaiveAnswer, all: readonly PathState[]): boolean {
  const there = all.filter((state) => state !== 'absent');
  const states = there.length === 0 ? all : there;
  const isVague = world.clusters.some(({ before, after }) => [before, after].some(hasToken));
  if (isVague && (naive === 'undecided' || states.includes('undecided'))) return true;
  return naive === 'mixed' ? states.length > 1 : states.length === 1 && states[0] === naive;
}

function hasToken({ vpc, containers, masters }: NaiveWorld['clusters'][number]['after']): boolean {
  return [vpc, containers, masters].some(({ token }) => token !== undefined);
}

test('one packet between two ends has the same lot by plain loops over the raw plan', () => {
  const counts = new Map<NaiveAnswer, number>();
  const differ: (readonly string[])[] = [];
  const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
  const askedIn = (at: readonly [number, number, number, number]) => {
    const one = pick(known, at[0]);
    const ends = endsOf(one);
    return { one, from: pick(ends, at[1]), to: pick(ends, at[2]), port: pick(PORTS, at[3]) };
  };
  const law = fc.property(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), (at) => {
    const { one, from, to, port } = askedIn(at);
    fc.pre(from.kind === 'group' || to.kind === 'group');
    const naive = packetAnswer(one.world, { from, to, protocol: port[0], port: port[1] });
    const states = statesOf(one, from, to, port);
    const answers = TIMES.map((time) => naive[time]);
    for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
    if (!answers.every((answer, i) => agrees(one, answer, states[i] ?? []))) {
      differ.push([
        one.name,
        textOf(one, from),
        textOf(one, to),
        port.join('/'),
        answers.join(),
        states.join(' '),
      ]);
    }
  });
  fc.assert(law, { numRuns: PACKETS });
  expect(differ).toEqual([]);
  // No answer is starved.
  for (const answer of ['allowed', 'dropped', 'undecided'] as const) {
    expect(counts.get(answer)).toBeGreaterThan(20);
  }
});
