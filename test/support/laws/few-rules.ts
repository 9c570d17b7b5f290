/**
 * Few rules about few rows, for scenarios that thousands of are tried: groups of the user's own let in and out whatever
 * somebody sends, and some rules of every kind stand, come, go or change beside.
 */
import type { NetworkModel, Requirement } from '../../../src/model/requirement.js';
import { anySpec, type Peers } from './any-rule.js';
import type { RuleSpec } from '../plans/group-rules.js';
import { rulesByMembers, rulesOfRow, splitCidr, splitPorts } from '../plans/row-rules.js';
import type { ScenarioRule } from './scenario.js';
import { anyHow, type Owner } from './scenarios.js';
import { type Arbitrary, fc } from '../laws.js';

type Form = 'renamed' | 'whole' | 'members' | 'half of the addresses' | 'half of the ports' | 'deny';

/** A rule that has to do with a row: it is the row's, or a part of it, or denies a part. */
interface Piece {
  readonly nth: number;
  readonly form: Form;
  readonly api: 'v2' | 'v3';
  readonly priority: number;
}

/** Rules of one group that CCE made, and of all others. */
export function fewRules(
  holders: readonly Owner[],
  model: NetworkModel,
  peers: Peers,
): Arbitrary<readonly ScenarioRule[]> {
  const made = holders.filter(({ isMade }) => isMade);
  const own = holders.filter(({ isMade }) => !isMade);
  const lists = own.map((owner) => rulesOf(owner, model, peers));
  if (made.length === 0) return fc.tuple(...lists).map((all) => all.flat());
  const ofMade = fc.constantFrom(...made).chain((owner) => rulesOf(owner, model, peers));
  return fc.tuple(ofMade, ...lists).map((all) => all.flat());
}

function rulesOf(owner: Owner, model: NetworkModel, peers: Peers): Arbitrary<readonly ScenarioRule[]> {
  const { ref, isNew, isMade, rows } = owner;
  const how = anyHow(isNew, peers.wish);
  const forms: readonly Form[] = [
    'renamed',
    'whole',
    'whole',
    'members',
    'half of the addresses',
    'half of the ports',
  ];
  const piece = fc.record({
    nth: fc.nat(),
    form: fc.constantFrom(...forms, ...(peers.wish.hasDenies === true ? (['deny', 'deny'] as const) : [])),
    api: fc.constantFrom('v2', 'v2', 'v3'),
    priority: fc.constantFrom(1, 1, 2, 50, 100),
  });
  const planned = fc.record({
    v2: anySpec(ref, peers, { isPlanned: true, api: 'v2' }),
    v3: anySpec(ref, peers, { isPlanned: true, api: 'v3' }),
  });
  const put = (before: RuleSpec, after: RuleSpec, way: ScenarioRule['how']): ScenarioRule => ({
    ...{ name: '', how: way, before, after: way === 'stands' ? before : after },
  });
  const ofRows = fc.array(
    fc
      .tuple(piece, how, planned, fc.boolean())
      .map(([one, way, others, isOther]) =>
        specsOf(one, rows, { owner: ref, model }).flatMap((spec) =>
          one.form === 'renamed' && !isNew && peers.wish.hasChanges === true
            ? [put(spec, spec, 'goes'), put(spec, spec, 'comes')]
            : [put(spec, isOther ? others[spec.api ?? 'v2'] : spec, way)],
        ),
      ),
    { minLength: 1, maxLength: rows.length === 0 ? 1 : 3 },
  );
  const strewn = fc.array(
    fc
      .tuple(anySpec(ref, peers, { isPlanned: false }), planned, how)
      .map(([before, others, way]) => put(before, others[before.api ?? 'v2'], way)),
    { maxLength: 2 },
  );
  const isOpen = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), how);
  return fc.tuple(ofRows, strewn, isOpen).map(([some, others, [into, out, way]]) => {
    const open = (direction: string, roll: number): readonly ScenarioRule[] => {
      const spec: RuleSpec = { group: ref, direction };
      return isMade || roll === 0 ? [] : [put(spec, spec, isNew ? 'comes' : roll === 1 ? way : 'stands')];
    };
    return [...some.flat(), ...others, ...open('ingress', into), ...open('egress', out)];
  });
}

function specsOf(
  { nth, form, api, priority }: Piece,
  rows: readonly Requirement[],
  place: Pick<Parameters<typeof rulesOfRow>[1], 'owner' | 'model'>,
): readonly RuleSpec[] {
  const row = rows[nth % Math.max(rows.length, 1)];
  if (row === undefined) return [];
  const whole = rulesOfRow(row, { ...place, api });
  const [first] = whole;
  if (first === undefined) return [];
  const rank = api === 'v3' ? { priority } : {};
  switch (form) {
    case 'renamed':
    case 'whole':
      return whole.map((spec) => ({ ...spec, ...rank }));
    case 'members':
      return (rulesByMembers(row, { ...place, api }) ?? whole).map((spec) => ({ ...spec, ...rank }));
    case 'half of the addresses':
      return [{ ...(splitCidr(first)?.[nth % 2] ?? first), ...rank }];
    case 'half of the ports':
      return [{ ...(splitPorts(first)?.[nth % 2] ?? first), ...rank }];
    case 'deny': {
      const [spec = first] = rulesOfRow(row, { ...place, api: 'v3' });
      const part = nth % 3 === 0 ? spec : nth % 3 === 1 ? splitCidr(spec)?.[0] : splitPorts(spec)?.[1];
      return [{ ...(part ?? spec), action: 'deny', priority }];
    }
  }
}
