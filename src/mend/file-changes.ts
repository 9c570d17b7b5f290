import { groupBy } from '../collections.js';
import type { Fix } from '../report/fix.js';
import type { FileChange } from '../source/patch/patch.js';
import { parseAddress } from '../terraform/traversal.js';
import { hclText, isNewEntry, linesOfEntry, type NewEntry } from '../terraform/write-hcl.js';

/** What a fix changes in the files of a plan; `beside`: resources next to which new blocks are to stand. */
export function fileChangesOf(
  { step, blocks, module }: Fix,
  beside: readonly string[],
): readonly FileChange[] {
  const appended = blocks.filter((one) => !isNewEntry(one));
  const modules = parseAddress(`${module}x.x`)?.modules ?? [];
  return [
    ...blockChanges(step),
    ...entryChanges(blocks.filter(isNewEntry)),
    ...(appended.length === 0 ? [] : [{ kind: 'append' as const, beside, modules, text: hclText(appended) }]),
  ];
}

/** Entries of one map come together. */
function entryChanges(entries: readonly NewEntry[]): readonly FileChange[] {
  return [...groupBy(entries, ({ beside }) => beside)].map(([address, own]) => ({
    ...{ kind: 'entries', address, place: own[0].place },
    lines: own.flatMap(linesOfEntry),
  }));
}

/** What becomes of blocks that are there. */
function blockChanges(step: Fix['step']): readonly FileChange[] {
  const removed = (address: string): FileChange => ({ kind: 'remove', address });
  if (step.kind === 'undo') {
    const { gone, changed, made, values } = step;
    return [
      ...[...gone, ...changed].map((address): FileChange => ({
        ...{ kind: 'restore', address },
        values: values.filter((one) => one.address === address),
      })),
      ...made.map(removed),
    ];
  }
  if (step.kind === 'less-deny') {
    return [
      ...[...step.removed, ...step.left].map(removed),
      ...step.narrowed.map((one): FileChange => ({ kind: 'argument', ...one })),
    ];
  }
  if (step.kind !== 'no-default-rules') return [];
  return step.addresses.map((address): FileChange => ({
    ...{ kind: 'argument', address },
    ...{ name: 'delete_default_rules', value: 'true' },
  }));
}
