import type { PastFinding } from '../../format/markdown/past.js';
import type { Block } from '../../report/blocks.js';
import type { Report } from '../../report/report.js';
import type { Api, Written } from '../api/api.js';
import { createOnce } from '../api/create-once.js';
import { isBy, summaryMarker, WORKFLOW_LOGIN } from './marker.js';
import { type Memory, memoryLine, NOTHING_TOLD, pastOf, standingOf, type Told, toldPast } from './memory.js';
import { readSummaryMemory } from './old-memory.js';

/** The summary of one label on one pull request. */
export interface Summary {
  readonly number: number;
  /** Of the label. */
  readonly key: string;
  /** The first digits of the commit that was judged. */
  readonly commit: string;
  /** What it tells now. */
  readonly now: readonly Told[];
  /** What a waiver hides, as it is remembered. */
  readonly waived: readonly string[];
  /** The text, once it is known what an earlier summary said that is no longer so. */
  readonly render: (past: readonly PastFinding[]) => string;
  /** Post it even if there is nothing to say. */
  readonly isNeeded: boolean;
}

/** The comments that are there already, as far as we care. */
export interface StandingSummary {
  /** The account of the token. */
  readonly login: string;
  readonly mine: Written | undefined;
  /** There are more comments than we read; a second summary must not come of that. */
  readonly isUnsure: boolean;
}

type Spot = Pick<Summary, 'number' | 'key'>;

/** What a server has to do, so that one comment is kept up to date. */
export type CommentApi = Pick<
  Api,
  'comments' | 'createComment' | 'updateComment' | 'deleteComment' | 'viewer'
>;

/** What was so before is no reason to say anything: nobody who reads this change has to do something about it. */
export function isNews({ records }: Report, blocks: readonly Block[]): boolean {
  const isToRecord = records.some(({ gone, recorded }) => gone.length > recorded.length);
  return isToRecord || blocks.some(({ change }) => change !== 'pre-existing');
}

/**
 * Looks for our summary. The account of the token is taken to be the workflow's own, because asking costs a request,
 * unless somebody else's comment has our marker: a copy, or ours by another token.
 *
 * @param taken the account, where it is known
 */
export async function findSummary(
  api: CommentApi,
  at: Spot,
  taken = WORKFLOW_LOGIN,
): Promise<StandingSummary> {
  const { isClaimed, ...standing } = await summaryBy(api, at, taken);
  if (standing.mine !== undefined || !isClaimed) return standing;
  const login = (await viewerOf(api)) ?? taken;
  return login === taken ? standing : summaryBy(api, at, login);
}

/** The oldest of an account. */
async function summaryBy(
  api: CommentApi,
  { number, key }: Spot,
  login: string,
): Promise<StandingSummary & { readonly isClaimed: boolean }> {
  const marker = summaryMarker(key);
  const hasMarker = (comment: Written): boolean => comment.body.startsWith(marker);
  const isMine = (comment: Written): boolean => hasMarker(comment) && isBy(login, comment);
  const { items, isWhole } = await api.comments(number, isMine);
  const mine = items.find(isMine);
  const isClaimed = items.some((comment) => hasMarker(comment) && !isMine(comment));
  return { login, mine, isClaimed, isUnsure: mine === undefined && !isWhole };
}

async function viewerOf(api: CommentApi): Promise<string | undefined> {
  try {
    return await api.viewer();
  } catch {
    return undefined;
  }
}

/**
 * Posts the summary, or brings the one that is there up to date. Writes nothing when it would say the same, and when
 * there is nothing to say and nothing to correct. Undefined: there is no summary.
 */
export async function putSummary(
  api: CommentApi,
  summary: Summary,
  { mine, isUnsure }: StandingSummary,
): Promise<Written | undefined> {
  const body = bodyOf(summary, mine === undefined ? NOTHING_TOLD : readSummaryMemory(mine.body, summary.key));
  if (mine !== undefined) return bringTo(api, mine, body);
  if (!summary.isNeeded || isUnsure) return undefined;
  const made = await createOnce(
    () => api.createComment(summary.number, body),
    async () => (await findSummary(api, summary)).mine,
  );
  return onlySummary(api, summary, made);
}

async function bringTo(api: CommentApi, mine: Written, body: string): Promise<Written> {
  return comparable(mine.body) === comparable(body) ? mine : api.updateComment(mine.id, body);
}

/** Another run may have made one in the same moment. The newer gives way, so that both runs keep the same one. */
async function onlySummary(api: CommentApi, summary: Summary, made: Written): Promise<Written> {
  const login = made.author?.login ?? WORKFLOW_LOGIN;
  const { mine } = await summaryBy(api, summary, login);
  if (mine === undefined || mine.id >= made.id) return made;
  await api.deleteComment(made.id);
  return bringTo(api, mine, bodyOf(summary, readSummaryMemory(mine.body, summary.key)));
}

/**
 * Puts a line in place of what the summary says. It remembers all the same what was told, for the next verdict.
 * Undefined: there is no summary.
 */
export async function withdrawSummary(
  api: CommentApi,
  { key }: Spot,
  { mine }: StandingSummary,
  line: string,
): Promise<Written | undefined> {
  if (mine === undefined) return undefined;
  const memory = memoryLine(key, readSummaryMemory(mine.body, key));
  return bringTo(api, mine, [summaryMarker(key), line, memory].join('\n\n'));
}

function bodyOf({ key, commit, now, waived, render }: Summary, before: Memory): string {
  const past = pastOf(before, standingOf(now, waived), commit);
  return [summaryMarker(key), render(toldPast(past, now)), memoryLine(key, { now, past })].join('\n\n');
}

/** Two texts say the same although another run wrote them, of another commit, or GitHub changed the ends of lines. */
export function comparable(body: string): string {
  return body
    .replaceAll('\r\n', '\n')
    .replaceAll(/\/blob\/[0-9a-f]{40,64}\//g, '/blob/')
    .replace(/\/actions\/runs\/\d+(?:\/attempts\/\d+)?/g, '/actions/runs/')
    .trimEnd();
}
