/** Finds VPCs and subnets that a plan shows, by the references of others. */
import { groupBy, memo, memoOfObject } from '../collections.js';
import type { Both, ObjectRef, Plan, SideName, SubnetSide, VpcSide } from '../plan/plan.js';
import type { Range } from '../plan/rule.js';

/** A side of a resource, and the address of the resource. */
export interface ShownNetwork<T> {
  readonly address: string;
  readonly side: T;
}

/** Finds the object that a reference names. */
type Find<T> = (ref: ObjectRef, which: SideName) => ShownNetwork<T> | undefined;

/** An index of what a plan shows: plans have as many subnets as pools that ask for them. */
function finderOf<T extends VpcSide | SubnetSide>(all: readonly Both<T>[]): Find<T> {
  const index = (which: SideName): ReadonlyMap<string, ShownNetwork<T>> => {
    const found = new Map<string, ShownNetwork<T>>();
    // A resource tells more than a data source for the same object, and the first of its kind counts.
    const ordered = sidesOf(all, which).sort((a, b) => Number(a.isData) - Number(b.isData));
    for (const one of ordered) {
      for (const name of namesFor(one)) if (!found.has(name)) found.set(name, one);
    }
    return found;
  };
  const sides = { before: index('before'), after: index('after') };
  return (ref, which) => {
    const name = refName(ref);
    return name === undefined ? undefined : sides[which].get(name);
  };
}

/** How references may name an object. */
function namesFor({ address, side: { id } }: ShownNetwork<VpcSide | SubnetSide>): readonly string[] {
  return [`address ${address}`, ...(id === undefined ? [] : [`id ${id}`])];
}

/** The name that a reference says; undefined when nobody knows it. */
function refName(ref: ObjectRef): string | undefined {
  if (ref.kind === 'unknown') return undefined;
  return ref.kind === 'id' ? `id ${ref.id}` : `address ${ref.address}`;
}

/** What is there on each side, by what `keyOf` says of it. */
function indexed<T>(all: readonly Both<T>[], keyOf: (side: T) => string | undefined) {
  return memo((which: SideName) => groupBy(sidesOf(all, which), ({ side }) => keyOf(side)));
}

/** The VPC that a side names. */
function vpcName({ vpc }: { readonly vpc: ObjectRef }): string | undefined {
  return refName(vpc);
}

const subnetsInVpcs = memoOfObject((all: Plan['subnets']) => indexed(all, vpcName));
const cidrsInVpcs = memoOfObject((all: Plan['secondaryCidrs']) => indexed(all, vpcName));

/** The subnets that name their VPC as this reference does. */
export function subnetsIn(
  { subnets }: Plan,
  vpc: ObjectRef,
  which: SideName,
): readonly ShownNetwork<SubnetSide>[] {
  const name = refName(vpc);
  return name === undefined ? [] : (subnetsInVpcs(subnets)(which).get(name) ?? []);
}

/** What is attached to a VPC by resources of its own. */
export function attachedCidrs(
  { secondaryCidrs }: Plan,
  vpc: ShownNetwork<VpcSide>,
  which: SideName,
): readonly Range[] {
  const attached = cidrsInVpcs(secondaryCidrs)(which);
  return namesFor(vpc).flatMap((name) => (attached.get(name) ?? []).flatMap(({ side }) => side.cidrs));
}

export const subnetsOf = memoOfObject((all: readonly Both<SubnetSide>[]) => finderOf(all));
export const vpcsOf = memoOfObject((all: readonly Both<VpcSide>[]) => finderOf(all));

/** `eni_subnet_id` is the Neutron subnet id, not the network id that everything else uses. */
export function neutronSubnetOf(
  plan: Plan,
  ref: ObjectRef,
  which: SideName,
): ShownNetwork<SubnetSide> | undefined {
  if (ref.kind !== 'id') return subnetsOf(plan.subnets)(ref, which);
  return neutronSubnets(plan.subnets)(which).get(ref.id)?.[0];
}

const neutronSubnets = memoOfObject((all: Plan['subnets']) => indexed(all, ({ subnetId }) => subnetId));

function sidesOf<T>(
  all: readonly Both<T>[],
  which: SideName,
): (ShownNetwork<T> & { readonly isData: boolean })[] {
  return all.flatMap(({ [which]: side, address, isData }) =>
    side === undefined ? [] : [{ side, address, isData }],
  );
}
