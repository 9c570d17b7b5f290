import { distinct } from '../collections.js';
import { doesSomething } from '../plan/instance.js';
import type { Plan } from '../plan/plan.js';
import { neededAs } from '../plan/references/needs.js';
import { isChanging, type Rule } from '../plan/rule.js';

/** What `-target` takes along with some rules. */
export interface Along {
  /** New objects that they cannot be without. */
  readonly needed: ReadonlySet<string>;
  /** Changes of what is there, or that may be such. */
  readonly others: readonly string[];
}

/** An object of the plan that changes. */
export interface ChangingObject {
  readonly address: string;
  /** It is made, and nothing was there before. */
  readonly isMade: boolean;
  /** It has a block. */
  readonly isConfigured: boolean;
}

/** What `-target` of these rules takes along, as far as the plan shows. */
export function takenAlong(rules: readonly Rule[], plan: Plan): Along {
  const first = new Set(rules.map(({ address }) => address));
  const needs = rules.map(({ address }) => plan.needsOf(address));
  const blocks = new Set(needs.flatMap((one) => [...one.blocks]));
  const isWhole = needs.every((one) => one.isWhole);
  // Of a block of which one instance is meant no other one comes along.
  const own = new Set(rules.flatMap(({ address }) => neededAs(address) ?? []));
  const others = changesOf(plan).filter(({ address, isConfigured }) => {
    const block = neededAs(address) ?? address;
    return isConfigured && !first.has(address) && !own.has(block) && (!isWhole || blocks.has(block));
  });
  return {
    needed: new Set(
      others.flatMap(({ address, isMade }) =>
        isMade && blocks.has(neededAs(address) ?? address) ? [address] : [],
      ),
    ),
    others: distinct(others.flatMap(({ address, isMade }) => (isMade ? [] : [address]))),
  };
}

/** Every object that the plan changes. */
export function changesOf(plan: Plan): readonly ChangingObject[] {
  const { rules, groups, clusters, nodePools, vpcs, subnets, secondaryCidrs, attachments, nodes } = plan;
  const ofRules = rules.filter(isChanging).map(({ address, after, change }) => ({
    address,
    // A new deny takes packets away.
    isMade: change === 'created' && after?.action === 'allow',
    isConfigured: after !== undefined,
  }));
  const others = [
    ...clusters,
    ...nodePools,
    ...vpcs,
    ...subnets,
    ...secondaryCidrs,
    ...attachments,
    ...nodes,
  ];
  const ofOthers = others
    .filter(({ isData, actions }) => !isData && doesSomething(actions))
    .map(({ address, before, after }) => ({
      address,
      isMade: before === undefined,
      isConfigured: after !== undefined,
    }));
  const ofGroups = groups
    .filter(({ isData, actions }) => !isData && doesSomething(actions))
    .map(({ address, existsAfter, actions }) => ({
      address,
      isMade: !actions.includes('delete') && !actions.includes('update'),
      isConfigured: existsAfter,
    }));
  return [...ofRules, ...ofGroups, ...ofOthers];
}
