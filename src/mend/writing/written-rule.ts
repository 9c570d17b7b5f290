import type { World } from '../../cluster/world.js';
import type { GroupKey, RuleSide } from '../../plan/rule.js';
import { keyText, moduleText } from '../../terraform/traversal.js';
import { type HclText, type NewEntry, type NewHcl, quoted } from '../../terraform/write-hcl.js';
import { type GroupExpression, type LabelFor, usualApi } from './naming.js';
import { entryFor, isOwnKey, placeOfEntry, type RuleMaker } from './new-entry.js';
import { type NewRule, V3_PRIORITY } from './new-rule.js';
import { RULE_TYPES, ruleResource } from './rule-hcl.js';

/** How HCL names things, and what new resources may be called. */
export interface Pen {
  readonly expressionsOf: (key: GroupKey) => readonly GroupExpression[];
  readonly labelFor: LabelFor;
  /** Blocks that make rules of the group, of maps that could have one more entry. */
  readonly makersOf: (key: GroupKey) => readonly RuleMaker[];
}

/** `priority`: of rules that have to win against a deny. */
export interface RankedPen extends Pen {
  readonly priority: number | undefined;
}

/** A rule with its block or entry, for the module in which it is to stand. */
export interface WrittenRule {
  readonly side: RuleSide;
  readonly address: string;
  readonly api: 'v2' | 'v3';
  readonly module: string;
  readonly block: NewHcl;
}

/** A rule that is to be written, and how. */
interface RuleToWrite {
  readonly key: GroupKey;
  readonly api: 'v2' | 'v3';
  readonly side: RuleSide;
  readonly remote: NewRule['remote'];
  /** What it is to be called. */
  readonly label: string;
  readonly comments: readonly string[];
}

/** The rule as an entry of a map of which its neighbours are made, else as a block. */
export function penned(
  rule: NewRule,
  { priority, world, ...pen }: RankedPen & { readonly world: World },
): WrittenRule | undefined {
  const { side, rows, remote } = rule;
  if (side.group.kind !== 'group') return undefined;
  const { key } = side.group;
  const api = priority === undefined ? usualApi(key, world) : 'v3';
  if (api === 'nova') return undefined;
  const own: RuleSide =
    api === 'v3' ? { ...side, priority: { kind: 'known', value: priority ?? V3_PRIORITY } } : side;
  const comments =
    rule.purpose === undefined ? rows.map(({ id, purpose }) => `${id}: ${purpose}`) : [rule.purpose];
  const label = `cce_${rows.map(({ id }) => id.toLowerCase().replace('.', '_')).join('_')}`;
  const written: RuleToWrite = { key, api, side: own, remote, label, comments };
  for (const maker of pen.makersOf(key)) {
    const entry = asEntry(written, maker, pen);
    if (entry !== undefined) return entry;
  }
  return writtenBlock(written, pen);
}

/** The rule as a block in the module in which its group has a name; undefined when HCL has no words for it. */
export function writtenBlock(
  { key, api, side, remote, label: wanted, comments }: RuleToWrite,
  { expressionsOf, labelFor }: Pen,
): WrittenRule | undefined {
  for (const group of expressionsOf(key)) {
    const module = group.module ?? '';
    const other = remoteText(remote, module, expressionsOf);
    if (other === undefined) continue;
    const type = RULE_TYPES[api];
    const label = labelFor(wanted, { type, module, id: sameRuleText(side, other.text) });
    const text = { label, api, side, group: group.text, remote: other.text, comments };
    const block = ruleResource(text);
    if (block === undefined) return undefined;
    return { side, address: `${module}${type}.${label}`, api, module, block };
  }
  return undefined;
}

function asEntry(
  { api, side, remote, label, comments }: RuleToWrite,
  maker: RuleMaker,
  { expressionsOf, labelFor }: Pen,
): WrittenRule | undefined {
  const { entries, block, rules } = maker;
  const [model] = rules.values();
  const module = moduleText(entries.modules);
  // The default of a variable refers to nothing, and keys are to be known before the apply.
  const other =
    entries.isDefault || isOwnKey(maker) ? valueText(remote) : remoteText(remote, module, expressionsOf);
  const body = ruleResource({ label: '', api, side, group: '', remote: other?.text })?.body;
  if (model?.api !== api || body === undefined) return undefined;
  const hasDashes = [...rules.keys()].some((one) => one.includes('-') && !one.includes('_'));
  const wanted = hasDashes ? label.replaceAll('_', '-') : label;
  const id = sameRuleText(side, other?.text);
  const freeKey = labelFor(wanted, { type: block, module, id, isTaken: (one) => rules.has(one) });
  const description = comments.join(' ').slice(0, DESCRIPTION_CHARS);
  const found = entryFor({ side, body, isPeerSaid: other !== undefined, key: freeKey, description }, maker);
  if (found === undefined) return undefined;
  const { key, value, isSpread } = found;
  const entry: NewEntry = {
    keyword: 'entry',
    beside: model.address,
    place: placeOfEntry(maker),
    key: entries.isList ? undefined : key,
    ...{ value, isSpread, comments },
  };
  return { side, address: `${block}${keyText(key)}`, api, module, block: entry };
}

/** The API takes no more. */
const DESCRIPTION_CHARS = 255;

/** The same for the same rule. */
function sameRuleText(side: RuleSide, remote: HclText | undefined): string {
  const { group, direction, traffic, priority } = side;
  return JSON.stringify([group, direction, traffic, priority, remote]);
}

/** The other end as a value that stands for itself. */
function valueText(remote: NewRule['remote']): { readonly text: HclText } | undefined {
  if (remote.kind === 'any') return { text: quoted('0.0.0.0/0') };
  return remote.kind === 'cidr' && remote.cidr !== undefined ? { text: quoted(remote.cidr) } : undefined;
}

/** How the module says who the other end is; no text: anybody. Undefined when it cannot. */
export function remoteText(
  remote: NewRule['remote'],
  module: string,
  expressionsOf: Pen['expressionsOf'],
): { readonly text: string | undefined } | undefined {
  switch (remote.kind) {
    case 'any':
      return valueText(remote);
    case 'cidr': {
      const { reference } = remote;
      return reference !== undefined && module === '' ? { text: reference } : valueText(remote);
    }
    case 'group':
      return expressionsOf(remote.key).find((named) => named.module === undefined || named.module === module);
  }
}
