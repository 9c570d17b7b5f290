import { beforeAll, describe, expect, test } from '@jest/globals';

import { readGrammar } from '../../../src/edge/disk-reader.js';
import { diffOf } from '../../../src/github/review/diff.js';
import { suggestionFor } from '../../../src/github/review/suggestion.js';
import type { Fix } from '../../../src/report/fix.js';
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

describe('an argument that is to be what it was', () => {
  const address = `${RULE_TYPE}.one`;
  const undo: Fix = {
    ...{ kind: 'undo', edits: [], blocks: [], module: '', configuration: undefined },
    ...{ adds: [], removes: [], effects: [], stages: [] },
    step: {
      ...{ kind: 'undo', gone: [], changed: [address], made: [], isDeny: false, attributes: ['cidr'] },
      values: [{ address, name: 'cidr', value: '"10.0.0.0/8"', instead: '"10.1.0.0/16"' }],
    },
  };
  const none = () => undefined;

  function undone(...patch: readonly string[]) {
    const body = [' resource "t" "one" {', ...patch, ' }'];
    const lines = body.filter((line) => !line.startsWith('-')).length;
    const text = [
      `@@ -1,${body.filter((line) => !line.startsWith('+')).length} +1,${lines} @@`,
      ...body,
    ].join('\n');
    const file = { path: 'main.tf', previousPath: undefined, status: 'modified', changes: 2, patch: text };
    const found = finding({
      causes: [cause('one', ['delete', 'create'], 1)],
      fixes: { first: () => undo, all: () => [undo], whyNone: none },
    });
    const [block] = blocksOf(report([found])).blocks;
    if (block === undefined) throw new Error('no block');
    const place = { path: 'main.tf', anchor: { side: 'RIGHT' as const, line: 1, startLine: undefined } };
    return suggestionFor(block, place, diffOf([file], { readLines: none, blocksIn }));
  }

  test('is replaced by the line that the diff shows', () => {
    expect(undone('-  cidr   = "10.0.0.0/8"', '+  cidr = "10.1.0.0/16"')).toEqual({
      line: 2,
      text: '  cidr   = "10.0.0.0/8"',
    });
  });

  test.each([
    ['the old value comes from elsewhere', '-  cidr = var.cidr', '+  cidr = "10.1.0.0/16"'],
    ['the new value comes from elsewhere', '-  cidr = "10.0.0.0/8"', '+  cidr = var.cidr'],
    ['another value stands there', '-  cidr = "10.0.0.0/8"', '+  cidr = "10.2.0.0/16"'],
    ['the line says more', '-  cidr = "10.0.0.0/8"', '+  cidr = "10.1.0.0/16" # x'],
    ['another argument says it', '-  peer = "10.0.0.0/8"', '+  cidr = "10.1.0.0/16"'],
  ])('is left alone where %s', (_, ...patch) => {
    expect(undone(...patch)).toBeUndefined();
  });
});
