import type { Mutant } from './mutate.mjs';

export function switched(text: string, mutants: readonly Mutant[], from: string): string;
