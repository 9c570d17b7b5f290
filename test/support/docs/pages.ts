/** The pages of docs/: of each check, and of the rows. Made from what the code says; the stories are judged here. */
import type { Check } from '../../../src/check/check.js';
import type { CheckMetadata } from '../../../src/check/finding.js';
import type { Subject } from '../../../src/cluster/subject.js';
import type { FindingJson } from '../../../src/format/json/schema.js';
import { linkOf, MODEL, REQUIREMENTS } from '../../../src/model/model.js';
import { ROLES, type Table } from '../../../src/model/requirement.js';
import { rowAnchor } from '../../../src/report/links.js';
import { modelWords, tableTitle } from '../../../src/report/words/model-words.js';
import { openText } from '../../../src/report/words/text.js';
import { judge, type Judgement } from '../judge.js';
import { configured } from '../stories.js';
import { CHECK_STORIES, type CheckStory } from './check-stories.js';
import { changesText } from './excerpt.js';

const MADE = 'Written from the code (`npm run docs`).';

/** docs/checks/ID.md. */
export function checkPage(check: Check): string {
  const { id, title, why, remedy } = check;
  const { fires, keeps } = CHECK_STORIES[id];
  const told = findingsOf(check, judged(fires));
  const [first] = told;
  if (first === undefined) throw new Error(`${id} does not fire in its story`);
  if (findingsOf(check, judged(keeps)).length > 0) throw new Error(`${id} fires where it should not`);
  return page([
    `# ${id}`,
    `**${title}.** ${severitiesOf(check)}.`,
    why,
    ...rowsOf(check),
    '## It fires',
    ...storyOf(fires),
    ...told.slice(0, 3).map((finding) => `> **${finding.severity}**, ${finding.change}: ${finding.message}`),
    '## It does not',
    ...storyOf(keeps),
    '## To mend it',
    first.remedy === remedy ? remedy : `${remedy} Here: ${first.remedy}`,
    ...(first.requirement === null && check.id !== 'exposed-port'
      ? []
      : [`\`cce-plan-guard explain plan.json ${first.fingerprint}\` says which rules decide.`]),
    '## To accept it',
    ...acceptance(check, first),
    `[All checks](../checks.md) · ${MADE}`,
  ]);
}

/** docs/rows.md. */
export function rowsPage(): string {
  return page([
    '# Rows',
    `The ${REQUIREMENTS.length} rows of the vendor's Tables 1 to 8 that clusters are held against: \`cce-plan-guard model\` lists them. ${MADE}`,
    ...MODEL.flatMap(tableSection),
  ]);
}

function tableSection(table: Table): readonly string[] {
  const { rows } = table;
  return [
    `## ${openText(tableTitle(table))}`,
    `[The vendor's table](${linkOf(table)})`,
    ...rows.flatMap((row) => {
      const { traffic, peer, suggestion, floor, purpose, impact, notes } = modelWords(row);
      return [
        `### ${row.id}`,
        `**${openText(traffic)} ${openText(peer)}**: ${openText(suggestion)}; ${openText(floor)}.`,
        openText(purpose),
        `If it is gone: ${openText(impact)}.`,
        ...notes.map(openText),
      ];
    }),
  ];
}

/** Paragraphs, and the line end at the end. */
function page(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

function judged({ changes, yaml = '' }: CheckStory): Judgement {
  return judge(changes, configured(yaml === '' ? '{}' : yaml));
}

function findingsOf({ id }: CheckMetadata, { findings }: Judgement): readonly FindingJson[] {
  return findings.filter(({ check, waived }) => check === id && waived === null);
}

function severitiesOf({ severities }: CheckMetadata): string {
  const all = Object.entries(severities).map(([change, severity]) => `${change}: ${severity}`);
  return all.length === 0 ? 'Off unless the configuration says otherwise' : `Severity: ${all.join(', ')}`;
}

/** The rows that it asks for, of whichever subject. */
function rowsOf({ rows }: Check): readonly string[] {
  const asked = MODELS.flatMap((model) =>
    ROLES.flatMap((role) => rows?.({ role, model } as Subject).map(({ row }) => row) ?? []),
  );
  const links = REQUIREMENTS.filter((row) => asked.includes(row)).map(
    (row) => `[${row.id}](../rows.md#${rowAnchor(row)})`,
  );
  return links.length === 0 ? [] : [`Rows: ${links.join(' ')}`];
}

const MODELS = ['vpc-router', 'overlay_l2', 'eni'] as const;

function storyOf({ title, changes, yaml }: CheckStory): readonly string[] {
  return [
    title,
    fenced('diff', changesText(changes)),
    ...(yaml === undefined ? [] : ['With this `cce-plan-guard.yml`:', fenced('yaml', yaml)]),
  ];
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

const TERMS = ['    reason: Say why', '    owner: "@team"', '    expires: 2026-06-30'];

/** The waiver that accepts the finding of the story, tried before it is shown; and how to make it milder. */
function acceptance(check: CheckMetadata, finding: FindingJson): readonly string[] {
  const waiver = waiversFor(check, finding).find((text) => accepts(text, check, finding));
  const milder = `severity: { ${check.id}: ${finding.severity === 'notice' ? 'off' : 'notice'} }`;
  return [
    ...(waiver === undefined
      ? ['A waiver does not reach it: what it says is in the configuration, and is mended there.']
      : ['The finding of the story, until a day, in `cce-plan-guard.yml`:', fenced('yaml', waiver)]),
    'Or say how grave it is, for all of its findings:',
    fenced('yaml', milder),
  ];
}

function waiversFor({ id }: CheckMetadata, finding: FindingJson): readonly string[] {
  const { requirement, cluster, group, causes } = finding;
  const of = cluster === null ? [] : [`    cluster: ${cluster}`];
  const write = (...lines: readonly string[]): string =>
    ['waivers:', `  - ${lines[0] ?? ''}`, ...lines.slice(1), ...TERMS].join('\n');
  const packets = packetsOf(finding);
  if (requirement !== null) {
    return [write(`requirement: ${requirement}`, ...of, `    packets: ${packets ?? 'all from any'}`)];
  }
  const [cause] = causes;
  return [
    ...(packets === undefined ? [] : [`    packets: ${packets}`]),
    ...(cause === undefined ? [] : [`    address: ${cause.address}`]),
    ...(group === null ? [] : [`    group: ${group}`]),
    undefined,
  ].map((line) => write(`check: ${id}`, ...of, ...(line === undefined ? [] : [line])));
}

/** The missing packets as one entry of a waiver. */
function packetsOf({ missing }: FindingJson): string | undefined {
  const [first, ...others] = missing;
  if (first === undefined) return undefined;
  const { protocol, ports, direction, peers } = first;
  const [peer, ...more] = peers;
  const isCidr = peer !== undefined && /^[\d.]+\/\d+$/.test(peer) && more.length === 0;
  const what = others.length === 0 && ports !== 'all' ? `${protocol}/${ports}` : protocol;
  return `${what} ${direction === 'ingress' ? 'from' : 'to'} ${isCidr ? peer : 'any'}`;
}

/** Whether the finding is hidden by it, in the plan of the story. */
function accepts(waiver: string, { id }: CheckMetadata, finding: FindingJson): boolean {
  const { changes, yaml = '' } = CHECK_STORIES[id].fires;
  if (yaml.includes('waivers:') || id === 'waiver') return false;
  const { findings } = judge(changes, configured(`${yaml}${waiver}\n`));
  const isSame = (one: FindingJson): boolean =>
    one.check === id && one.requirement === finding.requirement && one.change === finding.change;
  const left = findings.filter((one) => isSame(one) && one.waived === null);
  return left.length < findings.filter(isSame).length && left.length === 0;
}
