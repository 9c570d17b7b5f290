// node scripts/extract-faq.mjs FAQ.rst OUT.json [LAST_CHANGE]
//
// Reads the tables of the vendor's page and writes their facts, none of its sentences. A cell that it does not know
// is an error: a page that changed must be looked at, not guessed at.
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

// The page does not carry its date; for another version of it, give the date as third argument.
const LAST_CHANGE = '2026-03-04';

const PEERS = new Map([
  ['all ip addresses', 'any'],
  ['all ip addresses (0.0.0.0/0)', 'any'],
  ['vpc cidr block', 'vpc-cidr'],
  ['container cidr block', 'container-cidr'],
  ['container subnet cidr block', 'container-subnet-cidr'],
  ['cidr blocks of the vpc and containers', 'vpc-and-container-cidr'],
  ['master node cidr block', 'master-node-cidr'],
  ['dns server of the subnet', 'dns-servers'],
  ['worker node security group', 'node-group'],
  ['master node security group', 'control-group'],
  ['elastic network interface security group', 'eni-group'],
  ['198.19.128.0/17', 'vpc-endpoint-service'],
  ['100.125.0.0/16', 'internal-services'],
]);

const SUGGESTIONS = new Map([
  ['modification not recommended', 'not-recommended'],
  ['modification made if necessary', 'if-necessary'],
  ['modification recommended', 'recommended'],
]);

const CONDITIONS = new Map([['required only by clusters that use the tunnel networks', 'overlay_l2']]);

/** Words of the impact cell that name ranges. */
const FLOORS = new Map([
  ['vpc', 'vpc-cidr'],
  ['container', 'container-cidr'],
  ['load balancer', 'load-balancer-cidrs'],
  ['control plane of the hosted service mesh', 'service-mesh-cidrs'],
]);

function fail(message) {
  throw new Error(message);
}

function known(map, text, what) {
  return map.get(text.toLowerCase()) ?? fail(`${what} not known: ${JSON.stringify(text)}`);
}

// --- grid tables -----------------------------------------------------------------------------------------------

/**
 * The smallest cell whose top left corner is at (top, left), or undefined when there is none: each `+` along the top
 * may be its right edge, and each `+` down that edge its bottom.
 */
function cellAt(lines, top, left) {
  const char = (y, x) => lines[y]?.[x] ?? ' ';
  const isRow = (y, from, to) => /^[-+]+$/.test(lines[y].slice(from, to + 1));
  const isColumn = (x, from, to) =>
    lines.slice(from, to + 1).every((line) => line[x] === '|' || line[x] === '+');

  for (let right = left + 1; '-+'.includes(char(top, right)); right++) {
    if (char(top, right) !== '+') continue;
    for (let bottom = top + 1; '|+'.includes(char(bottom, right)); bottom++) {
      if (char(bottom, right) !== '+') continue;
      if (isRow(bottom, left, right) && isColumn(left, top, bottom)) return { top, left, bottom, right };
    }
  }
  return undefined;
}

/** The lines between the borders of a cell, trimmed. */
function textOf(lines, { top, left, bottom, right }) {
  const inner = lines.slice(top + 1, bottom).map((line) => line.slice(left + 1, right).trim());
  return inner.join('\n').trim();
}

/**
 * A grid table as a matrix: `head` and `body` are rows of cells `{ at, text }`. A cell that spans rows or columns is
 * the same object in every place that it covers.
 */
function readGrid(source) {
  const headEnd = source.findIndex((line) => /^\+[=+]+\+$/.test(line));
  const lines = source.map((line, y) => (y === headEnd ? line.replaceAll('=', '-') : line));

  const boxes = [];
  const queue = [[0, 0]];
  const seen = new Set();
  for (let corner = queue.shift(); corner !== undefined; corner = queue.shift()) {
    const [top, left] = corner;
    if (seen.has(`${top},${left}`)) continue;
    seen.add(`${top},${left}`);
    const box = cellAt(lines, top, left);
    if (box === undefined) continue;
    boxes.push({ ...box, cell: { at: `${top},${left}`, text: textOf(lines, box) } });
    queue.push([top, box.right], [box.bottom, left]);
  }

  const sorted = (edge) => [...new Set(boxes.map((box) => box[edge]))].sort((a, b) => a - b);
  const lefts = sorted('left');
  const tops = sorted('top');
  const matrix = tops.map((top) =>
    lefts.map((left) => {
      const box = boxes.find((b) => b.top <= top && top < b.bottom && b.left <= left && left < b.right);
      return box?.cell ?? fail(`no cell at line ${top + 1}, column ${left + 1} of a table`);
    }),
  );
  const headRows = tops.filter((top) => top < headEnd).length;
  return { head: matrix.slice(0, headRows), body: matrix.slice(headRows) };
}

// --- the page --------------------------------------------------------------------------------------------------

/** Every titled table with its number, the last label before it and its grid. */
function* tablesOf(page) {
  const lines = page.split(/\r?\n/);
  let label;
  for (const [y, line] of lines.entries()) {
    label = /^\.\. _(.+):$/.exec(line)?.[1] ?? label;
    const title = /^\.\. table:: \*\*Table (\d+)\*\* (.*)$/.exec(line);
    if (title === null) continue;
    const start = lines.findIndex((text, at) => at > y && text.trim().startsWith('+'));
    const end = lines.findIndex((text, at) => at > start && text.trim() === '');
    const grid = lines.slice(start, end === -1 ? undefined : end).map((text) => text.trim());
    yield { number: Number(title[1]), title: title[2], anchor: label, grid: readGrid(grid) };
  }
}

/** An empty cell repeats the one above it. */
function fillDown(body) {
  for (const [y, row] of body.entries()) {
    for (const [x, cell] of row.entries()) {
      if (cell.text === '' && y > 0) row[x] = body[y - 1][x];
    }
  }
  return body;
}

function plain(text) {
  return text.replaceAll('**', '').replaceAll(/\s+/g, ' ').trim();
}

/** The entries of a cell with more than one: each that begins as a port line does, or after an empty line. */
function entriesOf(text, start) {
  const entries = [];
  for (const line of text.split('\n').map((piece) => piece.replace(/^[-*|]\s+/, ''))) {
    if (line === '' || entries.length === 0 || start?.test(line)) entries.push(line);
    else entries.push(`${entries.pop()} ${line}`);
  }
  return entries.map(plain).filter((entry) => entry !== '');
}

function directionOf(text) {
  if (/\binbound\b/i.test(text)) return 'ingress';
  if (/\boutbound\b/i.test(text)) return 'egress';
  return fail(`direction not known: ${JSON.stringify(text)}`);
}

function portFacts(text) {
  const [, ports, condition] = /^([^(]*?)(?: \((.*)\))?$/.exec(text) ?? fail(`ports not known: ${text}`);
  const facts = { condition: condition === undefined ? null : known(CONDITIONS, condition, 'condition') };
  if (/^all( ports)?$/i.test(ports)) return { protocol: 'all', ports: 'all', ...facts };

  const every = /^all (tcp|udp|icmp) ports$/i.exec(ports);
  if (every !== null) return { protocol: every[1].toLowerCase(), ports: 'all', ...facts };

  const some =
    /^(tcp|udp) port(?: range:)? (\d+)(?: to (\d+))?$/i.exec(ports) ?? fail(`ports not known: ${text}`);
  const from = Number(some[2]);
  return { protocol: some[1].toLowerCase(), ports: { from, to: Number(some[3] ?? from) }, ...facts };
}

/** What the impact cell says must stay; null when the row itself must. */
function floorOf(impact, tableByAnchor) {
  if (/can interrupt the cluster/.test(impact)) return null;
  if (/fixed IP addresses/.test(impact)) return { kind: 'none' };

  const reference = /:ref:`[^<]*<(.+?)>`/.exec(impact);
  if (reference !== null) return { kind: 'table', table: known(tableByAnchor, reference[1], 'reference') };

  const list = /from the CIDR blocks of (.+?)\.?$/.exec(impact) ?? fail(`impact not known: ${impact}`);
  const names = list[1].split(/, and |, | and /).map((name) => name.replace(/^the /, ''));
  return { kind: 'ranges', keep: names.map((name) => known(FLOORS, name, 'range')) };
}

/** One row for each pair of a port and an address that share a line of the table. */
function rowsOf({ number, title, grid }, tableByAnchor) {
  const names = (grid.head.at(-1) ?? []).map((cell) => plain(cell.text));
  const rows = new Map();

  for (const line of fillDown(grid.body)) {
    const cells = new Map(line.map((cell, x) => [names[x], cell]));
    const text = (name) => plain(cells.get(name)?.text ?? '');
    const port = cells.get('Port') ?? fail(`Table ${number} has no column of ports`);
    const peer =
      cells.get('Default Source Address') ??
      cells.get('Allowed CIDR') ??
      fail(`Table ${number} has no column of addresses`);
    const suggested = cells.has('Modification Suggestion');
    const shared = {
      direction: directionOf(cells.has('Direction') ? text('Direction') : title),
      suggestion: suggested ? known(SUGGESTIONS, text('Modification Suggestion'), 'suggestion') : null,
      floor: suggested ? floorOf(text('Impact After Modification'), tableByAnchor) : null,
    };

    for (const ports of entriesOf(port.text, /^(TCP|UDP|ICMP|All)\b/)) {
      for (const address of entriesOf(peer.text)) {
        const pair = [port.at, ports, peer.at, address].join('\n');
        if (rows.has(pair)) continue;
        const range = /^[\d./]+$/.test(address) ? address : null;
        const { condition, ...packets } = portFacts(ports);
        rows.set(pair, {
          table: number,
          row: rows.size + 1,
          direction: shared.direction,
          ...packets,
          peer: known(PEERS, address, 'address'),
          range,
          suggestion: shared.suggestion,
          floor: shared.floor,
          condition,
        });
      }
    }
  }
  return [...rows.values()];
}

/** The facts of a page; `sha256` is that of its source, so that a change of its sentences alone is seen, too. */
export function factsOf(page, lastChange) {
  const name = /^\.\. _(.+):$/m.exec(page)?.[1] ?? fail('the page has no label');
  const tables = [...tablesOf(page)];
  const tableByAnchor = new Map(tables.map((table) => [table.anchor.toLowerCase(), table.number]));
  return {
    page: name,
    lastChange,
    sha256: createHash('sha256').update(page).digest('hex'),
    tables: tables.map((table) => ({
      number: table.number,
      anchor: table.anchor,
      rows: rowsOf(table, tableByAnchor),
    })),
  };
}

/** JSON with one line for a row, so that a change of the page is one line of a diff. */
export function print({ tables, ...head }) {
  const table = ({ rows, ...rest }) =>
    `    { ${JSON.stringify(rest).slice(1, -1)}, "rows": [\n${rows.map((row) => `      ${JSON.stringify(row)}`).join(',\n')}\n    ] }`;
  return `{ ${JSON.stringify(head).slice(1, -1)}, "tables": [\n${tables.map(table).join(',\n')}\n] }\n`;
}

function main([input, output, lastChange = LAST_CHANGE]) {
  if (input === undefined || output === undefined)
    fail('usage: extract-faq.mjs FAQ.rst OUT.json [LAST_CHANGE]');
  writeFileSync(output, print(factsOf(readFileSync(input, 'utf8'), lastChange)));
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`extract-faq: ${error.message}\n`);
    process.exitCode = 2;
  }
}
