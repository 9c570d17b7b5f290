import {
  FIX_KINDS
} from "./chunk-M3GSGHQH.js";
import {
  parsePackets
} from "./chunk-WOUS6UDO.js";
import {
  array,
  boolean,
  check,
  exactOptional,
  integer,
  lazy,
  literal,
  looseObject,
  maxValue,
  minValue,
  null_,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  regex,
  safeParse,
  string,
  transform,
  tuple,
  union,
  unknown,
  variant
} from "./chunk-ZYTIOYAB.js";

// src/format/json/values/read.ts
import { err, ok } from "../core.js";

// src/format/json/values/report-values.ts
import { CHECK_IDS as CHECK_IDS2 } from "../core.js";
import { CHECKS } from "../core.js";
import { FAIL_LEVELS, SEVERITIES } from "../core.js";
import { NETWORK_MODELS } from "../core.js";
import { toText } from "../core.js";
import { must as must3 } from "../core.js";

// src/format/json/values/parts.ts
import { requirement } from "../core.js";
import { ROLES } from "../core.js";
import { tokenPeers, unionOfPeers, v4Peers, v6Peers } from "../core.js";
import { must } from "../core.js";
function maybe(schema) {
  return pipe(
    nullable(schema),
    transform((value) => value ?? void 0)
  );
}
function eachKind() {
  return (schema) => schema;
}
function eachText() {
  return (texts) => {
    const all = texts;
    return picklist(all);
  };
}
var wholeNumber = (least, most) => pipe(number(), integer(), minValue(least), maxValue(most));
var amount = wholeNumber(0, Number.MAX_SAFE_INTEGER);
var strings = array(string());
var rowById = pipe(
  string(),
  check((id) => requirement(id) !== void 0),
  transform((id) => must(requirement(id), "it was looked up"))
);
function interval(least, most) {
  return pipe(
    object({ lo: wholeNumber(least, most), hi: wholeNumber(least, most) }),
    check(({ lo, hi }) => lo <= hi)
  );
}
var protocolIntervals = array(interval(0, 255));
var portInterval = interval(0, 65535);
var portRange = object({ from: wholeNumber(0, 65535), to: wholeNumber(0, 65535) });
var LAST_V6 = 2n ** 128n - 1n;
var v6Address = pipe(
  string(),
  regex(/^\d{1,39}$/),
  transform((text) => BigInt(text)),
  check((address2) => address2 <= LAST_V6)
);
var peerSet = pipe(
  object({
    v4: array(interval(0, 2 ** 32 - 1)),
    v6: array(
      pipe(
        object({ lo: v6Address, hi: v6Address }),
        check(({ lo, hi }) => lo <= hi)
      )
    ),
    tokens: strings
  }),
  transform(
    ({ v4, v6, tokens }) => unionOfPeers([v4Peers(v4), v6Peers(v6), tokenPeers(...tokens)])
  )
);
var familyName = eachText()(["IPv4", "IPv6"]);
var way = eachText()(["ingress", "egress"]);
var roleName = picklist(ROLES);

// src/format/json/values/packet-values.ts
var endName = eachText()([
  "node",
  "control",
  "eni",
  "host",
  "dns-server",
  "load-balancer",
  "service",
  "internet"
]);
var namedRange = object({
  name: eachText()([
    "vpc",
    "containers",
    "pod-subnets",
    "masters",
    "api",
    "dns-servers",
    "load-balancers",
    "service-mesh",
    "vpc-endpoints",
    "internal-services"
  ]),
  peers: peerSet,
  end: maybe(endName)
});
var otherEnd = eachKind()(
  variant("kind", [
    object({ kind: literal("addresses"), peers: peerSet, names: array(namedRange) }),
    object({ kind: literal("group"), role: roleName }),
    object({ kind: literal("internet"), family: familyName }),
    object({ kind: literal("sensitive") })
  ])
);
var packetsValue = object({
  direction: way,
  traffic: union([
    literal("sensitive"),
    object({ protocols: protocolIntervals, ports: union([literal("all"), portInterval]) })
  ]),
  other: otherEnd
});
var witnessValue = object({
  direction: way,
  protocol: wholeNumber(0, 255),
  port: maybe(wholeNumber(0, 65535)),
  other: union([
    object({ end: maybe(endName), address: string() }),
    object({
      end: endName,
      address: pipe(
        null_(),
        transform(() => void 0)
      )
    })
  ]),
  member: roleName,
  fate: eachText()([
    "lost",
    "perhaps-lost",
    "missing",
    "may-be-cut",
    "may-be-missing",
    "opened",
    "may-be-opened",
    "open"
  ])
});
var part = eachText()([
  "group",
  "direction",
  "family",
  "action",
  "traffic",
  "peer",
  "priority"
]);
var doubtValue = eachKind()(
  variant("kind", [
    object({
      kind: literal("range"),
      token: string(),
      isDescribed: exactOptional(literal(true)),
      key: maybe(
        eachText()([
          "vpc-cidrs",
          "master-cidrs",
          "container-cidrs",
          "dns-servers",
          "load-balancer-cidrs",
          "service-mesh-cidrs",
          "service-cidrs"
        ])
      )
    }),
    object({ kind: literal("rule"), address: string(), part }),
    object({ kind: literal("seen"), part }),
    object({ kind: literal("rank"), address: string() }),
    object({ kind: literal("across-groups"), address: string() }),
    object({ kind: literal("default"), row: string(), cluster: string() })
  ])
);
var openingValue = variant("kind", [
  object({ kind: literal("all") }),
  object({ kind: literal("tcp") }),
  object({ kind: literal("port"), ports: portRange, service: string() }),
  object({ kind: literal("sensitive") })
]);
var openBeforeValue = object({
  opening: openingValue,
  family: familyName,
  belief: eachText()(["plan", "seen", "recorded", "assumed", "doubted"])
});
var doubtCause = variant("kind", [
  object({ kind: literal("idle-rules"), addresses: strings }),
  object({ kind: literal("rule-ids"), listed: amount, assumed: amount })
]);
var belief = eachKind()(
  variant("kind", [
    object({ kind: literal("seen"), since: maybe(string()) }),
    object({ kind: literal("plan"), addresses: strings }),
    object({ kind: literal("recorded") }),
    object({ kind: literal("gone"), because: array(doubtCause) }),
    object({ kind: literal("doubted"), because: array(doubtCause) }),
    object({ kind: literal("assumed") })
  ])
);
var defaultValue = object({
  row: maybe(rowById),
  belief,
  stands: picklist(["surely", "possibly", "no"]),
  isNew: boolean()
});

// src/format/json/values/fix-values.ts
var yes = boolean();
var argument = { address: string(), name: string(), value: string() };
var fromTo = { from: string(), to: string() };
var step = eachKind()(
  variant("kind", [
    object({
      kind: literal("undo"),
      ...{ gone: strings, changed: strings, made: strings, attributes: strings },
      values: array(object({ ...argument, instead: maybe(string()) })),
      isDeny: yes
    }),
    object({ kind: literal("move"), moves: array(object(fromTo)) }),
    object({ kind: literal("import"), address: string(), id: maybe(string()) }),
    object({ kind: literal("reimport"), ...fromTo }),
    object({ kind: literal("old-first"), addresses: strings }),
    object({ kind: literal("new-first"), addresses: strings }),
    object({ kind: literal("stages"), rules: amount, newFirst: strings }),
    object({ kind: literal("merge-first"), rules: amount, left: strings }),
    object({ kind: literal("no-default-rules"), addresses: strings }),
    object({ kind: literal("add-rules"), rules: amount, isFirst: yes }),
    object({ kind: literal("outrank"), rules: amount, isFirst: yes }),
    object({
      kind: literal("less-deny"),
      ...{ removed: strings, left: strings },
      narrowed: array(object(argument)),
      rules: amount
    }),
    object({ kind: literal("default-rules"), rows: picklist(["standing", "gone"]) }),
    object({ kind: literal("default-rule-priority"), value: picklist([1, 100]) }),
    object({ kind: literal("look") }),
    object({ kind: literal("waive"), until: string() })
  ])
);
var effect = eachKind()(
  variant("kind", [
    object({ kind: literal("opens-nothing") }),
    object({ kind: literal("opens-rows"), rows: strings }),
    object({ kind: literal("egress-stays-open"), rules: amount }),
    object({ kind: literal("ends-more"), findings: amount }),
    object({ kind: literal("then"), conclusion: picklist(["pass", "fail"]) }),
    object({ kind: literal("shows"), doubts: array(doubtValue) }),
    object({ kind: literal("shows-group"), what: picklist(["rules", "place"]) }),
    object({ kind: literal("becomes"), isHeld: yes })
  ])
);
var textOrNone = nullable(string());
var numberOrNone = nullable(number());
var rule = object({
  group: object({ address: textOrNone, id: textOrNone }),
  direction: way,
  ethertype: familyName,
  protocol: textOrNone,
  ...{ portRangeMin: numberOrNone, portRangeMax: numberOrNone },
  ...{ remoteIpPrefix: textOrNone, remoteGroupId: textOrNone },
  action: nullable(picklist(["allow", "deny"])),
  priority: numberOrNone
});
var plainBlock = {
  keyword: string(),
  labels: strings,
  body: array(tuple([string(), string()])),
  comments: exactOptional(strings)
};
var block = object({
  ...plainBlock,
  blocks: exactOptional(array(object(plainBlock)))
});
var tree = variant("kind", [
  object({ kind: literal("text"), text: string() }),
  object({ kind: literal("list"), elements: array(lazy(() => tree)) }),
  object({
    kind: literal("object"),
    entries: array(tuple([string(), lazy(() => tree)]))
  })
]);
var entry = object({
  keyword: literal("entry"),
  beside: string(),
  place: string(),
  key: maybe(string()),
  value: tree,
  isSpread: yes,
  comments: strings
});
var whyNoOrder = eachKind()(
  variant("kind", [
    object({
      kind: picklist(["equal-rules", "same-again", "comes-along"]),
      addresses: strings
    }),
    object({ kind: picklist(["not-transient", "none-holds", "not-tried"]) })
  ])
);
var whyNoFix = eachKind()(
  variant("kind", [
    object({ kind: picklist(["none-holds", "notice", "not-of-rules", "not-tried"]) }),
    object({ kind: literal("order"), order: union([literal("found"), whyNoOrder]) })
  ])
);
var fix = pipe(
  object({
    kind: picklist(FIX_KINDS),
    step,
    blocks: array(union([entry, block])),
    module: string(),
    configuration: maybe(string()),
    adds: array(rule),
    removes: array(object({ address: string(), id: textOrNone })),
    effects: array(effect),
    stages: array(object({ targets: strings, program: picklist(["terraform", "tofu"]) }))
  }),
  // Whoever reads a report has no plan to change.
  transform((value) => ({ ...value, edits: [] }))
);
var fixesValue = object({ isFirst: yes, all: array(fix), why: maybe(whyNoFix) });

// src/format/json/values/reason-values.ts
import { CHECK_IDS } from "../core.js";
import { must as must2 } from "../core.js";
var twin = eachKind()(
  variant("kind", [
    object({ kind: literal("itself") }),
    object({ kind: literal("rule"), address: string() }),
    object({ kind: literal("sensitive-rule") }),
    object({ kind: literal("default-rule"), row: rowById, isSure: boolean() }),
    object({ kind: literal("rule-of-new-groups"), isSure: boolean() }),
    object({ kind: literal("seen-rule") }),
    object({ kind: literal("sensitive-default-rule"), isSure: boolean() })
  ])
);
var flaw = variant("id", [
  object({
    id: eachText()([
      "direction",
      "family",
      "action",
      "priority",
      "two-peers",
      "host-bits",
      "max-without-min",
      "min-without-max",
      "ports-outside",
      "ports-without-protocol",
      "ports-dropped",
      "protocol-number",
      "protocol-name",
      "name-dropped",
      "name-dropped-beside-ports",
      "nova-protocol",
      "icmp-without-ports",
      "multi-port"
    ])
  }),
  object({ id: literal("no-cidr"), attribute: picklist(["remote_ip_prefix", "cidr"]) }),
  object({ id: literal("peer-family"), peer: familyName, rule: familyName }),
  object({ id: literal("protocol-family"), rule: familyName }),
  object({ id: literal("min-above-max"), min: string(), max: string() }),
  object({ id: literal("icmp-outside"), lowest: picklist([0, -1]) })
]);
var recordTrouble = object({
  kind: eachText()(["other-model", "plan", "facts", "rule-ids"]),
  record: picklist(["gone", "standing"]),
  rows: strings
});
var factsFlaw = variant("kind", [
  object({ kind: literal("elsewhere"), file: string() }),
  object({ kind: literal("old"), file: string(), since: string(), hours: number() })
]);
var waivedPackets = pipe(
  string(),
  check((text) => parsePackets(text).ok),
  transform((text) => {
    const read = parsePackets(text);
    return { ...must2(read.ok ? read.value : void 0, "it was read"), text };
  })
);
var waiver = object({
  requirement: maybe(string()),
  check: maybe(picklist(CHECK_IDS)),
  cluster: maybe(string()),
  group: maybe(string()),
  address: maybe(string()),
  packets: maybe(waivedPackets),
  reason: string(),
  owner: string(),
  expires: string()
});
var range = picklist(["vpc", "containers", "services"]);
var yes2 = boolean();
var address = string();
var ofPackets = [
  object({
    kind: literal("row"),
    need: picklist(["as-before", "grown", "new"]),
    ...{ heldBefore: yes2, areFewPorts: yes2, areFewPeers: yes2, isOutdatedRange: yes2 },
    doubts: array(doubtValue),
    ...{ isPart: yes2, isImpactTrue: yes2 }
  }),
  object({ kind: literal("load-balancers-unknown"), isSure: yes2 }),
  object({
    kind: literal("deny-of-unknown-rank"),
    rows: array(rowById),
    doubts: array(doubtValue)
  }),
  object({
    kind: literal("opened"),
    opening: openingValue,
    family: familyName,
    byCce: maybe(picklist(["new", "assumed", "seen"]))
  }),
  object({ kind: literal("let-in") }),
  object({ kind: literal("not-crosswise"), pools: strings, doubts: array(doubtValue) }),
  object({ kind: literal("upgrade-refused") })
];
var ofRules = [
  object({ kind: literal("repeats"), rule: address, twin }),
  object({ kind: literal("rules-shift"), rules: amount }),
  object({
    kind: literal("key-renamed"),
    to: address,
    from: maybe(address),
    ...{ canMove: yes2, isDeposed: yes2, isDeny: yes2 },
    lost: array(object({ row: rowById, isPart: yes2, isImpactTrue: yes2 }))
  }),
  object({
    kind: literal("rule-problem"),
    rule: address,
    problem: object({ kind: picklist(["refused", "changed"]), flaw })
  }),
  object({ kind: literal("egress-rules-idle"), rules: amount, isSure: yes2 }),
  object({ kind: literal("forgotten"), rule: address, isDeny: yes2, isSaidElsewhere: yes2 }),
  object({ kind: literal("rules-alike"), rules: strings }),
  object({ kind: literal("rule-idle"), rule: address, within: address })
];
var ofGroups = [
  object({
    kind: literal("group-goes"),
    ...{ address, isReplaced: yes2 },
    user: variant("kind", [
      object({ kind: literal("resource"), address }),
      object({ kind: literal("cluster"), label: string() })
    ]),
    others: amount
  }),
  object({ kind: literal("pool-replaced"), address, isReordered: yes2 }),
  object({ kind: literal("cluster-replaced"), address }),
  object({ kind: literal("group-renamed"), address, what: picklist(["name", "description"]) }),
  object({
    kind: literal("group-not-placed"),
    rules: amount,
    group: maybe(string()),
    ...{ isContradicted: yes2, isDefaultTraffic: yes2 }
  }),
  object({ kind: literal("rules-not-known"), rows: amount, why: strings }),
  object({ kind: literal("group-not-named"), address })
];
var ofOthers = [
  object({ kind: literal("model-not-known") }),
  object({ kind: literal("group-not-found"), text: string() }),
  object({ kind: literal("entry-unused"), name: string(), groups: strings }),
  object({
    kind: literal("entry-contradicts"),
    contradiction: object({
      key: picklist(["network-model", "vpc-cidrs", "container-cidrs", "security-groups"]),
      source: string()
    })
  }),
  object({ kind: literal("record-troubled"), trouble: recordTrouble }),
  object({ kind: literal("facts-flawed"), flaw: factsFlaw }),
  object({ kind: literal("facts-otherwise"), than: picklist(["state", "facts"]), rules: strings }),
  object({ kind: literal("cluster-not-shown") }),
  object({ kind: literal("no-table"), of: picklist(["network-type", "ipv6"]) }),
  object({ kind: literal("ranges-overlap"), of: tuple([range, range]) }),
  object({ kind: literal("sister-cluster"), address }),
  object({ kind: literal("packet-filters-change"), filters: amount }),
  object({ kind: literal("waiver-idle"), waiver, state: picklist(["expired", "unused"]) })
];
var reasonValue = eachKind()(
  variant("kind", [...ofPackets, ...ofRules, ...ofGroups, ...ofOthers])
);

// src/format/json/values/report-values.ts
var spotParts = { file: string(), line: wholeNumber(1, 2 ** 31), endLine: wholeNumber(1, 2 ** 31) };
var spot = object(spotParts);
var cause = object({
  address: string(),
  actions: array(eachText()(["no-op", "create", "read", "update", "delete", "forget"])),
  place: maybe(object({ ...spotParts, isBase: boolean(), block: maybe(spot), call: maybe(spot) })),
  unplaced: maybe(pipe(string(), transform(toText))),
  standIn: maybe(spot)
});
var check2 = pipe(
  picklist(CHECK_IDS2),
  transform(
    (id) => must3(
      CHECKS.find((one) => one.id === id),
      "each id has its check"
    )
  )
);
var remedy = object({
  kind: eachText()([
    "of-check",
    "prove",
    "tell-value",
    "name-load-balancers",
    "narrow-later",
    "stable-keys",
    "pool-beside",
    "tell-model",
    "show-cluster",
    "admit-pools",
    "name-group",
    "check-filters",
    "keep-one",
    "remove-idle",
    "add-own-rule",
    "look-again"
  ])
});
var groupName = object({
  key: string(),
  shown: string(),
  isNameless: boolean()
});
var finding = object({
  identity: string(),
  ofRun: maybe(string()),
  check: check2,
  severity: picklist(SEVERITIES),
  change: eachText()(["introduced", "transient", "pre-existing", "undecided"]),
  row: maybe(rowById),
  cluster: maybe(string()),
  group: maybe(groupName),
  pool: maybe(string()),
  role: maybe(roleName),
  missing: array(packetsValue),
  witness: maybe(witnessValue),
  causes: array(cause),
  reason: reasonValue,
  remedy,
  restsOn: array(defaultValue),
  fixes: maybe(amount),
  waived: maybe(object({ reason: string(), owner: string(), expires: string() }))
});
function fixesOf({ isFirst, all, why }) {
  return { first: () => isFirst ? all[0] : void 0, all: () => all, whyNone: () => why };
}
function findingsOfValues(findings, fixes) {
  return findings.map((one) => ({
    ...one,
    fingerprint: one.identity,
    occasion: "plan",
    fixes: one.fixes === void 0 ? void 0 : fixes[one.fixes]
  }));
}
var addresses = object({
  peers: union([literal("sensitive"), peerSet]),
  source: string()
});
var cluster = object({
  name: string(),
  address: maybe(string()),
  networkType: maybe(string()),
  model: maybe(picklist(NETWORK_MODELS)),
  isModelConfigured: boolean(),
  addresses: maybe(object({ vpc: addresses, container: addresses, master: addresses, dns: addresses }))
});
var group = object({
  role: roleName,
  cluster: string(),
  key: string(),
  name: maybe(string()),
  address: maybe(string()),
  id: maybe(string()),
  placedBy: eachText()(["configuration", "reference", "id", "description", "name", "assumed"]),
  openBefore: array(openBeforeValue),
  defaults: array(defaultValue)
});
var record = object({
  cluster: string(),
  isNameable: boolean(),
  gone: array(rowById),
  recorded: array(rowById),
  entry: object({ gone: strings, standing: union([literal("all"), strings]) })
});
var plan = pipe(
  object({
    path: string(),
    label: maybe(string()),
    root: maybe(string()),
    formatVersion: string(),
    terraformVersion: string(),
    program: eachText()(["terraform", "tofu"]),
    changes: amount,
    showsCluster: boolean(),
    complete: boolean(),
    ruleChanges: amount,
    isUnchanged: boolean(),
    unchangedIf: array(maybe(rowById)),
    holds: object({ groups: amount, rows: amount, of: amount }),
    records: array(record),
    effectiveFingerprint: maybe(string())
  }),
  transform(({ effectiveFingerprint, ...one }) => ({
    ...one,
    effectiveFingerprint: () => effectiveFingerprint
  }))
);
var planPart = pipe(
  object({
    plan,
    clusters: array(cluster),
    groups: array(group),
    findings: array(finding),
    fixes: array(fixesValue),
    untouched: array(finding),
    resolved: array(object({ check: check2, row: rowById, cluster: string(), group: maybe(groupName) }))
  }),
  transform(({ findings, fixes, untouched, ...one }) => ({
    ...one,
    findings: findingsOfValues(findings, fixes.map(fixesOf)),
    untouched: findingsOfValues(untouched, [])
  }))
);
var runPart = pipe(
  object({ configuration: string(), findings: array(finding), fixes: array(fixesValue) }),
  transform(({ configuration, findings, fixes }) => ({
    configuration,
    findings: findingsOfValues(findings, fixes.map(fixesOf))
  }))
);
var valuesSchema = object({
  failOn: picklist(FAIL_LEVELS),
  fallbackFile: string(),
  unreported: strings,
  plans: array(planPart),
  runs: array(runPart)
});

// src/format/json/values/read.ts
var headSchema = looseObject({
  version: literal(1),
  cloud: optional(unknown()),
  values: optional(unknown())
});
function readShard(text, name) {
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    return err(`is no JSON. ${WRITE_IT}`);
  }
  const head = safeParse(headSchema, json);
  if (!head.success) return err(`is no report, version 1. ${WRITE_IT}`);
  const { cloud, values } = head.output;
  if (cloud !== void 0) return err("is the report of an audit; a merge takes reports of plans");
  if (values === void 0) return err(`has no \`values\` to put together. ${WRITE_IT}`);
  const shard = shardOf(values, name);
  return shard === void 0 ? err(`has \`values\` that this version does not read. ${WRITE_IT}`) : ok(shard);
}
function shardOf(values, name) {
  const read = safeParse(valuesSchema, values);
  const [first, ...others] = read.success ? read.output.plans : [];
  if (!read.success || first === void 0) return void 0;
  return { ...read.output, name, plans: [first, ...others] };
}
var WRITE_IT = "Write it with this version: cce-plan-guard check PLAN --format json";

export {
  readShard,
  shardOf
};
