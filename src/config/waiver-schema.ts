import * as v from 'valibot';

import { REQUIREMENTS, requirement } from '../model/model.js';
import { ok, type Result } from '../result.js';
import type { Waiver } from './configuration.js';
import { NO_DATE, readDate } from './date-text.js';
import { keys, name, readAs, sentence, text } from './fields.js';
import { nearest } from './nearest.js';
import { PACKETS_FORM, type Packets, parsePackets } from './packets.js';

const DATE_PATTERN = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';
const CIDR_OR_ANY = '(any|[0-9A-Fa-f:.]+(/[0-9]{1,3})?)';
const WITH_PORTS = '(tcp|udp|0{0,2}6|0?17)(/[0-9]{1,5}(-[0-9]{1,5})?)?';
const PACKETS_PATTERN = `^\\s*(${WITH_PORTS}|icmp|all|[0-9]{1,3})\\s+(from|to)\\s+${CIDR_OR_ANY}\\s*$`;

/** Rows that a finding can name: a row that may be narrowed at will never breaks, one with Table 8 as floor breaks there. */
const BREAKABLE = REQUIREMENTS.filter(({ floor }) => floor === undefined || floor.kind === 'ranges').map(
  ({ id }) => id,
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

interface WrittenPackets extends Packets {
  readonly text: string;
}

function readPackets(text: string): Result<WrittenPackets, string> {
  const packets = parsePackets(text);
  return packets.ok ? ok({ ...packets.value, text: text.trim().replace(/\s+/g, ' ') }) : packets;
}

/** One entry of `waivers`. */
export const waiverSchema = v.pipe(
  keys({
    requirement: v.pipe(
      v.picklist(BREAKABLE, requirementMessage),
      v.description('The row whose packets may be missing; `cce-plan-guard model` lists the rows.'),
    ),
    cluster: v.optional(name('Name of the cluster. Left out: every cluster.')),
    packets: v.pipe(
      text(`must read ${PACKETS_FORM}`),
      v.metadata({
        description: `The packets that may be missing: ${PACKETS_FORM}. \`from\` is ingress, \`to\` is egress.`,
        pattern: PACKETS_PATTERN,
        examples: ['tcp/30000-32767 from 203.0.113.0/24', 'icmp from any', 'all to 198.19.128.0/17'],
      }),
      readAs(readPackets),
    ),
    reason: sentence('Why these packets may be missing.'),
    owner: sentence('Who answers for it: a person or a team.'),
    expires: v.pipe(
      text(NO_DATE),
      v.metadata({
        description: 'The last day, UTC, on which the waiver counts: YYYY-MM-DD.',
        format: 'date',
        pattern: DATE_PATTERN,
      }),
      readAs(readDate),
    ),
  }),
  v.description('Packets that a row asks for and that may be missing, until a day.'),
  v.transform((input): Waiver => ({
    requirement: input.requirement,
    cluster: input.cluster,
    packets: input.packets.region,
    isAnyPeer: input.packets.isAnyPeer,
    text: input.packets.text,
    reason: input.reason,
    owner: input.owner,
    expires: input.expires,
  })),
);
