import { distinct, firstOfEach, groupBy, memoOfObject } from '../collections.js';
import type { Severity } from '../config/configuration.js';
import { linkOf } from '../model/model.js';
import type { Requirement } from '../model/requirement.js';
import type { Block } from '../report/blocks.js';
import { doubtsIn, untouchedWords } from '../report/words/doubt-words.js';
import { openBeforeWords } from '../report/words/finding-words.js';
import { capped, ROLE_NAMES } from '../report/words/phrases.js';
import { joined, say, type Text } from '../report/words/text.js';
import type { Report, ReportFinding, ReportGroup, ReportPlan, WaivedFinding } from '../report/report.js';
import { must } from '../result.js';

/*
 * What text, markdown and annotations show alike. A renderer hands in its escaper where a part holds texts of a plan.
 */

/** One sign for each severity, the same in every format. */
export const MARKS: Readonly<Record<Severity, string>> = { critical: '✖', warning: '▲', notice: '●' };

/** Causes of one block. */
export const CAUSE_LIMIT = 5;
/** Sentences of one block beside its rows. */
export const SENTENCE_LIMIT = 5;
/** Rows of one cluster that the plan mends. */
const MENDED_LIMIT = 12;

/** The first items, and how many more there are. */
export function firstFew<T>(
  items: readonly T[],
  limit: number,
): { readonly shown: readonly T[]; readonly left: number } {
  return { shown: items.slice(0, limit), left: Math.max(0, items.length - limit) };
}

/** `and 3 more`; nothing when none is left. */
export function andMore(left: number): readonly string[] {
  return left > 0 ? [`and ${left} more`] : [];
}

/** The rows of a block, each once, in its order. */
export function rowIds({ rows }: Pick<Block, 'rows'>): readonly string[] {
  return distinct(rows.map(({ row }) => row.id));
}

/** What the vendor's page says of some rows of one table. */
export interface PagePart {
  /** `Table 8`. */
  readonly table: string;
  /** Of the table on the page. */
  readonly url: string;
  /** What each of the first rows is for, and what the page leaves open. */
  readonly purposes: readonly string[];
}

/** What the vendor's page says of the rows of a block, table by table. Rows that are told in short have a link alone. */
export function pageParts(block: Pick<Block, 'named' | 'change'>): readonly PagePart[] {
  const tables = groupBy(block.named, ({ table }) => table);
  return [...tables].map(([number, rows]) => {
    const { shown, left } = firstFew(rows, PURPOSE_LIMIT);
    const purposes = [...shown.map(purposeOf), ...andMore(left)];
    return { table: `Table ${number}`, url: linkOf(rows[0]), purposes: isMild(block) ? [] : purposes };
  });
}

/** Where the vendor's page has the tables of the rows, each once. */
export function tableLinks(rows: readonly Requirement[]): readonly Omit<PagePart, 'purposes'>[] {
  return firstOfEach(rows, ({ table }) => table).map((row) => ({
    table: `Table ${row.table}`,
    url: linkOf(row),
  }));
}

const PURPOSE_LIMIT = 3;

function purposeOf({ id, purpose, note }: Requirement): string {
  return [`${id}: ${purpose}`, ...(note === undefined ? [] : [note])].join(' ');
}

/** Nothing is lost for good: its rows are told in short. */
export function isMild({ change }: Pick<Block, 'change'>): boolean {
  return change === 'transient' || change === 'undecided';
}

/** What stands before the remedy: what is undecided is not to be mended. */
export function remedyLabel({ change }: Pick<ReportFinding, 'change'>): 'to mend' | 'to decide' {
  return change === 'undecided' ? 'to decide' : 'to mend';
}

/** The plans as the arguments of another command: their paths where a shell takes them as they are. */
export function plansToName({ plans }: Report): string {
  const paths = plans.map(({ path }) => path);
  return paths.length <= PATH_LIMIT && paths.every((path) => SHELL_SAFE.test(path))
    ? paths.join(' ')
    : 'PLAN...';
}

/** The first digits of a fingerprint, as other commands take them. */
export function shortFingerprint({ fingerprint }: Pick<ReportFinding, 'fingerprint'>): string {
  return fingerprint.slice(0, 8);
}

const PATH_LIMIT = 3;
const SHELL_SAFE = /^[\w./][\w./+@-]{0,99}$/;
/** What is said of a plan with `-target` or deferred changes, behind its name. */
export const PARTIAL =
  'only part of the configuration (-target, or deferred changes): the rest is not judged';

/** How people know the plan. */
export function planName({ label, path }: ReportPlan, escaped: (text: string) => string): string {
  return label === undefined ? escaped(path) : `${escaped(label)} (${escaped(path)})`;
}

/** Of what something is that stands in a report. */
export interface Belonging {
  /** An index of the report's `plans`. */
  readonly plan: number;
  readonly cluster?: string | undefined;
}

/** What tells a plan apart from the others of a run: its label, else its path; nothing where it is the only one. */
export function planWords({ plan }: Belonging, { plans }: Pick<Report, 'plans'>): readonly string[] {
  if (plans.length < 2) return [];
  return [must(shortNames(plans)[plan], 'whatever is told is of a plan that was read')];
}

const shortNames = memoOfObject((plans: Report['plans']): readonly string[] => {
  const byLabel = groupBy(plans, ({ label }) => label);
  return plans.map(({ label, path }) =>
    label !== undefined && byLabel.get(label)?.length === 1 ? label : path,
  );
});

/** `prod`, or `prod (production)` where there are several plans; undefined for what is of no cluster. */
export function clusterWords(
  of: Belonging,
  report: Pick<Report, 'plans'>,
  escaped: (text: string) => string,
): string | undefined {
  const plan = planWords(of, report).map((name) => escaped(name));
  if (of.cluster === undefined) return plan[0];
  return [escaped(of.cluster), ...plan.map((name) => `(${name})`)].join(' ');
}

/** Whether it is the group that a finding, or a block of them, is about. */
export function isGroupOf(
  { plan, cluster, group }: Pick<ReportFinding, 'plan' | 'cluster' | 'group'>,
  entry: ReportGroup,
): boolean {
  return entry.plan === plan && entry.cluster === cluster && entry.key === group?.key;
}

const POOL_LIMIT = 4;

/** `pool a`, or `pools a, b`; nothing where it is about the cluster's own groups. */
export function poolNames(pools: readonly string[], escaped: (text: string) => string): readonly string[] {
  if (pools.length === 0) return [];
  return [
    `${pools.length === 1 ? 'pool' : 'pools'} ${capped(
      pools.map((pool) => escaped(pool)),
      POOL_LIMIT,
    )}`,
  ];
}

/** The plan of a block or something else, in full, where there are several. */
export function wholePlanWords(
  { plan }: Belonging,
  { plans }: Report,
  escaped: (text: string) => string,
): readonly string[] {
  if (plans.length < 2) return [];
  return [planName(must(plans[plan], 'a finding is of a plan that was read'), escaped)];
}

/** The plan of a block for a comment that stands by itself: of several, or the label of the only one. */
export function planOfComment(
  block: Block,
  report: Report,
  escaped: (text: string) => string,
): readonly string[] {
  const label = report.plans[block.plan]?.label;
  const alone = label === undefined ? [] : [escaped(label)];
  return report.plans.length > 1 ? wholePlanWords(block, report, escaped) : alone;
}

/** A path as a part of a URL. Half characters have no UTF-8. */
export function uriOf(path: string): string {
  const whole = path.replaceAll(/\p{Cs}/gu, '\u{fffd}');
  return whole.split('/').map(encodeURIComponent).join('/');
}

/** The rows that the plan mends in one cluster. */
export interface Mended extends Belonging {
  readonly cluster: string;
  readonly rows: string;
  /** The rest of the sentence. */
  readonly holds: string;
}

/** What the plan mends, cluster by cluster. */
export function mendedOf({ resolved }: Report): readonly Mended[] {
  const byCluster = groupBy(resolved, ({ plan, cluster }) => JSON.stringify([plan, cluster]));
  return [...byCluster.values()].map((mended) => {
    const [{ plan, cluster }] = mended;
    const rows = distinct(mended.map(({ row }) => row.id));
    const verbs = rows.length === 1 ? 'was missing before, and holds' : 'were missing before, and hold';
    return { plan, cluster, rows: capped(rows, MENDED_LIMIT), holds: `${verbs} after the plan` };
  });
}

/** What is said of a group. */
export interface GroupLine extends Belonging {
  readonly text: Text;
}

/** What was open to the internet before and still is, a line for each kind of group of a cluster. */
export function openLines({ groups }: Report): readonly GroupLine[] {
  const open = groups.filter(({ openBefore }) => openBefore.length > 0);
  return open.map(({ plan, cluster, role, name, address, openBefore }) => {
    const which = name ?? address;
    const group = which === undefined ? ROLE_NAMES[role] : `${ROLE_NAMES[role]} ${which}`;
    return { plan, cluster, text: say`${group}: ${joined(openBeforeWords(openBefore), '; ')}` };
  });
}

/** Rows that are undecided whatever the plan does, a line for each group. */
export function untouchedLines({ findings, untouched }: Report): readonly GroupLine[] {
  const told = doubtsIn(findings);
  const bySubject = groupBy(untouched, ({ plan, cluster, pool, group }) =>
    JSON.stringify([plan, cluster, pool, group?.key]),
  );
  return [...bySubject.values()].map((same) => {
    const [{ plan, cluster, pool, role = 'node', group }] = same;
    const named =
      group === undefined || group.isNameless ? ROLE_NAMES[role] : `${ROLE_NAMES[role]} ${group.shown}`;
    return {
      plan,
      cluster,
      text: say`${pool === undefined ? named : `groups of ${pool}`}: ${untouchedWords(same, told)}`,
    };
  });
}

/** Why and by whom it is waived. */
export function waivedTerms(
  { waived }: WaivedFinding,
  words: (text: string) => string,
  value: (text: string) => string,
): string {
  return `${words(waived.reason)} (${value(waived.owner)}, until ${words(waived.expires)})`;
}
