import type { ReportingDescriptor, Result } from 'sarif';

import type { CheckMetadata } from '../../check/finding.js';
import { SEVERITIES, type Severity } from '../../config/severity.js';
import type { Change } from '../../weigh/causes.js';
import { linkOf } from '../../model/model.js';
import { checkLink } from '../../report/links.js';
import type { ReportFinding } from '../../report/report.js';
import { must } from '../../result.js';
import { plain } from '../plain.js';

/*
 * One rule a check, for ever: GitHub tells alerts apart by it, so a finding that was critical and is a warning now is
 * the same alert. Severity is told by the level of each result. A `security-severity` belongs to a rule, so with one
 * each row that is cut for a moment would count as critical.
 */

const LEVELS = { critical: 'error', warning: 'warning', notice: 'note' } as const;

/**
 * GitHub does not know suppressions: what is waived would be an open alert. So it counts as a notice there, and other
 * readers of SARIF see the suppression.
 */
export function alertSeverity({ severity, waived }: ReportFinding): Severity {
  return waived === undefined ? severity : 'notice';
}

/** The level of a result. */
export function levelOf(severity: Severity): Result.level {
  return LEVELS[severity];
}

const WORDS: readonly (readonly [Change, string])[] = [
  ['introduced', 'new with the plan'],
  ['transient', 'there only while the plan is applied'],
  ['pre-existing', 'there before the plan and after'],
  ['undecided', 'open, because of a value that the plan does not know'],
];

/** The rules that the checks can break. */
export function rulesOf(checks: readonly CheckMetadata[]): readonly ReportingDescriptor[] {
  return checks.map(descriptorOf);
}

function descriptorOf(check: CheckMetadata): ReportingDescriptor {
  const { id, title, why, remedy, example, severities } = check;
  const cases = SEVERITIES.flatMap((severity) => {
    const words = WORDS.flatMap(([change, text]) => (severities[change] === severity ? [text] : []));
    return words.length === 0 ? [] : [`${severity} when it is ${words.join(', or ')}`];
  });
  const parts = [
    why,
    `Example: ${example}`,
    `A finding is ${cases.join('; ')}. A configuration can say otherwise.`,
    `To mend it: ${remedy}`,
  ];
  const worst = must(
    SEVERITIES.find((severity) => Object.values(severities).includes(severity)),
    'a check has a severity',
  );
  const tables = check.tables.map((number) => ({ name: `Table ${number}`, url: linkOf({ table: number }) }));
  const help = (pages: readonly string[]): string =>
    [...parts, ...(pages.length === 0 ? [] : [`On the vendor's page: ${pages.join(', ')}.`])].join('\n\n');
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: plain(title, TEXT_LIMIT) },
    fullDescription: { text: plain(why, TEXT_LIMIT) },
    helpUri: checkLink(check),
    help: {
      text: help(tables.map(({ name, url }) => `${name} (${url})`)),
      markdown: help(tables.map(({ name, url }) => `[${name}](${url})`)),
    },
    defaultConfiguration: { level: levelOf(worst) },
    properties: {
      tags: ['security', 'terraform', 'cce', 'security-group'],
      precision: 'high',
    },
  };
}

/** GitHub's limit for both descriptions, in characters. */
const TEXT_LIMIT = 1024;

/** `EgressMinimum`. */
function pascalCase(id: string): string {
  return id.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
