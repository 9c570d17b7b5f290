import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { readInputs } from '../../src/github/step/inputs.js';
import { DEFAULTS } from '../support/action/run-action.js';
import { runFor, withGitHub } from '../support/action/scenes.js';
import { EXAMPLES, OURS, readmeWorkflow, ROOT, type Workflow } from '../support/workflows.js';

interface Metadata {
  inputs: Record<string, { description: string; default?: string; required?: boolean }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string };
  description: string;
}

const METADATA = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as Metadata;

describe('action.yml', () => {
  test('describes each input that the step reads, and no other', () => {
    const asked = new Set<string>();
    for (const given of ['plan', 'reports'])
      readInputs((name) => {
        asked.add(name);
        return name === given ? 'x.json' : '';
      });
    expect(Object.keys(METADATA.inputs).sort()).toEqual([...asked].sort());
  });

  test('describes each output that the step has, and no other', () =>
    withGitHub(async (github) => {
      const { outputs } = await runFor(github);
      expect(Object.keys(METADATA.outputs).sort()).toEqual([...outputs.keys()].sort());
    }));

  test('is run by the Node that GitHub has', () => {
    expect(METADATA.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
    expect(METADATA.description.length).toBeLessThan(125);
  });

  test('has the defaults that the steps of the other tests are run with', () => {
    const defaults = Object.entries(METADATA.inputs).map(([name, input]) => [name, input.default ?? '']);
    expect({ ...Object.fromEntries(defaults), plan: 'plan.json', 'github-token': 'ghs_workflow' }).toEqual(
      DEFAULTS,
    );
  });
});

describe('the examples', () => {
  test('pin what they use, but for the Action itself, which the reader pins', () => {
    const uses = [...EXAMPLES, ...OURS].flatMap((file) =>
      [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/uses: (\S+)(.*)/g)].map(
        ([, name, comment]) => [name?.replace(/@[0-9a-f]{40}$/, '@ID'), comment?.trim()],
      ),
    );
    for (const [name, comment] of uses) {
      if (name?.startsWith('OWNER/') === true) continue;
      expect([name, comment]).toEqual([expect.stringMatching(/@ID$/), expect.stringMatching(/^# v\d/)]);
    }
    // One version of each everywhere.
    expect(new Set(uses.map(([name, comment]) => `${name ?? ''} ${comment ?? ''}`)).size).toBe(
      new Set(uses.map(([name]) => name)).size,
    );
  });

  test.each(EXAMPLES)('%s uses inputs that exist, and no more permissions than its jobs say', (file) => {
    const workflow = parse(readFileSync(path.join(ROOT, file), 'utf8')) as Workflow;
    expect(workflow.permissions).toEqual({});
    const jobs = Object.values(workflow.jobs);
    for (const { permissions } of jobs) expect(permissions).toBeDefined();
    const steps = jobs.flatMap((job) => job.steps);
    const uses = steps.filter((step) => step.uses?.startsWith('OWNER/') === true);
    // Those without a plan run the command of the Action's own repository.
    const commands = steps.filter(({ run }) => run?.includes('guard/dist/cli.js') === true);
    expect([...uses, ...commands]).not.toEqual([]);
    for (const step of uses) {
      expect(Object.keys(METADATA.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    }
  });
});

/** A pull request that is moved to another base has to be judged by the configuration there. */
test.each(['the README', ...EXAMPLES])(
  'a workflow for pull requests runs when they are edited: %s',
  (file) => {
    const text = file === 'the README' ? readmeWorkflow() : readFileSync(path.join(ROOT, file), 'utf8');
    const { on } = parse(text) as { on: { pull_request?: { types?: readonly string[] } | null } };
    if ('pull_request' in on)
      expect(on.pull_request?.types).toEqual(['opened', 'synchronize', 'reopened', 'edited']);
  },
);

test('the workflow of the README gives the Action nothing but a plan', () => {
  const { jobs } = parse(readmeWorkflow()) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  expect(steps.at(-1)?.with).toEqual({ plan: 'plan.json' });
});
