import type { Reason, RowImpact } from '../../check/finding.js';
import type { Requirement } from '../../model/requirement.js';
import { must } from '../../result.js';
import type { ReportFinding } from '../report.js';
import { count } from './phrases.js';
import { type Text, toText } from './text.js';

/** What a person sees or loses, a sentence part: "names do not resolve". */
export function impactOf(finding: ReportFinding): Text {
  return toText(impactWords(finding));
}

/** The impact as words. Within report/words alone. */
export function impactWords({
  reason,
  row,
  occasion,
}: Pick<ReportFinding, 'reason' | 'row' | 'occasion'>): string {
  if (reason.kind === 'model-not-known' && occasion === 'audit') return IMPACTS['cluster-not-shown'];
  if (reason.kind === 'row') return rowImpact({ ...reason, row: rowOf(row) });
  if (reason.kind === 'repeats') {
    const { twin } = reason;
    const isSure = 'isSure' in twin ? twin.isSure : true;
    return `the API answers 409 and the apply stops${isSure ? '' : ', if that rule still stands'}`;
  }
  if (reason.kind === 'key-renamed') {
    return reason.isDeny ? 'what it denies is let through until the next apply' : lostWords(reason.lost);
  }
  if (reason.kind === 'opened') return openedImpact(reason);
  if (reason.kind === 'rules-not-known')
    return `${count(reason.rows, 'row of the tables is', 'rows of the tables are')} undecided`;
  if (reason.kind === 'rule-problem') {
    return reason.problem.kind === 'refused'
      ? 'the apply fails, and the rule is not made'
      : 'the rule lets something else through';
  }
  if (reason.kind === 'forgotten') {
    return reason.isSaidElsewhere
      ? 'nobody manages it any more'
      : 'the configuration no longer tells all that the group lets through';
  }
  if (reason.kind !== 'no-table') return IMPACTS[reason.kind];
  return reason.of === 'ipv6'
    ? 'IPv6 traffic of the cluster is not judged'
    : 'its security groups are not judged';
}

/** The row that a reason is about. Within report/words alone. */
export function rowOf(row: Requirement | undefined): Requirement {
  return must(row, 'a reason about a row comes with the row');
}

function rowImpact({ row, isPart, isImpactTrue }: RowImpact): string {
  const words = isImpactTrue ? row.impact : (row.impactOf?.otherwise ?? row.impact);
  return `${words}${isPart ? ' (in part)' : ''}`;
}

const OPENED: Readonly<Record<Extract<Reason, { kind: 'opened' }>['opening']['kind'], string>> = {
  all: 'every port',
  tcp: 'every TCP port',
  port: 'the port',
  sensitive: 'the port',
};

/** What rests on a rule that CCE makes, or has made, is said so. */
function openedImpact({ opening, byCce }: Extract<Reason, { kind: 'opened' }>): string {
  const condition = byCce === 'new' ? 'then ' : byCce === 'assumed' ? 'if so, ' : '';
  return `${condition}anybody on the internet can try ${OPENED[opening.kind]}`;
}

/** What the first row loses stands for all of them. */
function lostWords([first, ...others]: readonly RowImpact[]): string {
  if (first === undefined) return 'no row of the tables lacks anything by it';
  const rows = [first, ...others].map(({ row }) => row.id).join(', ');
  return `${rows} ${others.length === 0 ? 'is' : 'are'} lost until the next apply: ${rowImpact(first)}`;
}

type FixedImpact = Exclude<
  Reason['kind'],
  'row' | 'opened' | 'repeats' | 'key-renamed' | 'rules-not-known' | 'rule-problem' | 'forgotten' | 'no-table'
>;

const IMPACTS: Readonly<Record<FixedImpact, string>> = {
  'let-in': 'who sends them reaches what could not be reached before',
  'load-balancers-unknown': 'load balancers may no longer reach NodePort Services',
  'deny-of-unknown-rank': 'a deny rule may take packets that the cluster needs',
  'rules-shift': 'what is refused is missing until the next apply',
  'group-goes': 'the deletion hangs and fails (409)',
  'pool-replaced': 'all its nodes are deleted and made again',
  'cluster-replaced': 'the cluster is deleted with all that runs in it, and made again',
  'group-renamed': 'the provider no longer finds the group of the cluster',
  'egress-rules-idle': 'egress is as open as that rule makes it',
  'group-not-placed': 'what the change does to a cluster is not known',
  'model-not-known': 'what the change does to the cluster is not known',
  'group-not-found': 'the groups that the plan itself tells count instead',
  'entry-unused': 'it counts for nothing here',
  'entry-contradicts': 'what the configuration says counts',
  'facts-flawed': 'what stands in the cloud may be something else',
  'facts-otherwise': 'what the facts show counts',
  'record-troubled': 'a later plan is judged by what is recorded',
  'cluster-not-shown': 'its security groups are not held against a table',
  'waiver-idle': 'the configuration says more than is so',
  'ranges-overlap': 'packets go the wrong way, and nodes never become ready',
  'not-crosswise': 'what runs on nodes of one pool does not reach kubelet or node ports of another',
  'rules-alike': 'all but one of them do nothing',
  'rule-idle': 'it does nothing while the other stands',
  'upgrade-refused': 'the check before an upgrade of the cluster fails',
  'group-not-named': 'as far as this plan shows, nothing is in it, and its rules do nothing for a cluster',
  'sister-cluster': 'what the plan does to it is not known',
  'packet-filters-change': 'packets that the security groups let through may be dropped all the same',
};
