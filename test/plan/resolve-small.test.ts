/** References of small configurations, for what no recorded plan has. */
import { describe, expect, test } from '@jest/globals';

import type { ReferenceEnd } from '../../src/plan/references/walk.js';
import { block, change, PREFIX, ref, refs } from '../support/plans/reading.js';
import { constant, groups, lead, probe, root, SG, target } from '../support/plans/small-configuration.js';

const opaque: ReferenceEnd = { kind: 'opaque', why: expect.any(String) as unknown as string };

describe('small configurations', () => {
  test('odd keys: dots, quotes, brackets', () => {
    const keys = ['a.b', 'q"uote', 'x[0]', 'a].b', ''];
    for (const key of keys) {
      const text = JSON.stringify(key);
      const plan = root({
        changes: [...groups(...keys), probe(undefined)],
        input: refs(`${SG}.g[${text}].id`, `${SG}.g[${text}]`, `${SG}.g`),
      });
      expect(lead(plan)).toEqual([target(`${SG}.g[${text}]`, 'id')]);
    }
  });

  test('the key of our own instance picks the other', () => {
    const input = refs(`${SG}.g`, 'each.key');
    const plan = root({ changes: [...groups('a', 'b', 'c'), probe('a'), probe('z')], input });
    expect(lead(plan, 'a')).toEqual([target(`${SG}.g["a"]`)]);
    // No such key: some function of the key was meant.
    expect(lead(plan, 'z')).toHaveLength(3);
  });

  test('count.index picks only where both count alike', () => {
    const input = refs(`${SG}.g`, 'count.index');
    const alike = root({ changes: [...groups(0, 1), probe(0), probe(1)], input });
    expect(lead(alike, 1)).toEqual([target(`${SG}.g[1]`)]);
    const folded = root({ changes: [...groups(0, 1), probe(0), probe(1), probe(2), probe(3)], input });
    expect(lead(folded, 1)).toHaveLength(2);
    expect(lead(folded, 3)).toHaveLength(2);
  });

  test('each.value over a map of values and groups', () => {
    const forEach = refs(`${SG}.g["a"].id`, `${SG}.g["a"]`, `${SG}.g`, 'var.cidr');
    const plan = root({
      changes: [...groups('a', 'b'), probe('k')],
      input: refs('each.value.sg', 'each.value'),
      forEach,
      variables: { cidr: { value: '10.0.0.0/8' } },
    });
    expect(lead(plan, 'k')).toEqual([target(`${SG}.g["a"]`, 'id'), constant(undefined)]);
  });

  test('each.value over instances under other keys: one of them', () => {
    const plan = root({
      changes: [...groups('a', 'b'), probe('p-a')],
      input: refs('each.value.id', 'each.value'),
      forEach: refs(`${SG}.g`),
    });
    expect(lead(plan, 'p-a')).toEqual([target(`${SG}.g["a"]`, 'id'), target(`${SG}.g["b"]`, 'id')]);
  });

  test('each.value of a set is its key, of a map its value, of neither what Terraform knows', () => {
    const input = refs('each.value');
    const of = (forEach: object | undefined, value: unknown): readonly ReferenceEnd[] =>
      lead(
        root({ changes: [probe('k')], input, ...(forEach && { forEach }), variables: { v: { value } } }),
        'k',
      );
    expect(of(refs('var.v'), ['k', 'l'])).toEqual([constant('k')]);
    expect(of(refs('var.v'), { k: 'value' })).toEqual([constant('value')]);
    expect(of(undefined, null)).toEqual([constant(undefined)]);
  });

  test('variables: with a value, null, a path in it, and none at all', () => {
    const of = (variables: object, ...references: readonly string[]): readonly ReferenceEnd[] =>
      lead(root({ changes: [probe(undefined)], input: refs(...references), variables }));
    expect(of({ v: { value: 'x' } }, 'var.v')).toEqual([constant('x')]);
    expect(of({ v: { value: null } }, 'var.v')).toEqual([constant(null)]);
    expect(of({ v: { value: { a: [1, 2] } } }, 'var.v.a[1]', 'var.v.a', 'var.v')).toEqual([constant(2)]);
    expect(of({ v: { value: { a: 1 } } }, 'var.v.b', 'var.v')).toEqual([constant(undefined)]);
    expect(of({ v: { value: { a: 1 } } }, 'var.v.constructor', 'var.v')).toEqual([constant(undefined)]);
    expect(of({}, 'var.v')).toEqual([opaque]);
  });

  test('a block that has no such instance comes to null; one that the plan does not know is opaque', () => {
    const at0 = refs(`${SG}.g[0].id`, `${SG}.g[0]`, `${SG}.g`);
    expect(lead(root({ changes: [probe(undefined)], input: at0 }))).toEqual([constant(undefined)]);
    expect(lead(root({ changes: [...groups(1), probe(undefined)], input: at0 }))).toEqual([
      constant(undefined),
    ]);
    expect(
      lead(root({ changes: [probe(undefined)], input: refs('random_id.x.hex', 'random_id.x') })),
    ).toEqual([opaque]);
    expect(lead(root({ changes: [probe(undefined)], input: refs('self.id', 'self') }))).toEqual([opaque]);
    expect(lead(root({ changes: [probe(undefined)], input: refs('T.x[?]') }))).toEqual([opaque]);
  });

  test('an attribute that is configured in its turn leads on; one that was configured as null does not', () => {
    const q = `${PREFIX}networking_port_v2.q`;
    const through = (expression: object, variables = {}): readonly ReferenceEnd[] =>
      lead(
        root({
          changes: [
            ...groups(0),
            probe(undefined),
            change({ type: 'networking_port_v2', name: 'q', after: {}, unknown: { a: true, id: true } }),
          ],
          input: refs(`${q}.a`, q),
          variables,
          resources: [block('networking_port_v2', 'q', { a: expression })],
        }),
      );
    expect(through(refs(`${SG}.g[0].id`, `${SG}.g[0]`, `${SG}.g`))).toEqual([target(`${SG}.g[0]`, 'id')]);
    expect(through({ constant_value: null })).toEqual([target(q, 'a')]);
    expect(through(refs('var.v'), { v: { value: null } })).toEqual([target(q, 'a')]);
    expect(through(refs('var.v', `${SG}.g[0].id`), { v: { value: true } })).toEqual([
      constant(true),
      target(`${SG}.g[0]`, 'id'),
      target(q, 'a'),
    ]);
  });

  describe('outputs that are objects and maps', () => {
    const SUBNET = `module.network.${PREFIX}vpc_subnet_v1.this`;
    const subnet = (key: string): unknown =>
      change({
        type: 'vpc_subnet_v1',
        address: `${SUBNET}["${key}"]`,
        after: { cidr: '10.0.0.0/24' },
        unknown: { id: true, subnet_id: true },
      });
    const through = (output: object, ...references: readonly string[]): readonly ReferenceEnd[] =>
      lead(
        root({
          changes: [probe(undefined), subnet('nodes'), subnet('pods')],
          input: refs(...references, 'module.network'),
          more: {
            module_calls: {
              network: {
                source: './network',
                expressions: {},
                module: {
                  resources: [block('vpc_subnet_v1', 'this', {})],
                  outputs: { subnets: { expression: output } },
                },
              },
            },
          },
        }),
      );
    const whole = refs(`${PREFIX}vpc_subnet_v1.this`);
    const nodes = target(`${SUBNET}["nodes"]`, 'id');

    test.each<[string, object, string, readonly ReferenceEnd[]]>([
      ['instances by key', whole, 'module.network.subnets["nodes"].id', [nodes]],
      ['instances by a key that is a name', whole, 'module.network.subnets.nodes.id', [nodes]],
      [
        'another attribute',
        whole,
        'module.network.subnets["pods"].subnet_id',
        [target(`${SUBNET}["pods"]`, 'subnet_id')],
      ],
      ['a known attribute', whole, 'module.network.subnets["pods"].cidr', [constant('10.0.0.0/24')]],
      [
        'instances under other keys',
        whole,
        'module.network.subnets["a"].id',
        [nodes, target(`${SUBNET}["pods"]`, 'id')],
      ],
      [
        'all of them',
        whole,
        'module.network.subnets',
        [target(`${SUBNET}["nodes"]`), target(`${SUBNET}["pods"]`)],
      ],
      [
        'an object with one of them in it',
        refs(`${PREFIX}vpc_subnet_v1.this["nodes"].id`, `${PREFIX}vpc_subnet_v1.this["nodes"]`),
        'module.network.subnets.anything["at"].all',
        [nodes],
      ],
      [
        'an object of objects',
        refs(`${PREFIX}vpc_subnet_v1.this["nodes"]`, `${PREFIX}vpc_subnet_v1.this`),
        'module.network.subnets.first.id',
        [nodes],
      ],
      [
        'an object whose names are no attributes',
        refs(`${PREFIX}vpc_subnet_v1.this["nodes"]`, `${PREFIX}vpc_subnet_v1.this`),
        'module.network.subnets.first.name_of_ours',
        [target(`${SUBNET}["nodes"]`)],
      ],
      ['an output that is not there', whole, 'module.network.other', [opaque]],
    ])('%s', (_, output, reference, expected) => {
      expect(through(output, reference)).toEqual(expected);
    });
  });

  test('a reference to a data source that is read later ends there', () => {
    const data = `data.${SG}.d`;
    const plan = root({
      changes: [
        probe(undefined),
        change({
          type: 'data.networking_secgroup_v2',
          name: 'd',
          actions: ['read'],
          after: {},
          unknown: { id: true },
        }),
      ],
      input: ref('data.networking_secgroup_v2', 'd', 'id'),
      resources: [block('data.networking_secgroup_v2', 'd', { name: { constant_value: 'x' } })],
    });
    expect(lead(plan)).toEqual([target(data, 'id')]);
  });
});
