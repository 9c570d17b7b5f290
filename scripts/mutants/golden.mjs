/**
 * The golden reports (test/golden.test.ts) without jest, which takes seconds to start.
 *
 *   node golden.mjs BUNDLE [CASES]     CASES: names, as a JSON list; without them all, and what each reaches
 *
 * Ends at the first report that is another one.
 */
import { deepStrictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { processorSeconds, takeReached, writeProgress } from './progress.mjs';

const [bundle, cases] = process.argv.slice(2);
const file = 'test/golden.test.ts';

writeProgress({ event: 'start', file });
const { fixtureReport, frozenCases, frozenFile, renderJson } = await import(bundle);
const outside = takeReached(globalThis);
for (const name of cases === undefined ? frozenCases() : JSON.parse(cases)) {
  const started = processorSeconds();
  try {
    deepStrictEqual(
      JSON.parse(renderJson(await fixtureReport(name))),
      JSON.parse(readFileSync(frozenFile(name), 'utf8')),
    );
  } catch (error) {
    writeProgress({ event: 'fail', file, name, message: String(error.message) });
    process.exit(1);
  }
  writeProgress({
    event: 'test',
    file,
    name,
    reached: takeReached(globalThis),
    cpu: processorSeconds() - started,
  });
}
writeProgress({ event: 'end', file, reached: outside, cpu: processorSeconds() });
