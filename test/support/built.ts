import path from 'node:path';

/** The folder with the package.json and the dist/ that build-once.js made for all tests of this run. */
export const BUILT = builtFolder();

/** The built command. */
export const CLI = path.join(BUILT, 'dist', 'cli.js');

function builtFolder(): string {
  const folder = process.env['CCE_PLAN_GUARD_BUILT'];
  if (folder === undefined)
    throw new Error('nothing was built: is globalSetup in the configuration of jest?');
  return folder;
}
