import type { Written } from './api.js';
import { failureOf } from './failure.js';

/** A POST whose answer is an error may have worked: looks before it tries once more. */
export async function createOnce(
  create: () => Promise<Written>,
  find: () => Promise<Written | undefined>,
): Promise<Written> {
  try {
    return await create();
  } catch (error) {
    if (failureOf(error).kind !== 'unreachable') throw error;
    return (await find()) ?? create();
  }
}
