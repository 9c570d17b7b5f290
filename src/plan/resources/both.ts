import { type Instance, isReplaced } from '../instance.js';
import type { Both } from '../plan.js';
import { type At, atOf, type Context } from '../references/refs.js';

/** Reads both sides of an instance with its type's own reader. */
export function bothOf<T>(context: Context, instance: Instance, read: (at: At) => T): Both<T> {
  const side = (which: 'before' | 'after'): T | undefined => {
    const at = atOf(context, instance, which);
    return at === undefined ? undefined : read(at);
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
