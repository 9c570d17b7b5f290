/** The text of a file, which the build puts in the place of the call: scripts/inlined.mjs says in which sources. */
declare function inlined(file: string): string;
