import type { Side } from './document/document.js';
import { isRecord } from './document/marks.js';
import type { Instance } from './instance.js';

/** The data source that reads the outputs of another root module. */
export const REMOTE_STATE_TYPE = 'terraform_remote_state';

/** What tells that an output is the whole object of a resource type: it has some of these attributes, and an id. */
interface Shape {
  readonly type: string;
  readonly all: readonly string[];
  readonly oneOf?: readonly string[];
}

/** From those that are told by more to those that are told by less. */
const SHAPES: readonly Shape[] = [
  {
    type: 'cce_cluster_v3',
    all: ['id'],
    oneOf: ['security_group_node', 'security_group_control', 'container_network_type'],
  },
  { type: 'cce_node_pool_v3', all: ['id', 'cluster_id', 'security_group_ids'] },
  { type: 'vpc_secondary_cidr_v3', all: ['vpc_id', 'cidrs'] },
  { type: 'vpc_subnet_v1', all: ['id', 'cidr'], oneOf: ['vpc_id', 'gateway_ip', 'network_id', 'dns_list'] },
  { type: 'vpc_v1', all: ['id', 'cidr'] },
];

/** All attributes of groups: an object with an id and a name that has no other is taken for one. */
const GROUP_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['id', 'name', 'description', 'region', 'tenant_id', 'project_id', 'enterprise_project_id', 'tags'],
  ...['name_regex', 'secgroup_id', 'delete_default_rules', 'timeouts', 'created_at', 'updated_at'],
]);

/**
 * The whole objects in the outputs that a plan has read of other states, as data sources that read the same. What is
 * just an id does not say what it is of.
 */
export function outputInstances(instances: readonly Instance[]): readonly Instance[] {
  return instances.flatMap((instance) => {
    const { type, after } = instance;
    const outputs = type === REMOTE_STATE_TYPE ? after?.values['outputs'] : undefined;
    if (after === undefined || outputs === undefined) return [];
    const sensitive = markOf(after.sensitive, 'outputs');
    return outputObjects(outputs, sensitive, `${instance.address}.outputs`).map(
      ({ address, shape, side }) => ({
        ...instance,
        address,
        mode: 'data' as const,
        type: `opentelekomcloud_${shape}`,
        before: side,
        after: side,
        isUnconfigured: true,
      }),
    );
  });
}

interface OutputObject {
  readonly address: string;
  readonly shape: string;
  readonly side: Side;
}

/** Documents nest within limits, so recursion is safe. */
function outputObjects(value: unknown, sensitive: unknown, address: string): readonly OutputObject[] {
  if (Array.isArray(value)) {
    return value.flatMap((element: unknown, i) =>
      outputObjects(element, markOf(sensitive, i), `${address}[${String(i)}]`),
    );
  }
  if (!isRecord(value)) return [];
  const shape = typeOfObject(value);
  if (shape !== undefined)
    return [{ address, shape, side: { values: value, unknown: undefined, sensitive } }];
  return Object.entries(value).flatMap(([key, member]) =>
    outputObjects(
      member,
      markOf(sensitive, key),
      `${address}${/^[\w-]+$/.test(key) ? `.${key}` : `["${key}"]`}`,
    ),
  );
}

function typeOfObject(value: Readonly<Record<string, unknown>>): string | undefined {
  const has = (name: string): boolean => Object.hasOwn(value, name);
  const shape = SHAPES.find(({ all, oneOf = all }) => all.every(has) && oneOf.some(has));
  if (shape !== undefined) return shape.type;
  const isGroup = has('id') && has('name') && Object.keys(value).every((name) => GROUP_ATTRIBUTES.has(name));
  return isGroup ? 'networking_secgroup_v2' : undefined;
}

/** What a mark says of a member of what it marks. */
function markOf(mark: unknown, key: string | number): unknown {
  if (mark === true) return true;
  if (Array.isArray(mark)) return mark[Number(key)];
  return isRecord(mark) && Object.hasOwn(mark, key) ? mark[key] : undefined;
}
