import type { Subjects } from '../../cluster/subject.js';
import type { Hardening } from './hardening.js';
import type { Role } from '../../model/requirement.js';
import type { GroupKey } from '../../plan/rule.js';
import { ROLE_NAMES } from '../../report/words/phrases.js';
import { must } from '../../result.js';
import { type NewBlock, type HclText, quoted } from '../../terraform/write-hcl.js';
import { remoteText } from '../writing/written-rule.js';
import { groupExpressions } from '../writing/naming.js';
import { sideBy } from '../writing/new-rule.js';
import type { LabelledRule } from './labelled-rules.js';
import { type OwnGroup, OWN_GROUP_TYPE } from './own-group.js';
import { ruleResource } from '../writing/rule-hcl.js';

/**
 * A group of one's own as HCL for a root module: variables for groups that nothing there names, the group, its rules. What
 * is sent alone is written for a group that is there already.
 */
export function ownGroupBlocks(own: OwnGroup): readonly NewBlock[] {
  const { group, rules, only, prefix, role, subjects } = own;
  const names = namesIn(subjects, prefix);
  const ownName = only === undefined ? `${group.address}.id` : names.variable(role);
  const ofRules = ruleBlocks(rules, ownName, (key) =>
    key === group.key ? ownName : names.nameOf(key, 'control'),
  );
  const ofGroup: NewBlock = {
    keyword: 'resource',
    labels: [OWN_GROUP_TYPE, group.address.slice(OWN_GROUP_TYPE.length + 1)],
    body: [
      ['name', quoted(must(group.nameAfter, 'it has been given one').text)],
      ['delete_default_rules', 'true'],
    ],
  };
  return [...names.variables(), ...(only === undefined ? [ofGroup] : []), ...ofRules];
}

/** The rules that groups of a plan lack, and variables for groups that nothing in the root module names. */
export function groupBlocks({ groups, subjects, prefix }: Hardening): readonly NewBlock[] {
  const names = namesIn(subjects, prefix);
  const blocks = groups
    .filter(({ rules }) => rules.length > 0)
    .flatMap(({ key, rules }) =>
      ruleBlocks(rules, names.nameOf(key, 'node'), (other) =>
        names.nameOf(other, other === key ? 'node' : 'control'),
      ),
    );
  return [...names.variables(), ...blocks];
}

/** Names of groups in the root module. Those that have none get a variable, which is to be written as well. */
function namesIn(subjects: Subjects, prefix: string) {
  const expressionsOf = groupExpressions(subjects);
  const variables = new Map<string, NewBlock>();
  const variable = (role: Role): HclText => {
    const label = `${prefix}_${role}_group_id`;
    variables.set(label, idVariable(label, `Id of the ${ROLE_NAMES[role]}`));
    return `var.${label}`;
  };
  return {
    variable,
    variables: (): readonly NewBlock[] => [...variables.values()],
    nameOf: (key: GroupKey, role: Role): HclText =>
      expressionsOf(key).find(({ module = '' }) => module === '')?.text ?? variable(role),
  };
}

function idVariable(label: string, description: string): NewBlock {
  const body = [
    ['description', quoted(description)],
    ['type', 'string'],
  ] as const;
  return { keyword: 'variable', labels: [label], body };
}

/** The rules as resources of the root module, each with what its rows are for. */
function ruleBlocks(
  rules: readonly LabelledRule[],
  group: HclText,
  nameOf: (key: GroupKey) => HclText,
): readonly NewBlock[] {
  return rules.map((rule) => {
    const { api, label, rows, remote } = rule;
    const other = remoteText(remote, '', (key) => [{ text: nameOf(key), module: undefined }]);
    return must(
      ruleResource({
        ...{ api, group, label, side: sideBy(api, rule) },
        remote: must(other, 'only rules with a name for their other end are written').text,
        comments: rows.map(({ id, purpose }) => `${id}: ${purpose}`),
      }),
      'rows are rules of both APIs',
    );
  });
}
