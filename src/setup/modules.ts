import { isLocalSource, joinPath } from '../source/files/paths.js';
import { literalText } from '../terraform/expression.js';
import type { Program } from '../plan/document/document.js';
import { type Code, type CodeBlock, type CodeFolder, below, folderOf, type RepositoryFiles } from './code.js';

/** A folder that plans are made in. */
export interface RootModule {
  readonly folder: CodeFolder;
  /** Where its state is kept; undefined: on the disk. */
  readonly backend: string | undefined;
  readonly program: Program;
  /** `1.11.4`, where a file says exactly which. */
  readonly version: string | undefined;
  /** The file that tells the program; undefined: it is taken to be Terraform. */
  readonly toldBy: string | undefined;
}

/** Root modules, and folders that could be such, but most likely are not. */
export interface ModulesFound {
  readonly roots: readonly RootModule[];
  readonly aside: readonly CodeFolder[];
}

/** Where people keep what others call, and what only shows or tests it. */
const ASIDE: readonly string[] = ['modules', 'examples', 'example', 'tests', 'test', 'fixtures'];

/**
 * A folder with a backend is a root module. One that only has a provider, or says which it needs, is one as well, unless
 * another folder calls it, or it lies where modules and examples do.
 */
export async function modulesIn(
  { folders }: Code,
  files: Pick<RepositoryFiles, 'paths' | 'text'>,
): Promise<ModulesFound> {
  const called = new Set(folders.flatMap(callsIn).map(({ path }) => path));
  const alone = folders.filter(({ path }) => !called.has(path));
  const isRoot = (folder: CodeFolder): boolean => {
    if (backendOf(folder) !== undefined) return true;
    return alone.includes(folder) && !liesAside(folder) && hasSettings(folder);
  };
  const roots: RootModule[] = [];
  for (const folder of folders.filter(isRoot)) {
    roots.push({ folder, backend: backendOf(folder), ...(await programFor(folder, files)) });
  }
  return { roots, aside: alone.filter((folder) => !isRoot(folder) && hasSettings(folder)) };
}

/** Calls of modules that are folders of this repository. */
export function callsIn({ path, blocks }: CodeFolder): readonly ModuleCall[] {
  return blocks.flatMap((block) => {
    const source = block.type === 'module' ? literalText(block.arguments.get('source')) : undefined;
    const called = source === undefined || !isLocalSource(source) ? undefined : joinPath(path, source);
    return called === undefined ? [] : [{ path: called, block }];
  });
}

/** A folder that is called, and the block that calls it. */
export interface ModuleCall {
  readonly path: string;
  readonly block: CodeBlock;
}

function backendOf({ blocks }: CodeFolder): string | undefined {
  const inner = blocks.filter(({ type }) => type === 'terraform').flatMap((block) => block.inner);
  const backend = inner.find(({ type }) => type === 'backend' || type === 'cloud');
  return backend?.labels[0] ?? backend?.type;
}

function hasSettings({ blocks }: CodeFolder): boolean {
  return blocks.some(({ type }) => type === 'terraform' || type === 'provider');
}

function liesAside({ path }: CodeFolder): boolean {
  return path.split('/').some((part) => ASIDE.includes(part));
}

/** Files that version managers read, in the folder or the nearest one above it. */
const VERSION_FILES = [
  { name: '.opentofu-version', program: 'tofu' },
  { name: '.terraform-version', program: 'terraform' },
] as const;

type ProgramFound = Pick<RootModule, 'program' | 'version' | 'toldBy'>;

/** What plans of a folder are made with: by a version file, by files that OpenTofu alone reads, by the registry of the lock file. */
async function programFor(
  { path, files }: CodeFolder,
  { paths, text }: Pick<RepositoryFiles, 'paths' | 'text'>,
): Promise<ProgramFound> {
  const there = new Set(paths);
  for (let folder = path; ; folder = folderOf(folder)) {
    const found = VERSION_FILES.find(({ name }) => there.has(below(folder, name)));
    if (found !== undefined) {
      const file = below(folder, found.name);
      const [version] = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.exec(((await text(file)) ?? '').trim()) ?? [];
      return { program: found.program, version, toldBy: file };
    }
    if (folder === '') break;
  }
  const tofu = files.find((file) => /\.tofu(?:\.json)?$/.test(file));
  if (tofu !== undefined) return { program: 'tofu', version: undefined, toldBy: tofu };
  const lock = below(path, '.terraform.lock.hcl');
  const locked = there.has(lock) ? await text(lock) : undefined;
  const registry = /^provider "(registry\.[\w.]+)\//m.exec(locked ?? '')?.[1];
  const program = registry === 'registry.opentofu.org' ? 'tofu' : 'terraform';
  return { program, version: undefined, toldBy: registry === undefined ? undefined : lock };
}
