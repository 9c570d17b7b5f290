import * as v from 'valibot';

import { err, ok, type Result } from '../result.js';
import type { Credentials, Identity } from './identity.js';
import type { CloudTrouble, Send } from './send.js';
import { CATALOG, parseBody, type SignedIn } from './answers.js';

type TokenCredentials = Credentials & { readonly identity: Exclude<Identity, { kind: 'key' }> };

const TOKEN = v.object({
  project: v.optional(v.object({ id: v.string() })),
  catalog: v.optional(CATALOG, []),
});
const BODY = v.object({ token: TOKEN });

/**
 * Signs in to Keystone v3 for a token, and asks with it. A token that is refused is replaced once a request: long runs
 * outlive one.
 */
export async function signInByToken(
  credentials: TokenCredentials,
  send: Send,
): Promise<Result<SignedIn, CloudTrouble>> {
  const first = await tokenFrom(credentials, send);
  if (!first.ok) return first;
  const { projectId, catalog } = first.value;
  let { token } = first.value;
  const get: SignedIn['get'] = async (url, what) => {
    const ask = () => send({ url, what, headers: { 'x-auth-token': token } });
    const answer = await ask();
    if (answer.ok) return ok(answer.value.body);
    if (answer.error.status !== 401) return answer;
    const renewed = await tokenFrom(credentials, send);
    if (!renewed.ok) return renewed;
    ({ token } = renewed.value);
    const again = await ask();
    return again.ok ? ok(again.value.body) : again;
  };
  return ok({ projectId, catalog, get });
}

interface Token {
  readonly token: string;
  readonly projectId: string;
  readonly catalog: SignedIn['catalog'];
}

async function tokenFrom(
  { authUrl, identity, project }: TokenCredentials,
  send: Send,
): Promise<Result<Token, CloudTrouble>> {
  const request = { url: new URL('auth/tokens', authUrl), what: 'signing in' };
  // An application credential is of one project, and Keystone refuses another scope beside it.
  const scope = identity.kind === 'application-credential' ? {} : { scope: { project } };
  const answer = await send({
    ...request,
    headers: {},
    json: { auth: { identity: methodOf(identity), ...scope } },
  });
  if (!answer.ok) return answer;
  const body = parseBody(BODY, answer.value.body, { ...request, key: 'body' });
  if (!body.ok) return body;
  const token = answer.value.headers.get('x-subject-token');
  const projectId = body.value.token.project?.id;
  if (token === null || projectId === undefined) {
    const missing = token === null ? 'no token' : 'a token that is of no project';
    const line = `signing in: ${authUrl.host} answered with ${missing}. Check the address, the user and the project`;
    return err({ status: undefined, line });
  }
  // An application credential has its project, whatever is asked for.
  if (project !== undefined && 'id' in project && project.id !== projectId) {
    const line = `signing in: the credentials are for project ${projectId}, not for the one that is asked for. Leave it out, or take other credentials`;
    return err({ status: undefined, line });
  }
  return ok({ token, projectId, catalog: body.value.token.catalog });
}

function methodOf(identity: TokenCredentials['identity']): object {
  switch (identity.kind) {
    case 'password':
      return { methods: ['password'], password: { user: { ...identity.user, password: identity.password } } };
    case 'token':
      return { methods: ['token'], token: { id: identity.token } };
    case 'application-credential':
      return {
        methods: ['application_credential'],
        application_credential: { ...identity.credential, secret: identity.secret },
      };
  }
}
