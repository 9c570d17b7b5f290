import { groupBy } from '../../collections.js';
import { CHECK_IDS, type CheckId } from '../../check/check-id.js';
import { CHECKS } from '../../check/checks.js';
import { must } from '../../result.js';
import { oldMemoryText } from './marker.js';
import { type Memory, NOTHING_TOLD, readMemory, type Told } from './memory.js';

const TOLD = /^(?:([a-z-]+):)?([0-9a-f]{16})(?:\.(T[1-8]\.\d{1,2}))?$/;

/** Version 0.1.0 wrote the place of a check in this list. Nothing may change in it. */
const CHECKS_OF_0_1_0: readonly string[] = [
  'essential-rule',
  'required-access',
  'egress-minimum',
  'exposed-port',
  'duplicate-rule',
  'rule-input',
  'group-lifecycle',
  'ineffective-rule',
  'unknown-group',
  'not-covered',
  'waiver',
];
const TOLD_OF_0_1_0 = /^([0-9a-f]{16})\.(\d{1,2})(?:\.(T[1-8]\.\d{1,2}))?$/;

interface OldTold {
  readonly id: string;
  readonly check: CheckId;
  readonly row: string | undefined;
}

/** What a summary remembers, which may be one of version 0.1.0. */
export function readSummaryMemory(body: string, key: string): Memory {
  const old = oldMemoryText(body);
  if (old !== undefined) return { ...NOTHING_TOLD, now: readOldTold(old) };
  return readMemory(body, key) ?? NOTHING_TOLD;
}

/**
 * What a summary of version 0.1.0 told: it remembered checks and rows, by names or by places in a list, and neither
 * words nor severities. So its words are those of the checks, and it is never said that something became milder.
 */
function readOldTold(list: string): readonly Told[] {
  let check: CheckId | undefined;
  const told = list.split(',').flatMap((text): readonly OldTold[] => {
    const [, name, id, row] = TOLD.exec(text) ?? [];
    if (id === undefined || name !== undefined) check = CHECK_IDS.find((one) => one === name);
    if (id === undefined) return readPlaced(text);
    return check === undefined ? [] : [{ id, check, row }];
  });
  return [...groupBy(told, (one) => one.check).values()].map((same) => {
    const title = must(
      CHECKS.find(({ id }) => id === same[0].check),
      'each check is in the list',
    ).title.replace(/\.$/, '');
    const rows = same.flatMap(({ row }) => row ?? []);
    const words = rows.length === 0 ? title : `${title} (${rows.join(', ')})`;
    return { severity: 'notice', words, ids: same.map(({ id }) => id) };
  });
}

function readPlaced(text: string): readonly OldTold[] {
  const [, id, index, row] = TOLD_OF_0_1_0.exec(text) ?? [];
  const check = CHECK_IDS.find((one) => one === CHECKS_OF_0_1_0[Number(index)]);
  return id === undefined || check === undefined ? [] : [{ id, check, row }];
}
