/** Whether a row holds against a list of rules, packet by packet. */
import { egressMinima, tableOf } from '../../../src/model/model.js';
import type { Requirement, Role } from '../../../src/model/requirement.js';
import { type Borders, bordersOf, packetsOf, placesIn } from '../oracle/cells.js';
import type { Standing } from '../oracle/groups.js';
import type { Judge } from '../oracle/passes.js';
import { isWanted, needOf, type Places } from '../oracle/places.js';
import type { OracleRule, Packet } from '../oracle/rules.js';
import { asksForGroup, lack, namedGroups } from '../oracle/verdict.js';
import { attributesIn, type ChangeEntry, type PlanFile } from './documents.js';
import { type NaiveRule, readRule, type Step } from './rules.js';
import type { NaiveCluster, NaiveGroup, NaiveWorld } from './world.js';

/** What a table is held against: the groups together, as one list of rules. */
export interface NaiveSubject {
  readonly cluster: NaiveCluster;
  readonly role: Role;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A rule that counts at some time. */
export type Rules = readonly Standing[];

export type Time = 'before' | 'during' | 'after';

/** The rules of all groups at one time: what is listed, and what is not. */
export function rulesAt({ steps, unlisted }: NaiveWorld, time: Time): Rules {
  return [
    ...steps.flatMap((step) => standing(step, time)),
    ...unlisted
      .filter(({ before }) => time === 'after' || before)
      .flatMap(({ rule, isDoubted }) => counted(rule).map((one) => ({ ...one, isDoubted }))),
  ];
}

/** The rule, if it lets anything through that is IPv4. */
export function counted(rule: NaiveRule, isUnchanged = true): Rules {
  const side = readRule(rule);
  return side === undefined ? [] : [{ sides: [side], isUnchanged }];
}

/** While the plan is applied stands what nothing changes; of rules made before the old ones go, what both let through. */
function standing({ how, before, after }: Step, time: Time): Rules {
  const isUnchanged = how === 'stands' || how === 'forgotten';
  if (time !== 'during') {
    return (time === 'before' ? before : after).flatMap((rule) => counted(rule, isUnchanged));
  }
  if (isUnchanged) return after.flatMap((rule) => counted(rule));
  const denies = [...before, ...after]
    .flatMap((rule) => counted(rule))
    .filter(({ sides: [side] }) => side.isDeny);
  if (how !== 'create-first') return denies;
  const both = before.flatMap((old) =>
    after.flatMap((next): Rules => {
      const [a, b] = [readRule(old), readRule(next)];
      return a === undefined || b === undefined || a.isDeny || b.isDeny
        ? []
        : [{ sides: [a, b], isUnchanged: false }];
    }),
  );
  return [...denies, ...both];
}

/** The subject of a finding: a pool by its address, else the group that it names. */
export function subjectOf(
  world: NaiveWorld,
  finding: { readonly cluster: string | null; readonly group: string | null; readonly pool: string | null },
): NaiveSubject | undefined {
  const cluster = world.clusters.find(({ name }) => name === finding.cluster);
  if (cluster === undefined) return undefined;
  if (finding.pool !== null) {
    const pools = world.plans.flatMap((plan) => poolsIn(plan).map((entry) => ({ plan, entry })));
    const pool = pools.find(({ entry }) => entry.address === finding.pool);
    return pool && poolSubject(world, cluster, pool);
  }
  const key = world.nameGroup(finding.group ?? '');
  const own = world.groups.find(
    (one) => one.cluster === cluster.name && (one.key === key || one.name === finding.group),
  );
  return own && groupSubject(cluster, own);
}

function groupSubject(cluster: NaiveCluster, { key, role, isNew }: NaiveGroup): NaiveSubject {
  return { cluster, role, before: isNew ? [] : [key], after: [key] };
}

/** All that a table is held against: groups that CCE made or a cluster has for its nodes, and pools with groups. */
export function subjectsOf(world: NaiveWorld): readonly NaiveSubject[] {
  return world.clusters.flatMap((cluster) => {
    const groups = world.groups
      .filter((one) => one.cluster === cluster.name && one.isWhole)
      .map((one) => groupSubject(cluster, one));
    const own = groups.filter(({ role }) => role === 'node').flatMap(({ after }) => after);
    const pools = world.plans.flatMap((plan) =>
      poolsIn(plan).map((entry) => poolSubject(world, cluster, { plan, entry })),
    );
    const isOwn = (pool: NaiveSubject): boolean =>
      pool.after.length > 0 && pool.after.every((key) => isOfCluster(key) && !own.includes(key));
    const isOfCluster = (key: string): boolean =>
      world.groups.some((one) => one.cluster === cluster.name && one.key === key);
    return [...groups, ...pools.filter((pool) => pool !== undefined).filter(isOwn)];
  });
}

interface Pool {
  readonly plan: PlanFile;
  readonly entry: ChangeEntry;
}

function poolsIn({ resource_changes: all = [] }: PlanFile): readonly ChangeEntry[] {
  return all.filter(({ type }) => type.endsWith('_cce_node_pool_v3'));
}

function poolSubject(
  world: NaiveWorld,
  cluster: NaiveCluster,
  { plan, entry }: Pool,
): NaiveSubject | undefined {
  const ids = (side: 'before' | 'after'): readonly string[] | undefined => {
    const values = entry.change[side];
    if (values === null) return [];
    const list = values['security_group_ids'];
    const isKnown = Array.isArray(list) && list.every((id) => typeof id === 'string');
    return isKnown ? list.map(String) : attributesIn(plan, entry, 'security_group_ids');
  };
  const [before, after] = [ids('before'), ids('after')];
  if (before === undefined || after === undefined) return undefined;
  return { cluster, role: 'node', before: before.map(world.nameGroup), after: after.map(world.nameGroup) };
}

/** The rows that a subject of this role is held against, but for those that may go altogether. */
export function rowsOf({ cluster, role }: NaiveSubject): readonly Requirement[] {
  const table = tableOf(role, cluster.model)?.rows ?? [];
  const own = table.filter(
    ({ suggestion, floor }) => suggestion === 'not-recommended' || floor?.kind === 'ranges',
  );
  return role === 'node' ? [...own, ...egressMinima(cluster.model)] : own;
}

export type Hold = 'holds' | 'missing' | 'unknown';

/** A row of a subject, on one side of the plan, and the rules that it is held against. */
export interface Asked {
  readonly row: Requirement;
  readonly subject: NaiveSubject;
  readonly side: 'before' | 'after';
  readonly rules: Rules;
}

/** Whether these rules let through what the row asks of the subject on one side. */
export function holds(world: NaiveWorld, asked: Asked): Hold {
  const lacks = packetsAsked(asked).map(lackBy(world, asked));
  if (lacks.includes('yes')) return 'missing';
  return lacks.includes('maybe') ? 'unknown' : 'holds';
}

/** One packet for each way in which these rules may tell packets of the row apart. */
export function packetsAsked(asked: Asked): readonly Packet[] {
  const { row, side, subject } = asked;
  const { cluster } = subject;
  return packetsOf(row, naiveBorders(cluster, ownRules(asked)), needOf(cluster[side], row));
}

function ownRules({ subject, side, rules }: Asked): Rules {
  const { [side]: groups } = subject;
  return rules.filter(({ sides }) => sides.every((one) => groups.includes(one.group)));
}

/** Whether these rules lack a packet of the row. */
export function lackBy(world: NaiveWorld, all: Asked): (packet: Packet) => ReturnType<typeof lack> {
  const { row, subject, side } = all;
  const { cluster, [side]: groups } = subject;
  const judge = judgeOf(world, cluster, ownRules(all), row.direction);
  const control = world.groups.filter((one) => one.cluster === cluster.name && one.role === 'control');
  const asked: Judge = {
    ...judge,
    groups: namedGroups(
      row,
      groups,
      control.map(({ key }) => key),
    ),
    namesGroup: asksForGroup(row),
  };
  return (packet) => lack(asked, packet);
}

/** All edges of the rules and of what has a name in the tables. */
export function naiveBorders({ before, after }: NaiveCluster, rules: Rules): Borders {
  const sides = rules.flatMap((rule): readonly OracleRule[] => rule.sides);
  return bordersOf(sides, [before, after].flatMap(placesIn));
}

/** What is known when packets are asked about: nothing yet of whom a row names. */
export function judgeOf(
  { groups, configuration }: NaiveWorld,
  cluster: NaiveCluster,
  rules: Rules,
  direction: string,
): Judge {
  const { name, after } = cluster;
  const placesOf: Readonly<Record<Role, Places>> = {
    ...{ node: after.vpc, control: after.masters, eni: after.containers },
  };
  const own = groups.filter((one) => one.cluster === name);
  return {
    rules: rules.filter(({ sides: [side] }) => side.direction === direction),
    groups: [],
    namesGroup: false,
    members: new Map(own.map(({ key, role }) => [key, placesOf[role]])),
    defaultPriority: configuration.priority,
    cells: naiveBorders(cluster, rules).addresses,
    isApart: (token, address) => isApart(cluster, token, address),
  };
}

/** Containers lie apart from the VPC (but in Turbo), and masters within it. */
function isApart({ model, after }: NaiveCluster, token: string, address: number): boolean {
  const { vpc, containers, masters } = after;
  const isIn = ({ cidrs }: Places): boolean => isWanted({ cidrs }, address);
  if (token === vpc.token) return model !== 'eni' && isIn(containers);
  if (vpc.token !== undefined) return false;
  return (token === containers.token && isIn(vpc)) || (token === masters.token && !isIn(vpc));
}
