/** The command `facts` in this process, against a cloud that is started for the tests of one file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';

import type { CloudFacts } from '../../../src/cloud/facts.js';
import type { Environment } from '../../../src/cloud/settings.js';
import { factsCommand } from '../../../src/command/facts.js';
import { ok } from '../../../src/result.js';
import { smallProject } from './project.js';
import { type FakeCloud, SECRETS, startCloud } from './server.js';

interface Ran {
  /** What was written, or the line that says why nothing was. */
  readonly text: string;
  readonly isDone: boolean;
  readonly notes: readonly string[];
}

/** What the tests of a file ask of the command. */
interface FactsBench {
  readonly cloud: () => FakeCloud;
  /** Empty at first. */
  readonly folder: () => string;
  /** Where it signs in, without saying who. */
  readonly place: () => Environment;
  readonly byPassword: () => Environment;
  readonly run: (env: Environment, argv?: readonly string[]) => Promise<Ran>;
  readonly facts: (env: Environment, argv?: readonly string[]) => Promise<CloudFacts>;
  /** The line that says why there are none. */
  readonly refusal: (env: Environment, argv?: readonly string[]) => Promise<string>;
}

/** To be called once in a file, outside of its tests. */
export function factsBench(): FactsBench {
  let cloud: FakeCloud;
  let folder = '';
  beforeAll(async () => {
    cloud = await startCloud({});
    folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-facts-'));
  });
  afterAll(async () => {
    await cloud.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    cloud.requests.length = 0;
    cloud.tokens.clear();
    cloud.lists = smallProject();
    cloud.pageSize = 1000;
    cloud.fault = () => false;
  });
  const place = (): Environment => ({
    ...{ OS_AUTH_URL: `${cloud.url}/v3`, OS_PROJECT_NAME: 'eu-de', HOME: folder },
  });
  const run: FactsBench['run'] = async (env, argv = []) => {
    const ran = await runFacts(env, argv);
    for (const secret of [...Object.values(SECRETS), ...cloud.tokens, 'secret-ca', 'secret-key']) {
      expect(`${ran.text}${ran.notes.join('')}`).not.toContain(secret);
    }
    if (!ran.isDone) expect(ran.text).toMatch(/^[^\n]+$/);
    return ran;
  };
  return {
    cloud: () => cloud,
    folder: () => folder,
    place,
    byPassword: () => ({
      ...place(),
      ...{ OS_USERNAME: 'reader', OS_PASSWORD: SECRETS.password, OS_DOMAIN_NAME: 'OTC-TEST' },
    }),
    run,
    async facts(env, argv) {
      const { text, isDone } = await run(env, argv);
      expect([isDone, text]).toEqual([true, expect.stringMatching(/^\{\n/)]);
      return JSON.parse(text) as CloudFacts;
    },
    async refusal(env, argv) {
      const { text, isDone } = await run(env, argv);
      expect([isDone, text]).toEqual([false, text]);
      return text;
    },
  };
}

async function runFacts(env: Environment, argv: readonly string[]): Promise<Ran> {
  let text = '';
  const notes: string[] = [];
  const status = await factsCommand.run(argv, {
    ...{ env, now: new Date('2026-11-24T06:00:00Z'), note: (sentence) => notes.push(sentence) },
    write: (written) => {
      text = written;
      return ok(undefined);
    },
    terminal: () => undefined,
  });
  if (!status.ok) expect(text).toBe('');
  return { text: status.ok ? text : status.error, isDone: status.ok, notes };
}
