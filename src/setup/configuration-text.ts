import { firstOfEach } from '../collections.js';
import { nameText } from '../config/default-rules.js';
import { VERSION } from '../version.js';
import type { CodeCluster } from './clusters.js';

/** Where the package is served, a version for ever the same: the schema is the one of the version that wrote the file. */
const SCHEMA = `https://unpkg.com/cce-plan-guard@${VERSION}/schema/configuration-1.json`;

/** A configuration file. What plans show of clusters is not repeated in it: they are what counts when the code changes. */
export function configurationText(clusters: readonly CodeCluster[]): string {
  const lacking = firstOfEach(clusters, ({ name }) => name).flatMap((cluster) =>
    cluster.name === undefined || cluster.vpc === 'made' ? [] : entryOf(cluster, cluster.name),
  );
  const head = [
    `# yaml-language-server: $schema=${SCHEMA}`,
    '# What counts for cce-plan-guard beside the plan. Clusters that the plan shows whole need no entry.',
    'fail-on: critical',
  ];
  const entries = [
    '# Of these it may not show the ranges of the VPC. If a report says so, fill them in, and take the marks away:',
    '# clusters:',
    ...lacking,
  ];
  return [...head, ...(lacking.length === 0 ? [] : entries), ''].join('\n');
}

function entryOf({ file, line }: CodeCluster, name: string): readonly string[] {
  const place = `${JSON.stringify(file).slice(1, -1)}:${line}`;
  return [`#   - name: ${nameText(name)} # ${place}`, '#     vpc-cidrs: []'];
}
