import { bareCluster, type Configuration } from '../config/configuration.js';
import { entryLines, withGone, withSeen } from '../config/default-rules.js';
import type { Fix } from '../report/fix.js';
import { doubtsIn } from '../report/words/doubt-words.js';
import type { Ailment } from './ailment.js';
import { candidate } from './candidate.js';
import { isCured, type Judged, type MayTry, runWith } from './proof.js';

/** What the configuration could say that decides the findings, each answer by itself, and what they come to then. */
export function decisions(ailment: Ailment, judged: Judged, mayTry: MayTry): readonly Fix[] {
  const { configuration } = judged.input;
  return [...recorded(ailment, configuration), ...priorities(ailment, configuration)].flatMap((one) => {
    if (!mayTry(1)) return [];
    const { report } = runWith(judged, ailment.plan, { edits: [], configuration: one.configuration });
    const targets = new Set(ailment.findings.map(({ fingerprint }) => fingerprint));
    // What stays undecided is not decided by it.
    if (report.findings.some(({ fingerprint, waived }) => waived === undefined && targets.has(fingerprint)))
      return [];
    const isHeld = isCured(judged.run.report, report, ailment);
    return [
      {
        ...candidate({ kind: 'configuration', step: one.step, edits: [] }),
        configuration: one.lines.join('\n'),
        effects: [
          { kind: 'becomes' as const, isHeld },
          { kind: 'then' as const, conclusion: report.conclusion },
        ],
        ...{ adds: [], removes: [] },
      },
    ];
  });
}

interface Decision extends Pick<Fix, 'step'> {
  readonly configuration: Configuration;
  readonly lines: readonly string[];
}

/** That a rule which CCE made stands, or is gone; one answer for several rules would be one of many. */
function recorded({ findings, found }: Ailment, configuration: Configuration): readonly Decision[] {
  const doubts = doubtsIn(findings).filter((doubt) => doubt.kind === 'default');
  const [doubt, ...others] = doubts;
  const { cluster } = found[0];
  const isClear = doubt !== undefined && others.length === 0 && cluster?.label === doubt.cluster;
  if (!isClear || cluster.name !== cluster.label) return [];
  const was = configuration.clusters.find(({ name }) => name === cluster.name);
  const rest = configuration.clusters.filter((one) => one !== was);
  const rows = [doubt.row];
  return (['standing', 'gone'] as const).map((which) => {
    const entry =
      which === 'gone'
        ? withGone(was?.defaultRules, rows)
        : withSeen(was?.defaultRules, { gone: [], standing: rows });
    const clusters = [...rest, { ...(was ?? bareCluster(cluster.name)), defaultRules: entry }];
    return {
      step: { kind: 'default-rules', rows: which },
      configuration: { ...configuration, clusters },
      lines: entryLines(cluster.name, entry),
    };
  });
}

/** Who wins between a deny and rules whose priority nobody documents. */
function priorities({ findings }: Ailment, configuration: Configuration): readonly Decision[] {
  if (!doubtsIn(findings).some(({ kind }) => kind === 'rank')) return [];
  return ([1, 100] as const).map((value) => ({
    step: { kind: 'default-rule-priority', value },
    configuration: { ...configuration, defaultRulePriority: value },
    lines: [`default-rule-priority: ${String(value)}`],
  }));
}
