/**
 * Where expressions lead, against Terraform itself: `applied.json` says which object each of some hundred attributes named
 * when the plan beside it was applied. Only the files tell: the plan keeps bare references.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { moduleAt, type ReadSource, type ReferenceEnd } from '../../src/plan/references/walk.js';
import { sourceExpressions } from '../../src/source/locals/locals.js';
import { openSource } from '../../src/source/files/source.js';
import { fixture, NO_SOURCE, resolving } from '../support/plans/reading.js';
import { memoryReader } from '../support/source/memory-reader.js';

const FOLDER = path.join(import.meta.dirname, '../../fixtures/plan-semantics/expressions');
const plan = fixture('plan-semantics', 'expressions', 'plan.json');
const applied = Object.entries(
  JSON.parse(readFileSync(path.join(FOLDER, 'applied.json'), 'utf8')) as Record<string, string>,
);

/** What follows references with what the files tell, read as often as it takes. */
async function withFiles(): Promise<ReadSource> {
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tf'),
  );
  const files = Object.fromEntries(
    names.map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')]),
  );
  const { configuration } = resolving(plan).document;
  const source = openSource(
    memoryReader(files),
    (called) => moduleAt(configuration, called.slice(0, -1))?.calls.get(called.at(-1) ?? '')?.source,
  );
  const { read, readSource } = sourceExpressions(source, () => []);
  for (let readings = 0; readings < 8; readings++) {
    const { resolver, at } = resolving(plan, readSource);
    for (const [address] of applied) resolver.resolve(at(address), 'input');
    if (!(await read(resolver.unread()))) break;
  }
  return readSource;
}

function leads(readSource: ReadSource): ReadonlyMap<string, readonly ReferenceEnd[]> {
  const { resolver, at } = resolving(plan, readSource);
  return new Map(applied.map(([address]) => [address, resolver.resolve(at(address), 'input')]));
}

const addressOf = (end: ReferenceEnd): string => (end.kind === 'target' ? end.address : end.kind);

/** Functions that nobody evaluates: what they may come to is as much as their references. */
const SEVERAL = new Set(
  [
    [
      'd_distinct',
      'd_json',
      'f_json["k"]',
      'n_alltrue',
      'n_can',
      'n_heredoc',
      'n_index',
      'n_len',
      'n_matchkeys',
    ],
    ['n_min', 'n_one_never', 'n_regex', 'n_substr', 'n_subtract', 'n_ws'],
  ].flatMap((names) => names.map((name) => `terraform_data.u_${name}`)),
);

describe('what Terraform came to', () => {
  const ends = withFiles().then(leads);

  test.each(applied.filter(([address]) => !SEVERAL.has(address)))('%s is %s', async (address, object) => {
    expect((await ends).get(address)?.map(addressOf)).toEqual([object]);
  });

  test.each(applied.filter(([address]) => SEVERAL.has(address)))('%s may be %s', async (address, object) => {
    expect((await ends).get(address)?.map(addressOf)).toContain(object);
  });
});

test('without files, what is told for certain is true', () => {
  for (const [address, ends] of leads(NO_SOURCE)) {
    const [only, ...others] = ends.map(addressOf);
    if (others.length > 0 || only === 'opaque' || only === 'constant') continue;
    expect([address, only]).toEqual([address, new Map(applied).get(address)]);
  }
});
