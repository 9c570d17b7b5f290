/** A cloud on the loopback, in the shapes of the API's own documentation. */
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const PROJECT = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
export const ACCESS_KEY = 'AKAKAKAKAK';
export const SECRETS = {
  password: 'secret-pass-word',
  applicationCredential: 'secret-of-the-application',
  secretKey: 'SKSKSKSKSKSKSK',
  oldToken: 'token-of-the-environment',
};

/** What a request must not be answered with, or how: undefined lets the usual answer through. */
export type Fault = (request: SeenRequest, response: ServerResponse) => boolean;

/** A request that came. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** The lists of the cloud, by the end of their path. */
export type Lists = Record<string, Record<string, unknown>[]>;

/** The cloud, while it runs. */
export interface FakeCloud {
  readonly url: string;
  readonly requests: SeenRequest[];
  /** The tokens that count. */
  readonly tokens: Set<string>;
  lists: Lists;
  fault: Fault;
  /** Items a page has at most, whatever is asked for. */
  pageSize: number;
  readonly close: () => Promise<void>;
}

/** Sends JSON. */
export function answerJson(response: ServerResponse, status: number, body: unknown, headers = {}): true {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
  return true;
}

/** Starts it on a port of its own. */
export async function startCloud(lists: Lists): Promise<FakeCloud> {
  const requests: SeenRequest[] = [];
  const tokens = new Set<string>();
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.on('data', (data: Buffer) => (body += data.toString()));
    incoming.on('end', () => {
      const url = new URL(incoming.url ?? '/', cloud.url);
      const { method = '', headers } = incoming;
      const request = { method, path: url.pathname, query: url.searchParams, headers, body };
      requests.push(request);
      if (!cloud.fault(request, response)) answer(cloud, request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cloud: FakeCloud = {
    url: `http://127.0.0.1:${port}`,
    ...{ requests, tokens, lists, pageSize: 2 },
    fault: () => false,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return cloud;
}

function answer(cloud: FakeCloud, request: SeenRequest, response: ServerResponse): true {
  const { path } = request;
  if (request.method === 'POST' && path === '/v3/auth/tokens') return signIn(cloud, request, response);
  if (!isAllowed(cloud, request)) {
    return answerJson(response, 401, { error: { code: 401, title: 'Unauthorized', message: 'no' } });
  }
  if (path === '/v3/auth/catalog') return answerJson(response, 200, { catalog: catalogOf(cloud), links: {} });
  if (path === '/v3/projects') {
    return answerJson(response, 200, { projects: [{ id: PROJECT, name: request.query.get('name') }] });
  }
  const [key, items] = Object.entries(cloud.lists).find(([end]) => path.endsWith(`/${end}`)) ?? [];
  if (key === undefined || items === undefined) return answerJson(response, 404, { code: 'APIGW.0101' });
  return answerJson(response, 200, pageOf(cloud, request, key, items));
}

/** v3 lists say the next marker, the others say nothing; CCE has no pages. */
function pageOf(cloud: FakeCloud, { path, query }: SeenRequest, end: string, items: Lists[string]): object {
  if (path.startsWith('/api/v3/')) return { kind: 'List', apiVersion: 'v3', items };
  const name = end.replace(/^.*\//, '').replaceAll('-', '_');
  const marker = query.get('marker');
  const from = marker === null ? 0 : items.findIndex(({ id }) => id === marker) + 1;
  const page = items.slice(from, from + Math.min(cloud.pageSize, Number(query.get('limit'))));
  if (!path.startsWith('/v3/')) return { [name]: page };
  const isLast = from + page.length >= items.length;
  const next = isLast ? {} : { next_marker: page.at(-1)?.['id'] };
  return { request_id: 'r', [name]: page, page_info: { current_count: page.length, ...next } };
}

function catalogOf({ url }: FakeCloud): object[] {
  const service = (type: string, path: string) => {
    const endpoint = (region: string, base: string) => ({
      ...{ id: type, interface: 'public', region, region_id: region, url: `${base}${path}` },
    });
    const endpoints = [endpoint('eu-nl', 'https://elsewhere.example'), endpoint('eu-de', url)];
    return { type, id: type, name: type, endpoints };
  };
  return [
    service('network', '/'),
    service('vpc', `/v1/${PROJECT}`),
    service('ccev2.0', '/'),
    service('identity', '/v3'),
  ];
}

interface TokenBody {
  auth: {
    identity: {
      methods: string[];
      password?: { user: { name: string; domain: { name: string }; password: string } };
      token?: { id: string };
      application_credential?: { id: string; secret: string };
    };
    scope?: { project: { id?: string; name?: string; domain?: { name: string } } };
  };
}

function signIn(cloud: FakeCloud, { body }: SeenRequest, response: ServerResponse): true {
  const { identity, scope } = (JSON.parse(body) as TokenBody).auth;
  const isRight =
    identity.password?.user.password === SECRETS.password ||
    identity.token?.id === SECRETS.oldToken ||
    (identity.application_credential?.secret === SECRETS.applicationCredential && scope === undefined);
  if (!isRight) return answerJson(response, 401, { error: { code: 401, message: `who is ${body}?` } });
  const token = `token-${cloud.requests.length}`;
  cloud.tokens.add(token);
  const project = { id: PROJECT, name: 'eu-de', domain: { id: 'd', name: 'OTC-TEST' } };
  const content = { methods: identity.methods, expires_at: '2099-01-01T00:00:00Z', project };
  return answerJson(
    response,
    201,
    { token: { ...content, catalog: catalogOf(cloud) } },
    { 'x-subject-token': token },
  );
}

function isAllowed({ tokens }: FakeCloud, request: SeenRequest): boolean {
  const { authorization } = request.headers;
  const token = request.headers['x-auth-token'];
  return authorization === undefined ? tokens.has(String(token)) : authorization === signatureOf(request);
}

/** As the documentation of request signing says it, apart from the library that is tested with it. */
function signatureOf({ method, path, query, headers }: SeenRequest): string {
  const names = ['host', 'x-project-id', 'x-sdk-date', 'x-security-token'].filter((name) => name in headers);
  const canonical = [
    method,
    path.endsWith('/') ? path : `${path}/`,
    [...query]
      .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
      .sort()
      .join('&'),
    names.map((name) => `${name}:${String(headers[name])}\n`).join(''),
    names.join(';'),
    createHash('sha256').update('').digest('hex'),
  ].join('\n');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const text = ['SDK-HMAC-SHA256', headers['x-sdk-date'], hash].join('\n');
  const signature = createHmac('sha256', SECRETS.secretKey).update(text).digest('hex');
  return `SDK-HMAC-SHA256 Access=${ACCESS_KEY}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
}
