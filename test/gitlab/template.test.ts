/** The template for GitLab, and what includes it, by GitLab's own schema of pipelines. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { gitlabFiles } from '../../src/setup/workflows.js';
import { VERSION } from '../../src/version.js';
import { INPUTS, pipelineFaults, templateJobs, WRITTEN_JOBS } from '../support/gitlab/template.js';
import { ROOT } from '../support/workflows.js';

interface Including {
  readonly include: readonly { readonly inputs: Readonly<Record<string, string>>; readonly ref?: string }[];
}

/** All that is there; one of them includes the template. */
const EXAMPLES = readdirSync(path.join(ROOT, 'examples/gitlab')).map((name): [string, object] => [
  name,
  parse(readFileSync(path.join(ROOT, 'examples/gitlab', name), 'utf8')) as object,
]);
const isIncluding = (pipeline: object): pipeline is Including => 'include' in pipeline;

function written(): Including {
  const module = { backend: undefined, program: 'tofu', version: undefined, toldBy: undefined } as const;
  const at = (folder: string) => ({ ...module, folder: { path: folder, files: [], blocks: [] } });
  const file = gitlabFiles([at('infra/a'), at('')]).find(({ path: name }) => name === '.gitlab-ci.yml');
  return parse(file?.text ?? '') as Including;
}

test('the schema refuses what GitLab refuses', () => {
  expect(pipelineFaults({ job: { script: 1 } })).not.toEqual([]);
  expect(pipelineFaults({ stages: 3 })).not.toEqual([]);
});

test.each(EXAMPLES)('examples/gitlab/%s is a pipeline', (_, pipeline) => {
  expect(pipelineFaults(pipeline)).toEqual([]);
});

test.each([
  ...EXAMPLES.flatMap(([name, pipeline]) => (isIncluding(pipeline) ? [[name, pipeline] as const] : [])),
  ['what init writes', written()] as const,
])('%s includes the template, by inputs that it has, and all of it is a pipeline', (_, pipeline) => {
  expect(pipelineFaults(pipeline)).toEqual([]);
  const jobs = pipeline.include.map(({ inputs, ref }) => {
    expect(Object.keys(INPUTS)).toEqual(expect.arrayContaining(Object.keys(inputs)));
    if (ref !== undefined) expect(ref).toBe(`v${VERSION}`);
    const own = templateJobs(inputs);
    expect(pipelineFaults(own)).toEqual([]);
    return Object.keys(own);
  });
  expect(new Set(jobs.flat()).size).toBe(2 * pipeline.include.length);
});

test('with its defaults the template is a pipeline, of this version', () => {
  expect(pipelineFaults(WRITTEN_JOBS)).toEqual([]);
  expect(pipelineFaults(templateJobs({}))).toEqual([]);
  expect(INPUTS['command']?.default).toBe(`npx --yes cce-plan-guard@${VERSION}`);
});
