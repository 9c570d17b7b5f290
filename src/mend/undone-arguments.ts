import { cidrsOf } from '../net/address.js';
import { hasPorts } from '../net/protocol.js';
import { isSecret, type Rule, type RuleSide } from '../plan/rule.js';
import type { UndoneArgument } from '../report/fix.js';
import { type HclText, quoted } from '../terraform/write-hcl.js';
import { ruleResource } from './writing/rule-hcl.js';

/**
 * The arguments that take the change of a rule back, and what the plan would have them be; none where they are not all of
 * it, are no values that somebody could write, or are secret.
 */
export function undoneArguments(rule: Rule): readonly UndoneArgument[] {
  const { address, before, after, replaceAttributes } = rule;
  const [was, is] = [before, after].map((side) => argumentsOf(side, rule));
  if (was === undefined || is === undefined) return [];
  // A group is a reference in people's files, and its id may be a secret.
  if (was.get('security_group_id') !== is.get('security_group_id')) return [];
  const names = new Set([...was.keys(), ...is.keys()]);
  const changed = [...names].flatMap((name): readonly UndoneArgument[] => {
    const [value, instead] = [was.get(name), is.get(name)];
    return value === undefined || value === instead ? [] : [{ address, name, value, instead }];
  });
  const isWhole =
    [...names].every((name) => was.has(name)) &&
    replaceAttributes.every((attribute) => changed.some(({ name }) => name === attribute));
  return isWhole ? changed : [];
}

/** What its block says, by the names of its arguments; undefined where that may have been written in several ways. */
function argumentsOf(side: RuleSide | undefined, { api }: Rule): ReadonlyMap<string, HclText> | undefined {
  if (side === undefined || api === 'nova' || side.problems.length > 0 || isSecret(side)) return undefined;
  const { group, peer, traffic } = side;
  const isRange = peer.kind === 'range' && peer.range.kind === 'known' && peer.addressGroup === undefined;
  const [cidr, ...others] = isRange ? cidrsOf(peer.range.peers) : [];
  const isPlain = peer.kind === 'any' || (cidr !== undefined && others.length === 0);
  // All ports may be written as none, or from 0 on.
  if (group.kind === 'unknown' || !isPlain || (api === 'v2' && hasEveryPort(traffic))) return undefined;
  const remote = cidr === undefined ? undefined : quoted(cidr);
  const block = ruleResource({ label: '', api, side, group: group.key, remote });
  return block === undefined ? undefined : new Map(block.body);
}

function hasEveryPort({ protocols, ports }: RuleSide['traffic']): boolean {
  return protocols.some(({ lo, hi }) => lo === hi && hasPorts(lo)) && ports.some(({ lo }) => lo === 0);
}
