import * as v from 'valibot';

import {
  type Fix,
  FIX_KINDS,
  type FixEffect,
  type FixRule,
  type FixStep,
  type WhyNoFix,
  type WhyNoOrder,
} from '../../../report/fix.js';
import type { HclTree, NewBlock, NewEntry } from '../../../terraform/write-hcl.js';
import { doubtValue } from './packet-values.js';
import { amount, eachKind, familyName, maybe, strings, way } from './parts.js';

type Schema<T> = v.GenericSchema<unknown, T>;

const yes = v.boolean();
const argument = { address: v.string(), name: v.string(), value: v.string() };
const fromTo = { from: v.string(), to: v.string() };

const step = eachKind<FixStep>()(
  v.variant('kind', [
    v.object({
      kind: v.literal('undo'),
      ...{ gone: strings, changed: strings, made: strings, attributes: strings },
      values: v.array(v.object({ ...argument, instead: maybe(v.string()) })),
      isDeny: yes,
    }),
    v.object({ kind: v.literal('move'), moves: v.array(v.object(fromTo)) }),
    v.object({ kind: v.literal('import'), address: v.string(), id: maybe(v.string()) }),
    v.object({ kind: v.literal('reimport'), ...fromTo }),
    v.object({ kind: v.literal('old-first'), addresses: strings }),
    v.object({ kind: v.literal('new-first'), addresses: strings }),
    v.object({ kind: v.literal('stages'), rules: amount, newFirst: strings }),
    v.object({ kind: v.literal('merge-first'), rules: amount, left: strings }),
    v.object({ kind: v.literal('no-default-rules'), addresses: strings }),
    v.object({ kind: v.literal('add-rules'), rules: amount, isFirst: yes }),
    v.object({ kind: v.literal('outrank'), rules: amount, isFirst: yes }),
    v.object({
      kind: v.literal('less-deny'),
      ...{ removed: strings, left: strings },
      narrowed: v.array(v.object(argument)),
      rules: amount,
    }),
    v.object({ kind: v.literal('default-rules'), rows: v.picklist(['standing', 'gone']) }),
    v.object({ kind: v.literal('default-rule-priority'), value: v.picklist([1, 100]) }),
    v.object({ kind: v.literal('look') }),
    v.object({ kind: v.literal('waive'), until: v.string() }),
  ]),
);

const effect = eachKind<FixEffect>()(
  v.variant('kind', [
    v.object({ kind: v.literal('opens-nothing') }),
    v.object({ kind: v.literal('opens-rows'), rows: strings }),
    v.object({ kind: v.literal('egress-stays-open'), rules: amount }),
    v.object({ kind: v.literal('ends-more'), findings: amount }),
    v.object({ kind: v.literal('then'), conclusion: v.picklist(['pass', 'fail']) }),
    v.object({ kind: v.literal('shows'), doubts: v.array(doubtValue) }),
    v.object({ kind: v.literal('shows-group'), what: v.picklist(['rules', 'place']) }),
    v.object({ kind: v.literal('becomes'), isHeld: yes }),
  ]),
);

const textOrNone = v.nullable(v.string());
const numberOrNone = v.nullable(v.number());

const rule: Schema<FixRule> = v.object({
  group: v.object({ address: textOrNone, id: textOrNone }),
  direction: way,
  ethertype: familyName,
  protocol: textOrNone,
  ...{ portRangeMin: numberOrNone, portRangeMax: numberOrNone },
  ...{ remoteIpPrefix: textOrNone, remoteGroupId: textOrNone },
  action: v.nullable(v.picklist(['allow', 'deny'])),
  priority: numberOrNone,
});

const plainBlock = {
  keyword: v.string(),
  labels: strings,
  body: v.array(v.tuple([v.string(), v.string()])),
  comments: v.exactOptional(strings),
};

/** Blocks that we write have blocks within them, and those have none. */
const block: Schema<NewBlock> = v.object({
  ...plainBlock,
  blocks: v.exactOptional(v.array(v.object(plainBlock))),
});

const tree: Schema<HclTree> = v.variant('kind', [
  v.object({ kind: v.literal('text'), text: v.string() }),
  v.object({ kind: v.literal('list'), elements: v.array(v.lazy(() => tree)) }),
  v.object({
    kind: v.literal('object'),
    entries: v.array(v.tuple([v.string(), v.lazy(() => tree)])),
  }),
]);

const entry: Schema<NewEntry> = v.object({
  keyword: v.literal('entry'),
  beside: v.string(),
  place: v.string(),
  key: maybe(v.string()),
  value: tree,
  isSpread: yes,
  comments: strings,
});

const whyNoOrder = eachKind<WhyNoOrder>()(
  v.variant('kind', [
    v.object({
      kind: v.picklist(['equal-rules', 'same-again', 'comes-along']),
      addresses: strings,
    }),
    v.object({ kind: v.picklist(['not-transient', 'none-holds', 'not-tried']) }),
  ]),
);

const whyNoFix = eachKind<WhyNoFix>()(
  v.variant('kind', [
    v.object({ kind: v.picklist(['none-holds', 'notice', 'not-of-rules', 'not-tried']) }),
    v.object({ kind: v.literal('order'), order: v.union([v.literal('found'), whyNoOrder]) }),
  ]),
);

const fix = v.pipe(
  v.object({
    kind: v.picklist(FIX_KINDS),
    step,
    blocks: v.array(v.union([entry, block])),
    module: v.string(),
    configuration: maybe(v.string()),
    adds: v.array(rule),
    removes: v.array(v.object({ address: v.string(), id: textOrNone })),
    effects: v.array(effect),
    stages: v.array(v.object({ targets: strings, program: v.picklist(['terraform', 'tofu']) })),
  }),
  // Whoever reads a report has no plan to change.
  v.transform((value): Fix => ({ ...value, edits: [] })),
);

/** What mends findings. */
export const fixesValue = v.object({ isFirst: yes, all: v.array(fix), why: maybe(whyNoFix) });
