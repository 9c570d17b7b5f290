/** Makes the fixture that the arguments ask for below `root`, and gives its files. Throws with a line that says what to do. */
export function recordFixture(
  argv: readonly string[],
  world: { readonly root: string; readonly env: Readonly<Record<string, string | undefined>> },
): readonly string[];
