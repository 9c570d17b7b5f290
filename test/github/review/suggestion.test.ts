import { beforeAll, describe, expect, test } from '@jest/globals';

import { readGrammar } from '../../../src/edge/disk-reader.js';
import { diffOf } from '../../../src/github/review/diff.js';
import { suggestionFor } from '../../../src/github/review/suggestion.js';
import { blocksOf } from '../../../src/report/blocks.js';
import { type BlocksIn, openBlocks } from '../../../src/source/hcl/blocks.js';
import { addedPatch } from '../../support/action/plans.js';
import { cause, finding, report, RULE as RULE_TYPE } from '../../support/report/builders.js';

let blocksIn: BlocksIn;
beforeAll(async () => {
  blocksIn = await openBlocks(readGrammar);
});

const RULE = [
  'resource "t" "one" {',
  '  direction = "ingress"',
  '  protocol  = "TCP"',
  '  ports     = 22',
  '}',
];
const OTHER = ['resource "t" "two" {', '  protocol = "UDP"', '}'];

type Flaw = 'name-dropped' | 'host-bits';

function problem(id: Flaw) {
  const reason = {
    kind: 'rule-problem',
    rule: `${RULE_TYPE}.one`,
    problem: { kind: 'changed', flaw: { id } },
  } as const;
  return finding({
    ...{ check: 'rule-input', row: undefined, missing: [], witness: undefined, reason },
    causes: [cause('one', ['create'], 1)],
  });
}

function suggested(
  lines: readonly string[],
  line: number,
  side: 'LEFT' | 'RIGHT' = 'RIGHT',
  { patch = addedPatch(lines), flaw = 'name-dropped' }: { patch?: string; flaw?: Flaw } = {},
) {
  const file = { path: 'main.tf', previousPath: undefined, status: 'added', changes: 1, patch };
  const [block] = blocksOf(report([problem(flaw)])).blocks;
  if (block === undefined) throw new Error('no block');
  const place = { path: 'main.tf', anchor: { side, line, startLine: undefined } };
  return suggestionFor(block, place, diffOf([file], { readLines: () => undefined, blocksIn }));
}

describe('a protocol in capitals', () => {
  test.each([1, 3, 5])(
    'is replaced on its own line, whichever line of the resource is spoken of (%d)',
    (line) => {
      expect(suggested(RULE, line)).toEqual({ line: 3, text: '  protocol  = "tcp"' });
    },
  );

  test('is that of the resource, not of its neighbours', () => {
    const lines = [...OTHER, '', ...RULE, '', ...OTHER];
    expect(suggested(lines, 5)).toEqual({ line: 7, text: '  protocol  = "tcp"' });
    const without = RULE.filter((line) => !line.includes('protocol'));
    expect(suggested([...OTHER, '', ...without, '', ...OTHER], 5)).toBeUndefined();
    expect(suggested([...OTHER, ...without, ...OTHER], 4)).toBeUndefined();
  });

  test.each([
    ['a module', ['module "m" {', '  source = "./m"', '}']],
    [
      'a local value',
      ['locals {', '  rules = {', '    a = {', '      protocol = "TCP"', '    }', '  }', '}'],
    ],
  ])('is not looked for around %s', (_, lines) => {
    expect(suggested([...RULE, '', ...lines], RULE.length + 2)).toBeUndefined();
  });

  test('is left alone in a file with CRLF, on a deleted line, and where the diff does not show it', () => {
    expect(
      suggested(RULE, 1, 'RIGHT', { patch: addedPatch(RULE.map((line) => `${line}\r`)) }),
    ).toBeUndefined();
    expect(suggested(RULE, 1, 'LEFT')).toBeUndefined();
    expect(suggested(RULE, 1, 'RIGHT', { patch: addedPatch(RULE.slice(0, 2)) })).toBeUndefined();
  });

  test('is not looked for when the name of the protocol is not what is wrong', () => {
    expect(suggested(RULE, 1, 'RIGHT', { flaw: 'host-bits' })).toBeUndefined();
  });
});
