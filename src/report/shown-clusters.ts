import type { NamedCluster } from '../check/finding.js';
import type { BoundCluster } from '../cluster/bound-cluster.js';
import type { Subjects } from '../cluster/subject.js';
import { memoOfObject } from '../collections.js';
import type { Plan } from '../plan/plan.js';
import type { GroupKey } from '../plan/rule.js';

/** A cluster of another plan is told with that one. */
export function isOfThisPlan({ resource }: NamedCluster, { world }: Subjects): boolean {
  return resource === undefined || !world.isElsewhere(resource.address);
}

/** A cluster that only the configuration names, none of its groups being in the plan, is nothing to judge. */
export function isShownIn({ world: { plan } }: Subjects): (cluster: BoundCluster) => boolean {
  const shown = shownKeys(plan);
  return ({ resource, node, control, eni }) =>
    resource !== undefined ||
    [node, control, eni].some(
      (group) =>
        group !== undefined &&
        [group.before, group.after, ...group.also].some((key) => key !== undefined && shown.has(key)),
    );
}

/** Every group that the plan has, or a rule of. */
const shownKeys = memoOfObject(({ groups, rules }: Plan): ReadonlySet<GroupKey> => {
  const shown = new Set(groups.map(({ key }) => key));
  for (const { before, after } of rules) {
    for (const side of [before, after]) if (side?.group.kind === 'group') shown.add(side.group.key);
  }
  return shown;
});
