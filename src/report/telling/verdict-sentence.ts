import { distinct } from '../../collections.js';
import type { Change } from '../../weigh/causes.js';
import type { Block } from '../blocks.js';
import type { Report } from '../report.js';
import { isNothingJudged, STOPS, stopsApply, unplacedGroups } from '../verdict.js';
import { capped, count } from '../words/phrases.js';
import { type Escaper, planWords } from './names.js';
import type { Telling } from './telling.js';

const CLUSTER_LIMIT = 3;

/** How a format writes the names that the sentence needs. */
export interface NameEscapers {
  readonly cluster: Escaper;
  readonly plan: Escaper;
}

/** Who does something: `This plan`, `These 4 plans`, `2 of 4 plans`. */
interface Doer {
  readonly name: string;
  readonly isOne: boolean;
}

function doerOf(concerned: number, { plans }: Report): Doer {
  if (plans.length < 2) return { name: 'This plan', isOne: true };
  if (concerned === plans.length) return { name: `These ${concerned} plans`, isOne: false };
  return { name: `${concerned} of ${plans.length} plans`, isOne: concerned === 1 };
}

/** Severities of what is not introduced are the configuration's: then it is not the plan that surely breaks. */
const HEADLINES: readonly {
  readonly changes: readonly Change[];
  readonly says: (clusters: string, doer: Doer) => string;
}[] = [
  {
    changes: ['introduced'],
    says: (clusters, { name, isOne }) => `${name} ${isOne ? 'breaks' : 'break'} ${clusters}`,
  },
  { changes: ['transient', 'undecided'], says: (clusters, { name }) => `${name} may break ${clusters}` },
  {
    changes: ['pre-existing'],
    says: (clusters, { isOne }) =>
      `Broken before ${isOne ? 'this plan' : 'these plans'}, and after: ${clusters}`,
  },
];

/** The same of an audit, which changes nothing. */
const NOW: readonly (typeof HEADLINES)[number][] = [
  { changes: ['pre-existing'], says: (clusters) => `Broken: ${clusters}` },
  { changes: ['undecided'], says: (clusters) => `Perhaps broken: ${clusters}` },
];

/** What else a verdict says, of plans or of the cloud. */
interface Sayings {
  readonly dangerous: (doer: Doer) => string;
  readonly fails: string;
  readonly nothing: string;
  readonly fine: string;
  readonly waived: string;
  readonly passes: string;
  readonly stops: string;
}

function sayingsOf(report: Report): Sayings {
  const { name, isOne } = doerOf(report.plans.length, report);
  const [breaks, passes] = isOne ? ['breaks', 'passes'] : ['break', 'pass'];
  return {
    dangerous: (doer) => `${doer.name} ${doer.isOne ? 'is' : 'are'} dangerous for`,
    fails: `${name} ${isOne ? 'does' : 'do'} not pass`,
    nothing: `Nothing to judge: no CCE cluster in ${name.toLowerCase()}`,
    fine: `${name} ${breaks} nothing`,
    waived: `${name} ${breaks} nothing that is not waived`,
    passes: `${name} ${passes}, with`,
    stops: `${name} ${passes}, ${STOPS}:`,
  };
}

const OF_CLOUD: Sayings = {
  dangerous: () => 'Dangerously open:',
  fails: 'The audit does not pass',
  nothing: 'Nothing to judge: no CCE cluster in these facts',
  fine: 'Nothing is broken',
  waived: 'Nothing is broken that is not waived',
  passes: 'The audit passes, with',
  stops: 'The audit passes, with',
};

/** The verdict in a sentence: what breaks, or that nothing does. */
export function verdictSentence({ report, blocks }: Telling, named: NameEscapers): string {
  const { conclusion, summary, findings, cloud } = report;
  const [headlines, says] = cloud === undefined ? [HEADLINES, sayingsOf(report)] : [NOW, OF_CLOUD];
  const critical = blocks.filter(({ severity }) => severity === 'critical');
  const breaking = critical.filter(({ checks }) => checks.some((check) => check.breaks));
  const doerWith = (some: readonly Block[]): Doer =>
    doerOf(distinct(some.map(({ plan }) => plan)).length, report);
  const [worst] = headlines.flatMap((one) => {
    const some = breaking.filter(({ change }) => one.changes.includes(change));
    return some.length === 0 ? [] : [one.says(clustersOf(some, report, named), doerWith(some))];
  });
  if (worst !== undefined) return worst;
  if (critical.length > 0)
    return `${says.dangerous(doerWith(critical))} ${clustersOf(critical, report, named)}`;
  if (conclusion === 'fail') return says.fails;
  if (isNothingJudged(report)) {
    return unplacedGroups(report) > 0 ? 'Nothing is judged: a security group cannot be placed' : says.nothing;
  }
  if (blocks.length === 0) {
    return findings.length > 0 ? says.waived : says.fine;
  }
  const counts = [
    ...(summary.warning > 0 ? [count(summary.warning, 'warning')] : []),
    ...(summary.notice > 0 ? [count(summary.notice, 'notice')] : []),
  ];
  return `${stopsApply(report) ? says.stops : says.passes} ${counts.join(' and ')}`;
}

/** The clusters, and the plans where it is not all of several. */
function clustersOf(blocks: readonly Block[], report: Report, named: NameEscapers): string {
  const isAll = distinct(blocks.map(({ plan }) => plan)).length === report.plans.length;
  const names = distinct(
    blocks.flatMap((block) => {
      const { cluster } = block;
      if (cluster === undefined) return [];
      const plan = isAll ? [] : planWords(block, report).map((name) => ` (${named.plan(name)})`);
      return [`${named.cluster(cluster)}${plan.join('')}`];
    }),
  );
  if (names.length === 0) return 'a cluster';
  return `the ${names.length === 1 ? 'cluster' : 'clusters'} ${capped(names, CLUSTER_LIMIT)}`;
}
