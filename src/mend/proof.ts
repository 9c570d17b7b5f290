import { distinct } from '../collections.js';
import type { Bounds } from '../net/bounds.js';
import type { Configuration, Severity } from '../config/configuration.js';
import type { Subject, SubjectState } from '../cluster/subject.js';
import { isEmpty, isSubset, type Region, region, subtract, union, unionOf } from '../net/region.js';
import type { Requirement } from '../model/requirement.js';
import { type PeerSet, tokenPeers, unionPeers } from '../net/peers.js';
import { type Edit, planWith } from '../plan/edit.js';
import { byTableAndNumber } from '../report/defaults.js';
import type { FixEffect } from '../report/fix.js';
import { conclusionOf } from '../report/joined.js';
import type { ReportFinding } from '../report/report.js';
import { must } from '../result.js';
import type { ToldFindings } from '../report/report-of.js';
import { type Run, type RunInput, type Trial, tryRun } from '../run.js';
import { askRow, needOf } from '../cluster/question.js';
import { groupToken, literally } from '../weigh/unchanged.js';
import type { Ailment, SickRow } from './ailment.js';

/** A run whose findings are to be mended. */
export interface Judged {
  readonly input: RunInput;
  readonly run: Run;
}

/** Whether the run may be judged so many times more; then they are used up. */
export type MayTry = (runs: number) => boolean;

/** What would be changed: the plan of the findings, or the configuration. */
export interface TrialChange {
  readonly edits: readonly Edit[];
  readonly configuration?: Configuration;
}

/** The run as it would be with the change. */
export function runWith({ input, run }: Judged, plan: number, { edits, configuration }: TrialChange): Trial {
  const changed = {
    ...input,
    plans: input.plans.map((one, index) =>
      index === plan ? { ...one, plan: planWith(one.plan, edits) } : one,
    ),
    ...(configuration !== undefined && { configuration, proposed: configuration }),
  };
  return tryRun(changed, run);
}

/**
 * That a change of the plan mends: its findings are gone, none above notice has come, and nothing is let through that
 * was not before, that the plan does not let through as it is, and that no row of the findings asks for. What else
 * becomes of it; undefined when one of this is not so.
 */
export function proofOf(
  judged: Judged,
  ailment: Ailment,
  edits: readonly Edit[],
): readonly FixEffect[] | undefined {
  const next = runWith(judged, ailment.plan, { edits });
  if (!isCured(judged.run.report, next.report, ailment)) return undefined;
  const opened = openingsOf(judged.run, next, ailment, edits);
  return opened === undefined ? undefined : [...opened, ...besides(judged.run.report, next.report, ailment)];
}

const RANK: Readonly<Record<Severity, number>> = { notice: 0, warning: 1, critical: 2 };

/** Whether the findings are gone in any form, and no other has come or become graver. */
export function isCured(
  before: ToldFindings,
  after: ToldFindings,
  { findings }: Pick<Ailment, 'findings'>,
): boolean {
  const was = new Map(before.findings.map((one) => [one.fingerprint, one]));
  const targets = new Set(findings.map(({ fingerprint }) => fingerprint));
  const rows = new Set(findings.flatMap((one) => rowOfSubject(one) ?? []));
  return after.findings
    .filter(({ waived }) => waived === undefined)
    .every((one) => {
      const old = was.get(one.fingerprint);
      if (targets.has(one.fingerprint)) return false;
      if (old !== undefined && old.waived === undefined) return RANK[one.severity] <= RANK[old.severity];
      const key = rowOfSubject(one);
      return one.severity === 'notice' && (key === undefined || !rows.has(key));
    });
}

/** What the plan of an ailment comes to. What is said of the whole run counts where the ailment is of that as well. */
export function conclusionFor(
  { findings }: ToldFindings,
  { plan, findings: [first] }: Pick<Ailment, 'plan' | 'findings'>,
  { input }: Judged,
): 'pass' | 'fail' {
  const isOfRun = first.ofRun !== undefined;
  const own = findings.filter((one) => one.plan === plan && (isOfRun || one.ofRun === undefined));
  return conclusionOf(own, input.failOn);
}

/** A row of a subject, whatever becomes of it. */
function rowOfSubject({ plan, cluster, pool, group, row }: ReportFinding): string | undefined {
  return row === undefined ? undefined : JSON.stringify([plan, cluster, pool, group?.key, row.id]);
}

/** What comes to be let through; undefined when some of it is asked for by nobody. */
function openingsOf(
  was: Trial,
  next: Trial,
  ailment: Ailment,
  edits: readonly Edit[],
): readonly FixEffect[] | undefined {
  const { plan, groups } = ailment;
  const [old, edited] = [was, next].map(({ judged }) => must(judged[plan], 'the same plans').subjects);
  if (old === undefined || edited === undefined) return undefined;
  const keys = distinct([
    ...groups,
    ...edits.flatMap((edit) =>
      edit.kind === 'add' && edit.side.group.kind === 'group' ? [edit.side.group.key] : [],
    ),
  ]);
  const sides = keys.map((key) => {
    const { before, after } = old.viewOf(key).rules;
    const is = literally(edited.viewOf(key).rules.after, edited.world);
    const was = [before, after].map((rules) => literally(rules, old.world));
    const known = (which: keyof Bounds): Region => unionOf(was.map(({ [which]: region }) => region));
    return {
      key,
      surely: subtract(is.surely, known('surely')),
      possibly: subtract(is.possibly, known('possibly')),
    };
  });
  const wishes = wishesOf(ailment);
  const isAsked = sides.every(({ key, surely, possibly }) => {
    const own = wishes.filter(({ subject }) => subject.groups.some((group) => group.key === key));
    return isEmpty(subtract(union(surely, possibly), unionOf(own.map(({ wanted }) => wanted))));
  });
  if (!isAsked) return undefined;
  const opening = wishes.filter(({ wanted }) =>
    sides.some(({ surely }) => !isSubset(wanted, subtract(wanted, surely))),
  );
  return opening.length === 0
    ? [{ kind: 'opens-nothing' }]
    : [
        {
          kind: 'opens-rows',
          rows: [...new Set(opening.map(({ row }) => row))].sort(byTableAndNumber).map(({ id }) => id),
        },
      ];
}

/** What a row asks of the groups of a subject. */
interface Wish {
  readonly row: Requirement;
  readonly subject: Subject;
  readonly wanted: Region;
}

function wishesOf({ rows, shutOut }: Ailment): readonly Wish[] {
  return [
    ...rows.map((sick) => ({ row: sick.asked.row, subject: sick.subject, wanted: wantedBy(sick) })),
    ...shutOut.flatMap(({ subject, rows: own, pools }) =>
      own.map((row): Wish => {
        const { direction, traffic } = askRow(row, subject, subject.after);
        const peers = tokenPeers(...pools.flat().map(groupToken));
        return { row, subject, wanted: region(direction, traffic.protocols, traffic.ports, peers) };
      }),
    ),
  ];
}

/**
 * A row, and the floor of it; groups that stand for the need are named. Of a row that names a group, its members are
 * asked for, and not whoever else may have an address that they can have.
 */
function wantedBy({ asked, subject }: SickRow): Region {
  const state: SubjectState = subject.after;
  return unionOf(
    [askRow(asked.row, subject, state), asked.ask(state)].map((question) => {
      const { direction, traffic, need, groups, namesGroup } = question;
      const named = tokenPeers(...groups.map(groupToken));
      const by = (peers: PeerSet): Region => region(direction, traffic.protocols, traffic.ports, peers);
      return namesGroup ? by(named) : union(needOf(question), by(unionPeers(need, named)));
    }),
  );
}

/** What else changes, as far as a person should know it before. */
function besides(before: ToldFindings, after: ToldFindings, { findings }: Ailment): readonly FixEffect[] {
  const own = new Set(findings.map(({ fingerprint }) => fingerprint));
  const known = new Set(before.findings.map(({ fingerprint }) => fingerprint));
  const left = new Set(after.findings.map(({ fingerprint }) => fingerprint));
  const idle = after.findings.flatMap(({ reason, fingerprint }) =>
    reason.kind === 'egress-rules-idle' && !known.has(fingerprint) ? [reason.rules] : [],
  );
  const ended = before.findings.filter(
    ({ fingerprint, severity, waived }) =>
      severity !== 'notice' && waived === undefined && !own.has(fingerprint) && !left.has(fingerprint),
  );
  return [
    ...idle.map((rules): FixEffect => ({ kind: 'egress-stays-open', rules })),
    ...(ended.length > 0 ? [{ kind: 'ends-more' as const, findings: ended.length }] : []),
  ];
}
