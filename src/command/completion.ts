import { FAIL_LEVELS } from '../config/severity.js';
import { FORMATS } from '../format/formats.js';
import { err, ok } from '../result.js';
import type { Options } from './arguments.js';
import { COLORS, readArguments, SHARED_OPTIONS } from './arguments.js';
import type { Command } from './command.js';

/** A command as a shell is to know it. */
export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: Options;
}

const SHELLS = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

const SHELL_NAMES = Object.keys(SHELLS).join(', ');

/** `completion SHELL`: a script by which a shell completes commands, options and the words that these take. */
export function completionCommand(commands: () => Promise<readonly CompletedCommand[]>): Command {
  return {
    options: () => SHARED_OPTIONS,
    usage: `usage: cce-plan-guard completion SHELL

Prints what a shell needs to complete commands and options. SHELL is ${SHELL_NAMES}.

  bash:  source <(cce-plan-guard completion bash)
  zsh:   source <(cce-plan-guard completion zsh)
  fish:  cce-plan-guard completion fish | source

  --help, --version

exit: 0 printed, 2 there is no such shell
`,
    run: async (argv, world) => {
      const read = readArguments(argv, 'completion', SHARED_OPTIONS);
      if (!read.ok) return read;
      const [name = '', ...others] = read.value.positionals;
      const script = Object.entries(SHELLS).find(([shell]) => shell === name && others.length === 0);
      if (script === undefined) return err(`completion takes one shell: ${SHELL_NAMES}`);
      const written = world.write(script[1](await commands()), undefined);
      return written.ok ? ok(0) : written;
    },
  };
}

/** The words that an option takes; other values are names of files, or nothing that a shell could know. */
function valueWordsOf({ options }: CompletedCommand, option: string): readonly string[] | undefined {
  // What writes several reports has all formats.
  if (option === 'format') return 'report' in options ? Object.keys(FORMATS) : ['text', 'json'];
  return { 'fail-on': FAIL_LEVELS, color: COLORS }[option];
}

function flagsOf({ options }: CompletedCommand): readonly string[] {
  return Object.keys(options).map((option) => `--${option}`);
}

function bashScript(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name);
  const values = commands.flatMap((command) =>
    Object.keys(command.options).flatMap((option) => {
      const words = valueWordsOf(command, option);
      return words === undefined ? [] : [`    '${command.name} --${option}') words='${words.join(' ')}' ;;`];
    }),
  );
  const flags = commands.map((command) => `      ${command.name}) words='${flagsOf(command).join(' ')}' ;;`);
  return `_cce_plan_guard() {
  local current=\${COMP_WORDS[COMP_CWORD]} last=\${COMP_WORDS[COMP_CWORD-1]} command='' words='' word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${names.join('|')}) command=$word; break ;; esac
  done
  case "$command $last" in
${values.join('\n')}
  esac
  if [[ -z $words && -z $command ]]; then words='${[...names, 'help', '--help', '--version'].join(' ')}'; fi
  if [[ -z $words && $current == -* ]]; then
    case $command in
${flags.join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _cce_plan_guard cce-plan-guard
`;
}

function zshScript(commands: readonly CompletedCommand[]): string {
  return `autoload -U +X compinit && compinit
autoload -U +X bashcompinit && bashcompinit
${bashScript(commands)}`;
}

function fishScript(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap((command) => {
    const { name, summary, options } = command;
    return [
      `complete -c cce-plan-guard -n __fish_use_subcommand -f -a ${name} -d '${summary}'`,
      ...Object.entries(options).map(([option, { type, short }]) => {
        const words = valueWordsOf(command, option);
        const value = type === 'boolean' ? '' : words === undefined ? ' -r' : ` -x -a '${words.join(' ')}'`;
        const letter = short === undefined ? '' : ` -s ${short}`;
        return `complete -c cce-plan-guard -n '__fish_seen_subcommand_from ${name}' -l ${option}${letter}${value}`;
      }),
    ];
  });
  return `${lines.join('\n')}\n`;
}
