import type { MessagePort } from 'node:worker_threads';

import type { Stage } from '../../budget.js';
import type { Asked, Found, FromThread, PlanOrder, ThreadRun, ToThread } from './messages.js';
import { type ThreadWorld, workerOf } from './work.js';

/** Does in this thread what comes in at its port, as part of that run. What throws ends the thread. */
export function serve(port: Pick<MessagePort, 'on' | 'postMessage'>, run: ThreadRun): void {
  const tell = (message: FromThread): void => port.postMessage(message);
  const waiting = new Map<number, (found: Found) => void>();
  let asked = 0;
  const ask = (place: number, what: Asked, name: string): Promise<Found> =>
    new Promise((resolve) => {
      waiting.set(++asked, resolve);
      tell({ kind: 'ask', id: asked, place, what, name });
    });
  let last: Stage | undefined;
  const work = workerOf(run, {
    beside: (plan) => readerFrom(plan, ask),
    at: (stage) => {
      if (stage !== last) tell({ kind: 'at', stage });
      last = stage;
    },
  });
  port.on('message', (message: ToThread) => {
    if (message.kind === 'order') {
      void work(message.order, message.leftMs).then((answer) => tell({ kind: 'answer', answer }));
      return;
    }
    waiting.get(message.id)?.(message.found);
    waiting.delete(message.id);
  });
}

/** The files beside a plan, which the other end reads. */
function readerFrom(
  { place, beside }: PlanOrder,
  ask: (place: number, what: Asked, name: string) => Promise<Found>,
): ReturnType<ThreadWorld['beside']> {
  if (beside === undefined) return undefined;
  const { rootModule, isBaseNamed, hasBase } = beside;
  const list = (what: 'list' | 'listBase') => async (folder: string) => {
    const found = await ask(place, what, folder);
    return found instanceof Uint8Array ? undefined : found;
  };
  const read = (what: 'read' | 'readBase') => async (file: string) => {
    const found = await ask(place, what, file);
    return found instanceof Uint8Array ? found : undefined;
  };
  return {
    ...{ rootModule, list: list('list'), read: read('read') },
    ...(isBaseNamed !== undefined && { isBaseNamed }),
    ...(hasBase && { listBase: list('listBase'), readBase: read('readBase') }),
  };
}
