import { describe, expect, test } from '@jest/globals';

import { roleOfName, roleOfPattern } from '../../src/plan/references/group-names.js';

describe('the name of a group', () => {
  test.each([
    ['prod-cce-node-a1b2c', 'prod', 'node'],
    ['prod-cce-control-a1b2c', 'prod', 'control'],
    ['my-prod-2-cce-eni-x', 'my-prod-2', 'eni'],
    ['a-cce-node-b-cce-eni-c', 'a', 'node'],
  ])('%s', (text, cluster, role) => {
    expect(roleOfName(text)).toEqual({ cluster, role });
  });

  test.each(['prod-cce-node', 'prod-cce-nodes-1', '-cce-node-1', 'cce-node-1', 'prod-node-1', ''])(
    '%j tells nothing',
    (text) => {
      expect(roleOfName(text)).toBeUndefined();
    },
  );
});

describe('a pattern for names', () => {
  test.each([
    ['^prod-cce-eni-', 'prod', 'eni'],
    ['^prod-cce-eni.*', 'prod', 'eni'],
    ['prod-cce-eni', 'prod', 'eni'],
    ['^prod-cce-node-[a-z0-9]+$', 'prod', 'node'],
    ['^(prod)-cce-control-', 'prod', 'control'],
    ['^(?:prod)-cce-control-', 'prod', 'control'],
    ['^prod.cce.eni', 'prod', 'eni'],
    ['^prod\\-cce\\-node\\-', 'prod', 'node'],
    ['.*-cce-eni-.*', undefined, 'eni'],
    ['-cce-node', undefined, 'node'],
    ['cce-node-', undefined, 'node'],
  ])('%s', (text, cluster, role) => {
    expect(roleOfPattern(text)).toEqual({ cluster, role });
  });

  test.each(['^prod-cce-nodes', 'prod', '^web-', '(', '.*', '[prod]-cce-node-'])(
    '%s tells nothing',
    (text) => {
      expect(roleOfPattern(text)).toBeUndefined();
    },
  );
});
