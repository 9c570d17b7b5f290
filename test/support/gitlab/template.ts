import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';

import { ROOT } from '../workflows.js';

const TEXT = readFileSync(path.join(ROOT, 'templates/cce-plan-guard.yml'), 'utf8');
const [HEAD = '', BODY = ''] = TEXT.split(/^---\n/m);

interface GitLabJob {
  readonly script: readonly string[];
  readonly stage: string;
  readonly needs?: readonly string[];
}

/** The inputs of the template, with their defaults. */
export const INPUTS = (parse(HEAD) as { spec: { inputs: Record<string, { default: string }> } }).spec.inputs;

/** The jobs as they are written: what GitLab reads before it puts inputs in. */
export const WRITTEN_JOBS = parse(BODY) as Record<string, GitLabJob>;

/** The jobs of the template for some inputs, as GitLab puts them in. */
export function templateJobs(inputs: Readonly<Record<string, string>>): Record<string, GitLabJob> {
  const text = BODY.replaceAll(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => {
    const value = inputs[name] ?? INPUTS[name]?.default;
    if (value === undefined) throw new Error(`the template has no input ${name}`);
    return value;
  });
  return parse(text) as Record<string, GitLabJob>;
}

let validate: ReturnType<Ajv['compile']> | undefined;

/** What GitLab's schema of pipelines says against one. */
export function pipelineFaults(pipeline: unknown): readonly string[] {
  if (validate === undefined) {
    const ajv = new Ajv({ strict: false, allErrors: true, inlineRefs: false, code: { optimize: false } });
    formats.default(ajv);
    validate = ajv.compile(
      JSON.parse(readFileSync(path.join(ROOT, 'fixtures/gitlab/ci.json'), 'utf8')) as object,
    );
  }
  if (validate(pipeline)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
