import { engineFor } from '../edge/engine.js';
import { sourceOpener } from '../edge/source-directory.js';
import { plansFound } from './plans-found.js';
import { err, ok, type Result } from '../result.js';
import {
  factsNamed,
  type FactsNamed,
  factsToRead,
  FORMAT_NAMES,
  LEVEL_NAMES,
  plansNamed,
  readArguments,
  REPORT_OPTIONS,
  type ReportNamed,
  reportNamed,
  SHARED_OPTIONS,
  shownFile,
} from './arguments.js';
import type { Report } from '../report/report.js';
import { check } from './check.js';
import type { Command, CommandWorld } from './command.js';
import { configurationRead } from './configured.js';
import type { ExitStatus } from './exit-status.js';
import { NOTE_OPTION, type NoteWanted, putNoteOf, withNote } from './gitlab-note.js';
import { writeForms } from './write-forms.js';

/** `check PLAN...` */
export interface CheckOptions extends ReportNamed, NoteWanted {
  /** Paths; `-` is standard input. */
  readonly plans: readonly string[];
  readonly facts: FactsNamed;
  /** Where the configuration of Terraform lies. */
  readonly source: string | undefined;
  /** A git revision that still has what the plan deletes. */
  readonly base: string | undefined;
  /** Not to pass when there is no cluster to judge. */
  readonly requiresCluster: boolean;
  /** The exit status says whether what all groups let through is still what this fingerprint stands for. */
  readonly unchangedSince: string | undefined;
}

/** Judges plans and writes the report. */
export const checkCommand: Command = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard check PLAN... [options]

Says whether a Terraform plan breaks a CCE cluster or opens it to the world.
PLAN is the output of \`terraform show -json FILE\`; \`-\` reads standard input, a folder stands for the .json files
in it, a glob in quotes for what it finds.

  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --facts FILE      what stands in the cloud; may be given again. What \`cce-plan-guard facts\` writes, answers of the
                    API, lists of \`openstack security group\`, or \`terraform show -json\` of the state of another root
  --facts-date INSTANT  when somebody looked, for files that do not say it, as 2026-11-24T06:00:00Z
  --format FORMAT   ${FORMAT_NAMES}; default: text
  --output FILE     write the report there instead of to standard output
  --report FORMAT=FILE  write one more report, as sarif=plan.sarif; may be given again
  --fail-on LEVEL   ${LEVEL_NAMES}; default: critical
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --base REVISION   git revision to look up blocks that are deleted; default: where the branch left the main one,
                    then the last commit
  --label NAME      a name for this plan in the report
  --require-cluster exit 2 when no plan shows a CCE cluster or a security group of one
  --unchanged-since FINGERPRINT  exit 0 when \`effectiveFingerprint\` of an earlier report is still the same, 1 when it
                    is another, 2 when nobody can tell; findings do not count then
  --gitlab-note     in a pipeline of a merge request of GitLab: bring one note on it up to date, with the token in
                    GITLAB_TOKEN. Whether that works does not change the exit status
  --quiet, -q       print nothing; files are written, and the exit status tells
  --color WHEN      always, never, auto; default: on a terminal, unless NO_COLOR or FORCE_COLOR says otherwise
  --deadline SECONDS  how long judging may take; default: 120 for each 250 MB of input that is begun
  --help, --version

exit: 0 pass, 1 findings at or above --fail-on, 2 could not judge
`,
  run: async (argv, world) => {
    const options = readCheckOptions(argv);
    if (!options.ok) return options;
    return withNote(options.value, world, () => runCheck(options.value, world));
  },
};

const NO_FILES =
  'no .tf file lies beside the plan or in the working directory. --source DIR says where they lie';

const OPTIONS = {
  facts: { type: 'string', multiple: true },
  source: { type: 'string' },
  base: { type: 'string' },
  ...REPORT_OPTIONS,
  'require-cluster': { type: 'boolean', default: false },
  'unchanged-since': { type: 'string' },
  ...NOTE_OPTION,
  ...SHARED_OPTIONS,
} as const;

/** Reads the arguments of `check`. The error is one line that says what to write instead. */
export function readCheckOptions(argv: readonly string[]): Result<CheckOptions, string> {
  const read = readArguments(argv, 'check', OPTIONS);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const plans = plansNamed(positionals, 'check');
  if (!plans.ok) return plans;
  const report = reportNamed(values);
  if (!report.ok) return report;
  const facts = factsNamed(values.facts ?? [], values['facts-date']);
  if (!facts.ok) return facts;
  const { source, base, 'unchanged-since': unchangedSince } = values;
  if (unchangedSince !== undefined && !/^[0-9a-f]{32}$/.test(unchangedSince)) {
    return err('--unchanged-since takes the 32 digits of `effectiveFingerprint` of a JSON report');
  }
  return ok({
    unchangedSince,
    ...{ plans: plans.value, facts: facts.value, ...report.value, source, base },
    requiresCluster: values['require-cluster'],
    writesNote: values['gitlab-note'],
  });
}

async function runCheck(
  { plans: named, facts, config, ...options }: CheckOptions,
  world: CommandWorld,
): Promise<Result<ExitStatus, string>> {
  const found = await plansFound(named);
  if (!found.ok) return found;
  const plans = found.value;
  const { output, reports } = options;
  const read = await configurationRead(
    { config, inputs: [...plans, ...facts.files], output, reports },
    world,
  );
  if (!read.ok) return read;
  const { configuration, texts } = read.value;
  const isPage = [options.format, ...reports.map(({ format }) => format)].includes('html');
  const openSource = sourceOpener(options);
  return check({
    configuration,
    apart: isPage || world.thread === undefined ? undefined : { program: world.thread, configuration: texts },
    plans: plans.map((file) => ({ name: shownFile(file), file, source: () => openSource(file) })),
    facts: factsToRead(facts),
    failOn: options.failOn,
    label: options.label,
    requiresCluster: options.requiresCluster,
    unchangedSince: options.unchangedSince,
    deadline: options.deadline,
    now: world.now,
    prepareEngine: engineFor,
    note: world.note,
    progress: world.progress,
    answer: async (report, render) => {
      const bare = options.isQuiet ? undefined : planWithoutFiles(report);
      if (bare !== undefined) world.note(`findings of ${bare} have no lines: ${NO_FILES}`);
      const written = await writeForms(options, render, world);
      if (written.ok) await putNoteOf(report, options, world);
      return written;
    },
  });
}

/** A plan with findings whose changes are in no Terraform file that is found; for people. */
function planWithoutFiles({ findings, plans }: Report): string | undefined {
  const bare = findings.find(({ plan, causes }) => causes.length > 0 && plans[plan]?.root === undefined);
  return bare && plans[bare.plan]?.path;
}
