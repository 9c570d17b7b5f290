/** Real inputs that cases begin from: the recorded plans, what lies beside them, and answers of the APIs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { memo } from '../../../src/collections.js';
import { FIXTURES } from '../fixture-report.js';
import { type JsonBase, jsonBase } from './mutate-json.js';

/** Beyond this a case costs much and shows no more. */
const LARGEST_BYTES = 30_000;

/** A recorded case: what a run reads, by the names of the files. */
export interface Story {
  readonly name: string;
  readonly plan: JsonBase;
  readonly configuration: string | undefined;
  readonly facts: JsonBase | undefined;
  readonly sources: Readonly<Record<string, string>>;
}

/** The small ones of the recorded cases. */
export const stories = once((): readonly Story[] =>
  readdirSync(FIXTURES).flatMap((name) => {
    const file = path.join(FIXTURES, name, 'plan.json');
    if (!existsSync(file) || readFileSync(file).length > LARGEST_BYTES) return [];
    const files = readdirSync(path.dirname(file));
    const facts = files.find((one) => /^(?:facts|rules|platform)\.json$/.test(one));
    return [
      {
        name,
        plan: jsonBase(withoutUnread(jsonOf(name, 'plan.json'))),
        configuration: files.includes('cce-plan-guard.yml') ? textOf(name, 'cce-plan-guard.yml') : undefined,
        facts: facts === undefined ? undefined : jsonBase(jsonOf(name, facts)),
        sources: Object.fromEntries(
          files.filter((one) => /\.tf(?:\.json)?$/.test(one)).map((one) => [one, textOf(name, one)]),
        ),
      },
    ];
  }),
);

/** What nobody reads would take most of the changes. */
function withoutUnread(plan: unknown): unknown {
  const entries = Object.entries(plan as object).map(([key, value]) => [
    key,
    ['planned_values', 'relevant_attributes', 'checks', 'output_changes'].includes(key)
      ? {}
      : (value as unknown),
  ]);
  return Object.fromEntries(entries) as unknown;
}

/** Facts of each kind: our own file, answers of both APIs, lists of the command line, a state. */
export const factsBases = once((): readonly JsonBase[] => {
  const judged = path.join(FIXTURES, 'cloud', 'judged');
  return [
    ...stories().flatMap(({ facts }) => (facts === undefined ? [] : [facts])),
    jsonBase(jsonOf('cloud', 'facts.json')),
    ...readdirSync(judged)
      .filter((name) => name === 'answers.json')
      .map((name) => jsonBase(jsonOf('cloud', 'judged', name))),
  ];
});

/** Terraform files. */
export const sourceTexts = once((): readonly string[] =>
  stories().flatMap(({ sources }) => Object.values(sources)),
);

/** Payloads of events. */
export const events = once((): readonly { readonly name: string; readonly base: JsonBase }[] =>
  readdirSync(path.join(FIXTURES, 'github', 'events')).map((file) => ({
    name: path.basename(file, '.json'),
    base: jsonBase(jsonOf('github', 'events', file)),
  })),
);

/** Does it once, when somebody asks. */
export function once<T>(make: () => T): () => T {
  const made = memo<undefined, T>(make);
  return () => made(undefined);
}

function textOf(...names: readonly string[]): string {
  return readFileSync(path.join(FIXTURES, ...names), 'utf8');
}

function jsonOf(...names: readonly string[]): unknown {
  return JSON.parse(textOf(...names)) as unknown;
}
