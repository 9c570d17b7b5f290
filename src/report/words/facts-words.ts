import type { FactsFlaw, Reason } from '../../check/finding.js';
import { unreachable } from '../../result.js';
import type { ReportFinding } from '../report.js';
import { capped, count } from './phrases.js';

/** What is wrong with a file of facts, in a sentence. */
export function factsWords(flaw: FactsFlaw): string {
  switch (flaw.kind) {
    case 'elsewhere':
      return `${flaw.file} shows none of the groups and clusters that the plan names, so nothing of it counts: it may be of another project`;
    case 'old':
      return `${flaw.file} is of ${instantWords(flaw.since)}, ${ageWords(flaw.hours)} before the plan was made: what changed since is not in it`;
    default:
      return unreachable(flaw);
  }
}

/** An ISO instant to the minute: `2026-11-24 06:00 UTC`. */
export function instantWords(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}

function ageWords(hours: number): string {
  const days = Math.floor(hours / 24);
  return days < 1 ? count(Math.floor(hours), 'hour', 'hours') : count(days, 'day', 'days');
}

/** Rules of a group that facts show otherwise. */
export function otherwiseWords(
  { group }: ReportFinding,
  { than, rules }: Extract<Reason, { kind: 'facts-otherwise' }>,
): string {
  const where = group?.shown ?? 'a group';
  return than === 'facts'
    ? `files of facts show different rules of ${where}: what not all of them show counts as possible, not as sure`
    : `facts show that ${capped(rules, 3)} of ${where} ${rules.length === 1 ? 'is' : 'are'} gone from the cloud, or changed, while the plan’s state still has ${rules.length === 1 ? 'it' : 'them'}`;
}
