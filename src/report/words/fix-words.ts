import { distinct } from '../../collections.js';
import type { HclText } from '../../terraform/write-hcl.js';
import { moduleText, parseAddress } from '../../terraform/traversal.js';
import type { Fix, FixEffect, FixStage, FixStep, UndoneArgument, WhyNoFix, WhyNoOrder } from '../fix.js';
import { doubtsPhrase } from './doubt-words.js';
import { capitalised, capped, count, PROGRAM_NAMES } from './phrases.js';
import { type Text, toText } from './text.js';

const ADDRESS_LIMIT = 3;

/** What to do, as a sentence, and what else becomes of it. */
export function fixSentence(fix: Fix): Text {
  return toText(`${capitalised(stepWords(fix.step))}${effectsPart(fix)}.`);
}

/** What to do, as the beginning of a line. */
export function fixTitle({ step }: Fix): Text {
  return toText(stepWords(step));
}

/** What else becomes of it, one by one. */
export function effectTexts({ effects }: Fix): readonly Text[] {
  return effects.map((effect) => toText(effectWords(effect)));
}

/** The command of an apply, as a shell takes it. */
export function stageCommand({ targets, program }: FixStage): Text {
  return toText([`${program} apply`, ...targets.map((target) => shellWord(`-target=${target}`))].join(' '));
}

function shellWord(text: string): string {
  return /^[\w./=:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** What is proved of it, and what else becomes of it. */
export function fixProof({ effects, kind }: Fix): Text {
  const shown = effects.map(effectWords).join('; ');
  return toText(
    kind === 'waive' || kind === 'configuration' || kind === 'facts'
      ? shown
      : `proved: ends the finding${shown === '' ? '' : `; ${shown}`}`,
  );
}

/** Within report/words alone. */
export function stepWords(step: FixStep): string {
  switch (step.kind) {
    case 'undo':
      return undoWords(step);
    case 'move':
      return `say by a \`moved\` block that ${capped(
        step.moves.map(({ from, to }) => `\`${from}\` is \`${to}\` now`),
        ADDRESS_LIMIT,
      )}, so that nothing is made or destroyed`;
    case 'import':
      return `import the rule that stands as \`${step.address}\`${step.id === undefined ? ' (its id is in the console, or in what `cce-plan-guard facts` writes)' : ''}`;
    case 'reimport':
      return `import the rule that exists as \`${step.to}\`, and let go of \`${step.from}\` by a \`removed\` block with \`destroy = false\``;
    case 'old-first':
      return `leave \`create_before_destroy\` of ${addressList(step.addresses)} out, so that the old rule goes first`;
    case 'new-first':
      return `give ${addressList(step.addresses)} \`lifecycle { create_before_destroy = true }\`, so that the new rule is there before the old one goes`;
    case 'stages':
      return `apply in two steps, ${step.rules === 1 ? 'the new rule' : 'the new rules'} first${
        step.newFirst.length === 0
          ? ''
          : `, with \`lifecycle { create_before_destroy = true }\` on ${addressList(step.newFirst)}`
      }`;
    case 'merge-first':
      return `merge ${step.rules === 1 ? 'the new rule first, as a block of its own,' : 'the new rules first, as blocks of their own,'} and apply; then merge this change without ${addressList(step.left)}, in whose place ${step.rules === 1 ? 'it stands' : 'they stand'} by then, and apply`;
    case 'no-default-rules':
      return `set \`delete_default_rules = true\` on ${addressList(step.addresses)}, which is made without these rules then`;
    case 'add-rules':
      return `add ${count(step.rules, 'rule')}${step.isFirst ? FIRST : ''}`;
    case 'outrank':
      return `add ${count(step.rules, 'allow rule')} that win against the deny by their priority${step.isFirst ? FIRST : ''}`;
    case 'less-deny':
      return lessDenyWords(step);
    case 'default-rule-priority':
      return `say \`default-rule-priority: ${String(step.value)}\`, if that is the priority of rules that CCE and the v2 API make`;
    case 'default-rules':
      return step.rows === 'standing'
        ? 'record that these rules of CCE still stand, if they do'
        : 'record that these rules of CCE are gone, if they are';
    case 'look':
      return 'look at the cloud: `cce-plan-guard facts --plan PLAN --output facts.json`, and judge with `--facts facts.json`';
    case 'waive':
      return `accept it until ${step.until}`;
  }
}

function lessDenyWords(step: Extract<FixStep, { kind: 'less-deny' }>): string {
  return [
    ...(step.removed.length > 0 ? [`remove the deny ${addressList(step.removed)}`] : []),
    ...(step.left.length > 0 ? [`leave the deny ${addressList(step.left)} out`] : []),
    ...step.narrowed.map(
      ({ address, name, value }) =>
        `${name === 'priority' ? 'weaken' : 'narrow'} the deny \`${address}\` to \`${name} = ${value}\``,
    ),
    ...(step.rules > 0 ? [`add ${count(step.rules, 'allow rule')}`] : []),
  ].join(', and ');
}

const FIRST = ', in an apply before the rest of the plan';

function undoWords(step: Extract<FixStep, { kind: 'undo' }>): string {
  const { gone, changed, made, attributes, values, isDeny } = step;
  const blocks = distinct([...gone, ...changed, ...made].map(blockAddress));
  const [block] = blocks;
  // Instances of one block that change places.
  if (block !== undefined && blocks.length === 1 && changed.length > 1) {
    return `take back what shifts the instances of \`${block}\` (an entry that came or went before others)`;
  }
  const what = attributes.length === 0 || changed.length > 1 ? 'the change' : attributeList(attributes);
  return [
    ...(gone.length > 0 ? [`put ${addressList(gone)} back`] : []),
    ...(changed.length > 0
      ? [
          `undo ${what} of ${addressList(changed)}${changed.length === 1 ? valueWords(values, attributes) : ''}`,
        ]
      : []),
    ...(made.length > 0 ? [`leave ${isDeny ? 'the deny ' : ''}${addressList(made)} out`] : []),
  ].join(', and ');
}

/** Without its quotes. */
function valueCode(value: HclText): string {
  return `\`${value.replace(/^"(.*)"$/, '$1')}\``;
}

/** ` (`10.0.0.0/8` back to `10.0.0.0/16`)`; with names where not one is told before. */
function valueWords(values: readonly UndoneArgument[], told: readonly string[]): string {
  if (values.length === 0) return '';
  const each = values.map(({ name, value, instead }) =>
    [
      ...(values.length === 1 && told.length === 1 ? [] : [`\`${name}\``]),
      ...(instead === undefined ? [] : [valueCode(instead)]),
      `back to ${valueCode(value)}`,
    ].join(' '),
  );
  return ` (${each.join(', ')})`;
}

/** The address without the key of the instance. */
function blockAddress(text: string): string {
  const address = parseAddress(text);
  return address === undefined ? text : `${moduleText(address.modules)}${address.block}`;
}

function attributeList(attributes: readonly string[]): string {
  return `the change of ${capped(
    attributes.map((attribute) => `\`${attribute}\``),
    ADDRESS_LIMIT,
  )}`;
}

function addressList(addresses: readonly string[]): string {
  return capped(
    addresses.map((address) => `\`${address}\``),
    ADDRESS_LIMIT,
  );
}

/** That nothing is opened is no news in one sentence. */
function effectsPart({ effects }: Fix): string {
  const told = effects.filter(({ kind }) => kind !== 'opens-nothing');
  return told.length === 0 ? '' : `: ${told.map(effectWords).join('; ')}`;
}

function effectWords(effect: FixEffect): string {
  switch (effect.kind) {
    case 'opens-nothing':
      return 'opens nothing that is closed today';
    case 'opens-rows':
      return `opens only what ${capped(effect.rows, ROW_LIMIT)} ask${effect.rows.length === 1 ? 's' : ''} for`;
    case 'egress-stays-open':
      return `egress stays as open as it is, so ${count(effect.rules, 'new rule does', 'new rules do')} nothing`;
    case 'ends-more':
      return `${count(effect.findings, 'more finding ends', 'more findings end')} with it`;
    case 'then':
      return effect.conclusion === 'pass' ? 'then the plan passes' : 'the plan fails all the same';
    case 'shows':
      return `it shows ${doubtsPhrase(effect.doubts, 'plan')}`;
    case 'shows-group':
      return effect.what === 'rules' ? 'it shows which rules the group has' : 'it shows whose group it is';
    case 'becomes':
      return effect.isHeld ? 'then the rows hold' : 'then the rows count as missing';
  }
}

const ROW_LIMIT = 8;

/** Why no change of rules is offered, as a sentence. */
export function whyNoFixWords(why: WhyNoFix): Text {
  if (why.kind !== 'order') return toText(WHY_NONE[why.kind]);
  return why.order === 'found' ? toText(ORDER_ALONE) : whyNoOrderWords(why.order);
}

const ORDER_ALONE =
  'No rule has to be another one: it is cut by the order of the apply alone, and `cce-plan-guard fix --order` has an order in which it is not.';

const WHY_NONE: Readonly<Record<Exclude<WhyNoFix['kind'], 'order'>, string>> = {
  'none-holds': 'No change of rules that was tried ends this without leaving or bringing another finding.',
  notice: 'It is a notice: nothing has to be mended.',
  'not-of-rules': 'No change of rules is known that ends this.',
  'not-tried': 'Nothing was tried, because it would take too long here.',
};

/** Why no order of applies helps, as a sentence. */
export function whyNoOrderWords(why: WhyNoOrder): Text {
  switch (why.kind) {
    case 'equal-rules':
      return toText(
        `No order helps: ${addressList(why.addresses)} ${why.addresses.length === 1 ? 'says' : 'say'} the same as a rule that goes, and the API refuses an equal rule (409) while the old one stands. Take the change back, or say by a \`moved\` block that it is the same rule.`,
      );
    case 'same-again':
      return toText(
        `No order helps: ${addressList(why.addresses)} ${why.addresses.length === 1 ? 'is' : 'are'} destroyed and made again, and ${why.addresses.length === 1 ? 'says' : 'say'} the same as before; the API refuses an equal rule (409) while the old one stands. Take the change back.`,
      );
    case 'comes-along':
      return toText(
        `No order can be told: the new rules need, or may need, ${addressList(why.addresses)}, so \`-target\` takes these changes along; and nothing that could be merged before them keeps every row all the time.`,
      );
    case 'not-transient':
      return toText('The order of applies has nothing to do with it.');
    case 'none-holds':
      return toText(
        'No order that was tried keeps every row all the time: neither new rules in an apply of their own, nor in a change that is merged before.',
      );
    case 'not-tried':
      return toText(WHY_NONE[why.kind]);
  }
}

/** What is proved of an order. */
export function orderProof({ stages: [stage] }: Fix): Text {
  return toText(
    stage === undefined
      ? 'proved: nothing is cut while it is applied'
      : `proved: each apply was judged by itself, and nothing is cut, whatever order ${PROGRAM_NAMES[stage.program]} chooses`,
  );
}

/** Where blocks of HCL belong, when that is not the root module. */
export function moduleWords(module: string): Text {
  return toText(`in the module of \`${module.replace(/\.$/, '')}\``);
}
