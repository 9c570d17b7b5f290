import * as v from 'valibot';

import { err, ok, type Result } from '../result.js';
import { type Configuration, NO_CONFIGURATION } from './configuration.js';
import { type ConfigurationError, configurationError, type Fault } from './configuration-error.js';
import { isMissingKey, isUnknownKey } from './fields.js';
import { configurationSchema } from './schema.js';
import { readTree, type Tree } from './yaml-tree.js';

export type { ConfigurationError } from './configuration-error.js';

/** Characters. Far more than anybody writes by hand, and little enough to be read at once. */
const LONGEST = 128 * 1024;

/**
 * Reads `cce-plan-guard.yml`. `checkIds` are the checks whose severity it may set. A file without a value is
 * {@link NO_CONFIGURATION}. Of several errors it tells an unknown key first, then the one that comes first in the file.
 */
export function readConfiguration(
  text: string,
  checkIds: readonly string[],
): Result<Configuration, ConfigurationError> {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const configuration = readPlain(plain, checkIds);
  return configuration.ok ? configuration : err(configurationError(plain, configuration.error));
}

function readPlain(text: string, checkIds: readonly string[]): Result<Configuration, Fault> {
  if (text.length > LONGEST) {
    return err({ offset: 0, problem: `the file is longer than ${LONGEST} characters; make it shorter` });
  }
  const foreign = text.search(/[\0\uFFFD]/);
  if (foreign >= 0) {
    return err({ offset: foreign, problem: 'the file is not UTF-8 text; save it as UTF-8' });
  }
  const tree = readTree(text);
  if (!tree.ok) return tree;
  if (tree.value.value === null) return ok(NO_CONFIGURATION);
  const read = v.safeParse(configurationSchema(checkIds), tree.value.value);
  return read.success ? ok(read.output) : err(firstFault(tree.value, read.issues));
}

function firstFault(tree: Tree, issues: readonly Issue[]): Fault {
  const [first] = issues
    .map((issue) => ({ rank: isUnknownKey(issue) ? 0 : 1, fault: faultOf(tree, issue) }))
    .sort((a, b) => a.rank - b.rank || a.fault.offset - b.fault.offset);
  return first?.fault ?? { offset: 0, problem: 'the file is no configuration' };
}

type Issue = v.BaseIssue<unknown>;

/** The issue with its place: that of an unknown key, of the map that lacks a key, or of the value. */
function faultOf(tree: Tree, issue: Issue): Fault {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const owner = isUnknownKey(issue) || isMissingKey(issue) ? path.slice(0, -1) : path;
  const [subject, last] = [treeAt(tree, owner), path.at(-1)];
  const key = last === undefined ? undefined : subject.parts.get(last);
  const offset = isUnknownKey(issue) && key !== undefined ? key.keyOffset : subject.offset;
  return { offset, problem: `${pathText(owner)} ${issue.message}` };
}

function treeAt(tree: Tree, path: readonly (string | number)[]): Tree {
  return path.reduce((at, step) => at.parts.get(step)?.tree ?? at, tree);
}

/** `clusters[0].vpc-cidrs[1]`: only keys that the schema knows come here. */
function pathText(path: readonly (string | number)[]): string {
  if (path.length === 0) return 'the file';
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('');
}
