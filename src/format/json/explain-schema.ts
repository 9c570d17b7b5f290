/**
 * The JSON of `explain`, version 1: what schema/explain-1.json is made from. Scripts and tests check answers with it; a
 * run takes its type alone.
 */
import * as v from 'valibot';

import { lineOrNull, packets } from './schema.js';
import { flag, string, textOrNull, texts } from './schema-parts.js';

const state = (description: string) =>
  v.pipe(v.picklist(['allowed', 'dropped', 'undecided', 'absent']), v.description(description));

const states = {
  before: state('What becomes of the packets before the plan.'),
  during: state(
    'While the plan is applied. allowed: they pass all the time; dropped: at no moment; undecided: they may be dropped.',
  ),
  after: state('After the plan. absent: one of the ends is not there.'),
};

const rule = v.pipe(
  v.object({
    address: textOrNull('The address of the resource that holds the rule; null when nobody manages it.'),
    requirement: textOrNull('The row of which CCE made the rule that nobody manages.'),
    group: string('The group that it is in.'),
    direction: string('ingress, egress, or unknown.'),
    action: string('allow, deny, or unknown.'),
    priority: v.pipe(
      v.nullable(v.number()),
      v.description('1 to 100; null when it is not known, or documented nowhere.'),
    ),
    packets: v.pipe(
      v.array(packets),
      v.description('What it is about. Members of a group are told by the name of the group.'),
    ),
    isAtMost: flag('It is for some of these packets only; which, the plan does not know.'),
    times: texts('When it has a part in it: before, during, after.'),
    belief: v.pipe(
      v.picklist(['seen', 'plan', 'recorded', 'gone', 'doubted', 'assumed', 'not-shown']),
      v.description(
        'How it is known that it is there. plan: a plan or a state holds it; not-shown: it stands for whatever rules the group has that nobody shows.',
      ),
    ),
    file: textOrNull('The file of the configuration that it stands in.'),
    line: lineOrNull('The line of the file, from 1.'),
    isBase: flag('It is a line of the base revision: in the checkout it is gone.'),
  }),
  v.description('A rule that has a part in what becomes of the packets.'),
);

const side = v.object({
  direction: string('ingress: whether the end lets the packets in; egress: whether it lets them out.'),
  end: string('Whose security groups are asked.'),
  ...states,
  packets: v.pipe(v.array(packets), v.description('The packets, seen from this end.')),
  rules: v.pipe(v.array(rule), v.description('The rules of this end that decide.')),
  refused: texts(
    'Addresses of new rules that would let the packets through after the plan, and that the API refuses while an equal one still stands.',
  ),
  nearest: v.pipe(
    v.array(
      v.object({
        time: string('before, during or after.'),
        address: textOrNull('Its address; null when nobody manages it.'),
        requirement: textOrNull('The row of which CCE made it.'),
        lacks: string('What keeps it from letting them through: peer, ports or protocol.'),
      }),
    ),
    v.description('Where nothing lets the packets through, the rule that nearly does.'),
  ),
  dependsOn: texts('What decides where it is undecided, as sentences.'),
});

const part = v.object({
  ...states,
  sides: v.pipe(
    v.array(side),
    v.description('The ends that are in security groups: the packets pass when each lets them through.'),
  ),
});

export const explainSchema = v.pipe(
  v.object({
    version: v.pipe(v.literal(1), v.description('The form of this answer. Fields may be added to it.')),
    packet: string('What was asked for, in words.'),
    fingerprint: textOrNull('Of the finding whose packets they are.'),
    ...states,
    rules: v.pipe(v.array(rule), v.description('The rules that decide, of all parts and both ends.')),
    parts: v.pipe(
      v.array(part),
      v.description(
        'Packets of which all have the same lot. Several where they have not: then `before`, `during` and `after` are what all agree on, else undecided.',
      ),
    ),
  }),
  v.title('What becomes of packets before, during and after a plan: cce-plan-guard explain'),
  v.description('The output of `cce-plan-guard explain --format json`, version 1.'),
);

/** The answer of `explain` as JSON. */
export type ExplainJson = v.InferOutput<typeof explainSchema>;
