import { createHash } from 'node:crypto';

import { CHECKS } from '../check/checks.js';
import type { Verdict } from '../check/check.js';
import type { Finding } from '../check/finding.js';
import { type MissingPackets, packetsOf, packetsText, SENSITIVE, witnessOf } from '../weigh/packets.js';
import { allRows } from '../weigh/row-sets.js';
import type { Reach } from '../cluster/addresses.js';
import { isUnchanged } from '../weigh/unchanged.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import type { BoundCluster } from '../cluster/world.js';
import type { Severity } from '../config/configuration.js';
import { cidrsOf, v4Text } from '../net/address.js';
import type { Name } from '../plan/plan.js';
import type { GroupKey } from '../plan/rule.js';
import {
  NO_PLACE,
  type Report,
  type ReportCluster,
  type ReportFinding,
  type ReportGroup,
  type ReportPlan,
  type ReportResolved,
} from './report.js';

/** One plan, judged. */
export interface Judged {
  readonly path: string;
  readonly label: string | undefined;
  readonly subjects: Subjects;
  readonly verdict: Verdict;
}

const RANK: Readonly<Record<Severity | 'never', number>> = { notice: 0, warning: 1, critical: 2, never: 3 };

/** Puts the verdicts of all plans together, the worst finding first. `failOn` is the mildest severity that fails. */
export function toReport(judged: readonly Judged[], failOn: Severity | 'never'): Report {
  const findings = judged.flatMap(({ subjects, verdict }, plan) =>
    verdict.findings.map((finding) => reportFinding(finding, subjects, plan)),
  );
  const counted = findings.filter(({ waived }) => waived === null);
  const summary = { critical: 0, warning: 0, notice: 0 };
  for (const { severity } of counted) summary[severity]++;
  return {
    version: 1,
    conclusion: counted.some(({ severity }) => RANK[severity] >= RANK[failOn]) ? 'fail' : 'pass',
    summary,
    plans: judged.map(reportPlan),
    clusters: judged.flatMap(({ subjects }) =>
      subjects.world.clusters.map((cluster) => reportCluster(cluster, subjects)),
    ),
    groups: judged.flatMap(({ subjects }) => reportGroups(subjects)),
    findings: findings.sort(byGravity),
    resolved: judged.flatMap(({ subjects, verdict }) =>
      verdict.resolved.map(({ check, requirement, cluster, group }): ReportResolved => ({
        check,
        requirement,
        cluster: clusterName(cluster, subjects),
        group: groupName(group, subjects),
      })),
    ),
    holds: holds(judged, counted),
  };
}

const CHANGES = ['introduced', 'transient', 'undecided', 'pre-existing'];

function byGravity(a: ReportFinding, b: ReportFinding): number {
  return (
    RANK[b.severity] - RANK[a.severity] ||
    CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change) ||
    a.plan - b.plan ||
    compare(a.cluster ?? '', b.cluster ?? '')
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function reportPlan({ path, label, subjects }: Judged): ReportPlan {
  const { header, rules } = subjects.world.plan;
  const changed = rules.filter(({ change }) => change !== 'stands' && change !== 'drifted-away');
  return {
    path,
    label: label ?? null,
    formatVersion: header.formatVersion,
    terraformVersion: header.terraformVersion,
    changes: header.changeCount,
    complete: header.complete !== false,
    ruleChanges: changed.length,
    isUnchanged: changed.length > 0 && isUnchanged(subjects, changed),
  };
}

function reportCluster(cluster: BoundCluster, subjects: Subjects): ReportCluster {
  const addresses = cluster.after ?? cluster.before;
  return {
    name: cluster.label,
    address: cluster.resource?.address ?? null,
    networkModel: cluster.networkType === undefined ? null : nameText(cluster.networkType, subjects),
    vpcCidrs: addresses === undefined ? [] : reachTexts(addresses.vpc),
    containerCidrs: addresses === undefined ? [] : reachTexts(addresses.container),
    masterCidrs: addresses === undefined ? [] : reachTexts(addresses.master),
    dnsServers: addresses === undefined ? [] : reachTexts(addresses.dns, true),
    sources: {
      networkModel: cluster.configuration?.networkModel === undefined ? 'plan' : 'configuration',
      vpcCidrs: addresses?.vpc.source ?? 'not known',
      containerCidrs: addresses?.container.source ?? 'not known',
      masterCidrs: addresses?.master.source ?? 'not known',
      dnsServers: addresses?.dns.source ?? 'not known',
    },
  };
}

function reachTexts({ peers, isSensitive }: Reach, asHosts = false): readonly string[] {
  if (isSensitive) return [SENSITIVE];
  const known = asHosts
    ? peers.v4.flatMap(({ lo, hi }) =>
        lo === hi ? [v4Text(lo)] : cidrsOf({ ...peers, v4: [{ lo, hi }], v6: [] }),
      )
    : cidrsOf(peers);
  return [...known, ...peers.tokens.map((token) => `(${token})`)];
}

/** The name, unless it is a secret or tells the secret name of a cluster, as CCE's names of groups do. */
function nameText({ text, isSensitive }: Name, { world }: Subjects): string {
  const tellsName = world.clusters.some(({ name, label }) => label !== name && text.includes(name));
  return isSensitive || tellsName ? SENSITIVE : text;
}

function reportGroups(all: Subjects): readonly ReportGroup[] {
  const { subjects, world } = all;
  const groups = new Map<string, ReportGroup>();
  for (const { cluster, role, groups: views } of subjects) {
    for (const { key, resource, kind } of views) {
      const name = resource?.nameAfter ?? resource?.nameBefore;
      const id = resource === undefined ? (isId(key) ? key : undefined) : resource.id;
      groups.set(`${cluster.name} ${role} ${key}`, {
        role,
        cluster: cluster.label,
        name: name === undefined ? null : nameText(name, all),
        address: resource?.address ?? null,
        id: id === undefined ? null : world.plan.sensitiveIds.has(id) ? SENSITIVE : id,
        placedBy: kind === 'made' ? (cluster[role]?.placedBy ?? 'reference') : 'reference',
      });
    }
  }
  return [...groups.values()];
}

function isId(key: GroupKey): boolean {
  return /^[0-9a-f]{8}-/.test(key);
}

function groupName(key: GroupKey | undefined, subjects: Subjects): string | null {
  if (key === undefined) return null;
  const { viewOf, world } = subjects;
  const { resource } = viewOf(key);
  const name = resource?.nameAfter ?? resource?.nameBefore;
  const shown = name === undefined ? SENSITIVE : nameText(name, subjects);
  if (shown !== SENSITIVE) return shown;
  return resource?.address ?? (world.plan.sensitiveIds.has(key) ? SENSITIVE : key);
}

function clusterName(name: string, { world }: Subjects): string {
  return world.clusters.find((cluster) => cluster.name === name)?.label ?? name;
}

function reportFinding(finding: Finding, subjects: Subjects, plan: number): ReportFinding {
  const { requirement = null, waived } = finding;
  const cluster = finding.cluster === undefined ? null : clusterName(finding.cluster, subjects);
  const group = groupName(finding.group, subjects);
  const missing =
    finding.packets === undefined ? [] : packetsOf(finding.packets.region, finding.packets.names);
  const identity = [
    finding.check,
    finding.change,
    requirement,
    cluster,
    group,
    finding.pool ?? null,
    requirement === null
      ? [...finding.causes.map(({ address }) => address), messageOf(finding, missing)]
      : [],
    waived === undefined ? null : waived.text,
  ];
  return {
    fingerprint: createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16),
    check: finding.check,
    severity: finding.severity,
    change: finding.change,
    requirement,
    cluster,
    group,
    pool: finding.pool ?? null,
    plan,
    missing,
    witness: witnessOfFinding(finding) ?? null,
    causes: finding.causes.map(({ address, actions }) => ({ address, actions, ...NO_PLACE })),
    title: CHECKS.find(({ id }) => id === finding.check)?.title ?? finding.check,
    impact: finding.impact,
    message: messageOf(finding, missing),
    remedy: finding.remedy,
    waived:
      waived === undefined ? null : { reason: waived.reason, owner: waived.owner, expires: waived.expires },
  };
}

function witnessOfFinding({ packets }: Finding): string | undefined {
  return packets === undefined
    ? undefined
    : witnessOf(packets.region, packets.member, packets.names, packets.fate);
}

function messageOf({ statement }: Finding, missing: readonly MissingPackets[]): string {
  const [lead, tail] = statement;
  return tail === undefined ? lead : `${lead} ${packetsText(missing)} ${tail}`;
}

function holds(judged: readonly Judged[], findings: readonly ReportFinding[]): Report['holds'] {
  const all = judged.flatMap(({ subjects }) => subjects.subjects);
  const rows = all.reduce((sum, subject) => sum + rowCount(subject), 0);
  const broken = new Set(
    findings
      .filter((f) => f.requirement !== null)
      .map((f) => `${f.plan} ${f.cluster ?? ''} ${f.pool ?? ''} ${f.requirement ?? ''}`),
  );
  return { groups: all.length, rows: rows - broken.size };
}

function rowCount(subject: Subject): number {
  return new Set(allRows(subject).map(({ row }) => row.id)).size;
}
