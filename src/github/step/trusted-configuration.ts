import path from 'node:path';

import { type Configuration, NO_CONFIGURATION } from '../../config/configuration.js';
import { CONFIGURATION_PLACES, parseConfiguration } from '../../edge/configuration-file.js';
import { isWithin, pathWithin, readText } from '../../edge/files.js';
import { err, ok, type Result } from '../../result.js';
import type { Api } from '../api/api.js';
import { failureOf } from '../api/failure.js';
import type { Target } from './target.js';

/** Where the configuration of a step is looked for. */
export interface ConfigurationSearch {
  /** The input, if it names one. */
  readonly named: string | undefined;
  /** Relative to the root; undefined when the input names a file outside of the repository. */
  readonly paths: readonly string[] | undefined;
  readonly root: string;
  /** The working directory. */
  readonly folder: string;
  readonly target: Target;
  readonly connect: (() => Promise<Api>) | undefined;
}

/** The configuration that counts, and what a person should know of it. */
export interface TrustedConfiguration {
  readonly configuration: Configuration;
  /** What the change would make of it; undefined when that is the same, or cannot be read. */
  readonly proposed: Configuration | undefined;
  readonly warnings: readonly string[];
}

/**
 * The files as the repository names them: `config` below the working directory, or the places where one is looked
 * for. Undefined when the step names a file outside of the repository.
 */
export function configurationPaths(
  config: string | undefined,
  { root, folder }: { readonly root: string; readonly folder: string },
): readonly string[] | undefined {
  if (config === undefined) return CONFIGURATION_PLACES;
  const file = path.resolve(folder, config);
  return isWithin(root, file) ? [pathWithin(root, file)] : undefined;
}

/**
 * Of the base revision where a change is proposed, so that it cannot waive itself; else of the checkout. The error is a
 * line for people.
 */
export async function trustedConfiguration(
  search: ConfigurationSearch,
): Promise<Result<TrustedConfiguration, string>> {
  const { named, paths, root, folder, target } = search;
  const commit = trustedCommit(target);
  if (commit !== undefined && paths !== undefined) return ok(await ofBase(search, commit, paths));
  const places = paths?.map((it) => path.join(root, it)) ?? [path.resolve(folder, named ?? '')];
  for (const file of places) {
    const text = readText(file);
    if (text === undefined) continue;
    const read = await parseConfiguration(text, path.relative(root, file));
    return read.ok ? ok({ configuration: read.value, proposed: undefined, warnings: [] }) : read;
  }
  if (named !== undefined) return err(`${named} (input config) cannot be read`);
  return ok({ configuration: NO_CONFIGURATION, proposed: undefined, warnings: [] });
}

/**
 * The commit whose configuration counts, so that a change cannot waive itself; undefined: the checkout, where nothing
 * is proposed by anybody. After another run the checkout may be anything, so it is the commit of that event.
 */
function trustedCommit(target: Target): string | undefined {
  switch (target.kind) {
    case 'pr':
    case 'commit':
      return target.baseSha;
    case 'workflow-run':
      return target.sha === '' ? undefined : target.sha;
    case 'none':
      return undefined;
  }
}

async function ofBase(
  search: ConfigurationSearch,
  commit: string,
  paths: readonly string[],
): Promise<TrustedConfiguration> {
  const proposedIn = (file: string): string | undefined => readText(path.join(search.root, file));
  const known = paths.find((file) => proposedIn(file) !== undefined);
  const base = await fileAt(search.connect, commit, paths);
  const counts = base.file ?? known ?? paths[0] ?? '';
  // Most repositories have no configuration: nothing is missing there.
  const isMissed = base.why !== undefined && (known !== undefined || search.named !== undefined);
  const proposal = await proposalOf(proposedIn(counts), base.text, counts);
  const { proposed } = proposal;
  const warnings = [...(isMissed ? [`${counts} does not count: ${base.why}`] : []), ...proposal.warnings];
  if (base.text === undefined) return { configuration: NO_CONFIGURATION, proposed, warnings };
  const read = await parseConfiguration(base.text, counts);
  if (read.ok) return { configuration: read.value, proposed, warnings };
  // Otherwise no pull request could ever mend it. Without it nothing is waived.
  const broken = `The configuration of the base revision cannot be read, so the defaults count: ${read.error}.`;
  return { configuration: NO_CONFIGURATION, proposed, warnings: [...warnings, broken] };
}

/** The first of the files that the commit has, and its text; else why there is none. */
type FileAt =
  | { readonly file: string; readonly text: string; readonly why?: undefined }
  | { readonly file?: undefined; readonly text?: undefined; readonly why: string };

async function fileAt(
  connect: ConfigurationSearch['connect'],
  commit: string,
  paths: readonly string[],
): Promise<FileAt> {
  if (connect === undefined) {
    return { why: 'it is read from the base revision, and there is no github-token.' };
  }
  try {
    const api = await connect();
    for (const file of paths) {
      const text = await api.fileAt(file, commit);
      if (text !== undefined) return { file, text };
    }
    return { why: 'it is not in the base revision, or the token lacks permissions: contents: read.' };
  } catch (error) {
    const { status } = failureOf(error);
    return {
      why: `it is read from the base revision, and GitHub did not give it (${status}). The job needs permissions: contents: read.`,
    };
  }
}

/** What a change proposes is only tried out: after the merge it would stop every run. */
async function proposalOf(
  text: string | undefined,
  base: string | undefined,
  file: string,
): Promise<Omit<TrustedConfiguration, 'configuration'>> {
  if (text === undefined || text === base) return { proposed: undefined, warnings: [] };
  const read = await parseConfiguration(text, file);
  if (read.ok) return { proposed: read.value, warnings: [] };
  return {
    proposed: undefined,
    warnings: [`What would count after the merge cannot be read: ${read.error}.`],
  };
}
