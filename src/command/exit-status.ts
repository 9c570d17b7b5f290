import { keepAlive } from '../edge/engine.js';
import type { Result } from '../result.js';

/** 0 pass, 1 findings at or above the level that fails, 2 could not judge. */
export type ExitStatus = 0 | 1 | 2;

/**
 * Does the work of an edge and gives its exit status. What could not be judged is told by `refuse`, in one line, and so
 * is a bug of ours: that is what a throw is. Its text may quote the plan, so only its kind is shown.
 */
export async function exitStatusOf(
  work: () => Promise<Result<ExitStatus, string>>,
  refuse: (reason: string) => void,
): Promise<ExitStatus> {
  try {
    const status = await keepAlive(work);
    if (status.ok) return status.value;
    refuse(status.error);
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'error';
    refuse(
      `stopped on an internal error (${kind}). Please report it with the plan’s structure, without its values.`,
    );
  }
  return 2;
}
