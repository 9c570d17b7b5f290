/** What is not needed is not read, and not loaded. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';

import { locate } from '../../src/source/locate/locate.js';
import { sourceExpressions } from '../../src/source/locals/locals.js';
import { openSource } from '../../src/source/files/source.js';
import { type Files, memoryReader, noAsked } from '../support/source/memory-reader.js';

const RULE = 'opentelekomcloud_networking_secgroup_rule_v2';
const create = (name: string): { address: string; actions: ['create'] } => ({
  address: `${RULE}.${name}`,
  actions: ['create'],
});

describe('what the stage asks the edge for', () => {
  const files: Files = {
    'main.tf': `resource "${RULE}" "a" {\n}\n`,
    'other/main.tf': `resource "${RULE}" "a" {\n}\n`,
    'more.tf.json': `{"resource":{"${RULE}":{"j":{}}}}`,
  };

  test('asked for nothing, it reads nothing', async () => {
    const asked = noAsked();
    const source = openSource(memoryReader(files, { asked }), () => undefined);
    await locate(source, []);
    await sourceExpressions(source, () => []).read([]);
    expect(asked).toEqual(noAsked());
  });

  test('no text looks like the block: no parser', async () => {
    const asked = noAsked();
    await locate(
      openSource(memoryReader(files, { asked }), () => undefined),
      [create('b')],
    );
    expect(asked).toEqual({ listed: [''], read: ['main.tf', 'more.tf.json'], grammars: 0 });
  });

  test('JSON needs no parser', async () => {
    const asked = noAsked();
    const source = openSource(memoryReader(files, { asked }), () => undefined);
    const { places } = await locate(source, [create('j')]);
    expect(places.size).toBe(1);
    expect(asked.grammars).toBe(0);
  });

  test('each folder is read once, and the grammar once', async () => {
    const asked = noAsked();
    const source = openSource(memoryReader(files, { asked }), () => undefined);
    await locate(source, [create('a'), create('b'), create('j'), create('a')]);
    await locate(source, [create('a')]);
    expect(asked).toEqual({ listed: [''], read: ['main.tf', 'more.tf.json'], grammars: 1 });
  });
});

/** What our code takes of the parsers, doing nothing. */
const STAND_IN = `
  export const Parser = {}, Language = {}, visit = () => {};
  export const parseTree = () => ({ type: 'object', offset: 0, length: 0, children: [] });
  export default {};
`;

describe('what Node loads', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'source-lazy-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs code in a bare Node whose parsers are stand-ins that tell when they are loaded. */
  async function loads(code: string): Promise<string> {
    const outfile = path.join(folder, 'run.mjs');
    await build({
      stdin: { contents: code, resolveDir: path.join(import.meta.dirname, '..', '..'), loader: 'ts' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile,
      plugins: [
        {
          name: 'stand-ins',
          setup: (bundle) => {
            bundle.onResolve({ filter: /^(web-tree-sitter|jsonc-parser)$/ }, ({ path: name }) => ({
              path: name,
              namespace: 'stand-in',
            }));
            bundle.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path: name }) => ({
              contents: `console.log(${JSON.stringify(name)}); ${STAND_IN}`,
            }));
          },
        },
      ],
    });
    return execFileSync(process.execPath, [outfile], { encoding: 'utf8' }).trim();
  }

  const prelude = `
    import { locate } from './src/source/locate/locate.js';
    import { sourceExpressions } from './src/source/locals/locals.js';
    import { openSource } from './src/source/files/source.js';
    const bytes = new TextEncoder().encode('locals {\\n  a = 1\\n}\\nresource "t" "n" {\\n}\\n');
    const reader = { rootModule: '', list: async () => ['main.tf'], read: async () => bytes, grammar: async () => bytes };
    const source = openSource(reader, () => undefined);
  `;

  test('nothing to place: no parser', async () => {
    expect(
      await loads(`${prelude} await locate(source, []); await sourceExpressions(source, () => []).read([]);`),
    ).toBe('');
  });

  test('nothing that is there: no parser', async () => {
    const code = `await locate(source, [{ address: 't.other', actions: ['create'] }]);`;
    expect(await loads(prelude + code)).toBe('');
  });

  test('a place: the grammar alone', async () => {
    const code = `await locate(source, [{ address: 't.n', actions: ['create'] }]);`;
    expect(await loads(prelude + code)).toBe('web-tree-sitter');
  });

  const json = prelude
    .replace("['main.tf']", "['main.tf.json']")
    .replace(/encode\(.*\)/, `encode('{"resource":{"t":{"n":{}}}}')`);

  test('nothing that is there in JSON: no parser', async () => {
    const code = `await locate(source, [{ address: 't.other', actions: ['create'] }]);`;
    expect(await loads(json + code)).toBe('');
  });

  test('a place in JSON: its parser alone', async () => {
    const code = `await locate(source, [{ address: 't.n', actions: ['create'] }]);`;
    expect(await loads(json + code)).toBe('jsonc-parser');
  });
});

test('two thousand files add little', async () => {
  const body = `  security_group_id = local.group\n  remote_ip_prefix  = "10.0.0.0/8"\n}\n`;
  const files = Object.fromEntries(
    Array.from({ length: 2000 }, (_, i) => [
      `f${i}.tf`,
      Array.from({ length: 10 }, (_unused, j) => `resource "${RULE}" "r${i}_${j}" {\n${body}`).join('\n'),
    ]),
  );
  const reader = memoryReader(files);
  // Loading the grammar is paid once and is no matter of the number of files.
  await locate(
    openSource(reader, () => undefined),
    [create('r0_0')],
  );
  const started = process.cpuUsage();
  const wanted = Array.from({ length: 20 }, (_, i) => create(`r${i * 100}_5`));
  const { places } = await locate(
    openSource(reader, () => undefined),
    wanted,
  );
  const { user, system } = process.cpuUsage(started);
  expect(places.size).toBe(20);
  expect((user + system) / 1000).toBeLessThan(1000);
});
