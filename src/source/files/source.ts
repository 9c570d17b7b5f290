import { type Hcl, loadHcl } from '../hcl/hcl.js';
import { type Modules, type ModuleSource, modulesOf } from './modules.js';
import { baseView, headView, type SourceReader } from './reader.js';

/** The configuration that a plan was made of, read as far as somebody asks. */
export interface Source {
  readonly head: Modules;
  /** The base revision; undefined when the edge has none. */
  readonly base: Modules | undefined;
  readonly loadHcl: () => Promise<Hcl | undefined>;
}

/** Opens the configuration of one plan. Nothing is read yet, and no parser is loaded. */
export function openSource(reader: SourceReader, moduleSource: ModuleSource): Source {
  let hcl: Promise<Hcl | undefined> | undefined;
  const load = (): Promise<Hcl | undefined> => (hcl ??= reader.grammar().then(loadHcl, () => undefined));
  const { rootModule } = reader;
  const base = baseView(reader);
  return {
    loadHcl: load,
    head: modulesOf({ view: headView(reader), rootModule, moduleSource, loadHcl: load }),
    base: base === undefined ? undefined : modulesOf({ view: base, rootModule, moduleSource, loadHcl: load }),
  };
}
