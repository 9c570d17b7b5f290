import { groupBy } from '../collections.js';
import { EXTENSION, joinPath } from '../source/files/paths.js';
import type { Hcl, LoadHcl } from '../source/hcl/hcl.js';
import { jsonOutlineOf, type OutlineBlock, outlineOf } from '../source/outline/outline.js';

/** A repository, as far as it is looked at. Paths are relative to its root, with forward slashes. */
export interface RepositoryFiles {
  /** Files of Terraform and OpenTofu, in order. */
  readonly paths: readonly string[];
  /** Undefined for what is not there, or cannot be read. */
  readonly text: (path: string) => Promise<string | undefined>;
  readonly loadHcl: LoadHcl;
}

/** A block, and the file that it stands in. */
export interface CodeBlock extends OutlineBlock {
  readonly file: string;
}

/** A folder with configuration in it: a module. */
export interface CodeFolder {
  /** '' is the root of the repository. */
  readonly path: string;
  /** All files in it that were found, of other kinds too. */
  readonly files: readonly string[];
  readonly blocks: readonly CodeBlock[];
}

/** All folders with configuration, and which files could not be read. */
export interface Code {
  readonly folders: readonly CodeFolder[];
  readonly unread: readonly string[];
}

/** Files without any of it say nothing of what is asked. The parser takes a second for a fifth of a megabyte. */
const WORTH_READING =
  /^[ \t]*(?:terraform|provider|module|locals)\b|opentelekomcloud_(?:cce_cluster_v3|vpc_v1|vpc_secondary_cidr_v3)|\.tf\.json/m;

/** Reads the configuration of a repository, each file once. */
export async function readCode({ paths, text: textOf, loadHcl }: RepositoryFiles): Promise<Code> {
  const unread: string[] = [];
  const folders: CodeFolder[] = [];
  for (const [path, files] of groupBy(paths, folderOf)) {
    if (!files.some((file) => EXTENSION.test(file))) continue;
    const blocks: CodeBlock[] = [];
    for (const file of files.filter((name) => EXTENSION.test(name))) {
      const text = await textOf(file);
      const isJson = file.endsWith('.json');
      if (text !== undefined && !isJson && !WORTH_READING.test(text)) continue;
      const found = text === undefined ? undefined : outlineIn(await loadHcl(), text, isJson);
      if (found === undefined) unread.push(file);
      else blocks.push(...found.map((block) => ({ ...block, file })));
    }
    folders.push({ path, files, blocks });
  }
  return { folders, unread };
}

function outlineIn(hcl: Hcl | undefined, text: string, isJson: boolean): readonly OutlineBlock[] | undefined {
  if (isJson) return jsonOutlineOf(hcl, text);
  return hcl === undefined ? undefined : outlineOf(hcl, text);
}

/** The folder of a file; '' is the root. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), 0));
}

/** A path below a folder. */
export function below(folder: string, name: string): string {
  return joinPath(folder, name) ?? name;
}
