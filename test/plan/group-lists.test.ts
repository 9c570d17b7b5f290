/** Lists of groups, of which the plan knows all, some or none. */
import { describe, expect, test } from '@jest/globals';

import { documentOf, type Entry, groupText, planOf, PREFIX, ref, refs } from '../support/plans/reading.js';

const SG = `${PREFIX}networking_secgroup_v2`;

const a: Entry = { type: 'networking_secgroup_v2', name: 'a', after: { name: 'a' }, unknown: { id: true } };
const b: Entry = { ...a, name: 'b' };
const aId = ref('networking_secgroup_v2', 'a', 'id');
const bId = ref('networking_secgroup_v2', 'b', 'id');
const both = refs(...(aId['references'] as string[]), ...(bId['references'] as string[]));

describe('the groups of a node pool', () => {
  function pool(after: object, unknown: object, expression?: object): readonly (string | undefined)[] {
    const entry: Entry = {
      type: 'cce_node_pool_v3',
      after: { ...after },
      unknown: { ...unknown },
      expressions: expression === undefined ? {} : { security_group_ids: expression },
    };
    const variables = { c: { value: true }, b: { value: 'sg-b' }, none: { value: null } };
    const entries = [{ ...a, expressions: {} }, { ...b, expressions: {} }, entry];
    const [found] = planOf(documentOf(entries, { variables })).nodePools;
    return found?.after?.groups.map(groupText) ?? [];
  }
  const whole = { security_group_ids: true };
  const withB = refs(...(aId['references'] as string[]), 'var.b');

  const one = { security_group_ids: [true] };
  const two = { security_group_ids: [true, true] };
  const nulls = { security_group_ids: [null, null] };
  const locals = refs('local.groups');

  test.each<[string, readonly [object, object, object?], readonly string[]]>([
    ['not set', [{}, whole], []],
    ['set to null', [{}, whole, refs('var.none')], []],
    ['known', [{ security_group_ids: ['sg-1', 'sg-2'] }, {}, {}], ['group sg-1', 'group sg-2']],
    ['one that is made', [{ security_group_ids: [null] }, one, aId], [`group ${SG}.a`]],
    [
      'one that is known and one that is made',
      [{ security_group_ids: ['sg-b', null] }, { security_group_ids: [false, true] }, withB],
      ['group sg-b', `group ${SG}.a`],
    ],
    ['two that are made', [nulls, two, both], [`group ${SG}.a`, `group ${SG}.b`]],
    ['one of two', [{ security_group_ids: [null] }, one, both], [`one of ${SG}.a ${SG}.b`]],
    ['more than anything tells', [nulls, two, aId], [`group ${SG}.a`, 'one of']],
    ['a whole list that is not known', [{}, whole, both], [`group ${SG}.a`, `group ${SG}.b`]],
    ['such a list with a known part', [{}, whole, withB], [`group ${SG}.a`, 'group sg-b']],
    [
      'such a list by a condition',
      [{}, whole, refs('var.c', ...(both['references'] as string[]))],
      [`one of ${SG}.a ${SG}.b`],
    ],
    ['such a list through a local value', [{}, whole, locals], ['one of']],
    [
      'such a list, partly through a local value',
      [{}, whole, refs('local.groups', ...(aId['references'] as string[]))],
      [`group ${SG}.a`, 'one of'],
    ],
    ['something that is no list', [{ security_group_ids: 7 }, {}, {}], ['one of']],
  ])('%s', (_, sides, expected) => {
    expect(pool(...sides)).toEqual(expected);
  });
});
