import { ALL, egress, row, table, tcp, udp } from './row.js';

/** Table 8: what worker nodes must still send when their allow-all egress rule is narrowed; every network model. */
export const table8 = table(
  8,
  {
    role: 'node',
    networkModel: 'any',
    suggestion: 'minimum',
    title: 'Minimum egress of worker nodes',
    anchor: 'cce_faq_00265__section153292054619',
  },
  [
    row('T8.1', egress(tcp(53), 'dns-servers'), {
      notOnPageOf: 'eu-ch2',
      thing: 'DNS',
      purpose: 'Nodes ask for names over TCP when an answer is too long for UDP.',
      impact: 'names with long answers do not resolve',
    }),
    row('T8.2', egress(udp(53), 'dns-servers'), {
      thing: 'DNS',
      purpose: 'Nodes, and CoreDNS for outside names, ask the DNS servers of the subnet.',
      impact: 'names do not resolve',
    }),
    row('T8.3', egress(tcp(5353), 'container-cidr'), {
      notOnPageOf: 'eu-ch2',
      thing: 'cluster DNS',
      purpose: 'CoreDNS pods answer on 5353, behind port 53 of their Service; this is the path over TCP.',
      impact: 'cluster DNS over TCP fails: Service names with long answers do not resolve',
      note: 'The page says containers for every network model: in CCE Turbo these are the pod subnets.',
    }),
    row('T8.4', egress(udp(5353), 'container-cidr'), {
      notOnPageOf: 'eu-ch2',
      thing: 'cluster DNS',
      purpose: 'CoreDNS pods answer on 5353, behind port 53 of their Service.',
      impact: 'cluster DNS fails: Service names do not resolve',
      note: 'The page says containers for every network model: in CCE Turbo these are the pod subnets.',
    }),
    row('T8.5', egress(udp(4789), 'any'), {
      isAmongNodes: true,
      networkModel: 'overlay_l2',
      thing: 'VXLAN',
      purpose: 'VXLAN carries the traffic of pods from node to node.',
      impact: 'pods on different nodes cannot talk to each other',
    }),
    row('T8.6', egress(tcp(5443), 'master-node-cidr'), {
      thing: 'the API server',
      purpose: 'Nodes reach the API server through HAProxy.',
      impact: 'nodes cannot reach the API server',
      note: "The page does not say what the master node CIDR is: the configuration's, else the cluster's subnet, else some part of the VPC.",
    }),
    row('T8.7', egress(tcp(5444), 'vpc-and-container-cidr'), {
      thing: 'kube-apiserver',
      purpose: 'Nodes and the pods on them reach kube-apiserver on its own port.',
      impact: 'nodes and their pods cannot reach kube-apiserver on 5444',
      note: 'One address cell with two ranges is one row: both must hold. In CCE Turbo containers are the pod subnets.',
    }),
    row('T8.8', egress(tcp(6443), 'master-node-cidr'), {
      thing: 'the masters on TCP 6443',
      purpose: 'A path from nodes to masters; the port is the usual one of a Kubernetes API.',
      impact: 'nodes cannot reach the masters on 6443',
      note: 'The page gives no reason for this row: held like the others. It does not say what the master node CIDR is either.',
    }),
    row('T8.9', egress(tcp(8445), 'vpc-cidr'), {
      thing: 'the storage add-on',
      purpose: 'The storage add-on on each node calls its server on the masters.',
      impact: 'volumes cannot be attached or mounted',
    }),
    row('T8.10', egress(tcp(9443), 'vpc-cidr'), {
      thing: 'the network add-on',
      purpose: 'The network add-on on each node calls its server on the masters.',
      impact: 'new pods get no network',
    }),
    row('T8.11', egress(ALL, 'vpc-endpoint-service'), {
      thing: 'VPC endpoints',
      purpose: 'Nodes reach services of the cloud through VPC endpoints.',
      impact: 'endpoint services are out of reach',
      note: 'The page names all ports and no protocol: read as every protocol.',
    }),
    row('T8.12', egress(udp(123), 'internal-services'), {
      thing: 'NTP',
      purpose: 'Nodes set their clocks by the internal time servers.',
      impact: 'clocks are not set',
    }),
    row('T8.13', egress(tcp(443), 'internal-services'), {
      thing: 'object storage',
      purpose: 'New nodes fetch their packages from object storage.',
      impact: 'new nodes cannot fetch their installation package',
    }),
    row('T8.14', egress(tcp(6443), 'internal-services'), {
      thing: 'the installation report',
      purpose: 'New nodes tell CCE that their installation is done.',
      impact: 'new nodes never report that they are installed',
    }),
  ],
);
