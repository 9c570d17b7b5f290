import { distinct, groupBy, type NonEmpty } from '../../collections.js';
import type { GroupName, ReportCause, ReportFinding } from '../report.js';
import { shortFingerprint } from './phrases.js';
import { openText, say, type Text } from './text.js';

/** A block, as far as it says where it is. */
interface Titled {
  readonly title: Text;
  readonly plan: number;
  readonly cluster: string | undefined;
  readonly pools: readonly string[];
  readonly group: GroupName | undefined;
  readonly causes: readonly ReportCause[];
  readonly findings: NonEmpty<ReportFinding>;
}

/**
 * For each block what tells it apart from those that have its title: the cluster, whose groups, and where that reads the
 * same and the changes are the same, the name that commands know it by. Nothing where the title is its own.
 */
export function apartWords(blocks: readonly Titled[]): readonly (readonly Text[])[] {
  const alike = groupBy(blocks, ({ plan, title }) => JSON.stringify([plan, openText(title)]));
  const words = new Map([...alike.values()].flatMap(apartNames));
  return blocks.map((block) => words.get(block) ?? []);
}

/** The names of blocks with one title: the cluster first, and whose groups where a cluster has several of them. */
function apartNames(same: readonly Titled[]): readonly (readonly [Titled, readonly Text[]])[] {
  if (same.length === 1) return [];
  const clusters = differing(same.map(({ cluster }) => clusterName(cluster)));
  const named = same.map((block, i) => ({ block, names: [clusters[i]].flatMap((name) => name ?? []) }));
  const byCluster = groupBy(named, ({ block: { cluster } }) => cluster);
  return [...byCluster.values()].flatMap((some) => {
    const owners = differing(some.map(({ block }) => ownersName(block)));
    return withFingerprints(
      some.map(({ block, names }, i) => ({
        block,
        names: [...names, ...[owners[i]].flatMap((one) => one ?? [])],
      })),
    );
  });
}

/** Names that read alike, of blocks with the same changes, get what commands know a block by. */
function withFingerprints(
  named: readonly { readonly block: Titled; readonly names: readonly Text[] }[],
): readonly (readonly [Titled, readonly Text[]])[] {
  const read = groupBy(named, ({ block, names }) =>
    JSON.stringify([names.map(openText), block.causes.map(({ address }) => address)]),
  );
  return [...read.values()].flatMap((alike) =>
    alike.map(({ block, names }) => {
      const [first] = block.findings;
      return [block, alike.length === 1 ? names : [...names, say`\`${shortFingerprint(first)}\``]] as const;
    }),
  );
}

/** The names, or none where all are the same. */
function differing(names: readonly (Text | undefined)[]): readonly (Text | undefined)[] {
  const texts = names.map((name) => (name === undefined ? '' : openText(name)));
  return distinct(texts).length === 1 ? [] : names;
}

function clusterName(cluster: string | undefined): Text | undefined {
  return cluster === undefined ? undefined : say`cluster \`${cluster}\``;
}

function ownersName({ pools, group }: Titled): Text | undefined {
  const [pool] = pools;
  if (pool !== undefined)
    return say`pool \`${pool}\`${pools.length > 1 ? ` and ${pools.length - 1} more` : ''}`;
  return group === undefined ? undefined : say`group \`${group.shown}\``;
}
