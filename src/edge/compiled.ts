/**
 * Runs a script with what the engine made of it when it ran before: to compile takes half of a short run. Node keeps such
 * things too (`module.enableCompileCache`), but of modules, and without the functions that were compiled when they were
 * first called, which are most.
 */
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
} from 'node:fs';
import path from 'node:path';
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** What a script gave, and how what was compiled of it is kept. */
export interface CompiledScript {
  readonly value: unknown;
  /** The file and what is to be written there; undefined where it is there already, or nothing can be kept. */
  readonly toKeep: () => { readonly file: string; readonly bytes: Uint8Array } | undefined;
}

/**
 * Where compiled code is kept: a folder of the user alone, for who can write there decides what runs. Undefined where the
 * user wants none, on systems whose files have no owner, and where a build runs, whose machine is new each time.
 */
export function compiledFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const {
    CI = '',
    NODE_DISABLE_COMPILE_CACHE: isOff = '',
    XDG_CACHE_HOME: caches = '',
    HOME: home = '',
  } = env;
  if (process.getuid === undefined || isOff !== '' || (CI !== '' && CI !== 'false')) return undefined;
  if (path.isAbsolute(caches)) return path.join(caches, 'cce-plan-guard');
  return path.isAbsolute(home) ? path.join(home, '.cache', 'cce-plan-guard') : undefined;
}

/**
 * Runs the script in a file. Its first line is a comment with a digest of the rest: V8 compares lengths alone.
 *
 * @param folder where compiled code is kept
 */
export function compiledScript(script: URL, folder: string | undefined): CompiledScript {
  const text = readFileSync(script, 'latin1');
  const mark = text.slice(0, text.indexOf('\n') + 1);
  // As it will be at the end: in Node 22 the number of the flags is not what it was once one has been set and taken back.
  setFlagsFromString('--no-opt');
  // What V8 makes of it depends on its version, the processor and the flags: all that is in this number.
  const engine = cachedDataVersionTag();
  const name = `${process.version}-${process.arch}-${engine.toString(16)}.bin`;
  const file = folder === undefined ? undefined : path.join(folder, name);
  const cachedData = file === undefined ? undefined : compiledIn(file, Buffer.from(mark, 'latin1'));
  const compiled = new Script(text, { filename: script.href, ...(cachedData && { cachedData }) });
  setFlagsFromString('--opt');
  const isThere = cachedData !== undefined && compiled.cachedDataRejected !== true;
  return {
    value: compiled.runInThisContext(),
    toKeep: () => {
      if (file === undefined || isThere || !mayBecome(file) || !isEngineAsBefore(engine)) return undefined;
      return { file, bytes: twice(mark, compiled.createCachedData()) };
    },
  };
}

/** What is kept of this version of the script; undefined if there is nothing, or somebody else may have written it. */
function compiledIn(file: string, mark: Buffer): Buffer | undefined {
  try {
    // A pipe in its place is not waited for, a link not followed.
    const opened = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    try {
      const status = fstatSync(opened);
      const isOurs = status.isFile() && status.uid === process.getuid?.() && (status.mode & 0o022) === 0;
      return isOurs ? onceIn(readFileSync(opened), mark) : undefined;
    } finally {
      closeSync(opened);
    }
  } catch {
    return undefined;
  }
}

/** Whether nothing is there, or a file; makes the folder and the one above. */
function mayBecome(file: string): boolean {
  const folder = path.dirname(file);
  try {
    // Not by `recursive`, which does not end for folders in /proc (Node 20).
    for (const one of [path.dirname(folder), folder]) if (!existsSync(one)) mkdirSync(one, { mode: 0o700 });
    return lstatSync(file, { throwIfNoEntry: false })?.isFile() !== false;
  } catch {
    return false;
  }
}

/** V8 does not look whether a byte has changed, and crashes or does something else: to compare two copies costs nothing. */
function twice(mark: string, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from(mark, 'latin1'), data, data]);
}

function onceIn(kept: Buffer, mark: Buffer): Buffer | undefined {
  const middle = (mark.length + kept.length) / 2;
  const data = kept.subarray(mark.length, middle);
  const isWhole = kept.subarray(0, mark.length).equals(mark) && kept.subarray(middle).equals(data);
  return isWhole && data.length > 0 ? data : undefined;
}

/** V8 refuses code made under other flags. engine.ts has switched both compilers off, or the plans were large. */
function isEngineAsBefore(before: number): boolean {
  if (cachedDataVersionTag() !== before) setFlagsFromString('--maglev');
  return cachedDataVersionTag() === before;
}
