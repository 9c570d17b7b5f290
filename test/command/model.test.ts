/** `model`: the rows, and what is said of each. */
import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';
import { Ajv, type AnySchemaObject } from 'ajv';

import type { ModelJson } from '../../src/format/json/model-schema.js';
import { REQUIREMENTS } from '../../src/model/model.js';
import { said } from '../support/said.js';

/** What it says, or why it refuses. */
function model(...argv: readonly string[]): Promise<string> {
  return said(['model', ...argv]);
}

test('every row has a line, in the order of the page', async () => {
  const ids = (await model()).match(/^ {2}T\d\.\d+/gm) ?? [];
  expect(ids.map((id) => id.trim())).toEqual(REQUIREMENTS.map(({ id }) => id));
});

test('of a row all is said', async () => {
  expect(await model('T3.2')).toMatchInlineSnapshot(`
    "Table 3: Worker nodes, tunnel network

      T3.2   TCP 10250 from the masters
        what for   Masters call kubelet: exec, logs, port-forward.
        if gone    masters cannot reach kubelet: exec, logs and port-forward fail
        the page   not to be modified
        floor      all of it must hold
        note       The page does not say what the master node CIDR is: the configuration's, else the cluster's subnet, else
                   some part of the VPC.
        table      https://docs.otc.t-systems.com/cloud-container-engine/umn/faqs/networking/network_planning/how_can_i_configure_a_security_group_rule_for_a_cluster.html#cce-faq-00265-table07551928134215
    "
  `);
});

test('a table stands for its rows, and a row is told once', async () => {
  const { rows } = JSON.parse(await model('t7', 'T7.1', '--format', 'json')) as ModelJson;
  expect(rows.map(({ id }) => id)).toEqual(['T7.1', 'T7.2', 'T7.3']);
});

test('the JSON is as published', async () => {
  const schema = JSON.parse(readFileSync('schema/model-1.json', 'utf8')) as AnySchemaObject;
  const validate = new Ajv({ strict: true }).compile(schema);
  const answer: unknown = JSON.parse(await model('--format', 'json'));
  expect([validate(answer), validate.errors]).toEqual([true, null]);
});

test.each([
  ['T1.12', 'there is no row `T1.12`; Table 1 has T1.1 to T1.9'],
  ['T9.1', 'there is no row `T9.1`; did you mean T1.1?'],
  ['kubelet', 'there is no row `kubelet`; rows are T1.1 to T8.14, tables T1 to T8'],
])('%s is refused', async (name, refusal) => {
  expect(await model(name)).toBe(`refused: ${refusal}`);
});
