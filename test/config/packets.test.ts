import { describe, expect, test } from '@jest/globals';
import { parsePackets } from '../../src/config/packets.js';
import { parseCidr } from '../../src/net/address.js';
import type { Interval } from '../../src/net/interval.js';
import { ALL_V4, ALL_V6, NO_PEERS, type PeerSet, unionPeers } from '../../src/net/peers.js';
import { ALL_PORTS, ALL_PROTOCOLS, type Region, region } from '../../src/net/region.js';

const cidr = (text: string): PeerSet => parseCidr(text)?.peers ?? NO_PEERS;
const ANY = unionPeers(ALL_V4, ALL_V6);
const ports = (lo: number, hi: number = lo): readonly Interval<number>[] => [{ lo, hi }];

describe('read', () => {
  test.each<[string, Region]>([
    [
      'tcp/30000-32767 from 203.0.113.0/24',
      region('ingress', [{ lo: 6, hi: 6 }], ports(30000, 32767), cidr('203.0.113.0/24')),
    ],
    ['tcp/443 to 10.0.0.0/8', region('egress', [{ lo: 6, hi: 6 }], ports(443), cidr('10.0.0.0/8'))],
    ['tcp from 10.0.0.1', region('ingress', [{ lo: 6, hi: 6 }], ALL_PORTS, cidr('10.0.0.1/32'))],
    ['udp/1-65535 from any', region('ingress', [{ lo: 17, hi: 17 }], ports(1, 65535), ANY)],
    ['udp/53-53 to fd00::/8', region('egress', [{ lo: 17, hi: 17 }], ports(53), cidr('fd00::/8'))],
    ['icmp from 0.0.0.0/0', region('ingress', [{ lo: 1, hi: 1 }], ALL_PORTS, ALL_V4)],
    ['all to ::/0', region('egress', [ALL_PROTOCOLS], ALL_PORTS, ALL_V6)],
    ['all from any', region('ingress', [ALL_PROTOCOLS], ALL_PORTS, ANY)],
    ['47 from any', region('ingress', [{ lo: 47, hi: 47 }], ALL_PORTS, ANY)],
    ['0 from any', region('ingress', [{ lo: 0, hi: 0 }], ALL_PORTS, ANY)],
    ['255 from any', region('ingress', [{ lo: 255, hi: 255 }], ALL_PORTS, ANY)],
    ['6/443 from any', region('ingress', [{ lo: 6, hi: 6 }], ports(443), ANY)],
    ['17/53 to any', region('egress', [{ lo: 17, hi: 17 }], ports(53), ANY)],
    ['  tcp/443\tfrom   any ', region('ingress', [{ lo: 6, hi: 6 }], ports(443), ANY)],
  ])('%s', (text, packets) => {
    expect(parsePackets(text)).toEqual({
      ok: true,
      value: { region: packets, isAnyPeer: text.trim().endsWith('any') },
    });
  });
});

describe('refused', () => {
  const FORM = 'must read PROTOCOL[/PORTS] from|to CIDR|any, like tcp/30000-32767 from 203.0.113.0/24';
  const PROTOCOL =
    'begins with no protocol; write tcp, udp, icmp, all (in lower case) or a number from 0 to 255';
  const PORTS =
    'has no good ports; write one port or one range from 1 to 65535, like tcp/443 or tcp/30000-32767';
  const PEER = 'ends with no CIDR; write one, like 203.0.113.0/24, or any';

  test.each([
    ['', FORM],
    ['tcp/443', FORM],
    ['tcp/443 from', FORM],
    ['tcp/443 in 10.0.0.0/8', FORM],
    ['tcp/443 FROM any', FORM],
    ['tcp/443 from any to any', FORM],
    ['tcp/30000 - 32767 from any', FORM],
    ['tcp/1/2 from any', FORM],
    ['from any', FORM],
    ['TCP/443 from any', PROTOCOL],
    ['sctp from any', PROTOCOL],
    ['256 from any', PROTOCOL],
    ['-1 from any', PROTOCOL],
    ['1e1 from any', PROTOCOL],
    ['/443 from any', PROTOCOL],
    [
      'icmp/8 from any',
      'has a type after the slash; ICMP is waived as a whole, like icmp from 203.0.113.0/24',
    ],
    [
      '58/128 from any',
      'has a type after the slash; ICMP is waived as a whole, like icmp from 203.0.113.0/24',
    ],
    ['all/443 from any', 'has ports, which only tcp and udp have; leave them out'],
    ['47/443 from any', 'has ports, which only tcp and udp have; leave them out'],
    ['tcp/ from any', PORTS],
    ['tcp/0 from any', PORTS],
    ['tcp/0-65535 from any', PORTS],
    ['tcp/65536 from any', PORTS],
    ['tcp/80,443 from any', PORTS],
    ['tcp/80- from any', PORTS],
    ['tcp/-80 from any', PORTS],
    ['tcp/https from any', PORTS],
    ['tcp/200-100 from any', 'has ports that end before they begin; swap them'],
    ['tcp/80 from ANY', PEER],
    ['tcp/80 from 10.0.0.0/33', PEER],
    ['tcp/80 from 10.0.0.0/8,any', PEER],
    ['tcp/80 from node', PEER],
    ['tcp/80 from 10.0.0.1/8', 'has bits set below its prefix; the network is 10.0.0.0/8'],
    ['tcp/80 from fd00::1/8', 'has bits set below its prefix; the network is fd00::/8'],
  ])('%j', (text, error) => {
    expect(parsePackets(text)).toEqual({ ok: false, error });
  });
});
