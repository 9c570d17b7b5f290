import { isSameRule } from '../cluster/twins.js';
import type { Reason } from '../check/finding.js';
import { distinct } from '../collections.js';
import { parseAddress } from '../terraform/traversal.js';
import { type NewBlock, quoted, rootReference } from '../terraform/write-hcl.js';
import type { Ailment } from './ailment.js';
import { addRules, admitPools } from './add-rules.js';
import type { Pen } from './writing/written-rule.js';
import { type Candidate, candidate } from './candidate.js';
import { lessDenies } from './less-deny.js';
import { keepGroup, rulesAt, undoCauses, undoShift } from './undo.js';

/** Thinks of changes that may mend an ailment, the most conservative first. */
type Propose = (ailment: Ailment, pen: Pen) => readonly Candidate[];

/** By the kind of reason; of the others no change of rules is known that mends them. */
const PROPOSALS: Readonly<Partial<Record<Reason['kind'], readonly Propose[]>>> = {
  row: [undoCauses, lessDenies, addRules],
  'deny-of-unknown-rank': [undoCauses, lessDenies],
  'load-balancers-unknown': [undoCauses],
  'not-crosswise': [undoCauses, admitPools],
  opened: [undoCauses],
  repeats: [oldFirst, noDefaultRules, undoCauses, importRules],
  'rules-shift': [undoShift],
  'key-renamed': [moveRules, importMoved, undoCauses],
  'group-goes': [keepGroup],
  'pool-replaced': [undoCauses, keepGroup],
  'cluster-replaced': [undoCauses],
  'group-renamed': [undoCauses],
};

/** What may mend the findings of an ailment, in the order in which it is to be tried. */
export function candidatesFor(ailment: Ailment, pen: Pen): readonly Candidate[] {
  const kinds = distinct(ailment.found.map(({ reason }) => reason.kind));
  // Rules that change places cut rows: taking the change back mends both.
  const kind = kinds.find((one) => one === 'rules-shift') ?? kinds[0];
  const proposals = kind === undefined ? [] : (PROPOSALS[kind] ?? []);
  return proposals.flatMap((propose) => propose(ailment, pen));
}

type Repeats = Extract<Reason, { kind: 'repeats' }>;

function repeatsIn({ found }: Ailment): readonly Repeats[] {
  return found.flatMap(({ reason }) => (reason.kind === 'repeats' ? [reason] : []));
}

/** A rule that stands in its own way. */
function oldFirst(ailment: Ailment): readonly Candidate[] {
  const addresses = repeatsIn(ailment).flatMap(({ twin, rule }) => (twin.kind === 'itself' ? [rule] : []));
  if (addresses.length === 0) return [];
  return [
    candidate({
      kind: 'no-create-before-destroy',
      step: { kind: 'old-first', addresses },
      edits: addresses.map((address) => ({ kind: 'old-first', address })),
    }),
  ];
}

/** New groups that are made without the rules of new groups. */
function noDefaultRules(ailment: Ailment): readonly Candidate[] {
  if (!repeatsIn(ailment).every(({ twin }) => twin.kind === 'rule-of-new-groups')) return [];
  const { plan } = ailment.subjects.world;
  const groups = plan.groups.filter(
    ({ key, existsBefore, hasDefaultRules }) =>
      ailment.groups.includes(key) && !existsBefore && hasDefaultRules,
  );
  const addresses = groups.map(({ address }) => address);
  if (addresses.length === 0) return [];
  return [
    candidate({
      kind: 'delete-default-rules',
      step: { kind: 'no-default-rules', addresses },
      edits: addresses.map((address) => ({ kind: 'no-default-rules', address })),
    }),
  ];
}

/** A rule that CCE made, or that stands otherwise, is taken into the state. */
function importRules(ailment: Ailment): readonly Candidate[] {
  const { plan, unmanaged, configuration } = ailment.subjects.world;
  const repeats = repeatsIn(ailment);
  const isThere = repeats.every(({ twin }) => ['default-rule', 'seen-rule'].includes(twin.kind));
  if (!isThere) return [];
  return repeats.flatMap(({ rule: text }): readonly Candidate[] => {
    const rule = rulesAt(plan).get(text)?.[0];
    const address = parseAddress(text);
    const to = address === undefined ? undefined : rootReference(address);
    if (rule?.after?.group.kind !== 'group' || to === undefined || repeats.length > 1) return [];
    const { after } = rule;
    const { key } = rule.after.group;
    const seen = unmanaged.get(key)?.rules.find(({ side }) => isSameRule(after, side, key, configuration));
    return [
      candidate({
        kind: 'import',
        step: { kind: 'import', address: text, id: seen?.id },
        edits: [{ kind: 'adopt', address: text }],
        blocks:
          seen === undefined
            ? []
            : [
                {
                  keyword: 'import',
                  labels: [],
                  body: [
                    ['to', to],
                    ['id', quoted(seen.id)],
                  ],
                },
              ],
      }),
    ];
  });
}

/** Tells Terraform that a rule has another address. */
function moveRules({ found }: Ailment): readonly Candidate[] {
  const moves = found.flatMap(({ reason }) => {
    if (reason.kind !== 'key-renamed' || reason.isDeposed || reason.from === undefined) return [];
    const { from, to, canMove } = reason;
    return canMove ? [{ from, to }] : [];
  });
  if (moves.length === 0 || moves.length < found.length) return [];
  const blocks = moves.map(({ from, to }) => {
    const [old, next] = [from, to].map((text) => {
      const address = parseAddress(text);
      return address === undefined ? undefined : rootReference(address);
    });
    return old === undefined || next === undefined
      ? undefined
      : {
          keyword: 'moved',
          labels: [],
          body: [
            ['from', old],
            ['to', next],
          ] as const,
        };
  });
  const whole = blocks.filter((block) => block !== undefined);
  if (whole.length < moves.length) return [];
  return [
    candidate({
      kind: 'moved',
      step: { kind: 'move', moves },
      edits: moves.map((move) => ({ kind: 'move', ...move })),
      blocks: whole,
    }),
  ];
}

/** A rule that resources of different types hold: no `moved` block leads from one to the other. */
function importMoved({ found: [{ reason }, ...others], subjects }: Ailment): readonly Candidate[] {
  if (reason.kind !== 'key-renamed' || others.length > 0) return [];
  const { from, to, canMove, isDeposed } = reason;
  if (canMove || isDeposed || from === undefined) return [];
  const [old, next] = [from, to].map(parseAddress);
  const rule = rulesAt(subjects.world.plan).get(from)?.[0];
  const [oldText, nextText] = [old, next].map((address) => address && rootReference(address));
  // A `removed` block names whole blocks, and nobody sees whether other instances stay.
  if (old?.key !== undefined || oldText === undefined || nextText === undefined) return [];
  const keeps: NewBlock = { keyword: 'lifecycle', labels: [], body: [['destroy', 'false']] };
  return [
    candidate({
      kind: 'import',
      step: { kind: 'reimport', from, to },
      edits: [{ kind: 'move', from, to }],
      blocks: [
        ...(rule?.id === undefined
          ? []
          : [
              {
                keyword: 'import',
                labels: [],
                body: [['to', nextText] as const, ['id', quoted(rule.id)] as const],
              },
            ]),
        { keyword: 'removed', labels: [], body: [['from', oldText]], blocks: [keeps] },
      ],
    }),
  ];
}
