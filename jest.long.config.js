import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { base } from './jest.config.js';

// test/support/laws.ts reads it, in the workers too.
process.env['LAW_RUNS'] ??= '300';

const TESTS = path.join(import.meta.dirname, 'test');
const LAWS = /\/support\/(laws|laws\/break-law|fuzz\/campaign)\.js'/;
const files = readdirSync(TESTS, { recursive: true }).filter(
  (file) => file.endsWith('.test.ts') && LAWS.test(readFileSync(path.join(TESTS, file), 'utf8')),
);

/** All tests with laws, each tried three hundred times, and those that fuzz: `npm run test:long`. */
export default {
  ...base,
  testMatch: files.map((file) => `<rootDir>/test/${file}`),
  // One for each of the usual two cores: nothing here waits for long.
  maxWorkers: 2,
  // As long as the whole run may take.
  testTimeout: 3_600_000,
};
