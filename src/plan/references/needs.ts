import { spend } from '../../budget.js';
import { type KeptExpression, stepText } from '../../terraform/expression.js';
import {
  maximalReferences,
  moduleText,
  parseAddress,
  parseTraversal,
  type Step,
} from '../../terraform/traversal.js';
import type { CallElement, ModuleElement, ResourceElement } from '../document/document.js';

/** What a block depends on, itself among it. */
export interface BlockNeeds {
  /** Blocks by `module.a.module.b.T.name`, without keys: a dependency is on all instances. */
  readonly blocks: ReadonlySet<string>;
  /** False: more than these, by local values, or by blocks of types that are not read. */
  readonly isWhole: boolean;
}

/** The block of an object, as `BlockNeeds` names it; undefined for what is no address. */
export function neededAs(text: string): string | undefined {
  const address = parseAddress(text);
  if (address === undefined) return undefined;
  return blockText(
    address.modules.map(({ name }) => name),
    address.block,
  );
}

function blockText(modules: readonly string[], block: string): string {
  return `${moduleText(modules.map((name) => ({ name, key: undefined })))}${block}`;
}

/** What `-target` takes along for the object at this address: everything that its block depends on. */
export function blockNeeds(root: ModuleElement | undefined, text: string): BlockNeeds {
  const address = parseAddress(text);
  if (root === undefined || address === undefined) return { blocks: new Set(), isWhole: false };
  const needs: Needs = { blocks: new Set(), seen: new Set(), open: [], isWhole: true };
  const place = address.modules.reduce<Within | undefined>((at, { name }) => at && called(at, name), {
    module: root,
    modules: [],
    by: undefined,
  });
  if (place === undefined) return { blocks: new Set(), isWhole: false };
  takeBlock(needs, place, address.block);
  for (let next = needs.open.pop(); next !== undefined; next = needs.open.pop()) {
    spend(1);
    const steps = parseTraversal(next.text);
    if (steps === undefined) needs.isWhole = false;
    else followSteps(needs, next.at, steps);
  }
  return needs;
}

interface Needs {
  readonly blocks: Set<string>;
  /** References that have been followed. */
  readonly seen: Set<string>;
  /** References that are yet to be followed. */
  readonly open: { readonly at: Within; readonly text: string }[];
  isWhole: boolean;
}

/** A module, and the call that makes it. */
interface Within {
  readonly module: ModuleElement;
  readonly modules: readonly string[];
  readonly by: { readonly call: CallElement; readonly from: Within } | undefined;
}

function called(from: Within, name: string): Within | undefined {
  const call = from.module.calls.get(name);
  return call && { module: call.module, modules: [...from.modules, name], by: { call, from } };
}

function takeBlock(needs: Needs, at: Within, block: string): void {
  const name = blockText(at.modules, block);
  if (needs.blocks.has(name)) return;
  const element = at.module.resources.get(block);
  if (element === undefined) {
    needs.isWhole = false;
    return;
  }
  needs.blocks.add(name);
  note(needs, at, textsOf(element));
  takeCalls(needs, at);
}

/** Everything in a module waits for what its calls depend on. */
function takeCalls(needs: Needs, { by }: Within): void {
  if (by === undefined) return;
  note(needs, by.from, [...by.call.needs, ...referencesOf(by.call.forEach)]);
  takeCalls(needs, by.from);
}

function textsOf({ expressions, forEach, needs }: ResourceElement): readonly string[] {
  return [...[...expressions.values(), forEach].flatMap(referencesOf), ...needs];
}

function referencesOf(kept: KeptExpression | undefined): readonly string[] {
  return kept?.kind === 'references' ? maximalReferences(kept.references) : [];
}

function note(needs: Needs, at: Within, texts: readonly string[]): void {
  for (const text of texts) {
    const key = JSON.stringify([at.modules, text]);
    if (needs.seen.has(key)) continue;
    needs.seen.add(key);
    needs.open.push({ at, text });
  }
}

/** Words that lead to nothing that is made. */
const OF_THE_RUN: ReadonlySet<string> = new Set(['each', 'count', 'self', 'path', 'terraform']);

function followSteps(needs: Needs, at: Within, steps: readonly Step[]): void {
  const [first = '', second = '', third] = steps.filter(({ kind }) => kind === 'name').map(stepText);
  if (OF_THE_RUN.has(first)) return;
  switch (first) {
    case 'var':
      if (at.by !== undefined) note(needs, at.by.from, referencesOf(at.by.call.expressions.get(second)));
      return;
    case 'local':
      needs.isWhole = false;
      return;
    case 'module':
      followOutputs(needs, called(at, second), third);
      return;
    case 'data':
      if (third !== undefined) takeBlock(needs, at, `data.${second}.${third}`);
      return;
    default:
      if (second !== '') takeBlock(needs, at, `${first}.${second}`);
  }
}

/** One output of a module, or all of them; a module as a whole is everything in it. */
function followOutputs(needs: Needs, at: Within | undefined, output: string | undefined): void {
  if (at === undefined) {
    needs.isWhole = false;
    return;
  }
  if (output === undefined) {
    for (const block of at.module.resources.keys()) takeBlock(needs, at, block);
    // Blocks of types that are not read may be in it as well.
    needs.isWhole = false;
    return;
  }
  note(needs, at, referencesOf(at.module.outputs.get(output)));
  takeCalls(needs, at);
}
