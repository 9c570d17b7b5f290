import * as v from 'valibot';

import { distinct, type NonEmpty } from '../collections.js';
import { err, ok, type Result } from '../result.js';
import { type Credentials, isLoopback } from './identity.js';
import type { CloudTrouble, Send } from './send.js';

/** A cloud that is signed in to. */
export interface Session {
  readonly projectId: string;
  readonly region: string | undefined;
  /** The root of a service, above its versions; of several types the first that the catalog has. */
  readonly rootOf: (types: NonEmpty<string>) => Result<URL, CloudTrouble>;
  /** The JSON behind an address of this cloud. */
  readonly get: (url: URL, what: string) => Promise<Result<unknown, CloudTrouble>>;
}

/** What a way of signing in gives. */
export interface SignedIn {
  readonly projectId: string;
  readonly catalog: Catalog;
  readonly get: Session['get'];
}

const ENDPOINT = v.object({
  interface: v.string(),
  url: v.string(),
  region: v.nullish(v.string()),
  region_id: v.nullish(v.string()),
});
/** The services of a cloud, as Keystone lists them. */
export const CATALOG = v.array(v.object({ type: v.string(), endpoints: v.array(ENDPOINT) }));
type Catalog = v.InferOutput<typeof CATALOG>;

/** Signs in as the credentials say. Only what the way of signing in needs is loaded. */
export async function signIn(
  credentials: Credentials,
  send: Send,
  now: () => Date,
): Promise<Result<Session, CloudTrouble>> {
  const { identity } = credentials;
  const signedIn =
    identity.kind === 'key'
      ? await (await import('./key.js')).signInByKey({ ...credentials, identity }, send, now)
      : await (await import('./token.js')).signInByToken({ ...credentials, identity }, send);
  if (!signedIn.ok) return signedIn;
  const { projectId, catalog, get } = signedIn.value;
  const { region } = credentials;
  return ok({ projectId, region, get, rootOf: (types) => rootIn(catalog, types, credentials) });
}

function rootIn(
  catalog: Catalog,
  types: NonEmpty<string>,
  { region, authUrl }: Credentials,
): Result<URL, CloudTrouble> {
  const [wanted] = types;
  const services = types.flatMap((type) => catalog.filter((service) => service.type === type));
  const open = services.flatMap((service) => service.endpoints.filter((endpoint) => endpoint.interface === 'public'));
  const regionsOf = (endpoint: (typeof open)[number]) => endpoint.region_id ?? endpoint.region ?? '*';
  const here = region === undefined ? open : open.filter((endpoint) => [region, '*'].includes(regionsOf(endpoint)));
  const [first] = here;
  if (first === undefined) {
    const regions = distinct(open.map(regionsOf)).join(', ');
    const where = open.length === 0 ? 'no such service' : `it in the regions ${regions} and not in ${region ?? ''}`;
    return err(catalogTrouble(`has ${where}: ${wanted}. Check the project and the region`));
  }
  const regions = distinct(here.map(regionsOf));
  if (regions.length > 1) {
    return err(catalogTrouble(`has ${wanted} in several regions: ${regions.join(', ')}. Name one by OS_REGION_NAME`));
  }
  if (!URL.canParse(first.url)) return err(catalogTrouble(`has no address for ${wanted}. Ask who keeps the cloud`));
  const url = new URL(first.url);
  // What the credentials are sent to is no less protected than what they came from.
  if (url.protocol !== 'https:' && !(isLoopback(url) && isLoopback(authUrl))) {
    return err(catalogTrouble(`has an address for ${wanted} that does not begin with https://. Ask who keeps the cloud`));
  }
  const [root = '/'] = url.pathname.split(/(?:api\/)?v\d/, 1);
  return ok(new URL(root.endsWith('/') ? root : `${root}/`, url.origin));
}

function catalogTrouble(problem: string): CloudTrouble {
  return { status: undefined, line: `the cloud’s list of services ${problem}` };
}

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
