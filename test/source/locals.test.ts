/** Which expressions of files are read, and which are not. Where they lead: locals-in-plans.test.ts. */
import { describe, expect, test } from '@jest/globals';

import type { ModuleStep } from '../../src/terraform/traversal.js';
import type { Expr } from '../../src/terraform/expression.js';
import { sourceExpressions } from '../../src/source/locals/locals.js';
import type { ReadSource, SourceName } from '../../src/plan/references/walk.js';
import { openSource, type Source } from '../../src/source/files/source.js';
import { type Files, memoryReader } from '../support/source/memory-reader.js';

const ROOT: readonly ModuleStep[] = [];
const NO_BLOCKS = (): readonly string[] => [];

const local = (argument: string, modules = ROOT): SourceName => ({
  modules,
  keyword: 'locals',
  labels: [],
  argument,
});

async function readFrom(source: Source, names: readonly SourceName[]): Promise<ReadSource> {
  const { read, readSource } = sourceExpressions(source, NO_BLOCKS);
  await read(names);
  return readSource;
}

function read(files: Files, ...names: readonly SourceName[]): Promise<ReadSource> {
  const source = openSource(memoryReader(files), (path) => (path[0] === 'm' ? './m' : undefined));
  return readFrom(source, names);
}

/** An expression without its lines. */
function bare(expr: unknown): unknown {
  return JSON.parse(
    JSON.stringify(expr ?? null, (key, value: unknown) =>
      ['span', 'line', 'endLine'].includes(key) ? undefined : value,
    ),
  );
}

const literal = (value: unknown) => ({ kind: 'literal', value });
const one = async (files: Files, name = 'a') => bare((await read(files, local(name)))(local(name)));

async function value(text: string): Promise<Expr | undefined> {
  return (await read({ 'main.tf': `locals {\n  v = ${text}\n}\n` }, local('v')))(local('v'));
}

describe('forms', () => {
  test.each([
    ['"tcp"', 'literal'],
    ['-1', 'literal'],
    ['null', 'literal'],
    ['"a\\nb\\"c"', 'literal'],
    ['["a", 1]', 'list'],
    ['{}', 'object'],
    ['sg.one["a.b"].ids[0]', 'reference'],
    ['(sg.one.id)', 'reference'],
    ['"${sg.one.id}"', 'reference'],
    ['"pre-${sg.one.id}"', 'template'],
    ['sg.one[each.key].id', 'part'],
    ['sg.one[each.key]', 'index'],
    ['concat(a.b, c.d)[0]', 'part'],
    ['sg.one[*].id', 'for'],
    ['sg.one.*.id', 'for'],
    ['[for s in sg.one : s.id if s.on]', 'for'],
    ['{ for s in sg.one : s.id => s... }', 'for'],
    ['var.on && !var.off ? 1 : 2', 'conditional'],
    ['a.b == null', 'operation'],
    ['!var.on', 'operation'],
    ['merge(local.a...)', 'call'],
    ['"%{ if a.b }x%{ endif }"', 'other'],
    ['<<EOT\n${sg.one.id}\nEOT', 'other'],
  ])('%s', async (text, kind) => {
    expect((await value(text))?.kind).toBe(kind);
  });

  test.each([
    ['broken text', '{ a = '],
    ['what nests too deep', `${'['.repeat(3000)}${']'.repeat(3000)}`],
  ])('%s is not told', async (_, text) => {
    expect(await value(text)).toBeUndefined();
  });

  test('texts are read with their escapes, and an escaped template is a text', async () => {
    expect(bare(await value('"a\\nb\\"c"'))).toEqual(literal('a\nb"c'));
    expect(bare(await value('"$${sg.one.id}"'))).toEqual(literal('${sg.one.id}'));
  });

  test('operators and their sides', async () => {
    expect(bare(await value('a.b.c == "x"'))).toMatchObject({
      operator: '==',
      parts: [{ kind: 'reference' }, literal('x')],
    });
    expect(bare(await value('!a.b.c'))).toMatchObject({ operator: '!', parts: [{ kind: 'reference' }] });
  });
});

describe('which expressions are read', () => {
  test('locals that they refer to as well, and the for_each that each means', async () => {
    const files = {
      'main.tf':
        'locals {\n  a = local.b\n  b = { c = local.c }\n  d = 1\n}\nlocals {\n  c = 2\n}\n' +
        'resource "t" "n" {\n  for_each = local.d\n  x = y.z[each.value.k].id\n}\n',
    };
    const fromLocal = await read(files, local('a'));
    expect(bare(fromLocal(local('a')))).toMatchObject({ kind: 'reference' });
    expect(bare(fromLocal(local('c')))).toEqual(literal(2));
    expect(fromLocal(local('d'))).toBeUndefined();
    const x: SourceName = { modules: ROOT, keyword: 'resource', labels: ['t', 'n'], argument: 'x' };
    const fromResource = await read(files, x);
    expect(fromResource({ ...x, argument: 'for_each' })).toMatchObject({ kind: 'reference' });
    expect(bare(fromResource(local('d')))).toEqual(literal(1));
  });

  test('a circle ends', async () => {
    const readSource = await read({ 'main.tf': 'locals {\n  a = local.b\n  b = local.a\n}\n' }, local('a'));
    expect(readSource(local('b'))).toMatchObject({ kind: 'reference' });
  });

  test('those of a module, for each of its instances', async () => {
    const files = { 'main.tf': '', 'm/main.tf': 'locals {\n  a = 1\n}\n' };
    const readSource = await read(files, local('a', [{ name: 'm', key: 'x' }]));
    expect(bare(readSource(local('a', [{ name: 'm', key: 'y' }])))).toEqual(literal(1));
    expect(readSource(local('a'))).toBeUndefined();
  });

  test('those of JSON files', async () => {
    const json = JSON.stringify({
      locals: [{ a: { id: '${sg.one.id}', n: 1, '${k.l}': 2 }, b: '$${x}', c: '${[for x in y.z : x.id]}' }],
    });
    const readSource = await read({ 'main.tf.json': json }, local('a'), local('c'));
    expect(bare(readSource(local('a')))).toMatchObject({
      entries: [
        { key: 'id', value: { kind: 'reference' } },
        { key: 'n', value: literal(1) },
        { keyExpr: { kind: 'reference' } },
      ],
    });
    expect(readSource(local('c'))).toMatchObject({ kind: 'for' });
  });

  test('an override file has the last word', async () => {
    const files = { 'main.tf': 'locals {\n  a = 1\n}\n', 'override.tf': 'locals {\n  a = 2\n}\n' };
    expect(await one(files)).toEqual(literal(2));
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
    expect(await one(files)).toEqual(literal(1));
    expect(await one({ ...files, ...others })).toBeNull();
  });

  test('those of OpenTofu, where it stands alone', async () => {
    expect(await one({ 'main.tofu': 'locals {\n  a = 1\n}\n' })).toEqual(literal(1));
  });

  test('none of a downloaded module: its copy here may be anything', async () => {
    const files = {
      'main.tf': 'module "far" {\n  source = "ns/name/provider"\n}\n',
      '.terraform/modules/modules.json': '{"Modules":[{"Key":"far","Dir":".terraform/modules/far"}]}',
      '.terraform/modules/far/main.tf': 'locals {\n  a = 1\n}\n',
    };
    const source = openSource(memoryReader(files), () => 'ns/name/provider');
    const name = local('a', [{ name: 'far', key: undefined }]);
    expect((await readFrom(source, [name]))(name)).toBeUndefined();
  });

  test('a value that is too large is left out', async () => {
    const files = { 'main.tf': `locals {\n  a = [${'"10.0.0.0/8", '.repeat(20_000)}]\n  b = 1\n}\n` };
    expect(await one(files)).toBeNull();
    expect(await one(files, 'b')).toEqual(literal(1));
  });

  test('a name of every object is no local', async () => {
    const files = { 'main.tf': 'locals {\n  a = {}\n}\n' };
    expect(await one(files, 'constructor')).toBeNull();
    expect(await one(files, '__proto__')).toBeNull();
  });
});
