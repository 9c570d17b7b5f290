import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type Answer, HANDLERS, pageRows, problem } from './github-server-handlers.js';
import {
  type Operation,
  operationOf,
  requestFaults,
  responseFaults,
  sampleAnswer,
} from './github-server-openapi.js';
import { FakeWorld, type Identity } from './github-server-world.js';

type Json = Record<string, unknown>;

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

/** A GitHub on loopback, with one repository and one pull request. */
export class FakeGitHub {
  readonly world = new FakeWorld();
  readonly log: Logged[] = [];
  /** What the published description does not allow; a test wants none. */
  readonly faults: string[] = [];
  readonly troubles: Trouble[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.faults.push(String(error));
        response.destroy();
      });
    });
  }

  static async start(): Promise<FakeGitHub> {
    const github = new FakeGitHub();
    await new Promise<void>((resolve) => github.#server.listen(0, '127.0.0.1', resolve));
    return github;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Requests that change something. */
  writes(): readonly Logged[] {
    return this.log.filter(({ method, operation }) => method !== 'GET' && operation !== 'POST /graphql');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const body = text === '' ? undefined : (JSON.parse(text) as Json);
    const url = new URL(request.url ?? '/', this.url);
    const method = request.method ?? 'GET';
    const operation = operationOf(method, url.pathname);
    const name = operation?.name ?? `${method} ${url.pathname}`;
    const trouble = this.#troubleFor(name);
    if (trouble?.how === 'hang') {
      this.log.push({ operation: name, method, url: url.href, body: body ?? {}, status: 0 });
      return;
    }
    const answer =
      trouble === undefined || trouble.isDone === true
        ? this.#answer(request, { operation, url, body })
        : problem(trouble.status ?? 500, trouble.message ?? 'Server Error');
    const status = trouble?.isDone === true ? (trouble.status ?? 502) : answer.status;
    this.log.push({ operation: name, method, url: url.href, body: body ?? {}, status });
    if (trouble?.how === 'drop') {
      response.destroy();
      return;
    }
    const paged = this.#paged(name, answer, url);
    if (operation !== undefined) this.#check(operation, answer, paged.data);
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'x-github-request-id': 'FAKE:1',
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '900',
      ...(answer.status === 403 ? { 'x-accepted-github-permissions': 'pull_requests=write' } : {}),
      ...paged.headers,
      ...trouble?.headers,
    });
    response.end(trouble?.isDone === true && status >= 500 ? '<html>502</html>' : JSON.stringify(paged.data));
  }

  #troubleFor(name: string): Trouble | undefined {
    const trouble = this.troubles.find(({ on, times }) => name.startsWith(on) && (times ?? 1) > 0);
    if (trouble === undefined) return undefined;
    if (trouble.times !== undefined) trouble.times--;
    trouble.then?.();
    return trouble;
  }

  #answer(
    request: IncomingMessage,
    call: { operation: Operation | undefined; url: URL; body: Json | undefined },
  ): Answer {
    const token = (request.headers.authorization ?? '').replace(/^(?:token|bearer) /i, '');
    const identity = this.world.tokens.get(token);
    if (identity === undefined) return problem(401, 'Bad credentials');
    if (call.url.pathname === '/graphql') return graphql(identity);
    if (call.operation === undefined) {
      this.faults.push(`not described: ${request.method ?? ''} ${call.url.pathname}`);
      return problem(404, 'Not Found');
    }
    if (request.headers['x-github-api-version'] !== '2022-11-28') this.faults.push('no API version');
    const faults = requestFaults(call.operation, call.url.searchParams, call.body);
    this.faults.push(...faults.map((fault) => `${call.operation?.name ?? ''}: ${fault}`));
    const { owner, repo } = call.operation.path;
    if (`${owner ?? ''}/${repo ?? ''}` !== this.world.repository) return problem(404, 'Not Found');
    if (request.method !== 'GET' && identity.access === 'read') {
      return problem(403, 'Resource not accessible by integration');
    }
    const handler = HANDLERS[call.operation.name];
    if (handler === undefined) return problem(404, 'Not Found');
    return handler({
      world: this.world,
      identity,
      path: call.operation.path,
      query: call.url.searchParams,
      body: call.body ?? {},
    });
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
