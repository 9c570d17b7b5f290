/** The box for packets in the page says the same as `explain`. */
import { expect, test } from '@jest/globals';

import { distinct, groupBy } from '../../../src/collections.js';
import { openRun } from '../../../src/command/judge-files.js';
import { endsNamed } from '../../../src/explain/ends.js';
import { explainPath } from '../../../src/explain/path.js';
import { pathSides } from '../../../src/explain/side.js';
import { trafficNamed } from '../../../src/explain/traffic.js';
import { pageAnswer, pageEnd } from '../../../src/format/html/browser/answer.js';
import { pagePaths } from '../../../src/format/html/data.js';
import type { PagePaths } from '../../../src/format/html/page-data.js';
import { plain } from '../../../src/format/plain.js';
import { ALL_V4 } from '../../../src/net/peers.js';
import { boxes, type Region, region, unionOf } from '../../../src/net/region.js';
import { explanationOf } from '../../../src/report/explanation.js';
import { pathsOf } from '../../../src/report/paths.js';
import type { JudgedPlan } from '../../../src/report/told-findings.js';
import { explainedRuleWords } from '../../../src/report/words/explain-words.js';
import { must } from '../../../src/result.js';
import { fixtureInput, frozenCases } from '../../support/fixture-report.js';
import { fc, IS_LONG_RUN } from '../../support/laws.js';

/** All of them in the long run. */
const NAMES = frozenCases().filter((_, i) => IS_LONG_RUN || i % 24 === 0);
const QUESTIONS = IS_LONG_RUN ? 300 : 30;

const ADDRESSES = [
  ...['8.8.8.8', '192.168.0.77', '192.168.200.5', '172.16.3.4', '100.125.4.25', '198.19.200.1', '10.0.0.9'],
  ...['192.168.0.0/16', '100.125.0.0/16', '0.0.0.0/0', 'internet', '2001:db8::7', 'fd00::/8'],
];
const TRAFFIC = [
  ...[22, 53, 80, 443, 4789, 5353, 5443, 5444, 6443, 8445, 9443, 10_250, 30_000].map((port) => `tcp/${port}`),
  ...['udp/53', 'udp/123', 'udp/4789', 'udp/30500', 'icmp/8:0', 'icmp', '47', 'tcp/1-1024', 'tcp', 'all'],
];

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly traffic: string;
}

function sorted<T>(things: readonly T[]): readonly T[] {
  return things.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Rules of two groups may have the same words: the page has them once, with the times of both. */
function byWords(rules: readonly (readonly [string, readonly string[]])[]): unknown {
  const words = groupBy(rules, ([text]) => text);
  return sorted(
    [...words].map(([text, same]) => [text, sorted(distinct(same.flatMap(([, times]) => times)))]),
  );
}

function trafficIn(packets: Region): unknown {
  const dims = boxes(packets).map(({ protocols, ports }) => region('ingress', [protocols], [ports], ALL_V4));
  return boxes(unionOf(dims)).map(({ protocols, ports }) => [protocols, ports]);
}

function traffic(text: string): Parameters<typeof pathSides>[1] {
  const read = trafficNamed(text);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

function byCommand({ from, to, traffic: text }: Asked, { subjects }: JudgedPlan): unknown {
  const ends = endsNamed({ from, to }, subjects);
  if (!ends.ok) return ends.error;
  const answer = explainPath(pathSides(ends.value, traffic(text)), subjects.world);
  const { parts } = explanationOf({ ...ends.value, traffic: traffic(text) }, answer, subjects);
  return {
    states: answer.states,
    parts: sorted(
      answer.parts.map(({ states, sides }, i) => ({
        states,
        sides: sides.map(({ direction, states: own, packets }, j) => ({
          ...{ direction, states: own, traffic: trafficIn(packets) },
          rules: byWords(
            must(parts[i]?.sides[j], 'told').rules.map((rule) => [
              plain(explainedRuleWords(rule), 400),
              rule.times,
            ]),
          ),
        })),
      })),
    ),
  };
}

function byPage({ from, to, traffic: text }: Asked, paths: PagePaths): unknown {
  const a = pageEnd(from, paths);
  const b = pageEnd(to, paths);
  if (!a.ok || !b.ok) throw new Error(`${from}, ${to}`);
  const answer = pageAnswer(paths, { from: a.value, to: b.value, traffic: traffic(text) });
  if (answer.kind === 'untold') return answer.why;
  return {
    states: answer.states,
    parts: sorted(
      answer.parts.map(({ states, sides }) => ({
        states,
        sides: sides.map(({ direction, states: own, packets, rules }) => ({
          ...{ direction, states: own, traffic: trafficIn(packets) },
          rules: byWords(rules.map(({ rule, times }) => [paths.rules[rule]?.words ?? '', times])),
        })),
      })),
    ),
  };
}

test.each(NAMES)('%s', async (name) => {
  const opened = await openRun(fixtureInput(name));
  if (!opened.ok) throw new Error(opened.error.error.message);
  const { judged } = opened.value;
  let [answers, subjects] = [0, 0];
  for (const all of pathsOf(judged)) {
    const plan = must(judged[all.plan], 'each is of a plan');
    const paths = pagePaths(all, { findings: [] });
    const parties = paths.parties.map((party) => party.name);
    subjects += judged.reduce((sum, one) => sum + one.subjects.subjects.length, 0);
    const party = fc.constantFrom(...parties);
    const end = fc.oneof(party, fc.constantFrom(...ADDRESSES));
    const asked = fc
      .tuple(party, end, fc.boolean(), fc.constantFrom(...TRAFFIC))
      .map(([one, other, isOut, text]): Asked => ({
        ...(isOut ? { from: one, to: other } : { from: other, to: one }),
        traffic: text,
      }));
    fc.assert(
      fc.property(asked, (question) => {
        const page = byPage(question, paths);
        if (typeof page === 'string') return;
        answers += 1;
        expect(page).toEqual(byCommand(question, plan));
      }),
      { numRuns: QUESTIONS },
    );
  }
  // Where nothing is judged, the page knows no answer.
  expect(answers > 0).toBe(subjects > 0);
});
