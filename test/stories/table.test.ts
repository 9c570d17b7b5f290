/** For each check the stories that prove it: that it fires, that it does not, and that it does not guess. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { CHECK_IDS, type CheckId } from '../../src/check/check-id.js';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** Folders of fixtures/, or `FILE: GROUP > TITLE` of tests in this folder. */
interface Proof {
  readonly fires: readonly string[];
  readonly doesNotFire: readonly string[];
  readonly cannotTell: readonly string[];
}

const PROOFS: Readonly<Record<CheckId, Proof>> = {
  'essential-rule': {
    fires: ['vpc-tcp-rule-destroyed', 'tunnel-vxlan-destroyed', 'turbo-kubelet-destroyed', 'v3-deny-kubelet'],
    doesNotFire: ['vpc-cidr-split', 'vpc-no-changes', 'vpc-tcp-rule-split'],
    cannotTell: [
      'waiver: cannot tell > packets that may be missing are waived like others, and the waiver is used',
    ],
  },
  'required-access': {
    fires: ['tunnel-nodeport-without-containers', 'vpc-api-restricted-too-far'],
    doesNotFire: ['vpc-nodeport-narrowed'],
    cannotTell: [
      'row-checks: required-access > cannot tell: a NodePort rule comes back with a CIDR that is known after apply',
    ],
  },
  'egress-minimum': {
    fires: ['vpc-egress-minima-missing', 'tofu-vpc-egress-minima-missing'],
    doesNotFire: ['vpc-egress-minima-complete', 'turbo-egress-minima-complete'],
    cannotTell: [
      'row-checks: egress-minimum > cannot tell: egress comes back with a CIDR that is known after apply',
    ],
  },
  'exposed-port': {
    fires: [
      'vpc-open-to-world',
      'vpc-kubelet-open-to-world',
      'exposed-port: fires > two halves of the internet are the internet',
    ],
    doesNotFire: ['vpc-ssh-restricted', 'exposed-port: does not fire > when a deny closes the port'],
    cannotTell: ['exposed-port: cannot tell > a CIDR that is known after apply opens nothing for sure'],
  },
  'duplicate-rule': {
    fires: ['vpc-duplicate-of-default', 'duplicate-rule: fires > of two equal creates both are named'],
    doesNotFire: [
      'vpc-imported',
      'vpc-drift',
      'duplicate-rule: does not fire > when only the description changes and the old rule goes first',
    ],
    cannotTell: [
      'duplicate-rule: cannot tell > agreeing with a default rule for the master node CIDR is not enough',
      'duplicate-rule: cannot tell > a CIDR that is known after apply',
    ],
  },
  'rule-input': {
    fires: ['vpc-upper-case-protocol', 'rule-input: fires > ICMP without ports becomes echo replies'],
    doesNotFire: ['vpc-numeric-protocol', 'rule-input: does not fire > for rules as the API takes them'],
    cannotTell: ['rule-input: cannot tell > a CIDR that is known after apply'],
  },
  'group-lifecycle': {
    fires: [
      'vpc-own-group-destroyed',
      'group-lifecycle: fires > a group is destroyed and the pool that names it stays',
      'group-lifecycle: fires > a rule of a subject that stays names the group as its peer',
    ],
    doesNotFire: ['vpc-forgotten', 'group-lifecycle: does not fire > when everything goes'],
    cannotTell: [
      'group-lifecycle: cannot tell > a pool whose groups are known after apply may not need the group',
    ],
  },
  'ineffective-rule': {
    fires: ['ineffective-rule: fires > a group of the user’s own keeps its two default egress rules'],
    doesNotFire: ['ineffective-rule: does not fire > when the allow-all goes'],
    cannotTell: [
      'ineffective-rule: cannot tell > a group whose rules are not managed here may have an allow-all or not',
    ],
  },
  'unknown-group': {
    fires: [
      'vpc-unknown-group',
      'unknown-group: fires > a pool is in a group that this plan does not manage: one warning, not one a row',
    ],
    doesNotFire: ['vpc-rules-of-another-service', 'unknown-group: does not fire > for groups of the cluster'],
    cannotTell: ['unknown-group: cannot tell > a group that is known after apply: one notice'],
  },
  'not-covered': {
    fires: ['not-covered: fires > a cluster with `underlay_ipvlan`: one notice, and no rows'],
    doesNotFire: ['not-covered: does not fire > for the three network models of the tables'],
    cannotTell: [
      'not-covered: cannot tell > a network type that is known after apply is not said to have no table',
    ],
  },
  'forgotten-rule': {
    fires: ['forgotten-rule: fires > with what the configuration no longer says'],
    doesNotFire: ['forgotten-rule: does not fire > when nothing changes, or the rule is destroyed'],
    cannotTell: ['forgotten-rule: cannot tell > a CIDR that nobody knows is named as it is'],
  },
  'address-overlap': {
    fires: ['address-overlap: fires > a new cluster whose containers lie in the VPC'],
    doesNotFire: ['address-overlap: does not fire > when nothing changes, or the ranges are apart'],
    cannotTell: ['address-overlap: cannot tell > a range that the cloud chooses'],
  },
  configuration: {
    fires: [
      'configuration: fires > an entry for a cluster that nothing has',
      'configuration: fires > a model that the plan contradicts',
    ],
    doesNotFire: ['vpc-config-file', 'configuration: does not fire > for a group whose id a rule names'],
    cannotTell: ['configuration: cannot tell > the plan does not know what the entry says'],
  },
  'new-access': {
    fires: ['new-access: fires > a rule lets in what no other let in'],
    doesNotFire: ['new-access: does not fire > when nothing changes'],
    cannotTell: ['new-access: cannot tell > when the ports are known after apply'],
  },
  waiver: {
    fires: [
      'waiver: fires > a stale waiver hides nothing and is told',
      'waiver: fires > a waiver that hides nothing is told',
    ],
    doesNotFire: ['tunnel-waived', 'waiver: does not fire > on the last day'],
    cannotTell: ['waiver: cannot tell > a known CIDR does not hide what may come from an unknown one'],
  },
};

const titles = new Map(
  readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => [
      file.replace('.test.ts', ''),
      titlesOf(readFileSync(path.join(import.meta.dirname, file), 'utf8')),
    ]),
);

/** `GROUP > TITLE` of each test that a file has, `TITLE` outside of groups. */
function titlesOf(source: string): ReadonlySet<string> {
  const found = new Set<string>();
  let group = '';
  for (const line of source.split('\n')) {
    if (line.startsWith('});')) group = '';
    group = /^describe\('(.*)', \(\) =>/.exec(line)?.[1] ?? group;
    const title = /^ *test\('(.*)', \(\) =>/.exec(line)?.[1];
    if (title !== undefined) found.add(group === '' ? title : `${group} > ${title}`);
  }
  return found;
}

function exists(story: string): boolean {
  const [, file, title] = /^([a-z-]+): (.*)$/.exec(story) ?? [];
  if (file === undefined || title === undefined) {
    return existsSync(path.join(ROOT, 'fixtures', story, 'expect.json'));
  }
  return titles.get(file)?.has(title) === true;
}

test('every check has an entry, and nothing else has one', () => {
  expect(Object.keys(PROOFS).sort()).toEqual([...CHECK_IDS].sort());
});

describe.each(CHECK_IDS)('%s', (id) => {
  test.each(['fires', 'doesNotFire', 'cannotTell'] as const)('%s', (kind) => {
    expect(PROOFS[id][kind].length).toBeGreaterThan(0);
    expect(PROOFS[id][kind].filter((story) => !exists(story))).toEqual([]);
  });
});

test('a story that does not exist is noticed', () => {
  expect(exists('no-such-folder')).toBe(false);
  expect(exists('waiver: fires > no such title')).toBe(false);
  expect(exists('nothing: fires > at all')).toBe(false);
});
