/** What the tests of the plan stage share: fixtures, small documents, and short words for what is read of them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { PlanDocument } from '../../../src/plan/document/document.js';
import { type Instance, instancesOf } from '../../../src/plan/instance.js';
import type { Plan } from '../../../src/plan/plan.js';
import { readDocument } from '../../../src/plan/document/read-document.js';
import { NO_SOURCE } from '../../../src/plan/read-plan.js';
import { type Resolver, resolverOf } from '../../../src/plan/references/resolve.js';
import { instanceIndex } from '../../../src/plan/references/instance-index.js';
import type { ReadSource } from '../../../src/plan/references/walk.js';
import type { Peer, Rule, RuleSide } from '../../../src/plan/rule.js';
import { cidrsOf } from '../../../src/net/address.js';
import { readPlan } from '../run-bytes.js';

export { NO_SOURCE };
export const PREFIX = 'opentelekomcloud_';

const FIXTURES = path.join(import.meta.dirname, '..', '..', '..', 'fixtures');

/** A file of fixtures/, as bytes. */
export function fixture(...parts: readonly string[]): Uint8Array {
  return readFileSync(path.join(FIXTURES, ...parts));
}

/** A folder of fixtures/plan-semantics/, read. */
export function semantics(name: string, readSource: ReadSource = NO_SOURCE): Plan {
  return planOf(fixture('plan-semantics', name, 'plan.json'), readSource);
}

export function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
}

/** The plan, which must be readable. */
export function planOf(bytes: Uint8Array, readSource: ReadSource = NO_SOURCE): Plan {
  const plan = readPlan(bytes, readSource);
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value;
}

/** What is said of bytes that are not a plan. */
export function messageOf(bytes: Uint8Array): string {
  const plan = readPlan(bytes, NO_SOURCE);
  if (plan.ok) throw new Error('it was read as a plan');
  return plan.error.message;
}

export interface Resolving {
  readonly document: PlanDocument;
  readonly resolver: Resolver;
  readonly at: (address: string) => Instance;
}

/** The resolver of a document, with instances of all types. */
export function resolving(bytes: Uint8Array, readSource: ReadSource = NO_SOURCE): Resolving {
  const document = readDocument(bytes, () => true);
  if (!document.ok) throw new Error(document.error.message);
  const instances = instancesOf(document.value);
  return {
    document: document.value,
    resolver: resolverOf(document.value, instanceIndex(instances), readSource),
    at: (address) => {
      const found = instances.find((instance) => instance.address === address);
      if (found === undefined) throw new Error(`no ${address}`);
      return found;
    },
  };
}

/** The only rule with this address. */
export function ruleAt(plan: Plan, address: string): Rule {
  const [rule, ...others] = plan.rules.filter((r) => r.address === address);
  if (rule === undefined || others.length > 0) throw new Error(`${String(others.length)} more of ${address}`);
  return rule;
}

/** A peer in one short text: `any`, `10.0.0.0/8`, `group KEY`, `one of A B`, `unknown TOKEN`. */
export function peerText(peer: Peer | undefined): string | undefined {
  if (peer === undefined || peer.kind === 'any') return peer?.kind;
  if (peer.kind === 'range') {
    return peer.range.kind === 'known'
      ? cidrsOf(peer.range.peers).join(' ') || 'nothing'
      : `unknown ${peer.range.token}`;
  }
  return peer.kind === 'one-of' ? peer.peers.map(peerText).join(' or ') : groupText(peer.group);
}

/** A group reference in one short text. */
export function groupText(ref: RuleSide['group'] | undefined): string | undefined {
  if (ref === undefined) return undefined;
  return ref.kind === 'group' ? `group ${ref.key}` : ['one of', ...ref.oneOf].join(' ');
}

/** Protocols and ports in one short text: `6:22-22`, `0-255:0-65535`, `some of 6:0-65535`. */
export function trafficText(side: RuleSide | undefined): string | undefined {
  if (side === undefined) return undefined;
  const range = ({ lo, hi }: { lo: number; hi: number }): string =>
    lo === hi ? String(lo) : `${String(lo)}-${String(hi)}`;
  const { protocols, ports, isAtMost } = side.traffic;
  return `${isAtMost ? 'some of ' : ''}${protocols.map(range).join(',')}:${ports.map(range).join(',')}`;
}

/** The kinds of problems of a side, in order. */
export function problemKinds(side: RuleSide | undefined): readonly string[] {
  return side?.problems.map(({ kind }) => kind) ?? [];
}

type Json = Readonly<Record<string, unknown>>;

/** One resource in the words of a test; `T.name` is its address in the root module. */
export interface Entry {
  /** Without the provider's prefix; with `data.` before it for a data source. */
  readonly type: string;
  readonly name?: string;
  readonly address?: string;
  readonly actions?: readonly string[];
  readonly before?: Json | null;
  readonly after?: Json | null;
  readonly unknown?: Json;
  readonly sensitive?: Json;
  readonly expressions?: Json;
  readonly extra?: Json;
}

const FORMAT = { format_version: '1.2', terraform_version: '1.11.4' };

/** One entry of `resource_changes`. */
export function change(entry: Entry): Json {
  const {
    type,
    name = 'x',
    actions = ['create'],
    before = null,
    after = null,
    unknown = {},
    sensitive = {},
  } = entry;
  const isData = type.startsWith('data.');
  const full = `${PREFIX}${isData ? type.slice('data.'.length) : type}`;
  return {
    address: entry.address ?? `${isData ? 'data.' : ''}${full}.${name}`,
    mode: isData ? 'data' : 'managed',
    type: full,
    name,
    change: {
      actions,
      before,
      after,
      after_unknown: unknown,
      before_sensitive: sensitive,
      after_sensitive: sensitive,
    },
    ...entry.extra,
  };
}

/** One block of `configuration`. */
export function block(type: string, name: string, expressions: Json, more: Json = {}): Json {
  const isData = type.startsWith('data.');
  const full = `${PREFIX}${isData ? type.slice('data.'.length) : type}`;
  return {
    address: `${isData ? 'data.' : ''}${full}.${name}`,
    mode: isData ? 'data' : 'managed',
    type: full,
    name,
    expressions,
    ...more,
  };
}

/** A document of changes, each configured with its `expressions` unless `more` has a configuration of its own. */
export function documentOf(entries: readonly Entry[], more: Json = {}): Uint8Array {
  const resources = entries
    .filter(({ expressions }) => expressions !== undefined)
    .map(({ type, name = 'x', expressions = {} }) => block(type, name, expressions));
  return bytesOf({
    ...FORMAT,
    planned_values: { root_module: {} },
    resource_changes: entries.map(change),
    configuration: { root_module: { resources } },
    ...more,
  });
}

/** An expression of `configuration` that refers to these, longest first. */
export function refs(...references: readonly string[]): Json {
  return { references };
}

/** `T.name.attribute` with the shadows that Terraform lists after it. */
export function ref(type: string, name: string, attribute: string): Json {
  const base = `${type.startsWith('data.') ? `data.${PREFIX}${type.slice(5)}` : `${PREFIX}${type}`}.${name}`;
  return refs(`${base}.${attribute}`, base);
}
