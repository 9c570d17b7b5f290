import * as v from 'valibot';

import { err, must, ok, type Result } from '../result.js';
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

/**
 * Reads `cce-plan-guard.yml`. `checkIds` are the checks whose severity it may set. A file without a value is
 * {@link NO_CONFIGURATION}. Of several errors it tells an unknown key first, then the one that comes first in the file.
 */
export function readConfiguration(
  text: string,
  checkIds: readonly string[],
): Result<Configuration, ConfigurationError> {
  const { tree, lines } = readYaml(text.startsWith('\uFEFF') ? text.slice(1) : text);
  const configuration = tree.ok ? checked(tree.value, checkIds) : tree;
  if (configuration.ok) return configuration;
  const { offset, problem } = configuration.error;
  const { line, col: column } = lines.linePos(offset);
  return err({
    kind: 'configuration-error',
    message: `line ${line}, column ${column}: ${problem}`,
    line,
    column,
  });
}

function checked(tree: YamlTree, checkIds: readonly string[]): Result<Configuration, Fault> {
  if (tree.value === null) return ok(NO_CONFIGURATION);
  const read = v.safeParse(configurationSchema(checkIds), tree.value);
  return read.success ? ok(read.output) : err(firstFault(tree, read.issues));
}

function firstFault(tree: YamlTree, issues: readonly Issue[]): Fault {
  const [first] = issues
    .flatMap(withinMap)
    .map((issue) => ({ rank: isUnknownKey(issue) ? 0 : 1, fault: faultOf(tree, issue) }))
    .sort((a, b) => a.rank - b.rank || a.fault.offset - b.fault.offset);
  return must(first, 'it is refused for some issue').fault;
}

type Issue = v.BaseIssue<unknown>;

/** The issues of a value that may be a map or a single value: those within the map, when it is one. */
function withinMap(issue: Issue): readonly Issue[] {
  const inside = (issue.issues ?? []).filter(({ path }) => path !== undefined);
  if (issue.type !== 'union' || inside.length === 0) return [issue];
  return inside.map((one) => ({ ...one, path: joinedPath(issue.path, one.path) }));
}

function joinedPath(outer: Issue['path'], inner: Issue['path']): Issue['path'] {
  if (outer === undefined || inner === undefined) return outer ?? inner;
  return [...outer, ...inner];
}

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
  return path.reduce((at, step) => must(at.parts.get(step), 'issues are about parts of the file').tree, tree);
}

/** `clusters[0].vpc-cidrs[1]`: only keys that the schema knows come here. */
function pathText(path: readonly (string | number)[]): string {
  if (path.length === 0) return 'the file';
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('');
}
