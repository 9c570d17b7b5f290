/** References of real plans, followed through `configuration`. */
import { describe, expect, test } from '@jest/globals';

import type { ReferenceEnd } from '../../src/plan/references/walk.js';
import type { Expr } from '../../src/terraform/expression.js';
import { parseTraversal } from '../../src/terraform/traversal.js';
import { bytesOf, fixture, planOf, resolving } from '../support/plans/reading.js';
import { constant, SG, target } from '../support/plans/small-configuration.js';

function referenceTo(text: string): Expr {
  return { kind: 'reference', span: { line: 1, endLine: 1 }, steps: parseTraversal(text) ?? [] };
}

const opaque: ReferenceEnd = { kind: 'opaque', why: expect.any(String) as unknown as string };

describe('expression forms', () => {
  const plan = resolving(fixture('plan-semantics', 'expression-forms', 'plan.json'));
  const one = target(`${SG}.one`, 'id');

  test.each<[string, readonly ReferenceEnd[]]>([
    ['bare', [one]],
    ['template', [one]],
    ['wrapped', [one]],
    ['count_idx', [target(`${SG}.cnt[0]`, 'id')]],
    ['count_dyn[0]', [target(`${SG}.cnt[0]`)]],
    ['count_dyn[1]', [target(`${SG}.cnt[1]`)]],
    ['each_key', [target(`${SG}.each["a"]`, 'id')]],
    ['each_dyn["a"]', [target(`${SG}.each["a"]`)]],
    ['each_dyn["b"]', [target(`${SG}.each["b"]`)]],
    ['each_value["q"]', [one]],
    ['each_res["a"]', [target(`${SG}.each["a"]`, 'id')]],
    ['each_res["b"]', [target(`${SG}.each["b"]`, 'id')]],
    ['splat', [target(`${SG}.cnt[0]`), target(`${SG}.cnt[1]`)]],
    ['for_expr', [target(`${SG}.each["a"]`), target(`${SG}.each["b"]`)]],
    ['cond', [constant(true), one, target(`${SG}.cnt[0]`, 'id')]],
    ['trycall', [one, constant('10.0.0.0/8')]],
    ['func_const', [constant(undefined)]],
    ['list_const', [constant(['a', 'b'])]],
    ['list_mixed', [constant('10.0.0.0/8')]],
    ['nullv', [constant(null)]],
    ['local', [opaque]],
    ['datasrc', [constant('sg-existing-0001')]],
    ['datalate', [target(`data.${SG}.late`, 'id')]],
    ['mod_key', [target(`module.m["x"].${SG}.this[0]`)]],
    ['mod_dyn["x"]', [opaque]],
    ['mod_whole', [opaque]],
    ['pathmod', [constant(undefined)]],
    ['number', [constant(3)]],
    ['deep', [constant('eu-de-01')]],
  ])('%s', (name, expected) => {
    expect(plan.resolver.resolve(plan.at(`terraform_data.${name}`), 'input')).toEqual(expected);
  });

  test('a local value with the configuration at hand', () => {
    const withLocals = resolving(
      fixture('plan-semantics', 'expression-forms', 'plan.json'),
      ({ modules, argument }) =>
        modules.length === 0 && argument === 'sg' ? referenceTo(`${SG}.one.id`) : undefined,
    );
    expect(withLocals.resolver.resolve(withLocals.at('terraform_data.local'), 'input')).toEqual([one]);
  });

  test('what is configured, and what is one plain reference', () => {
    const { resolver, at } = plan;
    const isConfigured = (address: string, attribute: string): boolean | undefined =>
      resolver.isConfigured(at(address), attribute);
    expect(isConfigured('terraform_data.bare', 'input')).toBe(true);
    expect(isConfigured('terraform_data.nullv', 'input')).toBe(false);
    expect(isConfigured('terraform_data.bare', 'triggers_replace')).toBe(false);
    expect(
      resolver.isConfigured({ ...at('terraform_data.bare'), address: 'terraform_data.gone' }, 'input'),
    ).toBe(undefined);
    const direct = [
      'bare',
      'count_idx',
      'each_key',
      'cond',
      'trycall',
      'local',
      'splat',
      'datalate',
      'mod_key',
    ];
    expect(direct.filter((name) => resolver.isDirect(at(`terraform_data.${name}`), 'input'))).toEqual([
      'bare',
      'count_idx',
      'each_key',
      'datalate',
    ]);
  });
});

describe('modules', () => {
  const RULE = 'opentelekomcloud_networking_secgroup_rule_v2';

  test('a module with for_each takes the output of another', () => {
    const { resolver, at } = resolving(fixture('plan-semantics', 'unknown-ref-modules', 'plan.json'));
    for (const key of ['kubelet', 'ssh']) {
      const rule = at(`module.rules["${key}"].${RULE}.in`);
      expect(resolver.resolve(rule, 'security_group_id')).toEqual([target(`module.sg.${SG}.this[0]`)]);
      expect(resolver.isConfigured(rule, 'remote_group_id')).toBe(false);
      // `each.value` of a local map: the plan has the value, not where it comes from.
      expect(resolver.resolve(rule, 'port_range_min')).toEqual([opaque]);
    }
  });

  test('nested modules end at a local value, and go on when it can be read', () => {
    const bytes = fixture('plan-semantics', 'nested-modules', 'plan.json');
    const without = resolving(bytes);
    const extra = `module.extra.${RULE}.in`;
    expect(without.resolver.resolve(without.at(extra), 'security_group_id')).toEqual([opaque]);
    const asked: string[] = [];
    const { resolver, at } = resolving(bytes, ({ modules, argument }) => {
      asked.push([...modules.map((m) => m.name), argument].join('.'));
      return argument === 'target' ? referenceTo('var.sg_id') : undefined;
    });
    const group = (n: number): readonly ReferenceEnd[] => [
      target(`module.platform[${String(n)}].module.sg.${SG}.this[0]`),
    ];
    expect(resolver.resolve(at(extra), 'security_group_id')).toEqual(group(0));
    expect(resolver.resolve(at(`module.extra_obj.${RULE}.in`), 'security_group_id')).toEqual(group(1));
    for (const n of [0, 1]) {
      for (const key of ['a b', 'c']) {
        const rule = at(`module.platform[${String(n)}].module.kubelet["${key}"].${RULE}.in`);
        expect(resolver.resolve(rule, 'security_group_id')).toEqual(group(n));
      }
    }
    expect(new Set(asked)).toEqual(new Set(['extra.target', 'extra_obj.target', 'platform.kubelet.target']));
    // Arguments that are left out have the default of the variable.
    expect(resolver.resolve(at(extra), 'protocol')).toEqual([constant('tcp')]);
  });

  test('sources of modules, as they are written', () => {
    const { moduleSource } = planOf(fixture('plan-semantics', 'nested-modules', 'plan.json'));
    expect(moduleSource(['platform'])).toBe('./mods/platform');
    expect(moduleSource(['platform', 'kubelet'])).toBe('../rules');
    expect(moduleSource(['platform', 'none'])).toBeUndefined();
    expect(moduleSource(['none', 'kubelet'])).toBeUndefined();
    expect(moduleSource([])).toBeUndefined();
    expect(
      planOf(bytesOf({ format_version: '1.2', planned_values: {} })).moduleSource(['a']),
    ).toBeUndefined();
  });
});

test('expressions that nobody has read are noted once for all instances of a module', () => {
  const bytes = fixture('plan-semantics', 'nested-modules', 'plan.json');
  const { unread } = planOf(bytes);
  const named = unread.map(({ modules, argument }) =>
    [...modules.map((step) => step.name), argument].join('.'),
  );
  // The attribute as well: `local.target` may be all that is left of a function of it.
  expect(named).toEqual(
    ['extra', 'extra_obj', 'platform.kubelet'].flatMap((module) => [
      `${module}.target`,
      `${module}.security_group_id`,
    ]),
  );
  const known = planOf(bytes, ({ argument }) =>
    argument === 'target' ? referenceTo('var.sg_id') : undefined,
  );
  expect(known.unread).toEqual([]);
});
