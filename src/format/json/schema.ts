/**
 * The JSON report, version 1: what schema/report-1.json is made from. Scripts and tests check reports with it; a run
 * takes its type alone.
 */
import * as v from 'valibot';

import { CHECK_IDS } from '../../check/check-id.js';
import { flag, number, ofPlan, spot, string, textOrNull, texts } from './schema-parts.js';

const severity = v.picklist(['notice', 'warning', 'critical']);

const plan = v.pipe(
  v.object({
    path: string('The plan as it was named on the command line.'),
    label: textOrNull('The name that --label gave it.'),
    formatVersion: string('`format_version` of the plan.'),
    terraformVersion: string('`terraform_version` of the plan.'),
    changes: number('Resource changes of any type that do something.'),
    complete: flag('False: the plan covers only part of the configuration (-target, deferred changes).'),
    ruleChanges: number('Security group rules that change.'),
    isUnchanged: flag(
      'Rules change, and no group that they belong to lets through anything else than before.',
    ),
    unchangedIf: v.pipe(
      v.array(v.nullable(v.string())),
      v.description(
        'What must still stand for that: rows of which CCE made a rule that nobody manages; null for the rules that every new group has.',
      ),
    ),
  }),
  v.description('A plan that was read.'),
);

const cloud = v.pipe(
  v.object({
    files: texts('The files that show it.'),
    seenAt: textOrNull(
      'The instant at which somebody looked, the oldest of several; null when it is not known.',
    ),
  }),
  v.description('What an audit looked at. Then the one plan is empty, and its path names these files.'),
);

const SOURCE = 'Where it comes from: an attribute, the configuration, or an assumption.';

const cluster = v.pipe(
  v.object({
    plan: ofPlan,
    name: string('The name of the cluster.'),
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
        networkModel: string(SOURCE),
        vpcCidrs: string(SOURCE),
        containerCidrs: string(SOURCE),
        masterCidrs: string(SOURCE),
        dnsServers: string(SOURCE),
      }),
      v.description('Where each of these comes from.'),
    ),
  }),
  v.description('A cluster, and what the names of its CIDRs are taken to mean.'),
);

const beliefKind = v.picklist(['seen', 'plan', 'recorded', 'gone', 'doubted', 'assumed']);

const openBefore = v.object({
  protocol: string('`all` or tcp.'),
  ports: string('`all`, a port or a range of ports.'),
  family: v.pipe(v.picklist(['IPv4', 'IPv6']), v.description('The addresses to which it is open.')),
  belief: v.pipe(
    beliefKind,
    v.description('How it is known: plan, the prior state shows the rules; assumed, CCE made them.'),
  ),
});

const defaultRule = v.object({
  requirement: textOrNull('The row; null for the rules that every new group has.'),
  belief: v.pipe(
    beliefKind,
    v.description(
      'Why it is believed. seen: facts show the group; plan: the prior state shows the rule; recorded: the configuration says it; gone: other rules would be idle beside it; doubted: perhaps they would; assumed: CCE made it, and nothing speaks against it.',
    ),
  ),
  stands: v.pipe(
    v.picklist(['surely', 'possibly', 'no']),
    v.description('Whether it is taken to stand before the plan.'),
  ),
  since: textOrNull('When it was seen, an ISO instant; null when it was not, or nobody knows when.'),
  because: texts('Addresses of rules that show it, or that would be idle beside it; or why it is doubted.'),
});

const group = v.pipe(
  v.object({
    plan: ofPlan,
    role: string('What it is to the cluster: node, control or eni.'),
    cluster: string('The name of the cluster.'),
    name: textOrNull('The name of the group.'),
    address: textOrNull('The address of its resource or data source.'),
    id: textOrNull('Its id, when the plan knows it.'),
    placedBy: string('How it was placed: by reference, id, description, name or configuration, or assumed.'),
    openBefore: v.pipe(
      v.array(openBefore),
      v.description('What was open to the internet before and still is; of groups that the plan touches.'),
    ),
    defaults: v.pipe(
      v.array(defaultRule),
      v.description('The rules that CCE, or the cloud, made in the group, and what is believed of them.'),
    ),
  }),
  v.description('A security group in its role.'),
);

/** Packets of one kind. */
export const packets = v.pipe(
  v.object({
    direction: v.pipe(
      v.picklist(['ingress', 'egress']),
      v.description('The way of the packet, seen from the member of the group.'),
    ),
    protocol: string(
      '`all`, `all but icmp, tcp`, or a list of tcp, udp, icmp, icmpv6, protocol numbers and ranges of numbers.',
    ),
    ports: string('`all`, a port or a range of ports; for ICMP type/code.'),
    peers: texts('CIDRs, names of groups, or references that have no value yet.'),
  }),
  v.description('Packets of one kind.'),
);

/** A line of a file, or null. */
export const lineOrNull = (description: string) =>
  v.pipe(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), v.description(description));

const cause = v.pipe(
  v.object({
    address: string('The address of the resource.'),
    actions: texts('What the plan does with it, as in the plan: create, update, delete, forget, no-op.'),
    file: textOrNull('The file of the configuration that it stands in.'),
    line: lineOrNull('The line of the file, from 1.'),
    endLine: lineOrNull('The last line of what begins at `line`.'),
    isBase: flag('These are lines of the base revision: in the checkout they are gone.'),
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
  reason: string('Why the packets may be missing.'),
  owner: string('Who answers for it.'),
  expires: string('The last day on which it counts, YYYY-MM-DD, UTC.'),
});

const check = v.pipe(v.picklist(CHECK_IDS), v.description('The check that found it.'));

const page = v.pipe(
  v.nullable(
    v.object({
      purpose: string('What the packets are for.'),
      note: textOrNull('Where the page is silent or contradicts itself: what was chosen, and why.'),
      url: string("The row's table on the vendor's page."),
    }),
  ),
  v.description("What the vendor's page says of the row; null when the finding is not about a row."),
);

const finding = v.pipe(
  v.object({
    fingerprint: string('16 hexadecimal digits; the same finding of the next run has the same.'),
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
    title: string('What is lost or wrong, in a line.'),
    impact: string('What people see or lose.'),
    message: string('The finding in a sentence.'),
    remedy: string('What to do.'),
    restsOn: v.pipe(
      v.array(
        v.object({
          requirement: textOrNull('The row; null for the rules that every new group has.'),
          belief: v.pipe(beliefKind, v.description('Why it is believed, as in `groups`.')),
        }),
      ),
      v.description('Default rules that have a part in it and that neither the plan nor facts show.'),
    ),
    waived: v.pipe(v.nullable(waiver), v.description('The waiver that hides it; it counts nowhere.')),
  }),
  v.description('A finding.'),
);

const resolved = v.pipe(
  v.object({
    plan: ofPlan,
    check: v.pipe(v.picklist(CHECK_IDS), v.description('The check that would have found it.')),
    requirement: string('The row.'),
    cluster: string('The name of the cluster.'),
    group: textOrNull('The name, address or id of the group.'),
  }),
  v.description('A row that was missing before and holds after.'),
);

const rowOverTime = v.object({
  plan: ofPlan,
  requirement: string('The row.'),
  cluster: textOrNull('The name of the cluster.'),
  group: textOrNull('The pool, else the name, address or id of the group.'),
  before: v.pipe(
    v.picklist(['holds', 'partly', 'missing', 'unknown', 'absent']),
    v.description('Before the plan; absent: nobody was there to need it.'),
  ),
  during: v.pipe(
    v.nullable(v.picklist(['missing', 'may-be-cut', 'unknown'])),
    v.description('While the plan is applied; null for a row that the plan mends.'),
  ),
  after: v.pipe(v.picklist(['holds', 'missing', 'unknown']), v.description('After the plan.')),
});

const record = v.object({
  cluster: string('The name of the cluster.'),
  gone: texts('Rows to be added to `default-rules: { gone: [] }` of the cluster in the configuration.'),
  recorded: texts('Rows that go with this run and are recorded there already.'),
});

const SUMMARY = 'Findings of this severity; waived ones are not counted.';

/** The report, version 1. */
export const reportSchema = v.pipe(
  v.object({
    version: v.pipe(
      v.literal(1),
      v.description('Fields may be added to this version, and are never changed.'),
    ),
    pageDate: string(
      'The day of the last change of the vendor’s page whose tables the plan is held against.',
    ),
    conclusion: v.pipe(
      v.picklist(['pass', 'fail']),
      v.description('fail: a finding is at least as grave as --fail-on says.'),
    ),
    applyStops: v.pipe(
      v.boolean(),
      v.description(
        'The API or the provider surely refuses something that the plan does, and no waiver accepts it.',
      ),
    ),
    summary: v.pipe(
      v.object({ critical: number(SUMMARY), warning: number(SUMMARY), notice: number(SUMMARY) }),
      v.description('How many findings of each severity there are.'),
    ),
    plans: v.array(plan),
    unreported: v.optional(
      texts('Of a merge: plans that were to be there, by label or path, and of which it has no report.'),
    ),
    cloud: v.optional(cloud),
    clusters: v.array(cluster),
    groups: v.array(group),
    findings: v.pipe(v.array(finding), v.description('The worst first.')),
    resolved: v.pipe(v.array(resolved), v.description('What the plan mends.')),
    holds: v.pipe(
      v.object({
        groups: number('Groups, or unions of groups of a pool, that rows were held against.'),
        rows: number('Rows that hold.'),
        of: number('Rows that were held against these groups.'),
      }),
      v.description('How much is fine.'),
    ),
    rows: v.pipe(
      v.array(rowOverTime),
      v.description('Every row that does not simply hold, in the order of the page.'),
    ),
    record: v.pipe(
      v.array(record),
      v.description('Default rules that go with this run: what the configuration is to say of each cluster.'),
    ),
    effectiveFingerprint: textOrNull(
      'What all groups of clusters let through after the plan, and the default rules that it rests on, as 32 hexadecimal digits; null when they would tell of a sensitive value, or take more work than the deadline allows for.',
    ),
    values: v.optional(
      v.pipe(
        v.looseObject({}),
        v.description(
          'What the texts of this report are made from: `cce-plan-guard merge` reads it. Its form belongs to the version of the tool that wrote it; other programs read the fields above.',
        ),
      ),
    ),
  }),
  v.title('cce-plan-guard report, version 1'),
  v.description(
    'What cce-plan-guard check and audit write with --format json. Free of values that Terraform marks sensitive.',
  ),
);

/** The report, version 1, as a value: what `reportSchema` accepts. */
export type ReportJson = v.InferOutput<typeof reportSchema>;

/** A group of the report, version 1. */
export type GroupJson = ReportJson['groups'][number];

/** A finding of the report, version 1. */
export type FindingJson = ReportJson['findings'][number];

/** A cause of a finding of the report, version 1. */
export type CauseJson = FindingJson['causes'][number];
