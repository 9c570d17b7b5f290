/** Reports of other jobs, told by one step as if it had judged all of it. */
import { expect, jest, test } from '@jest/globals';

import { fixture } from '../support/action/run-action.js';
import { EGRESS, runFor, withGitHub } from '../support/action/scenes.js';
import { fleetPlan } from '../support/fleet.js';

jest.setTimeout(90_000);

const LEG = { review: 'off', summary: 'false', annotations: 'false', 'fail-on': 'never' };

test('one summary comment and one review of what the legs of a matrix judged', () =>
  withGitHub(async (github) => {
    const main = { 'main.tf': fixture(`${EGRESS}/main.tf`) };
    const first = await runFor(github, {
      files: { ...main, 'plan.json': fixture(`${EGRESS}/plan.json`) },
      inputs: { ...LEG, label: 'infra/prod' },
    });
    const second = await runFor(github, {
      files: { 'plan.json': fleetPlan('vpc-tcp-rule-destroyed', 2) },
      inputs: { ...LEG, label: 'infra/dev' },
    });
    expect(github.writes()).toEqual([]);
    const files = { ...main, 'reports/0.json': first.report, 'reports/1.json': second.report };
    const inputs = { plan: '', reports: 'reports/*.json', 'fail-on': 'critical', label: 'fleet' };
    const run = await runFor(github, { files, inputs: { ...inputs, expect: 'infra/prod,infra/dev' } });
    expect(run.code).toBe(1);
    const { comments, reviews, lineComments } = github.world;
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toMatch(/This plan breaks the clusters \*\*`prod(-2)?`\*\* and|, \*\*`prod/);
    expect(reviews).toHaveLength(1);
    expect(lineComments[0]).toMatchObject({ path: 'main.tf', side: 'LEFT' });
    expect(run.outputs.get('critical')).toBe('4');
    // A leg that left no report.
    const partial = await runFor(github, { files, inputs: { ...inputs, expect: 'infra/prod\ninfra/lost' } });
    expect(partial.code).toBe(1);
    expect(github.world.comments[0]?.body).toContain('no report of');
    expect(github.world.comments).toHaveLength(1);
    const both = await runFor(github, { files, inputs: { reports: 'reports/*.json' } });
    expect(both.outputs.get('conclusion')).toBe('error');
  }));
