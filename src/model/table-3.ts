import { ALL, egress, ingress, keep, NO_FLOOR, nodePorts, row, table, TABLE_8, tcp, udp } from './row.js';

/** Table 3: worker nodes, tunnel network model. */
export const table3 = table(
  3,
  {
    role: 'node',
    networkModel: 'overlay_l2',
    title: 'Worker nodes, tunnel network',
    anchor: 'cce_faq_00265__table07551928134215',
  },
  [
    row('T3.1', ingress(udp(4789), 'any'), {
      isAmongNodes: true,
      thing: 'VXLAN',
      purpose: 'VXLAN carries the traffic of pods from node to node.',
      impact: 'pods on different nodes cannot talk to each other',
    }),
    row('T3.2', ingress(tcp(10250), 'master-node-cidr'), {
      thing: 'kubelet',
      purpose: 'Masters call kubelet: exec, logs, port-forward.',
      impact: 'masters cannot reach kubelet: exec, logs and port-forward fail',
      note: "The page does not say what the master node CIDR is: the configuration's, else the cluster's subnet, else some part of the VPC.",
    }),
    row('T3.3', ingress(nodePorts('tcp'), 'any'), {
      suggestion: 'if-necessary',
      floor: keep('vpc-cidr', 'load-balancer-cidrs', 'container-cidr'),
      thing: 'NodePorts',
      purpose: 'Clients and load balancers reach NodePort Services over TCP.',
      impact: 'TCP Services on node ports are out of reach',
      note: 'The page gives no addresses for load balancers: the configuration names them.',
    }),
    row('T3.4', ingress(nodePorts('udp'), 'any'), {
      suggestion: 'if-necessary',
      floor: keep('vpc-cidr', 'load-balancer-cidrs', 'container-cidr'),
      thing: 'NodePorts',
      purpose: 'Clients and load balancers reach NodePort Services over UDP.',
      impact: 'UDP Services on node ports are out of reach',
      note: 'The page gives no addresses for load balancers: the configuration names them.',
    }),
    row('T3.5', ingress(tcp(22), 'any'), {
      suggestion: 'recommended',
      floor: NO_FLOOR,
      thing: 'SSH',
      purpose: 'Administrators log in to nodes.',
      impact: 'nobody can log in to nodes over SSH',
      note: 'The page advises fixed addresses and names none that must stay: any narrowing is fine.',
    }),
    row('T3.6', ingress(ALL, 'node-group'), {
      thing: 'traffic',
      purpose: 'Worker nodes talk to each other on every port.',
      impact: 'worker nodes cannot reach each other',
      note: "The page's sentence is unclear: read as everything from members of the same group.",
    }),
    row('T3.7', egress(ALL, 'any'), {
      suggestion: 'if-necessary',
      floor: TABLE_8,
      thing: 'outgoing traffic',
      purpose: 'Nodes open connections to masters, DNS, registries, storage and whatever their pods call.',
      impact: 'nodes reach only what other egress rules name: image pulls and outside services may fail',
    }),
  ],
);
