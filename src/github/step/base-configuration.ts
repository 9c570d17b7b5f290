import path from 'node:path';

import type { Api } from '../api/api.js';
import { failureOf } from '../api/failure.js';
import type { Target } from './target.js';

/** The configuration that counts, and why it is this one. */
export interface ConfigurationText {
  /** The text; undefined: none, so the defaults count. */
  readonly text: string | undefined;
  /** As it is called in messages. */
  readonly path: string;
  /** It is as it was before the change that is judged. */
  readonly isBase: boolean;
  readonly warnings: readonly string[];
}

/** Where to look. */
export interface ConfigurationPlaces {
  /** Relative to the root of the repository, the first that exists counts. */
  readonly paths: readonly string[];
  /** The step names the file, so it should be there. */
  readonly isNamed: boolean;
  /** The file in the checkout. */
  readonly readCheckout: (path: string) => string | undefined;
}

/**
 * The commit whose configuration counts, so that a change cannot waive itself; undefined: the checkout, where nothing
 * is proposed by anybody. After another run the checkout may be anything, so it is the commit of that event.
 */
export function trustedCommit(target: Target): string | undefined {
  switch (target.kind) {
    case 'pr':
      return target.baseSha;
    case 'workflow-run':
      return target.sha === '' ? undefined : target.sha;
    case 'commit':
      return target.baseSha;
    case 'none':
      return undefined;
  }
}

/**
 * The files as the repository names them: `config` below the working directory, or the places where one is looked
 * for. Undefined when the step names a file outside of the repository.
 */
export function configurationPaths(
  config: string | undefined,
  places: readonly string[],
  { root, folder }: { readonly root: string; readonly folder: string },
): readonly string[] | undefined {
  if (config === undefined) return places;
  const file = path.relative(root, path.resolve(folder, config));
  const isOutside = file.startsWith('..') || path.isAbsolute(file);
  return isOutside ? undefined : [file.replaceAll(path.sep, '/')];
}

/** Reads the configuration of a commit. What cannot be read does not count, and is told. */
export async function configurationAt(
  connect: (() => Promise<Api>) | undefined,
  commit: string,
  places: ConfigurationPlaces,
): Promise<ConfigurationText> {
  const [first = ''] = places.paths;
  const known = places.paths.find((file) => places.readCheckout(file) !== undefined);
  const none = (why: string): ConfigurationText => ({
    text: undefined,
    path: known ?? first,
    isBase: true,
    // Most repositories have no configuration: nothing is missing there.
    warnings: known === undefined && !places.isNamed ? [] : [`${known ?? first} does not count: ${why}`],
  });
  if (connect === undefined) return none('it is read from the base revision, and there is no github-token.');
  try {
    const api = await connect();
    for (const file of places.paths) {
      const text = await api.fileAt(file, commit);
      if (text !== undefined) return { text, path: file, isBase: true, warnings: [] };
    }
    return none('it is not in the base revision, or the token lacks permissions: contents: read.');
  } catch (error) {
    const { status } = failureOf(error);
    return none(
      `it is read from the base revision, and GitHub did not give it (${status}). The job needs permissions: contents: read.`,
    );
  }
}
