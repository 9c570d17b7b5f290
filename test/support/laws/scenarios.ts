/** Random scenarios: whole tables with holes in them, and rules of all kinds strewn over them. */
import { egressMinima, tableOf } from '../../../src/model/model.js';
import type { NetworkModel, Requirement, Role } from '../../../src/model/requirement.js';
import { anySpec, type Peers, type Wish } from './any-rule.js';
import { madeGroup, POD_CIDR } from '../plans/cce-world.js';
import type { RuleSpec } from '../plans/group-rules.js';
import type { Ref } from '../plans/plan-builder.js';
import { rulesOfRow } from '../plans/row-rules.js';
import {
  type How,
  refOf,
  type Scenario,
  type ScenarioGroup,
  type ScenarioPool,
  type ScenarioRule,
} from './scenario.js';
import { fewRules } from './few-rules.js';
import { anyKnowledge, checkedKnowledge } from './knowledge.js';
import { type Arbitrary, fc } from '../laws.js';

/** Ways in which a rule of a group can change. */
export function anyHow(isNew: boolean, wish: Wish): Arbitrary<How> {
  if (isNew) return fc.constant('comes');
  if (wish.hasChanges !== true) return fc.constant('stands');
  return fc.constantFrom<How>(
    'stands',
    'stands',
    'stands',
    'comes',
    'comes',
    'goes',
    'destroy-first',
    'create-first',
    'forgotten',
    'vanished',
    'made-again',
    'deposed',
  );
}

/** A group that gets rules. */
export interface Owner {
  readonly ref: Ref;
  readonly isNew: boolean;
  readonly isMade: boolean;
  /** The rows whose rules the group is given, as far as chance lets them. */
  readonly rows: readonly Requirement[];
  readonly share: number;
}

/** What may take a rule's place, by its API. */
type Planned = Readonly<Record<'v2' | 'v3', RuleSpec>>;

/** A rule that stands for a row, or any rule. */
function rulesOfOwner(owner: Owner, model: NetworkModel, peers: Peers): Arbitrary<readonly ScenarioRule[]> {
  const { ref, isNew, rows, share } = owner;
  const whole = rows.flatMap((row) =>
    (['v2', 'v3'] as const).map((api) => rulesOfRow(row, { owner: ref, model, api })),
  );
  const how = anyHow(isNew, peers.wish);
  const any = anySpec(ref, peers, { isPlanned: false });
  // A rule is replaced by one of the same type.
  const planned = fc.record({
    v2: anySpec(ref, peers, { isPlanned: true, api: 'v2' }),
    v3: anySpec(ref, peers, { isPlanned: true, api: 'v3' }),
  });
  const put = (before: RuleSpec, after: Planned, way: How): ScenarioRule => ({
    name: '',
    how: way,
    before,
    after: way === 'stands' ? before : after[before.api ?? 'v2'],
  });
  const ofRows = fc
    .tuple(
      ...whole.map((specs) =>
        fc
          .tuple(fc.integer({ min: 1, max: 100 }), how, planned)
          .map(([roll, way, other]) =>
            roll <= 100 - share / 2
              ? []
              : specs.map((spec) => put(spec, roll % 3 === 0 ? other : { v2: spec, v3: spec }, way)),
          ),
      ),
    )
    .map((lists) => lists.flat());
  const strewn = fc.array(
    fc.tuple(any, planned, how).map(([before, after, way]) => put(before, after, way)),
    { maxLength: 6 },
  );
  return fc.tuple(ofRows, strewn).map((lists) => lists.flat());
}

const OWN_A: ScenarioGroup = { name: 'own_a', api: 'v2', isBare: true, isNew: false };
const OWN_B: ScenarioGroup = { name: 'own_b', api: 'v2', isBare: true, isNew: false };

function ownGroups(isNew: boolean): Arbitrary<readonly [ScenarioGroup, ScenarioGroup]> {
  const vary = (base: ScenarioGroup): Arbitrary<ScenarioGroup> =>
    fc
      .tuple(fc.constantFrom('v2' as const, 'v2' as const, 'v3' as const), fc.integer({ min: 0, max: 3 }))
      .map(([api, roll]) => ({ ...base, api, isBare: roll > 0, isNew: isNew && roll > 1 }));
  return fc.tuple(vary(OWN_A), vary(OWN_B));
}

interface Frame {
  readonly model: NetworkModel;
  readonly isNew: boolean;
  readonly wish: Wish;
}

function poolsOf(
  [a, b]: readonly [ScenarioGroup, ScenarioGroup],
  { isNew, wish }: Frame,
): Arbitrary<readonly ScenarioPool[]> {
  const known = [a, b].filter((group) => !group.isNew).slice(0, 1);
  const hows = fc.constantFrom<ScenarioPool['how']>('stands', 'stands', 'comes', 'replaced');
  const one = (name: string): Arbitrary<ScenarioPool> =>
    fc
      .tuple(fc.constantFrom<readonly ScenarioGroup[]>([a], [b], [a, b]), hows, fc.boolean())
      .map(([after, roll, wasDefault]) => {
        const isThere = after.every((group) => !group.isNew) && !isNew;
        const how = !isNew && wish.hasChanges === true ? roll : 'stands';
        if (how === 'stands') return { name, how: isThere ? how : 'comes', before: after, after };
        return { name, how: isNew ? 'comes' : how, before: wasDefault ? [] : known, after };
      });
  const names = wish.isSmall === true ? fc.constantFrom([], [], ['p1']) : fc.subarray(['p1', 'p2']);
  return names.chain((list) => fc.tuple(...list.map(one)));
}

const TABLE_SHARE = 90;

/** Rows that a group of the user's own is given for worker nodes. */
function nodeRows(model: NetworkModel): readonly Requirement[] {
  const table = tableOf('node', model).rows.filter(({ suggestion }) => suggestion !== 'recommended');
  return [...table, ...egressMinima(model)];
}

function owners(groups: readonly ScenarioGroup[], { model, isNew, wish }: Frame): readonly Owner[] {
  const roles: readonly Role[] = model === 'eni' && !isNew ? ['node', 'control', 'eni'] : ['node', 'control'];
  const made = roles.map((role): Owner => ({
    ref: madeGroup(role, !isNew),
    isNew,
    isMade: true,
    rows: isNew ? [] : (tableOf(role, model)?.rows ?? []),
    share: 40,
  }));
  const own = groups.map((group): Owner => ({
    ref: refOf(group),
    isNew: group.isNew,
    isMade: false,
    // Nothing can name the control group of a cluster that is not there yet.
    rows: nodeRows(model).filter(({ peer }) => !isNew || peer !== 'control-group'),
    share: TABLE_SHARE,
  }));
  return wish.hasMadeRules === false ? own : [...made, ...own];
}

/** Random scenarios. */
export function scenarios(wish: Wish): Arbitrary<Scenario> {
  const frame = fc.record({
    model: fc.constantFrom<NetworkModel>('vpc-router', 'overlay_l2', 'eni'),
    isNew: wish.hasChanges === true ? fc.constantFrom(false, false, false, true) : fc.constant(false),
    wish: fc.constant(wish),
  });
  return frame.chain((the) =>
    ownGroups(wish.hasChanges === true).chain((groups) =>
      fc
        .record({ pools: poolsOf(groups, the), ownDefault: fc.constantFrom(undefined, groups[0]) })
        .chain(({ pools, ownDefault }) => scenarioOf(the, groups, pools, ownDefault)),
    ),
  );
}

function scenarioOf(
  frame: Frame,
  groups: readonly ScenarioGroup[],
  pools: readonly ScenarioPool[],
  ownDefault: ScenarioGroup | undefined,
): Arbitrary<Scenario> {
  const { model, isNew, wish } = frame;
  const isUsed = (group: ScenarioGroup): boolean =>
    group === ownDefault || pools.some((pool) => pool.before.includes(group) || pool.after.includes(group));
  const used = wish.isSmall === true ? groups.filter(isUsed) : groups;
  const holders = owners(used, frame);
  const other: Ref = {
    ref: 'opentelekomcloud_networking_secgroup_v2.elsewhere.id',
    value: 'ffffffff-elsewhere',
  };
  const peers: Peers = { groups: [...holders.map(({ ref }) => ref), other], wish };
  const isFixed = isNew || wish.hasChanges !== true;
  const secondary = fc.constantFrom('10.0.0.0/16', null, null);
  return fc
    .record({
      model: fc.constant(model),
      isNew: fc.constant(isNew),
      container:
        wish.hasUnknowns === true && isNew && model !== 'eni'
          ? fc.constantFrom(null, POD_CIDR)
          : fc.constant(POD_CIDR),
      dns: fc.constantFrom(undefined, undefined, ['10.0.0.53'], ['100.125.4.25', '8.8.8.8']),
      secondary: fc
        .tuple(secondary, secondary)
        .map(([before, after]) =>
          isNew ? { before: null, after: null } : { before, after: isFixed ? before : after },
        ),
      ownDefault: fc.constant(ownDefault?.isNew === true && !isNew ? undefined : ownDefault),
      groups: fc.constant(used),
      pools: fc.constant(pools),
      rules: (wish.isSmall === true
        ? fewRules(holders, model, peers)
        : fc.tuple(...holders.map((owner) => rulesOfOwner(owner, model, peers))).map((lists) => lists.flat())
      ).map((rules) => rules.map((rule, i) => ({ ...rule, name: `r${String(i)}` }))),
      defaultRulePriority:
        wish.hasDenies === true
          ? fc.constantFrom(undefined, 1 as const, 100 as const)
          : fc.constant(undefined),
      loadBalancers: fc.constantFrom(undefined, undefined, '100.125.0.0/16'),
      serviceMesh: fc.constantFrom(undefined, undefined, '10.0.0.0/24'),
      masters: fc.constantFrom(undefined, undefined, '192.168.0.0/21'),
      knowledge: wish.isSmall === true && !isNew ? anyKnowledge(model) : fc.constant(undefined),
    })
    .map(checkedKnowledge);
}
