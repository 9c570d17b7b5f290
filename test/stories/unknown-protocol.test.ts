/** A rule of which only the protocol is not known may be for its ports, and for no other ones. */
import { describe, expect, test } from '@jest/globals';

import { judge, rows } from '../support/judge.js';
import { madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { rule, type RuleSpec } from '../support/plans/group-rules.js';
import { type Change, comes, goes, type Ref } from '../support/plans/plan-builder.js';

const NODE = madeGroup('node');
const LATER: Ref = { ref: 'terraform_data.later.output' };

const kubelet: RuleSpec = { group: NODE, protocol: 'tcp', ports: [10_250, 10_250], cidr: '192.168.0.0/20' };
const self: RuleSpec = { group: NODE, peer: NODE };

/** The new rule with a protocol that the apply tells. */
function later(spec: RuleSpec): Change {
  const made = rule('later', spec);
  return comes({ ...made, cells: { ...made.cells, protocol: LATER } });
}

describe.each([
  ['v2', (port: number): Partial<RuleSpec> => ({ ports: [port, port] })],
  ['v3', (port: number): Partial<RuleSpec> => ({ api: 'v3', multiPort: `${port}`, priority: 1 })],
] as const)('%s', (_, at) => {
  const gone = [...world({ model: 'overlay_l2' }), goes(rule('kubelet', kubelet))];
  const any = (port: number): Change => later({ group: NODE, cidr: VPC_CIDR, ...at(port) });

  test('does not stand for other ports', () => {
    const report = judge([...gone, any(8080)]);
    expect([rows(report, 'introduced'), rows(report, 'undecided')]).toEqual([['T3.2'], []]);
  });

  test('may be for its own', () => {
    const report = judge([...gone, any(10_250)]);
    expect([rows(report, 'introduced'), rows(report, 'undecided')]).toEqual([[], ['T3.2']]);
  });

  test('may be all of a protocol without ports, and none of TCP but its own port', () => {
    const all = [...world({ model: 'overlay_l2' }), goes(rule('self', self))];
    const report = judge([...all, later({ ...self, ...at(8080) })]);
    const [found] = report.findings.filter(({ change }) => change === 'introduced');
    const missing = found?.missing.map(({ protocol, ports }) => `${protocol} ${ports}`) ?? [];
    expect(missing).toEqual(expect.arrayContaining(['tcp 23-8079', 'tcp 8081-10249', 'udp 8081-29999']));
    expect(missing.filter((text) => !/^(?:tcp|udp) /.test(text))).toEqual([]);
  });
});
