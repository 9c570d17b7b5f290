import type { Location, Log, ReportingDescriptor, Result, Run } from 'sarif';

import type { CheckMetadata } from '../../check/finding.js';
import { distinct } from '../../collections.js';
import { HOME } from '../../report/links.js';
import type { Report, ReportFinding, WaivedFinding } from '../../report/report.js';
import { clusterWords } from '../../report/telling/names.js';
import { tellingOf } from '../../report/telling/telling.js';
import { asSentence, say } from '../../report/words/text.js';
import { must } from '../../result.js';
import { type AlertOptions, type AlertPlace, alertPlaces, alertSentences } from '../alerts.js';
import { bytesOf } from '../budget.js';
import { jsonText } from '../json-text.js';
import { uriOf } from '../parts.js';
import { plain, type Shown } from '../plain.js';
import { alertSeverity, levelOf, rulesOf } from './sarif-rules.js';

/** What the report does not know. */
export interface SarifOptions extends AlertOptions {
  /** Tells the alerts of several plans of one repository apart; else the label of the first plan. */
  readonly label?: string | undefined;
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
  return jsonText(log);
}

function runOf(report: Report, checks: readonly CheckMetadata[], options: SarifOptions): Run {
  const all = [
    ...report.findings.filter(({ waived }) => waived === undefined),
    ...report.findings.filter(({ waived }) => waived !== undefined),
  ];
  const rules = rulesOf(checks);
  const { version } = options;
  const results = resultsOf(all, rules, { ...options, report });
  return {
    tool: {
      driver: {
        name: 'cce-plan-guard',
        informationUri: HOME,
        ...(version === undefined ? {} : { version, semanticVersion: version }),
        rules: [...rules],
      },
    },
    automationDetails: { id: automationId(report, options.label) },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: [...leftOutNotice(all.length - results.length), ...restNotes(report)],
      },
    ],
    results,
  };
}

/** GitHub's category is everything before the last slash. */
function automationId({ plans }: Report, label: string | undefined): string {
  const text = plain(label ?? plans[0]?.label ?? '', LABEL_LIMIT).replaceAll(/^\/+|\/+$/g, '');
  return text === '' ? 'cce-plan-guard/' : `cce-plan-guard/${text}/`;
}

function leftOutNotice(n: number): { level: 'warning'; message: { text: string } }[] {
  const text = `${n} more findings are left out: GitHub takes ${RESULT_LIMIT} of a run, and 10 MB.`;
  return n > 0 ? [{ level: 'warning', message: { text } }] : [];
}

/** On which page and default rules the verdict rests, and what else is said beside the findings. */
function restNotes(report: Report): { level: 'note'; message: { text: string } }[] {
  const { rests, asides } = tellingOf(report);
  const texts = [
    ...[rests.page, rests.assumed].flatMap((text) => text ?? []),
    ...asides.flatMap((list) =>
      list.all.map(({ text, entry, ...of }) => {
        const said = say`${clusterWords(of, report, String) ?? ''}: ${text}`;
        return entry === undefined ? asSentence(said) : say`${said}: ${entry.line}`;
      }),
    ),
  ];
  return texts.slice(0, NOTE_LIMIT).map((text) => ({ level: 'note', message: { text: sarifText(text) } }));
}

const NOTE_LIMIT = 100;

/** What a result needs beside its finding. */
interface ResultOptions extends AlertOptions {
  readonly report: Report;
}

/** The worst, as many as GitHub takes. */
function resultsOf(
  findings: readonly ReportFinding[],
  rules: readonly ReportingDescriptor[],
  options: ResultOptions,
): Result[] {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const results: Result[] = [];
  let bytes = 0;
  for (const finding of findings.slice(0, RESULT_LIMIT)) {
    const result = resultOf(finding, indexes, options);
    bytes += bytesOf(JSON.stringify(result, undefined, 2));
    if (bytes > BYTES_LIMIT) break;
    results.push(result);
  }
  return results;
}

function resultOf(
  finding: ReportFinding,
  indexes: ReadonlyMap<string, number>,
  options: ResultOptions,
): Result {
  const { check, fingerprint, waived } = finding;
  const places = alertPlaces(finding, options);
  return {
    ruleId: check.id,
    level: levelOf(alertSeverity(finding)),
    message: { text: alertSentences(finding, places[0], options.report).map(sarifText).join(' ') },
    ...locationsOf(finding, places),
    ...(waived === undefined ? {} : suppressedBy(waived)),
    ruleIndex: must(indexes.get(check.id), 'each finding is of a check that is listed'),
    partialFingerprints: {
      // The number tells repeated lines apart; our fingerprints never repeat.
      primaryLocationLineHash: `${fingerprint}:1`,
      'ccePlanGuard/v1': fingerprint,
    },
  };
}

function suppressedBy({ reason, owner, expires }: WaivedFinding['waived']): Pick<Result, 'suppressions'> {
  const justification = plain(`${reason} (${owner}, until ${expires})`, MESSAGE_LIMIT);
  return { suppressions: [{ kind: 'external', status: 'accepted', justification }] };
}

/** Words or values in a message: brackets would make a link. */
export function sarifText(text: Shown): string {
  return plain(text, MESSAGE_LIMIT).replaceAll(/[[\]\\]/g, '\\$&');
}

/** GitHub shows the first location alone, and wants one. */
function locationsOf(
  { causes }: ReportFinding,
  [first, ...others]: readonly [AlertPlace, ...AlertPlace[]],
): Pick<Result, 'locations' | 'relatedLocations'> {
  const addresses = distinct(causes.slice(0, CAUSE_LIMIT).map(({ address }) => plain(address)));
  const logicalLocations = addresses.map((address) => ({ fullyQualifiedName: address, kind: 'resource' }));
  const location = {
    ...locationAt(first),
    ...(logicalLocations.length === 0 ? {} : { logicalLocations }),
  };
  const related = others.slice(0, PLACE_LIMIT).map((place, index) => ({
    id: index + 1,
    ...locationAt(place),
    message: { text: sarifText(must(place.address, 'only the first place stands in for others')) },
  }));
  return { locations: [location], ...(related.length === 0 ? {} : { relatedLocations: related }) };
}

function locationAt({ path, line, endLine }: AlertPlace): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      region: { startLine: line, ...(endLine === undefined ? {} : { endLine }) },
    },
  };
}
