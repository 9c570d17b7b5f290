import { distinct, groupBy, type NonEmpty } from '../collections.js';
import type { Subject } from '../cluster/subject.js';
import { cellsOf, type NoCells, type SideCell } from '../explain/cells.js';
import { type AddressEnd, type End, partyOf, subjectName } from '../explain/ends.js';
import { pathSides } from '../explain/side.js';
import type { Requirement, Role } from '../model/requirement.js';
import type { EtherType } from '../net/address.js';
import { anyAddress } from '../net/address.js';
import { ALL_PORTS, ALL_PROTOCOLS, type Direction } from '../net/region.js';
import { must } from '../result.js';
import { type NamedRange, namedRanges } from '../weigh/named-ranges.js';
import { FAMILIES } from '../weigh/openings.js';
import { allRows } from '../weigh/row-sets.js';
import { byTableAndNumber } from './defaults.js';
import { type ExplainedEnd, explainedParty, type ExplainedRule, explainedRule } from './explanation.js';
import { groupName } from './report-of.js';
import type { JudgedPlan } from './told-findings.js';

/** What tables are held against, and by which rows of them. */
export interface ReportSubject {
  readonly role: Role;
  readonly pool: string | undefined;
  /** The pool, else the group, as findings name it. */
  readonly shown: string | undefined;
  /** In the order of the page. */
  readonly rows: readonly Requirement[];
  /** All its rules are known, and it keeps all its groups. */
  readonly isJudged: boolean;
}

/** What becomes of any packets between the ends of one cluster: `explain`, for every question at once. */
export interface ReportPaths {
  /** An index of the report's `plans`. */
  readonly plan: number;
  readonly cluster: string;
  readonly subjects: readonly ReportSubject[];
  readonly parties: readonly PathParty[];
  /** Addresses with names; none that must not be printed. */
  readonly ranges: readonly Pick<NamedRange, 'name' | 'peers'>[];
  readonly rules: readonly ExplainedRule[];
  readonly tables: readonly PathTable[];
}

/** Machines in security groups, as \`explain\` names them. */
export interface PathParty {
  readonly name: string;
  readonly end: ExplainedEnd;
}

/** What one end lets in or out. */
export interface PathTable {
  /** An index of the parties. */
  readonly party: number;
  readonly direction: Direction;
  /** Another party, or any address. */
  readonly other: number | EtherType;
  /** Their rules are indexes of all rules. */
  readonly cells: readonly SideCell[] | NoCells | 'too-many-ends';
}

/** Pools beyond them are not asked about: tables are made for each two. */
const PARTY_LIMIT = 5;
/** Of all tables of a run. */
const CELL_LIMIT = 20_000;

/** The paths of each cluster, in the order of the plans. Free of values that Terraform marks sensitive. */
export function pathsOf(judged: readonly JudgedPlan[]): readonly ReportPaths[] {
  let room = CELL_LIMIT;
  return judged.flatMap((plan, index) =>
    [...groupBy(plan.subjects.subjects, ({ cluster }) => cluster).values()].map((own): ReportPaths => {
      const paths = pathsOfCluster(own, plan, room);
      room -= paths.tables.reduce((sum, { cells }) => sum + (Array.isArray(cells) ? cells.length : 0), 0);
      return { plan: index, cluster: own[0].cluster.label, ...paths };
    }),
  );
}

function pathsOfCluster(
  subjects: NonEmpty<Subject>,
  { subjects: all }: JudgedPlan,
  room: number,
): Omit<ReportPaths, 'plan' | 'cluster'> {
  const [first] = subjects;
  const told = subjects.slice(0, PARTY_LIMIT);
  const tables: PathTable[] = [];
  const rules: ExplainedRule[] = [];
  let left = room;
  for (const { party, direction, other, side } of questions(told)) {
    const found = left > 0 ? cellsOf(side, all.world) : 'too-many-ends';
    if (typeof found === 'string') {
      tables.push({ party, direction, other, cells: found });
      continue;
    }
    const offset = rules.length;
    left -= found.cells.length;
    rules.push(...found.rules.map((rule) => explainedRule(rule, all)));
    const cells = found.cells.map((cell) => ({
      ...cell,
      met: cell.met.map((one) => ({ ...one, rule: one.rule + offset })),
    }));
    tables.push({ party, direction, other, cells });
  }
  const [row] = allRows(first);
  return {
    subjects: subjects.map((subject) => subjectIn(subject, all)),
    parties: told.map((subject) => ({
      name: subjectName(subject, all.world),
      end: explainedParty(partyOf(subject), all),
    })),
    ranges: row === undefined ? [] : namedRanges(row.row, first).map(({ name, peers }) => ({ name, peers })),
    rules,
    tables,
  };
}

function subjectIn(subject: Subject, all: JudgedPlan['subjects']): ReportSubject {
  const { role, pool, groups, isLosingGroup, unknownGroups } = subject;
  return {
    role,
    pool,
    shown: pool ?? groupName(groups[0]?.key, all)?.shown,
    rows: distinct(allRows(subject).map(({ row }) => row)).toSorted(byTableAndNumber),
    isJudged: !isLosingGroup && unknownGroups.length === 0,
  };
}

type Question = Omit<PathTable, 'cells'> & { readonly side: ReturnType<typeof pathSides>[number] };

const EVERYTHING = { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS };

/** Each party, both ways, with any address and with each party. */
function questions(subjects: readonly Subject[]): readonly Question[] {
  const ends = subjects.map(partyOf);
  return ends.flatMap((end, party) => {
    const others: readonly (readonly [PathTable['other'], End])[] = [
      ...FAMILIES.map((family) => [family, anybody(family)] as const),
      ...ends.map((other, index) => [index, other] as const),
    ];
    return others.flatMap(([other, far]) => {
      const [out] = pathSides({ from: end, to: far }, EVERYTHING);
      const into = pathSides({ from: far, to: end }, EVERYTHING).at(-1);
      return [out, into].map((one): Question => {
        const side = must(one, 'one end is a party');
        return { party, direction: side.direction, other, side };
      });
    });
  });
}

function anybody(family: EtherType): AddressEnd {
  return { kind: 'addresses', family, peers: anyAddress(family), isInternet: false };
}
