import { describe, expect, test } from '@jest/globals';

import { loadHcl } from '../../src/source/hcl/hcl.js';
import { headersIn } from '../../src/source/hcl/headers.js';
import { jsonFileOf } from '../../src/source/hcl/json-file.js';
import { locate } from '../../src/source/locate/locate.js';
import { openSource } from '../../src/source/files/source.js';
import type { Expr } from '../../src/terraform/expression.js';
import { find, memoryReader } from '../support/source/memory-reader.js';
import { fc } from '../support/laws.js';

const RULE = 'opentelekomcloud_networking_secgroup_rule_v2';
const rule = (name: string, body = ''): string => `resource "${RULE}" "${name}" {\n${body}}\n`;

describe('broken HCL: blocks are found where the parser finds its way', () => {
  test.each([
    ['a list that is not closed before it', `resource "x" "y" {\n  a = [1,\n\n${rule('a')}`, 4],
    ['an argument without a value before it', `resource "x" "y" {\n  a =\n}\n${rule('a')}`, 4],
    ['an argument without a value within it', rule('a', '  name =\n'), 1],
    ['a brace too many before it', `}\n${rule('a')}`, 2],
    ['its own end is missing', `resource "${RULE}" "a" {\n  name = "x"\n`, 1],
    ['a string that is not closed before it', `locals {\n  a = "x\n}\n${rule('a')}`, 4],
    ['a heredoc before it, and a broken block', `locals {\n  a = <<E\nx\nE\n  b = [\n}\n${rule('a')}`, 7],
  ])('%s', async (_, text, line) => {
    const { place } = await find({ 'main.tf': text }, `${RULE}.a`);
    expect(place).toMatchObject({ file: 'main.tf', line });
  });

  test('nothing to be found: one note', async () => {
    const { place, notes } = await find({ 'main.tf.json': `{"resource":{"${RULE}":{"a":{]` }, `${RULE}.a`);
    expect(place).toBeUndefined();
    expect(notes).toEqual(['main.tf.json is not read to its end: it is broken, or too large.']);
  });
});

describe('what cannot be read: no place, one note', () => {
  test.each([
    [
      'a file that the edge refuses',
      { 'main.tf': '', 'big.tf': undefined },
      'big.tf is not read: it is larger than 5 MB, or leads out of the source directory.',
    ],
    ['no UTF-8', { 'main.tf': new Uint8Array([0x72, 0xff, 0xfe]) }, 'main.tf is not read: it is not UTF-8.'],
    [
      'UTF-16',
      { 'main.tf': new Uint8Array(Buffer.from(`\uFEFF${rule('a')}`, 'utf16le')) },
      'main.tf is not read: it is not UTF-8.',
    ],
    ['no Terraform files', { 'README.md': '' }, 'the source directory holds no Terraform files.'],
    ['no directory', {}, 'the source directory is not read: there is no such directory in the repository.'],
  ])('%s', async (_, files, note) => {
    const { place, notes } = await find(files, `${RULE}.a`);
    expect(place).toBeUndefined();
    expect(notes).toEqual([note]);
  });

  test.each([
    [
      'outside of the repository',
      '../../elsewhere',
      'the module `m` is not read: it is outside of the repository.',
    ],
    [
      'a directory that is not there',
      './nowhere',
      'the module `m` is not read: there is no such directory in the repository.',
    ],
  ])('a module: %s', async (_, source, note) => {
    const files = { 'main.tf': `module "m" {\n  source = "${source}"\n}\n`, 'elsewhere/main.tf': rule('a') };
    const { place, why, notes } = await find(files, `module.m.${RULE}.a`, { sources: { m: source } });
    expect({ place, why }).toEqual({ place: undefined, why: 'its module cannot be read' });
    expect(notes).toEqual([note]);
  });

  test('a note is given once, and only when something has no place', async () => {
    const files = { 'main.tf': rule('a') + rule('b'), 'big.tf': undefined };
    const located = await locate(
      openSource(memoryReader(files), () => undefined),
      ['a', 'b', 'c', 'd'].map((name) => ({ address: `${RULE}.${name}`, actions: ['create'] })),
    );
    expect([...located.places.keys()]).toEqual([`${RULE}.a`, `${RULE}.b`]);
    expect(located.notes).toHaveLength(1);
    const placed = await find(files, `${RULE}.a`);
    expect(placed.notes).toEqual([]);
  });

  test.each(['', 'nonsense', 'module.x', 'a.b.c.d', 'module.m["', '../../etc/passwd'])(
    'the address %j',
    async (address) => {
      const { place, notes } = await find({ 'main.tf': rule('a') }, address);
      expect({ place, notes }).toEqual({ place: undefined, notes: [] });
    },
  );

  test('a grammar that is none', async () => {
    const reader = {
      ...memoryReader({ 'main.tf': rule('a') }),
      grammar: () => Promise.resolve(new Uint8Array(3)),
    };
    const located = await locate(
      openSource(reader, () => undefined),
      [{ address: `${RULE}.a`, actions: ['create'] }],
    );
    expect(located.places.size).toBe(0);
    expect(located.notes).toHaveLength(1);
  });
});

describe('large and hostile texts', () => {
  test('a large file is not parsed as a whole', async () => {
    const filler = rule('x', '  remote_ip_prefix = "10.0.0.0/8"\n').repeat(20_000);
    const started = process.cpuUsage();
    const { place } = await find({ 'main.tf': filler + rule('a') }, `${RULE}.a`);
    expect(place?.line).toBe(60_001);
    expect(process.cpuUsage(started).user).toBeLessThan(1_500_000);
  });

  test('a large file with a heredoc in front is given up, with a note', async () => {
    const filler = `locals {\n  a = <<E\n${'x\n'.repeat(1_100_000)}E\n}\n`;
    const { place, notes } = await find({ 'main.tf': filler + rule('a') }, `${RULE}.a`);
    expect(place).toBeUndefined();
    expect(notes).toEqual(['main.tf is not read to its end: it is broken, or too large.']);
  });

  test.each([
    ['words', 'resource ' + 'a'.repeat(200_000)],
    ['spaces', 'resource ' + ' '.repeat(200_000)],
    ['comments', '/* */'.repeat(50_000)],
    ['comments that do not end', '/*'.repeat(100_000)],
    ['labels', 'resource ' + '"a"'.repeat(70_000)],
    ['quotes', 'resource ' + '"'.repeat(200_000)],
    ['lines', 'resource\n'.repeat(30_000)],
  ])('headers among many %s take no longer than any text', (_, text) => {
    const started = process.cpuUsage();
    headersIn(text);
    expect(process.cpuUsage(started).user).toBeLessThan(500_000);
  });

  test.each([
    ['without end', `{"locals":${'['.repeat(100_000)}`],
    ['without end, in objects', '{"locals":'.repeat(100_000)],
    ['once too often', `{"locals":${'['.repeat(101)}${']'.repeat(101)}}`],
  ])('JSON that nests %s', async (_, text) => {
    expect(await jsonFileOf(text).find('locals', [])).toEqual({ blocks: [], isBroken: true });
  });

  test('JSON that nests as deep as it may', async () => {
    const text = `{"locals":${'['.repeat(100)}${']'.repeat(100)}}`;
    expect(await jsonFileOf(text).find('locals', [])).toEqual({ blocks: [], isBroken: false });
  });

  test('JSON of one line takes no longer than any other', async () => {
    const started = process.cpuUsage();
    const text = `{"locals":[${'{"a":1},'.repeat(100_000)}0]}`;
    const { blocks, isBroken } = await jsonFileOf(text).find('locals', []);
    expect([blocks.length, blocks.at(-1)?.endLine, isBroken]).toEqual([1000, 1, true]);
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });

  test('more blocks of one name than a call takes arguments', async () => {
    const many = `[${'{"a":1},'.repeat(200_000)}{}]`;
    const files = {
      'main.tf.json': `{"resource":{"${RULE}":{"a":${many}}}}`,
      'x.tf': rule('a').repeat(5000),
    };
    expect(await find(files, `${RULE}.a`)).toMatchObject({
      place: { file: 'main.tf.json', line: 1 },
      notes: [],
    });
  });

  test('what is parsed in all has an end: then headers have to do', async () => {
    const large = `/* */\n${rule('a', `  x = [\n${'    "1234567890",\n'.repeat(50_000)}  ]\n`)}`;
    const names = Array.from({ length: 8 }, (_, i) => `f${i}.tf`);
    const started = process.cpuUsage();
    const { place } = await find(Object.fromEntries(names.map((name) => [name, large])), `${RULE}.a`);
    expect(place).toMatchObject({ file: 'f0.tf', line: 2 });
    expect(process.cpuUsage(started).user).toBeLessThan(20_000_000);
  });

  test('much JSON is not read to its end', async () => {
    const text = JSON.stringify({ locals: { a: 'x'.repeat(4_500_000) } });
    const names = ['a', 'b', 'c', 'd'].map((name) => `${name}.tf.json`);
    const { notes } = await find(Object.fromEntries(names.map((name) => [name, text])), `${RULE}.a`);
    expect(notes).toEqual([
      'c.tf.json is not read: the files of its folder are too large together.',
      'd.tf.json is not read: the files of its folder are too large together.',
    ]);
  });
});

describe('random input', () => {
  const address = `${RULE}.a`;
  const fragment = fc.constantFrom(
    ...[
      'resource',
      'locals',
      ` "${RULE}"`,
      ' "a"',
      ' {',
      '}',
      '\n',
      ' = ',
      '[',
      ']',
      '"',
      '${',
      '<<E\n',
      'E\n',
    ],
    ...[
      '/*',
      '*/',
      '#',
      'for_each',
      'local.a',
      '{ for k, v in local.a : k => v }',
      'merge(',
      ')',
      ',',
      'é😀',
      '\\',
    ],
  );

  test('bytes as HCL or JSON never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await find({ 'a.tf': bytes, 'b.tf.json': bytes }, address);
      }),
    );
  });

  test('pieces of HCL around a block never throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fragment, { maxLength: 40 }),
        fc.array(fragment, { maxLength: 40 }),
        async (a, b) => {
          const text = `${a.join('')}\n${rule('a', '  for_each = local.a\n')}${b.join('')}`;
          await find({ 'a.tf': text }, `${address}["k"]`, { actions: ['delete'] });
        },
      ),
    );
  });

  test('every text that is JSON is read to the same value', async () => {
    const unit = fc.constantFrom('a', '"', '\\', '\n', '\u2028', 'é', '😀', '{', '$');
    const json = fc.oneof(fc.json(), fc.json({ stringUnit: unit }));
    await fc.assert(
      fc.asyncProperty(json, fc.constantFrom(0, 1, 4), async (value, indent) => {
        fc.pre(!value.includes('${'));
        const text = JSON.stringify({ locals: { a: JSON.parse(value) as unknown } }, null, indent);
        const { blocks } = await jsonFileOf(text).find('locals', []);
        const attribute = blocks[0]?.attributes.get('a');
        expect(attribute && plain(attribute.value)).toEqual(JSON.parse(value));
        expect(JSON.parse(attribute?.text ?? '')).toEqual(JSON.parse(value));
        expect(attribute?.endLine).toBe(text.split('\n').length - (indent === 0 ? 0 : 2));
      }),
    );
  });

  function plain(expr: Expr): unknown {
    switch (expr.kind) {
      case 'literal':
        return expr.value;
      case 'list':
        return expr.elements.map(plain);
      case 'object':
        return Object.fromEntries(expr.entries.map(({ key, value }) => [key, plain(value)]));
      case 'reference':
      case 'part':
      case 'index':
      case 'conditional':
      case 'call':
      case 'for':
      case 'template':
      case 'operation':
      case 'other':
        throw new Error(`no JSON without templates is a ${expr.kind}`);
    }
  }
});

test('what is no grammar loads no parser', async () => {
  expect(await loadHcl(new Uint8Array())).toBeUndefined();
});
