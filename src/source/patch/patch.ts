import { createTwoFilesPatch } from 'diff';

import { groupBy } from '../../collections.js';
import { must } from '../../result.js';
import type { HclText } from '../../terraform/write-hcl.js';
import { literalText, type SourceBlock } from '../../terraform/expression.js';
import { type Address, type ModuleStep, parseAddress } from '../../terraform/traversal.js';
import type { Modules } from '../files/modules.js';
import { isHcl, joinPath } from '../files/paths.js';
import { firstOfBases, type Source } from '../files/source.js';
import { resourceBlocks } from '../locate/gone.js';
import { addedEntries, removedEntry, restoredEntry } from './entry.js';
import type { LineEdit } from './line-edit.js';

/** A change of the files that a plan is made of. */
export type FileChange =
  /** The block of the resource as it was at the base revision; without one, the arguments that alone make it so. */
  | {
      readonly kind: 'restore';
      readonly address: string;
      readonly values: readonly Pick<ArgumentChange, 'name' | 'value'>[];
    }
  | { readonly kind: 'remove'; readonly address: string }
  | ArgumentChange
  /** Entries for the map or list of which this instance is made; `place`: for people; `lines` without indentation. */
  | {
      readonly kind: 'entries';
      readonly address: string;
      readonly place: string;
      readonly lines: readonly string[];
    }
  /** Blocks at the end of the file in which one of these resources stands, else of `main.tf` of the module. */
  | {
      readonly kind: 'append';
      readonly beside: readonly string[];
      readonly modules: readonly ModuleStep[];
      readonly text: string;
    };

/** What an argument of a resource is to say, whatever it says now. */
export interface ArgumentChange {
  readonly kind: 'argument';
  readonly address: string;
  readonly name: string;
  readonly value: HclText;
}

/** A unified diff, what it leaves out, and what it takes from elsewhere than the files: sentence parts. */
export interface Patch {
  readonly text: string;
  readonly without: readonly string[];
  readonly taken: readonly string[];
}

/** The end of a file. */
const END = Infinity;

/** The changes as a diff that `git apply` takes, paths relative to the root of the repository. */
export async function patchOf(source: Source, changes: readonly FileChange[]): Promise<Patch> {
  const lines: LineEdit[] = [];
  const without: string[] = [];
  const taken: string[] = [];
  for (const change of changes) {
    const found = await linesOfChange(source, change);
    if (typeof found === 'string') without.push(found);
    else {
      lines.push(...found.lines);
      taken.push(...found.taken);
    }
  }
  const files = await Promise.all(
    [...groupBy(lines, ({ file }) => file)].map(async ([file, own]) => fileDiff(source, file, own)),
  );
  return { text: files.join(''), without, taken };
}

/** Lines that make a change, and what they take from elsewhere than the files: sentence parts. */
interface Edits {
  readonly lines: readonly LineEdit[];
  readonly taken: readonly string[];
}

async function linesOfChange(source: Source, change: FileChange): Promise<Edits | string> {
  if (change.kind === 'append') return edits(await appended(source, change));
  const { address: shown } = change;
  const address = parseAddress(shown);
  if (address === undefined) return `${shown}: its address has an unknown form`;
  if (change.kind === 'argument') return edits(await withArguments(source, shown, [change]));
  if (change.kind === 'entries')
    return edits(await addedEntries(source, address, change.lines, shown), change.place);
  if (address.key !== undefined) {
    const entry = change.kind === 'restore' ? restoredEntry : removedEntry;
    return edits(
      await entry(source, address, shown),
      `${shown}: by its entry; what else is made of the same map changes with it`,
    );
  }
  if (change.kind === 'restore') return restoredEdits(source, address, change);
  const block = await onlyBlock(source, address);
  if (block === undefined) return notAlone(shown);
  const { file, line, endLine } = block;
  return edits({ file, at: line, count: endLine - line + 1, lines: [] });
}

/** As the base revision shows it; where nobody named one and it does not, by the values of the plan. */
async function restoredEdits(
  source: Source,
  address: Address,
  { address: shown, values }: Extract<FileChange, { kind: 'restore' }>,
): Promise<Edits | string> {
  const back = await restored(source, address, shown);
  if (typeof back !== 'string' || source.isBaseNamed || values.length === 0) return edits(back);
  return edits(
    await withArguments(source, shown, values),
    `${shown}: with the values that the plan shows as before; --base REVISION shows the block itself`,
  );
}

function edits(found: LineEdit | readonly LineEdit[] | string, ...taken: readonly string[]): Edits | string {
  return typeof found === 'string' ? found : { lines: [found].flat(), taken };
}

function notAlone(shown: string): string {
  return `${shown}: its block does not stand alone in a file of the repository`;
}

/** Each argument in its line, else at the end of the block. */
async function withArguments(
  source: Source,
  shown: string,
  values: readonly Pick<ArgumentChange, 'name' | 'value'>[],
): Promise<readonly LineEdit[] | string> {
  const address = parseAddress(shown);
  const block = address === undefined ? undefined : await onlyBlock(source, address);
  const text = block === undefined ? undefined : await source.head.text(block.file);
  if (block === undefined || text === undefined) return notAlone(shown);
  const { file, endLine, attributes } = block;
  const lines = text.split('\n');
  const edits = values.map(({ name, value }): LineEdit | undefined => {
    const old = attributes.get(name);
    if (old === undefined) return { file, at: endLine, count: 0, lines: [`  ${name} = ${value}`] };
    if (literalText(old.value) === undefined) return undefined;
    const [line = ''] = lines.slice(old.line - 1, old.line);
    const [head] = /^\s*\w+\s*=\s*/.exec(line) ?? [];
    // What stands beside it, a comment or another argument, would be lost.
    const isAlone = old.line === old.endLine && head !== undefined && line.trimEnd() === `${head}${old.text}`;
    return isAlone ? { file, at: old.line, count: 1, lines: [`${head}${value}`] } : undefined;
  });
  const whole = edits.filter((edit) => edit !== undefined);
  return whole.length < edits.length
    ? `${shown}: an argument of it is no plain value in a line of its own`
    : whole;
}

/** The block of one resource; undefined when it makes several, is overridden, or is none of the repository's own. */
async function onlyBlock({ head }: Source, address: Address): Promise<SourceBlock | undefined> {
  const folder = await head.folder(address.modules);
  const [block, ...others] = await resourceBlocks(head, address);
  const isOwn = folder.kind === 'folder' && !folder.isDownloaded;
  const isOne = !['count', 'for_each'].some((name) => block?.attributes.has(name) === true);
  const isAlone = block !== undefined && others.length === 0 && isHcl(block.file);
  return isOwn && isOne && isAlone ? block : undefined;
}

async function restored(source: Source, address: Address, shown: string): Promise<LineEdit | string> {
  if ((await source.bases()).length === 0) return `${shown}: --base REVISION shows how it was`;
  const old = await firstOfBases(source, async (base) => blockBefore(base, address));
  if (old === undefined) {
    return source.isBaseNamed
      ? `${shown}: the base revision does not show its block`
      : `${shown}: neither the start of the branch nor its last commit shows its block; --base REVISION names another`;
  }
  const { file, lines } = old;
  const [now, ...more] = await resourceBlocks(source.head, address);
  if (more.length > 0) return `${shown}: its block is overridden`;
  if (now === undefined) return { file, at: END, count: 0, lines };
  const count = now.endLine - now.line + 1;
  const current = (await source.head.text(now.file))?.split('\n').slice(now.line - 1, now.endLine);
  return current?.join('\n') === lines.join('\n')
    ? `${shown}: its block is the same at the base revision, so that something else changes it`
    : { file: now.file, at: now.line, count, lines };
}

/** The block of a resource at a base revision, if it is written in HCL and not overridden. */
async function blockBefore(
  base: Modules,
  address: Address,
): Promise<{ readonly file: string; readonly lines: readonly string[] } | undefined> {
  const [block, ...others] = await resourceBlocks(base, address);
  if (block === undefined || others.length > 0 || !isHcl(block.file)) return undefined;
  const { file, line, endLine } = block;
  const text = await base.text(file);
  return text === undefined ? undefined : { file, lines: text.split('\n').slice(line - 1, endLine) };
}

async function appended(
  { head }: Source,
  { beside, modules, text }: Extract<FileChange, { kind: 'append' }>,
): Promise<LineEdit | string> {
  const folder = await head.folder(modules);
  if (folder.kind !== 'folder' || folder.isDownloaded)
    return 'new blocks: their module is not in this repository';
  const lines = text.trimEnd().split('\n');
  for (const one of beside) {
    const address = parseAddress(one);
    const isNear = address?.modules.length === modules.length;
    const [block] = isNear ? await resourceBlocks(head, address) : [];
    if (block !== undefined && isHcl(block.file)) return { file: block.file, at: END, count: 0, lines };
  }
  const file = must(
    joinPath(folder.folder.directory, 'main.tf'),
    'a folder of the repository lies within it',
  );
  return { file, at: END, count: 0, lines };
}

async function fileDiff(source: Source, file: string, edits: readonly LineEdit[]): Promise<string> {
  const before = await source.head.text(file);
  const after = withEdits(before ?? '', edits);
  const [old, next] = [before === undefined ? '/dev/null' : `a/${file}`, `b/${file}`];
  const diff = createTwoFilesPatch(old, next, before ?? '', after, undefined, undefined, { context: 3 });
  // Git wants to hear of a new file; the line above the names is for other tools.
  const body = diff.slice(diff.indexOf('---'));
  return `diff --git a/${file} b/${file}\n${before === undefined ? 'new file mode 100644\n' : ''}${body}`;
}

function withEdits(text: string, edits: readonly LineEdit[]): string {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const inOrder = [...edits].sort((a, b) => b.at - a.at);
  for (const { at, count, lines: own } of inOrder.filter((edit) => edit.at !== END)) {
    lines.splice(at - 1, count, ...own);
    // The empty line that stood before the block stands behind it now.
    if (own.length === 0 && lines[at - 2] === '' && (lines[at - 1] === '' || at > lines.length))
      lines.splice(at - 2, 1);
  }
  for (const { lines: own } of edits.filter((edit) => edit.at === END)) {
    lines.push(...(lines.length > 0 ? [''] : []), ...own);
  }
  return `${lines.join('\n')}\n`;
}
