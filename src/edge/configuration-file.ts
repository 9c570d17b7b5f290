import type { Configuration } from '../config/configuration.js';
import { NO_CONFIGURATION } from '../config/configuration.js';
import { err, ok, type Result } from '../result.js';
import { isThere, readBytes } from './files.js';

/** Where the configuration file is looked for, in this order. */
export const CONFIGURATION_PLACES = ['cce-plan-guard.yml', '.github/cce-plan-guard.yml'] as const;

/** A configuration file, or the place for one. */
export interface ConfigurationFile {
  readonly path: string;
  /** Undefined when it is not there. */
  readonly text: string | undefined;
  readonly configuration: Configuration;
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
  const path = named ?? CONFIGURATION_PLACES.find((place) => isThere(place));
  if (path === undefined || (mayLack && !isThere(path))) {
    const rightPath = CONFIGURATION_PLACES.find((place) => isThere(misnamed(place)));
    if (named === undefined && rightPath !== undefined) {
      const other = misnamed(rightPath);
      return err(`${other} is not read under this name. Rename it: mv ${other} ${rightPath}`);
    }
    return ok({
      path: path ?? CONFIGURATION_PLACES[0],
      text: undefined,
      configuration: NO_CONFIGURATION,
    });
  }
  const bytes = readBytes(path, 'configuration');
  if (!bytes.ok) return err(`${path} ${bytes.error}`);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.value);
  const configuration = await parseConfiguration(text, path);
  return configuration.ok ? ok({ path, text, configuration: configuration.value }) : configuration;
}

function misnamed(rightPath: string): string {
  return rightPath.replace(/\.yml$/, '.yaml');
}

/** Reads the text of a configuration file. YAML is loaded only now; the error names the file. */
export async function parseConfiguration(text: string, path: string): Promise<Result<Configuration, string>> {
  const [{ readConfiguration }, { CHECK_IDS }] = await Promise.all([
    import('../config/read-configuration.js'),
    import('../check/check-id.js'),
  ]);
  const read = readConfiguration(text, CHECK_IDS);
  return read.ok ? read : err(`${path}: ${read.error.message}`);
}
