import { ALL, egress, ingress, keep, row, table, tcp } from './row.js';

/** Table 6: master nodes of a CCE Turbo cluster, Cloud Native 2.0 network model. */
export const table6 = table(
  6,
  {
    role: 'control',
    networkModel: 'eni',
    title: 'Master nodes, Cloud Native 2.0 network (CCE Turbo)',
    anchor: 'cce_faq_00265__table623018122618',
  },
  [
    row('T6.1', ingress(tcp(5444), 'any'), {
      thing: 'kube-apiserver',
      purpose: 'Clients anywhere reach kube-apiserver on its own port.',
      impact: 'clients cannot reach kube-apiserver on 5444',
      note: 'The page asks for 5444 from anywhere and again from the VPC: both rows are held as printed.',
    }),
    row('T6.2', ingress(tcp(5444), 'vpc-cidr'), {
      thing: 'kube-apiserver',
      purpose: 'Nodes, pods and other hosts of the VPC reach kube-apiserver on its own port.',
      impact: 'nodes and hosts of the VPC cannot reach kube-apiserver on 5444',
      note: 'Never missing without T6.1, which contains it: held as printed.',
    }),
    row('T6.3', ingress(tcp(9443), 'vpc-cidr'), {
      thing: 'the network add-on',
      purpose: 'The network add-on on each node calls its server on the masters.',
      impact: 'the network add-on cannot reach the masters: new pods get no network',
    }),
    row('T6.4', ingress(tcp(5443), 'any'), {
      suggestion: 'recommended',
      floor: keep('vpc-cidr', 'service-mesh-cidrs', 'container-cidr'),
      thing: 'the API server',
      purpose: 'kubectl, nodes and a hosted service mesh reach the API server through HAProxy.',
      impact: 'kubectl and nodes cannot reach the API server',
      note: "The page gives no addresses for the mesh's control plane: the configuration names them. Containers are the pod subnets here.",
    }),
    row('T6.5', ingress(tcp(8445), 'vpc-cidr'), {
      thing: 'the storage add-on',
      purpose: 'The storage add-on on each node calls its server on the masters.',
      impact: 'the storage add-on cannot reach the masters: volumes cannot be attached or mounted',
    }),
    row('T6.6', ingress(ALL, 'control-group'), {
      thing: 'traffic',
      purpose: 'Masters talk to each other: etcd, leader election, API backends.',
      impact: 'masters cannot reach each other: the control plane may stop',
      note: "The page's sentence is unclear: read as everything from members of the same group.",
    }),
    row('T6.7', ingress(ALL, 'container-subnet-cidr'), {
      thing: 'traffic',
      purpose: 'Pods, which have addresses of the pod subnets, reach the masters on every port.',
      impact: 'pods cannot reach masters',
    }),
    row('T6.8', egress(ALL, 'any'), {
      thing: 'outgoing traffic',
      purpose: 'Masters open connections to kubelets, webhook pods and services of the cloud.',
      impact: 'masters cannot call kubelets, webhooks and services of the cloud',
    }),
  ],
);
