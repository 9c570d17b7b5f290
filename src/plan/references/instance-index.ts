import { lazily, memo } from '../../collections.js';
import { must } from '../../result.js';
import { type Address, type Key, moduleText, parseAddress } from '../../terraform/traversal.js';
import type { Instance } from '../instance.js';
import { type ByKey, NO_KEYS } from './scope.js';

/** Instances of one block, in the order of their addresses, and by key. */
export interface BlockInstances {
  readonly all: readonly Instance[];
  readonly byKey: ReadonlyMap<Key | undefined, Instance>;
}

/** Where references find their targets. Put together when the first one asks: in many plans nobody does. */
export interface InstanceIndex {
  /** What is there after the plan of the block `module.x["k"].T.name`. */
  readonly block: (name: string) => BlockInstances | undefined;
  /** Keys under which the module call `module.a.module.b` occurs. */
  readonly keysOfCall: (call: string) => ByKey;
  /** The instance of a block of the configuration that has this address. */
  readonly instanceAt: (address: string) => Instance | undefined;
}

/** Indexes what has a block in the configuration. */
export function instanceIndex(instances: readonly Instance[]): InstanceIndex {
  const index = lazily(() => blocksAndCalls(instances));
  const byAddress = lazily(() => {
    const found = new Map<string, Instance>();
    for (const one of instances) if (!one.isUnconfigured) found.set(one.address, one);
    return found;
  });
  return {
    block: memo((name) => {
      const all = index().blocks.get(name);
      return all && { all, byKey: new Map(all.map((one) => [keyOf(one), one])) };
    }),
    keysOfCall: (call) => index().calls.get(call) ?? NO_KEYS,
    instanceAt: (address) => byAddress().get(address),
  };
}

function keyOf({ address }: Instance): Key | undefined {
  return must(parseAddress(address), 'its block was told by it').key;
}

interface BlocksAndCalls {
  readonly blocks: ReadonlyMap<string, readonly Instance[]>;
  readonly calls: ReadonlyMap<string, ByKey>;
}

function blocksAndCalls(instances: readonly Instance[]): BlocksAndCalls {
  const blocks = new Map<string, Instance[]>();
  const calls = new Map<string, Map<Key | undefined, true>>();
  let lastPath = '';
  for (const instance of instances) {
    const address =
      instance.isUnconfigured || instance.after === undefined ? undefined : parseAddress(instance.address);
    if (address === undefined) continue;
    const path = moduleText(address.modules);
    const name = `${path}${address.block}`;
    const block = blocks.get(name);
    if (block === undefined) blocks.set(name, [instance]);
    else block.push(instance);
    // Those of one module stand together.
    if (path !== lastPath) noteCalls(calls, address);
    lastPath = path;
  }
  return { blocks, calls };
}

function noteCalls(calls: Map<string, Map<Key | undefined, true>>, { modules }: Address): void {
  for (const [depth, { name, key }] of modules.entries()) {
    const call = `${moduleText(modules.slice(0, depth))}module.${name}`;
    const keys = calls.get(call);
    if (keys === undefined) calls.set(call, new Map([[key, true]]));
    else keys.set(key, true);
  }
}
