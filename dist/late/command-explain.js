import {
  endsNamed,
  explainPath,
  explanationOf,
  explanationWithPlaces,
  partyOf,
  pathSides,
  rulesIn
} from "../chunks/chunk-DI2OEGHN.js";
import "../chunks/chunk-JWOSOKBN.js";
import {
  portsNamed,
  protocolNamed
} from "../chunks/chunk-WOUS6UDO.js";
import "../chunks/chunk-GZMD2HBW.js";
import "../chunks/chunk-SEWDMQ6Q.js";

// src/command/explain.ts
import { within } from "../core.js";
import { engineFor } from "../core.js";
import { openSourceOf } from "../core.js";

// src/explain/of-finding.ts
import { NO_PEERS } from "../core.js";
import { ALL_PORTS, ALL_PROTOCOLS, boxes } from "../core.js";
import { allRows } from "../core.js";
function sideOfFinding(found, { subjects }) {
  const { packets, row } = found;
  const subject = subjects.find((one) => isAbout(found, one));
  const [box] = packets === void 0 ? [] : boxes(packets.region);
  if (packets === void 0 || subject === void 0 || box === void 0) return void 0;
  const { direction, peers } = box;
  const asked = row === void 0 ? void 0 : allRows(subject).find((one) => one.row.id === row.id);
  return {
    direction,
    party: partyOf(subject),
    family: peers.v6.length > 0 ? "IPv6" : "IPv4",
    mayBeMembers: false,
    whole: packets.naming.whole?.other,
    questionAt: (_, state) => asked?.ask(state) ?? { ...PLAIN, direction },
    region: packets.region
  };
}
var PLAIN = {
  traffic: { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS },
  isNodePorts: false,
  beyond: void 0,
  need: NO_PEERS,
  isSensitive: false,
  groups: [],
  namesGroup: false
};
function isAbout({ cluster, pool, role, group }, subject) {
  return subject.cluster.name === cluster?.name && subject.role === role && subject.pool === pool && (group === void 0 || subject.groups.some(({ key }) => key === group));
}

// src/explain/traffic.ts
import { hasTypes, icmpSlot, PROTOCOL_NUMBERS } from "../core.js";
import { single } from "../core.js";
import { ALL_PORTS as ALL_PORTS2 } from "../core.js";
import { err, ok } from "../core.js";
var TRAFFIC_FORM = "tcp/10250, udp/53, tcp/30000-32767, icmp/8:0, tcp, all";
function trafficNamed(text) {
  const [name = "", ports, ...rest] = text.toLowerCase().split("/");
  if (rest.length > 0) return err(`must be like ${TRAFFIC_FORM}`);
  const protocol = name === "icmpv6" ? single(PROTOCOL_NUMBERS.icmpv6) : protocolNamed(name);
  if (protocol === void 0) return err(`names no protocol; write it like ${TRAFFIC_FORM}`);
  if (ports === void 0) return ok({ protocols: [protocol], ports: ALL_PORTS2 });
  const read = protocol.lo === protocol.hi && hasTypes(protocol.lo) ? typesNamed(ports) : portsNamed(protocol, ports);
  return read.ok ? ok({ protocols: [protocol], ports: read.value }) : read;
}
var LAST_TYPE = 255;
function typesNamed(text) {
  const [, type = "", code] = /^(\d{1,3})(?::(\d{1,3}))?$/.exec(text) ?? [];
  const [lo, hi] = code === void 0 ? [0, LAST_TYPE] : [Number(code), Number(code)];
  if (type === "" || Number(type) > LAST_TYPE || hi > LAST_TYPE) {
    return err("has no good type and code; write them like icmp/8:0, or icmp/3 for every code");
  }
  return ok([{ lo: icmpSlot(Number(type), lo), hi: icmpSlot(Number(type), hi) }]);
}

// src/command/explain.ts
import { fingerprints } from "../core.js";
import { err as err2, must, ok as ok2 } from "../core.js";
import {
  deadlineNamed,
  factsNamed,
  factsToRead,
  plansNamed,
  readArguments,
  SHARED_OPTIONS,
  shownFile
} from "../core.js";
import { runErrorLine, withFiles } from "../core.js";
import { configurationFor } from "../core.js";
import { openRun } from "../core.js";
var explainCommand = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard explain PLAN --from END --to END --port tcp/10250 [options]
       cce-plan-guard explain PLAN FINGERPRINT [options]

Says what becomes of packets before, while and after the plan is applied: which rules let them through or stop them, how
it is known that each is there, or what it depends on. Two ends that are both in security groups are both asked.
END is an address, a CIDR, \`internet\`; node, control or eni (node:CLUSTER where there are several clusters); the address
or label of a node pool; or the id, address or name of a security group.
FINGERPRINT is that of a finding, or its first digits, 8 at least: then its packets are explained.

  --from END, --to END
  --port PACKETS    ${TRAFFIC_FORM}
  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --facts FILE      what stands in the cloud, any number of files, as for check
  --facts-date INSTANT  when somebody looked, for files that do not say it, as 2026-11-24T06:00:00Z
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --base REVISION   git revision to look up blocks that are deleted
  --format FORMAT   text, json; default: text
  --output FILE     write the answer there instead of to standard output
  --deadline SECONDS  how long it may take; default: 120 for each 250 MB of input that is begun
  --help, --version

exit: 0 answered, 2 could not answer
`,
  run: async (argv, world) => {
    const options = readOptions(argv);
    return options.ok ? explained(options.value, world) : options;
  }
};
var OPTIONS = {
  from: { type: "string" },
  to: { type: "string" },
  port: { type: "string" },
  config: { type: "string" },
  facts: { type: "string", multiple: true },
  "facts-date": { type: "string" },
  source: { type: "string" },
  base: { type: "string" },
  format: { type: "string", default: "text" },
  output: { type: "string" },
  deadline: { type: "string" },
  ...SHARED_OPTIONS
};
function readOptions(argv) {
  const read = readArguments(argv, "explain", OPTIONS);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [plan, prefix, ...rest] = positionals;
  const plans = plansNamed(plan === void 0 ? [] : [plan], "explain");
  if (!plans.ok) return plans;
  if (rest.length > 0) return err2("one plan is explained at a time, and one finding");
  const asked = prefix === void 0 ? pathAsked(values) : findingAsked(prefix, values);
  if (!asked.ok) return asked;
  const facts = factsNamed(values.facts ?? [], values["facts-date"]);
  if (!facts.ok) return facts;
  const deadline = deadlineNamed(values.deadline);
  if (!deadline.ok) return deadline;
  const { config, source, base, format, output } = values;
  if (format !== "text" && format !== "json") return err2(`--format takes text, json, not \`${format}\``);
  const [file] = plans.value;
  return ok2({
    ...{ plan: must(file, "one is named"), asked: asked.value, facts: facts.value },
    ...{ config, source, base, isJson: format === "json", output, deadline: deadline.value }
  });
}
function pathAsked({ from, to, port }) {
  if (from === void 0 || to === void 0 || port === void 0) {
    return err2(
      "no packets are named; write --from END --to END --port tcp/10250, or the fingerprint of a finding. See cce-plan-guard explain --help"
    );
  }
  const traffic = trafficNamed(port);
  return traffic.ok ? ok2({ kind: "path", ends: { from, to }, traffic: traffic.value }) : err2(`--port ${port} ${traffic.error}`);
}
function findingAsked(prefix, { from, to, port }) {
  if (!/^[0-9a-f]{8,16}$/.test(prefix)) {
    return err2(
      `\`${prefix}\` is no fingerprint: write its first 8 to 16 digits, as check --format json has it`
    );
  }
  return [from, to, port].every((one) => one === void 0) ? ok2({ kind: "finding", prefix }) : err2("a finding has its own packets: leave out --from, --to and --port");
}
async function explained({ plan, asked, facts, config, source, base, isJson, output, deadline }, { now, note, write, terminal, progress }) {
  const configuration = await configurationFor({ config, inputs: [plan, ...facts.files], output }, { note });
  if (!configuration.ok) return configuration;
  const worked = await withFiles(
    {
      configuration: configuration.value,
      plans: [{ name: shownFile(plan), file: plan, source: () => openSourceOf(plan, { source, base }) }],
      facts: factsToRead(facts),
      failOn: void 0,
      deadline,
      label: void 0,
      now,
      progress,
      prepareEngine: engineFor
    },
    async (input) => {
      const opened = await openRun(input);
      return opened.ok ? answerTo(asked, opened.value) : err2(runErrorLine(opened.error));
    }
  );
  if (!worked.ok) return worked;
  const { value: explanation, settle } = worked.value;
  const settled = settle();
  const written = write(await rendered(explanation, isJson, terminal(output)), output);
  await settled;
  return written.ok ? ok2(0) : written;
}
async function answerTo(asked, opened) {
  const { budget, placesIn, judged } = opened;
  const [plan] = judged;
  const { subjects } = must(plan, "one plan is read");
  const found = within(
    budget,
    "rules",
    () => asked.kind === "path" ? ofPath(asked, subjects) : ofFinding(asked.prefix, opened)
  );
  if (!found.ok) return found;
  const actions = new Map(subjects.world.plan.rules.map((rule) => [rule.address, rule.actions]));
  const wanted = rulesIn(found.value).map((address) => ({ address, actions: actions.get(address) ?? [] }));
  return ok2(explanationWithPlaces(found.value, await placesIn(0, wanted)));
}
function ofPath({ ends: named, traffic }, subjects) {
  const ends = endsNamed(named, subjects);
  if (!ends.ok) return ends;
  const answer = explainPath(pathSides(ends.value, traffic), subjects.world);
  return ok2(explanationOf({ ...ends.value, traffic }, answer, subjects));
}
function ofFinding(prefix, { report, judged }) {
  const { subjects, verdict } = must(judged[0], "one plan is read");
  const fingerprint = fingerprints(subjects);
  const [told, ...others] = [...report.findings, ...report.untouched].filter(
    (one) => one.fingerprint.startsWith(prefix)
  );
  if (told === void 0) return err2(`no finding of this plan has the fingerprint ${prefix}`);
  if (others.length > 0) {
    return err2(`several findings have the fingerprint ${prefix}: write more of its digits`);
  }
  const found = verdict.findings.find((one) => fingerprint(one) === told.fingerprint);
  const side = found === void 0 ? void 0 : sideOfFinding(found, subjects);
  if (side === void 0) return err2(`the finding ${told.fingerprint} is not about packets: see check`);
  return ok2(explanationOf(told, explainPath([side], subjects.world), subjects));
}
async function rendered(explanation, isJson, terminal = { colors: false }) {
  if (isJson) {
    const { renderExplanationJson } = await import("../chunks/explain-GRQZ3YHZ.js");
    return renderExplanationJson(explanation);
  }
  const { renderExplanation } = await import("../chunks/explain-AAFM6SAI.js");
  return renderExplanation(explanation, terminal);
}
export {
  explainCommand
};
