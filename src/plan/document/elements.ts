import type { Action, Attributes, ChangeElement, Side, StateElement } from './document.js';
import { isRecord } from './marks.js';

/**
 * Elements by their parts, for all who read documents. What is made here has the form that the schema asks for; of what has
 * not, the schema says what is wrong. Of hundreds of thousands, nearly all are sound, and each is looked at once.
 */

/** A change as it stands in the document, but for the values of its sides. */
export interface ChangeParts {
  readonly address: unknown;
  readonly previousAddress: unknown;
  readonly mode: unknown;
  readonly type: unknown;
  readonly deposed: unknown;
  readonly actions: unknown;
  readonly unknown: unknown;
  readonly sensitiveBefore: unknown;
  readonly sensitiveAfter: unknown;
  readonly replacePaths: unknown;
}

/** A change without its sides, and the marks of these. */
export interface ChangeFrame extends Omit<ChangeElement, 'before' | 'after'> {
  readonly unknown: unknown;
  readonly sensitiveBefore: unknown;
  readonly sensitiveAfter: unknown;
}

const ACTIONS: readonly Action[] = ['no-op', 'create', 'read', 'update', 'delete', 'forget'];
const NO_PATHS: readonly string[] = [];

/** The frame of a change; undefined when a part of it is not as it should be. */
export function changeFrame(parts: ChangeParts): ChangeFrame | undefined {
  const { address, previousAddress, mode, type, deposed, unknown, sensitiveBefore, sensitiveAfter } = parts;
  const replaceAttributes = attributesOfPaths(parts.replacePaths);
  const { actions } = parts;
  return typeof address === 'string' &&
    typeof type === 'string' &&
    isTextOrNone(previousAddress) &&
    isTextOrNone(mode) &&
    isTextOrNone(deposed) &&
    isActions(actions) &&
    replaceAttributes !== undefined
    ? {
        address,
        key: elementKey(address, deposed),
        isDeposed: deposed !== undefined,
        mode: mode ?? 'managed',
        type,
        actions,
        replaceAttributes,
        unknown,
        sensitiveBefore,
        sensitiveAfter,
      }
    : undefined;
}

/** The change with the values of its sides; undefined when one of them is neither an object nor nothing. */
export function changeWith(frame: ChangeFrame, before: unknown, after: unknown): ChangeElement | undefined {
  if (!isObjectOrNone(before) || !isObjectOrNone(after)) return undefined;
  return {
    address: frame.address,
    key: frame.key,
    isDeposed: frame.isDeposed,
    mode: frame.mode,
    type: frame.type,
    actions: frame.actions,
    before: sideWith(before, undefined, frame.sensitiveBefore),
    after: sideWith(after, frame.unknown, frame.sensitiveAfter),
    replaceAttributes: frame.replaceAttributes,
  };
}

function sideWith(
  values: Attributes | null | undefined,
  unknown: unknown,
  sensitive: unknown,
): Side | undefined {
  return values ? { values, unknown, sensitive } : undefined;
}

/** An entry of a list of changes as an element; undefined when it is damaged. */
export function soundChange(entry: unknown): ChangeElement | undefined {
  const change = isRecord(entry) ? entry['change'] : undefined;
  if (!isRecord(entry) || !isRecord(change)) return undefined;
  const frame = changeFrame({
    address: entry['address'],
    previousAddress: entry['previous_address'],
    mode: entry['mode'],
    type: entry['type'],
    deposed: entry['deposed'],
    actions: change['actions'],
    unknown: change['after_unknown'],
    sensitiveBefore: change['before_sensitive'],
    sensitiveAfter: change['after_sensitive'],
    replacePaths: change['replace_paths'],
  });
  return frame && changeWith(frame, change['before'], change['after']);
}

/** An entry of `prior_state` as an element; undefined when it is damaged. */
export function soundState(entry: unknown): StateElement | undefined {
  if (!isRecord(entry)) return undefined;
  const { address, mode, type, deposed_key: deposed, values, sensitive_values: sensitive } = entry;
  return typeof address === 'string' &&
    typeof type === 'string' &&
    isTextOrNone(mode) &&
    isTextOrNone(deposed) &&
    isObjectOrNone(values)
    ? {
        address,
        key: elementKey(address, deposed),
        isDeposed: deposed !== undefined,
        mode: mode ?? 'managed',
        type,
        values: values ?? {},
        unknown: undefined,
        sensitive,
      }
    : undefined;
}

/** A resource block of `configuration`, before its expressions are looked at. */
export interface SoundBlock {
  readonly address: string;
  readonly provider: string | undefined;
  readonly expressions: Attributes;
  readonly forEach: unknown;
  readonly count: unknown;
  readonly dependsOn: readonly string[] | undefined;
}

/** An entry of a module of `configuration`; undefined when it is damaged. */
export function soundBlock(entry: unknown): SoundBlock | undefined {
  if (!isRecord(entry)) return undefined;
  const { address, provider_config_key: provider, expressions = {}, depends_on: dependsOn } = entry;
  const { for_each_expression: forEach, count_expression: count } = entry;
  return typeof address === 'string' &&
    isTextOrNone(provider) &&
    isRecord(expressions) &&
    (dependsOn === undefined || isTexts(dependsOn))
    ? { address, provider, expressions, forEach, count, dependsOn }
    : undefined;
}

function isTextOrNone(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isObjectOrNone(value: unknown): value is Attributes | null | undefined {
  return value === undefined || value === null || isRecord(value);
}

function isActions(value: unknown): value is readonly Action[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((one) => ACTIONS.some((action) => action === one))
  );
}

/** The first steps of the paths, as far as they are names; undefined when these are no paths. */
function attributesOfPaths(paths: unknown): readonly string[] | undefined {
  if (paths === undefined) return NO_PATHS;
  if (!Array.isArray(paths) || !paths.every((path) => Array.isArray(path))) return undefined;
  return paths.flatMap(([first]: readonly unknown[]) => (typeof first === 'string' ? [first] : []));
}

function elementKey(address: string, deposed: string | undefined): string {
  return deposed === undefined ? address : `${address} (deposed ${deposed})`;
}
