import { type Instance, isReplaced } from './instance.js';
import type { Both } from './plan.js';
import type { At, Context } from './refs.js';

/** Reads both sides of an instance with its type's own reader. */
export function bothOf<T>(context: Context, instance: Instance, read: (at: At) => T): Both<T> {
  const side = (which: 'before' | 'after'): T | undefined => {
    const found = instance[which];
    return found === undefined
      ? undefined
      : read({ context, instance, side: found, isAfter: which === 'after' && !instance.isUnconfigured });
  };
  return {
    address: instance.address,
    isData: instance.mode === 'data',
    actions: instance.actions,
    isReplaced: isReplaced(instance),
    replaceAttributes: instance.replaceAttributes,
    before: side('before'),
    after: side('after'),
  };
}
