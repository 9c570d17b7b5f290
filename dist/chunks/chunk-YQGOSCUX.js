// src/command/exit-status.ts
import { keepAlive } from "../core.js";
async function exitStatusOf(work, refuse) {
  try {
    const status = await keepAlive(work);
    if (status.ok) return status.value;
    refuse(status.error);
  } catch (error) {
    const kind = error instanceof Error ? error.name : "error";
    refuse(
      `stopped on an internal error (${kind}). Please report it with the plan’s structure, without its values.`
    );
  }
  return 2;
}

export {
  exitStatusOf
};
