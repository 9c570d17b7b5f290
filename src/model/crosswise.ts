import { requirement } from './model.js';
import { must } from '../result.js';
import type { NetworkModel, Requirement } from './requirement.js';

/** What nodes of one pool need of those of another. */
export interface CrosswiseNeed {
  /** The row of the node group, which lets it pass where all pools share a group. */
  readonly row: Requirement;
  /** Rows whose ports are meant: kubelet and node ports. */
  readonly ports: readonly Requirement[];
}

const ROWS: Readonly<
  Partial<Record<NetworkModel, { readonly row: string; readonly ports: readonly string[] }>>
> = {
  overlay_l2: { row: 'T3.6', ports: ['T3.2', 'T3.3', 'T3.4'] },
  eni: { row: 'T5.5', ports: ['T5.1', 'T5.2', 'T5.3'] },
};

/**
 * What pools with groups of their own need of one another: kubelet and node ports. Undefined in the VPC network, where
 * a row opens all TCP and UDP to the VPC.
 */
export function crosswiseNeed(model: NetworkModel): CrosswiseNeed | undefined {
  const rows = ROWS[model];
  if (rows === undefined) return undefined;
  const rowOf = (id: string): Requirement => must(requirement(id), 'the row is one of the tables');
  return { row: rowOf(rows.row), ports: rows.ports.map(rowOf) };
}
