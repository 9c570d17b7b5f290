import type { Instance } from './instance.js';
import { type Key, moduleText, parseAddress } from './traversal.js';

/** Instances of one block, in the order of their addresses, and by key. */
export interface Block {
  readonly all: readonly Instance[];
  readonly byKey: ReadonlyMap<Key | undefined, Instance>;
}

/** Where references find their targets. */
export interface InstanceIndex {
  /** By `module.x["k"].T.name`. */
  readonly blocks: ReadonlyMap<string, Block>;
  /** Keys under which a module call occurs, by `module.a.module.b`. */
  readonly moduleKeys: ReadonlyMap<string, ReadonlySet<Key | undefined>>;
}

/** Indexes what is there after the plan and has a block in the configuration. */
export function indexOf(instances: readonly Instance[]): InstanceIndex {
  const blocks = new Map<string, { all: Instance[]; byKey: Map<Key | undefined, Instance> }>();
  const moduleKeys = new Map<string, Set<Key | undefined>>();
  for (const instance of instances) {
    if (instance.isUnconfigured || instance.after === undefined) continue;
    const address = parseAddress(instance.address);
    if (address === undefined) continue;
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
      const keys = moduleKeys.get(call);
      if (keys === undefined) moduleKeys.set(call, new Set([key]));
      else keys.add(key);
    }
  }
  return { blocks, moduleKeys };
}
