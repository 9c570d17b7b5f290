/** Small configurations around one resource, the probe, whose attribute `a` refers to something. */
import type { ReferenceEnd } from '../../../src/plan/references/walk.js';
import { block, bytesOf, change, type Entry, PREFIX, type Resolving, resolving } from './reading.js';

export const SG = 'opentelekomcloud_networking_secgroup_v2';

export function target(address: string, attribute?: string): ReferenceEnd {
  return { kind: 'target', address, attribute };
}

export function constant(value: unknown): ReferenceEnd {
  return { kind: 'constant', value };
}

export const created: Pick<Entry, 'after' | 'unknown'> = { after: {}, unknown: { id: true } };
export const groups = (...keys: readonly (string | number)[]): unknown[] =>
  keys.map((key) =>
    change({
      type: 'networking_secgroup_v2',
      address: `${SG}.g[${JSON.stringify(key)}]`,
      ...created,
    }),
  );
export const probe = (key: string | number | undefined, name = 'p'): unknown =>
  change({
    type: 'networking_port_v2',
    address: `${PREFIX}networking_port_v2.${name}${key === undefined ? '' : `[${JSON.stringify(key)}]`}`,
    ...created,
  });
export const PROBE = `${PREFIX}networking_port_v2.p`;

export interface Root {
  readonly changes: readonly unknown[];
  readonly input: object;
  readonly forEach?: object;
  readonly variables?: object;
  readonly more?: object;
  readonly resources?: readonly unknown[];
}

export function root({
  changes,
  input,
  forEach,
  variables = {},
  more = {},
  resources = [],
}: Root): Resolving {
  const p = block('networking_port_v2', 'p', { a: input }, forEach && { for_each_expression: forEach });
  return resolving(
    bytesOf({
      format_version: '1.2',
      variables,
      resource_changes: changes,
      configuration: {
        root_module: {
          resources: [p, block('networking_secgroup_v2', 'g', {}), ...resources],
          ...more,
        },
      },
    }),
  );
}

export function lead(plan: Resolving, key?: string | number): readonly ReferenceEnd[] {
  const address = key === undefined ? PROBE : `${PROBE}[${JSON.stringify(key)}]`;
  return plan.resolver.resolve(plan.at(address), 'a');
}
