import type { Api, ChangedFile, Listed } from '../api/api.js';
import { isTerraform } from './diff.js';

const SMALL_PAGE = 10;
/** Each costs a request. */
const MAX_SMALL_PAGES = 3;

/**
 * The files of a pull request. Once the diffs of one answer add up to some 20,000 lines, GitHub leaves the others out
 * and says that nothing changed in them; such files are asked for again, in smaller pages.
 */
export async function changedFiles(api: Api, number: number): Promise<Listed<ChangedFile>> {
  const { items, isWhole } = await api.files(number);
  const pages = new Set(
    items.flatMap((file, index) => (isCut(file) ? [Math.floor(index / SMALL_PAGE) + 1] : [])),
  );
  const again = new Map<string, ChangedFile>();
  for (const page of [...pages].slice(0, MAX_SMALL_PAGES)) {
    for (const file of await api.filesPage(number, page, SMALL_PAGE)) again.set(file.path, file);
  }
  return { items: items.map((file) => again.get(file.path) ?? file), isWhole };
}

function isCut({ path, status, changes, patch }: ChangedFile): boolean {
  return isTerraform(path) && /^(?:added|modified)$/.test(status) && patch === undefined && changes === 0;
}
