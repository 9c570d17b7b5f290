/** The time that GitHub takes, in real seconds. */
import { expect, test } from '@jest/globals';

import { manyFindings, planOf, ruleText } from '../support/action/plans.js';
import { newFiles, runFor, withGitHub } from '../support/action/scenes.js';

test('a pull request with 2000 findings in one file takes no more time for GitHub than without', () =>
  withGitHub(async (github) => {
    const lines = Array.from({ length: 2000 }, (_, index) => [...ruleText(`r${index}`), '']).flat();
    github.world.files = newFiles({ 'main.tf': lines });
    const files = { 'main.tf': lines.join('\n'), 'plan.json': planOf(manyFindings(2000)) };
    const isProcess = true;
    const without = await runFor(github, { isProcess, files, inputs: { review: 'off' } });
    const run = await runFor(github, { isProcess, files });
    expect(github.world.lineComments).toHaveLength(30);
    // A second between two writes is the rule.
    expect(run.seconds - without.seconds).toBeLessThan(without.seconds + 5);
  }));
