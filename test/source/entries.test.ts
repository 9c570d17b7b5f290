import { describe, expect, test } from '@jest/globals';

import { find, type Found } from '../support/source/memory-reader.js';

const RULE = 'opentelekomcloud_networking_secgroup_rule_v2';

const rules = (forEach: string): string =>
  [
    `resource "${RULE}" "r" {`,
    `  for_each = ${forEach}`,
    '  remote_ip_prefix = each.value.cidr',
    '}',
    '',
  ].join('\n');

const MAP = [
  '{',
  '  web = { cidr = "10.0.0.0/8" }',
  '  "db" = { cidr = "10.1.0.0/16" } # db',
  '  "x.y" : {',
  '    port = 1',
  '    cidr = "10.2.0.0/16"',
  '  }',
  '}',
].join('\n');

const LIST = '[\n  { name = "web", cidr = "10.0.0.0/8" },\n  { name = "db", cidr = "10.1.0.0/16" }, # db\n]';

/** `main.tf` alone, one instance of its rule. */
function instance(main: string, key: string, isGone = false): Promise<Found> {
  return find({ 'main.tf': main }, `${RULE}.r["${key}"]`, { actions: isGone ? ['delete'] : ['create'] });
}

describe('an instance is placed on its entry', () => {
  test.each([
    ['a map in the block', rules(MAP)],
    ['a map in parentheses', rules(`(${MAP})`)],
    ['a local', `locals {\n  rules = ${MAP}\n}\n${rules('local.rules')}`],
    ['a local of a local', `locals {\n  a = local.b\n  b = ${MAP}\n}\n${rules('local.a')}`],
    ['a part of a local', `locals {\n  all = { dev = {}, prod = ${MAP} }\n}\n${rules('local.all.prod')}`],
    ['a part by index', `locals {\n  all = { prod = ${MAP} }\n}\n${rules('local.all["prod"]')}`],
    ['a conditional', `locals {\n  rules = ${MAP}\n}\n${rules('var.on ? local.rules : {}')}`],
    ['merge', `locals {\n  rules = ${MAP}\n}\n${rules('merge({ ssh = { cidr = "" } }, local.rules)')}`],
    ['tomap', rules(`tomap(${MAP})`)],
    ['try', rules(`try(${MAP}, {})`)],
    ['a template around it', `locals {\n  rules = ${MAP}\n}\n${rules('"${local.rules}"')}`],
    ['the default of a variable', `variable "rules" {\n  default = ${MAP}\n}\n${rules('var.rules')}`],
    ['for over a map', rules(`{ for k, v in ${MAP} : k => v if v.cidr != "" }`)],
    ['for over a list', rules(`{ for r in ${LIST} : r.name => r }`)],
    [
      'for over a local list',
      `locals {\n  list = ${LIST}\n}\n${rules('{ for r in local.list : r.name => r }')}`,
    ],
  ])('%s', async (_, main) => {
    const { place, text } = await instance(main, 'db');
    expect(text).toMatch(/# db$/);
    expect(place).toMatchObject({ kind: 'entry', file: 'main.tf', call: undefined });
  });

  test('on the line of the argument within a long entry', async () => {
    expect((await instance(rules(MAP), 'x.y')).text).toBe('cidr = "10.2.0.0/16"');
  });

  test('an element of a set', async () => {
    const main = rules('toset([\n  "web",\n  "db",\n])').replace('each.value.cidr', 'each.value');
    expect((await instance(main, 'db')).text).toBe('"db",');
    expect((await instance(main, 'gone', true)).place).toMatchObject({ kind: 'map', line: 2, endLine: 5 });
  });

  test('JSON', async () => {
    const json = JSON.stringify(
      {
        locals: { rules: { web: { cidr: 'a' }, db: { cidr: 'b' } } },
        resource: { [RULE]: { r: { for_each: '${local.rules}', remote_ip_prefix: '${each.value.cidr}' } } },
      },
      null,
      1,
    );
    const { text, place } = await find({ 'main.tf.json': json }, `${RULE}.r["db"]`);
    expect(place?.kind).toBe('entry');
    expect(text).toBe('"cidr": "b"');
  });

  test('an override file has the last word', async () => {
    const files = {
      'main.tf': `locals {\n  rules = {}\n}\n${rules('local.rules')}`,
      'override.tf': `locals {\n  rules = ${MAP}\n}\n`,
    };
    expect((await find(files, `${RULE}.r["db"]`)).place).toMatchObject({ file: 'override.tf', line: 4 });
  });
});

describe('an entry that cannot be found: the argument that narrows', () => {
  test.each([
    ['a function', rules('jsondecode(file("rules.json"))')],
    ['a key that is computed', rules('{ (var.name) = { cidr = "10.0.0.0/8" } }')],
    ['a variable without default', `variable "rules" {}\n${rules('var.rules')}`],
    ['a resource', rules('other_thing.x')],
    ['a circle', `locals {\n  a = local.b\n  b = local.a\n}\n${rules('local.a')}`],
    ['a wide circle', `locals {\n  a = merge(local.a, local.a, local.a)\n}\n${rules('local.a')}`],
    ['a local that is nowhere', rules('local.nothing')],
    ['for with a key that is computed', rules(`{ for k, v in ${MAP} : upper(k) => v }`)],
  ])('%s', async (_, main) => {
    const { place, text } = await instance(main, 'db');
    expect(place?.kind).toBe('attribute');
    expect(text).toBe('remote_ip_prefix = each.value.cidr');
  });
});

describe('an instance that is gone', () => {
  test.each([
    ['a map in the block', rules(MAP), 2, 9],
    ['a local', `locals {\n  rules = ${MAP}\n}\n${rules('local.rules')}`, 2, 9],
    ['an empty map', `locals {\n  rules = {}\n}\n${rules('local.rules')}`, 2, 2],
    ['one of two branches', `locals {\n  rules = ${MAP}\n}\n${rules('var.on ? local.rules : {}')}`, 2, 9],
  ])('%s: the map that lost it', async (_, main, line, endLine) => {
    const { place } = await instance(main, 'udp', true);
    expect(place).toMatchObject({ kind: 'map', file: 'main.tf', line, endLine });
  });

  test.each([
    ['two maps', rules('merge({ a = {} }, { b = {} })')],
    ['a default that a file may replace', `variable "rules" {\n  default = ${MAP}\n}\n${rules('var.rules')}`],
    ['keys that are computed', rules('{ (var.name) = {} }')],
  ])('%s: the for_each', async (_, main) => {
    const { place, text } = await instance(main, 'udp', true);
    expect(place?.kind).toBe('attribute');
    expect(text).toMatch(/^for_each = /);
  });

  test('count: its line', async () => {
    const main = `resource "${RULE}" "r" {\n  remote_ip_prefix = "10.0.0.0/8"\n  count = 1\n}\n`;
    const { text } = await find({ 'main.tf': main }, `${RULE}.r[1]`, { actions: ['delete'] });
    expect(text).toBe('count = 1');
  });

  test('still in the map: its entry', async () => {
    expect((await instance(rules(MAP), 'db', true)).text).toMatch(/# db$/);
  });
});

describe('through modules', () => {
  const inner = rules('var.rules');
  const call = (args: string): string => `module "rules" {\n  source = "./rules"\n  ${args}\n}\n`;
  const lookup = { sources: { rules: './rules' } };

  test('the entry of the map that the call hands in', async () => {
    const files = {
      'main.tf': `locals {\n  rules = ${MAP}\n}\n${call('rules = local.rules')}`,
      'rules/main.tf': inner,
    };
    const { place, text } = await find(files, `module.rules.${RULE}.r["db"]`, lookup);
    expect(text).toMatch(/# db$/);
    expect(place).toMatchObject({
      kind: 'entry',
      file: 'main.tf',
      call: { file: 'main.tf', line: 11 },
      block: { file: 'rules/main.tf', line: 1 },
    });
  });

  test('each.value of the call', async () => {
    const groups = '{\n  one = { rules = {} }\n  two = { rules = {\n    db = {} # db\n  } }\n}';
    const files = {
      'main.tf': `locals {\n  groups = ${groups}\n}\n${call('for_each = local.groups\n  rules = each.value.rules')}`,
      'rules/main.tf': inner,
    };
    const address = `module.rules["two"].${RULE}.r`;
    expect((await find(files, `${address}["db"]`, lookup)).text).toBe('db = {} # db');
    const gone = await find(files, `${address}["ssh"]`, { ...lookup, actions: ['delete'] });
    expect(gone).toMatchObject({ place: { kind: 'map', line: 4 } });
    const whole = await find(files, `module.rules["three"].${RULE}.r["ssh"]`, {
      ...lookup,
      actions: ['delete'],
    });
    expect(whole).toMatchObject({ place: { kind: 'map', line: 2 } });
  });

  test('an instance of the module itself', async () => {
    const files = {
      'main.tf': call('for_each = {\n    kubelet = 10250\n    api = 5443\n  }\n  port = each.value'),
      'rules/main.tf': `resource "${RULE}" "in" {\n  port_range_min = var.port\n}\n`,
    };
    const { place, text } = await find(files, `module.rules["api"].${RULE}.in`, lookup);
    expect(text).toBe('api = 5443');
    expect(place).toMatchObject({ kind: 'entry', call: { line: 1 }, block: { file: 'rules/main.tf' } });
  });

  test('an output of another module', async () => {
    const files = {
      'main.tf': `module "data" {\n  source = "./data"\n}\n${call('rules = module.data.rules')}`,
      'data/main.tf': `output "rules" {\n  value = ${MAP}\n}\n`,
      'rules/main.tf': inner,
    };
    const sources = { sources: { rules: './rules', data: './data' } };
    const { place } = await find(files, `module.rules.${RULE}.r["db"]`, sources);
    expect(place).toMatchObject({ kind: 'entry', file: 'data/main.tf', line: 4 });
  });

  test('the default of a variable that the call leaves out', async () => {
    const files = {
      'main.tf': call(''),
      'rules/main.tf': `variable "rules" {\n  default = ${MAP}\n}\n${inner}`,
    };
    const gone = await find(files, `module.rules.${RULE}.r["udp"]`, { ...lookup, actions: ['delete'] });
    expect(gone.place).toMatchObject({ kind: 'map', file: 'rules/main.tf', line: 2 });
  });

  test('count of the call', async () => {
    const files = {
      'main.tf': call('count = 0'),
      'rules/main.tf': `resource "${RULE}" "in" {\n  port_range_min = 1\n}\n`,
    };
    const gone = await find(files, `module.rules[0].${RULE}.in`, { ...lookup, actions: ['delete'] });
    expect(gone).toMatchObject({ text: 'count = 0', place: { kind: 'attribute', file: 'main.tf' } });
  });

  test('a module that is not here: the entry of its call', async () => {
    const files = {
      'main.tf': 'module "sg" {\n  source = "ns/sg/otc"\n  for_each = toset([\n    "a",\n    "b",\n  ])\n}\n',
    };
    const found = await find(files, `module.sg["b"].${RULE}.in`, { sources: { sg: 'ns/sg/otc' } });
    expect(found).toMatchObject({
      text: '"b",',
      place: { kind: 'entry', call: { line: 1 }, block: undefined },
    });
  });
});
