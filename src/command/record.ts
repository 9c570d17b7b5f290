import { defaultRulesText } from '../config/default-rules.js';
import { type ConfigurationFile, openConfigurationFile } from '../edge/configuration-file.js';
import { engineFor } from '../edge/engine.js';
import { saveText } from '../edge/files.js';
import { openSourceOf } from '../edge/source-directory.js';
import type { Report, ReportRecord } from '../report/report.js';
import { err, ok, type Result } from '../result.js';
import { plansNamed, readArguments, SHARED_OPTIONS } from './arguments.js';
import { check } from './check.js';
import type { Command, CommandWorld } from './commands.js';
import type { ExitStatus } from './exit-status.js';

/** Writes into the configuration what the next plan cannot know: default rules that go with this one. */
export const recordCommand: Command = {
  usage: `usage: cce-plan-guard record PLAN... [options]

Writes \`default-rules: { gone: [ROW] }\` into the configuration, for each rule that CCE made and that goes with the plan.
A later plan does not show that it is gone; with this line it is judged by what is there. The rest of the file stays as
it is, and a second run changes nothing. A file that is not there is made.

  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --help, --version

exit: 0 recorded, or nothing to record; 2 could not record
`,
  run: async (argv, world) => {
    const read = readArguments(argv, 'record', OPTIONS);
    if (!read.ok) return read;
    const plans = plansNamed(read.value.positionals, 'record');
    return plans.ok ? record({ ...read.value.values, plans: plans.value }, world) : plans;
  },
};

const OPTIONS = { config: { type: 'string' }, source: { type: 'string' }, ...SHARED_OPTIONS } as const;

interface RecordOptions {
  readonly plans: readonly string[];
  readonly config?: string | undefined;
  readonly source?: string | undefined;
}

async function record(
  { plans, config, source }: RecordOptions,
  { now, note, write }: CommandWorld,
): Promise<Result<ExitStatus, string>> {
  const file = await openConfigurationFile(config, { mayLack: true });
  if (!file.ok) return file;
  return check({
    configuration: file.value.configuration,
    plans: plans.map((plan) => ({
      name: plan === '-' ? 'standard input' : plan,
      file: plan,
      source: () => openSourceOf(plan, { source, base: undefined }),
    })),
    facts: { files: [], date: undefined },
    // What the plan breaks is for `check` to say.
    failOn: 'never',
    label: undefined,
    requiresCluster: false,
    now,
    prepareEngine: engineFor,
    note,
    answer: async (report) => {
      const said = await recordIn(file.value, report);
      return said.ok ? write(said.value, undefined) : said;
    },
  });
}

/** Brings the file up to date and says what was done, a line each. */
async function recordIn(file: ConfigurationFile, { records }: Report): Promise<Result<string, string>> {
  if (records.length === 0) {
    return ok('nothing to record: no rule that CCE made goes with this plan\n');
  }
  if (records.some(({ isNameable }) => !isNameable)) {
    return err('the name of a cluster is sensitive, so it is not written down: record it by hand');
  }
  const fresh = records.filter(({ gone, recorded }) => gone.length > recorded.length);
  const lines = records.map(
    (one) => `${fresh.includes(one) ? 'written to' : 'already in'} ${saidOf(one, file)}\n`,
  );
  if (fresh.length === 0) return ok(lines.join(''));
  const { withDefaultRules } = await import('../config/write-default-rules.js');
  const wanted = fresh.map(({ cluster, entry }) => ({ cluster, record: entry }));
  const text = withDefaultRules(file.text ?? '', wanted);
  if (!text.ok) {
    return err(`${file.path} ${text.error}. Write by hand: ${fresh.map((one) => saidOf(one)).join('; ')}`);
  }
  return saveText(file.path, text.value)
    ? ok(lines.join(''))
    : err(`${file.path} cannot be written. Check its permissions, or name another file with --config`);
}

function saidOf({ cluster, entry }: ReportRecord, file?: ConfigurationFile): string {
  const place = file === undefined ? '' : `${file.path}, `;
  return `${place}cluster ${cluster}: ${defaultRulesText(entry)}`;
}
