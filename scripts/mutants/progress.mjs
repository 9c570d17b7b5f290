/** What a process that runs tests writes down at once, so that it is known when the process must be stopped. */
import { appendFileSync } from 'node:fs';

export function writeProgress(event) {
  appendFileSync(process.env.MUTANTS_PROGRESS, `${JSON.stringify(event)}\n`);
}

/** Seconds of processor time of this process. */
export function processorSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The mutants that a global object has met since it was asked last. */
export function takeReached(global) {
  const reached = [...(global.mutantsReached ?? [])];
  global.mutantsReached?.clear();
  return reached;
}
