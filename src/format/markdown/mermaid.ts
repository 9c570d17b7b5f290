import { ROLE_NAMES } from '../../check/rows.js';
import type { Block } from '../../report/blocks.js';
import { plain } from '../plain.js';
import { capped } from '../../report/phrases.js';
import { roleOf } from './rule-hcl.js';

const LABEL_LIMIT = 80;
const EDGE_LIMIT = 30;
const ROW_LIMIT = 4;

/**
 * The label of a node or an edge, in quotes. Mermaid has no escape that all its versions read alike: of ASCII only
 * characters without a meaning stay, all others take their full-width form, which reads the same and means nothing.
 */
export function mermaidLabel(text: string): string {
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
  return String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0);
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly isForGood: boolean;
  readonly what: Set<string>;
  readonly rows: Set<string>;
}

/** A picture of who loses which path: crossed edges are lost, dotted ones are cut for a moment. */
export interface Picture {
  readonly text: string;
  /** Paths that are not drawn. */
  readonly left: number;
}

/** Undefined when no path is lost. */
export function pictureOf(blocks: readonly Block[]): Picture | undefined {
  const all = edgesOf(blocks);
  if (all.length === 0) return undefined;
  const edges = all.slice(0, EDGE_LIMIT);
  const ids = new Map<string, string>();
  for (const { from, to } of edges) {
    for (const end of [from, to]) if (!ids.has(end)) ids.set(end, `n${ids.size}`);
  }
  const id = (name: string): string => ids.get(name) ?? 'n';
  const lost = edges.flatMap(({ isForGood }, index) => (isForGood ? [index] : []));
  const lines = [
    'flowchart LR',
    ...[...ids].map(([name, node]) => `  ${node}[${mermaidLabel(name)}]`),
    ...edges.map(
      (edge) =>
        `  ${id(edge.from)} ${edge.isForGood ? '--x' : '-.-x'}|${mermaidLabel(labelOf(edge))}| ${id(edge.to)}`,
    ),
    ...(lost.length === 0 ? [] : [`  linkStyle ${lost.join(',')} stroke:#cf222e,stroke-width:2px`]),
  ];
  return { text: lines.join('\n'), left: all.length - edges.length };
}

function labelOf({ what, rows }: Edge): string {
  return `${capped([...what], 2)} (${capped([...rows], ROW_LIMIT)})`;
}

function edgesOf(blocks: readonly Block[]): readonly Edge[] {
  const edges = new Map<string, Edge>();
  for (const block of blocks) {
    if (block.change !== 'introduced' && block.change !== 'transient') continue;
    for (const { requirement, what, peers } of block.rows) {
      const ends = endsOf(block, requirement, peers);
      if (what === '' || ends === undefined) continue;
      const key = JSON.stringify([block.change, ends]);
      const edge = edges.get(key) ?? {
        ...ends,
        isForGood: block.change === 'introduced',
        what: new Set(),
        rows: new Set(),
      };
      edge.what.add(what);
      edge.rows.add(requirement);
      edges.set(key, edge);
    }
  }
  return [...edges.values()];
}

/** The two ends of a path, in the direction in which the packets go. */
function endsOf(
  { cluster, pool }: Block,
  requirement: string,
  peers: string,
): { readonly from: string; readonly to: string } | undefined {
  const [, direction, peer] = /^(from|to) (.*)$/.exec(peers) ?? [];
  const role = roleOf({ requirement });
  if (peer === undefined || role === undefined) return undefined;
  const of = (name: string): string => (cluster === null ? name : `${name}, ${cluster}`);
  const member = of(pool ?? ROLE_NAMES[role]);
  const other = Object.values(ROLE_NAMES).includes(peer) ? of(peer) : peer;
  return direction === 'from' ? { from: other, to: member } : { from: member, to: other };
}
