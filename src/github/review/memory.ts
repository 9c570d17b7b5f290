import { groupBy } from '../../collections.js';
import { CHECK_IDS, type CheckId } from '../../check/check-id.js';
import { must } from '../../result.js';
import type { Report, ReportFinding } from '../../report/report.js';
import { stableName } from '../step/paths.js';
import { keyFrom, memoryMarker, memoryText } from './marker.js';

/** A finding as the summary remembers it. */
export interface Told {
  /** Of check, row and subject: the same while what is found about them changes. */
  readonly fingerprint: string;
  readonly check: CheckId;
  /** `T8.2`; undefined for a finding without a row. */
  readonly requirement: string | undefined;
}

/** The plan is part of it: two root modules may have clusters of the same name. */
function stablePlan({ plans }: Report, { plan }: ReportFinding): string {
  return stableName(must(plans[plan], 'a finding is of one of the plans').path);
}

/** What a comment on a line remembers of a finding. */
export function fingerprintIn(report: Report, finding: ReportFinding): string {
  return keyFrom(stablePlan(report, finding), finding.fingerprint);
}

/** What the summary remembers of a finding. */
export function toldOf(report: Report, finding: ReportFinding): Told {
  const { row, cluster = '', group, pool = '', causes } = finding;
  const { id: check } = finding.check;
  const subject = row === undefined ? causes.map(({ address }) => address) : [];
  const identity = [check, row?.id ?? '', cluster, group?.shown ?? '', pool, ...subject];
  return { fingerprint: keyFrom(stablePlan(report, finding), ...identity), check, requirement: row?.id };
}

/** What the summary says now, and what it has struck through. */
export interface Memory {
  readonly now: readonly Told[];
  readonly gone: readonly Told[];
}

/** As many as fit beside the text. */
const NOW_LIMIT = 150;
const GONE_LIMIT = 40;

/** The text has more to say than can be remembered. */
export function isCutMemory({ now }: Memory): boolean {
  return now.length >= NOW_LIMIT;
}

/** The last line of the summary. */
export function memoryLine({ now, gone }: Memory): string {
  // In what is gone the newest is the first; in what is now nothing depends on the order.
  const byCheck = [...groupBy(now.slice(0, NOW_LIMIT), ({ check }) => check).values()].flat();
  return memoryMarker(toldText(byCheck), toldText(gone.slice(0, GONE_LIMIT)));
}

/** `egress-minimum:FINGERPRINT.T8.12,FINGERPRINT.T8.2,waiver:FINGERPRINT`: a check holds until another one is named. */
function toldText(told: readonly Told[]): string {
  return told
    .map(({ fingerprint, check, requirement }, at) => {
      const row = requirement === undefined ? '' : `.${requirement}`;
      return `${check === told[at - 1]?.check ? '' : `${check}:`}${fingerprint}${row}`;
    })
    .join(',');
}

/** What an earlier summary said; whatever is not of the form is left out, as is a check that is no more. */
export function readMemory(body: string): Memory {
  const { now, gone } = memoryText(body);
  return { now: readTold(now), gone: readTold(gone) };
}

const TOLD = /^(?:([a-z-]+):)?([0-9a-f]{16})(?:\.(T[1-8]\.\d{1,2}))?$/;

function readTold(list: string): readonly Told[] {
  let check: CheckId | undefined;
  return list.split(',').flatMap((text): readonly Told[] => {
    const [, name, fingerprint, requirement] = TOLD.exec(text) ?? [];
    if (fingerprint === undefined || name !== undefined) check = CHECK_IDS.find((id) => id === name);
    if (fingerprint === undefined) return readOldTold(text);
    return check === undefined ? [] : [{ fingerprint, check, requirement }];
  });
}

/** Version 0.1.0 wrote the place of a check in this list. Nothing may change in it. */
const CHECKS_OF_0_1_0: readonly string[] = [
  'essential-rule',
  'required-access',
  'egress-minimum',
  'exposed-port',
  'duplicate-rule',
  'rule-input',
  'group-lifecycle',
  'ineffective-rule',
  'unknown-group',
  'not-covered',
  'waiver',
];
const TOLD_OF_0_1_0 = /^([0-9a-f]{16})\.(\d{1,2})(?:\.(T[1-8]\.\d{1,2}))?$/;

function readOldTold(text: string): readonly Told[] {
  const [, fingerprint, index, requirement] = TOLD_OF_0_1_0.exec(text) ?? [];
  const check = CHECK_IDS.find((id) => id === CHECKS_OF_0_1_0[Number(index)]);
  return fingerprint === undefined || check === undefined ? [] : [{ fingerprint, check, requirement }];
}
