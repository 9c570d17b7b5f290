import type { BoundCluster } from '../../cluster/bound-cluster.js';
import type { GroupKeys } from '../../cluster/default-rules.js';
import type { Subjects } from '../../cluster/subject.js';
import { onlyOne } from '../../collections.js';
import { bareCluster, type ClusterConfiguration, type Configuration } from '../../config/configuration.js';
import { tableOf } from '../../model/model.js';
import type { NetworkModel, Requirement, Role } from '../../model/requirement.js';
import { planWith } from '../../plan/edit.js';
import type { SecurityGroup } from '../../plan/plan.js';
import type { FixRule } from '../../report/fix.js';
import type { ReportFinding } from '../../report/report.js';
import { err, must, ok, type Result } from '../../result.js';
import { run, type RunInput } from '../../run.js';
import { dutiesOf, type DutyWish, type NeededRange, unnamedRanges } from './duties.js';
import { additions, type LabelledRule, labelledRules } from './labelled-rules.js';
import { leastRules } from './least-rules.js';
import { labelsBeside } from '../writing/naming.js';
import { differenceOf } from '../wire.js';

/** A group of one's own that somebody wants to have written down. */
export interface OwnGroupWish extends DutyWish {
  /** The name of the cluster; undefined: the only one. */
  readonly cluster: string | undefined;
  readonly role: Role;
  /** Undefined: that by which most rules of the group are made, or v2. */
  readonly api: LabelledRule['api'] | undefined;
  /** What labels begin with. */
  readonly prefix: string;
  /** What somebody says of the cluster; it wins over plan and configuration. */
  readonly given: GivenOfCluster;
}

/** What may be said of a cluster beside plan and configuration; undefined: nothing. */
export type GivenOfCluster = Pick<
  ClusterConfiguration,
  | 'networkModel'
  | 'vpcCidrs'
  | 'containerCidrs'
  | 'masterCidrs'
  | 'dnsServers'
  | 'serviceCidrs'
  | 'loadBalancerCidrs'
  | 'serviceMeshCidrs'
>;

/** A whole table as a group of one's own: complete, and no rule of it can be taken away. */
export interface OwnGroup extends Pick<OwnGroupWish, 'role' | 'only' | 'prefix'> {
  readonly cluster: BoundCluster;
  readonly model: NetworkModel;
  readonly group: SecurityGroup;
  readonly rules: readonly LabelledRule[];
  /** Rows that need no rule of their own, and the rules that let them through. */
  readonly joined: readonly { readonly row: Requirement; readonly by: readonly LabelledRule[] }[];
  /** Rows of which the page lets everything go. */
  readonly leftOut: readonly Requirement[];
  /** Rows that are as narrow as they may be. */
  readonly narrowed: readonly Requirement[];
  /** The rules as the API knows them. */
  readonly adds: readonly FixRule[];
  /** The world in which names mean something. */
  readonly subjects: Subjects;
}

/** Why nothing can be written. */
export type NoRules =
  | { readonly kind: 'no-cluster'; readonly shown: readonly string[] }
  | { readonly kind: 'no-model'; readonly cluster: string }
  | { readonly kind: 'no-table'; readonly role: Role; readonly model: NetworkModel }
  | { readonly kind: 'no-group'; readonly cluster: string }
  | { readonly kind: 'denied'; readonly rows: readonly Requirement[] }
  | { readonly kind: 'unknown-ranges'; readonly ranges: readonly NeededRange[] }
  | { readonly kind: 'not-clean'; readonly findings: readonly ReportFinding[] };

/**
 * The rules of a role's table for a group of one's own, in the cluster that plan and configuration show: as few as do.
 * The group is put into the plan with them and judged by the whole pipe; where that has anything against it, nothing is
 * written.
 */
export function groupOfOnesOwn(input: RunInput, wish: OwnGroupWish): Result<OwnGroup, NoRules> {
  const { role, api = 'v2', prefix, given } = wish;
  const before = onlySubjects(input);
  const cluster = clusterNamed(before, wish.cluster);
  if (!cluster.ok) return cluster;
  const { name, label } = cluster.value;
  const model = given.networkModel ?? cluster.value.model;
  if (model === undefined) return err({ kind: 'no-model', cluster: label });
  if (tableOf(role, model) === undefined) return err({ kind: 'no-table', role, model });
  const labels = labelsBeside(before);
  const groupLabel = labels(`${prefix}_${role}`, { type: OWN_GROUP_TYPE, module: '', id: role });
  const group = bareGroup(groupLabel, `${name === label ? name : prefix}-own-${role}`);
  const withGroup = inRole(input, { role, group, name, given });
  const subjects = onlySubjects(withGroup);
  const least = leastOf(subjects, group, wish);
  if (!least.ok) return least;
  const { rules, joined, ...rest } = least.value;
  const labelled = labelledRules(rules, { labels, prefix, api });
  const judged = judgedWith(withGroup, group, { rules: [...labelled.values()], only: wish.only });
  if (!judged.ok) return judged;
  return ok({
    ...{ role, only: wish.only, prefix, model, group, subjects, adds: judged.value, ...rest },
    rules: [...labelled.values()],
    joined: joined.map(({ row, by }) => ({
      row,
      by: by.map((rule) => must(labelled.get(rule), 'each rule has its label')),
    })),
  });
}

/** The resource type of a group that is written down; the one that every version of the provider has. */
export const OWN_GROUP_TYPE = 'opentelekomcloud_networking_secgroup_v2';

/** The subjects of the one plan of a run. */
export function onlySubjects(input: RunInput): Subjects {
  return must(run(input).judged[0], 'a run of one plan has one verdict').subjects;
}

/** The cluster that is meant: the only one, when none is named. */
export function clusterNamed(
  { world: { clusters } }: Subjects,
  name: string | undefined,
): Result<BoundCluster, NoRules> {
  const found = name === undefined ? onlyOne(clusters) : clusters.find((cluster) => cluster.name === name);
  return found === undefined
    ? err({ kind: 'no-cluster', shown: clusters.map(({ label }) => label) })
    : ok(found);
}

/** A new group with no rule in it. */
function bareGroup(label: string, name: string): SecurityGroup {
  const address = `${OWN_GROUP_TYPE}.${label}`;
  return {
    ...{ key: address, address, id: undefined, isData: false, api: 'v2', actions: ['create'] },
    ...{ nameBefore: undefined, nameAfter: { text: name, isSensitive: false } },
    ...{ existsBefore: false, existsAfter: true, isDestroyed: false },
    ...{ hasDefaultRules: false, isDescriptionChanged: false, origin: { kind: 'own' } },
  };
}

interface InRole {
  readonly role: Role;
  readonly group: SecurityGroup;
  readonly name: string;
  readonly given: GivenOfCluster;
}

/** The run with the group in its plan, and in its role for the cluster. */
function inRole(
  { plans, configuration, ...input }: RunInput,
  { role, group, name, given }: InRole,
): RunInput {
  return {
    ...input,
    plans: plans.map((one) => ({ ...one, plan: { ...one.plan, groups: [...one.plan.groups, group] } })),
    configuration: changedCluster(configuration, name, (known) => ({
      ...withGiven(known, given),
      securityGroups: { ...known.securityGroups, [role]: [group.address] },
    })),
  };
}

/** The configuration with another entry for a cluster, or with one that it did not have. */
export function changedCluster(
  configuration: Configuration,
  name: string,
  change: (known: ClusterConfiguration) => ClusterConfiguration,
): Configuration {
  const known = configuration.clusters.find((one) => one.name === name);
  const others = configuration.clusters.filter((one) => one !== known);
  return { ...configuration, clusters: [...others, change(known ?? bareCluster(name))] };
}

/** What is said of a cluster in the place of what the configuration says. */
export function withGiven(known: ClusterConfiguration, given: GivenOfCluster): ClusterConfiguration {
  return {
    ...known,
    networkModel: given.networkModel ?? known.networkModel,
    vpcCidrs: given.vpcCidrs ?? known.vpcCidrs,
    containerCidrs: given.containerCidrs ?? known.containerCidrs,
    masterCidrs: given.masterCidrs ?? known.masterCidrs,
    dnsServers: given.dnsServers ?? known.dnsServers,
    serviceCidrs: given.serviceCidrs ?? known.serviceCidrs,
    loadBalancerCidrs: given.loadBalancerCidrs ?? known.loadBalancerCidrs,
    serviceMeshCidrs: given.serviceMeshCidrs ?? known.serviceMeshCidrs,
  };
}

type Least = ReturnType<typeof leastRules> & Pick<OwnGroup, 'cluster' | 'leftOut' | 'narrowed'>;

function leastOf(
  { subjects, world }: Subjects,
  { key }: SecurityGroup,
  wish: OwnGroupWish,
): Result<Least, NoRules> {
  const subject = must(
    subjects.find(({ role, groups }) => role === wish.role && groups.some((group) => group.key === key)),
    'the group has been put in its role',
  );
  const { cluster, after } = subject;
  const place = { group: key, keys: keysAfter(cluster), addresses: after.addresses };
  const { duties, leftOut } = dutiesOf(subject, place, wish);
  const ranges = unnamedRanges(duties, after.addresses);
  if (ranges.length > 0) return err({ kind: 'unknown-ranges', ranges });
  const narrowed = duties.flatMap(({ row, isNarrowed }) => (isNarrowed ? [row] : []));
  return ok({ cluster, leftOut, narrowed, ...leastRules(duties, { subject, world, standing: [] }) });
}

/** What rows call the groups of a cluster. */
export function keysAfter({ node, control, eni }: BoundCluster): GroupKeys {
  return { node: node.after, control: control.after, eni: eni?.after };
}

/** The rules as the API knows them, unless the pipe has anything against the group with them. */
function judgedWith(
  input: RunInput,
  group: SecurityGroup,
  { rules, only }: Pick<OwnGroup, 'rules' | 'only'>,
): Result<readonly FixRule[], NoRules> {
  const edits = additions(rules);
  const plans = input.plans.map((one) => ({ ...one, plan: planWith(one.plan, edits) }));
  const made = run({ ...input, plans });
  const own = new Set([group.address, ...edits.map(({ address }) => address)]);
  const findings = made.report.findings.filter(
    (found) =>
      found.severity !== 'notice' &&
      (only === undefined || found.row === undefined || found.row.direction === only) &&
      (found.group?.key === group.key || found.causes.some(({ address }) => own.has(address))),
  );
  if (findings.length > 0) return err({ kind: 'not-clean', findings });
  const [plan, edited] = [input.plans, plans].map(([one]) => must(one, 'there is a plan').plan);
  const { subjects } = must(made.judged[0], 'a run of one plan has one verdict');
  return ok(differenceOf(subjects, must(edited, 'made of the plan'), must(plan, 'there is a plan')).adds);
}
