import { groupBy } from '../collections.js';
import type { Action } from './document/document.js';
import type { Both, Plan, SecurityGroup } from './plan.js';
import { isChanging, type Rule, type RuleSide } from './rule.js';

/** A change of what a plan does: what somebody would write otherwise in the files that it is made of. */
export type Edit =
  /** What stands at the address stays as it was before the plan; what the plan would make there is not made. */
  | { readonly kind: 'keep'; readonly address: string }
  /** The rule at `from` is from now on the one at `to`, and says what that says: nothing is made or destroyed. */
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  /** The new rule is one that stands already, though nobody manages it. */
  | { readonly kind: 'adopt'; readonly address: string }
  /** Replaced, the old object first. */
  | { readonly kind: 'old-first'; readonly address: string }
  /** Replaced, the new object first. */
  | { readonly kind: 'new-first'; readonly address: string }
  /** The new group is made without the rules that every new group has. */
  | { readonly kind: 'no-default-rules'; readonly address: string }
  /** The rule goes; what the plan would make there is not made. */
  | { readonly kind: 'remove'; readonly address: string }
  /** The rule is replaced by this one, the old one first. */
  | { readonly kind: 'replace'; readonly address: string; readonly after: RuleSide }
  /** The plan leaves this rule behind instead of what it would. */
  | { readonly kind: 'become'; readonly address: string; readonly after: RuleSide }
  | {
      readonly kind: 'add';
      readonly address: string;
      readonly api: Rule['api'];
      readonly side: RuleSide;
      /** In an apply of its own, before the rest of the plan. */
      readonly isFirst: boolean;
    };

/** The plan as it would be with these edits. An edit of an address that the plan does not have changes nothing. */
export function planWith(plan: Plan, edits: readonly Edit[]): Plan {
  const byAddress = groupBy(edits, (edit) => (edit.kind === 'move' ? edit.to : edit.address));
  const moved = new Map(edits.flatMap((edit) => (edit.kind === 'move' ? [[edit.from, edit.to]] : [])));
  const old = new Map(
    plan.rules.filter(({ address }) => moved.has(address)).map((rule) => [rule.address, rule]),
  );
  const rules = plan.rules
    .filter(({ address }) => !moved.has(address))
    .flatMap((rule) => (byAddress.get(rule.address) ?? []).reduce(editedRules(old), [rule]));
  const kept = <T>(all: readonly Both<T>[]): readonly Both<T>[] =>
    all.flatMap((one) => (isKept(byAddress.get(one.address)) ? keptObject(one) : [one]));
  return {
    ...plan,
    rules: [...rules, ...edits.flatMap((edit) => (edit.kind === 'add' ? [addedRule(edit)] : []))],
    groups: plan.groups.flatMap((group) => editedGroup(group, byAddress.get(group.address) ?? [])),
    clusters: kept(plan.clusters),
    nodePools: kept(plan.nodePools),
    vpcs: kept(plan.vpcs),
    secondaryCidrs: kept(plan.secondaryCidrs),
    subnets: kept(plan.subnets),
    attachments: kept(plan.attachments),
    nodes: kept(plan.nodes),
  };
}

const NOTHING_DONE: readonly Action[] = ['no-op'];

function isKept(edits: readonly Edit[] = []): boolean {
  return edits.some(({ kind }) => kind === 'keep');
}

type EditRules = (rules: readonly Rule[], edit: Edit) => readonly Rule[];

/** `old`: the rules that are moved, by their addresses. */
function editedRules(old: ReadonlyMap<string, Rule>): EditRules {
  return (rules, edit) => rules.flatMap((rule) => editedRule(rule, edit, old));
}

function editedRule(rule: Rule, edit: Edit, old: ReadonlyMap<string, Rule>): readonly Rule[] {
  const { before, after } = rule;
  switch (edit.kind) {
    case 'keep':
      if (!isChanging(rule)) return [rule];
      return before === undefined ? [] : [asStanding(rule, before)];
    case 'adopt':
      return after === undefined ? [rule] : [asStanding(rule, after)];
    case 'move':
      return after === undefined ? [rule] : [{ ...asStanding(rule, after), id: old.get(edit.from)?.id }];
    case 'old-first':
      return rule.change === 'created-then-destroyed'
        ? [{ ...rule, change: 'destroyed-then-created', actions: ['delete', 'create'] }]
        : [rule];
    case 'new-first':
      return rule.change === 'destroyed-then-created'
        ? [{ ...rule, change: 'created-then-destroyed', actions: ['create', 'delete'] }]
        : [rule];
    case 'become':
      return [{ ...rule, after: edit.after }];
    case 'replace':
      return [
        before === undefined
          ? { ...rule, after: edit.after }
          : {
              ...rule,
              ...{ after: edit.after, change: 'destroyed-then-created' },
              actions: ['delete', 'create'],
            },
      ];
    case 'remove':
      return before === undefined
        ? []
        : [{ ...rule, after: undefined, change: 'destroyed', actions: ['delete'] }];
    case 'no-default-rules':
    case 'add':
      return [rule];
  }
}

function asStanding(rule: Rule, side: RuleSide): Rule {
  return {
    ...rule,
    before: side,
    after: side,
    change: 'stands',
    actions: NOTHING_DONE,
    replaceAttributes: [],
  };
}

/** The rule that is added. */
export function addedRule({
  address,
  api,
  side,
  isFirst,
}: Omit<Extract<Edit, { kind: 'add' }>, 'kind'>): Rule {
  return {
    ...{ address, api, id: undefined, isDeposed: false, replaceAttributes: [], drifted: undefined },
    actions: isFirst ? NOTHING_DONE : ['create'],
    change: isFirst ? 'stands' : 'created',
    before: isFirst ? side : undefined,
    after: side,
  };
}

function editedGroup(group: SecurityGroup, edits: readonly Edit[]): readonly SecurityGroup[] {
  const isBare = edits.some(({ kind }) => kind === 'no-default-rules');
  const own = isBare && !group.existsBefore ? { ...group, hasDefaultRules: false } : group;
  if (!isKept(edits)) return [own];
  if (!group.existsBefore) return [];
  return [
    {
      ...group,
      actions: NOTHING_DONE,
      nameAfter: group.nameBefore,
      existsAfter: true,
      isDestroyed: false,
      isDescriptionChanged: false,
    },
  ];
}

function keptObject<T>(one: Both<T>): readonly Both<T>[] {
  const { before } = one;
  if (before === undefined) return [];
  return [{ ...one, actions: NOTHING_DONE, isReplaced: false, replaceAttributes: [], after: before }];
}
