import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The workflows that users may copy. */
export const EXAMPLES = readdirSync(path.join(ROOT, 'examples/workflows')).map(
  (name) => `examples/workflows/${name}`,
);

/** Our own. */
export const OURS = readdirSync(path.join(ROOT, '.github/workflows')).map(
  (name) => `.github/workflows/${name}`,
);

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
/** A workflow, as far as tests look at it. */
export interface Workflow {
  permissions?: unknown;
  jobs: Record<string, { permissions?: unknown; steps: Step[] }>;
}

/** The workflow that the README begins with, as text. */
export function readmeWorkflow(): string {
  const text = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  const [, workflow] = /```yaml\n(on:\n {2}pull_request:\n[^]*?)```/.exec(text) ?? [];
  if (workflow === undefined) throw new Error('no workflow in the README');
  return workflow;
}
