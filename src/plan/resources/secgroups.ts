import type { Side } from '../document/document.js';
import { type Instance, isReplaced } from '../instance.js';
import type { Name, SecurityGroup } from '../plan.js';
import { hasNoDefaultRules, nameOfSide, groupOriginOf } from '../references/group-names.js';
import { type Context, isAttributeChanged } from '../references/refs.js';
import { idOf } from '../value.js';

/**
 * `networking_secgroup_v2`, `vpc_secgroup_v3` and `compute_secgroup_v2` as resources and as data sources.
 * A replaced group gives two: the object that goes and the one that comes.
 */
export function readGroups({ postponed }: Context, instance: Instance): readonly SecurityGroup[] {
  const { before, after, actions } = instance;
  const base = {
    address: instance.address,
    isData: instance.mode === 'data',
    api: apiOf(instance.type),
    actions,
    isDescriptionChanged: isAttributeChanged(instance, 'description'),
    origin: groupOriginOf(instance),
  };
  const old: SecurityGroup = {
    ...base,
    key: idOf(before) ?? instance.address,
    id: idOf(before),
    nameBefore: nameOfSide(before),
    nameAfter: undefined,
    existsBefore: before !== undefined,
    existsAfter: false,
    isDestroyed: actions.includes('delete'),
    hasDefaultRules: !isSet(before),
  };
  if (after === undefined) return before === undefined ? [] : [old];
  const name = nameOfSide(after) ?? (base.isData ? patternOf(after) : undefined);
  if (isReplaced(instance)) return [old, madeInPlace(old, after, name)];
  return [
    {
      ...old,
      key: idOf(after) ?? idOf(before) ?? postponed.get(instance.address) ?? instance.address,
      id: idOf(after) ?? idOf(before),
      nameAfter: name,
      existsAfter: true,
      isDestroyed: false,
      hasDefaultRules: !isSet(after) && !isSet(before),
    },
  ];
}

/** The group that comes in the place of one that is replaced. */
function madeInPlace(old: SecurityGroup, after: Side, name: Name | undefined): SecurityGroup {
  return {
    ...old,
    key: old.address,
    id: undefined,
    nameBefore: undefined,
    nameAfter: name,
    existsBefore: false,
    existsAfter: true,
    isDestroyed: false,
    hasDefaultRules: !isSet(after),
    origin: { kind: 'own' },
  };
}

/** What a postponed data source will look for. */
function patternOf(side: Side): Name | undefined {
  const name = nameOfSide(side, 'name_regex');
  return name === undefined ? undefined : { ...name, isPattern: true };
}

function apiOf(type: string): SecurityGroup['api'] {
  if (type === 'opentelekomcloud_vpc_secgroup_v3') return 'v3';
  return type === 'opentelekomcloud_compute_secgroup_v2' ? 'nova' : 'v2';
}

function isSet(side: Side | undefined): boolean {
  return side !== undefined && hasNoDefaultRules(side);
}
