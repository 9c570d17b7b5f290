import { describe, expect, test } from '@jest/globals';

import { resolveTarget } from '../../../src/github/step/target.js';
import { payload } from '../../support/action/run-action.js';

const SHA = 'c'.repeat(40);
const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);

function target(name: string, value: unknown = payload(name), actor = 'alice') {
  return resolveTarget({ name, payload: value, sha: SHA, actor });
}

describe('pull requests', () => {
  test('are judged at their head, never at GITHUB_SHA', () => {
    expect(target('pull_request')).toEqual({
      kind: 'pr',
      event: 'pull_request',
      number: 7,
      headSha: HEAD,
      baseSha: BASE,
      baseRef: 'main',
      isFork: false,
      isDependabot: false,
      author: 'alice',
    });
  });

  test('of pull_request_target have the same payload', () => {
    expect(target('pull_request_target', payload('pull_request'))).toMatchObject({
      kind: 'pr',
      event: 'pull_request_target',
      headSha: HEAD,
      baseSha: BASE,
    });
  });

  test.each([
    ['another repository', { 'pull_request.head.repo.full_name': 'mallory/infra' }],
    ['a repository that is gone', { 'pull_request.head.repo': null }],
  ])('from %s are forks', (_, changes) => {
    expect(target('pull_request', payload('pull_request', changes))).toMatchObject({ isFork: true });
  });

  test('by Dependabot', () => {
    expect(target('pull_request', payload('pull_request'), 'dependabot[bot]')).toMatchObject({
      isDependabot: true,
    });
  });

  test.each<[string, Record<string, unknown>]>([
    ['no number', { 'pull_request.number': undefined }],
    ['a number that is text', { 'pull_request.number': '7; rm' }],
    ['no head', { 'pull_request.head': undefined }],
    ['a head that is no commit', { 'pull_request.head.sha': 'main' }],
    ['no author', { 'pull_request.user': null }],
  ])('with %s do not crash', (_, changes) => {
    const { kind } = target('pull_request', payload('pull_request', changes));
    expect(['pr', 'commit']).toContain(kind);
  });
});

describe('other events', () => {
  test('push is about what was pushed', () => {
    expect(target('push')).toEqual({ kind: 'commit', sha: HEAD, baseSha: undefined });
  });

  test('push of a deletion is about GITHUB_SHA', () => {
    expect(target('push', payload('push', { after: '0'.repeat(40) }))).toMatchObject({ sha: SHA });
  });

  test('merge_group has no pull request, but a base', () => {
    expect(target('merge_group')).toEqual({ kind: 'commit', sha: HEAD, baseSha: BASE });
  });

  test.each(['schedule', 'workflow_dispatch', 'issue_comment', ''])('%s is about GITHUB_SHA', (name) => {
    expect(target(name, {})).toEqual({ kind: 'commit', sha: SHA, baseSha: undefined });
  });

  test('workflow_run has to be looked up', () => {
    expect(target('workflow_run')).toEqual({
      kind: 'workflow-run',
      headSha: HEAD,
      headOwner: 'mallory',
      headRepository: 'mallory/infra',
      headBranch: 'change',
      sha: SHA,
    });
  });

  test('workflow_run after a push is about a commit', () => {
    expect(target('workflow_run', payload('workflow_run', { 'workflow_run.event': 'push' }))).toMatchObject({
      kind: 'commit',
    });
  });

  test('without any commit there is nothing', () => {
    expect(resolveTarget({ name: 'schedule', payload: undefined, sha: '', actor: '' })).toEqual({
      kind: 'none',
    });
  });
});
