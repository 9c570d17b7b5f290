import { onlyOne } from '../../collections.js';
import type { Report, ReportAddresses, ReportCluster } from '../../report/report.js';
import { type Belonging, wholePlanWords } from '../../report/telling/names.js';
import { cidrTexts } from '../../report/words/cluster-words.js';
import { capped, networkName } from '../../report/words/phrases.js';
import { dotted, type TextPage } from './page.js';
import { terminalText } from './terminal-text.js';

const CIDR_LIMIT = 3;

/** Which cluster, of which plan where there are several, and what it is taken to be. */
export function clusterLines(
  of: Belonging & { readonly cluster: string },
  { report, paint, width }: TextPage,
): readonly string[] {
  const heading = terminalText(of.cluster);
  const plan = wholePlanWords(of, report, terminalText);
  const cluster = shownCluster(of, report);
  if (cluster === undefined) return [paint.strong(heading) + plan.map((name) => ` · ${name}`).join('')];
  const network = [
    networkName(cluster.networkType),
    factText('VPC', cluster.addresses?.vpc),
    factText(cluster.model === 'eni' ? 'pods' : 'containers', cluster.addresses?.container),
    factText('masters', cluster.addresses?.master),
  ].map((fact) => terminalText(fact));
  const [first, ...rest] = dotted(heading, [...plan, ...network], width);
  return [paint.strong(heading) + first.slice(heading.length), ...rest];
}

/** Several plans may have a cluster of the name: the own one, else the only one, which another plan shows. */
function shownCluster({ plan, cluster }: Belonging, { clusters }: Report): ReportCluster | undefined {
  const named = clusters.filter(({ name }) => name === cluster);
  return named.find((one) => one.plan === plan) ?? onlyOne(named);
}

function factText(what: string, addresses: ReportAddresses | undefined): string {
  const texts = addresses === undefined ? [] : cidrTexts(addresses);
  const isWhole = addresses?.peers === 'sensitive' || addresses?.peers.tokens.length === 0;
  if (texts.length === 0 || !isWhole) return `${what} not known`;
  return `${what} ${capped(
    texts.map((text) => terminalText(text)),
    CIDR_LIMIT,
  )}`;
}
