import type { ReportingDescriptor, Result } from 'sarif';

import type { CheckMetadata } from '../../check/finding.js';
import type { Severity } from '../../config/configuration.js';
import type { Change } from '../../weigh/causes.js';
import { linkOf } from '../../model/model.js';
import { checkLink } from '../../report/links.js';
import type { ReportFinding } from '../../report/report.js';
import { plain } from '../plain.js';

/*
 * One rule for each severity of a check, `egress-minimum/critical`. GitHub takes the severity of an alert from the
 * rule alone, so under one id each row that is cut for a moment would count as critical, and would block a merge.
 */

/** The id of a rule; for ever, because GitHub tells alerts apart by it. */
export function ruleId({ id }: CheckMetadata, severity: Severity): string {
  return `${id}/${severity}`;
}

const SEVERITIES: readonly Severity[] = ['critical', 'warning', 'notice'];

/** GitHub: 9.0 and more is critical, 4.0 to 6.9 medium, less than 4.0 low. */
const SCORES: Readonly<Record<Severity, string>> = { critical: '9.5', warning: '5.5', notice: '2.0' };

const LEVELS = { critical: 'error', warning: 'warning', notice: 'note' } as const;

/**
 * GitHub does not know suppressions: what is waived would be an open alert. So it counts as a notice there, under the
 * notice's rule, and other readers of SARIF see the suppression.
 */
export function alertSeverity({ severity, waived }: ReportFinding): Severity {
  return waived === undefined ? severity : 'notice';
}

/** The level of a result or a rule. */
export function levelOf(severity: Severity): Result.level {
  return LEVELS[severity];
}

const WORDS: readonly (readonly [Change, string])[] = [
  ['introduced', 'new with the plan'],
  ['transient', 'there only while the plan is applied'],
  ['pre-existing', 'there before the plan and after'],
  ['undecided', 'open, because of a value that the plan does not know'],
];

/** The rules that the checks can break, and those that a configuration made of them (`used`). */
export function rulesOf(
  checks: readonly CheckMetadata[],
  used: ReadonlySet<string>,
): readonly ReportingDescriptor[] {
  return checks.flatMap((check) => {
    const severities: readonly (Severity | undefined)[] = Object.values(check.severities);
    return SEVERITIES.filter(
      (severity) => severities.includes(severity) || used.has(ruleId(check, severity)),
    ).map((severity) => descriptorOf(check, severity));
  });
}

function descriptorOf(check: CheckMetadata, severity: Severity): ReportingDescriptor {
  const { id, title, why, remedy, example } = check;
  const cases = WORDS.flatMap(([change, words]) => (check.severities[change] === severity ? [words] : []));
  const when = cases.length === 0 ? [] : [`This rule is for findings that are ${cases.join('; ')}.`];
  const parts = [why, `Example: ${example}`, ...when, `To mend it: ${remedy}`];
  const tables = check.tables.map((number) => ({ name: `Table ${number}`, url: linkOf({ table: number }) }));
  const help = (pages: readonly string[]): string =>
    [...parts, ...(pages.length === 0 ? [] : [`On the vendor's page: ${pages.join(', ')}.`])].join('\n\n');
  return {
    id: ruleId(check, severity),
    name: pascalCase(`${id}-${severity}`),
    shortDescription: { text: plain(title, TEXT_LIMIT) },
    fullDescription: { text: plain(why, TEXT_LIMIT) },
    helpUri: checkLink(check),
    help: {
      text: help(tables.map(({ name, url }) => `${name} (${url})`)),
      markdown: help(tables.map(({ name, url }) => `[${name}](${url})`)),
    },
    defaultConfiguration: { level: levelOf(severity) },
    properties: {
      tags: ['security', 'terraform', 'cce', 'security-group'],
      precision: 'high',
      'security-severity': SCORES[severity],
    },
  };
}

/** GitHub's limit for both descriptions, in characters. */
const TEXT_LIMIT = 1024;

/** `EgressMinimumCritical`. */
function pascalCase(id: string): string {
  return id.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
