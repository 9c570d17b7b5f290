import type { Time } from '../../effective/group-rules.js';
import type { HowKnown } from '../../explain/deciders.js';
import { type PathState, TIMES } from '../../explain/lots.js';
import { firstOfEach, onlyOne } from '../../collections.js';
import { ALL_PROTOCOLS, type Direction } from '../../net/region.js';
import { must } from '../../result.js';
import type {
  ExplainedEnd,
  ExplainedMiss,
  ExplainedPart,
  ExplainedRule,
  ExplainedSide,
  Explanation,
  RulePackets,
  TheOtherGroup,
} from '../explanation.js';
import { decidingWords, doubtSentences } from './doubt-words.js';
import { headlineOf } from './headline-words.js';
import { packetPhrases, trafficOf } from './packet-words.js';
import { count, MEMBERS, ROLE_NAMES } from './phrases.js';
import { joined, openText, say, type Text, toText } from './text.js';

/** What the traffic is does not matter to who the other end is. */
const ANYTHING = { protocols: [ALL_PROTOCOLS], ports: 'all' } as const;

/** `worker nodes of prod`. */
export function endWords(end: ExplainedEnd): Text {
  switch (end.kind) {
    case 'addresses': {
      const [phrase] = packetPhrases([{ direction: 'ingress', traffic: ANYTHING, other: end.other }]);
      return must(phrase, 'one packet, one phrase').who;
    }
    case 'members':
      return end.pool === undefined
        ? say`${MEMBERS[end.role]}s of ${end.cluster}${end.isDefault ? ' in its default group' : ''}`
        : say`nodes of ${end.pool}`;
    case 'group':
      return say`members of ${end.group}`;
  }
}

/** `TCP 10250 from 192.168.0.10 to worker nodes of prod`. */
export function askedWords({ asked }: Explanation): Text {
  if (asked.kind === 'finding') return headlineOf(asked.finding);
  return say`${trafficOf(asked.traffic)} from ${endWords(asked.from)} to ${endWords(asked.to)}`;
}

/** Which of the packets: `TCP 1-10249 from 192.168.0.0/16 except 192.168.0.0/20`. */
export function lotWords({ sides }: ExplainedPart): Text {
  const phrases = sides.map(({ packets }) => packetPhrases(packets));
  const [out, into] = phrases.map(onlyOne);
  // Both ends are in groups: what the one lets out to the other, the other lets in.
  if (out !== undefined && into !== undefined) return say`${out.what} ${into.peers} ${out.peers}`;
  return joined(
    phrases.flatMap((some) => some.map(({ what, peers }) => say`${what} ${peers}`)),
    '; ',
  );
}

/** What becomes of them, in a word or a few. */
export function stateWords({ states, sides }: ExplainedPart, time: Time): Text {
  const { [time]: state } = states;
  const isChanging = time === 'during' && sides.some((side) => side.states[time] === state && !side.isSteady);
  return stateName(state, isChanging);
}

/** The same of any packets; `isChanging`: their rules come and go. */
export function stateName(state: PathState, isChanging: boolean): Text {
  if (state !== 'undecided') return toText(state === 'absent' ? 'not there' : state);
  return toText(isChanging ? 'may be dropped' : 'undecided');
}

const WAYS: Readonly<Record<Direction, string>> = { ingress: 'in', egress: 'out' };

/** Why it is so at that time, a line each: of two sides, those that stand in the way, and which they are. */
export function reasonWords({ states, sides }: ExplainedPart, time: Time): readonly Text[] {
  if (sides.length === 1) return sides.flatMap((side) => sideLines(side, time));
  if (states[time] === 'absent') return [absentWords(time)];
  return sides
    .filter((side) => side.states[time] === states[time])
    .flatMap((side) => sideLines(side, time).map((line) => say`${WAYS[side.direction]}: ${line}`));
}

function absentWords(time: Time): Text {
  return toText(
    time === 'during' ? 'one of the ends is new, or made anew' : 'one of the ends does not exist',
  );
}

function nothingWords({ direction, nearest }: ExplainedSide, time: Time): Text {
  const { [time]: miss } = nearest;
  return say`nothing lets it ${WAYS[direction]}${miss === undefined ? '' : say`; the nearest is ${missWords(miss)}`}`;
}

/** Of a rule that is to be made while the one that says the same still stands. */
function refusedWords(rule: ExplainedRule): Text {
  return say`the API refuses ${explainedRuleWords(rule)}, while the rule that says the same still stands; the next apply makes it`;
}

const RULE_LIMIT = 3;

function sideLines(side: ExplainedSide, time: Time): readonly Text[] {
  const rules = side.rules.filter(({ times }) => times.includes(time));
  const denies = rules.filter(({ action }) => action === 'deny');
  switch (side.states[time]) {
    case 'allowed':
      return ruleLines(rules);
    case 'dropped': {
      const refused = time === 'after' ? side.refused.map(refusedWords) : [];
      return [
        ...ruleLines(denies),
        ...refused,
        ...(denies.length + refused.length > 0 ? [] : [nothingWords(side, time)]),
      ];
    }
    case 'undecided':
      if (time !== 'during') return [...ruleLines(rules), ...whyOpen(side, time)];
      // What nothing changes is as it was.
      if (side.isSteady) return sideLines(side, 'before');
      return [
        ...(rules.length > denies.length ? [] : [toText('nothing that lets it through stands all the time')]),
        ...ruleLines(denies),
      ];
    case 'absent':
      return [absentWords(time)];
  }
}

function ruleLines(rules: readonly ExplainedRule[]): readonly Text[] {
  const left = rules.length - RULE_LIMIT;
  // "and 1 more" is hardly shorter than the one.
  if (left <= 1) return rules.map(explainedRuleWords);
  return [...rules.slice(0, RULE_LIMIT).map(explainedRuleWords), toText(`and ${count(left, 'rule')} more`)];
}

function whyOpen({ doubts, ifMembers, rules }: ExplainedSide, time: Time): readonly Text[] {
  const { [time]: all = [] } = doubts;
  const isUnshown = rules.some(({ known, times }) => known === 'not-shown' && times.includes(time));
  const members = ifMembers.map(
    ({ group, passes }) =>
      say`${passes ? 'passes' : 'is stopped'} if the address is that of a member of ${otherGroupWords(group)}`,
  );
  if (all.length === 0 && (members.length > 0 || isUnshown)) return members;
  return [
    ...members,
    ...doubtSentences(all, 'plan').map(toText),
    toText(`To tell: ${decidingWords(all, 'plan')}`),
  ];
}

/** What decides where the side is undecided, each once. */
export function dependsWords(side: ExplainedSide): readonly Text[] {
  const lines = TIMES.flatMap((time) =>
    side.states[time] === 'undecided' && time !== 'during' ? whyOpen(side, time) : [],
  );
  return firstOfEach(lines, openText);
}

/** `T1.2 TCP from 192.168.0.0/16, CCE’s own, assumed to stand`. */
export function explainedRuleWords(rule: ExplainedRule): Text {
  const { address, row, group, action, known, packets } = rule;
  const what = rulePacketsWords(packets, rule.direction);
  if (known === 'not-shown') return say`rules of ${group} that nobody shows`;
  if (address === undefined) {
    const name = row === undefined ? '' : `${row.id} `;
    const owner = known === 'seen' ? '' : row === undefined ? ', which every new group has' : ', CCE’s own';
    return say`${action === 'deny' ? 'deny ' : ''}${name}${what}${owner}, ${OWNERS[known]}`;
  }
  const { place } = rule;
  const where =
    place === undefined ? '' : ` (${place.file}:${place.line}${place.isBase ? ' at the base' : ''})`;
  const rank = rule.priority === undefined ? '' : `, priority ${rule.priority}`;
  return say`${action === 'deny' ? 'deny ' : ''}${address}${where}: ${what}${rank}`;
}

/** Of rules that nobody manages. */
const OWNERS: Readonly<Record<HowKnown, string>> = {
  seen: 'seen in the cloud',
  plan: 'in the plan',
  recorded: 'recorded as standing',
  gone: 'taken as gone',
  doubted: 'perhaps gone',
  assumed: 'assumed to stand',
  'not-shown': 'not shown',
};

function missWords(miss: ExplainedMiss): Text {
  const words = explainedRuleWords(miss);
  if (miss.bound === undefined) return words;
  return say`${words}, which ${miss.bound.kind} at ${miss.bound.port}`;
}

function rulePacketsWords(
  { traffic, isAtMost, group }: RulePackets,
  direction: ExplainedRule['direction'],
): Text {
  const [phrase] = packetPhrases(traffic);
  if (phrase === undefined) return toText('nothing');
  const way = direction === 'unknown' ? 'from or to' : direction === 'ingress' ? 'from' : 'to';
  const some = isAtMost ? 'some of ' : '';
  if (group === undefined) return say`${some}${phrase.what} ${way} ${phrase.who}`;
  return say`${some}${phrase.what} ${way} ${otherGroupWords(group)}`;
}

/** The group whose members are the other end of a rule. */
export function otherGroupWords({ role, shown }: TheOtherGroup): Text {
  if (role !== undefined) return toText(`the ${ROLE_NAMES[role]}`);
  return toText(shown ?? 'a group that is not known');
}
