/** Runs test files in the order in which they were named. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export default class OrderSequencer {
  sort(tests) {
    const order = Object.keys(JSON.parse(readFileSync(process.env.MUTANTS_TESTS, 'utf8')));
    const placeOf = (test) =>
      order.indexOf(path.relative(test.context.config.rootDir, test.path).replaceAll(path.sep, '/'));
    return [...tests].sort((a, b) => placeOf(a) - placeOf(b));
  }

  allFailedTests(tests) {
    return tests;
  }

  shard(tests) {
    return tests;
  }

  cacheResults() {}
}
