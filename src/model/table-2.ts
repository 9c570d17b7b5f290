import { ALL, egress, ingress, keep, row, table, tcp } from './row.js';

/** Table 2: master nodes, VPC network model. */
export const table2 = table(
  2,
  {
    role: 'control',
    networkModel: 'vpc-router',
    title: 'Master nodes, VPC network',
    anchor: 'cce_faq_00265__table16149351122118',
  },
  [
    row('T2.1', ingress(tcp(5444), 'vpc-cidr'), {
      thing: 'kube-apiserver',
      purpose: 'Nodes and other hosts of the VPC reach kube-apiserver on its own port.',
      impact: 'nodes and hosts of the VPC cannot reach kube-apiserver on 5444',
    }),
    row('T2.2', ingress(tcp(5444), 'container-cidr'), {
      thing: 'kube-apiserver',
      purpose: 'Pods call the Kubernetes API: CoreDNS, controllers, operators.',
      impact: 'CoreDNS, controllers and operators in pods cannot reach the Kubernetes API',
    }),
    row('T2.3', ingress(tcp(9443), 'vpc-cidr'), {
      thing: 'the network add-on',
      purpose: 'The network add-on on each node calls its server on the masters.',
      impact: 'the network add-on cannot reach the masters: new pods get no network',
    }),
    row('T2.4', ingress(tcp(5443), 'any'), {
      suggestion: 'recommended',
      floor: keep('vpc-cidr', 'service-mesh-cidrs', 'container-cidr'),
      thing: 'the API server',
      purpose: 'kubectl, nodes and a hosted service mesh reach the API server through HAProxy.',
      impact: 'kubectl and nodes cannot reach the API server',
      note: "The page gives no addresses for the mesh's control plane: the configuration names them.",
    }),
    row('T2.5', ingress(tcp(8445), 'vpc-cidr'), {
      thing: 'the storage add-on',
      purpose: 'The storage add-on on each node calls its server on the masters.',
      impact: 'the storage add-on cannot reach the masters: volumes cannot be attached or mounted',
    }),
    row('T2.6', ingress(ALL, 'control-group'), {
      thing: 'traffic',
      purpose: 'Masters talk to each other: etcd, leader election, API backends.',
      impact: 'masters cannot reach each other: the control plane may stop',
      note: "The page's sentence is unclear: read as everything from members of the same group.",
    }),
    row('T2.7', egress(ALL, 'any'), {
      thing: 'outgoing traffic',
      purpose: 'Masters open connections to kubelets, webhook pods and services of the cloud.',
      impact: 'masters cannot call kubelets, webhooks and services of the cloud',
    }),
  ],
);
