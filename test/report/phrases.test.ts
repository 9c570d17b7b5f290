import { describe, expect, test } from '@jest/globals';

import type { MissingPackets } from '../../src/weigh/packets.js';
import {
  actionsPhrase,
  capitalised,
  capped,
  count,
  networkName,
  packetPhrases,
  peersPhrase,
} from '../../src/report/words/phrases.js';
import { egress, ingress } from '../support/report/builders.js';

describe('small words', () => {
  test('count', () => {
    expect([0, 1, 2].map((n) => count(n, 'row'))).toEqual(['0 rows', '1 row', '2 rows']);
    expect([1, 2].map((n) => count(n, 'row holds', 'rows hold'))).toEqual(['1 row holds', '2 rows hold']);
  });

  test.each([
    [['a'], 2, 'a'],
    [['a', 'b', 'c'], 2, 'a, b, c'],
    [['a', 'b', 'c', 'd'], 2, 'a, b and 2 more'],
    [[], 2, ''],
  ])('capped %j at %d', (texts, limit, shown) => {
    expect(capped(texts, limit)).toBe(shown);
  });

  test('capitalised', () => {
    expect(capitalised('names no longer resolve')).toBe('Names no longer resolve');
    expect(capitalised('')).toBe('');
  });

  test.each([
    [['delete'], 'destroyed'],
    [['create'], 'created'],
    [['update'], 'changed'],
    [['delete', 'create'], 'replaced, the old one first'],
    [['create', 'delete'], 'replaced, the new one first'],
    [['forget'], 'forgotten, not destroyed'],
    [['no-op'], 'stays as it is'],
    [['invent', 'destroy'], 'invent, destroy'],
  ])('actions %j', (actions, phrase) => {
    expect(actionsPhrase(actions)).toBe(phrase);
  });

  test('an unknown network model keeps its name', () => {
    expect(networkName('underlay_ipvlan')).toBe('network model underlay_ipvlan');
  });
});

describe('peersPhrase', () => {
  test.each([
    [['0.0.0.0/0'], 'anywhere'],
    [['100.125.4.25/32', '100.125.129.199/32'], '100.125.4.25, 100.125.129.199'],
    [['10.0.0.0/8'], '10.0.0.0/8'],
    [['2001:db8::1/128'], '2001:db8::1'],
    [['worker node security group'], 'worker node security group'],
    [['(sensitive)'], '(sensitive)'],
    [
      ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24'],
      '10.0.0.0/24, 10.0.1.0/24, 10.0.2.0/24, 10.0.3.0/24',
    ],
    [
      ['1.0.0.0/8', '2.0.0.0/8', '3.0.0.0/8', '4.0.0.0/8', '5.0.0.0/8'],
      '1.0.0.0/8, 2.0.0.0/8, 3.0.0.0/8 and 2 more',
    ],
    [['0.0.0.0/2', '64.0.0.0/2', '128.0.0.0/2', '192.0.0.0/3'], 'anywhere except 224.0.0.0/3'],
    // An unknown among them may be the very part that is left out.
    [
      ['0.0.0.0/2', '64.0.0.0/2', '128.0.0.0/2', 'opentelekomcloud_vpc_v1.prod.cidr'],
      '0.0.0.0/2, 64.0.0.0/2, 128.0.0.0/2, opentelekomcloud_vpc_v1.prod.cidr',
    ],
  ])('%j', (peers, phrase) => {
    expect(peersPhrase(peers)).toBe(phrase);
  });
});

describe('packetPhrases', () => {
  function phrases(...lines: readonly (readonly MissingPackets[])[]): readonly string[] {
    return packetPhrases(lines.flat()).map(({ what, peers }) => `${what} ${peers}`);
  }

  test.each([
    ['all', 'all', 'all traffic from 10.0.0.0/8'],
    ['tcp', 'all', 'TCP from 10.0.0.0/8'],
    ['tcp', '10250', 'TCP 10250 from 10.0.0.0/8'],
    ['udp', '30000-32767', 'UDP 30000-32767 from 10.0.0.0/8'],
    ['icmp', '8/0', 'ICMP 8/0 from 10.0.0.0/8'],
    ['47', 'all', 'protocol 47 from 10.0.0.0/8'],
    ['0-5', 'all', 'protocols 0-5 from 10.0.0.0/8'],
    ['0-5, 47', 'all', 'protocols 0-5, 47 from 10.0.0.0/8'],
    ['all but icmp, tcp', 'all', 'every protocol but ICMP, TCP from 10.0.0.0/8'],
    ['(sensitive)', '(sensitive)', 'traffic from 10.0.0.0/8'],
  ])('%s %s', (protocol, ports, phrase) => {
    expect(phrases(ingress(protocol, ports, '10.0.0.0/8'))).toEqual([phrase]);
  });

  test('ports of one protocol are named together', () => {
    expect(phrases(ingress('tcp', '1-21', 'a'), ingress('tcp', '80', 'a'))).toEqual(['TCP 1-21, 80 from a']);
  });

  test('other peers and the other direction are another phrase', () => {
    expect(phrases(egress('tcp', '53', 'a'), egress('udp', '53', 'b'), ingress('tcp', '53', 'a'))).toEqual([
      'TCP 53 to a',
      'UDP 53 to b',
      'TCP 53 from a',
    ]);
  });

  test('nearly all ports are named by what is left out', () => {
    const lines = ['1-21', '23-29999', '32768-65535'].map((ports) => ingress('tcp', ports, 'a'));
    expect(phrases(...lines)).toEqual(['TCP except 22, 30000-32767 from a']);
  });

  test('nearly all types of ICMP', () => {
    const lines = ['0/0-7/255', '9/0-10/255', '12/0-255/255'].map((types) => ingress('icmp', types, 'a'));
    expect(phrases(...lines)).toEqual(['ICMP except 8/0-8/255, 11/0-11/255 from a']);
  });

  test('nearly all traffic', () => {
    expect(
      phrases(
        ingress('all but tcp', 'all', 'a'),
        ingress('tcp', '1-21', 'a'),
        ingress('tcp', '23-65535', 'a'),
      ),
    ).toEqual(['all traffic except TCP 22 from a']);
  });

  test('a list is kept when what is left out is no shorter', () => {
    const lines = ['1', '3', '5'].map((port) => ingress('tcp', port, 'a'));
    expect(phrases(...lines)).toEqual(['TCP 1, 3, 5 from a']);
  });

  test('many ports and protocols are capped', () => {
    const ports = Array.from({ length: 9 }, (_, i) => egress('tcp', String(i * 2 + 1), 'a'));
    expect(phrases(...ports)).toEqual(['TCP 1, 3, 5, 7 and 5 more to a']);
    const protocols = Array.from({ length: 9 }, (_, i) => egress(String(i * 2 + 100), 'all', 'a'));
    expect(phrases(...protocols)).toEqual([
      'protocol 100; protocol 102; protocol 104; protocol 106 and 5 more to a',
    ]);
  });

  test('texts that are none of ours are shown as they are', () => {
    const lines = ['', 'x', '1-2-3', '9-1'].map((ports) => ingress('odd', ports, 'a'));
    expect(phrases(...lines)).toEqual(['ODD , x, 1-2-3, 9-1 from a']);
  });

  test('nothing is nothing', () => {
    expect(phrases()).toEqual([]);
  });
});
