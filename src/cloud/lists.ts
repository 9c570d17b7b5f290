import * as v from 'valibot';

import { compare, type NonEmpty } from '../collections.js';
import { err, ok, type Result } from '../result.js';
import type { CloudTrouble } from './send.js';
import { parseBody } from './answers.js';
import type { Session } from './session.js';

/** A list of the API. */
export interface CloudList<T> {
  /** In words for people. */
  readonly what: string;
  /** Types of the service in the catalog; the first that is there counts. */
  readonly service: NonEmpty<string>;
  readonly path: (projectId: string) => string;
  /** Where the list stands in the answer. */
  readonly key: string;
  readonly item: v.GenericSchema<unknown, T>;
  readonly idOf: (item: T) => string;
  readonly isPaged: boolean;
}

/** As much as is asked for at once; the API gives at most 2000. */
const PAGE = 1000;
/** Far above every quota of the cloud. */
const MOST_PAGES = 500;

const PAGED = v.looseObject({ page_info: v.optional(v.object({ next_marker: v.nullish(v.string()) })) });

/**
 * The whole of a list, in the order of its ids. The API says by `next_marker` that more comes, or says nothing: then the
 * id of the last item is the next marker until a page brings nothing new, because a page may be shorter than asked for
 * and not be the last.
 */
export async function readList<T>(
  session: Session,
  list: CloudList<T>,
): Promise<Result<readonly T[], CloudTrouble>> {
  const root = session.rootOf(list.service);
  if (!root.ok) return root;
  const url = new URL(list.path(session.projectId), root.value);
  if (list.isPaged) url.searchParams.set('limit', String(PAGE));
  const all = new Map<string, T>();
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await readPage(session, url, list);
    if (!page.ok) return page;
    const before = all.size;
    for (const item of page.value.items) all.set(list.idOf(item), item);
    const { marker } = page.value;
    if (marker === undefined || all.size === before) {
      return ok([...all].sort(([a], [b]) => compare(a, b)).map(([, item]) => item));
    }
    url.searchParams.set('marker', marker);
  }
  const line = `${list.what}: ${url.host} answered with more than ${MOST_PAGES} pages. Name one project by --project ID`;
  return err({ status: undefined, line });
}

interface CloudPage<T> {
  readonly items: readonly T[];
  /** Of the next page; undefined when this is the last. */
  readonly marker: string | undefined;
}

async function readPage<T>(
  session: Session,
  url: URL,
  { what, key, item, idOf, isPaged }: CloudList<T>,
): Promise<Result<CloudPage<T>, CloudTrouble>> {
  const answer = await session.get(url, what);
  if (!answer.ok) return answer;
  const body = parseBody(PAGED, answer.value, { url, what, key: 'page_info' });
  if (!body.ok) return body;
  const items = parseBody(v.array(item), body.value[key], { url, what, key });
  if (!items.ok) return items;
  const last = items.value.at(-1);
  if (!isPaged || last === undefined) return ok({ items: items.value, marker: undefined });
  const { page_info: info } = body.value;
  return ok({
    items: items.value,
    marker: info === undefined ? idOf(last) : (info.next_marker ?? undefined),
  });
}
