import { linkOf, tableWith } from '../../model/model.js';
import type { Requirement } from '../../model/requirement.js';
import { rowLink } from '../../report/links.js';
import { modelWords } from '../../report/words/model-words.js';
import { openText } from '../../report/words/text.js';
import { jsonText } from '../json-text.js';
import type { ModelJson } from './model-schema.js';

/** Rows of the tables in the form of schema/model-1.json. */
export function renderRowsJson(rows: readonly Requirement[]): string {
  return jsonText({ version: 1, rows: rows.map(rowJson) } satisfies ModelJson);
}

function rowJson(row: Requirement): ModelJson['rows'][number] {
  const { id, direction, protocol, ports, peer, suggestion } = row;
  const { title, role, networkModel } = tableWith(row);
  const { floor, purpose, impact, notes } = modelWords(row);
  return {
    ...{ id, title, role, networkModel, direction, protocol },
    ports: ports === 'all' ? 'all' : ports.from === ports.to ? `${ports.from}` : `${ports.from}-${ports.to}`,
    ...{ peer, suggestion },
    floor: openText(floor),
    purpose: openText(purpose),
    impact: openText(impact),
    notes: notes.map(openText),
    page: linkOf(row),
    docs: rowLink(row),
  };
}
