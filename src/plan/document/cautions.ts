import type { PlanHeader } from './document.js';

const MAKE_AGAIN = 'Make it again, whole: terraform show -json FILE > plan.json';

const LACKING = {
  configuration: `has no \`configuration\`: references to values that are not known yet lead nowhere. ${MAKE_AGAIN}`,
  prior_state: `has no \`prior_state\`: what data sources have read is not known. ${MAKE_AGAIN}`,
} as const;

/** What a person should know of a plan that can be judged, though not as well as others: sentence parts behind its name. */
export function cautionsOf({ lacks, formatVersion }: PlanHeader): readonly string[] {
  const isOld = formatVersion.startsWith('0.');
  return [
    ...lacks.map((part) => LACKING[part]),
    ...(isOld
      ? [`is of the old format ${formatVersion}, which tells neither drift nor why something is replaced`]
      : []),
  ];
}
