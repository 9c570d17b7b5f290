import type { Report, ReportFinding } from '../report/report.js';
import type { Api } from './api.js';
import { failureOf } from './failure.js';
import { isBy, keyOf, type Memory, memoryMarker, readMemory, summaryMarker, type Told } from './marker.js';
import type { Written } from './written.js';

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
export interface Standing {
  readonly mine: Written | undefined;
  /** Somebody else's comment has our marker: a copy, or ours under a token that is not the workflow's. */
  readonly isClaimed: boolean;
  /** There are more comments than we read; a second summary must not come of that. */
  readonly isUnsure: boolean;
}

/** Looks for the summary, the oldest first. */
export async function findSummary(
  api: Api,
  { number, key }: Pick<Summary, 'number' | 'key'>,
  login: string,
): Promise<Standing> {
  const marker = summaryMarker(key);
  const hasMarker = (comment: Written): boolean => comment.body.startsWith(marker);
  const isMine = (comment: Written): boolean => hasMarker(comment) && isBy(login, comment);
  const { items, isWhole } = await api.comments(number, isMine);
  const mine = items.find(isMine);
  return {
    mine,
    isClaimed: items.some((comment) => hasMarker(comment) && !isMine(comment)),
    isUnsure: mine === undefined && !isWhole,
  };
}

/**
 * Posts the summary, or brings the one that is there up to date. Writes nothing when it would say the same, and when
 * there is nothing to say and nothing to correct. Undefined: there is no summary.
 */
export async function putSummary(
  api: Api,
  summary: Summary,
  { standing, login }: { readonly standing: Standing; readonly login: string },
): Promise<Written | undefined> {
  const { mine } = standing;
  const body = bodyOf(summary, mine === undefined ? { now: [], gone: [] } : readMemory(mine.body));
  if (mine !== undefined) {
    return comparable(mine.body) === comparable(body) ? mine : api.updateComment(mine.id, body);
  }
  if (!summary.isNeeded || standing.isUnsure) return undefined;
  return create(api, summary, { body, login });
}

/** A POST whose answer is an error may have worked: looks before it tries once more. */
async function create(
  api: Api,
  summary: Summary,
  { body, login }: { readonly body: string; readonly login: string },
): Promise<Written> {
  try {
    return await api.createComment(summary.number, body);
  } catch (error) {
    if (failureOf(error).kind !== 'unreachable') throw error;
    const { mine } = await findSummary(api, summary, login);
    return mine ?? api.createComment(summary.number, body);
  }
}

function bodyOf({ key, report, render }: Summary, before: Memory): string {
  const memory = remember(report, before);
  return [summaryMarker(key), render(memory.gone), memoryMarker(memory)].join('\n\n');
}

/** What was told before and is found no longer, and what was gone already and stays so. The newest first. */
function remember({ findings }: Report, before: Memory): Memory {
  const found = findings.map((finding) => ({ told: toldOf(finding), isWaived: finding.waived !== null }));
  const now = unique(found.filter(({ isWaived }) => !isWaived).map(({ told }) => told));
  // What is waived since did not go away.
  const standing = new Set(found.map(({ told }) => told.fingerprint));
  const gone = unique([...before.now, ...before.gone]);
  return { now, gone: gone.filter(({ fingerprint }) => !standing.has(fingerprint)) };
}

function unique(told: readonly Told[]): readonly Told[] {
  return [...new Map(told.map((it) => [it.fingerprint, it])).values()];
}

/** What the summary remembers of a finding. */
export function toldOf({ check, requirement, cluster, group, pool, causes }: ReportFinding): Told {
  const subject = requirement === null ? causes.map(({ address }) => address) : [];
  const identity = [check, requirement ?? '', cluster ?? '', group ?? '', pool ?? '', ...subject];
  return { fingerprint: keyOf(...identity), check, requirement };
}

/** Two texts say the same although another run wrote them, or GitHub changed the ends of lines. */
function comparable(body: string): string {
  return body
    .replaceAll('\r\n', '\n')
    .replace(/\/actions\/runs\/\d+(?:\/attempts\/\d+)?/g, '/actions/runs/')
    .trimEnd();
}
