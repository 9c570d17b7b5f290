import type { NonEmpty } from '../../collections.js';
import type { Reason, Remedy } from '../../check/finding.js';
import type { ReportFinding } from '../report.js';
import { decidingWords, doubtsIn } from './doubt-words.js';
import { fixSentence, whyNoFixWords } from './fix-words.js';
import { repairWords } from './flaw-words.js';
import { say, type Text, toText } from './text.js';

/**
 * What to do against findings of one block: the most conservative change that is proved to end them; of what is
 * undecided first what would decide it.
 */
export function remedyOf(...findings: NonEmpty<ReportFinding>): Text {
  const [{ check, remedy, reason, occasion, fixes }] = findings;
  if (occasion === 'audit' && reason.kind === 'rules-not-known') return toText(LOOK_AT_ALL);
  const fix = fixes?.first();
  if (remedy.kind === 'tell-value') {
    const deciding = toText(decidingWords(doubtsIn(findings), occasion));
    return fix === undefined ? deciding : say`${deciding} Or do without: ${fixSentence(fix)}`;
  }
  if (remedy.kind === 'admit-pools') return toText(REMEDIES[remedy.kind]);
  if (fix !== undefined && remedy.kind === 'pool-beside')
    return say`${fixSentence(fix)} ${toText(REMEDIES[remedy.kind])}`;
  if (fix !== undefined) return fixSentence(fix);
  if (reason.kind === 'rule-problem') return toText(repairWords(reason.problem.flaw));
  if (remedy.kind === 'of-check') return toText(check.remedy);
  if (occasion === 'audit' && remedy.kind === 'prove') return toText(ADD_RULES);
  if (remedy.kind !== 'prove') return toText(REMEDIES[remedy.kind]);
  const why = fixes?.whyNone();
  if (isDeposed(reason)) return toText(DEPOSED);
  return why === undefined ? toText(ASK) : whyNoFixWords(why);
}

/** What stands before the remedy: what is undecided is not to be mended. */
export function remedyLabel({ change }: Pick<ReportFinding, 'change'>): 'to mend' | 'to decide' {
  return change === 'undecided' ? 'to decide' : 'to mend';
}

/** What to do below the block whose change ends this one, too. */
export const ENDED_ABOVE: Text = toText('As above: the same change ends this, too.');

/** Why no change of rules is offered, with what helps instead; undefined where one is. */
export function withoutFixWords(...findings: NonEmpty<ReportFinding>): Text | undefined {
  const [{ fixes, remedy }] = findings;
  const why = fixes?.whyNone();
  if (why === undefined) return undefined;
  const hasOther = why.kind !== 'notice' && remedy.kind !== 'prove';
  return hasOther ? say`${whyNoFixWords(why)} ${remedyOf(...findings)}` : whyNoFixWords(why);
}

const ADD_RULES =
  'Add rules that let these packets through. A deny that stops them has to be narrowed, or to go, first.';

const ASK = 'Ask what mends it: `cce-plan-guard fix PLAN`.';

function isDeposed(reason: Reason): boolean {
  return reason.kind === 'key-renamed' && reason.isDeposed;
}

const DEPOSED =
  'The old rule is a leftover (deposed), which no `moved` block reaches: let it go in an apply of its own (`-target`), and make the new one in the one that follows at once.';

const LOOK_AT_ALL =
  'Look at the whole project, with what lists its groups and their rules: `cce-plan-guard facts --output facts.json`.';

const REMEDIES: Readonly<Record<Exclude<Remedy['kind'], 'of-check' | 'tell-value' | 'prove'>, string>> = {
  'stable-keys':
    'Give each rule a key that does not shift (`for_each` over names); else apply again until the plan is empty.',
  'name-load-balancers':
    'Name the load balancers in `load-balancer-cidrs` of the configuration file, or say an empty list there.',
  'narrow-later':
    'Import the rule that CCE makes into Terraform once it is there, and name the address ranges that need the port.',
  'pool-beside':
    'If the nodes must not all go at once: make a second pool with the new groups, move the workload, and remove the old pool in a later plan.',
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
