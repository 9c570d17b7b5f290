/** The whole pipe: plans, configuration, facts and files beside them become every output there is. */
import { CHECK_IDS } from '../../../src/check/check-id.js';
import { type Configuration, NO_CONFIGURATION } from '../../../src/config/configuration.js';
import { readConfiguration } from '../../../src/config/read-configuration.js';
import { OutOfBudget } from '../../../src/budget.js';
import { judgeFiles, type RunError, type RunResult } from '../../../src/command/judge-files.js';
import type { Result } from '../../../src/result.js';
import { GOOD } from '../config/examples.js';
import { hostile, type HostileKind } from '../plans/hostile.js';
import { memoryReader } from '../source/memory-reader.js';
import { factsBases, type Story, stories } from './bases.js';
import type { FuzzTarget } from './campaign.js';
import { caseBudget, need, needLine, needPage, refused } from './holds.js';
import { jsonBytes } from './mutate-json.js';
import { textMutated } from './mutate-text.js';
import { holdOutputs, outputsOf } from './outputs.js';
import type { Random } from './random.js';

/** Files by name: `plan.json` and `plan-2.json`, `facts.json`, `cce-plan-guard.yml`, and Terraform files. */
export type PipeInput = Readonly<Record<string, Uint8Array>>;

/** The recorded cases take a hundredth of it. */
const STEPS = 20_000_000;

const ENCODER = new TextEncoder();

/** A recorded case of which some inputs are changed, and now and then one of another case beside it. */
export function pipeInput(random: Random): PipeInput {
  const story = random.pick(stories());
  const other = random.pick(stories());
  const files: Record<string, Uint8Array> = { 'plan.json': planBytes(story, other, random) };
  if (random.percent(8)) files['plan-2.json'] = planBytes(other, story, random);
  const configuration = configurationFor(story, random);
  if (configuration !== undefined) files['cce-plan-guard.yml'] = ENCODER.encode(configuration);
  const facts = factsFor(story, random);
  if (facts !== undefined) files['facts.json'] = facts;
  for (const [name, text] of Object.entries(story.sources)) {
    const changed = random.percent(20) ? textMutated(text, text, random) : text;
    files[name] = ENCODER.encode(changed);
  }
  return files;
}

function planBytes(story: Story, other: Story, random: Random): Uint8Array {
  return random.percent(85)
    ? jsonBytes([story.plan, story.plan, other.plan], random)
    : ENCODER.encode(JSON.stringify(story.plan.document));
}

function configurationFor(story: Story, random: Random): string | undefined {
  const text = story.configuration ?? (random.percent(30) ? random.pick(GOOD)[1] : undefined);
  return text === undefined || random.percent(60) ? text : textMutated(text, random.pick(GOOD)[1], random);
}

function factsFor(story: Story, random: Random): Uint8Array | undefined {
  if (story.facts === undefined && !random.percent(10)) return undefined;
  const bases = story.facts === undefined ? factsBases() : [story.facts];
  return random.percent(40)
    ? ENCODER.encode(JSON.stringify(random.pick(bases).document))
    : jsonBytes(bases, random);
}

/** As a file of the corpus: texts by name. */
export function filesText(files: PipeInput): string {
  const texts = Object.entries(files).map(([name, bytes]) => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const isText = Buffer.from(text).equals(bytes);
    return [name, isText ? text : { base64: Buffer.from(bytes).toString('base64') }] as const;
  });
  return `${JSON.stringify(Object.fromEntries(texts), undefined, 2)}\n`;
}

/** A file of the corpus: text, bytes, JSON, or a call of the generator of plans that ask for much. */
type CorpusFile =
  string | { readonly base64: string } | { readonly hostile: readonly [HostileKind, number] } | object;

function bytesOf(file: CorpusFile): Uint8Array {
  if (typeof file === 'string') return ENCODER.encode(file);
  if ('base64' in file) return Uint8Array.from(Buffer.from(file.base64, 'base64'));
  return ENCODER.encode(JSON.stringify('hostile' in file ? hostile(...file.hostile) : file));
}

/** {@link filesText}, and back. */
export function filesFrom(bytes: Uint8Array): PipeInput {
  const files = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, CorpusFile>;
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, bytesOf(file)]));
}

/** What a run without an edge says of the files. */
export async function judged(
  files: PipeInput,
  configuration: Configuration,
): Promise<Result<RunResult, RunError>> {
  const names = Object.keys(files);
  const sources = Object.fromEntries(Object.entries(files).filter(([name]) => /\.tf(?:\.json)?$/.test(name)));
  const plans = names.filter((name) => /^plan(?:-2)?\.json$/.test(name));
  const facts = files['facts.json'];
  try {
    return await judgeFiles({
      plans: plans.map((name) => ({
        ...{ path: name, bytes: files[name] ?? new Uint8Array(), label: undefined },
        ...(Object.keys(sources).length > 0 && { source: memoryReader(sources) }),
      })),
      ...(plans.length === 0 && { occasion: 'audit' as const }),
      facts: { files: facts === undefined ? [] : [{ path: 'facts.json', bytes: facts }], date: undefined },
      configuration,
      failOn: configuration.failOn ?? 'critical',
      today: '2026-11-26',
      budget: caseBudget(STEPS),
    });
  } catch (error) {
    if (error instanceof OutOfBudget)
      throw new Error(`it takes more than ${STEPS} steps: ${error.message}`, { cause: error });
    throw error;
  }
}

/** The configuration among the files; none when it is refused. */
export function configurationIn(files: PipeInput): Configuration {
  const bytes = files['cce-plan-guard.yml'];
  if (bytes === undefined) return NO_CONFIGURATION;
  const read = readConfiguration(new TextDecoder().decode(bytes), CHECK_IDS);
  if (!read.ok) needLine(read.error.message, 'what is said of the configuration');
  return read.ok ? read.value : NO_CONFIGURATION;
}

/** Every output of every format, of the files of a run. */
export const pipe: FuzzTarget<PipeInput> = {
  name: 'pipe',
  make: pipeInput,
  toFile: filesText,
  fromFile: filesFrom,
  async hold(files) {
    const configuration = configurationIn(files);
    const result = await judged(files, configuration);
    if (!result.ok) return refused(result.error.error.message, 'why there is no verdict');
    const { report, notes } = result.value;
    for (const note of notes.flat()) needPage(note.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' '), 'a note');
    const worst = report.findings.filter(
      ({ waived, severity }) => waived === undefined && severity === 'critical',
    );
    need(
      configuration.failOn === 'never' || worst.length === 0 || report.conclusion === 'fail',
      'it passes with critical findings',
    );
    // The paths of the page take longer than all the rest.
    const beside = (files['plan.json']?.length ?? 0) % 16 === 0 ? result.value : {};
    const outputs = await outputsOf(report, beside);
    holdOutputs(outputs);
    if ((files['plan.json']?.length ?? 0) % 4 !== 0) return true;
    const again = await judged(files, configuration);
    const outputsAgain = again.ok
      ? await outputsOf(again.value.report, beside === result.value ? again.value : {})
      : new Map<string, string>();
    for (const [name, text] of outputs)
      need(outputsAgain.get(name) === text, `${name} is another one the second time`);
    return true;
  },
};
