import { describe, expect, test } from '@jest/globals';

import { type ModuleStep, parseTraversal, type Step } from '../../src/terraform/traversal.js';
import { keptAt, type KeptExpression } from '../../src/terraform/expression.js';
import { localValues } from '../../src/source/locals/locals.js';
import type { LocalName } from '../../src/plan/references/walk.js';
import { openSource, type Source } from '../../src/source/files/source.js';
import { type Files, memoryReader } from '../support/source/memory-reader.js';

const ROOT: readonly ModuleStep[] = [];
const NO_BLOCKS = (): readonly string[] => [];

/** What is left of a local value after the steps of a path, as a plan would keep it. */
type ReadAt = (
  modules: readonly ModuleStep[],
  name: string,
  path: readonly Step[],
) => KeptExpression | undefined;

async function readFrom(source: Source, names: readonly LocalName[]): Promise<ReadAt> {
  const { read, readLocal } = localValues(source, NO_BLOCKS);
  await read(names);
  return (modules, name, path) => {
    const value = readLocal(modules, name);
    return value === undefined ? undefined : keptAt(value, path);
  };
}

function read(files: Files, names: readonly string[], modules = ROOT): Promise<ReadAt> {
  const source = openSource(memoryReader(files), (path) => (path[0] === 'm' ? './m' : undefined));
  return readFrom(
    source,
    names.map((name) => ({ modules, name })),
  );
}

const constant = (value: unknown): KeptExpression => ({ kind: 'constant', value });
const references = (...texts: readonly string[]): KeptExpression => ({
  kind: 'references',
  references: texts,
});

function steps(path: string): readonly Step[] {
  const found = parseTraversal(path);
  if (found === undefined) throw new Error(path);
  return found;
}

async function value(text: string, path?: string): Promise<KeptExpression | undefined> {
  const readLocal = await read({ 'main.tf': `locals {\n  v = ${text}\n}\n` }, ['v']);
  return readLocal(ROOT, 'v', path === undefined ? [] : steps(path));
}

describe('a whole value', () => {
  test.each([
    ['"tcp"', constant('tcp')],
    ['10250', constant(10250)],
    ['true', constant(true)],
    ['null', constant(null)],
    ['["a", 1]', constant(['a', 1])],
    ['{ a = 1, "b.c" = [true] }', constant({ a: 1, 'b.c': [true] })],
    ['"a\\nb\\"c"', constant('a\nb"c')],
    ['{}', constant({})],
    ['sg.one.id', references('sg.one.id')],
    ['"${sg.one.id}"', references('sg.one.id')],
    ['(sg.one["a.b"].ids[0])', references('sg.one["a.b"].ids[0]')],
    ['var.on ? sg.one.id : sg.two.id', references('sg.one.id', 'sg.two.id')],
    ['try(sg.one.id, sg.two.id)', references('sg.one.id', 'sg.two.id')],
    ['sensitive(sg.one.id)', references('sg.one.id')],
  ])('%s', async (text, expected) => {
    expect(await value(text)).toEqual(expected);
  });

  test.each([
    ['a text around a reference', '"pre-${sg.one.id}"'],
    ['two references in a text', '"${sg.one.id}${sg.two.id}"'],
    ['a reference or a constant', 'var.on ? sg.one.id : "x"'],
    ['a function', 'lower(sg.one.id)'],
    ['a splat', 'sg.one[*].id'],
    ['for', '[for s in sg.one : s.id]'],
    ['an escaped template', '"$${sg.one.id}"'],
    ['a heredoc with a template', '<<EOT\n${sg.one.id}\nEOT'],
    ['a template directive', '"%{ if true }x%{ endif }"'],
    ['references beside constants', '{ a = sg.one.id, b = "x" }'],
    ['broken text', '{ a = '],
    ['what nests too deep', `${'['.repeat(3000)}${']'.repeat(3000)}`],
  ])('%s is not told', async (_, text) => {
    expect(await value(text)).toBeUndefined();
  });

  test('a list of references leads to all of them', async () => {
    expect(await value('[sg.one.id, sg.two.id]')).toEqual(references('sg.one.id', 'sg.two.id'));
  });
});

describe('a part of a value', () => {
  const rules = '{ a = { sg = sg.one.id, cidr = "10.0.0.0/8" }, "b.c" = { sg = local.other } }';

  test.each([
    [rules, 'a.sg', references('sg.one.id')],
    [rules, '["a"].cidr', constant('10.0.0.0/8')],
    [rules, '["b.c"].sg.id', references('local.other.id')],
    [rules, 'nothing', constant(undefined)],
    [rules, 'a.cidr.more', constant(undefined)],
    ['[sg.one.id, "x"]', '[0]', references('sg.one.id')],
    ['["a", "b"]', '["a"]', constant(undefined)],
    ['toset(["a", "b"])', '["a"]', constant(undefined)],
    ['{ (var.key) = 1 }', 'a', undefined],
    ['sg.one', 'id', references('sg.one.id')],
    ['sg.each', '["a.b"].id', references('sg.each["a.b"].id')],
    ['merge({ a = sg.one }, { a = sg.two })', 'a.id', references('sg.two.id')],
    ['merge(local.x, { a = sg.two })', 'a.id', references('sg.two.id')],
    ['merge({ b = sg.two }, local.x)', 'b.id', undefined],
    ['merge(local.x, { b = sg.two })', 'a.id', references('local.x.a.id')],
    ['var.on ? { a = sg.one.id } : { a = sg.two.id }', 'a', references('sg.one.id', 'sg.two.id')],
  ])('%s at %s', async (text, path, expected) => {
    expect(await value(text, path)).toEqual(expected);
  });
});

describe('which locals are read', () => {
  test('those that they refer to as well', async () => {
    const files = {
      'main.tf': 'locals {\n  a = local.b\n  b = { c = local.c }\n  d = 1\n}\nlocals {\n  c = 2\n}\n',
    };
    const readLocal = await read(files, ['a']);
    expect(readLocal(ROOT, 'a', [])).toEqual(references('local.b'));
    expect(readLocal(ROOT, 'c', [])).toEqual(constant(2));
    expect(readLocal(ROOT, 'd', [])).toBeUndefined();
  });

  test('a circle ends', async () => {
    const readLocal = await read({ 'main.tf': 'locals {\n  a = local.b\n  b = local.a\n}\n' }, ['a']);
    expect(readLocal(ROOT, 'b', [])).toEqual(references('local.a'));
  });

  test('those of a module, for each of its instances', async () => {
    const files = { 'main.tf': '', 'm/main.tf': 'locals {\n  a = 1\n}\n' };
    const readLocal = await read(files, ['a'], [{ name: 'm', key: 'x' }]);
    expect(readLocal([{ name: 'm', key: 'y' }], 'a', [])).toEqual(constant(1));
    expect(readLocal(ROOT, 'a', [])).toBeUndefined();
  });

  test('those of JSON files', async () => {
    const json = JSON.stringify({ locals: [{ a: { id: '${sg.one.id}', n: 1 }, b: '$${x}' }] });
    const readLocal = await read({ 'main.tf.json': json }, ['a', 'b']);
    expect(readLocal(ROOT, 'a', steps('id'))).toEqual(references('sg.one.id'));
    expect(readLocal(ROOT, 'a', steps('n'))).toEqual(constant(1));
    expect(readLocal(ROOT, 'b', [])).toBeUndefined();
  });

  test('an override file has the last word', async () => {
    const files = { 'main.tf': 'locals {\n  a = 1\n}\n', 'override.tf': 'locals {\n  a = 2\n}\n' };
    expect((await read(files, ['a']))(ROOT, 'a', [])).toEqual(constant(2));
  });

  test.each<[string, Files]>([
    ['OpenTofu would prefer', { 'main.tofu': 'locals {\n  a = 2\n}\n' }],
    ['Terraform would pass over', { 'a.tofu': 'locals {\n  a = 2\n}\n' }],
    ['is hidden from a quick look', { 'a.tofu': '', 'z.tf': '/*\n*/ locals {\n  a = 2\n}\n' }],
    ['overrides it in OpenTofu alone', { 'z_override.tofu': 'locals {\n  a = 2\n}\n' }],
    ['is there twice', { 'b.tf': 'locals {\n  a = 2\n}\n' }],
    ['cannot be read', { 'z_override.tf': undefined }],
    ['is no UTF-8', { 'z_override.tf': new Uint8Array([0xff, 0xfe]) }],
  ])('no guess where another file counts, or may: one that %s', async (_, others) => {
    const files = { 'main.tf': 'locals {\n  a = 1\n}\n' };
    expect((await read(files, ['a']))(ROOT, 'a', [])).toEqual(constant(1));
    expect((await read({ ...files, ...others }, ['a']))(ROOT, 'a', [])).toBeUndefined();
  });

  test('those of OpenTofu, where it stands alone', async () => {
    const readLocal = await read({ 'main.tofu': 'locals {\n  a = 1\n}\n' }, ['a']);
    expect(readLocal(ROOT, 'a', [])).toEqual(constant(1));
  });

  test('none of a downloaded module: its copy here may be anything', async () => {
    const files = {
      'main.tf': 'module "far" {\n  source = "ns/name/provider"\n}\n',
      '.terraform/modules/modules.json': '{"Modules":[{"Key":"far","Dir":".terraform/modules/far"}]}',
      '.terraform/modules/far/main.tf': 'locals {\n  a = 1\n}\n',
    };
    const source = openSource(memoryReader(files), () => 'ns/name/provider');
    const modules = [{ name: 'far', key: undefined }];
    expect((await readFrom(source, [{ modules, name: 'a' }]))(modules, 'a', [])).toBeUndefined();
  });

  test('a value that is too large is left out', async () => {
    const files = { 'main.tf': `locals {\n  a = [${'"10.0.0.0/8", '.repeat(20_000)}]\n  b = 1\n}\n` };
    const readLocal = await read(files, ['a', 'b']);
    expect(readLocal(ROOT, 'a', [])).toBeUndefined();
    expect(readLocal(ROOT, 'b', [])).toEqual(constant(1));
  });

  test('a name of every object is no local', async () => {
    const readLocal = await read({ 'main.tf': 'locals {\n  a = {}\n}\n' }, ['a', 'constructor', '__proto__']);
    expect(readLocal(ROOT, 'constructor', [])).toBeUndefined();
    expect(readLocal(ROOT, 'a', steps('constructor'))).toEqual(constant(undefined));
  });
});
