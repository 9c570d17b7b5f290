/** The step of the Action with a GitHub that answers what nobody would: the verdict stands, and nothing gets out. */
import { FakeGitHub } from '../github/server.js';
import { commandsIn } from '../action/mini-runner.js';
import { EGRESS, egressPatch, runFor } from '../action/scenes.js';
import type { FuzzTarget } from './campaign.js';
import { need, needPage } from './holds.js';
import { jsonBase, mutated } from './mutate-json.js';
import { bytesMutated, textMutated } from './mutate-text.js';
import { type Random, randomOf } from './random.js';

/** How GitHub answers: by which chance, and how often of a hundred it lies. */
interface Lies {
  readonly chance: number;
  readonly percent: number;
  readonly patch: string;
}

const STATUSES = [200, 200, 200, 201, 204, 301, 307, 400, 401, 403, 404, 410, 422, 429, 500, 502];

/** An answer with another status, shape or text. */
async function lied(reply: Response, random: Random): Promise<Response> {
  const text = await reply.text();
  const status = random.percent(30) ? random.pick(STATUSES) : reply.status;
  const headers = new Headers(reply.headers);
  if (random.percent(10)) headers.set('link', '<https://elsewhere.test/next>; rel="next"');
  if (random.percent(10)) headers.set('location', 'https://elsewhere.test/');
  const body = random.percent(15)
    ? Buffer.from(bytesMutated(Buffer.from(text), random)).toString('utf8')
    : bodyOf(text, random);
  return new Response(status === 204 ? null : body, { status, headers });
}

function bodyOf(text: string, random: Random): string {
  try {
    const base = jsonBase(JSON.parse(text));
    return JSON.stringify(mutated(base, base, random));
  } catch {
    return text;
  }
}

export const action: FuzzTarget<Lies> = {
  name: 'action',
  make: (random) => ({
    chance: random.nat(2 ** 31),
    percent: random.pick([10, 30, 60, 100]),
    patch: random.percent(40) ? egressPatch() : textMutated(egressPatch(), egressPatch(), random),
  }),
  toFile: (lies) => `${JSON.stringify(lies, undefined, 2)}\n`,
  fromFile: (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Lies,
  async hold({ chance, percent, patch }) {
    const github = new FakeGitHub();
    github.world.files = [{ filename: 'main.tf', status: 'modified', patch }];
    const random = randomOf(chance, 'lies', 0);
    const asked: string[] = [];
    const fetch = async (url: string, options: RequestInit): Promise<Response> => {
      asked.push(new URL(url).origin);
      const reply = await github.fetch(url, options);
      return random.percent(percent) ? lied(reply, random) : reply;
    };
    const run = await runFor(github, { checkout: EGRESS, apiUrl: github.url, fetch });
    // A configuration that cannot be read for sure is no verdict; with one it is always the same.
    need(run.code === 1 || run.code === 2, `the step ends with ${String(run.code)}`);
    need(run.code === 2 || run.report !== '', 'there is a verdict without a report');
    need(
      asked.every((origin) => origin === new URL(github.url).origin),
      `it asked ${asked.join()}`,
    );
    const told = `${run.stdout}${run.stderr}`;
    need(!told.replaceAll('::add-mask::ghs_workflow', '').includes('ghs_workflow'), 'the token is told');
    need(!told.includes('internal error'), told);
    needPage(told, 'the log');
    needPage(run.summary, 'the job summary');
    const known = ['add-mask', 'error', 'warning', 'notice'];
    const others = commandsIn(run.stdout).filter(({ name }) => !known.includes(name));
    need(others.length === 0, `other commands: ${JSON.stringify(others)}`);
    for (const { body } of [...github.world.comments, ...github.world.lineComments])
      needPage(body, 'a comment');
    return run.code === 1;
  },
};
