import { outcomeOf } from '../weigh/question.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import { isEmpty } from '../net/region.js';
import { distinct } from '../weigh/causes.js';
import type { Check } from './check.js';
import type { Finding } from './finding.js';
import { allRows, essentialRows } from '../weigh/row-sets.js';
import { ROLE_NAMES, rowVerdict, standingDoubt } from './rows.js';

/** Rows that the page says not to modify. */
export const essentialRule: Check = {
  id: 'essential-rule',
  title: 'The cluster loses a rule it cannot do without',
  why: 'The vendor lists rules of the worker, master and ENI security groups that are not to be modified: without them masters, nodes and pods no longer reach each other.',
  remedy: 'Keep the rule, or add rules that let the same packets through.',
  severities: {
    introduced: 'critical',
    transient: 'warning',
    'pre-existing': 'warning',
    undecided: 'warning',
  },
  example:
    'The imported rule for all TCP from the VPC is removed from the configuration of the worker group.',
  run: (subjects) => {
    const verdict = rowVerdict(essentialRule, subjects, essentialRows);
    const doubts = subjects.subjects.flatMap((subject) => doubtFinding(subject, subjects));
    return { ...verdict, findings: [...verdict.findings, ...doubts] };
  },
};

/** A deny that stays as it is and whose rank nobody can tell: said once for the group, not once a row. */
function doubtFinding(subject: Subject, { world }: Subjects): readonly Finding[] {
  const denies = subject.after.rules.filter((rule) => rule.stands && rule.sides[0].action === 'deny');
  if (denies.length === 0 || subject.isLosingGroup || subject.unknownGroups.length > 0) return [];
  const rows = allRows(subject).filter(({ ask }) => {
    const outcome = outcomeOf(ask, subject, world);
    return !isEmpty(standingDoubt(outcome, subject, world));
  });
  if (rows.length === 0) return [];
  const ids = rows.map(({ row }) => row.id);
  return [
    {
      check: 'essential-rule',
      severity: 'warning',
      change: 'undecided',
      requirement: undefined,
      cluster: subject.cluster.name,
      group: subject.groups[0]?.key,
      pool: subject.pool,
      packets: undefined,
      causes: distinct(
        denies.flatMap(({ address }) =>
          address === undefined ? [] : [{ address, actions: ['no-op'] as const }],
        ),
      ),
      impact: 'a deny rule may take packets that the cluster needs',
      statement: [
        `${ids.join(', ')}, ${ROLE_NAMES[subject.role]}: a deny rule meets rules whose priority nobody documents, so it may or may not win`,
      ],
      remedy:
        'Say `default-rule-priority: 1` or `100` in the configuration file, or give the deny rule the priority 1.',
      waived: undefined,
    },
  ];
}
