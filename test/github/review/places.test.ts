import { beforeAll, describe, expect, test } from '@jest/globals';

import { readGrammar } from '../../../src/edge/disk-reader.js';
import type { ChangedFile } from '../../../src/github/api/api.js';
import { diffOf } from '../../../src/github/review/diff.js';
import { commentPlace, withDiffPlaces } from '../../../src/github/review/places.js';
import type { CausePlace, ReportCause } from '../../../src/report/report.js';
import { say } from '../../../src/report/words/text.js';
import { must } from '../../../src/result.js';
import { type BlocksIn, openBlocks } from '../../../src/source/hcl/blocks.js';
import { addedPatch, deletedPatch } from '../../support/action/plans.js';
import { finding, report } from '../../support/report/builders.js';

let blocksIn: BlocksIn;
beforeAll(async () => {
  blocksIn = await openBlocks(readGrammar);
});

const TYPE = 'opentelekomcloud_networking_secgroup_rule_v2';

function rule(name: string): readonly string[] {
  return [`resource "${TYPE}" "${name}" {`, '  direction = "egress"', '  protocol  = "tcp"', '}'];
}

const CALL = ['module "rules" {', '  source = "./rules"', '  ports  = [22]', '}'];
const LOCALS = ['locals {', '  open = {', '    dns = 53', '  }', '}'];

type Files = Readonly<Record<string, readonly string[]>>;

/** A checkout, and a pull request that adds or deletes these files as a whole. */
interface Scene {
  readonly checkout?: Files;
  readonly added?: Files;
  readonly deleted?: Files;
  readonly files?: readonly ChangedFile[];
  readonly root?: string;
}

function fileOf(path: string, status: string, patch: string | undefined, previousPath?: string): ChangedFile {
  return { path, previousPath, status, changes: 1, patch };
}

function diffIn({ checkout = {}, added = {}, deleted = {}, files = [] }: Scene) {
  const changed = [
    ...Object.entries(added).map(([path, lines]) => fileOf(path, 'added', addedPatch(lines))),
    ...Object.entries(deleted).map(([path, lines]) => fileOf(path, 'removed', deletedPatch(lines))),
    ...files,
  ];
  return diffOf(changed, { readLines: (path) => checkout[path], blocksIn });
}

/** A cause, with its place written flat. */
interface FlatCause extends Partial<Pick<ReportCause, 'address' | 'actions'>>, Partial<CausePlace> {}

function causeOf({ address = `${TYPE}.one`, actions = ['create'], ...place }: FlatCause): ReportCause {
  const { file, line = 1, isBase = false, block, call } = place;
  const rest = { line, endLine: line, block, call };
  // Only the call is there to be spoken of: the lines themselves are gone.
  const gone = call === undefined ? undefined : { file: 'gone.tf', isBase: true, ...rest };
  return {
    address,
    actions,
    place: file === undefined ? gone : { file, isBase, ...rest },
    unplaced: undefined,
    standIn: undefined,
  };
}

function placeIn(scene: Scene, ...causes: readonly FlatCause[]) {
  return placeOfCauses(scene, causes.map(causeOf));
}

function placeOfCauses(scene: Scene, causes: readonly ReportCause[]) {
  return commentPlace({ causes }, { diff: diffIn(scene), root: scene.root ?? '.' });
}

const DELETED = { actions: ['delete'] } as const;
const spot = (file: string, line: number) => ({ file, line, endLine: line });

describe('a cause that stands in the checkout', () => {
  const text = [...rule('zero'), ...rule('one'), ...CALL, ...LOCALS];

  test('is spoken of on its own line', () => {
    const scene = { checkout: { 'main.tf': text }, added: { 'main.tf': text } };
    expect(placeIn(scene, { file: 'main.tf', line: 7 })).toEqual({
      path: 'main.tf',
      anchor: { side: 'RIGHT', line: 7, startLine: undefined },
    });
  });

  test('else at its block, else at the call of its module, with a word on the line that is meant', () => {
    const checkout = { 'main.tf': text, 'locals.tf': LOCALS, 'rules/main.tf': rule('one') };
    const cause = { file: 'locals.tf', line: 3, block: spot('rules/main.tf', 1), call: spot('main.tf', 9) };
    const address = `module.rules["a.b"].${TYPE}.one`;
    const all: Files = { 'locals.tf': LOCALS, 'rules/main.tf': rule('one'), 'main.tf': text };
    const paths = ['locals.tf', 'rules/main.tf', 'main.tf'];
    const places = paths.map((_, index) => {
      const added = Object.fromEntries(Object.entries(all).slice(index));
      return placeIn({ checkout, added }, { ...cause, address });
    });
    expect(places.map((place) => [place?.path, place?.anchor.line])).toEqual([
      ['locals.tf', 3],
      ['rules/main.tf', 1],
      ['main.tf', 9],
    ]);
    const meant = { file: 'locals.tf', line: 3 };
    expect(places.map((place) => place?.meant)).toEqual([undefined, meant, meant]);
  });

  test('is not spoken of by its line of the base revision', () => {
    const scene = { checkout: { 'main.tf': text }, added: { 'main.tf': text } };
    const cause = { file: 'main.tf', line: 5, isBase: true };
    expect(placeIn(scene, cause)).toBeUndefined();
    expect(placeIn(scene, { ...cause, address: `module.rules.${TYPE}.x`, call: spot('main.tf', 9) })).toEqual(
      {
        path: 'main.tf',
        anchor: { side: 'RIGHT', line: 9, startLine: undefined },
      },
    );
  });

  test('is not spoken of at the block of another resource, or the call of another module', () => {
    const scene = { checkout: { 'main.tf': text }, added: { 'main.tf': text } };
    expect(placeIn(scene, { file: 'main.tf', line: 2 })).toBeUndefined();
    expect(placeIn(scene, { address: `module.other.${TYPE}.one`, call: spot('main.tf', 9) })).toBeUndefined();
  });

  test('gives way to the next cause when it is nowhere in the diff', () => {
    const scene = { checkout: { 'main.tf': text, 'a.tf': rule('a') }, added: { 'main.tf': text } };
    const place = placeIn(
      scene,
      { address: `${TYPE}.a`, file: 'a.tf', line: 1 },
      { file: 'main.tf', line: 5 },
    );
    expect(place).toMatchObject({ path: 'main.tf', anchor: { line: 5 } });
  });

  test.each(['rules.tf.json', 'main.tofu', 'main.tofu.json'])('may stand in %s', (name) => {
    const lines = ['{', '  "resource": {}', '}'];
    const scene = { checkout: { [name]: lines }, added: { [name]: lines } };
    expect(placeIn(scene, { file: name, line: 2 })).toMatchObject({ path: name, anchor: { line: 2 } });
  });

  test('has no place in a file without a diff', () => {
    const scene = { checkout: { 'main.tf': text }, files: [fileOf('main.tf', 'modified', undefined)] };
    expect(placeIn(scene, { file: 'main.tf', line: 5 })).toBeUndefined();
  });

  test('is found in a file with CRLF, and in one that is renamed', () => {
    const patch = addedPatch(rule('one').map((line) => `${line}\r`));
    const crlf = { checkout: { 'main.tf': rule('one') }, files: [fileOf('main.tf', 'modified', patch)] };
    expect(placeIn(crlf, { file: 'main.tf', line: 3 })).toMatchObject({ anchor: { line: 3 } });
    const edit = '@@ -2,3 +2,3 @@\n   direction = "egress"\n-  protocol  = "udp"\n+  protocol  = "tcp"\n }';
    const files = [fileOf('b.tf', 'renamed', edit, 'a.tf')];
    expect(placeIn({ checkout: { 'b.tf': rule('one') }, files }, { file: 'b.tf', line: 3 })).toMatchObject({
      path: 'b.tf',
      anchor: { line: 3 },
    });
  });
});

describe('a block that the diff deletes', () => {
  const LEFT = { side: 'LEFT', line: 4, startLine: 1 };

  test('is spoken of on its deleted lines, without any history', () => {
    expect(placeIn({ deleted: { 'old.tf': rule('one') } }, DELETED)).toEqual({
      path: 'old.tf',
      anchor: LEFT,
    });
    const forgotten = placeIn({ deleted: { 'old.tf': rule('one') } }, { actions: ['forget'] });
    expect(forgotten).toEqual({ path: 'old.tf', anchor: LEFT });
  });

  test('is that of its root module, where several have one of the same name', () => {
    const deleted = { 'a/main.tf': rule('one'), 'b/main.tf': rule('one') };
    expect(placeIn({ deleted, root: 'b' }, DELETED)?.path).toBe('b/main.tf');
    expect(placeIn({ deleted, root: 'c' }, DELETED)).toBeUndefined();
    expect(placeIn({ deleted: { 'a/main.tf': rule('one') }, root: 'c' }, DELETED)?.path).toBe('a/main.tf');
  });

  test('is that of the file that the history names, by its name at the base', () => {
    const deleted = { 'a/main.tf': rule('one'), 'b/main.tf': rule('one') };
    const isBase = { ...DELETED, file: 'a/main.tf', line: 1, isBase: true };
    expect(placeIn({ deleted }, isBase)?.path).toBe('a/main.tf');
    const files = [fileOf('c/new.tf', 'renamed', deletedPatch(rule('one')), 'a/main.tf')];
    expect(placeIn({ files }, isBase)).toEqual({ path: 'c/new.tf', anchor: LEFT });
  });

  test('is the call of a module that goes with all that is in it, else a block of the module', () => {
    const address = `module.rules["x"].module.inner.${TYPE}.one[0]`;
    const both = { 'main.tf': CALL, 'rules/main.tf': rule('one') };
    expect(placeIn({ deleted: both }, { ...DELETED, address })?.path).toBe('main.tf');
    expect(placeIn({ deleted: { 'rules/main.tf': rule('one') } }, { ...DELETED, address })?.path).toBe(
      'rules/main.tf',
    );
    // The root module's own resource of that name is another one.
    expect(placeIn({ deleted: { 'main.tf': rule('one') } }, { ...DELETED, address })).toBeUndefined();
  });

  test('is not one that only moved to another file of its folder', () => {
    const replaced = { actions: ['delete', 'create'], file: 'new.tf', line: 1 } as const;
    const checkout = { 'new.tf': rule('one') };
    const scene = { checkout, deleted: { 'old.tf': rule('one') }, added: { 'new.tf': rule('one') } };
    expect(placeIn(scene, replaced)).toMatchObject({ path: 'new.tf', anchor: { side: 'RIGHT', line: 1 } });
    expect(placeIn({ ...scene, checkout: {} }, DELETED)).toBeUndefined();
  });

  test('is not one of the same name while its own stands, only less of it', () => {
    const checkout = { 'main.tf': rule('one') };
    const deleted = { 'other/main.tf': rule('one') };
    const address = `module.a.${TYPE}.one[1]`;
    expect(placeIn({ checkout, deleted }, { ...DELETED, address, file: 'main.tf', line: 1 })).toBeUndefined();
  });

  test('is none for a resource that is not destroyed', () => {
    expect(placeIn({ deleted: { 'old.tf': rule('one') } }, { actions: ['create'] })).toBeUndefined();
  });
});

describe('what only the diff tells', () => {
  const placed = (scene: Scene, cause: ReportCause) => {
    const given = report([finding({ causes: [cause] })]);
    const [found] = withDiffPlaces(given, diffIn(scene), [scene.root ?? '.']).findings;
    return must(found?.causes[0], 'the finding and its cause are there');
  };

  test('is where a deleted block stood', () => {
    const cause = { ...causeOf(DELETED), unplaced: say`its block is gone` };
    expect(placed({ deleted: { 'old.tf': rule('one') } }, cause)).toMatchObject({
      place: { file: 'old.tf', line: 1, endLine: 4, isBase: true },
      unplaced: undefined,
    });
  });

  test('is where a block stands in a file that is not checked out, and the comment goes there', () => {
    const scene = { added: { 'infra/main.tf': [...rule('zero'), ...rule('one')] }, root: 'infra' };
    const cause = placed(scene, causeOf({}));
    expect(cause.place).toMatchObject({ file: 'infra/main.tf', line: 5, isBase: false });
    expect(placeOfCauses(scene, [cause])).toEqual({
      path: 'infra/main.tf',
      anchor: { side: 'RIGHT', line: 5, startLine: undefined },
    });
    const inModule = causeOf({ address: `module.rules.${TYPE}.x` });
    expect(placed({ added: { 'main.tf': CALL } }, inModule).place).toMatchObject({ line: 1 });
  });

  test('is nothing when the file is checked out, or lies in another folder, or has no such block', () => {
    const added = { 'infra/main.tf': rule('one') };
    expect(placed({ added, checkout: added, root: 'infra' }, causeOf({})).place).toBeUndefined();
    expect(placed({ added, root: '.' }, causeOf({})).place).toBeUndefined();
    const other = causeOf({ address: `${TYPE}.two` });
    expect(placed({ added, root: 'infra' }, other).place).toBeUndefined();
  });

  test('changes no place that is known', () => {
    const known = causeOf({ ...DELETED, file: 'main.tf', line: 9 });
    expect(placed({ deleted: { 'old.tf': rule('one') } }, known)).toEqual(known);
  });
});

test('thousands of causes and blocks are matched by name, not each with each', () => {
  const names = Array.from({ length: 5000 }, (_, index) => `r${index}`);
  const scene = { checkout: { 'new.tf': names.flatMap((name) => rule(name)) }, deleted: {}, root: '.' };
  const added = { 'new.tf': scene.checkout['new.tf'] };
  const deleted = { 'old.tf': names.flatMap((name) => rule(`old_${name}`)) };
  const diff = diffIn({ checkout: scene.checkout, added, deleted });
  const causes = names.flatMap((name, index) => [
    causeOf({ address: `${TYPE}.${name}`, file: 'new.tf', line: 1 + 4 * index }),
    causeOf({ address: `${TYPE}.old_${name}`, actions: ['delete'] }),
  ]);
  diff.file('new.tf');
  const before = performance.now();
  const placed = causes.map((cause) => commentPlace({ causes: [cause] }, { diff, root: '.' }));
  expect(performance.now() - before).toBeLessThan(2000);
  expect(placed.every((place) => place !== undefined)).toBe(true);
});
