/** What tests take from '@jest/globals', where there is no jest: the same describe, test and expect. */
export { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } from 'jest-circus';
export { expect } from 'expect';
