/** Writes down files that fail without a test that fails: they do not load. */
import path from 'node:path';
import { writeProgress } from './progress.mjs';

export default class FailReporter {
  onTestFileResult(test, { testExecError }) {
    if (testExecError === undefined || testExecError === null) return;
    const file = path.relative(test.context.config.rootDir, test.path).replaceAll(path.sep, '/');
    writeProgress({ event: 'fail', file, name: '', message: testExecError.message });
  }
}
