import * as v from 'valibot';

import { REQUIREMENTS } from '../model/model.js';
import type { DefaultRulesEntry } from './default-rules.js';
import { either, keys, list, oneOf } from './fields.js';
import { nearest } from './nearest.js';

/** Rows by which CCE makes rules: those of every table but the last, which says what nodes must reach. */
const MADE = REQUIREMENTS.filter(({ suggestion }) => suggestion !== 'minimum').map(({ id }) => id);

function madeRowMessage({ input }: { readonly input: unknown }): string {
  if (input === null) return 'is empty; write the id of a row, like T1.9';
  const text = typeof input === 'string' ? input : '';
  if (REQUIREMENTS.some(({ id }) => id === text)) {
    return 'names a row of Table 8, for which CCE makes no rule; T1.9, T3.7 and T5.7 are the egress rules';
  }
  const near = nearest(text, MADE);
  return near === undefined
    ? 'must be the id of a row, from T1.1 to T7.3'
    : `names no row of the tables; did you mean ${near}?`;
}

const rows = list(v.picklist(MADE, madeRowMessage));

/** `default-rules` of a cluster: what became of the rules that CCE made and nobody manages. */
export const defaultRulesSchema = v.pipe(
  keys({
    gone: v.optional(
      v.pipe(rows, v.description('Rows whose rule somebody took away: it does not stand any more.')),
    ),
    standing: v.optional(
      v.pipe(
        either(oneOf(['all'], 'All that are not gone.'), rows, 'or a list of rows'),
        v.description('Rows whose rule stands, as somebody has seen; `all`: all that are not gone.'),
      ),
    ),
  }),
  v.check(
    ({ gone = [], standing = [] }) => standing === 'all' || !gone.some((id) => standing.includes(id)),
    'names a row as gone and as standing; keep one',
  ),
  v.description(
    'What became of the rules that CCE made in the groups of the cluster and that nobody manages.',
  ),
  v.transform(({ gone = [], standing = [] }): DefaultRulesEntry => ({ gone, standing })),
  v.readonly(),
);
