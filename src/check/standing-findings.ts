import { agree, rowTraffic } from '../cluster/default-rules.js';
import { agreementOf } from '../cluster/group-view.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import { groupBy, memoOfObject } from '../collections.js';
import type { EffectiveRule } from '../effective/group-rules.js';
import { isSameTraffic } from '../effective/rule-identity.js';
import { isEmpty } from '../net/region.js';
import { groupRef, type Peer, type RuleSide } from '../plan/rule.js';
import type { Cause } from '../weigh/causes.js';
import { type IdleRules, idleRules } from '../weigh/idle-rules.js';
import { outcomeOf } from '../weigh/question.js';
import { type Asked, essentialRows } from '../weigh/row-sets.js';
import { rulesInCloud, type StandingRule } from '../weigh/standing-rules.js';
import { about, type CheckMetadata, type Finding, finding } from './finding.js';

/*
 * What an audit tells of rules as they stand, beside what lacks and what is open.
 */

/** Rules of a group that say the same. */
export function alikeFindings(check: CheckMetadata, subjects: Subjects): readonly Finding[] {
  return idleIn(subjects).flatMap(({ of, rules }) =>
    rules.same.map((same) => {
      const addresses = same.map(({ address }) => address);
      return finding(check, subjects, {
        ...of,
        causes: same.map(untouched),
        reason: { kind: 'rules-alike', rules: addresses },
        remedy: 'keep-one',
      });
    }),
  );
}

/** Rules of a group that lie wholly within another of its rules. */
export function idleFindings(check: CheckMetadata, subjects: Subjects): readonly Finding[] {
  return idleIn(subjects).flatMap(({ of, rules }) =>
    rules.idle.map(({ rule, within }) =>
      finding(check, subjects, {
        ...of,
        causes: [untouched(rule), untouched(within)],
        reason: { kind: 'rule-idle', rule: rule.address, within: within.address },
        remedy: 'remove-idle',
      }),
    ),
  );
}

/** Nothing is done with it: it is named because it is there. */
function untouched({ address }: StandingRule): Cause {
  return { address, actions: [] };
}

interface IdleIn {
  readonly of: Partial<Pick<Finding, 'cluster' | 'group' | 'role'>>;
  readonly rules: IdleRules;
}

/** Each group of a subject once; none in a run about plans. */
const idleIn = memoOfObject(({ subjects, world }: Subjects): readonly IdleIn[] => {
  if (world.occasion === 'plan') return [];
  const holders = subjects.flatMap((subject) => subject.groups.map((view) => ({ view, subject })));
  return [...groupBy(holders, ({ view }) => view)].map(([view, held]) => {
    const [{ subject: first }] = held;
    const denies = held.flatMap(({ subject }) => subject.after.rules.flatMap(deniesOf));
    return {
      of: { cluster: first.cluster, group: view.key, role: first.role },
      rules: idleRules(rulesInCloud(view, world), ({ direction }) =>
        denies.some((deny) => deny.direction === direction || deny.direction === 'unknown'),
      ),
    };
  });
});

function deniesOf({ sides }: EffectiveRule): readonly RuleSide[] {
  return sides.filter(({ action }) => action !== 'allow');
}

/** Rows of which CCE looks for the rule itself before an upgrade, where their packets pass by other rules. */
export function refusedUpgrades(check: CheckMetadata, subjects: Subjects): readonly Finding[] {
  if (subjects.world.occasion === 'plan') return [];
  return subjects.subjects
    .filter(({ unknownGroups }) => unknownGroups.length === 0)
    .flatMap((subject) =>
      essentialRows(subject)
        .filter(({ row }) => row.isLookedForBeforeUpgrade === true)
        .filter((asked) => isLetThroughByOthers(asked, subject, subjects))
        .map(({ row }) =>
          finding(check, subjects, {
            ...about(subject),
            // The cluster runs all the same.
            severity: 'warning',
            row,
            reason: { kind: 'upgrade-refused' },
            remedy: 'add-own-rule',
          }),
        ),
    );
}

function isLetThroughByOthers({ row, ask }: Asked, subject: Subject, { world }: Subjects): boolean {
  const outcome = outcomeOf(ask, subject, world);
  // What lacks is told by the row, and what it comes to.
  if (!isEmpty(outcome.preExisting) || !isEmpty(outcome.undecided)) return false;
  const agreement = agreementOf(world, subject.cluster);
  const isPeer = (peer: Peer): boolean =>
    outcome.question.groups.some((key) =>
      agree(peer, { kind: 'group', group: groupRef(key), isSensitive: false }, agreement),
    );
  const isIt = (side: RuleSide): boolean =>
    side.action === 'allow' &&
    side.direction === row.direction &&
    isSameTraffic(side.traffic, rowTraffic(row)) &&
    isPeer(side.peer);
  return !subject.after.rules.some(({ sides }) => sides.some(isIt));
}
