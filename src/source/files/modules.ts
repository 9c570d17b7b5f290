import { memo } from '../../collections.js';
import type { ModuleStep } from '../../terraform/traversal.js';
import { type Folder, openFolder } from './folder.js';
import { isDownloaded, isLocalSource, joinPath, toSlashes } from './paths.js';
import type { View } from './reader.js';
import type { LoadHcl } from '../hcl/hcl.js';
import { type SourceBlock, literalText } from '../../terraform/expression.js';

/** The source of a module call, as the plan's configuration has it; undefined when the plan has no such call. */
export type ModuleSource = (modules: readonly string[]) => string | undefined;

/** Where the files of a module are. */
export type ModuleFolder =
  | { readonly kind: 'folder'; readonly folder: Folder; readonly isDownloaded: boolean }
  /** Its source is no directory of the repository, and it is not downloaded here. */
  | { readonly kind: 'elsewhere' }
  /** It should be there, and is not; or it leads out of the repository. */
  | { readonly kind: 'unreadable'; readonly trouble: string }
  /** Nothing calls a module of that name. */
  | { readonly kind: 'unknown' };

/** The modules of one revision. Keys of instances do not matter: all instances share one folder. */
export interface Modules {
  readonly isBase: boolean;
  folder(modules: readonly ModuleStep[]): Promise<ModuleFolder>;
  /** The block of the last call of the path, in the folder of its caller; overrides behind it. */
  call(modules: readonly ModuleStep[]): Promise<readonly SourceBlock[]>;
  /** The text of a file; undefined when it is not there. */
  text(path: string): Promise<string | undefined>;
}

/** What modules are looked up in. */
export interface ModulesInput {
  readonly view: View;
  readonly rootModule: string;
  readonly moduleSource: ModuleSource;
  readonly loadHcl: LoadHcl;
}

/** Each folder is read once, when it is asked for. */
export function modulesOf({ view, rootModule, moduleSource, loadHcl }: ModulesInput): Modules {
  const openOnce = memo((directory: string) => openFolder(view, directory, loadHcl));
  const downloads = memo((root: string) => readDownloads(view, root));
  const folderOf = memo((path: string) => find(path === '' ? [] : path.split('.')));

  async function find(names: readonly string[]): Promise<ModuleFolder> {
    const own = names.at(-1);
    if (own === undefined) return open(joinPath('', rootModule), 'the source directory');
    const caller = await folderOf(names.slice(0, -1).join('.'));
    if (caller.kind === 'unreadable') return caller;
    const source = await sourceOf(names, caller);
    if (source === undefined) return { kind: 'unknown' };
    if (isLocalSource(source)) {
      if (caller.kind !== 'folder') return caller;
      return open(joinPath(caller.folder.directory, source), `the module \`${own}\``);
    }
    const directory = (await downloads(rootModule)).get(names.join('.'));
    const opened = directory === undefined ? undefined : await open(directory, `the module \`${own}\``);
    return opened?.kind === 'folder' ? opened : { kind: 'elsewhere' };
  }

  async function sourceOf(names: readonly string[], caller: ModuleFolder): Promise<string | undefined> {
    const planned = moduleSource(names);
    if (planned !== undefined && !view.isBase) return planned;
    const [block] = caller.kind === 'folder' ? await caller.folder.find('module', names.slice(-1)) : [];
    return literalText(block?.attributes.get('source')?.value) ?? planned;
  }

  async function open(directory: string | undefined, what: string): Promise<ModuleFolder> {
    const unreadable = (why: string): ModuleFolder => ({
      kind: 'unreadable',
      trouble: `${what} is not read: ${why} the repository.`,
    });
    if (directory === undefined) return unreadable('it is outside of');
    const folder = await openOnce(directory);
    return folder === undefined
      ? unreadable('there is no such directory in')
      : { kind: 'folder', folder, isDownloaded: isDownloaded(directory) };
  }

  const folder = (modules: readonly ModuleStep[]): Promise<ModuleFolder> =>
    folderOf(modules.map(({ name }) => name).join('.'));
  return {
    isBase: view.isBase,
    folder,
    text: (path) => textIn(view, path),
    call: async (modules) => {
      const own = modules.at(-1);
      const caller = await folder(modules.slice(0, -1));
      return own === undefined || caller.kind !== 'folder' ? [] : caller.folder.find('module', [own.name]);
    },
  };
}

async function textIn(view: View, path: string): Promise<string | undefined> {
  const bytes = await view.read(path);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/** Directories of downloaded modules by their path of names, as `terraform init` leaves them. */
async function readDownloads(view: View, rootModule: string): Promise<ReadonlyMap<string, string>> {
  const directories = new Map<string, string>();
  const path = joinPath(rootModule, '.terraform/modules/modules.json');
  const bytes = path === undefined ? undefined : await view.read(path);
  if (bytes === undefined) return directories;
  for (const { key, directory } of downloadsIn(new TextDecoder().decode(bytes))) {
    const joined = joinPath(rootModule, toSlashes(directory));
    if (joined !== undefined) directories.set(key, joined);
  }
  return directories;
}

function downloadsIn(text: string): readonly { readonly key: string; readonly directory: string }[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return [];
  }
  if (typeof json !== 'object' || json === null || !('Modules' in json)) return [];
  const list: readonly unknown[] = Array.isArray(json.Modules) ? json.Modules : [];
  return list.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null || !('Key' in entry) || !('Dir' in entry)) return [];
    return typeof entry.Key === 'string' && typeof entry.Dir === 'string'
      ? [{ key: entry.Key, directory: entry.Dir }]
      : [];
  });
}
