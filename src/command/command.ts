import type { Stage } from '../budget.js';
import type { TextOptions } from '../format/text/text.js';
import type { ColorWhen, Options } from './arguments.js';
import type { Result } from '../result.js';
import type { ExitStatus } from './exit-status.js';

/** What a command has of the world beside files: the edge hands it in. */
export interface CommandWorld {
  readonly now: Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The program of a thread; left out, all is done in this one. */
  readonly thread?: URL;
  /** Tells a person one thing on standard error. */
  readonly note: (sentence: string) => void;
  /** Is told what the run is at, some hundred times a second; undefined where nobody looks on. */
  readonly progress?: ((stage: Stage) => void) | undefined;
  /** Writes to the file named, else to standard output. */
  readonly write: (text: string, output: string | undefined) => Result<undefined, string>;
  /** How to write for people; undefined when what is written goes to no terminal, and nobody asks for colours. */
  readonly terminal: (output: string | undefined, color?: ColorWhen) => TextOptions | undefined;
}

/** A command of the command line. */
export interface Command {
  /** Named once they are asked for: the table stands below its command. */
  readonly options: () => Options;
  /** What `--help` prints. */
  readonly usage: string;
  /** Does what the arguments ask for; the name of the command is not among them. The error is one line for people. */
  readonly run: (argv: readonly string[], world: CommandWorld) => Promise<Result<ExitStatus, string>>;
}
