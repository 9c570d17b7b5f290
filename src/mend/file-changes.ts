import type { Fix } from '../report/fix.js';
import type { FileChange } from '../source/patch/patch.js';
import { parseAddress } from '../terraform/traversal.js';
import { hclText } from '../terraform/write-hcl.js';

/** What a fix changes in the files of a plan; `beside`: resources next to which new blocks are to stand. */
export function fileChangesOf(
  { step, blocks, module }: Fix,
  beside: readonly string[],
): readonly FileChange[] {
  const own: readonly FileChange[] =
    step.kind === 'undo'
      ? [
          ...[...step.gone, ...step.changed].map((address) => ({ kind: 'restore' as const, address })),
          ...step.made.map((address) => ({ kind: 'remove' as const, address })),
        ]
      : step.kind === 'no-default-rules'
        ? step.addresses.map((address) => ({
            ...{ kind: 'argument' as const, address, line: 'delete_default_rules = true' },
          }))
        : [];
  if (blocks.length === 0) return own;
  const modules = parseAddress(`${module}x.x`)?.modules ?? [];
  return [...own, { kind: 'append', beside, modules, text: hclText(blocks) }];
}
