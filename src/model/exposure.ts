import type { PortRange, Role } from './requirement.js';

/** IPv4 ranges that networks of one's own have: private, shared and benchmarking ones (IANA special-purpose registry). */
export const OWN_NETWORKS_V4: readonly string[] = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '198.18.0.0/15',
];

/**
 * IPv4 ranges that are not the internet: those of networks of one's own, loop-back, link-local, documentation,
 * multicast and reserved ones (IANA special-purpose registry).
 */
export const NOT_INTERNET_V4: readonly string[] = [
  ...OWN_NETWORKS_V4,
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];

/** All public IPv6 addresses. */
export const INTERNET_V6 = '2000::/3';

/** A TCP port that should not be open to the internet, and what listens there. */
export interface SensitivePort {
  readonly ports: PortRange;
  readonly service: string;
  /** Only groups of this role have it; absent: every group. */
  readonly role?: Role;
  /** CCE opens it to all, and it is told only once it was narrowed. */
  readonly isMeantAtFirst?: true;
}

/** Ports of CCE nodes and masters, and of remote access (design, table of checks). */
export const SENSITIVE_PORTS: readonly SensitivePort[] = [
  { ports: { from: 22, to: 22 }, service: 'SSH' },
  { ports: { from: 2379, to: 2380 }, service: 'etcd' },
  { ports: { from: 3389, to: 3389 }, service: 'remote desktop' },
  { ports: { from: 4194, to: 4194 }, service: 'cAdvisor' },
  {
    ports: { from: 5443, to: 5443 },
    service: 'the API server',
    role: 'control',
    isMeantAtFirst: true,
  },
  { ports: { from: 5444, to: 5444 }, service: 'kube-apiserver' },
  { ports: { from: 6443, to: 6443 }, service: 'the Kubernetes API' },
  { ports: { from: 8445, to: 8445 }, service: 'the storage add-on' },
  { ports: { from: 9443, to: 9443 }, service: 'the network add-on' },
  { ports: { from: 10250, to: 10250 }, service: 'kubelet' },
  { ports: { from: 10255, to: 10255 }, service: 'read-only kubelet' },
];
