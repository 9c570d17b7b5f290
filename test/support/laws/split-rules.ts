/** Cuts every rule of a scenario that may be cut into two that say the same. */
import type { RuleSpec } from '../plans/group-rules.js';
import { refOf, type How, type Scenario, type ScenarioRule } from './scenario.js';

type Half = 'lower' | 'upper';

/**
 * The scenario with its rules cut, at 128.0.0.0 or at port 10000. Left whole: rules that were there before in groups
 * with default rules, for only as a whole they are default rules; and new rules beside one of these that goes, which is
 * refused only while it says the same.
 */
export function splitRules(scenario: Scenario, how: 'addresses' | 'ports'): Scenario {
  const bare = new Set(scenario.groups.filter(({ isBare }) => isBare).map((group) => refOf(group).ref));
  const half = how === 'addresses' ? halfOfAddresses : halfOfPorts;
  const goers = new Set(
    scenario.rules
      .filter(({ how: fate, before }) => ['goes', 'deposed'].includes(fate) && !bare.has(before.group.ref))
      .map(({ before }) => before.group.ref),
  );
  const mayCut = ({ how: fate, before, after }: ScenarioRule): boolean =>
    fate === 'comes' ? !goers.has(after.group.ref) : bare.has(before.group.ref);
  return {
    ...scenario,
    rules: scenario.rules.flatMap((rule) => (mayCut(rule) ? cut(rule, half) : [rule])),
  };
}

type Halve = (spec: RuleSpec, half: Half) => RuleSpec | undefined;

/**
 * Each half of both sides; a half that only one side has comes or goes. What stands of a rule that is made before the
 * old one goes is what both sides have in common, so it is left whole when one side alone can be cut.
 */
function cut(rule: ScenarioRule, halve: Halve): readonly ScenarioRule[] {
  const canCut = (spec: RuleSpec): boolean =>
    halve(spec, 'lower') !== spec || halve(spec, 'upper') !== undefined;
  if (rule.how === 'create-first' && canCut(rule.before) !== canCut(rule.after)) return [rule];
  return (['lower', 'upper'] as const).flatMap((half) => {
    const before = halve(rule.before, half);
    const after = halve(rule.after, half);
    const how = howOf(rule.how, before !== undefined, after !== undefined);
    if (how === undefined) return [];
    const any = before ?? after ?? rule.after;
    return [{ name: `${rule.name}_${half}`, how, before: before ?? any, after: after ?? any }];
  });
}

function howOf(how: How, hasBefore: boolean, hasAfter: boolean): How | undefined {
  switch (how) {
    case 'comes':
      return hasAfter ? how : undefined;
    case 'stands':
      return hasAfter ? how : undefined;
    case 'goes':
    case 'forgotten':
    case 'vanished':
    case 'deposed':
      return hasBefore ? how : undefined;
    case 'made-again':
      if (hasBefore) return hasAfter ? how : 'vanished';
      return hasAfter ? 'comes' : undefined;
    case 'destroy-first':
    case 'create-first':
      if (hasBefore) return hasAfter ? how : 'goes';
      return hasAfter ? 'comes' : undefined;
  }
}

function halfOfAddresses(spec: RuleSpec, half: Half): RuleSpec | undefined {
  const { cidr, peer, family } = spec;
  const isWhole = cidr === undefined || cidr === '0.0.0.0/0';
  if (peer !== undefined || family === 'IPv6' || (cidr !== undefined && typeof cidr !== 'string')) {
    return half === 'lower' ? spec : undefined;
  }
  if (isWhole) return { ...spec, cidr: half === 'lower' ? '0.0.0.0/1' : '128.0.0.0/1' };
  return Number(cidr.split('.')[0]) < 128 === (half === 'lower') ? spec : undefined;
}

function halfOfPorts(spec: RuleSpec, half: Half): RuleSpec | undefined {
  const { protocol = '', ports: [min = 0, max = 0] = [], multiPort } = spec;
  const isIn = ([from, to]: readonly [number, number]): readonly (readonly [number, number])[] => {
    const [first, last] = half === 'lower' ? [from, Math.min(to, 9999)] : [Math.max(from, 10000), to];
    return first <= last ? [[first, last]] : [];
  };
  const isRefused = spec.api !== 'v3' && (min > max || (max !== 65535 && min === 0 && max !== 0));
  const isWhole = isRefused || spec.arePortsUnknown;
  if (!['tcp', 'udp', '6', '17'].includes(protocol) || isWhole) return half === 'lower' ? spec : undefined;
  const list = multiPort?.split(',').map((part) => part.split('-').map(Number));
  if (spec.api === 'v3') {
    const ranges = (list ?? [[1, 65535]]).flatMap(([from = 0, to = from]) => isIn([from, to]));
    const text = ranges.map(([from, to]) => `${String(from)}-${String(to)}`).join(',');
    return text === '' ? undefined : { ...spec, multiPort: text };
  }
  const [range] = isIn(min === 0 ? [1, 65535] : [min, max]);
  return range === undefined ? undefined : { ...spec, ports: range };
}
