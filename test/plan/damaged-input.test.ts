/** Documents that begin like a plan and are damaged, hostile, or only unusual. */
import { describe, expect, test } from '@jest/globals';

import { readPlan } from '../support/run-bytes.js';
import {
  bytesOf,
  documentOf,
  type Entry,
  messageOf,
  NO_SOURCE,
  planOf,
  ruleAt,
} from '../support/plans/reading.js';

const MAKE_JSON = 'terraform show -json FILE > plan.json';

describe('nesting 100 000 deep', () => {
  const deep = (open: string, close: string): string => `${open.repeat(100_000)}null${close.repeat(100_000)}`;
  const lists = deep('[', ']');
  const objects = deep('{"a":', '}');
  const modules = deep('{"resources":[],"child_modules":[', ']}').replace('null', '');
  const calls = deep('{"module_calls":{"m":{"source":"./m","module":', '}}}').replace('null', '{}');
  const rule =
    '"address":"opentelekomcloud_networking_secgroup_rule_v2.x","mode":"managed","type":"opentelekomcloud_networking_secgroup_rule_v2"';
  const changed = (key: string, value: string): string =>
    `{"format_version":"1.2","planned_values":{},"resource_changes":[{${rule},"change":{"actions":["create"],"before":null,"after":{},"${key}":${value}}}]}`;

  test.each([
    ['the document', lists],
    ['an object', objects],
    ['a key of the top', `{"format_version":"1.2","planned_values":${objects}}`],
    ['resource_changes', `{"format_version":"1.2","resource_changes":${lists}}`],
    ['after', changed('after', `{"x":${lists}}`)],
    ['an attribute of after', changed('after', `{"protocol":${objects}}`)],
    ['after_unknown', changed('after_unknown', `{"protocol":${objects}}`)],
    ['after_sensitive', changed('after_sensitive', objects)],
    [
      'modules of prior_state',
      `{"format_version":"1.2","planned_values":{},"prior_state":{"values":{"root_module":${modules}}}}`,
    ],
    [
      'modules of configuration',
      `{"format_version":"1.2","planned_values":{},"configuration":{"root_module":${calls}}}`,
    ],
    ['a variable', `{"format_version":"1.2","planned_values":{},"variables":{"v":{"value":${lists}}}}`],
    [
      'an expression',
      `{"format_version":"1.2","planned_values":{},"configuration":{"root_module":{"outputs":{"o":{"expression":{"constant_value":${lists}}}}}}}`,
    ],
  ])('%s', (_, text) => {
    expect(messageOf(bytesOf(text))).toMatch(/nested too deeply to be a plan/);
  });

  test('a hundred modules deep is refused as well, and ten are read', () => {
    const nested = (depth: number): unknown => (depth === 0 ? {} : { child_modules: [nested(depth - 1)] });
    const called = (depth: number): unknown =>
      depth === 0 ? {} : { module_calls: { m: { module: called(depth - 1) } } };
    const document = (depth: number): Uint8Array =>
      documentOf([], {
        prior_state: { values: { root_module: nested(depth) } },
        configuration: { root_module: called(depth) },
      });
    expect(messageOf(document(120))).toMatch(/modules nested too deeply/);
    expect(planOf(document(10)).rules).toEqual([]);
  });
});

describe('wrong types: the place and the key are named, never the value', () => {
  const type = 'opentelekomcloud_networking_secgroup_rule_v2';
  const good = { actions: ['create'], before: null, after: {} };
  const entry = (more: object): object => ({
    address: `${type}.x`,
    mode: 'managed',
    type,
    change: good,
    ...more,
  });
  const secret = 'hunter2-secret';
  const list = (value: unknown): object => ({ resource_changes: [entry({}), value] });

  test.each<[string, object, string]>([
    ['an entry that is a text', list(secret), 'entry 1 of resource_changes'],
    ['an entry that is null', list(null), 'entry 1 of resource_changes'],
    ['an entry that is a list', list([secret]), 'entry 1 of resource_changes'],
    ['a type that is a number', list(entry({ type: 7 })), 'entry 1 of resource_changes, key `type`'],
    ['no address', list(entry({ address: undefined })), 'key `address`'],
    ['an address that is an object', list(entry({ address: { secret } })), 'key `address`'],
    ['a mode that is a number', list(entry({ mode: 1 })), 'key `mode`'],
    ['deposed that is true', list(entry({ deposed: true })), 'key `deposed`'],
    [
      'a previous address that is a list',
      list(entry({ previous_address: [secret] })),
      'key `previous_address`',
    ],
    ['no change', list(entry({ change: undefined })), 'key `change`'],
    [
      'actions that are a text',
      list(entry({ change: { ...good, actions: secret } })),
      'key `change.actions`',
    ],
    ['no actions', list(entry({ change: { ...good, actions: [] } })), 'key `change.actions`'],
    ['an unknown action', list(entry({ change: { ...good, actions: [secret] } })), 'key `change.actions`'],
    ['before that is a text', list(entry({ change: { ...good, before: secret } })), 'key `change.before`'],
    ['after that is a list', list(entry({ change: { ...good, after: [secret] } })), 'key `change.after`'],
    [
      'replace_paths that are texts',
      list(entry({ change: { ...good, replace_paths: [secret] } })),
      'key `change.replace_paths`',
    ],
    [
      'resource_changes that are an object',
      { resource_changes: { [secret]: 1 } },
      'the document, key `resource_changes`',
    ],
    ['drift that is a text', { resource_drift: secret }, 'key `resource_drift`'],
    [
      'a drift entry',
      { resource_drift: [entry({ change: secret })] },
      'entry 0 of resource_drift, key `change`',
    ],
    [
      'a deferred change',
      { deferred_changes: [{ reason: 'x', resource_change: secret }] },
      'entry 0 of deferred_changes',
    ],
    ['variables that are a list', { variables: [secret] }, 'key `variables`'],
    ['complete that is a text', { complete: secret }, 'key `complete`'],
    ['errored that is a number', { errored: 1 }, 'key `errored`'],
    ['a version of Terraform that is a list', { terraform_version: [secret] }, 'key `terraform_version`'],
    ['prior_state that is a text', { prior_state: secret }, 'key `prior_state`'],
    [
      'a module of it that is a list',
      { prior_state: { values: { root_module: [secret] } } },
      'a module of prior_state',
    ],
    [
      'resources of it that are a text',
      { prior_state: { values: { root_module: { resources: secret } } } },
      'a module of prior_state, key `resources`',
    ],
    [
      'values of it that are a list',
      { prior_state: { values: { root_module: { resources: [{ address: 'a', type, values: [secret] }] } } } },
      'entry 0 of a module of prior_state, key `values`',
    ],
    ['configuration that is a list', { configuration: [secret] }, 'key `configuration`'],
    ['a module that is a text', { configuration: { root_module: secret } }, 'a module of configuration'],
    [
      'calls that are a list',
      { configuration: { root_module: { module_calls: [secret] } } },
      'a module of configuration, key `module_calls`',
    ],
    [
      'a call that is a text',
      { configuration: { root_module: { module_calls: { [secret]: secret } } } },
      'a module call of configuration',
    ],
    [
      'a source that is an object',
      { configuration: { root_module: { module_calls: { [secret]: { source: {} } } } } },
      'a module call of configuration, key `source`',
    ],
    [
      'a block without an address',
      { configuration: { root_module: { resources: [{ type }] } } },
      'a resource of configuration, key `address`',
    ],
  ])('%s', (_, part, place) => {
    const message = messageOf(bytesOf({ format_version: '1.2', planned_values: {}, ...part }));
    expect(message).toMatch(/^is not a plan as Terraform writes it: /);
    expect(message).toContain(place);
    expect(message).toContain(MAKE_JSON);
    expect(message).not.toContain(secret);
  });

  test('entries of other types are not looked into', () => {
    const other = { type: 'aws_instance', change: { actions: 'whatever' } };
    expect(planOf(documentOf([], { resource_changes: [other] })).rules).toEqual([]);
  });
});

describe('one resource twice', () => {
  const type = 'networking_secgroup_v2';
  const twice = [{ type }, { type }];
  test('in the changes', () => {
    expect(messageOf(documentOf(twice))).toMatch(/^lists one resource twice\. .* terraform show -json/);
  });
  test('in prior state', () => {
    const state = {
      address: 'opentelekomcloud_networking_secgroup_v2.x',
      type: 'opentelekomcloud_networking_secgroup_v2',
      values: {},
    };
    const prior = {
      values: { root_module: { resources: [state], child_modules: [{ resources: [state] }] } },
    };
    expect(messageOf(documentOf([], { prior_state: prior }))).toMatch(/^lists one resource twice/);
  });
  test('with different deposed keys it is none', () => {
    const deposed = (key: string): Entry => ({
      type,
      actions: ['delete'],
      before: { id: key },
      extra: { deposed: key },
    });
    expect(
      planOf(documentOf([{ type, after: {} }, deposed('00000001'), deposed('00000002')])).groups,
    ).toHaveLength(3);
  });
});

describe('what is unusual and still a plan', () => {
  test.each<[string, object]>([
    ['no changes', {}],
    ['format 0.1', { format_version: '0.1' }],
    ['format 1', { format_version: '1' }],
    ['a target', { complete: false }],
    ['no configuration', { configuration: undefined }],
    ['unknown keys', { something_new: [1, 2, 3], checks: [] }],
    ['keys that objects have', { variables: { __proto__: { value: 1 }, constructor: { value: 2 } } }],
    ['variables that are odd', { variables: { a: null, b: 'x', c: {} } }],
  ])('%s', (_, more) => {
    const plan = readPlan(bytesOf({ format_version: '1.2', planned_values: {}, ...more }), NO_SOURCE);
    expect(plan.ok).toBe(true);
  });

  test('another provider: nothing is found', () => {
    const change = {
      address: 'aws_vpc.x',
      mode: 'managed',
      type: 'aws_vpc',
      change: { actions: ['create'], after: {} },
    };
    const plan = planOf(bytesOf({ format_version: '1.2', resource_changes: [change] }));
    expect([plan.rules, plan.groups, plan.header.changeCount]).toEqual([[], [], 1]);
  });

  test('any host of the provider', () => {
    const type = 'networking_secgroup_rule_v2';
    const extra = { provider_name: 'mirror.example/opentelekomcloud/opentelekomcloud' };
    const plan = planOf(documentOf([{ type, after: {}, extra }]));
    expect(ruleAt(plan, `opentelekomcloud_${type}.x`).change).toBe('created');
  });
});
