import { distinct, firstOfEach, groupBy } from '../../collections.js';
import type { Occasion } from '../../cluster/world.js';
import type { Doubt, DoubtfulPart } from '../../weigh/doubts.js';
import { byTableAndNumber } from '../defaults.js';
import type { ReportFinding } from '../report.js';
import { rowsOf } from '../../check/finding.js';
import { requirement } from '../../model/model.js';
import type { Requirement } from '../../model/requirement.js';
import { capped, rowRanges, TELLERS } from './phrases.js';
import { type Text, toText } from './text.js';

/** What decides undecided findings, each once. */
export function doubtsIn(findings: readonly Pick<ReportFinding, 'reason'>[]): readonly Doubt[] {
  return firstOfEach(
    findings.flatMap(({ reason }) => ('doubts' in reason ? reason.doubts : [])),
    (doubt) => JSON.stringify(doubt),
  );
}

const PARTS: Readonly<Record<DoubtfulPart, string>> = {
  peer: 'the other end of',
  traffic: 'the protocol and ports of',
  direction: 'the direction of',
  family: 'the IP version of',
  action: 'whether it allows or denies:',
  group: 'the group of',
  priority: 'the priority of',
};

const LIMIT = 3;

/** `the VPC CIDR of …, the group of …`: a part of a sentence. */
export function doubtsPhrase(doubts: readonly Doubt[], occasion: Occasion): string {
  if (doubts.length === 0) return nothingShown(occasion);
  const rows = rowsIn(doubts);
  const others = doubts.filter((doubt) => doubt.kind !== 'default').map(doubtPhrase);
  return capped([...(rows.length > 0 ? [defaultsPhrase(rows)] : []), ...others], LIMIT);
}

/** Rows that CCE made and that may be gone. */
function rowsIn(doubts: readonly Doubt[]): readonly Requirement[] {
  const rows = doubts.flatMap((doubt) => (doubt.kind === 'default' ? (requirement(doubt.row) ?? []) : []));
  return [...distinct(rows)].sort(byTableAndNumber);
}

function defaultsPhrase(rows: readonly Requirement[]): string {
  return rows.length === 1
    ? `whether ${rowRanges(rows)}, which CCE made, still stands`
    : `which of ${rowRanges(rows)}, which CCE made, still stand`;
}

function nothingShown(occasion: Occasion): string {
  return `something that ${TELLERS[occasion]} ${occasion === 'audit' ? 'do' : 'does'} not show`;
}

function doubtPhrase(doubt: Exclude<Doubt, { kind: 'default' }>): string {
  switch (doubt.kind) {
    case 'range':
      return doubt.isDescribed === true ? `the ${doubt.token}` : doubt.token;
    case 'rule':
      return `${PARTS[doubt.part]} ${doubt.address}`;
    case 'seen':
      return doubt.part === 'group'
        ? 'whether a rule is there on which files of facts do not agree'
        : `${PARTS[doubt.part]} a rule of which the facts do not tell all`;
    case 'rank':
      return `whether the deny ${doubt.address} wins against rules whose priority nobody documents`;
    case 'across-groups':
      return `whether the deny ${doubt.address} wins against rules of another group, which nobody documents`;
  }
}

/**
 * Rows that are undecided before and after, what they depend on and what would decide them, in one line; `told`: what
 * findings say already.
 */
export function untouchedWords(findings: readonly ReportFinding[], told: readonly Doubt[]): Text {
  const rows = [...distinct(findings.flatMap(rowsOf))].sort(byTableAndNumber);
  const doubts = doubtsIn(findings);
  const verb = rows.length === 1 ? 'depends' : 'depend';
  const rest = `${verb} on ${doubtsPhrase(doubts, 'plan')}, before the plan as after it`;
  const known = new Set(told.map((doubt) => JSON.stringify(doubt)));
  const isTold = doubts.length > 0 && doubts.every((doubt) => known.has(JSON.stringify(doubt)));
  return toText(`${rowRanges(rows)} ${rest}${isTold ? '' : `. ${decidingWords(doubts, 'plan')}`}`);
}

/** Why it is undecided, as sentences. */
export function doubtSentences(doubts: readonly Doubt[], occasion: Occasion): readonly string[] {
  if (doubts.length === 0) return [`It depends on ${nothingShown(occasion)}.`];
  const rows = rowsIn(doubts);
  const others = doubts.filter(({ kind }) => kind !== 'default');
  const isOpen = others.some(({ kind }) => kind === 'range' || kind === 'rule');
  return [
    ...(rows.length === 1
      ? [`It holds only if ${rowRanges(rows)} still stands, which CCE made and nobody manages.`]
      : []),
    ...(rows.length > 1
      ? [`It depends on which of ${rowRanges(rows)} still stand, which CCE made and nobody manages.`]
      : []),
    ...(others.length > 0 || rows.length === 0
      ? [
          `It depends on ${doubtsPhrase(others, occasion)}${isOpen ? `, which ${TELLERS[occasion]} ${occasion === 'audit' ? 'do' : 'does'} not tell` : ''}.`,
        ]
      : []),
  ];
}

/** What would decide it, as sentences. */
export function decidingWords(doubts: readonly Doubt[], occasion: Occasion): string {
  const keys = distinct(doubts.flatMap((doubt) => (doubt.kind === 'range' ? (doubt.key ?? []) : [])));
  const isLater = doubts.some(
    (doubt) => doubt.kind === 'rule' || (doubt.kind === 'range' && doubt.key === undefined),
  );
  return [
    ...(keys.length > 0
      ? [`Say ${keys.map((key) => `\`${key}\``).join(', ')} of the cluster in the configuration file.`]
      : []),
    ...(doubts.some(({ kind }) => kind === 'rank')
      ? [
          'Say `default-rule-priority: 1` or `100` in the configuration file, or give the deny the priority 1.',
        ]
      : []),
    ...(doubts.some(({ kind }) => kind === 'across-groups')
      ? ['Give the deny the priority 1, or put it into the same group as the rules that it meets.']
      : []),
    ...defaultWords(doubts),
    ...(doubts.some(({ kind }) => kind === 'seen')
      ? [
          `Look with \`cce-plan-guard facts${occasion === 'audit' ? '' : ' --plan PLAN'}\`, which tells all of each rule.`,
        ]
      : []),
    ...(isLater ? [LATER[occasion]] : []),
    ...(doubts.length === 0
      ? [
          occasion === 'audit'
            ? 'Check these rows by hand.'
            : 'Check these rows by hand, or manage all rules of the group in this plan.',
        ]
      : []),
  ].join(' ');
}

const LATER: Readonly<Record<Occasion, string>> = {
  plan: 'Write the value out, or apply first what it comes from (`-target`), and plan again.',
  audit: 'Look again with facts that show it: `cce-plan-guard facts --output facts.json`.',
};

/** What says whether rules of CCE stand, ready to paste when it is one. */
function defaultWords(doubts: readonly Doubt[]): readonly string[] {
  const all = doubts.filter((doubt) => doubt.kind === 'default');
  return [...groupBy(all, ({ cluster }) => cluster)].map(([cluster, some]) => {
    const rows = rowsIn(some);
    const [first, second] = rows.map(({ id }) => id);
    const entry =
      second === undefined
        ? `\`default-rules: { standing: [${first}] }\` or \`{ gone: [${first}] }\``
        : `which of ${rowRanges(rows)} stand and which are gone, like \`default-rules: { standing: [${first}], gone: [${second}] }\``;
    return `Say in \`cce-plan-guard.yml\`, of the cluster \`${cluster}\`: ${entry}; or look: \`cce-plan-guard facts --plan PLAN\`, and judge with \`--facts\`.`;
  });
}
