import { groupBy, memoOfObject, type NonEmpty } from '../../collections.js';
import { PAGE_DATE } from '../../model/model.js';
import { type Block, blocksOf } from '../blocks.js';
import type { Report, ReportPlan, WaivedFinding } from '../report.js';
import { type VerdictMark, verdictMark, verdictOf } from '../verdict.js';
import { assumedSentence, cloudWords } from '../words/belief-words.js';
import { packetPhrases } from '../words/packet-words.js';
import { capitalised, capped, count, holdsPhrase, madeBy } from '../words/phrases.js';
import { joined, say, type Text, toText } from '../words/text.js';
import { type Escaper, planName } from './names.js';
import { type AsideList, asideLists } from './asides.js';

/**
 * What is told of a report, in the order in which it is told, the same for every format. A format chooses how it looks, and
 * how much of a list it has room for: it has no verdict, count, order or sentence of its own.
 */
export interface Telling {
  readonly report: Report;
  readonly verdict: ToldVerdict;
  /** The worst first. */
  readonly blocks: readonly Block[];
  readonly asides: readonly AsideList[];
  readonly waived: readonly WaivedLine[];
  /** How much holds, by which tables, and what was assumed: sentences. */
  readonly rests: {
    readonly holds: Text | undefined;
    readonly page: Text | undefined;
    readonly assumed: Text | undefined;
  };
  /** How to accept what was found; undefined where there is nothing to accept. */
  readonly accept: Text | undefined;
}

/** Pass or fail, and the counts or why there are none. */
export interface ToldVerdict extends VerdictMark {
  readonly counts: Text;
}

/** What a waiver hides. */
export interface WaivedLine {
  readonly finding: WaivedFinding;
  /** The packets; undefined where it is about something else. */
  readonly packets: Text | undefined;
}

/** What is told of the report; worked out once. */
export const tellingOf = memoOfObject((report: Report): Telling => {
  const { blocks, waived } = blocksOf(report);
  const held = holdsPhrase(report.holds);
  return {
    report,
    verdict: { ...verdictMark(report), counts: verdictOf(report, blocks) },
    blocks,
    asides: asideLists(report),
    waived: waived.map(waivedLine),
    rests: {
      holds: held === undefined ? undefined : toText(`${capitalised(held)}.`),
      page: held === undefined ? undefined : PAGE_SENTENCE,
      assumed: assumedSentence(report),
    },
    // Of notices nothing has to be accepted.
    accept: blocks.some(({ severity }) => severity !== 'notice') ? ACCEPT : undefined,
  };
});

const PAGE_SENTENCE = toText(`Judged by the vendor’s page of ${PAGE_DATE}.`);
const ACCEPT = toText('To accept a finding, paste the waiver that `fix` prints into cce-plan-guard.yml.');

function waivedLine(finding: WaivedFinding): WaivedLine {
  const packets = packetPhrases(finding.missing).map(({ what, peers }) => say`${what} ${peers}`);
  return { finding, packets: packets.length === 0 ? undefined : joined(packets, '; ') };
}

/** What is told of one cluster with one plan, or of no cluster. */
export type Section = NonEmpty<Block>;

/** The blocks cluster by cluster, the cluster of the worst first. */
export function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const byCluster = groupBy(blocks, ({ plan, cluster }) => JSON.stringify([plan, cluster]));
  return [...byCluster.values()];
}

/** What was read: a plan, how many, or what shows the cloud. */
export function inputParts(
  { plans, cloud }: Report,
  escaped: (text: Text | string) => string,
): readonly string[] {
  const [plan] = plans;
  if (plan !== undefined && cloud !== undefined) return [planName(plan, escaped), escaped(cloudWords(cloud))];
  if (plan !== undefined && plans.length === 1) return planParts(plan, escaped);
  const changes = plans.reduce((sum, each) => sum + each.changes, 0);
  return [count(plans.length, 'plan'), ...changesPart(changes)];
}

/** A plan that was read, who made it, and how much it changes. */
export function planParts(plan: ReportPlan, escaped: Escaper): readonly string[] {
  return [planName(plan, escaped), madeBy(plan, escaped), ...changesPart(plan.changes)];
}

function changesPart(changes: number): readonly string[] {
  return changes > 0 ? [count(changes, 'change')] : [];
}

const PARTIAL_LIMIT = 10;

/** That plans do not cover all that they could; undefined where all do. */
export function partialSentence({ plans }: Pick<Report, 'plans'>, escaped: Escaper): string | undefined {
  const parts = plans.filter(({ complete }) => !complete);
  if (parts.length === 0) return undefined;
  const names = parts.map((plan) => planName(plan, escaped));
  const who = plans.length === 1 ? 'This plan' : capped(names, PARTIAL_LIMIT);
  return `${who} ${parts.length === 1 ? 'covers' : 'cover'} only part of the configuration (-target, or deferred changes): the rest is not judged.`;
}
