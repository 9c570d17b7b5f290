/** The references of docs/: of commands, by what they say of themselves, and of files, by their published schemas. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { completedCommands, runCommand } from '../../../src/command/commands.js';
import { ok } from '../../../src/result.js';
import { ROOT } from '../workflows.js';

const MADE = 'Written from the code (`npm run docs`).';

/** What `help` prints, of one command or of all. */
export async function helpOf(...argv: readonly string[]): Promise<string> {
  let written = '';
  await runCommand(['help', ...argv], {
    ...{ now: new Date(0), env: {}, note: () => undefined, terminal: () => undefined },
    write(text) {
      written += text;
      return ok(undefined);
    },
  });
  return written;
}

/** docs/commands.md. */
export async function commandsPage(): Promise<string> {
  const sections: string[] = [];
  for (const { name } of await completedCommands())
    sections.push(`## ${name}\n\n\`\`\`\n${(await helpOf(name)).trimEnd()}\n\`\`\``);
  return page('Commands', [`What \`cce-plan-guard help COMMAND\` prints. ${MADE}`, ...sections]);
}

/** A part of a JSON schema, as far as a reference tells it. */
interface Schema {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

interface KeyRow {
  readonly key: string;
  readonly takes: string;
  readonly description: string;
}

function schemaOf(name: string): Schema {
  return JSON.parse(readFileSync(path.join(ROOT, 'schema', `${name}-1.json`), 'utf8')) as Schema;
}

/** docs/configuration.md: every key of the file. */
export function configurationPage(): string {
  // What one check takes, each does: they differ in name alone.
  const { severity, ...rest } = schemaOf('configuration').properties ?? {};
  const [check = ''] = Object.keys(severity?.properties ?? {});
  const rows = [
    ...keyRows({ properties: rest }, ''),
    {
      key: 'severity',
      takes: '',
      description: severity?.description ?? 'How grave the findings of checks are.',
    },
    ...keyRows({ properties: { 'severity.CHECK': severity?.properties?.[check] ?? {} } }, ''),
  ];
  return page('Configuration', [
    `Every key of \`cce-plan-guard.yml\`; \`[]\` stands for each entry of a list. Editors know the same from the schema: see [install.md](install.md#configuration). ${MADE}`,
    tableOf('key', rows),
  ]);
}

/** docs/report.md: every field of the JSON report. */
export function reportPage(): string {
  return page('JSON report, version 1', [
    `What \`--format json\` writes, and the output \`report\` of the Action names. Fields may be added, none is changed or taken away. [Schema](../schema/report-1.json). ${MADE}`,
    tableOf('field', keyRows(schemaOf('report'), '')),
  ]);
}

function keyRows(schema: Schema, at: string): readonly KeyRow[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    const key = at === '' ? name : `${at}.${name}`;
    return [{ key, takes: takesOf(part), description: describe(part) }, ...keyRows(part, key)];
  });
  const inner = schema.items === undefined ? [] : keyRows(schema.items, `${at}[]`);
  const others = (schema.anyOf ?? []).flatMap((one) => keyRows(one, at));
  return [...own, ...inner, ...others];
}

function describe({ description, items, anyOf = [] }: Schema): string {
  const [first] = [description, items?.description, ...anyOf.map((one) => one.description)].filter(
    (text) => text !== undefined,
  );
  return first ?? '';
}

const ENUM_LIMIT = 8;

function takesOf({ type, enum: values, const: only, items, anyOf }: Schema): string {
  if (only !== undefined) return code(JSON.stringify(only));
  if (values !== undefined) {
    const shown = values.slice(0, ENUM_LIMIT).map((value) => code(String(value)));
    return [...shown, ...(values.length > ENUM_LIMIT ? [`${values.length - ENUM_LIMIT} more`] : [])].join(
      ', ',
    );
  }
  if (anyOf !== undefined) return [...new Set(anyOf.map(takesOf))].filter((text) => text !== '').join(' or ');
  if (type === 'array')
    return `list${items === undefined || items.type === 'object' ? '' : ` of ${takesOf(items)}`}`;
  return (
    { string: 'text', integer: 'whole number', boolean: '`true`, `false`', object: '' }[type ?? ''] ??
    type ??
    ''
  );
}

function code(text: string): string {
  return `\`${text}\``;
}

function tableOf(head: string, rows: readonly KeyRow[]): string {
  const lines = rows.map(({ key, takes, description }) =>
    [code(key), takes, description].map((cell) => cell.replaceAll('|', '\\|')).join(' | '),
  );
  return [`| ${head} | takes | what it is |`, '|---|---|---|', ...lines.map((line) => `| ${line} |`)].join(
    '\n',
  );
}

/** Keys and fields of which the schema says nothing. */
export function undescribed(): readonly string[] {
  return ['configuration', 'report'].flatMap((name) =>
    keyRows(schemaOf(name), '')
      .filter(({ description }) => description === '')
      .map(({ key }) => `${name}: ${key}`),
  );
}

function page(title: string, parts: readonly string[]): string {
  return `${[`# ${title}`, ...parts].join('\n\n')}\n`;
}
