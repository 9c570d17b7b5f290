import type { Occasion } from '../../cluster/world.js';
import type { Action, Program } from '../../plan/document/document.js';
import type { Requirement, Role } from '../../model/requirement.js';
import { keyText, parseAddress } from '../../terraform/traversal.js';
import type { Report, ReportPlan } from '../report.js';
import { type Text, toText } from './text.js';

/** `1 row`, `2 rows`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** `14 of 27 rows of 2 groups hold`; undefined where no group was judged. */
export function holdsPhrase({ groups, rows, of }: Report['holds']): string | undefined {
  if (groups === 0) return undefined;
  const held = rows === of ? `all ${count(of, 'row')}` : `${rows} of ${count(of, 'row')}`;
  return `${held} of ${count(groups, 'group')} hold`;
}

/** `a, b and 3 more`: the first of a list, and how many are left out. */
export function capped(texts: readonly string[], limit: number): string {
  // "and 1 more" is hardly shorter than the one.
  if (texts.length <= limit + 1) return texts.join(', ');
  return `${texts.slice(0, limit).join(', ')} and ${texts.length - limit} more`;
}

/** `a`, `a and b`, `a, b and c`; with a comma before the last where one of them has an "and" of its own. */
export function andList(texts: readonly string[]): string {
  const others = texts.slice(0, -1);
  const last = texts.slice(-1).join('');
  if (others.length === 0) return last;
  return `${others.join(', ')}${texts.some((text) => text.includes(' and ')) ? ',' : ''} and ${last}`;
}

/** `ssh["a"]`: the address of a resource without modules and type. */
export function shortLabel(address: string): string {
  const parsed = parseAddress(address);
  if (parsed === undefined) return address;
  return `${parsed.block.slice(parsed.block.lastIndexOf('.') + 1)}${keyText(parsed.key)}`;
}

/** The sentence part as the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What stands where a value must not be printed. */
export const SENSITIVE = '(sensitive)';

/** Where a run reads what it judges. Within report/words alone. */
export const TELLERS: Readonly<Record<Occasion, string>> = { plan: 'the plan', audit: 'the facts' };

/** An ISO instant to the minute: `2026-11-24 06:00 UTC`. */
export function instantText(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}

/** Who makes plans, by the commands. */
export const PROGRAM_NAMES: Readonly<Record<Program, string>> = { terraform: 'Terraform', tofu: 'OpenTofu' };

/** Which program made the plan, and its version as it is shown. */
export function madeBy(
  { program, terraformVersion }: Pick<ReportPlan, 'program' | 'terraformVersion'>,
  shown: (version: string) => string,
): string {
  return `${PROGRAM_NAMES[program]} ${shown(terraformVersion)}`;
}

/** The role of a group, as the page says it. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  node: 'worker node security group',
  control: 'master node security group',
  eni: 'elastic network interface security group',
};

/** Who is in a group of the role, one of them. */
export const MEMBERS: Readonly<Record<Role, string>> = { node: 'worker node', control: 'master', eni: 'pod' };

const NETWORKS: ReadonlyMap<string, string> = new Map([
  ['vpc-router', 'VPC network'],
  ['overlay_l2', 'tunnel network'],
  ['eni', 'Cloud Native 2.0 network'],
]);

/** `container_network_type` as the console calls it. */
export function networkName(type: string | undefined): Text {
  if (type === undefined) return toText('network model not known');
  return toText(NETWORKS.get(type) ?? `network model ${type}`);
}

const ACTIONS: ReadonlyMap<string, string> = new Map([
  ['no-op', 'stays as it is'],
  ['read', 'read'],
  ['create', 'created'],
  ['update', 'changed'],
  ['delete', 'destroyed'],
  ['delete,create', 'replaced, the old one first'],
  ['create,delete', 'replaced, the new one first'],
  ['forget', 'forgotten, not destroyed'],
  ['create,forget', 'made anew, the old one forgotten'],
]);

/** The actions of a change, as the plan's text says them. */
export function actionsPhrase(actions: readonly Action[]): Text {
  return toText(ACTIONS.get(actions.join(',')) ?? actions.join(', '));
}

/** `T1.1-T1.3 T1.5`: ids of rows, in the page's order. */
export function rowRanges(rows: readonly Requirement[]): string {
  const runs: [Requirement, Requirement][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.[1].table === row.table && last[1].number + 1 === row.number) last[1] = row;
    else runs.push([row, row]);
  }
  return runs
    .map(([from, to]) =>
      from === to ? from.id : `${from.id}${from.number + 1 === to.number ? ' ' : '-'}${to.id}`,
    )
    .join(' ');
}

/** The first digits of a fingerprint, as other commands take them. */
export function shortFingerprint({ fingerprint }: { readonly fingerprint: string }): string {
  return fingerprint.slice(0, 8);
}
