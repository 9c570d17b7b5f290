import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js';
import * as v from 'valibot';

import { onlyOne } from '../collections.js';
import { err, ok, type Result } from '../result.js';
import type { Credentials, Identity } from './identity.js';
import type { CloudTrouble, Send } from './send.js';
import { CATALOG, parseBody, type SignedIn } from './answers.js';

type Key = Extract<Identity, { kind: 'key' }>;
type KeyCredentials = Credentials & { readonly identity: Key };

const PROJECTS = v.object({ projects: v.array(v.object({ id: v.string() })) });
const SERVICES = v.object({ catalog: CATALOG });

/** Asks with requests that an access key signs, so that no token is needed. The cloud counts a signature for minutes. */
export async function signInByKey(
  { authUrl, identity, project }: KeyCredentials,
  send: Send,
  now: Date,
): Promise<Result<SignedIn, CloudTrouble>> {
  const getIn =
    (projectId: string | undefined): SignedIn['get'] =>
    async (url, what) => {
      const headers = signedHeaders(url, identity, { projectId, now });
      const answer = await send({ url, what, headers });
      return answer.ok ? ok(answer.value.body) : answer;
    };
  const projectId = await projectIdOf(project, authUrl, getIn(undefined));
  if (!projectId.ok) return projectId;
  const get = getIn(projectId.value);
  const url = new URL('auth/catalog', authUrl);
  const what = 'the list of services';
  const answer = await get(url, what);
  if (!answer.ok) return answer;
  const services = parseBody(SERVICES, answer.value, { url, what, key: 'body' });
  return services.ok ? ok({ projectId: projectId.value, catalog: services.value.catalog, get }) : services;
}

async function projectIdOf(
  project: Credentials['project'],
  authUrl: URL,
  get: SignedIn['get'],
): Promise<Result<string, CloudTrouble>> {
  if (project !== undefined && 'id' in project) return ok(project.id);
  const url = new URL('projects', authUrl);
  if (project !== undefined) url.searchParams.set('name', project.name);
  const what = 'the project';
  const answer = await get(url, what);
  if (!answer.ok) return answer;
  const read = parseBody(PROJECTS, answer.value, { url, what, key: 'body' });
  if (!read.ok) return read;
  const only = onlyOne(read.value.projects);
  if (only !== undefined) return ok(only.id);
  const line = `${what}: ${authUrl.host} knows ${read.value.projects.length} of this name. Give its id by --project ID`;
  return err({ status: undefined, line });
}

interface Signing {
  readonly projectId: string | undefined;
  readonly now: Date;
}

/** The headers that say who asks. The signature is over the address, these headers and the time. */
function signedHeaders(url: URL, key: Key, { projectId, now }: Signing): Readonly<Record<string, string>> {
  const headers = {
    'X-Sdk-Date': now.toISOString().replace(/[-:]|\.\d+/g, ''),
    ...(projectId === undefined ? {} : { 'X-Project-Id': projectId }),
    ...(key.securityToken === undefined ? {} : { 'X-Security-Token': key.securityToken }),
  };
  const request = {
    method: 'GET',
    endpoint: `${url.origin}${url.pathname}`,
    queryParams: Object.fromEntries(url.searchParams),
    headers,
  };
  const signed = new Map<string, unknown>(Object.entries(AKSKSigner.sign(request, signerOf(key))));
  return { ...headers, Authorization: String(signed.get('Authorization')) };
}

/** The signer asks for the two keys; what else its type has is for a client that is not used. */
function signerOf({ accessKey, secretKey }: Key): Parameters<typeof AKSKSigner.sign>[1] {
  const unused = () => Promise.reject(new Error('the signer asks for keys alone'));
  return {
    getAk: () => accessKey,
    getSk: () => secretKey,
    processAuthRequest: unused,
    processAuthParams: unused,
  };
}
