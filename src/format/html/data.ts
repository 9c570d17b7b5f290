import type { SideCell } from '../../explain/cells.js';
import { TIMES } from '../../explain/lots.js';
import type { EtherType } from '../../net/address.js';
import type { PeerSet } from '../../net/peers.js';
import type { ExplainedRule } from '../../report/explanation.js';
import type { ReportPaths } from '../../report/paths.js';
import type { Report, ReportCause } from '../../report/report.js';
import { endWords, explainedRuleWords, stateName } from '../../report/words/explain-words.js';
import { rangeName } from '../../report/words/packet-words.js';
import { must } from '../../result.js';
import { publicAddresses } from '../../weigh/openings.js';
import { plain } from '../plain.js';
import type {
  PageCell,
  PageFate,
  PagePaths,
  PagePeers,
  PageRule,
  PageTable,
  PageUntold,
} from './page-data.js';

const UNTOLD: Readonly<Record<PageUntold, string>> = {
  sensitive: 'A value that must not be printed has a part in this, so the page does not hold it.',
  'too-many-rules': 'There are too many rules for a page.',
  'too-many-ends': 'There are too many ends for a page.',
};

const RULE_LENGTH = 400;

/** The paths of one cluster, for the script of the page. */
export function pagePaths(paths: ReportPaths, { findings }: Pick<Report, 'findings'>): PagePaths {
  const places = new Map(
    findings.flatMap(({ causes }) => causes.map((cause) => [cause.address, cause.place] as const)),
  );
  const rules = numberedOnce<PageRule>();
  const ruleAt = paths.rules.map((rule) => rules.indexOf(pageRule(rule, places)));
  const peers = numberedOnce<PagePeers>();
  const fates = numberedOnce<PageFate>();
  const tables = paths.tables.map(({ party, direction, other, cells }): PageTable => {
    const same = new Map<string, number>();
    const numberOf = ({ protocols, ports }: SideCell): number => {
      const key = `${protocols.lo} ${ports.lo}`;
      const number = same.get(key) ?? 0;
      same.set(key, number + 1);
      return number;
    };
    const pageCell = (cell: SideCell): PageCell => {
      const { protocols, ports } = cell;
      const fate = fates.indexOf(pageFate(cell, ruleAt));
      const far = typeof other === 'number' ? numberOf(cell) : peers.indexOf(pagePeers(cell.peers, other));
      return [protocols.lo, protocols.hi, ports.lo, ports.hi, fate, far];
    };
    return { party, direction, other, cells: typeof cells === 'string' ? cells : cells.map(pageCell) };
  });
  return {
    parties: paths.parties.map(({ name, end }) => ({ name: plain(name), label: plain(endWords(end)) })),
    ranges: rangesIn(paths),
    rules: rules.items,
    peers: peers.items,
    fates: fates.items,
    tables,
    words: WORDS,
    untold: UNTOLD,
  };
}

/** Things by their numbers, equal ones once. */
interface Numbered<T> {
  readonly items: readonly T[];
  readonly indexOf: (item: T) => number;
}

function numberedOnce<T>(): Numbered<T> {
  const items: T[] = [];
  const indexes = new Map<string, number>();
  return {
    items,
    indexOf: (item) => {
      const key = JSON.stringify(item);
      const known = indexes.get(key);
      if (known !== undefined) return known;
      indexes.set(key, items.length);
      return items.push(item) - 1;
    },
  };
}

function pageRule(rule: ExplainedRule, places: ReadonlyMap<string, ReportCause['place']>): PageRule {
  const { address, action } = rule;
  const place = address === undefined ? undefined : places.get(address);
  return {
    words: plain(explainedRuleWords({ ...rule, place }), RULE_LENGTH),
    address: address === undefined ? null : plain(address),
    isDeny: action === 'deny',
  };
}

function pageFate({ states, met }: Pick<SideCell, 'states' | 'met'>, ruleAt: readonly number[]): PageFate {
  return [
    [states.before, states.during, states.after],
    met.map(({ rule, time, isSure, stands }) => [
      must(ruleAt[rule], 'an index of the rules'),
      TIMES.indexOf(time),
      isSure ? 1 : 0,
      stands ? 1 : 0,
    ]),
  ];
}

function pagePeers({ v4, v6 }: PeerSet, family: EtherType): PagePeers {
  return family === 'IPv4'
    ? v4.flatMap(({ lo, hi }) => [lo, hi])
    : v6.flatMap(({ lo, hi }) => [lo.toString(), hi.toString()]);
}

/** The internet, and what has a name and addresses that are known. */
function rangesIn({ ranges }: ReportPaths): PagePaths['ranges'] {
  const internet = endWords({ kind: 'addresses', other: { kind: 'internet', family: 'IPv4' } });
  return [
    {
      name: 'internet',
      label: plain(internet),
      family: 'IPv4',
      peers: pagePeers(publicAddresses('IPv4'), 'IPv4'),
    },
    ...ranges
      .filter(({ peers }) => peers.v4.length > 0 && peers.tokens.length === 0)
      .map(({ name, peers }) => ({
        ...({ name, label: plain(rangeName(name)), family: 'IPv4' } as const),
        peers: pagePeers(peers, 'IPv4'),
      })),
  ];
}

const WORDS: PagePaths['words'] = {
  allowed: plain(stateName('allowed', false)),
  dropped: plain(stateName('dropped', false)),
  undecided: plain(stateName('undecided', false)),
  changing: plain(stateName('undecided', true)),
  absent: plain(stateName('absent', false)),
};
