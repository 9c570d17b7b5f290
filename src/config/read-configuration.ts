import * as v from 'valibot';

import { err, ok, type Result } from '../result.js';
import { type Configuration, NO_CONFIGURATION } from './configuration.js';
import { isMissingKey, isUnknownKey } from './fields.js';
import { configurationSchema } from './schema.js';
import { type Fault, readYaml, type YamlTree } from './yaml.js';

/**
 * Why a configuration file cannot be used. `message` is one line for a person: where, what is wrong and what to do.
 * It holds no text of the file but an unknown or repeated key.
 */
export interface ConfigurationError {
  readonly kind: 'configuration-error';
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

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
  if (plain.length > LONGEST) {
    return failure(1, 1, `the file is longer than ${LONGEST} characters; make it shorter`);
  }
  const { tree, lines } = readYaml(plain);
  const configuration = readPlain(plain, tree, checkIds);
  if (configuration.ok) return configuration;
  const { line, col } = lines.linePos(configuration.error.offset);
  return failure(line, col, configuration.error.problem);
}

function failure(line: number, column: number, problem: string): Result<never, ConfigurationError> {
  const message = `line ${line}, column ${column}: ${problem}`;
  return err({ kind: 'configuration-error', message, line, column });
}

function readPlain(
  text: string,
  tree: Result<YamlTree, Fault>,
  checkIds: readonly string[],
): Result<Configuration, Fault> {
  const foreign = text.search(/[\0\uFFFD]/);
  if (foreign >= 0) return err({ offset: foreign, problem: 'the file is not UTF-8 text; save it as UTF-8' });
  if (!tree.ok) return tree;
  if (tree.value.value === null) return ok(NO_CONFIGURATION);
  const read = v.safeParse(configurationSchema(checkIds), tree.value.value);
  return read.success ? ok(read.output) : err(firstFault(tree.value, read.issues));
}

function firstFault(tree: YamlTree, issues: readonly Issue[]): Fault {
  const [first] = issues
    .map((issue) => ({ rank: isUnknownKey(issue) ? 0 : 1, fault: faultOf(tree, issue) }))
    .sort((a, b) => a.rank - b.rank || a.fault.offset - b.fault.offset);
  return first?.fault ?? { offset: 0, problem: 'the file is no configuration' };
}

type Issue = v.BaseIssue<unknown>;

/** The issue with its place: that of an unknown key, of the map that lacks a key, or of the value. */
function faultOf(tree: YamlTree, issue: Issue): Fault {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const owner = isUnknownKey(issue) || isMissingKey(issue) ? path.slice(0, -1) : path;
  const [subject, last] = [treeAt(tree, owner), path.at(-1)];
  const key = last === undefined ? undefined : subject.parts.get(last);
  const offset = isUnknownKey(issue) && key !== undefined ? key.keyOffset : subject.offset;
  return { offset, problem: `${pathText(owner)} ${issue.message}` };
}

function treeAt(tree: YamlTree, path: readonly (string | number)[]): YamlTree {
  return path.reduce((at, step) => at.parts.get(step)?.tree ?? at, tree);
}

/** `clusters[0].vpc-cidrs[1]`: only keys that the schema knows come here. */
function pathText(path: readonly (string | number)[]): string {
  if (path.length === 0) return 'the file';
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('');
}
