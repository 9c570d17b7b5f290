import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Where the configuration that a plan was made from most likely lies: beside the plan, else where we are. */
export function sourceDirectory(plan: string): string | undefined {
  const places = plan === '-' ? ['.'] : [path.dirname(plan), '.'];
  return places.find(hasConfiguration);
}

function hasConfiguration(directory: string): boolean {
  try {
    return readdirSync(directory).some((name) => /\.(tf|tofu)(\.json)?$/.test(name));
  } catch {
    return false;
  }
}
