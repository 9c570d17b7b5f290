/** Is it a code quality report of GitLab? */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Ajv } from 'ajv';

import type { GitlabViolation } from '../../../src/format/gitlab/gitlab.js';

const SCHEMA = path.join(import.meta.dirname, '../../../fixtures/schemas/gitlab-codeclimate.json');

const validate = new Ajv({ strict: false, allErrors: true }).compile<GitlabViolation>(
  JSON.parse(readFileSync(SCHEMA, 'utf8')) as object,
);

/** What the schema has against it, and what GitLab's documents ask for beyond it; empty when it is one. */
export function violationProblems(report: unknown): readonly unknown[] {
  if (!Array.isArray(report)) return ['no list'];
  const prints = new Set<string>();
  return report.flatMap((violation: unknown): readonly unknown[] => {
    if (!validate(violation)) return [violation, ...(validate.errors ?? [])];
    const { description, check_name, fingerprint, severity, location } = violation;
    const isNew = !prints.has(fingerprint);
    prints.add(fingerprint);
    const isFound = !/^\.?\/|(?:^|\/)\.\.(?:\/|$)/.test(location.path) && location.path !== '';
    return isNew &&
      isFound &&
      description.trim() !== '' &&
      /^[a-z-]+$/.test(check_name) &&
      ['info', 'minor', 'major', 'critical', 'blocker'].includes(severity) &&
      Number.isInteger(location.lines.begin) &&
      location.lines.begin >= 1
      ? []
      : [violation];
  });
}
