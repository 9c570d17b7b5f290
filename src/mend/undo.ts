import { distinct, groupBy, memoOfObject } from '../collections.js';
import type { Edit } from '../plan/edit.js';
import type { Plan } from '../plan/plan.js';
import { isChanging, knownKeys, type Rule } from '../plan/rule.js';
import { must } from '../result.js';
import type { Ailment } from './ailment.js';
import { type Candidate, candidate } from './candidate.js';
import { undoneArguments } from './undone-arguments.js';

/** What a plan does at an address: an object goes, becomes another, or is made. */
type Fate = 'gone' | 'changed' | 'made';

/** What is taken back, by its fate. */
type Undone = Readonly<Record<Fate, readonly string[]>>;

/**
 * The causes taken back: what goes or changes stays as it is; what is made is left out; at last both. Objects other than
 * rules that the plan makes are no mistake, and stay.
 */
export function undoCauses(ailment: Ailment): readonly Candidate[] {
  const addresses = distinct(ailment.found.flatMap(({ causes }) => causes.map(({ address }) => address)));
  return undoOf(addresses, ailment);
}

/** Rules that change places, all of them taken back. */
export function undoShift(ailment: Ailment): readonly Candidate[] {
  const { shifting, plan } = ailment.subjects.world;
  const groups = new Set(ailment.groups);
  const own = plan.rules.filter(({ address, before, after }) => {
    const { group } = before ?? after ?? {};
    return shifting.has(address) && group?.kind === 'group' && groups.has(group.key);
  });
  const causes = ailment.found.flatMap((found) => found.causes.map(({ address }) => address));
  return undoOf(distinct([...own.map(({ address }) => address), ...causes]), ailment).slice(-1);
}

/** A group that goes stays, with its rules and with what leaves it because it goes, or is to come back to it. */
export function keepGroup(ailment: Ailment): readonly Candidate[] {
  const { plan } = ailment.subjects.world;
  const causes = new Set(ailment.found.flatMap((found) => found.causes.map(({ address }) => address)));
  const left = new Set(
    plan.nodePools.flatMap(({ address, before }) =>
      causes.has(address) ? knownKeys(before?.groups ?? []) : [],
    ),
  );
  const going = plan.groups.filter(
    ({ address, key, isDestroyed }) => isDestroyed && (causes.has(address) || left.has(key)),
  );
  const keys = new Set(going.map(({ key }) => key));
  const rules = plan.rules.filter(
    (rule) => isChanging(rule) && rule.before?.group.kind === 'group' && keys.has(rule.before.group.key),
  );
  const pools = plan.nodePools.filter(
    ({ isReplaced, before }) =>
      isReplaced && before?.groups.some((ref) => ref.kind === 'group' && keys.has(ref.key)) === true,
  );
  const addresses = [...causes, ...[...going, ...rules, ...pools].map(({ address }) => address)];
  return undoOf(distinct(addresses), ailment);
}

function undoOf(addresses: readonly string[], { subjects }: Ailment): readonly Candidate[] {
  const { plan, isElsewhere } = subjects.world;
  const fates = fatesIn(plan);
  const own = addresses.filter((address) => !isElsewhere(address));
  const of = (fate: Fate): readonly string[] => own.filter((address) => fates.get(address) === fate);
  const [gone, changed, made] = [of('gone'), of('changed'), of('made')];
  const none: Undone = { gone: [], changed: [], made: [] };
  const kept = gone.length + changed.length;
  return [
    ...(kept > 0 ? [undo({ ...none, gone, changed }, plan)] : []),
    ...(made.length > 0 ? [undo({ ...none, made }, plan)] : []),
    ...(kept > 0 && made.length > 0 ? [undo({ gone, changed, made }, plan)] : []),
  ];
}

function undo({ gone, changed, made }: Undone, plan: Plan): Candidate {
  const rules = rulesAt(plan);
  const isDeny = made.length > 0 && made.every((address) => rules.get(address)?.every(isDenied) === true);
  const attributes = changed.flatMap((address) => forcingOf(address, plan));
  const values = changed.map((address) => (rules.get(address) ?? []).flatMap(undoneArguments));
  return candidate({
    kind:
      gone.length > 0 && changed.length + made.length === 0
        ? 'put-back'
        : isDeny && gone.length + changed.length === 0
          ? 'deny'
          : 'undo',
    step: {
      ...{ kind: 'undo', gone, changed, made, isDeny, attributes: distinct(attributes) },
      values: values.every((some) => some.length > 0) ? values.flat() : [],
    },
    edits: [...gone, ...changed, ...made].flatMap((address) => editsOf(address, plan)),
  });
}

/** The same with one address less, for each of them: none when there is only one. */
export function lesserUndos({ step }: Candidate, { subjects }: Ailment): readonly Candidate[] {
  if (step.kind !== 'undo') return [];
  const all = [...step.gone, ...step.changed, ...step.made];
  if (all.length < 2) return [];
  return all.map((left) => {
    const without = (addresses: readonly string[]): readonly string[] =>
      addresses.filter((address) => address !== left);
    return undo(
      { gone: without(step.gone), changed: without(step.changed), made: without(step.made) },
      subjects.world.plan,
    );
  });
}

function isDenied({ after }: Rule): boolean {
  return after?.action === 'deny';
}

/** What an address group holds is read into the rules that name it. */
function editsOf(address: string, plan: Plan): readonly Edit[] {
  const naming = namingAddressGroup(plan).get(address);
  if (naming === undefined) return [{ kind: 'keep', address }];
  return naming.map((rule) => ({
    kind: 'become',
    address: rule.address,
    after: must(rule.before, 'only what was there before is kept'),
  }));
}

function forcingOf(address: string, plan: Plan): readonly string[] {
  const own = [...(nodesAt(plan).get(address) ?? []), ...(rulesAt(plan).get(address) ?? [])];
  return own.flatMap(({ replaceAttributes }) => replaceAttributes);
}

/** The rules of a plan by their addresses, of those at which it changes one. */
export const rulesAt = memoOfObject(({ rules }: Plan) => {
  const changing = new Set(rules.filter(isChanging).map(({ address }) => address));
  return groupBy(
    rules.filter(({ address }) => changing.has(address)),
    ({ address }) => address,
  );
});

const nodesAt = memoOfObject(({ nodePools, clusters }: Plan) =>
  groupBy([...nodePools, ...clusters], ({ address }) => address),
);

/** Rules that stand, by the address groups in the plan that change beneath them. */
const namingAddressGroup = memoOfObject(({ rules }: Plan): ReadonlyMap<string, readonly Rule[]> => {
  const found = new Map<string, Rule[]>();
  for (const rule of rules) {
    const peer = rule.after?.peer;
    if (rule.before === undefined || peer?.kind !== 'range' || peer.addressGroup === undefined) continue;
    found.set(peer.addressGroup.address, [...(found.get(peer.addressGroup.address) ?? []), rule]);
  }
  return found;
});

/** What the plan does at each address of which a fix could take it back. */
const fatesIn = memoOfObject((plan: Plan): ReadonlyMap<string, Fate> => {
  const fates = new Map<string, Fate>();
  const note = (address: string, before: boolean, after: boolean): void => {
    const old = fates.get(address);
    const was = before || (old !== undefined && old !== 'made');
    const is = after || (old !== undefined && old !== 'gone');
    if (was || is) fates.set(address, was ? (is ? 'changed' : 'gone') : 'made');
  };
  for (const rule of plan.rules) {
    if (!isChanging(rule) || rule.isDeposed) continue;
    note(rule.address, rule.before !== undefined, rule.after !== undefined);
  }
  for (const address of namingAddressGroup(plan).keys()) note(address, true, true);
  for (const group of plan.groups) {
    if (!group.isData && group.existsBefore) note(group.address, true, group.existsAfter);
  }
  const { clusters, nodePools, vpcs, secondaryCidrs, subnets, attachments } = plan;
  for (const one of [clusters, nodePools, vpcs, secondaryCidrs, subnets, attachments].flat()) {
    if (!one.isData && one.before !== undefined) note(one.address, true, one.after !== undefined);
  }
  for (const { address, before, after } of secondaryCidrs) {
    if (before === undefined && after !== undefined) note(address, false, true);
  }
  return fates;
});
