/** Places of a plan that can hold a sensitive value, found in what is read: recorded plans, and what readers ask for. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { groupBy } from '../../../src/collections.js';
import { FIXTURES } from '../fixture-report.js';
import { readPlan } from '../run-bytes.js';
import { once, type Story, stories } from './bases.js';
import { need } from './holds.js';
import {
  at,
  CHANGES,
  isJson,
  type Json,
  leavesOf,
  marked,
  type Marker,
  markerLike,
  MARKERS,
} from './secret-marks.js';

/** A plan with a marker in it, and what must not be found in any output. */
export interface SecretCase {
  /** What it is, for people. */
  readonly name: string;
  readonly plan: () => Json;
  readonly marker: Marker;
}

/** So many plans show each kind of place; more of them show the same. */
const PLANS_A_KIND = 4;

/** Every text and number of every resource that is read, as the recorded plans have them. */
const recorded = once((): readonly SecretCase[] => {
  const seen = new Map<string, number>();
  return stories().flatMap((story) => {
    const plan = story.plan.document as Json;
    const entries = CHANGES.flatMap((key) => (Array.isArray(plan[key]) ? (plan[key] as Json[]) : []));
    return entries.flatMap((entry) => casesOf(story, entry, seen));
  });
});

function casesOf(story: Story, entry: Json, seen: Map<string, number>): readonly SecretCase[] {
  const { address, type, change } = entry as { address: string; type: string; change: Json };
  if (!type.startsWith('opentelekomcloud_')) return [];
  const { actions, before, after } = change;
  const places = new Map(
    [...leavesOf(before), ...leavesOf(after)].map((where) => [JSON.stringify(where), where]),
  );
  return [...places.values()].flatMap((where) => {
    const [key = ''] = where;
    const value = at(after, where) ?? at(before, where);
    const marker = markerLike(value, String(key));
    if (marker === undefined) return [];
    const both = at(before, where) !== undefined && at(after, where) !== undefined;
    const words: readonly Marker[] = marker === MARKERS.word ? [marker] : [marker, MARKERS.word];
    return (both ? (['all', 'before', 'after'] as const) : (['all'] as const)).flatMap((sides) => {
      const kind = [
        type,
        where.map((step) => (typeof step === 'number' ? '*' : step)).join('.'),
        sides,
        String(actions),
      ].join(' ');
      const count = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, count);
      if (count > PLANS_A_KIND) return [];
      return (count === 1 ? words : [marker]).map((one): SecretCase => ({
        name: `${story.name}: ${address} ${where.join('.')} (${sides}, ${String(one.value)})`,
        plan: () => marked(story.plan.document as Json, { address, where, marker: one, sides }),
        marker: one,
      }));
    });
  });
}

/** A value that many places of a plan have, as the id of a group: sensitive in all of them, so that all still fits. */
const everywhere = once((): readonly SecretCase[] => {
  const seen = new Map<string, number>();
  return stories().flatMap((story) => {
    const plan = story.plan.document as Json;
    const places = CHANGES.flatMap((key) => (Array.isArray(plan[key]) ? (plan[key] as Json[]) : [])).flatMap(
      ({ address, change }) =>
        [...leavesOf(at(change, ['before'])), ...leavesOf(at(change, ['after']))].map((where) => ({
          ...{ address: String(address), where },
          value: at(at(change, ['after']), where) ?? at(at(change, ['before']), where),
        })),
    );
    const byValue = groupBy(places, ({ value }) => value);
    return [...byValue].flatMap(([value, all]): readonly SecretCase[] => {
      const { address, where } = all[0];
      const key = String(where[0]);
      const marker = markerLike(value, key);
      const kind = `${address.replace(/\W.*/, '')} ${key} ${all.length}`;
      const count = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, count);
      if (marker === undefined || all.length < 2 || count > PLANS_A_KIND || isCommon(value)) return [];
      const changed = (): Json =>
        all.reduce((part, place) => marked(part, { ...place, marker, sides: 'all' }), plan);
      return [{ name: `${story.name}: ${String(value)} wherever it is (${key})`, plan: changed, marker }];
    });
  });
});

/** Words of the language and everybody's range mark nothing. */
function isCommon(value: unknown): boolean {
  return /^(?:0\.0\.0\.0\/0|::\/0|[a-z]{1,8}|IPv[46])$/.test(String(value));
}

const ROOT = path.join(import.meta.dirname, '..', '..', '..');

/** The resource types that are read: of the table of readers. */
const readTypes = once((): readonly string[] => {
  const source = readFileSync(path.join(ROOT, 'src', 'plan', 'read-plan.ts'), 'utf8');
  const table = /^const READERS\b.*?^};$/ms.exec(source)?.[0] ?? '';
  const named = [...table.matchAll(/(?:\[|one\(|rules\()'([a-z0-9_]+)',/g)].map(([, type = '']) => type);
  const types = [...new Set(named)].map((type) => `opentelekomcloud_${type}`);
  need(types.length >= 18, `the table of readers shows ${types.length} types`);
  return types;
});

/** The plan that the types stand in: its cluster and groups are there, and rules of them change. */
const WORLD = 'vpc-egress-minima-missing';
const PROBE = 'zq_probe';

/** Values that resources of the world have under a key, and those of a kind. */
function usual(key: string, world: Json): unknown {
  for (const entry of world['resource_changes'] as Json[]) {
    const change = entry['change'] as Json;
    const value = at(change['before'], [key]) ?? at(change['after'], [key]);
    if (value !== undefined && value !== null && key !== 'id') return value;
  }
  return undefined;
}

const KINDS: readonly (readonly [RegExp, Marker])[] = [
  [/cidr|prefix|ip_set|ip_extra/, MARKERS.v4],
  [/dns|^ip$|fixed_ip/, MARKERS.address],
  [/(?:^|_)ids?$|security_group|subnet|network$/, MARKERS.id],
  [/port(?:s|_|$)|priority|number/, MARKERS.number],
  [/^/, MARKERS.word],
];

/** The names that the readers ask objects of the type for, and those of blocks within. */
function askedOf(type: string): readonly string[] {
  const asked = new Set<string>();
  const hasOwn = Object.hasOwn.bind(Object);
  const shapes: readonly ((key: string) => unknown)[] = [
    () => 'x',
    () => ['x'],
    () => [{ [PROBE]: true }],
    () => 1,
  ];
  Object.hasOwn = (value, key) => {
    if (typeof value === 'object' && hasOwn(value, PROBE)) asked.add(String(key));
    return hasOwn(value, key);
  };
  try {
    for (const shape of shapes) {
      for (let more = -1; more < asked.size;) {
        more = asked.size;
        const values = Object.fromEntries([...asked].map((key) => [key, shape(key)]));
        readPlan(planWith(type, { ...values, [PROBE]: true }, {}));
      }
    }
  } finally {
    Object.hasOwn = hasOwn;
  }
  return [...asked].filter((name) => name !== PROBE);
}

function planWith(type: string, values: Json, marks: Json): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(worldWith(type, { before: values, after: values, marks })));
}

interface Added {
  readonly before: Json | null;
  readonly after: Json | null;
  readonly marks: Json;
  readonly unknown?: Json;
  readonly expressions?: Json;
}

const theWorld = once(
  () => JSON.parse(readFileSync(path.join(FIXTURES, WORLD, 'plan.json'), 'utf8')) as Json,
);

/** The world with one more resource. */
function worldWith(type: string, { before, after, marks, unknown = {}, expressions = {} }: Added): Json {
  const base = theWorld();
  const mode = type.endsWith('_rule_ids_v2') ? 'data' : 'managed';
  const address = `${mode === 'data' ? 'data.' : ''}${type}.zq`;
  const actions =
    before === null ? ['create'] : after === null ? ['delete'] : mode === 'data' ? ['no-op'] : ['update'];
  const entry = {
    ...{
      address,
      mode,
      type,
      name: 'zq',
      provider_name: 'registry.terraform.io/opentelekomcloud/opentelekomcloud',
    },
    change: {
      actions,
      before,
      after,
      after_unknown: unknown,
      before_sensitive: marks,
      after_sensitive: marks,
    },
  };
  const configuration = base['configuration'] as { root_module: { resources: Json[] } };
  const block = { address, mode, type, name: 'zq', expressions, schema_version: 0 };
  const root = { ...configuration.root_module, resources: [...configuration.root_module.resources, block] };
  return {
    ...base,
    resource_changes: [...(base['resource_changes'] as Json[]), entry],
    configuration: { ...configuration, root_module: root },
  };
}

/** Every attribute that a reader asks for, in every shape that one may have, whether a plan was recorded with it or not. */
const read = once((): readonly SecretCase[] => readTypes().flatMap(readCases));

function readCases(type: string): readonly SecretCase[] {
  const names = askedOf(type);
  const plain = Object.fromEntries(
    names.flatMap((name) => {
      const value = usual(name, theWorld());
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return names.flatMap((name) => {
    const marker = KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? MARKERS.word;
    const shapes = {
      text: marker.value,
      list: [marker.value],
      blocks: [Object.fromEntries(names.map((key) => [key, marker.value]))],
    };
    const shown = Object.entries(shapes).flatMap(([shape, value]) => {
      const values = { id: 'zq-1', ...plain, [name]: value };
      const marks = { [name]: true };
      return [
        [`${type}.${name} as ${shape}, created`, { before: null, after: values, marks }],
        [`${type}.${name} as ${shape}, deleted`, { before: values, after: null, marks }],
        [`${type}.${name} as ${shape}, standing`, { before: values, after: values, marks }],
        [`${type}.${name} as ${shape}, new`, { before: { id: 'zq-1', ...plain }, after: values, marks }],
      ] as const;
    });
    return [
      ...shown.map(([title, added]): SecretCase => ({
        name: title,
        plan: () => worldWith(type, added),
        marker,
      })),
      ...referred(type, name, plain, marker),
    ];
  });
}

/** The same, by what the attribute refers to: sensitive variables, outputs of modules, and states of others. */
function referred(type: string, name: string, plain: Json, marker: Marker): readonly SecretCase[] {
  const rest = Object.fromEntries(Object.entries(plain).filter(([key]) => key !== name));
  const added = (references: readonly string[]): Added => ({
    ...{ before: null, after: rest, marks: { [name]: true }, unknown: { [name]: true } },
    expressions: { [name]: { references } },
  });
  const variables = { zq: { value: marker.value } };
  const declared = { zq: { sensitive: true, default: marker.value } };
  const remote = 'data.terraform_remote_state.zq';
  const state = {
    ...{ address: remote, mode: 'data', type: 'terraform_remote_state', name: 'zq' },
    values: { outputs: { x: marker.value } },
    sensitive_values: { outputs: { x: true } },
  };
  const ways: Readonly<Record<string, () => Json>> = {
    variable: () => rooted({ ...worldWith(type, added(['var.zq'])), variables }, { variables: declared }),
    'output of a module': () =>
      rooted(worldWith(type, added(['module.zq.x', 'module.zq'])), {
        module_calls: {
          zq: {
            source: './zq',
            module: { outputs: { x: { sensitive: true, expression: { constant_value: marker.value } } } },
          },
        },
      }),
    'state of another root': () => {
      const plan = worldWith(type, added([`${remote}.outputs.x`, remote]));
      const prior = (plan['prior_state'] ?? { format_version: '1.0', values: { root_module: {} } }) as Json;
      const values = prior['values'] as { root_module: { resources?: Json[] } };
      const module = { ...values.root_module, resources: [...(values.root_module.resources ?? []), state] };
      return { ...plan, prior_state: { ...prior, values: { ...values, root_module: module } } };
    },
  };
  return Object.entries(ways).map(([way, plan]) => ({ name: `${type}.${name}, by ${way}`, plan, marker }));
}

function rooted(plan: Json, more: Json): Json {
  const configuration = plan['configuration'] as { root_module: Json };
  return {
    ...plan,
    configuration: { ...configuration, root_module: { ...configuration.root_module, ...more } },
  };
}

/** Outputs and variables that nothing refers to. */
const besides = once((): readonly SecretCase[] => {
  const marker = MARKERS.word;
  const { value } = marker;
  const output = { sensitive: true, type: 'string', value };
  const state = { format_version: '1.0', values: { outputs: { x: output }, root_module: {} } };
  const problems = [{ problems: [{ message: value }] }];
  const more: Readonly<Record<string, Json>> = {
    'changes of outputs': {
      output_changes: { x: { actions: ['create'], before: null, after: value, after_sensitive: true } },
    },
    'planned outputs': { planned_values: { outputs: { x: output }, root_module: {} } },
    'outputs of the state': { prior_state: state },
    'a variable': { variables: { x: { value } } },
    'a check': { checks: [{ address: { to_display: 'x' }, status: 'fail', instances: problems }] },
  };
  return Object.entries(more).map(([name, part]) => ({
    name,
    plan: () => ({ ...theWorld(), ...part }),
    marker,
  }));
});

/** All places. */
export const secretCases = once((): readonly SecretCase[] => [
  ...recorded(),
  ...everywhere(),
  ...read(),
  ...besides(),
]);

/** The state that a plan begins from, as `terraform show -json` prints a state: facts for other roots. */
export function stateOf(plan: Json): Json | undefined {
  const prior = plan['prior_state'];
  return isJson(prior) && isJson(prior['values']) ? { ...prior } : undefined;
}
