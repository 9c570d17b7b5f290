import { firstOfEach } from '../../collections.js';
import { byGravity, SEVERITIES, type Severity } from '../../config/severity.js';
import { cutToBytes } from '../../format/budget.js';
import type { PastFinding } from '../../format/markdown/past.js';
import { plain } from '../../format/plain.js';
import { planOfComment } from '../../report/telling/names.js';
import { type Block, blocksOf } from '../../report/blocks.js';
import { joined, toText } from '../../report/words/text.js';
import type { Report, ReportFinding } from '../../report/report.js';
import { must } from '../../result.js';
import { stableName } from '../step/paths.js';
import { keyFrom, memoryMarker, memoryTexts } from './marker.js';

/** What was told of one cause. */
export interface Told {
  readonly severity: Severity;
  /** What people read: its title, and its plan or label. Empty where there was no room to remember it. */
  readonly words: string;
  /** Of its findings, each of check, row and subject: the same while what is found about them changes. */
  readonly ids: readonly string[];
}

/** What was told and is no longer so. */
export interface Past extends Told {
  readonly kind: 'mended' | 'partly' | 'milder' | 'waived';
  /** The first digits of the commit that brought it about. */
  readonly commit: string;
}

/** What a comment tells now, and what has become of what it told. */
export interface Memory {
  readonly now: readonly Told[];
  /** The newest first. */
  readonly past: readonly Past[];
  /** There was more to tell than could be remembered. */
  readonly isCut: boolean;
}

export const NOTHING_TOLD: Memory = { now: [], past: [], isCut: false };

/** What a finding is remembered by. The plan is part of it: two root modules may have clusters of the same name. */
export function idIn({ plans }: Report, finding: ReportFinding): string {
  const { row, cluster = '', group, pool = '', causes, plan } = finding;
  const subject = row === undefined ? causes.map(({ address }) => address) : [];
  const identity = [finding.check.id, row?.id ?? '', cluster, group?.shown ?? '', pool, ...subject];
  const path = must(plans[plan], 'a finding is of one of the plans').path;
  return keyFrom(stableName(path), ...identity);
}

/** What is remembered of a block. */
export function toldOf(report: Report, block: Block): Told {
  const { severity, title, apart, findings } = block;
  const words = joined([title, ...apart, ...planOfComment(block, report, (name) => name).map(toText)], ', ');
  return {
    severity,
    words: rememberedWords(plain(words)),
    ids: findings.map((finding) => idIn(report, finding)),
  };
}

/** What is remembered of a report: of what it tells, and of what waivers hide. */
export function toldIn(report: Report): {
  readonly now: readonly Told[];
  readonly waived: readonly string[];
} {
  const { blocks, waived } = blocksOf(report);
  return {
    now: blocks.map((block) => toldOf(report, block)),
    waived: waived.map((finding) => idIn(report, finding)),
  };
}

/** Words as they are remembered: a headline's length. */
function rememberedWords(text: string): string {
  return cutToBytes(text, WORDS_LIMIT);
}

/** In bytes. */
const WORDS_LIMIT = 150;

/** How grave a finding is now; undefined: it is no longer found. */
export type FoundNow = ReadonlyMap<string, Severity | 'waived'>;

/** How grave each of the findings is now that are told with these blocks, or hidden by a waiver. */
export function standingOf(now: readonly Told[], waived: readonly string[]): FoundNow {
  const standing = new Map<string, Severity | 'waived'>(waived.map((id) => [id, 'waived']));
  for (const { severity, ids } of now) {
    for (const id of ids) if (isMilder(standing.get(id), severity)) standing.set(id, severity);
  }
  return standing;
}

/** What is hidden, or no longer found, is milder than all. */
function isMilder(fate: Severity | 'waived' | undefined, than: Severity): boolean {
  return fate === undefined || fate === 'waived' || byGravity(than, fate) < 0;
}

/** What has become of what was told before, in the light of this commit. What is so again, or still, is left out. */
export function pastOf({ now, past }: Memory, standing: FoundNow, commit: string): readonly Past[] {
  const news = now.flatMap((told): readonly Past[] => {
    const kind = whatBecame(told, standing);
    return kind === undefined ? [] : [{ ...told, kind, commit }];
  });
  const older = past.flatMap((was): readonly Past[] => {
    const kind = whatBecame(was, standing);
    if (kind === undefined) return [];
    return [kind === was.kind ? was : { ...was, kind, commit }];
  });
  return firstOfEach([...news, ...older], ({ severity, words, ids }) =>
    words === '' ? JSON.stringify(ids) : `${severity} ${words}`,
  );
}

/** The same for people, beside what is told now. */
export function toldPast(past: readonly Past[], now: readonly Told[]): readonly PastFinding[] {
  const still = new Set(now.map(({ words }) => words));
  return past.map((one) => ({ ...one, isToldStill: still.has(one.words) }));
}

/** What has become of it as a whole; undefined: nothing that would have to be said. */
function whatBecame({ severity, ids }: Told, standing: FoundNow): Past['kind'] | undefined {
  const fates = ids.map((id) => standing.get(id));
  if (fates.every((fate) => fate === 'waived')) return 'waived';
  const found = fates.filter((fate) => fate !== 'waived');
  if (found.every((fate) => fate === undefined)) return 'mended';
  if (found.every((fate) => isMilder(fate, severity))) return 'milder';
  return found.some((fate) => isMilder(fate, severity)) ? 'partly' : undefined;
}

/** As many ids, and bytes of words, as fit beside the text. */
const NOW_LIMITS = { ids: 150, words: 2400 };
const PAST_LIMITS = { ids: 40, words: 1000 };

/** The last line of a comment. */
export function memoryLine(key: string, { now, past }: Pick<Memory, 'now' | 'past'>): string {
  const told = (one: Told): string => LETTERS[one.severity];
  return memoryMarker(key, {
    now: listText(now, NOW_LIMITS, told),
    past: listText(past, PAST_LIMITS, (one) => `${one.kind}.${one.commit}.${told(one)}`),
  });
}

const LETTERS: Readonly<Record<Severity, string>> = { critical: 'c', warning: 'w', notice: 'n' };

/** `c:WORDS:ID,ID;…`; a point at the end says that there is more. */
function listText<T extends Told>(
  list: readonly T[],
  limits: { readonly ids: number; readonly words: number },
  head: (one: T) => string,
): string {
  let { ids: places, words: room } = limits;
  const texts: string[] = [];
  for (const one of list) {
    if (places === 0) break;
    const ids = one.ids.slice(0, places);
    places -= ids.length;
    const words = Buffer.from(one.words).toString('base64');
    const isRoom = words.length <= room;
    if (isRoom) room -= words.length;
    texts.push(`${head(one)}:${isRoom ? words : ''}:${ids.join(',')}`);
  }
  const isCut = list.reduce((sum, { ids }) => sum + ids.length, 0) > limits.ids;
  return `${texts.join(';')}${isCut ? '.' : ''}`;
}

/** What a comment of this label remembers; undefined when it is none. Whatever is not of the form is left out. */
export function readMemory(body: string, key: string): Memory | undefined {
  const texts = memoryTexts(body, key);
  if (texts === undefined) return undefined;
  const now = texts.now.split(';').flatMap(readTold);
  return { now, past: texts.past.split(';').flatMap(readPast), isCut: texts.now.endsWith('.') };
}

const ENTRY = /^([cwn]):([0-9a-zA-Z+/]*={0,2}):([0-9a-f]{16}(?:,[0-9a-f]{16})*)\.?$/;

function readTold(text: string): readonly Told[] {
  const [, letter, words = '', ids = ''] = ENTRY.exec(text) ?? [];
  const severity = SEVERITIES.find((one) => LETTERS[one] === letter);
  if (severity === undefined) return [];
  return [
    { severity, words: rememberedWords(Buffer.from(words, 'base64').toString('utf8')), ids: ids.split(',') },
  ];
}

const PAST = /^([a-z]+)\.([0-9a-f]{7})\.(.*)$/;
const KINDS: readonly Past['kind'][] = ['mended', 'partly', 'milder', 'waived'];

function readPast(text: string): readonly Past[] {
  const [, name, commit = '', rest = ''] = PAST.exec(text) ?? [];
  const kind = KINDS.find((one) => one === name);
  return kind === undefined ? [] : readTold(rest).map((told) => ({ ...told, kind, commit }));
}
