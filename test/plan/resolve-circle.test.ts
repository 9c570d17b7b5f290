/** Broken configurations: Terraform never writes them, a file may hold them. */
import { describe, expect, test } from '@jest/globals';

import type { ReferenceEnd } from '../../src/plan/references/walk.js';
import { block, change, PREFIX, refs } from '../support/plans/reading.js';
import { lead, probe, root } from '../support/plans/small-configuration.js';

const opaque: ReferenceEnd = { kind: 'opaque', why: expect.any(String) as unknown as string };

describe('a broken configuration that goes in a circle', () => {
  test('of outputs and arguments', () => {
    const call = (other: string): object => ({
      source: './m',
      expressions: { v: refs(`module.${other}.o`, `module.${other}`) },
      module: { outputs: { o: { expression: refs('var.v') } }, variables: { v: {} } },
    });
    const plan = root({
      changes: [probe(undefined)],
      input: refs('module.a.o', 'module.a'),
      more: { module_calls: { a: call('b'), b: call('a') } },
    });
    expect(lead(plan)).toEqual([opaque]);
  });

  test('of resources, each with two ways on', () => {
    const names = ['q', 'r', 's'];
    const all = names.flatMap((name) => [
      `${PREFIX}networking_port_v2.${name}.a`,
      `${PREFIX}networking_port_v2.${name}`,
    ]);
    const plan = root({
      changes: [
        probe(undefined),
        ...names.map((name) => change({ type: 'networking_port_v2', name, after: {}, unknown: { a: true } })),
      ],
      input: refs(...all),
      resources: names.map((name) => block('networking_port_v2', name, { a: refs(...all) })),
    });
    expect(lead(plan).every(({ kind }) => kind === 'opaque')).toBe(true);
  });

  test('of each.value, which grows on the way', () => {
    const plan = root({
      changes: [probe('k')],
      input: refs('each.value', 'var.a'),
      forEach: refs('each.value', 'each.value.a', 'each.value.b'),
    });
    expect(lead(plan, 'k').some(({ kind }) => kind === 'opaque')).toBe(true);
  });

  test('of arguments that double at each of fifty levels', () => {
    const names = ['v', 'w'];
    const argument = Object.fromEntries(names.map((name) => [name, refs('var.v', 'var.w')]));
    let module: object = {
      outputs: { o: { expression: refs('var.v', 'var.w') } },
      variables: { v: {}, w: {} },
    };
    for (let level = 0; level < 50; level++) {
      module = {
        outputs: { o: { expression: refs('module.m.o', 'module.m') } },
        variables: { v: {}, w: {} },
        module_calls: { m: { source: './m', expressions: argument, module } },
      };
    }
    const plan = root({
      changes: [probe(undefined)],
      input: refs('module.m.o', 'module.m'),
      more: { module_calls: { m: { source: './m', expressions: argument, module } } },
    });
    const start = performance.now();
    expect(lead(plan).every(({ kind }) => kind === 'opaque')).toBe(true);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
