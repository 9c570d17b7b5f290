import path from 'node:path';

import { CHECK_IDS } from '../check/check-id.js';
import type { Configuration } from '../config/configuration.js';
import type { Extends } from '../config/extends.js';
import { NO_CONFIGURATION } from '../config/configuration.js';
import { err, must, ok, type Result } from '../result.js';
import { isThere, readBytes } from './files.js';

/** Where the configuration file is looked for, in this order. */
export const CONFIGURATION_PLACES = ['cce-plan-guard.yml', '.github/cce-plan-guard.yml'] as const;

/** What a configuration was read from: its file, and the one that it extends; none of a configuration that is not there. */
export type ConfigurationTexts = readonly { readonly name: string; readonly text: string }[];

/** A configuration file, or the place for one. */
export interface ConfigurationFile {
  readonly path: string;
  /** Undefined when it is not there. */
  readonly text: string | undefined;
  /** With what it extends. */
  readonly configuration: Configuration;
  readonly texts: ConfigurationTexts;
  /** The file, and the one that it extends: no output may take their place. */
  readonly reads: readonly string[];
  /** What a person should know of it. */
  readonly notes: readonly string[];
}

/**
 * The configuration named, or found in one of the two places; without one the defaults. The error is a line for people;
 * it also tells of a file that people take for the configuration, though it has another ending and is not read.
 *
 * @param mayLack the one that is named may have to be made
 */
export async function openConfigurationFile(
  named: string | undefined,
  { mayLack = false } = {},
): Promise<Result<ConfigurationFile, string>> {
  const file = named ?? CONFIGURATION_PLACES.find((place) => isThere(place));
  if (file === undefined || (mayLack && !isThere(file))) {
    const rightPath = CONFIGURATION_PLACES.find((place) => isThere(misnamed(place)));
    if (named === undefined && rightPath !== undefined) {
      const other = misnamed(rightPath);
      return err(`${other} is not read under this name. Rename it: mv ${other} ${rightPath}`);
    }
    return ok({
      path: file ?? CONFIGURATION_PLACES[0],
      text: undefined,
      ...{ configuration: NO_CONFIGURATION, texts: [], notes: [], reads: [file ?? CONFIGURATION_PLACES[0]] },
    });
  }
  const bytes = readBytes(file, 'configuration');
  if (!bytes.ok) return err(`${file} ${bytes.error}`);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.value);
  const whole = await wholeConfiguration(text, file, readBeside(file));
  return whole.ok ? ok({ path: file, text, ...whole.value }) : whole;
}

/** Reads what a configuration extends. The value has a name for people; the error is a line for them. */
export type ReadBase = (
  named: Extends,
) => Promise<Result<{ readonly name: string; readonly text: string }, string>>;

/** On the command line: a file beside the configuration. */
function readBeside(file: string): ReadBase {
  return (named) => {
    if (named.kind === 'repository') return Promise.resolve(err(`${file}: ${ONLY_THE_ACTION}`));
    const name = path.join(path.dirname(file), named.path);
    const bytes = readBytes(name, 'configuration');
    return Promise.resolve(
      bytes.ok
        ? ok({ name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.value) })
        : err(`${name}, which ${file} extends, ${bytes.error}`),
    );
  };
}

const ONLY_THE_ACTION =
  'extends names another repository, which only the Action fetches. Check that repository out at the commit, and name the file: extends: ../policy/cce-plan-guard.yml';

/**
 * Reads the text of a configuration, with what it extends. What cannot be read is an error: without it laxer rules might
 * judge.
 *
 * @param file for people
 */
export async function wholeConfiguration(
  text: string,
  file: string,
  readBase: ReadBase,
): Promise<Result<Pick<ConfigurationFile, 'configuration' | 'texts' | 'notes' | 'reads'>, string>> {
  const parsed = await parseConfiguration(text, file);
  if (!parsed.ok) return parsed;
  const own = parsed.value;
  const texts = [{ name: file, text }];
  if (own.extends === undefined) return ok({ configuration: own, texts, notes: [], reads: [file] });
  const read = await readBase(own.extends);
  if (!read.ok) return read;
  const { name } = read.value;
  const base = await parseConfiguration(read.value.text, name);
  if (!base.ok) return base;
  if (base.value.extends !== undefined) {
    return err(`${name}, which ${file} extends, extends another file: let ${file} extend that one`);
  }
  const { extended } = await import('../config/extended.js');
  const { configuration, overruled } = extended(own, base.value);
  const notes = overruled.map(
    (key) =>
      `\`${key}\` of ${file} does not count where ${name} says otherwise: its \`may-override\` does not name it`,
  );
  return ok({ configuration, texts: [...texts, read.value], notes, reads: [file, name] });
}

/** The configuration that was read from these texts. */
export async function configurationFrom([own, base]: ConfigurationTexts): Promise<Configuration> {
  if (own === undefined) return NO_CONFIGURATION;
  const read =
    base === undefined
      ? await parseConfiguration(own.text, own.name)
      : await wholeConfiguration(own.text, own.name, () => Promise.resolve(ok(base)));
  const found = must(read.ok ? read.value : undefined, 'they were read before');
  return 'configuration' in found ? found.configuration : found;
}

function misnamed(rightPath: string): string {
  return rightPath.replace(/\.yml$/, '.yaml');
}

/** Reads the text of a configuration file. YAML is loaded only now; the error names the file. */
export async function parseConfiguration(text: string, file: string): Promise<Result<Configuration, string>> {
  const { readConfiguration } = await import('../config/read-configuration.js');
  const read = readConfiguration(text, CHECK_IDS);
  return read.ok ? read : err(`${file}: ${read.error.message}`);
}
