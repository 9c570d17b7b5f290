/** A plan file as Terraform would print it once somebody has done what a fix says. */
import { idOf } from '../plans/resource.js';
import type { ChangeEntry, PlanFile } from './documents.js';
import { type FixAdd, type FixEdits, ruleOf } from './fixes.js';
import { isSameRule, type Step } from './rules.js';
import type { NaiveWorld } from './world.js';

/** The plan with the rules of the fix. `isFirst`: they were added in an apply before. */
export function fixedPlan(plan: PlanFile, fix: FixEdits, world: NaiveWorld, isFirst: boolean): PlanFile {
  const added = fix.adds.map((add, i) => ({ add, i, kept: keptStep(add, i, world) }));
  // A group comes back with its rules.
  const owners = fix.kind === 'put-back' ? fix.adds.flatMap(({ group }) => group.address ?? []) : [];
  const kept = new Set([...added.flatMap(({ kept: step }) => step?.address ?? []), ...owners]);
  const fresh = added.filter(({ kept: step }) => step === undefined);
  const { resource_changes: changes = [], configuration } = plan;
  const root = configuration?.root_module;
  return {
    ...plan,
    resource_changes: [
      ...changes.flatMap((entry) =>
        kept.has(entry.address) && entry.change.before !== null
          ? [standing(entry)]
          : withoutRemoved(entry, fix),
      ),
      ...fresh.map(({ add, i }) => newEntry(add, i, isFirst)),
    ],
    configuration: {
      ...configuration,
      root_module: {
        ...root,
        resources: [...(root?.resources ?? []), ...fresh.map(({ add, i }) => newBlock(add, i))],
      },
    },
  };
}

/** The rule that the plan takes away or changes, and that the fix has stand as it was. */
function keptStep(add: FixAdd, i: number, world: NaiveWorld): Step | undefined {
  const rule = ruleOf(add, i, world);
  return world.steps.find(
    ({ how, before }) => how !== 'stands' && before.some((old) => isSameRule(old, rule, undefined)),
  );
}

function standing(entry: ChangeEntry): ChangeEntry {
  const { change } = entry;
  return { ...entry, change: { ...change, actions: ['no-op'], after: change.before, after_unknown: {} } };
}

/** What is planned to be there is not; what is there goes. */
function withoutRemoved(entry: ChangeEntry, { removes }: FixEdits): readonly ChangeEntry[] {
  if (!removes.some(({ address }) => address === entry.address)) return [entry];
  const { change } = entry;
  return change.before === null
    ? []
    : [{ ...entry, change: { ...change, actions: ['delete'], after: null } }];
}

function typeOf({ action, priority }: FixAdd): string {
  const isV3 = action !== null || priority !== null;
  return `opentelekomcloud_${isV3 ? 'vpc_secgroup_rule_v3' : 'networking_secgroup_rule_v2'}`;
}

function nameOf(i: number): string {
  return `fix_${String(i)}`;
}

/** Attributes that are known, and references of those that are not. */
function attributesOf(add: FixAdd): Readonly<Record<string, { value?: unknown; reference?: string }>> {
  const { group, direction, ethertype, protocol, portRangeMin: min, portRangeMax: max } = add;
  const isV3 = add.action !== null || add.priority !== null;
  const range = min === null ? null : min === max ? String(min) : `${String(min)}-${String(max)}`;
  const named = (text: string | null, isValue: (text: string) => boolean) =>
    text === null || isValue(text) ? { value: text } : { reference: text };
  const isId = (text: string): boolean => !text.includes('.');
  const owner = group.id ?? group.address ?? '';
  return {
    security_group_id: named(
      isId(owner) || /\.(id|security_group_\w+)$/.test(owner) ? owner : `${owner}.id`,
      isId,
    ),
    direction: { value: direction },
    protocol: { value: protocol },
    remote_ip_prefix: named(add.remoteIpPrefix, (text) => text.includes('/')),
    remote_group_id: named(
      add.remoteGroupId === null ||
        isId(add.remoteGroupId) ||
        /\.(id|security_group_\w+)$/.test(add.remoteGroupId)
        ? add.remoteGroupId
        : `${add.remoteGroupId}.id`,
      isId,
    ),
    ...(isV3
      ? {
          ether_type: { value: ethertype },
          multi_port: { value: protocol === 'icmp' ? null : range },
          action: { value: add.action },
          priority: { value: add.priority },
        }
      : {
          ethertype: { value: ethertype },
          port_range_min: { value: min },
          port_range_max: { value: max },
        }),
  };
}

function newEntry(add: FixAdd, i: number, isFirst: boolean): ChangeEntry {
  const attributes = Object.entries(attributesOf(add));
  const known = attributes.filter(([, { reference }]) => reference === undefined);
  const id = isFirst ? [['id', idOf(nameOf(i))] as const] : [];
  const after = Object.fromEntries([...known.map(([name, { value }]) => [name, value] as const), ...id]);
  const unknown = attributes.filter(([, { reference }]) => reference !== undefined);
  const stands = isFirst && unknown.length === 0;
  return {
    ...{ address: `${typeOf(add)}.${nameOf(i)}`, mode: 'managed', type: typeOf(add), name: nameOf(i) },
    change: {
      actions: stands ? ['no-op'] : ['create'],
      before: stands ? after : null,
      after,
      after_unknown: {
        ...(!stands && { id: true }),
        ...Object.fromEntries(unknown.map(([name]) => [name, true])),
      },
    },
  };
}

function newBlock(
  add: FixAdd,
  i: number,
): { readonly address: string; readonly expressions: Readonly<Record<string, unknown>> } {
  const expressions = Object.entries(attributesOf(add)).map(([name, { value, reference }]) => [
    ...[name, reference === undefined ? { constant_value: value } : { references: [reference] }],
  ]);
  const written = expressions.filter(([, one]) => JSON.stringify(one) !== '{"constant_value":null}');
  return {
    ...{ address: `${typeOf(add)}.${nameOf(i)}`, mode: 'managed', type: typeOf(add), name: nameOf(i) },
    expressions: Object.fromEntries(written) as Record<string, unknown>,
  };
}
