import type { Subjects } from '../cluster/subject.js';
import { groupBy } from '../collections.js';
import { DAY_HOURS, hoursBetween } from '../facts/instant.js';
import type { LookedAt } from '../facts/facts.js';
import { must } from '../result.js';
import type { FactsTold } from './finding.js';

/** What is to be said of files of facts, once for all plans of a run: they are old, or of something else. */
export function troublesOfFacts(plans: readonly Subjects[]): readonly FactsTold[] {
  const [first] = plans;
  return (first?.world.facts.lookedAt ?? []).flatMap((file): readonly FactsTold[] => {
    const { name, since } = file;
    if (!showsSomething(file, plans)) return [{ kind: 'elsewhere', file: name }];
    const ages = plans.flatMap(({ world }) => hoursBetween(since, world.plan.header.timestamp) ?? []);
    const hours = Math.max(0, ...ages);
    return since !== undefined && hours > DAY_HOURS ? [{ kind: 'old', file: name, since, hours }] : [];
  });
}

/** Whether a plan that names anything finds some of it in the file; groups and clusters, where that lists them. */
function showsSomething({ name, isAboutGroups, groups }: LookedAt, plans: readonly Subjects[]): boolean {
  const asking = plans.filter(({ world }) => world.surroundings.named.size > 0);
  return (
    asking.length === 0 ||
    asking.some(({ world: { surroundings } }) => {
      const answered = surroundings.answeredBy.get(name);
      const isAnswer = isAboutGroups ? answered === 'groups' : answered !== undefined;
      return isAnswer || [...groups].some((key) => surroundings.named.has(key));
    })
  );
}

/** What facts say otherwise than the prior state, or than one another, group by group. */
export function contradictionsOfFacts({ world, viewOf }: Subjects) {
  const drifted = [...world.drifted].flatMap((rule) => {
    const ref = (rule.before ?? rule.drifted)?.group;
    return ref === undefined ? [] : [{ rule, key: ref.kind === 'group' ? ref.key : must(ref.oneOf[0], 'facts name it') }];
  });
}
