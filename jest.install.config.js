import { base } from './jest.config.js';

/** What needs a tool or a process for minutes, not the sources alone: `npm run test:install`. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/install/**/*.test.ts'],
  testTimeout: 120_000,
};
