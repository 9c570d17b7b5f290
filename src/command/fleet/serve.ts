import type { MessagePort } from 'node:worker_threads';

import type { Stage } from '../../budget.js';
import { must } from '../../result.js';
import type { FilesQuestion, Found, FromThread, PlanOrder, ToThread } from './messages.js';
import type { Revision } from '../../source/files/reader.js';
import { type ThreadWorld, workerOf } from './work.js';

/** Does in this thread what comes in at its port: first the run, then its orders. What throws ends the thread. */
export function serve(port: Pick<MessagePort, 'on' | 'postMessage'>): void {
  const tell = (message: FromThread): void => port.postMessage(message);
  const waiting = new Map<number, (found: Found) => void>();
  let asked = 0;
  const ask: Ask = (place, question) =>
    new Promise((resolve) => {
      waiting.set(++asked, resolve);
      tell({ kind: 'ask', id: asked, place, question });
    });
  let last: Stage | undefined;
  const world: ThreadWorld = {
    beside: (plan) => readerFrom(plan, ask),
    at: (stage) => {
      if (stage !== last) tell({ kind: 'at', stage });
      last = stage;
    },
  };
  let work: ReturnType<typeof workerOf> | undefined;
  port.on('message', (message: ToThread) => {
    switch (message.kind) {
      case 'begin':
        work = workerOf(message.run, world);
        break;
      case 'order': {
        const begun = must(work, 'a run has begun');
        void begun(message.order, message.leftMs).then((answer) => tell({ kind: 'answer', answer }));
        break;
      }
      case 'found':
        waiting.get(message.id)?.(message.found);
        waiting.delete(message.id);
    }
  });
}

type Ask = (place: number, question: FilesQuestion) => Promise<Found>;

/** The files beside a plan, which the other end reads. */
function readerFrom({ place, beside }: PlanOrder, ask: Ask): ReturnType<ThreadWorld['beside']> {
  if (beside === undefined) return undefined;
  const { rootModule, isBaseNamed, hasBases } = beside;
  const revision = (base: number | undefined): Revision => ({
    list: async (name) => {
      const found = await ask(place, { what: 'list', name, base });
      return typeof found === 'number' || found instanceof Uint8Array ? undefined : found;
    },
    read: async (name) => {
      const found = await ask(place, { what: 'read', name, base });
      return found instanceof Uint8Array ? found : undefined;
    },
  });
  const bases = async (): Promise<readonly Revision[]> => {
    const found = await ask(place, { what: 'bases' });
    return Array.from({ length: typeof found === 'number' ? found : 0 }, (_, base) => revision(base));
  };
  return {
    ...revision(undefined),
    rootModule,
    ...(isBaseNamed !== undefined && { isBaseNamed }),
    ...(hasBases && { bases }),
  };
}
