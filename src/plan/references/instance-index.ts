import type { Instance } from '../instance.js';
import { type Address, type Key, moduleText, parseAddress } from '../../terraform/traversal.js';

/** Instances of one block, in the order of their addresses, and by key. */
export interface Block {
  readonly all: readonly Instance[];
  readonly byKey: ReadonlyMap<Key | undefined, Instance>;
}

/** Anything that is held by instance keys. */
export type ByKey = ReadonlyMap<Key | undefined, unknown>;

/** Where references find their targets. */
export interface InstanceIndex {
  /** By `module.x["k"].T.name`. */
  readonly blocks: ReadonlyMap<string, Block>;
  /** Keys under which a module call occurs, by `module.a.module.b`. */
  readonly calls: ReadonlyMap<string, ByKey>;
  /** The address of each of them, taken apart. */
  readonly addresses: ReadonlyMap<Instance, Address>;
}

/** Indexes what is there after the plan and has a block in the configuration. */
export function indexOf(instances: readonly Instance[]): InstanceIndex {
  const blocks = new Map<string, { all: Instance[]; byKey: Map<Key | undefined, Instance> }>();
  const calls = new Map<string, Map<Key | undefined, true>>();
  const addresses = new Map<Instance, Address>();
  for (const instance of instances) {
    if (instance.isUnconfigured || instance.after === undefined) continue;
    const address = parseAddress(instance.address);
    if (address === undefined) continue;
    addresses.set(instance, address);
    const name = `${moduleText(address.modules)}${address.block}`;
    let block = blocks.get(name);
    if (block === undefined) {
      block = { all: [], byKey: new Map() };
      blocks.set(name, block);
    }
    block.all.push(instance);
    block.byKey.set(address.key, instance);
    for (const [depth, { name: called, key }] of address.modules.entries()) {
      const call = `${moduleText(address.modules.slice(0, depth))}module.${called}`;
      const keys = calls.get(call);
      if (keys === undefined) calls.set(call, new Map([[key, true]]));
      else keys.set(key, true);
    }
  }
  return { blocks, calls, addresses };
}
