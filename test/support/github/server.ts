import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type Answer, HANDLERS, pageRows, problem } from './handlers.js';
import { type Operation, operationOf, requestFaults, responseFaults, sampleAnswer } from './openapi.js';
import { FakeWorld, type Identity } from './world.js';

type Json = Record<string, unknown>;

const VERSION_HEADER = 'x-github-api-version';

/** One request that came in. */
export interface Logged {
  /** `GET /repos/{owner}/{repo}/pulls/{pull_number}/files`. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly body: Json;
  readonly status: number;
}

/** A trouble that GitHub plays. */
export interface Trouble {
  /** The beginning or the whole of an operation's name. */
  readonly on: string;
  /** How often; for ever unless given. */
  times?: number;
  readonly status?: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The request takes effect nevertheless. */
  readonly isDone?: boolean;
  /** No answer at all, or only one that breaks off. */
  readonly how?: 'hang' | 'drop';
  /** Runs when the trouble strikes. */
  readonly then?: () => void;
}

/** A request as it comes in, over the network or not. */
interface Request {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly version: string | undefined;
  readonly body: Json | undefined;
}

/** What goes back; `hang` is never an answer, `drop` a connection that breaks. */
type Reply =
  | 'hang'
  | 'drop'
  | { readonly status: number; readonly headers: Record<string, string>; readonly text: string };

/** Where a GitHub is that no connection leads to. */
const NOWHERE = 'https://api.github.test';

/** A GitHub with one repository and one pull request: for steps in this process by `fetch`, for others on loopback. */
export class FakeGitHub {
  readonly world = new FakeWorld();
  readonly log: Logged[] = [];
  /** What the published description does not allow; a test wants none. */
  readonly faults: string[] = [];
  readonly troubles: Trouble[] = [];
  #server: Server | undefined;

  /** Listens on loopback, if it does not yet. */
  async listen(): Promise<void> {
    if (this.#server !== undefined) return;
    const server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.faults.push(String(error));
        response.destroy();
      });
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  /** On loopback when it listens there. */
  get url(): string {
    if (this.#server === undefined) return NOWHERE;
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Answers as if the request had come over the network. */
  readonly fetch = async (url: string, options: RequestInit): Promise<Response> => {
    const headers = new Headers(options.headers);
    const text = typeof options.body === 'string' ? options.body : '';
    const reply = this.#reply({
      method: options.method ?? 'GET',
      url: new URL(url),
      authorization: headers.get('authorization') ?? undefined,
      version: headers.get(VERSION_HEADER) ?? undefined,
      body: text === '' ? undefined : (JSON.parse(text) as Json),
    });
    const { signal } = options;
    if (reply === 'drop') throw new TypeError('fetch failed');
    if (reply === 'hang') {
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
    }
    await Promise.resolve();
    signal?.throwIfAborted();
    return new Response(reply.status === 204 ? null : reply.text, {
      status: reply.status,
      headers: reply.headers,
    });
  };

  /** Requests that change something. */
  writes(): readonly Logged[] {
    return this.log.filter(({ method, operation }) => method !== 'GET' && operation !== 'POST /graphql');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const version = request.headers[VERSION_HEADER];
    const reply = this.#reply({
      method: request.method ?? 'GET',
      url: new URL(request.url ?? '/', this.url),
      authorization: request.headers.authorization,
      version: typeof version === 'string' ? version : undefined,
      body: text === '' ? undefined : (JSON.parse(text) as Json),
    });
    if (reply === 'hang') return;
    if (reply === 'drop') {
      response.destroy();
      return;
    }
    response.writeHead(reply.status, reply.headers);
    response.end(reply.status === 204 ? undefined : reply.text);
  }

  #reply(request: Request): Reply {
    const { method, url, body } = request;
    const operation = operationOf(method, url.pathname);
    const name = operation?.name ?? `${method} ${url.pathname}`;
    const trouble = this.#troubleFor(name);
    const entry = { operation: name, method, url: url.href, body: body ?? {} };
    if (trouble?.how === 'hang') {
      this.log.push({ ...entry, status: 0 });
      return 'hang';
    }
    const answer =
      trouble === undefined || trouble.isDone === true
        ? this.#answer(request, operation)
        : problem(trouble.status ?? 500, trouble.message ?? 'Server Error');
    const status = trouble?.isDone === true ? (trouble.status ?? 502) : answer.status;
    this.log.push({ ...entry, status });
    if (trouble?.how === 'drop') return 'drop';
    const paged = this.#paged(name, answer, url);
    if (operation !== undefined) this.#check(operation, answer, paged.data);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'x-github-request-id': 'FAKE:1',
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '900',
      ...(answer.status === 403 ? { 'x-accepted-github-permissions': 'pull_requests=write' } : {}),
      ...paged.headers,
      ...trouble?.headers,
    };
    const isBroken = trouble?.isDone === true && status >= 500;
    return { status, headers, text: isBroken ? '<html>502</html>' : JSON.stringify(paged.data) };
  }

  #troubleFor(name: string): Trouble | undefined {
    const trouble = this.troubles.find(({ on, times }) => name.startsWith(on) && (times ?? 1) > 0);
    if (trouble === undefined) return undefined;
    if (trouble.times !== undefined) trouble.times--;
    trouble.then?.();
    return trouble;
  }

  #answer({ method, url, authorization, version, body }: Request, operation: Operation | undefined): Answer {
    const identity = this.world.tokens.get((authorization ?? '').replace(/^(?:token|bearer) /i, ''));
    if (identity === undefined) return problem(401, 'Bad credentials');
    if (url.pathname === '/graphql') return graphql(identity);
    if (operation === undefined) {
      this.faults.push(`not described: ${method} ${url.pathname}`);
      return problem(404, 'Not Found');
    }
    if (version !== '2022-11-28') this.faults.push('no API version');
    const faults = requestFaults(operation, url.searchParams, body);
    this.faults.push(...faults.map((fault) => `${operation.name}: ${fault}`));
    const { owner, repo } = operation.path;
    const other = this.world.others.get(`${owner ?? ''}/${repo ?? ''}`);
    if (other !== undefined && method === 'GET' && authorization?.endsWith(` ${other.token}`) === true) {
      const world = Object.create(this.world, { contents: { value: other.contents } }) as FakeWorld;
      const call = { world, identity, path: operation.path, query: url.searchParams, body: {} };
      return HANDLERS[operation.name]?.(call) ?? problem(404, 'Not Found');
    }
    if (`${owner ?? ''}/${repo ?? ''}` !== this.world.repository) return problem(404, 'Not Found');
    if (method !== 'GET' && identity.access === 'read') {
      return problem(403, 'Resource not accessible by integration');
    }
    const handler = HANDLERS[operation.name];
    if (handler === undefined) return problem(404, 'Not Found');
    const { world } = this;
    return handler({ world, identity, path: operation.path, query: url.searchParams, body: body ?? {} });
  }

  /** One page of a list, and where the next one is. */
  #paged(
    name: string,
    { data }: Answer,
    url: URL,
  ): { data: Json | readonly Json[]; headers: Record<string, string> } {
    if (!Array.isArray(data)) return { data, headers: {} };
    const rows = data as readonly Json[];
    const perPage = Math.min(100, Number(url.searchParams.get('per_page') ?? 30));
    const page = Number(url.searchParams.get('page') ?? 1);
    const last = Math.max(1, Math.ceil(rows.length / perPage));
    const links = [
      ...(page < last
        ? [
            { rel: 'next', to: page + 1 },
            { rel: 'last', to: last },
          ]
        : []),
      ...(page > 1
        ? [
            { rel: 'prev', to: page - 1 },
            { rel: 'first', to: 1 },
          ]
        : []),
    ].map(({ rel, to }) => {
      const link = new URL(url);
      link.searchParams.set('page', String(to));
      return `<${link.href}>; rel="${rel}"`;
    });
    const shown = pageRows(name, rows.slice((page - 1) * perPage, page * perPage));
    return { data: shown, headers: links.length === 0 ? {} : { link: links.join(', ') } };
  }

  /** Fills in what the handlers leave out, and holds the whole against the description. */
  #check(operation: Operation, { status }: Answer, data: Json | readonly Json[]): void {
    if (status >= 400) return;
    const full = sampleAnswer(operation, status);
    const rows = Array.isArray(data) ? (data as Json[]) : [data as Json];
    for (const row of rows) Object.assign(row, merged(full as Json, row));
    this.faults.push(
      ...responseFaults(operation, status, data).map((fault) => `${operation.name} answer: ${fault}`),
    );
  }
}

function graphql({ login }: Identity): Answer {
  return { status: 200, data: { data: { viewer: { login } } } };
}

function merged(full: unknown, given: unknown): unknown {
  if (!isRecord(given)) return given;
  const base = isRecord(full) ? full : {};
  const keys = new Set([...Object.keys(base), ...Object.keys(given)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, key in given ? merged(base[key], given[key]) : base[key]]),
  );
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
