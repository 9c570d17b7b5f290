import { createHash } from 'node:crypto';

import { groupBy, memoOfObject } from '../collections.js';
import type { Finding, NamedCluster, Reason } from '../check/finding.js';
import { type Configuration, NO_CONFIGURATION, type Waiver } from '../config/configuration.js';
import type { Subjects } from '../cluster/subject.js';
import { must } from '../result.js';
import type { Opening } from '../weigh/openings.js';
import type { ReportFinding, ReportPlan } from './report.js';

/*
 * A finding is known by ids: check, change, row or kind of reason, subject, and for a finding without a row the
 * addresses of its causes. No sentence, severity or position is part of it, nor is the plan: its path may change.
 */

/** A part of an identity; null where a finding has none. */
type Id = string | null;

/** The fingerprints of a plan's findings: 16 hexadecimal digits. */
export function fingerprints(subjects: Subjects): (found: Finding) => string {
  const sameName = groupBy(subjects.world.clusters, ({ name }) => name);
  const clusterId = ({ name, label, resource }: NamedCluster): Id => {
    // A secret name, or that of another cluster too.
    const isClear = label === name && (sameName.get(name)?.length ?? 1) === 1;
    return isClear ? name : (resource?.address ?? label);
  };
  return (found) => {
    const { check, change, row, cluster, pool, role, causes, reason, waived } = found;
    return fingerprintFrom([
      check.id,
      change,
      row?.id ?? null,
      reason.kind,
      cluster === undefined ? null : clusterId(cluster),
      groupId(found, subjects),
      pool ?? null,
      role ?? null,
      ...reasonIds(reason),
      ...(row === undefined ? causes.map(({ address }) => address) : []),
      ...(waived === undefined ? [] : ['waived', waived.cluster ?? null, ...waiverIds(waived)]),
    ]);
  };
}

function fingerprintFrom(ids: readonly Id[]): string {
  return createHash('sha256').update(JSON.stringify(ids)).digest('hex').slice(0, 16);
}

/** The id, or the address that stands for it. */
function groupId({ group }: Finding, { viewOf, world }: Subjects): Id {
  if (group === undefined) return null;
  return world.plan.sensitiveIds.has(group) ? (viewOf(group).resource?.address ?? null) : group;
}

/** What tells reasons of one kind apart, where the subject and the causes do not. */
function reasonIds(reason: Reason): readonly Id[] {
  if (reason.kind === 'opened')
    return [openingId(reason.opening), ...(reason.family === 'IPv4' ? [] : [reason.family])];
  if (reason.kind === 'rule-problem') return [reason.problem.kind, reason.problem.flaw.id];
  if (reason.kind === 'group-renamed') return [reason.what];
  if (reason.kind === 'group-not-found') return [reason.text];
  if (reason.kind === 'entry-contradicts') {
    return [reason.contradiction.key, reason.contradiction.source];
  }
  if (reason.kind === 'facts-flawed') return [reason.flaw.kind, reason.flaw.file];
  if (reason.kind === 'facts-otherwise') return [reason.than];
  if (reason.kind === 'record-troubled') {
    const { kind, record, rows } = reason.trouble;
    return [kind, record, ...rows];
  }
  if (reason.kind === 'no-table') return [reason.of];
  if (reason.kind === 'ranges-overlap') return reason.of;
  if (reason.kind !== 'waiver-idle') return [];
  const { requirement, check = null, cluster = null, owner, reason: why, expires } = reason.waiver;
  return [reason.state, requirement ?? check, cluster, ...waiverIds(reason.waiver), owner, why, expires];
}

/** What a waiver names within its row or check. */
function waiverIds({ packets, group, address }: Waiver): readonly Id[] {
  return [
    packets?.text ?? null,
    ...(group === undefined ? [] : [group]),
    ...(address === undefined ? [] : [address]),
  ];
}

function openingId(opening: Opening): Id {
  return opening.kind === 'port' ? `tcp/${opening.ports.from}-${opening.ports.to}` : opening.kind;
}

/**
 * Where findings of several plans share a fingerprint, each gets one that the plan's name is part of: its label, else
 * its path. Plans that have even the name in common are numbered.
 */
export function uniqueFingerprints<T extends Pick<ReportFinding, 'fingerprint' | 'plan'>>(
  findings: readonly T[],
  plans: readonly Pick<ReportPlan, 'label' | 'path'>[],
): T[] {
  const sharing = groupBy(findings, ({ fingerprint }) => fingerprint);
  const names = plans.map(({ label, path }) => label ?? path);
  const seen = new Map<string, number>();
  const nths = names.map((name) => {
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return nth;
  });
  return findings.map((finding) => {
    const { fingerprint, plan } = finding;
    if (sharing.get(fingerprint)?.length === 1) return finding;
    const name = must(names[plan], 'each finding is of a plan');
    const nth = must(nths[plan], 'each finding is of a plan');
    return {
      ...finding,
      fingerprint: fingerprintFrom([fingerprint, name, ...(nth === 0 ? [] : [String(nth)])]),
    };
  });
}

/** Tells a configuration apart from others, by what it says. */
export const configurationId = memoOfObject((configuration: Configuration): string => {
  if (configuration === NO_CONFIGURATION) return ID_OF_NONE;
  const waivers = configuration.waivers.map(({ packets, ...terms }) => ({
    ...terms,
    packets: packets?.text,
  }));
  const text = JSON.stringify({ ...configuration, waivers }, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
});

/** Written down, for most runs have none, and what makes digests takes longer to load than a small plan to judge. */
const ID_OF_NONE = 'f779244429413ca1';
