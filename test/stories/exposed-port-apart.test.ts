import { describe, expect, test } from '@jest/globals';

import { cluster, madeGroup, world } from '../support/plans/cce-world.js';
import { pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge } from '../support/judge.js';
import { type Change, comes, stands } from '../support/plans/plan-builder.js';
import { causes, newRule, of, said, wasOpen } from '../support/stories.js';

const NODE = madeGroup('node');
const CONTROL = madeGroup('control');
const base = world({ model: 'vpc-router' });
const KUBELET: RuleSpec = { group: NODE, protocol: 'tcp', ports: [10250, 10250], cidr: '0.0.0.0/0' };
const EVERYTHING: RuleSpec = { group: NODE, cidr: '0.0.0.0/0' };
const NOTHING: readonly string[] = [];

function told(...changes: readonly Change[]): readonly string[] {
  return said(judge([...base, ...changes]), 'exposed-port');
}

/** What is opened, in words. */
function opened(...changes: readonly Change[]): readonly string[] {
  return of(judge([...base, ...changes]), 'exposed-port')
    .filter(({ change }) => change === 'introduced')
    .map(({ severity, message }) => `${severity} ${/: (.*) is opened/.exec(message)?.[1] ?? message}`);
}

describe('what CCE opens itself', () => {
  test('on a new cluster: a notice, once, which no line of the plan can prevent', () => {
    const fresh = [...world({ model: 'vpc-router', as: 'new' }), comes(pool('default', { groups: [] }))];
    const report = judge(fresh);
    expect(said(report, 'exposed-port')).toEqual([
      expect.stringMatching(
        /^notice introduced: .*TCP 22 \(SSH\) will be open to the internet, by a rule that CCE/,
      ),
    ]);
    expect(causes(report, 'exposed-port')).toEqual([
      `cce_cluster_v3.${cluster({ model: 'vpc-router' }).name}`,
    ]);
  });

  test('a rule of the plan that says the same makes it no warning', () => {
    const ssh = newRule('ssh', { ...KUBELET, group: madeGroup('node', false), ports: [22, 22] });
    const report = judge([...world({ model: 'vpc-router', as: 'new' }), ssh]);
    expect(of(report, 'exposed-port').map(({ severity }) => severity)).toEqual(['notice']);
  });

  test('is not named beside all that the plan opens', () => {
    const all = newRule('all', { ...EVERYTHING, group: madeGroup('node', false) });
    const report = judge([...world({ model: 'vpc-router', as: 'new' }), all]);
    expect(of(report, 'exposed-port').map(({ severity }) => severity)).toEqual(['critical']);
  });

  test('for a new pool in the default group: a notice that rests on the rule of CCE', () => {
    const texts = told(comes(pool('default', { groups: [] })));
    expect(texts).toEqual([
      expect.stringMatching(
        /^notice introduced: .*TCP 22 \(SSH\) is open .*if the rule that CCE made still stands$/,
      ),
    ]);
  });
});

describe('5443 of the masters', () => {
  const api: RuleSpec = { group: CONTROL, protocol: 'tcp', ports: [5443, 5443], cidr: '0.0.0.0/0' };

  test('is told once it was narrowed', () => {
    const narrow = { ...api, cidr: '192.168.0.0/16' };
    const drifted = { ...stands(rule('narrow', narrow)), drifted: rule('narrow', api) };
    expect(opened(drifted, newRule('wide', api))).toEqual(['warning TCP 5443 (the API server)']);
  });

  test('is told neither of a new cluster nor of another group', () => {
    const fresh = judge(world({ model: 'vpc-router', as: 'new' }));
    expect(said(fresh, 'exposed-port').filter((text) => text.includes('5443'))).toEqual(NOTHING);
    expect(opened(newRule('node', { ...api, group: NODE }))).toEqual(NOTHING);
  });
});

describe('IPv4 and IPv6 are compared apart', () => {
  const every = { IPv4: '0.0.0.0/0', IPv6: '::/0' } as const;
  const spec = (family: 'IPv4' | 'IPv6'): RuleSpec => ({ ...KUBELET, family, cidr: every[family] });
  const other = { IPv4: 'IPv6', IPv6: 'IPv4' } as const;

  test.each(['IPv4', 'IPv6'] as const)('%s is opened while the other one was open', (family) => {
    const report = judge([...base, stands(rule('old', spec(other[family]))), newRule('open', spec(family))]);
    const [found] = of(report, 'exposed-port');
    expect(of(report, 'exposed-port')).toHaveLength(1);
    expect([found?.severity, found?.change]).toEqual(['warning', 'introduced']);
    // The witness is of the family that is opened.
    expect(/TCP internet [\d.]+ ->/.test(found?.witness ?? '')).toBe(family === 'IPv4');
    expect(wasOpen(report)).toContain(`node tcp 10250 ${other[family]} plan`);
  });

  test('both at once are two findings', () => {
    const report = judge([...base, newRule('four', spec('IPv4')), newRule('six', spec('IPv6'))]);
    const prints = of(report, 'exposed-port').map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(2);
  });

  test.each(['IPv4', 'IPv6'] as const)('all protocols of %s are critical', (family) => {
    const all: RuleSpec = { group: NODE, family, cidr: every[family] };
    const ssh: RuleSpec = { ...spec(other[family]) };
    expect(opened(stands(rule('old', ssh)), newRule('open', all))).toEqual(['critical every port']);
  });
});
