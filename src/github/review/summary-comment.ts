import { firstOfEach } from '../../collections.js';
import type { Report } from '../../report/report.js';
import type { Api, Written } from '../api/api.js';
import { createOnce } from '../api/create-once.js';
import { isBy, summaryMarker, WORKFLOW_LOGIN } from './marker.js';
import { type Memory, memoryLine, readMemory, type Told, toldOf } from './memory.js';

/** The summary of one label on one pull request. */
export interface Summary {
  readonly number: number;
  /** Of the label. */
  readonly key: string;
  readonly report: Report;
  /** The text, once it is known what an earlier summary said that is no longer so. */
  readonly render: (gone: readonly Told[]) => string;
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

/**
 * Looks for our summary. The account of the token is taken to be the workflow's own, because asking costs a request,
 * unless somebody else's comment has our marker: a copy, or ours by another token.
 */
export async function findSummary(api: Api, at: Spot): Promise<StandingSummary> {
  const { isClaimed, ...standing } = await summaryBy(api, at, WORKFLOW_LOGIN);
  if (standing.mine !== undefined || !isClaimed) return standing;
  const login = (await viewerOf(api)) ?? WORKFLOW_LOGIN;
  return login === WORKFLOW_LOGIN ? standing : summaryBy(api, at, login);
}

/** The oldest of an account. */
async function summaryBy(
  api: Api,
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

async function viewerOf(api: Api): Promise<string | undefined> {
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
  api: Api,
  summary: Summary,
  { mine, isUnsure }: StandingSummary,
): Promise<Written | undefined> {
  const body = bodyOf(summary, mine === undefined ? { now: [], gone: [] } : readMemory(mine.body));
  if (mine !== undefined) return bringTo(api, mine, body);
  if (!summary.isNeeded || isUnsure) return undefined;
  const made = await createOnce(
    () => api.createComment(summary.number, body),
    async () => (await findSummary(api, summary)).mine,
  );
  return onlySummary(api, summary, made);
}

async function bringTo(api: Api, mine: Written, body: string): Promise<Written> {
  return comparable(mine.body) === comparable(body) ? mine : api.updateComment(mine.id, body);
}

/** Another run may have made one in the same moment. The newer gives way, so that both runs keep the same one. */
async function onlySummary(api: Api, summary: Summary, made: Written): Promise<Written> {
  const login = made.author?.login ?? WORKFLOW_LOGIN;
  const { mine } = await summaryBy(api, summary, login);
  if (mine === undefined || mine.id >= made.id) return made;
  await api.deleteComment(made.id);
  return bringTo(api, mine, bodyOf(summary, readMemory(mine.body)));
}

/**
 * Puts a line in place of what the summary says. It remembers all the same what was told, for the next verdict.
 * Undefined: there is no summary.
 */
export async function withdrawSummary(api: Api, spot: Spot, line: string): Promise<Written | undefined> {
  const { mine } = await findSummary(api, spot);
  if (mine === undefined) return undefined;
  return bringTo(api, mine, [summaryMarker(spot.key), line, memoryLine(readMemory(mine.body))].join('\n\n'));
}

function bodyOf({ key, report, render }: Summary, before: Memory): string {
  const memory = remember(report, before);
  return [summaryMarker(key), render(memory.gone), memoryLine(memory)].join('\n\n');
}

/** What was told before and is found no longer, and what was gone already and stays so. The newest first. */
function remember(report: Report, before: Memory): Memory {
  const found = report.findings.map((finding) => ({
    told: toldOf(report, finding),
    isWaived: finding.waived !== undefined,
  }));
  const identity = ({ fingerprint }: Told): string => fingerprint;
  const now = found.filter(({ isWaived }) => !isWaived).map(({ told }) => told);
  // What is waived since did not go away.
  const standing = new Set(found.map(({ told }) => told.fingerprint));
  const gone = firstOfEach([...before.now, ...before.gone], identity);
  return {
    now: firstOfEach(now, identity),
    gone: gone.filter(({ fingerprint }) => !standing.has(fingerprint)),
  };
}

/** Two texts say the same although another run wrote them, or GitHub changed the ends of lines. */
function comparable(body: string): string {
  return body
    .replaceAll('\r\n', '\n')
    .replace(/\/actions\/runs\/\d+(?:\/attempts\/\d+)?/g, '/actions/runs/')
    .trimEnd();
}
