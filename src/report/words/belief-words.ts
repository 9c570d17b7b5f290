import { distinct, groupBy } from '../../collections.js';
import type { Belief, DoubtCause } from '../../cluster/belief/belief.js';
import { entryLines, defaultRulesText } from '../../config/default-rules.js';
import { unreachable } from '../../result.js';
import { doubtsIn } from './doubt-words.js';
import { type BeliefPart, beliefParts } from '../defaults.js';
import type { DefaultName, Report, ReportCloud, ReportDefault, ReportGroup } from '../report.js';
import { capitalised, capped, count, instantText, ROLE_NAMES, rowRanges, shortLabel } from './phrases.js';
import { shownValue, type Text, toText } from './text.js';

function namesText(names: readonly DefaultName[]): string {
  const rows = names.filter((row) => row !== undefined);
  const ofNewGroups = names.length > rows.length ? ['the rules that every new group has'] : [];
  return [...(rows.length === 0 ? [] : [rowRanges(rows)]), ...ofNewGroups].join(' and ');
}

/** `if T1.9 still stands, which CCE made`. Within report/words and for the verdict alone. */
export function ifTheyStand(names: readonly DefaultName[]): string {
  const rows = names.filter((row) => row !== undefined);
  if (rows.length === 0) return `if ${namesText(names)} still stand`;
  const isOne = names.length === 1;
  return `if ${namesText(names)} still ${isOne ? 'stands' : 'stand'}, which ${rows.length < names.length ? 'CCE and the cloud' : 'CCE'} made`;
}

const ADDRESS_LIMIT = 2;

/** `…dns["udp"]`: without the modules and the type, which the rules of a group have in common. */
function shortAddress(address: string): string {
  const label = shortLabel(address);
  return label === address ? address : `…${label}`;
}

function idleWords(addresses: readonly string[]): string {
  const names = addresses.map((address) => `\`${shortAddress(address)}\``);
  const [first = ''] = names;
  const list =
    names.length === 1 ? first : names.length === 2 ? names.join(' and ') : capped(names, ADDRESS_LIMIT);
  return `${list} would be idle beside it`;
}

/** Why a default rule is doubted: a part of a sentence. */
export function doubtCauseWords(cause: DoubtCause): string {
  if (cause.kind === 'idle-rules') return idleWords(cause.addresses);
  const { listed, assumed } = cause;
  return `the group’s list of rule ids has ${count(listed, 'rule')} that nobody manages, and CCE makes ${assumed}`;
}

/** Nothing for what was seen and is there: that it was seen is said already. */
function partWords({ belief, stands, rows }: BeliefPart): readonly string[] {
  const names = namesText(rows);
  if (belief.kind === 'seen') {
    return stands === 'surely' ? [] : [`${stands === 'no' ? 'not there' : 'perhaps there'}: ${names}`];
  }
  return [knownWords(belief, stands, names)];
}

function knownWords(
  belief: Exclude<Belief, { kind: 'seen' }>,
  stands: BeliefPart['stands'],
  names: string,
): string {
  switch (belief.kind) {
    case 'plan':
      return stands === 'no'
        ? `gone from the cloud before this plan (drift): ${names}`
        : `in the plan: ${names}`;
    case 'recorded':
      return stands === 'no' ? `recorded as gone: ${names}` : `recorded as standing: ${names}`;
    case 'gone':
      return `taken as gone: ${names}, because ${belief.because.map(doubtCauseWords).join(', and ')}`;
    case 'doubted':
      return `doubted: ${names}, because ${belief.because.map(doubtCauseWords).join(', and ')}`;
    case 'assumed':
      return `assumed: ${names}`;
    default:
      return unreachable(belief);
  }
}

function seenWords(parts: readonly BeliefPart[]): readonly string[] {
  const seen = parts.flatMap(({ belief }) => (belief.kind === 'seen' ? [belief] : []));
  const [first] = seen;
  if (first === undefined) return [];
  return [first.since === undefined ? 'seen, nobody knows when' : `seen, ${instantText(first.since)}`];
}

/** What a finding rests on beside the plan, as sentences; none where all is seen. Within report/words alone. */
export function restWords(restsOn: readonly ReportDefault[]): readonly string[] {
  const told = (kind: Belief['kind']): readonly DefaultName[] =>
    distinct(
      restsOn.flatMap(({ belief, stands, row }) => (belief.kind === kind && stands === 'no' ? [row] : [])),
    );
  const sentence = (names: readonly DefaultName[], rest: string): readonly string[] =>
    names.length === 0
      ? []
      : [`${capitalised(namesText(names))}, which CCE made, ${names.length === 1 ? 'is' : 'are'} ${rest}`];
  return [...sentence(told('gone'), 'taken as gone'), ...sentence(told('recorded'), 'recorded as gone')];
}

/** What a belief goes by, as texts: addresses of rules, or why it is doubted. */
export function becauseTexts(belief: Belief): readonly Text[] {
  if (belief.kind === 'plan') return belief.addresses.map(toText);
  if (belief.kind !== 'gone' && belief.kind !== 'doubted') return [];
  return belief.because.flatMap((cause) =>
    cause.kind === 'idle-rules' ? cause.addresses.map(toText) : [toText(doubtCauseWords(cause))],
  );
}

/** What is believed of the rules that CCE made in a group. */
export interface BelievedGroup {
  /** An index of the report's `plans`. */
  readonly plan: number;
  readonly cluster: string;
  readonly text: Text;
}

/** What is said of a group: what is believed of it, or how it has drifted. */
export function believedLabel({ cloud }: Pick<Report, 'cloud'>): 'believed' | 'drifted' {
  return cloud === undefined ? 'believed' : 'drifted';
}

/** When somebody looked at the cloud. */
export function cloudWords({ since }: ReportCloud): Text {
  return toText(
    since === undefined ? 'cloud as seen, nobody knows when' : `cloud as seen ${instantText(since)}`,
  );
}

/**
 * What is believed of default rules, where it is more than that the plan shows them or that they are assumed. An audit
 * has seen them all, and tells those that are not there as CCE made them.
 */
export function believedGroups(report: Report): readonly BelievedGroup[] {
  const asked = new Set(
    doubtsIn([...report.findings, ...report.untouched]).flatMap((doubt) =>
      doubt.kind === 'default' ? [doubt.row] : [],
    ),
  );
  return saidOnce(
    report.groups.flatMap((group) => {
      const told = beliefParts(group).filter(report.cloud === undefined ? isSpecial : isDrifted);
      return told.length === 0 ? [] : [{ group, words: groupWords(told, decidingLine(told, asked)) }];
    }),
  );
}

/** What is believed of the default rules of every group, all of it. */
export function allBelievedGroups({ groups }: Pick<Report, 'groups'>): readonly BelievedGroup[] {
  return saidOnce(
    groups.flatMap((group) => {
      const parts = beliefParts(group);
      return parts.length === 0 ? [] : [{ group, words: groupWords(parts, []) }];
    }),
  );
}

/** What tells us that we are wrong, or right; `asked`: rows of which a finding says it. */
function decidingLine(parts: readonly BeliefPart[], asked: ReadonlySet<string>): readonly string[] {
  const isOf = (kind: Belief['kind']): readonly string[] =>
    parts.flatMap(({ belief, rows }) =>
      belief.kind === kind ? rows.flatMap((row) => (row === undefined ? [] : [row.id])) : [],
    );
  const gone = isOf('gone');
  const doubted = isOf('doubted').filter((id) => !asked.has(id));
  return [
    ...(gone.length > 0
      ? [
          `if ${gone.join(' and ')} still ${gone.length === 1 ? 'stands' : 'stand'}, say \`${defaultRulesText({ gone: [], standing: gone })}\``,
        ]
      : []),
    ...(doubted.length === 1
      ? [
          `to decide, say \`${defaultRulesText({ gone: [], standing: doubted })}\` or \`${defaultRulesText({ gone: doubted, standing: [] })}\``,
        ]
      : []),
    ...(doubted.length > 1
      ? [`to decide, say which of ${doubted.join(' ')} stand and which are gone, in \`default-rules\``]
      : []),
  ];
}

function groupWords(parts: readonly BeliefPart[], more: readonly string[]): string {
  return [...seenWords(parts), ...parts.flatMap(partWords), ...more].join('; ');
}

/** Groups of a cluster of which the same is said are named together. */
function saidOnce(
  said: readonly { readonly group: ReportGroup; readonly words: string }[],
): readonly BelievedGroup[] {
  const alike = groupBy(said, ({ group, words }) => JSON.stringify([group.plan, group.cluster, words]));
  return [...alike.values()].map((same) => {
    const [{ group, words }] = same;
    const names = same.map(({ group: { role, name, address } }) =>
      [ROLE_NAMES[role], name ?? address ?? []].flat().join(' '),
    );
    return {
      plan: group.plan,
      cluster: group.cluster,
      text: toText(`${capped(names, GROUP_LIMIT)}: ${words}`),
    };
  });
}

const GROUP_LIMIT = 4;

const ORDINARY: ReadonlySet<Belief['kind']> = new Set(['plan', 'assumed']);

function isDrifted({ stands }: BeliefPart): boolean {
  return stands === 'no';
}

function isSpecial({ belief, stands }: BeliefPart): boolean {
  return !ORDINARY.has(belief.kind) || (belief.kind === 'plan' && stands === 'no');
}

/** `Of CCE's own rules 15 are assumed to stand: …`; undefined when none is. */
export function assumedSentence({ groups }: Pick<Report, 'groups'>): Text | undefined {
  const assumed = groups.flatMap(beliefParts).filter(({ belief }) => belief.kind === 'assumed');
  const rules = assumed.reduce((sum, { rows }) => sum + rows.filter((row) => row !== undefined).length, 0);
  const names = groupBy(
    assumed.flatMap(({ rows }) => rows),
    (row) => row,
  );
  const rows = [...names.keys()]
    .filter((row) => row !== undefined)
    .sort((a, b) => a.table - b.table || a.number - b.number);
  const ofGroups = names.get(undefined)?.length ?? 0;
  const where = rules > rows.length ? `, in ${assumed.length} groups` : '';
  const sentences = [
    ...(rules > 0
      ? [
          `Of CCE’s own rules ${rules} ${rules === 1 ? 'is' : 'are'} assumed to stand${where}: ${rowRanges(rows)}.`,
        ]
      : []),
    ...(ofGroups > 0
      ? [
          `The rules that every new group has are assumed to stand in ${count(ofGroups, 'group')} of one’s own.`,
        ]
      : []),
  ];
  return sentences.length === 0 ? undefined : toText(sentences.join(' '));
}

/** What the words are of a record that is to be made. */
export interface RecordWords {
  readonly cluster: string;
  /** `T1.9 goes with this plan, so that …`. */
  readonly why: Text;
  /** Undefined when it is recorded already. */
  readonly entry: RecordEntry | undefined;
}

/** What the configuration is to say of a cluster. */
export interface RecordEntry {
  /** `default-rules: { gone: [T1.9] }` */
  readonly line: string;
  /** What a configuration file without the cluster needs; the line alone when its name must not be printed. */
  readonly lines: readonly string[];
}

/** What to commit with a plan that takes default rules away. */
export function recordingWords({
  records,
  plans,
}: Pick<Report, 'records' | 'plans'>): readonly RecordWords[] {
  const these = plans.length > 1 ? 'these plans' : 'this plan';
  return records.map((record) => {
    const { cluster, gone, recorded, isNameable, entry } = record;
    const goes = `${rowRanges(gone)} ${gone.length === 1 ? 'goes' : 'go'} with ${these}`;
    if (recorded.length === gone.length) {
      const is = gone.length === 1 ? 'is' : 'are';
      return {
        cluster,
        why: toText(`${goes}, and ${is} recorded here`),
        entry: undefined,
      };
    }
    const line = defaultRulesText(entry);
    return {
      cluster,
      why: toText(`${goes}; record it with the change, so that the next plan is judged by it`),
      // A name that is cut is no name.
      entry: {
        line,
        lines: isNameable && shownValue(cluster) === cluster ? entryLines(cluster, entry) : [line],
      },
    };
  });
}
