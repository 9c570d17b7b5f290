/**
 * Runs a script with what the engine made of it when it ran before: to compile takes half of a short run. Node keeps such
 * things too (`module.enableCompileCache`), but of modules, and without the functions that were compiled when they were
 * first called, which are most.
 */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
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
  const file = folder === undefined ? undefined : path.join(folder, `${engine.toString(16)}.bin`);
  const cachedData = file === undefined ? undefined : compiledIn(file, Buffer.from(mark, 'latin1'));
  const compiled = new Script(text, { filename: script.href, ...(cachedData && { cachedData }) });
  setFlagsFromString('--opt');
  const isThere = cachedData !== undefined && compiled.cachedDataRejected !== true;
  return {
    value: compiled.runInThisContext(),
    toKeep: () => {
      if (file === undefined || isThere || !isEngineAsBefore(engine)) return undefined;
      return { file, bytes: Buffer.concat([Buffer.from(mark, 'latin1'), compiled.createCachedData()]) };
    },
  };
}

/** What is kept of this version of the script; undefined if there is nothing, or somebody else may have written it. */
function compiledIn(file: string, mark: Buffer): Buffer | undefined {
  try {
    const opened = openSync(file, 'r');
    try {
      const { uid, mode } = fstatSync(opened);
      if (uid !== process.getuid?.() || (mode & 0o022) !== 0) return undefined;
      const kept = readFileSync(opened);
      return kept.subarray(0, mark.length).equals(mark) ? kept.subarray(mark.length) : undefined;
    } finally {
      closeSync(opened);
    }
  } catch {
    return undefined;
  }
}

/** V8 refuses code made under other flags. engine.ts has switched both compilers off, or the plans were large. */
function isEngineAsBefore(before: number): boolean {
  if (cachedDataVersionTag() !== before) setFlagsFromString('--maglev');
  return cachedDataVersionTag() === before;
}
