import { askFloor, askRow, type Question } from '../../cluster/question.js';
import { type Addresses, givenReach } from '../../cluster/addresses.js';
import { rangePeers } from '../../cluster/default-rules.js';
import type { Subject, SubjectState } from '../../cluster/subject.js';
import type { World } from '../../cluster/world.js';
import { egressMinima, tableOf } from '../../model/model.js';
import type { Requirement } from '../../model/requirement.js';
import { type PeerSet, unionOfPeers } from '../../net/peers.js';
import { isEmpty } from '../../net/region.js';
import type { EffectiveRule } from '../../effective/group-rules.js';
import { isSamePeer } from '../../effective/rule-identity.js';
import { coverageOf } from '../../weigh/question.js';
import { isWritable, type NewRule } from '../writing/new-rule.js';
import { floorRules, type RulePlace, rowRules, rulesFor } from '../writing/row-rules.js';

/** What a set of rules has to do for a row: all that the page prints, or as much as it may be narrowed to. */
export interface Duty {
  readonly row: Requirement;
  readonly isNarrowed: boolean;
  readonly ask: (state: SubjectState) => Question;
  /** Rules that do it, one for each range. */
  readonly rules: readonly NewRule[];
}

/** What is to be written, and how far open. */
export interface DutyWish {
  /** Only what the group sends, as little as nodes can do with: Table 8 in the place of everything. */
  readonly only: 'egress' | undefined;
  /** From where people log in; none: nobody does. */
  readonly ssh: readonly PeerSet[];
}

/** The duties of a group, and the rows for which it gets no rule: the page lets them go. */
export interface Duties {
  readonly duties: readonly Duty[];
  readonly leftOut: readonly Requirement[];
}

/** What the rules of a group have to do, row by row. */
export function dutiesOf(subject: Subject, place: RulePlace, wish: DutyWish): Duties {
  const rows = tableOf(subject.role, subject.model)?.rows ?? [];
  const wanted = rows.filter(({ direction }) => wish.only === undefined || direction === wish.only);
  const told = wanted.map((row) => dutiesOfRow(row, subject, { place, wish }));
  return {
    duties: told.flat(),
    leftOut: wanted.filter((_, index) => told[index]?.length === 0),
  };
}

/** Table 8; where the page of the region does not have a row, a check still warns. */
export function minimumDuties(subject: Subject, place: RulePlace): readonly Duty[] {
  return egressMinima(subject.model).map((row) => wholeDuty(row, subject, place));
}

function dutiesOfRow(
  row: Requirement,
  subject: Subject,
  { place, wish }: { readonly place: RulePlace; readonly wish: DutyWish },
): readonly Duty[] {
  const { floor, suggestion } = row;
  // Where the page advises to narrow, nobody is to open it to everybody. NodePorts stay open unless balancers are named.
  const isNarrowed = suggestion === 'recommended' || place.addresses.loadBalancer !== undefined;
  switch (floor?.kind) {
    case 'ranges': {
      const { keep } = floor;
      if (!isNarrowed) return [wholeDuty(row, subject, place)];
      const rules = floorRules(row, keep, place);
      return [{ row, isNarrowed, rules, ask: (state) => askFloor(row, keep, state) }];
    }
    case 'table':
      return wish.only === undefined ? [wholeDuty(row, subject, place)] : minimumDuties(subject, place);
    case 'none': {
      const { ssh } = wish;
      if (ssh.length === 0) return [];
      const ask = (state: SubjectState): Question => ({
        ...askRow(row, subject, state),
        need: unionOfPeers(ssh),
      });
      return [{ row, isNarrowed: true, rules: rulesFor(row, [givenReach(ssh)], place), ask }];
    }
    case undefined:
      return [wholeDuty(row, subject, place)];
  }
}

function wholeDuty(row: Requirement, subject: Subject, place: RulePlace): Duty {
  return {
    row,
    isNarrowed: false,
    rules: rowRules(row, place),
    ask: (state) => askRow(row, subject, state),
  };
}

/** Ranges of a cluster that rules are written for. */
export type NeededRange = 'vpc' | 'container' | 'dns';

const NEEDED_RANGES: readonly NeededRange[] = ['vpc', 'container', 'dns'];

/** Ranges of the duties that have neither a value nor a name. */
export function unnamedRanges(duties: readonly Duty[], addresses: Addresses): readonly NeededRange[] {
  const rules = duties.flatMap((duty) => duty.rules.filter((rule) => !isWritable(rule)));
  return NEEDED_RANGES.filter((name) =>
    rangePeers(addresses[name]).some((peer) => rules.some(({ side }) => isSamePeer(side.peer, peer))),
  );
}

/** Whose duties they are, and what lets packets through beside the new rules. */
export interface DutyHolder {
  readonly subject: Subject;
  readonly world: World;
  readonly standing: readonly EffectiveRule[];
}

/** Whether these rules, and what stands beside them, do all that the duty asks for. */
export function isDone({ ask }: Duty, rules: readonly NewRule[], holder: DutyHolder): boolean {
  const { subject, world, standing } = holder;
  const made = rules.map(({ side }): EffectiveRule => ({
    sides: [side],
    group: side.group.kind === 'group' ? side.group.key : '',
    isSure: true,
    address: undefined,
    stands: false,
  }));
  const state = { ...subject.after, rules: [...standing, ...made] };
  // Of node ports that nobody knows, the usual ones are written down.
  const question = { ...ask(state), beyond: undefined };
  const { missing, undecided } = coverageOf(question, subject, state, world);
  return isEmpty(missing) && isEmpty(undecided);
}
