import { distinct, groupBy } from '../../collections.js';
import { rowsOf } from '../../check/finding.js';
import type { PeerName, Requirement } from '../../model/requirement.js';
import type { ReportPaths, ReportSubject } from '../../report/paths.js';
import type { Report, ReportFinding, ReportGroup } from '../../report/report.js';
import type { RowState } from '../../report/row-states.js';
import { openNames } from '../../report/words/finding-words.js';
import { packetPhrases } from '../../report/words/packet-words.js';
import { type Text, toText } from '../../report/words/text.js';
import type { Change } from '../../weigh/causes.js';
import { type DrawnEnds, partyKey } from './drawn-ends.js';

/** What becomes of a line, the worst first. */
export const LINE_STATES = ['missing', 'may be cut', 'open', 'not known', 'holds'] as const;

/** What becomes of what a line stands for. */
export type LineState = (typeof LINE_STATES)[number];

/** One way between two ends, of one state. */
export interface DrawnLine {
  readonly from: string;
  readonly to: string;
  readonly state: LineState;
  /** Those that ask for it; none of an opening. */
  readonly rows: readonly Requirement[];
  /** What is cut or open, in a word or two; of what holds too. */
  readonly what: readonly Text[];
}

/** One reason for a line. */
interface Stroke extends Pick<DrawnLine, 'state'> {
  readonly party: string;
  readonly isIn: boolean;
  readonly other: string | undefined;
  readonly row: Requirement | undefined;
  readonly what: Text;
}

/** What the tables ask of the subjects of a cluster, and what is open: of each two ends the worst alone. */
export function drawnLines(
  paths: ReportPaths,
  ends: DrawnEnds,
  states: readonly RowState[],
  { findings, groups, clusters }: Pick<Report, 'findings' | 'groups' | 'clusters'>,
): readonly DrawnLine[] {
  const ofCluster = findings.filter(({ plan, cluster }) => plan === paths.plan && cluster === paths.cluster);
  // What another plan shows of the cluster's groups, where there is only one of that name.
  const isAlone = clusters.filter(({ name }) => name === paths.cluster).length === 1;
  const subjects = paths.subjects.slice(0, paths.parties.length);
  const keyOfPool = (pool: string): string | undefined => {
    const index = subjects.findIndex((subject) => subject.pool === pool);
    return index < 0 ? undefined : partyKey(index);
  };
  const strokes = subjects.flatMap((subject, index) => {
    const found = ofCluster.filter(({ pool, group }) => (pool ?? group?.shown) === subject.shown);
    const own = states.filter((state) => state.subject === subject.shown);
    const open = groups.filter(
      ({ plan, cluster, role }) =>
        (isAlone || plan === paths.plan) && cluster === paths.cluster && role === subject.role,
    );
    const made = [
      ...own.flatMap((state) => strokesOfState(state, found, ends)),
      ...heldRows(subject, own).flatMap((row) => strokesOfRow(row, 'holds', ends)),
      ...openings(found),
      ...openBeforeStrokes(open),
      ...crosswise(found, keyOfPool),
    ];
    return made.map((stroke) => ({ ...stroke, party: partyKey(index) }));
  });
  return worstLines(strokes);
}

function heldRows({ rows, isJudged }: ReportSubject, states: readonly RowState[]): readonly Requirement[] {
  const told = new Set(states.map(({ row }) => row));
  return isJudged ? rows.filter((row) => !told.has(row)) : [];
}

type OwnStroke = Omit<Stroke, 'party'>;

function strokesOfState(
  { row, during, after }: RowState,
  findings: readonly ReportFinding[],
  ends: DrawnEnds,
): readonly OwnStroke[] {
  const state = after === 'missing' ? after : during === 'may be cut' ? during : after;
  const called = findings
    .filter((finding) => rowsOf(finding).includes(row))
    .flatMap(({ missing }) => missing)
    .flatMap(({ other }) => {
      if (other.kind === 'internet') return ['internet'] as const;
      return other.kind === 'addresses' ? other.names.map(({ name }) => name) : [];
    });
  const others = distinct(called.flatMap((name) => ends.keyOf(name, row) ?? []));
  if (state === 'holds' || others.length === 0) return strokesOfRow(row, state, ends);
  return others.map((other) => strokeTo(row, state, other));
}

/** Who the row asks for: where it may be narrowed, those alone that must stay. */
function strokesOfRow(row: Requirement, state: LineState, ends: DrawnEnds): readonly OwnStroke[] {
  const { peer, floor } = row;
  const asked = floor === undefined ? (PARTS.get(peer) ?? [peer]) : floor.kind === 'ranges' ? floor.keep : [];
  return distinct(asked.flatMap((one) => ends.keyOf(one, row) ?? [])).map((other) =>
    strokeTo(row, state, other),
  );
}

const PARTS: ReadonlyMap<PeerName, readonly PeerName[]> = new Map<PeerName, readonly PeerName[]>([
  ['vpc-and-container-cidr', ['vpc-cidr', 'container-cidr']],
]);

function strokeTo(row: Requirement, state: LineState, other: string): OwnStroke {
  return { state, row, other, isIn: row.direction === 'ingress', what: toText(row.thing) };
}

/** What the plan opens, or leaves open, to the internet. */
function openings(findings: readonly ReportFinding[]): readonly OwnStroke[] {
  return findings.flatMap(({ row, missing }) =>
    row !== undefined
      ? []
      : packetPhrases(missing).flatMap(({ other, what, direction }) =>
          other.kind === 'internet' ? [{ ...OPEN, isIn: direction === 'ingress', what }] : [],
        ),
  );
}

const OPEN = { state: 'open', other: 'internet', row: undefined, isIn: true } as const;

function openBeforeStrokes(groups: readonly ReportGroup[]): readonly OwnStroke[] {
  return groups.flatMap((group) => openNames(group.openBefore).map((what) => ({ ...OPEN, what })));
}

/** Nodes of one pool that do not reach those of another. */
function crosswise(
  findings: readonly ReportFinding[],
  keyOfPool: (pool: string) => string | undefined,
): readonly OwnStroke[] {
  return findings.flatMap(({ reason, row, change, missing }) =>
    reason.kind !== 'not-crosswise' || row === undefined
      ? []
      : reason.pools.map((pool) => ({
          state: LOST.has(change) ? 'missing' : change === 'transient' ? 'may be cut' : 'not known',
          row,
          other: keyOfPool(pool),
          isIn: row.direction === 'ingress',
          what: packetPhrases(missing)[0]?.what ?? toText(row.thing),
        })),
  );
}

const LOST: ReadonlySet<Change> = new Set<Change>(['introduced', 'pre-existing']);

function worstLines(strokes: readonly Stroke[]): readonly DrawnLine[] {
  const drawn = strokes.flatMap(({ party, isIn, other, ...stroke }) => {
    if (other === undefined) return [];
    return [{ ...stroke, ...(isIn ? { from: other, to: party } : { from: party, to: other }) }];
  });
  return [...groupBy(drawn, ({ from, to }) => `${from} ${to}`).values()].map((same): DrawnLine => {
    const [{ from, to }] = same;
    const state = LINE_STATES.find((one) => same.some((stroke) => stroke.state === one)) ?? 'holds';
    const worst = same.filter((stroke) => stroke.state === state);
    return {
      ...{ from, to, state },
      rows: distinct(worst.flatMap(({ row }) => row ?? [])),
      what: worst.map(({ what }) => what),
    };
  });
}
