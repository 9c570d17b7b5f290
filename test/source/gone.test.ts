import { describe, expect, test } from '@jest/globals';

import { find } from '../support/source/memory-reader.js';

const RULE = 'opentelekomcloud_networking_secgroup_rule_v2';
const block = `\nresource "${RULE}" "a" {\n  remote_ip_prefix = "10.0.0.0/8"\n}\n`;
const gone = { actions: ['delete'] } as const;
const call = 'module "rules" {\n  source = "./rules"\n}\n';

describe('a resource whose block is gone', () => {
  test('the place at the base revision', async () => {
    const { place } = await find({ 'main.tf': '' }, `${RULE}.a`, { ...gone, base: { 'old.tf': block } });
    expect(place).toMatchObject({ kind: 'block', file: 'old.tf', line: 2, endLine: 4, isBase: true });
  });

  test('in a module: its old place, beside the call that still stands', async () => {
    const files = { 'main.tf': `\n${call}`, 'rules/main.tf': '' };
    const base = { 'main.tf': call, 'rules/main.tf': block };
    const { place } = await find(files, `module.rules.${RULE}.a`, {
      ...gone,
      base,
      sources: { rules: './rules' },
    });
    expect(place).toMatchObject({
      file: 'rules/main.tf',
      isBase: true,
      call: { file: 'main.tf', line: 2 },
    });
  });

  test('with its module and its call: the base revision tells where the module was', async () => {
    const base = { 'main.tf': call, 'rules/main.tf': block };
    const { place } = await find({ 'main.tf': '' }, `module.rules.${RULE}.a`, { ...gone, base });
    expect(place).toMatchObject({ file: 'rules/main.tf', line: 2, isBase: true, call: undefined });
  });

  test('with a module that was downloaded: the old call', async () => {
    const base = { 'main.tf': '\nmodule "sg" {\n  source = "ns/sg/otc"\n}\n' };
    const { place } = await find({ 'main.tf': '' }, `module.sg.${RULE}.a`, { ...gone, base });
    expect(place).toMatchObject({ kind: 'call', file: 'main.tf', line: 2, isBase: true });
  });

  test.each([
    ['removed', `removed {\n  from = ${RULE}.a\n  lifecycle {\n    destroy = false\n  }\n}\n`],
    ['moved', `moved {\n  from = ${RULE}.a\n  to   = ${RULE}.b\n}\n`],
  ])('a %s block that names it', async (_, text) => {
    const { place } = await find({ 'main.tf': `\n${text}` }, `${RULE}.a`, { actions: ['forget'] });
    expect(place).toMatchObject({ kind: 'removed', file: 'main.tf', line: 2, isBase: false });
  });

  test.each([
    ['the resource', `module.rules.${RULE}.a`, true],
    ['an instance of it', `module.rules["x"].${RULE}.a[0]`, true],
    ['its module', 'module.rules', true],
    ['another module', 'module.rule', false],
    ['another resource', `module.rules.${RULE}.b`, false],
  ])('a removed block of %s, from the root', async (_, from, isIt) => {
    const files = { 'main.tf': `removed {\n  from = ${from}\n}\n` };
    const { place } = await find(files, `module.rules.${RULE}.a`, gone);
    expect(place?.kind).toBe(isIt ? 'removed' : undefined);
  });

  test('the call that held it', async () => {
    const files = { 'main.tf': `\n${call}`, 'rules/main.tf': '# nothing left\n' };
    const { place } = await find(files, `module.rules.${RULE}.a`, { ...gone, sources: { rules: './rules' } });
    expect(place).toMatchObject({ kind: 'call', file: 'main.tf', line: 2, block: undefined, isBase: false });
  });

  test('the call around it, when its own is gone too', async () => {
    const files = { 'main.tf': call, 'rules/main.tf': '# nothing left\n' };
    const { place } = await find(files, `module.rules.module.deep.${RULE}.a`, {
      ...gone,
      sources: { rules: './rules' },
    });
    expect(place).toMatchObject({ kind: 'call', file: 'main.tf', line: 1 });
  });

  test('nothing is left of it: said plainly', async () => {
    const root = await find({ 'main.tf': '' }, `${RULE}.a`, gone);
    expect(root).toMatchObject({ place: undefined, notes: [] });
    expect(root.why).toBe(
      'its block is gone; --base REF, or fetch-depth: 0 in a workflow, shows where it was',
    );
    const inModule = await find({ 'main.tf': '' }, `module.rules.${RULE}.a`, gone);
    expect(inModule.why).toBe(
      'its block is gone and so is the module call that held it; --base REF, or fetch-depth: 0 in a workflow, shows where it was',
    );
    const withBase = await find({ 'main.tf': '' }, `${RULE}.a`, { ...gone, base: { 'main.tf': '' } });
    expect(withBase.why).toBe('its block is gone, and the base revision does not show it');
  });
});

describe('what is gone is shown in a file that is there', () => {
  const shownAt = async (
    files: Readonly<Record<string, string>>,
    base?: Readonly<Record<string, string>>,
  ) => {
    const lookup = { ...gone, ...(base && { base }), sources: { rules: './rules' } };
    const { standIn } = await find(files, `module.rules.${RULE}.a`, lookup);
    return standIn && `${standIn.file}:${standIn.line}`;
  };
  const main = { 'main.tf': call };

  test.each([
    [
      'where it stood',
      { ...main, 'rules/old.tf': '\n\n\n' },
      { ...main, 'rules/old.tf': block },
      'rules/old.tf:1',
    ],
    [
      'where it stood, further down',
      { ...main, 'rules/old.tf': 'a\nb\nc' },
      { ...main, 'rules/old.tf': block },
      'rules/old.tf:2',
    ],
    [
      'main.tf of its module',
      { ...main, 'rules/a.tf': '', 'rules/main.tf': '' },
      { ...main, 'rules/old.tf': block },
      'rules/main.tf:1',
    ],
    ['a file of its module', { 'm.tf': '', 'rules/b.tf': '', 'rules/a.tf': '' }, undefined, 'rules/a.tf:1'],
    ['a file of the module above', { 'z.tf': '' }, undefined, 'z.tf:1'],
    ['nowhere', { 'README.md': '' }, undefined, undefined],
  ])('%s', async (_, files, base, place) => {
    expect(await shownAt(files, base)).toBe(place);
  });

  test('what has its lines needs none', async () => {
    const { standIn } = await find({ 'main.tf': block }, `${RULE}.a`);
    expect(standIn).toBeUndefined();
  });
});

test('a replaced resource is not gone', async () => {
  const { place } = await find({ 'main.tf': block }, `${RULE}.a`, { actions: ['delete', 'create'] });
  expect(place).toMatchObject({ kind: 'attribute', line: 3 });
});
