import { parentPort, workerData } from 'node:worker_threads';

import { serve } from './command/fleet/serve.js';
import type { ThreadRun } from './command/fleet/messages.js';
import { must } from './result.js';

const run: ThreadRun = workerData;

serve(must(parentPort ?? undefined, 'it is started as a thread'), run);
