import { linkOf, PAGE_DATE } from '../../model/model.js';
import type {
  GroupName,
  Report,
  ReportAddresses,
  ReportCause,
  ReportCluster,
  ReportFinding,
  ReportGroup,
  ReportPlan,
} from '../../report/report.js';
import { rowStates } from '../../report/row-states.js';
import { stopsApply } from '../../report/verdict.js';
import { becauseTexts } from '../../report/words/belief-words.js';
import { messageOf } from '../../report/words/finding-words.js';
import { headlineOf } from '../../report/words/headline-words.js';
import { impactOf } from '../../report/words/impact-words.js';
import { remedyOf } from '../../report/words/remedy-words.js';
import { packetTexts, witnessText } from '../../report/words/packet-words.js';
import { cidrTexts, hostTexts } from '../../report/words/cluster-words.js';
import { SENSITIVE } from '../../report/words/phrases.js';
import { openText, shownValue } from '../../report/words/text.js';
import type { Spot } from '../../source/locate/place.js';
import type { OpenBefore } from '../../weigh/openings.js';
import type { Packets } from '../../weigh/packets.js';
import { jsonText, visibleJson } from '../json-text.js';
import { type ValuesOptions, valuesText } from './values/values.js';
import type { CauseJson, FindingJson, GroupJson, ReportJson } from './schema.js';

/**
 * The report as JSON, version 1. The same report gives the same bytes. With options it has its `values` as well, on a
 * line of their own at the end: they are for a merge, not for people.
 */
export function renderJson(report: Report, options?: ValuesOptions): string {
  const text = jsonText(reportJson(report));
  const values = options === undefined ? undefined : valuesText(report, options);
  return values === undefined
    ? text
    : `${text.slice(0, -END.length)},\n  "values": ${visibleJson(values)}${END}`;
}

/** What JSON of an object ends with. */
const END = '\n}\n';

/** The report in the form of schema/report-1.json. */
export function reportJson(report: Report): ReportJson {
  const { conclusion, summary, plans, unreported, cloud, clusters, groups, findings } = report;
  const { resolved, holds, records } = report;
  const ofPlan = ({ plan }: { readonly plan: number }) => plans.length > 1 && { plan };
  return {
    version: 1,
    pageDate: PAGE_DATE,
    conclusion,
    applyStops: stopsApply(report),
    summary,
    plans: plans.map(planJson),
    ...(unreported.length > 0 && { unreported: unreported.map(shownValue) }),
    ...(cloud !== undefined && { cloud: { files: [...cloud.files], seenAt: cloud.since ?? null } }),
    clusters: clusters.map((cluster) => ({ ...ofPlan(cluster), ...clusterJson(cluster) })),
    groups: groups.map((group) => ({ ...ofPlan(group), ...reportGroupJson(group) })),
    findings: findings.map(findingJson),
    resolved: resolved.map(({ plan, check, row, cluster, group }) => ({
      ...ofPlan({ plan }),
      check: check.id,
      requirement: row.id,
      cluster: shownValue(cluster),
      group: groupJson(group),
    })),
    holds,
    rows: rowStates(report).map(({ plan, row, cluster, subject, before, during, after }) => ({
      ...ofPlan({ plan }),
      requirement: row.id,
      cluster: valueJson(cluster),
      group: valueJson(subject),
      before: STATES[before],
      during: during === undefined ? null : STATES[during],
      after: STATES[after],
    })),
    record: records.map(({ cluster, gone, recorded }) => ({
      cluster: shownValue(cluster),
      gone: gone.filter((row) => !recorded.includes(row)).map(({ id }) => id),
      recorded: recorded.map(({ id }) => id),
    })),
    effectiveFingerprint: report.effectiveFingerprint() ?? null,
  };
}

/** The states of a row as programs read them. */
const STATES = {
  holds: 'holds',
  'holds in part': 'partly',
  missing: 'missing',
  'may be cut': 'may-be-cut',
  'not known': 'unknown',
  'not there': 'absent',
} as const;

function reportGroupJson(group: ReportGroup): GroupJson {
  const { role, cluster, name, address, id, placedBy, openBefore, defaults } = group;
  return {
    role,
    cluster: shownValue(cluster),
    name: valueJson(name),
    address: valueJson(address),
    id: valueJson(id),
    placedBy,
    openBefore: openBefore.map(openBeforeJson),
    defaults: defaults.map(({ row, belief, stands }) => ({
      requirement: row?.id ?? null,
      belief: belief.kind,
      stands,
      since: belief.kind === 'seen' ? (belief.since ?? null) : null,
      because: becauseTexts(belief).map(openText),
    })),
  };
}

function planJson(plan: ReportPlan): ReportJson['plans'][number] {
  const { path, label, formatVersion, terraformVersion, changes } = plan;
  const { complete, ruleChanges, isUnchanged } = plan;
  const unchangedIf = plan.unchangedIf.map((row) => row?.id ?? null);
  return {
    path: shownValue(path),
    label: valueJson(label),
    formatVersion: shownValue(formatVersion),
    terraformVersion: shownValue(terraformVersion),
    ...{ changes, complete, ruleChanges, isUnchanged, unchangedIf },
  };
}

function openBeforeJson({ opening, family, belief }: OpenBefore): GroupJson['openBefore'][number] {
  switch (opening.kind) {
    case 'all':
      return { protocol: 'all', ports: 'all', family, belief };
    case 'tcp':
      return { protocol: 'tcp', ports: 'all', family, belief };
    case 'port': {
      const { from, to } = opening.ports;
      return { protocol: 'tcp', ports: from === to ? `${from}` : `${from}-${to}`, family, belief };
    }
    case 'sensitive':
      return { protocol: SENSITIVE, ports: SENSITIVE, family, belief };
  }
}

function groupJson(group: GroupName | undefined): string | null {
  return valueJson(group?.shown);
}

/** A value of a plan, as far as it is shown. */
export function valueJson(value: string | undefined): string | null {
  return value === undefined ? null : shownValue(value);
}

function clusterJson(cluster: ReportCluster): ReportJson['clusters'][number] {
  const { name, address, networkType, isModelConfigured, addresses } = cluster;
  const cidrs = (of: ReportAddresses | undefined): string[] =>
    of === undefined ? [] : cidrTexts(of).map(openText);
  return {
    name: shownValue(name),
    address: valueJson(address),
    networkModel: valueJson(networkType),
    vpcCidrs: cidrs(addresses?.vpc),
    containerCidrs: cidrs(addresses?.container),
    masterCidrs: cidrs(addresses?.master),
    dnsServers: addresses === undefined ? [] : hostTexts(addresses.dns).map(openText),
    sources: {
      networkModel: isModelConfigured ? 'configuration' : 'plan',
      vpcCidrs: valueJson(addresses?.vpc.source) ?? NOT_KNOWN,
      containerCidrs: valueJson(addresses?.container.source) ?? NOT_KNOWN,
      masterCidrs: valueJson(addresses?.master.source) ?? NOT_KNOWN,
      dnsServers: valueJson(addresses?.dns.source) ?? NOT_KNOWN,
    },
  };
}

const NOT_KNOWN = 'not known';

function findingJson(finding: ReportFinding): FindingJson {
  const { fingerprint, check, severity, change, row, group, plan, missing, witness, causes } = finding;
  const { restsOn, waived } = finding;
  return {
    fingerprint,
    check: check.id,
    severity,
    change,
    requirement: row?.id ?? null,
    page: row === undefined ? null : { purpose: row.purpose, note: row.note ?? null, url: linkOf(row) },
    cluster: valueJson(finding.cluster),
    group: groupJson(group),
    pool: valueJson(finding.pool),
    plan,
    missing: missing.map(packetsJson),
    witness: witness === undefined ? null : openText(witnessText(witness)),
    causes: causes.map(causeJson),
    title: openText(headlineOf(finding)),
    impact: openText(impactOf(finding)),
    message: openText(messageOf(finding)),
    remedy: openText(remedyOf(finding)),
    restsOn: restsOn.map(({ row, belief }) => ({ requirement: row?.id ?? null, belief: belief.kind })),
    waived:
      waived === undefined ? null : { reason: waived.reason, owner: waived.owner, expires: waived.expires },
  };
}

/** Packets of one kind. */
export function packetsJson(packets: Packets): FindingJson['missing'][number] {
  const { protocol, ports, peers } = packetTexts(packets);
  return {
    direction: packets.direction,
    protocol: openText(protocol),
    ports: openText(ports),
    peers: peers.map(openText),
  };
}

function causeJson({ address, actions, place, unplaced }: ReportCause): CauseJson {
  return {
    address: shownValue(address),
    actions: [...actions],
    file: valueJson(place?.file),
    line: place?.line ?? null,
    endLine: place?.endLine ?? null,
    isBase: place?.isBase ?? false,
    block: spotJson(place?.block),
    call: spotJson(place?.call),
    unplaced: unplaced === undefined ? null : openText(unplaced),
  };
}

function spotJson(spot: Spot | undefined): CauseJson['block'] {
  return spot === undefined ? null : { ...spot, file: shownValue(spot.file) };
}
