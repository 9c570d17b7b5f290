import { ALL, egress, ingress, keep, row, table, tcp, udp } from './row.js';

/** Table 4: master nodes, tunnel network model. */
export const table4 = table(
  4,
  {
    role: 'control',
    networkModel: 'overlay_l2',
    title: 'Master nodes, tunnel network',
    anchor: 'cce_faq_00265__table657323917482',
  },
  [
    row('T4.1', ingress(udp(4789), 'any'), {
      thing: 'VXLAN',
      purpose: 'Masters take part in the VXLAN overlay, so that they and pods reach each other.',
      impact: 'masters are not in the overlay: webhooks and API extensions in pods time out',
    }),
    row('T4.2', ingress(tcp(5444), 'vpc-cidr'), {
      thing: 'kube-apiserver',
      purpose: 'Nodes and other hosts of the VPC reach kube-apiserver on its own port.',
      impact: 'nodes and hosts of the VPC cannot reach kube-apiserver on 5444',
    }),
    row('T4.3', ingress(tcp(5444), 'container-cidr'), {
      thing: 'kube-apiserver',
      purpose: 'Pods call the Kubernetes API: CoreDNS, controllers, operators.',
      impact: 'CoreDNS, controllers and operators in pods cannot reach the Kubernetes API',
    }),
    row('T4.4', ingress(tcp(9443), 'vpc-cidr'), {
      thing: 'the network add-on',
      purpose: 'The network add-on on each node calls its server on the masters.',
      impact: 'the network add-on cannot reach the masters: new pods get no network',
    }),
    row('T4.5', ingress(tcp(5443), 'any'), {
      suggestion: 'recommended',
      floor: keep('vpc-cidr', 'service-mesh-cidrs', 'container-cidr'),
      thing: 'the API server',
      purpose: 'kubectl, nodes and a hosted service mesh reach the API server through HAProxy.',
      impact: 'kubectl and nodes cannot reach the API server',
      note: "The page gives no addresses for the mesh's control plane: the configuration names them.",
    }),
    row('T4.6', ingress(tcp(8445), 'vpc-cidr'), {
      thing: 'the storage add-on',
      purpose: 'The storage add-on on each node calls its server on the masters.',
      impact: 'the storage add-on cannot reach the masters: volumes cannot be attached or mounted',
    }),
    row('T4.7', ingress(ALL, 'control-group'), {
      thing: 'traffic',
      purpose: 'Masters talk to each other: etcd, leader election, API backends.',
      impact: 'masters cannot reach each other: the control plane may stop',
      note: "The page's sentence is unclear: read as everything from members of the same group.",
    }),
    row('T4.8', egress(ALL, 'any'), {
      thing: 'outgoing traffic',
      purpose: 'Masters open connections to kubelets, webhook pods and services of the cloud.',
      impact: 'masters cannot call kubelets, webhooks and services of the cloud',
    }),
  ],
);
