/** Whatever the bytes are: an answer, in one line, that holds nothing of them. */
import { describe, expect, test } from '@jest/globals';

import { readPlan } from '../support/run-bytes.js';
import { bytesOf, fixture, messageOf, NO_SOURCE } from '../support/plans/reading.js';
import { fc } from '../support/laws.js';

/** Every name and value in it is one that no message of ours has. */
const plan = secretPlan();
const whole = bytesOf(plan);

function secretPlan(): string {
  const text = new TextDecoder().decode(fixture('vpc-object-outputs', 'plan.json'));
  return JSON.stringify(JSON.parse(text));
}

/** Runs of eight and more characters of a message that stand in the input as well. */
function leaks(message: string, input: string): readonly string[] {
  const words = message.split(/[^A-Za-z0-9_.-]+/).filter((word) => word.length >= 8);
  return words.filter((word) => input.includes(word) && !OURS.has(word));
}

/** Words of our messages and keys of the format. */
const OURS = new Set([
  'plan.json',
  'resource_changes',
  'resource_drift',
  'deferred_changes',
  'prior_state',
  'configuration',
  'format_version',
  'terraform_version',
  'child_modules',
  'module_calls',
  'previous_address',
  'replace_paths',
  'variables',
  'complete',
  'resources',
  'expressions',
  'terraform',
  'Terraform',
  'resource',
  'terraform_wrapper',
  'standard',
  'expected',
  'unexpected',
  'document',
  'characters',
  'change.actions',
  'change.before',
  'change.after',
]);

function answer(bytes: Uint8Array): string | undefined {
  const result = readPlan(bytes, NO_SOURCE);
  return result.ok ? undefined : result.error.message;
}

function check(bytes: Uint8Array, input: string): void {
  const message = answer(bytes);
  if (message === undefined) return;
  expect(message).toMatch(/^[^\n\r]{10,400}$/);
  expect(leaks(message, input)).toEqual([]);
}

describe('a real plan with one byte changed', () => {
  test('never throws and tells nothing of it', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (place, value) => {
        const bytes = Uint8Array.from(whole);
        bytes[place] = value;
        check(bytes, plan);
      }),
    );
  });

  test('nor with bytes cut out or doubled', () => {
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length), (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        check(Buffer.concat([whole.subarray(0, from), whole.subarray(to)]), plan);
        check(Buffer.concat([whole.subarray(0, to), whole.subarray(from)]), plan);
      }),
    );
  });
});

test('any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      check(bytes, new TextDecoder('latin1').decode(bytes));
    }),
  );
});

test('any JSON', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (json) => {
      check(bytesOf(json), json);
    }),
  );
});

/** The keys of the document, with any JSON in them. */
const anyDocument = fc.record(
  {
    format_version: fc.oneof(fc.constant('1.2'), fc.jsonValue()),
    planned_values: fc.constant({}),
    terraform_version: fc.jsonValue(),
    errored: fc.jsonValue(),
    complete: fc.jsonValue(),
    variables: fc.jsonValue(),
    resource_changes: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
    resource_drift: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
    deferred_changes: fc.oneof(fc.array(fc.record({ resource_change: fc.jsonValue() })), fc.jsonValue()),
    prior_state: fc.oneof(fc.record({ values: fc.record({ root_module: fc.jsonValue() }) }), fc.jsonValue()),
    configuration: fc.oneof(fc.record({ root_module: fc.jsonValue() }), fc.jsonValue()),
  },
  { requiredKeys: ['format_version', 'planned_values'] },
);

test('any value under the keys of the format', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const json = JSON.stringify(document);
      check(bytesOf(json), json);
    }),
  );
});

test('names of the file in the path of an error are not printed', () => {
  const secret = 'my_secret_module_name';
  const configuration = { root_module: { module_calls: { [secret]: { expressions: [secret] } } } };
  const message = messageOf(bytesOf({ format_version: '1.2', planned_values: {}, configuration }));
  expect(message).toContain('a module call of configuration, key `expressions`');
  expect(message).not.toContain(secret);
});
