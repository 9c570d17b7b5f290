/** Real plans of each form: what is there before, during and after (fixtures/plan-semantics). */
import { describe, expect, test } from '@jest/globals';

import type { Rule } from '../../src/plan/rule.js';
import {
  bytesOf,
  change,
  documentOf,
  fixture,
  groupText,
  messageOf,
  peerText,
  planOf,
  ruleAt,
  semantics,
  trafficText,
} from '../support/plans/reading.js';

const RULE = 'opentelekomcloud_networking_secgroup_rule_v2';
const GROUP = 'opentelekomcloud_networking_secgroup_v2';
const KUBELET = `${RULE}.kubelet`;

/** Change, and the peer on each side. */
function summary(rule: Rule): readonly (string | undefined)[] {
  return [rule.change, peerText(rule.before?.peer), peerText(rule.after?.peer), peerText(rule.drifted?.peer)];
}

describe('one rule in each form', () => {
  test.each<[string, string, ReturnType<typeof summary>]>([
    ['drift-no-refresh', KUBELET, ['stands', '10.0.0.0/8', '10.0.0.0/8', undefined]],
    ['destroy', KUBELET, ['destroyed', '10.0.0.0/8', undefined, undefined]],
    ['rule-replace', KUBELET, ['destroyed-then-created', '10.0.0.0/8', '10.1.0.0/16', undefined]],
    ['rule-replace-cbd', KUBELET, ['created-then-destroyed', '10.0.0.0/8', '10.1.0.0/16', undefined]],
    ['forget-otc', KUBELET, ['stands', '10.0.0.0/8', '10.0.0.0/8', undefined]],
    ['tainted', KUBELET, ['destroyed-then-created', '10.0.0.0/8', '10.0.0.0/8', undefined]],
    ['replace-flag', KUBELET, ['destroyed-then-created', '10.0.0.0/8', '10.0.0.0/8', undefined]],
    ['drift', KUBELET, ['destroyed-then-created', '0.0.0.0/0', '10.0.0.0/8', '10.0.0.0/8']],
    ['drift-deleted', KUBELET, ['created', undefined, '10.0.0.0/8', '10.0.0.0/8']],
    ['drift-refresh-only', KUBELET, ['stands', '0.0.0.0/0', '0.0.0.0/0', '10.0.0.0/8']],
    ['target', KUBELET, ['destroyed-then-created', '10.0.0.0/8', '10.1.0.0/16', undefined]],
    ['target', `${RULE}.untargeted`, ['stands', '10.5.0.0/16', '10.5.0.0/16', undefined]],
    ['moved-module', `${RULE}.r[0]`, ['destroyed-then-created', '10.5.0.0/16', '10.6.0.0/16', undefined]],
    ['import-otc', `${RULE}.gen`, ['stands', '10.0.0.0/8', '10.0.0.0/8', undefined]],
    ['import-otc', `${RULE}.replaced`, ['destroyed-then-created', '10.0.0.0/8', '10.9.0.0/16', undefined]],
    ['rule-unset-attributes', `${RULE}.existing_any`, ['stands', 'any', 'any', undefined]],
    ['rule-unset-attributes', `${RULE}.new_any`, ['created', undefined, 'any', undefined]],
    ['rule-unset-attributes', `${RULE}.new_cidr_only`, ['created', undefined, '10.0.0.0/8', undefined]],
    ['rule-unset-attributes', `${RULE}.new_null`, ['created', undefined, 'any', undefined]],
    ['tf-json', `${RULE}.in`, ['created', undefined, '10.0.0.0/8', undefined]],
  ])('%s: %s', (name, address, expected) => {
    expect(summary(ruleAt(semantics(name), address))).toEqual(expected);
  });

  test('no rule of them has a problem', () => {
    for (const name of [
      'destroy',
      'rule-replace',
      'drift',
      'import-otc',
      'rule-unset-attributes',
      'sensitive',
    ]) {
      for (const rule of semantics(name).rules) {
        expect([rule.before?.problems ?? [], rule.after?.problems ?? []]).toEqual([[], []]);
      }
    }
  });

  test('"any" is all protocols, whether the state writes "" and 0 or the plan writes null', () => {
    const plan = semantics('rule-unset-attributes');
    expect(trafficText(ruleAt(plan, `${RULE}.existing_any`).before)).toBe('0-255:0-65535');
    expect(trafficText(ruleAt(plan, `${RULE}.new_null`).after)).toBe('0-255:0-65535');
    expect(trafficText(ruleAt(plan, `${RULE}.new_cidr_only`).after)).toBe('6:22');
  });

  test('arguments that force a replacement are told; none by taint or -replace', () => {
    expect(ruleAt(semantics('rule-replace'), KUBELET).replaceAttributes).toEqual(['remote_ip_prefix']);
    expect(ruleAt(semantics('tainted'), KUBELET).replaceAttributes).toEqual([]);
    expect(ruleAt(semantics('sg-replace-with-rules'), KUBELET).replaceAttributes).toEqual([
      'security_group_id',
    ]);
  });
});

test('a deposed rule is there before and gone after, beside the current one', () => {
  const rules = semantics('deposed').rules.filter(({ address }) => address === `${RULE}.r`);
  expect(rules.map(summary)).toEqual([
    ['stands', '10.1.0.0/16', '10.1.0.0/16', undefined],
    ['destroyed', '10.0.0.0/8', undefined, undefined],
  ]);
});

test('only in prior state and deposed: it stays', () => {
  const document = JSON.parse(
    new TextDecoder().decode(fixture('plan-semantics', 'deposed', 'plan.json')),
  ) as {
    resource_changes: { deposed?: string }[];
  };
  document.resource_changes = document.resource_changes.filter(({ deposed }) => deposed === undefined);
  const rules = planOf(bytesOf(document)).rules;
  expect(rules.map(summary)).toEqual([
    ['stands', '10.1.0.0/16', '10.1.0.0/16', undefined],
    ['stands', '10.0.0.0/8', '10.0.0.0/8', undefined],
  ]);
});

describe('a replaced group takes its rules along', () => {
  test.each(['sg-replace-with-rules', 'cbd-propagates'])('%s', (name) => {
    const plan = semantics(name);
    const [old, made, ...others] = plan.groups;
    expect(others).toEqual([]);
    expect(old).toMatchObject({
      existsBefore: true,
      existsAfter: false,
      isDestroyed: true,
      hasDefaultRules: true,
    });
    expect(made).toMatchObject({
      key: `${GROUP}.nodes`,
      id: undefined,
      existsBefore: false,
      existsAfter: true,
      isDestroyed: false,
      hasDefaultRules: false,
    });
    const rule = ruleAt(plan, KUBELET);
    expect(groupText(rule.before?.group)).toBe(`group ${old?.key ?? ''}`);
    expect(groupText(rule.after?.group)).toBe(`group ${GROUP}.nodes`);
    expect(peerText(rule.after?.peer)).toBe('10.0.0.0/8');
  });

  test('without any configuration as well', () => {
    const bytes = fixture('plan-semantics', 'sg-replace-with-rules', 'plan.json');
    const document = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    const plan = planOf(bytesOf({ ...document, configuration: undefined }));
    expect(groupText(ruleAt(plan, KUBELET).after?.group)).toBe(`group ${GROUP}.nodes`);
  });
});

describe('groups', () => {
  test('imported and renamed in place: one group, both names', () => {
    const imported = semantics('import-otc').groups.find(({ address }) => address === `${GROUP}.imp`);
    expect(imported).toMatchObject({
      key: 'sg-x',
      existsBefore: true,
      existsAfter: true,
      isDestroyed: false,
      nameBefore: { text: 'old-name' },
      nameAfter: { text: 'new-name' },
    });
  });

  test('moved into a module: one group at the new address', () => {
    const { groups } = semantics('moved-module');
    expect(
      groups.map(({ address, existsBefore, existsAfter }) => [address, existsBefore, existsAfter]),
    ).toEqual([[`module.sg.${GROUP}.this[0]`, true, true]]);
  });

  test('destroyed: there before only', () => {
    expect(semantics('destroy').groups).toMatchObject([
      { existsBefore: true, existsAfter: false, isDestroyed: true },
    ]);
  });

  test('data sources: read while planning, and postponed', () => {
    const { groups } = semantics('data-read');
    expect(
      groups.map(({ address, key, isData, nameAfter, existsBefore }) => [
        address,
        key,
        isData,
        nameAfter?.text,
        existsBefore,
      ]),
    ).toEqual([
      [`data.${GROUP}.now`, 'sg-existing-0001', true, 'existing', true],
      [`data.${GROUP}.pending`, `data.${GROUP}.pending`, true, 'existing', false],
      [`data.${GROUP}.unknown`, `data.${GROUP}.unknown`, true, undefined, false],
      [`${GROUP}.nodes`, `${GROUP}.nodes`, false, 'nodes', false],
    ]);
  });

  test('a description edited in the console is drift, not a change of this plan', () => {
    expect(semantics('drift').groups).toMatchObject([{ isDescriptionChanged: false, actions: ['no-op'] }]);
  });
});

test('sensitive: the value counts and is marked, on both sides', () => {
  const rule = ruleAt(semantics('sensitive'), KUBELET);
  for (const [side, cidr] of [
    [rule.before, '10.0.0.0/8'],
    [rule.after, '192.168.0.0/16'],
  ] as const) {
    expect(peerText(side?.peer)).toBe(cidr);
    expect(side?.peer).toMatchObject({ range: { isSensitive: true } });
  }
});

test('the header: flags and how many changes there are', () => {
  expect(semantics('target').header).toEqual({
    formatVersion: '1.2',
    terraformVersion: '1.11.4',
    program: 'terraform',
    complete: false,
    changeCount: 1,
    lacks: [],
    namesUnknownGroups: false,
    timestamp: expect.stringMatching(/^20\d\d-\d\d-\d\dT[\d:]+Z$/) as unknown,
  });
  expect(semantics('empty').header).toMatchObject({ complete: true, changeCount: 0 });
  expect(semantics('drift-refresh-only').header.changeCount).toBe(0);
  expect(semantics('drift-no-refresh').header.changeCount).toBe(0);
  expect(semantics('destroy').header.changeCount).toBe(2);
});

test('a failed plan is refused', () => {
  expect(messageOf(fixture('plan-semantics', 'errored', 'plan.json'))).toMatch(/plan that failed/);
});

describe('forms that no recorded plan has', () => {
  const before = {
    id: 'r-1',
    security_group_id: 'sg-1',
    direction: 'ingress',
    ethertype: 'IPv4',
    protocol: 'tcp',
    port_range_min: 22,
    port_range_max: 22,
    remote_ip_prefix: '10.0.0.0/8',
  };
  const after = { ...before, id: undefined, remote_ip_prefix: '10.1.0.0/16' };
  const type = 'networking_secgroup_rule_v2';

  test.each([[['create', 'forget']], [['forget', 'create']]])(
    '%p: the old one stays beside the new',
    (actions) => {
      const { rules } = planOf(documentOf([{ type, actions, before, after, unknown: { id: true } }]));
      expect(rules.map(summary)).toEqual([
        ['created', undefined, '10.1.0.0/16', undefined],
        ['stands', '10.0.0.0/8', '10.0.0.0/8', undefined],
      ]);
    },
  );

  test('update in place', () => {
    const { rules } = planOf(
      documentOf([{ type, actions: ['update'], before, after: { ...after, id: 'r-1' } }]),
    );
    expect(rules.map(summary)).toEqual([['updated', '10.0.0.0/8', '10.1.0.0/16', undefined]]);
  });

  test('forget of a deposed object: it stays', () => {
    const { rules } = planOf(
      documentOf([{ type, actions: ['forget'], before, extra: { deposed: '00000001' } }]),
    );
    expect(rules.map(summary)).toEqual([['stands', '10.0.0.0/8', '10.0.0.0/8', undefined]]);
  });

  test('removed outside and no longer configured: only what it was is known', () => {
    const gone = change({ type, actions: ['delete'], before, after: null });
    const { rules } = planOf(documentOf([], { resource_drift: [gone] }));
    expect(rules.map(summary)).toEqual([['drifted-away', undefined, undefined, '10.0.0.0/8']]);
  });

  test('ephemeral resources are nobody', () => {
    const { rules } = planOf(documentOf([{ type, after, extra: { mode: 'ephemeral' } }]));
    expect(rules).toEqual([]);
  });

  test('the order of the file does not count', () => {
    const entries = ['c', 'a', 'b'].map((name) => ({
      type,
      name,
      actions: ['no-op'],
      before,
      after: before,
    }));
    const there = planOf(documentOf(entries)).rules.map(({ address }) => address);
    const back = planOf(documentOf(entries.toReversed())).rules.map(({ address }) => address);
    expect(back).toEqual(there);
  });
});
