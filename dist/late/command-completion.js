import "../chunks/chunk-SEWDMQ6Q.js";

// src/command/completion.ts
import { FAIL_LEVELS } from "../core.js";
import { FORMATS } from "../core.js";
import { err, ok } from "../core.js";
import { COLORS, readArguments, SHARED_OPTIONS } from "../core.js";
var SHELLS = { bash: bashScript, zsh: zshScript, fish: fishScript };
var SHELL_NAMES = Object.keys(SHELLS).join(", ");
function completionCommand(commands) {
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
      const read = readArguments(argv, "completion", SHARED_OPTIONS);
      if (!read.ok) return read;
      const [name = "", ...others] = read.value.positionals;
      const script = Object.entries(SHELLS).find(([shell]) => shell === name && others.length === 0);
      if (script === void 0) return err(`completion takes one shell: ${SHELL_NAMES}`);
      const written = world.write(script[1](await commands()), void 0);
      return written.ok ? ok(0) : written;
    }
  };
}
function valueWordsOf({ options }, option) {
  if (option === "format") return "report" in options ? Object.keys(FORMATS) : ["text", "json"];
  return { "fail-on": FAIL_LEVELS, color: COLORS }[option];
}
function flagsOf({ options }) {
  return Object.keys(options).map((option) => `--${option}`);
}
function bashScript(commands) {
  const names = commands.map(({ name }) => name);
  const values = commands.flatMap(
    (command) => Object.keys(command.options).flatMap((option) => {
      const words = valueWordsOf(command, option);
      return words === void 0 ? [] : [`    '${command.name} --${option}') words='${words.join(" ")}' ;;`];
    })
  );
  const flags = commands.map((command) => `      ${command.name}) words='${flagsOf(command).join(" ")}' ;;`);
  return `_cce_plan_guard() {
  local current=\${COMP_WORDS[COMP_CWORD]} last=\${COMP_WORDS[COMP_CWORD-1]} command='' words='' word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${names.join("|")}) command=$word; break ;; esac
  done
  case "$command $last" in
${values.join("\n")}
  esac
  if [[ -z $words && -z $command ]]; then words='${[...names, "help", "--help", "--version"].join(" ")}'; fi
  if [[ -z $words && $current == -* ]]; then
    case $command in
${flags.join("\n")}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _cce_plan_guard cce-plan-guard
`;
}
function zshScript(commands) {
  return `autoload -U +X compinit && compinit
autoload -U +X bashcompinit && bashcompinit
${bashScript(commands)}`;
}
function fishScript(commands) {
  const lines = commands.flatMap((command) => {
    const { name, summary, options } = command;
    return [
      `complete -c cce-plan-guard -n __fish_use_subcommand -f -a ${name} -d '${summary}'`,
      ...Object.entries(options).map(([option, { type, short }]) => {
        const words = valueWordsOf(command, option);
        const value = type === "boolean" ? "" : words === void 0 ? " -r" : ` -x -a '${words.join(" ")}'`;
        const letter = short === void 0 ? "" : ` -s ${short}`;
        return `complete -c cce-plan-guard -n '__fish_seen_subcommand_from ${name}' -l ${option}${letter}${value}`;
      })
    ];
  });
  return `${lines.join("\n")}
`;
}
export {
  completionCommand
};
