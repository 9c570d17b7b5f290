/** What may be known of the rules that CCE made beside what plans show: records, lists of rule ids, facts. */
import { tableOf } from '../../../src/model/model.js';
import { type NetworkModel, ROLES } from '../../../src/model/requirement.js';
import { madeGroup } from '../plans/cce-world.js';
import { anySpec } from './any-rule.js';
import { canBeSeen, type Knowledge, type Scenario } from './scenario.js';
import { type Arbitrary, fc } from '../laws.js';

/** Often nothing; else one of these. */
export function anyKnowledge(model: NetworkModel): Arbitrary<Knowledge | undefined> {
  const roles = ROLES.filter((role) => tableOf(role, model) !== undefined);
  const idsOf = (some: typeof roles): readonly string[] =>
    some.flatMap((role) => (tableOf(role, model)?.rows ?? []).map(({ id }) => id));
  const record = fc
    .tuple(fc.subarray([...idsOf(roles)], { maxLength: 3 }), fc.subarray([...idsOf(roles)]), fc.boolean())
    .map(([gone, standing, isAll]): Knowledge => ({
      ...{ kind: 'record', gone, standing: isAll ? 'all' : standing.filter((id) => !gone.includes(id)) },
    }));
  const ids = fc
    .tuple(fc.constantFrom(...roles), fc.nat(10))
    .map(([role, unmanaged]): Knowledge => ({ kind: 'rule-ids', role, unmanaged }));
  const facts = fc.constantFrom(...roles).chain((role) => {
    const owner = madeGroup(role);
    const peers = { groups: [owner, madeGroup('control'), madeGroup('node')], wish: {} };
    return fc
      .tuple(
        fc.subarray([...idsOf([role])], { maxLength: 3 }),
        fc.array(anySpec(owner, peers, { isPlanned: false, api: 'v2' }), { maxLength: 2 }),
      )
      .map(([without, more]): Knowledge => ({ kind: 'facts', role, without, more }));
  });
  const nothing = fc.constant(undefined);
  return fc.oneof<Arbitrary<Knowledge | undefined>[]>(nothing, nothing, nothing, record, ids, facts);
}

/** Without facts that no file could show, or that CCE would change when the CIDRs of the VPC change. */
export function checkedKnowledge(scenario: Scenario): Scenario {
  const { knowledge } = scenario;
  if (knowledge?.kind !== 'facts') return scenario;
  if (!canBeSeen(scenario, knowledge.role)) return { ...scenario, knowledge: undefined };
  return { ...scenario, secondary: { before: null, after: null } };
}
