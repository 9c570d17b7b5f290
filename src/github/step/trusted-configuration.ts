import path from 'node:path';

import { CHECK_IDS } from '../../check/check-id.js';
import { type Configuration, NO_CONFIGURATION } from '../../config/configuration.js';
import { err, ok, type Result } from '../../result.js';
import type { Api } from '../api/api.js';
import { configurationAt, trustedCommit } from './base-configuration.js';
import { textOf } from './files.js';
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

/** The configuration that counts, and what a person should know of it. The error is a line for people. */
export interface StepConfiguration {
  readonly configuration: Configuration;
  readonly warnings: readonly string[];
}

/** Of the base revision where a change is proposed, so that it cannot waive itself; else of the checkout. */
export async function stepConfiguration(
  search: ConfigurationSearch,
): Promise<Result<StepConfiguration, string>> {
  const { named, paths, root, folder, target } = search;
  const commit = trustedCommit(target);
  if (commit !== undefined && paths !== undefined) return ok(await ofBase(search, commit, paths));
  const places = paths?.map((it) => path.join(root, it)) ?? [path.resolve(folder, named ?? '')];
  for (const file of places) {
    const text = textOf(file);
    if (text === undefined) continue;
    const read = await parse(text, path.relative(root, file));
    return read.ok ? ok({ configuration: read.value, warnings: [] }) : read;
  }
  if (named !== undefined) return err(`${named} (input config) cannot be read`);
  return ok({ configuration: NO_CONFIGURATION, warnings: [] });
}

async function ofBase(
  { named, root, connect }: ConfigurationSearch,
  commit: string,
  paths: readonly string[],
): Promise<StepConfiguration> {
  const readCheckout = (file: string): string | undefined => textOf(path.join(root, file));
  const base = await configurationAt(connect, commit, { paths, isNamed: named !== undefined, readCheckout });
  const proposed = await proposalWarnings(readCheckout(base.path), base);
  const warnings = [...base.warnings, ...proposed];
  if (base.text === undefined) return { configuration: NO_CONFIGURATION, warnings };
  const read = await parse(base.text, base.path);
  if (read.ok) return { configuration: read.value, warnings };
  // Otherwise no pull request could ever mend it. Without it nothing is waived.
  const broken = `The configuration of the base revision cannot be read, so the defaults count: ${read.error}.`;
  return { configuration: NO_CONFIGURATION, warnings: [...warnings, broken] };
}

/** What a change proposes is only tried out: after the merge it would stop every run. */
async function proposalWarnings(
  proposed: string | undefined,
  base: { readonly text: string | undefined; readonly path: string },
): Promise<readonly string[]> {
  if (proposed === undefined || proposed === base.text) return [];
  const read = await parse(proposed, base.path);
  return read.ok ? [] : [`What would count after the merge cannot be read: ${read.error}.`];
}

async function parse(text: string, file: string): Promise<Result<Configuration, string>> {
  const { readConfiguration } = await import('../../config/read-configuration.js');
  const read = readConfiguration(text, CHECK_IDS);
  return read.ok ? read : err(`${file}: ${read.error.message}`);
}
