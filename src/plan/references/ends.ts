import { spend } from '../../budget.js';
import { firstOfEach } from '../../collections.js';
import type { Step } from '../../terraform/traversal.js';
import { isRecord } from '../document/marks.js';
import { keyOfStep } from './things.js';
import type { Ends, ReferenceEnd } from './walk.js';

/** Terraform knows it, and the plan does not keep what it is. */
export const KNOWN_TO_TERRAFORM: Ends = [{ kind: 'constant', value: undefined }];

/** There is certainly nothing of that name: what asks for it fails. Told by identity. */
export const MISSING: Ends = [{ kind: 'constant', value: undefined }];

/** A place that leads nowhere, and why. */
export function opaque(why: string): Ends {
  return [{ kind: 'opaque', why }];
}

/** No end at all. */
export const CIRCLE: Ends = opaque('its references go in a circle');

/** A part of what Terraform knows. */
export function constant(value: unknown, rest: readonly Step[]): Ends {
  let at = value;
  for (const step of rest) {
    const key = keyOfStep(step);
    if (Array.isArray(at) && typeof key === 'number') at = at[key];
    else if (isRecord(at) && Object.hasOwn(at, String(key))) at = at[String(key)];
    else return MISSING;
  }
  return [{ kind: 'constant', value: at }];
}

/** What the one place leads to, when it is something that Terraform knows and the plan keeps. */
export function valueOfEnds(ends: Ends): { readonly value: unknown } | undefined {
  const [only] = ends;
  return ends.length === 1 && only?.kind === 'constant' && only.value !== undefined ? only : undefined;
}

/** Each place once. */
export function distinctEnds(ends: Ends): Ends {
  spend(ends.length);
  return ends.length < 2 ? ends : firstOfEach(ends, identityOf);
}

/** Objects are the same only if they are one object of the document. */
function identityOf(end: ReferenceEnd): unknown {
  switch (end.kind) {
    case 'target':
      return `target ${end.address} ${end.attribute ?? ''}`;
    case 'opaque':
      return `opaque ${end.why}`;
    case 'constant':
      return typeof end.value === 'object' && end.value !== null
        ? end.value
        : `constant ${typeof end.value} ${String(end.value)}`;
  }
}
