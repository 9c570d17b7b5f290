import * as core from '@actions/core';

import { engineFor } from './edge/engine.js';
import { GITHUB } from './github/api/octokit.js';
import { runStep } from './github/step/step.js';

process.exitCode = await runStep({
  env: process.env,
  folder: process.cwd(),
  id: String(process.pid),
  toolkit: core,
  now: new Date(),
  thread: new URL('./worker.js', import.meta.url),
  prepareEngine: engineFor,
  transport: GITHUB,
});
