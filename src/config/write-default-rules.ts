import { isDeepStrictEqual } from 'node:util';

import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { ParsedNode, YAMLMap, YAMLSeq } from 'yaml';

import { err, ok, type Result } from '../result.js';
import { defaultRulesText, entryLines, entryText, nameText } from './default-rules.js';
import type { DefaultRuleRecord } from './default-rules-schema.js';
import { readYaml } from './yaml.js';

/** What the file is to say of a cluster. */
export interface ClusterRecord {
  readonly cluster: string;
  readonly record: DefaultRuleRecord;
}

/** A part of the text, and what takes its place. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The text of a configuration file, one that `readConfiguration` takes, with these records in it. Everything else
 * stays as it is, byte for byte: comments, order, quotes, line ends. The error is for the file as a subject: why a person
 * has to write it.
 */
export function withDefaultRules(text: string, records: readonly ClusterRecord[]): Result<string, string> {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  let written = text.slice(mark.length);
  const wanted = expected(fileValue(written), records);
  for (const record of records) {
    const edits = editsFor(written, record);
    if (edits === undefined) return err(BY_HAND);
    written = edited(written, edits);
  }
  // Whatever the file is like: what was not meant to change has not changed.
  const isAsWanted = isDeepStrictEqual(expected(fileValue(written), []), wanted);
  return isAsWanted ? ok(mark + written) : err(BY_HAND);
}

const BYTE_ORDER_MARK = '\u{feff}';
const BY_HAND = 'shares values by anchors, or is written in a way that only a person can add to';

function edited(text: string, edits: readonly Edit[]): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return [...edits]
    .sort((a, b) => b.from - a.from || b.to - a.to)
    .reduce(
      (all, edit) => all.slice(0, edit.from) + edit.text.replaceAll('\n', lineEnd) + all.slice(edit.to),
      text,
    );
}

function editsFor(text: string, { cluster, record }: ClusterRecord): readonly Edit[] | undefined {
  const { contents } = parseDocument(text, { uniqueKeys: false });
  const atTheEnd = [insert(text.length, lineBefore(text) + linesText(entryLines(cluster, record)))];
  if (contents === null) return atTheEnd;
  if (!isMap(contents)) return undefined;
  const clusters = pairOf(contents, 'clusters');
  if (clusters === undefined) return contents.flow === true ? undefined : atTheEnd;
  if (!isSeq(clusters.value)) return undefined;
  const entry = clusters.value.items
    .filter((item) => isMap(item))
    .find((item) => entryName(item) === cluster);
  if (entry === undefined) return newEntry(text, clusters.value, { cluster, record });
  const rules = pairOf(entry, 'default-rules');
  if (rules === undefined) return newKey(text, entry, record);
  return rules.value === null ? undefined : changedValue(text, rules.value, record);
}

interface Pair {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

function pairOf({ items }: YAMLMap.Parsed, name: string): Pair | undefined {
  return items.find(({ key }) => isScalar(key) && key.value === name);
}

function entryName(entry: YAMLMap.Parsed): unknown {
  const name = pairOf(entry, 'name')?.value;
  return isScalar(name) ? name.value : undefined;
}

/** An entry for the cluster, the last of the list. */
function newEntry(
  text: string,
  list: YAMLSeq.Parsed,
  { cluster, record }: ClusterRecord,
): readonly Edit[] | undefined {
  const [from, to] = list.range;
  const name = nameText(cluster);
  const last = list.items.at(-1);
  if (last === undefined) {
    return [{ from, to, text: `[{ name: ${name}, ${defaultRulesText(record)} }]` }];
  }
  if (list.flow === true) {
    return [insert(last.range[1], `, { name: ${name}, ${defaultRulesText(record)} }`)];
  }
  const indent = ' '.repeat(columnOf(text, from));
  const at = lineAfter(text, to);
  const lines = [`${indent}- name: ${name}`, `${indent}  ${defaultRulesText(record)}`];
  return [insert(at, lineBefore(text.slice(0, at)) + linesText(lines))];
}

/** The key in an entry that has none, below the name. */
function newKey(text: string, entry: YAMLMap.Parsed, record: DefaultRuleRecord): readonly Edit[] {
  const name = pairOf(entry, 'name');
  if (name === undefined || name.value === null) return [];
  const [, end] = name.value.range;
  if (entry.flow === true) return [insert(end, `, ${defaultRulesText(record)}`)];
  const indent = ' '.repeat(columnOf(text, name.key.range[0]));
  const at = lineAfter(text, end);
  return [insert(at, lineBefore(text.slice(0, at)) + linesText([indent + defaultRulesText(record)]))];
}

/** The value of the key: what is written in lines keeps its lines and their comments. */
function changedValue(
  text: string,
  rules: ParsedNode,
  record: DefaultRuleRecord,
): readonly Edit[] | undefined {
  if (!isMap(rules) || rules.flow === true) return replaced(text, rules, entryText(record));
  const { gone, standing } = record;
  const edits = [
    changedList(text, rules, { key: 'gone', ids: gone }),
    standing === 'all' ? [] : changedList(text, rules, { key: 'standing', ids: standing }),
  ];
  return edits.some((one) => one === undefined) ? undefined : edits.flatMap((one) => one ?? []);
}

function changedList(
  text: string,
  rules: YAMLMap.Parsed,
  { key, ids }: { readonly key: string; readonly ids: readonly string[] },
): readonly Edit[] | undefined {
  const pair = pairOf(rules, key);
  if (pair === undefined) return ids.length === 0 ? [] : newList(text, rules, `${key}: [${ids.join(', ')}]`);
  const { value } = pair;
  if (!isSeq(value) || value.flow === true) {
    return value === null ? undefined : replaced(text, value, `[${ids.join(', ')}]`);
  }
  const there = value.items.map((item) => ({ item, id: isScalar(item) ? item.value : undefined }));
  const left = there.filter(({ id }) => ids.some((one) => one === id));
  // A list of lines cannot be empty.
  if (left.length === 0 && ids.length === 0) {
    return [{ from: lineStart(text, pair.key.range[0]), to: lineAfter(text, value.range[1]), text: '' }];
  }
  const indent = ' '.repeat(columnOf(text, value.range[0]));
  const at = lineAfter(text, Math.max(...there.map(({ item }) => item.range[1])));
  const more = ids.filter((one) => !there.some(({ id }) => id === one)).map((id) => `${indent}- ${id}`);
  return [
    ...there
      .filter((one) => !left.includes(one))
      .map(({ item: { range } }) => ({
        from: lineStart(text, range[0]),
        to: lineAfter(text, range[1]),
        text: '',
      })),
    ...(more.length === 0 ? [] : [insert(at, lineBefore(text.slice(0, at)) + linesText(more))]),
  ];
}

function newList(text: string, { items: [first] }: YAMLMap.Parsed, line: string): readonly Edit[] {
  if (first === undefined) return [];
  const [from] = first.key.range;
  return [insert(lineStart(text, from), linesText([' '.repeat(columnOf(text, from)) + line]))];
}

/** Another value in the place of one; undefined when a comment within it would go. */
function replaced(text: string, { range: [from, to] }: ParsedNode, by: string): readonly Edit[] | undefined {
  const old = text.slice(from, to);
  return old.includes('#') ? undefined : [{ from, to, text: by + (old.endsWith('\n') ? '\n' : '') }];
}

function insert(at: number, text: string): Edit {
  return { from: at, to: at, text };
}

function linesText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** A line end, when the text does not end with one. */
function lineBefore(text: string): string {
  return text === '' || text.endsWith('\n') ? '' : '\n';
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The start of the next line; the place itself when it is the start of one. */
function lineAfter(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

type Tree = Readonly<Record<string, unknown>>;

/** The value of the file; undefined when it is no YAML that we read. */
function fileValue(text: string): unknown {
  const { tree } = readYaml(text);
  return tree.ok ? (tree.value.value ?? {}) : undefined;
}

/** What a file with this value says once the records are in it, in a form that can be compared. */
function expected(value: unknown, records: readonly ClusterRecord[]): unknown {
  if (value === undefined) return undefined;
  const file = asTree(value);
  const clusters = Array.isArray(file['clusters']) ? file['clusters'].map(asTree) : [];
  const said = new Map(records.map(({ cluster, record }) => [cluster, record]));
  const known = clusters.map((entry) => {
    const record = said.get(String(entry['name'])) ?? entry['default-rules'];
    return record === undefined ? entry : { ...entry, 'default-rules': inOneOrder(asTree(record)) };
  });
  const added = [...said]
    .filter(([name]) => !clusters.some((entry) => entry['name'] === name))
    .map(([name, record]) => ({ name, 'default-rules': inOneOrder(asTree(record)) }));
  return { ...file, clusters: [...known, ...added] };
}

function inOneOrder({ gone, standing }: Tree): Tree {
  const sorted = (ids: unknown): unknown => (Array.isArray(ids) ? ids.map(String).sort() : (ids ?? []));
  return { gone: sorted(gone), standing: sorted(standing) };
}

function asTree(value: unknown): Tree {
  return Object.fromEntries(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
