import type { Subjects } from '../cluster/subject.js';
import type { Hardening } from './hardening.js';
import type { Role } from '../model/requirement.js';
import type { GroupKey } from '../plan/rule.js';
import { ROLE_NAMES } from '../report/words/phrases.js';
import { must } from '../result.js';
import { type HclBlock, type HclText, quoted } from '../terraform/write-hcl.js';
import { groupNames } from './naming.js';
import { type NewRule, sideBy } from './new-rule.js';
import type { LabelledRule } from './labelled-rules.js';
import { type OwnGroup, OWN_GROUP_TYPE } from './own-group.js';
import { ruleBlock } from './rule-hcl.js';

/** How HCL calls a group. */
type NameOfGroup = (key: GroupKey) => HclText;

/**
 * A group of one's own as HCL for a root module: variables for groups that nothing there names, the group, its rules. What
 * is sent alone is written for a group that is there already.
 */
export function ownGroupBlocks(own: OwnGroup): readonly HclBlock[] {
  const { group, rules, api, only, prefix, role, subjects } = own;
  const pen = penFor(subjects, prefix);
  const ownName = only === undefined ? `${group.address}.id` : pen.variable(role);
  const nameOf: NameOfGroup = (key) => (key === group.key ? ownName : pen.nameOf(key, 'control'));
  const ofRules = ruleBlocks(rules, { api, group: ownName, nameOf });
  const ofGroup: HclBlock = {
    keyword: 'resource',
    labels: [OWN_GROUP_TYPE, group.address.slice(OWN_GROUP_TYPE.length + 1)],
    body: [
      ['name', quoted(must(group.nameAfter, 'it has been given one').text)],
      ['delete_default_rules', 'true'],
    ],
  };
  return [...pen.variables(), ...(only === undefined ? [ofGroup] : []), ...ofRules];
}

/** The rules that groups of a plan lack, and variables for groups that nothing in the root module names. */
export function groupBlocks({ groups, api, subjects, prefix }: Hardening): readonly HclBlock[] {
  const pen = penFor(subjects, prefix);
  const blocks = groups.flatMap(({ key, rules }) =>
    rules.length === 0
      ? []
      : ruleBlocks(rules, {
          api,
          group: pen.nameOf(key, 'node'),
          nameOf: (other) => pen.nameOf(other, other === key ? 'node' : 'control'),
        }),
  );
  return [...pen.variables(), ...blocks];
}

/** Names of groups in the root module. Those that have none get a variable, which is to be written as well. */
function penFor(subjects: Subjects, prefix: string) {
  const names = groupNames(subjects);
  const variables = new Map<string, HclBlock>();
  const variable = (role: Role): HclText => {
    const label = `${prefix}_${role}_group_id`;
    variables.set(label, idVariable(label, `Id of the ${ROLE_NAMES[role]}`));
    return `var.${label}`;
  };
  return {
    variable,
    variables: (): readonly HclBlock[] => [...variables.values()],
    nameOf: (key: GroupKey, role: Role): HclText =>
      names(key).find(({ module }) => module === undefined || module === '')?.text ?? variable(role),
  };
}

function idVariable(label: string, description: string): HclBlock {
  const body = [
    ['description', quoted(description)],
    ['type', 'string'],
  ] as const;
  return { keyword: 'variable', labels: [label], body };
}

/** The rules as resources of the root module, each with what its rows are for. */
function ruleBlocks(
  rules: readonly LabelledRule[],
  how: { readonly api: 'v2' | 'v3'; readonly group: HclText; readonly nameOf: NameOfGroup },
): readonly HclBlock[] {
  const { api, group, nameOf } = how;
  return rules.map((rule) =>
    must(
      ruleBlock({
        ...{ api, group, label: rule.label, side: sideBy(api, rule) },
        remote: must(remoteText(rule, nameOf), 'only rules with a name for their other end are written'),
        comments: rule.rows.map(({ id, purpose }) => `${id}: ${purpose}`),
      }),
      'rows are rules of both APIs',
    ),
  );
}

function remoteText({ remote }: NewRule, nameOf: NameOfGroup): HclText | undefined {
  switch (remote.kind) {
    case 'any':
      return quoted('0.0.0.0/0');
    case 'cidr':
      return remote.reference ?? (remote.cidr === undefined ? undefined : quoted(remote.cidr));
    case 'group':
      return nameOf(remote.key);
  }
}
