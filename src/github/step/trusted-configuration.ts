import path from 'node:path';

import { type Configuration, NO_CONFIGURATION } from '../../config/configuration.js';
import type { Extends } from '../../config/extends.js';
import {
  CONFIGURATION_PLACES,
  type ConfigurationTexts,
  parseConfiguration,
  type ReadBase,
  wholeConfiguration,
} from '../../edge/configuration-file.js';
import { isWithin, pathWithin, readTextIn } from '../../edge/files.js';
import { type FileAtCommit, fileAtCommit } from '../../edge/git-base.js';
import { err, ok, type Result } from '../../result.js';
import type { Api } from '../api/api.js';
import { failureOf } from '../api/failure.js';
import type { StepBounds } from './paths.js';
import type { Trust } from './target.js';

/** Where the configuration of a step is looked for. */
export interface ConfigurationSearch {
  /** The input, if it names one. */
  readonly named: string | undefined;
  /** Relative to the root; undefined when the input names a file outside of the repository. */
  readonly paths: readonly string[] | undefined;
  readonly root: string;
  /** The working directory. */
  readonly folder: string;
  /** Where it may lie, links resolved. */
  readonly bounds: StepBounds;
  readonly trust: Trust;
  /** Whether git may be run on what is checked out. */
  readonly isOwnRun: boolean;
  readonly connect: (() => Promise<Api>) | undefined;
  /** To read a configuration of another repository, `owner/name`; undefined without a token. */
  readonly connectTo: ((repository: string) => Promise<Api>) | undefined;
}

/** The configuration that counts, and what a person should know of it. */
export interface TrustedConfiguration {
  readonly configuration: Configuration;
  /** What the change would make of it; undefined when that is the same, or cannot be read. */
  readonly proposed: Configuration | undefined;
  /** What both were read from. */
  readonly texts: { readonly configuration: ConfigurationTexts; readonly proposed?: ConfigurationTexts };
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
 * Of the base revision where a change is proposed, so that it cannot waive itself; else of the checkout. One that cannot
 * be read or parsed is an error, a line for people: without it laxer rules might judge. Only a file that is surely
 * absent is none.
 */
export async function trustedConfiguration(
  search: ConfigurationSearch,
): Promise<Result<TrustedConfiguration, string>> {
  const { named, paths, root, folder, bounds, trust } = search;
  if (paths !== undefined && trust.kind !== 'checkout') return ofBase(search, trust, paths);
  const places = paths?.map((it) => path.join(root, it)) ?? [path.resolve(folder, named ?? '')];
  for (const file of places) {
    const text = readTextIn(bounds.real, file);
    if (!text.ok) return err(`${path.relative(root, file)} ${text.error}`);
    if (text.value === undefined) continue;
    const shown = path.relative(root, file);
    return countingOf(
      text.value,
      shown,
      baseReader(search, (named) => besideFile(search, file, named)),
    );
  }
  if (named !== undefined) return err(`${named} (input config) cannot be read`);
  return ok(UNCONFIGURED);
}

const UNCONFIGURED: TrustedConfiguration = {
  configuration: NO_CONFIGURATION,
  proposed: undefined,
  texts: { configuration: [] },
  warnings: [],
};

async function ofBase(
  search: ConfigurationSearch,
  trust: Exclude<Trust, { readonly kind: 'checkout' }>,
  paths: readonly string[],
): Promise<Result<TrustedConfiguration, string>> {
  if (trust.kind === 'nowhere') return unreadable(trust.why);
  const base = await baseFile(search, trust.ref, paths);
  if (!base.ok) return unreadable(base.error);
  const proposedIn = (file: string): string | undefined => {
    const text = readTextIn(search.bounds.real, path.join(search.root, file));
    return text.ok ? text.value : undefined;
  };
  if (base.value === undefined) {
    const there = paths.find((file) => proposedIn(file) !== undefined);
    const counts = there ?? (search.named === undefined ? undefined : paths[0]);
    if (counts === undefined) return ok(UNCONFIGURED);
    const absent = `${counts} does not count: it is not in the base revision.`;
    return ok(
      await withProposal({ ...UNCONFIGURED, warnings: [absent] }, proposedIn(counts), undefined, counts),
    );
  }
  const { file, text } = base.value;
  const read = await countingOf(
    text,
    file,
    baseReader(search, (named) => besideAtBase(search, { ref: trust.ref, file, named })),
  );
  if (!read.ok) return unreadable(`${read.error}. Mend it there first`);
  return ok(await withProposal(read.value, proposedIn(file), text, file));
}

/** The configuration with what it extends. */
async function countingOf(
  text: string,
  file: string,
  readBase: ReadBase,
): Promise<Result<TrustedConfiguration, string>> {
  const whole = await wholeConfiguration(text, file, readBase);
  if (!whole.ok) return whole;
  const { configuration, texts, notes } = whole.value;
  return ok({
    ...{ configuration, proposed: undefined, texts: { configuration: texts } },
    warnings: notes.map((sentence) => `${sentence}.`),
  });
}

type FileExtended = Extract<Extends, { readonly kind: 'file' }>;

/** What is extended, from where the configuration itself comes, or from another repository at a commit. */
function baseReader(
  search: ConfigurationSearch,
  beside: (named: FileExtended) => Promise<Result<BaseFile, string>>,
): ReadBase {
  return async (named) => {
    const read = await (named.kind === 'file' ? beside(named) : ofRepository(search, named));
    return read.ok ? ok({ name: read.value.file, text: read.value.text }) : read;
  };
}

/** In the checkout, under the same rules as the configuration. */
function besideFile(
  { root, bounds }: ConfigurationSearch,
  file: string,
  named: FileExtended,
): Promise<Result<BaseFile, string>> {
  const place = path.join(path.dirname(file), named.path);
  const shown = path.relative(root, place);
  const text = readTextIn(bounds.real, place);
  if (!text.ok) return Promise.resolve(err(`${shown}, which it extends, ${text.error}`));
  return Promise.resolve(
    text.value === undefined ? err(notThere(shown)) : ok({ file: shown, text: text.value }),
  );
}

/** At the same revision as the configuration. */
async function besideAtBase(
  search: ConfigurationSearch,
  { ref, file, named }: { readonly ref: string; readonly file: string; readonly named: FileExtended },
): Promise<Result<BaseFile, string>> {
  const place = path.posix.join(path.posix.dirname(file), named.path);
  if (place.startsWith('../')) return err(`${file} extends a file outside of the repository`);
  const found = await baseFile(search, ref, [place]);
  if (!found.ok) return found;
  return found.value === undefined ? err(notThere(place)) : ok(found.value);
}

function notThere(file: string): string {
  return `${file}, which the configuration extends, is not there`;
}

/** Of another repository, at a commit that nobody can change. */
async function ofRepository(
  { connectTo }: ConfigurationSearch,
  { repository, commit, path: file }: Extract<Extends, { readonly kind: 'repository' }>,
): Promise<Result<BaseFile, string>> {
  const name = `${repository}@${commit.slice(0, 7)}:${file}`;
  if (connectTo === undefined) return err(`${name}: there is no token to fetch it with (input policy-token)`);
  try {
    const api = await connectTo(repository);
    const found = await api.fileAt(file, commit);
    if (found.kind === 'file') return ok({ file: name, text: found.text });
    return err(
      found.kind === 'absent'
        ? `${name} is not there, or the token may not read that repository (input policy-token)`
        : `${name} is no regular file, or too large`,
    );
  } catch (error) {
    return err(`${name}: GitHub answered ${failureOf(error).status}`);
  }
}

function unreadable(why: string): Result<never, string> {
  return err(`the configuration of the base revision cannot be read, so nothing is judged: ${why}`);
}

interface BaseFile {
  readonly file: string;
  readonly text: string;
}

/** The first of the files that is there; undefined when all are surely absent. The error is the end of a line. */
async function baseFile(
  search: ConfigurationSearch,
  ref: string,
  paths: readonly string[],
): Promise<Result<BaseFile | undefined, string>> {
  const { connect } = search;
  if (connect === undefined) return firstOf(paths, (file) => inCheckout(search, ref, file));
  try {
    const api = await connect();
    const found = await firstOf(paths, async (file) => ok(await api.fileAt(file, ref)));
    if (found.ok && found.value === undefined) await api.readsAt(ref);
    return found;
  } catch (error) {
    const { kind, status } = failureOf(error);
    const isWithheld = kind === 'forbidden' || kind === 'not-found' || kind === 'unauthorized';
    return err(
      `GitHub answered ${status}. ${isWithheld ? 'The job needs permissions: contents: read' : 'Run the job again'}`,
    );
  }
}

async function firstOf(
  paths: readonly string[],
  ask: (file: string) => Promise<Result<FileAtCommit, string>>,
): Promise<Result<BaseFile | undefined, string>> {
  for (const file of paths) {
    const answer = await ask(file);
    if (!answer.ok) return answer;
    if (answer.value.kind === 'no-file') return err(`${file} is no regular file there, or too large`);
    if (answer.value.kind === 'file') return ok({ file, text: answer.value.text });
  }
  return ok(undefined);
}

/** Without a token: the checkout, if it reaches so far back and nobody else's hand is in it. */
async function inCheckout(
  { root, isOwnRun }: ConfigurationSearch,
  ref: string,
  file: string,
): Promise<Result<FileAtCommit, string>> {
  const found = isOwnRun ? await fileAtCommit(root, ref, file) : undefined;
  return found === undefined
    ? err(
        'there is no github-token to ask with, and the checkout does not reach so far back (fetch-depth: 0)',
      )
    : ok(found);
}

/** What a change proposes is only tried out: after the merge it would stop every run. */
async function withProposal(
  counting: TrustedConfiguration,
  text: string | undefined,
  base: string | undefined,
  file: string,
): Promise<TrustedConfiguration> {
  if (text === undefined || text === base) return counting;
  const read = await parseConfiguration(text, file);
  if (read.ok) {
    const texts = { ...counting.texts, proposed: [{ name: file, text }] };
    return { ...counting, proposed: read.value, texts };
  }
  const unread = `What would count after the merge cannot be read: ${read.error}.`;
  return { ...counting, warnings: [...counting.warnings, unread] };
}
