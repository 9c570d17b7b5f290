// node scripts/compare-faq.mjs [--source URL] [--facts FILE] [--output FILE] [--timeout SECONDS]
//
// Whether the source of the vendor's page still says what fixtures/faq/facts.json says of it. `.github/workflows/vendor-page.yml`
// runs it every week. What differs is printed, and written to --output as the text of an issue.
// Exit: 0 the same, 1 it has changed or is not there any more, 2 it could not be read, so that nobody can tell.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';

import { factsOf, print } from './extract-faq.mjs';

/** Whatever the default branch is called. */
const SOURCE =
  'https://raw.githubusercontent.com/opentelekomcloud-docs/cloud-container-engine/HEAD/umn/source/faqs/networking/' +
  'network_planning/how_can_i_configure_a_security_group_rule_for_a_cluster.rst';
/** The page has 60 kB. */
const MOST_BYTES = 5_000_000;
const MOST_ROWS_SHOWN = 50;

/** The text of the page, or `undefined` when the address has none. */
async function read(source, seconds) {
  const answer = await fetch(source, { signal: AbortSignal.timeout(seconds * 1000) });
  if (answer.status === 404 || answer.status === 410) return undefined;
  if (!answer.ok) throw new Error(`${source} answers ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  if (bytes.byteLength > MOST_BYTES) throw new Error(`${source} has ${bytes.byteLength} bytes`);
  return Buffer.from(bytes).toString('utf8');
}

/** What differs, as paragraphs; none when nothing does. */
function differences(page, known) {
  if (page === undefined) {
    return ['There is no page at this address any more. It was renamed, moved or taken away.'];
  }
  let facts;
  try {
    facts = factsOf(page, known.lastChange);
  } catch (error) {
    return [`The page has words that \`scripts/extract-faq.mjs\` does not know: ${code(error.message)}`];
  }
  if (facts.sha256 === known.sha256) return [];
  const [before, after] = [known, facts].map((one) => print({ ...one, sha256: '' }).split('\n'));
  const [gone, come] = [without(before, after), without(after, before)];
  if (gone.length + come.length === 0) {
    return [
      'Sentences of the page have changed; ports, addresses and suggestions of its tables are the same.',
    ];
  }
  const lines = [...gone.map((line) => `- ${line.trim()}`), ...come.map((line) => `+ ${line.trim()}`)];
  const left = lines.length - MOST_ROWS_SHOWN;
  return [
    'Rows of its tables have changed:',
    ['```diff', ...lines.slice(0, MOST_ROWS_SHOWN), '```'].join('\n'),
    ...(left > 0 ? [`${left} more lines differ.`] : []),
  ];
}

function without(lines, others) {
  const there = new Set(others.map((line) => line.replace(/,$/, '')));
  return lines.filter((line) => !there.has(line.replace(/,$/, '')));
}

/** Text of others in markdown: one line, without what ends the code. */
function code(text) {
  return `\`${text.replaceAll(/[`\s]+/g, ' ').slice(0, 300)}\``;
}

async function main(args) {
  const { values } = parseArgs({
    args,
    options: {
      source: { type: 'string', default: SOURCE },
      facts: { type: 'string', default: 'fixtures/faq/facts.json' },
      output: { type: 'string' },
      timeout: { type: 'string', default: '60' },
    },
  });
  const known = JSON.parse(readFileSync(values.facts, 'utf8'));
  const found = differences(await read(values.source, Number(values.timeout)), known);
  if (found.length === 0) {
    process.stdout.write(`The page is the one of ${known.lastChange}.\n`);
    return;
  }
  const text = [
    `The source of the vendor's page is no longer the one of ${known.lastChange}, which our tables were made from: ${values.source}`,
    ...found,
    '`fixtures/faq/README.md` says how to take it over. Until then, reports are made by the page of that date.',
  ].join('\n\n');
  process.stdout.write(`${text}\n`);
  if (values.output !== undefined) writeFileSync(values.output, `${text}\n`);
  process.exitCode = 1;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const reason = error.cause?.code ?? error.message;
  process.stderr.write(`compare-faq: the page could not be read: ${reason}\n`);
  process.exitCode = 2;
}
