import { FakeGitHub } from '../github/server.js';
import { addedPatch } from './plans.js';
import { fixture, type Outcome, payload, runAction, type Step } from './run-action.js';

/** A pull request that hardens the egress of nodes and forgets three rows: its diff deletes the rule that lets all out. */
export const EGRESS = 'vpc-egress-minima-missing';

/** The rule that it deletes. */
export const OLD_RULE = [
  'resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {',
  '  security_group_id = opentelekomcloud_cce_cluster_v3.prod.security_group_node',
  '  direction         = "egress"',
  '  ethertype         = "IPv4"',
  '}',
];

/** Files of a plan that changes nothing. */
export const PASS = { 'plan.json': fixture('vpc-no-changes/plan.json'), 'main.tf': '# nothing\n' };

/** The diff of its main.tf, or of another one: the old rule goes, the new ones come. */
export function egressPatch(text = fixture(`${EGRESS}/main.tf`)): string {
  const lines = text.trimEnd().split('\n');
  const header = `@@ -1,${OLD_RULE.length} +1,${lines.length} @@`;
  return [header, ...OLD_RULE.map((line) => `-${line}`), ...lines.map((line) => `+${line}`)].join('\n');
}

/** A GitHub on which pull request 7 is the one above. */
function egressGitHub(): FakeGitHub {
  const github = new FakeGitHub();
  github.world.files = [{ filename: 'main.tf', status: 'modified', patch: egressPatch() }];
  return github;
}

/** Runs the Action for pull request 7 at its present head. */
export async function runFor(github: FakeGitHub, step: Step = {}): Promise<Outcome> {
  if (step.isProcess === true) await github.listen();
  const { headSha, headRepository, baseSha, author } = github.world.pull;
  const head = headRepository === null ? null : { full_name: headRepository };
  return runAction({
    ...(step.files === undefined ? { checkout: EGRESS } : {}),
    // A step that names another address finds no GitHub there.
    ...(step.apiUrl === undefined ? { apiUrl: github.url, fetch: github.fetch } : {}),
    payload: payload('pull_request', {
      'pull_request.head.sha': headSha,
      'pull_request.base.sha': baseSha,
      'pull_request.head.repo': head,
      'pull_request.user': author,
    }),
    ...step,
  });
}

/** A push to the pull request. */
export function push(github: FakeGitHub, digit: string): void {
  github.world.pull.headSha = digit.repeat(40);
}

/** Files that are new, with their diffs. */
export function newFiles(files: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(files).map(([filename, lines]) => ({
    filename,
    status: 'added' as const,
    patch: addedPatch(lines),
  }));
}

/** Uses a fake GitHub and stops it. It must have seen nothing that the published description does not allow. */
export async function withGitHub(use: (github: FakeGitHub) => Promise<void>): Promise<void> {
  const github = egressGitHub();
  try {
    await use(github);
    if (github.faults.length > 0) throw new Error(github.faults.join('\n'));
  } finally {
    await github.stop();
  }
}

/** Our own warnings, apart from those of findings. */
export function ownWarnings({ commands }: Outcome): readonly string[] {
  return commands
    .filter(({ name, properties }) => name === 'warning' && properties['title'] === 'cce-plan-guard')
    .map(({ message }) => message);
}
