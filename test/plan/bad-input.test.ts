/** Files that are no plan: each kind gets its name and the command that makes the right one. */
import { describe, expect, test } from '@jest/globals';

import { bytesOf, fixture, messageOf } from '../support/plans/reading.js';

const MAKE_JSON = 'terraform show -json FILE > plan.json';
const real = new TextDecoder().decode(fixture('plan-semantics', 'rule-replace', 'plan.json'));
/** As Terraform writes it: one line. */
const line = JSON.stringify(JSON.parse(real));

function bytes(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values);
}

describe('what is no plan, and what is said of it', () => {
  test.each<[string, Uint8Array | string, RegExp, string]>([
    ['an empty file', '', /^is empty\./, MAKE_JSON],
    ['only white space', ' \n\r\n\t'.repeat(5000), /^is empty\./, MAKE_JSON],
    ['only a byte-order mark', bytes(0xef, 0xbb, 0xbf), /^is empty\./, MAKE_JSON],
    ['a binary plan', bytes(0x50, 0x4b, 3, 4, 0x14, 0, 8, 0), /^is Terraform's binary plan/, MAKE_JSON],
    ['gzip', bytes(0x1f, 0x8b, 8, 0, 0, 0), /^is compressed/, 'gunzip -c FILE > plan.json'],
    [
      'an encrypted plan',
      '{"meta":{},"encrypted_data":"c2VjcmV0","encryption_version":"v0"}',
      /^is an encrypted plan/,
      'tofu show -json FILE > plan.json',
    ],
    [
      'the log of plan -json',
      '{"@level":"info","@message":"Terraform 1.11.4","type":"version"}\n{"@level":"info","@message":"x"}\n',
      /^is the log of `plan -json`/,
      `terraform plan -out=FILE && ${MAKE_JSON}`,
    ],
    ['one line of that log', '{"@level":"info","@message":"x"}', /^is the log of `plan -json`/, MAKE_JSON],
    [
      'text for people',
      '\nTerraform used the selected providers to generate the following execution\nplan.\n',
      /^is Terraform's text for people/,
      MAKE_JSON,
    ],
    [
      'text of OpenTofu',
      '\nOpenTofu used the selected providers\n',
      /^is Terraform's text for people/,
      MAKE_JSON,
    ],
    [
      'no changes',
      '\u001b[0m\u001b[1m\u001b[32mNo changes.\u001b[0m Your',
      /^is Terraform's text/,
      MAKE_JSON,
    ],
    [
      'refresh lines',
      'x.y: Refreshing state... [id=hunter22]\n',
      /^is Terraform's text for people/,
      MAKE_JSON,
    ],
    [
      'an error',
      '\u001b[31m╷\u001b[0m\n\u001b[31m│\u001b[0m \u001b[1m\u001b[31mError: \u001b[0mInvalid reference\n╵\n',
      /^holds an error of Terraform instead of a plan/,
      MAKE_JSON,
    ],
    [
      'an error without a box',
      '\nError: No configuration files\n',
      /^holds an error of Terraform/,
      MAKE_JSON,
    ],
    ['an empty state', '{"format_version":"1.0"}', /^is a state, not a plan/, 'terraform plan -out=FILE'],
    [
      'a state',
      '{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{}}}',
      /^is a state, not a plan/,
      MAKE_JSON,
    ],
    [
      'terraform.tfstate',
      '{"version":4,"terraform_version":"1.11.4","serial":3,"lineage":"abc","outputs":{},"resources":[]}',
      /^is a state file \(terraform\.tfstate\)/,
      MAKE_JSON,
    ],
    [
      'provider schemas',
      '{"format_version":"1.0","provider_schemas":{}}',
      /^is the output of `terraform providers schema`/,
      MAKE_JSON,
    ],
    [
      'validate',
      '{"format_version":"1.0","valid":true,"error_count":0,"diagnostics":[]}',
      /^is the output of `terraform validate`/,
      MAKE_JSON,
    ],
    [
      'a configuration in JSON',
      '{"format_version":"1.0","root_module":{"resources":[]}}',
      /^is a configuration in JSON/,
      MAKE_JSON,
    ],
    ['.tf.json', '{"resource":{"a":{"b":{}}},"variable":{}}', /^is configuration \(\.tf\.json\)/, MAKE_JSON],
    ['.tf.json of data alone', '{"data":{"a":{"b":{}}}}', /^is configuration \(\.tf\.json\)/, MAKE_JSON],
    [
      'an answer of the API',
      '{"data":{"id":"plan-8F5JFydVYAmtTjET","type":"plans"}}',
      /^is an answer of the HCP/,
      'json-output',
    ],
    [
      'an error of the API',
      '{"errors":[{"status":"404","title":"not found"}]}',
      /^is an answer of the HCP/,
      MAKE_JSON,
    ],
    ['HTML', '<!DOCTYPE html><html><body>Sign in</body></html>', /^is a web page/, MAKE_JSON],
    [
      'the bookmark of a cloud plan',
      '{"remote_plan_format":1,"run_id":"run-1","hostname":"app.terraform.io"}',
      /^is only the bookmark of a cloud plan/,
      MAKE_JSON,
    ],
    ['a list', '[]', /^is a JSON list/, MAKE_JSON],
    ['a list of plans', `[${line},${line}]`, /^is a JSON list/, MAKE_JSON],
    ['a string', '"plan"', /^holds a single JSON value/, MAKE_JSON],
    ['a number', '17', /^holds a single JSON value/, MAKE_JSON],
    ['null', 'null', /^holds a single JSON value/, MAKE_JSON],
    ['another object', '{"name":"x"}', /^is JSON, but not a plan/, MAKE_JSON],
    ['an object without a version', '{"planned_values":{}}', /no format_version/, MAKE_JSON],
    [
      'a version that is no text',
      '{"format_version":1.2,"planned_values":{}}',
      /key `format_version`/,
      MAKE_JSON,
    ],
    [
      'a version that is none',
      '{"format_version":"new","planned_values":{}}',
      /format_version that is none/,
      MAKE_JSON,
    ],
    [
      'format 2',
      '{"format_version":"2.0","planned_values":[]}',
      /newer than this version/,
      'Update cce-plan-guard',
    ],
    ['format 10', '{"format_version":"10.1","planned_values":{}}', /newer than this version/, 'Update'],
    [
      'a failed plan',
      '{"format_version":"1.2","planned_values":{},"errored":true}',
      /plan that failed/,
      MAKE_JSON,
    ],
    ['prose', 'Once upon a time there was a plan.', /^is not a plan in JSON/, MAKE_JSON],
    ['zeros', new Uint8Array(100), /^is not a plan in JSON/, MAKE_JSON],
    ['broken JSON', '{"format_version":"1.2",}', /^is not valid JSON/, MAKE_JSON],
    ['a truncated plan', line.slice(0, 3000), /^ends before its JSON does, after 3000 characters/, MAKE_JSON],
    ['a truncated pretty plan', real.slice(0, 4096), /^ends before its JSON does, after 4096/, MAKE_JSON],
    [
      'a pretty plan after other lines',
      `warning\n${real}`,
      /^has other lines around its JSON/,
      'terraform_wrapper: false',
    ],
    ['a pretty plan before other lines', `${real}\nDone.\n`, /^has other lines around its JSON/, '2>&1'],
    ['two pretty plans', `${real}\n${real}`, /^has other lines around its JSON/, MAKE_JSON],
    ['several plans', `${line}\n${line}\n${line}\n`, /^holds 3 plans, one a line/, MAKE_JSON],
    [
      'several plans of terragrunt',
      `[net] ${line}\n[cce] ${line}\n`,
      /^holds 2 plans, one a line/,
      MAKE_JSON,
    ],
  ])('%s', (_, input, cause, command) => {
    const message = messageOf(typeof input === 'string' ? bytesOf(input) : input);
    expect(message).toMatch(cause);
    expect(message).toContain(command);
    expect(message).not.toMatch(/[\n\r\u001b]/);
  });
});
