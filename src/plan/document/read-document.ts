import * as v from 'valibot';

import { err, must, ok, type Result } from '../../result.js';
import {
  decode,
  nameOtherJson,
  nameOtherText,
  planLines,
  refuseBytes,
  severalPlans,
  type StoppedAt,
} from './bad-input.js';
import { askedJson } from './bytes/asked.js';
import { ReadChange } from './bytes/read-change.js';
import { type ByteSource, LARGE_BYTES, type PlanBytes, sourceOf } from './bytes/source.js';
import type { ChangeElement, PlanDocument, StateElement, PlanHeader } from './document.js';
import { soundChange, soundState } from './elements.js';
import { Damaged, damaged, inputError, type InputError, nestingError, parsePart } from './trouble.js';
import { doesSomething } from '../instance.js';
import { MODULE_DEPTH_LIMIT, programOf, readModule, readProviderRegions } from './read-configuration.js';
import * as schema from './schema.js';
import { isRecord, memberOf } from './marks.js';

/** Values of real plans nest a few levels within the modules; deeper ones would exhaust the stack of a reader. */
export const DEPTH_LIMIT = 500;

/**
 * Reads a plan document from its bytes: UTF-8 or UTF-16, with or without byte-order mark, and with stray lines
 * around the one line of JSON. Elements of the types that are wanted are handed out. Everything is checked against the schema here; what leaves is typed.
 * Errors name the cause and the command that makes the right file, and hold no part of the input.
 */
export function readDocument(bytes: PlanBytes, isWantedType: IsWantedType): Result<PlanDocument, InputError> {
  const asked =
    bytes.length >= LARGE_BYTES ? askedJson(sourceOf(bytes), isWantedType, DEPTH_LIMIT) : undefined;
  if (asked !== undefined) return documentOf(asked, isWantedType);
  const whole = wholeJson(bytes);
  return whole.ok ? documentOf(whole.value, isWantedType) : whole;
}

/** All of the JSON text, whatever it is; the one way to say why it is no plan. */
export function wholeJson(bytes: PlanBytes): Result<unknown, InputError> {
  if (bytes.length > MOST_BYTES) return err(TOO_LARGE);
  const all = bytes instanceof Uint8Array ? bytes : wholeOf(bytes);
  const refused = refuseBytes(all);
  if (refused !== undefined) return err(refused);
  const json = parseJson(all);
  return json.ok && isDeeperThan(DEPTH_LIMIT, json.value) ? err(nestingError('values')) : json;
}

/** What an array of bytes can hold everywhere. */
const MOST_BYTES = 2 ** 31 - 1;

const TOO_LARGE = inputError(
  'is larger than 512 MiB of text. That is read only where it is one whole plan in UTF-8, as Terraform writes it. Make it again: terraform show -json FILE > plan.json',
);

function wholeOf(source: ByteSource): Uint8Array {
  const all = new Uint8Array(source.length);
  let length = 0;
  for (let more = -1; more !== 0; length += more) more = source.read(all.subarray(length), length);
  return all.subarray(0, length);
}

/** A plan document by its JSON text, of which those parts may be missing that nobody asks for. */
export function documentOf(json: unknown, isWantedType: IsWantedType): Result<PlanDocument, InputError> {
  const named = nameOtherJson(json) ?? refuseVersion(json);
  if (named !== undefined) return err(named);
  const top = v.safeParse(schema.planDocument, json);
  if (!top.success) return err(damaged('the document', top.issues));
  if (top.output.errored) return err(FAILED);
  try {
    return ok(elements(top.output, isWantedType));
  } catch (error) {
    if (error instanceof Damaged) return err(error.input);
    throw error;
  }
}

type IsWantedType = (type: string) => boolean;
type Top = v.InferOutput<typeof schema.planDocument>;

const FAILED = inputError(
  'is from a plan that failed, so resources are missing in it. Mend the error, then make it again: terraform plan -out=FILE && terraform show -json FILE > plan.json',
);

function parseJson(bytes: Uint8Array): Result<unknown, InputError> {
  let text: string;
  try {
    text = decode(bytes);
  } catch {
    return err(TOO_LARGE);
  }
  const whole = parseText(text);
  if (whole.ok) return whole;
  const [line, ...others] = planLines(text);
  if (line === undefined || line === text) return err(nameOtherText(text, whole.error));
  if (others.length > 0) return err(severalPlans(others.length + 1));
  const found = parseText(line);
  return found.ok ? found : err(nameOtherText(line, found.error));
}

/** The parser's own message quotes the input, so it never leaves. */
function parseText(text: string): Result<unknown, StoppedAt> {
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch (error) {
    return err(error instanceof Error ? stoppedAt(error.message, text.length) : 'middle');
  }
}

/** Reads where the parser stopped, from its message. */
function stoppedAt(message: string, length: number): StoppedAt {
  if (/^(Unexpected end of JSON input|Unterminated string in JSON)/.test(message)) return 'end';
  if (message.startsWith('Unexpected non-whitespace character after JSON')) return 'behind';
  const [, place] = /^[^"]+ in JSON at position (\d+)/.exec(message) ?? [];
  return place !== undefined && Number(place) >= length ? 'end' : 'middle';
}

/** Whether the value nests deeper. Recursion is safe here, for it ends at the limit. */
export function isDeeperThan(limit: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  if (Array.isArray(value)) {
    for (const element of value) if (isDeeperThan(limit - 1, element)) return true;
    return false;
  }
  if (isRecord(value)) for (const key in value) if (isDeeperThan(limit - 1, value[key])) return true;
  return false;
}

function refuseVersion(value: unknown): InputError | undefined {
  const version = memberOf(value, 'format_version');
  if (typeof version !== 'string' || /^[01](\.|$)/.test(version)) return undefined;
  return inputError(
    /^\d+(\.|$)/.test(version)
      ? 'has a plan format that is newer than this version understands (major version 1). Update cce-plan-guard.'
      : 'has a format_version that is none. Make it again: terraform show -json FILE > plan.json',
  );
}

function elements(top: Top, isWantedType: IsWantedType): PlanDocument {
  // An entry without a readable type is wanted, so that the schema names what is wrong with it.
  const isWanted = (entry: unknown): boolean => {
    const type = memberOf(entry, 'type');
    return typeof type !== 'string' || isWantedType(type);
  };
  const root = top.configuration?.['root_module'];
  const changes = changeElements(top.resource_changes, 'resource_changes', isWanted);
  const planned = distinctKeys(changes);
  const priorState = [...stateElements(top.prior_state?.['values'], isWanted)];
  distinctKeys(priorState);
  return {
    header: headerOf(top, isWanted),
    changes,
    drift: changeElements(top.resource_drift, 'resource_drift', isWanted),
    deferred: changeElements(top.deferred_changes.map(innerChange), 'deferred_changes', isWanted),
    priorState: priorState.filter(({ key }) => !planned.has(key)),
    configuration: root === undefined ? undefined : readModule(root, isWanted),
    providerRegions: readProviderRegions(top.configuration?.['provider_config']),
    variables: new Map(
      Object.entries(top.variables).map(([name, variable]) => [name, memberOf(variable, 'value')]),
    ),
  };
}

function headerOf(top: Top, isWanted: IsWanted): PlanHeader {
  return {
    formatVersion: top.format_version,
    terraformVersion: top.terraform_version,
    program: programOf(top),
    complete: top.complete,
    timestamp: top.timestamp,
    changeCount: top.resource_changes.filter(isChange).length,
    namesUnknownGroups: top.resource_changes.some(
      (entry) => !(entry instanceof ReadChange) && !isWanted(entry) && namesUnknownGroup(entry),
    ),
    lacks: lackingParts(top),
  };
}

function lackingParts(top: Top): PlanHeader['lacks'] {
  const isLaterPlan = top.resource_changes.some((entry) =>
    entry instanceof ReadChange
      ? entry.element.before !== undefined
      : isRecord(memberOf(memberOf(entry, 'change'), 'before')),
  );
  return [
    ...(top.configuration === undefined && top.resource_changes.length > 0
      ? (['configuration'] as const)
      : []),
    ...(top.prior_state === undefined && isLaterPlan ? (['prior_state'] as const) : []),
  ];
}

type IsWanted = (entry: unknown) => boolean;

function isChange(entry: unknown): boolean {
  const actions =
    entry instanceof ReadChange ? entry.element.actions : memberOf(memberOf(entry, 'change'), 'actions');
  return Array.isArray(actions) && doesSomething(actions);
}

/** Databases, balancers and the like have attributes `security_group_id`, `security_groups`, `sec_group`. */
function namesUnknownGroup(entry: unknown): boolean {
  const holds = (value: unknown, isNamed: boolean): boolean => {
    if (value === true) return isNamed;
    if (Array.isArray(value)) return value.some((element) => holds(element, isNamed));
    if (!isRecord(value)) return false;
    return Object.entries(value).some(([key, inner]) =>
      holds(inner, isNamed || /sec(urity)?_?group/.test(key)),
    );
  };
  return holds(memberOf(memberOf(entry, 'change'), 'after_unknown'), false);
}

function innerChange(entry: unknown): unknown {
  return isRecord(entry) && Object.hasOwn(entry, 'resource_change') ? entry['resource_change'] : entry;
}

function changeElements(
  entries: readonly unknown[],
  where: string,
  isWanted: IsWanted,
): readonly ChangeElement[] {
  const elements: ChangeElement[] = [];
  for (const [i, entry] of entries.entries()) {
    if (entry instanceof ReadChange) elements.push(entry.element);
    else if (isWanted(entry)) elements.push(changeElement(entry, `entry ${String(i)} of ${where}`));
  }
  return elements;
}

function changeElement(entry: unknown, where: string): ChangeElement {
  const sound = soundChange(entry);
  if (sound === undefined) parsePart(schema.resourceChange, entry, where);
  return must(sound, 'what is not sound, the schema refuses');
}

function* stateElements(values: unknown, isWanted: IsWanted): Iterable<StateElement> {
  const root = memberOf(values, 'root_module');
  if (root === undefined) return;
  const open: { module: unknown; depth: number }[] = [{ module: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > MODULE_DEPTH_LIMIT) throw new Damaged(nestingError('modules'));
    const module = parsePart(schema.stateModule, next.module, 'a module of prior_state');
    for (const child of module.child_modules) open.push({ module: child, depth: next.depth + 1 });
    for (const [i, entry] of module.resources.entries()) {
      if (isWanted(entry)) yield stateElement(entry, `entry ${String(i)} of a module of prior_state`);
    }
  }
}

function stateElement(entry: unknown, where: string): StateElement {
  const sound = soundState(entry);
  if (sound === undefined) parsePart(schema.stateResource, entry, where);
  return must(sound, 'what is not sound, the schema refuses');
}

/** Their keys; none may be there twice. */
function distinctKeys(elements: readonly (ChangeElement | StateElement)[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { key } of elements) keys.add(key);
  if (keys.size < elements.length) throw new Damaged(TWINS);
  return keys;
}

const TWINS = inputError(
  'lists one resource twice. Is it two plans put together? Make it again: terraform show -json FILE > plan.json',
);
