/** A cluster that two data sources show is one: what either leaves out, the other tells. */
import { expect, test } from '@jest/globals';

import { judge, rows } from '../support/judge.js';
import { madeGroup, POD_CIDR, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { rule } from '../support/plans/group-rules.js';
import { type Change, goes, read, type Resource } from '../support/plans/plan-builder.js';

const all = world({ model: 'vpc-router', as: 'data' });
const rest = all.filter(({ after }) => after?.type !== 'cce_cluster_v3');
const groups = {
  security_group_node: madeGroup('node').value,
  security_group_control: madeGroup('control').value,
};
const [found] = all.flatMap(({ after }) => (after?.type === 'cce_cluster_v3' ? [after] : []));
if (found === undefined) throw new Error('no cluster');
const whole: Resource = { ...found, computed: { ...found.computed, ...groups } };

const gone = goes(
  rule('tcp', {
    group: { ref: 'var.node', value: madeGroup('node').value },
    protocol: 'tcp',
    ports: [1, 65_535],
    cidr: VPC_CIDR,
  }),
);

/** The cluster, as it is told, and the rows that break. */
function told(...shown: readonly Resource[]): unknown {
  const changes: readonly Change[] = [...rest, ...shown.map(read), gone];
  const report = judge(changes);
  const clusters = report.clusters.map(({ name, networkModel, vpcCidrs, containerCidrs, masterCidrs }) => ({
    ...{ name, networkModel, vpcCidrs, containerCidrs, masterCidrs },
  }));
  return { clusters, rows: rows(report, 'introduced') };
}

function without(name: string, { cells, computed, ...resource }: Resource): Resource {
  const isOther = ([key]: readonly [string, unknown]): boolean => key !== name;
  return {
    ...resource,
    cells: Object.fromEntries(Object.entries(cells).filter(isOther)),
    computed: { ...Object.fromEntries(Object.entries(computed).filter(isOther)), [name]: null },
  };
}

test.each([
  'name',
  'container_network_type',
  'container_network_cidr',
  'vpc_id',
  'subnet_id',
  'security_group_node',
  'security_group_control',
  'security_group_id',
])('%s', (name) => {
  const full = told(whole);
  expect(full).toMatchObject({ clusters: [{ containerCidrs: [POD_CIDR] }], rows: ['T1.2'] });
  const less = without(name, whole);
  // They come in the order of their addresses.
  expect(told({ ...less, name: 'a' }, whole)).toEqual(full);
  expect(told(whole, { ...less, name: 'z' })).toEqual(full);
});

test('what none of them tells is not known', () => {
  const blind = without('container_network_type', whole);
  const { clusters } = judge([...rest, read(blind), gone]);
  expect(clusters.map(({ networkModel, sources }) => [networkModel, sources])).toEqual([
    [
      null,
      {
        networkModel: 'plan',
        vpcCidrs: 'not known',
        containerCidrs: 'not known',
        masterCidrs: 'not known',
        dnsServers: 'not known',
      },
    ],
  ]);
});
