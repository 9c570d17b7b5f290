import { base } from './jest.config.js';

/** Tests that take minutes: not part of `npm test`, run them with `npm run test:long`. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/long/**/*.test.ts'],
  testTimeout: 600_000,
};
