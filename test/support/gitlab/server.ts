/** A GitLab on the loopback, which holds each request and answer against GitLab's own description. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { openApiOf } from '../openapi.js';

const { operationOf, requestFaults, responseFaults } = openApiOf(
  new URL('../../../fixtures/gitlab/openapi.json', import.meta.url),
);

export const TOKEN = 'glpat-of-the-project';
export const HEAD = '0123456789abcdef0123456789abcdef01234567';

/** A note, as far as it matters. */
export interface FakeNote {
  id: number;
  body: string;
  readonly author: string;
  readonly system: boolean;
}

/** What a request gets in place of the usual answer; undefined lets that through. */
export type GitLabFault = (
  request: SeenCall,
) => number | 'hang up' | 'after that' | 'hang up after that' | undefined;

/** A request that came. */
export interface SeenCall {
  readonly name: string;
  readonly body: unknown;
}

type Json = Record<string, unknown>;

/** GitLab with one merge request, number 7 of project 42. */
export class FakeGitLab {
  notes: FakeNote[] = [];
  readonly calls: SeenCall[] = [];
  /** What was not as the description says. */
  readonly faults: string[] = [];
  headSha = HEAD;
  login = 'project_42_bot';
  perPage = 100;
  fault: GitLabFault = () => undefined;
  url = '';
  #id = 100;
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => this.#answer(request, response, Buffer.concat(chunks).toString()));
  });

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** What a job of a pipeline of the merge request gets. */
  env(): Record<string, string> {
    return {
      CI_API_V4_URL: `${this.url}/api/v4`,
      CI_MERGE_REQUEST_PROJECT_ID: '42',
      CI_MERGE_REQUEST_IID: '7',
      CI_PROJECT_URL: 'https://gitlab.test/cloud/team/infra',
      CI_COMMIT_SHA: HEAD,
      GITLAB_TOKEN: TOKEN,
    };
  }

  add(body: string, author = this.login): FakeNote {
    const note = { id: ++this.#id, body, author, system: false };
    this.notes.push(note);
    return note;
  }

  #answer(request: IncomingMessage, response: ServerResponse, text: string): void {
    const url = new URL(request.url ?? '/', this.url);
    const operation = operationOf(request.method ?? '', url.pathname);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const name = operation?.name ?? `${request.method ?? ''} ${url.pathname}`;
    const call = { name: name.replace('/api/v4', ''), body };
    this.calls.push(call);
    const send = (status: number, data?: unknown, headers = {}): void => {
      if (operation !== undefined && status < 300 && status !== 204)
        this.#note(name, responseFaults(operation, status, data));
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(data === undefined ? undefined : JSON.stringify(data));
    };
    const fault = this.fault(call);
    if (fault === 'hang up') return void request.socket.destroy();
    if (typeof fault === 'number') {
      send(fault, { message: `${fault} because` });
      return;
    }
    if (operation === undefined) {
      this.#note(name, ['no such operation']);
      send(404, { error: '404 Not Found' });
      return;
    }
    this.#note(name, requestFaults(operation, url.searchParams, body));
    if (request.headers['private-token'] !== TOKEN) {
      send(401, { message: '401 Unauthorized' });
      return;
    }
    if (fault === 'after that' || fault === 'hang up after that') {
      this.#handle(call, operation.path, url.searchParams, () => undefined);
      if (fault === 'hang up after that') return void request.socket.destroy();
      send(502, { message: 'bad gateway' });
      return;
    }
    this.#handle(call, operation.path, url.searchParams, send);
  }

  #note(name: string, faults: readonly string[]): void {
    this.faults.push(...faults.map((fault) => `${name}: ${fault}`));
  }

  #handle(
    { name, body }: SeenCall,
    path: Readonly<Record<string, string>>,
    query: URLSearchParams,
    send: (status: number, data?: unknown, headers?: object) => void,
  ): void {
    const [method = '', place = ''] = name.split(' ');
    if (place === '/user') {
      send(200, {
        id: 1,
        username: this.login,
        name: 'bot',
        state: 'active',
        web_url: 'https://gitlab.test/bot',
      });
      return;
    }
    const number = path['merge_request_iid'] ?? path['noteable_id'];
    if (path['id'] !== '42' || number !== '7') {
      send(404, { message: '404 Not found' });
      return;
    }
    if (place.endsWith('/{merge_request_iid}')) {
      send(200, { id: 1, iid: 7, sha: this.headSha, web_url: 'https://gitlab.test/mr/7' });
      return;
    }
    if (place.endsWith('/notes')) {
      if (method === 'POST') {
        send(201, noteData(this.add(String((body as Json)['body']))));
        return;
      }
      const size = Math.min(Number(query.get('per_page')), this.perPage);
      const page = Number(query.get('page') ?? 1);
      const sorted = query.get('sort') === 'asc' ? this.notes : this.notes.toReversed();
      const hasMore = sorted.length > page * size;
      const shown = sorted.slice((page - 1) * size, page * size).map(noteData);
      send(200, shown, { 'x-next-page': hasMore ? String(page + 1) : '' });
      return;
    }
    const note = this.notes.find(({ id }) => String(id) === path['note_id']);
    if (note === undefined) {
      send(404, { message: '404 Note Not Found' });
      return;
    }
    if (method === 'DELETE') {
      this.notes = this.notes.filter((one) => one !== note);
      send(204);
      return;
    }
    note.body = String((body as Json)['body']);
    send(200, noteData(note));
  }
}

function noteData({ id, body, author, system }: FakeNote): Json {
  return { id, body, author: { id: 1, username: author, name: author, state: 'active' }, system };
}
