/** Readers and parsers, each by itself. */
import { CHECK_IDS } from '../../../src/check/check-id.js';
import { readProject, withNodePools } from '../../../src/cloud/facts.js';
import type { Session } from '../../../src/cloud/session.js';
import { readConfiguration } from '../../../src/config/read-configuration.js';
import { withDefaultRules } from '../../../src/config/write-default-rules.js';
import { factsOfFiles } from '../../../src/facts/facts-of.js';
import { NO_SOURCE, openPlan } from '../../../src/plan/read-plan.js';
import { ok } from '../../../src/result.js';
import { type Hcl, loadHcl } from '../../../src/source/hcl/hcl.js';
import { hclFileOf } from '../../../src/source/hcl/hcl-file.js';
import { jsonFileOf } from '../../../src/source/hcl/json-file.js';
import { partsOf, referencesIn } from '../../../src/terraform/expression.js';
import { smallProject } from '../cloud/project.js';
import { GOOD } from '../config/examples.js';
import { memoryReader } from '../source/memory-reader.js';
import { factsBases, once, sourceTexts, stories } from './bases.js';
import { bytesTarget, type FuzzTarget, textTarget } from './campaign.js';
import { clouds } from './clouds-target.js';
import { bounded, need, refused } from './holds.js';
import { type JsonBase, jsonBase, jsonBytes } from './mutate-json.js';
import { textMutated } from './mutate-text.js';
import type { Random } from './random.js';
import { addresses, argv, comments, event, packets, patch, references } from './text-targets.js';

/** More than any input of that size is worth; ten to a hundred times what the dearest recorded one takes. */
const STEPS = 5_000_000;

const plan = bytesTarget(
  'plan',
  (random) =>
    jsonBytes(
      stories().map((story) => story.plan),
      random,
    ),
  (bytes) => {
    const open = bounded(STEPS, () => openPlan(bytes));
    if (!open.ok) return refused(open.error.message, 'what is said of the plan');
    bounded(STEPS, () => open.value(NO_SOURCE));
    return true;
  },
);

const configurations = once(() => [
  ...GOOD.map(([, text]) => text),
  ...stories().flatMap(({ configuration }) => (configuration === undefined ? [] : [configuration])),
]);

function configurationText(random: Random): string {
  const [text, other] = [random.pick(configurations()), random.pick(configurations())];
  return textMutated(text, other, random);
}

const configuration = textTarget('configuration', configurationText, (text) => {
  const read = readConfiguration(text, CHECK_IDS);
  return read.ok || refused(read.error.message, 'what is said of the configuration');
});

const RECORDS = [
  { cluster: 'prod', record: { gone: ['T1.9'], standing: [] } },
  { cluster: 'zq: "new" #', record: { gone: ['T1.2'], standing: ['T1.3'] } },
] as const;

const defaultRules = textTarget('default-rules', configurationText, (text) => {
  if (!readConfiguration(text, CHECK_IDS).ok) return false;
  const written = withDefaultRules(text, RECORDS);
  if (!written.ok) return refused(written.error, 'why nothing is written');
  const read = readConfiguration(written.value, CHECK_IDS);
  need(read.ok, `what is written cannot be read: ${read.ok ? '' : read.error.message}\n${written.value}`);
  const again = withDefaultRules(written.value, RECORDS);
  need(
    again.ok && again.value === written.value,
    `a second time writes something else:\n${again.ok ? again.value : again.error}`,
  );
  return true;
});

const facts = bytesTarget(
  'facts',
  (random) => jsonBytes(factsBases(), random),
  (bytes) => {
    const read = bounded(STEPS, () => factsOfFiles([{ path: 'facts.json', bytes }], undefined));
    return read.ok || refused(read.error.error.message, 'what is said of the facts');
  },
);

/** The parser has read enough after so many characters; then there is a new one. */
let parser: { readonly hcl: Promise<Hcl | undefined>; cases: number } | undefined;
function sharedHcl(): Promise<Hcl | undefined> {
  if (parser === undefined || parser.cases++ > 300) {
    const grammar = memoryReader({}).grammar();
    parser = { hcl: grammar.then(loadHcl), cases: 0 };
  }
  return parser.hcl;
}

const ASKED = [
  ['resource', ['opentelekomcloud_networking_secgroup_rule_v2', 'egress']],
  ['resource', ['opentelekomcloud_cce_cluster_v3', 'prod']],
  ['locals', []],
  ['module', ['net']],
] as const;

const hcl = textTarget(
  'hcl',
  (random) => textMutated(random.pick(sourceTexts()), random.pick(sourceTexts()), random),
  async (text) => {
    const file = hclFileOf(text, sharedHcl);
    const keys = [...(file.keys ?? [])];
    need(keys.length <= text.length, 'there are more headers than characters');
    for (const [type, labels] of ASKED) {
      const { blocks } = await file.find(type, labels);
      for (const { attributes } of blocks) for (const { value } of attributes.values()) walked(value);
    }
    return keys.length > 0;
  },
);

function walked(value: Parameters<typeof partsOf>[0]): void {
  referencesIn(value);
  for (const part of partsOf(value)) partsOf(part);
}

const JSON_SOURCES: readonly JsonBase[] = [
  jsonBase({
    resource: {
      opentelekomcloud_networking_secgroup_rule_v2: {
        egress: {
          direction: 'egress',
          security_group_id: '${module.net.id}',
          protocol: 'tcp',
          for_each: { a: 1, b: { c: [2] } },
        },
      },
      opentelekomcloud_cce_cluster_v3: { prod: [{ name: 'prod' }, { name: '${local.name}' }] },
    },
    locals: { name: 'prod', list: ['a', '${var.b}'] },
    module: { net: { source: './net', count: 2 } },
  }),
];

const jsonSource = bytesTarget(
  'tf-json',
  (random) => jsonBytes(JSON_SOURCES, random),
  async (bytes) => {
    const file = jsonFileOf(new TextDecoder().decode(bytes));
    let count = 0;
    for (const [type, labels] of ASKED) {
      const { blocks } = await file.find(type, labels);
      count += blocks.length;
      for (const { attributes } of blocks) for (const { value } of attributes.values()) walked(value);
    }
    return count > 0;
  },
);

/** With a rule of the other direction: a list that has none is taken for one that was filtered. */
const project = once(() => {
  const lists = smallProject();
  const rules = lists['v2.0/security-group-rules'] ?? [];
  const egress = rules.slice(0, 1).map((rule) => ({ ...rule, id: 'egress', direction: 'egress' }));
  return jsonBase({ ...lists, 'v2.0/security-group-rules': [...rules, ...egress] });
});

/** The cloud's API, by answers to each request; no network is in between. */
const cloud = bytesTarget(
  'cloud',
  (random) => jsonBytes([project()], random),
  async (bytes) => {
    let lists: unknown;
    try {
      lists = JSON.parse(new TextDecoder().decode(bytes));
    } catch {
      return false;
    }
    const now = new Date('2026-11-24T06:00:00Z');
    const session: Session = {
      projectId: 'p',
      region: 'eu-de',
      rootOf: () => ok(new URL('https://cloud.test/')),
      get: ({ pathname }) => Promise.resolve(ok(answerFor(lists, pathname))),
    };
    const read = await readProject(session, now);
    if (!read.ok) return refused(read.error.line, 'what is said of the cloud');
    const pooled = await withNodePools(session, read.value.facts);
    if (!pooled.ok) return refused(pooled.error.line, 'what is said of the cloud');
    // What is written can be read.
    const text = new TextEncoder().encode(JSON.stringify(pooled.value));
    const again = bounded(STEPS, () => factsOfFiles([{ path: 'facts.json', bytes: text }], undefined));
    return again.ok || refused(again.error.error.message, 'what is said of our own facts');
  },
);

function answerFor(lists: unknown, pathname: string): unknown {
  if (typeof lists !== 'object' || lists === null) return lists;
  const [end, items] = Object.entries<unknown>({ ...lists }).find(([key]) =>
    pathname.endsWith(`/${key}`),
  ) ?? ['', []];
  const name = pathname.startsWith('/api/v3/') ? 'items' : end.replace(/^.*\//, '').replaceAll('-', '_');
  return { [name]: items };
}

type Share = readonly [share: number, target: FuzzTarget<Uint8Array>];

/** How many of a hundred cases each one gets: what is large and dear has more to break, and fewer tries. */
export const READERS: readonly Share[] = [
  [13, plan],
  [10, configuration],
  [4, defaultRules],
  [13, facts],
  [5, hcl],
  [8, jsonSource],
  [9, references],
  [7, packets],
  [7, addresses],
  [8, patch],
  [6, comments],
  [4, event],
  [2, argv],
  [2, cloud],
  [2, clouds],
];
