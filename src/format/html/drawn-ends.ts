import { firstOfEach } from '../../collections.js';
import type { FloorName, PeerName, Requirement, Role } from '../../model/requirement.js';
import type { ReportPaths } from '../../report/paths.js';
import { capitalised, shortLabel } from '../../report/words/phrases.js';
import type { RangeName } from '../../weigh/named-ranges.js';

/** An end of lines in the drawing of a cluster. */
export interface DrawnEnd {
  readonly key: string;
  readonly column: 'around' | 'cluster' | 'services';
  readonly label: string;
  /** As the box for packets takes it; undefined: it cannot be asked about. */
  readonly name: string | undefined;
}

/** What the name of a range or a group stands for. */
type Called = PeerName | RangeName | FloorName | 'internet';

/** The ends of a drawing, and who is meant by what rows and findings call them. */
export interface DrawnEnds {
  readonly all: readonly DrawnEnd[];
  /** The key of an end; undefined where none is drawn. Services of the cloud are drawn one by one, as rows ask for them. */
  readonly keyOf: (called: Called, row: Requirement | undefined) => string | undefined;
}

const LABELS: Readonly<Record<Role, string>> = { control: 'Masters', node: 'Worker nodes', eni: 'Pods' };

const AROUND = [
  ['internet', 'Internet'],
  ['vpc', 'VPC'],
  ['load-balancers', 'Load balancers'],
  ['service-mesh', 'Service mesh'],
] as const;

/** The key of a party: of worker nodes, masters, or the pods of a cluster whose pods have a group. */
export function partyKey(index: number): string {
  return `party-${index}`;
}

/** Who and what there is around one cluster. */
export function drawnEnds({ subjects, parties, ranges }: ReportPaths): DrawnEnds {
  const has = (name: string): boolean => ranges.some((range) => range.name === name);
  const own = subjects.slice(0, parties.length).map(({ role, pool }, index) => ({
    role,
    end: {
      key: partyKey(index),
      column: 'cluster' as const,
      label: pool === undefined ? LABELS[role] : `Pool ${shortLabel(pool)}`,
      name: parties[index]?.name,
    },
  }));
  const ofRole = (role: Role, range: RangeName): readonly DrawnEnd[] => {
    const found = own.filter((one) => one.role === role).map(({ end }) => end);
    const alone = {
      key: role,
      column: 'cluster',
      label: LABELS[role],
      name: has(range) ? range : undefined,
    } as const;
    return found.length > 0 ? found : [alone];
  };
  const roles = {
    control: ofRole('control', 'masters'),
    node: ofRole('node', 'vpc'),
    eni: ofRole('eni', 'containers'),
  };
  const around = AROUND.filter(([name]) => name === 'internet' || has(name)).map(
    ([name, label]): DrawnEnd => ({ key: name, column: 'around', label, name }),
  );
  const services = firstOfEach(
    subjects.flatMap(({ rows }) => rows.flatMap((row) => serviceOf(row, has))),
    ({ key }) => key,
  );
  const all = [...around, ...roles.control, ...roles.node, ...roles.eni, ...services];
  return {
    all,
    keyOf: (called, row) => {
      const role = ROLE_OF.get(called);
      if (role !== undefined) return roles[role][0]?.key;
      const named = row === undefined ? [] : serviceOf(row, has);
      const key = SERVICES.has(called) ? named[0]?.key : (AROUND_OF.get(called) ?? called);
      return all.find((end) => end.key === key)?.key;
    },
  };
}

const ROLE_OF: ReadonlyMap<Called, Role> = new Map<Called, Role>([
  ['master-node-cidr', 'control'],
  ['control-group', 'control'],
  ['masters', 'control'],
  ['api', 'control'],
  ['node-group', 'node'],
  ['container-cidr', 'eni'],
  ['container-subnet-cidr', 'eni'],
  ['containers', 'eni'],
  ['pod-subnets', 'eni'],
  ['eni-group', 'eni'],
]);

const AROUND_OF: ReadonlyMap<Called, string> = new Map<Called, string>([
  ['any', 'internet'],
  ['vpc-cidr', 'vpc'],
  ['load-balancer-cidrs', 'load-balancers'],
  ['service-mesh-cidrs', 'service-mesh'],
]);

/** Peers that are services of the cloud, and their addresses. */
const SERVICES: ReadonlyMap<Called, RangeName> = new Map<Called, RangeName>([
  ['dns-servers', 'dns-servers'],
  ['vpc-endpoint-service', 'vpc-endpoints'],
  ['vpc-endpoints', 'vpc-endpoints'],
  ['internal-services', 'internal-services'],
]);

function serviceOf({ peer, thing }: Requirement, has: (name: string) => boolean): readonly DrawnEnd[] {
  const range = SERVICES.get(peer);
  if (range === undefined) return [];
  return [
    { key: thing, column: 'services', label: capitalised(thing), name: has(range) ? range : undefined },
  ];
}
