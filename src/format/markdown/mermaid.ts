import { distinct, firstOfEach } from '../../collections.js';
import type { Block, BlockRow } from '../../report/blocks.js';
import type { Report } from '../../report/report.js';
import type { PacketPhrase } from '../../report/words/packet-words.js';
import { capped, ROLE_NAMES } from '../../report/words/phrases.js';
import { must } from '../../result.js';
import { clusterWords } from '../../report/telling/names.js';
import { plain, type Shown } from '../plain.js';

const LABEL_LIMIT = 80;
const EDGE_LIMIT = 30;
const ROW_LIMIT = 4;

/**
 * The label of a node or an edge, in quotes. Mermaid has no escape that all its versions read alike: of ASCII only
 * characters without a meaning stay, all others take their full-width form, which reads the same and means nothing.
 */
export function mermaidLabel(text: Shown): string {
  const label = plain(text, LABEL_LIMIT)
    .replaceAll(/[!-/:-@[-`{-~]/g, (character) => (SAFE.has(character) ? character : fullWidth(character)))
    .replaceAll('//', '/／')
    // `fa:fa-car` would become an icon.
    .replaceAll(/:(?=fa-)/g, '：')
    // "1. " and "- " would begin a list, which mermaid refuses.
    .replace(/^(\d+)\. /, '$1． ')
    .replace(/^([-+]) /, '·$1 ');
  return `"${label.trim() === '' ? '(empty)' : label}"`;
}

const SAFE = new Set("-+.,:/_()'=");

function fullWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) + 0xfee0);
}

/** A path: its ends in the direction in which the packets go. */
interface Edge {
  readonly from: End;
  readonly to: End;
  readonly isForGood: boolean;
  readonly rows: BlockRow[];
}

/** A node of the picture. */
interface End {
  /** The same for the same end. */
  readonly key: string;
  readonly name: Shown;
}

/** A picture of who loses which path: crossed edges are lost, dotted ones are cut for a moment. */
export interface Picture {
  readonly text: string;
  /** Paths that are not drawn. */
  readonly left: number;
}

/** Undefined when no path is lost. */
export function pictureOf(blocks: readonly Block[], report: Pick<Report, 'plans'>): Picture | undefined {
  const all = edgesOf(blocks, report);
  if (all.length === 0) return undefined;
  const edges = all.slice(0, EDGE_LIMIT);
  const ends = firstOfEach(
    edges.flatMap(({ from, to }) => [from, to]),
    ({ key }) => key,
  );
  const ids = new Map(ends.map(({ key }, index) => [key, `n${index}`]));
  const id = ({ key }: End): string => must(ids.get(key), 'both ends of an edge are nodes');
  const lost = edges.flatMap(({ isForGood }, index) => (isForGood ? [index] : []));
  const lines = [
    'flowchart LR',
    ...ends.map((end) => `  ${id(end)}[${mermaidLabel(end.name)}]`),
    ...edges.map(
      (edge) =>
        `  ${id(edge.from)} ${edge.isForGood ? '--x' : '-.-x'}|${mermaidLabel(labelOf(edge))}| ${id(edge.to)}`,
    ),
    ...(lost.length === 0 ? [] : [`  linkStyle ${lost.join(',')} stroke:#cf222e,stroke-width:2px`]),
  ];
  return { text: lines.join('\n'), left: all.length - edges.length };
}

function labelOf({ rows }: Edge): string {
  const what = distinct(rows.flatMap(({ packets }) => (packets === undefined ? [] : plain(packets.what))));
  return `${capped(what, 2)} (${capped(distinct(rows.map(({ row }) => row.id)), ROW_LIMIT)})`;
}

function edgesOf(blocks: readonly Block[], report: Pick<Report, 'plans'>): readonly Edge[] {
  const edges = new Map<string, Edge>();
  for (const block of blocks) {
    if (block.change !== 'introduced' && block.change !== 'transient') continue;
    for (const row of block.rows) {
      if (row.packets === undefined) continue;
      const { from, to } = endsOf(block, row.packets, report);
      const key = JSON.stringify([block.change, from.key, to.key]);
      const edge = edges.get(key) ?? { from, to, isForGood: block.change === 'introduced', rows: [] };
      edge.rows.push(row);
      edges.set(key, edge);
    }
  }
  return [...edges.values()];
}

/** The two ends of a path, in the direction in which the packets go. */
function endsOf(
  block: Block,
  { direction, other, otherKey, who }: PacketPhrase,
  report: Pick<Report, 'plans'>,
): Pick<Edge, 'from' | 'to'> {
  const { plan, cluster, pools, findings } = block;
  const where = clusterWords(block, report, String);
  const inCluster = (name: string): End => ({
    key: JSON.stringify([plan, cluster, name]),
    name: where === undefined ? name : `${name}, ${where}`,
  });
  // Rules that change places stand among the rows that they cut, and have no role of their own.
  const [role] = findings.flatMap((finding) => (finding.row === undefined ? [] : (finding.role ?? [])));
  const member = inCluster(
    pools.length === 0
      ? ROLE_NAMES[must(role, 'rows are held against subjects, which have roles')]
      : pools.join(', '),
  );
  const peer = other.kind === 'group' ? inCluster(ROLE_NAMES[other.role]) : { key: otherKey, name: who };
  return direction === 'ingress' ? { from: peer, to: member } : { from: member, to: peer };
}
