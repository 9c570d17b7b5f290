import { memo } from '../../collections.js';
import { groupsByKey } from '../../cluster/group-view.js';
import type { Subjects } from '../../cluster/subject.js';
import type { World } from '../../cluster/world.js';
import type { GroupKey } from '../../plan/rule.js';
import { type Address, addressOfBlock, moduleText, parseAddress } from '../../terraform/traversal.js';
import { type HclText, localReference, quoted } from '../../terraform/write-hcl.js';

/** An expression, and the module in which it means that; undefined: in any. */
export interface GroupExpression {
  readonly text: HclText;
  readonly module: string | undefined;
}

/**
 * How HCL names groups of a plan: by their resource, by the cluster that made them (its data source does not tell them),
 * by their id; the best name first.
 */
export function groupExpressions({ viewOf, world }: Subjects): (key: GroupKey) => readonly GroupExpression[] {
  const { plan, clusters, isElsewhere } = world;
  return memo((key) => {
    const { resource, cluster, role } = viewOf(key);
    const holder = cluster ?? clusters.find(({ node, control }) => [node.after, control.after].includes(key));
    const made = role === 'node' || role === 'control' ? role : undefined;
    // The data source of a cluster does not tell its groups.
    const maker = holder?.resource?.isData === false ? holder.resource.address : undefined;
    const attributes: readonly (readonly [string | undefined, string])[] = [
      [resource?.existsAfter === true ? resource.address : undefined, 'id'],
      ...(made === undefined ? [] : [[maker, `security_group_${made}`] as const]),
    ];
    const isId = isGroupId(key) && !plan.sensitiveIds.has(key);
    return [
      ...attributes.flatMap(([address, attribute]) =>
        address === undefined || isElsewhere(address) ? [] : attributeOf(address, attribute),
      ),
      ...(isId ? [{ text: quoted(key), module: undefined }] : []),
    ];
  });
}

const ID = /^[\w-]{1,64}$/;

/** Whether the key is an id; else it is the address of what will make the group, or says why it has none. */
export function isGroupId(key: GroupKey): boolean {
  return ID.test(key);
}

function attributeOf(text: string, attribute: string): readonly GroupExpression[] {
  const address = parseAddress(text);
  const local = address === undefined ? undefined : localReference(address);
  if (address === undefined || local === undefined || !isOnce(address)) return [];
  return [{ text: `${local}.${attribute}`, module: moduleText(address.modules) }];
}

/** A block in a module that is called several times makes a rule for each call. */
function isOnce({ modules }: Address): boolean {
  return modules.every(({ key }) => key === undefined);
}

/** Gives a new resource a label that nothing else in its module has. */
export type LabelFor = (wanted: string, resource: NewResource) => string;

/** `id` is the same for the same resource, which keeps its label. */
interface NewResource {
  readonly type: string;
  readonly module: string;
  readonly id: string;
  /** Labels that are taken beside those of the plan. */
  readonly isTaken?: (label: string) => boolean;
}

/** Labels for what is written beside the blocks of a plan. */
export function labelsBeside({ world: { plan } }: Subjects): LabelFor {
  const given = new Map<string, string>();
  // Few labels are wanted, and plans have many rules.
  const blocksLike = memo((start: string): ReadonlySet<string> => {
    const alike = plan.rules.filter(({ address }) => address.startsWith(start));
    return new Set(alike.map(({ address }) => addressOfBlock(address)));
  });
  const takenIn = memo((module: string): Set<string> => {
    const modules = parseAddress(`${module}x.x`)?.modules ?? [];
    return new Set(plan.moduleBlocks(modules.map(({ name }) => name)));
  });
  return (wanted, resource) => {
    const key = JSON.stringify(resource);
    const before = given.get(key);
    if (before !== undefined) return before;
    const { type, module, isTaken } = resource;
    const taken = takenIn(module);
    const ofRules = blocksLike(`${module}${type}.${wanted}`);
    const isFree = (label: string): boolean =>
      !taken.has(`${type}.${label}`) &&
      !ofRules.has(`${module}${type}.${label}`) &&
      isTaken?.(label) !== true;
    let label = wanted;
    for (let n = 2; !isFree(label); n++) label = `${wanted}_${String(n)}`;
    taken.add(`${type}.${label}`);
    given.set(key, label);
    return label;
  };
}

/** The API by which most rules of the group are made, and its own where it has none. */
export function usualApi(key: GroupKey, world: World): 'v2' | 'v3' | 'nova' {
  const group = groupsByKey(world.plan)
    .get(key)
    ?.find(({ isData }) => !isData);
  // Its resource lists all rules that it has, and takes away what is not among them.
  if (group?.api === 'nova') return 'nova';
  const rules = world.rulesOf(key);
  const ofV3 = rules.filter(({ api }) => api === 'v3').length;
  if (rules.length === 0) return group?.api ?? 'v2';
  return 2 * ofV3 > rules.length ? 'v3' : 'v2';
}
