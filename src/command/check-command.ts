import type { Severity } from '../config/configuration.js';
import { readConfigurationFile } from '../edge/configuration-file.js';
import { engineFor } from '../edge/engine.js';
import { openSourceOf } from '../edge/source-directory.js';
import { type Format, FORMATS } from '../format/formats.js';
import { err, ok, type Result } from '../result.js';
import { factsNamed, plansNamed, readArguments, SHARED_OPTIONS, shownFile } from './arguments.js';
import { check } from './check.js';
import type { Command, CommandWorld } from './command.js';
import type { ExitStatus } from './exit-status.js';

const FORMAT_NAMES = Object.keys(FORMATS).join(', ');
const FAIL_ON = ['critical', 'warning', 'notice', 'never'] as const;

/** `check PLAN...` */
export interface CheckOptions {
  /** Paths; `-` is standard input. */
  readonly plans: readonly string[];
  readonly facts: { readonly files: readonly string[]; readonly date: string | undefined };
  readonly config: string | undefined;
  readonly format: Format;
  readonly output: string | undefined;
  readonly failOn: Severity | 'never' | undefined;
  /** Where the configuration of Terraform lies. */
  readonly source: string | undefined;
  /** A git revision that still has what the plan deletes. */
  readonly base: string | undefined;
  readonly label: string | undefined;
  /** Not to pass when there is no cluster to judge. */
  readonly requiresCluster: boolean;
}

/** Judges plans and writes the report. */
export const checkCommand: Command = {
  usage: `usage: cce-plan-guard check PLAN... [options]

Says whether a Terraform plan breaks a CCE cluster or opens it to the world.
PLAN is the output of \`terraform show -json FILE\`; \`-\` reads standard input.

  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --facts FILE      what stands in the cloud; may be given again. What \`cce-plan-guard facts\` writes, answers of the
                    API, lists of \`openstack security group\`, or \`terraform show -json\` of the state of another root
  --facts-date INSTANT  when somebody looked, for files that do not say it, as 2026-11-24T06:00:00Z
  --format FORMAT   ${FORMAT_NAMES}; default: text
  --output FILE     write the report there instead of to standard output
  --fail-on LEVEL   ${FAIL_ON.join(', ')}; default: critical
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --base REVISION   git revision to look up blocks that are deleted
  --label NAME      a name for this plan in the report
  --require-cluster exit 2 when no plan shows a CCE cluster or a security group of one
  --help, --version

exit: 0 pass, 1 findings at or above --fail-on, 2 could not judge
`,
  run: async (argv, world) => {
    const options = readCheckOptions(argv);
    return options.ok ? runCheck(options.value, world) : options;
  },
};

const OPTIONS = {
  config: { type: 'string' },
  facts: { type: 'string', multiple: true },
  'facts-date': { type: 'string' },
  format: { type: 'string', default: 'text' },
  output: { type: 'string' },
  'fail-on': { type: 'string' },
  source: { type: 'string' },
  base: { type: 'string' },
  label: { type: 'string' },
  'require-cluster': { type: 'boolean', default: false },
  ...SHARED_OPTIONS,
} as const;

/** Reads the arguments of `check`. The error is one line that says what to write instead. */
export function readCheckOptions(argv: readonly string[]): Result<CheckOptions, string> {
  const read = readArguments(argv, 'check', OPTIONS);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const plans = plansNamed(positionals, 'check');
  if (!plans.ok) return plans;
  const { format } = values;
  if (!isFormat(format)) return err(`--format takes ${FORMAT_NAMES}, not \`${format}\``);
  const level = values['fail-on'];
  const failOn = level === undefined ? undefined : FAIL_ON.find((name) => name === level);
  if (level !== undefined && failOn === undefined) {
    return err(`--fail-on takes ${FAIL_ON.join(', ')}, not \`${level}\``);
  }
  const facts = factsNamed(values.facts ?? [], values['facts-date']);
  if (!facts.ok) return facts;
  const { config, output, source, base, label } = values;
  return ok({
    ...{ plans: plans.value, facts: facts.value, config, format, output, failOn, source, base, label },
    requiresCluster: values['require-cluster'],
  });
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}

async function runCheck(
  { plans, facts, config, format, output, ...options }: CheckOptions,
  { now, note, write, terminal }: CommandWorld,
): Promise<Result<ExitStatus, string>> {
  const configuration = await readConfigurationFile(config);
  if (!configuration.ok) return configuration;
  return check({
    configuration: configuration.value,
    plans: plans.map((file) => ({
      name: shownFile(file),
      file,
      source: () => openSourceOf(file, options),
    })),
    facts: { ...facts, files: facts.files.map((file) => ({ name: shownFile(file), file })) },
    failOn: options.failOn,
    label: options.label,
    requiresCluster: options.requiresCluster,
    now,
    prepareEngine: engineFor,
    note,
    answer: async (_, render) => write(await render(format, terminal(output)), output),
  });
}
