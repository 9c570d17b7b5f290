import { connectedBy, distinct, groupBy, type NonEmpty } from '../collections.js';
import type { Role } from '../model/requirement.js';
import type { Both, ClusterSide, Plan, PlanParts } from '../plan/plan.js';
import type { GroupRef } from '../plan/rule.js';
import type { ToldParts } from '../facts/facts.js';
import { must } from '../result.js';
import { asOthersSee, secretsElsewhere } from './other-plan.js';
import { ID } from './placement.js';
import { idsOfGroups, type ToldThing, thingsOf } from './things.js';

/** What the other plans of a run tell one plan of what it names by an id, and does not tell itself. */
export interface Surroundings extends PlanParts {
  /** Ids of which others say different things: they stay unplaced. */
  readonly contradicted: ReadonlySet<string>;
  /** Of all these objects. */
  readonly addresses: ReadonlySet<string>;
  /** Everything that the plan names, and what that leads to, by ids. */
  readonly named: ReadonlySet<string>;
  /** Those who told something of it, by name: of groups, rules or clusters, or only of anything else. */
  readonly answeredBy: ReadonlyMap<string, 'groups' | 'other'>;
  /** The other plans of the run that told something of it, by their places in the list. */
  readonly tellers: ReadonlySet<number>;
  /** Ids that are a secret in any of the plans, or in a state. */
  readonly sensitiveIds: ReadonlySet<string>;
}

/** No other plan. */
export const ALONE: Surroundings = {
  groups: [],
  rules: [],
  ruleIds: [],
  clusters: [],
  nodePools: [],
  vpcs: [],
  subnets: [],
  secondaryCidrs: [],
  contradicted: new Set(),
  addresses: new Set(),
  named: new Set(),
  answeredBy: new Map(),
  tellers: new Set(),
  sensitiveIds: new Set(),
};

/**
 * Looks once what each plan of a run may learn from the others, and from facts. Their addresses come with the names of
 * the plans and files.
 */
export function surroundingsOf(
  plans: readonly { readonly name: string; readonly plan: Plan }[],
  told: readonly ToldParts[],
): readonly Surroundings[] {
  if (plans.length + told.length < 2) return plans.map(() => ALONE);
  const tellers = [
    ...plans.map(({ name, plan }) => ({ name, things: thingsOf(asOthersSee(plan, name)) })),
    ...told.map((one) => ({ name: one.name, things: toldThings(one).map(({ thing }) => thing) })),
  ];
  const answers = tellers.flatMap(({ name, things }, index) =>
    things.flatMap((thing) => distinct(thing.answers).map((text) => ({ text, index, name, thing }))),
  );
  const byText = groupBy(answers, ({ text }) => text);
  const sensitiveIds = secretsOf([
    ...plans.map(({ name, plan }) => ({ name, sensitiveIds: plan.sensitiveIds })),
    ...told,
  ]);
  return tellers.slice(0, plans.length).map(({ things: own }, index) => {
    const others = (text: string): readonly Answered[] =>
      (byText.get(text) ?? []).filter((one) => one.index !== index);
    const { found, named } = reached(own, others);
    const tellers = new Set([...found.values()].map((one) => one.index).filter((at) => at < plans.length));
    return {
      ...agreedOn([...found.keys()], own),
      ...{ named, answeredBy: weightiest(found.values()), tellers, sensitiveIds },
    };
  });
}

/** By which texts a plan of a run may hang together with others: ids, and names of clusters. */
export interface PlanTexts {
  /** By which others find what it tells. */
  readonly answers: readonly string[];
  /** Those that it leads on to. */
  readonly mentions: readonly string[];
  /** Those that are a secret in it. */
  readonly secrets: readonly string[];
}

/** All that {@link surroundingsOf} would look up of a plan, and what no text of it may show. */
export function textsOfPlan(plan: Plan): PlanTexts {
  const things = thingsOf(plan);
  const attached = plan.attachments.flatMap(({ before, after }) =>
    [before, after].flatMap((side) => side?.groups ?? []),
  );
  return {
    answers: distinct(things.flatMap(({ answers }) => answers)),
    mentions: distinct([
      ...things.flatMap(({ mentions }) => mentions),
      ...attached.flatMap((group) => (group.by === 'id' ? idsOfGroups(group.ref) : [])),
    ]),
    secrets: [...plan.sensitiveIds],
  };
}

/**
 * Plans that may learn from one another, each as its place in the list: more hang together by their texts than
 * {@link linkedPlans} do, and of plans that do not, each is judged alone as it is in the run.
 *
 * @param configured ids that all plans may hold
 */
export function plansTogether(
  plans: readonly PlanTexts[],
  told: readonly ToldParts[],
  configured: readonly string[],
): readonly NonEmpty<number>[] {
  const facts = told.flatMap((one, index) => toldThings(one).map((thing) => ({ ...thing, index })));
  const byText = groupBy(
    facts.flatMap((one) => one.thing.answers.map((text) => ({ text, one }))),
    ({ text }) => text,
  );
  const toldOf = (text: string): readonly Answered[] => (byText.get(text) ?? []).map(({ one }) => one);
  const asked = plans.map(({ answers, mentions }) => {
    const { named } = reached([{ part: {}, answers, mentions }], toldOf);
    // What a plan shows is found there, not in another one, unless it is an id.
    const own = new Set(answers.filter((text) => !ID.test(text)));
    return [...named].filter((text) => !own.has(text));
  });
  const secrets = new Set(plans.flatMap((plan) => plan.secrets));
  const answered = new Set([...plans.flatMap(({ answers }) => answers), ...secrets]);
  const wanted = new Set(asked.flat());
  const shared = configured.filter((id) => secrets.has(id));
  return connectedBy([...plans.keys()], (at) => {
    const { answers, secrets: own } = must(plans[at], 'a place in the list');
    const leads = must(asked[at], 'of each plan').filter((text) => answered.has(text));
    return [...leads, ...[...answers, ...own].filter((text) => wanted.has(text)), ...shared];
  });
}

/** Plans that learn from one another, each as the places of its plans in the list: nothing of one bears on another. */
export function linkedPlans(around: readonly Pick<Surroundings, 'tellers'>[]): readonly NonEmpty<number>[] {
  return connectedBy([...around.keys()], (plan) =>
    [plan, ...must(around[plan], 'each plan has its surroundings').tellers].map(String),
  );
}

/** Everything that facts tell, around a plan that changes nothing: the world of an audit. Nothing of it is elsewhere. */
export function everythingIn(told: readonly ToldParts[]): Surroundings {
  const things = told.flatMap((one, index) => toldThings(one).map((thing) => ({ ...thing, index })));
  const parts = agreedOn(
    things.map(({ thing }) => thing),
    [],
  );
  return {
    ...parts,
    // What a state has deposed is there until somebody destroys it.
    rules: parts.rules.map((rule) =>
      rule.after === rule.before ? rule : { ...rule, after: rule.before, change: 'stands' },
    ),
    addresses: new Set(),
    named: new Set(things.flatMap(({ thing: { answers, mentions } }) => [...answers, ...mentions])),
    answeredBy: weightiest(things),
    tellers: new Set(),
    sensitiveIds: secretsOf(told),
  };
}

/** Who has planned changes for an object knows it better than a state does. */
function toldThings({ name, parts }: ToldParts): readonly Omit<Answered, 'index'>[] {
  return thingsOf(asOthersSee(parts, name)).map((thing) => ({ name, thing: { ...thing, isManaged: false } }));
}

function secretsOf(tellers: readonly Pick<ToldParts, 'name' | 'sensitiveIds'>[]): ReadonlySet<string> {
  return new Set(tellers.flatMap(({ name, sensitiveIds }) => secretsElsewhere(sensitiveIds, name)));
}

/** A thing that answers to a text, and who tells of it. */
interface Answered {
  readonly name: string;
  /** The place of the teller among plans and facts. */
  readonly index: number;
  readonly thing: ToldThing;
}

/** Everything that the ids of a plan lead to, step by step, and all these ids. */
function reached(
  own: readonly ToldThing[],
  others: (text: string) => readonly Answered[],
): { readonly found: ReadonlyMap<ToldThing, Answered>; readonly named: ReadonlySet<string> } {
  // A cluster of this plan is no other one of the same name.
  const names = new Set(own.flatMap(({ answers }) => answers.filter((text) => !ID.test(text))));
  // What is found adds to the texts while they are gone through.
  const named = new Set(own.flatMap(({ answers, mentions }) => [...answers, ...mentions]));
  const found = new Map<ToldThing, Answered>();
  for (const text of named) {
    for (const answered of names.has(text) ? [] : others(text)) {
      found.set(answered.thing, answered);
      for (const next of answered.thing.mentions) named.add(next);
    }
  }
  return { found, named };
}

function weightiest(found: Iterable<Answered>): Surroundings['answeredBy'] {
  const answered = new Map<string, 'groups' | 'other'>();
  for (const { name, thing } of found) {
    const { part } = thing;
    const isOfGroups = [part.groups, part.rules, part.clusters].some((all = []) => all.length > 0);
    if (isOfGroups || !answered.has(name)) answered.set(name, isOfGroups ? 'groups' : 'other');
  }
  return answered;
}

/** Leaves out what the plan manages itself, and that of which the others say different things. */
function agreedOn(
  found: readonly ToldThing[],
  own: readonly ToldThing[],
): Omit<Surroundings, 'named' | 'answeredBy' | 'tellers' | 'sensitiveIds'> {
  const contradicted = new Set<string>();
  const managed = new Set(own.flatMap(({ object, isManaged }) => (isManaged === true ? [object] : [])));
  const open = found.filter(({ object }) => object === undefined || !managed.has(object));
  const kept = [...groupBy(open, (thing) => thing.object ?? thing).values()].flatMap((same) => {
    // Who manages an object knows it better than who has read it.
    const managers = same.filter(({ isManaged }) => isManaged);
    const counted = managers.length > 0 ? managers : same;
    if (!differ(counted)) return counted;
    for (const { id } of counted) if (id !== undefined) contradicted.add(id);
    return [];
  });
  const clusters = placedAlike(kept, own, contradicted);
  const data = <T>(all: readonly Both<T>[]): readonly Both<T>[] =>
    all.map((one) => ({ ...one, isData: true }));
  return {
    groups: kept.flatMap(({ part }) => part.groups ?? []).filter(({ key }) => !contradicted.has(key)),
    rules: kept.flatMap(({ part }) => part.rules ?? []),
    ruleIds: kept.flatMap(({ part }) => part.ruleIds ?? []),
    // A plan's own word comes first, be it that of a data source.
    clusters: data(clusters),
    nodePools: kept.flatMap(({ part }) => part.nodePools ?? []),
    vpcs: data(kept.flatMap(({ part }) => part.vpcs ?? [])),
    subnets: data(kept.flatMap(({ part }) => part.subnets ?? [])),
    secondaryCidrs: kept.flatMap(({ part }) => part.secondaryCidrs ?? []),
    contradicted,
    addresses: new Set(
      kept.flatMap(({ part }) =>
        Object.values(part).flatMap((all) => all.flatMap((one) => ('address' in one ? [one.address] : []))),
      ),
    ),
  };
}

/** Whether two of them know something of one object, and not the same. */
function differ(things: readonly ToldThing[]): boolean {
  const known = new Map<string, string>();
  return things.some(({ facts = {} }) =>
    Object.entries(facts).some(([name, fact]) => {
      const before = known.get(name);
      if (fact !== undefined) known.set(name, fact);
      return fact !== undefined && before !== undefined && before !== fact;
    }),
  );
}

const MADE = ['node', 'control'] as const;

function madeGroup(side: ClusterSide, role: Role): GroupRef | undefined {
  return role === 'node' ? side.nodeGroup : side.controlGroup;
}

/** The clusters without the groups that CCE is said to have made for two of them, or for one of this plan. */
function placedAlike(
  kept: readonly ToldThing[],
  own: readonly ToldThing[],
  contradicted: Set<string>,
): readonly Both<ClusterSide>[] {
  const ownClaims = claimsOf(own);
  const doubles = [...claimsOf(kept)].filter(([id, by]) => by.size > 1 && !ownClaims.has(id));
  for (const [id] of doubles) contradicted.add(id);
  const isRefused = (id: string, claim: string): boolean =>
    contradicted.has(id) || ownClaims.get(id)?.has(claim) === false;
  const side = (told: ClusterSide | undefined): ClusterSide | undefined => {
    if (told === undefined) return undefined;
    const agreed = (role: Role): GroupRef | undefined => {
      const ref = madeGroup(told, role);
      return idsOfGroups(ref).some((id) => isRefused(id, claimText(told, role))) ? undefined : ref;
    };
    return { ...told, nodeGroup: agreed('node'), controlGroup: agreed('control') };
  };
  return kept.flatMap(({ part }) =>
    (part.clusters ?? []).map((one) => ({ ...one, before: side(one.before), after: side(one.after) })),
  );
}

/** For which clusters a group is said to be made, by its id. */
function claimsOf(things: readonly ToldThing[]): ReadonlyMap<string, ReadonlySet<string>> {
  const claims = new Map<string, Set<string>>();
  for (const { part } of things) {
    for (const side of (part.clusters ?? []).flatMap(({ before, after }) => [before, after])) {
      for (const role of side === undefined ? [] : MADE) {
        if (side === undefined) continue;
        for (const id of idsOfGroups(madeGroup(side, role))) {
          claims.set(id, (claims.get(id) ?? new Set()).add(claimText(side, role)));
        }
      }
    }
  }
  return claims;
}

function claimText({ id = '' }: ClusterSide, role: Role): string {
  return `${role} ${id}`;
}
