import { distinct, type NonEmpty } from '../../collections.js';
import type { ReportFinding } from '../report.js';
import { restWords } from './belief-words.js';
import { doubtSentences, doubtsIn } from './doubt-words.js';
import {
  crosswiseWords,
  loadBalancerWords,
  messageWords,
  OUTDATED_RANGE,
  UPGRADE_REFUSED,
} from './finding-words.js';
import { impactWords } from './impact-words.js';
import { capitalised, count } from './phrases.js';
import { type Text, toText } from './text.js';

/** What the headline and the rows of one block do not tell, as sentences. */
export function blockSentences(findings: NonEmpty<ReportFinding>): readonly Text[] {
  const [first] = findings;
  const sentences =
    first.row === undefined
      ? statementsOf(findings)
      : first.reason.kind === 'row'
        ? rowSentences(findings)
        : rowsWithoutPackets(findings);
  const rests = restWords(findings.flatMap(({ restsOn }) => restsOn));
  return [...sentences, ...rests].map((words) => toText(ended(words)));
}

function ended(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** Why it is so, and hints, beside the packets. */
function rowSentences(findings: NonEmpty<ReportFinding>): readonly string[] {
  const [{ change, occasion }] = findings;
  const isOutdated = findings.some(({ reason }) => reason.kind === 'row' && reason.isOutdatedRange);
  const hints = isOutdated ? [capitalised(OUTDATED_RANGE)] : [];
  if (change === 'transient') return [orderWords(findings), ...hints];
  return change === 'undecided' ? [...doubtSentences(doubtsIn(findings), occasion), ...hints] : hints;
}

/** Why a row may be cut while the plan is applied. */
function orderWords(findings: readonly ReportFinding[]): string {
  const causes = findings.flatMap((finding) => finding.causes);
  const isOldFirst = causes.length > 0 && causes.every(({ actions }) => actions.join() === 'delete,create');
  return isOldFirst
    ? 'The old rule is destroyed before the new one is made.'
    : 'Nothing orders these changes: the old rule may go before the new ones are there.';
}

/** Rows of which the message tells all, once for rows of which it tells the same. */
function rowsWithoutPackets(findings: NonEmpty<ReportFinding>): readonly string[] {
  const ids = distinct(findings.flatMap(({ row }) => (row === undefined ? [] : [row.id])));
  const told = findings.flatMap((finding) => {
    const { reason } = finding;
    if (reason.kind === 'not-crosswise') return [crosswiseWords(finding, reason)];
    if (reason.kind === 'upgrade-refused') return [UPGRADE_REFUSED];
    return reason.kind === 'load-balancers-unknown' ? [loadBalancerWords(reason)] : [];
  });
  const doubts = doubtsIn(findings);
  return [
    ...distinct(told).map((words) => `${ids.join(', ')}: ${words}`),
    ...(doubts.length > 0 ? doubtSentences(doubts, findings[0].occasion) : []),
  ];
}

/** The findings that are no rows, and what they do to the rows beside them. */
function statementsOf(findings: NonEmpty<ReportFinding>): readonly string[] {
  const rows = new Set(findings.flatMap(({ row }) => row ?? []));
  const [first] = findings;
  const others = findings.slice(1).filter(({ row }) => row === undefined);
  const words = statementSentences([first, ...others]);
  if (rows.size === 0) return words;
  return [...words, `${count(rows.size, 'row')} may be cut for a moment while the plan is applied.`];
}

/** Findings that are no rows: what happens, and what comes of it. */
function statementSentences(findings: NonEmpty<ReportFinding>): readonly string[] {
  const [first, ...others] = findings;
  // The headline says which port is open to whom.
  if (first.reason.kind === 'opened') return first.reason.byCce === 'new' ? [OPENED_BY_CCE] : [];
  const impacts = distinct(findings.map(impactWords)).map(capitalised);
  const messages = messagesOf(findings);
  if (first.change === 'undecided') return messages;
  return others.length > 0 ? [...messages, ...impacts] : [[...messages, ...impacts].map(ended).join(' ')];
}

const OPENED_BY_CCE = 'CCE itself makes this rule with the group.';

/** The messages, each once; what is said of several resources is said of each of them, by name where it differs. */
function messagesOf(findings: NonEmpty<ReportFinding>): readonly string[] {
  const said = findings.map(messageWords);
  const areSeveral =
    distinct(said.map(({ subject }) => subject)).length > 1 &&
    said.every(({ subject }) => subject !== undefined);
  if (!areSeveral) return distinct(findings.map(messageOfIt));
  return distinct(said.map(({ words }) => words)).length === 1
    ? [`Each of them ${messageWords(findings[0]).words}`]
    : distinct(said.map(({ subject = '', words }) => `${subject} ${words}`));
}

/** The message, with "It" for the one cause, which stands on the line above. */
function messageOfIt(finding: ReportFinding): string {
  const { subject, words } = messageWords(finding);
  // An address of a resource keeps its small letter.
  if (subject === undefined) return capitalised(words);
  const [only, ...others] = finding.causes;
  return others.length === 0 && only?.address === subject ? `It ${words}` : `${subject} ${words}`;
}
