/**
 * `npm test`: types, lint, imports and format beside the tests. Arguments go to jest.
 *
 * Two cores are kept busy by jest's workers and one step more; with more cores there is no need to wait either.
 */
import { runLanes } from './steps.mjs';

process.exitCode = await runLanes([
  [{ script: 'test:unit', args: process.argv.slice(2), isLive: true }],
  ['lint', 'typecheck', 'format:check', 'imports'].map((script) => ({ script })),
]);
