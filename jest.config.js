/** Shared by the usual run and those of jest.install.config.js and jest.long.config.js. */
export const base = {
  testEnvironment: '<rootDir>/test/support/plain-globals.js',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/test/support/esbuild-transform.js' },
  // Source files name their imports './x.js', as Node wants; on disk they are x.ts.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  globalSetup: '<rootDir>/test/support/build-once.js',
  testSequencer: '<rootDir>/test/support/laws-first.js',
  // One more than the usual two cores: some tests wait for a process or a server.
  maxWorkers: 3,
  testTimeout: 30_000,
};

export default {
  ...base,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/install/'],
};
