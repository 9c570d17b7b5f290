import { parentPort } from 'node:worker_threads';

import { serve } from './command/fleet/serve.js';
import { must } from './result.js';

serve(must(parentPort ?? undefined, 'it is started as a thread'));
