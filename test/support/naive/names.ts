/** A group has many names: its id, its address, the attributes that tell it. Here each gets one. */
import type { ReportJson } from '../../../src/format/json/schema.js';
import { type ChangeEntry, type PlanFile, stateOf } from './documents.js';
import type { NameGroup } from './rules.js';

export type GroupJson = ReportJson['groups'][number];

/** The id counts, or where the plan does not know it the address of what makes the group. */
export function namesOf(plans: readonly PlanFile[], report: ReportJson): NameGroup {
  const names = new Map<string, string>();
  const put = (name: string, key: unknown): void => {
    if (typeof key === 'string' && key !== '') names.set(name, key);
  };
  for (const plan of plans) {
    const entries = (plan.resource_changes ?? []).map(
      ({ address, change }) => [address, change.after ?? change.before ?? {}] as const,
    );
    for (const [address, values] of [...stateOf(plan), ...entries]) {
      for (const name of ['id', 'security_group_node', 'security_group_control']) {
        put(`${address}.${name}`, values[name]);
      }
    }
  }
  for (const { address, id } of report.groups) if (address !== null) put(`${address}.id`, id);
  return (text) => names.get(text) ?? names.get(`${text}.id`) ?? text.replace(/\.id$/, '');
}

/** The group as its rules name it. */
export function keyOf(
  { id, address, cluster, role }: GroupJson,
  report: ReportJson,
  name: NameGroup,
): string {
  if (id !== null) return id;
  if (address !== null) return name(address);
  const owner = report.clusters.find((one) => one.name === cluster);
  return name(`${owner?.address ?? cluster}.security_group_${role}`);
}

/** What the plans do with the resource. */
export function entriesAt(plans: readonly PlanFile[], address: string | null): readonly ChangeEntry[] {
  return plans.flatMap(({ resource_changes: all = [] }) => all.filter((entry) => entry.address === address));
}

/** Whether the plans make the group, or the cluster that it comes with. */
export function isMade(
  plans: readonly PlanFile[],
  { address, cluster }: GroupJson,
  report: ReportJson,
): boolean {
  const owner = report.clusters.find(({ name }) => name === cluster);
  const entries = entriesAt(plans, address ?? owner?.address ?? null);
  return entries.some(({ change }) => change.before === null && change.actions.includes('create'));
}

/** Whether the plans destroy the group, or the cluster that it goes with. */
export function isDestroyed(plans: readonly PlanFile[], group: GroupJson, report: ReportJson): boolean {
  const owner = report.clusters.find(({ name }) => name === group.cluster);
  const entries = entriesAt(plans, group.address ?? owner?.address ?? null);
  return entries.some(({ change }) => change.actions.join() === 'delete');
}
