import { firstOfEach } from '../collections.js';
import type { CiFound, CiSystem } from './ci.js';
import { type CodeCluster, clustersIn, type GivenTexts, textReader } from './clusters.js';
import type { Code, CodeFolder } from './code.js';
import { configurationText } from './configuration-text.js';
import { callsIn, type ModulesFound, type RootModule } from './modules.js';
import {
  azureFiles,
  CONFIGURATION_FILE,
  githubWorkflows,
  gitlabFiles,
  isPlainFolder,
  type SetupFile,
} from './workflows.js';

/** A root module, and the clusters that it makes, itself or by modules of this repository. */
export interface SetupModule {
  readonly module: RootModule;
  readonly clusters: readonly CodeCluster[];
}

/** What was found in a repository, and what is to be written for it. */
export interface Setup {
  readonly modules: readonly SetupModule[];
  /** Their names would mean something else in scripts. */
  readonly unwritable: readonly RootModule[];
  readonly aside: readonly CodeFolder[];
  readonly unread: readonly string[];
  readonly ci: readonly CiFound[];
  readonly files: readonly SetupFile[];
}

/** Puts together what is to be written. */
export function setupOf(code: Code, { roots, aside }: ModulesFound, ci: readonly CiFound[]): Setup {
  const writable = roots.filter(isPlainFolder);
  const modules = writable.map((module) => ({ module, clusters: clustersBelow(code, module.folder) }));
  const files = [
    ...ci.flatMap(({ system }) => (writable.length === 0 ? [] : FILES_OF[system](writable))),
    ...configurations(modules),
  ];
  const unwritable = roots.filter((module) => !isPlainFolder(module));
  return { modules, unwritable, aside, unread: code.unread, ci, files };
}

const FILES_OF: Readonly<Record<CiSystem, (modules: readonly RootModule[]) => readonly SetupFile[]>> = {
  github: githubWorkflows,
  gitlab: gitlabFiles,
  azure: azureFiles,
  // Its workflows are the server's.
  atlantis: () => [],
};

function configurations(modules: readonly SetupModule[]): readonly SetupFile[] {
  return modules.map(({ module, clusters }) => {
    const folder = modules.length === 1 || module.folder.path === '' ? '' : `${module.folder.path}/`;
    return { path: `${folder}${CONFIGURATION_FILE}`, text: configurationText(clusters) };
  });
}

/** Deeper, and more often, than people call modules; in a circle there is no end. */
const MOST_CALLS = 1000;

function clustersBelow({ folders }: Code, root: CodeFolder): readonly CodeCluster[] {
  const byPath = new Map(folders.map((folder) => [folder.path, folder]));
  const found: CodeCluster[] = [];
  const open: { readonly folder: CodeFolder; readonly given: GivenTexts }[] = [
    { folder: root, given: new Map() },
  ];
  for (let calls = 0; calls < MOST_CALLS; calls++) {
    const next = open.pop();
    if (next === undefined) break;
    const { folder, given } = next;
    found.push(...clustersIn(folder, given));
    const textOf = textReader(folder, given);
    for (const { path, block } of callsIn(folder)) {
      const called = byPath.get(path);
      const texts = [...block.arguments].flatMap(([name, value]): readonly [string, string][] => {
        const text = textOf(value);
        return text === undefined ? [] : [[name, text]];
      });
      if (called !== undefined) open.push({ folder: called, given: new Map(texts) });
    }
  }
  return firstOfEach(found, ({ file, line, name }) => `${file}:${line}:${name ?? ''}`);
}
