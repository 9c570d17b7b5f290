import {
  parseBody
} from "../chunks/chunk-UGTM3V3T.js";
import {
  readYaml
} from "../chunks/chunk-X6ZUF5IH.js";
import {
  array,
  boolean,
  looseObject,
  nullable,
  nullish,
  number,
  object,
  optional,
  picklist,
  record,
  safeParse,
  string,
  unknown
} from "../chunks/chunk-ZYTIOYAB.js";
import {
  BadAnswer,
  HTTPError,
  TimeoutError,
  distribution_default,
  jsonAnswer
} from "../chunks/chunk-WMFSQPHS.js";
import {
  jsonText
} from "../chunks/chunk-JAOPD57T.js";
import "../chunks/chunk-SEWDMQ6Q.js";

// src/cloud/facts.ts
import { compare as compare2 } from "../core.js";
import { ok as ok2 } from "../core.js";

// src/cloud/lists.ts
import { compare } from "../core.js";
import { err, ok } from "../core.js";
var PAGE = 1e3;
var MOST_PAGES = 500;
var PAGED = looseObject({ page_info: optional(object({ next_marker: nullish(string()) })) });
async function readList(session, list) {
  const root = session.rootOf(list.service);
  if (!root.ok) return root;
  const url = new URL(list.path(session.projectId), root.value);
  if (list.isPaged) url.searchParams.set("limit", String(PAGE));
  const all = /* @__PURE__ */ new Map();
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await readPage(session, url, list);
    if (!page.ok) return page;
    const before = all.size;
    for (const item of page.value.items) all.set(list.idOf(item), item);
    const { marker } = page.value;
    if (marker === void 0 || all.size === before) {
      return ok([...all].sort(([a], [b]) => compare(a, b)).map(([, item]) => item));
    }
    url.searchParams.set("marker", marker);
  }
  const line = `${list.what}: ${url.host} answered with more than ${MOST_PAGES} pages. Name one project by --project ID`;
  return err({ status: void 0, line });
}
async function readPage(session, url, { what, key, item, idOf, isPaged }) {
  const answer = await session.get(url, what);
  if (!answer.ok) return answer;
  const body = parseBody(PAGED, answer.value, { url, what, key: "page_info" });
  if (!body.ok) return body;
  const items = parseBody(array(item), body.value[key], { url, what, key });
  if (!items.ok) return items;
  const last = items.value.at(-1);
  if (!isPaged || last === void 0) return ok({ items: items.value, marker: void 0 });
  const { page_info: info } = body.value;
  return ok({
    items: items.value,
    marker: info === void 0 ? idOf(last) : info.next_marker ?? void 0
  });
}

// src/cloud/shapes.ts
var text = optional(nullable(string()));
var texts = optional(nullable(array(string())));
var id = string();
var GROUP = object({ id, name: string(), description: text, project_id: text });
var RULE = object({
  id,
  security_group_id: string(),
  direction: picklist(["ingress", "egress"]),
  ethertype: string(),
  protocol: nullable(string()),
  port_range_min: nullable(number()),
  port_range_max: nullable(number()),
  remote_group_id: text,
  remote_ip_prefix: text
});
var V3_RULE = object({
  id,
  security_group_id: string(),
  direction: picklist(["ingress", "egress"]),
  ethertype: string(),
  protocol: text,
  multiport: text,
  remote_group_id: text,
  remote_ip_prefix: text,
  remote_address_group_id: text,
  action: picklist(["allow", "deny"]),
  priority: number()
});
var ADDRESS_GROUP = object({
  id,
  name: string(),
  ip_version: number(),
  ip_set: array(string())
});
var CIDRS = optional(nullable(array(object({ cidr: string() }))));
var CLUSTER = object({
  kind: optional(string()),
  metadata: object({ name: string(), uid: string() }),
  spec: object({
    type: text,
    version: text,
    ipv6enable: optional(nullable(boolean())),
    hostNetwork: object({ vpc: string(), subnet: string(), SecurityGroup: text }),
    containerNetwork: object({ mode: string(), cidr: text, cidrs: CIDRS }),
    eniNetwork: optional(
      nullable(
        object({
          eniSubnetId: text,
          eniSubnetCIDR: text,
          subnets: optional(nullable(array(object({ subnetID: string() }))))
        })
      )
    ),
    kubernetesSvcIpRange: text,
    serviceNetwork: optional(nullable(object({ IPv4CIDR: text })))
  }),
  status: optional(
    object({
      phase: text,
      endpoints: optional(
        nullable(
          array(object({ url: text, type: text, internal: text, external: text, external_otc: text }))
        )
      )
    })
  )
});
var NODE_POOL = object({
  kind: optional(string()),
  metadata: object({ name: string(), uid: string() }),
  spec: object({
    customSecurityGroups: texts,
    nodeTemplate: optional(
      object({
        nodeNicSpec: optional(object({ primaryNic: optional(object({ subnetId: text })) }))
      })
    )
  })
});
var VPC = object({ id, name: string(), cidr: string() });
var V3_VPC = object({ id, extend_cidrs: texts });
var SUBNET = object({
  id,
  name: string(),
  cidr: string(),
  vpc_id: string(),
  neutron_network_id: text,
  neutron_subnet_id: text,
  primary_dns: text,
  secondary_dns: text,
  dnsList: texts,
  cidr_v6: text
});

// src/cloud/facts.ts
var idOfItem = ({ id: id2 }) => id2;
var network = { service: ["network", "vpc"], isPaged: true, idOf: idOfItem };
var vpcV3 = { service: ["vpcv3", "vpc", "network"], isPaged: true, idOf: idOfItem };
var GROUPS = {
  ...network,
  what: "security groups",
  path: () => "v2.0/security-groups",
  key: "security_groups",
  item: GROUP
};
var RULES = {
  ...network,
  what: "security group rules",
  path: () => "v2.0/security-group-rules",
  key: "security_group_rules",
  item: RULE
};
var V3_RULES = {
  ...vpcV3,
  what: "priorities of security group rules",
  path: (project) => `v3/${project}/vpc/security-group-rules`,
  key: "security_group_rules",
  item: V3_RULE
};
var ADDRESS_GROUPS = {
  ...vpcV3,
  what: "address groups",
  path: (project) => `v3/${project}/vpc/address-groups`,
  key: "address_groups",
  item: ADDRESS_GROUP
};
var CLUSTERS = {
  what: "CCE clusters",
  service: ["ccev2.0", "cce"],
  path: (project) => `api/v3/projects/${project}/clusters`,
  key: "items",
  item: CLUSTER,
  idOf: ({ metadata }) => metadata.uid,
  isPaged: false
};
var nodePoolsOf = ({
  metadata
}) => ({
  service: CLUSTERS.service,
  isPaged: false,
  idOf: ({ metadata: { uid } }) => uid,
  what: "node pools",
  key: "items",
  path: (project) => `${CLUSTERS.path(project)}/${metadata.uid}/nodepools`,
  item: NODE_POOL
});
var VPCS = {
  ...network,
  what: "VPCs",
  path: (project) => `v1/${project}/vpcs`,
  key: "vpcs",
  item: VPC
};
var V3_VPCS = {
  ...vpcV3,
  what: "secondary CIDRs of VPCs",
  path: (project) => `v3/${project}/vpc/vpcs`,
  key: "vpcs",
  item: V3_VPC
};
var SUBNETS = {
  ...network,
  what: "subnets",
  path: (project) => `v1/${project}/subnets`,
  key: "subnets",
  item: SUBNET
};
async function readProject(session, now) {
  const lacks = [];
  const groups = await readList(session, GROUPS);
  if (!groups.ok) return groups;
  const rules = await readList(session, RULES);
  if (!rules.ok) return rules;
  const v3Rules = await readNewer(session, V3_RULES, lacks);
  if (!v3Rules.ok) return v3Rules;
  const addressGroups = await readNewer(session, ADDRESS_GROUPS, lacks);
  if (!addressGroups.ok) return addressGroups;
  const clusters = await readList(session, CLUSTERS);
  if (!clusters.ok) return clusters;
  const vpcs = await readList(session, VPCS);
  if (!vpcs.ok) return vpcs;
  const v3Vpcs = await readNewer(session, V3_VPCS, lacks);
  if (!v3Vpcs.ok) return v3Vpcs;
  const subnets = await readList(session, SUBNETS);
  if (!subnets.ok) return subnets;
  const { projectId, region } = session;
  const facts = {
    fetchedAt: now.toISOString(),
    project_id: projectId,
    ...region === void 0 ? {} : { region },
    security_groups: groups.value,
    security_group_rules: joinRules(rules.value, v3Rules.value),
    address_groups: addressGroups.value,
    clusters: clusters.value,
    node_pools: [],
    vpcs: joinVpcs(vpcs.value, v3Vpcs.value),
    subnets: subnets.value
  };
  return ok2({ facts, lacks });
}
async function withNodePools(session, facts) {
  const pools = [];
  for (const cluster of facts.clusters) {
    const read = await readList(session, nodePoolsOf(cluster));
    if (!read.ok) return read;
    pools.push(...read.value.map((pool) => ({ cluster_id: cluster.metadata.uid, ...pool })));
  }
  return ok2({ ...facts, node_pools: pools });
}
async function readNewer(session, list, lacks) {
  const read = await readList(session, list);
  if (read.ok || read.error.status !== 404) return read;
  lacks.push(list.what);
  return ok2([]);
}
function joinRules(v2, v3) {
  const newer = new Map(v3.map((rule) => [rule.id, rule]));
  const known = new Set(v2.map(idOfItem));
  const joined = v2.map((rule) => {
    const more = newer.get(rule.id);
    if (more === void 0) return rule;
    const { multiport, remote_address_group_id, action, priority } = more;
    return { ...rule, multiport, remote_address_group_id, action, priority };
  });
  return [...joined, ...v3.filter(({ id: id2 }) => !known.has(id2))].sort((a, b) => compare2(a.id, b.id));
}
function joinVpcs(v1, v3) {
  const newer = new Map(v3.map((vpc) => [vpc.id, vpc]));
  return v1.map((vpc) => ({ ...vpc, ...newer.get(vpc.id) }));
}

// src/cloud/identity.ts
import { err as err2, must, ok as ok3 } from "../core.js";
function credentialsOf(settings, projectId) {
  const { values, nameOf } = settings;
  const authUrl = authUrlOf(settings);
  if (!authUrl.ok) return authUrl;
  const identity = howToSignIn(settings);
  if (!identity.ok) return identity;
  const project = projectOf(values, projectId);
  if (project === void 0 && identity.value.kind !== "application-credential") {
    return err2(
      `no project is named. Set ${nameOf("project_name")} or ${nameOf("project_id")}, or give --project ID`
    );
  }
  return ok3({ authUrl: authUrl.value, identity: identity.value, project, region: settingsRegion(values) });
}
var EXAMPLE_URL = "https://iam.eu-de.otc.t-systems.com/v3";
function authUrlOf({ values, nameOf }) {
  const text2 = values.get("auth_url");
  const name = nameOf("auth_url");
  if (text2 === void 0) return err2(`${name} is not set. Set it, for example to ${EXAMPLE_URL}`);
  if (!URL.canParse(text2)) return err2(`${name} is no address. Set it, for example to ${EXAMPLE_URL}`);
  const url = new URL(text2);
  if (url.protocol !== "https:" && !isLoopback(url)) {
    return err2(
      `${name} does not begin with https://, so the credentials could be read on their way. Write https://`
    );
  }
  if (url.username !== "" || url.password !== "") {
    return err2(
      `${name} holds a user or a password. Take them out, and set ${nameOf("username")} and ${nameOf("password")}`
    );
  }
  const path2 = url.pathname.replace(/\/+$/, "");
  const root = new URL(url.origin);
  root.pathname = `${path2.endsWith("/v3") ? path2 : `${path2}/v3`}/`;
  return ok3(root);
}
function isLoopback({ protocol, hostname }) {
  return protocol === "http:" && ["127.0.0.1", "[::1]", "localhost"].includes(hostname);
}
function howToSignIn({ values, nameOf }) {
  const secret = values.get("application_credential_secret");
  if (secret !== void 0) {
    const credential = applicationCredentialOf(values);
    if (credential !== void 0) return ok3({ kind: "application-credential", credential, secret });
    return err2(`the application credential has no name: set ${nameOf("application_credential_id")}`);
  }
  const token = values.get("token");
  if (token !== void 0) return ok3({ kind: "token", token });
  const password = values.get("password");
  if (password !== void 0) {
    const user = keystoneUser(values);
    if (user !== void 0) return ok3({ kind: "password", user, password });
    return err2(`the user is not named whole: set ${nameOf("username")} and ${nameOf("user_domain_name")}`);
  }
  const [accessKey, secretKey] = [values.get("access_key"), values.get("secret_key")];
  if (accessKey !== void 0 && secretKey !== void 0) {
    return ok3({ kind: "key", accessKey, secretKey, securityToken: values.get("security_token") });
  }
  return err2(
    `there is nothing to sign in with. Set ${nameOf("username")} and ${nameOf("password")}, ${nameOf("token")}, ${nameOf("application_credential_id")} and ${nameOf("application_credential_secret")}, or ${nameOf("access_key")} and ${nameOf("secret_key")}`
  );
}
function applicationCredentialOf(values) {
  const id2 = values.get("application_credential_id");
  if (id2 !== void 0) return { id: id2 };
  const name = values.get("application_credential_name");
  const user = keystoneUser(values);
  return name === void 0 || user === void 0 ? void 0 : { name, user };
}
function keystoneUser(values) {
  const id2 = values.get("user_id");
  if (id2 !== void 0) return { id: id2 };
  const name = values.get("username");
  const domain = domainOf(values, ["user_domain", "domain", "project_domain"]);
  return name === void 0 || domain === void 0 ? void 0 : { name, domain };
}
function projectOf(values, asked) {
  const id2 = asked ?? values.get("project_id");
  if (id2 !== void 0) return { id: id2 };
  const name = values.get("project_name");
  return name === void 0 ? void 0 : { name, domain: domainOf(values, ["project_domain", "domain", "user_domain"]) };
}
function domainOf(values, prefixes) {
  const named = prefixes.flatMap((prefix) => {
    const id2 = values.get(`${prefix}_id`);
    const name = values.get(`${prefix}_name`);
    return [...id2 === void 0 ? [] : [{ id: id2 }], ...name === void 0 ? [] : [{ name }]];
  });
  return named[0];
}
function settingsRegion(values) {
  const region = values.get("region_name");
  if (region !== void 0) return region;
  const fromProject = /^([a-z]{2}-[a-z]+\d?)(_|$)/.exec(values.get("project_name") ?? "");
  return fromProject === null ? void 0 : must(fromProject[1], "the pattern has this group");
}

// src/cloud/selection.ts
function clustersNamed(facts, { ids, clusterNames }) {
  const groups = facts.security_groups.filter(({ id: id2 }) => ids.has(id2));
  const makers = new Set(groups.flatMap(({ description }) => uuidsIn(description)));
  return facts.clusters.filter(
    ({ metadata: { uid, name } }) => ids.has(uid) || makers.has(uid) || clusterNames.has(name)
  );
}
function keepNamed(facts, { ids }) {
  const isOfCluster = groupOfClusters(facts);
  const groups = facts.security_groups.filter((group) => ids.has(group.id) || isOfCluster(group));
  const groupIds = new Set(groups.map(({ id: id2 }) => id2));
  const rules = facts.security_group_rules.filter((rule) => groupIds.has(rule.security_group_id));
  const addressGroups = new Set(rules.map(({ remote_address_group_id: id2 }) => id2));
  const vpcs = new Set(facts.clusters.map(({ spec }) => spec.hostNetwork.vpc));
  const isOfVpc = (id2) => ids.has(id2) || vpcs.has(id2);
  return {
    ...facts,
    security_groups: groups,
    security_group_rules: rules,
    address_groups: facts.address_groups.filter(({ id: id2 }) => ids.has(id2) || addressGroups.has(id2)),
    vpcs: facts.vpcs.filter(({ id: id2 }) => isOfVpc(id2)),
    subnets: facts.subnets.filter(({ id: id2, vpc_id: vpc }) => ids.has(id2) || isOfVpc(vpc))
  };
}
function groupOfClusters({
  clusters,
  node_pools: pools
}) {
  const uids = new Set(clusters.map(({ metadata }) => metadata.uid));
  const own = /* @__PURE__ */ new Set([
    ...clusters.map(({ spec }) => spec.hostNetwork.SecurityGroup),
    ...pools.flatMap(({ spec }) => spec.customSecurityGroups ?? [])
  ]);
  return ({ id: id2, description }) => own.has(id2) || uuidsIn(description).some((uid) => uids.has(uid));
}
var ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
function uuidsIn(text2) {
  return text2?.match(ID) ?? [];
}
var PART = 16 * 1024 * 1024;
var ID_LENGTH = 36;
function idsOfPlan(bytes) {
  const decoder = new TextDecoder("latin1");
  const ids = /* @__PURE__ */ new Set();
  for (let from = 0; from < bytes.length; from += PART) {
    for (const id2 of uuidsIn(decoder.decode(bytes.subarray(from, from + PART + ID_LENGTH)))) ids.add(id2);
  }
  return ids;
}

// node_modules/p-throttle/index.js
var states = /* @__PURE__ */ new WeakMap();
var signalThrottleds = /* @__PURE__ */ new WeakMap();
var finalizationRegistry = new FinalizationRegistry(({ signalWeakRef, weakReference }) => {
  const signal = signalWeakRef.deref();
  if (!signal) {
    return;
  }
  const registration = signalThrottleds.get(signal);
  if (registration) {
    registration.throttleds.delete(weakReference);
    if (registration.throttleds.size === 0) {
      signal.removeEventListener("abort", registration.listener);
      signalThrottleds.delete(signal);
    }
  }
});
function pThrottle({ limit, interval, strict, signal, onDelay, weight }) {
  if (!Number.isFinite(limit)) {
    throw new TypeError("Expected `limit` to be a finite number");
  }
  if (!Number.isFinite(interval)) {
    throw new TypeError("Expected `interval` to be a finite number");
  }
  if (limit < 0) {
    throw new TypeError("Expected `limit` to be >= 0");
  }
  if (interval < 0) {
    throw new TypeError("Expected `interval` to be >= 0");
  }
  if (weight !== void 0 && typeof weight !== "function") {
    throw new TypeError("Expected `weight` to be a function");
  }
  if (weight && interval === 0) {
    throw new TypeError("The `weight` option cannot be used with `interval` of 0");
  }
  const state = {
    queue: /* @__PURE__ */ new Map(),
    strictTicks: [],
    // Track windowed algorithm state so it can be reset on abort
    currentTick: 0,
    activeWeight: 0
  };
  const strictCapacity = Math.max(limit, 1);
  const insertTickSorted = (tickRecord) => {
    if (state.strictTicks.length === 0 || tickRecord.time >= state.strictTicks.at(-1).time) {
      state.strictTicks.push(tickRecord);
    } else {
      const insertIndex = state.strictTicks.findIndex((tick) => tick.time > tickRecord.time);
      state.strictTicks.splice(insertIndex, 0, tickRecord);
    }
  };
  function windowedDelay(requestWeight) {
    const now = Date.now();
    if (now - state.currentTick > interval) {
      state.activeWeight = requestWeight;
      state.currentTick = now;
      return 0;
    }
    if (state.activeWeight + requestWeight <= limit) {
      state.activeWeight += requestWeight;
    } else {
      state.currentTick += interval;
      state.activeWeight = requestWeight;
    }
    return state.currentTick - now;
  }
  function weightedDelay(requestWeight, now, ticks) {
    const findBlockingTick = (time) => {
      let windowStart = 0;
      let windowWeight = 0;
      for (const [index, tick] of ticks.entries()) {
        if (tick.time >= time + interval) {
          break;
        }
        windowWeight += tick.weight;
        const windowEnd = Math.max(time, tick.time);
        while (windowStart <= index && ticks[windowStart].time <= windowEnd - interval) {
          windowWeight -= ticks[windowStart].weight;
          windowStart++;
        }
        if (windowWeight + requestWeight > limit) {
          return ticks[windowStart];
        }
      }
    };
    let nextExecutionTime = now;
    let blockingTick = findBlockingTick(nextExecutionTime);
    while (blockingTick) {
      nextExecutionTime = blockingTick.time + interval;
      blockingTick = findBlockingTick(nextExecutionTime);
    }
    const tickRecord = {
      time: nextExecutionTime,
      weight: requestWeight,
      isExecuted: false
    };
    insertTickSorted(tickRecord);
    return { delay: Math.max(0, nextExecutionTime - now), tickRecord };
  }
  function strictDelay(requestWeight) {
    const now = Date.now();
    if (state.strictTicks.length > 0 && now - state.strictTicks.at(-1).time > interval) {
      state.strictTicks.length = 0;
    }
    if (weight) {
      while (state.strictTicks.length > 0 && now - state.strictTicks[0].time >= interval) {
        state.strictTicks.shift();
      }
      return weightedDelay(requestWeight, now, state.strictTicks);
    }
    if (state.strictTicks.length < strictCapacity) {
      state.strictTicks.push({ time: now, weight: requestWeight });
      return { delay: 0 };
    }
    const oldestTime = state.strictTicks[0].time;
    const mostRecentTime = state.strictTicks.at(-1).time;
    const baseTime = oldestTime + interval;
    const minSpacing = interval > 0 ? Math.ceil(interval / strictCapacity) : 0;
    const nextExecutionTime = baseTime <= mostRecentTime ? mostRecentTime + minSpacing : baseTime;
    state.strictTicks.shift();
    const tickRecord = { time: nextExecutionTime, weight: requestWeight };
    state.strictTicks.push(tickRecord);
    return { delay: Math.max(0, nextExecutionTime - now), tickRecord };
  }
  const getDelay = strict ? strictDelay : windowedDelay;
  return (function_) => {
    const throttled = function(...arguments_) {
      if (!throttled.isEnabled) {
        return (async () => function_.apply(this, arguments_))();
      }
      let timeoutId;
      return new Promise((resolve, reject) => {
        let requestWeight = 1;
        if (weight) {
          try {
            requestWeight = weight(...arguments_);
          } catch (error) {
            reject(error);
            return;
          }
          if (!Number.isFinite(requestWeight) || requestWeight < 0) {
            reject(new TypeError("Expected `weight` to be a finite non-negative number"));
            return;
          }
          if (requestWeight > limit) {
            reject(new TypeError(`Expected \`weight\` (${requestWeight}) to be <= \`limit\` (${limit})`));
            return;
          }
        }
        const delayResult = getDelay(requestWeight);
        const delay = strict ? delayResult.delay : delayResult;
        let tickRecord = strict ? delayResult.tickRecord : void 0;
        const execute = () => {
          if (tickRecord) {
            const actualTime = Date.now();
            if (weight) {
              const index = state.strictTicks.indexOf(tickRecord);
              if (index !== -1) {
                state.strictTicks.splice(index, 1);
              }
              const executedTicks = state.strictTicks.filter((tick) => tick.isExecuted);
              const updatedDelayResult = weightedDelay(requestWeight, actualTime, executedTicks);
              tickRecord = updatedDelayResult.tickRecord;
              if (updatedDelayResult.delay > 0) {
                state.queue.delete(timeoutId);
                timeoutId = setTimeout(execute, updatedDelayResult.delay);
                state.queue.set(timeoutId, reject);
                return;
              }
              tickRecord.isExecuted = true;
            } else {
              tickRecord.time = actualTime;
            }
          }
          try {
            resolve(function_.apply(this, arguments_));
          } catch (error) {
            reject(error);
          }
          state.queue.delete(timeoutId);
        };
        if (delay > 0) {
          timeoutId = setTimeout(execute, delay);
          state.queue.set(timeoutId, reject);
          try {
            onDelay?.(...arguments_);
          } catch {
          }
        } else {
          execute();
        }
      });
    };
    signal?.throwIfAborted();
    if (signal) {
      let registration = signalThrottleds.get(signal);
      if (!registration) {
        registration = {
          throttleds: /* @__PURE__ */ new Set(),
          listener: null
        };
        registration.listener = () => {
          for (const weakReference2 of registration.throttleds) {
            const function_2 = weakReference2.deref();
            if (!function_2) {
              continue;
            }
            const functionState = states.get(function_2);
            if (!functionState) {
              continue;
            }
            for (const timeout of functionState.queue.keys()) {
              clearTimeout(timeout);
              functionState.queue.get(timeout)(signal.reason);
            }
            functionState.queue.clear();
            functionState.strictTicks.length = 0;
            functionState.currentTick = 0;
            functionState.activeWeight = 0;
          }
          signalThrottleds.delete(signal);
        };
        signalThrottleds.set(signal, registration);
        signal.addEventListener("abort", registration.listener, { once: true });
      }
      const weakReference = new WeakRef(throttled);
      registration.throttleds.add(weakReference);
      finalizationRegistry.register(throttled, {
        signalWeakRef: new WeakRef(signal),
        weakReference
      });
    }
    throttled.isEnabled = true;
    Object.defineProperty(throttled, "queueSize", {
      get() {
        return state.queue.size;
      }
    });
    states.set(throttled, state);
    return throttled;
  };
}

// src/cloud/send.ts
import { err as err3, ok as ok4 } from "../core.js";
var PATIENCE = { tryMs: 3e4, requestMs: 18e4 };
var TRIES = 5;
var LONGEST_ANSWER = 64 * 1024 * 1024;
var PACE = { limit: 20, interval: 1e3 };
var MOST_REDIRECTS = 3;
function senderWith({ tryMs, requestMs } = PATIENCE) {
  const paced = pThrottle(PACE)(
    (request, init) => fetch(request, init)
  );
  const ask = async ({ url, headers, json }) => {
    const response = await distribution_default(url, {
      method: json === void 0 ? "get" : "post",
      ...json === void 0 ? {} : { json },
      headers: { accept: "application/json", ...headers },
      redirect: "manual",
      fetch: paced,
      timeout: tryMs,
      signal: AbortSignal.timeout(requestMs),
      retry: {
        limit: TRIES - 1,
        // To ask for a token twice makes two tokens, and harms nobody.
        methods: ["get", "post"],
        statusCodes: [429, 500, 502, 503, 504],
        afterStatusCodes: [429, 503],
        maxRetryAfter: 6e4,
        backoffLimit: 1e4,
        retryOnTimeout: true
      }
    });
    return { headers: response.headers, body: await jsonAnswer(response, LONGEST_ANSWER) };
  };
  return async (request) => {
    let { url } = request;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      try {
        return ok4(await ask({ ...request, url }));
      } catch (error) {
        const next = error instanceof HTTPError ? redirectOf(error.response, url) : void 0;
        if (next === void 0) return err3(troubleOf(error, request));
        if (next.origin !== url.origin) return err3(otherHost(request, next));
        url = next;
      }
    }
    return err3({ status: void 0, line: `${askedOf(request)} redirects in a circle. Check the address` });
  };
}
function redirectOf({ status, headers }, from) {
  const location = headers.get("location");
  if (status < 300 || status > 399 || location === null) return void 0;
  return URL.canParse(location, from.href) ? new URL(location, from.href) : void 0;
}
function otherHost(request, { protocol, host }) {
  const line = `${askedOf(request)} redirects to another host, ${protocol}//${host}: not followed, because the credentials are not for it. Check the address`;
  return { status: void 0, line };
}
function askedOf({ url, what }) {
  return `${what}: ${url.host}`;
}
function troubleOf(error, request) {
  const asked = askedOf(request);
  if (error instanceof HTTPError) {
    const { status } = error.response;
    return { status, line: `${asked} answered ${status}${ADVICE.get(status) ?? laterAdvice(status)}` };
  }
  if (error instanceof BadAnswer) return { status: void 0, line: `${asked} ${error.message}` };
  if (error instanceof TimeoutError || isAborted(error)) {
    return { status: void 0, line: `${asked} did not answer in time. Run it again later` };
  }
  const code = networkCodeOf(error);
  if (code === void 0) throw error;
  const line = `${asked} cannot be reached (${code}). Check the address, the network and the proxy`;
  return { status: void 0, line };
}
var ADVICE = /* @__PURE__ */ new Map([
  [401, ": the credentials do not count, or no longer. Get new ones"],
  [403, ": these credentials may not read it. Give them a role that may read VPC and CCE"],
  [404, ": it is not there. Check the project and the region"]
]);
function laterAdvice(status) {
  return status === 429 || status >= 500 ? ` ${TRIES} times. Run it again later` : ". Check the address";
}
function isAborted(error) {
  return ["TimeoutError", "AbortError"].includes(String(errorField(error, "name")));
}
function networkCodeOf(error) {
  const cause = errorField(error, "cause");
  const code = errorField(cause, "code") ?? errorField(cause, "name");
  return errorField(error, "name") === "TypeError" && typeof code === "string" ? code : void 0;
}
function errorField(value, field) {
  if (typeof value !== "object" || value === null) return void 0;
  const entries = value;
  return entries[field];
}

// src/cloud/session.ts
import { distinct } from "../core.js";
import { err as err4, ok as ok5 } from "../core.js";
async function signIn(credentials, send, now) {
  const { identity } = credentials;
  const signedIn = identity.kind === "key" ? await (await import("../chunks/key-Y7QGUBKQ.js")).signInByKey({ ...credentials, identity }, send, now) : await (await import("../chunks/token-YORFHKN7.js")).signInByToken({ ...credentials, identity }, send);
  if (!signedIn.ok) return signedIn;
  const { projectId, catalog, get } = signedIn.value;
  const { region } = credentials;
  return ok5({ projectId, region, get, rootOf: (types) => rootIn(catalog, types, credentials) });
}
function rootIn(catalog, types, { region, authUrl }) {
  const [wanted] = types;
  const services = types.flatMap((type) => catalog.filter((service) => service.type === type));
  const open = services.flatMap(
    (service) => service.endpoints.filter((endpoint) => endpoint.interface === "public")
  );
  const regionNameOf = (endpoint) => endpoint.region_id ?? endpoint.region ?? "*";
  const here = region === void 0 ? open : open.filter((endpoint) => [region, "*"].includes(regionNameOf(endpoint)));
  const [first] = here;
  if (first === void 0) {
    const regions2 = distinct(open.map(regionNameOf)).join(", ");
    const problem = open.length === 0 ? `no ${wanted}` : `${wanted} in ${regions2}, not in ${region ?? ""}`;
    return err4(catalogTrouble(`has ${problem}. Check the project and the region`));
  }
  const regions = distinct(here.map(regionNameOf));
  if (regions.length > 1) {
    return err4(
      catalogTrouble(`has ${wanted} in several regions: ${regions.join(", ")}. Name one by OS_REGION_NAME`)
    );
  }
  if (!URL.canParse(first.url))
    return err4(catalogTrouble(`has no address for ${wanted}. Ask who keeps the cloud`));
  const url = new URL(first.url);
  if (url.protocol !== "https:" && !(isLoopback(url) && isLoopback(authUrl))) {
    return err4(
      catalogTrouble(
        `has an address for ${wanted} that does not begin with https://. Ask who keeps the cloud`
      )
    );
  }
  const [root = "/"] = url.pathname.split(/(?:api\/)?v\d/, 1);
  return ok5(new URL(root.endsWith("/") ? root : `${root}/`, url.origin));
}
function catalogTrouble(problem) {
  return { status: void 0, line: `the cloud’s list of services ${problem}` };
}

// src/cloud/settings.ts
import path from "node:path";
import { findFile, readBytes } from "../core.js";
import { err as err5, ok as ok6 } from "../core.js";
var ALIASES = /* @__PURE__ */ new Map([
  ["tenant_name", "project_name"],
  ["tenant_id", "project_id"],
  ["user_name", "username"],
  ["region", "region_name"],
  ["auth_token", "token"],
  ["ak", "access_key"],
  ["sk", "secret_key"]
]);
function readSettings(env) {
  const named = env["OS_CLOUD"];
  if (named === void 0 || named === "") {
    const settings = settingsOfEnvironment(env);
    if (settings.values.has("auth_url")) return ok6(settings);
    const only = readClouds(env);
    if (!only.ok) return only;
    const [name, another] = Object.keys(only.value.clouds);
    return name === void 0 || another !== void 0 ? ok6(settings) : ok6(settingsOfCloud(only.value, name));
  }
  const clouds = readClouds(env);
  if (!clouds.ok) return clouds;
  if (Object.hasOwn(clouds.value.clouds, named)) return ok6(settingsOfCloud(clouds.value, named));
  const { file } = clouds.value;
  if (file === void 0)
    return err5(
      "OS_CLOUD is set, but there is no clouds.yaml here, in ~/.config/openstack or in /etc/openstack"
    );
  return err5(`OS_CLOUD names a cloud that ${file} does not have. Check its name`);
}
function settingsOfEnvironment(env) {
  const values = Object.entries(env).flatMap(
    ([name, value]) => name.startsWith("OS_") ? [[name.slice("OS_".length).toLowerCase(), value]] : []
  );
  return { values: valuesOf(values), nameOf: (key) => `OS_${key.toUpperCase()}` };
}
function settingsOfCloud({ clouds, file }, name) {
  const { auth = {}, ...rest } = clouds[name] ?? {};
  const values = valuesOf(Object.entries({ ...rest, ...auth }));
  return { values, nameOf: (key) => `\`${key}\` of this cloud in ${file ?? "clouds.yaml"}` };
}
function valuesOf(entries) {
  const texts2 = entries.flatMap(([key, value]) => {
    const text2 = typeof value === "number" ? String(value) : value;
    return typeof text2 === "string" && text2 !== "" ? [[key, text2]] : [];
  });
  const aliases = texts2.flatMap(([key, value]) => {
    const usual = ALIASES.get(key);
    return usual === void 0 ? [] : [[usual, value]];
  });
  return new Map([...aliases, ...texts2]);
}
var CLOUD = looseObject({ auth: optional(record(string(), unknown())) });
var CLOUDS = looseObject({ clouds: record(string(), CLOUD) });
function readClouds(env) {
  const file = findFile(cloudsPlaces(env, "clouds", env["OS_CLIENT_CONFIG_FILE"]));
  if (file === void 0) return ok6({ file, clouds: {} });
  const open = readCloudsFile(file);
  if (!open.ok) return open;
  const secureFile = findFile(cloudsPlaces(env, "secure", env["OS_CLIENT_SECURE_FILE"]));
  if (secureFile === void 0) return ok6({ file, clouds: open.value });
  const secure = readCloudsFile(secureFile);
  if (!secure.ok) return secure;
  const both = Object.entries(open.value).map(([name, cloud]) => {
    const secrets = Object.hasOwn(secure.value, name) ? secure.value[name] : void 0;
    return [name, { ...cloud, ...secrets, auth: { ...cloud.auth, ...secrets?.auth } }];
  });
  return ok6({ file, clouds: Object.fromEntries(both) });
}
function cloudsPlaces(env, name, named) {
  const home = env["XDG_CONFIG_HOME"] ?? path.join(env["HOME"] ?? env["USERPROFILE"] ?? "", ".config");
  const folders = ["", path.join(home, "openstack"), "/etc/openstack"];
  const usual = folders.flatMap(
    (folder) => ["yaml", "yml"].map((ending) => path.join(folder, `${name}.${ending}`))
  );
  return named === void 0 || named === "" ? usual : [named];
}
function readCloudsFile(file) {
  const bytes = readBytes(file, "clouds");
  if (!bytes.ok) return err5(`${file} ${bytes.error}`);
  const { tree, lines } = readYaml(new TextDecoder().decode(bytes.value));
  if (!tree.ok) {
    const { line, col } = lines.linePos(tree.error.offset);
    return err5(`${file}: line ${line}, column ${col}: ${tree.error.problem}`);
  }
  const read = safeParse(CLOUDS, tree.value.value);
  return read.success ? ok6(read.output.clouds) : err5(
    `${file} has no \`clouds:\` with settings under names. See the OpenStack documentation of clouds.yaml`
  );
}

// src/command/facts.ts
import { readBytes as readBytes2 } from "../core.js";
import { NO_SOURCE, openPlan } from "../core.js";
import { err as err6, ok as ok7 } from "../core.js";
import { readArguments, SHARED_OPTIONS, spares } from "../core.js";
var factsCommand = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard facts [options]

Reads security groups, their rules, CCE clusters, VPCs and subnets from the cloud's API, and writes them as JSON for
\`check --facts FILE\`. It changes nothing in the cloud and writes no secret.

  --plan PLAN       only what this plan names, and the clusters of it; may be given several times
  --project ID      the project to read; default: that of the settings
  --output FILE     write the facts there instead of to standard output
  --help, --version

It signs in by what the environment says, as other OpenStack clients do: OS_CLOUD for an entry of clouds.yaml, or
OS_AUTH_URL with OS_PROJECT_NAME or OS_PROJECT_ID, OS_REGION_NAME, and one of
  OS_USERNAME, OS_PASSWORD and OS_USER_DOMAIN_NAME or OS_DOMAIN_NAME
  OS_TOKEN
  OS_APPLICATION_CREDENTIAL_ID and OS_APPLICATION_CREDENTIAL_SECRET (without a project)
  OS_ACCESS_KEY and OS_SECRET_KEY, with OS_SECURITY_TOKEN where they are lent
A role that may read VPC and CCE is enough.

exit: 0 the facts are written, 2 they could not be read
`,
  run: async (argv, world) => {
    const options = readFactsOptions(argv);
    return options.ok ? writeFacts(options.value, world) : options;
  }
};
var OPTIONS = {
  plan: { type: "string", multiple: true },
  project: { type: "string" },
  output: { type: "string" },
  ...SHARED_OPTIONS
};
function readFactsOptions(argv) {
  const read = readArguments(argv, "facts", OPTIONS);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [extra] = positionals;
  if (extra !== void 0)
    return err6("facts takes no name of a file by itself; write: --plan PLAN or --output FILE");
  const { plan: plans = [], project, output } = values;
  if (plans.includes("")) return err6("--plan is empty: leave it out, or set the variable");
  return ok7({ plans, project, output });
}
async function writeFacts({ plans, project, output }, { env, now, note, write }) {
  const spared = spares(output, plans);
  if (!spared.ok) return spared;
  const named = plans.length === 0 ? ok7(void 0) : namedByPlans(plans);
  if (!named.ok) return named;
  const settings = readSettings(env);
  if (!settings.ok) return settings;
  const credentials = credentialsOf(settings.value, project);
  if (!credentials.ok) return credentials;
  const session = await signIn(credentials.value, senderWith(), now);
  if (!session.ok) return err6(session.error.line);
  const read = await readProject(session.value, now);
  if (!read.ok) return err6(read.error.line);
  const { facts: whole, lacks } = read.value;
  if (whole.security_groups.length === 0) return err6(noGroups(whole));
  const about = named.value === void 0 ? whole : { ...whole, clusters: clustersNamed(whole, named.value) };
  const pooled = await withNodePools(session.value, about);
  if (!pooled.ok) return err6(pooled.error.line);
  const facts = named.value === void 0 ? pooled.value : keepNamed(pooled.value, named.value);
  if (facts.security_groups.length === 0) return err6(nothingNamed(facts, plans));
  const written = write(jsonText(facts), output);
  if (!written.ok) return written;
  if (lacks.length > 0) note(`this cloud has no API for ${lacks.join(", ")}, so the facts are without them`);
  return ok7(0);
}
function noGroups({ project_id: project }) {
  return `project ${project} shows no security group, though every project has one: these credentials may not read them. Give them a role that may read VPC`;
}
function nothingNamed({ project_id: project }, plans) {
  return `project ${project} has no security group and no cluster that ${plans.join(" or ")} names. Check the project, or leave --plan out`;
}
function namedByPlans(plans) {
  const ids = /* @__PURE__ */ new Set();
  const clusterNames = /* @__PURE__ */ new Set();
  for (const file of plans) {
    const name = file === "-" ? "standard input" : file;
    const bytes = readBytes2(file);
    if (!bytes.ok) return err6(`${name} ${bytes.error}`);
    const open = openPlan(bytes.value);
    if (!open.ok) return err6(`${name} ${open.error.message}`);
    for (const id2 of idsOfPlan(bytes.value)) ids.add(id2);
    for (const { before, after } of open.value(NO_SOURCE).clusters) {
      for (const side of [before, after]) if (side?.name !== void 0) clusterNames.add(side.name.text);
    }
  }
  return ok7({ ids, clusterNames });
}
export {
  factsCommand
};
