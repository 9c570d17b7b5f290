/**
 * The JSON report, version 1: what schema/report-1.json is made from. Scripts and tests check reports with it; a run
 * takes its type alone.
 */
import * as v from 'valibot';

import { CHECK_IDS } from '../../check/check-id.js';

const described = (description: string) => v.pipe(v.string(), v.description(description));
const textOrNull = (description: string) => v.pipe(v.nullable(v.string()), v.description(description));
const texts = (description: string) => v.pipe(v.array(v.string()), v.description(description));
const number = (description: string) =>
  v.pipe(v.number(), v.integer(), v.minValue(0), v.description(description));

const severity = v.picklist(['notice', 'warning', 'critical']);

const plan = v.pipe(
  v.object({
    path: described('The plan as it was named on the command line.'),
    label: textOrNull('The name that --label gave it.'),
    formatVersion: described('`format_version` of the plan.'),
    terraformVersion: described('`terraform_version` of the plan.'),
    changes: number('Resource changes of any type that do something.'),
    complete: v.pipe(
      v.boolean(),
      v.description('False: the plan covers only part of the configuration (-target, deferred changes).'),
    ),
    ruleChanges: number('Security group rules that change.'),
    isUnchanged: v.pipe(
      v.boolean(),
      v.description('Rules change, and no group that they belong to lets through anything else than before.'),
    ),
  }),
  v.description('A plan that was read.'),
);

const SOURCE = 'Where it comes from: an attribute, the configuration, or an assumption.';

const cluster = v.pipe(
  v.object({
    name: described('The name of the cluster.'),
    address: textOrNull(
      'The address of its resource or data source; null when only the configuration knows it.',
    ),
    networkModel: textOrNull(
      '`container_network_type`: vpc-router, overlay_l2, eni, or another that has no table.',
    ),
    vpcCidrs: texts(
      'CIDRs of the VPC. In parentheses: what stands for a value that is not known or not shown.',
    ),
    containerCidrs: texts('CIDRs of containers; in CCE Turbo the pod subnets.'),
    masterCidrs: texts('CIDRs in which the master nodes are taken to be.'),
    dnsServers: texts('DNS servers of the nodes.'),
    sources: v.pipe(
      v.object({
        networkModel: described(SOURCE),
        vpcCidrs: described(SOURCE),
        containerCidrs: described(SOURCE),
        masterCidrs: described(SOURCE),
        dnsServers: described(SOURCE),
      }),
      v.description('Where each of these comes from.'),
    ),
  }),
  v.description('A cluster, and what the names of its CIDRs are taken to mean.'),
);

const group = v.pipe(
  v.object({
    role: described('What it is to the cluster: node, control or eni.'),
    cluster: described('The name of the cluster.'),
    name: textOrNull('The name of the group.'),
    address: textOrNull('The address of its resource or data source.'),
    id: textOrNull('Its id, when the plan knows it.'),
    placedBy: described('How it was placed: by reference, id, name or configuration, or assumed.'),
  }),
  v.description('A security group in its role.'),
);

const packets = v.pipe(
  v.object({
    direction: v.pipe(
      v.picklist(['ingress', 'egress']),
      v.description('The way of the packet, seen from the member of the group.'),
    ),
    protocol: described(
      '`all`, `all but icmp, tcp`, or a list of tcp, udp, icmp, icmpv6, protocol numbers and ranges of numbers.',
    ),
    ports: described('`all`, a port or a range of ports; for ICMP type/code.'),
    peers: texts('CIDRs, names of groups, or references that have no value yet.'),
  }),
  v.description('Packets of one kind.'),
);

const line = (description: string) =>
  v.pipe(v.number(), v.integer(), v.minValue(1), v.description(description));
const lineOrNull = (description: string) =>
  v.pipe(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), v.description(description));

const spot = v.object({
  file: described('Relative to the root of the repository.'),
  line: line('The first line, from 1.'),
  endLine: line('The last line.'),
});

const cause = v.pipe(
  v.object({
    address: described('The address of the resource.'),
    actions: texts('What the plan does with it, as in the plan: create, update, delete, forget, no-op.'),
    file: textOrNull('The file of the configuration that it stands in.'),
    line: lineOrNull('The line of the file, from 1.'),
    endLine: lineOrNull('The last line of what begins at `line`.'),
    isBase: v.pipe(
      v.boolean(),
      v.description('These are lines of the base revision: in the checkout they are gone.'),
    ),
    block: v.pipe(
      v.nullable(spot),
      v.description('The block of the resource, when `line` is not within it.'),
    ),
    call: v.pipe(
      v.nullable(spot),
      v.description(
        'The module call that makes it, when it is made in a module and `line` is not within the call.',
      ),
    ),
    unplaced: textOrNull('Why there is no line; null when there is one, or nobody looked for it.'),
  }),
  v.description('A resource change that brings the finding about.'),
);

const waiver = v.object({
  reason: described('Why the packets may be missing.'),
  owner: described('Who answers for it.'),
  expires: described('The last day on which it counts, YYYY-MM-DD, UTC.'),
});

const check = v.pipe(v.picklist(CHECK_IDS), v.description('The check that found it.'));

const page = v.pipe(
  v.nullable(
    v.object({
      purpose: described('What the packets are for.'),
      note: textOrNull('Where the page is silent or contradicts itself: what was chosen, and why.'),
      url: described("The row's table on the vendor's page."),
    }),
  ),
  v.description("What the vendor's page says of the row; null when the finding is not about a row."),
);

const finding = v.pipe(
  v.object({
    fingerprint: described('16 hexadecimal digits; the same finding of the next run has the same.'),
    check,
    severity: v.pipe(severity, v.description('How grave it is.')),
    change: v.pipe(
      v.picklist(['introduced', 'transient', 'pre-existing', 'undecided']),
      v.description(
        'introduced: fine before, not after. transient: fine before and after, perhaps not while the plan is applied. pre-existing: broken before and after. undecided: depends on a value that the plan does not know.',
      ),
    ),
    requirement: textOrNull('The row of Tables 1-8, T1.1 to T8.14; null when it is not about a row.'),
    page,
    cluster: textOrNull('The name of the cluster.'),
    group: textOrNull('The name, address or id of the group; with several groups of a pool, the first.'),
    pool: textOrNull('The address of the node pool, when it has groups of its own.'),
    plan: number('The plan it was found in: an index of `plans`.'),
    missing: v.pipe(v.array(packets), v.description('The packets that it is about.')),
    witness: textOrNull('One such packet, in words.'),
    causes: v.pipe(v.array(cause), v.description('What brings it about.')),
    title: described('The title of the check.'),
    impact: described('What people see or lose.'),
    message: described('The finding in a sentence.'),
    remedy: described('What to do.'),
    waived: v.pipe(v.nullable(waiver), v.description('The waiver that hides it; it counts nowhere.')),
  }),
  v.description('A finding.'),
);

const resolved = v.pipe(
  v.object({
    check: v.pipe(v.picklist(CHECK_IDS), v.description('The check that would have found it.')),
    requirement: described('The row.'),
    cluster: described('The name of the cluster.'),
    group: textOrNull('The name, address or id of the group.'),
  }),
  v.description('A row that was missing before and holds after.'),
);

const SUMMARY = 'Findings of this severity; waived ones are not counted.';

/** The report, version 1. */
export const reportSchema = v.pipe(
  v.object({
    version: v.pipe(
      v.literal(1),
      v.description('Fields may be added to this version, and are never changed.'),
    ),
    conclusion: v.pipe(
      v.picklist(['pass', 'fail']),
      v.description('fail: a finding is at least as grave as --fail-on says.'),
    ),
    summary: v.object({ critical: number(SUMMARY), warning: number(SUMMARY), notice: number(SUMMARY) }),
    plans: v.array(plan),
    clusters: v.array(cluster),
    groups: v.array(group),
    findings: v.pipe(v.array(finding), v.description('The worst first.')),
    resolved: v.pipe(v.array(resolved), v.description('What the plan mends.')),
    holds: v.pipe(
      v.object({
        groups: number('Groups, or unions of groups of a pool, that rows were held against.'),
        rows: number('Rows that hold.'),
      }),
      v.description('How much is fine.'),
    ),
  }),
  v.title('cce-plan-guard report, version 1'),
  v.description(
    'What cce-plan-guard check --format json writes. Free of values that Terraform marks sensitive.',
  ),
);

/** The report, version 1, as a value: what `reportSchema` accepts. */
export type ReportJson = v.InferOutput<typeof reportSchema>;

/** A finding of the report, version 1. */
export type FindingJson = ReportJson['findings'][number];

/** A cause of a finding of the report, version 1. */
export type CauseJson = FindingJson['causes'][number];
