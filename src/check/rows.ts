import { boundsOf, type Outcome, outcomeOf } from '../weigh/question.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import type { World } from '../cluster/world.js';
import type { Role } from '../model/requirement.js';
import { coverage } from '../net/bounds.js';
import { samePeers } from '../net/peers.js';
import { boxes, intersect, isEmpty, isSubset, type Region, subtract } from '../net/region.js';
import { causesOf, matched } from '../weigh/causes.js';
import { type Check, severityOf, type Verdict } from './check.js';
import type { Cause, Change } from '../weigh/causes.js';
import type { Finding, Resolved } from './finding.js';
import type { RuleSide } from '../plan/rule.js';
import type { Fate, PeerNames } from '../weigh/packets.js';
import type { Asked } from '../weigh/row-sets.js';

type Metadata = Pick<Check, 'id' | 'severities' | 'remedy'>;

/** The role of a group, as the page says it. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  node: 'worker node security group',
  control: 'master node security group',
  eni: 'elastic network interface security group',
};

/** Holds rows against every subject and tells what becomes of each, by packets. */
export function rowVerdict(
  check: Metadata,
  subjects: Subjects,
  rowsOf: (subject: Subject) => readonly Asked[],
): Verdict {
  const findings: Finding[] = [];
  const resolved: Resolved[] = [];
  for (const subject of subjects.subjects) {
    if (subject.isLosingGroup) continue;
    for (const asked of rowsOf(subject)) {
      const outcome = outcomeOf(asked.ask, subject, subjects.world);
      findings.push(...rowFindings({ check, subjects, subject, asked, outcome }));
      if (outcome.isResolved) resolved.push(resolvedRow(check, asked, subject));
    }
  }
  return { findings, resolved };
}

function resolvedRow(check: Metadata, { row }: Asked, { cluster, groups }: Subject): Resolved {
  return { check: check.id, requirement: row.id, cluster: cluster.name, group: groups[0]?.key };
}

interface Weighed {
  readonly check: Metadata;
  readonly subjects: Subjects;
  readonly subject: Subject;
  readonly asked: Asked;
  readonly outcome: Outcome;
}

function rowFindings(weighed: Weighed): readonly Finding[] {
  const { outcome, subject, subjects } = weighed;
  // What is undecided because a group is managed elsewhere is said once, for the group; so is a standing deny.
  const undecided =
    subject.unknownGroups.length > 0
      ? []
      : [
          rowFinding(
            weighed,
            'undecided',
            subtract(outcome.undecided, standingDoubt(outcome, subject, subjects.world)),
          ),
        ];
  return [
    rowFinding(weighed, 'introduced', outcome.introduced),
    rowFinding(weighed, 'transient', outcome.transient),
    rowFinding(weighed, 'pre-existing', outcome.preExisting),
    ...undecided,
  ].filter((finding) => finding !== undefined);
}

/** The part of what is undecided that is so only because of denies that the plan does not change. */
export function standingDoubt(
  { question, need, undecided }: Outcome,
  subject: Subject,
  world: World,
): Region {
  const { after } = subject;
  const rules = after.rules.filter((rule) => !(rule.stands && rule.sides[0].action === 'deny'));
  if (isEmpty(undecided) || rules.length === after.rules.length) return subtract(undecided, undecided);
  const without = coverage(need, boundsOf(question, subject, { ...after, rules }, world));
  return subtract(undecided, without.undecided);
}

function rowFinding(weighed: Weighed, change: Change, region: Region): Finding | undefined {
  if (isEmpty(region)) return undefined;
  const { check, subjects, subject, asked, outcome } = weighed;
  const { row } = asked;
  const { question } = outcome;
  const lack = { subject, question, region, change };
  const secret = sensitiveRules(weighed, outcome.need);
  const causes = causesOf(lack, subjects.world);
  const names: PeerNames = {
    whole: question.namesGroup ? { peers: question.need, name: peerName(row.peer) } : undefined,
    isSensitive: outcome.isSensitive || secret.some(isPeerSensitive),
    isTrafficSensitive: secret.some((side) => side.isTrafficSensitive === true),
  };
  return {
    check: check.id,
    severity: severityOf(check, change, subjects),
    change,
    requirement: row.id,
    cluster: subject.cluster.name,
    group: subject.groups[0]?.key,
    pool: subject.pool,
    packets: { region, names, member: subject.role, fate: fateOf(change, region, outcome) },
    causes,
    impact: impactOf(weighed, region),
    statement: statementOf(weighed, change, region),
    remedy: remedyOf(check, change, causes),
    waived: undefined,
  };
}

const TRANSIENT_REMEDY =
  'Add the new rules in a first plan and remove the old ones in a second, or apply when the cluster can bear it.';
const UNDECIDED_REMEDY =
  'Give the value in the configuration file, or plan again once it is known; then the row is decided.';
const ADD_REMEDY = 'Add rules that let these packets through, and narrow a deny rule that stops them.';

/** Nothing that goes can be kept when nothing goes. */
function remedyOf(check: Metadata, change: Change, causes: readonly Cause[]): string {
  if (change === 'transient') return TRANSIENT_REMEDY;
  if (change === 'undecided') return UNDECIDED_REMEDY;
  return causes.some(({ actions }) => actions.includes('delete')) ? check.remedy : ADD_REMEDY;
}

/** What is lost; "in part" when some peers keep their way, or less than half of the ports is gone. */
function impactOf({ asked: { row }, outcome: { need, question } }: Weighed, region: Region): string {
  const isWhole =
    boxes(region).every(({ peers }) => samePeers(peers, question.need)) && 2 * sizeOf(region) >= sizeOf(need);
  return isWhole ? row.impact : `in part: ${row.impact}`;
}

/** Protocols times ports. */
function sizeOf(region: Region): number {
  return boxes(region).reduce(
    (sum, { protocols, ports }) => sum + (protocols.hi - protocols.lo + 1) * (ports.hi - ports.lo + 1),
    0,
  );
}

function fateOf(change: Change, region: Region, { needBefore }: Outcome): Fate {
  // A need that grew was not let through before, only not asked for.
  if (change === 'introduced') return isSubset(region, needBefore) ? 'was allowed, is dropped' : 'is dropped';
  if (change === 'transient') return 'may be dropped while the plan is applied';
  return change === 'undecided' ? 'may be dropped' : 'is dropped';
}

function peerName(peer: Asked['row']['peer']): string {
  if (peer === 'control-group') return ROLE_NAMES.control;
  return peer === 'eni-group' ? ROLE_NAMES.eni : ROLE_NAMES.node;
}

/** Rules with sensitive values that have a part in the answer: then the rest of the need would give them away. */
function sensitiveRules(
  { subject, outcome: { question }, subjects }: Weighed,
  region: Region,
): readonly RuleSide[] {
  const rules = [...(subject.before?.rules ?? []), ...subject.after.rules];
  return rules.flatMap(({ sides }) =>
    sides.filter(
      (side) =>
        (side.isTrafficSensitive === true || isPeerSensitive(side)) &&
        !isEmpty(intersect(region, matched(side, { subject, question, region }, subjects.world))),
    ),
  );
}

/** Whether the other end of the rule comes from a sensitive value. */
export function isPeerSensitive({ peer }: RuleSide): boolean {
  if (peer.kind === 'range') return peer.range.kind === 'known' && peer.range.isSensitive;
  return peer.kind === 'group' && peer.isSensitive;
}

const VERBS: Readonly<Record<Change, string>> = {
  introduced: 'is no longer let through',
  transient: 'may be cut for a moment while the plan is applied',
  'pre-existing': 'is not let through, before the plan and after',
  undecided: 'may or may not be let through',
};

/** A sentence for people: where, (the packets,) and what of it. */
function statementOf(weighed: Weighed, change: Change, region: Region): Finding['statement'] {
  const { asked, outcome, subject } = weighed;
  const where = subject.pool === undefined ? ROLE_NAMES[subject.role] : `groups of ${subject.pool}`;
  const verb = change === 'introduced' && subject.before === undefined ? 'is not let through' : VERBS[change];
  const why =
    change === 'undecided' ? `; it depends on ${doubtOf(outcome)}` : `: ${impactOf(weighed, region)}`;
  return [`${asked.row.id}, ${where}:`, `${verb}${why}`];
}

/** What would decide it. */
function doubtOf({ question }: Outcome): string {
  return question.need.tokens.length > 0
    ? question.need.tokens.join(', ')
    : 'rules whose values the plan does not know, or on the priority of a deny rule';
}
