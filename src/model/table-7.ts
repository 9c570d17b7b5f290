import { ALL, egress, ingress, row, table } from './row.js';

/** Table 7: elastic network interfaces of the pods of a CCE Turbo cluster, Cloud Native 2.0 network model. */
export const table7 = table(
  7,
  {
    role: 'eni',
    networkModel: 'eni',
    title: 'Elastic network interfaces of pods, Cloud Native 2.0 network (CCE Turbo)',
    anchor: 'cce_faq_00265__table499619352347',
  },
  [
    row('T7.1', ingress(ALL, 'eni-group'), {
      thing: 'traffic',
      purpose: 'Pods talk to each other.',
      impact: 'pods cannot reach each other',
    }),
    row('T7.2', ingress(ALL, 'vpc-cidr'), {
      thing: 'traffic',
      purpose: 'Nodes, masters, load balancers and other hosts of the VPC reach pods.',
      impact: 'probes, webhook calls and load balancers do not reach pods',
    }),
    row('T7.3', egress(ALL, 'any'), {
      thing: 'outgoing traffic',
      purpose: 'Pods open connections: DNS, Services, the Kubernetes API, the outside.',
      impact: 'pods cannot open connections, DNS lookups included',
      note: 'Table 8 is about worker nodes only: this row has no floor.',
    }),
  ],
);
