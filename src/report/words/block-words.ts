import { distinct, type NonEmpty } from '../../collections.js';
import type { Reason } from '../../check/finding.js';
import type { Occasion } from '../../cluster/world.js';
import type { Role } from '../../model/requirement.js';
import { must } from '../../result.js';
import type { Change } from '../../weigh/causes.js';
import type { ReportFinding } from '../report.js';
import { restWords } from './belief-words.js';
import { doubtSentences, doubtsIn } from './doubt-words.js';
import {
  checkTitle,
  crosswiseWords,
  loadBalancerWords,
  messageWords,
  OUTDATED_RANGE,
  UPGRADE_REFUSED,
} from './finding-words.js';
import { impactWords } from './impact-words.js';
import { capitalised } from './phrases.js';
import { type Text, toText } from './text.js';

/** The words of one block. */
export interface BlockWords {
  readonly title: Text;
  /** What the title and the rows do not tell. */
  readonly sentences: readonly Text[];
  /** The title says what people lose, so the rows need not. */
  readonly isImpactTold: boolean;
}

/** Says what is wrong with the findings of one block, in plain words. */
export function blockWords(findings: NonEmpty<ReportFinding>): BlockWords {
  const [first] = findings;
  const {
    title,
    sentences,
    isImpactTold = false,
  } = first.row === undefined
    ? statementsOf(findings)
    : first.reason.kind === 'row'
      ? rowWords(findings)
      : rowsWithoutPackets(findings);
  const rests = restWords(findings.flatMap(({ restsOn }) => restsOn));
  const told = [...sentences, ...rests].map((words) => toText(ended(words)));
  return { title: toText(title), sentences: told, isImpactTold };
}

interface Words {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly isImpactTold?: boolean;
}

function ended(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

const ROW_TITLES: Readonly<Record<Exclude<Change, 'introduced'>, (rows: number) => string>> = {
  transient: (n) => `${someRows(n)} may be cut for a moment while the plan is applied`,
  undecided: (n) => `${someRows(n)} cannot be decided from this plan`,
  'pre-existing': (n) =>
    n === 1 ? 'A row was missing before, and still is' : `${n} rows were missing before, and still are`,
};

function rowTitle(change: Exclude<Change, 'introduced'>, rows: number, occasion: Occasion): string {
  return change === 'undecided' && occasion === 'audit'
    ? `${someRows(rows)} cannot be decided from these facts`
    : ROW_TITLES[change](rows);
}

function someRows(n: number): string {
  return n === 1 ? 'A row' : `${n} rows`;
}

function rowWords(findings: NonEmpty<ReportFinding>): Words {
  const [first] = findings;
  const { change, occasion } = first;
  const rows = new Set(findings.map(({ row }) => row)).size;
  const isOutdated = findings.some(({ reason }) => reason.kind === 'row' && reason.isOutdatedRange);
  const hints = isOutdated ? [capitalised(OUTDATED_RANGE)] : [];
  const isBreach = change === 'introduced' || (change === 'pre-existing' && occasion === 'audit');
  if (isBreach && first.severity !== 'critical') {
    const isPart = findings.every(({ reason }) => reason.kind === 'row' && reason.isPart);
    const verb = `${rows === 1 ? 'is' : 'are'}${isPart ? ' in part' : ''} not let through`;
    return { title: `${someRows(rows)} ${verb}`, sentences: hints };
  }
  if (isBreach) {
    const isLoss = change === 'introduced';
    const wasThere = findings.some(({ reason }) => reason.kind === 'row' && reason.need === 'as-before');
    if (rows === 1 && (wasThere || !isLoss)) {
      return { title: capitalised(impactWords(first)), sentences: hints, isImpactTold: true };
    }
    const verb = wasThere && isLoss ? 'lose' : 'lack';
    return {
      title: `${whoLoses(first)} ${verb} ${lostTraffic(findings)} they cannot do without`,
      sentences: hints,
    };
  }
  const why =
    change === 'transient'
      ? [orderWords(findings)]
      : change === 'undecided'
        ? doubtSentences(doubtsIn(findings), occasion)
        : [];
  return { title: rowTitle(change, rows, occasion), sentences: [...why, ...hints] };
}

const MEMBERS: Readonly<Record<Role, string>> = { node: 'Nodes', control: 'Masters', eni: 'Pods' };

function whoLoses({ role }: ReportFinding): string {
  return MEMBERS[must(role, 'a row is held against a subject')];
}

function lostTraffic(findings: readonly ReportFinding[]): string {
  const directions = distinct(findings.flatMap(({ missing }) => missing.map(({ direction }) => direction)));
  const [only = 'traffic'] = directions;
  return directions.length === 1 ? only : 'traffic';
}

/** Why a row may be cut while the plan is applied. */
function orderWords(findings: readonly ReportFinding[]): string {
  const causes = findings.flatMap((finding) => finding.causes);
  const isOldFirst = causes.length > 0 && causes.every(({ actions }) => actions.join() === 'delete,create');
  return isOldFirst
    ? 'The old rule is destroyed before the new one is made.'
    : 'Terraform keeps no order between these changes: the old rule may go before the new ones are there.';
}

/** Rows of which the message tells all, once for rows of which it tells the same. */
function rowsWithoutPackets(findings: NonEmpty<ReportFinding>): Words {
  const ids = distinct(findings.flatMap(({ row }) => (row === undefined ? [] : [row.id])));
  const told = findings.flatMap((finding) => {
    const { reason } = finding;
    if (reason.kind === 'not-crosswise') return [crosswiseWords(finding, reason)];
    if (reason.kind === 'upgrade-refused') return [UPGRADE_REFUSED];
    return reason.kind === 'load-balancers-unknown' ? [loadBalancerWords(reason)] : [];
  });
  return {
    title: capitalised(impactWords(findings[0])),
    sentences: distinct(told).map((words) => `${ids.join(', ')}: ${words}`),
    isImpactTold: true,
  };
}

const TITLE_LIMIT = 90;

/** The findings that are no rows, and what they do to the rows beside them. */
function statementsOf(findings: NonEmpty<ReportFinding>): Words {
  const rows = new Set(findings.flatMap(({ row }) => row ?? []));
  const [first] = findings;
  const others = findings.slice(1).filter(({ row }) => row === undefined);
  const words = statementWords([first, ...others]);
  if (rows.size === 0) return words;
  const cut = `${someRows(rows.size)} may be cut for a moment while the plan is applied.`;
  return { ...words, sentences: [...words.sentences, cut] };
}

/** Findings that are no rows: a short message of a single one is its title. */
function statementWords(findings: NonEmpty<ReportFinding>): Words {
  const [first, ...others] = findings;
  const impacts = distinct(findings.map(impactWords)).map(capitalised);
  const messages = messagesOf(findings);
  if (first.change === 'undecided') return { title: capitalised(impactWords(first)), sentences: messages };
  if (others.length > 0) return { title: statementTitle(first), sentences: [...messages, ...impacts] };
  const { words } = messageWords(first);
  if (!namesCause(first) && words.length <= TITLE_LIMIT) {
    return { title: capitalised(words), sentences: impacts };
  }
  return { title: statementTitle(first), sentences: [[...messages, ...impacts].map(ended).join(' ')] };
}

/** Of findings of one check that are of different kinds. */
function statementTitle({ reason, check, occasion }: ReportFinding): string {
  if (reason.kind === 'group-goes') {
    return `A security group in use is ${reason.isReplaced ? 'replaced' : 'destroyed'}`;
  }
  if (reason.kind === 'group-renamed') return `The ${reason.what} of a group that CCE made changes`;
  if (reason.kind === 'opened')
    return OPENED_TITLES[reason.byCce ?? (occasion === 'audit' ? 'seen' : 'plan')];
  return TITLES[reason.kind] ?? checkTitle({ check, reason });
}

/** Where the check has reasons of several kinds. */
const TITLES: Readonly<Partial<Record<Reason['kind'], string>>> = {
  'key-renamed': 'A rule is refused at its new address, and lost at its old one',
  'rules-shift': 'Rules change places, and may be refused',
  'pool-replaced': 'All nodes of a pool are made anew',
  'cluster-replaced': 'The cluster is made anew',
  'group-not-named': 'A new security group that nothing names',
  'sister-cluster': 'A cluster of another provider is not judged',
  'rules-alike': 'Rules say the same',
  'rule-idle': 'Rules do nothing beside a wider one',
};

const OPENED_TITLES = {
  plan: 'A port is opened to the internet',
  new: 'A port will be open to the internet',
  assumed: 'A port may be open to the internet',
  seen: 'A port is open to the internet',
} as const;

/** The message tells the address of a cause, which is too long for a title and stands on the line above. */
function namesCause(finding: ReportFinding): boolean {
  const { causes, pool } = finding;
  const { subject } = messageWords(finding);
  return causes.some(({ address }) => address === subject || address === pool);
}

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
