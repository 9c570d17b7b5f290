import type { CheckMetadata } from '../check/finding.js';
import type { Requirement } from '../model/requirement.js';
import { VERSION } from '../version.js';

/** Where this tool lives. */
export const HOME = 'https://github.com/OWNER/cce-plan-guard';

/** Where the documents of this version are. */
const DOCUMENTS = `${HOME}/blob/v${VERSION}/docs`;

/** What there is to read of a check: what it is about, a story, how to mend and how to accept it. */
export function checkLink({ id }: Pick<CheckMetadata, 'id'>): string {
  return `${DOCUMENTS}/checks/${id}.md`;
}

/** What there is to read of a row of the tables. */
export function rowLink({ id }: Pick<Requirement, 'id'>): string {
  return `${DOCUMENTS}/rows.md#${rowAnchor({ id })}`;
}

/** As GitHub makes it of a heading that is the row's id: `T1.2` is `t12`, and tables have one digit. */
export function rowAnchor({ id }: Pick<Requirement, 'id'>): string {
  return id.toLowerCase().replace('.', '');
}
