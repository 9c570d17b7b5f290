import { type Block, isMild } from '../blocks.js';
import type { Report } from '../report.js';
import { count } from '../words/phrases.js';

/** What stands over the parts of a page. */
export const TITLES = {
  fixes: 'How to mend it (proved against this plan)',
  noFix: 'How to mend it',
  purposes: 'What these rows are for',
  believed: 'What is believed of the rules that CCE made',
  clusters: 'What each cluster is taken to be',
} as const;

/** Over what waivers hide. */
export function waivedTitle(waived: readonly unknown[]): string {
  return `Waived: ${waived.length}`;
}

/** The times at which a row is looked at; an audit sees only one. */
export function timesOf({ cloud }: Pick<Report, 'cloud'>): readonly string[] {
  return cloud === undefined ? ['before', 'while applying', 'after'] : ['now'];
}

/** Over the rows that do not simply hold. */
export function statesTitle(report: Pick<Report, 'cloud'>): string {
  return `How each row stands: ${timesOf(report).join(', ')}`;
}

/** What the columns of a block's rows hold. */
export function rowHeads(block: Pick<Block, 'change'>): readonly [string, string, string, string] {
  return ['row', 'packets', 'from or to', isMild(block) ? 'at stake' : 'what is lost'];
}

/** Of what kind a block is: its change, and how many findings it is, so that the counts of the verdict can be added up. */
export function kindParts({ change, findings }: Pick<Block, 'change' | 'findings'>): readonly string[] {
  return [change, ...(findings.length > 1 ? [count(findings.length, 'finding')] : [])];
}
