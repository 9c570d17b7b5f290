import ky, { HTTPError, TimeoutError } from 'ky';
import pThrottle from 'p-throttle';

import { BadAnswer, jsonAnswer } from '../edge/json-answer.js';
import { err, ok, type Result } from '../result.js';

/** One request to the cloud. */
export interface CloudRequest {
  readonly url: URL;
  /** What is asked for, in words for people: "security groups". */
  readonly what: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body of a POST; without one it is a GET. */
  readonly json?: unknown;
}

/** What the cloud answers; its body is JSON of any form. */
export interface CloudAnswer {
  readonly headers: Headers;
  readonly body: unknown;
}

/** Why there is no answer: one line for people that holds no part of a request or an answer. */
export interface CloudTrouble {
  /** Of the answer, where there was one. */
  readonly status: number | undefined;
  readonly line: string;
}

/** Sends a request, as often as it takes. */
export type Send = (request: CloudRequest) => Promise<Result<CloudAnswer, CloudTrouble>>;

/** How long to wait, in milliseconds. */
export interface Patience {
  /** For the first bytes of one try. */
  readonly tryMs: number;
  /** For one request with all its tries and its whole answer. */
  readonly requestMs: number;
}

/** A page of 1000 rules takes seconds; a gateway that limits calls asks for up to a minute. */
const PATIENCE: Patience = { tryMs: 30_000, requestMs: 180_000 };
const TRIES = 5;
/** A project of 5000 rules, the quota, answers with some 3 MB. */
const LONGEST_ANSWER = 64 * 1024 * 1024;
/** The gateways of the cloud allow some hundreds a minute; a run over one cluster needs fewer than twenty. */
const PACE = { limit: 20, interval: 1000 };
/** Within one host; more is a circle. */
const MOST_REDIRECTS = 3;

/**
 * A sender that keeps to {@link PACE}, tries again after 429 and 5xx (as late as Retry-After says), and never follows a
 * redirect to another host: what a request carries is for the host that it names.
 */
export function senderWith({ tryMs, requestMs }: Patience = PATIENCE): Send {
  const paced = pThrottle(PACE)((request: Parameters<typeof fetch>[0], init?: RequestInit) =>
    fetch(request, init),
  );
  const ask = async ({ url, headers, json }: CloudRequest): Promise<CloudAnswer> => {
    const response = await ky(url, {
      method: json === undefined ? 'get' : 'post',
      ...(json === undefined ? {} : { json }),
      headers: { accept: 'application/json', ...headers },
      redirect: 'manual',
      fetch: paced,
      timeout: tryMs,
      signal: AbortSignal.timeout(requestMs),
      retry: {
        limit: TRIES - 1,
        // To ask for a token twice makes two tokens, and harms nobody.
        methods: ['get', 'post'],
        statusCodes: [429, 500, 502, 503, 504],
        afterStatusCodes: [429, 503],
        maxRetryAfter: 60_000,
        backoffLimit: 10_000,
        retryOnTimeout: true,
      },
    });
    return { headers: response.headers, body: await jsonAnswer(response, LONGEST_ANSWER) };
  };
  return async (request) => {
    let { url } = request;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      try {
        return ok(await ask({ ...request, url }));
      } catch (error) {
        const next = error instanceof HTTPError ? redirectOf(error.response, url) : undefined;
        if (next === undefined) return err(troubleOf(error, request));
        if (next.origin !== url.origin) return err(otherHost(request, next));
        url = next;
      }
    }
    return err({ status: undefined, line: `${askedOf(request)} redirects in a circle. Check the address` });
  };
}

function redirectOf({ status, headers }: Response, from: URL): URL | undefined {
  const location = headers.get('location');
  if (status < 300 || status > 399 || location === null) return undefined;
  return URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
}

function otherHost(request: CloudRequest, { protocol, host }: URL): CloudTrouble {
  const line = `${askedOf(request)} redirects to another host, ${protocol}//${host}: not followed, because the credentials are not for it. Check the address`;
  return { status: undefined, line };
}

function askedOf({ url, what }: CloudRequest): string {
  return `${what}: ${url.host}`;
}

/** In words for people; what is none of the cloud's or the network's failures is thrown on. */
function troubleOf(error: unknown, request: CloudRequest): CloudTrouble {
  const asked = askedOf(request);
  if (error instanceof HTTPError) {
    const { status } = error.response;
    return { status, line: `${asked} answered ${status}${ADVICE.get(status) ?? laterAdvice(status)}` };
  }
  if (error instanceof BadAnswer) return { status: undefined, line: `${asked} ${error.message}` };
  if (error instanceof TimeoutError || isAborted(error)) {
    return { status: undefined, line: `${asked} did not answer in time. Run it again later` };
  }
  const code = networkCodeOf(error);
  if (code === undefined) throw error;
  const line = `${asked} cannot be reached (${code}). Check the address, the network and the proxy`;
  return { status: undefined, line };
}

const ADVICE: ReadonlyMap<number, string> = new Map([
  [401, ': the credentials do not count, or no longer. Get new ones'],
  [403, ': these credentials may not read it. Give them a role that may read VPC and CCE'],
  [404, ': it is not there. Check the project and the region'],
]);

function laterAdvice(status: number): string {
  return status === 429 || status >= 500 ? ` ${TRIES} times. Run it again later` : '. Check the address';
}

/** By the signal of the request: its time is over. The platform's errors are told by name, as it documents them. */
function isAborted(error: unknown): boolean {
  return ['TimeoutError', 'AbortError'].includes(String(errorField(error, 'name')));
}

/** `fetch` fails with one TypeError for all of the network; the reason is behind it. */
function networkCodeOf(error: unknown): string | undefined {
  const cause = errorField(error, 'cause');
  const code = errorField(cause, 'code') ?? errorField(cause, 'name');
  return errorField(error, 'name') === 'TypeError' && typeof code === 'string' ? code : undefined;
}

function errorField(value: unknown, field: 'name' | 'cause' | 'code'): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries: Readonly<Partial<Record<typeof field, unknown>>> = value;
  return entries[field];
}
