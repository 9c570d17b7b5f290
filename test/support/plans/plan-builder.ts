/**
 * Builds documents as `terraform show -json` writes them: resource changes with before, after and after_unknown,
 * drift, prior state, and configuration with its expressions. `planned_values` is left out: nothing reads it.
 */
import type { Action } from '../../../src/plan/document/document.js';

/**
 * A value that another resource gives. The configuration refers to it; without a value it is known after apply.
 * `ref` is a traversal, `T.name.attribute`.
 */
export interface Ref {
  readonly ref: string;
  readonly value?: string | undefined;
  /** More references of the same expression: a value that is not known is one of theirs. */
  readonly more?: readonly string[];
}

/** A configured attribute; null: left out. */
export type Cell = string | number | boolean | null | Ref | readonly (string | Ref)[];

/** One object: what is configured, and what the cloud fills in. */
export interface Resource {
  /** Without the provider's prefix. */
  readonly type: string;
  readonly name: string;
  readonly isData: boolean;
  readonly cells: Readonly<Record<string, Cell>>;
  /** Known once the object is there, unknown while it is only planned. A configured cell takes its place. */
  readonly computed: Readonly<Record<string, unknown>>;
  /** How the state writes cells that are left out: the provider's zero values. */
  readonly zeros: Readonly<Record<string, unknown>>;
  /** Attributes that are marked sensitive. */
  readonly sensitive?: readonly string[];
}

/** What the plan does to one object. */
export interface Change {
  /** Empty: no entry in `resource_changes`. */
  readonly actions: readonly Action[];
  readonly before: Resource | undefined;
  readonly after: Resource | undefined;
  /** The name of the resource before a `moved` block. */
  readonly movedFrom?: string;
  /** What it was when Terraform last looked, if someone changed or removed it since. */
  readonly drifted?: Resource;
  readonly deposed?: string;
  /** The arguments that force a replacement. */
  readonly forcedBy?: readonly string[];
}

/** Unchanged. */
export function stands(resource: Resource): Change {
  return { actions: ['no-op'], before: resource, after: resource };
}

/** Created. */
export function comes(resource: Resource): Change {
  return { actions: ['create'], before: undefined, after: resource };
}

/** Destroyed. */
export function goes(resource: Resource): Change {
  return { actions: ['delete'], before: resource, after: undefined };
}

/** Dropped from the state; it stays in the cloud. */
export function forgotten(resource: Resource): Change {
  return { actions: ['forget'], before: resource, after: undefined };
}

/** Changed in place. */
export function updated(before: Resource, after: Resource): Change {
  return { actions: ['update'], before, after };
}

/** Replaced: the old object goes first, or the new one comes first. */
export function replaced(
  before: Resource,
  after: Resource,
  order: 'destroy-first' | 'create-first' = 'destroy-first',
  forcedBy: readonly string[] = [],
): Change {
  const actions =
    order === 'create-first' ? (['create', 'delete'] as const) : (['delete', 'create'] as const);
  return { actions, before, after, forcedBy };
}

/** Unchanged under a new name. */
export function moved(resource: Resource, from: string): Change {
  return { ...stands(resource), movedFrom: from };
}

/** Removed by someone else, and no longer configured either: only the drift tells of it. */
export function vanished(resource: Resource): Change {
  return { actions: [], before: undefined, after: undefined, drifted: resource };
}

/** Removed by someone else, and about to be made again. */
export function madeAgain(resource: Resource): Change {
  return { ...comes(resource), drifted: resource };
}

/** A leftover of an earlier replacement that failed half-way; destroyed now. */
export function deposed(resource: Resource): Change {
  return { ...goes(resource), deposed: 'a1b2c3d4' };
}

/** A data source that has been read while planning. */
export function read(resource: Resource): Change {
  return { actions: [], before: resource, after: resource };
}

/** A data source that will be read while applying. */
export function postponed(resource: Resource): Change {
  return { actions: ['read'], before: undefined, after: resource };
}

const PREFIX = 'opentelekomcloud_';

/** The address by which references name the object. */
export function addressOf({ type, name, isData }: Pick<Resource, 'type' | 'name' | 'isData'>): string {
  return `${isData ? 'data.' : ''}${PREFIX}${type}.${name}`;
}

/** An attribute of the object; without a value it is known after apply. */
export function attribute(resource: Resource, name: string, isKnown: boolean): Ref {
  const value = resource.computed[name] ?? resource.cells[name];
  const ref = `${addressOf(resource)}.${name}`;
  return isKnown && typeof value === 'string' ? { ref, value } : { ref };
}

/** The document as the bytes of a file. */
export function planBytes(changes: readonly Change[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(planDocument(changes)));
}

/** The document. */
export function planDocument(changes: readonly Change[]): PlanJson {
  const configured = changes.flatMap(({ after, deposed: old }) =>
    after === undefined || old !== undefined ? [] : [configuration(after)],
  );
  const prior = changes.flatMap(({ before, deposed: key }) =>
    before === undefined ? [] : [{ ...head(before), ...state(before), ...(key && { deposed_key: key }) }],
  );
  const drift = changes.flatMap((change) => (change.drifted === undefined ? [] : [driftEntry(change)]));
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    ...(drift.length > 0 && { resource_drift: drift }),
    resource_changes: changes.filter(({ actions }) => actions.length > 0).map(changeEntry),
    prior_state: {
      format_version: '1.0',
      terraform_version: '1.11.4',
      values: { root_module: { resources: prior } },
    },
    configuration: { root_module: { resources: configured } },
    timestamp: '2026-01-01T00:00:00Z',
    applyable: true,
    complete: true,
    errored: false,
  };
}

/** The parts of the document that tests take apart. */
export interface PlanJson {
  readonly resource_changes: readonly unknown[];
  readonly prior_state: {
    readonly values: { readonly root_module: { readonly resources: readonly unknown[] } };
    readonly [key: string]: unknown;
  };
  readonly configuration: { readonly root_module: { readonly resources: readonly unknown[] } };
  readonly [key: string]: unknown;
}

function head(resource: Resource): Record<string, unknown> {
  return {
    address: addressOf(resource),
    mode: resource.isData ? 'data' : 'managed',
    type: PREFIX + resource.type,
    name: resource.name,
    provider_name: 'registry.terraform.io/opentelekomcloud/opentelekomcloud',
  };
}

function changeEntry({ actions, before, after, movedFrom, deposed: key, forcedBy = [] }: Change): unknown {
  const any = after ?? before;
  const isNew = actions.includes('create') || actions.includes('read');
  const next = after === undefined ? undefined : isNew ? planned(after) : { after: full(after), unknown: {} };
  const from = any === undefined ? '' : addressOf({ ...any, name: movedFrom ?? any.name });
  return {
    ...(any && head(any)),
    ...(movedFrom !== undefined && { previous_address: from }),
    ...(key !== undefined && { deposed: key }),
    change: {
      actions,
      before: before === undefined ? null : full(before),
      after: next?.after ?? null,
      after_unknown: next?.unknown ?? {},
      before_sensitive: before === undefined ? false : marks(before),
      after_sensitive: after === undefined ? false : marks(after),
      ...(forcedBy.length > 0 && { replace_paths: forcedBy.map((name) => [name]) }),
    },
  };
}

function driftEntry({ drifted, before }: Change): unknown {
  if (drifted === undefined) return undefined;
  return {
    ...head(drifted),
    change: {
      actions: before === undefined ? ['delete'] : ['update'],
      before: full(drifted),
      after: before === undefined ? null : full(before),
      after_unknown: {},
      before_sensitive: marks(drifted),
      after_sensitive: before === undefined ? false : marks(before),
    },
  };
}

function marks({ sensitive = [] }: Resource): Record<string, true> {
  return Object.fromEntries(sensitive.map((name) => [name, true as const]));
}

function state(resource: Resource): Record<string, unknown> {
  return { schema_version: 0, values: full(resource), sensitive_values: marks(resource) };
}

/** The object as it is in the state: everything is known. */
function full({ cells, computed, zeros }: Resource): Record<string, unknown> {
  const values: Record<string, unknown> = { ...computed };
  for (const [name, cell] of Object.entries(cells)) {
    const value = valueOf(cell);
    if (value !== null) values[name] = value;
    else if (!Object.hasOwn(computed, name)) values[name] = zeros[name] ?? null;
  }
  return values;
}

/** The object as it is planned: what the cloud fills in is unknown, and so is what comes from such a value. */
function planned({ cells, computed }: Resource): {
  after: Record<string, unknown>;
  unknown: Record<string, unknown>;
} {
  const after: Record<string, unknown> = {};
  const unknown: Record<string, unknown> = {};
  for (const name of Object.keys(computed)) if (!isSet(cells[name])) unknown[name] = true;
  for (const [name, cell] of Object.entries(cells)) {
    if (Object.hasOwn(unknown, name)) continue;
    if (isUnknown(cell)) unknown[name] = true;
    else {
      after[name] = valueOf(cell);
      if (isList(cell)) unknown[name] = cell.map((element) => isUnknown(element));
    }
  }
  return { after, unknown };
}

function isSet(cell: Cell | undefined): boolean {
  return cell !== undefined && cell !== null;
}

function isRef(cell: Cell): cell is Ref {
  return typeof cell === 'object' && cell !== null && 'ref' in cell;
}

function isList(cell: Cell): cell is readonly (string | Ref)[] {
  return Array.isArray(cell);
}

function isUnknown(cell: Cell): boolean {
  return isRef(cell) && cell.value === undefined;
}

/** The value; null where it is not known, as the plan writes unknown elements of a list. */
function valueOf(cell: Cell): unknown {
  if (isRef(cell)) return cell.value ?? null;
  return isList(cell) ? cell.map(valueOf) : cell;
}

function configuration(resource: Resource): unknown {
  const expressions = Object.entries(resource.cells).filter(([, cell]) => cell !== null);
  return {
    ...head(resource),
    provider_config_key: 'opentelekomcloud',
    expressions: Object.fromEntries(expressions.map(([name, cell]) => [name, expression(cell)])),
    schema_version: 0,
  };
}

/** References, the longest first, each with the object that it is an attribute of; else the constant. */
function expression(cell: Cell): unknown {
  const refs = (isList(cell) ? cell : [cell]).filter(isRef);
  if (refs.length === 0) return { constant_value: cell };
  const all = refs.flatMap(({ ref, more = [] }) => [ref, ...more]);
  return { references: all.flatMap((ref) => [ref, ref.slice(0, ref.lastIndexOf('.'))]) };
}
