import { readFileSync } from 'node:fs';

import { NO_CONFIGURATION } from './config/configuration.js';
import { renderJson } from './report/json.js';
import { run } from './run.js';

const result = run({
  plans: [{ path: process.argv[3] ?? '', bytes: readFileSync(process.argv[3] ?? ''), label: undefined }],
  configuration: NO_CONFIGURATION,
  failOn: 'critical',
  today: '2026-11-23',
});
if (result.ok) {
  process.stdout.write(renderJson(result.value));
  process.exitCode = result.value.conclusion === 'fail' ? 1 : 0;
} else {
  process.stderr.write(`cce-plan-guard: ${result.error.path} ${result.error.error.message}\n`);
  process.exitCode = 2;
}
