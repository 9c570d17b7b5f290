/** Files of facts by their shape, and those that must not pass for "nothing there". */
import { describe, expect, test } from '@jest/globals';

import { factsOfFiles } from '../../src/facts/facts-of.js';
import type { SeenRule } from '../../src/facts/facts.js';
import { cidrsOf } from '../../src/net/address.js';
import { factsBytes, factsOf } from '../support/facts/api-facts.js';
import { idOf } from '../support/plans/resource.js';

const GROUP = idOf('group');
const PEER = idOf('peer');
const RULE = {
  id: idOf('rule'),
  security_group_id: GROUP,
  direction: 'ingress',
  ethertype: 'IPv4',
  protocol: 'tcp',
  port_range_min: 22,
  port_range_max: 22,
  remote_ip_prefix: '10.0.0.0/8',
  remote_group_id: null,
};
const OUT = { ...RULE, id: idOf('out'), direction: 'egress', protocol: null, remote_ip_prefix: null };
const ROW = {
  ID: idOf('rule'),
  'IP Protocol': 'tcp',
  Ethertype: 'IPv4',
  'IP Range': '10.0.0.0/8',
  'Port Range': '22:22',
  Direction: 'ingress',
  'Remote Security Group': null,
  'Remote Address Group': null,
  'Security Group': GROUP,
};
const ROW_OUT = {
  ...ROW,
  ID: idOf('out'),
  'IP Protocol': null,
  'IP Range': '0.0.0.0/0',
  'Port Range': '',
  Direction: 'egress',
};
const INSIDE = { id: GROUP, name: 'own', description: '', security_group_rules: [RULE, OUT] };

/** What is seen of a rule, in short. */
function short({ side }: SeenRule): string {
  const { direction, family, traffic, peer, action, priority } = side;
  const sets = [traffic.protocols, traffic.ports].map((set) => set.map(({ lo, hi }) => `${lo}-${hi}`).join());
  const remote =
    peer.kind === 'range' && peer.range.kind === 'known'
      ? cidrsOf(peer.range.peers).join()
      : peer.kind === 'range' && peer.range.kind === 'unknown'
        ? 'unknown'
        : peer.kind;
  const rank = priority.kind === 'known' ? ` ${priority.value}` : '';
  return `${direction} ${family} ${sets.join(' ')}${traffic.isAtMost === true ? '?' : ''} ${remote} ${action}${rank}`;
}

function seenIn(...files: readonly unknown[]): readonly string[] {
  return (
    factsOf(...files)
      .seen.get(GROUP)
      ?.rules.map(short) ?? ['not seen']
  );
}

const TCP_22 = 'ingress IPv4 6-6 22-22 10.0.0.0/8 allow';
const ALL_OUT = 'egress IPv4 0-255 0-65535 any allow';
const ALL_OUT_BY_RANGE = 'egress IPv4 0-255 0-65535 0.0.0.0/0 allow';

describe('the same two rules', () => {
  const v3 = (rule: typeof RULE | typeof OUT, multiport: string | null): unknown => ({
    ...{ id: rule.id, security_group_id: GROUP, direction: rule.direction, ethertype: 'IPv4' },
    ...{ protocol: rule.protocol, multiport, remote_ip_prefix: rule.remote_ip_prefix },
    ...{ remote_group_id: null, remote_address_group_id: null, action: 'allow', priority: 1 },
  });
  test.each([
    ['/v2.0/security-groups', { security_groups: [INSIDE] }],
    ['/v2.0/security-groups/ID', { security_group: INSIDE }],
    ['/v2.0/security-group-rules', { security_group_rules: [RULE, OUT] }],
    ['a list cut out of an answer', [RULE, OUT]],
    ['a group cut out of an answer', INSIDE],
    ['openstack security group show', { ...INSIDE, security_group_rules: undefined, rules: [RULE, OUT] }],
  ])('%s', (_, file) => {
    expect(seenIn(file)).toEqual([TCP_22, ALL_OUT]);
  });
  test('/v3/{project}/vpc/security-group-rules', () => {
    const file = { request_id: 'r', security_group_rules: [v3(RULE, '22'), v3(OUT, null)] };
    expect(seenIn(file)).toEqual([`${TCP_22} 1`, `${ALL_OUT} 1`]);
  });
  test('openstack security group rule list', () => {
    expect(seenIn([ROW, ROW_OUT])).toEqual([TCP_22, ALL_OUT_BY_RANGE]);
  });
  test('of our own command', () => {
    const file = {
      fetchedAt: '2026-11-24T06:00:00Z',
      security_groups: [{ id: GROUP, name: 'own' }, { id: PEER }],
    };
    const facts = factsOf({ ...file, security_group_rules: [RULE, OUT] });
    expect(facts.seen.get(GROUP)?.since).toBe('2026-11-24T06:00:00.000Z');
    // A group beside the rules, and none of them is its own.
    expect(facts.seen.get(PEER)?.rules).toEqual([]);
  });
  test('on two pages, of which the first says that there is another', () => {
    const first = { security_group_rules: [RULE], security_group_rules_links: [{ rel: 'next', href: 'x' }] };
    expect(seenIn(first, { security_group_rules: [OUT] })).toEqual([TCP_22, ALL_OUT]);
  });
});

describe('a rule of the API', () => {
  test.each([
    [
      'without ports',
      { port_range_min: null, port_range_max: null },
      'ingress IPv4 6-6 0-65535 10.0.0.0/8 allow',
    ],
    ['by number', { protocol: 6 }, TCP_22],
    ['with several ports', { multiport: '22,80-90' }, 'ingress IPv4 6-6 22-22,80-90 10.0.0.0/8 allow'],
    [
      'of all ICMP',
      { protocol: 'icmp', port_range_min: null, port_range_max: null },
      'ingress IPv4 1-1 0-65535 10.0.0.0/8 allow',
    ],
    [
      'of one ICMP type',
      { protocol: 'icmp', port_range_min: 8, port_range_max: 0 },
      'ingress IPv4 1-1 2048-2048 10.0.0.0/8 allow',
    ],
    [
      'of all codes of a type',
      { protocol: 'icmp', port_range_min: 8, port_range_max: null },
      'ingress IPv4 1-1 2048-2303 10.0.0.0/8 allow',
    ],
    ['for a group', { remote_ip_prefix: null, remote_group_id: PEER }, 'ingress IPv4 6-6 22-22 group allow'],
    [
      'for an address group nobody shows',
      { remote_ip_prefix: null, remote_address_group_id: PEER },
      'ingress IPv4 6-6 22-22 unknown allow',
    ],
    ['that denies', { action: 'deny', priority: 50 }, 'ingress IPv4 6-6 22-22 10.0.0.0/8 deny 50'],
    ['of IPv6', { ethertype: 'IPv6', remote_ip_prefix: 'fd00::/8' }, 'ingress IPv6 6-6 22-22 fd00::/8 allow'],
  ])('%s', (_, more, expected) => {
    expect(
      seenIn({ security_groups: [{ id: GROUP, security_group_rules: [{ ...RULE, ...more }] }] }),
    ).toEqual([expected]);
  });
  test('for an address group that another file shows', () => {
    const rule = { ...RULE, remote_ip_prefix: null, remote_address_group_id: PEER };
    const addresses = { address_groups: [{ id: PEER, ip_set: ['10.1.0.0/16', '10.2.0.1-10.2.0.2'] }] };
    const groups = { security_groups: [{ id: GROUP, security_group_rules: [rule] }] };
    expect(seenIn(groups, addresses)).toEqual([
      'ingress IPv4 6-6 22-22 10.1.0.0/16,10.2.0.1/32,10.2.0.2/32 allow',
    ]);
  });
  test('of ICMP, as the command line lists it: type 0 and all types look alike', () => {
    const icmp = { ...ROW, 'IP Protocol': 'icmp', 'Port Range': '' };
    expect(seenIn([icmp, ROW_OUT])[0]).toBe('ingress IPv4 1-1 0-65535? 10.0.0.0/8 allow');
    expect(seenIn([{ ...icmp, 'Port Range': 'type=8:code=3' }, ROW_OUT])[0]).toBe(
      'ingress IPv4 1-1 2051-2051 10.0.0.0/8 allow',
    );
  });
});

describe('several files', () => {
  const whole = { security_groups: [INSIDE] };
  test('that say the same are one, with the priority that only one of them tells', () => {
    const v3 = {
      ...RULE,
      port_range_min: undefined,
      port_range_max: undefined,
      multiport: '22',
      priority: 1,
      action: 'allow',
    };
    const facts = factsOf(whole, { security_group_rules: [v3, { ...OUT, priority: 1, action: 'allow' }] });
    expect(facts.seen.get(GROUP)).toMatchObject({ isContradicted: false });
    expect(facts.seen.get(GROUP)?.rules.map(short)).toEqual([`${TCP_22} 1`, `${ALL_OUT} 1`]);
  });
  test('that do not agree: what one of them lacks is there perhaps', () => {
    const less = { security_groups: [{ ...INSIDE, security_group_rules: [OUT] }] };
    const seen = factsOf(whole, less).seen.get(GROUP);
    expect(seen?.isContradicted).toBe(true);
    expect(seen?.rules.map(({ id, side }) => [id, side.group.kind])).toEqual([
      [RULE.id, 'unknown'],
      [OUT.id, 'group'],
    ]);
  });
});

/** Why these files cannot be used. */
function refusal(...files: readonly Uint8Array[]): string {
  const facts = factsOfFiles(
    files.map((bytes, i) => ({ path: `${String(i)}.json`, bytes })),
    undefined,
  );
  return facts.ok ? 'taken' : facts.error.error.message;
}

const SECRET = 'hunter2';

describe('refused in one line that quotes nothing', () => {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  test.each([
    ['nothing', text(''), /^is empty\./],
    ['white space', text(' \n'), /^is empty\./],
    [
      'half a file',
      text(JSON.stringify({ security_groups: [INSIDE] }).slice(0, 200)),
      /^ends before its JSON does/,
    ],
    ['no JSON', text(`{ ${SECRET} }`), /^is not JSON/],
    ['a web page', text('<html>'), /^is a web page/],
    ['an empty list', factsBytes([]), /^lists nothing/],
    ['an empty answer', factsBytes({ security_groups: [] }), /^lists nothing/],
    ['another shape', factsBytes({ hello: SECRET }), /^is JSON, but no answer/],
    ['a number', factsBytes(7), /^is JSON, but no answer/],
    ['a list of something', factsBytes([{ hello: SECRET }]), /^is JSON, but no answer/],
    ['a list that is none', factsBytes({ security_groups: { id: SECRET } }), /`security_groups` is no list/],
    ['an error of the API', factsBytes({ error: { code: 401, message: SECRET } }), /^is an error that/],
    ['an error of Neutron', factsBytes({ NeutronError: { type: SECRET } }), /^is an error that/],
    ['a plan', factsBytes({ format_version: '1.2', resource_changes: [] }), /^is a plan, not facts/],
    ['a state file', factsBytes({ serial: 1, lineage: 'x', resources: [] }), /^is a state file/],
    ['a state of nothing', factsBytes({ format_version: '1.0' }), /^is a state that holds none/],
    [
      'a state with a damaged module',
      factsBytes({ format_version: '1.0', values: { root_module: { resources: 7 } } }),
      /^is not a state/,
    ],
    [
      'a rule without its group',
      factsBytes([{ ...RULE, security_group_id: null }, OUT]),
      /`\[0\]\.security_group_id`/,
    ],
    [
      'a direction that is none',
      factsBytes({
        security_groups: [{ ...INSIDE, security_group_rules: [{ ...RULE, direction: SECRET }] }],
      }),
      /`security_groups\[0\]\.security_group_rules\.0\.direction`/,
    ],
    [
      'a port that is a text',
      factsBytes({ security_group_rules: [{ ...RULE, port_range_min: SECRET }] }),
      /`security_group_rules\[0\]\.port_range_min`/,
    ],
    [
      'a priority that is none',
      factsBytes({ security_group_rules: [{ ...RULE, priority: 0 }] }),
      /\.priority`/,
    ],
    [
      'a cluster without a spec',
      factsBytes({ clusters: [{ metadata: { uid: GROUP, name: 'prod' } }] }),
      /`clusters\[0\]\.spec`/,
    ],
    [
      'an instant that is none',
      factsBytes({ fetchedAt: 'yesterday', security_groups: [INSIDE] }),
      /`fetchedAt` that is no instant/,
    ],
    ['one direction alone', factsBytes([ROW]), /^lists rules of one direction alone/],
    ['a row without a direction', factsBytes([{ ...ROW, Direction: undefined }]), /`\[0\]\.Direction`/],
    [
      'a page of several (v2)',
      factsBytes({ security_groups: [INSIDE], security_groups_links: [{ rel: 'next' }] }),
      /^is one page/,
    ],
    [
      'a page of several (v3)',
      factsBytes({ security_group_rules: [RULE, OUT], page_info: { next_marker: 'm' } }),
      /^is one page/,
    ],
  ])('%s', (_, bytes, expected) => {
    const said = refusal(bytes);
    expect(said).toMatch(expected);
    expect(said).not.toContain(SECRET);
    expect(said).not.toContain('\n');
  });
  test('values that nest without end', () => {
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
    expect(refusal(text(deep))).toMatch(/^nests too deeply/);
  });
  test('what is one page of two is taken with the other', () => {
    const page = { security_groups: [INSIDE], security_groups_links: [{ rel: 'next' }] };
    const last = { security_groups: [{ ...INSIDE, id: PEER }], security_groups_links: [{ rel: 'previous' }] };
    expect(refusal(factsBytes(page), factsBytes(last))).toBe('taken');
  });
});

test('a thousand groups with 50 rules each are read in a few seconds at most', () => {
  const security_groups = Array.from({ length: 1000 }, (_, g) => ({
    id: idOf(`group ${g}`),
    name: `group-${g}`,
    description: '',
    security_group_rules: Array.from({ length: 50 }, (__, r) => ({
      ...RULE,
      id: `${String(g)}-${String(r)}`,
      security_group_id: idOf(`group ${g}`),
      port_range_min: r + 1,
      port_range_max: r + 1,
    })),
  }));
  const bytes = factsBytes({ security_groups });
  const start = process.cpuUsage();
  const facts = factsOfFiles([{ path: 'facts.json', bytes }], undefined);
  expect(facts.ok && facts.value.seen.size).toBe(1000);
  // Of this process alone, in microseconds: the machine may be busy with something else.
  // Half a second on a quiet machine; what grows with the square of the groups takes minutes.
  expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
});
