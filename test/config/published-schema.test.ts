import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { BAD_SHAPES } from '../support/config/bad-shapes.js';
import { GOOD, waiver } from '../support/config/examples.js';

const FILE = 'schema/configuration-1.json';
const published = readFileSync(FILE, 'utf8');
const schema = JSON.parse(published) as AnySchemaObject;

describe('the published schema', () => {
  const fresh = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-schema-'));

  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/schemas.mjs', fresh, 'configuration']);
  });

  afterAll(() => rmSync(fresh, { recursive: true, force: true }));

  test('is what the sources say; else run node scripts/schemas.mjs and commit the result', () => {
    expect(readdirSync(fresh)).toEqual(['configuration-1.json']);
    expect(readFileSync(path.join(fresh, 'configuration-1.json'), 'utf8')).toBe(published);
  });

  test('has a description for every key', () => {
    const keys = describedKeys(schema, '');
    expect(keys.filter(([, description]) => typeof description !== 'string')).toEqual([]);
    expect(keys.map(([key]) => key)).toEqual(
      expect.arrayContaining(['.fail-on', '.clusters.security-groups.node', '.waivers.packets']),
    );
  });
});

describe('ajv', () => {
  const ajv = new Ajv({ strict: true, allErrors: false });
  addFormats.default(ajv);
  const validate: ValidateFunction = ajv.compile(schema);

  test.each(GOOD)('accepts %s', (_, text) => {
    expect(validate(parse(text))).toBe(true);
  });

  test.each([
    'tcp/443 to 10.0.0.0/8',
    'udp/53 from any',
    'icmp from ::/0',
    'all from 10.0.0.1',
    '47 from any',
    '6/443 from any',
    '" tcp  from any "',
  ])('accepts the packets %s', (packets) => {
    expect(validate(parse(waiver({ packets })))).toBe(true);
  });

  test.each(BAD_SHAPES)('refuses %j', (text) => {
    expect(validate(parse(text))).toBe(false);
  });
});

/** Every key of the schema with its description; entries of lists are passed through. */
function describedKeys(node: AnySchemaObject, at: string): readonly (readonly [string, unknown])[] {
  const items = node['items'] as AnySchemaObject | undefined;
  if (items !== undefined) return describedKeys(items, at);
  const properties = (node['properties'] ?? {}) as Record<string, AnySchemaObject>;
  return Object.entries(properties).flatMap(([key, value]) => [
    [`${at}.${key}`, value['description']] as const,
    ...describedKeys(value, `${at}.${key}`),
  ]);
}
