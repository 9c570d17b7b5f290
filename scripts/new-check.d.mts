/** Writes the files of a new check below `root` and gives their paths. Throws when the name is not free. */
export function newCheck(name: string, root: string): readonly string[];
