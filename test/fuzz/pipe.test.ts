/** The whole pipe on inputs that nobody wrote: a verdict or a line that says why there is none, and nothing gets out of its sink. */
import { jest, test } from '@jest/globals';

import { campaign, caseCount } from '../support/fuzz/campaign.js';
import { pipe } from '../support/fuzz/pipe-target.js';

jest.setTimeout(3_600_000);

test('any input of the whole pipe', () => campaign(pipe, caseCount('FUZZ_PIPES', 80, 50_000)));
