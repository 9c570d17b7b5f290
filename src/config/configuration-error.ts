/**
 * Why a configuration file cannot be used. `message` is one line for a person: where, what is wrong and what to do.
 * It holds no text of the file but an unknown or repeated key.
 */
export interface ConfigurationError {
  readonly kind: 'configuration-error';
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** Something wrong at an offset of the text. */
export interface Fault {
  readonly offset: number;
  readonly problem: string;
}

/** Builds a {@link ConfigurationError}; an offset past the end is the end. */
export function configurationError(text: string, { offset, problem }: Fault): ConfigurationError {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  return {
    kind: 'configuration-error',
    message: `line ${line}, column ${column}: ${problem}`,
    line,
    column,
  };
}
