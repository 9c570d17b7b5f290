import {
  either,
  extendsSchema,
  isMissingKey,
  isUnknownKey,
  keys,
  lineOfText,
  list,
  mayOverrideSchema,
  oneLine,
  oneOf,
  plainText,
  readAs
} from "../chunks/chunk-4A3XWMX4.js";
import {
  PACKETS_FORM,
  parsePackets
} from "../chunks/chunk-WOUS6UDO.js";
import {
  NO_ADDRESS,
  NO_CIDR,
  readAddress,
  readClusterCidr
} from "../chunks/chunk-GZMD2HBW.js";
import {
  readYaml
} from "../chunks/chunk-X6ZUF5IH.js";
import {
  check,
  description,
  metadata,
  minLength,
  optional,
  picklist,
  pipe,
  rawCheck,
  readonly,
  safeParse,
  title,
  transform
} from "../chunks/chunk-ZYTIOYAB.js";
import "../chunks/chunk-SEWDMQ6Q.js";

// src/config/read-configuration.ts
import { err as err2, must, ok as ok2 } from "../core.js";
import { NO_CONFIGURATION } from "../core.js";

// src/config/cluster-schema.ts
import { NETWORK_MODELS } from "../core.js";

// src/config/default-rules-schema.ts
import { REQUIREMENTS } from "../core.js";
import { nearest } from "../core.js";
var MADE = REQUIREMENTS.filter(({ table }) => table !== 8).map(({ id }) => id);
var row = picklist(MADE, ({ input }) => {
  if (input === null) return "is empty; write the id of a row, like T1.9";
  const near = typeof input === "string" ? nearest(input, MADE) : void 0;
  return near === void 0 ? "must be the id of a row of Tables 1 to 7, like T1.9" : `names no row of Tables 1 to 7; did you mean ${near}?`;
});
var defaultRulesSchema = pipe(
  keys({
    gone: optional(
      pipe(list(row), description("Rows whose rules somebody took away: a plan does not show it."))
    ),
    standing: optional(
      pipe(
        either(oneOf(["all"], "All rows but those that are gone."), list(row), "or a list of rows"),
        description("Rows whose rules stand; `all`: all rows but those that are gone.")
      )
    )
  }),
  rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { gone = [], standing } = dataset.value;
    const listed = Array.isArray(standing) ? standing : [];
    for (const [index, id] of listed.entries()) {
      if (!gone.includes(id)) continue;
      addIssue({
        message: `names ${id}, which is under \`gone\` too; remove one of the two`,
        path: [
          { type: "object", origin: "value", input: { ...dataset.value }, key: "standing", value: standing },
          { type: "array", origin: "value", input: listed, key: index, value: id }
        ]
      });
    }
  }),
  description("What CCE made and nobody manages: which of its rules are gone, and which stand."),
  transform(({ gone = [], standing = [] }) => ({ gone, standing })),
  readonly()
);

// src/config/cluster-schema.ts
var OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
var ADDRESS = `${OCTET}(\\.${OCTET}){3}`;
var PREFIX = "/(3[0-2]|[12]?[0-9])";
var cidr = pipe(
  plainText(NO_CIDR),
  metadata({ pattern: `^${ADDRESS}${PREFIX}$` }),
  readAs(readClusterCidr)
);
var address = pipe(
  plainText(NO_ADDRESS),
  metadata({ pattern: `^${ADDRESS}(${PREFIX})?$` }),
  readAs(readAddress)
);
var APART = transform((sets) => sets);
function ranges(item, description2) {
  return pipe(
    list(item),
    minLength(1, "is an empty list; remove the key if you do not know"),
    description(description2),
    APART
  );
}
function rangesOrNone(description2) {
  return pipe(
    list(address),
    description(`${description2} An empty list says that there are none.`),
    APART
  );
}
var groupName = lineOfText("Id of the group, or its name or Terraform address in the plan.");
var clusterSchema = pipe(
  keys({
    name: lineOfText("Name of the cluster, as in the plan."),
    region: optional(
      oneOf(
        ["eu-de", "eu-nl", "eu-ch2"],
        "Region: `eu-ch2` has other service ranges and fewer rows of Table 8."
      )
    ),
    "network-model": optional(
      oneOf(
        NETWORK_MODELS,
        "Network model: `vpc-router` (VPC network), `overlay_l2` (tunnel network) or `eni` (CCE Turbo). It chooses the tables."
      )
    ),
    "vpc-cidrs": optional(ranges(cidr, "CIDRs of the VPC, the secondary ones included.")),
    "container-cidrs": optional(ranges(cidr, "CIDRs of the containers; for CCE Turbo of the pod subnets.")),
    "master-cidrs": optional(ranges(cidr, "CIDRs that the master nodes have their addresses from.")),
    "dns-servers": optional(ranges(address, "Addresses of the DNS servers that the nodes ask.")),
    "load-balancer-cidrs": optional(
      rangesOrNone("Addresses from which load balancers reach NodePorts, beside the VPC.")
    ),
    "service-mesh-cidrs": optional(
      rangesOrNone("Addresses from which a service mesh reaches the API port 5443, beside the VPC.")
    ),
    "service-cidrs": optional(
      ranges(cidr, "CIDRs of the cloud's internal services: time, object storage and reporting.")
    ),
    "security-groups": optional(
      pipe(
        keys({
          node: optional(pipe(list(groupName), description("Security groups of the worker nodes."))),
          control: optional(pipe(list(groupName), description("Security groups of the master nodes."))),
          eni: optional(
            pipe(list(groupName), description("Security groups of the pods of CCE Turbo."))
          )
        }),
        description("The security groups of the cluster, where the plan does not tell.")
      )
    ),
    "default-rules": optional(defaultRulesSchema)
  }),
  description("One cluster: what the plan does not know of it, or knows wrongly."),
  transform((input) => {
    const { node = [], control = [], eni = [] } = input["security-groups"] ?? {};
    const securityGroups = { node, control, eni };
    return {
      name: input.name,
      region: input.region,
      networkModel: input["network-model"],
      vpcCidrs: input["vpc-cidrs"],
      containerCidrs: input["container-cidrs"],
      masterCidrs: input["master-cidrs"],
      dnsServers: input["dns-servers"],
      loadBalancerCidrs: input["load-balancer-cidrs"],
      serviceMeshCidrs: input["service-mesh-cidrs"],
      serviceCidrs: input["service-cidrs"],
      securityGroups,
      defaultRules: input["default-rules"]
    };
  }),
  readonly()
);

// src/config/schema.ts
import { FAIL_LEVELS, SEVERITIES } from "../core.js";

// src/config/waiver-schema.ts
import { REQUIREMENTS as REQUIREMENTS2, requirement } from "../core.js";
import { err, ok } from "../core.js";
import { nearest as nearest2 } from "../core.js";
var DATE_PATTERN = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
var CIDR_OR_ANY = "(any|[0-9A-Fa-f:.]+(/[0-9]{1,3})?)";
var WITH_PORTS = "(tcp|udp|0{0,2}6|0?17)(/[0-9]{1,5}(-[0-9]{1,5})?)?";
var PACKETS_PATTERN = `^\\s*(${WITH_PORTS}|icmp|all|[0-9]{1,3})\\s+(from|to)\\s+${CIDR_OR_ANY}\\s*$`;
var BREAKABLE = REQUIREMENTS2.flatMap(
  ({ id, floor }) => floor === void 0 || floor.kind === "ranges" ? [id] : []
);
function requirementMessage({ input }) {
  if (input === null) return "is empty; write the id of a row, like T1.4";
  const floor = typeof input === "string" ? requirement(input)?.floor?.kind : void 0;
  if (floor === "none") return "names a row that may always be narrowed; there is nothing to waive";
  if (floor === "table") return "names a row that breaks only in Table 8; write the row of Table 8";
  const near = typeof input === "string" ? nearest2(input, BREAKABLE) : void 0;
  return near === void 0 ? "must be the id of a row, from T1.1 to T8.14" : `names no row of the tables; did you mean ${near}?`;
}
function readPackets(text) {
  const packets = parsePackets(text);
  return packets.ok ? ok({ ...packets.value, text: text.trim().replace(/\s+/g, " ") }) : packets;
}
var NO_DATE = "must be a date that exists, like 2027-01-31";
function readDate(text) {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year === void 0 || month === void 0 || day === void 0) return err(NO_DATE);
  return day >= 1 && day <= daysOf(year, month) ? ok(text) : err(NO_DATE);
}
function daysOf(year, month) {
  if (month < 1 || month > 12) return 0;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
var packetsSchema = pipe(
  plainText(`must read ${PACKETS_FORM}`),
  metadata({
    description: `The packets that are accepted: ${PACKETS_FORM}. \`from\` is ingress, \`to\` is egress.`,
    pattern: PACKETS_PATTERN,
    examples: ["tcp/30000-32767 from 203.0.113.0/24", "icmp from any", "all to 198.19.128.0/17"]
  }),
  readAs(readPackets)
);
var allowedPackets = pipe(
  packetsSchema,
  check(
    ({ region }) => region.egress.length === 0,
    "names packets that go out with `to`; write `from`: what is let in"
  )
);
var lastDay = pipe(
  plainText(NO_DATE),
  metadata({
    description: "The last day, UTC, on which the waiver counts: YYYY-MM-DD.",
    format: "date",
    pattern: DATE_PATTERN
  }),
  readAs(readDate)
);
function waiverSchema(checkIds) {
  return pipe(
    keys({
      requirement: optional(
        pipe(
          picklist(BREAKABLE, requirementMessage),
          description("The row whose packets may be missing; `cce-plan-guard model` lists the rows.")
        )
      ),
      check: optional(
        oneOf(
          checkIds.filter((id) => id !== "waiver"),
          "The check whose finding without a row is accepted. Such a waiver also names `group`, `address` or `packets` where the finding has one."
        )
      ),
      cluster: optional(lineOfText("Name of the cluster. Left out: every cluster.")),
      group: optional(lineOfText("Id, name or Terraform address of the security group.")),
      address: optional(lineOfText("Terraform address of a resource that brings the finding about.")),
      packets: optional(packetsSchema),
      reason: oneLine("Why this is accepted."),
      owner: oneLine("Who answers for it: a person or a team."),
      expires: lastDay
    }),
    check(
      ({ requirement: requirement2, check: check2 }) => requirement2 === void 0 !== (check2 === void 0),
      "must have either `requirement` or `check`: a row, or a check for what has no row"
    ),
    check(
      ({ requirement: requirement2, packets }) => requirement2 === void 0 || packets !== void 0,
      "has no `packets`; add it: a row is waived by its packets"
    ),
    check(
      ({ requirement: requirement2, group, address: address2 }) => requirement2 === void 0 || group === void 0 && address2 === void 0,
      "has `group` or `address`, which only a waiver by `check` has; remove it"
    ),
    description("What is accepted until a day: packets that a row asks for, or what a check says."),
    transform(({ requirement: requirement2, check: check2, cluster, group, address: address2, packets, ...terms }) => ({
      ...terms,
      requirement: requirement2,
      check: check2,
      /** Undefined: every cluster. */
      cluster,
      group,
      address: address2,
      packets
    })),
    readonly()
  );
}

// src/config/schema.ts
var distinctNames = rawCheck(({ dataset, addIssue }) => {
  if (!dataset.typed) return;
  const seen = /* @__PURE__ */ new Map();
  for (const [index, entry] of dataset.value.entries()) {
    const first = seen.get(entry.name);
    if (first === void 0) {
      seen.set(entry.name, index);
      continue;
    }
    addIssue({
      message: `is the name of clusters[${first}] too; make one entry of the two`,
      path: [
        { type: "array", origin: "value", input: dataset.value, key: index, value: entry },
        { type: "object", origin: "value", input: { ...entry }, key: "name", value: entry.name }
      ]
    });
  }
});
var LEVELS = [...SEVERITIES, "off"];
var severityByChange = keys({
  introduced: optional(oneOf(LEVELS, "Of what the plan breaks; `off` leaves critical findings on.")),
  transient: optional(oneOf(LEVELS, "Of what may be cut while the plan is applied.")),
  "pre-existing": optional(oneOf(LEVELS, "Of what was broken before.")),
  undecided: optional(oneOf(LEVELS, "Of what depends on values that the plan does not know."))
});
function severitySchema(id) {
  const single = oneOf(LEVELS, "Of what the plan introduces; `off` leaves critical findings on.");
  return pipe(
    either(single, severityByChange, "or a map of introduced, transient, pre-existing and undecided"),
    description(`Severity of findings of the check ${id}: of what the plan introduces, or by change.`),
    transform((one) => typeof one === "string" ? { introduced: one } : one)
  );
}
var allowSchema = pipe(
  list(allowedPackets),
  description("Packets that may be let in anew: what the check `new-access` does not tell."),
  readonly()
);
function configurationSchema(checkIds) {
  const severities = Object.fromEntries(checkIds.map((id) => [id, optional(severitySchema(id))]));
  return pipe(
    keys({
      "fail-on": optional(
        oneOf(FAIL_LEVELS, "The mildest severity that fails the run. Left out: critical.")
      ),
      "default-rule-priority": optional(
        oneOf(
          [1, 100],
          "Priority of rules that CCE or the v2 API made, which nobody documents. Left out: not known."
        )
      ),
      severity: optional(pipe(keys(severities), description("Severity of findings, by check."))),
      clusters: optional(
        pipe(
          list(clusterSchema),
          distinctNames,
          description("What the plan does not know of the clusters, or knows wrongly."),
          readonly()
        )
      ),
      waivers: optional(
        pipe(
          list(waiverSchema(checkIds)),
          description("What is accepted; each waiver has an owner and an end."),
          readonly()
        )
      ),
      allow: optional(allowSchema),
      extends: optional(extendsSchema),
      "may-override": optional(mayOverrideSchema)
    }),
    title("cce-plan-guard.yml"),
    description("Configuration of cce-plan-guard."),
    transform(({ severity = {}, allow = [], clusters = [], waivers = [], ...input }) => ({
      extends: input.extends,
      mayOverride: input["may-override"] ?? [],
      failOn: input["fail-on"],
      defaultRulePriority: input["default-rule-priority"],
      ...{ severity, allow },
      clusters,
      waivers
    })),
    readonly()
  );
}

// src/config/read-configuration.ts
function readConfiguration(text, checkIds) {
  const { tree, lines } = readYaml(text.startsWith("\uFEFF") ? text.slice(1) : text);
  const configuration = tree.ok ? checked(tree.value, checkIds) : tree;
  if (configuration.ok) return configuration;
  const { offset, problem } = configuration.error;
  const { line, col: column } = lines.linePos(offset);
  return err2({
    kind: "configuration-error",
    message: `line ${line}, column ${column}: ${problem}`,
    line,
    column
  });
}
function checked(tree, checkIds) {
  if (tree.value === null) return ok2(NO_CONFIGURATION);
  const read = safeParse(configurationSchema(checkIds), tree.value);
  return read.success ? ok2(read.output) : err2(firstFault(tree, read.issues));
}
function firstFault(tree, issues) {
  const [first] = issues.flatMap(withinMap).map((issue) => ({ rank: isUnknownKey(issue) ? 0 : 1, fault: faultOf(tree, issue) })).sort((a, b) => a.rank - b.rank || a.fault.offset - b.fault.offset);
  return must(first, "it is refused for some issue").fault;
}
function withinMap(issue) {
  const inside = (issue.issues ?? []).filter(({ path }) => path !== void 0);
  if (issue.type !== "union" || inside.length === 0) return [issue];
  return inside.map((one) => ({ ...one, path: joinedPath(issue.path, one.path) }));
}
function joinedPath(outer, inner) {
  if (outer === void 0 || inner === void 0) return outer ?? inner;
  return [...outer, ...inner];
}
function faultOf(tree, issue) {
  const path = (issue.path ?? []).map(({ key: key2 }) => typeof key2 === "number" ? key2 : String(key2));
  const owner = isUnknownKey(issue) || isMissingKey(issue) ? path.slice(0, -1) : path;
  const [subject, last] = [treeAt(tree, owner), path.at(-1)];
  const key = last === void 0 ? void 0 : subject.parts.get(last);
  const offset = isUnknownKey(issue) && key !== void 0 ? key.keyOffset : subject.offset;
  return { offset, problem: `${pathText(owner)} ${issue.message}` };
}
function treeAt(tree, path) {
  return path.reduce((at, step) => must(at.parts.get(step), "issues are about parts of the file").tree, tree);
}
function pathText(path) {
  if (path.length === 0) return "the file";
  return path.map((step, i) => typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`).join("");
}
export {
  readConfiguration
};
