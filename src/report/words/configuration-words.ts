import type { FactsFlaw, Reason, RecordTrouble } from '../../check/finding.js';
import { unreachable } from '../../result.js';
import type { ReportFinding } from '../report.js';
import { capped, count, instantText, TELLERS } from './phrases.js';

type ConfigurationReason = Extract<
  Reason,
  {
    kind:
      | 'group-not-found'
      | 'entry-unused'
      | 'entry-contradicts'
      | 'record-troubled'
      | 'facts-flawed'
      | 'facts-otherwise';
  }
>;

/** What does not fit of the configuration file or of facts, in a sentence. */
export function configurationWords(finding: ReportFinding, reason: ConfigurationReason): string {
  const { cluster = '', occasion } = finding;
  const teller = `${TELLERS[occasion]} ${occasion === 'audit' ? 'show' : 'shows'}`;
  switch (reason.kind) {
    case 'group-not-found':
      return `the configuration names \`${reason.text}\` as a security group of cluster ${cluster}; ${teller} no group with this name or address`;
    case 'entry-unused':
      return entryWords(reason.name, reason.groups, teller);
    case 'entry-contradicts': {
      const { key, source } = reason.contradiction;
      return `\`${key}\` of cluster ${cluster} in the configuration says something else than ${source}`;
    }
    case 'record-troubled':
      return recordWords(cluster, reason.trouble);
    case 'facts-flawed':
      return factsWords(reason.flaw);
    case 'facts-otherwise':
      return otherwiseWords(finding, reason);
    default:
      return unreachable(reason);
  }
}

function entryWords(name: string, groups: readonly string[], teller: string): string {
  const named = groups.map((text) => `\`${text}\``).join(', ');
  const entry = `an entry of the configuration matches nothing: ${teller} no cluster \`${name}\``;
  if (groups.length === 0) return entry;
  return `${entry}, and no security group ${named}`;
}

const AGAINST: Readonly<Record<RecordTrouble['record'], Readonly<Record<RecordTrouble['kind'], string>>>> = {
  gone: {
    'other-model': 'its network model has no such row',
    plan: 'the plan shows that what CCE made stands',
    facts: 'the facts show that what CCE made stands',
    'rule-ids': 'the list of rule ids of the group says otherwise',
  },
  standing: {
    'other-model': 'its network model has no such row',
    plan: 'the plan takes away what CCE made',
    facts: 'the facts do not show what CCE made',
    'rule-ids': 'the list of rule ids of the group has fewer rules that nobody manages',
  },
};

function recordWords(cluster: string, { kind, record, rows }: RecordTrouble): string {
  const verb = rows.length === 1 ? 'is' : 'are';
  return `\`default-rules\` of cluster ${cluster} in the configuration says that ${rows.join(', ')} ${verb} ${record}, but ${AGAINST[record][kind]}`;
}

function factsWords(flaw: FactsFlaw): string {
  switch (flaw.kind) {
    case 'elsewhere':
      return `the facts in ${flaw.file} show none of the groups and clusters that the plan names, so they count for nothing: they may be of another project`;
    case 'old':
      return `the facts in ${flaw.file} are of ${instantText(flaw.since)}, ${ageWords(flaw.hours)} before the plan was made: what changed since is not in them`;
    default:
      return unreachable(flaw);
  }
}

function ageWords(hours: number): string {
  const days = Math.floor(hours / 24);
  return days < 1 ? count(Math.floor(hours), 'hour', 'hours') : count(days, 'day', 'days');
}

function otherwiseWords(
  { group, occasion }: ReportFinding,
  { than, rules }: Extract<Reason, { kind: 'facts-otherwise' }>,
): string {
  const where = group?.shown ?? 'a group';
  return than === 'facts'
    ? `files of facts show different rules of ${where}: what not all of them show counts as possible, not as sure`
    : `facts show that ${capped(rules, 3)} of ${where} ${rules.length === 1 ? 'is' : 'are'} gone from the cloud, or changed, while ${occasion === 'audit' ? 'a' : 'the plan’s'} state still has ${rules.length === 1 ? 'it' : 'them'}`;
}
