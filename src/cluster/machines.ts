import { spend } from '../budget.js';
import { memoOfObject, onlyOne } from '../collections.js';
import type {
  AttachedGroup,
  AttachmentSide,
  Both,
  NodeSide,
  ObjectRef,
  Plan,
  SideName,
} from '../plan/plan.js';
import type { GroupRef } from '../plan/rule.js';

/** A machine that is a node and has groups put on it by hand. */
export interface Machine {
  readonly address: string;
  readonly node: Both<NodeSide>;
  /** Undefined: no group is put on it, it has the default ones. */
  readonly before: Attached | undefined;
  readonly after: Attached | undefined;
  /** Groups that it has while the plan is applied: those of what is not destroyed, and those of what comes. */
  readonly held: readonly GroupRef[];
}

/** Groups that resources of the plan put on a machine. */
export interface Attached {
  readonly groups: readonly GroupRef[];
  /** They are all it has; otherwise they are beside its default groups. */
  readonly isExact: boolean;
}

/** Nodes to whose ports or servers the plan attaches groups, on either side. */
export const machinesOf = memoOfObject((plan: Plan): readonly Machine[] =>
  plan.nodes.flatMap((node) => {
    const before = attachedTo(plan, node, 'before');
    const after = attachedTo(plan, node, 'after');
    if (node.after === undefined || (before === undefined && after === undefined)) return [];
    const held = [...groupsHeld(plan, node), ...(after?.groups ?? [])];
    return [{ address: node.address, node, before, after, held }];
  }),
);

/** Groups of before by attachments that the plan does not destroy. */
function groupsHeld(plan: Plan, node: Both<NodeSide>): readonly GroupRef[] {
  if (node.actions.includes('delete')) return [];
  const attachments = plan.attachments.filter(({ actions }) => !actions.includes('delete'));
  return attachedTo({ ...plan, attachments }, node, 'before')?.groups ?? [];
}

function attachedTo(plan: Plan, node: Both<NodeSide>, which: SideName): Attached | undefined {
  const members = node[which]?.members;
  if (members === undefined) return undefined;
  spend(plan.attachments.length);
  const sides = plan.attachments.flatMap((both) => {
    const side = both[which] ?? emptied(both, which);
    return side !== undefined && !both.isData && isOn(plan, side, members, which) ? [side] : [];
  });
  const named = sides.filter(({ groups }) => groups !== undefined);
  if (named.length === 0) return undefined;
  // What a forced association sets takes the place of what the server or the port asks for.
  const isForced = named.some(({ kind, isExact }) => kind === 'associate' && isExact);
  const counted = isForced ? named.filter(({ kind }) => kind === 'associate') : named;
  return {
    groups: counted.flatMap(({ groups = [] }) => groups.map((group) => attachedRef(plan, group, which))),
    isExact: counted.some(({ isExact }) => isExact),
  };
}

/** Destroying a forced association leaves the port without any group. (Source: otc.md 1.9.) */
function emptied({ before }: Both<AttachmentSide>, which: SideName): AttachmentSide | undefined {
  const isForced = which === 'after' && before?.kind === 'associate' && before.isExact;
  return isForced ? { ...before, groups: [] } : undefined;
}

/** A server that is the node, a port of that server, or an association with such a port. */
function isOn(plan: Plan, side: AttachmentSide, members: readonly ObjectRef[], which: SideName): boolean {
  if (isAmong(side.member, members) || isAmong(side.device, members)) return true;
  if (side.kind !== 'associate') return false;
  spend(plan.attachments.length);
  return plan.attachments.some((port) => {
    const other = port[which];
    const isPort = other?.kind === 'port' && isSameObject(side.member, other.member, port.address);
    return isPort && isAmong(other.device, members);
  });
}

function isAmong(ref: ObjectRef, members: readonly ObjectRef[]): boolean {
  return members.some((member) => isSameObject(ref, member, undefined));
}

function isSameObject(a: ObjectRef, b: ObjectRef, address: string | undefined): boolean {
  if (a.kind === 'id') return b.kind === 'id' && a.id === b.id;
  if (a.kind !== 'address') return false;
  return a.address === address || (b.kind === 'address' && a.address === b.address);
}

/** A name that is not that of exactly one group of the plan leads nowhere. */
function attachedRef(plan: Plan, group: AttachedGroup, which: SideName): GroupRef {
  if (group.by === 'id') return group.ref;
  spend(plan.groups.length);
  const matches = plan.groups.filter(({ existsBefore, existsAfter, nameBefore, nameAfter }) =>
    which === 'before'
      ? existsBefore && nameBefore?.text === group.name
      : existsAfter && nameAfter?.text === group.name,
  );
  // A data source and a resource of the same group are one.
  const key = onlyOne(matches.map((match) => match.key));
  return key === undefined
    ? { kind: 'unknown', oneOf: [], why: 'its name is not that of one group in this plan' }
    : { kind: 'group', key };
}
