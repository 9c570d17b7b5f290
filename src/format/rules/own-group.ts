import { linkOf, tableOf } from '../../model/model.js';
import type { Role } from '../../model/requirement.js';
import type { LabelledRule } from '../../mend/tables/labelled-rules.js';
import type { OwnGroup } from '../../mend/tables/own-group.js';
import { ownGroupBlocks } from '../../mend/tables/own-group-blocks.js';
import { count } from '../../report/words/phrases.js';
import { hclText } from '../../terraform/write-hcl.js';
import { jsonText } from '../json-text.js';
import { commentLines } from './comments.js';

/** A group of one's own as HCL, which begins with what is to be known of it. */
export function ownGroupHcl(own: OwnGroup): string {
  return `${commentLines(introduction(own))}\n${hclText(ownGroupBlocks(own))}`;
}

/** The same for programs: its rules as the API knows them, and the HCL. */
export function ownGroupJson(own: OwnGroup): string {
  const { cluster, model, role, joined, leftOut, adds } = own;
  return jsonText({
    version: 1,
    cluster: cluster.label,
    networkModel: model,
    role,
    joined: joined.map(({ row, by }) => ({ requirement: row.id, rules: by.map(({ label }) => label) })),
    leftOut: leftOut.map(({ id }) => id),
    steps: [{ hcl: hclText(ownGroupBlocks(own)), adds, removes: [], configuration: null }],
  });
}

const MEMBERS: Readonly<Record<Role, string>> = {
  node: 'worker nodes',
  control: 'master nodes',
  eni: 'pods',
};

function introduction({
  cluster,
  model,
  role,
  rules,
  joined,
  leftOut,
  narrowed,
  only,
}: OwnGroup): readonly string[] {
  const table = tableOf(role, model);
  const [row] = table?.rows ?? [];
  return [
    `A security group of one's own for ${MEMBERS[role]} of ${cluster.label}: ${only === 'egress' ? 'what they send, ' : ''}${table?.title ?? ''}.`,
    `With ${rules.length === 1 ? 'this rule' : `these ${count(rules.length, 'rule')}`} each of its rows holds as far as it must; none of them can be taken away.`,
    ...(row === undefined ? [] : [linkOf(row)]),
    ...joined.map(({ row: { id }, by }) => `${id} needs no rule of its own: ${labelsOf(by)}.`),
    ...narrowed.map(({ id, purpose }) => `${id} is as narrow as it may be: ${purpose}`),
    ...leftOut.map(({ id, purpose }) => `${id} is left out: ${purpose} Name from where with --ssh-cidr.`),
  ];
}

function labelsOf(rules: readonly LabelledRule[]): string {
  return `${rules.map(({ label }) => label).join(', ')} ${rules.length === 1 ? 'lets' : 'let'} it through`;
}
