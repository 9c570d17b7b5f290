/** Stories of two applies: a rule that CCE made is cut or narrowed, and later a part of what took its place goes. */
import { egressMinima, tableOf } from '../../../src/model/model.js';
import { type NetworkModel, type Requirement, type Role, ROLES } from '../../../src/model/requirement.js';
import { madeGroup, POD_CIDR, POD_SUBNET, VPC_CIDR, world } from '../plans/cce-world.js';
import { rule, type RuleSpec } from '../plans/group-rules.js';
import { type Change, comes, goes, stands } from '../plans/plan-builder.js';
import { rulesOfRow, splitCidr, splitPorts } from '../plans/row-rules.js';

/** One way in which a team makes a default rule narrower, or cuts it. */
export interface Story {
  readonly name: string;
  readonly model: NetworkModel;
  readonly row: Requirement;
  readonly whole: readonly RuleSpec[];
  readonly parts: readonly RuleSpec[];
}

const MODELS: readonly NetworkModel[] = ['vpc-router', 'overlay_l2', 'eni'];
const OFFICE = '203.0.113.0/24';

/** A story for each way of each row of Tables 1 to 7 that has one. */
export function narrowingStories(api: 'v2' | 'v3'): readonly Story[] {
  return MODELS.flatMap((model) =>
    ROLES.flatMap((role) =>
      (tableOf(role, model)?.rows ?? []).flatMap((row) => storiesOf({ model, role, row, api })),
    ),
  );
}

interface Frame {
  readonly model: NetworkModel;
  readonly role: Role;
  readonly row: Requirement;
  readonly api: 'v2' | 'v3';
}

function storiesOf({ model, role, row, api }: Frame): readonly Story[] {
  const place = { owner: madeGroup(role), model, api };
  const whole = rulesOfRow(row, place);
  const [spec, ...more] = whole;
  if (spec === undefined || more.length > 0) return [];
  const minima = egressMinima(model).flatMap((minimum) => rulesOfRow(minimum, place));
  const ranges = [VPC_CIDR, model === 'eni' ? POD_SUBNET : POD_CIDR];
  const ways: Readonly<Record<string, readonly RuleSpec[] | undefined>> = {
    'by ports': splitPorts(spec),
    'by addresses': splitCidr(spec),
    'to its floor': row.floor?.kind === 'ranges' ? ranges.map((cidr) => ({ ...spec, cidr })) : undefined,
    'to Table 8': row.floor?.kind === 'table' ? minima : undefined,
    'to an office': row.floor?.kind === 'none' ? [{ ...spec, cidr: OFFICE }] : undefined,
  };
  return Object.entries(ways).flatMap(([how, parts]) =>
    parts === undefined ? [] : [{ name: `${row.id} ${how}, ${api}`, model, row, whole, parts }],
  );
}

/** The first apply. */
export function narrowing({ model, whole, parts }: Story): readonly Change[] {
  return [
    ...world({ model }),
    ...whole.map((spec, i) => goes(rule(`whole_${String(i)}`, spec))),
    ...parts.map((spec, i) => comes(rule(`part_${String(i)}`, spec))),
  ];
}

/** The second apply, in which the nth part goes. */
export function removal({ model, parts }: Story, nth: number): readonly Change[] {
  return [
    ...world({ model }),
    ...parts.map((spec, i) => (i === nth ? goes : stands)(rule(`part_${String(i)}`, spec))),
  ];
}
