import { bareCluster, type Configuration } from '../config/configuration.js';
import { entryLines, withGone, withSeen } from '../config/default-rules.js';
import type { Finding } from '../check/finding.js';
import type { Fix, FixEffect } from '../report/fix.js';
import { doubtsIn } from '../report/words/doubt-words.js';
import type { AddressKey, Doubt } from '../weigh/doubts.js';
import type { Ailment } from './ailment.js';
import { candidate } from './candidate.js';
import { isGroupId } from './writing/naming.js';
import { conclusionFor, isCured, type Judged, type MayTry, runWith } from './proof.js';

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
          { kind: 'then' as const, conclusion: conclusionFor(report, ailment, judged) },
        ],
        ...{ adds: [], removes: [] },
      },
    ];
  });
}

/**
 * A look at the cloud, where it decides all findings of an ailment: facts show which rules of CCE stand, the addresses of
 * what exists already, and the groups that the plan does not place.
 */
export function lookAtCloud({ found, findings }: Ailment): Fix | undefined {
  const doubts = doubtsIn(findings);
  const isShown = found.every((one) => isShownByFacts(one));
  if (!isShown || found.some(({ occasion }) => occasion !== 'plan')) return undefined;
  const [{ reason }] = found;
  const effect: FixEffect =
    doubts.length > 0
      ? { kind: 'shows', doubts }
      : { kind: 'shows-group', what: reason.kind === 'rules-not-known' ? 'rules' : 'place' };
  return {
    ...candidate({ kind: 'facts', step: { kind: 'look' }, edits: [] }),
    ...{ configuration: undefined, effects: [effect], adds: [], removes: [] },
  };
}

function isShownByFacts({ reason, group, cluster }: Finding): boolean {
  if (reason.kind === 'row') {
    return reason.doubts.length > 0 && reason.doubts.every((doubt) => isDoubtShown(doubt, cluster));
  }
  // Only an id is found.
  if (reason.kind === 'rules-not-known') return group !== undefined && isGroupId(group);
  return (
    reason.kind === 'group-not-placed' &&
    reason.group !== undefined &&
    isGroupId(reason.group) &&
    !reason.isContradicted
  );
}

function isDoubtShown(doubt: Doubt, cluster: Finding['cluster']): boolean {
  if (doubt.kind === 'default' || doubt.kind === 'seen') return true;
  const { resource } = cluster ?? {};
  const isThere = resource === undefined || resource.before !== undefined;
  return doubt.kind === 'range' && doubt.key !== undefined && SHOWN_KEYS.has(doubt.key) && isThere;
}

/** What clusters, VPCs and subnets tell. */
const SHOWN_KEYS: ReadonlySet<AddressKey> = new Set(['vpc-cidrs', 'container-cidrs', 'dns-servers']);

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
