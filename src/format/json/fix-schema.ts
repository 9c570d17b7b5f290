/**
 * What `fix --format json` prints, version 1: what schema/fix-1.json is made from. Scripts and tests check it; a run
 * takes its type alone.
 */
import * as v from 'valibot';

import { FIX_KINDS } from '../../report/fix.js';
import { string, textOrNull, texts } from './schema-parts.js';

const numberOrNull = (description: string) =>
  v.pipe(v.nullable(v.pipe(v.number(), v.integer())), v.description(description));

const fixedRule = v.pipe(
  v.object({
    group: v.object({
      address: textOrNull('The address of the group, or of what makes it.'),
      id: textOrNull('Its id, where it has one.'),
    }),
    direction: v.picklist(['ingress', 'egress']),
    ethertype: v.picklist(['IPv4', 'IPv6']),
    protocol: textOrNull('A name or a number; null: every protocol.'),
    portRangeMin: numberOrNull('The first port; of ICMP the type. 0 and 255 of icmp: every type and code.'),
    portRangeMax: numberOrNull('The last port; of ICMP the code.'),
    remoteIpPrefix: textOrNull('A CIDR, or the reference that gives it once it is known.'),
    remoteGroupId: textOrNull('A group: its id, or the reference that gives it.'),
    action: v.pipe(
      v.nullable(v.picklist(['allow', 'deny'])),
      v.description('Null for rules that the v2 API makes.'),
    ),
    priority: numberOrNull('1 to 100, the smaller number wins; null for rules that the v2 API makes.'),
  }),
  v.description('A rule, as the API has it.'),
);

const stage = v.pipe(
  v.object({
    targets: texts('What this apply is limited to; none: the rest.'),
    command: string('What to run.'),
  }),
  v.description('One of several applies, in their order.'),
);

const fix = v.pipe(
  v.object({
    fingerprint: string('The finding that it mends.'),
    kind: v.picklist(FIX_KINDS),
    text: string('What to do, a sentence.'),
    hcl: textOrNull('Blocks to add to the Terraform files; accepted by `terraform fmt -check`.'),
    module: textOrNull('The module that they belong to; null: the root module.'),
    patch: textOrNull(
      'The same as a unified diff, relative to the root of the repository, else to --source.',
    ),
    configuration: textOrNull('Lines for cce-plan-guard.yml.'),
    adds: v.pipe(
      v.array(fixedRule),
      v.description('Rules that are there after it, and not after the plan as it is.'),
    ),
    removes: v.pipe(
      v.array(
        v.object({
          address: string('The address of the rule.'),
          id: textOrNull('Its id, where it has one.'),
        }),
      ),
      v.description('Rules that are there after the plan as it is, and not after it.'),
    ),
    alsoChanges: texts('What else becomes of it.'),
    stages: v.pipe(v.array(stage), v.description('Empty: one apply does.')),
  }),
  v.description(
    'One way to mend a finding. All but facts, configuration and waive are proved against the plan.',
  ),
);

/** The whole answer. */
export const fixesSchema = v.pipe(
  v.object({
    version: v.literal(1),
    fixes: v.pipe(v.array(fix), v.description('Finding by finding, of each the most conservative first.')),
    without: v.pipe(
      v.array(
        v.object({
          fingerprint: string('A finding that no change of rules is known to mend.'),
          why: string('Why there is none, a sentence.'),
        }),
      ),
      v.description('Findings of which every fix leaves the rules alone.'),
    ),
  }),
  v.title('cce-plan-guard fixes'),
  v.description(
    'What `cce-plan-guard fix --format json` prints, version 1. Fields may be added, never changed.',
  ),
);

/** The whole answer, typed. */
export type FixesJson = v.InferOutput<typeof fixesSchema>;
