import type { Reason } from '../../check/finding.js';
import { must, unreachable } from '../../result.js';
import type { ReportFinding } from '../report.js';
import { ROLE_NAMES, SENSITIVE, TELLERS } from './phrases.js';

type NotKnown = Extract<
  Reason,
  { kind: 'group-not-placed' | 'rules-not-known' | 'model-not-known' | 'cluster-not-shown' }
>;

/** What nobody tells of a group or its cluster, in a sentence. Within report/words alone. */
export function notKnownWords(finding: ReportFinding, reason: NotKnown): string {
  const { cluster = '', pool, occasion } = finding;
  switch (reason.kind) {
    case 'group-not-placed':
      return notPlacedWords(reason);
    case 'rules-not-known':
      return rulesWords(finding, reason);
    case 'model-not-known':
      return occasion === 'audit'
        ? `the facts show a group of cluster ${cluster}, and not which network model the cluster has`
        : `rules change in a group of cluster ${cluster}, and the plan does not tell its network model`;
    case 'cluster-not-shown':
      return `${TELLERS[occasion]} ${occasion === 'audit' ? 'do' : 'does'} not show the cluster of ${must(pool, 'it is about a pool')}`;
    default:
      return unreachable(reason);
  }
}

function notPlacedWords(reason: Extract<Reason, { kind: 'group-not-placed' }>): string {
  const { rules, group = SENSITIVE, isContradicted, isDefaultTraffic } = reason;
  const what = rules === 1 ? 'a rule changes' : `${rules} rules change`;
  const why = isContradicted ? ', of which other plans or facts say different things' : '';
  const goes = isDefaultTraffic ? '; what goes has the protocol and ports of a rule that CCE makes' : '';
  return `${what} in a security group that cannot be placed: ${group}${why}${goes}`;
}

function rulesWords(
  { cluster = '', pool, role, occasion }: ReportFinding,
  { why }: Extract<Reason, { kind: 'rules-not-known' }>,
): string {
  if (occasion === 'audit' && pool === undefined && role !== undefined) {
    return `the rules of the ${ROLE_NAMES[role]} of cluster ${cluster} are not known: ${why.join('; ')}`;
  }
  return `the nodes of ${pool ?? `cluster ${cluster}`} are in a group whose rules are not known: ${why.join('; ')}`;
}
