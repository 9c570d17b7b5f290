import type { Fix } from '../report/fix.js';
import type { FileChange } from '../source/patch/patch.js';
import { parseAddress } from '../terraform/traversal.js';
import { hclText } from '../terraform/write-hcl.js';

/** What a fix changes in the files of a plan; `beside`: resources next to which new blocks are to stand. */
export function fileChangesOf(
  { step, blocks, module }: Fix,
  beside: readonly string[],
): readonly FileChange[] {
  const own = blockChanges(step);
  if (blocks.length === 0) return own;
  const modules = parseAddress(`${module}x.x`)?.modules ?? [];
  return [...own, { kind: 'append', beside, modules, text: hclText(blocks) }];
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
      ...step.removed.map(removed),
      ...step.narrowed.map((one): FileChange => ({ kind: 'argument', ...one })),
    ];
  }
  if (step.kind !== 'no-default-rules') return [];
  return step.addresses.map((address): FileChange => ({
    ...{ kind: 'argument', address },
    ...{ name: 'delete_default_rules', value: 'true' },
  }));
}
