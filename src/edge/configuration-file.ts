import { existsSync } from 'node:fs';

/** Where the configuration file is looked for, in this order. */
export const CONFIGURATION_PLACES = ['cce-plan-guard.yml', '.github/cce-plan-guard.yml'] as const;

/** The first of the two places that has a file; undefined when none has. */
export function findConfiguration(): string | undefined {
  return CONFIGURATION_PLACES.find((path) => existsSync(path));
}

/** A file that people take for the configuration, though it has another ending and is not read; with its right name. */
export function misnamedConfiguration(): { readonly path: string; readonly rightPath: string } | undefined {
  return CONFIGURATION_PLACES.map((rightPath) => ({
    path: rightPath.replace(/\.yml$/, '.yaml'),
    rightPath,
  })).find(({ path }) => existsSync(path));
}
