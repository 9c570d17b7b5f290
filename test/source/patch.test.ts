/** Diffs of fixes: what is written, that git takes it, and what is left out. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { checkoutOf, diskReader } from '../../src/edge/disk-reader.js';
import { openBase } from '../../src/edge/git-base.js';
import { must } from '../../src/result.js';
import { openSource } from '../../src/source/files/source.js';
import { type FileChange, type Patch, patchOf } from '../../src/source/patch/patch.js';

const TYPE = 'opentelekomcloud_networking_secgroup_rule_v2';

function block(name: string, cidr = '192.168.0.0/16'): string {
  return `resource "${TYPE}" "${name}" {\n  remote_ip_prefix = "${cidr}"\n}\n`;
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-'));
  git('init', '-q');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...argv: readonly string[]): void {
  execFileSync('git', ['-c', 'user.email=a@b', '-c', 'user.name=a', ...argv], { cwd: folder, stdio: 'pipe' });
}

function commit(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  git('add', '-A');
  git('commit', '-qm', 'x');
}

async function patch(...changes: readonly FileChange[]): Promise<Patch> {
  const checkout = must(checkoutOf(folder), 'the folder is there');
  const revision = await openBase(folder, 'HEAD~1');
  return patchOf(
    openSource(diskReader(checkout, revision), () => undefined),
    changes,
  );
}

/** The file once git has taken the diff. */
async function applied(file: string, ...changes: readonly FileChange[]): Promise<string> {
  const { text, without } = await patch(...changes);
  expect(without).toEqual([]);
  writeFileSync(path.join(folder, 'fix.patch'), text);
  git('apply', 'fix.patch');
  return readFileSync(path.join(folder, file), 'utf8');
}

const restore = (name: string): FileChange => ({
  ...{ kind: 'restore', address: `${TYPE}.${name}`, values: [] },
});

describe('what the base revision has', () => {
  test('comes back at the end of the file in which it was', async () => {
    commit({ 'main.tf': `${block('a')}\n${block('b')}` });
    commit({ 'main.tf': block('b') });
    expect(await applied('main.tf', restore('a'))).toBe(`${block('b')}\n${block('a')}`);
  });

  test('comes back in a file that is gone', async () => {
    commit({ 'main.tf': block('b'), 'rules.tf': block('a') });
    git('rm', '-q', 'rules.tf');
    git('commit', '-qm', 'gone');
    expect(await applied('rules.tf', restore('a'))).toBe(block('a'));
  });

  test('takes the place of what it has become', async () => {
    commit({ 'main.tf': `${block('a')}\n${block('b')}` });
    commit({ 'main.tf': `${block('a', '10.0.0.0/8')}\n${block('b')}` });
    expect(await applied('main.tf', restore('a'))).toBe(`${block('a')}\n${block('b')}`);
  });

  test('does not help when the block is the same, or one of several instances', async () => {
    commit({ 'main.tf': block('a') });
    commit({ 'other.tf': block('b') });
    expect(await patch(restore('a'), restore('c["x"]'))).toEqual({
      text: '',
      taken: [],
      without: [
        expect.stringContaining('is the same at the base revision'),
        expect.stringContaining('what makes the instance may stand elsewhere'),
      ],
    });
  });
});

describe('an instance', () => {
  const rules = (...entries: readonly string[]): string =>
    ['locals {', '  rules = {', ...entries.map((entry) => `    ${entry}`), '  }', '}', ''].join('\n');
  const each = `resource "${TYPE}" "r" {\n  for_each = local.rules\n  remote_ip_prefix = each.value\n}\n`;
  const [dns, web, narrow] = ['dns = "10.0.0.0/8"', 'web = "0.0.0.0/0"', 'web = "10.0.0.0/8"'];
  const instance: FileChange = { kind: 'restore', address: `${TYPE}.r["web"]`, values: [] };

  test('comes back by its entry', async () => {
    commit({ 'main.tf': `${rules(dns, web)}\n${each}` });
    commit({ 'main.tf': `${rules(dns)}\n${each}` });
    expect((await patch(instance)).taken).toEqual([expect.stringContaining('made of the same map')]);
    expect(await applied('main.tf', instance)).toBe(`${rules(web, dns)}\n${each}`);
  });

  test('is what it was by the value of its entry', async () => {
    commit({ 'main.tf': `${rules(dns, web)}\n${each}` });
    commit({ 'main.tf': `${rules(dns, narrow)}\n${each}` });
    expect(await applied('main.tf', instance)).toBe(`${rules(dns, web)}\n${each}`);
  });

  test('goes with its entry', async () => {
    commit({ 'main.tf': `${rules(dns)}\n${each}` });
    commit({ 'main.tf': `${rules(dns, web)}\n${each}` });
    const change: FileChange = { kind: 'remove', address: instance.address };
    expect(await applied('main.tf', change)).toBe(`${rules(dns)}\n${each}`);
  });

  test('of a set comes back with a comma', async () => {
    const set = (...keys: readonly string[]): string =>
      `resource "${TYPE}" "r" {\n  for_each = toset([\n${keys.map((key) => `    ${key}\n`).join('')}  ])\n}\n`;
    commit({ 'main.tf': set('"dns",', '"web"') });
    commit({ 'main.tf': set('"dns",') });
    expect(await applied('main.tf', instance)).toBe(set('"web",', '"dns",'));
  });

  test('stays as it is where its entry shares a line, or its block is another', async () => {
    commit({ 'main.tf': `${rules(`${dns}, ${web}`)}\n${each}` });
    commit({ 'main.tf': `${rules(dns)}\n${each}` });
    expect((await patch(instance)).without).toEqual([expect.stringContaining('may stand elsewhere')]);
    commit({ 'main.tf': `${rules(dns, web)}\n${each}` });
    commit({ 'main.tf': `${rules(dns)}\n${each.replace('each.value', '"10.0.0.0/8"')}` });
    expect((await patch(instance)).without).toEqual([expect.stringContaining('its block changed')]);
  });
});

describe('without a base revision', () => {
  const narrow = block('a', '192.168.0.0/20');
  const values = [{ name: 'remote_ip_prefix', value: '"192.168.0.0/16"' }];

  test('an argument is what the plan says that it was', async () => {
    commit({ 'main.tf': `${narrow}\n${block('b')}` });
    const source = openSource(diskReader(must(checkoutOf(folder), 'the folder is there')), () => undefined);
    const change: FileChange = { kind: 'restore', address: `${TYPE}.a`, values };
    const { text, without, taken } = await patchOf(source, [change]);
    expect(without).toEqual([]);
    expect(taken).toEqual([expect.stringContaining('the plan shows as before')]);
    expect(text).toContain(
      '-  remote_ip_prefix = "192.168.0.0/20"\n+  remote_ip_prefix = "192.168.0.0/16"\n',
    );
    expect((await patchOf(source, [restore('a')])).without).toEqual([expect.stringContaining('--base')]);
  });
});

describe('the checkout', () => {
  beforeEach(() => {
    commit({ 'main.tf': '' });
    commit({
      'main.tf': `${block('a')}\n${block('b')}\n${block('c')}`,
      'list.tf': `resource "${TYPE}" "many" {\n  count = 2\n}\n`,
    });
  });

  test('loses a block, with the empty line before it', async () => {
    const change: FileChange = { kind: 'remove', address: `${TYPE}.b` };
    expect(await applied('main.tf', change)).toBe(`${block('a')}\n${block('c')}`);
  });

  test('gets an argument at the end of a block', async () => {
    const change: FileChange = { kind: 'argument', address: `${TYPE}.a`, name: 'x', value: 'true' };
    expect(await applied('main.tf', change)).toContain('"192.168.0.0/16"\n  x = true\n}\n');
  });

  test('gets blocks beside others, and several changes of one file at once', async () => {
    const beside = [`${TYPE}.none`, `${TYPE}.a`];
    const change: FileChange = { kind: 'append', beside, modules: [], text: block('d') };
    const text = await applied('main.tf', { kind: 'remove', address: `${TYPE}.a` }, change);
    expect(text.trimStart()).toBe(`${block('b')}\n${block('c')}\n${block('d')}`);
  });

  test('keeps what makes several instances', async () => {
    expect(await patch({ kind: 'remove', address: `${TYPE}.many` })).toMatchObject({
      text: '',
      without: [expect.stringContaining('does not stand alone')],
    });
  });
});
