import * as v from 'valibot';

import type { Shard } from '../../../report/joined.js';
import { err, ok, type Result } from '../../../result.js';
import { valuesSchema } from './report-values.js';

const headSchema = v.looseObject({
  version: v.literal(1),
  cloud: v.optional(v.unknown()),
  values: v.optional(v.unknown()),
});

/**
 * The JSON report as it is put together with others. The error goes behind its name: what it is not, and what to do.
 *
 * @param name for people
 */
export function readShard(text: string, name: string): Result<Shard, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err(`is no JSON. ${WRITE_IT}`);
  }
  const head = v.safeParse(headSchema, json);
  if (!head.success) return err(`is no report, version 1. ${WRITE_IT}`);
  const { cloud, values } = head.output;
  if (cloud !== undefined) return err('is the report of an audit; a merge takes reports of plans');
  if (values === undefined) return err(`has no \`values\` to put together. ${WRITE_IT}`);
  const shard = shardOf(values, name);
  return shard === undefined ? err(`has \`values\` that this version does not read. ${WRITE_IT}`) : ok(shard);
}

/** What `values` of a JSON report say; undefined when another version wrote them. */
export function shardOf(values: unknown, name: string): Shard | undefined {
  const read = v.safeParse(valuesSchema, values);
  const [first, ...others] = read.success ? read.output.plans : [];
  if (!read.success || first === undefined) return undefined;
  return { ...read.output, name, plans: [first, ...others] };
}

const WRITE_IT = 'Write it with this version: cce-plan-guard check PLAN --format json';
