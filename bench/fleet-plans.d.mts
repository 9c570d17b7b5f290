/** A recorded plan as the root module with this number of a fleet has it. */
export function fleetPlan(text: string, number: number): string;
