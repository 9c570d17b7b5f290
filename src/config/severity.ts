/** How grave a finding is, from grave to mild. */
export const SEVERITIES = ['critical', 'warning', 'notice'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** The mildest severity that fails a run. */
export const FAIL_LEVELS = [...SEVERITIES, 'never'] as const;

/** For sorting, the gravest first; below 0: the first is graver. */
export function byGravity(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}
