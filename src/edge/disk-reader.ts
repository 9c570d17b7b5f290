import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { joinPath } from '../source/files/paths.js';
import type { SourceReader } from '../source/files/reader.js';
import { FILE_LIMIT_BYTES, isWithin, pathWithin, realPath } from './files.js';
import type { BaseRevision } from './git-base.js';

/** A checkout on disk, and where the root module is in it. */
export interface Checkout {
  /** The repository: nothing outside of it is read. */
  readonly root: string;
  /** Relative to the root, forward slashes; '' is the root itself. */
  readonly rootModule: string;
  /** There is a `.git`. */
  readonly isRepository: boolean;
}

/**
 * The repository that a directory belongs to: the nearest directory above it with a `.git`. Without one, the
 * directory is all there is.
 */
export function checkoutOf(directory: string): Checkout | undefined {
  const start = realPath(path.resolve(directory));
  if (start === undefined || !isDirectory(start)) return undefined;
  for (let at = start; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) {
      return { root: at, rootModule: pathWithin(at, start), isRepository: true };
    }
    if (path.dirname(at) === at) return { root: start, rootModule: '', isRepository: false };
  }
}

/** Reads a checkout for `source/`. `..`, absolute paths, links that lead out, loops and large files give nothing. */
export function diskReader(
  { root, rootModule }: Pick<Checkout, 'root' | 'rootModule'>,
  base?: BaseRevision,
): SourceReader {
  const top = realPath(root);
  const folders = new Map<string, string | undefined>();

  /** The real directory behind a name; links within the checkout are followed. */
  function folder(name: string): string | undefined {
    if (folders.has(name)) return folders.get(name);
    const relative = hasParent(name) ? undefined : joinPath('', name);
    const real =
      top === undefined || relative === undefined ? undefined : realWithin(top, path.join(top, relative));
    folders.set(name, real);
    return real;
  }

  function read(name: string): Uint8Array | undefined {
    const [, directory = '', file = ''] = /^(?:(.*)[/\\])?([^/\\]*)$/s.exec(name) ?? [];
    const parent = directory === '' && name !== file ? undefined : folder(directory);
    if (top === undefined || parent === undefined || joinPath('', file) !== file) return undefined;
    return readWithin(top, path.join(parent, file));
  }

  return {
    rootModule,
    // The calls wait for the disk: two thousand small files take a fifth of the time that way.
    list: (directory) => Promise.resolve(listFiles(folder(directory))),
    read: (file) => Promise.resolve(read(file)),
    grammar: readGrammar,
    ...base,
  };
}

function hasParent(name: string): boolean {
  return name.split(/[/\\]/).includes('..');
}

/** What is behind a name, if it is in the checkout. */
function realWithin(top: string, name: string): string | undefined {
  const real = realPath(name);
  return real !== undefined && isWithin(top, real) ? real : undefined;
}

function isDirectory(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
}

function listFiles(directory: string | undefined): readonly string[] | undefined {
  if (directory === undefined) return undefined;
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map(({ name }) => name);
  } catch {
    return undefined;
  }
}

/** The bytes of a file in a real directory of the checkout. Only links must be looked at twice. */
function readWithin(top: string, file: string): Uint8Array | undefined {
  try {
    const entry = lstatSync(file);
    const real = entry.isSymbolicLink() ? realWithin(top, file) : file;
    if (real === undefined) return undefined;
    const status = real === file ? entry : statSync(real);
    return status.isFile() && status.size <= FILE_LIMIT_BYTES ? readFileSync(real) : undefined;
  } catch {
    return undefined;
  }
}

/** The bytes of the HCL grammar, which is beside the program: in `dist/vendor`, or where npm put it. */
export async function readGrammar(): Promise<Uint8Array> {
  const places = [
    './vendor/tree-sitter-hcl.wasm',
    '../vendor/tree-sitter-hcl.wasm',
    '../../node_modules/@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
  ].map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return readFile(places.find((place) => existsSync(place)) ?? './vendor/tree-sitter-hcl.wasm');
}
