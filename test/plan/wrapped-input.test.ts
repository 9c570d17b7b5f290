/** Plans in other encodings, among other lines, and cut short. */
import { describe, expect, test } from '@jest/globals';

import { bytesOf, fixture, messageOf, planOf } from '../support/plans/reading.js';

const real = new TextDecoder().decode(fixture('plan-semantics', 'rule-replace', 'plan.json'));
/** As Terraform writes it: one line. */
const line = JSON.stringify(JSON.parse(real));

function utf16(text: string, order: 'little' | 'big', mark: boolean): Uint8Array {
  const body = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(body.length * 2));
  for (let i = 0; i < body.length; i++) view.setUint16(i * 2, body.charCodeAt(i), order === 'little');
  return new Uint8Array(view.buffer);
}

describe('a plan, however it is wrapped', () => {
  test.each<[string, Uint8Array | string]>([
    ['one line', `${line}\n`],
    ['pretty', real],
    ['UTF-8 with a mark', `\ufeff${line}`],
    ['UTF-16 LE with a mark', utf16(line, 'little', true)],
    ['UTF-16 BE with a mark', utf16(line, 'big', true)],
    ['UTF-16 LE', utf16(line, 'little', false)],
    ['UTF-16 BE', utf16(line, 'big', false)],
    ['UTF-16 LE after a line break', utf16(`\r\n${line}`, 'little', false)],
    ['the wrapper of setup-terraform', `[command]/opt/terraform-bin show -json plan\n${line}\n`],
    [
      'the wrapper and its commands',
      `[command]/x show -json p\n${line}\n\n::debug::Terraform exited with code 0.\n::debug::stdout: ${line}\n::set-output name=stdout::${line}\n`,
    ],
    ['set -x', `+ terraform show -json plan\n${line}\r\n`],
    ['warnings first', `╷\n│ Warning: Deprecated\n╵\n${line}\n`],
    ['a mark of terragrunt', `[dir/unit] ${line}\n`],
    ['a log line of terragrunt', `08:15:00.123 STDOUT tofu: ${line}\n`],
    ['a log line with fields', `time=2026-01-01T00:00:00Z level=stdout prefix=[a] msg=${line}\n`],
  ])('%s', (_, input) => {
    const plan = planOf(typeof input === 'string' ? bytesOf(input) : input);
    expect(plan.rules.map(({ change }) => change)).toEqual(['destroyed-then-created']);
  });
});

describe('truncated: every twentieth of a real plan', () => {
  const whole = new TextEncoder().encode(line);
  test.each(Array.from({ length: 19 }, (_, i) => i + 1))('%i/20', (part) => {
    const message = messageOf(whole.slice(0, Math.floor((whole.length * part) / 20)));
    expect(message).toMatch(/^ends before its JSON does, after \d+ characters/);
  });

  test.each([
    ['tru', '{"format_version":"1.2","complete":tru'],
    ['an escape', '{"format_version":"1.2","x":"a\\'],
    ['a code point', '{"format_version":"1.2","x":"a\\u12'],
    ['a number', '{"format_version":"1.2","x":-'],
    ['a fraction', '{"format_version":"1.2","x":1.'],
    ['a closing bracket', '{"format_version":"1.2","resource_changes":[{}'],
    ['a comma', '{"format_version":"1.2","resource_changes":[{},'],
  ])('within %s', (_, text) => {
    expect(messageOf(bytesOf(text))).toMatch(/^ends before its JSON does/);
  });

  test('after other lines', () => {
    expect(messageOf(bytesOf(`+ terraform show\n${line.slice(0, 2000)}`))).toMatch(
      /^ends before its JSON does, after 2000/,
    );
  });
});

test.each([
  ['the wrapper of setup-terraform', `[command]/opt/terraform-bin show -json plan\n${real}`],
  ['a mark of terragrunt', `[dir/unit] ${real}`],
])('%s around an indented plan is named, for its lines cannot be told from the plan', (_, text) => {
  expect(messageOf(bytesOf(text))).toMatch(/^has other lines around its JSON/);
});
