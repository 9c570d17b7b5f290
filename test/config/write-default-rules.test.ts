/** What `record` makes of a configuration file: the line is in it, and all else is as it was. */
import { describe, expect, test } from '@jest/globals';

import { CHECK_IDS } from '../../src/check/check-id.js';
import { withGone } from '../../src/config/default-rules.js';
import { readConfiguration } from '../../src/config/read-configuration.js';
import { withDefaultRules } from '../../src/config/write-default-rules.js';
import { fc } from '../support/laws.js';

/** The file once T1.9 of the cluster is gone, as `record` does it: what it says already stays. */
function recorded(text: string, cluster = 'prod', rows: readonly string[] = ['T1.9']): string {
  const read = readConfiguration(text, CHECK_IDS);
  if (!read.ok) throw new Error(read.error.message);
  const entry = read.value.clusters.find(({ name }) => name === cluster)?.defaultRules;
  const written = withDefaultRules(text, [{ cluster, record: withGone(entry, rows) }]);
  if (!written.ok) throw new Error(written.error);
  return written.value;
}

describe('the line is put in', () => {
  test.each([
    ['a new file', '', 'clusters:\n  - name: prod\n    default-rules: { gone: [T1.9] }\n'],
    [
      'a file of comments',
      '# ours\n',
      '# ours\nclusters:\n  - name: prod\n    default-rules: { gone: [T1.9] }\n',
    ],
    [
      'a file without clusters, and without an end of line',
      'fail-on: critical # always',
      'fail-on: critical # always\nclusters:\n  - name: prod\n    default-rules: { gone: [T1.9] }\n',
    ],
    [
      'a cluster with comments all around',
      '# head\nclusters:   # all\n  - name: prod   # ours\n    # where it is\n    region: eu-de\n\n  # about dev\n  - name: dev\n    vpc-cidrs:\n      - 10.0.0.0/8   # wide\n\nwaivers: []\n',
      '# head\nclusters:   # all\n  - name: prod   # ours\n    default-rules: { gone: [T1.9] }\n    # where it is\n    region: eu-de\n\n  # about dev\n  - name: dev\n    vpc-cidrs:\n      - 10.0.0.0/8   # wide\n\nwaivers: []\n',
    ],
    [
      'another cluster alone',
      'clusters:\n- name: dev\n  vpc-cidrs: [10.0.0.0/8]\n# end\nwaivers: []\n',
      'clusters:\n- name: dev\n  vpc-cidrs: [10.0.0.0/8]\n- name: prod\n  default-rules: { gone: [T1.9] }\n# end\nwaivers: []\n',
    ],
    [
      'no cluster at all',
      'clusters: [] # none\n',
      'clusters: [{ name: prod, default-rules: { gone: [T1.9] } }] # none\n',
    ],
    [
      'braces',
      'clusters: [{ name: dev }, { name: "prod", region: eu-de }]\n',
      'clusters: [{ name: dev }, { name: "prod", default-rules: { gone: [T1.9] }, region: eu-de }]\n',
    ],
    [
      'a list in braces',
      'clusters:\n  - name: prod\n    default-rules: { gone: [T1.8], standing: [T1.9, T2.1] } # seen\n',
      'clusters:\n  - name: prod\n    default-rules: { gone: [T1.8, T1.9], standing: [T2.1] } # seen\n',
    ],
    [
      'all but one standing',
      'clusters:\n  - name: prod\n    default-rules: { standing: all }\n',
      'clusters:\n  - name: prod\n    default-rules: { gone: [T1.9], standing: all }\n',
    ],
    [
      'lines with comments',
      'clusters:\n  - name: prod\n    default-rules:\n      # in March\n      gone:\n        - T1.8 # office\n      standing: # seen\n        - T1.9\n        - T2.1\n',
      'clusters:\n  - name: prod\n    default-rules:\n      # in March\n      gone:\n        - T1.8 # office\n        - T1.9\n      standing: # seen\n        - T2.1\n',
    ],
    [
      'the last that stood',
      'clusters:\n  - name: prod\n    default-rules:\n      standing:\n        - T1.9\n    region: eu-de\n',
      'clusters:\n  - name: prod\n    default-rules:\n      gone: [T1.9]\n    region: eu-de\n',
    ],
    [
      'ends of line of Windows, and a mark at the start',
      '\u{feff}clusters:\r\n  - name: prod\r\n    region: eu-de\r\n',
      '\u{feff}clusters:\r\n  - name: prod\r\n    default-rules: { gone: [T1.9] }\r\n    region: eu-de\r\n',
    ],
    [
      'anchors of other values',
      'clusters:\n  - name: prod\n    vpc-cidrs: &vpc [10.0.0.0/8]\n  - name: dev\n    vpc-cidrs: *vpc\n',
      'clusters:\n  - name: prod\n    default-rules: { gone: [T1.9] }\n    vpc-cidrs: &vpc [10.0.0.0/8]\n  - name: dev\n    vpc-cidrs: *vpc\n',
    ],
    [
      'an alias of its own',
      'clusters:\n  - name: dev\n    default-rules: &seen { gone: [T1.8] }\n  - name: prod\n    default-rules: *seen\n',
      'clusters:\n  - name: dev\n    default-rules: &seen { gone: [T1.8] }\n  - name: prod\n    default-rules: { gone: [T1.8, T1.9] }\n',
    ],
  ])('of %s', (_, text, expected) => {
    const once = recorded(text);
    expect(once).toBe(expected);
    expect(recorded(once)).toBe(once);
  });

  test.each(['true', '12', 'a: b', 'prod # 1', '"prod"', 'pröd', '- x', 'null'])(
    'of a cluster by the name %j',
    (name) => {
      const read = readConfiguration(recorded('', name), CHECK_IDS);
      expect(read).toMatchObject({
        ok: true,
        value: { clusters: [{ name, defaultRules: { gone: ['T1.9'] } }] },
      });
    },
  );
});

describe('a person has to write it', () => {
  test.each([
    [
      'where others share the value by an anchor',
      'clusters:\n  - name: prod\n    default-rules: &seen\n      gone: [T1.8]\n  - name: dev\n    default-rules: *seen\n',
    ],
    [
      'where a comment would go',
      'clusters:\n  - name: prod\n    default-rules: { gone: [T1.8, # office\n      T1.7] }\n',
    ],
    ['where the whole file is in braces', '{ fail-on: critical }\n'],
  ])('%s', (_, text) => {
    expect(() => recorded(text)).toThrow('only a person can add to');
  });
});

/** A cluster of a file, in one of the ways in which people write it. */
const entry = fc.record({
  region: fc.boolean(),
  comment: fc.boolean(),
  gone: fc.uniqueArray(fc.constantFrom('T1.8', 'T1.9', 'T2.1')),
  standing: fc.boolean(),
  style: fc.constantFrom('braces', 'lines', 'dashes'),
});

test('whatever the file is like, its lines stay, and only the record is new', () => {
  const file = fc.record({
    entries: fc.array(entry, { maxLength: 3 }),
    tail: fc.boolean(),
    isCrlf: fc.boolean(),
  });
  const rows = fc.uniqueArray(fc.constantFrom('T1.8', 'T1.9', 'T2.2'), { minLength: 1 });
  fc.assert(
    fc.property(file, rows, fc.constantFrom('a0', 'a1', 'b'), ({ entries, tail, isCrlf }, gone, cluster) => {
      const lines = [
        ...(entries.length > 0 ? ['clusters: # all of them'] : ['# nothing yet']),
        ...entries.flatMap((one, i) => [
          `  - name: a${i}${one.comment ? ' # why' : ''}`,
          ...(one.region ? ['    region: eu-de'] : []),
          ...rulesLines(one),
          ...(one.comment ? ['    # the end of it', ''] : []),
        ]),
        ...(tail ? ['# what follows', 'fail-on: critical'] : []),
      ];
      const text = lines.map((line) => line + (isCrlf ? '\r\n' : '\n')).join('');
      const before = readConfiguration(text, CHECK_IDS);
      const written = recorded(text, cluster, gone);
      expect(recorded(written, cluster, gone)).toBe(written);
      const after = readConfiguration(written, CHECK_IDS);
      if (!before.ok || !after.ok) throw new Error('it cannot be read');
      const others = ({ name }: { readonly name: string }): boolean => name !== cluster;
      expect(after.value.clusters.filter(others)).toEqual(before.value.clusters.filter(others));
      const now = after.value.clusters.find(({ name }) => name === cluster);
      expect(now?.defaultRules?.gone).toEqual(expect.arrayContaining([...gone]));
      // Lines with rows may be written anew; all others stand, in their order.
      const kept = (of: string): readonly string[] =>
        of.split('\n').filter((line) => !/T\d|gone|standing/.test(line));
      expect(isWithin(kept(text), kept(written))).toBe(true);
    }),
  );
});

function rulesLines({
  gone,
  standing,
  style,
}: {
  gone: readonly string[];
  standing: boolean;
  style: string;
}) {
  if (gone.length === 0) return [];
  const all = standing ? ', standing: all' : '';
  if (style === 'braces') return [`    default-rules: { gone: [${gone.join(', ')}]${all} } # seen`];
  const last = standing ? ['      standing: all'] : [];
  if (style === 'lines') return ['    default-rules:', `      gone: [${gone.join(', ')}]`, ...last];
  return ['    default-rules: # seen', '      gone:', ...gone.map((id) => `        - ${id} # seen`), ...last];
}

/** Whether the lines are among the others, in this order. */
function isWithin(lines: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const line of others) if (line === lines[at]) at++;
  return at === lines.length;
}
