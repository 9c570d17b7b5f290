import { ALL, egress, ingress, keep, NO_FLOOR, nodePorts, row, table, TABLE_8, tcp } from './row.js';

/** Table 5: worker nodes of a CCE Turbo cluster, Cloud Native 2.0 network model. */
export const table5 = table(
  5,
  {
    role: 'node',
    networkModel: 'eni',
    title: 'Worker nodes, Cloud Native 2.0 network (CCE Turbo)',
    anchor: 'cce_faq_00265__table15437132515819',
  },
  [
    row('T5.1', ingress(tcp(10250), 'master-node-cidr'), {
      thing: 'kubelet',
      purpose: 'Masters call kubelet: exec, logs, port-forward.',
      impact: 'masters cannot reach kubelet: exec, logs and port-forward fail',
      note: "The page does not say what the master node CIDR is: the configuration's, else the cluster's subnet, else some part of the VPC.",
    }),
    row('T5.2', ingress(nodePorts('tcp'), 'any'), {
      suggestion: 'if-necessary',
      floor: keep('vpc-cidr', 'load-balancer-cidrs', 'container-cidr'),
      thing: 'NodePorts',
      purpose: 'Clients and load balancers reach NodePort Services over TCP.',
      impact: 'TCP Services on node ports are out of reach',
      note: 'The page gives no addresses for load balancers: the configuration names them. Containers are the pod subnets here.',
    }),
    row('T5.3', ingress(nodePorts('udp'), 'any'), {
      suggestion: 'if-necessary',
      floor: keep('vpc-cidr', 'load-balancer-cidrs', 'container-cidr'),
      thing: 'NodePorts',
      purpose: 'Clients and load balancers reach NodePort Services over UDP.',
      impact: 'UDP Services on node ports are out of reach',
      note: 'The page gives no addresses for load balancers: the configuration names them. Containers are the pod subnets here.',
    }),
    row('T5.4', ingress(tcp(22), 'any'), {
      suggestion: 'recommended',
      floor: NO_FLOOR,
      thing: 'SSH',
      purpose: 'Administrators log in to nodes.',
      impact: 'nobody can log in to nodes over SSH',
      note: 'The page advises fixed addresses and names none that must stay: any narrowing is fine.',
    }),
    row('T5.5', ingress(ALL, 'node-group'), {
      thing: 'traffic',
      purpose: 'Worker nodes talk to each other on every port.',
      impact: 'worker nodes cannot reach each other',
      note: "The page's sentence is unclear: read as everything from members of the same group.",
    }),
    row('T5.6', ingress(ALL, 'container-subnet-cidr'), {
      thing: 'traffic',
      purpose: 'Pods reach nodes with their own addresses, which lie in the pod subnets.',
      impact: 'pods cannot reach nodes',
    }),
    row('T5.7', egress(ALL, 'any'), {
      suggestion: 'if-necessary',
      floor: TABLE_8,
      thing: 'outgoing traffic',
      purpose: 'Nodes open connections to masters, DNS, registries and storage; pods have their own group.',
      impact: 'nodes reach only what other egress rules name: image pulls and outside services may fail',
    }),
  ],
);
