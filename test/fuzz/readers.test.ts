/** Readers and parsers on inputs that nobody wrote: an answer each time, and one that shows nothing of the inside. */
import { describe, jest, test } from '@jest/globals';

import { campaign, caseCount } from '../support/fuzz/campaign.js';
import { READERS } from '../support/fuzz/reader-targets.js';

jest.setTimeout(3_600_000);

const COUNT = caseCount('FUZZ_READERS', 800, 1_000_000);

describe('any input of the reader of', () => {
  test.each(READERS.map(([share, target]) => [target.name, share, target] as const))(
    '%s',
    (_, share, target) => campaign(target, Math.ceil((COUNT * share) / 100)),
  );
});
