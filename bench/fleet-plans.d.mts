/** A recorded plan as the root module with this number of a fleet has it: other ids, and `prod` is `prod-NUMBER`. */
export function fleetPlan(text: string, number: number): string;

/** The plan among resources that bear on no cluster, until its text has so many bytes. */
export function amongOthers(text: string, bytes: number): string;
