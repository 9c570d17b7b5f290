import type { Configuration } from '../config/configuration.js';
import { type ConfigurationFile, openConfigurationFile } from '../edge/configuration-file.js';
import { ok, type Result } from '../result.js';
import { type ReportFile, spares } from './arguments.js';
import type { CommandWorld } from './command.js';

/** The files of a command, as they are named. */
interface NamedFiles {
  /** The configuration; left out: where it is looked for. */
  readonly config: string | undefined;
  /** What else is read. */
  readonly inputs: readonly string[];
  readonly output: string | undefined;
  readonly reports?: readonly ReportFile[];
}

/**
 * The configuration that counts, of a command whose outputs take the place of nothing that it reads. What a person should
 * know of the configuration is told. The error is one line for people.
 */
export async function configurationFor(
  files: NamedFiles,
  world: Pick<CommandWorld, 'note'>,
): Promise<Result<Configuration, string>> {
  const read = await configurationRead(files, world);
  return read.ok ? ok(read.value.configuration) : read;
}

/** The same with the texts that it was read from. */
export async function configurationRead(
  { config, inputs, output, reports }: NamedFiles,
  { note }: Pick<CommandWorld, 'note'>,
): Promise<Result<Pick<ConfigurationFile, 'configuration' | 'texts'>, string>> {
  const file = await openConfigurationFile(config);
  if (!file.ok) return file;
  const { reads, notes } = file.value;
  const spared = spares(output, [...inputs, ...reads], reports);
  if (!spared.ok) return spared;
  for (const sentence of notes) note(sentence);
  return file;
}
