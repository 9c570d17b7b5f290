import type { Verdict } from '../check/check.js';
import { memoOfObject } from '../collections.js';
import type { Finding } from '../check/finding.js';
import type { Subjects } from '../cluster/subject.js';
import { fingerprints, uniqueFingerprints } from './identity.js';

/** One plan, judged. */
export interface JudgedPlan {
  readonly path: string;
  readonly label: string | undefined;
  readonly root: string | undefined;
  readonly subjects: Subjects;
  readonly verdict: Verdict;
}

/** A finding of a check, and by what it is known in the report. */
export interface ToldFinding {
  readonly found: Finding;
  readonly plan: number;
  readonly fingerprint: string;
  readonly identity: string;
}

/** The findings of all plans, and apart from them those that this run has nothing to do with. */
export const toldFindings = memoOfObject(
  (judged: readonly JudgedPlan[]): Readonly<Record<'told' | 'aside', readonly ToldFinding[]>> => {
    const all = judged.flatMap(({ subjects, verdict }, plan) => {
      const fingerprint = fingerprints(subjects);
      return verdict.findings.map((found) => {
        const identity = fingerprint(found);
        return { found, plan, identity, fingerprint: identity };
      });
    });
    const isAside = ({ found }: ToldFinding): boolean => found.isUntouched && found.waived === undefined;
    return {
      told: uniqueFingerprints(
        all.filter((one) => !isAside(one)),
        judged,
      ),
      aside: all.filter(isAside),
    };
  },
);
