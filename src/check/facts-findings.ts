import type { BoundCluster } from '../cluster/bound-cluster.js';
import type { Subjects } from '../cluster/subject.js';
import { groupBy } from '../collections.js';
import type { LookedAt } from '../facts/facts.js';
import { hoursBetween } from '../facts/instant.js';
import type { GroupKey, Rule } from '../plan/rule.js';
import type { FactsFlaw } from './finding.js';

/** Facts that are older than a day when the plan is made are told (design, section 5a). */
const OLD_HOURS = 24;

/** What is wrong with files of facts as such: they are old, or show nothing of what the plans of the run name. */
export function flawsOfFacts(plans: readonly Subjects[]): readonly FactsFlaw[] {
  // The files are the same for all plans of the run.
  return (
    plans
      .slice(0, 1)
      // An audit names nothing beside what the files show, and says itself when they are of.
      .filter(({ world: { occasion } }) => occasion === 'plan')
      .flatMap(({ world: { facts } }) => facts.lookedAt)
      .flatMap((file): readonly FactsFlaw[] => {
        const { name, since } = file;
        if (!showsSomething(file, plans)) return [{ kind: 'elsewhere', file: name }];
        const ages = plans.flatMap(({ world }) => hoursBetween(since, world.plan.header.timestamp) ?? []);
        const hours = Math.max(0, ...ages);
        return since !== undefined && hours > OLD_HOURS ? [{ kind: 'old', file: name, since, hours }] : [];
      })
  );
}

/** Whether a plan finds in the file something that it names: groups and clusters, where it lists them. */
function showsSomething({ name, isAboutGroups, groups }: LookedAt, plans: readonly Subjects[]): boolean {
  const asking = plans.map(({ world }) => world.surroundings).filter(({ named }) => named.size > 0);
  if (asking.length === 0) return true;
  return asking.some(({ named, answeredBy }) => {
    const answered = answeredBy.get(name);
    const isAnswer = isAboutGroups ? answered === 'groups' : answered !== undefined;
    return isAnswer || [...groups].some((key) => named.has(key));
  });
}

/** Rules of a group that facts show otherwise than the prior state, or than one another. */
interface Otherwise {
  readonly group: GroupKey;
  readonly cluster: BoundCluster | undefined;
  readonly than: 'state' | 'facts';
  /** Addresses, where it is the state. */
  readonly rules: readonly string[];
}

/** What facts say otherwise, group by group. */
export function otherwiseInFacts({ world, viewOf }: Subjects): readonly Otherwise[] {
  const drifted = [...world.drifted].flatMap((rule) => groupsBefore(rule).map((group) => ({ group, rule })));
  const told = (group: GroupKey, than: Otherwise['than'], rules: readonly string[]): Otherwise => ({
    ...{ group, than, rules },
    cluster: viewOf(group).cluster,
  });
  const disputed = [...world.facts.seen]
    .filter(([key, { isContradicted }]) => isContradicted && world.surroundings.named.has(key))
    .map(([key]) => key);
  return [
    ...[...groupBy(drifted, ({ group }) => group)].map(([group, same]) =>
      told(
        group,
        'state',
        same.map(({ rule }) => rule.address),
      ),
    ),
    ...disputed.map((group) => told(group, 'facts', [])),
  ];
}

function groupsBefore({ before, drifted }: Rule): readonly GroupKey[] {
  const ref = (before ?? drifted)?.group;
  return ref === undefined ? [] : ref.kind === 'group' ? [ref.key] : ref.oneOf;
}
