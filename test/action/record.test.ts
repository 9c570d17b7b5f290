/** A pull request that takes a default rule away: the review offers the line that records it. */
import { expect, jest, test } from '@jest/globals';

import { runFor, withGitHub } from '../support/action/scenes.js';

// A run waits between writes, and for a GitHub that does not answer.
jest.setTimeout(90_000);

const LINE = 'default-rules: { gone: [T1.8] }';

test('the summary offers the line, though nothing is found', () =>
  withGitHub(async (github) => {
    github.world.files = [];
    const run = await runFor(github, { checkout: 'vpc-ssh-restricted' });
    expect(run.code).toBe(0);
    expect(github.world.comments).toHaveLength(1);
    expect(github.world.comments[0]?.body).toContain(
      `\`\`\`yaml\nclusters:\n  - name: prod\n    ${LINE}\n\`\`\``,
    );
  }));

test('it does not ask again when the same change records it', () =>
  withGitHub(async (github) => {
    const { world } = github;
    const file = `clusters:\n  - name: prod\n    ${LINE}\n`;
    world.contents.set(`${world.pull.baseSha}:cce-plan-guard.yml`, 'fail-on: critical\n');
    world.files = [
      {
        filename: 'cce-plan-guard.yml',
        status: 'modified',
        patch: '@@ -1 +1 @@\n-fail-on: critical\n+clusters:',
      },
    ];
    const run = await runFor(github, {
      checkout: 'vpc-ssh-restricted',
      files: { 'cce-plan-guard.yml': file },
    });
    expect(run.code).toBe(0);
    expect(world.comments[0]?.body).toContain('T1.8 goes with this plan, and is recorded here');
    expect(world.comments[0]?.body).not.toContain(LINE);
  }));
