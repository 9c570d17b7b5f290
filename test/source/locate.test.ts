import { describe, expect, test } from '@jest/globals';

import { find } from '../support/source/memory-reader.js';

const RULE = 'opentelekomcloud_networking_secgroup_rule_v2';
const header = (name: string): string => `resource "${RULE}" "${name}" {`;

describe('which line of a block', () => {
  const block = [
    '# rules',
    header('a'),
    '  direction        = "ingress"',
    '  port_range_min   = 22',
    '  remote_ip_prefix = "10.0.0.0/8"',
    '}',
    '',
    header('b'),
    '  protocol       = "tcp"',
    '  port_range_min = 443',
    '}',
    header('c'),
    '  direction = "ingress"',
    '  remote_ip_prefix = null',
    '}',
    'resource "opentelekomcloud_networking_secgroup_v2" "g" {',
    '  name = "g"',
    '}',
  ].join('\n');

  test.each([
    ['a', [], 'attribute', 5],
    ['a', ['port_range_min', 'remote_ip_prefix'], 'attribute', 4],
    ['a', ['security_group_id'], 'attribute', 5],
    ['b', [], 'attribute', 10],
    ['c', [], 'block', 12],
  ] as const)('rule %s, forced by %j: %s in line %i', async (name, attributes, kind, line) => {
    const { place } = await find({ 'main.tf': block }, `${RULE}.${name}`, { attributes });
    expect(place).toMatchObject({ file: 'main.tf', kind, line, isBase: false, call: undefined });
  });

  test('the block goes from its header to its end', async () => {
    const { place } = await find({ 'main.tf': block }, `${RULE}.a`);
    expect(place?.block).toEqual({ file: 'main.tf', line: 2, endLine: 6 });
  });

  test('a group has no argument that narrows: its header', async () => {
    const { place } = await find({ 'main.tf': block }, 'opentelekomcloud_networking_secgroup_v2.g');
    expect(place).toMatchObject({ kind: 'block', line: 16, endLine: 18 });
  });

  test('a data source is found by its own kind of block', async () => {
    const text = 'resource "t" "x" {}\ndata "t" "x" {\n}\n';
    expect((await find({ 'main.tf': text }, 'data.t.x')).place).toMatchObject({ line: 2, endLine: 3 });
    expect((await find({ 'main.tf': text }, 't.x')).place).toMatchObject({ line: 1, endLine: 1 });
  });
});

describe('how a block is written', () => {
  const wanted = `${RULE}.a`;
  const hidden = `${header('a')}\n  remote_ip_prefix = "1.0.0.0/8"\n}\n`;
  const real = `${header('a')} # the one\n  name = "x"\n}\n`;

  test.each([
    ['labels without quotes', `resource ${RULE} a {\n}\n`, 1],
    ['labels in part quoted', `resource ${RULE} "a" {\n}\n`, 1],
    ['comments within the header', `/* x */ resource /* y */ "${RULE}" /* z */ "a" {\n}\n`, 1],
    ['one line', `${header('b')}}\n${header('a')} name = "x" }\n${header('c')}}\n`, 2],
    ['indented', `  ${header('b')}\n  }\n  ${header('a')}\n    name = "x"\n  }\n`, 3],
    ['brace in a string', `${header('a')}\n  name = "}"\n  more = "{"\n}\n`, 1],
    ['carriage returns', `# x\r\n\r\n${header('a')}\r\n  name = "x"\r\n}\r\n`, 3],
    ['a byte-order mark', `\uFEFF${header('a')}\n}\n`, 1],
    ['letters of two and four bytes before it', `# é 😀\nlocals {\n  a = "😀é"\n}\n${header('a')}\n}\n`, 5],
    ['behind a comment that holds one', `/*\n${hidden}*/\n${real}`, 6],
    ['behind line comments that hold one', `# ${hidden.replaceAll('\n', '\n# ')}\n${real}`, 5],
    ['behind a heredoc that holds one', `locals {\n  x = <<EOT\n${hidden}EOT\n}\n${real}`, 8],
    ['behind an indented heredoc', `locals {\n  x = <<-EOT\n${hidden}  EOT\n}\n${real}`, 8],
    ['no end of line at the end', `${header('b')}\n}\n${header('a')}\n}`, 3],
  ])('%s', async (_, text, line) => {
    const { place } = await find({ 'main.tf': text }, wanted);
    expect(place).toMatchObject({ kind: 'block', line });
  });

  test.each([
    ['a comment', `/*\n${hidden}*/\n`],
    ['a heredoc', `locals {\n  x = <<EOT\n${hidden}EOT\n}\n`],
    ['a string', `locals {\n  x = "resource ${RULE} a {"\n}\n`],
    ['a longer name', `${header('ab')}\n}\nresource "${RULE}_x" "a" {\n}\n`],
  ])('%s is no block', async (_, text) => {
    const { place, why, notes } = await find({ 'main.tf': text }, wanted);
    expect(place).toBeUndefined();
    expect(why).toBe('its block is not found in the files of its module');
    expect(notes).toEqual([]);
  });
});

describe('kinds of files', () => {
  const wanted = `${RULE}.a`;
  const block = `${header('a')}\n  remote_ip_prefix = "10.0.0.0/8"\n}\n`;

  test('an argument of an override file takes its place, the block stays', async () => {
    const files = {
      'main.tf': block,
      'main_override.tf': `\n${header('a')}\n  remote_ip_prefix = "10.1.0.0/16"\n}\n`,
    };
    const { place } = await find(files, wanted);
    expect(place).toMatchObject({ kind: 'attribute', file: 'main_override.tf', line: 3 });
    expect(place?.block).toMatchObject({ file: 'main.tf', line: 1 });
  });

  test('an override file without the argument changes nothing', async () => {
    const files = { 'override.tf': `${header('a')}\n  name = "x"\n}\n`, 'z.tf': block };
    expect((await find(files, wanted)).place).toMatchObject({ file: 'z.tf', line: 2 });
  });

  test('JSON: the line of the member', async () => {
    const json = JSON.stringify(
      { resource: { [RULE]: { b: { x: 1 }, a: { direction: 'ingress', remote_ip_prefix: '10.0.0.0/8' } } } },
      null,
      2,
    );
    const { place, text } = await find({ 'rules.tf.json': json }, wanted);
    expect(text).toBe('"remote_ip_prefix": "10.0.0.0/8"');
    expect(json.split('\n')[(place?.block?.line ?? 0) - 1]?.trim()).toBe('"a": {');
  });

  test('JSON: arrays at each level, and all on one line', async () => {
    const json = JSON.stringify({ resource: [{ [RULE]: [{ a: [{ name: 'x' }] }] }] });
    const { place } = await find({ 'rules.tf.json': json }, wanted);
    expect(place).toMatchObject({ kind: 'block', file: 'rules.tf.json', line: 1, endLine: 1 });
  });

  test('OpenTofu files come before those that they shadow', async () => {
    const files = { 'a.tf': `\n\n${block}`, 'a.tofu': block };
    expect((await find(files, wanted)).place?.file).toBe('a.tofu');
    expect((await find({ ...files, 'a.tofu': '' }, wanted)).place?.file).toBe('a.tf');
  });

  test('what editors leave behind is not read', async () => {
    const files = { '.a.tf': block, 'a.tf~': block, '#a.tf#': block, 'a.tf.bak': block, 'b.tf': '' };
    expect((await find(files, wanted)).place).toBeUndefined();
  });
});

describe('modules', () => {
  const inner = `${header('in')}\n  remote_ip_prefix = var.cidr\n}\n`;
  const call = 'module "rules" {\n  source = "./mods/rules"\n  cidr   = "10.0.0.0/8"\n}\n';

  test('the inner line, the call, and the argument of the call', async () => {
    const files = { 'main.tf': `\n${call}`, 'mods/rules/main.tf': inner };
    const { place } = await find(files, `module.rules.${RULE}.in`, { sources: { rules: './mods/rules' } });
    expect(place).toMatchObject({
      kind: 'attribute',
      file: 'mods/rules/main.tf',
      line: 2,
      call: { file: 'main.tf', line: 2, endLine: 5 },
      argument: { file: 'main.tf', line: 4 },
    });
  });

  test('sources are relative to the module that calls, within the repository', async () => {
    const files = {
      'infra/prod/main.tf': 'module "platform" {\n  source = "../../mods/platform"\n}\n',
      'mods/platform/main.tf': 'module "rules" {\n  source = "../rules"\n}\n',
      'mods/rules/main.tf': inner,
    };
    const { place } = await find(files, `module.platform[0].module.rules["a b"].${RULE}.in`, {
      rootModule: 'infra/prod',
      sources: { platform: '../../mods/platform', 'platform.rules': '../rules' },
    });
    expect(place).toMatchObject({
      file: 'mods/rules/main.tf',
      line: 2,
      call: { file: 'mods/platform/main.tf', line: 1 },
    });
  });

  test('separators of Windows become slashes', async () => {
    const files = { 'main.tf': call, 'mods/rules/main.tf': inner };
    const { place } = await find(files, `module.rules.${RULE}.in`, { sources: { rules: '.\\mods\\rules' } });
    expect(place?.file).toBe('mods/rules/main.tf');
  });

  test('without the source in the plan, that of the call counts', async () => {
    const files = { 'main.tf': call, 'mods/rules/main.tf': inner };
    expect((await find(files, `module.rules.${RULE}.in`)).place?.file).toBe('mods/rules/main.tf');
  });

  describe('from a registry', () => {
    const main = 'module "sg" {\n  source  = "ns/sg/otc"\n  version = "1.0.0"\n}\n';
    const sources = { sg: 'ns/sg/otc', 'sg.rules': './rules' };

    test('not downloaded: the call', async () => {
      const { place, notes } = await find({ 'main.tf': main }, `module.sg.${RULE}.in`, { sources });
      expect(place).toMatchObject({ kind: 'call', file: 'main.tf', line: 1, endLine: 4, block: undefined });
      expect(notes).toEqual([]);
    });

    test('downloaded: the call, and the inner block as it is there', async () => {
      const directory = '.terraform/modules/sg';
      const files = {
        'main.tf': main,
        '.terraform/modules/modules.json': JSON.stringify({
          Modules: [
            { Key: '', Source: '', Dir: '.' },
            { Key: 'sg', Source: 'registry.terraform.io/ns/sg/otc', Dir: '.terraform\\modules\\sg' },
          ],
        }),
        [`${directory}/main.tf`]: 'module "rules" {\n  source = "./rules"\n}\n',
        [`${directory}/rules/main.tf`]: `\n${inner}`,
      };
      const { place } = await find(files, `module.sg.module.rules.${RULE}.in`, { sources });
      expect(place).toMatchObject({
        kind: 'call',
        file: 'main.tf',
        line: 1,
        block: { file: `${directory}/rules/main.tf`, line: 2 },
      });
    });

    test.each([
      ['is no JSON', '{'],
      ['leads out', '{"Modules":[{"Key":"sg","Dir":"../../sg"}]}'],
      ['is absolute', '{"Modules":[{"Key":"sg","Dir":"/etc"},{"Key":"sg","Dir":"C:\\\\sg"}]}'],
      ['has another form', '{"Modules":{"sg":1}}'],
    ])('a list of modules that %s: the call', async (_, list) => {
      const files = { 'main.tf': main, '.terraform/modules/modules.json': list };
      const { place } = await find(files, `module.sg.${RULE}.in`, { sources });
      expect(place).toMatchObject({ kind: 'call', line: 1 });
    });
  });
});
