import type { Table } from './requirement.js';

/** Table 7: elastic network interfaces of the pods of a CCE Turbo cluster, Cloud Native 2.0 network model. */
export const table7: Table = {
  table: 7,
  role: 'eni',
  networkModel: 'eni',
  title: 'Elastic network interfaces of pods, Cloud Native 2.0 network (CCE Turbo)',
  anchor: 'cce_faq_00265__table499619352347',
  rows: [
    {
      id: 'T7.1',
      table: 7,
      number: 1,
      direction: 'ingress',
      protocol: 'all',
      ports: 'all',
      peer: 'eni-group',
      suggestion: 'not-recommended',
      purpose: 'Pods talk to each other.',
      impact: 'pods can no longer reach each other',
    },
    {
      id: 'T7.2',
      table: 7,
      number: 2,
      direction: 'ingress',
      protocol: 'all',
      ports: 'all',
      peer: 'vpc-cidr',
      suggestion: 'not-recommended',
      purpose: 'Nodes, masters, load balancers and other hosts of the VPC reach pods.',
      impact: 'probes, webhook calls and load balancers no longer reach pods',
    },
    {
      id: 'T7.3',
      table: 7,
      number: 3,
      direction: 'egress',
      protocol: 'all',
      ports: 'all',
      peer: 'any',
      suggestion: 'not-recommended',
      purpose: 'Pods open connections: DNS, Services, the Kubernetes API, the outside.',
      impact: 'pods can no longer open connections, DNS lookups included',
      note: 'Table 8 is about worker nodes only: this row has no floor.',
    },
  ],
};
