import { parseArgs } from 'node:util';

import type { Severity } from '../config/configuration.js';
import { type Format, FORMATS } from '../format/formats.js';
import { err, ok, type Result } from '../result.js';

const FORMAT_NAMES = Object.keys(FORMATS).join(', ');
const FAIL_ON = ['critical', 'warning', 'notice', 'never'] as const;

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'check'; readonly options: CheckOptions };

/** `check PLAN...` */
export interface CheckOptions {
  /** Paths; `-` is standard input. */
  readonly plans: readonly string[];
  readonly config: string | undefined;
  readonly format: Format;
  readonly output: string | undefined;
  readonly failOn: Severity | 'never' | undefined;
  /** Where the configuration of Terraform lies. */
  readonly source: string | undefined;
  /** A git revision that still has what this plan deletes. */
  readonly base: string | undefined;
  readonly label: string | undefined;
  /** Not to pass when there is no cluster to judge. */
  readonly requiresCluster: boolean;
}

export const USAGE = `usage: cce-plan-guard check PLAN... [options]

Says whether a Terraform plan breaks a CCE cluster or opens it to the world.
PLAN is the output of \`terraform show -json FILE\`; \`-\` reads standard input.

  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --format FORMAT   ${FORMAT_NAMES}; default: text
  --output FILE     write the report there instead of to standard output
  --fail-on LEVEL   ${FAIL_ON.join(', ')}; default: critical
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --base REVISION   git revision to look up blocks that are deleted
  --label NAME      a name for this plan in the report
  --require-cluster exit 2 when no plan shows a CCE cluster or a security group of one
  --help, --version

exit: 0 pass, 1 findings at or above --fail-on, 2 could not judge
`;

const OPTIONS = {
  config: { type: 'string' },
  format: { type: 'string', default: 'text' },
  output: { type: 'string' },
  'fail-on': { type: 'string' },
  source: { type: 'string' },
  base: { type: 'string' },
  label: { type: 'string' },
  'require-cluster': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Reads the arguments after the program's name. The error is one line that says what to write instead. */
export function readArguments(argv: readonly string[]): Result<Command, string> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    return err(error instanceof Error ? firstSentence(error.message) : 'the arguments cannot be read');
  }
  const { values, positionals } = parsed;
  if (values.version === true) return ok({ kind: 'version' });
  const [command, ...plans] = positionals;
  if (values.help === true) return ok({ kind: 'help' });
  if (command === undefined) return err('no command is named; write: cce-plan-guard check PLAN');
  if (command !== 'check') return err(`there is no command \`${command}\`; write: cce-plan-guard check PLAN`);
  if (plans.length === 0)
    return err('no plan is named; write: cce-plan-guard check PLAN, or - for standard input');
  // An empty name is a variable of a script that is not set: a default in its place would judge something else.
  if (plans.includes('')) return err('the name of a plan is empty: perhaps a variable is not set');
  const blank = Object.entries(values).find(([, value]) => value === '');
  if (blank !== undefined) return err(`--${blank[0]} is empty: leave it out, or set the variable`);
  const { format } = values;
  if (!isFormat(format)) return err(`--format takes ${FORMAT_NAMES}, not \`${format}\``);
  const level = values['fail-on'];
  const failOn = level === undefined ? undefined : FAIL_ON.find((name) => name === level);
  if (level !== undefined && failOn === undefined) {
    return err(`--fail-on takes ${FAIL_ON.join(', ')}, not \`${level}\``);
  }
  const { config, output, source, base, label } = values;
  // As in the Action, a plan that is named twice counts once.
  const options = {
    ...{ plans: [...new Set(plans)], config, format, output, failOn, source, base, label },
    requiresCluster: values['require-cluster'],
  };
  return ok({ kind: 'check', options });
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}

/** Node's message goes on to explain how to pass arguments that begin with a dash. */
function firstSentence(message: string): string {
  return message.replace(/\.(\s.*)?$/s, '').replace(/\n.*/s, '');
}
