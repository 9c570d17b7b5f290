import { appendFileSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The text of a file; undefined when it cannot be read. */
export function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Writes a file and the folders above it; false when that does not work. */
export function saveText(file: string, text: string): boolean {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return true;
  } catch {
    return false;
  }
}

/** Adds to a file of the runner; false when that does not work. */
export function appendText(file: string, text: string): boolean {
  try {
    appendFileSync(file, text);
    return true;
  } catch {
    return false;
  }
}

/** The folder without links, if it is there. */
export function realPath(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder;
}

/** Whether a path is a folder's own, or below it. */
export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** A path as the repository names it: relative, forward slashes; '' for the repository itself. */
export function slashed(root: string, file: string): string {
  return path.relative(root, file).replaceAll(path.sep, '/');
}

/** The path of a file, without what is another from one runner to the next: the folders of a whole path. */
export function stableName(file: string): string {
  return path.isAbsolute(file) ? path.basename(file) : file;
}
