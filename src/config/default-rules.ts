import type { DefaultRuleRecord } from './default-rules-schema.js';

/** The entry once these rows are gone. */
export function withGone(entry: DefaultRuleRecord | undefined, rows: readonly string[]): DefaultRuleRecord {
  const { gone = [], standing = [] } = entry ?? {};
  return {
    gone: [...new Set([...gone, ...rows])].sort(byRowId),
    standing: standing === 'all' ? standing : standing.filter((id) => !rows.includes(id)),
  };
}

/** The entry once somebody has looked: what it said of these rows gives way. */
export function withSeen(
  entry: DefaultRuleRecord | undefined,
  seen: { readonly gone: readonly string[]; readonly standing: readonly string[] },
): DefaultRuleRecord {
  const { gone = [], standing = [] } = entry ?? {};
  const all = standing === 'all' ? [] : [...standing, ...seen.standing];
  return {
    gone: [...new Set([...gone.filter((id) => !seen.standing.includes(id)), ...seen.gone])].sort(byRowId),
    standing:
      standing === 'all' ? standing : [...new Set(all.filter((id) => !seen.gone.includes(id)))].sort(byRowId),
  };
}

/** `T1.9` before `T1.10`. */
function byRowId(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** The entry as it is written in the file: `{ gone: [T1.9], standing: [T1.8] }`. */
export function entryText({ gone, standing }: DefaultRuleRecord): string {
  const parts = [
    ...(gone.length > 0 ? [`gone: [${gone.join(', ')}]`] : []),
    ...(standing === 'all' ? ['standing: all'] : []),
    ...(standing !== 'all' && standing.length > 0 ? [`standing: [${standing.join(', ')}]`] : []),
  ];
  return `{ ${parts.join(', ')} }`;
}

/** The lines of a file that says this of a cluster, and nothing else. */
export function entryLines(cluster: string, entry: DefaultRuleRecord): readonly string[] {
  return ['clusters:', `  - name: ${nameText(cluster)}`, `    ${defaultRulesText(entry)}`];
}

/** The line of the cluster: `default-rules: { gone: [T1.9] }`. */
export function defaultRulesText(entry: DefaultRuleRecord): string {
  return `default-rules: ${entryText(entry)}`;
}

/** Words that YAML takes for a text as they stand, whatever comes after. */
const PLAIN = /^[a-z][\w-]*$/i;
const NO_TEXT = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** The name of a cluster as YAML takes it for a text. */
export function nameText(name: string): string {
  return PLAIN.test(name) && !NO_TEXT.test(name) ? name : JSON.stringify(name);
}
