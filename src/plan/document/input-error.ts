/**
 * Why a file cannot be judged. `message` is one line for a person: what is wrong, and the command that would make
 * the right file. It holds no part of the input.
 */
export interface InputError {
  readonly kind: 'input-error';
  readonly message: string;
}

/** Builds an {@link InputError}. */
export function inputError(message: string): InputError {
  return { kind: 'input-error', message };
}
