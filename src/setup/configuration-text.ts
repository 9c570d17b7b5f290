import { firstOfEach } from '../collections.js';
import { nameText } from '../config/default-rules.js';
import { VERSION } from '../version.js';
import type { CodeCluster } from './clusters.js';

/** Where the package is served, a version for ever the same: the schema is the one of the version that wrote the file. */
const SCHEMA = `https://unpkg.com/cce-plan-guard@${VERSION}/schema/configuration-1.json`;

/** A configuration file for these clusters. Whatever it says, the code says as well. */
export function configurationText(clusters: readonly CodeCluster[]): string {
  const entries = firstOfEach(clusters, ({ name }) => name).flatMap((cluster) =>
    cluster.name === undefined ? [] : entryOf(cluster, cluster.name),
  );
  const head = [
    `# yaml-language-server: $schema=${SCHEMA}`,
    '# What counts for cce-plan-guard beside the plan.',
    'fail-on: critical',
  ];
  const list = [
    '# As the code has them. What stands here wins over the plan: change it together with the code.',
    'clusters:',
    ...entries,
  ];
  return [...head, ...(entries.length === 0 ? [] : list), ''].join('\n');
}

function entryOf(
  { file, line, networkModel, vpcCidrs, containerCidrs }: CodeCluster,
  name: string,
): readonly string[] {
  return [
    `  - name: ${nameText(name)} # ${JSON.stringify(file).slice(1, -1)}:${line}`,
    ...(networkModel === undefined ? [] : [`    network-model: ${networkModel}`]),
    ...cidrLine('vpc-cidrs', vpcCidrs),
    ...cidrLine('container-cidrs', containerCidrs),
  ];
}

function cidrLine(key: string, cidrs: readonly string[] | undefined): readonly string[] {
  return cidrs === undefined ? [] : [`    ${key}: [${cidrs.join(', ')}]`];
}
