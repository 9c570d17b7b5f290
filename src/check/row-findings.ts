import { keptOf, memoOfObject } from '../collections.js';
import { askRow, needOf, type Question } from '../cluster/question.js';
import { boundsOf, coverageOf, type Outcome, outcomeOf } from '../weigh/question.js';
import type { EffectiveRule } from '../effective/group-rules.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import type { World } from '../cluster/world.js';
import { FORMER_INTERNAL_SERVICES } from '../model/ranges.js';
import type { PeerName, Requirement } from '../model/requirement.js';
import { addressesIn } from '../net/address.js';
import { samePeers } from '../net/peers.js';
import { USED_PROTOCOLS } from '../net/protocol.js';
import { boxes, EMPTY, intersect, isEmpty, isSubset, type Region, subtract } from '../net/region.js';
import { isPeerSensitive, isSecret, type RuleSide } from '../plan/rule.js';
import { beliefsAbout } from '../weigh/beliefs.js';
import { doubtsOf } from '../weigh/doubts.js';
import { type Cause, causesOf, type Change, type Lack, matched, touchedPart } from '../weigh/causes.js';
import { namedRanges } from '../weigh/named-ranges.js';
import type { Fate, OtherEnd } from '../weigh/packets.js';
import type { Asked } from '../weigh/row-sets.js';
import { wideOpen } from '../weigh/wide-open.js';
import type { CheckId } from './check-id.js';
import type { Check, Verdict } from './check.js';
import {
  about,
  type CheckMetadata,
  type Finding,
  finding,
  type FindingParts,
  type Reason,
  type Remedy,
} from './finding.js';

/** How grave it is that a row does not hold. */
export const ROW_SEVERITIES = {
  introduced: 'critical',
  transient: 'warning',
  'pre-existing': 'warning',
  undecided: 'warning',
} as const;

/** Holds the rows of a check against every subject and tells what becomes of each, by packets. */
export function rowVerdict(check: Check, subjects: Subjects): Verdict {
  const { rows } = check;
  if (rows === undefined) return { findings: [], resolved: [] };
  return joinedVerdict(
    subjects.subjects
      .filter(({ isLosingGroup }) => !isLosingGroup)
      .map((subject) => {
        const known = verdictsOn(subject);
        const verdict =
          known.get(check.id) ??
          joinedVerdict(
            rows(subject)
              .filter(({ row }) => !wideOpen(subject).includes(row.direction))
              .map((asked) => verdictOnRow(check, subjects, subject, asked)),
          );
        known.set(check.id, verdict);
        return verdict;
      }),
  );
}

/** By the ids of checks. Worlds share a subject where all is the same that it is judged by. */
const verdictsOn = memoOfObject<Subject, Map<CheckId, Verdict>>(() => new Map());

function joinedVerdict(verdicts: readonly Verdict[]): Verdict {
  return {
    findings: verdicts.flatMap(({ findings }) => findings),
    resolved: verdicts.flatMap(({ resolved }) => resolved),
  };
}

function verdictOnRow(check: Check, subjects: Subjects, subject: Subject, asked: Asked): Verdict {
  const outcome = outcomeOf(asked.ask, subject, subjects.world);
  const { cluster, group } = about(subject);
  return {
    findings: rowFindings({ check, subjects, subject, asked, outcome }),
    resolved: outcome.isResolved ? [{ check, row: asked.row, cluster, group }] : [],
  };
}

interface Weighed {
  readonly check: CheckMetadata;
  readonly subjects: Subjects;
  readonly subject: Subject;
  readonly asked: Asked;
  readonly outcome: Outcome;
}

function rowFindings(weighed: Weighed): readonly Finding[] {
  const { outcome, subject, subjects } = weighed;
  if (isFine(outcome)) return [];
  // What is undecided because a group is managed elsewhere is said once, for the group; so is a standing deny.
  const isMissing = !isEmpty(outcome.introduced) || !isEmpty(outcome.preExisting);
  // What is missing in part and undecided in part is told as missing.
  const undecided =
    isMissing || subject.unknownGroups.length > 0
      ? EMPTY
      : subtract(outcome.undecided, standingDoubt(outcome, subject, subjects.world));
  return [
    ...rowFinding(weighed, 'introduced', outcome.introduced),
    ...rowFinding(weighed, 'transient', outcome.transient),
    ...rowFinding(weighed, 'pre-existing', outcome.preExisting),
    ...undecidedFindings(weighed, undecided),
  ];
}

/** Whether nothing is to be told of the row: most rows hold. */
function isFine({ introduced, transient, preExisting, undecided }: Outcome): boolean {
  return [introduced, transient, preExisting, undecided].every(isEmpty);
}

/** What the plan neither makes nor touches is told apart: it would come in every run. */
function undecidedFindings(weighed: Weighed, region: Region): readonly Finding[] {
  if (isEmpty(region)) return [];
  const untouched = untouchedPart(weighed, region);
  return [
    ...rowFinding(weighed, 'undecided', subtract(region, untouched)),
    ...rowFinding(weighed, 'undecided', untouched).map((found) => ({ ...found, isUntouched: true })),
  ];
}

/** The part of undecided packets that was undecided before, and that no change of the plan meets. An audit has no other. */
export function untouchedPart(
  { subject, subjects, outcome }: Pick<Weighed, 'subject' | 'subjects' | 'outcome'>,
  undecided: Region,
): Region {
  if (subjects.world.occasion === 'audit') return EMPTY;
  const region = intersect(undecided, outcome.undecidedBefore);
  return subtract(region, touchedPart({ subject, question: outcome.question, region }, subjects.world));
}

/** A deny that the plan leaves as it is. */
export function isStandingDeny({ stands, sides: [{ action }] }: EffectiveRule): boolean {
  return stands && action === 'deny';
}

const withoutStandingDenies = memoOfObject((rules: readonly EffectiveRule[]) =>
  keptOf(rules, (rule) => !isStandingDeny(rule)),
);

/** The part of what is undecided that is so only because of denies that the plan does not change. */
export function standingDoubt(
  { question, undecided, surelyBefore }: Outcome,
  subject: Subject,
  world: World,
): Region {
  if (isEmpty(undecided)) return EMPTY;
  const { after } = subject;
  const rules = withoutStandingDenies(after.rules);
  if (rules === after.rules) return EMPTY;
  const without = coverageOf(question, subject, { ...after, rules }, world);
  // What surely won before and is taken away is told by the row.
  return subtract(subtract(undecided, without.undecided), surelyBefore);
}

function rowFinding(weighed: Weighed, change: Change, region: Region): readonly Finding[] {
  if (isEmpty(region)) return [];
  const { check, subjects, subject, asked, outcome } = weighed;
  const { row } = asked;
  const { question } = outcome;
  const lack = { subject, question, region, change };
  const secret = sensitiveRules(weighed, outcome.need);
  const causes = causesOf(lack, subjects.world);
  const need = askedBefore(region, weighed);
  const { areFewPorts, areFewPeers, isPart } = lackFacts(region, outcome);
  const { cluster, group, pool, role } = about(subject);
  const parts: FindingParts = {
    cluster,
    group,
    pool,
    role,
    change,
    row,
    packets: {
      region,
      naming: {
        whole: question.namesGroup ? { peers: question.need, other: groupEnd(row.peer) } : undefined,
        ranges: namedRanges(row, subject),
        isSensitive: outcome.isSensitive || secret.some(isPeerSensitive),
        isTrafficSensitive: secret.some((side) => side.isTrafficSensitive === true),
      },
      fate: fateOf(change, need),
      passedBefore: outcome.surelyBefore,
    },
    causes,
    reason: {
      kind: 'row',
      isPart,
      isImpactTrue: isImpactTrue(weighed, region),
      areFewPorts,
      areFewPeers,
      need,
      heldBefore: !isEmpty(outcome.needBefore) && isSubset(outcome.needBefore, outcome.surelyBefore),
      isOutdatedRange: isOutdatedRange(question, weighed),
      doubts: change === 'undecided' ? doubtsOf(lack, subjects.world) : [],
    },
    remedy: remedyFor(lack, causes, subjects.world),
    restsOn: beliefsAbout(lack, subjects.world),
  };
  // The page of the region does not have the row, or nobody uses these protocols.
  const isMinor = isOffPage(row, subject) || isUnused(region);
  return [finding(check, subjects, isMinor ? { ...parts, severity: 'warning' } : parts)];
}

/** Rules that change places are one thing, and so is what they cut for a moment. */
function remedyFor(
  { subject: { groups }, change }: Lack,
  causes: readonly Cause[],
  world: World,
): Remedy['kind'] {
  if (change === 'undecided') return 'tell-value';
  if (change !== 'transient' || world.shifting.size === 0) return 'prove';
  const named = new Set(causes.map(({ address }) => address));
  const rules = groups.flatMap(({ key }) => world.rulesOf(key)).filter(({ address }) => named.has(address));
  return rules.some(({ address }) => world.shifting.has(address)) ? 'stable-keys' : 'prove';
}

function isOffPage({ notOnPageOf }: Requirement, { after }: Subject): boolean {
  return notOnPageOf !== undefined && notOnPageOf === after.addresses.ownPage;
}

/** Whether the group lets through the range that the page named before: then it was made by the page of that time. */
function isOutdatedRange(question: Question, weighed: Weighed): boolean {
  const { subject, subjects, asked, outcome } = weighed;
  const { introduced, preExisting } = outcome;
  if (asked.row.peer !== 'internal-services' || (isEmpty(introduced) && isEmpty(preExisting))) return false;
  const former = { ...question, need: addressesIn(FORMER_INTERNAL_SERVICES) };
  const bounds = boundsOf(former, subject, subject.after, subjects.world);
  return isSubset(needOf(former), bounds.surely);
}

/** How much of a row's impact is true when these packets are gone. */
export function impactFacts(
  weighed: Pick<Weighed, 'asked' | 'subject' | 'outcome'>,
  region: Region,
): { readonly isPart: boolean; readonly isImpactTrue: boolean } {
  const { isPart } = lackFacts(region, weighed.outcome);
  return { isPart, isImpactTrue: isImpactTrue(weighed, region) };
}

function isImpactTrue(
  { asked: { row }, subject, outcome }: Pick<Weighed, 'asked' | 'subject' | 'outcome'>,
  region: Region,
): boolean {
  const { impactOf } = row;
  if (impactOf === undefined) return true;
  const of = askRow({ ...row, ...impactOf }, subject, subject.after);
  // Where masters are is not always known: then all that may be theirs must be gone.
  const everywhere = needOf({ ...of, need: outcome.question.need });
  return !isEmpty(intersect(needOf(of), region)) || isSubset(everywhere, region);
}

/**
 * How much of a row lacks: less than half of its ports, and for nobody who needs it the whole of these; a part, unless half
 * of the ports or more are gone and no peer keeps its way.
 */
function lackFacts(
  region: Region,
  { need, question }: Outcome,
): Pick<Extract<Reason, { kind: 'row' }>, 'areFewPorts' | 'areFewPeers' | 'isPart'> {
  const lost = sizeOf(region);
  const areFewPorts = lost === 0 || 2 * lost < sizeOf(need);
  const all = boxes(region);
  const whole = all.filter(({ peers }) => samePeers(peers, question.need));
  return {
    areFewPorts,
    areFewPeers: whole.length === 0,
    isPart: areFewPorts || whole.length < all.length,
  };
}

/** Ports, or types and codes, of the protocols that people use. */
function sizeOf(region: Region): number {
  return boxes(region).reduce((sum, { protocols, ports }) => {
    const used = USED_PROTOCOLS.filter((one) => protocols.lo <= one && one <= protocols.hi).length;
    return sum + used * (ports.hi - ports.lo + 1);
  }, 0);
}

/** Whether the packets are only of protocols that nobody uses. */
export function isUnused(region: Region): boolean {
  return sizeOf(region) === 0;
}

type AskedBefore = Extract<Reason, { kind: 'row' }>['need'];

function askedBefore(region: Region, { subject, outcome }: Weighed): AskedBefore {
  if (subject.before === undefined) return 'new';
  return isSubset(region, outcome.needBefore) ? 'as-before' : 'grown';
}

function fateOf(change: Change, need: AskedBefore): Fate {
  // A need that grew was not let through before, only not asked for.
  if (change === 'introduced') return need === 'as-before' ? 'lost' : 'missing';
  if (change === 'transient') return 'may-be-cut';
  return change === 'undecided' ? 'may-be-missing' : 'missing';
}

function groupEnd(peer: PeerName): OtherEnd {
  return {
    kind: 'group',
    role: peer === 'control-group' ? 'control' : peer === 'eni-group' ? 'eni' : 'node',
  };
}

/** Rules with sensitive values that have a part in the answer: then the rest of the need would give them away. */
function sensitiveRules(
  { subject, outcome: { question }, subjects }: Weighed,
  region: Region,
): readonly RuleSide[] {
  return [...secretsAmong(subject.before?.rules ?? []), ...secretsAmong(subject.after.rules)].filter(
    (side) => !isEmpty(intersect(region, matched(side, { subject, question, region }, subjects.world))),
  );
}

const secretsAmong = memoOfObject((rules: readonly EffectiveRule[]) =>
  rules.flatMap(({ sides }) => sides.filter(isSecret)),
);
