/** Whose rule it is, and who its peer: groups, ranges and lists that the plan does not know yet. */
import { describe, expect, test } from '@jest/globals';

import {
  block,
  bytesOf,
  change,
  documentOf,
  type Entry,
  groupText,
  peerText,
  planOf,
  PREFIX,
  problemKinds,
  ref,
  refs,
  ruleAt,
} from '../support/plans/reading.js';

const SG = `${PREFIX}networking_secgroup_v2`;
const RULE = `${PREFIX}networking_secgroup_rule_v2.x`;

const a: Entry = { type: 'networking_secgroup_v2', name: 'a', after: { name: 'a' }, unknown: { id: true } };
const b: Entry = { ...a, name: 'b' };
const cluster: Entry = {
  type: 'cce_cluster_v3',
  name: 'c',
  after: { name: 'c' },
  unknown: { id: true, security_group_node: true, security_group_control: true, security_group_id: true },
  expressions: { name: { constant_value: 'c' } },
};
const vpc: Entry = {
  type: 'vpc_v1',
  name: 'v',
  after: { name: 'v' },
  unknown: { id: true, cidr: true },
  expressions: { cidr: refs('local.cidr') },
};
const aId = ref('networking_secgroup_v2', 'a', 'id');
const bId = ref('networking_secgroup_v2', 'b', 'id');
const both = refs(...(aId['references'] as string[]), ...(bId['references'] as string[]));
const condition = refs('var.c', ...(aId['references'] as string[]));
const cidr = ref('vpc_v1', 'v', 'cidr');

/** The rule after a plan that creates it, with these expressions; what is in `known` the plan has already. */
function created(
  expressions: object,
  known: object = {},
  more: object = {},
): ReturnType<typeof ruleAt>['after'] {
  const after = {
    direction: 'ingress',
    ethertype: 'IPv4',
    protocol: 'tcp',
    port_range_min: 1,
    port_range_max: 2,
    ...known,
  };
  const unknown = Object.fromEntries(
    ['security_group_id', 'remote_ip_prefix', 'remote_group_id']
      .filter((key) => !(key in known))
      .map((key) => [key, true]),
  );
  const rule: Entry = {
    type: 'networking_secgroup_rule_v2',
    after,
    unknown,
    expressions: { ...Object.fromEntries(Object.keys(known).map((key) => [key, {}])), ...expressions },
  };
  const variables = {
    c: { value: true },
    off: { value: false },
    none: { value: null },
    cidr: { value: '10.0.0.0/8' },
  };
  const entries = [{ ...a, expressions: {} }, { ...b, expressions: {} }, cluster, vpc, rule];
  return ruleAt(planOf(documentOf(entries, { variables, ...more })), RULE).after;
}

describe('the group of a rule', () => {
  test.each<[string, object, string]>([
    ['of a group', aId, `group ${SG}.a`],
    [
      'of a cluster that is made',
      ref('cce_cluster_v3', 'c', 'security_group_node'),
      `group ${PREFIX}cce_cluster_v3.c.security_group_node`,
    ],
    [
      'read back from a cluster',
      ref('cce_cluster_v3', 'c', 'security_group_id'),
      `group ${PREFIX}cce_cluster_v3.c.security_group_node`,
    ],
    ['one of two', both, `one of ${SG}.a ${SG}.b`],
    // What is unknown is no constant, so the condition has chosen the group.
    ['by a condition that is known', condition, `group ${SG}.a`],
    ['another attribute', ref('networking_secgroup_v2', 'a', 'name'), 'one of'],
    ['of another type', ref('vpc_v1', 'v', 'id'), 'one of'],
    [
      'of a group or something else',
      refs(...(aId['references'] as string[]), `${PREFIX}vpc_v1.v.id`),
      'one of',
    ],
    ['by a local value', refs('local.sg'), 'one of'],
    ['by a function', {}, 'one of'],
    ['by nothing', { constant_value: null }, 'one of'],
  ])('%s', (_, expression, expected) => {
    expect(groupText(created({ security_group_id: expression })?.group)).toBe(expected);
  });

  test('known', () => {
    expect(groupText(created({}, { security_group_id: 'sg-1' })?.group)).toBe('group sg-1');
  });

  test('of a replaced group, though the way leads through a local value', () => {
    const old = { id: 'sg-old', name: 'a' };
    const rule = { id: 'r', security_group_id: 'sg-old', direction: 'ingress', ethertype: 'IPv4' };
    const plan = (expression: object): string | undefined => {
      const document = documentOf([
        { ...a, actions: ['delete', 'create'], before: old, expressions: {} },
        { ...b, expressions: {} },
        {
          type: 'networking_secgroup_rule_v2',
          actions: ['delete', 'create'],
          before: rule,
          after: { direction: 'ingress', ethertype: 'IPv4' },
          unknown: { security_group_id: true },
          expressions: { security_group_id: expression },
        },
      ]);
      return groupText(ruleAt(planOf(document), RULE).after?.group);
    };
    expect(plan(refs('local.sg'))).toBe(`group ${SG}.a`);
    expect(plan(aId)).toBe(`group ${SG}.a`);
    expect(plan(both)).toBe(`group ${SG}.a`);
    // The configuration says that the rule goes to another group now.
    expect(plan(bId)).toBe(`group ${SG}.b`);
  });
});

describe('the peer of a rule', () => {
  test.each<[string, object, object, string]>([
    ['nothing is configured', {}, {}, 'any'],
    ['null is configured', { remote_ip_prefix: { constant_value: null } }, {}, 'any'],
    [
      'a variable that is null',
      { remote_ip_prefix: refs('var.none'), remote_group_id: refs('var.none') },
      {},
      'any',
    ],
    // Known values that come to something would be known: these came to null.
    ['a condition of known values', { remote_ip_prefix: refs('var.off', 'var.cidr') }, {}, 'any'],
    ['a function of constants', { remote_ip_prefix: {} }, {}, 'any'],
    ['the workspace', { remote_ip_prefix: refs('terraform.workspace') }, {}, 'any'],
    ['a known CIDR', {}, { remote_ip_prefix: '10.0.0.0/8' }, '10.0.0.0/8'],
    ['a group', { remote_group_id: aId }, {}, `group ${SG}.a`],
    ['a CIDR that is not known', { remote_ip_prefix: cidr }, {}, `unknown ${PREFIX}vpc_v1.v.cidr`],
    [
      'a CIDR by a local value',
      { remote_ip_prefix: refs('local.c') },
      {},
      `unknown ${RULE}.remote_ip_prefix`,
    ],
    ['one of two groups', { remote_group_id: both }, {}, `group ${SG}.a or group ${SG}.b`],
    ['a group or nothing', { remote_group_id: condition }, {}, `group ${SG}.a or any`],
    // A known peer leaves no place for another that only may be there.
    [
      'a known CIDR, and a group or nothing',
      { remote_group_id: condition },
      { remote_ip_prefix: '10.0.0.0/8' },
      '10.0.0.0/8',
    ],
    [
      'a known CIDR, and a group through a local',
      { remote_group_id: refs('local.g') },
      { remote_ip_prefix: '10.0.0.0/8' },
      '10.0.0.0/8',
    ],
    [
      'a known group, and a CIDR through a local',
      { remote_ip_prefix: refs('local.g') },
      { remote_group_id: 'sg-1' },
      'group sg-1',
    ],
    [
      'a group, and a CIDR through a local',
      { remote_group_id: aId, remote_ip_prefix: refs('local.c') },
      {},
      `group ${SG}.a`,
    ],
    [
      'two that nobody knows',
      { remote_group_id: refs('local.g'), remote_ip_prefix: refs('local.c') },
      {},
      `unknown ${RULE}.remote_ip_prefix or one of or any`,
    ],
  ])('%s', (_, expressions, known, expected) => {
    const side = created(expressions, { security_group_id: 'sg-9', ...known });
    expect(peerText(side?.peer)).toBe(expected);
    expect(problemKinds(side)).toEqual([]);
  });

  test('two peers that are both there are refused', () => {
    const known = { security_group_id: 'sg-9', remote_ip_prefix: '10.0.0.0/8' };
    expect(problemKinds(created({}, { ...known, remote_group_id: 'sg-1' }))).toEqual(['refused']);
    expect(problemKinds(created({ remote_group_id: aId }, known))).toEqual(['refused']);
  });

  test('rules of one map, some with a CIDR and some with a group', () => {
    const forEach = aId;
    const expressions = {
      security_group_id: { constant_value: 'sg-9' },
      remote_ip_prefix: refs('each.value'),
      remote_group_id: refs('each.value'),
    };
    const rule = (key: string, known: object, unknown: object): unknown =>
      change({
        type: 'networking_secgroup_rule_v2',
        address: `${RULE}["${key}"]`,
        after: { direction: 'ingress', ethertype: 'IPv4', security_group_id: 'sg-9', ...known },
        unknown: { ...unknown },
      });
    const plan = planOf(
      bytesOf({
        format_version: '1.2',
        resource_changes: [
          change(a),
          rule('cidr', { remote_ip_prefix: '10.0.0.0/8' }, { remote_group_id: true }),
          rule('group', {}, { remote_ip_prefix: true, remote_group_id: true }),
        ],
        configuration: {
          root_module: {
            resources: [
              block('networking_secgroup_v2', 'a', {}),
              block('networking_secgroup_rule_v2', 'x', expressions, { for_each_expression: forEach }),
            ],
          },
        },
      }),
    );
    expect(peerText(ruleAt(plan, `${RULE}["cidr"]`).after?.peer)).toBe('10.0.0.0/8');
    expect(problemKinds(ruleAt(plan, `${RULE}["cidr"]`).after)).toEqual([]);
    expect(peerText(ruleAt(plan, `${RULE}["group"]`).after?.peer)).toBe(`group ${SG}.a`);
  });

  test('what is there already and cannot be read is unknown, not nothing', () => {
    const before = { security_group_id: 'sg-9', direction: 'ingress', ethertype: 'IPv4', remote_group_id: 7 };
    const plan = planOf(
      documentOf([{ type: 'networking_secgroup_rule_v2', actions: ['delete'], before, expressions: {} }]),
    );
    expect(peerText(ruleAt(plan, RULE).before?.peer)).toBe('one of');
  });

  test('a masked value is unknown, a wrong one is refused', () => {
    const side = (sensitive: object): ReturnType<typeof created> => {
      const after = {
        security_group_id: 'sg-9',
        direction: 'ingress',
        ethertype: 'IPv4',
        remote_ip_prefix: '(redacted)',
      };
      const entry: Entry = {
        type: 'networking_secgroup_rule_v2',
        after,
        sensitive: { ...sensitive },
        expressions: {},
      };
      return ruleAt(planOf(documentOf([entry])), RULE).after;
    };
    expect(problemKinds(side({}))).toEqual(['refused']);
    expect(problemKinds(side({ remote_ip_prefix: true }))).toEqual([]);
    expect(peerText(side({ remote_ip_prefix: true })?.peer)).toBe(`unknown ${RULE}.remote_ip_prefix`);
  });
});
