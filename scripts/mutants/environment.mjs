/**
 * The environment of the tests, for mutants: writes down what each test reaches, leaves out tests that need not run,
 * and ends the process at the first test that fails.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import PlainGlobals from '../../test/support/plain-globals.js';
import { processorSeconds, takeReached, writeProgress } from './progress.mjs';

const { MUTANT, MUTANTS_TESTS } = process.env;

export default class MutantEnvironment extends PlainGlobals {
  constructor(config, context) {
    super(config, context);
    this.file = path.relative(config.projectConfig.rootDir, context.testPath).replaceAll(path.sep, '/');
    this.names = JSON.parse(readFileSync(MUTANTS_TESTS, 'utf8'))[this.file];
    this.outside = new Set();
    this.started = processorSeconds();
    writeProgress({ event: 'start', file: this.file });
  }

  handleTestEvent({ name, test }) {
    if (name === 'test_start') this.start(test);
    if (name === 'test_done') this.done(test);
  }

  start(test) {
    this.keepOutside();
    this.startedTest = processorSeconds();
    if (this.names?.includes(fullName(test)) === false) test.mode = 'skip';
  }

  done(test) {
    const name = fullName(test);
    const message = test.errors.map(messageOf)[0];
    if (message !== undefined) {
      writeProgress({ event: 'fail', file: this.file, name, message });
      if (MUTANT !== undefined) process.exit(1);
    }
    // Which of the tests that run at the same time has reached a mutant is not known.
    if (test.concurrent) this.keepOutside();
    const cpu = processorSeconds() - this.startedTest;
    writeProgress({ event: 'test', file: this.file, name, reached: takeReached(this.global), cpu });
  }

  keepOutside() {
    for (const id of takeReached(this.global)) this.outside.add(id);
  }

  async teardown() {
    this.keepOutside();
    const cpu = processorSeconds() - this.started;
    writeProgress({ event: 'end', file: this.file, reached: [...this.outside], cpu });
    await super.teardown();
  }
}

function fullName(test) {
  const names = [];
  for (let at = test; at.parent !== undefined; at = at.parent) names.unshift(at.name);
  return names.join(' ');
}

function messageOf(error) {
  const [first, second] = [error].flat();
  return String((first ?? second)?.message ?? first ?? second);
}
