import {
  OVERRIDABLE
} from "../chunks/chunk-4A3XWMX4.js";
import "../chunks/chunk-ZYTIOYAB.js";
import "../chunks/chunk-SEWDMQ6Q.js";

// src/config/extended.ts
function extended(own, base) {
  const may = (key) => base.mayOverride.includes(key);
  const both = (key, ours, theirs) => may(key) ? ours ?? theirs : theirs ?? ours;
  const beside = (key, ours, theirs) => may(key) ? [...theirs, ...ours] : theirs;
  const clusters = may("clusters") ? clustersOnce(own.clusters, base.clusters) : clustersOnce(base.clusters, own.clusters);
  return {
    configuration: {
      ...own,
      failOn: both("fail-on", own.failOn, base.failOn),
      defaultRulePriority: both("default-rule-priority", own.defaultRulePriority, base.defaultRulePriority),
      severity: may("severity") ? levelsOnce(own.severity, base.severity) : levelsOnce(base.severity, own.severity),
      allow: beside("allow", own.allow, base.allow),
      waivers: beside("waivers", own.waivers, base.waivers),
      clusters
    },
    overruled: OVERRIDABLE.filter((key) => !may(key) && isOverruled(key, own, base))
  };
}
function clustersOnce(first, others) {
  const names = new Set(first.map(({ name }) => name));
  return [...first, ...others.filter(({ name }) => !names.has(name))];
}
function levelsOnce(first, others) {
  const ids = /* @__PURE__ */ new Set([...Object.keys(first), ...Object.keys(others)]);
  return Object.fromEntries([...ids].map((id) => [id, { ...others[id], ...first[id] }]));
}
function isOverruled(key, own, base) {
  switch (key) {
    case "fail-on":
      return isOther(own.failOn, base.failOn);
    case "default-rule-priority":
      return isOther(own.defaultRulePriority, base.defaultRulePriority);
    case "severity":
      return Object.entries(own.severity).some(
        ([id, levels]) => Object.entries(levels ?? {}).some(
          ([change, level]) => isOther(level, new Map(Object.entries(base.severity[id] ?? {})).get(change))
        )
      );
    case "allow":
    case "waivers":
      return own[key].length > 0;
    case "clusters":
      return own.clusters.some(({ name }) => base.clusters.some((one) => one.name === name));
  }
}
function isOther(own, base) {
  return own !== void 0 && base !== void 0 && own !== base;
}
export {
  extended
};
