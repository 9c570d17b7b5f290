import { distinct, firstOfEach, groupBy } from '../collections.js';
import type { Severity } from '../config/configuration.js';
import { linkOf } from '../model/model.js';
import type { Requirement } from '../model/requirement.js';
import { type Block, isMild } from '../report/blocks.js';
import type { ReportFinding, ReportGroup, WaivedFinding } from '../report/report.js';
import type { Aside, AsideList } from '../report/telling/asides.js';

/*
 * What text, markdown and annotations show alike. A renderer hands in its escaper where a part holds texts of a plan.
 */

/** One sign for each severity, the same in every format. */
export const MARKS: Readonly<Record<Severity, string>> = { critical: '✖', warning: '▲', notice: '●' };

/** Causes of one block. */
export const CAUSE_LIMIT = 5;
/** Sentences of one block beside its rows. */
export const SENTENCE_LIMIT = 5;

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

/** The asides that a page has room for, and what is said of the others. */
export function firstAsides({ all, limit, more }: AsideList): {
  readonly shown: readonly Aside[];
  readonly rest: readonly string[];
} {
  const { shown, left } = firstFew(all, limit);
  return { shown, rest: left > 0 ? [`and ${left} ${more}`] : [] };
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

/** Whether it is the group that a finding, or a block of them, is about. */
export function isGroupOf(
  { plan, cluster, group }: Pick<ReportFinding, 'plan' | 'cluster' | 'group'>,
  entry: ReportGroup,
): boolean {
  return entry.plan === plan && entry.cluster === cluster && entry.key === group?.key;
}

/** A path as a part of a URL. Half characters have no UTF-8. */
export function uriOf(path: string): string {
  const whole = path.replaceAll(/\p{Cs}/gu, '\u{fffd}');
  return whole.split('/').map(encodeURIComponent).join('/');
}

/** Why and by whom it is waived. */
export function waivedTerms(
  { waived }: WaivedFinding,
  words: (text: string) => string,
  value: (text: string) => string,
): string {
  return `${words(waived.reason)} (${value(waived.owner)}, until ${words(waived.expires)})`;
}
