import type { Location, Log, ReportingDescriptor, Result, Run } from 'sarif';

import type { Severity } from '../../config/configuration.js';
import { bytesOf } from '../budget.js';
import { plain } from '../plain.js';
import { isInCheckout } from '../../report/place-notes.js';
import { NO_PLACE, type Report, type ReportCause, type ReportFinding } from '../../report/report.js';
import { type CheckMetadata, levelOf, ruleId, rulesOf } from './sarif-rules.js';

/** What the report does not know. */
export interface SarifOptions {
  /** Tells the alerts of several plans of one repository apart; else the label of the first plan. */
  readonly label?: string | undefined;
  /** Where a finding without a place in the repository is shown: the root module's file. */
  readonly fallbackFile?: string | undefined;
  /** Of this tool, `1.2.3`. */
  readonly version?: string | undefined;
}

/** GitHub keeps 5,000 results of a run and refuses more than 25,000. */
const RESULT_LIMIT = 5000;
/** GitHub refuses a file of more than 10 MB, even compressed; so nothing can get this one so far. */
const BYTES_LIMIT = 9_000_000;
const PLACE_LIMIT = 20;
const CAUSE_LIMIT = 100;
const LABEL_LIMIT = 100;
const MESSAGE_LIMIT = 2000;

/** SARIF 2.1.0 as GitHub's code scanning reads it; `checks` are the checks' metadata. */
export function renderSarif(
  report: Report,
  checks: readonly CheckMetadata[],
  options: SarifOptions = {},
): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [runOf(report, checks, options)],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function runOf(report: Report, checks: readonly CheckMetadata[], options: SarifOptions): Run {
  const all = [
    ...report.findings.filter(({ waived }) => waived === null),
    ...report.findings.filter(({ waived }) => waived !== null),
  ];
  const rules = rulesOf(checks, new Set(all.map((finding) => ruleId(finding.check, severityOf(finding)))));
  const fallback = relativePath(options.fallbackFile ?? null) ?? 'main.tf';
  const version = options.version;
  const results = resultsOf(all, rules, fallback);
  return {
    tool: {
      driver: {
        name: 'cce-plan-guard',
        ...(version === undefined ? {} : { semanticVersion: version }),
        rules: [...rules],
      },
    },
    automationDetails: { id: automationId(report, options.label) },
    columnKind: 'utf16CodeUnits',
    invocations: [
      { executionSuccessful: true, toolExecutionNotifications: leftOut(all.length - results.length) },
    ],
    results,
  };
}

/** GitHub's category is everything before the last slash. */
function automationId({ plans }: Report, label: string | undefined): string {
  const text = plain(label ?? plans[0]?.label ?? '', LABEL_LIMIT).replaceAll(/^\/+|\/+$/g, '');
  return text === '' ? 'cce-plan-guard/' : `cce-plan-guard/${text}/`;
}

function leftOut(n: number): { level: 'warning'; message: { text: string } }[] {
  const text = `${n} more findings are left out: GitHub takes ${RESULT_LIMIT} of a run, and 10 MB.`;
  return n > 0 ? [{ level: 'warning', message: { text } }] : [];
}

/**
 * GitHub does not know suppressions: what is waived would be an open alert. So it counts as a notice there, under the
 * notice's rule, and other readers of SARIF see the suppression.
 */
function severityOf({ severity, waived }: ReportFinding): Severity {
  return waived === null ? severity : 'notice';
}

/** The worst, as many as GitHub takes. */
function resultsOf(
  findings: readonly ReportFinding[],
  rules: readonly ReportingDescriptor[],
  fallback: string,
): Result[] {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const seen = new Map<string, number>();
  const results: Result[] = [];
  let bytes = 0;
  for (const finding of findings.slice(0, RESULT_LIMIT)) {
    // Findings of two plans may have the same fingerprint; GitHub tells them apart by a number, like repeated lines.
    const nth = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, nth);
    const index = indexes.get(ruleId(finding.check, severityOf(finding)));
    const result = {
      ...resultOf(finding, fallback),
      ...(index === undefined ? {} : { ruleIndex: index }),
      partialFingerprints: {
        primaryLocationLineHash: `${finding.fingerprint}:${nth}`,
        'ccePlanGuard/v1': finding.fingerprint,
      },
    };
    bytes += bytesOf(JSON.stringify(result, undefined, 2));
    if (bytes > BYTES_LIMIT) break;
    results.push(result);
  }
  return results;
}

function resultOf(finding: ReportFinding, fallback: string): Result {
  const severity = severityOf(finding);
  return {
    ruleId: ruleId(finding.check, severity),
    level: levelOf(severity),
    message: { text: messageOf(finding, fallback) },
    ...locationsOf(finding, fallback),
    ...suppressionsOf(finding),
  };
}

function suppressionsOf({ waived }: ReportFinding): Pick<Result, 'suppressions'> {
  if (waived === null) return {};
  const { reason, owner, expires } = waived;
  const justification = plain(`${reason} (${owner}, until ${expires})`, MESSAGE_LIMIT);
  return { suppressions: [{ kind: 'external', status: 'accepted', justification }] };
}

/** The first sentence is what lists show. */
function messageOf(finding: ReportFinding, fallback: string): string {
  const { title, requirement, message, witness, remedy } = finding;
  const place = placed(finding.causes)[0];
  return [
    `${title}${requirement === null ? '' : ` (${requirement})`}.`,
    sentence(message),
    ...(witness === null ? [] : [`For example: ${sentence(witness)}`]),
    `To mend it: ${sentence(remedy)}`,
    ...(place === undefined ? [`${stoodAt(finding)} This is shown at the start of ${fallback}.`] : []),
  ]
    .map(sarifText)
    .join(' ');
}

/** What to say of a finding without a line in the checkout. */
function stoodAt({ causes }: ReportFinding): string {
  const gone = causes.find(({ file, isBase }) => file !== null && isBase);
  return gone === undefined
    ? 'The line is not known.'
    : `What brings it about is gone: it stood at ${gone.file ?? ''}:${gone.line ?? 1}.`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Brackets would make a link. */
function sarifText(text: string): string {
  return plain(text, MESSAGE_LIMIT).replaceAll(/[[\]\\]/g, '\\$&');
}

interface Placed {
  readonly cause: ReportCause;
  readonly path: string;
}

function placed(causes: readonly ReportCause[]): readonly Placed[] {
  return causes.flatMap((cause) => {
    const path = isInCheckout(cause) ? relativePath(cause.file) : undefined;
    return path === undefined ? [] : [{ cause, path }];
  });
}

/** GitHub shows the first location alone, and wants one. */
function locationsOf(
  { causes }: ReportFinding,
  fallback: string,
): Pick<Result, 'locations' | 'relatedLocations'> {
  const [first, ...others] = placed(causes);
  const addresses = [...new Set(causes.slice(0, CAUSE_LIMIT).map(({ address }) => plain(address)))];
  const logicalLocations = addresses.map((address) => ({ fullyQualifiedName: address, kind: 'resource' }));
  const location = {
    ...locationAt(first?.path ?? fallback, first?.cause),
    ...(logicalLocations.length === 0 ? {} : { logicalLocations }),
  };
  const related = others.slice(0, PLACE_LIMIT).map(({ cause, path }, index) => ({
    id: index + 1,
    ...locationAt(path, cause),
    message: { text: sarifText(cause.address) },
  }));
  return { locations: [location], ...(related.length === 0 ? {} : { relatedLocations: related }) };
}

function locationAt(path: string, lines: Pick<ReportCause, 'line' | 'endLine'> = NO_PLACE): Location {
  const startLine = Math.max(1, lines.line ?? 1);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      region: {
        startLine,
        ...(lines.endLine === null ? {} : { endLine: Math.max(startLine, lines.endLine) }),
      },
    },
  };
}

/** The path from the repository's root; undefined when it is none, because GitHub would find no file there. */
function relativePath(file: string | null): string | undefined {
  const parts = (file ?? '').replaceAll('\\', '/').split('/');
  const isAbsolute = parts[0] === '' || /^[a-z]:$/i.test(parts[0] ?? '');
  const path = parts.filter((part) => part !== '.' && part !== '').join('/');
  return isAbsolute || path === '' || parts.includes('..') ? undefined : path;
}

function uriOf(path: string): string {
  // Half characters have no UTF-8.
  const whole = path.replaceAll(/\p{Cs}/gu, '\u{fffd}');
  return whole.split('/').map(encodeURIComponent).join('/');
}
