import type { Mutant, SourceText } from './mutate.mjs';

export type ByHand =
  { readonly file: string; readonly before: string; readonly after: string } | { readonly gone: string };

export interface PlaceAgain {
  readonly mutant: Mutant;
  readonly at?: Mutant;
  readonly missing?: string;
  readonly gone?: string;
  readonly near?: readonly Pick<Mutant, 'file' | 'line' | 'function' | 'before' | 'after'>[];
}

export function placesAgain(
  mutants: readonly Mutant[],
  sources: readonly SourceText[],
  map: Readonly<Record<string, ByHand>>,
): readonly PlaceAgain[];
