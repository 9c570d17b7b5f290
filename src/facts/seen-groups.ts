import { firstOfEach, groupBy } from '../collections.js';
import { mayBeSame } from '../effective/rule-identity.js';
import { type GroupKey, type RuleSide, unknownGroupRef } from '../plan/rule.js';
import { ruleOfRow } from './command-line.js';
import type { SeenGroup, SeenRule } from './facts.js';
import type { Objects } from './read-facts.js';
import type { ReadRule } from './rules.js';

/** The objects that one file lists, and when somebody looked. */
export interface Answer {
  readonly objects: Objects;
  readonly since: string | undefined;
  /** Our own command wrote it: then its list of rules is whole for the groups beside it. */
  readonly isOwn: boolean;
}

/** All rules of a group, as one file says. */
interface Claim {
  readonly key: GroupKey;
  readonly since: string | undefined;
  readonly rules: readonly SeenRule[];
}

/** The groups of which files show all rules. Lists without an instant of their own are pages of one. */
export function seenGroups(answers: readonly Answer[], read: ReadRule): ReadonlyMap<GroupKey, SeenGroup> {
  const pages = answers.filter(({ isOwn }) => !isOwn);
  const claims = [
    ...answers.flatMap((answer) => wholeGroups(answer, read)),
    ...answers.filter(({ isOwn }) => isOwn).flatMap((answer) => listed([answer], read)),
    ...listed(pages, read),
  ];
  const byKey = groupBy(claims, ({ key }) => key);
  return new Map([...byKey].map(([key, same]) => [key, agreed(key, same)]));
}

/** The groups of which a file lists rules. */
export function groupsWithRules({ group, rule, 'rule-row': rows }: Objects): ReadonlySet<GroupKey> {
  return new Set([
    ...group.filter(({ value }) => hasRulesInside(value)).map(({ value }) => value.id),
    ...rule.map(({ value }) => value.security_group_id),
    ...rows.map(({ value }) => value['Security Group']),
  ]);
}

/** Groups with their rules inside. */
function wholeGroups({ objects, since }: Answer, read: ReadRule): readonly Claim[] {
  return objects.group.flatMap(({ value: { id: key, security_group_rules: own, rules: trimmed } }) => {
    if (Array.isArray(own)) return [{ key, since, rules: own.map((rule) => read(rule, key)) }];
    return Array.isArray(trimmed)
      ? [{ key, since, rules: trimmed.map((rule) => read(rule, key, 'without-zeros')) }]
      : [];
  });
}

/** Rules that are listed by themselves. */
function listed(answers: readonly Answer[], read: ReadRule): readonly Claim[] {
  const [first] = answers;
  if (first === undefined) return [];
  const { since } = first;
  const rules = answers.flatMap(({ objects }) => [
    ...objects.rule.map(({ value }) => ({
      key: value.security_group_id,
      rule: read(value, value.security_group_id),
    })),
    ...objects['rule-row'].map(({ value }) => {
      const key = value['Security Group'];
      return { key, rule: read(ruleOfRow(value), key, 'without-zeros') };
    }),
  ]);
  const byKey = groupBy(rules, ({ key }) => key);
  const empty = answers
    .filter(({ isOwn }) => isOwn)
    .flatMap(({ objects }) =>
      objects.group.filter(({ value }) => !hasRulesInside(value) && !byKey.has(value.id)),
    );
  return [
    ...[...byKey].map(([key, own]) => ({
      key,
      since,
      rules: firstOfEach(
        own.map(({ rule }) => rule),
        ({ id }) => id,
      ),
    })),
    ...empty.map(({ value }) => ({ key: value.id, since, rules: [] })),
  ];
}

function hasRulesInside(group: Objects['group'][number]['value']): boolean {
  return Array.isArray(group.security_group_rules) || Array.isArray(group.rules);
}

/** What all of them show is there; the rest is there inDoubt. */
function agreed(key: GroupKey, claims: readonly [Claim, ...Claim[]]): SeenGroup {
  const [first, ...others] = claims;
  if (others.length === 0) return { since: first.since, rules: first.rules, isContradicted: false };
  const rules = claims.flatMap((claim) => firstOfEach(claim.rules, ({ id }) => id));
  const same = [...groupBy(rules, ({ id }) => id).values()];
  const isAgreed = (all: readonly [SeenRule, ...SeenRule[]]): boolean =>
    all.length === claims.length && all.every(({ side }) => mayBeSame(side, all[0].side));
  const known = claims.map(({ since }) => since).filter((since) => since !== undefined);
  return {
    since: known.length < claims.length ? undefined : known.sort()[0],
    rules: same.flatMap((all) =>
      isAgreed(all) ? [fullest(all)] : all.map((rule) => ({ ...rule, side: inDoubt(rule.side, key) })),
    ),
    isContradicted: !same.every(isAgreed),
  };
}

/** The one that tells most: not all versions of the API tell the priority, nor do all listings the ICMP type. */
function fullest(all: readonly [SeenRule, ...SeenRule[]]): SeenRule {
  const told = all.filter(({ side }) => side.traffic.isAtMost !== true);
  return told.find(({ side }) => side.priority.kind === 'known') ?? told[0] ?? all[0];
}

function inDoubt(side: RuleSide, key: GroupKey): RuleSide {
  return { ...side, group: unknownGroupRef('files of facts do not agree on it', [key]) };
}
