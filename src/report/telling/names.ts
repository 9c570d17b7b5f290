import { groupBy, memoOfObject } from '../../collections.js';
import { must } from '../../result.js';
import type { Block } from '../blocks.js';
import type { Report, ReportPlan } from '../report.js';
import { capped, shortFingerprint } from '../words/phrases.js';

/*
 * How people know what something is told of: plan, cluster, pools, group. Whoever writes it down hands in its escaper, for
 * these are texts of a plan.
 */

/** Writes a value of a plan down, as a format does. */
export type Escaper = (text: string) => string;

/** Of what something is that stands in a report. */
export interface Belonging {
  /** An index of the report's `plans`; undefined for what is of several. */
  readonly plan: number | undefined;
  readonly cluster?: string | undefined;
}

/** How people know the plan. */
export function planName({ label, path }: Pick<ReportPlan, 'label' | 'path'>, escaped: Escaper): string {
  return label === undefined ? escaped(path) : `${escaped(label)} (${escaped(path)})`;
}

/** What tells a plan apart from the others of a run: its label, else its path; nothing where it is the only one. */
export function planWords({ plan }: Belonging, { plans }: Pick<Report, 'plans'>): readonly string[] {
  if (plans.length < 2 || plan === undefined) return [];
  return [must(shortNames(plans)[plan], 'whatever is told is of a plan that was read')];
}

const shortNames = memoOfObject((plans: Report['plans']): readonly string[] => {
  const byLabel = groupBy(plans, ({ label }) => label);
  return plans.map(({ label, path }) =>
    label !== undefined && byLabel.get(label)?.length === 1 ? label : path,
  );
});

/** `prod`, or `prod (production)` where there are several plans; undefined for what is of no cluster. */
export function clusterWords(
  of: Belonging,
  report: Pick<Report, 'plans'>,
  escaped: Escaper,
): string | undefined {
  const plan = planWords(of, report).map((name) => escaped(name));
  if (of.cluster === undefined) return plan[0];
  return [escaped(of.cluster), ...plan.map((name) => `(${name})`)].join(' ');
}

/** The plan of a block or something else, in full, where there are several. */
export function wholePlanWords(
  { plan }: Belonging,
  { plans }: Pick<Report, 'plans'>,
  escaped: Escaper,
): readonly string[] {
  if (plans.length < 2 || plan === undefined) return [];
  return [planName(must(plans[plan], 'a finding is of a plan that was read'), escaped)];
}

/** The plan of a block for a comment that stands by itself: of several, or the label of the only one. */
export function planOfComment(
  block: Pick<Block, 'plan'>,
  report: Pick<Report, 'plans'>,
  escaped: Escaper,
): readonly string[] {
  const label = report.plans[block.plan]?.label;
  const alone = label === undefined ? [] : [escaped(label)];
  return report.plans.length > 1 ? wholePlanWords(block, report, escaped) : alone;
}

const POOL_LIMIT = 4;

/** Whose groups a block is about: `pools a, b`, `group c`; the cluster's own groups need no words. */
export function subjectParts(
  { pools, group }: Pick<Block, 'pools' | 'group'>,
  escaped: Escaper,
): readonly string[] {
  const names = capped(
    pools.map((pool) => escaped(pool)),
    POOL_LIMIT,
  );
  return [
    ...(pools.length === 0 ? [] : [`${pools.length === 1 ? 'pool' : 'pools'} ${names}`]),
    ...(group === undefined || group.isNameless ? [] : [`group ${escaped(group.shown)}`]),
  ];
}

/** The plans as the arguments of another command: their paths where a shell takes them as they are. */
function plansToName({ plans }: Pick<Report, 'plans'>): string {
  const paths = plans.map(({ path }) => path);
  return paths.length <= PATH_LIMIT && paths.every((path) => SHELL_SAFE.test(path))
    ? paths.join(' ')
    : 'PLAN...';
}

const PATH_LIMIT = 3;
const SHELL_SAFE = /^[\w./][\w./+@-]{0,99}$/;

/** The command that writes into the configuration what the plans take away. */
export function recordCommand(report: Pick<Report, 'plans'>): string {
  return `cce-plan-guard record ${plansToName(report)}`;
}

/** The command that tells more of what mends a block. */
export function fixCommand(
  { findings: [first] }: Pick<Block, 'findings'>,
  report: Pick<Report, 'plans'>,
): string {
  return `cce-plan-guard fix ${plansToName(report)} ${shortFingerprint(first)}`;
}
