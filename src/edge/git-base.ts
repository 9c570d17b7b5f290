import { execFile } from 'node:child_process';

import { distinct, memo } from '../collections.js';
import { EXTENSION, joinPath } from '../source/files/paths.js';
import type { Revision, SourceReader } from '../source/files/reader.js';
import { FILE_LIMIT_BYTES } from './files.js';

/** The files of a checkout at its base revisions. */
export type BaseRevision = Required<Pick<SourceReader, 'bases' | 'isBaseNamed'>>;

/** What a commit has under a path. */
export type FileAtCommit =
  | { readonly kind: 'file'; readonly text: string }
  /** For certain: the commit was looked through. */
  | { readonly kind: 'absent' }
  /** A folder, a link, or more than is read. */
  | { readonly kind: 'no-file' };

/** Names of branches, tags and commits; nothing that git could take for an option, a range or a path. */
const REF = /^[A-Za-z0-9_][\w./@^~+-]*$/;
/** A whole commit id. */
const SHA = /^[0-9a-f]{40,64}$/;
const TOTAL_LIMIT_BYTES = 64 * 1024 * 1024;

/**
 * Opens the revision `ref` of the repository that `root` is in; undefined when git does not know it, as in a shallow
 * clone. Runs git, without a shell, and never fetches.
 */
export async function openBase(root: string, ref: string): Promise<BaseRevision | undefined> {
  if (!REF.test(ref) || ref.includes('..') || ref.includes('@{')) return undefined;
  const sha = await shaFrom(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  const above = await folderAbove(root);
  if (sha === undefined || above === undefined) return undefined;
  const revision = revisionAt(root, sha, above);
  return { bases: () => Promise.resolve([revision]), isBaseNamed: true };
}

/** What branches usually leave, the likeliest first. */
const TRUNKS = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

/**
 * The revisions that still have what a change deletes, when nobody names one: where the branch left the trunk, and the
 * last commit, for what the branch itself has added.
 */
export async function usualBases(root: string): Promise<readonly Revision[]> {
  const above = await folderAbove(root);
  if (above === undefined) return [];
  let left: string | undefined;
  for (const trunk of TRUNKS) left ??= await shaFrom(root, ['merge-base', 'HEAD', trunk]);
  const last = await shaFrom(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  return distinct([left, last])
    .filter((sha) => sha !== undefined)
    .map((sha) => revisionAt(root, sha, above));
}

async function shaFrom(root: string, args: readonly string[]): Promise<string | undefined> {
  const sha = (await git(root, args))?.toString('utf8').trim() ?? '';
  return SHA.test(sha) ? sha : undefined;
}

/** Where `root` is in its repository, as git names it; undefined when git does not know. */
async function folderAbove(root: string): Promise<string | undefined> {
  const prefix = await git(root, ['rev-parse', '--show-prefix']);
  return prefix?.toString('utf8').replace(/\/?\n$/, '');
}

function revisionAt(root: string, sha: string, above: string): Revision {
  const folder = memo((directory: string) => {
    const isAbove = directory.split('/').includes('..');
    return readFolder(root, sha, isAbove ? undefined : joinPath(above, directory));
  });
  return {
    list: async (directory) => {
      const files = await folder(directory);
      return files === undefined ? undefined : [...files.keys()];
    },
    read: async (file) => {
      const slash = file.lastIndexOf('/');
      const files = await folder(slash === -1 ? '' : file.slice(0, slash));
      return files?.get(file.slice(slash + 1));
    },
  };
}

/**
 * What a commit of the repository at `root` has under a path; undefined when git does not know the commit, as in a
 * shallow clone. Links are not followed.
 */
export async function fileAtCommit(
  root: string,
  sha: string,
  file: string,
): Promise<FileAtCommit | undefined> {
  if (!SHA.test(sha) || (await git(root, ['cat-file', '-e', `${sha}^{commit}`])) === undefined)
    return undefined;
  const listing = await git(root, ['ls-tree', '-z', '-l', '--full-tree', sha, '--', `:(top,literal)${file}`]);
  if (listing === undefined) return undefined;
  if (listing.length === 0) return { kind: 'absent' };
  const [, blob, size] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t/.exec(listing.toString('utf8')) ?? [];
  if (blob === undefined || Number(size) > FILE_LIMIT_BYTES) return { kind: 'no-file' };
  const [bytes] = await readBlobs(root, [blob]);
  return bytes === undefined ? undefined : { kind: 'file', text: new TextDecoder().decode(bytes) };
}

/** All configuration files of a directory, with two calls of git however many there are; the large ones are named only. */
async function readFolder(
  root: string,
  sha: string,
  directory: string | undefined,
): Promise<ReadonlyMap<string, Uint8Array | undefined> | undefined> {
  if (directory === undefined) return undefined;
  const tree = ['ls-tree', '-z', '-l', '--full-tree', '--end-of-options', `${sha}:${directory}`];
  const listing = await git(root, tree);
  if (listing === undefined) return undefined;
  const files = new Map<string, Uint8Array | undefined>();
  const wanted: { readonly name: string; readonly blob: string }[] = [];
  let total = 0;
  for (const line of listing.toString('utf8').split('\0')) {
    // Links (mode 120000) and directories are no files.
    const [, blob, size, name] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t([^]+)$/.exec(line) ?? [];
    if (blob === undefined || name === undefined || !EXTENSION.test(name)) continue;
    files.set(name, undefined);
    if (Number(size) > FILE_LIMIT_BYTES || total + Number(size) > TOTAL_LIMIT_BYTES) continue;
    total += Number(size);
    wanted.push({ name, blob });
  }
  const contents = await readBlobs(
    root,
    wanted.map(({ blob }) => blob),
  );
  for (const [i, { name }] of wanted.entries()) files.set(name, contents[i]);
  return files;
}

async function readBlobs(
  root: string,
  blobs: readonly string[],
): Promise<readonly (Uint8Array | undefined)[]> {
  if (blobs.length === 0) return [];
  const output = await git(root, ['cat-file', '--batch'], blobs.map((blob) => `${blob}\n`).join(''));
  if (output === undefined) return [];
  const contents: Uint8Array[] = [];
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(0x0a, at);
    const size = Number(/^[0-9a-f]+ blob (\d+)$/.exec(output.toString('latin1', at, end))?.[1]);
    if (end === -1 || !Number.isInteger(size)) return [];
    contents.push(output.subarray(end + 1, end + 1 + size));
    at = end + size + 2;
  }
  return contents;
}

/** Standard output of git; undefined when it fails for whatever reason. */
function git(root: string, args: readonly string[], input = ''): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const child = execFile(
      'git',
      ['-C', root, '--no-pager', ...args],
      {
        encoding: 'buffer',
        maxBuffer: 2 * TOTAL_LIMIT_BYTES,
        timeout: 30_000,
        windowsHide: true,
        env: {
          ...process.env,
          GIT_TERMINAL_PROMPT: '0',
          GIT_OPTIONAL_LOCKS: '0',
          // A partial clone would fetch what it lacks, by whatever command its configuration names. Not all versions of
          // git know the first of these; no protocol has the name of the second.
          GIT_NO_LAZY_FETCH: '1',
          GIT_ALLOW_PROTOCOL: 'none',
        },
      },
      (error, stdout) => {
        resolve(error === null ? stdout : undefined);
      },
    );
    // Git may be missing, or stop before it has read everything: the callback above tells.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}
