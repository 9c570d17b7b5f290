import { distinct, groupBy } from '../../collections.js';
import type { Report, ReportGroup } from '../report.js';
import { believedGroups, believedLabel, recordingWords, type RecordEntry } from '../words/belief-words.js';
import { doubtsIn, untouchedWords } from '../words/doubt-words.js';
import { openBeforeWords } from '../words/finding-words.js';
import { capped, ROLE_NAMES } from '../words/phrases.js';
import { joined, say, type Text, toText } from '../words/text.js';
import type { Belonging } from './names.js';

/** What is said of a cluster or a group beside the findings. */
export interface Aside extends Belonging {
  /** A part of a sentence, or several sentences. */
  readonly text: Text;
  /** What to put into the configuration; undefined where nothing is left to do. */
  readonly entry: RecordEntry | undefined;
}

/** Notes of one kind. */
export interface AsideList {
  /** What is true of what they are about. */
  readonly label: 'mended' | 'open' | 'undecided' | 'believed' | 'drifted' | 'record';
  readonly all: readonly Aside[];
  /** How many a page has room for, where it has not room for all. */
  readonly limit: number;
  /** What is true of the others, behind their number. */
  readonly more: string;
}

/** Everything that is said beside the findings, in its order. */
export function asideLists(report: Report): readonly AsideList[] {
  return [
    { label: 'mended', all: mendedAsides(report), limit: Infinity, more: '' },
    { label: 'open', all: openAsides(report), limit: 5, more: 'more groups are open' },
    { label: 'undecided', all: untouchedAsides(report), limit: 5, more: 'more groups have undecided rows' },
    {
      label: believedLabel(report),
      all: believedGroups(report).map((group) => ({ ...group, entry: undefined })),
      limit: 10,
      more: 'more groups, which the JSON report lists',
    },
    {
      label: 'record',
      all: recordingWords(report).map(({ cluster, why, entry }) => ({
        ...{ plan: undefined, cluster, entry },
        text: why,
      })),
      limit: Infinity,
      more: '',
    },
  ];
}

/** Rows of one cluster that the plan mends. */
const MENDED_LIMIT = 12;

/** What the plan mends, cluster by cluster. */
function mendedAsides({ resolved }: Report): readonly Aside[] {
  const byCluster = groupBy(resolved, ({ plan, cluster }) => JSON.stringify([plan, cluster]));
  return [...byCluster.values()].map((mended) => {
    const [{ plan, cluster }] = mended;
    const rows = distinct(mended.map(({ row }) => row.id));
    const verbs = rows.length === 1 ? 'was missing before, and holds' : 'were missing before, and hold';
    const text = toText(`${capped(rows, MENDED_LIMIT)} ${verbs} after the plan`);
    return { plan, cluster, text, entry: undefined };
  });
}

/** What was open to the internet before and still is, one for each kind of group of a cluster. */
function openAsides({ groups }: Report): readonly Aside[] {
  const open = groups.filter(({ openBefore }) => openBefore.length > 0);
  return open.map(({ plan, cluster, role, name, address, openBefore }) => {
    const group = roleWithName(role, name ?? address);
    return {
      plan,
      cluster,
      text: say`${group}: ${joined(openBeforeWords(openBefore), '; ')}`,
      entry: undefined,
    };
  });
}

function roleWithName(role: ReportGroup['role'], name: string | undefined): string {
  return name === undefined ? ROLE_NAMES[role] : `${ROLE_NAMES[role]} ${name}`;
}

/** Rows that are undecided whatever the plan does, one for each group. */
function untouchedAsides({ findings, untouched }: Report): readonly Aside[] {
  const told = doubtsIn(findings);
  const bySubject = groupBy(untouched, ({ plan, cluster, pool, group }) =>
    JSON.stringify([plan, cluster, pool, group?.key]),
  );
  return [...bySubject.values()].map((same) => {
    const [{ plan, cluster, pool, role = 'node', group }] = same;
    const named = roleWithName(role, group?.isNameless === false ? group.shown : undefined);
    const whose = pool === undefined ? named : `groups of ${pool}`;
    return { plan, cluster, text: say`${whose}: ${untouchedWords(same, told)}`, entry: undefined };
  });
}
