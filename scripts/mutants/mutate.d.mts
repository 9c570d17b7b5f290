export interface SourceText {
  readonly file: string;
  readonly text: string;
}

export interface Mutant {
  readonly id: string;
  readonly kind: string;
  readonly file: string;
  readonly function: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
  readonly start: number;
  readonly end: number;
  readonly carrier: { readonly start: number; readonly end: number; readonly isStatement: boolean };
}

export function wordUnions(sources: readonly SourceText[]): readonly (readonly string[])[];
export function mutantsOf(source: SourceText, unions: readonly (readonly string[])[]): readonly Mutant[];
export function isAnother(text: string, mutant: Mutant): boolean;
export function applied(text: string, mutant: Mutant): string;
export function sameText(text: string): string;
export function chosen(
  folders: readonly { readonly lines: number; readonly mutants: readonly Mutant[] }[],
  count: number,
  seed: number,
  isWanted: (mutant: Mutant) => boolean,
): readonly Mutant[];
