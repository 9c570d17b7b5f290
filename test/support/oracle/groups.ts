/** The rules of one group at one time, those that nobody lists included; from design.md, section 2. */
import { tableOf } from '../../../src/model/model.js';
import type { Requirement, Role } from '../../../src/model/requirement.js';
import { madeGroup, POD_CIDR, POD_SUBNET, SUBNET_CIDR, VPC_CIDR } from '../plans/cce-world.js';
import { cidrOf, EVERYWHERE, isSameTraffic, type OraclePeer, type OracleRule, readSpec } from './rules.js';
import { beliefOf, type Candidate } from './belief.js';
import { refOf, type Scenario, type ScenarioRule, seenBeside } from '../laws/scenario.js';

/** `refused`: after an apply in which the API refuses new rules whose equal is destroyed at another address. */
export type Time = 'before' | 'during' | 'after' | 'refused';

/** A rule that counts at some time; with two sides only what both have in common does. */
export interface Standing {
  readonly sides: readonly [OracleRule, ...OracleRule[]];
  /** The plan leaves it as it is. */
  readonly isUnchanged: boolean;
  /** A default rule that may be gone. */
  readonly isDoubted?: boolean;
}

/** The rules that count for the group at that time. */
export function rulesAt(scenario: Scenario, group: string, time: Time, role: Role): readonly Standing[] {
  if (time === 'refused') {
    const rules = scenario.rules.filter((rule) => !isRenamed(rule, scenario));
    return countedAt(rules, scenario, { group, time: 'after', role });
  }
  return countedAt(scenario.rules, scenario, { group, time, role });
}

interface Where {
  readonly group: string;
  readonly time: Exclude<Time, 'refused'>;
  readonly role: Role;
}

function countedAt(
  rules: readonly ScenarioRule[],
  scenario: Scenario,
  { group, time, role }: Where,
): readonly Standing[] {
  const planned = rules.flatMap((rule) => standing(rule, time));
  const assumed =
    seenIn(scenario, group) ??
    believed(scenario, group, role)
      .filter(({ rule }) => (time === 'during' ? rule.before && rule.after : rule[time]))
      .map(({ rule, isDoubted }): Standing => ({ sides: [rule.side], isUnchanged: true, isDoubted }));
  return [...planned, ...assumed].filter(({ sides }) => sides.every((side) => side.group === group));
}

/** What facts show beside the rules of the plan; undefined when none show the group. */
function seenIn(scenario: Scenario, group: string): readonly Standing[] | undefined {
  const { knowledge } = scenario;
  if (knowledge?.kind !== 'facts' || madeGroup(knowledge.role).ref !== group) return undefined;
  return seenBeside(scenario)
    .map((spec) => readSpec(spec))
    .flatMap((side) => (side === undefined ? [] : [{ sides: [side], isUnchanged: true }]));
}

/** The default rules that no rule of the plan is, and that are there or may be. */
function believed(
  scenario: Scenario,
  group: string,
  role: Role,
): readonly { readonly rule: Default; readonly isDoubted: boolean }[] {
  const all = defaultsOf(scenario, group, role);
  const managed = (rule: Default): readonly ScenarioRule[] =>
    scenario.rules.filter((one) => isThat(one, rule));
  const unmanaged = all.filter((rule) => managed(rule).length === 0);
  const isThere = (rule: Default): boolean =>
    managed(rule).length === 0 || managed(rule).some((one) => standing(one, 'before').length > 0);
  const candidates = new Map(
    all.flatMap((rule): (readonly [Default, Candidate])[] => {
      const { row, side, orElse, before } = rule;
      const isManaged = managed(rule).length > 0;
      const record = isManaged ? undefined : recordOf(scenario, row);
      if (row === undefined || !before || !isThere(rule) || record === 'gone') return [];
      return [[rule, { row, side, orElse, isManaged: isManaged || record === 'stands' }]];
    }),
  );
  const others = scenario.rules
    .filter((one) => !all.some((rule) => isThat(one, rule)))
    .flatMap((one) => standing(one, 'before').map(({ sides: [side] }) => side))
    .filter((side) => side.group === group && !side.isDeny);
  const belief = beliefOf(scenario, [...candidates.values()], others);
  const told = unmanaged.map((rule) => {
    const candidate = candidates.get(rule);
    const record = rule.before ? recordOf(scenario, rule.row) : undefined;
    const how = record ?? (candidate === undefined ? 'stands' : belief(candidate));
    return { rule, how, isOpen: rule.before && rule.row !== undefined && record === undefined };
  });
  return byIds(scenario, group, told).flatMap(({ rule, how }) =>
    how === 'gone' ? [] : [{ rule, isDoubted: how === 'doubted' }],
  );
}

interface TellsOf {
  readonly rule: Default;
  readonly how: 'stands' | 'doubted' | 'gone';
  /** Nothing better tells of it. */
  readonly isOpen: boolean;
}

/** With the list of the ids of all rules: fewer than are believed in, and all are doubted; none, and all are gone. */
function byIds({ knowledge }: Scenario, group: string, told: readonly TellsOf[]): readonly TellsOf[] {
  if (knowledge?.kind !== 'rule-ids' || madeGroup(knowledge.role).ref !== group) return told;
  const { unmanaged } = knowledge;
  const assumed = told.filter(({ rule, how }) => rule.before && how !== 'gone');
  if (unmanaged >= assumed.length) return told;
  const how = unmanaged === 0 ? 'gone' : 'doubted';
  return told.map((one) => (one.isOpen && one.how !== 'gone' ? { ...one, how } : one));
}

function recordOf({ knowledge }: Scenario, row: Requirement | undefined): 'stands' | 'gone' | undefined {
  if (knowledge?.kind !== 'record' || row === undefined) return undefined;
  if (knowledge.gone.includes(row.id)) return 'gone';
  return knowledge.standing === 'all' || knowledge.standing.includes(row.id) ? 'stands' : undefined;
}

/** The sides of rules of the group that the plan makes, changes or takes away. */
export function changedSides(scenario: Scenario, group: string): readonly OracleRule[] {
  return scenario.rules
    .filter(({ how }) => !['stands', 'forgotten', 'vanished'].includes(how))
    .flatMap((rule) => [...standing(rule, 'before'), ...standing(rule, 'after')])
    .flatMap(({ sides }) => sides)
    .filter((side) => side.group === group);
}

/** It comes, and of the others only rules that plainly go say the same. */
function isRenamed(rule: ScenarioRule, scenario: Scenario): boolean {
  const isNew = ({ how }: ScenarioRule): boolean => how === 'comes' || how === 'made-again';
  const [own] = isNew(rule) ? standing(rule, 'after') : [];
  if (own === undefined) return false;
  const says = (other: ScenarioRule, time: 'before' | 'after'): boolean =>
    standing(other, time).some(({ sides: [side] }) => isSameRule(side, own.sides[0], scenario));
  const others = scenario.rules.filter((other) => other !== rule);
  const goes = ({ how }: ScenarioRule): boolean => how === 'goes' || how === 'deposed';
  const isInTheWay = (other: ScenarioRule): boolean => says(other, 'after');
  return others.some((other) => goes(other) && says(other, 'before')) && !others.some(isInTheWay);
}

function isSameRule(a: OracleRule, b: OracleRule, { defaultRulePriority }: Scenario): boolean {
  const rank = ({ priority }: OracleRule): unknown => priority ?? defaultRulePriority;
  const rest = ({ group, direction, isDeny, peer }: OracleRule): string =>
    JSON.stringify([group, direction, isDeny, peer]);
  return rest(a) === rest(b) && isSameTraffic(a, b) && rank(a) === rank(b);
}

function standing({ how, before, after }: ScenarioRule, time: Exclude<Time, 'refused'>): readonly Standing[] {
  const old = how === 'comes' || how === 'vanished' || how === 'made-again' ? undefined : readSpec(oldSpec());
  const next = how === 'goes' || how === 'vanished' || how === 'deposed' ? undefined : readSpec(nextSpec());
  const isUnchanged = how === 'stands' || how === 'forgotten';
  const one = (side: OracleRule | undefined): readonly Standing[] =>
    side === undefined ? [] : [{ sides: [side], isUnchanged }];
  if (time === 'before') return one(old);
  if (time === 'after') return one(next);
  const denies = [old, next].filter((side) => side?.isDeny === true).flatMap(one);
  if (old === undefined || next === undefined || old.isDeny || next.isDeny) return denies;
  if (isUnchanged) return one(next);
  return how === 'create-first' ? [{ sides: [old, next], isUnchanged: false }] : [];

  function oldSpec(): typeof before {
    return how === 'stands' ? after : before;
  }
  function nextSpec(): typeof after {
    return how === 'forgotten' ? before : after;
  }
}

/** A rule that is there without being listed, and the sides on which it is. */
interface Default {
  /** Undefined: a rule that every new group has. */
  readonly row: Requirement | undefined;
  readonly side: OracleRule;
  readonly before: boolean;
  readonly after: boolean;
  /** Peers with which a managed rule is this one just as well. */
  readonly orElse: readonly OraclePeer[];
}

/** Whether a managed rule is, or when Terraform last looked was, this default rule. */
function isThat({ how, before, after }: ScenarioRule, { side, before: was, orElse }: Default): boolean {
  if (how === 'comes' || !was) return false;
  const rule = readSpec(how === 'stands' ? after : before);
  return (
    rule !== undefined &&
    !rule.isDeny &&
    rule.group === side.group &&
    rule.direction === side.direction &&
    isSameTraffic(rule, side) &&
    [side.peer, ...orElse].some((peer) => JSON.stringify(peer) === JSON.stringify(rule.peer))
  );
}

function defaultsOf(scenario: Scenario, group: string, role: Role): readonly Default[] {
  const own = scenario.groups.find((one) => refOf(one).ref === group);
  return own === undefined ? madeDefaults(scenario, group, role) : ownDefaults(own, group);
}

/** A new group of the v2 API has all egress; one of the v3 API also all ingress from itself, at priority 100. */
function ownDefaults(own: Scenario['groups'][number], group: string): readonly Default[] {
  if (own.isBare) return [];
  const isV3 = own.api === 'v3';
  const rule = (direction: string, peer: OraclePeer): Default => ({
    row: undefined,
    side: {
      group,
      direction,
      protocol: 'all',
      ports: 'all',
      peer,
      isDeny: false,
      priority: isV3 ? 100 : undefined,
    },
    before: !own.isNew,
    after: true,
    orElse: [],
  });
  const out = rule('egress', { kind: 'cidr', cidr: EVERYWHERE });
  return isV3 ? [out, rule('ingress', { kind: 'group', ref: group })] : [out];
}

/** The table of the group, one rule for each CIDR. CCE adjusts only the node group when the VPC's CIDRs change. */
function madeDefaults(scenario: Scenario, group: string, role: Role): readonly Default[] {
  const { isNew, secondary } = scenario;
  return (tableOf(role, scenario.model)?.rows ?? []).flatMap((row) =>
    peersOf(scenario, row).map(({ peer, extra }): Default => {
      const isBefore = extra === undefined || extra === secondary.before;
      const isAfter = extra === undefined || extra === secondary.after;
      return {
        row,
        side: sideOf(row, group, peer),
        before: !isNew && isBefore,
        after: role === 'node' || isNew ? isAfter : isBefore,
        orElse: row.peer === 'master-node-cidr' ? mastersByAnotherName(scenario) : [],
      };
    }),
  );
}

function sideOf(row: Requirement, group: string, peer: OraclePeer): OracleRule {
  const numbers = { all: 'all', tcp: 6, udp: 17, icmp: 1 } as const;
  return {
    group,
    direction: row.direction,
    protocol: numbers[row.protocol],
    ports: row.ports === 'all' ? 'all' : [[row.ports.from, row.ports.to]],
    peer,
    isDeny: false,
    priority: undefined,
  };
}

interface RowPeer {
  readonly peer: OraclePeer;
  /** The second CIDR of the VPC, which may come or go. */
  readonly extra?: string;
}

function peersOf(scenario: Scenario, { peer }: Requirement): readonly RowPeer[] {
  const { model, container, masters, secondary } = scenario;
  const more = [...new Set([secondary.before, secondary.after])].filter((text) => text !== null);
  switch (peer) {
    case 'any':
      return [{ peer: { kind: 'cidr', cidr: EVERYWHERE } }];
    case 'vpc-cidr':
      return [{ peer: range(VPC_CIDR) }, ...more.map((extra) => ({ peer: range(extra), extra }))];
    case 'container-cidr':
    case 'container-subnet-cidr':
      if (model === 'eni') return [{ peer: range(POD_SUBNET) }];
      return [{ peer: container === null ? CHOSEN : range(container) }];
    case 'master-node-cidr':
      return [{ peer: range(masters ?? SUBNET_CIDR) }];
    case 'node-group':
      return [{ peer: { kind: 'group', ref: madeGroup('node').ref } }];
    case 'control-group':
      return [{ peer: { kind: 'group', ref: madeGroup('control').ref } }];
    case 'eni-group':
      return [{ peer: { kind: 'group', ref: madeGroup('eni').ref } }];
    // Table 8 alone names these.
    case 'vpc-and-container-cidr':
    case 'dns-servers':
    case 'vpc-endpoint-service':
    case 'internal-services':
      return [];
  }
}

const CHOSEN: OraclePeer = {
  kind: 'unknown',
  token: 'opentelekomcloud_cce_cluster_v3.prod.container_network_cidr',
};

function range(text: string): OraclePeer {
  return { kind: 'cidr', cidr: cidrOf(text) ?? cidrOf(POD_CIDR) ?? EVERYWHERE };
}

/** A rule for masters may name the VPC, the cluster's subnet or the control group instead of their CIDR. */
function mastersByAnotherName({ secondary: { before } }: Scenario): readonly OraclePeer[] {
  const ranges = [VPC_CIDR, SUBNET_CIDR, ...(before === null ? [] : [before])];
  return [...ranges.map(range), { kind: 'group', ref: madeGroup('control').ref }];
}
