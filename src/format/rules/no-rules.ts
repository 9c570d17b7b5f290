import type { NeededRange } from '../../mend/tables/duties.js';
import type { NoRules } from '../../mend/tables/own-group.js';
import { DEFAULT_DNS_SERVERS } from '../../model/ranges.js';
import { rowRanges } from '../../report/words/phrases.js';
import { unreachable } from '../../result.js';

/** Why no rules are written, and what to say instead, in one line. */
export function noRulesLine(why: NoRules): string {
  switch (why.kind) {
    case 'no-cluster':
      return why.shown.length === 0
        ? 'neither plan nor configuration shows a CCE cluster; write: --model MODEL and the ranges of the cluster'
        : `which cluster is meant: ${why.shown.join(', ')}? Write: --cluster NAME`;
    case 'no-model':
      return `the network model of ${why.cluster} is not known; write: --model vpc-router, overlay_l2 or eni`;
    case 'no-table':
      return `the page has no table for ${why.role} groups in ${why.model}: only CCE Turbo (eni) has groups of pods`;
    case 'no-group':
      return `the plan does not show which rules the worker nodes of ${why.cluster} have: their group is managed elsewhere`;
    case 'denied':
      return `no rule lets ${rowRanges(why.rows)} through: a deny takes it, or may take it. Narrow the deny first`;
    case 'unknown-ranges':
      return `the rules need ranges that nobody tells; write: ${why.ranges.map((range) => OPTION_OF[range]).join(', ')}`;
    case 'not-clean': {
      const titles = why.findings.map(({ check, row }) => `${row?.id ?? check.id}: ${check.title}`);
      return `these rules would not pass: ${[...new Set(titles)].join('; ')}`;
    }
    default:
      return unreachable(why);
  }
}

const OPTION_OF: Readonly<Record<NeededRange, string>> = {
  vpc: '--vpc-cidr CIDR',
  container: '--container-cidr CIDR',
  dns: `--dns-server ADDRESS (where a subnet names none, ${DEFAULT_DNS_SERVERS.join(' and ')})`,
};
