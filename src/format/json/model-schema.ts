/** The JSON of `model`, version 1: what schema/model-1.json is made from. A run takes its type alone. */
import * as v from 'valibot';

import { string, texts } from './schema-parts.js';

const row = v.object({
  id: string('Table and row, `T1.2`; for ever.'),
  title: string('What the table is about.'),
  role: string('Whose security group it is about: node, control or eni.'),
  networkModel: string('The network model of the table: vpc-router, overlay_l2, eni, or any.'),
  direction: string('ingress or egress.'),
  protocol: string('all, tcp, udp or icmp.'),
  ports: string('`all`, a port or a range of ports.'),
  peer: string('The name of the other end: what it means in addresses depends on the cluster.'),
  suggestion: string(
    'What the page says of a change: not-recommended, if-necessary, recommended; minimum: Table 8.',
  ),
  floor: string('How far it may be narrowed, in words.'),
  purpose: string('What the path is for.'),
  impact: string('What a person sees when it is gone.'),
  notes: texts('What was chosen where the page is silent, and for whom the row counts.'),
  page: string("The vendor's table."),
  docs: string('What there is to read of the row.'),
});

export const modelSchema = v.pipe(
  v.object({
    version: v.pipe(v.literal(1), v.description('The form of this answer. Fields may be added to it.')),
    rows: v.array(row),
  }),
  v.title('Rows of the tables: cce-plan-guard model'),
  v.description('The output of `cce-plan-guard model --format json`, version 1.'),
);

/** Rows of the tables as JSON. */
export type ModelJson = v.InferOutput<typeof modelSchema>;
