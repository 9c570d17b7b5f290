import { entryLines } from '../../config/default-rules.js';
import type { HardenedGroup, Hardening } from '../../mend/tables/hardening.js';
import { groupBlocks } from '../../mend/tables/own-group-blocks.js';
import type { Requirement } from '../../model/requirement.js';
import { linkOf, MODEL } from '../../model/model.js';
import { count } from '../../report/words/phrases.js';
import { must } from '../../result.js';
import { hclText } from '../../terraform/write-hcl.js';
import { jsonText } from '../json-text.js';
import { commentLines } from './comments.js';

/** The steps as HCL with what is to be done as comments. */
export function hardeningHcl(plan: Hardening): string {
  const { cluster, groups } = plan;
  const rules = groups.flatMap((group) => group.rules);
  const isOpen = groups.some(hasOpen);
  const steps = [...(rules.length > 0 ? [addStep(plan, isOpen)] : []), ...(isOpen ? [removeStep(plan)] : [])];
  if (steps.length === 0) {
    return commentLines([
      `What worker nodes of ${cluster.label} send is hardened already, and nothing of Table 8 lacks.`,
    ]);
  }
  const texts = steps.map(({ title, lines, hcl }, index) => {
    const head = steps.length > 1 ? `Step ${String(index + 1)} of ${String(steps.length)}: ${title}` : title;
    return commentLines([head, ...lines]) + (hcl === '' ? '' : `\n${hcl}`);
  });
  return [commentLines(beginning(plan)), ...texts].join('\n');
}

/** The same for programs. */
export function hardeningJson(plan: Hardening): string {
  const { cluster, groups, adds, removes, record } = plan;
  const isOpen = groups.some(hasOpen);
  return jsonText({
    version: 1,
    cluster: cluster.label,
    networkModel: cluster.model,
    role: 'node',
    joined: [],
    leftOut: [],
    steps: [
      ...(adds.length > 0 ? [{ hcl: blocksText(plan), adds, removes: [], configuration: null }] : []),
      ...(isOpen
        ? [{ hcl: '', adds: [], removes, configuration: record === undefined ? null : recordText(plan) }]
        : []),
    ],
  });
}

interface Step {
  readonly title: string;
  readonly lines: readonly string[];
  readonly hcl: string;
}

function hasOpen({ open, openDefaults }: HardenedGroup): boolean {
  return open.length + openDefaults.length > 0;
}

function beginning({ cluster }: Hardening): readonly string[] {
  const row = must(MODEL[7]?.rows[0], 'Table 8 has rows');
  return [
    `What takes the place of "everything out" for worker nodes of ${cluster.label}: Table 8, the least that the vendor names.`,
    'Each step was judged, and none brings a finding. What else nodes and their pods call (registries, other services)',
    'is in no table: add rules for it before the last step.',
    linkOf(row),
  ];
}

function addStep(plan: Hardening, isOpen: boolean): Step {
  const rules = count(plan.adds.length, 'rule');
  const when = plan.isFirst
    ? `add ${rules} in a change of its own, before this plan is applied: it takes away what let them through.`
    : `add ${rules} and apply${isOpen ? '. Beside what lets everything out they change nothing yet.' : ': the nodes lack them.'}`;
  return {
    title: when,
    lines: [],
    hcl: blocksText(plan),
  };
}

function blocksText(plan: Hardening): string {
  return hclText(groupBlocks(plan));
}

function removeStep(plan: Hardening): Step {
  const { groups, record } = plan;
  const blocks = groups.flatMap(({ open }) => open);
  const defaults = [...new Set(groups.flatMap(({ openDefaults }) => openDefaults))];
  return {
    title: 'then take away what lets everything out, in an apply of its own.',
    lines: [
      ...blocks.map((address) => `- remove the block of ${address}`),
      ...defaults.map(
        (row) => `- delete ${defaultName(row)} in the console: egress, every protocol, 0.0.0.0/0`,
      ),
      ...(record === undefined
        ? []
        : [
            'No plan shows that such a rule is gone: record it in cce-plan-guard.yml.',
            ...configurationLines(plan).map((line) => `  ${line}`),
          ]),
    ],
    hcl: '',
  };
}

function defaultName(row: Requirement | undefined): string {
  return row === undefined
    ? 'the rule that every new group has and no plan shows'
    : `the rule of ${row.id}, which CCE made and no plan shows,`;
}

function configurationLines({ cluster, record }: Hardening): readonly string[] {
  return record === undefined ? [] : entryLines(cluster.label, record);
}

function recordText(plan: Hardening): string {
  return configurationLines(plan)
    .map((line) => `${line}\n`)
    .join('');
}
