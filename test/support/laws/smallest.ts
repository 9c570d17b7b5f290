/** Makes a scenario that shows a fault small, and puts it in a few lines for people. */
import type { RuleSpec } from '../plans/group-rules.js';
import type { Scenario } from './scenario.js';

/** The scenario with everything left out that the fault does not need. */
export function smallest(scenario: Scenario, isFaulty: (scenario: Scenario) => boolean): Scenario {
  let best = scenario;
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const next of simpler(best)) {
      if (!isFaulty(next)) continue;
      best = next;
      isSmaller = true;
      break;
    }
  }
  return best;
}

/** Every scenario with one thing less, the largest cuts first. */
function* simpler(scenario: Scenario): Iterable<Scenario> {
  const { rules, pools } = scenario;
  for (let size = Math.ceil(rules.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let at = 0; at < rules.length; at += size) {
      yield { ...scenario, rules: rules.filter((_, i) => i < at || i >= at + size) };
    }
  }
  for (const pool of pools) yield { ...scenario, pools: pools.filter((other) => other !== pool) };
  for (const pool of pools) {
    for (const group of pool.after) {
      const after = pool.after.filter((other) => other !== group);
      if (after.length > 0)
        yield { ...scenario, pools: pools.map((p) => (p === pool ? { ...p, after } : p)) };
    }
  }
  const { defaultRulePriority, loadBalancers, serviceMesh, masters, dns, ownDefault, secondary } = scenario;
  if (defaultRulePriority !== undefined) yield { ...scenario, defaultRulePriority: undefined };
  if (loadBalancers !== undefined) yield { ...scenario, loadBalancers: undefined };
  if (serviceMesh !== undefined) yield { ...scenario, serviceMesh: undefined };
  if (masters !== undefined) yield { ...scenario, masters: undefined };
  if (scenario.knowledge !== undefined) yield { ...scenario, knowledge: undefined };
  if (dns !== undefined) yield { ...scenario, dns: undefined };
  if (ownDefault !== undefined) yield { ...scenario, ownDefault: undefined };
  if (scenario.knowledge?.kind === 'facts') {
    const { more } = scenario.knowledge;
    for (const one of more) {
      yield {
        ...scenario,
        knowledge: { ...scenario.knowledge, more: more.filter((other) => other !== one) },
      };
    }
  }
  if (secondary.before !== null || secondary.after !== null) {
    yield { ...scenario, secondary: { before: null, after: null } };
  }
}

/** The scenario in lines. */
export function describeScenario(scenario: Scenario): string {
  const { rules, pools, groups, ownDefault, ...rest } = scenario;
  const named = groups.map(
    ({ name, api, isBare, isNew }) =>
      `${name} ${api}${isBare ? '' : ' with default rules'}${isNew ? ' new' : ''}`,
  );
  return [
    JSON.stringify({ ...rest, ownDefault: ownDefault?.name }),
    `groups: ${named.join(', ')}`,
    ...pools.map(
      ({ name, how, before, after }) =>
        `pool ${name} ${how}: ${before.map((g) => g.name).join('+')} -> ${after.map((g) => g.name).join('+')}`,
    ),
    ...rules.map(({ name, how, before, after }) => {
      const [old, next] = [ruleText(before), ruleText(after)];
      return how === 'goes' || old === next ? `${name} ${how}: ${old}` : `${name} ${how}: ${old} -> ${next}`;
    }),
  ].join('\n');
}

function ruleText(spec: RuleSpec): string {
  const short = (ref: string): string =>
    ref.replace('opentelekomcloud_', '').replace('networking_', '').replace('cce_cluster_v3.prod.', '');
  const {
    api = 'v2',
    group,
    direction = 'ingress',
    family,
    protocol = 'all',
    ports,
    multiPort,
    cidr,
    peer,
  } = spec;
  const other =
    peer === undefined ? (typeof cidr === 'string' ? cidr : (cidr?.ref ?? 'any')) : short(peer.ref);
  const range = spec.arePortsUnknown ? 'some ports' : (multiPort ?? ports?.map(String).join('-') ?? '');
  const or = spec.peerOr === undefined ? '' : `or ${spec.peerOr === 'any' ? 'any' : short(spec.peerOr.ref)}`;
  const rank = `${spec.action ?? ''} ${String(spec.priority ?? '')}`.trim();
  return [api, short(group.ref), direction, family === 'IPv6' ? family : '', protocol, range, other, or, rank]
    .filter((part) => part !== '')
    .join(' ');
}
