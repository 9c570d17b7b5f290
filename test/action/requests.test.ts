/** How many requests to GitHub's API a step makes: what docs/scale.md reckons with. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '@jest/globals';

import { PASS, push, runFor, withGitHub } from '../support/action/scenes.js';
import { ROOT } from '../support/workflows.js';

test('docs/scale.md says how many requests a step makes', () =>
  withGitHub(async (github) => {
    const rows: string[] = [];
    const scene = async (name: string, step: Parameters<typeof runFor>[1] = {}) => {
      const before = github.log.length;
      await runFor(github, step);
      const made = github.log.slice(before).map(({ method }) => method);
      rows.push(`| ${name} | ${made.length} | ${made.filter((method) => method !== 'GET').length} |`);
    };
    await scene('nothing to say, nothing said before', { files: PASS });
    await scene('`review: off`', { inputs: { review: 'off' } });
    await scene('findings, for the first time');
    push(github, 'b');
    await scene('the next push, the same findings');
    push(github, 'c');
    await scene('all fixed', { files: PASS });
    expect(readFileSync(path.join(ROOT, 'docs/scale.md'), 'utf8')).toContain(rows.join('\n'));
  }));
