import { describe, expect, jest, test } from '@jest/globals';

import { CHECKS } from '../../src/check/checks.js';
import { linkOf, REQUIREMENTS } from '../../src/model/model.js';
import { checkLink, rowLink } from '../../src/report/links.js';
import { fixture } from '../support/action/run-action.js';
import { EGRESS, runFor, withGitHub } from '../support/action/scenes.js';

jest.setTimeout(90_000);

/** Names that a plan may bring, each dangerous somewhere. */
const HOSTILE = [
  'x\n::error file=main.tf,line=1::forged',
  'x\r\n::add-mask::a',
  'x\u2028::stop-commands::gone',
  '##[error]forged',
  '##vso[task.setvariable]x',
  '@acme/admins #1 acme/infra#2 GH-3 https://evil.test',
  '![img](https://evil.test/x.png) [click](https://evil.test)',
  '<img src=x onerror=alert(1)><!-- <details> -->',
  '--> <!-- cce-plan-guard:summary key=0000000000000000 -->',
  '```\n::group::\n```',
  '| a | b |\n|---|---|',
  '\u202e\u2066drawkcab\u200b\u0000\u001b[31m',
  '$(touch /tmp/x) `id` ${{ secrets.TOKEN }}',
  '%0A::error::encoded %25 percent',
  '\ud800 half',
];

/** The plan, with hostile text for the name of the cluster, in a rule's description and as the key of an instance. */
function hostilePlan(text: string): string {
  const quoted = JSON.stringify(text).slice(1, -1);
  const key = JSON.stringify(`opentelekomcloud_networking_secgroup_rule_v2.egress[${JSON.stringify(text)}]`);
  return fixture(`${EGRESS}/plan.json`)
    .replaceAll('"name":"prod"', `"name":"${quoted}"`)
    .replaceAll('"description":""', `"description":"${quoted}"`)
    .replaceAll('"opentelekomcloud_networking_secgroup_rule_v2.egress"', key);
}

/** What is outside of code spans and fences: there GitHub makes links, mentions and HTML. */
function outsideCode(markdown: string): string {
  return markdown
    .replace(/^(`{3,})[^\n]*\n[^]*?^\1`*$/gm, '')
    .replace(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '');
}

/** Those that could reach the runner itself: they go through the real toolkit as well. */
const FOR_RUNNER = HOSTILE.filter((text) => /^x\n::|^x\r|^##\[|^```|^%0A/.test(text));

/** The links to the vendor's page, one a table, and to what there is to read of rows and checks. */
const OURS = new Set(
  [...REQUIREMENTS.flatMap((row) => [linkOf(row), rowLink(row)]), ...CHECKS.map(checkLink)].map(
    (url) => `](${url}`,
  ),
);

describe('hostile text of a plan', () => {
  const expectHarmless = (text: string, isProcess: boolean): Promise<void> =>
    withGitHub(async (github) => {
      const run = await runFor(github, {
        isProcess,
        checkout: EGRESS,
        files: { 'plan.json': hostilePlan(text) },
      });
      expect(run.code).toBe(1);
      // It did come through.
      expect(JSON.parse(run.report)).toMatchObject({ clusters: [{ name: text }] });
      // Nothing but what the Action itself has to say is a command of the runner.
      const allowed = ['add-mask', 'error', 'warning', 'notice'];
      expect(run.commands.filter(({ name }) => !allowed.includes(name))).toEqual([]);
      expect(run.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message)).toEqual([
        'ghs_workflow',
      ]);
      expect(run.commands.filter(({ name }) => name === 'error')).toHaveLength(1);
      expect(run.stdout).not.toMatch(/[\u0000\u001b\u202e\u2066\u200b]/);
      const { comments, reviews, lineComments } = github.world;
      for (const { body } of [...comments, ...reviews, ...lineComments]) {
        const ours = body.replace(/<!-- cce-plan-guard:\w+ [^>]* -->/g, '');
        const shown = outsideCode(ours);
        expect(shown).not.toMatch(/@\w|<img|<!--|!\[|evil\.test\/|#\d|GH-\d|[\u0000\u202e\u2066\u200b]/);
        const links = shown.match(/\]\(http[^)]*/g) ?? [];
        expect(links.filter((link) => !OURS.has(link) && !link.startsWith('](https://github.test/'))).toEqual(
          [],
        );
      }
      expect(comments).toHaveLength(1);
    });

  test.each(HOSTILE)('%j', (text) => expectHarmless(text, false));

  test.concurrent.each(FOR_RUNNER)('%j, from the built step', (text) => expectHarmless(text, true));
});
