import type { Action, Attributes, ChangeElement, PlanDocument, StateElement } from './document/document.js';
import { parseAddress } from '../terraform/traversal.js';
import { hasMark } from './document/marks.js';

/** One side of an instance: its attributes, and the marks of what is unknown or sensitive in them. */
export interface Side {
  readonly values: Attributes;
  readonly unknown: unknown;
  readonly sensitive: unknown;
}

/**
 * One object in the cloud, or one to be: a resource instance, a deposed or forgotten object, or a data source.
 * A replaced instance is one `Instance` with both sides; its two objects have different ids.
 */
export interface Instance {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly actions: readonly Action[];
  /** What exists before the plan is applied, after refresh. */
  readonly before: Side | undefined;
  /** What exists when it has been applied. Stays for what is only forgotten. */
  readonly after: Side | undefined;
  /** What the last run left, when it was changed or removed outside of Terraform since. */
  readonly drifted: Side | undefined;
  readonly replaceAttributes: readonly string[];
  /** A leftover object, or one that has only been forgotten: no block of the configuration describes it. */
  readonly isUnconfigured: boolean;
  /** From `deferred_changes`: the plan does not say what will become of it. */
  readonly isDeferred: boolean;
}

/** Whether the actions of a change do something; reading a data source does not. */
export function doesSomething(actions: readonly unknown[]): boolean {
  return actions.some((action) => action !== 'no-op' && action !== 'read');
}

/** Whether the object is destroyed and a new one is made in its place. */
export function isReplaced(instance: Instance): boolean {
  return (
    instance.before !== undefined &&
    instance.after !== undefined &&
    instance.actions.includes('create') &&
    instance.actions.includes('delete')
  );
}

/**
 * Puts prior state, drift and changes together, one entry an object.
 * Resources that a `-target` left out are in prior state alone: they stay as they are.
 */
export function instancesOf(document: PlanDocument): readonly Instance[] {
  const drifted = new Map<string, Side>();
  for (const { before, beforeSensitive, address, deposed } of document.drift) {
    if (before !== undefined)
      drifted.set(objectKey(address, deposed), side(before, undefined, beforeSensitive));
  }
  const result: Instance[] = [];
  const seen = new Set<string>();
  for (const change of document.changes) {
    const key = objectKey(change.address, change.deposed);
    seen.add(key);
    result.push(...changedInstances(change, drifted.get(key)));
  }
  const deferred = [...document.deferred];
  for (const change of deferred) {
    const key = objectKey(change.address, change.deposed);
    seen.add(key);
    for (const instance of changedInstances(change, drifted.get(key))) result.push(asDeferred(instance));
  }
  const open = deferred.map(({ address }) => address).filter((address) => address.includes('[*]'));
  for (const state of document.priorState) {
    const key = objectKey(state.address, state.deposed);
    if (seen.has(key)) continue;
    seen.add(key);
    const instance = standingInstance(state, drifted.get(key));
    // An instance of a block whose number of instances is deferred.
    const isOpen = open.some((address) => isOneOf(state.address, address));
    result.push(isOpen ? { ...instance, isDeferred: true } : instance);
  }
  for (const { address, deposed, mode, type } of document.drift) {
    const key = objectKey(address, deposed);
    const last = drifted.get(key);
    if (!seen.has(key) && last !== undefined && mode === 'managed') {
      result.push({ ...emptyInstance(address, mode, type), drifted: last });
    }
  }
  return result.sort(byAddress);
}

/** Deferred: what is there may stay, whatever is planned for it. */
function asDeferred(instance: Instance): Instance {
  return { ...instance, after: instance.after ?? instance.before, isDeferred: true };
}

/** Whether the address is one of those that a pattern with `[*]` for unknown keys stands for. */
function isOneOf(address: string, pattern: string): boolean {
  const blocks = [address, pattern].map((text) => {
    const { modules = [], block } = parseAddress(text) ?? {};
    return block === undefined ? undefined : [...modules.map(({ name }) => name), block].join(' ');
  });
  return blocks[0] !== undefined && blocks[0] === blocks[1];
}

/** The order of the report is that of addresses, whatever order the plan has. */
function byAddress(a: Instance, b: Instance): number {
  if (a.address !== b.address) return a.address < b.address ? -1 : 1;
  return Number(a.isUnconfigured) - Number(b.isUnconfigured);
}

function objectKey(address: string, deposed: string | undefined): string {
  return deposed === undefined ? address : `${address} (deposed ${deposed})`;
}

function side(values: Attributes, unknown: unknown, sensitive: unknown): Side {
  return { values, unknown, sensitive };
}

function emptyInstance(address: string, mode: 'managed' | 'data', type: string): Instance {
  return {
    address,
    mode,
    type,
    actions: ['no-op'],
    before: undefined,
    after: undefined,
    drifted: undefined,
    replaceAttributes: [],
    isUnconfigured: false,
    isDeferred: false,
  };
}

function standingInstance(state: StateElement, drifted: Side | undefined): Instance {
  const only = side(state.values, undefined, state.sensitive);
  const mode = state.mode === 'data' ? 'data' : 'managed';
  return {
    ...emptyInstance(state.address, mode, state.type),
    before: only,
    after: only,
    drifted,
    isUnconfigured: state.deposed !== undefined,
  };
}

/** Whether both sides are plainly the same, so that one reading does for both. */
function isSameSide(a: Side | undefined, b: Side): boolean {
  if (a === undefined || [a.sensitive, b.sensitive, b.unknown].some(hasMark)) return false;
  const keys = Object.keys(b.values);
  return (
    keys.length === Object.keys(a.values).length &&
    keys.every((key) => Object.hasOwn(a.values, key) && a.values[key] === b.values[key])
  );
}

/** "Forget" keeps the object in the cloud; with a create beside it there are two objects afterwards. */
function changedInstances(change: ChangeElement, drifted: Side | undefined): readonly Instance[] {
  if (change.mode !== 'managed' && change.mode !== 'data') return [];
  const { actions } = change;
  const before =
    change.before === undefined ? undefined : side(change.before, undefined, change.beforeSensitive);
  const after =
    change.after === undefined ? undefined : side(change.after, change.afterUnknown, change.afterSensitive);
  const base: Instance = {
    ...emptyInstance(change.address, change.mode, change.type),
    actions,
    drifted,
    replaceAttributes: change.replaceAttributes,
    isUnconfigured: change.deposed !== undefined,
  };
  if (!actions.includes('forget')) {
    const isUnchanged = change.deposed === undefined && actions.every((action) => action === 'no-op');
    if (!isUnchanged) return [{ ...base, before, after }];
    return [{ ...base, before, after: after === undefined || isSameSide(before, after) ? before : after }];
  }
  const forgotten: Instance = { ...base, actions: ['forget'], before, after: before, isUnconfigured: true };
  return actions.includes('create')
    ? [forgotten, { ...base, actions: ['create'], before: undefined, after, drifted: undefined }]
    : [forgotten];
}
