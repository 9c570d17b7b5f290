import { must } from '../result.js';
import { plain, type Shown } from './plain.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text within HTML of ours, between tags or in quotes; identifiers stand in `<code>` there. */
export function escapeHtml(text: Shown, limit?: number): string {
  return plain(text, limit).replaceAll(/[&<>"']/g, (character) =>
    must(ENTITIES[character], 'each of them has an entity'),
  );
}
