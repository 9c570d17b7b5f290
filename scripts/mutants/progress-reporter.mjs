/** Writes down, at once, which test file starts and how it ends: what a run that must be stopped has got to. */
import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';

export default class ProgressReporter {
  onTestFileStart(test) {
    write({ event: 'start', ...about(test), cpu: processorSeconds('self') });
  }

  onTestFileResult(test, result) {
    const failed = result.testResults.filter(({ status }) => status === 'failed');
    write({
      event: 'end',
      ...about(test),
      cpu: processorSeconds('self'),
      failed: failed.length + (result.testExecError === undefined ? 0 : 1),
      name: failed[0]?.fullName ?? '',
      message: failed[0]?.failureMessages[0] ?? result.testExecError?.message ?? '',
    });
  }
}

function about(test) {
  return { file: path.relative(test.context.config.rootDir, test.path).replaceAll(path.sep, '/') };
}

function write(event) {
  appendFileSync(process.env.MUTANTS_PROGRESS, `${JSON.stringify(event)}\n`);
}

/** Seconds of processor time of a process and of those of its children that have ended, as Linux tells it. */
export function processorSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}
