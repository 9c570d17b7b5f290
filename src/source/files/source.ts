import { lazily } from '../../collections.js';
import { type Hcl, type LoadHcl, loadHcl } from '../hcl/hcl.js';
import { type Modules, type ModuleSource, modulesOf } from './modules.js';
import type { Revision, SourceReader } from './reader.js';

/** The configuration that a plan was made of, read as far as somebody asks. */
export interface Source {
  readonly head: Modules;
  /** The base revisions, the likeliest first; none where the edge has none. */
  readonly bases: () => Promise<readonly Modules[]>;
  /** Somebody asked for that base revision. */
  readonly isBaseNamed: boolean;
  readonly loadHcl: LoadHcl;
}

/** Opens the configuration of one plan. Nothing is read yet, and no parser is loaded. */
export function openSource(reader: SourceReader, moduleSource: ModuleSource): Source {
  let hcl: Promise<Hcl | undefined> | undefined;
  const load: LoadHcl = () => (hcl ??= reader.grammar().then(loadHcl, () => undefined));
  const { rootModule } = reader;
  const modulesAt = (revision: Revision, isBase: boolean): Modules => {
    const view = {
      isBase,
      list: (directory: string) => revision.list(directory),
      read: (path: string) => revision.read(path),
    };
    return modulesOf({ view, rootModule, moduleSource, loadHcl: load });
  };
  const bases = lazily(async () => {
    const revisions = (await reader.bases?.()) ?? [];
    return revisions.map((revision) => modulesAt(revision, true));
  });
  return {
    loadHcl: load,
    isBaseNamed: reader.isBaseNamed === true,
    head: modulesAt(reader, false),
    bases,
  };
}

/** What the likeliest base revision answers that has an answer. */
export async function firstOfBases<T>(
  { bases }: Pick<Source, 'bases'>,
  ask: (base: Modules) => Promise<T | undefined>,
): Promise<T | undefined> {
  for (const base of await bases()) {
    const answer = await ask(base);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
