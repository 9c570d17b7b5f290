const IDS = /[0-9a-f]{8}(?=(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g;

/**
 * A recorded plan as the root module with this number of a fleet has it: other ids, and the cluster `prod` is `prod-NUMBER`,
 * so that no plan of the fleet knows anything of another.
 */
export function fleetPlan(text, number) {
  const own = number.toString(16).padStart(4, '0');
  return text
    .replaceAll(IDS, (part) => own + part.slice(4))
    .replaceAll(/"prod"/g, `"prod-${number}"`)
    .replaceAll(/"prod-cce-/g, `"prod-${number}-cce-`);
}
