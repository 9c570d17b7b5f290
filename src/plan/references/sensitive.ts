import type { Instance } from '../instance.js';
import { hasMark, isMarked } from '../document/marks.js';
import type { Resolver } from './resolve.js';
import type { ReferenceEnd } from './walk.js';

/** Attributes by which groups are named. */
const ID_ATTRIBUTES = [
  'id',
  'secgroup_id',
  'security_group_id',
  'remote_group_id',
  'security_group_ids',
  'security_groups',
  'security_group_node',
  'security_group_control',
] as const;

/**
 * Every id that is marked sensitive somewhere in the plan: it is printed nowhere. A list that is not known as a whole
 * may have elements that its references tell.
 */
export function sensitiveIdsOf(
  instances: readonly Instance[],
  { resolve }: Pick<Resolver, 'resolve'>,
): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const instance of instances) {
    for (const side of [instance.before, instance.after, instance.drifted]) {
      if (side === undefined || !hasMark(side.sensitive)) continue;
      for (const name of ID_ATTRIBUTES.filter((attribute) => isMarked(side.sensitive, attribute))) {
        const told = isMarked(side.unknown, name) ? resolve(instance, name).flatMap(constantOf) : [];
        for (const value of [side.values[name], told].flat(2)) {
          if (typeof value === 'string' && value !== '') ids.add(value);
        }
      }
    }
  }
  return ids;
}

function constantOf(outcome: ReferenceEnd): readonly unknown[] {
  return outcome.kind === 'constant' ? [outcome.value] : [];
}
