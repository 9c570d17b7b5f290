/** Cases of a target, one after the other: what to try, how often, and how to play one again. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { IS_LONG_RUN } from '../laws.js';
import { type Random, randomOf } from './random.js';

/** Something that reads input, and what is to hold of it. */
export interface FuzzTarget<I> {
  /** Also the folder of its corpus. */
  readonly name: string;
  /** A case. Cases of the same chance are the same. */
  readonly make: (random: Random) => I;
  /** Throws when something does not hold. Whether the input was taken for what it is to be. */
  readonly hold: (input: I) => boolean | Promise<boolean>;
  /** A case as a file of the corpus, and back. */
  readonly toFile: (input: I) => string | Uint8Array;
  readonly fromFile: (bytes: Uint8Array) => I;
}

/** Of texts, in UTF-8. */
export function textTarget(
  name: string,
  make: (random: Random) => string,
  hold: (text: string) => boolean | Promise<boolean>,
): FuzzTarget<Uint8Array> {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return bytesTarget(
    name,
    (random) => encoder.encode(make(random)),
    (bytes) => hold(decoder.decode(bytes)),
  );
}

/** Of bytes. */
export function bytesTarget(
  name: string,
  make: (random: Random) => Uint8Array,
  hold: FuzzTarget<Uint8Array>['hold'],
): FuzzTarget<Uint8Array> {
  return { name, make, hold, toFile: (bytes) => bytes, fromFile: (bytes) => bytes };
}

const USUAL_SEED = 20_261_126;

/** One number plays all cases again. Without it, the usual run has the same cases each time, and the long run new ones. */
export const FUZZ_SEED = Number(
  process.env['FUZZ_SEED'] ?? (IS_LONG_RUN ? Date.now() % 1_000_000 : USUAL_SEED),
);

/** `TARGET:NUMBER`: this case alone, and it is printed. */
const ONLY = process.env['FUZZ_CASE'];

/** In seconds of processor time; looked at in the long run alone, because nothing of a machine is asserted in the usual one. */
const LONGEST_CASE = 20;

/** How many cases a run has in all: in the usual run and in the long one; the environment says another number. */
export function caseCount(variable: `FUZZ_${string}`, usual: number, long: number): number {
  return Number(process.env[variable] ?? (IS_LONG_RUN ? long : usual));
}

/** So few of a hundred must be taken: where nearly nothing is, nothing is tried. Of a handful nothing can be said. */
const LEAST_TAKEN = 1;
const MANY = 100;

/** Tries so many cases. What fails is told with how to play it again. */
export async function campaign<I>(target: FuzzTarget<I>, count: number): Promise<void> {
  const [name, only] = ONLY?.split(':') ?? [];
  if (name !== undefined && name !== target.name) return;
  if (only !== undefined) {
    const input = target.make(randomOf(FUZZ_SEED, target.name, Number(only)));
    process.stdout.write(`${shown(target, input, Infinity)}\n`);
    await target.hold(input);
    return;
  }
  let taken = 0;
  for (let index = 0; index < count; index++) taken += (await one(target, index)) ? 1 : 0;
  const share = (100 * taken) / count;
  if (count >= MANY && share <= LEAST_TAKEN) throw new Error(`${target.name}: only ${share} % are taken`);
}

async function one<I>(target: FuzzTarget<I>, index: number): Promise<boolean> {
  const input = target.make(randomOf(FUZZ_SEED, target.name, index));
  const before = globalsNow();
  const start = process.cpuUsage();
  try {
    const isTaken = await target.hold(input);
    expectUnpolluted(before);
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    if (IS_LONG_RUN && seconds > LONGEST_CASE) throw new Error(`it took ${seconds} s`);
    return isTaken;
  } catch (error) {
    const again = `FUZZ_SEED=${FUZZ_SEED} FUZZ_CASE=${target.name}:${index}`;
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    throw new Error(`${why}\nPlay it again: ${again}\n${shown(target, input, 3000)}`, { cause: error });
  }
}

function shown<I>(target: FuzzTarget<I>, input: I, limit: number): string {
  const file = target.toFile(input);
  const text = typeof file === 'string' ? file : Buffer.from(file).toString('utf8');
  return `--- ${target.name} (${text.length} characters)\n${text.slice(0, limit)}`;
}

const PROTOTYPES: readonly object[] = [
  ...[Object.prototype, Array.prototype, Function.prototype, String.prototype, Number.prototype],
  ...[RegExp.prototype, Map.prototype, Set.prototype, Promise.prototype, Object, Array],
];

/** What every object has: more of it than before is the work of an input. */
function globalsNow(): string {
  return PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length).join();
}

function expectUnpolluted(before: string): void {
  if (globalsNow() !== before) throw new Error('a prototype has another number of keys than before');
}

const CORPUS = path.join(import.meta.dirname, '..', '..', 'corpus');

/** What is to hold of the files of the corpus of a target, by their names. */
export function corpusOf<I>(
  target: FuzzTarget<I>,
): readonly (readonly [name: string, hold: () => Promise<boolean>])[] {
  return corpusNames(target.name).map((name) => [
    name,
    async () => target.hold(target.fromFile(readFileSync(path.join(CORPUS, target.name, name)))),
  ]);
}

/** The folders of the corpus. */
export function corpusFolders(): readonly string[] {
  return readdirSync(CORPUS, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
}

/** The files of a folder, but for what is said of them. */
export function corpusNames(folder: string): readonly string[] {
  return corpusFolders().includes(folder)
    ? readdirSync(path.join(CORPUS, folder)).filter((name) => name !== 'README.md')
    : [];
}
