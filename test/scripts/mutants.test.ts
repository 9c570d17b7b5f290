/** The mutants that show what the tests notice: what is made, what is chosen, and how each is switched on. */
import path from 'node:path';
import { runInNewContext } from 'node:vm';

import { describe, expect, test } from '@jest/globals';

import {
  applied,
  chosen,
  isAnother,
  type Mutant,
  mutantsOf,
  wordUnions,
} from '../../scripts/mutants/mutate.mjs';
import { switched } from '../../scripts/mutants/switched.mjs';
import { sourcesIn, testDistances } from '../../scripts/mutants/tree.mjs';

const ROOT = path.join(import.meta.dirname, '..', '..');

const WAYS = "type Way = 'in' | 'out';\n";

/** Each mutant of a file that starts with `Way`, as a line: kind, then what stands there now. */
function edits(text: string): readonly string[] {
  const source = { file: 'src/net/x.ts', text: WAYS + text };
  return mutantsOf(source, wordUnions([source])).map(
    (mutant) => `${mutant.kind}: ${applied(source.text, mutant).slice(WAYS.length)}`,
  );
}

describe('the edits of', () => {
  test.each([
    ['a comparison', 'f(a < b);', 'operator: f(a <= b);'],
    ['an equality', 'f(a === b);', 'operator: f(a !== b);'],
    ['a conjunction', 'f(a && b);', 'operator: f(a || b);'],
    ['a sum', 'f(a + b);', 'operator: f(a - b);'],
    ['a negation', 'f(!a);', 'negation: f(a);'],
    ['a default', 'f(a ?? b);', 'default: f(b);'],
    ['a choice', 'f(a ? b : c);', 'condition: f(true ? b : c);'],
    ['a choice', 'f(a ? b : c);', 'condition: f(false ? b : c);'],
    ['a branch', 'if (a) f(b);', 'condition: if (false) f(b);'],
    [
      'an early exit',
      'function f(a) { if (a) return 1; }',
      'early-exit: function f(a) { if (false) return 1; }',
    ],
    ['a number', 'f(7);', 'number: f(8);'],
    ['a number', 'f(7);', 'number: f(6);'],
    ['a large integer', 'f(7n);', 'number: f(8n);'],
    ['a filter', 'f(a.filter((x) => g(x)));', 'filter: f(a.filter(() => true));'],
    ['some', 'f(a.some(g));', 'method: f(a.every(g));'],
    ['every', 'f(a.every(g));', 'method: f(a.some(g));'],
    ['a flat map', 'f(a.flatMap(g));', 'method: f(a.slice(1).flatMap(g));'],
    ['a list', 'f([a]);', 'array: f([]);'],
    ['a spread list', 'f([...a, b]);', 'spread: f([...[], b]);'],
    ['a spread record', 'f({ ...a, b });', 'spread: f({ ...{}, b });'],
    ['a difference of sets', 'f(subtract(a, b));', 'set: f(a);'],
    ['a union of sets', 'f(unionSets(line, a, b));', 'set: f(b);'],
    ['a subset', 'f(isSubset(a, b));', 'set: f(isSubset(b, a));'],
    ['a word', "f('in');", "word: f('out');"],
    ['a truth', 'f(true);', 'boolean: f(false);'],
    ['a statement', 'f(a);', 'statement: ;'],
  ])('%s: %s', (_, text, edit) => {
    expect(edits(text)).toContain(edit);
  });

  test.each([
    ['types', "interface X { way: 'in'; n: 7 }\nlet y: 'in' | 7;"],
    ['imports', "import x from 'in';"],
    ['what cannot be', "x = must(y, 'in');"],
    ['an error that is thrown', "throw new Error('in', 7);"],
    ['names of properties', "x = { 'in': y, 7: y };"],
  ])('%s: none', (_, text) => {
    expect(edits(text).filter((edit) => edit !== 'statement: ;')).toEqual([]);
  });
});

describe('of the sources', () => {
  const folders = ['src/net', 'src/effective'].map((folder) => sourcesIn(ROOT, folder));
  const sources = folders.flat();
  const unions = wordUnions(sources);

  function textOf({ file }: Mutant): string {
    return sources.find((source) => source.file === file)?.text ?? '';
  }

  function choose(count: number, seed: number): readonly Mutant[] {
    const pools = folders.map((own) => ({
      lines: own.reduce((sum, { text }) => sum + text.split('\n').length, 0),
      mutants: own.flatMap((source) => mutantsOf(source, unions)),
    }));
    return chosen(pools, count, seed, (mutant) => isAnother(textOf(mutant), mutant));
  }

  const mutants = choose(30, 9);

  test('the same seed gives the same mutants, another seed gives others', () => {
    expect(choose(30, 9)).toEqual(mutants);
    expect(choose(30, 10)).not.toEqual(mutants);
  });

  test('there are as many as asked for, of both folders, no two with one id or on one line', () => {
    expect(mutants).toHaveLength(30);
    expect(new Set(mutants.map(({ file }) => file.split('/')[1]))).toEqual(new Set(['net', 'effective']));
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(30);
    expect(new Set(mutants.map(({ file, line }) => `${file}:${line}`)).size).toBe(30);
  });

  test('each has its text at its place, and makes another program', () => {
    for (const mutant of mutants) {
      expect(textOf(mutant).slice(mutant.start, mutant.end)).toBe(mutant.before);
      expect(isAnother(textOf(mutant), mutant)).toBe(true);
    }
  });

  test('the tests of a file are those that load it, and a test knows how far away it is', () => {
    const distances = testDistances(ROOT).get('src/net/interval.ts');
    expect(distances?.get('test/net/interval.test.ts')).toBe(1);
    expect(distances?.get('test/golden.test.ts')).toBeGreaterThan(1);
  });
});

test('an edit that changes nothing is no other program', () => {
  const text = 'export const f = (a) => (a ? 1 : 1);';
  const [first] = mutantsOf({ file: 'src/net/x.ts', text }, []);
  expect(first?.kind).toBe('condition');
  expect(first && isAnother(text, first)).toBe(false);
});

describe('behind a switch', () => {
  const text = [
    'export function f(list, other) {',
    '  const all = [',
    '    ...list.flatMap((n) => n + 1),',
    '    ...other,',
    '  ];',
    '  if (all.length > 3)',
    '    all.pop();',
    '  return all.some((n) => n > 2) ? all : [];',
    '}',
  ].join('\n');
  const source = { file: 'src/net/x.ts', text };
  const mutants = mutantsOf(source, []);

  /** What the function of a text gives for some arguments, with one mutant or none. */
  function outcomes(body: string, id?: string): readonly string[] {
    const code = `${body.replace(/^import .*/, '').replace('export ', '')}
      [f([1, 2], [3]), f([0, 2], [3, 4]), f([], [1])].map((value) => JSON.stringify(value))`;
    try {
      const isMutant = (other: string): boolean => other === id;
      return [...(runInNewContext(code, { isMutant }) as readonly string[])];
    } catch (error) {
      return [String(error)];
    }
  }

  const all = switched(text, mutants, './switch.js');

  test('each edit does what it does alone, one inside the other as well', () => {
    expect(mutants.length).toBeGreaterThan(12);
    expect(outcomes(all)).toEqual(outcomes(text));
    for (const mutant of mutants) expect(outcomes(all, mutant.id)).toEqual(outcomes(applied(text, mutant)));
  });

  test('an optional chain stays whole', () => {
    const chain = 'export function f(a) { return a[5]?.some((n) => n > 1).valueOf() ?? a.length; }';
    const own = mutantsOf({ file: 'src/net/x.ts', text: chain }, []);
    expect(own.map(({ kind }) => kind)).toContain('method');
    const both = switched(chain, own, './switch.js');
    for (const mutant of own) {
      expect(outcomes(both, mutant.id)).toEqual(outcomes(applied(chain, mutant)));
    }
  });

  test('a file without mutants stays as it is', () => {
    expect(switched(text, [], './switch.js')).toBe(text);
  });
});
