import * as v from 'valibot';

import { err, ok, type Result } from '../result.js';
import type { CloudTrouble } from './send.js';

/** The JSON behind an address of the cloud; `what` is asked for, in words for people. */
export type Get = (url: URL, what: string) => Promise<Result<unknown, CloudTrouble>>;

/** What a way of signing in gives. */
export interface SignedIn {
  readonly projectId: string;
  readonly catalog: Catalog;
  readonly get: Get;
}

const ENDPOINT = v.object({
  interface: v.string(),
  url: v.string(),
  region: v.nullish(v.string()),
  region_id: v.nullish(v.string()),
});
/** The services of a cloud, as Keystone lists them. */
export const CATALOG = v.array(v.object({ type: v.string(), endpoints: v.array(ENDPOINT) }));
/** {@link CATALOG} */
export type Catalog = v.InferOutput<typeof CATALOG>;

/** What was asked for, for a person who has to know what was answered. */
interface Asked {
  readonly url: URL;
  readonly what: string;
  /** Where in the answer the value stands. */
  readonly key: string;
}

/** A value of an answer as a schema says. The error names the place that is otherwise, never the value there. */
export function parseBody<T>(
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
  { url, what, key }: Asked,
): Result<T, CloudTrouble> {
  const read = v.safeParse(schema, value);
  if (read.success) return ok(read.output);
  const place = [key, ...(v.getDotPath(read.issues[0])?.split('.') ?? [])].join('.');
  const line = `${what}: ${url.host} answered in a form that is not known here, at \`${place}\`. Check the address; if it is right, report this line`;
  return err({ status: undefined, line });
}
