import * as v from 'valibot';

import { clusterSchema } from './cluster-schema.js';
import { extendsSchema, mayOverrideSchema } from './extends.js';
import { either, keys, list, oneOf } from './fields.js';
import { FAIL_LEVELS, SEVERITIES } from './severity.js';
import { allowedPackets, waiverSchema } from './waiver-schema.js';

/*
 * The shape of `cce-plan-guard.yml`. schema/configuration-1.json is made from it (scripts/schemas.mjs), so every key
 * has a description, and a pattern where code reads the text. A pattern may let through what the code refuses.
 */

/** Each cluster once: of two entries nobody could say which counts. */
const distinctNames = v.rawCheck<v.InferOutput<typeof clusterSchema>[]>(({ dataset, addIssue }) => {
  if (!dataset.typed) return;
  const seen = new Map<string, number>();
  for (const [index, entry] of dataset.value.entries()) {
    const first = seen.get(entry.name);
    if (first === undefined) {
      seen.set(entry.name, index);
      continue;
    }
    addIssue({
      message: `is the name of clusters[${first}] too; make one entry of the two`,
      path: [
        { type: 'array', origin: 'value', input: dataset.value, key: index, value: entry },
        { type: 'object', origin: 'value', input: { ...entry }, key: 'name', value: entry.name },
      ],
    });
  }
});

const LEVELS = [...SEVERITIES, 'off'] as const;

/** A severity for each change; `off`: not told. */
const severityByChange = keys({
  introduced: v.optional(oneOf(LEVELS, 'Of what the plan breaks; `off` leaves critical findings on.')),
  transient: v.optional(oneOf(LEVELS, 'Of what may be cut while the plan is applied.')),
  'pre-existing': v.optional(oneOf(LEVELS, 'Of what was broken before.')),
  undecided: v.optional(oneOf(LEVELS, 'Of what depends on values that the plan does not know.')),
});

/** The severities of one check; a single one is that of what the plan introduces. */
function severitySchema(id: string) {
  const single = oneOf(LEVELS, 'Of what the plan introduces; `off` leaves critical findings on.');
  return v.pipe(
    either(single, severityByChange, 'or a map of introduced, transient, pre-existing and undecided'),
    v.description(`Severity of findings of the check ${id}: of what the plan introduces, or by change.`),
    v.transform((one) => (typeof one === 'string' ? { introduced: one } : one)),
  );
}

/** Packets that the check `new-access` does not tell. */
const allowSchema = v.pipe(
  list(allowedPackets),
  v.description('Packets that may be let in anew: what the check `new-access` does not tell.'),
  v.readonly(),
);

/** The schema of `cce-plan-guard.yml`; `checkIds` are the keys of `severity`. */
export function configurationSchema(checkIds: readonly string[]) {
  const severities = Object.fromEntries(checkIds.map((id) => [id, v.optional(severitySchema(id))]));
  return v.pipe(
    keys({
      'fail-on': v.optional(
        oneOf(FAIL_LEVELS, 'The mildest severity that fails the run. Left out: critical.'),
      ),
      'default-rule-priority': v.optional(
        oneOf(
          [1, 100],
          'Priority of rules that CCE or the v2 API made, which nobody documents. Left out: not known.',
        ),
      ),
      severity: v.optional(v.pipe(keys(severities), v.description('Severity of findings, by check.'))),
      clusters: v.optional(
        v.pipe(
          list(clusterSchema),
          distinctNames,
          v.description('What the plan does not know of the clusters, or knows wrongly.'),
          v.readonly(),
        ),
      ),
      waivers: v.optional(
        v.pipe(
          list(waiverSchema(checkIds)),
          v.description('What is accepted; each waiver has an owner and an end.'),
          v.readonly(),
        ),
      ),
      allow: v.optional(allowSchema),
      extends: v.optional(extendsSchema),
      'may-override': v.optional(mayOverrideSchema),
    }),
    v.title('cce-plan-guard.yml'),
    v.description('Configuration of cce-plan-guard.'),
    v.transform(({ severity = {}, allow = [], clusters = [], waivers = [], ...input }) => ({
      extends: input.extends,
      mayOverride: input['may-override'] ?? [],
      failOn: input['fail-on'],
      defaultRulePriority: input['default-rule-priority'],
      ...{ severity, allow },
      clusters,
      waivers,
    })),
    v.readonly(),
  );
}
