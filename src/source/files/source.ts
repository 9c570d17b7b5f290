import { type Hcl, type LoadHcl, loadHcl } from '../hcl/hcl.js';
import { type Modules, type ModuleSource, modulesOf } from './modules.js';
import type { SourceReader, View } from './reader.js';

/** The configuration that a plan was made of, read as far as somebody asks. */
export interface Source {
  readonly head: Modules;
  /** The base revision; undefined when the edge has none. */
  readonly base: Modules | undefined;
  /** Somebody asked for that base revision. */
  readonly isBaseNamed: boolean;
  readonly loadHcl: LoadHcl;
  /** The text of a file of the checkout, or of the base revision; undefined when it is not there. */
  readonly text: (path: string, isBase: boolean) => Promise<string | undefined>;
}

/** Opens the configuration of one plan. Nothing is read yet, and no parser is loaded. */
export function openSource(reader: SourceReader, moduleSource: ModuleSource): Source {
  let hcl: Promise<Hcl | undefined> | undefined;
  const load: LoadHcl = () => (hcl ??= reader.grammar().then(loadHcl, () => undefined));
  const { rootModule } = reader;
  const base = baseView(reader);
  const decoder = new TextDecoder();
  return {
    loadHcl: load,
    text: async (path, isBase) => {
      const bytes = await (isBase ? reader.readBase?.(path) : reader.read(path));
      return bytes === undefined ? undefined : decoder.decode(bytes);
    },
    isBaseNamed: reader.isBaseNamed === true,
    head: modulesOf({ view: headView(reader), rootModule, moduleSource, loadHcl: load }),
    base: base === undefined ? undefined : modulesOf({ view: base, rootModule, moduleSource, loadHcl: load }),
  };
}

function headView(reader: SourceReader): View {
  return {
    isBase: false,
    list: (directory) => reader.list(directory),
    read: (path) => reader.read(path),
  };
}

/** Undefined when the edge has no base revision. */
function baseView(reader: SourceReader): View | undefined {
  if (reader.listBase === undefined || reader.readBase === undefined) return undefined;
  return {
    isBase: true,
    list: async (directory) => reader.listBase?.(directory),
    read: async (path) => reader.readBase?.(path),
  };
}
