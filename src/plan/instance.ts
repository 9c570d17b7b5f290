import { lazily } from '../collections.js';
import type { Action, ChangeElement, PlanDocument, Side, StateElement } from './document/document.js';
import { parseAddress } from '../terraform/traversal.js';
import { hasMark } from './document/marks.js';

type Mode = 'managed' | 'data';

/**
 * One object in the cloud, or one to be: a resource instance, a deposed or forgotten object, or a data source.
 * A replaced instance is one `Instance` with both sides; its two objects have different ids.
 */
export interface Instance {
  readonly address: string;
  readonly mode: Mode;
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
export function instancesOf({ changes, drift, deferred, priorState }: PlanDocument): readonly Instance[] {
  const drifted = new Map<string, Side>();
  for (const { key, before } of drift) if (before !== undefined) drifted.set(key, before);
  const result: Instance[] = [];
  for (const change of changes) {
    for (const instance of changedInstances(change, drifted.get(change.key))) result.push(instance);
  }
  // Of what is planned, the prior state has nothing; few plans have drift, for which it has to be looked up.
  const planned = lazily(() => new Set(changes.map(({ key }) => key)));
  const seen = new Set<string>();
  for (const change of deferred) {
    seen.add(change.key);
    result.push(...changedInstances(change, drifted.get(change.key)).map(asDeferred));
  }
  const open = deferred.map(({ address }) => address).filter((address) => address.includes('[*]'));
  for (const state of priorState) {
    if (seen.has(state.key)) continue;
    seen.add(state.key);
    // An instance of a block whose number of instances is deferred.
    const isDeferred = open.some((address) => isOneOf(state.address, address));
    result.push({ ...standingInstance(state, drifted.get(state.key)), isDeferred });
  }
  for (const element of drift) {
    const last = drifted.get(element.key);
    const isShown = seen.has(element.key) || planned().has(element.key);
    if (!isShown && last !== undefined && element.mode === 'managed') {
      result.push({ ...emptyInstance(element, 'managed'), isUnconfigured: false, drifted: last });
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

function emptyInstance({ address, type, isDeposed }: StateElement | ChangeElement, mode: Mode): Instance {
  return {
    address,
    mode,
    type,
    actions: ['no-op'],
    before: undefined,
    after: undefined,
    drifted: undefined,
    replaceAttributes: [],
    isUnconfigured: isDeposed,
    isDeferred: false,
  };
}

function standingInstance(state: StateElement, drifted: Side | undefined): Instance {
  const mode = state.mode === 'data' ? 'data' : 'managed';
  return { ...emptyInstance(state, mode), before: state, after: state, drifted };
}

/** Whether both sides are plainly the same, so that one reading does for both. */
function isSameSide(a: Side | undefined, b: Side): boolean {
  if (a === undefined || hasMark(a.sensitive) || hasMark(b.sensitive) || hasMark(b.unknown)) return false;
  if (a.values === b.values) return true;
  const keys = Object.keys(b.values);
  return (
    keys.length === Object.keys(a.values).length &&
    keys.every((key) => Object.hasOwn(a.values, key) && a.values[key] === b.values[key])
  );
}

function isUnchanged({ actions, isDeposed }: ChangeElement): boolean {
  return !isDeposed && actions.every((action) => action === 'no-op');
}

/** "Forget" keeps the object in the cloud; with a create beside it there are two objects afterwards. */
function changedInstances(change: ChangeElement, drifted: Side | undefined): readonly Instance[] {
  const { mode, actions, before, after, replaceAttributes } = change;
  if (mode !== 'managed' && mode !== 'data') return [];
  const isForgotten = actions.includes('forget');
  const isSame = !isForgotten && isUnchanged(change) && (after === undefined || isSameSide(before, after));
  const base: Instance = {
    address: change.address,
    mode,
    type: change.type,
    actions,
    before,
    after: isSame ? before : after,
    drifted,
    replaceAttributes,
    isUnconfigured: change.isDeposed,
    isDeferred: false,
  };
  if (!isForgotten) return [base];
  const forgotten: Instance = { ...base, actions: ['forget'], after: before, isUnconfigured: true };
  return actions.includes('create')
    ? [forgotten, { ...base, actions: ['create'], before: undefined, drifted: undefined }]
    : [forgotten];
}
