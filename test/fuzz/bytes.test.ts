/** The reader of bytes on plans with anything wrong or odd in them: it agrees with the one that makes all of the text. */
import { jest, test } from '@jest/globals';

import { bytes } from '../support/fuzz/bytes-target.js';
import { campaign, caseCount } from '../support/fuzz/campaign.js';

jest.setTimeout(3_600_000);

test('any bytes are read alike', () => campaign(bytes, caseCount('FUZZ_BYTES', 100, 100_000)));
