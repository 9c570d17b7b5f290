/** Rules that are to be written down, as resources of plans that tests build. */
import type { FixRule } from '../../../src/report/fix.js';
import { type RuleSpec, rule } from '../plans/group-rules.js';
import type { Ref, Resource } from '../plans/plan-builder.js';

/** The rule as a resource; `refOf` says how a plan refers to a group. */
export function writtenRule(name: string, added: FixRule, refOf: (group: string) => Ref): Resource {
  const { direction, protocol, portRangeMin: min, portRangeMax: max, remoteIpPrefix, remoteGroupId } = added;
  const isOfV3 = added.action !== null;
  const hasMultiPort = isOfV3 && protocol !== 'icmp' && min !== null && max !== null;
  const spec: RuleSpec = {
    group: refOf(added.group.id ?? added.group.address ?? ''),
    direction,
    protocol: protocol ?? undefined,
    cidr: remoteIpPrefix ?? undefined,
    peer: remoteGroupId === null ? undefined : refOf(remoteGroupId),
    ...(isOfV3
      ? { api: 'v3', action: 'allow', priority: added.priority ?? undefined }
      : { ports: min === null || max === null ? undefined : [min, max] }),
    ...(hasMultiPort && { multiPort: `${String(min)}-${String(max)}` }),
  };
  return rule(name, spec);
}
