import { defaultRulesText } from '../config/default-rules.js';
import { type ConfigurationFile, openConfigurationFile } from '../edge/configuration-file.js';
import { engineFor } from '../edge/engine.js';
import { writeWhole } from '../edge/outputs.js';
import { sourceOpener } from '../edge/source-directory.js';
import { terminalText } from '../format/text/terminal-text.js';
import type { Report, SeenRecord } from '../report/report.js';
import { err, ok, type Result } from '../result.js';
import {
  factsNamed,
  type FactsNamed,
  factsToRead,
  plansNamed,
  readArguments,
  SHARED_OPTIONS,
  shownFile,
} from './arguments.js';
import { check } from './check.js';
import type { Command, CommandWorld } from './command.js';
import type { ExitStatus } from './exit-status.js';

/** Writes into the configuration what the next plan cannot know: default rules that go with this one. */
export const recordCommand: Command = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard record PLAN... [options]
       cce-plan-guard record --facts FILE... [options]

Writes \`default-rules: { gone: [ROW] }\` into the configuration, for each rule that CCE made and that goes with the plan.
A later plan does not show that it is gone; with this line it is judged by what is there. The rest of the file stays as
it is, and a second run changes nothing. A file that is not there is made.

  --facts FILE      what stands in the cloud, any number of files: every row that they show is written down
  --facts-date TIME when somebody looked, for files that do not say it: 2026-11-24T06:00:00Z
  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --help, --version

exit: 0 recorded, or nothing to record; 2 could not record
`,
  run: async (argv, world) => {
    const read = readArguments(argv, 'record', OPTIONS);
    if (!read.ok) return read;
    const { values, positionals } = read.value;
    const facts = factsNamed(values.facts ?? [], values['facts-date']);
    if (!facts.ok) return facts;
    // Facts tell enough by themselves.
    const isAlone = positionals.length === 0 && facts.value.files.length > 0;
    const plans = isAlone ? ok([]) : plansNamed(positionals, 'record');
    if (!plans.ok) return plans;
    const { config, source } = values;
    return record({ plans: plans.value, facts: facts.value, config, source }, world);
  },
};

const OPTIONS = {
  config: { type: 'string' },
  facts: { type: 'string', multiple: true },
  'facts-date': { type: 'string' },
  source: { type: 'string' },
  ...SHARED_OPTIONS,
} as const;

interface RecordOptions {
  readonly plans: readonly string[];
  readonly facts: FactsNamed;
  readonly config: string | undefined;
  readonly source: string | undefined;
}

async function record(
  { plans, facts, config, source }: RecordOptions,
  { now, note, write, progress }: CommandWorld,
): Promise<Result<ExitStatus, string>> {
  const file = await openConfigurationFile(config, { mayLack: true });
  if (!file.ok) return file;
  const openSource = sourceOpener({ source, base: undefined });
  return check({
    ...(plans.length === 0 && { occasion: 'audit' as const }),
    configuration: file.value.configuration,
    plans: plans.map((file) => ({ name: shownFile(file), file, source: () => openSource(file) })),
    facts: factsToRead(facts),
    // What the plan breaks is for `check` to say.
    failOn: 'never',
    label: undefined,
    requiresCluster: false,
    now,
    prepareEngine: engineFor,
    note,
    progress,
    answer: async (report) => {
      const said = await recordIn(file.value, report);
      return said.ok ? write(said.value, undefined) : said;
    },
  });
}

/** What the file is to say of a cluster, and whether it says so already. */
type Wanted = Pick<SeenRecord, 'cluster' | 'isNameable' | 'entry' | 'isRecorded'>;

/** What goes with the plan, and what facts show. */
function wantedIn({ records, seen }: Report): readonly Wanted[] {
  const shown = new Set(seen.map(({ cluster }) => cluster));
  const going = records
    .filter(({ cluster }) => !shown.has(cluster))
    .map((record) => ({ ...record, isRecorded: record.gone.length === record.recorded.length }));
  return [...seen, ...going];
}

const NOTHING = {
  plan: 'nothing to record: no rule that CCE made goes with this plan',
  cloud: 'nothing to record: the facts show no cluster together with its security groups',
} as const;

/** Brings the file up to date and says what was done, a line each. */
async function recordIn(file: ConfigurationFile, report: Report): Promise<Result<string, string>> {
  const wanted = wantedIn(report);
  if (wanted.length === 0) return ok(`${NOTHING[report.cloud === undefined ? 'plan' : 'cloud']}\n`);
  if (wanted.some(({ isNameable }) => !isNameable)) {
    return err('the name of a cluster is sensitive, so it is not written down: record it by hand');
  }
  const fresh = wanted.filter(({ isRecorded }) => !isRecorded);
  const lines = wanted.map(
    (one) =>
      `${one.isRecorded ? 'already in' : 'written to'} ${terminalText(file.path)}, ${entrySaid(one)}\n`,
  );
  if (fresh.length === 0) return ok(lines.join(''));
  const { withDefaultRules } = await import('../config/write-default-rules.js');
  const records = fresh.map(({ cluster, entry }) => ({ cluster, record: entry }));
  const text = withDefaultRules(file.text ?? '', records);
  if (!text.ok) {
    return err(`${file.path} ${text.error}. Write by hand: ${fresh.map(entrySaid).join('; ')}`);
  }
  const written = writeWhole(file.path, text.value);
  return written.ok ? ok(lines.join('')) : err(`${file.path} cannot be written: it ${written.error}`);
}

/** In one line that does nothing to a terminal or a log: the name of a cluster may come from anybody. */
function entrySaid({ cluster, entry }: Wanted): string {
  return `cluster ${terminalText(cluster)}: ${defaultRulesText(entry)}`;
}
