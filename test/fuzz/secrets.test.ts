/** A marker in each place that can hold a sensitive value: no output of any command shows it, or a part of it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, jest, test } from '@jest/globals';

import { credentialsOf } from '../../src/cloud/identity.js';
import { readProject, withNodePools } from '../../src/cloud/facts.js';
import { readSettings } from '../../src/cloud/settings.js';
import { NO_CONFIGURATION } from '../../src/config/configuration.js';
import { jsonText } from '../../src/format/json-text.js';
import { ok } from '../../src/result.js';
import { smallProject } from '../support/cloud/project.js';
import { FUZZ_SEED } from '../support/fuzz/campaign.js';
import { callsOf, inFolder, knownCommands, runOnce } from '../support/fuzz/command-target.js';
import { formatsOf, outputsOf } from '../support/fuzz/outputs.js';
import { judged } from '../support/fuzz/pipe-target.js';
import { randomOf } from '../support/fuzz/random.js';
import { type SecretCase, secretCases, stateOf } from '../support/fuzz/secret-places.js';
import { IS_LONG_RUN } from '../support/laws.js';

jest.setTimeout(3_600_000);

const encoded = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** How it reads, and what is beside it; undefined when it is nowhere. */
function leak(text: string, { name, marker }: SecretCase, where: string): string | undefined {
  const found = marker.trace.exec(text);
  if (found === null) return undefined;
  return `${name}: ${where} shows ${JSON.stringify(text.slice(Math.max(0, found.index - 120), found.index + 60))}`;
}

/** So many of the places. */
function sampled(count: number, salt: string): readonly SecretCase[] {
  const cases = secretCases();
  if (count >= cases.length) return cases;
  const random = randomOf(FUZZ_SEED, salt, 0);
  const picked = new Set<SecretCase>();
  while (picked.size < count) picked.add(random.pick(cases));
  return [...picked];
}

async function leaksOfPipe(secret: SecretCase, index = 0): Promise<readonly string[]> {
  const bytes = encoded(secret.plan());
  const result = await judged({ 'plan.json': bytes }, NO_CONFIGURATION);
  if (!result.ok)
    return [leak(result.error.error.message, secret, 'the error')].filter((one) => one !== undefined);
  // The paths of the page take longer than all the rest.
  const beside = IS_LONG_RUN || index % 5 === 0 ? result.value : {};
  const outputs = await (IS_LONG_RUN ? outputsOf : formatsOf)(result.value.report, beside);
  const texts = [...outputs, ...result.value.notes.flat().map((note) => ['a note', note] as const)];
  const cut = await judged({ 'plan.json': bytes.subarray(0, bytes.length - 2) }, NO_CONFIGURATION);
  if (!cut.ok) texts.push(['the error of a cut plan', cut.error.error.message]);
  return texts.flatMap(([name, text]) => leak(text, secret, name) ?? []);
}

/** By every command and every format; the state that the plan begins from is facts. */
async function leaksOfCommands(secret: SecretCase): Promise<readonly string[]> {
  const plan = secret.plan();
  const state = stateOf(plan);
  const files = {
    'plan.json': encoded(plan),
    'cce-plan-guard.yml': new Uint8Array(),
    ...(state === undefined ? {} : { 'facts.json': encoded(state) }),
  };
  return inFolder(files, async (places, folder) => {
    const leaks: string[] = [];
    for (const known of await knownCommands()) {
      for (const argv of callsOf(known, places)) {
        const { text, lines } = await runOnce(argv, { HOME: folder });
        for (const told of [text, ...lines]) leaks.push(leak(told, secret, argv.join(' ')) ?? '');
      }
    }
    const written = path.join(folder, 'cce-plan-guard.yml');
    if (existsSync(written))
      leaks.push(leak(readFileSync(written, 'utf8'), secret, 'the configuration') ?? '');
    return leaks.filter((one) => one !== '');
  });
}

test('the places are many', () => {
  // Of attributes that recorded plans have, and of those that readers ask for.
  expect(secretCases().length).toBeGreaterThan(3000);
});

test('no output of the pipe shows what is sensitive', async () => {
  const leaks: string[] = [];
  for (const [index, secret] of sampled(IS_LONG_RUN ? Infinity : 60, 'secrets').entries())
    leaks.push(...(await leaksOfPipe(secret, index)));
  expect(leaks).toEqual([]);
});

test('nor a CIDR that a rule tells of the VPC or of the containers, because it can only be a default rule', async () => {
  const told = secretCases().filter(({ name }) =>
    /^(?:adjacent-cidrs|container-cidr).* remote_ip_prefix \(all, 198/.test(name),
  );
  expect(told.length).toBeGreaterThanOrEqual(3);
  const leaks = await Promise.all(told.map((secret) => leaksOfPipe(secret)));
  expect(leaks.flat()).toEqual([]);
});

test('nor a group of a state by an id that is none, which goes by the name of its file', async () => {
  const told = secretCases().filter(({ name }) =>
    /opentelekomcloud_cce_cluster_v3\.\w+ security_group_(?:id|control) \(all, geheimzq\)/.test(name),
  );
  expect(told.length).toBeGreaterThanOrEqual(2);
  for (const secret of told.slice(0, 2)) expect(await leaksOfCommands(secret)).toEqual([]);
});

test('no command does', async () => {
  const leaks: string[] = [];
  for (const secret of sampled(IS_LONG_RUN ? 500 : 5, 'commands'))
    leaks.push(...(await leaksOfCommands(secret)));
  expect(leaks).toEqual([]);
});

describe('facts of the cloud', () => {
  const MARKER = 'geheimzq';

  /** Something secret beside everything that an answer has. */
  function salted(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(salted);
    if (typeof value !== 'object' || value === null) return value;
    const inner = Object.entries(value).map(([key, part]) => [key, salted(part)] as const);
    return { ...Object.fromEntries(inner), password: MARKER, zq: { token: MARKER }, userData: [MARKER] };
  }

  test('hold nothing that is not asked for', async () => {
    const lists = Object.entries(smallProject());
    const session = {
      ...{ projectId: 'p', region: 'eu-de', rootOf: () => ok(new URL('https://cloud.test/')) },
      get: ({ pathname }: URL) => {
        const [end = '', items = []] = lists.find(([key]) => pathname.endsWith(`/${key}`)) ?? [];
        const name = pathname.startsWith('/api/v3/')
          ? 'items'
          : end.replace(/^.*\//, '').replaceAll('-', '_');
        return Promise.resolve(ok({ [name]: salted(items) }));
      },
    };
    const read = await readProject(session, new Date('2026-11-26T00:00:00Z'));
    if (!read.ok) throw new Error(read.error.line);
    const pooled = await withNodePools(session, read.value.facts);
    if (!pooled.ok) throw new Error(pooled.error.line);
    expect(jsonText(pooled.value)).toContain('shop-cce-node');
    expect(jsonText(pooled.value)).not.toContain(MARKER);
  });

  const SETTINGS = [
    'PASSWORD',
    'TOKEN',
    'AUTH_TOKEN',
    'USERNAME',
    'USER_NAME',
    'ACCESS_KEY',
    'SECRET_KEY',
    'AK',
    'SK',
  ].concat([
    'SECURITY_TOKEN',
    'APPLICATION_CREDENTIAL_SECRET',
    'APPLICATION_CREDENTIAL_ID',
    'PASSCODE',
    'USER_ID',
  ]);

  test.each(SETTINGS)('the setting %s is told by no line, whichever others are there', (secret) => {
    const places = ['https://x.test/v3', 'http://x.test', 'no address', undefined];
    for (const address of places) {
      for (const other of ['PROJECT_NAME', 'PASSWORD', 'USER_DOMAIN_NAME', 'SECRET_KEY', 'CLOUD']) {
        const env = {
          OS_AUTH_URL: address,
          [`OS_${other}`]: 'x',
          [`OS_${secret}`]: MARKER,
          HOME: '/nowhere',
        };
        const settings = readSettings(env);
        const read = settings.ok ? credentialsOf(settings.value, undefined) : settings;
        if (!read.ok) expect(read.error).not.toContain(MARKER);
      }
    }
  });
});
