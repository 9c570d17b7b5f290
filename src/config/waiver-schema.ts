import * as v from 'valibot';

import { REQUIREMENTS, requirement } from '../model/model.js';
import { err, ok, type Result } from '../result.js';
import { keys, lineOfText, readAs, oneLine, plainText } from './fields.js';
import { nearest } from './nearest.js';
import { PACKETS_FORM, parsePackets, type WaivedPackets } from './packets.js';

const DATE_PATTERN = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';
const CIDR_OR_ANY = '(any|[0-9A-Fa-f:.]+(/[0-9]{1,3})?)';
const WITH_PORTS = '(tcp|udp|0{0,2}6|0?17)(/[0-9]{1,5}(-[0-9]{1,5})?)?';
const PACKETS_PATTERN = `^\\s*(${WITH_PORTS}|icmp|all|[0-9]{1,3})\\s+(from|to)\\s+${CIDR_OR_ANY}\\s*$`;

/** Rows that a finding can name: a row that may be narrowed at will never breaks, one with Table 8 as floor breaks there. */
const BREAKABLE = REQUIREMENTS.flatMap(({ id, floor }) =>
  floor === undefined || floor.kind === 'ranges' ? [id] : [],
);

function requirementMessage({ input }: { readonly input: unknown }): string {
  if (input === null) return 'is empty; write the id of a row, like T1.4';
  const floor = typeof input === 'string' ? requirement(input)?.floor?.kind : undefined;
  if (floor === 'none') return 'names a row that may always be narrowed; there is nothing to waive';
  if (floor === 'table') return 'names a row that breaks only in Table 8; write the row of Table 8';
  const near = typeof input === 'string' ? nearest(input, BREAKABLE) : undefined;
  return near === undefined
    ? 'must be the id of a row, from T1.1 to T8.14'
    : `names no row of the tables; did you mean ${near}?`;
}

function readPackets(text: string): Result<WaivedPackets & { readonly text: string }, string> {
  const packets = parsePackets(text);
  return packets.ok ? ok({ ...packets.value, text: text.trim().replace(/\s+/g, ' ') }) : packets;
}

const NO_DATE = 'must be a date that exists, like 2027-01-31';

/** Reads a day of the calendar, `YYYY-MM-DD`, and gives it back. */
function readDate(text: string): Result<string, string> {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return err(NO_DATE);
  return day >= 1 && day <= daysOf(year, month) ? ok(text) : err(NO_DATE);
}

/** None for a month that does not exist. */
function daysOf(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** One entry of `waivers`. */
export const waiverSchema = v.pipe(
  keys({
    requirement: v.pipe(
      v.picklist(BREAKABLE, requirementMessage),
      v.description('The row whose packets may be missing; `cce-plan-guard model` lists the rows.'),
    ),
    cluster: v.optional(lineOfText('Name of the cluster. Left out: every cluster.')),
    packets: v.pipe(
      plainText(`must read ${PACKETS_FORM}`),
      v.metadata({
        description: `The packets that may be missing: ${PACKETS_FORM}. \`from\` is ingress, \`to\` is egress.`,
        pattern: PACKETS_PATTERN,
        examples: ['tcp/30000-32767 from 203.0.113.0/24', 'icmp from any', 'all to 198.19.128.0/17'],
      }),
      readAs(readPackets),
    ),
    reason: oneLine('Why these packets may be missing.'),
    owner: oneLine('Who answers for it: a person or a team.'),
    expires: v.pipe(
      plainText(NO_DATE),
      v.metadata({
        description: 'The last day, UTC, on which the waiver counts: YYYY-MM-DD.',
        format: 'date',
        pattern: DATE_PATTERN,
      }),
      readAs(readDate),
    ),
  }),
  v.description('Packets that a row asks for and that may be missing, until a day.'),
  v.transform(({ packets, cluster, ...input }) => ({
    ...input,
    /** Undefined: every cluster. */
    cluster,
    packets: packets.region,
    /** Peers that no CIDR can name (what the plan does not know) are meant as well. */
    isAnyPeer: packets.isAnyPeer,
    /** `packets` as written. */
    text: packets.text,
  })),
  v.readonly(),
);
