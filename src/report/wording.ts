import type { Change } from '../weigh/causes.js';
import { type Fate, SENSITIVE } from '../weigh/packets.js';
import { ROLE_NAMES } from '../check/rows.js';
import { MODEL, requirement } from '../model/model.js';
import type { Role } from '../model/requirement.js';
import { parseCidr } from '../net/address.js';
import { capitalised, capped } from './phrases.js';
import type { ReportFinding } from './report.js';

/** The findings of one block. */
export type Together = readonly [ReportFinding, ...ReportFinding[]];

/** The words of one block. */
export interface Wording {
  readonly title: string;
  /** What the title and the rows do not tell. */
  readonly sentences: readonly string[];
}

/** Says what is wrong, in plain words. */
export function wordingOf(findings: Together): Wording {
  const [first] = findings;
  if (first.requirement === null) return statementWording(findings);
  return first.missing.length === 0 ? rowsWithoutPackets(findings) : rowWording(findings);
}

const ROW_TITLES: Readonly<Record<Exclude<Change, 'introduced'>, (rows: number) => string>> = {
  transient: (n) => `${rowCount(n)} may be cut for a moment while the plan is applied`,
  undecided: (n) => `${rowCount(n)} cannot be decided from this plan`,
  'pre-existing': (n) =>
    n === 1 ? 'A row was missing before, and still is' : `${n} rows were missing before, and still are`,
};

function rowCount(n: number): string {
  return n === 1 ? 'A row' : `${n} rows`;
}

function rowWording(findings: Together): Wording {
  const [first] = findings;
  const { change } = first;
  const rows = new Set(findings.map((finding) => finding.requirement)).size;
  if (change === 'introduced') {
    const wasThere = findings.some(({ witness }) => witness?.endsWith(WAS_THERE) === true);
    const title =
      rows === 1 && wasThere
        ? capitalised(first.impact)
        : `${whoLoses(first)} ${wasThere ? 'lose' : 'lack'} ${directionOf(findings)} they cannot do without`;
    return { title, sentences: [] };
  }
  const why = change === 'transient' ? [orderOf(first)] : change === 'undecided' ? [doubtOf(findings)] : [];
  return { title: ROW_TITLES[change](rows), sentences: why };
}

const WAS_THERE: Fate = 'was allowed, is dropped';

const MEMBERS: Readonly<Record<Role, string>> = { node: 'Nodes', control: 'Masters', eni: 'Pods' };

function whoLoses({ requirement: id }: ReportFinding): string {
  const row = requirement(id ?? '');
  const role = MODEL.find(({ table }) => table === row?.table)?.role;
  return role === undefined ? 'Members of the group' : MEMBERS[role];
}

function directionOf(findings: Together): string {
  const directions = new Set(findings.flatMap(({ missing }) => missing.map(({ direction }) => direction)));
  const [only = 'traffic'] = directions;
  return directions.size === 1 ? only : 'traffic';
}

/** Why a row may be cut while the plan is applied. */
function orderOf({ causes }: ReportFinding): string {
  const isOldFirst = causes.length > 0 && causes.every(({ actions }) => actions.join() === 'delete,create');
  return isOldFirst
    ? 'The old rule is destroyed before the new one is made.'
    : 'Terraform keeps no order between these changes: the old rule may go before the new ones are there.';
}

const DOUBT_LIMIT = 3;

function doubtOf(findings: Together): string {
  const unknown = [...new Set(findings.flatMap(unknownPeers))];
  return unknown.length === 0
    ? 'It depends on rules whose values the plan does not know, or on the priority of a deny rule.'
    : `It depends on ${capped(unknown, DOUBT_LIMIT)}, which the plan does not know.`;
}

const NAMED: ReadonlySet<string> = new Set([SENSITIVE, ...Object.values(ROLE_NAMES)]);

/** References among the peers that have no value yet. */
export function unknownPeers({ missing }: ReportFinding): readonly string[] {
  const peers = missing.flatMap((packets) => packets.peers);
  return peers.filter((peer) => !NAMED.has(peer) && parseCidr(peer) === undefined);
}

/** Rows of which the message tells all, once for rows of which it tells the same. */
function rowsWithoutPackets(findings: Together): Wording {
  const [first] = findings;
  const ids = [...new Set(findings.map(({ requirement: id }) => id))].join(', ');
  return { title: capitalised(first.impact), sentences: [sentence(`${ids}: ${messageWithoutId(first)}`)] };
}

/** The message, without the name of its row. */
export function messageWithoutId({ message, requirement: id }: ReportFinding): string {
  return id !== null && message.startsWith(`${id}: `) ? message.slice(id.length + 2) : message;
}

const TITLE_LIMIT = 90;

/** Findings that are no rows: a short message of a single one is its title. */
function statementWording(findings: Together): Wording {
  const [first, ...others] = findings;
  const impacts = [...new Set(findings.map(({ impact }) => impact))].map(capitalised);
  const messages = [...new Set(findings.map(messageOfIt))];
  if (first.change === 'undecided')
    return { title: capitalised(first.impact), sentences: messages.map(sentence) };
  if (others.length > 0) return { title: first.title, sentences: [...messages, ...impacts].map(sentence) };
  const namesCause = first.causes.some(({ address }) => first.message.includes(address));
  if (!namesCause && first.message.length <= TITLE_LIMIT) {
    return { title: capitalised(first.message), sentences: impacts.map(sentence) };
  }
  return { title: first.title, sentences: [[...messages, ...impacts].map(sentence).join(' ')] };
}

/** The message, with "It" for the one cause, which stands on the line above. */
function messageOfIt({ message, causes }: ReportFinding): string {
  const [only, ...others] = causes;
  const isOnly = only !== undefined && others.length === 0;
  if (isOnly && message.startsWith(`${only.address} `)) return `It${message.slice(only.address.length)}`;
  // An address of a resource keeps its small letter.
  return /^[\w-]+[._]/.test(message) ? message : capitalised(message);
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
