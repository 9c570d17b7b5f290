import type { Finding } from '../check/finding.js';
import type { Question } from '../cluster/question.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import { NO_PEERS } from '../net/peers.js';
import { ALL_PORTS, ALL_PROTOCOLS, boxes } from '../net/region.js';
import { allRows } from '../weigh/row-sets.js';
import { partyOf } from './ends.js';
import type { PathSide } from './side.js';

/** The packets of a finding, asked of its subject as the finding asks; undefined when it is not about packets. */
export function sideOfFinding(found: Finding, { subjects }: Subjects): PathSide | undefined {
  const { packets, row } = found;
  const subject = subjects.find((one) => isAbout(found, one));
  const [box] = packets === undefined ? [] : boxes(packets.region);
  if (packets === undefined || subject === undefined || box === undefined) return undefined;
  const { direction, peers } = box;
  const asked = row === undefined ? undefined : allRows(subject).find((one) => one.row.id === row.id);
  return {
    direction,
    party: partyOf(subject),
    family: peers.v6.length > 0 ? 'IPv6' : 'IPv4',
    mayBeMembers: false,
    whole: packets.naming.whole?.other,
    questionAt: (_, state) => asked?.ask(state) ?? { ...PLAIN, direction },
    region: packets.region,
  };
}

/** What is asked where no row asks. */
const PLAIN: Omit<Question, 'direction'> = {
  traffic: { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS },
  isNodePorts: false,
  beyond: undefined,
  need: NO_PEERS,
  isSensitive: false,
  groups: [],
  namesGroup: false,
};

function isAbout({ cluster, pool, role, group }: Finding, subject: Subject): boolean {
  return (
    subject.cluster.name === cluster?.name &&
    subject.role === role &&
    subject.pool === pool &&
    (group === undefined || subject.groups.some(({ key }) => key === group))
  );
}
