/** What is said on lines already, and what becomes of our comments there. */
import { describe, expect, test } from '@jest/globals';

import { assigned, ourComments } from '../../../src/github/review/line-comments.js';
import { keyFrom } from '../../../src/github/review/marker.js';
import { memoryLine, type Told } from '../../../src/github/review/memory.js';
import type { Note } from '../../../src/github/review/review-draft.js';
import type { Api, LineComment } from '../../../src/github/api/api.js';

const KEY = keyFrom('prod');
const LOGIN = 'github-actions[bot]';
const [A, B] = ['a', 'b'].map((letter) => letter.repeat(16)) as [string, string];
const told = (ids: readonly string[], severity: Told['severity'] = 'warning'): Told => ({
  ...{ severity, ids },
  words: 'x',
});

function note(at: readonly [side: 'LEFT' | 'RIGHT', line: number] | undefined, what: Told): Note {
  const [side = 'RIGHT', line = 0] = at ?? [];
  const anchor = { side, line, startLine: undefined };
  return { place: at && { path: 'main.tf', anchor }, told: what, text: () => 'x' };
}

function comment(now: readonly Told[], fields: Partial<LineComment> = {}): LineComment {
  return {
    ...{ id: 1, url: '', author: { login: LOGIN, type: 'Bot' }, path: 'main.tf', side: 'RIGHT', line: 5 },
    body: `x\n\n${memoryLine(KEY, { now, past: [] })}`,
    ...fields,
  };
}

/** For each note whether it is said, and how many notes each comment of ours tells from now on. */
async function judged(notes: readonly Note[], ...comments: readonly LineComment[]) {
  const api = { lineComments: () => Promise.resolve({ items: comments, isWhole: true }) };
  const job = { number: 7, key: KEY, login: LOGIN };
  const { said, edits } = assigned(notes, await ourComments(api as unknown as Api, job));
  return [notes.map(said.covers), edits.map((edit) => edit.notes.length)];
}

const HERE = ['RIGHT', 5] as const;
const THERE = ['RIGHT', 9] as const;

describe('a note', () => {
  test.each<[string, Note, LineComment, boolean, readonly number[]]>([
    ['is said by a comment that tells of it', note(HERE, told([A])), comment([told([A])]), true, [1]],
    ['on another line, too', note(THERE, told([A, B])), comment([told([A])]), true, [1]],
    ['graver than it was told, too', note(HERE, told([A], 'critical')), comment([told([A])]), true, [1]],
    ['without a line, too', note(undefined, told([A])), comment([told([A])]), true, [1]],
    ['is taken in by what is as grave beside it', note(HERE, told([B])), comment([told([A])]), true, [1]],
    ['not by what is milder', note(HERE, told([B], 'critical')), comment([told([A])]), false, [0]],
    ['not on another line', note(THERE, told([B])), comment([told([A])]), false, [0]],
    ['not on the other side', note(['LEFT', 5], told([B])), comment([told([A])]), false, [0]],
    [
      'is said anew when its line is gone',
      note(HERE, told([A])),
      comment([told([A])], { line: undefined }),
      false,
      [1],
    ],
    ['is said anew when it was fixed', note(HERE, told([A])), comment([]), false, []],
    [
      'is not said by others',
      note(HERE, told([A])),
      comment([told([A])], { author: { login: 'mallory', type: 'User' } }),
      false,
      [],
    ],
  ])('%s', async (_, ...[one, standing, isSaid, edits]) => {
    expect(await judged([one], standing)).toEqual([[isSaid], edits]);
  });
});
