import { nearest, shownKey } from '../config/nearest.js';
import { err, ok, type Result } from '../result.js';
import { VERSION } from '../version.js';
import { checkCommand } from './check-command.js';
import type { Command, CommandWorld } from './command.js';
import type { CompletedCommand } from './completion.js';
import type { ExitStatus } from './exit-status.js';

interface CommandEntry {
  readonly arguments: string;
  readonly summary: string;
  /** Loaded by its own run alone; only `check` is always there. */
  readonly load: () => Promise<Command>;
}

/** All commands, in the order of the help. */
const COMMANDS: ReadonlyMap<string, CommandEntry> = new Map([
  [
    'check',
    {
      arguments: 'PLAN...',
      summary: 'says whether a plan breaks a CCE cluster or opens it to the world',
      load: () => Promise.resolve(checkCommand),
    },
  ],
  [
    'fix',
    {
      arguments: 'PLAN... [FINGERPRINT]',
      summary: 'says what mends the findings of a plan, each way proved against it',
      load: async () => (await import('./fix.js')).fixCommand,
    },
  ],
  [
    'explain',
    {
      arguments: 'PLAN --from END --to END --port PACKETS',
      summary: 'says who lets packets through, before, during and after a plan',
      load: async () => (await import('./explain.js')).explainCommand,
    },
  ],
  [
    'facts',
    {
      arguments: '[--plan PLAN]',
      summary: 'reads the groups and clusters as they are in the cloud, for check --facts',
      load: async () => (await import('./facts.js')).factsCommand,
    },
  ],
  [
    'audit',
    {
      arguments: 'FACTS...',
      summary: 'says what is broken, open or drifted in the cloud as it is, without a plan',
      load: async () => (await import('./audit.js')).auditCommand,
    },
  ],
  [
    'merge',
    {
      arguments: 'REPORT...',
      summary: 'puts JSON reports of several runs together',
      load: async () => (await import('./merge.js')).mergeCommand,
    },
  ],
  [
    'init',
    {
      arguments: '[FOLDER]',
      summary: 'writes a workflow and a configuration for a repository of Terraform code',
      load: async () => (await import('./init.js')).initCommand,
    },
  ],
  [
    'model',
    {
      arguments: '[ROW...]',
      summary: 'lists the rows that clusters are held against, with their meaning',
      load: async () => (await import('./model.js')).modelCommand,
    },
  ],
  [
    'record',
    {
      arguments: 'PLAN...',
      summary: 'writes into the configuration which default rules go with a plan',
      load: async () => (await import('./record.js')).recordCommand,
    },
  ],
  [
    'rules',
    {
      arguments: '--role ROLE',
      summary: 'writes the tables as rules for a security group of one’s own, as HCL',
      load: async () => (await import('./rules.js')).rulesCommand,
    },
  ],
  [
    'completion',
    {
      arguments: 'SHELL',
      summary: 'prints what bash, zsh or fish needs to complete commands and options',
      load: async () => (await import('./completion.js')).completionCommand(completedCommands),
    },
  ],
]);

/** All commands, with their options. */
export async function completedCommands(): Promise<readonly CompletedCommand[]> {
  const commands: CompletedCommand[] = [];
  for (const [name, { summary, load }] of COMMANDS)
    commands.push({ name, summary, options: (await load()).options() });
  return commands;
}

/** Does what the arguments of the program ask for. The error is one line that says what to write instead. */
export async function runCommand(
  argv: readonly string[],
  world: CommandWorld,
): Promise<Result<ExitStatus, string>> {
  const asked = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  if (asked.includes('--version') || asked.includes('-V')) return answer(world, `${VERSION}\n`);
  const isHelp = argv.find((argument) => !argument.startsWith('-')) === 'help';
  const rest = isHelp ? argv.filter((_, index) => index !== argv.indexOf('help')) : argv;
  const at = rest.findIndex((argument) => !argument.startsWith('-'));
  const name = rest[at];
  const wantsHelp = isHelp || asked.includes('--help') || asked.includes('-h');
  if (name === undefined) {
    return wantsHelp ? answer(world, overview()) : err(`no command is named; ${SEE_HELP}`);
  }
  const entry = COMMANDS.get(name);
  if (entry === undefined) return err(unknownCommand(name));
  const command = await entry.load();
  if (wantsHelp) return answer(world, command.usage);
  return command.run([...rest.slice(0, at), ...rest.slice(at + 1)], world);
}

const SEE_HELP = 'see cce-plan-guard --help';

function answer(world: CommandWorld, text: string): Result<ExitStatus, string> {
  const written = world.write(text, undefined);
  return written.ok ? ok(0) : written;
}

function unknownCommand(name: string): string {
  const meant = nearest(name, [...COMMANDS.keys()]);
  const instead = meant === undefined ? SEE_HELP : `did you mean \`${meant}\`?`;
  return `there is no command ${shownKey(name)}; ${instead}`;
}

function overview(): string {
  const lines = [...COMMANDS].map(([name, entry]) => ({ left: `${name} ${entry.arguments}`, ...entry }));
  const width = Math.max(...lines.map(({ left }) => left.length));
  return [
    'usage: cce-plan-guard COMMAND [options]',
    '',
    ...lines.map(({ left, summary }) => `  ${left.padEnd(width)}   ${summary}`),
    '',
    '  cce-plan-guard help COMMAND says more of a command; --version says which version this is.',
    '',
    'exit: 0 pass, 1 findings at or above --fail-on, 2 could not judge',
    '',
  ].join('\n');
}
