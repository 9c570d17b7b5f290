import Builder from 'fast-xml-builder';

import { groupBy } from '../../collections.js';
import type { Severity } from '../../config/configuration.js';
import { isWaived } from '../../report/blocks.js';
import type { Report, ReportFinding } from '../../report/report.js';
import { findingSentences } from '../../report/telling/finding-sentences.js';
import { planName } from '../../report/telling/names.js';
import { tellingOf } from '../../report/telling/telling.js';
import { ROLE_NAMES } from '../../report/words/phrases.js';
import { joined, say } from '../../report/words/text.js';
import { type AlertOptions, alertPlaces, alertSentences } from '../alerts.js';
import { waivedTerms } from '../parts.js';
import { plain, type Shown } from '../plain.js';

/** What the report does not know. */
export interface JunitOptions extends AlertOptions {
  /** From where on a finding fails the run; default: critical. */
  readonly failOn?: Severity | 'never' | undefined;
}

/** The builder's names: `@_` makes an attribute. */
interface TestCase {
  readonly '@_name': string;
  readonly '@_classname': string;
  readonly failure?: { readonly '@_type': string; readonly '@_message': string; readonly '#text': string };
  readonly skipped?: { readonly '@_message': string };
  readonly 'system-out'?: string;
}

const TEXT_LIMIT = 4000;
const NAME_LIMIT = 250;
const LEVELS: readonly Severity[] = ['notice', 'warning', 'critical'];

/**
 * JUnit's XML, which every CI shows: a suite for each plan, a case for each finding. What fails the run is a failure, what
 * does not is told in a case that passes, what is waived is skipped. The first case is the verdict itself.
 */
export function renderJunit(report: Report, options: JunitOptions = {}): string {
  const verdict = verdictCase(report);
  const byPlan = groupBy(report.findings, ({ plan }) => plan);
  const suites = report.plans.map((plan, index) => {
    const cases = (byPlan.get(index) ?? []).map((finding) => caseOf(finding, report, options));
    return {
      '@_name': line(planName(plan, (text) => text)),
      ...numbersOf([verdict, ...cases]),
      testcase: [verdict, ...cases],
    };
  });
  const all = suites.flatMap(({ testcase }) => testcase);
  const builder = new Builder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });
  const xml: unknown = builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    testsuites: { '@_name': 'cce-plan-guard', ...outcomes(all), testsuite: suites },
  });
  return String(xml);
}

function numbersOf(cases: readonly TestCase[]) {
  const skipped = cases.filter((one) => one.skipped !== undefined).length;
  return { ...outcomes(cases), '@_skipped': String(skipped) };
}

/** Of all suites together the format counts no more. */
function outcomes(cases: readonly TestCase[]) {
  return {
    '@_tests': String(cases.length),
    '@_failures': String(cases.filter(({ failure }) => failure !== undefined).length),
    '@_errors': '0',
  };
}

/** So that a suite without findings is no empty one, which some CI systems take for a mistake. */
function verdictCase(report: Report): TestCase {
  const { verdict, rests } = tellingOf(report);
  const texts = [say`${verdict.word}: ${verdict.counts}`, ...(rests.page === undefined ? [] : [rests.page])];
  return {
    '@_name': 'the plan is judged',
    '@_classname': 'cce-plan-guard',
    'system-out': line(joined(texts, ' · '), TEXT_LIMIT),
  };
}

function caseOf(finding: ReportFinding, report: Report, options: JunitOptions): TestCase {
  const { check, severity } = finding;
  const { title: name } = findingSentences(finding, report);
  const named = { '@_name': line(name), '@_classname': line(subjectOf(finding)) };
  if (isWaived(finding)) {
    const terms = waivedTerms(finding, plain, plain);
    return { ...named, skipped: { '@_message': line(`waived: ${terms}`, TEXT_LIMIT) } };
  }
  const [place] = alertPlaces(finding, options);
  const text = [
    ...alertSentences(finding, place, report).map((sentence) => line(sentence, TEXT_LIMIT)),
    ...(place.address === undefined ? [] : [line(`${place.path}:${place.line}`, TEXT_LIMIT)]),
  ].join('\n');
  if (!isFailing(severity, options)) return { ...named, 'system-out': `${severity}: ${text}` };
  return {
    ...named,
    failure: { '@_type': check.id, '@_message': line(say`${severity}: ${name}`), '#text': text },
  };
}

function isFailing(severity: Severity, { failOn = 'critical' }: JunitOptions): boolean {
  return failOn !== 'never' && LEVELS.indexOf(severity) >= LEVELS.indexOf(failOn);
}

/** The cluster, and the group or pool that it is about: what CI systems group cases by. */
function subjectOf({ cluster, pool, group, role, check }: ReportFinding): string {
  const subject = pool ?? (role === undefined ? group?.shown : ROLE_NAMES[role]) ?? check.id;
  return cluster === undefined ? subject : `${cluster} / ${subject}`;
}

/** One visible line; the builder escapes what means something in XML. */
function line(text: Shown, limit = NAME_LIMIT): string {
  return plain(text, limit);
}
