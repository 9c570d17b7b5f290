/**
 * Plans to measure with: what `terraform show -json` writes for security groups of Open Telekom Cloud, of any size. The same
 * arguments give the same bytes. They are written piece by piece, for some are larger than a text can be.
 */
import { closeSync, openSync, writeSync } from 'node:fs';

const P = 'opentelekomcloud_';
const GROUP = `${P}networking_secgroup_v2`;
const RULE = `${P}networking_secgroup_rule_v2`;
const RULE_V3 = `${P}vpc_secgroup_rule_v3`;
const PROVIDER = 'registry.terraform.io/opentelekomcloud/opentelekomcloud';
const KINDS = { g: 1, r: 2, v: 3, s: 4, c: 5, o: 6 };

/** One object of a plan: a side that is not there is undefined. */
function object(type, name, { before, after, unknown = {}, expressions = {} }) {
  const kept = before !== undefined && before === after;
  const actions = kept ? ['no-op'] : [...(before ? ['delete'] : []), ...(after ? ['create'] : [])];
  return { address: `${type}.${name}`, type, name, before, after, unknown, expressions, actions };
}

const unchanged = (type, name, values, expressions) =>
  object(type, name, { before: values, after: values, expressions });

/** The id of the n-th object of a kind. */
function id(kind, n) {
  return `${String(KINDS[kind]).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** Whole numbers below `limit`, always the same ones (xorshift, whose period is longer than any plan). */
export function numbers(seed = 2463534242) {
  let state = seed;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

function groupOf(n, label) {
  const values = {
    delete_default_rules: true,
    description: '',
    id: id('g', n),
    name: label,
    region: 'eu-de',
  };
  return unchanged(GROUP, `g${n}`, values, { name: { constant_value: label } });
}

/** A cluster with its VPC and subnet, and the group of its nodes. */
function* cluster(n) {
  const net = `10.${n % 200}`;
  const [vpc, subnet] = [id('v', n), id('s', n)];
  const of = (name, attribute) => ({ references: [`${P}${name}.c${n}.${attribute}`, `${P}${name}.c${n}`] });
  yield unchanged(`${P}vpc_v1`, `c${n}`, {
    cidr: `${net}.0.0/16`,
    id: vpc,
    name: `vpc${n}`,
    region: 'eu-de',
  });
  yield unchanged(
    `${P}vpc_subnet_v1`,
    `c${n}`,
    { cidr: `${net}.0.0/20`, id: subnet, network_id: subnet, name: `subnet${n}`, vpc_id: vpc },
    { vpc_id: of('vpc_v1', 'id') },
  );
  yield unchanged(
    `${P}cce_cluster_v3`,
    `c${n}`,
    {
      ...{ name: `cluster${n}`, id: id('c', n), vpc_id: vpc, subnet_id: subnet, status: 'Available' },
      ...{ container_network_type: 'vpc-router', container_network_cidr: '172.16.0.0/16' },
      ...{
        security_group_id: id('g', n),
        security_group_node: id('g', n),
        security_group_control: id('o', n),
      },
    },
    { vpc_id: of('vpc_v1', 'id'), subnet_id: of('vpc_subnet_v1', 'network_id') },
  );
}

function rule(n, group, { direction = 'ingress', protocol, lo, hi, cidr, peer }, fate) {
  const all = {
    ...{
      description: '',
      direction,
      ethertype: cidr?.includes(':') ? 'IPv6' : 'IPv4',
      protocol,
      region: 'eu-de',
    },
    ...{ port_range_min: lo, port_range_max: hi, remote_ip_prefix: cidr ?? '', remote_group_id: peer ?? '' },
    ...{ id: id('r', n), security_group_id: id('g', group) },
  };
  const { id: _, region: __, ...planned } = all;
  const expressions = {
    ...{ direction: { constant_value: direction }, ethertype: { constant_value: all.ethertype } },
    ...(protocol !== '' && { protocol: { constant_value: protocol } }),
    ...(lo !== 0 && { port_range_min: { constant_value: lo }, port_range_max: { constant_value: hi } }),
    ...(cidr !== undefined && { remote_ip_prefix: { constant_value: cidr } }),
    ...(peer !== undefined && { remote_group_id: { references: ['var.peer'] } }),
    security_group_id: { references: [`${GROUP}.g${group}.id`, `${GROUP}.g${group}`] },
  };
  const old = fate === 'replaced' ? { ...all, remote_ip_prefix: '10.250.0.0/24', remote_group_id: '' } : all;
  return object(RULE, `r${n}`, {
    before: fate === 'created' ? undefined : old,
    after: fate === 'deleted' ? undefined : fate === 'kept' ? old : planned,
    unknown: fate === 'kept' || fate === 'deleted' ? {} : { id: true, region: true },
    expressions,
  });
}

/** Of a hundred rules 74 stay, 16 are made, 5 go, 5 are replaced. */
function fateOf(n) {
  const place = (n * 37) % 100;
  return place < 74 ? 'kept' : place < 90 ? 'created' : place < 95 ? 'deleted' : 'replaced';
}

/** What people write: a group for fifty rules, every third the group of a cluster's nodes. */
export function* ordinary(rules, groups = Math.max(2, Math.round(rules / 50))) {
  const pick = numbers();
  for (let g = 0; g < groups; g++) {
    const isOfNodes = g % 3 === 0;
    yield groupOf(g, isOfNodes ? `cluster${g}-cce-node-${g}` : `group${g}`);
    if (isOfNodes) yield* cluster(g);
  }
  for (let n = 0; n < rules; n++) {
    const protocol = ['tcp', 'tcp', 'tcp', 'udp', 'icmp', ''][pick(6)];
    const hasPorts = protocol === 'tcp' || protocol === 'udp';
    const lo = hasPorts ? 1024 + pick(60000) : 0;
    const far = pick(50) === 0 ? '0.0.0.0/0' : `10.${pick(32)}.${pick(256)}.0/24`;
    const to = pick(7) === 0 ? { peer: id('g', pick(groups)) } : { cidr: far };
    const plain = { protocol, lo, hi: hasPorts ? lo + [0, 0, 0, 10, 1000][pick(5)] : 0, ...to };
    const isSsh = n % 997 === 5;
    const told = isSsh ? { protocol: 'tcp', lo: 22, hi: 22, cidr: '0.0.0.0/0' } : plain;
    const direction = !isSsh && n % 7 === 3 ? 'egress' : 'ingress';
    yield rule(n, n % groups, { ...told, direction }, isSsh ? 'created' : fateOf(n));
  }
}

/** Clusters in VPCs that the plan does not show: of each it shows a subnet. */
export function* strangers(count) {
  for (let n = 0; n < count; n++) {
    yield groupOf(n, `cluster${n}-cce-node-${n}`);
    for (const one of cluster(n)) if (one.type !== `${P}vpc_v1`) yield { ...one, expressions: {} };
  }
}

/** One cluster with as many node pools, each with a group and ten rules of its own. */
export function* pools(count) {
  yield groupOf(0, 'cluster0-cce-node-0');
  yield* cluster(0);
  for (let p = 1; p <= count; p++) {
    yield groupOf(p, `pool${p}`);
    yield unchanged(`${P}cce_node_pool_v3`, `p${p}`, {
      ...{ id: id('o', p), cluster_id: id('c', 0), name: `pool${p}`, security_group_ids: [id('g', p)] },
      ...{ subnet_id: id('s', 0) },
    });
    const all = { protocol: '', lo: 0, hi: 0, cidr: '0.0.0.0/0' };
    yield rule(10 * p, p, all, 'kept');
    yield rule(10 * p + 1, p, { ...all, direction: 'egress' }, 'kept');
    for (let k = 2; k < 10; k++) {
      const told = { protocol: 'tcp', lo: 1000 + k, hi: 1000 + k, cidr: `10.0.${k}.0/24` };
      yield rule(10 * p + k, p, told, fateOf(10 * p + k));
    }
  }
}

/** Ten rules that count, among so many bytes of objects that do not. */
export function* mostlyOthers(bytes) {
  yield* ordinary(10);
  const padding = { user_data: 'x'.repeat(2000), tags: { team: 'one', stage: 'test' }, size: 40 };
  // An object that stays stands in the plan four times, with its frame: so many bytes, as measured.
  const each = 9480;
  for (let n = 0; n < bytes / each; n++) {
    yield unchanged(`${P}evs_volume_v3`, `v${n}`, { ...padding, id: id('o', n), name: `volume ${n}` });
  }
}

const at = (value) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
const cidrOf = (pick) => {
  const bits = 8 + pick(25);
  return `${at(((pick(2 ** 32) >>> (32 - bits)) << (32 - bits)) >>> 0)}/${bits}`;
};
const ranged = (pick) => [1 + pick(65535), 1 + pick(65535)].sort((a, b) => a - b);

/** How many rules of one group lie to one another: ports and a CIDR of the n-th of so many. */
export const SHAPES = {
  'one port, one address': (n) => ({
    ports: [1 + (n % 65000), 1 + (n % 65000)],
    cidr: `${at(0x0a000000 + 3 * n)}/32`,
  }),
  'ports across addresses': (n) =>
    n % 2 === 0
      ? { ports: [1 + ((n / 2) % 65535), 1 + ((n / 2) % 65535)], cidr: '0.0.0.0/0' }
      : { ports: [1, 65535], cidr: `${at(((n >> 1) << 8) >>> 0)}/24` },
  'nested port ranges': (n, count) => {
    const step = Math.floor((n * 32000) / count);
    return { ports: [1 + step, 65535 - step], cidr: `${at(0x28000000 + n * 256)}/24` };
  },
  'ranges against ranges': (n, _, pick) => {
    const lo = 1 + pick(60000);
    return { ports: [lo, lo + 1 + pick(5000)], cidr: `${at((pick(4096) << 20) >>> 0)}/12` };
  },
  'random ranges and CIDRs': (_, __, pick) => ({ ports: ranged(pick), cidr: cidrOf(pick) }),
  'random ranges in one /16': (_, __, pick) => ({
    ports: ranged(pick),
    cidr: `192.168.${pick(256)}.${pick(256)}/32`,
  }),
  'random ranges, IPv6': (_, __, pick) => ({
    ports: ranged(pick),
    cidr: `fd00:${pick(65536).toString(16)}:${pick(65536).toString(16)}::/${48}`,
  }),
  'allows and denies with priorities': (_, __, pick) => ({
    // In the network of the nodes and around it, where it matters.
    ports: ranged(pick),
    cidr: `10.${pick(4)}.${16 * pick(16)}.0/${[14, 16, 18, 20][pick(4)]}`,
    ...{ action: pick(4) === 0 ? 'deny' : 'allow', priority: 1 + pick(100) },
  }),
};

/** One node group with so many rules of a shape, all of them new. */
export function* inOneGroup(shape, count) {
  const pick = numbers();
  yield groupOf(0, 'cluster0-cce-node-0');
  yield* cluster(0);
  for (let n = 0; n < count; n++) {
    const { ports, cidr, action, priority } = SHAPES[shape](n, count, pick);
    const told = { protocol: 'tcp', lo: ports[0], hi: ports[1], cidr };
    yield action === undefined ? rule(n, 0, told, 'created') : ruleV3(n, told, action, priority);
  }
}

function ruleV3(n, { lo, hi, cidr }, action, priority) {
  const after = {
    ...{
      action,
      priority,
      direction: 'ingress',
      ethertype: 'IPv4',
      protocol: 'tcp',
      multi_port: `${lo}-${hi}`,
    },
    ...{ remote_ip_prefix: cidr, security_group_id: id('g', 0) },
  };
  return object(RULE_V3, `r${n}`, { after, unknown: { id: true } });
}

/** Writes the plan of these objects, which are made anew for each of its parts. */
export function writePlan(file, objects) {
  const out = openSync(file, 'w');
  let waiting = [];
  let length = 0;
  const put = (text) => {
    waiting.push(text);
    length += text.length;
    if (length > 4_000_000) flush();
  };
  const flush = () => {
    writeSync(out, waiting.join(''));
    waiting = [];
    length = 0;
  };
  const list = (textOf) => {
    let separator = '';
    for (const one of objects()) {
      const value = textOf(one);
      if (value === undefined) continue;
      put(separator + JSON.stringify(value));
      separator = ',';
    }
  };
  const base = ({ address, type, name }) => ({
    address,
    mode: 'managed',
    type,
    name,
    provider_name: PROVIDER,
  });
  const state = (which) => (one) =>
    one[which] && { ...base(one), schema_version: 0, values: one[which], sensitive_values: {} };
  put('{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"resources":[');
  list(state('after'));
  put(']}},"resource_changes":[');
  list((one) => ({
    ...base(one),
    change: {
      ...{
        actions: one.actions,
        before: one.before ?? null,
        after: one.after ?? null,
        after_unknown: one.unknown,
      },
      ...{ before_sensitive: one.before ? {} : false, after_sensitive: one.after ? {} : false },
    },
  }));
  put(
    '],"prior_state":{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{"resources":[',
  );
  list(state('before'));
  put(']}}},"configuration":{"root_module":{"resources":[');
  list(
    ({ address, type, name, expressions, after }) =>
      after && { address, mode: 'managed', type, name, expressions, schema_version: 0 },
  );
  put(']}},"timestamp":"2026-01-01T00:00:00Z","applyable":true,"complete":true,"errored":false}\n');
  flush();
  closeSync(out);
}
