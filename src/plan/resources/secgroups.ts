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
  const { address, before, after } = instance;
  const oldId = idOf(before);
  const old: OwnParts = {
    key: oldId ?? address,
    id: oldId,
    nameBefore: nameOfSide(before),
    nameAfter: undefined,
    existsBefore: before !== undefined,
    existsAfter: false,
    isDestroyed: instance.actions.includes('delete'),
    hasDefaultRules: !isSet(before),
    origin: groupOriginOf(instance),
  };
  if (after === undefined) return before === undefined ? [] : [groupWith(instance, old)];
  const nameAfter = nameOfSide(after) ?? (instance.mode === 'data' ? patternOf(after) : undefined);
  if (isReplaced(instance))
    return [groupWith(instance, old), groupWith(instance, madeInPlace(instance, nameAfter))];
  const id = idOf(after) ?? oldId;
  const stands: OwnParts = {
    key: id ?? postponed.get(address) ?? address,
    id,
    nameBefore: old.nameBefore,
    nameAfter,
    existsBefore: old.existsBefore,
    existsAfter: true,
    isDestroyed: false,
    hasDefaultRules: !isSet(after) && old.hasDefaultRules,
    origin: old.origin,
  };
  return [groupWith(instance, stands)];
}

/** What the two objects of a replaced group do not share. */
type OwnParts = Omit<SecurityGroup, 'address' | 'isData' | 'api' | 'actions' | 'isDescriptionChanged'>;

/** There may be thousands: an object that is put together from others costs many times as much. */
function groupWith(instance: Instance, own: OwnParts): SecurityGroup {
  return {
    key: own.key,
    id: own.id,
    address: instance.address,
    isData: instance.mode === 'data',
    api: apiOf(instance.type),
    actions: instance.actions,
    nameBefore: own.nameBefore,
    nameAfter: own.nameAfter,
    existsBefore: own.existsBefore,
    existsAfter: own.existsAfter,
    isDestroyed: own.isDestroyed,
    hasDefaultRules: own.hasDefaultRules,
    isDescriptionChanged: isAttributeChanged(instance, 'description'),
    origin: own.origin,
  };
}

/** The group that comes in the place of one that is replaced. */
function madeInPlace({ address, after }: Instance, nameAfter: Name | undefined): OwnParts {
  return {
    key: address,
    id: undefined,
    nameBefore: undefined,
    nameAfter,
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
