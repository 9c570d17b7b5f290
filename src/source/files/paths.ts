/**
 * Joins a path that a configuration names to the directory it is relative to. Both kinds of slashes separate.
 * Undefined when the result is outside of the repository, or `path` is absolute in any system's way.
 */
export function joinPath(directory: string, path: string): string | undefined {
  const text = toSlashes(path);
  if (text.startsWith('/') || /^[A-Za-z]:/.test(text) || text.includes('\0')) return undefined;
  const parts: string[] = [];
  for (const part of [...toSlashes(directory).split('/'), ...text.split('/')]) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** Windows separators as the report writes them. */
export function toSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/** Whether the source of a module call is a directory beside the caller: `./x`, `../x`. */
export function isLocalSource(source: string): boolean {
  return /^\.\.?([/\\]|$)/.test(source);
}

/** Whether the directory is a downloaded copy: `terraform init` puts those below `.terraform`. */
export function isDownloaded(directory: string): boolean {
  return directory.split('/').includes('.terraform');
}

/** How the names of configuration files end. */
export const EXTENSION = /\.(tf|tofu)(\.json)?$/;

/** Configuration as Terraform or OpenTofu reads it; what editors leave beside it is not. */
export function isConfiguration(name: string): boolean {
  if (name.startsWith('.') || name.endsWith('~') || /^#.*#$/.test(name)) return false;
  return EXTENSION.test(name);
}

/** Where Terraform's users put what has no file of its own. */
export const MAIN_FILE = 'main.tf';

/** `main.tf`, or the first file; undefined of none. */
export function usualFile(files: readonly string[]): string | undefined {
  return files.find((file) => file === MAIN_FILE || file.endsWith(`/${MAIN_FILE}`)) ?? files[0];
}

/** Files of HCL have lines of their own to change. */
export function isHcl(file: string): boolean {
  return !file.endsWith('.json');
}
