import type { Side } from '../document/document.js';
import type { Instance } from '../instance.js';
import type { RuleIdList } from '../plan.js';
import { knownText, textsAt } from '../value.js';

/**
 * The data source `networking_secgroup_rule_ids_v2`, as it was read before the plan: the ids of all rules of a group,
 * whoever made them. A list that was not read, or not wholly, tells nothing. (Source: otc.md 1.11.)
 */
export function readRuleIds({ before }: Instance): readonly RuleIdList[] {
  const group = knownText(before, 'security_group_id');
  const ids = before === undefined ? undefined : listedIds(before);
  return group === undefined || ids === undefined ? [] : [{ group, ids }];
}

/** The provider puts an empty text among the ids, so the list of a group without rules is not empty. */
function listedIds(side: Side): readonly string[] | undefined {
  const texts = textsAt(side, 'ids');
  if (texts.kind === 'unset') return Array.isArray(side.values['ids']) ? [] : undefined;
  const ids = texts.kind === 'known' ? texts.value.filter((id) => id !== undefined) : undefined;
  return texts.kind === 'known' && ids?.length === texts.value.length ? ids : undefined;
}
