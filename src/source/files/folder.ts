import { compare, groupBy } from '../../collections.js';
import { hclFileOf } from '../hcl/hcl-file.js';
import { type BlockType, headerKey } from '../hcl/headers.js';
import { jsonFileOf } from '../hcl/json-file.js';
import { EXTENSION, isConfiguration } from './paths.js';
import type { View } from './reader.js';
import type { LoadHcl } from '../hcl/hcl.js';
import type { SourceFile } from '../hcl/source-file.js';
import type { SourceBlock } from '../../terraform/expression.js';

/** The configuration files of one directory: one module. */
export interface Folder {
  readonly directory: string;
  /** What is read of it, from the root of the repository, in order. */
  readonly files: readonly string[];
  /**
   * It holds `.tf` and `.tofu` files. Terraform passes over the latter, OpenTofu reads both and prefers them, and
   * nothing in a plan says which of the two made it.
   */
  readonly isMixed: boolean;
  /** Whether a file looks as if it held the block; nothing is parsed for it. */
  mayHold(type: BlockType, labels: readonly string[]): boolean;
  /** Blocks of the ordinary files first, then those of override files. */
  find(type: BlockType, labels: readonly string[]): Promise<readonly SourceBlock[]>;
  /** What could not be read, so that blocks may be missing: sentences for people. */
  troubles(): readonly string[];
}

interface Named {
  readonly path: string;
  readonly format: 'hcl' | 'json';
  readonly isOverride: boolean;
  readonly file: SourceFile;
  /** Its place among the files of the folder. */
  readonly rank: number;
}

/** No module of people is larger; what is, is made to harm. */
const TOTAL_LIMIT_BYTES = 64 * 1024 * 1024;
/** HCL is parsed block by block, JSON as a whole: it takes that much more time and memory. */
const JSON_WEIGHT = 8;

/** Opens a directory; undefined when it cannot be listed. */
export async function openFolder(
  view: View,
  directory: string,
  loadHcl: LoadHcl,
): Promise<Folder | undefined> {
  const names = await view.list(directory);
  if (names === undefined) return undefined;
  const troubles = new Set<string>();
  const files: Named[] = [];
  let total = 0;
  for (const name of inOrder(names.filter(isConfiguration))) {
    const path = directory === '' ? name : `${directory}/${name}`;
    const format = name.endsWith('.json') ? 'json' : 'hcl';
    if (total > TOTAL_LIMIT_BYTES) {
      troubles.add(`${path} is not read: the files of its folder are too large together.`);
      continue;
    }
    const bytes = await view.read(path);
    total += (bytes?.length ?? 0) * (format === 'json' ? JSON_WEIGHT : 1);
    const text = bytes === undefined ? undefined : decoded(bytes);
    if (text === undefined) {
      troubles.add(bytes === undefined ? unread(path) : `${path} is not read: it is not UTF-8.`);
      continue;
    }
    const file = format === 'json' ? jsonFileOf(text) : hclFileOf(text, loadHcl);
    files.push({ path, format, isOverride: isOverride(name), file, rank: files.length });
  }
  if (files.length === 0 && troubles.size === 0) {
    troubles.add(`${directory === '' ? 'the source directory' : directory} holds no Terraform files.`);
  }
  const filesWith = fileFinder(files);
  return {
    directory,
    files: files.map(({ path }) => path),
    isMixed: new Set(files.map(({ path }) => isTofu(path))).size > 1,
    troubles: () => [...troubles],
    mayHold: (type, labels) => filesWith(headerKey(type, labels)).length > 0,
    find: async (type, labels) => {
      const found: SourceBlock[] = [];
      for (const { path, format, isOverride, file } of filesWith(headerKey(type, labels))) {
        const { blocks, isBroken } = await file.find(type, labels);
        if (isBroken) troubles.add(`${path} is not read to its end: it is broken, or too large.`);
        for (const block of blocks) found.push({ ...block, file: path, format, isOverride });
      }
      return found;
    },
  };
}

/** Finds the files that may hold a block, in order. */
function fileFinder(files: readonly Named[]): (key: string) => readonly Named[] {
  const keyed = files.flatMap((named) => Array.from(named.file.keys ?? [], (key) => ({ key, named })));
  const byKey = groupBy(keyed, ({ key }) => key);
  const others = files.filter(({ file }) => file.keys === undefined);
  return (key) => {
    const found = byKey.get(key)?.map(({ named }) => named) ?? [];
    return [...found, ...others].sort((a, b) => a.rank - b.rank);
  };
}

function unread(path: string): string {
  return `${path} is not read: it is larger than 5 MB, or leads out of the source directory.`;
}

/** Terraform refuses what is not UTF-8, and so do we; a byte-order mark is no part of the text. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isTofu(path: string): boolean {
  return /\.tofu(\.json)?$/.test(path);
}

function isOverride(name: string): boolean {
  const base = name.replace(EXTENSION, '');
  return base === 'override' || base.endsWith('_override');
}

/**
 * By name, overrides last. For OpenTofu `x.tofu` takes the place of `x.tf`, Terraform reads `x.tf` alone, and nothing
 * in a plan says which of the two made it: the one that is shadowed comes behind everything else.
 */
function inOrder(names: readonly string[]): readonly string[] {
  const all = new Set(names);
  const isShadowed = (name: string): boolean =>
    /\.tf(\.json)?$/.test(name) && all.has(name.replace(/\.tf(\.json)?$/, '.tofu$1'));
  const ranked = names.map((name) => ({ name, rank: isOverride(name) ? 2 : isShadowed(name) ? 1 : 0 }));
  return ranked.sort((a, b) => a.rank - b.rank || compare(a.name, b.name)).map(({ name }) => name);
}
