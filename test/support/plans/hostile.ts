/** Plans that ask for much: what grows faster than the input, made as small or as large as a test wants. */
import { PREFIX, refs } from './reading.js';

interface Entry {
  readonly type: string;
  readonly name: string;
  readonly index?: number;
  readonly mode?: 'managed' | 'data';
  readonly before?: object;
  readonly after?: object;
  readonly unknown?: object;
}

interface Made {
  readonly changes: readonly Entry[];
  /** Expressions of blocks, by `type.name`. */
  readonly blocks?: Readonly<Record<string, object>>;
}

const RULE = 'networking_secgroup_rule_v2';
const GROUP = 'networking_secgroup_v2';
const CLUSTER = 'cce_cluster_v3';
const POOL = 'cce_node_pool_v3';
const ADDRESSES = 'vpc_ip_address_group_v3';
const NODES = 'sg-nodes';
const TCP = { direction: 'ingress', ethertype: 'IPv4', protocol: 'tcp' };

function times<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function address(index: number): string {
  return `10.${String((index >> 16) & 255)}.${String((index >> 8) & 255)}.${String(index & 255)}`;
}

function created(type: string, index: number, after: object, unknown: object = {}): Entry {
  return { type, name: 'r', index, after, unknown };
}

function standing(type: string, name: string, index: number | undefined, value: object): Entry {
  return { type, name, before: value, after: value, ...(index === undefined ? {} : { index }) };
}

function cluster(index: number): Entry {
  return standing(CLUSTER, 'c', index, {
    ...{ id: `c${String(index)}`, name: `n${String(index)}`, vpc_id: 'v', subnet_id: 's' },
    ...{ container_network_type: 'vpc-router', container_network_cidr: '172.16.0.0/16' },
    ...{ security_group_node: NODES, security_group_control: 'sg-control' },
  });
}

function rulesOf(count: number, make: (index: number) => object): readonly Entry[] {
  return times(count, (index) => created(RULE, index, { ...TCP, security_group_id: NODES, ...make(index) }));
}

/** The kinds, by what crosses what. */
const KINDS = {
  /** Groups whose ids refer to two more each: 2^16 ways, asked again for every rule. */
  ladder: (count) => {
    const depth = 16;
    const rungs = times(depth * 2, (at) => ({
      step: at >> 1,
      name: `g${String(at >> 1)}${'ab'[at % 2] ?? ''}`,
    }));
    const both = (step: number): object =>
      refs(...['a', 'b'].map((side) => `${PREFIX}${GROUP}.g${String(step)}${side}.id`));
    return {
      changes: [
        cluster(0),
        ...rungs.map(({ name }): Entry => ({ type: GROUP, name, after: {}, unknown: { id: true } })),
        ...times(count, (index) =>
          created(RULE, index, { ...TCP, remote_ip_prefix: '10.0.0.0/8' }, { security_group_id: true }),
        ),
      ],
      blocks: {
        ...Object.fromEntries(
          rungs.map(({ step, name }) => [`${GROUP}.${name}`, step + 1 < depth ? { id: both(step + 1) } : {}]),
        ),
        [`${RULE}.r`]: { security_group_id: both(0) },
      },
    };
  },
  /** Data sources that are read later, and replaced rules that name the first of them. */
  postponed: (count) => {
    const of = (index: number): object =>
      refs(`data.${PREFIX}${GROUP}.d[${String(index)}].id`, `data.${PREFIX}${GROUP}.d`);
    return {
      changes: [
        cluster(0),
        ...times(count, (index): Entry => ({
          ...{ type: GROUP, name: 'd', index, mode: 'data', after: { name: 'x' }, unknown: { id: true } },
        })),
        ...times(count, (index): Entry => ({
          ...{
            type: RULE,
            name: 'r',
            index,
            before: { security_group_id: `sg${String(index)}` },
            after: TCP,
          },
          unknown: { security_group_id: true },
        })),
      ],
      blocks: { [`data.${GROUP}.d`]: {}, [`${RULE}.r`]: { security_group_id: of(0) } },
    };
  },
  clusters: (count) => ({
    changes: [
      ...times(count, cluster),
      {
        ...{ type: RULE, name: 'r', index: 0 },
        before: {
          id: 'x',
          security_group_id: NODES,
          direction: 'egress',
          ethertype: 'IPv4',
          remote_ip_prefix: '0.0.0.0/0',
        },
      },
    ],
  }),
  /** Pools with two groups each, one of them shared with the next. */
  pools: (count) => ({
    changes: [
      cluster(0),
      ...times(count, (index) =>
        created(POOL, index, {
          ...{ name: `p${String(index)}`, cluster_id: 'c0' },
          security_group_ids: [`sg${String(index)}`, `sg${String(index + 1)}`],
        }),
      ),
    ],
  }),
  /** Groups that go, while pools that stay name them. */
  groups: (count) => ({
    changes: [
      cluster(0),
      ...times(count, (index): Entry => ({
        type: GROUP,
        name: 'g',
        index,
        before: { id: `sg${String(index)}`, name: 'x' },
      })),
      ...times(count, (index) =>
        standing(POOL, 'r', index, {
          ...{
            id: `p${String(index)}`,
            name: 'p',
            cluster_id: 'c0',
            security_group_ids: [`sg${String(index)}`],
          },
        }),
      ),
    ],
  }),
  /** Single ports for everybody, and all ports for single ranges. */
  cross: (count) => ({
    changes: [
      cluster(0),
      ...rulesOf(count, (index) =>
        index % 2 === 0
          ? { port_range_min: 1 + index, port_range_max: 1 + index, remote_ip_prefix: '0.0.0.0/0' }
          : { port_range_min: 1, port_range_max: 65_535, remote_ip_prefix: `${address(512 * index)}/32` },
      ),
    ],
  }),
  /** One address group of many entries, and rules on it. */
  addresses: (count) => ({
    changes: [
      cluster(0),
      standing(ADDRESSES, 'a', undefined, { id: 'ag', ip_set: times(count, (index) => address(2 * index)) }),
      ...times(count, (index) =>
        created('vpc_secgroup_rule_v3', index, {
          ...{ security_group_id: NODES, direction: 'ingress', ether_type: 'IPv4', protocol: 'tcp' },
          ...{
            multi_port: String(1 + index * 3),
            remote_address_group_id: 'ag',
            action: 'allow',
            priority: 1,
          },
        }),
      ),
    ],
  }),
} satisfies Readonly<Record<string, (count: number) => Made>>;

export type HostileKind = keyof typeof KINDS;

/** The document of a kind. */
export function hostile(kind: HostileKind, count: number): object {
  const made: Made = KINDS[kind](count);
  return {
    ...{ format_version: '1.2', terraform_version: '1.11.4', complete: true, errored: false, variables: {} },
    resource_changes: made.changes.map(entryOf),
    configuration: { root_module: { resources: Object.entries(made.blocks ?? {}).map(blockOf) } },
  };
}

function entryOf({ type, name, index, mode = 'managed', before, after, unknown = {} }: Entry): object {
  const key = index === undefined ? '' : `[${String(index)}]`;
  const data = mode === 'data' ? 'data.' : '';
  return {
    ...{ address: `${data}${PREFIX}${type}.${name}${key}`, mode, type: `${PREFIX}${type}`, name },
    ...(index === undefined ? {} : { index }),
    provider_name: 'registry.terraform.io/opentelekomcloud/opentelekomcloud',
    change: {
      ...{ actions: actionsOf(mode, before, after), before: before ?? null, after: after ?? null },
      ...{ after_unknown: unknown, before_sensitive: {}, after_sensitive: {} },
    },
  };
}

function actionsOf(mode: string, before: object | undefined, after: object | undefined): readonly string[] {
  if (mode === 'data') return ['read'];
  if (before === after) return ['no-op'];
  return [before === undefined ? [] : ['delete'], after === undefined ? [] : ['create']].flat();
}

function blockOf([key, expressions]: [string, object]): object {
  const isData = key.startsWith('data.');
  const [type = '', name = ''] = key.replace(/^data\./, '').split('.');
  return {
    ...{ address: `${isData ? 'data.' : ''}${PREFIX}${type}.${name}`, mode: isData ? 'data' : 'managed' },
    ...{ type: `${PREFIX}${type}`, name, expressions, schema_version: 0 },
  };
}
