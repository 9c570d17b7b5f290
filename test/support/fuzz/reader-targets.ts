/** Readers and parsers, each by itself. */
import { CHECK_IDS } from '../../../src/check/check-id.js';
import { readProject, withNodePools } from '../../../src/cloud/facts.js';
import type { Session } from '../../../src/cloud/session.js';
import { readCheckOptions } from '../../../src/command/check-command.js';
import { readConfiguration } from '../../../src/config/read-configuration.js';
import { parsePackets } from '../../../src/config/packets.js';
import { withDefaultRules } from '../../../src/config/write-default-rules.js';
import { factsOfFiles } from '../../../src/facts/facts-of.js';
import { lineFingerprints } from '../../../src/github/review/marker.js';
import { readMemory } from '../../../src/github/review/memory.js';
import { shownLines } from '../../../src/github/review/anchor.js';
import { parsePatch } from '../../../src/github/review/patch.js';
import { safeLine } from '../../../src/github/step/log.js';
import { resolveTarget, trustOf } from '../../../src/github/step/target.js';
import { cidrsOf, parseAddressRange, parseCidr } from '../../../src/net/address.js';
import { NO_SOURCE, openPlan } from '../../../src/plan/read-plan.js';
import { ok } from '../../../src/result.js';
import { type Hcl, loadHcl } from '../../../src/source/hcl/hcl.js';
import { hclFileOf } from '../../../src/source/hcl/hcl-file.js';
import { jsonFileOf } from '../../../src/source/hcl/json-file.js';
import { partsOf, referencesIn } from '../../../src/terraform/expression.js';
import { maximalReferences, parseAddress, parseTraversal, stepsText } from '../../../src/terraform/traversal.js';
import { smallProject } from '../cloud/project.js';
import { GOOD } from '../config/examples.js';
import { memoryReader } from '../source/memory-reader.js';
import { events, factsBases, once, sourceTexts, stories } from './bases.js';
import type { FuzzTarget } from './campaign.js';
import { bounded, need, needLine, needNoCommand } from './holds.js';
import { anyValue, type JsonBase, jsonBase, mutated } from './mutate-json.js';
import { bytesMutated, textMutated } from './mutate-text.js';
import type { Random } from './random.js';

/** More than any input of that size is worth; ten to a hundred times what the dearest recorded one takes. */
const STEPS = 5_000_000;

function textTarget(name: string, make: (random: Random) => string, hold: FuzzTarget<string>['hold']): FuzzTarget<string> {
  return { name, make, hold, toFile: (text) => text, fromFile: (bytes) => new TextDecoder().decode(bytes) };
}

function bytesTarget(
  name: string,
  make: (random: Random) => Uint8Array,
  hold: FuzzTarget<Uint8Array>['hold'],
): FuzzTarget<Uint8Array> {
  return { name, make, hold, toFile: (bytes) => bytes, fromFile: (bytes) => bytes };
}

/** A document with changes of its structure, now and then of its bytes. */
export function jsonBytes(bases: readonly JsonBase[], random: Random): Uint8Array {
  const document = mutated(random.pick(bases), random.pick(bases), random);
  const bytes = new TextEncoder().encode(JSON.stringify(document) ?? '');
  return random.percent(10) ? bytesMutated(bytes, random) : bytes;
}

const plan = bytesTarget(
  'plan',
  (random) => jsonBytes(stories().map((story) => story.plan), random),
  (bytes) => {
    const open = bounded(STEPS, () => openPlan(bytes));
    if (!open.ok) return needLine(open.error.message, 'what is said of the plan');
    bounded(STEPS, () => open.value(NO_SOURCE));
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
  if (!read.ok) needLine(read.error.message, 'what is said of the configuration');
});

const RECORDS = [
  { cluster: 'prod', record: { gone: ['T1.9'], standing: [] } },
  { cluster: 'zq: "new" #', record: { gone: ['T1.2'], standing: ['T1.3'] } },
] as const;

const defaultRules = textTarget('default-rules', configurationText, (text) => {
  if (!readConfiguration(text, CHECK_IDS).ok) return;
  const written = withDefaultRules(text, RECORDS);
  if (!written.ok) return needLine(written.error, 'why nothing is written');
  const read = readConfiguration(written.value, CHECK_IDS);
  need(read.ok, `what is written cannot be read: ${read.ok ? '' : read.error.message}\n${written.value}`);
  const again = withDefaultRules(written.value, RECORDS);
  need(again.ok && again.value === written.value, `a second time writes something else:\n${again.ok ? again.value : again.error}`);
});

const facts = bytesTarget(
  'facts',
  (random) => jsonBytes(factsBases(), random),
  (bytes) => {
    const read = bounded(STEPS, () => factsOfFiles([{ path: 'facts.json', bytes }], undefined));
    if (!read.ok) needLine(read.error.error.message, 'what is said of the facts');
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
        egress: { direction: 'egress', security_group_id: '${module.net.id}', protocol: 'tcp', for_each: { a: 1, b: { c: [2] } } },
      },
      opentelekomcloud_cce_cluster_v3: { prod: [{ name: 'prod' }, { name: '${local.name}' }] },
    },
    locals: { name: 'prod', list: ['a', '${var.b}'] },
    module: { net: { source: './net', count: 2 } },
  }),
];

const jsonSource = bytesTarget('tf-json', (random) => jsonBytes(JSON_SOURCES, random), async (bytes) => {
  const file = jsonFileOf(new TextDecoder().decode(bytes));
  for (const [type, labels] of ASKED) {
    const { blocks } = await file.find(type, labels);
    for (const { attributes } of blocks) for (const { value } of attributes.values()) walked(value);
  }
});

const REFERENCES = [
  'module.net[0].opentelekomcloud_networking_secgroup_rule_v2.egress["a.b\\"c"]',
  'data.opentelekomcloud_vpc_v1.this[12].id',
  'local.rules["x"][0].ports[*].from',
  'each.value.cidr',
  'var.groups[each.key].id',
];

const references = textTarget(
  'references',
  (random) => textMutated(random.pick(REFERENCES), random.pick(REFERENCES), random),
  (text) => {
    const steps = parseTraversal(text);
    parseAddress(text);
    maximalReferences(text.split(','));
    if (steps === undefined) return;
    const written = stepsText(steps);
    const again = parseTraversal(written);
    need(again !== undefined && stepsText(again) === written, `it is written as ${written}, and not read as that`);
  },
);

const PACKETS = ['tcp/30000-32767 from 203.0.113.0/24', 'udp/53 to any', 'icmp from 0.0.0.0/0', 'all to 2000::/3', '47 from 10.0.0.0/8'];

const packets = textTarget(
  'packets',
  (random) => textMutated(random.pick(PACKETS), random.pick(PACKETS), random),
  (text) => {
    const read = parsePackets(text);
    if (!read.ok) needLine(read.error, 'what is said of the packets');
  },
);

const ADDRESSES = ['10.0.0.0/8', '0.0.0.0/0', '::/0', '2001:db8::/32', '::ffff:10.0.0.0/104', '10.0.0.1-10.0.0.9', '192.168.0.1/16'];

const addresses = textTarget(
  'addresses',
  (random) => (random.percent(30) ? String(anyValue(random)) : textMutated(random.pick(ADDRESSES), random.pick(ADDRESSES), random)),
  (text) => {
    for (const peers of [parseCidr(text)?.peers, parseAddressRange(text)]) {
      const cidrs = peers === undefined ? [] : cidrsOf(peers);
      need(cidrs.length <= 256, 'it comes to many ranges');
      need(cidrs.every((cidr) => parseCidr(cidr) !== undefined), `what it comes to is none: ${cidrs.join()}`);
    }
  },
);

const PATCHES = [
  '@@ -1,4 +1,5 @@ resource "x" "y" {\n a\n-b\n+c\n+d\n e\n f',
  '@@ -1 +1 @@\n-x\n+y\n\\ No newline at end of file',
  '@@ -0,0 +1,3 @@\n+a\n+b\n+c\n@@ -9,2 +12,2 @@ locals {\r\n x\r\n-y\r\n+z',
];

const patch = textTarget(
  'patch',
  (random) => textMutated(random.pick(PATCHES), random.pick(PATCHES), random),
  (text) => {
    const lines = parsePatch(text);
    need(lines.right.size + lines.left.size <= 2 * text.split('\n').length, 'there are more lines than lines');
    for (const side of [lines.right, lines.left]) {
      for (const number of side.keys()) need(Number.isInteger(number) && number >= 0, `line ${number}`);
    }
    shownLines(lines, text.split('\n'));
  },
);

const BODIES = [
  '### x\n<!-- cce-plan-guard:summary key=0123456789abcdef -->\n<!-- cce-plan-guard:now egress-minimum:0123456789abcdef.T8.2,waiver:0123456789abcdef gone -->',
  '<!-- cce-plan-guard:memory now=egress-minimum:0123456789abcdef.T8.2 gone=0123456789abcdef.3.T1.1 -->',
  '<!-- cce-plan-guard:line key=0123456789abcdef fingerprints=0123456789abcdef,fedcba9876543210 -->',
];

const comments = textTarget(
  'comments',
  (random) => textMutated(random.pick(BODIES), random.pick(BODIES), random),
  (text) => {
    const { now, gone } = readMemory(text);
    const known: readonly string[] = CHECK_IDS;
    need([...now, ...gone].every(({ check }) => known.includes(check)), 'a check that is none is remembered');
    lineFingerprints(text, '0123456789abcdef');
    for (const line of text.split('\n')) needNoCommand(safeLine(line), 'a line of the log');
  },
);

const event = bytesTarget(
  'event',
  (random) => {
    const { name, base } = random.pick(events());
    const payload = mutated(base, random.pick(events()).base, random);
    return new TextEncoder().encode(JSON.stringify({ name: random.percent(90) ? name : anyValue(random), payload }));
  },
  (bytes) => {
    const { name, payload } = JSON.parse(new TextDecoder().decode(bytes)) as { name: unknown; payload: unknown };
    const input = { name: String(name), payload, sha: 'c'.repeat(40), actor: 'alice' };
    const target = resolveTarget(input);
    const trust = trustOf(input, target);
    // What a stranger proposes never has a say of itself.
    const isProposal = input.name.startsWith('pull_request') || input.name === 'issue_comment';
    need(!isProposal || trust.kind !== 'checkout', 'the configuration of the proposal counts');
    if (target.kind === 'pr') need(/^[0-9a-f]{40,64}$/.test(target.headSha), `head ${target.headSha}`);
  },
);

const ARGUMENTS = [
  ['plan.json', '--format', 'json', '--output', 'report.json', '--fail-on', 'warning'],
  ['-', '--facts', 'facts.json', '--facts-date', '2026-11-24T06:00:00Z', '--require-cluster', '--deadline', '60'],
  ['a.json', 'b.json', '--config=x.yml', '--source', '.', '--base', 'HEAD', '--label', 'x', '--'],
];

const argv = bytesTarget(
  'arguments',
  (random) => {
    const words = [...random.pick(ARGUMENTS)];
    for (let edits = 1 + random.nat(4); edits > 0; edits--) {
      const at = random.nat(words.length + 1);
      const word = random.percent(50) ? String(anyValue(random)) : textMutated(random.pick(random.pick(ARGUMENTS)), '--', random);
      words.splice(at, random.nat(3), ...(random.percent(70) ? [word] : []));
    }
    return new TextEncoder().encode(JSON.stringify(words));
  },
  (bytes) => {
    const words = JSON.parse(new TextDecoder().decode(bytes)) as string[];
    const read = readCheckOptions(words);
    // The edge takes controls out of what it prints.
    if (!read.ok) need(read.error !== '' && !read.error.includes('\n    at '), `what is said: ${read.error}`);
    else need(read.value.plans.length > 0, 'there is nothing to judge');
  },
);

const project = once(() => jsonBase(smallProject()));

/** The cloud's API, by answers to each request; no network is in between. */
const cloud = bytesTarget(
  'cloud',
  (random) => jsonBytes([project()], random),
  async (bytes) => {
    let lists: unknown;
    try {
      lists = JSON.parse(new TextDecoder().decode(bytes));
    } catch {
      return;
    }
    const now = new Date('2026-11-24T06:00:00Z');
    const session: Session = {
      projectId: 'p',
      region: 'eu-de',
      rootOf: () => ok(new URL('https://cloud.test/')),
      get: ({ pathname }) => Promise.resolve(ok(answerFor(lists, pathname))),
    };
    const read = await readProject(session, now);
    if (!read.ok) return needLine(read.error.line, 'what is said of the cloud');
    const pooled = await withNodePools(session, read.value.facts);
    if (!pooled.ok) return needLine(pooled.error.line, 'what is said of the cloud');
    // What is written can be read.
    const text = new TextEncoder().encode(JSON.stringify(pooled.value));
    const again = bounded(STEPS, () => factsOfFiles([{ path: 'facts.json', bytes: text }], undefined));
    if (!again.ok) needLine(again.error.error.message, 'what is said of our own facts');
  },
);

function answerFor(lists: unknown, pathname: string): unknown {
  if (typeof lists !== 'object' || lists === null) return lists;
  const [end, items] = Object.entries(lists).find(([key]) => pathname.endsWith(`/${key}`)) ?? ['', []];
  const name = pathname.startsWith('/api/v3/') ? 'items' : end.replace(/^.*\//, '').replaceAll('-', '_');
  return { [name]: items as unknown };
}

/** How many of a hundred cases each one gets: what is large and dear has more to break, and fewer tries. */
export const READERS: readonly (readonly [share: number, target: FuzzTarget<never>])[] = [
  [14, plan],
  [10, configuration],
  [4, defaultRules],
  [14, facts],
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
] as unknown as readonly (readonly [number, FuzzTarget<never>])[];

