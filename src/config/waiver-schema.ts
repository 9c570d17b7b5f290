import * as v from 'valibot';

import { REQUIREMENTS, requirement } from '../model/model.js';
import { err, ok, type Result } from '../result.js';
import { keys, lineOfText, oneLine, oneOf, plainText, readAs } from './fields.js';
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

const packetsSchema = v.pipe(
  plainText(`must read ${PACKETS_FORM}`),
  v.metadata({
    description: `The packets that are accepted: ${PACKETS_FORM}. \`from\` is ingress, \`to\` is egress.`,
    pattern: PACKETS_PATTERN,
    examples: ['tcp/30000-32767 from 203.0.113.0/24', 'icmp from any', 'all to 198.19.128.0/17'],
  }),
  readAs(readPackets),
);

/** Packets that come in. */
export const allowedPackets = v.pipe(
  packetsSchema,
  v.check(
    ({ region }) => region.egress.length === 0,
    'names packets that go out with `to`; write `from`: what is let in',
  ),
);

const lastDay = v.pipe(
  plainText(NO_DATE),
  v.metadata({
    description: 'The last day, UTC, on which the waiver counts: YYYY-MM-DD.',
    format: 'date',
    pattern: DATE_PATTERN,
  }),
  readAs(readDate),
);

/** One entry of `waivers`; `checkIds` are the checks whose findings it may name. */
export function waiverSchema(checkIds: readonly string[]) {
  return v.pipe(
    keys({
      requirement: v.optional(
        v.pipe(
          v.picklist(BREAKABLE, requirementMessage),
          v.description('The row whose packets may be missing; `cce-plan-guard model` lists the rows.'),
        ),
      ),
      check: v.optional(
        oneOf(
          checkIds.filter((id) => id !== 'waiver'),
          'The check whose finding without a row is accepted. Such a waiver also names `group`, `address` or `packets` where the finding has one.',
        ),
      ),
      cluster: v.optional(lineOfText('Name of the cluster. Left out: every cluster.')),
      group: v.optional(lineOfText('Id, name or Terraform address of the security group.')),
      address: v.optional(lineOfText('Terraform address of a resource that brings the finding about.')),
      packets: v.optional(packetsSchema),
      reason: oneLine('Why this is accepted.'),
      owner: oneLine('Who answers for it: a person or a team.'),
      expires: lastDay,
    }),
    v.check(
      ({ requirement, check }) => (requirement === undefined) !== (check === undefined),
      'must have either `requirement` or `check`: a row, or a check for what has no row',
    ),
    v.check(
      ({ requirement, packets }) => requirement === undefined || packets !== undefined,
      'has no `packets`; add it: a row is waived by its packets',
    ),
    v.check(
      ({ requirement, group, address }) =>
        requirement === undefined || (group === undefined && address === undefined),
      'has `group` or `address`, which only a waiver by `check` has; remove it',
    ),
    v.description('What is accepted until a day: packets that a row asks for, or what a check says.'),
    v.transform(({ requirement, check, cluster, group, address, packets, ...terms }) => ({
      ...terms,
      requirement,
      check,
      /** Undefined: every cluster. */
      cluster,
      group,
      address,
      packets,
    })),
    v.readonly(),
  );
}
