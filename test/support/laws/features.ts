/** What is in a scenario, so that a test can say that no kind of scenario is starved. */
import type { RowFate } from '../oracle/verdict.js';
import { SOME_GROUP } from '../oracle/rules.js';
import type { RuleSpec } from '../plans/group-rules.js';
import type { Scenario } from './scenario.js';

/** The names of what is in it, and of the verdicts that are due. */
export function featuresOf(scenario: Scenario, rows: readonly RowFate[]): ReadonlySet<string> {
  const { rules, pools, model, isNew, ownDefault, secondary, knowledge, defaultRulePriority } = scenario;
  const sides = rules.flatMap(({ how, before, after }) => [
    ...(['comes', 'made-again'].includes(how) ? [] : [how === 'stands' ? after : before]),
    ...(['goes', 'vanished', 'deposed', 'forgotten'].includes(how) ? [] : [after]),
  ]);
  const has = (is: (spec: RuleSpec) => boolean): boolean => sides.some(is);
  const found: readonly (readonly [string, boolean])[] = [
    ['a deny', has(({ action }) => action === 'deny')],
    ['a priority that is not 1', has(({ priority = 1 }) => priority > 1)],
    ['rules of v2 and v3', has(({ api }) => api === 'v3') && has(({ api }) => api !== 'v3')],
    ['a rule for IPv6', has(({ family }) => family === 'IPv6')],
    ['unknown ports', has(({ arePortsUnknown }) => arePortsUnknown === true)],
    ['an unknown CIDR', has(({ cidr }) => typeof cidr === 'object')],
    ['an unknown group as a peer', has(({ peer }) => peer?.ref === SOME_GROUP)],
    ['one of several peers', has(({ peerOr }) => peerOr !== undefined)],
    ['a group as a peer', has(({ peer }) => peer !== undefined && peer.ref !== SOME_GROUP)],
    ['a default rule priority', defaultRulePriority !== undefined],
    ['a pool', pools.length > 0],
    ['a pool with several groups', pools.some(({ after }) => after.length > 1)],
    ['a group of the nodes that CCE did not make', ownDefault !== undefined],
    ['another CIDR of the VPC', secondary.before !== secondary.after],
    ['containers that the plan does not know', scenario.container === null],
  ];
  return new Set([
    ...found.flatMap(([name, is]) => (is ? [name] : [])),
    ...rules.map(({ how }) => `a rule: ${how}`),
    ...pools.map(({ how }) => `a pool: ${how}`),
    ...(knowledge === undefined ? [] : [`what CCE made: ${knowledge.kind}`]),
    `model: ${model}${isNew ? ', new' : ''}`,
    ...rows.flatMap(({ subject, fates, isResolved, hasNotice }) => [
      ...fates.flatMap(([, fate]) => (fate === 'fine' ? [] : [`verdict: ${fate}`])),
      ...(fates.some(([, fate]) => fate !== 'fine')
        ? [`told of: ${subject.includes('.') ? 'pool' : subject}`]
        : []),
      ...(isResolved ? ['verdict: resolved'] : []),
      ...(hasNotice ? ['verdict: notice'] : []),
    ]),
  ]);
}
