import path from 'node:path';

import type { Render } from '../../command/check.js';
import { fileTrouble } from '../../edge/files.js';
import { inputAt, wouldLieIn, writeWhole } from '../../edge/outputs.js';
import { err } from '../../result.js';
import type { Inputs } from './inputs.js';
import type { Toolkit } from './log.js';
import type { StepBounds } from './paths.js';
import type { Runner } from './runner.js';

/** What the report files of a step depend on. */
export interface ReportFiles {
  readonly inputs: Pick<Inputs, 'reportFile' | 'sarifFile'>;
  readonly runner: Pick<Runner, 'temp'>;
  readonly world: { readonly id: string; readonly toolkit: Pick<Toolkit, 'setOutput'> };
  /** The working directory. */
  readonly folder: string;
  readonly bounds: StepBounds;
  /** Files that the run has read. */
  readonly taken: readonly string[];
}

/** Writes the report files and gives warnings: that one cannot be written says nothing of the plan. */
export async function writeReports(
  { inputs, runner, world, folder, bounds, taken }: ReportFiles,
  render: Render,
): Promise<readonly string[]> {
  const { reportFile, sarifFile } = inputs;
  const own = path.join(runner.temp, `cce-plan-guard-${world.id}.json`);
  const report = reportFile === undefined ? own : path.resolve(folder, reportFile);
  const sarif = sarifFile === undefined ? undefined : path.resolve(folder, sarifFile);
  const save = async (format: 'json' | 'sarif', file: string, spared: readonly string[]) => {
    const problem = objectionTo(file, bounds, spared);
    return problem === undefined
      ? writeWhole(file, await render(format), { makesFolder: true })
      : err(problem);
  };
  const saved = [
    { name: 'report', file: report, written: await save('json', report, taken) },
    ...(sarif === undefined
      ? []
      : [{ name: 'sarif', file: sarif, written: await save('sarif', sarif, [...taken, report]) }]),
  ];
  for (const name of ['report', 'sarif']) {
    world.toolkit.setOutput(name, saved.find((it) => it.name === name && it.written.ok)?.file ?? '');
  }
  return saved.flatMap(({ file, written }) =>
    written.ok ? [] : [`${path.basename(file)} could not be written: it ${written.error}.`],
  );
}

/** Why a file must not be written: it would lie elsewhere, or take the place of one that counts. */
function objectionTo(file: string, bounds: StepBounds, spared: readonly string[]): string | undefined {
  if (!wouldLieIn(bounds.real, file)) return fileTrouble('OUTSIDE', 'report');
  return inputAt(file, spared) === undefined ? undefined : 'is a file that this run reads or has written';
}
