import type { OverlappingRange, Reason, Twin } from '../../check/finding.js';
import { distinct, groupBy } from '../../collections.js';
import { ifTheyStand } from './belief-words.js';
import { doubtsPhrase } from './doubt-words.js';
import { FORMER_INTERNAL_SERVICES, SERVICE_RANGES, SHARED_LOAD_BALANCERS } from '../../model/ranges.js';
import { must, unreachable } from '../../result.js';
import type { Change } from '../../weigh/causes.js';
import type { OpenBefore, Opening } from '../../weigh/openings.js';
import type { ReportFinding } from '../report.js';
import { configurationWords } from './configuration-words.js';
import { flawWords } from './flaw-words.js';
import { impactWords, rowOf } from './impact-words.js';
import { notKnownWords } from './not-known-words.js';
import { internetWords, packetsInBrief, trafficOf } from './packet-words.js';
import { capped, count, ROLE_NAMES } from './phrases.js';
import { openText, type Text, toText } from './text.js';

function isSureTwin(twin: Twin): boolean {
  return 'isSure' in twin ? twin.isSure : true;
}

/** The finding in a sentence. */
export function messageOf(finding: ReportFinding): Text {
  const { subject, words } = messageWords(finding);
  return toText(subject === undefined ? words : `${subject} ${words}`);
}

/** The words of a message. */
export interface MessageWords {
  /** The address of the resource that the message begins with, when it does. */
  readonly subject: string | undefined;
  readonly words: string;
}

/** The message as words. Within report/words alone. */
export function messageWords(finding: ReportFinding): MessageWords {
  const { reason } = finding;
  if (reason.kind === 'repeats') {
    const { twin, rule } = reason;
    return { subject: rule, words: `${isSureTwin(twin) ? 'repeats' : 'may repeat'} ${twinWords(twin)}` };
  }
  if (reason.kind === 'key-renamed') {
    const rule = reason.from ?? 'another rule of the group';
    const old = reason.isDeposed ? `a leftover of ${rule}` : rule;
    const words = `is made while ${old}, which says the same, is destroyed: the API refuses the new one (409), and the old one goes all the same`;
    return { subject: reason.to, words };
  }
  if (reason.kind === 'rule-problem') {
    const { kind, flaw } = reason.problem;
    return { subject: reason.rule, words: `will be ${kind}: ${flawWords(flaw)}` };
  }
  if (reason.kind === 'forgotten') return { subject: reason.rule, words: forgottenWords(finding, reason) };
  if (reason.kind === 'group-not-named') {
    const words = 'is new, and no cluster, node pool, node, port, server or rule of this plan names it';
    return { subject: reason.address, words };
  }
  if (reason.kind === 'sister-cluster') {
    return {
      subject: reason.address,
      words: 'is a CCE cluster of another provider: its security groups are not judged',
    };
  }
  if (reason.kind === 'rule-idle') {
    return { subject: reason.rule, words: `lets nothing through that ${reason.within} does not let through` };
  }
  if (reason.kind === 'group-goes') return { subject: reason.address, words: groupGoesWords(reason) };
  if (reason.kind === 'pool-replaced' || reason.kind === 'cluster-replaced') {
    return { subject: reason.address, words: `is replaced, because ${replacedWords(reason)}` };
  }
  if (reason.kind === 'group-renamed') {
    const words = `changes the ${reason.what} of a group that CCE made; the cluster resource finds its groups by these`;
    return { subject: reason.address, words };
  }
  return { subject: undefined, words: wordsAlone(finding, reason) };
}

function replacedWords(reason: Extract<Reason, { kind: 'pool-replaced' | 'cluster-replaced' }>): string {
  if (reason.kind === 'cluster-replaced') return 'its security group cannot be changed in place';
  return reason.isReordered
    ? 'its security groups are named in another order'
    : 'its security groups cannot be changed in place';
}

function shiftWords({ rules }: Extract<Reason, { kind: 'rules-shift' }>): string {
  return rules === 1
    ? 'a new rule says what an old one says that goes in the same apply: it may be refused (409) while the old one is there'
    : `${rules} new rules say what old ones say that go in the same apply: each may be refused (409) while its old one is there`;
}

function groupGoesWords({ isReplaced, user, others }: Extract<Reason, { kind: 'group-goes' }>): string {
  const who = user.kind === 'resource' ? user.address : `cluster ${user.label}`;
  const more = others > 0 ? ` and ${others} more` : '';
  return `is ${isReplaced ? 'replaced' : 'destroyed'} while ${who}${more} still ${others > 0 ? 'need' : 'needs'} it`;
}

type PlainReason = Exclude<
  Reason,
  {
    kind:
      | 'repeats'
      | 'key-renamed'
      | 'rule-problem'
      | 'group-goes'
      | 'pool-replaced'
      | 'cluster-replaced'
      | 'group-renamed'
      | 'forgotten'
      | 'group-not-named'
      | 'rule-idle'
      | 'sister-cluster';
  }
>;

/** A message that does not begin with the address of a resource. */
function wordsAlone(finding: ReportFinding, reason: PlainReason): string {
  const { cluster = '' } = finding;
  switch (reason.kind) {
    case 'row':
      return rowMessage(finding, reason);
    case 'load-balancers-unknown':
      return `${rowOf(finding.row).id}: ${loadBalancerWords(reason)}`;
    case 'deny-of-unknown-rank':
      return `${reason.rows.map(({ id }) => id).join(', ')}, ${roleWords(finding)}: a deny rule that stands may or may not win; it depends on ${doubtsPhrase(reason.doubts, finding.occasion)}`;
    case 'opened':
      return `${whereWords(finding)}: ${openingWords(reason.opening)} ${openedWords(reason, finding)}`;
    case 'let-in':
      return letInWords(finding);
    case 'egress-rules-idle':
      return egressIdleWords(reason, finding);
    case 'group-not-placed':
    case 'rules-not-known':
    case 'model-not-known':
    case 'cluster-not-shown':
      return notKnownWords(finding, reason);
    case 'group-not-found':
    case 'entry-unused':
    case 'entry-contradicts':
    case 'record-troubled':
    case 'facts-flawed':
    case 'facts-otherwise':
      return configurationWords(finding, reason);
    case 'rules-shift':
      return shiftWords(reason);
    case 'no-table':
      return `cluster ${cluster}: ${reason.of === 'ipv6' ? 'the tables name IPv4 alone' : 'there is no table for its network type'}`;
    case 'ranges-overlap':
      return `cluster ${cluster}: ${reason.of.map((range) => RANGES[range]).join(' and ')} overlap`;
    case 'rules-alike':
      return `${count(reason.rules.length, 'rule')} of the ${roleWords(finding)} let through the same`;
    case 'upgrade-refused':
      return `${rowOf(finding.row).id}, ${whereWords(finding)}: ${UPGRADE_REFUSED}`;
    case 'not-crosswise':
      return `${rowOf(finding.row).id}: ${crosswiseWords(finding, reason)}${finding.change === 'undecided' ? `; it depends on ${doubtsPhrase(reason.doubts, finding.occasion)}` : ''}`;
    case 'packet-filters-change':
      return `${reason.filters === 1 ? 'a firewall or network ACL changes' : `${reason.filters} parts of firewalls or network ACLs change`}, and only security groups are judged`;
    case 'waiver-idle':
      return waiverWords(reason);
    default:
      return unreachable(reason);
  }
}

function waiverWords({ waiver, state }: Extract<Reason, { kind: 'waiver-idle' }>): string {
  const { requirement, check = '', packets, group, address, expires } = waiver;
  const named = [packets?.text, group, address].filter((part) => part !== undefined);
  const why = state === 'expired' ? `expired on ${expires} and hides nothing any more` : 'hides nothing';
  return `the waiver of ${[requirement ?? check, ...named].join(' for ')} ${why}`;
}

function egressIdleWords(
  { rules, isSure }: Extract<Reason, { kind: 'egress-rules-idle' }>,
  { restsOn }: ReportFinding,
): string {
  const what = rules === 1 ? 'a new egress rule changes' : `${rules} new egress rules change`;
  return isSure
    ? `${what} nothing, because a rule that allows all egress stays`
    : `${what} nothing ${ifTheyStand(distinct(restsOn.map(({ row }) => row)))}`;
}

const RANGES: Readonly<Record<OverlappingRange, string>> = {
  vpc: 'the ranges of its VPC',
  containers: 'of its containers',
  services: 'of its Services',
};

function forgottenWords(
  { missing }: ReportFinding,
  { isDeny, isSaidElsewhere }: Extract<Reason, { kind: 'forgotten' }>,
): string {
  const verb = isDeny ? 'deny' : 'let through';
  if (!isSaidElsewhere && missing.length === 0) return 'is only forgotten, and stands on in the cloud';
  return isSaidElsewhere
    ? `is only forgotten and stands on in the cloud; other rules of the configuration ${verb} the same`
    : `is only forgotten: in the cloud it goes on to ${verb} ${openText(packetsInBrief(missing))}`;
}

const POOL_LIMIT = 3;

/** What is said of pools that are not in reach of one another, without the row. Within report/words alone. */
export function crosswiseWords(
  { pool, change, missing }: ReportFinding,
  { pools }: Extract<Reason, { kind: 'not-crosswise' }>,
): string {
  const verb = change === 'undecided' ? 'may or may not let' : 'do not let';
  return `the groups of ${must(pool, 'it is about a pool')} ${verb} nodes of ${capped(pools, POOL_LIMIT)} reach ${openText(trafficOf(missing))}`;
}

const VERBS: Readonly<Record<Change, string>> = {
  introduced: 'is no longer let through',
  transient: 'may be cut for a moment while the plan is applied',
  'pre-existing': 'is not let through, before the plan and after',
  undecided: 'may or may not be let through',
};

/** What becomes of the packets of a row; in an audit nothing becomes of them. */
function verbOf({ change, occasion }: ReportFinding, { need }: Extract<Reason, { kind: 'row' }>): string {
  const isNew = change === 'introduced' && need !== 'as-before';
  const isStanding = change === 'pre-existing' && occasion === 'audit';
  return isNew || isStanding ? 'is not let through' : VERBS[change];
}

/** Where, the packets, and what of it. */
function rowMessage(finding: ReportFinding, reason: Extract<Reason, { kind: 'row' }>): string {
  const { change, row, missing } = finding;
  const { isOutdatedRange, doubts } = reason;
  const why =
    change === 'undecided'
      ? `; it depends on ${doubtsPhrase(doubts, finding.occasion)}`
      : `${change === 'transient' ? '; at stake' : ''}: ${impactWords(finding)}`;
  const hint = isOutdatedRange ? `; ${OUTDATED_RANGE}` : '';
  return `${rowOf(row).id}, ${whereWords(finding)}: ${openText(packetsInBrief(missing))} ${verbOf(finding, reason)}${why}${hint}`;
}

/** Why a group lacks the internal services. Within report/words alone. */
export const OUTDATED_RANGE = `the group lets ${FORMER_INTERNAL_SERVICES} through, which the page named until June 2025, when ${SERVICE_RANGES['internal-services']} took its place`;

/** What CCE's check before an upgrade asks for. Within report/words alone. */
export const UPGRADE_REFUSED =
  'other rules let these packets through, but before an upgrade CCE looks for the rule itself, as it makes it';

function whereWords(finding: ReportFinding): string {
  return finding.pool === undefined ? roleWords(finding) : `groups of ${finding.pool}`;
}

function roleWords({ role }: ReportFinding): string {
  return ROLE_NAMES[must(role, 'it is about a subject')];
}

/** What is said of a row whose load balancers are not known, without the row. Within report/words alone. */
export function loadBalancerWords({ isSure }: Extract<Reason, { kind: 'load-balancers-unknown' }>): string {
  const verb = isSure ? 'no longer lets' : 'may no longer let';
  return `the port range was open to all and ${verb} ${SHARED_LOAD_BALANCERS} through, from where shared load balancers come; the plan does not show which load balancers the cluster has`;
}

function letInWords(finding: ReportFinding): string {
  const { missing, change, restsOn } = finding;
  const what = `${whereWords(finding)}: ${openText(packetsInBrief(missing))}`;
  if (change === 'introduced') return `${what} is let in, and was not before`;
  const rests =
    restsOn.length === 0 ? '' : `, or not, ${ifTheyStand(distinct(restsOn.map(({ row }) => row)))}`;
  return `${what} may be let in that was not before${rests}`;
}

function openedWords(
  { family, byCce }: Extract<Reason, { kind: 'opened' }>,
  { occasion }: ReportFinding,
): string {
  const internet = internetWords(family);
  if (byCce === 'seen') return `is open to ${internet}, by the rule that CCE made`;
  if (byCce === undefined) return `is ${occasion === 'audit' ? 'open' : 'opened'} to ${internet}`;
  return byCce === 'new'
    ? `will be open to ${internet}, by a rule that CCE itself makes`
    : `is open to ${internet}, if the rule that CCE made still stands`;
}

/** What was open to the internet before the plan and still is, as sentence parts. */
export function openBeforeWords(open: readonly OpenBefore[]): readonly Text[] {
  const alike = groupBy(open, ({ family, belief }) => `${belief} ${family}`);
  return [...alike.values()].map((same) => {
    const [{ family, belief }] = same;
    const names = distinct(same.map(({ opening }) => openingWords(opening))).join(', ');
    const internet = internetWords(family);
    return toText(`${names} ${OPEN_WORDS[belief](internet)}`);
  });
}

const OPEN_WORDS: Readonly<Record<OpenBefore['belief'], (internet: string) => string>> = {
  plan: (internet) => `was open to ${internet} before, and still is`,
  seen: (internet) => `was open to ${internet} before, as was seen, and still is`,
  recorded: (internet) => `is open to ${internet}, by a rule of CCE that is recorded as standing`,
  assumed: (internet) => `is open to ${internet}, if what CCE made still stands`,
  doubted: (internet) => `may be open to ${internet}: a rule that CCE made may still stand`,
};

/** What is open, each once: `TCP 22 (SSH)`. */
export function openNames(open: readonly OpenBefore[]): readonly Text[] {
  return distinct(open.map(({ opening }) => openingWords(opening))).map(toText);
}

/** What is open. Within report/words alone. */
export function openingWords(opening: Opening): string {
  switch (opening.kind) {
    case 'all':
      return 'every port';
    case 'tcp':
      return 'every TCP port';
    case 'port': {
      const { from, to } = opening.ports;
      return `TCP ${from === to ? from : `${from}-${to}`} (${opening.service})`;
    }
    case 'sensitive':
      return 'a port';
  }
}

function twinWords(twin: Twin): string {
  switch (twin.kind) {
    case 'itself':
      return 'itself: the new rule is made before the old one goes';
    case 'rule':
      return twin.address;
    case 'sensitive-rule':
      return 'another rule of the group';
    case 'default-rule':
      return `the rule ${twin.row.id} that CCE makes`;
    case 'rule-of-new-groups':
      return 'a rule that every new group has';
    case 'seen-rule':
      return 'a rule that the group has in the cloud, as the facts show';
    case 'sensitive-default-rule':
      return 'a rule that the group has already';
  }
}
