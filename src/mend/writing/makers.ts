import { groupBy, memo, memoOfObject } from '../../collections.js';
import type { Subjects } from '../../cluster/subject.js';
import type { World } from '../../cluster/world.js';
import type { Plan } from '../../plan/plan.js';
import type { GroupKey, Rule } from '../../plan/rule.js';
import { must } from '../../result.js';
import type { EntryMaker } from '../../source/locate/makers.js';
import { type Address, moduleText, parseAddress } from '../../terraform/traversal.js';
import type { RuleMaker } from './new-entry.js';

/** Blocks that the files of a plan show, by their addresses without keys. */
export type EntryMakers = ReadonlyMap<string, EntryMaker>;

/** More blocks than these make the rules of nobody's clusters. */
const MANY = 8;

/** A block with `for_each`, by the address of one of its instances. */
interface AskedBlock {
  readonly block: string;
  readonly instance: Address;
}

/** The blocks with `for_each` that make most of the rules of a plan's clusters: what to ask the files for. */
export function blocksToRead({ subjects, world }: Subjects): readonly AskedBlock[] {
  const groups = new Set(subjects.flatMap((subject) => subject.groups.map(({ key }) => key)));
  const isOwn = ({ after }: Rule): boolean => after?.group.kind === 'group' && groups.has(after.group.key);
  return [...rulesByBlock(world.plan)]
    .map(([block, rules]) => ({ block, own: [...rules.values()].filter(isOwn) }))
    .sort((a, b) => b.own.length - a.own.length)
    .slice(0, MANY)
    .flatMap(({ block, own: [rule] }) => {
      const instance = rule && parseAddress(rule.address);
      return instance === undefined ? [] : [{ block, instance }];
    });
}

/**
 * The blocks of which most rules of a group are made, as far as files show them and the plan has an instance of each
 * entry and of nothing else.
 */
export function makersOfGroups(world: World, makers: EntryMakers): (key: GroupKey) => readonly RuleMaker[] {
  const byBlock = rulesByBlock(world.plan);
  const calls = groupBy(byBlock.keys(), withoutModules);
  /** Files of a module that is called twice make what they say twice. */
  const isShared = ({ entries }: EntryMaker, block: string): boolean =>
    entries.modules.length > 0 && (calls.get(withoutModules(block)) ?? []).length > 1;
  return memo((key) => {
    if (makers.size === 0) return [];
    const own = world
      .rulesOf(key)
      .filter(({ after, address }) => after !== undefined && !world.isElsewhere(address));
    const blocks = groupBy(own, ({ address }) => blockBehind(parseAddress(address)) ?? '');
    const repeated = [...blocks]
      .filter(([block]) => byBlock.has(block))
      .sort(([, a], [, b]) => b.length - a.length);
    if (2 * repeated.reduce((sum, [, rules]) => sum + rules.length, 0) < own.length) return [];
    return repeated.flatMap(([block]): readonly RuleMaker[] => {
      const rules = must(byBlock.get(block), 'it was looked for');
      const maker = makers.get(block);
      const keys = new Set(maker?.entries.items.map((item) => item.key));
      const isSame = keys.size === rules.size && [...rules.keys()].every((one) => keys.has(one));
      return maker !== undefined && isSame && !isShared(maker, block) ? [{ ...maker, block, rules }] : [];
    });
  });
}

/** Rules that are there after the plan, made by blocks with `for_each`: by block, and by key. */
const rulesByBlock = memoOfObject(({ rules }: Plan): ReadonlyMap<string, ReadonlyMap<string, Rule>> => {
  const found = new Map<string, Map<string, Rule>>();
  for (const rule of rules) {
    if (rule.after === undefined || rule.isDeposed || !rule.address.endsWith('"]')) continue;
    const address = parseAddress(rule.address);
    const block = blockBehind(address);
    if (block === undefined || typeof address?.key !== 'string') continue;
    const own = found.get(block) ?? new Map<string, Rule>();
    own.set(address.key, rule);
    found.set(block, own);
  }
  return found;
});

function withoutModules(block: string): string {
  return parseAddress(block)?.block ?? block;
}

function blockBehind(address: Address | undefined): string | undefined {
  return address && `${moduleText(address.modules)}${address.block}`;
}
