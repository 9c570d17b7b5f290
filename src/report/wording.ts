import type { Change } from '../check/finding.js';
import { type Fate, SENSITIVE } from '../check/packets.js';
import { ROLE_NAMES } from '../check/rows.js';
import { MODEL, requirement } from '../model/model.js';
import type { Role } from '../model/requirement.js';
import { parseCidr } from '../net/address.js';
import { capitalised, capped, count } from './phrases.js';
import type { ReportFinding } from './report.js';

type Findings = readonly [ReportFinding, ...ReportFinding[]];

const ROW_TITLES: Readonly<Record<Exclude<Change, 'introduced'>, (rows: number) => string>> = {
  transient: (rows) => `${count(rows, 'row')} may be cut for a moment while the plan is applied`,
  undecided: (rows) => `${count(rows, 'row')} cannot be decided from this plan`,
  'pre-existing': (rows) =>
    rows === 1 ? 'A row was missing before, and still is' : `${rows} rows were missing before, and still are`,
};

/** What is wrong, in plain words. */
export function titleOf(findings: Findings): string {
  const [first] = findings;
  const { change } = first;
  if (first.requirement === null || first.missing.length === 0) {
    return change === 'undecided' ? capitalised(first.impact) : first.title;
  }
  const rows = new Set(findings.map((finding) => finding.requirement)).size;
  if (change !== 'introduced') return ROW_TITLES[change](rows);
  const wasThere = findings.some(({ witness }) => witness?.endsWith(WAS_THERE) === true);
  if (rows === 1 && wasThere) return capitalised(first.impact);
  return `${whoLoses(findings)} ${wasThere ? 'lose' : 'lack'} ${directionOf(findings)} they cannot do without`;
}

const WAS_THERE: Fate = 'was allowed, is dropped';

const MEMBERS: Readonly<Record<Role, string>> = { node: 'Nodes', control: 'Masters', eni: 'Pods' };

function whoLoses([{ requirement: id }]: Findings): string {
  const row = requirement(id ?? '');
  const role = MODEL.find(({ table }) => table === row?.table)?.role;
  return role === undefined ? 'Members of the group' : MEMBERS[role];
}

function directionOf(findings: Findings): string {
  const directions = new Set(findings.flatMap(({ missing }) => missing.map(({ direction }) => direction)));
  const [only = 'traffic'] = directions;
  return directions.size === 1 ? only : 'traffic';
}

/** What people lose by it, each once, but for what the title says. */
export function impactsOf(findings: readonly ReportFinding[], title: string): readonly string[] {
  const said = title.toLowerCase();
  return [...new Set(findings.map(({ impact }) => impact))].filter((impact) => impact.toLowerCase() !== said);
}

const OLD_FIRST = 'The old rule is destroyed before the new one is made.';
const NO_ORDER =
  'Terraform keeps no order between these changes: the old rule may go before the new ones are there.';

/** What the rows do not tell: why, or the whole of it when there are no rows with packets. */
export function sentencesOf(findings: Findings, title: string): readonly string[] {
  const [{ change, requirement: id, missing }] = findings;
  if (id === null || missing.length === 0) {
    const messages = findings.map((finding) => withoutId(finding));
    return [...new Set(messages), ...impactsOf(findings, title).map(capitalised)];
  }
  if (change === 'transient') return [isOldFirst(findings) ? OLD_FIRST : NO_ORDER];
  return change === 'undecided' ? [doubt(findings)] : [];
}

function isOldFirst([{ causes }]: Findings): boolean {
  return causes.length > 0 && causes.every(({ actions }) => actions.join() === 'delete,create');
}

function withoutId({ message, requirement: id }: ReportFinding): string {
  return capitalised(id !== null && message.startsWith(`${id}: `) ? message.slice(id.length + 2) : message);
}

const DOUBT_LIMIT = 3;

/** What would decide it, as far as the peers name it. */
function doubt(findings: Findings): string {
  const known = new Set([SENSITIVE, ...Object.values(ROLE_NAMES)]);
  const peers = findings.flatMap(({ missing }) => missing.flatMap((packets) => packets.peers));
  const unknown = [...new Set(peers)].filter((peer) => !known.has(peer) && parseCidr(peer) === undefined);
  return unknown.length === 0
    ? 'It depends on rules whose values the plan does not know, or on the priority of a deny rule.'
    : `It depends on ${capped(unknown, DOUBT_LIMIT)}, which the plan does not know.`;
}
