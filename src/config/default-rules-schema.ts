import * as v from 'valibot';

import { REQUIREMENTS } from '../model/model.js';
import { either, keys, list, oneOf } from './fields.js';
import { nearest } from './nearest.js';

/** Rows that are rules which CCE makes: Table 8 is none. */
const MADE = REQUIREMENTS.filter(({ table }) => table !== 8).map(({ id }) => id);

const row = v.picklist(MADE, ({ input }) => {
  if (input === null) return 'is empty; write the id of a row, like T1.9';
  const near = typeof input === 'string' ? nearest(input, MADE) : undefined;
  return near === undefined
    ? 'must be the id of a row of Tables 1 to 7, like T1.9'
    : `names no row of Tables 1 to 7; did you mean ${near}?`;
});

/** `default-rules` of a cluster: what stands of the rules that CCE made and that nobody manages. */
export const defaultRulesSchema = v.pipe(
  keys({
    gone: v.optional(
      v.pipe(list(row), v.description('Rows whose rules somebody took away: a plan does not show it.')),
    ),
    standing: v.optional(
      v.pipe(
        either(oneOf(['all'], 'All rows but those that are gone.'), list(row), 'or a list of rows'),
        v.description('Rows whose rules stand; `all`: all rows but those that are gone.'),
      ),
    ),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { gone = [], standing } = dataset.value;
    const listed = Array.isArray(standing) ? standing : [];
    for (const [index, id] of listed.entries()) {
      if (!gone.includes(id)) continue;
      addIssue({
        message: `names ${id}, which is under \`gone\` too; remove one of the two`,
        path: [
          { type: 'object', origin: 'value', input: { ...dataset.value }, key: 'standing', value: standing },
          { type: 'array', origin: 'value', input: listed, key: index, value: id },
        ],
      });
    }
  }),
  v.description('What CCE made and nobody manages: which of its rules are gone, and which stand.'),
  v.transform(({ gone = [], standing = [] }): DefaultRuleRecord => ({ gone, standing })),
  v.readonly(),
);

/** Ids of rows. */
export interface DefaultRuleRecord {
  readonly gone: readonly string[];
  readonly standing: readonly string[] | 'all';
}
