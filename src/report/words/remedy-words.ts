import { distinct, type NonEmpty } from '../../collections.js';
import type { Reason, Remedy } from '../../check/finding.js';
import type { ReportFinding } from '../report.js';
import { decidingWords, doubtsIn } from './doubt-words.js';
import { type Text, toText } from './text.js';

/** What to do against findings of one block: what would decide them, or what the first of them says. */
export function remedyOf(...findings: NonEmpty<ReportFinding>): Text {
  const [{ check, remedy, reason, change, occasion }] = findings;
  if (occasion === 'audit' && reason.kind === 'rules-not-known') return toText(LOOK_AT_ALL);
  if (remedy.kind === 'tell-value') return toText(decidingWords(doubtsIn(findings), occasion));
  if (reason.kind === 'key-renamed') return toText(moveWords(reason));
  if (remedy.kind === 'of-check') return toText(check.remedy);
  // What may be cut for a moment may be so for several reasons.
  const kinds = change === 'transient' ? findings.map((one) => one.remedy.kind) : [remedy.kind];
  return toText(
    distinct(kinds)
      .flatMap((kind) => (kind === 'of-check' || kind === 'tell-value' ? [] : REMEDIES[kind]))
      .join(' '),
  );
}

function moveWords({ from, to, canMove, isDeposed }: Extract<Reason, { kind: 'key-renamed' }>): string {
  const old = from === undefined ? 'the address of the old rule' : `\`${from}\``;
  if (isDeposed) {
    return `The old rule is a leftover (deposed), which no \`moved\` block reaches: let it go in an apply of its own (\`-target\` ${old}), and make \`${to}\` in the one that follows at once.`;
  }
  return canMove
    ? `Tell Terraform that it is the same rule, by a \`moved\` block with \`from\` = ${old} and \`to\` = \`${to}\`: then nothing is made or destroyed.`
    : `Import the rule that exists as \`${to}\`, and take ${old} out of the state by a \`removed\` block with \`destroy = false\`.`;
}

const LOOK_AT_ALL =
  'Look at the whole project, with what lists its groups and their rules: `cce-plan-guard facts --output facts.json`.';

const REMEDIES: Readonly<Record<Exclude<Remedy['kind'], 'of-check' | 'tell-value'>, string>> = {
  'old-first': 'Undo the change, or leave `create_before_destroy` out, so that the old rule goes first.',
  'remove-one': 'Remove the new rule from the configuration: the one that exists says the same.',
  'stable-keys':
    'Give each rule a key that does not shift (`for_each` over names); else apply again until the plan is empty.',
  'same-again':
    'The API bears no second rule that says the same (409), so the new one cannot be made first: undo what forces the replacement (a description, another spelling, another version of the provider), or apply when the cluster can bear it. To bridge the moment, let the same packets through by two halves of the rule, made in a plan before this one and removed in one after it.',
  'keep-no-default':
    'Set `delete_default_rules = true` on the new group, so that it is made without this rule; or leave the rule out of the configuration.',
  'two-plans':
    'Add the new rules in a first plan and remove the old ones in a second, or apply when the cluster can bear it.',
  'add-rules': 'Add rules that let these packets through.',
  'narrow-deny':
    'Narrow the deny rule that stops these packets, or leave it out. An allow rule beside it helps only if its priority is a smaller number.',
  'add-and-narrow':
    'Add rules that let these packets through, and narrow the deny rule that stops some of them.',
  'keep-against-deny': 'Keep the rule that wins against the deny rule, or narrow the deny rule.',
  'name-load-balancers':
    'Name the load balancers in `load-balancer-cidrs` of the configuration file, or say an empty list there.',
  'narrow-later':
    'Import the rule that CCE makes into Terraform once it is there, and name the address ranges that need the port.',
  'keep-order':
    'Keep the order of `security_group_ids` as it was: the same groups in another order replace the pool.',
  'pool-beside':
    'If the nodes must not all go at once: make a second pool with the new groups, move the workload, and remove the old pool in a later plan.',
  'keep-cluster-group':
    'Keep `security_group_id` as it is, and change the rules of the group that the cluster has.',
  'tell-model': 'Say `network-model` and the CIDRs of the cluster in the configuration file.',
  'admit-pools':
    'Add rules that let members of the other pools’ groups reach these ports, or put one group on all pools.',
  'name-group':
    'If nodes are meant to be in it, name it in `security_group_ids` of a node pool or `security_group_id` of the cluster; one that exists is made anew by that. Else there is nothing to do.',
  'check-filters': 'See that the subnets of the cluster keep their way through the firewall or network ACL.',
  'look-again':
    'Plan again, and look again at the project that the plan is for: `cce-plan-guard facts --plan plan.json --output facts.json`.',
  'keep-one': 'Keep one of them and remove the others.',
  'remove-idle': 'Remove it. If the other one lets through more than it should, narrow that one instead.',
  'add-own-rule': 'Add the rule as the row says it, for members of that group, beside the others.',
  'show-cluster':
    'Add the data source of the cluster to the configuration, so that its network model is known.',
};
