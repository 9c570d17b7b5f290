/** Rules that no plan lists: those that CCE made, as far as the report believes in them, and those of new groups. */
import { requirement } from '../../../src/model/model.js';
import type { Requirement, Role } from '../../../src/model/requirement.js';
import { must } from '../../../src/result.js';
import type { Ranges } from '../oracle/places.js';
import { cidrText } from '../oracle/rules.js';
import type { PlanFile } from './documents.js';
import type { GroupJson } from './names.js';
import { isSameRule, type NaiveRule, type Step } from './rules.js';

/** A rule that nobody lists, and that is there all the same. */
export interface UnlistedRule {
  readonly rule: NaiveRule;
  readonly before: boolean;
  readonly isDoubted: boolean;
}

export interface Holder {
  readonly key: string;
  readonly role: Role;
  readonly isNew: boolean;
  readonly ranges: Ranges;
  /** The groups of the same cluster, by their roles. */
  readonly others: Readonly<Record<Role, string>>;
  readonly report: GroupJson;
}

/** What the group has beside the rules of the plans. */
export function unlistedRules(
  holder: Holder,
  steps: readonly Step[],
  plans: readonly PlanFile[],
): readonly UnlistedRule[] {
  const { key, role, isNew, report } = holder;
  const listed = steps.flatMap(({ before }) => before);
  // Rules of the plan are these, whatever they name their peers.
  const isUnlisted = ({ belief, stands }: GroupJson['defaults'][number]): boolean =>
    belief !== 'plan' && stands !== 'no';
  return [...new Set(report.defaults.map(({ requirement: id }) => id))].flatMap((id) => {
    const beliefs = report.defaults.filter((one) => one.requirement === id).filter(isUnlisted);
    if (beliefs.length === 0) return [];
    const put = (rule: NaiveRule, before = !isNew): UnlistedRule => ({
      ...{ rule, before, isDoubted: beliefs.some(({ stands }) => stands === 'possibly') },
    });
    if (id === null) return everyGroupHas(key, report).map((rule) => put(rule));
    const row = must(requirement(id), 'the report names rows of the page');
    return rulesOf(row, holder).flatMap((rule) => {
      if (listed.some((other) => isSameRule(other, rule, undefined))) return [];
      const isAdded = row.peer === 'vpc-cidr' && comesToVpc(rule.spec.cidr, plans);
      // CCE adjusts the group of the nodes alone when the VPC gets another CIDR.
      return isAdded && role !== 'node' ? [] : [put(rule, !isNew && !isAdded)];
    });
  });
}

/** Whether the plan gives the VPC this CIDR. */
export function comesToVpc(cidr: NaiveRule['spec']['cidr'], plans: readonly PlanFile[]): boolean {
  const changes = plans.flatMap(({ resource_changes: all = [] }) =>
    all.filter(({ type }) => type.endsWith('_vpc_v1')).map(({ change }) => change),
  );
  return changes.some(({ before, after }) => {
    const has = (values: typeof before): boolean =>
      values?.['cidr'] === cidr || values?.['secondary_cidr'] === cidr;
    return before !== null && has(after) && !has(before);
  });
}

/** All that goes out; by the v3 API also all that members send to each other, at priority 100. */
function everyGroupHas(key: string, { address }: GroupJson): readonly NaiveRule[] {
  const isV3 = address?.includes('vpc_secgroup_v3') === true;
  const rank = isV3 ? ({ api: 'v3', priority: 100 } as const) : {};
  const group = { ref: key };
  return ['IPv4', 'IPv6'].flatMap((family) => {
    const rule = { address: `rule of every new group, of ${key}`, id: undefined };
    const out: NaiveRule = { ...rule, spec: { ...rank, group, family, direction: 'egress' } };
    return isV3 ? [out, { ...rule, spec: { ...rank, group, family, peer: group } }] : [out];
  });
}

function rulesOf(row: Requirement, { key, ranges, others }: Holder): readonly NaiveRule[] {
  const { id, direction, protocol, ports } = row;
  const traffic = {
    group: { ref: key },
    direction,
    protocol: protocol === 'all' ? undefined : protocol,
    ports:
      protocol === 'icmp'
        ? ([0, 255] as const)
        : ports === 'all'
          ? undefined
          : ([ports.from, ports.to] as const),
  };
  return peersOf(row, ranges, others).map((peer) => ({
    ...{ address: `${id} of ${key}`, id: undefined, spec: { ...traffic, ...peer } },
  }));
}

function peersOf(
  { peer }: Requirement,
  { vpc, containers, masters }: Ranges,
  others: Holder['others'],
): readonly Pick<NaiveRule['spec'], 'cidr' | 'peer'>[] {
  const ranges = ({ cidrs, token }: Ranges['vpc']): ReturnType<typeof peersOf> => [
    ...cidrs.map((cidr) => ({ cidr: cidrText(cidr) })),
    ...(token === undefined ? [] : [{ cidr: { ref: token } }]),
  ];
  switch (peer) {
    case 'any':
      return [{}];
    case 'node-group':
      return [{ peer: { ref: others.node } }];
    case 'control-group':
      return [{ peer: { ref: others.control } }];
    case 'eni-group':
      return [{ peer: { ref: others.eni } }];
    case 'vpc-cidr':
      return ranges(vpc);
    case 'container-cidr':
    case 'container-subnet-cidr':
      return ranges(containers);
    case 'master-node-cidr':
      return ranges(masters);
    // Table 8 alone names these: they are no rules of CCE.
    case 'vpc-and-container-cidr':
    case 'dns-servers':
    case 'vpc-endpoint-service':
    case 'internal-services':
      return [];
  }
}
