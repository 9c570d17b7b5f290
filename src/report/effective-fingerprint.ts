import { createHash } from 'node:crypto';

import { hold } from '../budget.js';

import { compare, distinct, memo } from '../collections.js';
import { isSecret } from '../plan/rule.js';
import type { GroupView } from '../cluster/group-view.js';
import type { Subjects } from '../cluster/subject.js';
import type { World } from '../cluster/world.js';
import { NO_PEERS, subtractPeers } from '../net/peers.js';
import { boxes, type Region } from '../net/region.js';
import { literally } from '../weigh/unchanged.js';

/**
 * What all subjects let through after the plan, as 32 hexadecimal digits: made of ids and canonical regions, and of
 * the default rules that it rests on. Undefined when a rule has sensitive values: they could be guessed from it.
 */
export function effectiveFingerprint(plan: Subjects): string | undefined {
  const parts = identitiesOf(plan);
  return parts === undefined ? undefined : fingerprintOf(parts);
}

/** The same of several plans, whatever their order; undefined when one of them has none. */
export function joinedFingerprint(plans: readonly (string | undefined)[]): string | undefined {
  const parts = plans.filter((part) => part !== undefined);
  if (parts.length < plans.length) return undefined;
  return parts.length === 1 ? parts[0] : fingerprintOf(parts);
}

function fingerprintOf(parts: readonly string[]): string {
  const sorted = distinct(parts).toSorted(compare);
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 32);
}

function identitiesOf({ subjects, world }: Subjects): readonly string[] | undefined {
  const isHidden = subjects.some(
    ({ cluster, groups }) =>
      cluster.label !== cluster.name ||
      groups.some((view) => world.plan.sensitiveIds.has(view.key) || hasSecrets(view)),
  );
  if (isHidden) return undefined;
  const groupText = memo((view: GroupView) => viewIdentity(view, world));
  return subjects.map(({ cluster, role, pool = null, groups }) =>
    JSON.stringify([cluster.name, role, pool, groups.map(groupText).toSorted(compare)]),
  );
}

function viewIdentity(view: GroupView, world: World): string {
  const { surely, possibly } = literally(view.rules.after, world);
  const rests = view.defaults
    .filter(({ belief, after }) => after !== undefined && OPEN.has(belief.kind))
    .map(({ requirement, belief }) => `${requirement?.id ?? ''} ${belief.kind}`);
  return JSON.stringify([
    view.key,
    regionIdentity(surely),
    regionIdentity(possibly),
    distinct(rests).toSorted(compare),
  ]);
}

/** What nobody has seen, said or shown. */
const OPEN: ReadonlySet<string> = new Set(['assumed', 'doubted', 'gone']);

/** Each box by what its peers have and what they lack against the box before: as long as the rules are, whatever the peers. */
function regionIdentity(of: Region): string {
  let before = NO_PEERS;
  let items = 0;
  const texts = boxes(of).map(({ direction, protocols, ports, peers }) => {
    const moved = [subtractPeers(peers, before), subtractPeers(before, peers)];
    hold(
      (items += moved.reduce((sum, { v4, v6, tokens }) => sum + v4.length + v6.length + tokens.length, 1)),
    );
    before = peers;
    return [direction, protocols, ports, moved];
  });
  return JSON.stringify(texts, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}

function hasSecrets({ rules }: GroupView): boolean {
  return rules.after.some(({ sides }) => sides.some(isSecret));
}
