import { Worker } from 'node:worker_threads';

import { memoOfObject } from '../../collections.js';
import { OutOfBudget, type Stage } from '../../budget.js';
import type { SourceReader } from '../../source/files/reader.js';
import {
  bytesOfPlans,
  type FilesQuestion,
  type Found,
  type FromThread,
  type Order,
  type ThreadAnswer,
  type ThreadRun,
  type ToThread,
} from './messages.js';

/** A thread that does one order after the other. */
export interface Thread {
  /** Rejects when the thread ends before it has answered: with {@link OutOfBudget} when its memory does not do. */
  readonly do: (order: Order) => Promise<ThreadAnswer>;
  readonly end: () => Promise<unknown>;
}

/** What a thread has of the run that it works for. */
export interface ThreadsOf {
  /** The program of a thread. */
  readonly program: URL;
  readonly run: ThreadRun;
  /** The files beside a plan. */
  readonly sourceOf: (place: number) => SourceReader | undefined;
  readonly at: ((stage: Stage) => void) | undefined;
  /** What is left of the run's time. */
  readonly leftMs: () => number;
}

/** Starts a thread for the orders of a run. */
export function startThread({ program, run, sourceOf, at, leftMs }: ThreadsOf): Thread {
  const worker = new Worker(program);
  const tell = (message: ToThread): void => worker.postMessage(message);
  tell({ kind: 'begin', run });
  let stage: Stage = 'reading';
  let take: (answer: ThreadAnswer) => void;
  const ended = new Promise<never>((_, reject) => {
    worker.on('error', (error) => reject(isMemoryLow(error) ? new OutOfBudget('memory', stage) : error));
    worker.on('exit', (status) => reject(new Error(`a thread ended with status ${status}`)));
  });
  // It ends with the run, too, when nobody waits for it.
  ended.catch(() => undefined);
  worker.on('message', (message: FromThread) => {
    switch (message.kind) {
      case 'answer':
        take(message.answer);
        break;
      case 'at':
        stage = message.stage;
        at?.(stage);
        break;
      case 'ask':
        void foundIn(sourceOf(message.place), message.question).then((found) =>
          tell({ kind: 'found', id: message.id, found }),
        );
    }
  });
  return {
    do: (order) => {
      const answer = new Promise<ThreadAnswer>((resolve) => (take = resolve));
      tell({ kind: 'order', order, leftMs: leftMs() });
      return Promise.race([answer, ended]);
    },
    end: () => worker.terminate(),
  };
}

function isMemoryLow(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

async function foundIn(source: SourceReader | undefined, question: FilesQuestion): Promise<Found> {
  if (source === undefined) return undefined;
  if (question.what === 'bases') return (await basesOf(source))?.length;
  const { what, name, base } = question;
  const revision = base === undefined ? source : (await basesOf(source))?.[base];
  return revision?.[what](name);
}

/** Looked for once, whoever asks. */
const basesOf = memoOfObject(async (source: SourceReader) => source.bases?.());

/** The bytes of plans that are worked on at the same time, if it is more than one: what a plan takes grows with its bytes. */
const FLIGHT_BYTES = 100_000_000;

/**
 * What came of the orders, in their order, as far as the first one that is not as it should be: none behind that is begun.
 */
export async function answersTo(
  orders: readonly Order[],
  threads: readonly Thread[],
  isRefused: (answer: ThreadAnswer) => boolean,
): Promise<readonly ThreadAnswer[]> {
  const answers: ThreadAnswer[] = [];
  const free = [...threads];
  const running = new Set<Promise<void>>();
  let [inFlight, end] = [0, orders.length];
  for (const [at, order] of orders.entries()) {
    const bytes = bytesOfPlans(order.plans);
    let thread = free.pop();
    while (thread === undefined || (inFlight > 0 && inFlight + bytes > FLIGHT_BYTES)) {
      await Promise.race(running);
      thread ??= free.pop();
    }
    if (at >= end) break;
    inFlight += bytes;
    const taken = thread;
    const done: Promise<void> = taken.do(order).then((answer) => {
      answers[at] = answer;
      if (isRefused(answer)) end = Math.min(end, at + 1);
      inFlight -= bytes;
      free.push(taken);
      running.delete(done);
    });
    // Two threads may end at once, and one of them is told.
    done.catch(() => undefined);
    running.add(done);
  }
  await Promise.all(running);
  return answers.slice(0, end);
}
