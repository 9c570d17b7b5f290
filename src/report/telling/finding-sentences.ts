import { exampleOf } from '../blocks.js';
import type { Report, ReportFinding } from '../report.js';
import { messageOf } from '../words/finding-words.js';
import { headlineOf } from '../words/headline-words.js';
import { capitalised } from '../words/phrases.js';
import { remedyLabel, remedyOf } from '../words/remedy-words.js';
import { asSentence, say, type Text, toText } from '../words/text.js';
import { type Belonging, planWords } from './names.js';

/** One finding by itself, for formats that list findings and not their causes. */
export interface FindingSentences {
  /** The headline, with the row where it is of one. */
  readonly title: Text;
  /** Everything else, the most important first. */
  readonly others: readonly Text[];
}

/** What is said of one finding. */
export function findingSentences(finding: ReportFinding, report: Pick<Report, 'plans'>): FindingSentences {
  const { row } = finding;
  const headline = headlineOf(finding);
  const example = exampleOf(finding);
  return {
    title: row === undefined ? headline : say`${headline} (${row.id})`,
    others: [
      ...whereSentences(finding, report),
      asSentence(messageOf(finding)),
      ...(row === undefined ? [] : [row.purpose, row.note ?? []].flat().map(toText)),
      ...(example === undefined ? [] : [asSentence(say`For example: ${example}`)]),
      asSentence(say`${capitalised(remedyLabel(finding))} it: ${remedyOf(finding)}`),
    ],
  };
}

/** Of which plan, where there are several, and of which cluster. */
export function whereSentences(of: Belonging, report: Pick<Report, 'plans'>): readonly Text[] {
  return [
    ...planWords(of, report).map((name) => say`Plan ${name}.`),
    ...(of.cluster === undefined ? [] : [say`Cluster ${of.cluster}.`]),
  ];
}
