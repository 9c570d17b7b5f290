/** What holds for every report as people read it. */
import { renderText } from '../../../src/format/text/text.js';
import { addressesIn } from '../../../src/net/address.js';
import { peersWithin } from '../../../src/net/peers.js';
import { blocksOf } from '../../../src/report/blocks.js';
import { openText } from '../../../src/report/words/text.js';
import type { Report, ReportFinding } from '../../../src/report/report.js';
import type { Packets, Witness } from '../../../src/weigh/packets.js';

const WIDTH = 120;

/** Where a report breaks what holds for all of them; nothing when it does not. */
export function unreadable(report: Report): readonly string[] {
  const lines = renderText(report, { colors: false }).split('\n');
  const { blocks } = blocksOf(report);
  return [
    ...lines.filter((line) => Array.from(line).length > WIDTH).map((line) => `too wide: ${line}`),
    ...wrongCounts(lines, report),
    ...blocks.flatMap(({ title, sentences, remedy }) => {
      const said = [title, ...sentences, remedy].map(openText).flatMap((text) => text.split(/(?<=[.!?]) /));
      const told = said.map((text) => text.replace(/[.!?]$/, ''));
      return told.filter((text, i) => told.indexOf(text) < i).map((text) => `said twice: ${text}`);
    }),
    ...blocks
      .map(({ title }) => openText(title))
      .filter((title) => /in part|cannot do without|requirement/.test(title))
      .map((title) => `says little: ${title}`),
    ...report.findings
      .filter((finding) => isApart(finding))
      .map(({ fingerprint }) => `the example is none of the packets: ${fingerprint}`),
  ];
}

/** The first line counts what the JSON report counts, and the blocks add up to it. */
function wrongCounts(lines: readonly string[], report: Report): readonly string[] {
  const { summary } = report;
  const { blocks } = blocksOf(report);
  const first = lines[0] ?? '';
  return Object.entries(summary).flatMap(([severity, number]) => {
    const told = Number(new RegExp(`(\\d+) ${severity}s?\\b`).exec(first)?.[1] ?? 0);
    const sum = blocks
      .filter((block) => block.severity === severity)
      .reduce((all, { findings }) => all + findings.length, 0);
    return told === number && sum === number
      ? []
      : [`${severity}: ${told} told, ${sum} in blocks, ${number} in JSON`];
  });
}

function isApart({ witness, missing }: ReportFinding): boolean {
  return witness !== undefined && !missing.some((packets) => holds(packets, witness));
}

function holds({ direction, traffic, other }: Packets, witness: Witness): boolean {
  if (traffic === 'sensitive' || direction !== witness.direction) return false;
  const { protocol, port = 0 } = witness;
  const isIn = traffic.protocols.some(({ lo, hi }) => lo <= protocol && protocol <= hi);
  const isPort = traffic.ports === 'all' || (traffic.ports.lo <= port && port <= traffic.ports.hi);
  return isIn && isPort && isEnd(other, witness.other);
}

function isEnd(other: Packets['other'], { end, address }: Witness['other']): boolean {
  switch (other.kind) {
    case 'group':
      return address === undefined && end === other.role;
    case 'internet':
      return address?.includes(':') === (other.family === 'IPv6');
    case 'addresses':
      return address !== undefined && peersWithin(addressesIn(address), other.peers);
    case 'sensitive':
      return false;
  }
}
