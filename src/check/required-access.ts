import { lazily } from '../collections.js';
import { askRow, needOf, type Question } from '../cluster/question.js';
import { boundsOf } from '../weigh/question.js';
import type { Subject, Subjects, SubjectState } from '../cluster/subject.js';
import { addressesIn } from '../net/address.js';
import { intersect, isEmpty, isSubset, subtract } from '../net/region.js';
import { SHARED_LOAD_BALANCERS } from '../model/ranges.js';
import { causesOf, type Lack } from '../weigh/causes.js';
import type { Check } from './check.js';
import { about, type Finding, finding } from './finding.js';
import { type Asked, floorRows } from '../weigh/row-sets.js';
import { ROW_SEVERITIES } from './row-findings.js';

/** Rows that may be narrowed, but not below their floor. */
export const requiredAccess: Check = {
  id: 'required-access',
  title: 'Access is narrowed further than the cluster can bear',
  why: 'NodePorts and the API port may be narrowed, as long as the VPC, the containers and the load balancers keep their way in.',
  remedy:
    'Let the VPC and container CIDRs through on these ports, and the load balancers and service mesh that the configuration names.',
  severities: ROW_SEVERITIES,
  example: 'The rule for TCP 30000-32767 is narrowed to the VPC, and containers lose the NodePorts.',
  tables: [1, 2, 3, 4, 5, 6],
  about: 'packets',
  breaks: true,
  leavesUnjudged: true,
  rows: floorRows,
  run: (subjects) => subjects.subjects.flatMap((subject) => loadBalancerNotices(subject, subjects)),
};

/**
 * Load balancers that the plan does not show: only when the plan narrows a row that was open to all, and the range of
 * the shared load balancers is no longer let through (design, fine points).
 */
function loadBalancerNotices(subject: Subject, subjects: Subjects): readonly Finding[] {
  const { before, after } = subject;
  if (before === undefined || before === after || subject.isLosingGroup) return [];
  if (after.addresses.loadBalancer !== undefined) return [];
  return floorRows(subject).flatMap((asked) => {
    const { floor } = asked.row;
    if (floor?.kind !== 'ranges' || !floor.keep.includes('load-balancer-cidrs')) return [];
    const shared = { ...askRow(asked.row, subject, after), need: sharedLoadBalancers() };
    const { surely, possibly } = boundsOf(shared, subject, after, subjects.world);
    // Ports that were not open before are not narrowed.
    const lost = subtract(boundsOf(shared, subject, before, subjects.world).surely, surely);
    if (isEmpty(lost) || !lets(askRow(asked.row, subject, before), subject, before, subjects)) return [];
    const lack = { subject, question: shared, region: lost, change: 'introduced' as const };
    return [notice(asked, lack, isEmpty(intersect(lost, possibly)), subjects)];
  });
}

const sharedLoadBalancers = lazily(() => addressesIn(SHARED_LOAD_BALANCERS));

function lets(question: Question, subject: Subject, state: SubjectState, { world }: Subjects): boolean {
  return isSubset(needOf(question), boundsOf(question, subject, state, world).surely);
}

function notice({ row }: Asked, lack: Lack, isSure: boolean, subjects: Subjects): Finding {
  return finding(requiredAccess, subjects, {
    ...about(lack.subject),
    row,
    change: 'undecided',
    severity: 'notice',
    causes: causesOf(lack, subjects.world),
    reason: { kind: 'load-balancers-unknown', isSure },
    remedy: 'name-load-balancers',
  });
}
