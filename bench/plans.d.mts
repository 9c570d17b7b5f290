/** One object of a plan, as `writePlan` takes it. */
type PlanObject = object;

/** How rules of one group lie to one another, by name. */
export const SHAPES: Readonly<Record<string, unknown>>;
/** What people write: a group for fifty rules, where nobody says how many groups. */
export function ordinary(rules: number, groups?: number): Iterable<PlanObject>;
/** One cluster with so many node pools, each with a group and ten rules. */
export function pools(count: number): Iterable<PlanObject>;
/** Clusters in VPCs that the plan does not show, each with a subnet and a node group. */
export function strangers(count: number): Iterable<PlanObject>;
/** One node group with so many rules of a shape. */
export function inOneGroup(shape: string, count: number): Iterable<PlanObject>;
/** Writes the plan of these objects, which are made anew for each of its parts. */
export function writePlan(file: string, objects: () => Iterable<PlanObject>): void;
