import path from 'node:path';

import { CONFIGURATION_PLACES } from '../edge/configuration-file.js';
import { checkoutOf, diskReader } from '../edge/disk-reader.js';
import { isThere } from '../edge/files.js';
import { filesLike } from '../edge/globs.js';
import { writeWhole } from '../edge/outputs.js';
import { terminalText } from '../format/text/terminal-text.js';
import { err, ok, type Result } from '../result.js';
import { type CiFound, ciFound, type CiSystem } from '../setup/ci.js';
import { readCode, type RepositoryFiles } from '../setup/code.js';
import { modulesIn } from '../setup/modules.js';
import { type Setup, setupOf } from '../setup/setup.js';
import { setupText, type SetupDone } from '../setup/setup-words.js';
import { CONFIGURATION_FILE } from '../setup/workflows.js';
import { type Hcl, loadHcl } from '../source/hcl/hcl.js';
import { readArguments, SHARED_OPTIONS } from './arguments.js';
import type { Command } from './command.js';

const SYSTEMS: readonly CiSystem[] = ['github', 'gitlab', 'azure', 'atlantis'];

/** Writes a workflow and a configuration for a repository. */
export const initCommand: Command = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard init [FOLDER] [options]

Looks for root modules, clusters, Terraform or OpenTofu and what runs the builds in the repository that FOLDER belongs to
(default: the working directory), writes a workflow and a configuration for what it found, and says what it did not find.
What is there already stays as it is. Nothing is asked of a network.

  --ci SYSTEM       ${SYSTEMS.join(', ')}; may be given again. Default: by the files that are there, else by the
                    remote of Git
  --help, --version

exit: 0 written, or there already; 2 nothing to write a workflow for, or it cannot be written
`,
  run: async (argv, world) => {
    const read = readArguments(argv, 'init', OPTIONS);
    if (!read.ok) return read;
    const { values, positionals } = read.value;
    const [folder = '.', another] = positionals;
    if (another !== undefined) return err('init takes one folder');
    const named = systemsNamed(values.ci ?? []);
    if (!named.ok) return named;
    const checkout = checkoutOf(folder);
    if (checkout === undefined) return err(`${folder} is no directory`);
    const setup = await setupFor(checkout.root, named.value);
    if (!setup.ok) return setup;
    const done = writeSetup(checkout.root, setup.value);
    if (!done.ok) return done;
    const text = setupText(setup.value, done.value);
    const lines = text.split('\n').map((line) => terminalText(line, Infinity));
    const told = world.write(lines.join('\n'), undefined);
    return told.ok ? ok(0) : told;
  },
};

const OPTIONS = { ci: { type: 'string', multiple: true }, ...SHARED_OPTIONS } as const;

function systemsNamed(names: readonly string[]): Result<readonly CiFound[], string> {
  const found: CiFound[] = [];
  for (const name of names) {
    const system = SYSTEMS.find((one) => one === name);
    if (system === undefined) return err(`--ci takes ${SYSTEMS.join(', ')}, not \`${name}\``);
    if (!found.some((one) => one.system === system)) found.push({ system, toldBy: undefined });
  }
  return ok(found);
}

const LOOKED_FOR =
  '**/{*.tf,*.tofu,*.tf.json,*.tofu.json,.terraform-version,.opentofu-version,.terraform.lock.hcl}';
const NOT_LOOKED_INTO = ['.git', '.terraform', '.terragrunt-cache', 'node_modules'].map(
  (name) => `**/${name}/**`,
);

async function setupFor(root: string, named: readonly CiFound[]): Promise<Result<Setup, string>> {
  const reader = diskReader({ root, rootModule: '' });
  const textAt = async (name: string): Promise<string | undefined> => {
    const bytes = await reader.read(name);
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  };
  let hcl: Promise<Hcl | undefined> | undefined;
  const files: RepositoryFiles = {
    paths: await filesLike(LOOKED_FOR, { folder: root, without: NOT_LOOKED_INTO }),
    text: textAt,
    loadHcl: () => (hcl ??= reader.grammar().then(loadHcl, () => undefined)),
  };
  const code = await readCode(files);
  const modules = await modulesIn(code, files);
  if (modules.roots.length === 0) {
    return err(
      `${terminalText(root)} has no root module: no folder of .tf files with a backend, a provider or a \`terraform\` block. Run it in the repository of your Terraform code`,
    );
  }
  const isInRoot = (name: string): boolean => isThere(path.join(root, name));
  const ci = named.length > 0 ? named : ciFound(isInRoot, await textAt('.git/config'));
  return ok(setupOf(code, modules, ci));
}

/** Writes what is not there. */
function writeSetup(root: string, { files }: Setup): Result<SetupDone, string> {
  const written: string[] = [];
  const kept: string[] = [];
  for (const { path: name, text } of files) {
    const there = homesOf(name).find((one) => isThere(path.join(root, one)));
    if (there !== undefined) {
      kept.push(there);
      continue;
    }
    const done = writeWhole(path.join(root, name), text, { makesFolder: true });
    if (!done.ok) return err(`${terminalText(name)} cannot be written: it ${done.error}`);
    written.push(name);
  }
  return ok({ written, kept });
}

/** Where a file may be already. */
function homesOf(name: string): readonly string[] {
  return name === CONFIGURATION_FILE ? CONFIGURATION_PLACES : [name];
}
