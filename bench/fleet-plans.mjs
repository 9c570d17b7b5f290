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

const PROVIDER = 'registry.terraform.io/opentelekomcloud/opentelekomcloud';

/** The plan among resources that bear on no cluster, as most of a real one are, until its text has so many bytes. */
export function amongOthers(text, bytes) {
  const plan = JSON.parse(text);
  const { planned_values: planned, prior_state: prior, resource_changes: changes } = plan;
  const blocks = plan.configuration.root_module.resources;
  let size = text.length;
  for (let i = 0; size < bytes; i++) {
    const { change, resource, block } = bystander(i);
    changes.push(change);
    for (const { root_module: root } of [planned, prior.values]) (root.resources ??= []).push(resource);
    blocks.push(block);
    size += JSON.stringify([change, resource, resource, block]).length;
  }
  return `${JSON.stringify(plan)}\n`;
}

/** A record set or a bucket that stays as it is. */
function bystander(number) {
  const type = number % 2 === 0 ? 'opentelekomcloud_dns_recordset_v2' : 'opentelekomcloud_obs_bucket';
  const name = `other_${number}`;
  const address = `${type}.${name}`;
  const values = {
    ...{ id: `other-${number}`, name: `other-${number}.example.com.`, region: 'eu-de', description: '' },
    ...{ records: [`10.0.${number % 250}.1`, `10.0.${number % 250}.2`], ttl: 300, status: 'ACTIVE' },
    ...{ tags: { team: 'platform', stage: 'prod', service: `service-${number}` }, value_specs: null },
    lifecycle_rule: [{ enabled: true, prefix: 'logs/', expiration: [{ days: 30 }], transition: [] }],
    timeouts: { create: null, delete: null, update: null },
  };
  const head = { address, mode: 'managed', type, name, provider_name: PROVIDER };
  const marks = { records: [false, false], tags: {}, lifecycle_rule: [{ expiration: [{}], transition: [] }] };
  return {
    change: {
      ...head,
      change: {
        ...{ actions: ['no-op'], before: values, after: values, after_unknown: {} },
        ...{ before_sensitive: marks, after_sensitive: marks },
      },
    },
    resource: { ...head, schema_version: 0, values, sensitive_values: marks },
    block: {
      ...{ address, mode: 'managed', type, name, provider_config_key: 'opentelekomcloud' },
      expressions: {
        name: { constant_value: values.name },
        tags: { references: ['var.tags', 'local.tags'] },
      },
      schema_version: 0,
    },
  };
}
