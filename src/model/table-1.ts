import {
  ALL,
  egress,
  ALL_ICMP,
  ingress,
  keep,
  NO_FLOOR,
  nodePorts,
  row,
  table,
  TABLE_8,
  tcp,
  udp,
} from './row.js';

/** Table 1: worker nodes, VPC network model. */
export const table1 = table(
  1,
  {
    role: 'node',
    networkModel: 'vpc-router',
    title: 'Worker nodes, VPC network',
    anchor: 'cce_faq_00265__table171121082412',
  },
  [
    row('T1.1', ingress(udp(), 'vpc-cidr'), {
      thing: 'UDP',
      purpose: 'Masters, other nodes and hosts of the VPC send UDP to nodes and to the pods on them.',
      impact: 'UDP from masters and from hosts of the VPC does not arrive',
    }),
    row('T1.2', ingress(tcp(), 'vpc-cidr'), {
      thing: 'TCP',
      purpose: 'Masters call kubelet and webhook pods; other hosts of the VPC reach nodes and pods over TCP.',
      impact: 'masters cannot reach kubelet and webhook pods: exec, logs and admission fail',
      impactOf: {
        ...tcp(10250),
        peer: 'master-node-cidr',
        otherwise: 'TCP from masters or from other hosts of the VPC does not arrive',
      },
      note: 'The page has no row for kubelet (TCP 10250) in this network model: it lies in this one.',
    }),
    row('T1.3', ingress(ALL_ICMP, 'control-group'), {
      isLookedForBeforeUpgrade: true,
      thing: 'ICMP',
      purpose: 'Masters ping nodes; the check before a cluster upgrade looks for this rule.',
      impact: 'masters cannot ping nodes, and the check before an upgrade fails',
      note: 'ICMP has no ports: read as every type and code. The page asks for this row only in the VPC network model.',
    }),
    row('T1.4', ingress(nodePorts('tcp'), 'any'), {
      suggestion: 'if-necessary',
      floor: keep('vpc-cidr', 'load-balancer-cidrs', 'container-cidr'),
      thing: 'NodePorts',
      purpose: 'Clients and load balancers reach NodePort Services over TCP.',
      impact: 'TCP Services on node ports are out of reach',
      note: 'The page gives no addresses for load balancers: the configuration names them.',
    }),
    row('T1.5', ingress(nodePorts('udp'), 'any'), {
      suggestion: 'if-necessary',
      floor: keep('vpc-cidr', 'load-balancer-cidrs', 'container-cidr'),
      thing: 'NodePorts',
      purpose: 'Clients and load balancers reach NodePort Services over UDP.',
      impact: 'UDP Services on node ports are out of reach',
      note: 'The page gives no addresses for load balancers: the configuration names them.',
    }),
    row('T1.6', ingress(ALL, 'container-cidr'), {
      thing: 'traffic',
      purpose: 'Pods reach nodes, and through them pods on other nodes, with their own addresses.',
      impact: 'pods cannot reach nodes and the pods on other nodes',
    }),
    row('T1.7', ingress(ALL, 'node-group'), {
      thing: 'traffic',
      purpose: 'Worker nodes talk to each other on every port.',
      impact: 'worker nodes cannot reach each other',
      note: "The page's sentence is unclear: read as everything from members of the same group.",
    }),
    row('T1.8', ingress(tcp(22), 'any'), {
      suggestion: 'recommended',
      floor: NO_FLOOR,
      thing: 'SSH',
      purpose: 'Administrators log in to nodes.',
      impact: 'nobody can log in to nodes over SSH',
      note: 'The page advises fixed addresses and names none that must stay: any narrowing is fine.',
    }),
    row('T1.9', egress(ALL, 'any'), {
      suggestion: 'if-necessary',
      floor: TABLE_8,
      thing: 'outgoing traffic',
      purpose: 'Nodes open connections to masters, DNS, registries, storage and whatever their pods call.',
      impact: 'nodes reach only what other egress rules name: image pulls and outside services may fail',
    }),
  ],
);
