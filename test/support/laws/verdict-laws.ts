/** What holds of the verdict on any plan. The normal run tries each law some times, the long run many times. */
import { rowsOf } from '../../../src/check/finding.js';
import { renderJson } from '../../../src/format/json/json.js';
import type { Wish } from './any-rule.js';
import { madeGroup, POD_CIDR, VPC_CIDR } from '../plans/cce-world.js';
import { disagreements } from '../oracle/disagreements.js';
import type { RuleSpec } from '../plans/group-rules.js';
import { judge, judgeBytes, type Judgement, rowFindings } from '../judge.js';
import { readSpec, SOME_GROUP } from '../oracle/rules.js';
import { unreadable } from '../report/readable.js';
import { type Change, moved, planDocument } from '../plans/plan-builder.js';
import { changesOf, configurationOf, type How, refOf, type Scenario, type ScenarioRule } from './scenario.js';
import { splitRules } from './split-rules.js';

/** A law on random plans. */
export interface Law {
  readonly name: string;
  readonly wish: Wish;
  /** What does not hold, in lines for people. `dice` chooses where the law leaves a choice. */
  readonly faults: (scenario: Scenario, dice: number) => readonly string[];
}

const EVERYTHING: Wish = { hasChanges: true, hasDenies: true, hasUnknowns: true };

/** All laws. */
export const LAWS: readonly Law[] = [
  { name: 'rules that stand: the oracle agrees', wish: {}, faults: disagreements },
  {
    name: 'rules that change: the oracle agrees',
    wish: { hasChanges: true },
    faults: disagreements,
  },
  {
    name: 'deny rules: the oracle agrees',
    wish: { hasChanges: true, hasDenies: true },
    faults: disagreements,
  },
  { name: 'unknown values: the oracle agrees', wish: EVERYTHING, faults: disagreements },
  { name: 'unknown values hold what they may become', wish: EVERYTHING, faults: surprises },
  {
    name: 'a plan that changes nothing introduces nothing',
    wish: { hasDenies: true },
    faults: changesWithoutChange,
  },
  { name: 'one more allow rule never uncovers a row', wish: EVERYTHING, faults: uncoveredByAllow },
  { name: 'one more deny rule never covers a row', wish: EVERYTHING, faults: coveredByDeny },
  { name: 'no two findings share a fingerprint', wish: EVERYTHING, faults: sharedFingerprints },
  {
    name: 'the text is as people can read it, and shows packets that it is about',
    wish: EVERYTHING,
    faults: (scenario) => unreadable(reportOf(scenario).typed),
  },
  { name: 'the order of the document changes no byte', wish: EVERYTHING, faults: bytesByOrder },
  { name: 'rules cut in two say the same', wish: EVERYTHING, faults: changedBySplit },
  { name: 'a resource under a new name is the same', wish: EVERYTHING, faults: changedByMove },
  {
    name: 'what one plan introduces, the plan back mends',
    wish: { hasChanges: true, hasDenies: true, hasMadeRules: false },
    faults: notMended,
  },
];

function reportOf(scenario: Scenario): Judgement {
  return judge(changesOf(scenario), configurationOf(scenario));
}

function changesWithoutChange(scenario: Scenario): readonly string[] {
  return rowFindings(reportOf(scenario))
    .filter(({ change }) => change === 'introduced' || change === 'transient')
    .map(({ message }) => message);
}

/** Rows that do not hold for certain, by their subject; those that are told for a whole group included. */
function lackingRows(scenario: Scenario): ReadonlySet<string> {
  const { findings, untouched } = reportOf(scenario).typed;
  const lacking = [...findings, ...untouched].flatMap((finding) => {
    const { change, severity, reason, pool, group } = finding;
    const isLacking = severity !== 'notice' && change !== 'transient' && reason.kind !== 'key-renamed';
    return isLacking ? rowsOf(finding).map(({ id }) => `${pool ?? group?.shown ?? ''} ${id}`) : [];
  });
  return new Set(lacking);
}

/** One of the rules that come, and the scenario without it. */
function without(scenario: Scenario, action: 'allow' | 'deny', dice: number): Scenario | undefined {
  const candidates = scenario.rules.filter(
    ({ how, after }) => how === 'comes' && (after.action ?? 'allow') === action,
  );
  const rule = candidates[dice % Math.max(candidates.length, 1)];
  return rule === undefined
    ? undefined
    : { ...scenario, rules: scenario.rules.filter((other) => other !== rule) };
}

function beyond(some: ReadonlySet<string>, all: ReadonlySet<string>): readonly string[] {
  return [...some].filter((row) => !all.has(row));
}

function uncoveredByAllow(scenario: Scenario, dice: number): readonly string[] {
  const less = without(scenario, 'allow', dice);
  return less === undefined ? [] : beyond(lackingRows(scenario), lackingRows(less));
}

function coveredByDeny(scenario: Scenario, dice: number): readonly string[] {
  const less = without(scenario, 'deny', dice);
  return less === undefined ? [] : beyond(lackingRows(less), lackingRows(scenario));
}

const PORTS = [
  [1, 65535],
  [10250, 10250],
  [30000, 32767],
] as const;
const VALUES = ['0.0.0.0/0', '0.0.0.0/1', VPC_CIDR, POD_CIDR, '10.0.0.0/16', '100.125.4.25/32'];

/** The scenario with a value for everything that is known after apply. */
function decided(scenario: Scenario, dice: number): Scenario {
  const pick = <T>(values: readonly T[], shift: number): T | undefined =>
    values[Math.floor(dice / shift) % values.length];
  const value = (spec: RuleSpec): RuleSpec => withPorts(withPeer(spec));
  const withPorts = ({ arePortsUnknown, ...spec }: RuleSpec): RuleSpec => {
    if (!arePortsUnknown || spec.protocol === undefined) return spec;
    return { ...spec, ports: pick(PORTS, 9), multiPort: pick(PORTS, 9)?.join('-') };
  };
  const withPeer = ({ peerOr, ...spec }: RuleSpec): RuleSpec => {
    const { cidr, peer } = spec;
    if (peerOr !== undefined && dice % 2 === 0)
      return { ...spec, peer: peerOr === 'any' ? undefined : peerOr };
    if (peer?.ref === SOME_GROUP) return { ...spec, peer: pick([madeGroup('control'), ...groups], 5) };
    if (cidr === undefined || typeof cidr === 'string') return spec;
    return { ...spec, cidr: pick(VALUES, cidr.ref.includes('u1') ? 1 : 4) };
  };
  const groups = scenario.groups.map(refOf);
  return {
    ...scenario,
    container: scenario.container ?? POD_CIDR,
    rules: scenario.rules.map((rule) => ({ ...rule, before: value(rule.before), after: value(rule.after) })),
  };
}

/** What lacks whatever the values become lacks with any of them; what may lack says all that lacks with one of them. */
function surprises(scenario: Scenario, dice: number): readonly string[] {
  const known = decided(scenario, dice);
  const surely = (of: Scenario): ReadonlySet<string> => {
    const missing = rowFindings(reportOf(of)).filter(
      ({ change }) => change === 'introduced' || change === 'pre-existing',
    );
    return new Set(
      missing.map(({ pool, group, requirement }) => `${pool ?? group ?? ''} ${requirement ?? ''}`),
    );
  };
  return [...beyond(lackingRows(known), lackingRows(scenario)), ...beyond(surely(scenario), surely(known))];
}

function shuffled<T>(list: readonly T[], dice: number): readonly T[] {
  let seed = dice + 1;
  const keyed = list.map((element) => {
    seed = (seed * 48271) % 2147483647;
    return { element, key: seed };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ element }) => element);
}

function bytesByOrder(scenario: Scenario, dice: number): readonly string[] {
  const plan = planDocument(changesOf(scenario));
  const { resource_drift: drift = [] } = plan;
  const mixed = {
    ...plan,
    resource_drift: Array.isArray(drift) ? shuffled(drift, dice) : drift,
    resource_changes: shuffled(plan.resource_changes, dice),
    prior_state: {
      values: { root_module: { resources: shuffled(plan.prior_state.values.root_module.resources, dice) } },
    },
    configuration: { root_module: { resources: shuffled(plan.configuration.root_module.resources, dice) } },
  };
  const bytes = (document: unknown): string =>
    renderJson(
      judgeBytes(new TextEncoder().encode(JSON.stringify(document)), configurationOf(scenario)).typed,
    );
  return bytes(plan) === bytes(mixed) ? [] : ['the reports differ'];
}

function sharedFingerprints(scenario: Scenario): readonly string[] {
  const { findings } = reportOf(scenario);
  const first = new Map(findings.map(({ fingerprint, message }) => [fingerprint, message]));
  return first.size === findings.length ? [] : findings.map(({ message }) => message);
}

/** What the report says of rows, without the addresses of causes. */
function facts({ findings, resolved, typed }: Judgement): readonly string[] {
  const found = findings
    .filter(({ requirement, check }) => requirement !== null || check === 'essential-rule')
    .map(({ check, severity, change, requirement, pool, missing, witness }) =>
      JSON.stringify({ check, severity, change, requirement, pool, missing, witness }),
    );
  const untouched = typed.untouched.flatMap((finding) =>
    rowsOf(finding).map(({ id }) => `${finding.pool ?? finding.role ?? ''} ${id} is untouched`),
  );
  return [...found, ...untouched, ...resolved.map((row) => JSON.stringify(row))].sort();
}

function differences(a: readonly string[], b: readonly string[]): readonly string[] {
  return [
    ...a.filter((fact) => !b.includes(fact)).map((fact) => `only once: ${fact}`),
    ...b.filter((fact) => !a.includes(fact)).map((fact) => `only then: ${fact}`),
  ];
}

function changedBySplit(scenario: Scenario, dice: number): readonly string[] {
  const cut = splitRules(scenario, dice % 2 === 0 ? 'addresses' : 'ports');
  return differences(facts(reportOf(scenario)), facts(reportOf(cut)));
}

function changedByMove(scenario: Scenario): readonly string[] {
  const rename = (change: Change): Change => {
    const { actions, after } = change;
    const isRule = after?.type.includes('rule') === true;
    if (after === undefined || !isRule || actions[0] !== 'no-op') return change;
    return moved({ ...after, name: `new_${after.name}` }, after.name);
  };
  const changes = changesOf(scenario);
  const again = judge(changes.map(rename), configurationOf(scenario));
  return differences(facts(reportOf(scenario)), facts(again));
}

const BACK: Readonly<Partial<Record<How, How>>> = {
  stands: 'stands',
  comes: 'goes',
  goes: 'comes',
  'create-first': 'create-first',
  'destroy-first': 'destroy-first',
};

/** Rules of groups that stay, which come, go or are replaced; and the same the other way round. */
function notMended(scenario: Scenario): readonly string[] {
  const isInStates = (spec: RuleSpec): boolean => readSpec(spec) !== undefined && spec.protocol !== 'TCP';
  const isKnown = (rule: ScenarioRule): boolean =>
    isInStates(rule.before) &&
    isInStates(rule.after) &&
    [rule.before, rule.after].every(
      ({ peer, group }) => group.value !== undefined && (peer === undefined || peer.value !== undefined),
    );
  const there: Scenario = {
    ...scenario,
    isNew: false,
    // As long as none has default rules: a rule that goes may be one of them, a rule that comes never is.
    groups: scenario.groups.map((group) => ({ ...group, isBare: true })),
    secondary: { before: scenario.secondary.before, after: scenario.secondary.before },
    pools: scenario.pools.filter(({ how }) => how === 'stands'),
    rules: scenario.rules.filter((rule) => BACK[rule.how] !== undefined && isKnown(rule)),
  };
  const back: Scenario = {
    ...there,
    rules: there.rules.map((rule) => ({
      ...rule,
      how: BACK[rule.how] ?? rule.how,
      before: rule.after,
      after: rule.before,
    })),
  };
  const [first, second] = [reportOf(there), reportOf(back)];
  const lacking = lackingRows(back);
  const introduced = rowFindings(first).filter(({ change }) => change === 'introduced');
  const due = introduced
    .filter(({ pool, group, requirement }) => !lacking.has(`${pool ?? group ?? ''} ${requirement ?? ''}`))
    .map(({ requirement }) => requirement ?? '');
  const mended = second.resolved.map(({ requirement }) => requirement);
  const [a, b] = [due.sort().join(), mended.sort().join()];
  return a === b ? [] : [`introduced there: ${a}`, `mended on the way back: ${b}`];
}
