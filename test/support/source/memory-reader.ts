import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { locate } from '../../../src/source/locate/locate.js';
import type { SourcePlace, SoughtChange, Spot } from '../../../src/source/locate/place.js';
import type { SourceReader } from '../../../src/source/files/reader.js';
import { openSource } from '../../../src/source/files/source.js';

/** Files by path. A text or bytes; `undefined` is a file that the edge refuses to read. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

export interface Asked {
  readonly listed: string[];
  readonly read: string[];
  grammars: number;
}

export interface MemoryOptions {
  readonly rootModule?: string;
  readonly base?: Files;
  /** What the stage asks of the edge is noted here. */
  readonly asked?: Asked;
}

const GRAMMAR = createRequire(import.meta.url).resolve(
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
);

export function noAsked(): Asked {
  return { listed: [], read: [], grammars: 0 };
}

/** A reader of files in memory. */
export function memoryReader(
  files: Files,
  { rootModule = '', base, asked }: MemoryOptions = {},
): SourceReader {
  return {
    rootModule,
    list: (directory) => {
      asked?.listed.push(directory);
      return Promise.resolve(namesIn(files, directory));
    },
    read: (file) => {
      asked?.read.push(file);
      return Promise.resolve(bytesOf(files, file));
    },
    grammar: () => {
      if (asked !== undefined) asked.grammars++;
      return Promise.resolve(readFileSync(GRAMMAR));
    },
    ...(base === undefined
      ? {}
      : {
          isBaseNamed: true,
          bases: () =>
            Promise.resolve([
              {
                list: (directory: string) => Promise.resolve(namesIn(base, directory)),
                read: (file: string) => Promise.resolve(bytesOf(base, file)),
              },
            ]),
        }),
  };
}

function namesIn(files: Files, directory: string): readonly string[] | undefined {
  const prefix = directory === '' ? '' : `${directory}/`;
  const below = Object.keys(files).filter((file) => file.startsWith(prefix));
  if (below.length === 0) return undefined;
  return below.map((file) => file.slice(prefix.length)).filter((name) => !name.includes('/'));
}

function bytesOf(files: Files, file: string): Uint8Array | undefined {
  const content = files[file];
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** The sources of module calls, by their names joined with dots: what the plan knows. */
export type Sources = Readonly<Record<string, string>>;

export interface Lookup extends MemoryOptions {
  readonly sources?: Sources;
  readonly actions?: SoughtChange['actions'];
  readonly attributes?: readonly string[];
}

export interface Found {
  readonly place: SourcePlace | undefined;
  readonly why: string | undefined;
  /** Where it is shown when it has no lines in the checkout. */
  readonly standIn: Spot | undefined;
  readonly notes: readonly string[];
  /** The line that it stands on, trimmed. */
  readonly text: string | undefined;
}

/** Looks one address up in files. */
export async function find(files: Files, address: string, lookup: Lookup = {}): Promise<Found> {
  const { sources = {}, actions = ['create'], attributes = [] } = lookup;
  const source = openSource(memoryReader(files, lookup), (names) => sources[names.join('.')]);
  const { places, without, standIns, notes } = await locate(source, [{ address, actions, attributes }]);
  const place = places.get(address);
  const content = place === undefined ? undefined : (place.isBase ? lookup.base : files)?.[place.file];
  const text = typeof content === 'string' ? content.split('\n')[(place?.line ?? 0) - 1]?.trim() : undefined;
  return { place, why: without.get(address), standIn: standIns.get(address), notes, text };
}
