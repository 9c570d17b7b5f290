import type { Check } from './check.js';
import { minimumRows } from '../weigh/row-sets.js';
import { ROW_SEVERITIES } from './row-findings.js';

/** Table 8: what nodes must reach when their egress is hardened. */
export const egressMinimum: Check = {
  id: 'egress-minimum',
  title: 'Nodes lose egress they cannot do without',
  why: 'Worker nodes need DNS, the masters, time and a few internal services even when their egress is hardened; Table 8 of the page is the least.',
  remedy: 'Keep the rule that lets this out, or add an egress rule for each range and port shown.',
  severities: ROW_SEVERITIES,
  example:
    'The allow-all egress rule of the worker group is removed, and the rules that follow it leave out UDP 53.',
  tables: [8],
  about: 'packets',
  breaks: true,
  leavesUnjudged: true,
  rows: minimumRows,
  run: () => [],
};
