/** Is it SARIF, and is it SARIF that GitHub takes? */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';

const SCHEMA = path.join(import.meta.dirname, '..', '..', '..', 'fixtures', 'schemas', 'sarif-2.1.0.json');

/** The schema is of draft 4; what it uses of it means the same today, but for the names of two keys. */
function validator(): (log: unknown) => readonly unknown[] {
  const {
    $schema: draft,
    id,
    ...schema
  } = JSON.parse(readFileSync(SCHEMA, 'utf8')) as Record<string, unknown>;
  if (!String(draft).includes('draft-04') || !String(id).includes('/sarif/v2.1.0/errata01/os/')) {
    throw new Error('another schema');
  }
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const compiled = ajv.compile(schema);
  return (log) => (compiled(log) ? [] : (compiled.errors ?? []));
}

const validate = validator();

/** What the schema has against it; empty when it is valid. */
export function schemaErrors(log: unknown): readonly unknown[] {
  return validate(log);
}

/** What GitHub requires, and its limits. */
export function githubProblems({ $schema, runs }: Log): readonly string[] {
  const problems: string[] = [];
  const check = (isGood: boolean, problem: string): void => {
    if (!isGood) problems.push(problem);
  };
  check($schema === 'https://json.schemastore.org/sarif-2.1.0.json', '$schema');
  check(runs.length === 1, 'runs');
  for (const { tool, results = [], automationDetails, columnKind } of runs) {
    const rules = tool.driver.rules ?? [];
    check(tool.driver.name === 'cce-plan-guard', 'tool');
    check(/^cce-plan-guard\/(.+\/)?$/.test(automationDetails?.id ?? ''), 'category');
    check(columnKind === 'utf16CodeUnits', 'columns');
    check(rules.length <= 25_000 && results.length <= 5000, 'counts');
    check(new Set(rules.map(({ id }) => id)).size === rules.length, 'rules are there once');
    for (const {
      id,
      name,
      shortDescription,
      fullDescription,
      help,
      properties,
      defaultConfiguration,
    } of rules) {
      check(/^[a-z-]+$/.test(id), `${id}: id`);
      check(/^\w{1,255}$/.test(name ?? ''), `${id}: name`);
      for (const text of [shortDescription?.text, fullDescription?.text]) {
        check(text !== undefined && text.length > 0 && text.length <= 1024, `${id}: description`);
      }
      check(Boolean(help?.text) && Boolean(help?.markdown), `${id}: help`);
      const tags = properties?.tags ?? [];
      check(tags.includes('security') && tags.length <= 20, `${id}: tags`);
      // With one, all findings of a rule would be as grave as its worst.
      check(!('security-severity' in (properties ?? {})), `${id}: security-severity`);
      check(['error', 'warning', 'note'].includes(defaultConfiguration?.level ?? ''), `${id}: level`);
    }
    const prints = results.map(({ partialFingerprints: p }) => p?.['primaryLocationLineHash'] ?? '');
    check(new Set(prints).size === prints.length, 'fingerprints are there once');
    for (const { ruleId, ruleIndex, message, locations = [], relatedLocations = [], level } of results) {
      check(rules[ruleIndex ?? -1]?.id === ruleId, 'rule index');
      check(['error', 'warning', 'note'].includes(level ?? ''), 'level');
      check((message.text ?? '').trim() !== '', 'message');
      check(locations.length === 1 && relatedLocations.length <= 100, 'locations');
      for (const { physicalLocation } of [...locations, ...relatedLocations]) {
        const uri = physicalLocation?.artifactLocation?.uri ?? '';
        check(
          /^(?:[\w.!~*'()-]|%[0-9A-F]{2})+(?:\/(?:[\w.!~*'()-]|%[0-9A-F]{2})+)*$/.test(uri),
          `uri ${uri}`,
        );
        check(!/^\.\/|^\/|(^|\/)\.\.(\/|$)/.test(uri), `uri ${uri}`);
        check((physicalLocation?.region?.startLine ?? 0) >= 1, 'line');
      }
    }
  }
  return problems;
}
