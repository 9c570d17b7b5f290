/** Narrowing stories: what an earlier apply took away from CCE's rules is known from what took its place. */
import { describe, expect, test } from '@jest/globals';

import { REQUIREMENTS } from '../../src/model/model.js';
import { judge, rows } from '../support/judge.js';
import { IS_LONG_RUN } from '../support/laws.js';
import { narrowing, narrowingStories, removal, type Story } from '../support/laws/narrowing-stories.js';
import { configured } from '../support/stories.js';

/** Rows whose parts lie within another row of the same port as well: which of the two is gone, nobody can tell. */
const WITHIN_ANOTHER: ReadonlySet<string> = new Set(['T6.2']);

/** The configuration that a team has which records what it took away. */
function recorded({ row }: Story): ReturnType<typeof configured> {
  return configured(`clusters: [{ name: prod, default-rules: { gone: [${row.id}] } }]`);
}

/** The usual run takes each way by one API, and the first and the last part; the long run all of them. */
const byV3 = narrowingStories('v3');
const stories = narrowingStories('v2').flatMap((story, i) =>
  IS_LONG_RUN ? [story, byV3[i] ?? story] : [(i % 2 === 0 ? byV3[i] : undefined) ?? story],
);

describe.each(stories)('$name', (story) => {
  const places = story.parts.map((_, nth) => nth);
  const chosen = places.filter((nth) => IS_LONG_RUN || nth === 0 || nth === places.length - 1);

  test('is no loss when all of it stays', () => {
    expect(rows(judge(narrowing(story)), 'introduced')).toEqual([]);
  });

  test.each(chosen)('part %i, which goes later, is judged as if the loss were recorded', (nth) => {
    const changes = removal(story, nth);
    const truth = rows(judge(changes, recorded(story)), 'introduced');
    const report = judge(changes);
    const isAmongOthers = WITHIN_ANOTHER.has(story.row.id);
    // Of a row that may be narrowed a part may be in nobody's way, or other rows let it through.
    if (story.row.floor === undefined && !isAmongOthers) expect(truth).not.toEqual([]);
    if (isAmongOthers) {
      expect(rows(report, 'undecided')).toEqual(expect.arrayContaining([...truth]));
    } else {
      expect(rows(report, 'introduced')).toEqual(truth);
    }
  });
});

test('every row has a story, but for those that name a group', () => {
  const told = new Set(stories.map(({ row }) => row));
  const others = REQUIREMENTS.filter((row) => row.table !== 8 && !told.has(row));
  // They can only be cut by protocols, and those together are not all of it.
  expect(others.filter(({ peer }) => !peer.endsWith('-group'))).toEqual([]);
});
