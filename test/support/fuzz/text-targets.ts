/** Readers of short texts: references, packets, addresses, diffs, comments, events, arguments. */
import { readCheckOptions } from '../../../src/command/check-command.js';
import { parsePackets } from '../../../src/config/packets.js';
import { summaryMarker } from '../../../src/github/review/marker.js';
import { memoryLine, type Told } from '../../../src/github/review/memory.js';
import { readSummaryMemory } from '../../../src/github/review/old-memory.js';
import { shownLines } from '../../../src/github/review/anchor.js';
import { parsePatch } from '../../../src/github/review/patch.js';
import { safeLine } from '../../../src/github/step/log.js';
import { resolveTarget, trustOf } from '../../../src/github/step/target.js';
import { cidrsOf, parseAddressRange, parseCidr } from '../../../src/net/address.js';
import {
  maximalReferences,
  parseAddress,
  parseTraversal,
  stepsText,
} from '../../../src/terraform/traversal.js';
import { events } from './bases.js';
import { bytesTarget, textTarget } from './campaign.js';
import { need, needNoCommand, refused } from './holds.js';
import { anyValue, mutated } from './mutate-json.js';
import { textMutated } from './mutate-text.js';

const REFERENCES = [
  'module.net[0].opentelekomcloud_networking_secgroup_rule_v2.egress["a.b\\"c"]',
  'data.opentelekomcloud_vpc_v1.this[12].id',
  'local.rules["x"][0].ports[*].from',
  'each.value.cidr',
  'var.groups[each.key].id',
];

export const references = textTarget(
  'references',
  (random) => textMutated(random.pick(REFERENCES), random.pick(REFERENCES), random),
  (text) => {
    const steps = parseTraversal(text);
    parseAddress(text);
    maximalReferences(text.split(','));
    if (steps === undefined) return false;
    const written = stepsText(steps);
    const again = parseTraversal(written);
    need(
      again !== undefined && stepsText(again) === written,
      `it is written as ${written}, and not read as that`,
    );
    return true;
  },
);

const PACKETS = [
  'tcp/30000-32767 from 203.0.113.0/24',
  'udp/53 to any',
  'icmp from 0.0.0.0/0',
  'all to 2000::/3',
  '47 from 10.0.0.0/8',
];

export const packets = textTarget(
  'packets',
  (random) => textMutated(random.pick(PACKETS), random.pick(PACKETS), random),
  (text) => {
    const read = parsePackets(text);
    return read.ok || refused(read.error, 'what is said of the packets');
  },
);

const ADDRESSES = [
  '10.0.0.0/8',
  '0.0.0.0/0',
  '::/0',
  '2001:db8::/32',
  '::ffff:10.0.0.0/104',
  '10.0.0.1-10.0.0.9',
  '192.168.0.1/16',
];

export const addresses = textTarget(
  'addresses',
  (random) =>
    random.percent(30)
      ? String(anyValue(random))
      : textMutated(random.pick(ADDRESSES), random.pick(ADDRESSES), random),
  (text) => {
    const found = [parseCidr(text)?.peers, parseAddressRange(text)];
    for (const peers of found) {
      const cidrs = peers === undefined ? [] : cidrsOf(peers);
      need(cidrs.length <= 256, 'it comes to many ranges');
      need(
        cidrs.every((cidr) => parseCidr(cidr) !== undefined),
        `what it comes to is none: ${cidrs.join()}`,
      );
    }
    return found.some((peers) => peers !== undefined);
  },
);

const PATCHES = [
  '@@ -1,4 +1,5 @@ resource "x" "y" {\n a\n-b\n+c\n+d\n e\n f',
  '@@ -1 +1 @@\n-x\n+y\n\\ No newline at end of file',
  '@@ -0,0 +1,3 @@\n+a\n+b\n+c\n@@ -9,2 +12,2 @@ locals {\r\n x\r\n-y\r\n+z',
];

export const patch = textTarget(
  'patch',
  (random) => textMutated(random.pick(PATCHES), random.pick(PATCHES), random),
  (text) => {
    const lines = parsePatch(text);
    need(
      lines.right.size + lines.left.size <= 2 * text.split('\n').length,
      'there are more lines than lines',
    );
    for (const side of [lines.right, lines.left]) {
      for (const number of side.keys()) need(Number.isInteger(number) && number >= 0, `line ${number}`);
    }
    shownLines(lines, text.split('\n'));
    return lines.right.size > 0;
  },
);

const KEY = '0123456789abcdef';
const TOLD_NOW: Told = { severity: 'critical', words: 'Nodes lose DNS', ids: [KEY, 'fedcba9876543210'] };
const BODIES = [
  `${summaryMarker(KEY)}
### x

${memoryLine(KEY, { now: [TOLD_NOW], past: [{ ...TOLD_NOW, kind: 'mended', commit: 'c4d5e6f' }] })}`,
  `x

${memoryLine(KEY, { now: [], past: [] })}
`,
  `x

<!-- cce-plan-guard:memory now=egress-minimum:${KEY}.T8.2,${KEY}.T8.12,waiver:${KEY},${KEY}.3.T1.1 gone= -->`,
];

export const comments = textTarget(
  'comments',
  (random) => textMutated(random.pick(BODIES), random.pick(BODIES), random),
  (text) => {
    const { now, past } = readSummaryMemory(text, KEY);
    for (const { ids, words } of [...now, ...past]) {
      need(
        ids.every((id) => /^[0-9a-f]{16}$/.test(id)),
        'an id is none',
      );
      need(Buffer.byteLength(words) <= 200, 'more words are remembered than were told');
    }
    for (const line of text.split('\n')) needNoCommand(safeLine(line), 'a line of the log');
    return now.length + past.length > 0;
  },
);

export const event = bytesTarget(
  'event',
  (random) => {
    const { name, base } = random.pick(events());
    const payload = mutated(base, random.pick(events()).base, random);
    return new TextEncoder().encode(
      JSON.stringify({ name: random.percent(90) ? name : anyValue(random), payload }),
    );
  },
  (bytes) => {
    const { name, payload } = JSON.parse(new TextDecoder().decode(bytes)) as {
      name: unknown;
      payload: unknown;
    };
    const input = { name: String(name), payload, sha: 'c'.repeat(40), actor: 'alice' };
    const target = resolveTarget(input);
    const trust = trustOf(input, target);
    // What a stranger proposes never has a say of itself.
    const isProposal = input.name.startsWith('pull_request') || input.name === 'issue_comment';
    need(!isProposal || trust.kind !== 'checkout', 'the configuration of the proposal counts');
    if (target.kind === 'pr') need(/^[0-9a-f]{40,64}$/.test(target.headSha), `head ${target.headSha}`);
    return target.kind !== 'none';
  },
);

const ARGUMENTS = [
  ['plan.json', '--format', 'json', '--output', 'report.json', '--fail-on', 'warning'],
  [
    '-',
    '--facts',
    'facts.json',
    '--facts-date',
    '2026-11-24T06:00:00Z',
    '--require-cluster',
    '--deadline',
    '60',
  ],
  ['a.json', 'b.json', '--config=x.yml', '--source', '.', '--base', 'HEAD', '--label', 'x', '--'],
];

export const argv = bytesTarget(
  'arguments',
  (random) => {
    const words = [...random.pick(ARGUMENTS)];
    for (let edits = 1 + random.nat(4); edits > 0; edits--) {
      const at = random.nat(words.length + 1);
      const word = random.percent(50)
        ? String(anyValue(random))
        : textMutated(random.pick(random.pick(ARGUMENTS)), '--', random);
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
    return read.ok;
  },
);
