import type { Report, ReportFinding } from '../../report/report.js';
import { stableName } from '../step/paths.js';
import { keyOf, type Told } from './marker.js';

/** The plan is part of it: two root modules may have clusters of the same name. */
function planOf({ plans }: Report, { plan }: ReportFinding): string {
  return stableName(plans[plan]?.path ?? '');
}

/** What a comment on a line remembers of a finding. */
export function fingerprintIn(report: Report, finding: ReportFinding): string {
  return keyOf(planOf(report, finding), finding.fingerprint);
}

/** What the summary remembers of a finding. */
export function toldOf(report: Report, finding: ReportFinding): Told {
  const { check, requirement, cluster, group, pool, causes } = finding;
  const subject = requirement === null ? causes.map(({ address }) => address) : [];
  const identity = [check, requirement ?? '', cluster ?? '', group ?? '', pool ?? '', ...subject];
  return { fingerprint: keyOf(planOf(report, finding), ...identity), check, requirement };
}
