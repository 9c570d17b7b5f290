import { outcomeOf } from '../weigh/question.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import { clusterOf } from '../cluster/world.js';
import { isEmpty } from '../net/region.js';
import { doesSomething } from '../plan/instance.js';
import type { GroupRef, Rule } from '../plan/rule.js';
import { distinct } from '../weigh/causes.js';
import { type Check, severityOf } from './check.js';
import type { Finding } from './finding.js';
import { SENSITIVE } from '../weigh/packets.js';
import { allRows } from '../weigh/row-sets.js';

/** Groups of which the plan does not tell enough. */
export const unknownGroup: Check = {
  id: 'unknown-group',
  title: 'A security group cannot be placed',
  why: 'What a group is to a cluster, or which other rules it has, decides what a change of it breaks.',
  remedy:
    'Name the group under `security-groups` of its cluster in the configuration file, or manage it in this plan.',
  severities: { introduced: 'notice', undecided: 'warning' },
  example: 'A rule is added to a group by an id that nothing else in the plan has.',
  run: (subjects) => ({
    findings: [
      ...unplacedRules(subjects),
      ...unmanagedGroups(subjects),
      ...withoutModel(subjects),
      ...notFound(subjects),
      ...poolsWithoutCluster(subjects),
    ],
    resolved: [],
  }),
};

/** Rules that change in a group that leads nowhere, one finding for each such group. */
function unplacedRules(subjects: Subjects): readonly Finding[] {
  const { world } = subjects;
  const byGroup = new Map<string, Rule[]>();
  for (const rule of world.plan.rules) {
    const ref = rule.after?.group ?? rule.before?.group;
    const name = ref === undefined || isIdle(rule) ? undefined : strange(ref, subjects);
    if (name !== undefined) byGroup.set(name, [...(byGroup.get(name) ?? []), rule]);
  }
  return [...byGroup].map(([name, rules]) => ({
    ...base(subjects, 'introduced'),
    causes: distinct(rules),
    impact: 'what the change does to a cluster is not known',
    statement: [
      `${rules.length === 1 ? 'a rule changes' : `${rules.length} rules change`} in a security group that cannot be placed: ${name}`,
    ] as const,
  }));
}

function isIdle({ change }: Rule): boolean {
  return change === 'stands' || change === 'drifted-away';
}

/** What is said of a reference that leads to no group; undefined when it leads to one. */
function strange(ref: GroupRef, subjects: Subjects): string | undefined {
  const { viewOf, world } = subjects;
  if (ref.kind === 'unknown') return ref.oneOf.length > 0 ? undefined : ref.why;
  const { kind, resource } = viewOf(ref.key);
  if (kind !== 'elsewhere' || resource !== undefined || isNamed(ref.key, subjects)) return undefined;
  return world.plan.sensitiveIds.has(ref.key) ? SENSITIVE : ref.key;
}

/** A cluster, pool or machine names it: its place is known, though not its rules. */
function isNamed(key: string, { subjects, world }: Subjects): boolean {
  const isOf = (groups: Subject['groups']): boolean => groups.some((group) => group.key === key);
  return (
    !world.isUnplaced(key) || subjects.some(({ groups, groupsBefore }) => isOf(groups) || isOf(groupsBefore))
  );
}

/** One finding for each group, however many pools are in it. */
function unmanagedGroups(subjects: Subjects): readonly Finding[] {
  const found = subjects.subjects.flatMap((subject) => unmanaged(subject, subjects));
  return found.filter(
    ({ group, cluster }, index) =>
      group === undefined || found.findIndex((f) => f.group === group && f.cluster === cluster) === index,
  );
}

/** A subject's own group whose other rules the plan does not know: what may lack is said once for it. */
function unmanaged(subject: Subject, subjects: Subjects): readonly Finding[] {
  const { world } = subjects;
  if (subject.unknownGroups.length === 0 || subject.isLosingGroup) return [];
  const rows = allRows(subject).filter(({ ask }) => !isEmpty(outcomeOf(ask, subject, world).undecided));
  if (rows.length === 0) return [];
  return subject.unknownGroups.map(({ key, why }) => ({
    ...base(subjects, 'undecided'),
    cluster: subject.cluster.name,
    group: key === '' ? undefined : key,
    pool: subject.pool,
    causes: [],
    impact: `${rows.length} rows of the tables are undecided`,
    statement: [
      `the nodes of ${subject.pool ?? `cluster ${subject.cluster.label}`} are in a group whose rules are not known: ${why}`,
    ] as const,
  }));
}

/** Rules change in a group whose name tells its cluster, and nothing tells the cluster's network model. */
function withoutModel(subjects: Subjects): readonly Finding[] {
  const { world } = subjects;
  return world.clusters
    .filter(({ networkType }) => networkType === undefined)
    .flatMap((cluster) => {
      const keys = [cluster.node, cluster.control, cluster.eni].flatMap((group) =>
        group === undefined ? [] : [group.before, group.after],
      );
      const rules = [...new Set(keys)].flatMap((key) =>
        key === undefined ? [] : world.rulesOf(key).filter((rule) => !isIdle(rule) && belongs(rule, key)),
      );
      if (rules.length === 0) return [];
      return [
        {
          ...base(subjects, 'undecided'),
          cluster: cluster.name,
          causes: distinct(rules),
          impact: 'what the change does to the cluster is not known',
          statement: [
            `rules change in a group of cluster ${cluster.label}, and the plan does not tell its network model`,
          ] as const,
          remedy: 'Say `network-model` and the CIDRs of the cluster in the configuration file.',
        },
      ];
    });
}

/** The configuration names a group that is nowhere in the plan. */
function notFound(subjects: Subjects): readonly Finding[] {
  return subjects.world.clusters.flatMap(({ name, label, notFound: texts }) =>
    texts.map((text) => ({
      ...base(subjects, 'undecided'),
      cluster: name,
      causes: [],
      impact: 'the groups that the plan itself tells count instead',
      statement: [
        `the configuration names \`${text}\` as a security group of cluster ${label}; the plan shows no group with this name or address`,
      ] as const,
      remedy: 'Correct the name in the configuration file, or write the id of the group.',
    })),
  );
}

/** Something changes in the groups of a pool, and nothing tells which cluster it is of: no table can be chosen. */
function poolsWithoutCluster(subjects: Subjects): readonly Finding[] {
  const { world } = subjects;
  return world.plan.nodePools.flatMap((pool): Finding[] => {
    const { after, address, actions } = pool;
    if (after === undefined || clusterOf(world, after.cluster, 'after') !== undefined) return [];
    const keys = after.groups.flatMap((ref) => (ref.kind === 'group' ? [ref.key] : []));
    const rules = keys.flatMap((key) =>
      world.rulesOf(key).filter((rule) => !isIdle(rule) && belongs(rule, key)),
    );
    const isTouched = doesSomething(actions) || rules.length > 0;
    if (after.groups.length === 0 || !isTouched) return [];
    return [
      {
        ...base(subjects, 'undecided'),
        pool: address,
        causes: distinct(rules.length > 0 ? rules : [{ address, actions }]),
        impact: 'its security groups are not held against a table',
        statement: [`the plan does not show the cluster of ${address}`] as const,
        remedy:
          'Add the data source of the cluster to the configuration, so that its network model is known.',
      },
    ];
  });
}

function belongs({ before, after }: Rule, key: string): boolean {
  return [before, after].some((side) => side?.group.kind === 'group' && side.group.key === key);
}

function base(
  subjects: Subjects,
  change: 'introduced' | 'undecided',
): Omit<Finding, 'causes' | 'impact' | 'statement'> {
  return {
    check: unknownGroup.id,
    severity: severityOf(unknownGroup, change, subjects),
    change,
    requirement: undefined,
    cluster: undefined,
    group: undefined,
    pool: undefined,
    packets: undefined,
    remedy: unknownGroup.remedy,
    waived: undefined,
  };
}
