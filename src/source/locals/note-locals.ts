import type { ReadLocal } from '../../plan/references/resolve.js';
import type { ModuleStep } from '../../terraform/traversal.js';

/** A local value of a module. All instances of a module share it. */
export interface LocalName {
  readonly modules: readonly ModuleStep[];
  readonly name: string;
}

/** Notes which locals a reading of the plan asks for. */
export interface LocalsAsked {
  readonly readLocal: ReadLocal;
  readonly asked: () => readonly LocalName[];
}

/** Wraps a `ReadLocal` so that the locals that it does not know are noted, each once. */
export function noteLocals(readLocal: ReadLocal = () => undefined): LocalsAsked {
  const asked = new Map<string, LocalName>();
  return {
    readLocal: (modules, name, path) => {
      const answer = readLocal(modules, name, path);
      if (answer === undefined) asked.set(keyOf({ modules, name }), { modules, name });
      return answer;
    },
    asked: () => [...asked.values()],
  };
}

/** The name as one text, the same for all instances of the module. */
export function keyOf({ modules, name }: LocalName): string {
  return [...modules.map((step) => step.name), name].join('.');
}
