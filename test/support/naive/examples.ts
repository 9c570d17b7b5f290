/** Whether the packet that a finding shows is as the finding says, in the naive reading. */
import type { ReportFinding } from '../../../src/report/report.js';
import type { Fate } from '../../../src/weigh/packets.js';
import { subjectOf } from './holds.js';
import { type NaiveAnswer, type NaiveEnd, packetAnswer } from './packet.js';
import type { NaiveWorld } from './world.js';

type Claim = Readonly<Partial<Record<'before' | 'after', readonly NaiveAnswer[]>>>;

/** An address may be that of a member of a group that a rule names, or its members may differ: then nobody knows. */
const OPEN: readonly NaiveAnswer[] = ['undecided', 'mixed'];
const ALLOWED: readonly NaiveAnswer[] = ['allowed', 'mixed'];
const DROPPED: readonly NaiveAnswer[] = ['dropped', ...OPEN];

const CLAIMS: Readonly<Record<Fate, Claim>> = {
  lost: { before: ALLOWED, after: DROPPED },
  'perhaps-lost': { before: OPEN, after: DROPPED },
  missing: { after: DROPPED },
  'may-be-cut': { before: ALLOWED, after: ALLOWED },
  'may-be-missing': {},
  'may-be-opened': {},
  opened: { before: DROPPED, after: ALLOWED },
  open: { after: ALLOWED },
};

/** What the naive reading says against the example of a finding; undefined when nothing, or when it cannot say. */
export function wrongExample(world: NaiveWorld, finding: ReportFinding): string | undefined {
  const { witness, cluster = '', group, pool = null, change, reason } = finding;
  // What comes of a refused rule is no state of the plan.
  if (witness === undefined || reason.kind === 'key-renamed' || change === 'undecided') return undefined;
  const subject = subjectOf(world, { cluster, group: group?.shown ?? null, pool });
  const [key, ...others] = subject?.after ?? [];
  if (key === undefined || others.length > 0) return undefined;
  const member: NaiveEnd = { kind: 'group', group: key };
  const { end, address } = witness.other;
  const role = world.groups.find((one) => one.cluster === cluster && one.role === end)?.key;
  // IPv6, and the way out of a group that a packet comes into as well, are not asked for.
  if (address === undefined ? role === undefined || role === key : address.includes(':')) return undefined;
  const other: NaiveEnd =
    address !== undefined ? { kind: 'address', address } : { kind: 'group', group: role ?? key };
  const [from, to] = witness.direction === 'ingress' ? [other, member] : [member, other];
  const { protocol, port = 0 } = witness;
  const answer = packetAnswer(world, { from, to, protocol, port });
  const claim = CLAIMS[witness.fate];
  const isWrong = (['before', 'after'] as const).some(
    (time) => answer[time] !== 'absent' && claim[time]?.includes(answer[time]) === false,
  );
  return isWrong ? JSON.stringify([finding.row?.id, witness, answer]) : undefined;
}
