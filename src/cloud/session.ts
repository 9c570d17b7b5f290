import { distinct, type NonEmpty } from '../collections.js';
import { err, ok, type Result } from '../result.js';
import type { Catalog, Get } from './answers.js';
import { type Credentials, isLoopback } from './identity.js';
import type { CloudTrouble, Send } from './send.js';

/** A cloud that is signed in to. */
export interface Session {
  readonly projectId: string;
  readonly region: string | undefined;
  /** The root of a service, above its versions; of several types the first that the catalog has. */
  readonly rootOf: (types: NonEmpty<string>) => Result<URL, CloudTrouble>;
  readonly get: Get;
}

/** Signs in as the credentials say. Only what the way of signing in needs is loaded. */
export async function signIn(
  credentials: Credentials,
  send: Send,
  now: Date,
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
  const open = services.flatMap((service) =>
    service.endpoints.filter((endpoint) => endpoint.interface === 'public'),
  );
  const regionNameOf = (endpoint: (typeof open)[number]) => endpoint.region_id ?? endpoint.region ?? '*';
  const here =
    region === undefined ? open : open.filter((endpoint) => [region, '*'].includes(regionNameOf(endpoint)));
  const [first] = here;
  if (first === undefined) {
    const regions = distinct(open.map(regionNameOf)).join(', ');
    const problem = open.length === 0 ? `no ${wanted}` : `${wanted} in ${regions}, not in ${region ?? ''}`;
    return err(catalogTrouble(`has ${problem}. Check the project and the region`));
  }
  const regions = distinct(here.map(regionNameOf));
  if (regions.length > 1) {
    return err(
      catalogTrouble(`has ${wanted} in several regions: ${regions.join(', ')}. Name one by OS_REGION_NAME`),
    );
  }
  if (!URL.canParse(first.url))
    return err(catalogTrouble(`has no address for ${wanted}. Ask who keeps the cloud`));
  const url = new URL(first.url);
  // What the credentials are sent to is no less protected than what they came from.
  if (url.protocol !== 'https:' && !(isLoopback(url) && isLoopback(authUrl))) {
    return err(
      catalogTrouble(
        `has an address for ${wanted} that does not begin with https://. Ask who keeps the cloud`,
      ),
    );
  }
  const [root = '/'] = url.pathname.split(/(?:api\/)?v\d/, 1);
  return ok(new URL(root.endsWith('/') ? root : `${root}/`, url.origin));
}

function catalogTrouble(problem: string): CloudTrouble {
  return { status: undefined, line: `the cloud’s list of services ${problem}` };
}
