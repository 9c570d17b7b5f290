import {
  explainedParty,
  explainedRule,
  lotsOf,
  namedRule,
  partyOf,
  pathSides,
  rulesKey,
  subjectName
} from "./chunk-2JXIEXH7.js";
import {
  modelWords
} from "./chunk-WPHCLYTW.js";
import {
  endWords,
  explainedRuleWords,
  stateName
} from "./chunk-UDUHDTRI.js";
import {
  TIMES
} from "./chunk-JWOSOKBN.js";
import {
  escapeHtml
} from "./chunk-4QNAN6FS.js";
import {
  rowStates
} from "./chunk-AZQCFMDM.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/html/html.ts
import { createHash } from "node:crypto";
import { affordable, UNBOUNDED } from "../core.js";
import { groupBy as groupBy6 } from "../core.js";
import { blocksOf } from "../core.js";

// src/report/paths.ts
import { distinct as distinct2, groupBy as groupBy2 } from "../core.js";

// src/explain/cells.ts
import { spend } from "../core.js";
import { distinct, firstOfEach, groupBy } from "../core.js";
import { hasNoPeers, intersectPeers, subtractPeers } from "../core.js";
import { boxes } from "../core.js";
import { isSecret } from "../core.js";
import { must } from "../core.js";
var RULE_LIMIT = 150;
function cellsOf(side, world) {
  const { at, lots } = lotsOf(side, world);
  const now = TIMES.flatMap((time) => {
    const { [time]: one } = at;
    return one === void 0 ? [] : [{ time, ...one }];
  });
  if (now.some(({ state }) => state.rules.length > RULE_LIMIT)) return "too-many-rules";
  const isHidden = ({ sides }) => sides.some(isSecret);
  if (now.some(({ question, state }) => question.isSensitive || state.rules.some(isHidden)))
    return "sensitive";
  const marks = now.flatMap(
    ({ time, state, need, meets }) => state.rules.map((rule) => ({
      ...{ time, stands: rule.stands, named: namedRule(rule, side) },
      ...meets(rule, need)
    }))
  );
  const rules = firstOfEach(
    marks.map(({ named }) => named),
    rulesKey
  );
  const indexes = new Map(rules.map((rule, index) => [rulesKey(rule), index]));
  const met = marks.flatMap(({ time, stands, named, surely, possibly }) => {
    const rule = must(indexes.get(rulesKey(named)), "each rule has its place");
    return [
      ...boxed(surely, { rule, time, stands, isSure: true }),
      ...boxed(possibly, { rule, time, stands, isSure: false })
    ];
  });
  return {
    rules,
    cells: cellsIn([...lots.flatMap(({ packets, states }) => boxed(packets, states)), ...met])
  };
}
function boxed(region, mark) {
  return boxes(region).map(({ protocols, ports, peers }) => ({ protocols, ports, peers, mark }));
}
function cellsIn(all) {
  return stretches(all, ({ protocols }) => protocols).flatMap(
    ({ range: protocols, own }) => stretches(own, ({ ports }) => ports).flatMap(
      ({ range: ports, own: here }) => atoms(here).map((atom) => ({ protocols, ports, ...atom }))
    )
  );
}
function stretches(all, rangeOf) {
  const ends = distinct(all.flatMap((one) => [rangeOf(one).lo, rangeOf(one).hi + 1])).toSorted(
    (a, b) => a - b
  );
  spend(ends.length * all.length);
  return ends.flatMap((lo, index) => {
    const next = ends[index + 1];
    const own = next === void 0 ? [] : all.filter((one) => rangeOf(one).lo <= lo && next <= rangeOf(one).hi + 1);
    return next === void 0 || own.length === 0 ? [] : [{ range: { lo, hi: next - 1 }, own }];
  });
}
function atoms(all) {
  const start = all.flatMap(
    ({ peers, mark }) => "rule" in mark ? [] : [{ peers, states: mark, met: [] }]
  );
  const rules = all.flatMap(({ peers, mark }) => "rule" in mark ? [{ peers, mark }] : []);
  return [...groupBy(rules, ({ peers }) => peers)].reduce(
    (cut, [peers, own]) => cut.flatMap(
      (atom) => splitAtom(
        atom,
        peers,
        own.map(({ mark }) => mark)
      )
    ),
    start
  );
}
function splitAtom(atom, peers, marks) {
  const within = { ...atom, peers: intersectPeers(atom.peers, peers), met: [...atom.met, ...marks] };
  const beyond = { ...atom, peers: subtractPeers(atom.peers, peers) };
  return [within, beyond].filter((part) => !hasNoPeers(part.peers));
}

// src/report/paths.ts
import { anyAddress } from "../core.js";
import { ALL_PORTS, ALL_PROTOCOLS } from "../core.js";
import { must as must2 } from "../core.js";
import { namedRanges } from "../core.js";
import { FAMILIES } from "../core.js";
import { allRows } from "../core.js";
import { byTableAndNumber } from "../core.js";
import { groupName } from "../core.js";
var PARTY_LIMIT = 5;
var CELL_LIMIT = 2e4;
function pathsOf(judged) {
  let room = CELL_LIMIT;
  return judged.flatMap(
    (plan, index) => [...groupBy2(plan.subjects.subjects, ({ cluster }) => cluster).values()].map((own) => {
      const paths = pathsOfCluster(own, plan, room);
      room -= paths.tables.reduce((sum, { cells }) => sum + (Array.isArray(cells) ? cells.length : 0), 0);
      return { plan: index, cluster: own[0].cluster.label, ...paths };
    })
  );
}
function pathsOfCluster(subjects, { subjects: all }, room) {
  const [first] = subjects;
  const told = subjects.slice(0, PARTY_LIMIT);
  const tables = [];
  const rules = [];
  let left = room;
  for (const { party, direction, other, side } of questions(told)) {
    const found = left > 0 ? cellsOf(side, all.world) : "too-many-ends";
    if (typeof found === "string") {
      tables.push({ party, direction, other, cells: found });
      continue;
    }
    const offset = rules.length;
    left -= found.cells.length;
    rules.push(...found.rules.map((rule) => explainedRule(rule, all)));
    const cells = found.cells.map((cell) => ({
      ...cell,
      met: cell.met.map((one) => ({ ...one, rule: one.rule + offset }))
    }));
    tables.push({ party, direction, other, cells });
  }
  const [row] = allRows(first);
  return {
    subjects: subjects.map((subject) => subjectIn(subject, all)),
    parties: told.map((subject) => ({
      name: subjectName(subject, all.world),
      end: explainedParty(partyOf(subject), all)
    })),
    ranges: row === void 0 ? [] : namedRanges(row.row, first).map(({ name, peers }) => ({ name, peers })),
    rules,
    tables
  };
}
function subjectIn(subject, all) {
  const { role, pool, groups, isLosingGroup, unknownGroups } = subject;
  return {
    role,
    pool,
    shown: pool ?? groupName(groups[0]?.key, all)?.shown,
    rows: distinct2(allRows(subject).map(({ row }) => row)).toSorted(byTableAndNumber),
    isJudged: !isLosingGroup && unknownGroups.length === 0
  };
}
var EVERYTHING = { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS };
function questions(subjects) {
  const ends = subjects.map(partyOf);
  return ends.flatMap((end, party) => {
    const others = [
      ...FAMILIES.map((family) => [family, anybody(family)]),
      ...ends.map((other, index) => [index, other])
    ];
    return others.flatMap(([other, far]) => {
      const [out] = pathSides({ from: end, to: far }, EVERYTHING);
      const into = pathSides({ from: far, to: end }, EVERYTHING).at(-1);
      return [out, into].map((one) => {
        const side = must2(one, "one end is a party");
        return { party, direction: side.direction, other, side };
      });
    });
  });
}
function anybody(family) {
  return { kind: "addresses", family, peers: anyAddress(family), isInternet: false };
}

// src/format/html/html.ts
import { verdictMark, verdictOf } from "../core.js";
import { MARKS as MARKS2 } from "../core.js";
import { plain as plain5 } from "../core.js";

// src/format/html/cluster.ts
import { onlyOne } from "../core.js";
import { cidrTexts, hostTexts } from "../core.js";
import { rangeName } from "../core.js";
import { networkName } from "../core.js";
import { must as must4 } from "../core.js";
import { planName } from "../core.js";

// src/format/html/drawing.ts
import { must as must3 } from "../core.js";
import { distinct as distinct4 } from "../core.js";
import { capped, rowRanges } from "../core.js";
import { plain as plain2 } from "../core.js";

// src/format/html/drawn-lines.ts
import { distinct as distinct3, groupBy as groupBy3 } from "../core.js";
import { rowsOf } from "../core.js";
import { openNames } from "../core.js";
import { packetPhrases } from "../core.js";
import { toText } from "../core.js";

// src/format/html/drawn-ends.ts
import { firstOfEach as firstOfEach2 } from "../core.js";
import { capitalised, shortLabel } from "../core.js";
var LABELS = { control: "Masters", node: "Worker nodes", eni: "Pods" };
var AROUND = [
  ["internet", "Internet"],
  ["vpc", "VPC"],
  ["load-balancers", "Load balancers"],
  ["service-mesh", "Service mesh"]
];
function partyKey(index) {
  return `party-${index}`;
}
function drawnEnds({ subjects, parties, ranges }) {
  const has = (name) => ranges.some((range) => range.name === name);
  const own = subjects.slice(0, parties.length).map(({ role, pool }, index) => ({
    role,
    end: {
      key: partyKey(index),
      column: "cluster",
      label: pool === void 0 ? LABELS[role] : `Pool ${shortLabel(pool)}`,
      name: parties[index]?.name
    }
  }));
  const ofRole = (role, range) => {
    const found = own.filter((one) => one.role === role).map(({ end }) => end);
    const alone = {
      key: role,
      column: "cluster",
      label: LABELS[role],
      name: has(range) ? range : void 0
    };
    return found.length > 0 ? found : [alone];
  };
  const roles = {
    control: ofRole("control", "masters"),
    node: ofRole("node", "vpc"),
    eni: ofRole("eni", "containers")
  };
  const around = AROUND.filter(([name]) => name === "internet" || has(name)).map(
    ([name, label]) => ({ key: name, column: "around", label, name })
  );
  const services = firstOfEach2(
    subjects.flatMap(({ rows }) => rows.flatMap((row) => serviceOf(row, has))),
    ({ key }) => key
  );
  const all = [...around, ...roles.control, ...roles.node, ...roles.eni, ...services];
  return {
    all,
    keyOf: (called, row) => {
      const role = ROLE_OF.get(called);
      if (role !== void 0) return roles[role][0]?.key;
      const named = row === void 0 ? [] : serviceOf(row, has);
      const key = SERVICES.has(called) ? named[0]?.key : AROUND_OF.get(called) ?? called;
      return all.find((end) => end.key === key)?.key;
    }
  };
}
var ROLE_OF = /* @__PURE__ */ new Map([
  ["master-node-cidr", "control"],
  ["control-group", "control"],
  ["masters", "control"],
  ["api", "control"],
  ["node-group", "node"],
  ["container-cidr", "eni"],
  ["container-subnet-cidr", "eni"],
  ["containers", "eni"],
  ["pod-subnets", "eni"],
  ["eni-group", "eni"]
]);
var AROUND_OF = /* @__PURE__ */ new Map([
  ["any", "internet"],
  ["vpc-cidr", "vpc"],
  ["load-balancer-cidrs", "load-balancers"],
  ["service-mesh-cidrs", "service-mesh"]
]);
var SERVICES = /* @__PURE__ */ new Map([
  ["dns-servers", "dns-servers"],
  ["vpc-endpoint-service", "vpc-endpoints"],
  ["vpc-endpoints", "vpc-endpoints"],
  ["internal-services", "internal-services"]
]);
function serviceOf({ peer, thing }, has) {
  const range = SERVICES.get(peer);
  if (range === void 0) return [];
  return [
    { key: thing, column: "services", label: capitalised(thing), name: has(range) ? range : void 0 }
  ];
}

// src/format/html/drawn-lines.ts
var LINE_STATES = ["missing", "may be cut", "open", "not known", "holds"];
function drawnLines(paths, ends, states, { findings, groups, clusters }) {
  const ofCluster = findings.filter(({ plan, cluster }) => plan === paths.plan && cluster === paths.cluster);
  const isAlone = clusters.filter(({ name }) => name === paths.cluster).length === 1;
  const subjects = paths.subjects.slice(0, paths.parties.length);
  const keyOfPool = (pool) => {
    const index = subjects.findIndex((subject) => subject.pool === pool);
    return index < 0 ? void 0 : partyKey(index);
  };
  const strokes = subjects.flatMap((subject, index) => {
    const found = ofCluster.filter(({ pool, group }) => (pool ?? group?.shown) === subject.shown);
    const own = states.filter((state) => state.subject === subject.shown);
    const open = groups.filter(
      ({ plan, cluster, role }) => (isAlone || plan === paths.plan) && cluster === paths.cluster && role === subject.role
    );
    const made = [
      ...own.flatMap((state) => strokesOfState(state, found, ends)),
      ...heldRows(subject, own).flatMap((row) => strokesOfRow(row, "holds", ends)),
      ...openings(found),
      ...openBeforeStrokes(open),
      ...crosswise(found, keyOfPool)
    ];
    return made.map((stroke) => ({ ...stroke, party: partyKey(index) }));
  });
  return worstLines(strokes);
}
function heldRows({ rows, isJudged }, states) {
  const told = new Set(states.map(({ row }) => row));
  return isJudged ? rows.filter((row) => !told.has(row)) : [];
}
function strokesOfState({ row, during, after }, findings, ends) {
  const state = after === "missing" ? after : during === "may be cut" ? during : after;
  const called = findings.filter((finding) => rowsOf(finding).includes(row)).flatMap(({ missing }) => missing).flatMap(({ other }) => {
    if (other.kind === "internet") return ["internet"];
    return other.kind === "addresses" ? other.names.map(({ name }) => name) : [];
  });
  const others = distinct3(called.flatMap((name) => ends.keyOf(name, row) ?? []));
  if (state === "holds" || others.length === 0) return strokesOfRow(row, state, ends);
  return others.map((other) => strokeTo(row, state, other));
}
function strokesOfRow(row, state, ends) {
  const { peer, floor } = row;
  const asked = floor === void 0 ? PARTS.get(peer) ?? [peer] : floor.kind === "ranges" ? floor.keep : [];
  return distinct3(asked.flatMap((one) => ends.keyOf(one, row) ?? [])).map(
    (other) => strokeTo(row, state, other)
  );
}
var PARTS = /* @__PURE__ */ new Map([
  ["vpc-and-container-cidr", ["vpc-cidr", "container-cidr"]]
]);
function strokeTo(row, state, other) {
  return { state, row, other, isIn: row.direction === "ingress", what: toText(row.thing) };
}
function openings(findings) {
  return findings.flatMap(
    ({ row, missing }) => row !== void 0 ? [] : packetPhrases(missing).flatMap(
      ({ other, what, direction }) => other.kind === "internet" ? [{ ...OPEN, isIn: direction === "ingress", what }] : []
    )
  );
}
var OPEN = { state: "open", other: "internet", row: void 0, isIn: true };
function openBeforeStrokes(groups) {
  return groups.flatMap((group) => openNames(group.openBefore).map((what) => ({ ...OPEN, what })));
}
function crosswise(findings, keyOfPool) {
  return findings.flatMap(
    ({ reason, row, change, missing }) => reason.kind !== "not-crosswise" || row === void 0 ? [] : reason.pools.map((pool) => ({
      state: LOST.has(change) ? "missing" : change === "transient" ? "may be cut" : "not known",
      row,
      other: keyOfPool(pool),
      isIn: row.direction === "ingress",
      what: packetPhrases(missing)[0]?.what ?? toText(row.thing)
    }))
  );
}
var LOST = /* @__PURE__ */ new Set(["introduced", "pre-existing"]);
function worstLines(strokes) {
  const drawn = strokes.flatMap(({ party, isIn, other, ...stroke }) => {
    if (other === void 0) return [];
    return [{ ...stroke, ...isIn ? { from: other, to: party } : { from: party, to: other } }];
  });
  return [...groupBy3(drawn, ({ from, to }) => `${from} ${to}`).values()].map((same) => {
    const [{ from, to }] = same;
    const state = LINE_STATES.find((one) => same.some((stroke) => stroke.state === one)) ?? "holds";
    const worst = same.filter((stroke) => stroke.state === state);
    return {
      ...{ from, to, state },
      rows: distinct3(worst.flatMap(({ row }) => row ?? [])),
      what: worst.map(({ what }) => what)
    };
  });
}

// src/format/html/markup.ts
import { memoOfObject } from "../core.js";
import { plain, plainLines } from "../core.js";
var source = /* @__PURE__ */ Symbol("source");
function markup(words, ...parts) {
  return { [source]: packed(words).reduce((whole, word, i) => whole + partText(parts[i - 1]) + word) };
}
var packed = memoOfObject(
  (words) => words.map((word) => word.replaceAll(/\n\s*/g, ""))
);
function partText(part) {
  if (part === void 0) return "";
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return escapeHtml(part);
  if (source in part) return part[source];
  return isList(part) ? part.map((one) => one[source]).join("") : escapeHtml(part, TEXT_LENGTH);
}
function isList(part) {
  return Array.isArray(part);
}
var TEXT_LENGTH = 2e3;
var NOTHING = { [source]: "" };
function markupText(whole) {
  return whole[source];
}
function unescaped(text) {
  return { [source]: text };
}
function proseHtml(shown) {
  const parts = plain(shown, TEXT_LENGTH).split("`");
  const last = parts.length % 2 === 0 ? parts.pop() : void 0;
  const rendered = parts.map((part, i) => {
    const text = unescaped(escapeHtml(part, TEXT_LENGTH));
    return i % 2 === 1 ? markup`<code>${text}</code>` : text;
  });
  return markup`${rendered}${last === void 0 ? "" : unescaped(escapeHtml(`'${last}`, TEXT_LENGTH))}`;
}
function linesHtml(text) {
  const lines = plainLines(text.replace(/\n$/, ""));
  const escaped = lines.map((line) => escapeHtml(line, LINE_LENGTH)).join("\n");
  return markup`<pre tabindex="0"><code>${unescaped(escaped)}</code></pre>`;
}
var LINE_LENGTH = 1e3;
var NEW_LINE = unescaped("\n");
function folded(title, body) {
  return body[source] === "" ? NOTHING : markup`<details><summary>${title}</summary>${body}</details>`;
}
function listHtml(items, name) {
  return items.length === 0 ? NOTHING : markup`<ul class="${name}">${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
}
function tableHtml(name, heads, lines) {
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${name}"><table><thead><tr>
    ${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead><tbody>${lines}</tbody></table></div>`;
}

// src/format/html/drawing.ts
var WIDTH = 1080;
var BOX = { width: 186, height: 46, gap: 26, top: 20 };
var COLUMNS = { around: 4, cluster: 392, services: 890 };
var LOOKS = {
  missing: { name: "missing", sign: "✖", words: "cut" },
  "may be cut": { name: "cut", sign: "▲", words: "may be cut" },
  open: { name: "open", sign: "◎", words: "open to the internet" },
  "not known": { name: "unknown", sign: "?", words: "not known" },
  holds: { name: "holds", sign: "✔", words: "holds" }
};
function drawingFigure(ends, lines, name) {
  const used = new Set(lines.flatMap(({ from, to }) => [from, to]));
  const drawn = ends.filter(({ key, column }) => column === "cluster" || used.has(key));
  const spots = spotsOf(drawn);
  const height = Math.max(...[...spots.values()].map(({ y }) => y)) + BOX.height + BOX.top;
  const sorted = lines.toSorted((a, b) => LINE_STATES.indexOf(b.state) - LINE_STATES.indexOf(a.state));
  const routes = routesOf(sorted, spots);
  return markup`<figure class="drawing">
    <svg viewBox="0 0 ${WIDTH} ${height}" role="group" aria-label="Paths of ${name}">
    <defs>${LINE_STATES.map(arrow)}</defs>${routes.map(lineHtml)}
    ${drawn.map((end) => endHtml(end, must3(spots.get(end.key), "each end has its spot")))}
    ${placedLabels(routes).map(labelHtml)}</svg>
    <figcaption>${legend(lines)}${folded("The same as a table", linesTable(sorted.toReversed(), ends))}</figcaption></figure>`;
}
function spotsOf(ends) {
  const columns = ["around", "cluster", "services"].map(
    (column) => ends.filter((end) => end.column === column)
  );
  const most = Math.max(...columns.map(({ length }) => length));
  const spread = (n2) => (most - n2) * (BOX.height + BOX.gap) / Math.max(1, n2 + 1);
  return new Map(
    columns.flatMap(
      (own) => own.map(({ key, column }, index) => {
        const room = spread(own.length);
        return [
          key,
          { x: COLUMNS[column], y: BOX.top + index * (BOX.height + BOX.gap) + room * (index + 1) }
        ];
      })
    )
  );
}
function routesOf(lines, spots) {
  const at = (key) => must3(spots.get(key), "both ends of a line are drawn");
  const sideOf = (own, other) => at(other).x < at(own).x ? "left" : "right";
  const slots = /* @__PURE__ */ new Map();
  for (const line of lines) {
    for (const [own, other] of [
      [line.from, line.to],
      [line.to, line.from]
    ]) {
      const key = `${own} ${sideOf(own, other)}`;
      slots.set(key, [...slots.get(key) ?? [], { line, y: at(other).y }]);
    }
  }
  const portOf = (line, own, other) => {
    const side = sideOf(own, other);
    const all = (slots.get(`${own} ${side}`) ?? []).toSorted((a, b) => a.y - b.y);
    const index = all.findIndex((one) => one.line === line) + (line.from === line.to && own !== other ? 0.5 : 0);
    const { x, y } = at(own);
    return { x: side === "left" ? x : x + BOX.width, y: y + BOX.height * (index + 1) / (all.length + 1) };
  };
  return lines.map((line) => {
    const a = portOf(line, line.from, line.to);
    const b = portOf(line, line.to, line.from);
    return { line, points: curve(a, line.from === line.to ? { x: b.x, y: b.y + 14 } : b) };
  });
}
function curve(a, b) {
  const isBow = a.x === b.x;
  const reach = isBow ? 40 + Math.abs(b.y - a.y) * 0.4 : (b.x - a.x) / 2;
  return [a, { x: a.x + reach, y: a.y }, { x: isBow ? b.x + reach : b.x - reach, y: b.y }, b];
}
function pointAt([a, b, c, d], t) {
  const mix = (p, q, r, s) => (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
}
function arrow(state) {
  const { name } = LOOKS[state];
  return markup`<marker id="arrow-${name}" class="${name}" viewBox="0 0 8 8" refX="7" refY="4" 
     markerUnits="userSpaceOnUse" markerWidth="11" markerHeight="11" orient="auto"><path d="M0 0.8 7 4 0 7.2z"/></marker>`;
}
function lineHtml({ line, points: [a, b, c, d] }) {
  const { name } = LOOKS[line.state];
  const path = `M${n(a.x)} ${n(a.y)}C${n(b.x)} ${n(b.y)} ${n(c.x)} ${n(c.y)} ${n(d.x)} ${n(d.y)}`;
  return markup`<path class="line ${name}" d="${path}" marker-end="url(#arrow-${name})"/>`;
}
function n(value) {
  return String(Math.round(value * 10) / 10);
}
var LABEL_ROWS = 26;
function placedLabels(routes) {
  const taken = [];
  return routes.filter(({ line }) => line.state !== "holds").map(({ line, points }) => {
    const [start, , , end] = points;
    const isOutwards = Math.abs(end.x - WIDTH / 2) > Math.abs(start.x - WIDTH / 2);
    const places = start.x === end.x ? [0.5, 0.4, 0.6] : [0.4, 0.48, 0.32, 0.56, 0.64];
    const free = places.map((t) => pointAt(points, isOutwards ? 1 - t : t));
    const isFree = (spot2) => taken.every(({ x, y }) => Math.abs(x - spot2.x) > 160 || Math.abs(y - spot2.y) > LABEL_ROWS);
    const spot = free.find(isFree) ?? must3(free[0], "there are several");
    taken.push(spot);
    return { line, spot };
  });
}
var LABEL_LENGTH = 24;
function labelHtml({ line, spot }) {
  const { name, sign } = LOOKS[line.state];
  const [first = "", ...others] = distinct4(line.what.map((one) => plain2(one, LABEL_LENGTH)));
  const text = `${sign} ${first}${others.length === 0 ? "" : ` +${others.length}`}`;
  const width = 18 + Array.from(text).length * 7;
  return markup`<g class="label ${name}">
    <rect x="${n(spot.x - width / 2)}" y="${n(spot.y - 11)}" width="${n(width)}" height="22" rx="11"/>
    <text x="${n(spot.x)}" y="${n(spot.y + 4)}">${text}</text></g>`;
}
function endHtml({ label, name }, { x, y }) {
  const data = name === void 0 ? NOTHING : markup` data-end="${name}"`;
  return markup`<g class="end"${data}>
    <rect x="${n(x)}" y="${n(y)}" width="${BOX.width}" height="${BOX.height}" rx="8"/>
    <text x="${n(x + BOX.width / 2)}" y="${n(y + BOX.height / 2 + 5)}">${plain2(label, LABEL_LENGTH)}</text></g>`;
}
function legend(lines) {
  const there = LINE_STATES.filter((state) => lines.some((line) => line.state === state));
  return markup`<ul class="legend">${there.map((state) => {
    const { name, sign, words } = LOOKS[state];
    return markup`<li class="${name}">
      <svg viewBox="0 0 34 8" aria-hidden="true"><path class="line ${name}" d="M1 4H33"/></svg>
      ${sign} ${words}</li>`;
  })}</ul>`;
}
function linesTable(lines, ends) {
  const labels = new Map(ends.map(({ key, label }) => [key, label]));
  const cells = lines.map(({ from, to, state, rows, what }) => {
    const { name, sign, words } = LOOKS[state];
    const things = capped(distinct4(what.map((text) => plain2(text))), 4);
    return markup`<tr><td>${labels.get(from)}</td><td>${labels.get(to)}</td>
      <td class="state ${name}"><span aria-hidden="true">${sign}</span> ${words}</td>
      <td>${things}</td><td>${rowRanges(rows)}</td></tr>`;
  });
  return tableHtml("Paths as a table", ["from", "to", "state", "what", "rows"], cells);
}

// src/format/html/finding.ts
import { distinct as distinct5, groupBy as groupBy4 } from "../core.js";
import { checkLink, rowLink } from "../core.js";
import {
  fixProof,
  fixTitle,
  moduleWords,
  stageCommand,
  whyNoFixWords
} from "../core.js";
import { actionsPhrase, capitalised as capitalised2, count } from "../core.js";
import { placeNotes } from "../core.js";
import { hclText } from "../core.js";
import {
  andMore,
  firstFew,
  isMild,
  MARKS,
  pageParts,
  planOfBlock,
  plansToName,
  poolNames,
  remedyLabel,
  shortFingerprint
} from "../core.js";
import { plain as plain3 } from "../core.js";
var CAUSE_LIMIT = 8;
function blockAnchor({ findings: [first] }) {
  return `f-${first.fingerprint}`;
}
function severityBadge({ severity }) {
  return markup`<span class="badge ${severity}"><span aria-hidden="true">${MARKS[severity]}</span> ${severity}</span>`;
}
function blockArticle(block, report) {
  const { title, witness, sentences } = block;
  const anchor = blockAnchor(block);
  return markup`<article class="finding ${block.severity}" id="${anchor}" aria-labelledby="${anchor}-t">
    <h4 id="${anchor}-t">${severityBadge(block)} ${proseHtml(title)}</h4>
    ${kindLine(block, report)}${causesHtml(block)}${packetsTable(block)}
    ${sentences.map((text) => markup`<p>${proseHtml(text)}</p>`)}${witness === void 0 || isMild(block) ? NOTHING : markup`<p class="example">For example <code>${witness}</code></p>`}<p class="remedy"><b>${capitalised2(remedyLabel(block))}</b> ${proseHtml(block.remedy)}</p>
    ${fixesHtml(block, report)}${pagePart(block)}</article>${NEW_LINE}`;
}
function kindLine(block, report) {
  const { checks, change, findings, pools, group } = block;
  const parts = [
    ...checks.map((check) => markup`<a href="${checkLink(check)}" rel="noreferrer">${check.id}</a>`),
    markup`${change}`,
    ...findings.length > 1 ? [markup`${count(findings.length, "finding")}`] : [],
    ...planOfBlock(block, report, String).map((plan) => markup`${plan}`),
    ...poolNames(pools, String).map((names) => markup`${names}`),
    ...group === void 0 || group.isNameless ? [] : [markup`group <code>${group.shown}</code>`],
    markup`<code>${shortFingerprint(findings[0])}</code>`
  ];
  return markup`<p class="kind">${dottedHtml(parts)}</p>`;
}
function dottedHtml(parts) {
  return markup`${parts.map((part, i) => markup`${i === 0 ? "" : " · "}${part}`)}`;
}
function causesHtml({ causes }) {
  const { shown, left } = firstFew(causes, CAUSE_LIMIT);
  const rest = causes.slice(shown.length);
  const why = distinct5(
    causes.flatMap(({ unplaced }) => unplaced === void 0 ? [] : [plain3(unplaced, WHY_LENGTH)])
  );
  return markup`${listHtml(shown.map(causeItem), "causes")}${left === 0 ? NOTHING : folded(andMore(left).join(""), listHtml(rest.map(causeItem), "causes"))}${why.length === 0 ? NOTHING : markup`<p class="quiet">Where no line is shown, ${proseHtml(why.join("; or "))}.</p>`}`;
}
var WHY_LENGTH = 600;
function causeItem(cause) {
  const { place, address, actions } = cause;
  const where = place === void 0 ? NOTHING : markup`<code class="place">${place.file}:${place.line}</code> `;
  const notes = [actionsPhrase(actions), ...placeNotes(cause)];
  return markup`${where}<code>${address}</code> <span class="quiet">${dottedHtml(notes.map(proseHtml))}</span>`;
}
function packetsTable(block) {
  const { rows } = block;
  if (rows.every(({ packets }) => packets === void 0)) return NOTHING;
  const stake = isMild(block) ? "at stake" : "what is lost";
  const lines = [...groupBy4(rows, ({ row }) => row.id).values()].flatMap(
    (same) => same.map((row, i) => rowLine(row, i === 0))
  );
  return tableHtml("Rows of the finding", ["row", "packets", "from or to", stake], lines);
}
function rowLine({ row, packets, impact }, isFirst) {
  return markup`<tr><th scope="row">${isFirst ? rowLinkHtml(row.id) : NOTHING}</th>
    <td>${packets?.what}</td><td>${packets?.peers}</td>
    <td>${isFirst && impact !== void 0 ? proseHtml(impact) : NOTHING}</td></tr>`;
}
function rowLinkHtml(id) {
  return markup`<a href="${rowLink({ id })}" rel="noreferrer">${id}</a>`;
}
function fixesHtml(block, report) {
  const { fixes, findings } = block;
  if (fixes === void 0) return NOTHING;
  const all = fixes.all();
  const why = fixes.whyNone();
  const command = `cce-plan-guard fix ${plansToName(report)} ${shortFingerprint(findings[0])}`;
  return folded(
    all.length === 0 ? "How to mend it" : `How to mend it: ${count(all.length, "way")}, proved against this plan`,
    markup`${why === void 0 ? NOTHING : markup`<p>${proseHtml(whyNoFixWords(why))}</p>`}${all.length === 0 ? NOTHING : markup`<ol class="fixes">${all.map((fix) => markup`<li>${fixHtml(fix)}</li>`)}</ol>
          <p class="quiet">As a patch: <code>${command}</code></p>`}`
  );
}
function fixHtml(fix) {
  const { blocks, configuration, module, stages } = fix;
  return markup`<p>${proseHtml(fixTitle(fix))}</p><p class="quiet">${proseHtml(fixProof(fix))}</p>${blocks.length > 0 && module !== "" ? markup`<p class="quiet">${proseHtml(moduleWords(module))}</p>` : NOTHING}${stages.map((stage) => markup`<pre tabindex="0"><code>${stageCommand(stage)}</code></pre>`)}${blocks.length > 0 ? linesHtml(hclText(blocks)) : NOTHING}${configuration === void 0 ? NOTHING : linesHtml(configuration)}`;
}
function pagePart(block) {
  const parts = pageParts(block);
  if (parts.length === 0) return NOTHING;
  const links = parts.map(
    ({ table, url }, i) => markup`${i === 0 ? "" : ", "}<a href="${url}" rel="noreferrer">${table}</a>`
  );
  const purposes = parts.flatMap((part) => part.purposes);
  const link = markup`<p class="quiet">On the vendor’s page: ${links}.</p>`;
  return purposes.length === 0 ? link : folded("What these rows are for", markup`${listHtml(purposes.map(proseHtml), "purposes")}${link}`);
}

// src/format/html/matrix.ts
import { groupBy as groupBy5 } from "../core.js";
import { capitalised as capitalised3, count as count2, ROLE_NAMES } from "../core.js";
var SIGNS = {
  holds: ["holds", "✔"],
  "holds in part": ["part", "◐"],
  missing: ["missing", "✖"],
  "may be cut": ["cut", "▲"],
  "not known": ["unknown", "?"],
  "not there": ["absent", "–"]
};
function statesOf(plan, cluster, report) {
  const isOf = (finding) => finding.plan === plan && finding.cluster === cluster;
  return rowStates({
    findings: report.findings.filter(isOf),
    untouched: report.untouched.filter(isOf),
    resolved: report.resolved.filter((mended) => mended.cluster === cluster)
  });
}
function matrixOf(states, paths, { cloud }) {
  const times = cloud === void 0 ? ["before", "while applying", "after"] : ["now"];
  const bySubject = groupBy5(states, ({ subject }) => subject);
  const subjects = paths?.subjects ?? [];
  const others = [...bySubject.keys()].filter(
    (shown) => subjects.every((subject) => subject.shown !== shown)
  );
  const parts = [
    ...subjects,
    ...others.map((shown) => ({ role: void 0, pool: void 0, shown, rows: [], isJudged: false }))
  ];
  return parts.map((subject) => subjectPart(subject, bySubject.get(subject.shown) ?? [], times)).filter((part) => part !== NOTHING);
}
function subjectPart({ role, pool, shown, rows, isJudged }, states, times) {
  const told = new Set(states.map(({ row }) => row));
  const held = isJudged ? rows.filter((row) => !told.has(row)) : [];
  if (states.length + held.length === 0) return NOTHING;
  const name = pool !== void 0 ? "Groups of the pool" : role === void 0 ? "Security group" : capitalised3(ROLE_NAMES[role]);
  const all = states.length === 0 ? "all " : "";
  return markup`<section class="subject"><h4>${name} <code>${shown ?? "not known"}</code></h4>${states.length === 0 ? NOTHING : rowsTable(
    states.map((state) => stateLine(state, times.length)),
    times
  )}${folded(
    `${all}${count2(held.length, "row")} ${held.length === 1 ? "holds" : "hold"}${times.length > 1 ? " before, while applying and after" : ""}`,
    held.length === 0 ? NOTHING : rowsTable(
      held.map((row) => heldLine(row, times.length)),
      times
    )
  )}</section>`;
}
function rowsTable(lines, times) {
  return tableHtml("Rows of the tables", ["row", "packets", "from or to", ...times], lines);
}
function stateLine({ row, before, during, after, isWaived }, times) {
  const cells = [
    stateCell(before),
    during === void 0 ? markup`<td></td>` : stateCell(during),
    stateCell(after, isWaived)
  ];
  return markup`<tr>${modelCells(row)}${cells.slice(-times)}</tr>`;
}
function heldLine(row, times) {
  return markup`<tr>${modelCells(row)}${Array.from({ length: times }, () => stateCell("holds"))}</tr>`;
}
function modelCells(row) {
  const { traffic, peer, floor } = modelWords(row);
  const least = row.floor === void 0 ? NOTHING : markup` <span class="quiet">(${floor})</span>`;
  return markup`<th scope="row">${rowLinkHtml(row.id)}</th><td>${traffic}</td><td>${peer}${least}</td>`;
}
function stateCell(state, isWaived = false) {
  const [name, sign] = SIGNS[state];
  return markup`<td class="state ${name}"><span aria-hidden="true">${sign}</span> ${state}${isWaived ? " (waived)" : ""}</td>`;
}

// src/format/html/cluster.ts
function clusterSection({ report, plan, cluster, index, blocks, drawn }) {
  const states = statesOf(plan, cluster, report);
  const matrix = matrixOf(states, drawn?.paths, report);
  const id = `cluster-${index}`;
  const named = report.clusters.filter(({ name }) => name === cluster);
  const known = named.find((one) => one.plan === plan) ?? onlyOne(named);
  const read = report.plans[plan];
  const of = report.plans.length > 1 && read !== void 0 ? markup` <small>${planName(read, String)}</small>` : NOTHING;
  return markup`<section class="cluster" aria-labelledby="${id}">
    <h2 id="${id}"><span class="quiet">Cluster</span> ${cluster}${of}</h2>
    ${known === void 0 ? NOTHING : factsList(known)}${drawn === void 0 ? NOTHING : pathsPart(drawn, states, report)}${blocks.length === 0 ? NOTHING : markup`<h3>What was found</h3>${blocks.map((block) => blockArticle(block, report))}`}${matrix.length === 0 ? NOTHING : markup`<h3>Rows of the tables</h3>${matrix}`}</section>${NEW_LINE}`;
}
function factsList({ networkType, model, addresses }) {
  const facts = [
    ["network", markup`${networkName(networkType)}`],
    ["VPC", addressesHtml(addresses?.vpc)],
    [model === "eni" ? "pods" : "containers", addressesHtml(addresses?.container)],
    ["masters", addressesHtml(addresses?.master)],
    ["DNS servers", addressesHtml(addresses?.dns, hostTexts)]
  ];
  return markup`<dl class="facts">${facts.map(
    ([name, fact]) => markup`<div><dt>${name}</dt><dd>${fact}</dd></div>`
  )}</dl>`;
}
function addressesHtml(addresses, textsOf = cidrTexts) {
  const texts = addresses === void 0 ? [] : textsOf(addresses);
  if (addresses === void 0 || texts.length === 0) return markup`not known`;
  return markup`${texts.map((text, i) => markup`${i === 0 ? "" : ", "}<code>${text}</code>`)} <span class="quiet">from ${addresses.source}</span>`;
}
function pathsPart({ paths, index }, states, report) {
  const ends = drawnEnds(paths);
  const lines = drawnLines(paths, ends, states, report);
  const list = `ends-${index}`;
  const field = (name, label, value, more) => markup`<label>${label} <input name="${name}" value="${value}" autocomplete="off" spellcheck="false" ${more}/></label>`;
  const [first] = paths.parties;
  return markup`<h3>Who reaches whom</h3><div class="paths" data-paths="${index}">
    ${drawingFigure(ends.all, lines, paths.cluster)}
    <form class="ask" hidden><p class="quiet">Click two ends of the drawing, or write any address: what becomes of the packets 
     before, while applying and after, as <code>cce-plan-guard explain</code> says it.</p>
    <div class="fields">${field("from", "From", "internet", markup`list="${list}"`)}
    ${field("to", "To", must4(first, "a cluster with paths has parties").name, markup`list="${list}"`)}
    ${field("traffic", "Packets", "all", markup`placeholder="tcp/10250"`)}<button>Explain</button></div>
    <datalist id="${list}">
    ${paths.parties.map(({ name, end }) => markup`<option value="${name}">${endWords(end)}</option>`)}
    <option value="internet">the internet</option>
    ${paths.ranges.map(({ name }) => markup`<option value="${name}">${rangeName(name)}</option>`)}</datalist>
    <div class="answer" role="status" aria-live="polite"></div></form></div>`;
}

// src/format/html/data.ts
import { rangeName as rangeName2 } from "../core.js";
import { must as must5 } from "../core.js";
import { INTERNET } from "../core.js";
import { plain as plain4 } from "../core.js";
var UNTOLD = {
  sensitive: "A value that must not be printed has a part in this, so the page does not hold it.",
  "too-many-rules": "There are too many rules for a page.",
  "too-many-ends": "There are too many ends for a page."
};
var RULE_LENGTH = 400;
function pagePaths(paths, { findings }) {
  const places = new Map(
    findings.flatMap(({ causes }) => causes.map((cause) => [cause.address, cause.place]))
  );
  const rules = numberedOnce();
  const ruleAt = paths.rules.map((rule) => rules.indexOf(pageRule(rule, places)));
  const peers = numberedOnce();
  const fates = numberedOnce();
  const tables = paths.tables.map(({ party, direction, other, cells }) => {
    const same = /* @__PURE__ */ new Map();
    const numberOf = ({ protocols, ports }) => {
      const key = `${protocols.lo} ${ports.lo}`;
      const number = same.get(key) ?? 0;
      same.set(key, number + 1);
      return number;
    };
    const pageCell = (cell) => {
      const { protocols, ports } = cell;
      const fate = fates.indexOf(pageFate(cell, ruleAt));
      const far = typeof other === "number" ? numberOf(cell) : peers.indexOf(pagePeers(cell.peers, other));
      return [protocols.lo, protocols.hi, ports.lo, ports.hi, fate, far];
    };
    return { party, direction, other, cells: typeof cells === "string" ? cells : cells.map(pageCell) };
  });
  return {
    parties: paths.parties.map(({ name, end }) => ({ name: plain4(name), label: plain4(endWords(end)) })),
    ranges: rangesIn(paths),
    rules: rules.items,
    peers: peers.items,
    fates: fates.items,
    tables,
    words: WORDS,
    untold: UNTOLD
  };
}
function numberedOnce() {
  const items = [];
  const indexes = /* @__PURE__ */ new Map();
  return {
    items,
    indexOf: (item) => {
      const key = JSON.stringify(item);
      const known = indexes.get(key);
      if (known !== void 0) return known;
      indexes.set(key, items.length);
      return items.push(item) - 1;
    }
  };
}
function pageRule(rule, places) {
  const { address, action } = rule;
  const place = address === void 0 ? void 0 : places.get(address);
  return {
    words: plain4(explainedRuleWords({ ...rule, place }), RULE_LENGTH),
    address: address === void 0 ? null : plain4(address),
    isDeny: action === "deny"
  };
}
function pageFate({ states, met }, ruleAt) {
  return [
    [states.before, states.during, states.after],
    met.map(({ rule, time, isSure, stands }) => [
      must5(ruleAt[rule], "an index of the rules"),
      TIMES.indexOf(time),
      isSure ? 1 : 0,
      stands ? 1 : 0
    ])
  ];
}
function pagePeers({ v4, v6 }, family) {
  return family === "IPv4" ? v4.flatMap(({ lo, hi }) => [lo, hi]) : v6.flatMap(({ lo, hi }) => [lo.toString(), hi.toString()]);
}
function rangesIn({ ranges }) {
  const internet = endWords({ kind: "addresses", other: { kind: "internet", family: "IPv4" } });
  return [
    { name: "internet", label: plain4(internet), family: "IPv4", peers: pagePeers(INTERNET.IPv4, "IPv4") },
    ...ranges.filter(({ peers }) => peers.v4.length > 0 && peers.tokens.length === 0).map(({ name, peers }) => ({
      ...{ name, label: plain4(rangeName2(name)), family: "IPv4" },
      peers: pagePeers(peers, "IPv4")
    }))
  ];
}
var WORDS = {
  allowed: plain4(stateName("allowed", false)),
  dropped: plain4(stateName("dropped", false)),
  undecided: plain4(stateName("undecided", false)),
  changing: plain4(stateName("undecided", true)),
  absent: plain4(stateName("absent", false))
};

// src/format/html/notes.ts
import {
  allBelievedGroups,
  assumedSentence,
  cloudWords,
  recordingWords
} from "../core.js";
import { packetPhrases as packetPhrases2 } from "../core.js";
import { capitalised as capitalised4, count as count3, holdsPhrase } from "../core.js";
import {
  mendedOf,
  openLines,
  PARTIAL,
  planName as planName2,
  plansToName as plansToName2,
  untouchedLines,
  waivedTerms
} from "../core.js";
function plansLine({ plans, cloud }) {
  const [plan] = plans;
  if (plan !== void 0 && cloud !== void 0)
    return markup`${planName2(plan, String)} · ${cloudWords(cloud)}`;
  return markup`${plans.map((one, i) => {
    const part = one.complete ? "" : ` · ${PARTIAL}`;
    return markup`${i === 0 ? NOTHING : SPACE}<span>${planName2(one, String)} · Terraform ${one.terraformVersion} · ${count3(one.changes, "change")}${part}</span>`;
  })}`;
}
var SPACE = markup``;
function notesSection(report, { waived }) {
  const notes = [
    ...mendedOf(report).map(
      ({ cluster, rows, holds }) => noteHtml("mended", cluster, markup`${rows} ${holds}`)
    ),
    ...openLines(report).map(({ cluster, text }) => noteHtml("open", cluster, proseHtml(text))),
    ...untouchedLines(report).map(({ cluster, text }) => noteHtml("undecided", cluster, proseHtml(text))),
    ...recordingWords(report).map(
      ({ cluster, why, line, lines = [] }) => noteHtml(
        "record",
        cluster,
        recordPart(report, {
          why: proseHtml(why),
          lines: line === void 0 ? [] : lines.length > 0 ? lines : [line]
        })
      )
    )
  ];
  const held = holdsPhrase(report.holds);
  const assumed = assumedSentence(report);
  const believed = allBelievedGroups(report).map(
    ({ cluster, text }) => markup`<b>${cluster}</b> ${proseHtml(text)}`
  );
  return markup`<section class="notes" aria-labelledby="notes"><h2 id="notes">What else there is to know</h2>${listHtml(notes, "notes")}<p>${held === void 0 ? NOTHING : markup`${capitalised4(held)}. `}${assumed === void 0 ? NOTHING : proseHtml(assumed)}</p>
    ${folded("What is believed of the rules that CCE made", listHtml(believed, "believed"))}${folded(
    `Waived: ${waived.length}`,
    listHtml(waived.map(waivedItem), "waived")
  )}<p class="quiet">A waiver, a severity or a CIDR is changed in <code>cce-plan-guard.yml</code>.</p></section>`;
}
function noteHtml(label, cluster, text) {
  return markup`<b>${capitalised4(label)}</b>${cluster === void 0 ? NOTHING : markup` in <code>${cluster}</code>`}: ${text}`;
}
function recordPart(report, { why, lines }) {
  if (lines.length === 0) return markup`${why}.`;
  return markup`${why}. Add to <code>cce-plan-guard.yml</code>, or run 
    <code>cce-plan-guard record ${plansToName2(report)}</code>:${linesHtml(lines.join("\n"))}`;
}
function waivedItem(finding) {
  const { row, check, cluster, missing } = finding;
  const packets = packetPhrases2(missing).map(({ what, peers }) => markup` ${what} ${peers};`);
  return markup`${row === void 0 ? markup`${check.id}` : rowLinkHtml(row.id)}${cluster === void 0 ? NOTHING : markup` in <code>${cluster}</code>`}${packets} ${waivedTerms(finding, String, String)}`;
}

// src/format/html/page-texts.ts
var STYLE = ':root{color-scheme:light dark;--paper: #f6f7f9;--sheet: #ffffff;--ink: #1b2128;--quiet: #56616d;--rule: #dde2e8;--faint: #eef1f4;--link: #0b57b0;--critical: #b3261e;--critical-soft: #fdf0ee;--warning: #8a4b00;--warning-soft: #fdf4e3;--notice: #1f5fae;--notice-soft: #edf4fd;--good: #1a6b3c;--open: #6a35b0;--open-soft: #f4eefc;--mono: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace}@media(prefers-color-scheme:dark){:root{--paper: #0e1216;--sheet: #161b21;--ink: #e4e9ee;--quiet: #9ba7b3;--rule: #2a323b;--faint: #1d242b;--link: #83b7f5;--critical: #ff8d83;--critical-soft: #331a18;--warning: #f0b45a;--warning-soft: #2d2210;--notice: #86b6f2;--notice-soft: #14243a;--good: #6ccb93;--open: #c5a3f7;--open-soft: #271b3a}}*,*:before,*:after{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,Segoe UI,Roboto,Helvetica Neue,Noto Sans,Liberation Sans,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}main,.inner{max-width:1080px;margin:0 auto;padding:0 24px}main{padding-bottom:64px}h1,h2,h3,h4,p,ul,ol,dl,figure{margin:0}h1{font-size:26px;line-height:1.25;font-weight:650;letter-spacing:-.01em}h2{font-size:21px;line-height:1.3;font-weight:650;margin:40px 0 12px;letter-spacing:-.005em}h2 small{font-size:14px;font-weight:400;color:var(--quiet);margin-left:8px}h3{font-size:13px;font-weight:650;color:var(--quiet);margin:28px 0 10px;padding-bottom:6px;border-bottom:1px solid var(--rule)}h4{font-size:16px;font-weight:600;line-height:1.4}a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:2px}:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}code,pre{font-family:var(--mono);font-size:.87em}pre{margin:8px 0;padding:10px 12px;background:var(--faint);border:1px solid var(--rule);border-radius:6px;overflow-x:auto;overflow-wrap:normal;line-height:1.5}.quiet{color:var(--quiet);font-weight:400}.skip{position:absolute;left:-999px}.skip:focus{left:12px;top:12px;padding:6px 12px;background:var(--sheet);z-index:1}.verdict{background:var(--sheet);border-bottom:1px solid var(--rule);border-top:4px solid var(--tone);padding:26px 0 22px}.verdict.critical{--tone: var(--critical)}.verdict.warning{--tone: var(--warning)}.verdict.good{--tone: var(--good)}.verdict .mark,.verdict h1{color:var(--tone)}.counts{color:var(--ink);font-weight:400;font-size:19px;margin-left:8px}.read{color:var(--quiet);margin-top:4px}.read span{display:block}.headlines{list-style:none;padding:0;margin-top:16px;display:grid;gap:4px}.headlines li{padding-left:24px;text-indent:-24px}.headlines li>*{text-indent:0}.headlines .sign{display:inline-block;width:20px}.place{color:var(--quiet);white-space:nowrap}.sign.critical,.badge.critical{color:var(--critical)}.sign.warning,.badge.warning{color:var(--warning)}.sign.notice,.badge.notice{color:var(--notice)}.badge{display:inline-block;font-size:12px;font-weight:650;line-height:1;padding:4px 8px;border-radius:4px;border:1px solid currentColor;margin-right:6px;vertical-align:2px;white-space:nowrap}.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:8px 24px}.facts dt{font-size:12px;color:var(--quiet)}.facts dd{margin:0}.facts dd .quiet{display:block;font-size:12px}.finding,.drawing,.ask{background:var(--sheet);border:1px solid var(--rule);border-radius:8px}.finding{border-left:4px solid var(--tone);padding:16px 20px;margin-bottom:12px;content-visibility:auto;contain-intrinsic-size:auto 260px;scroll-margin-top:12px}.finding.critical{--tone: var(--critical)}.finding.warning{--tone: var(--warning)}.finding.notice{--tone: var(--notice)}.finding>*+*{margin-top:8px}.kind{font-size:13px;color:var(--quiet)}.causes{list-style:none;padding:0}.causes .place{color:var(--ink);font-weight:600;margin-right:6px}.example code{background:var(--faint);padding:2px 5px;border-radius:4px}.remedy b{margin-right:4px}details>summary{cursor:pointer;color:var(--link);width:fit-content;padding:3px 0}details[open]>summary{margin-bottom:6px}.fixes,.purposes,.believed,.waived,.notes>ul{padding-left:22px}.fixes li+li{margin-top:12px}.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px;overflow-wrap:normal}th,td{text-align:left;vertical-align:top;padding:5px 14px 5px 0;border-bottom:1px solid var(--faint)}thead th{font-size:12px;font-weight:500;color:var(--quiet);border-bottom-color:var(--rule);white-space:nowrap}tbody th{font-weight:500;white-space:nowrap}tbody tr:last-child>*{border-bottom:0}.state{white-space:nowrap;font-weight:600}.state.holds,.state.absent{color:var(--quiet);font-weight:400}.state.missing{color:var(--critical)}.state.cut,.state.part{color:var(--warning)}.state.unknown{color:var(--notice)}.state.open{color:var(--open)}.subject{background:var(--sheet);border:1px solid var(--rule);border-radius:8px;padding:14px 20px;margin-bottom:12px}.subject h4{font-size:14px;margin-bottom:6px}.subject h4 code{font-weight:400;color:var(--quiet)}.drawing{padding:8px 16px 14px}.drawing>svg{display:block;width:100%;height:auto}figcaption{font-size:14px}.end rect{fill:var(--sheet);stroke:var(--quiet);stroke-width:1.2}.end text{fill:var(--ink);font-size:14px;font-weight:550;text-anchor:middle}.end[role=button]{cursor:pointer}.end[role=button]:hover rect{fill:var(--faint)}.end[aria-pressed=true] rect{fill:var(--notice-soft);stroke:var(--link);stroke-width:2.5}.end:focus-visible{outline:none}.end:focus-visible rect{stroke:var(--link);stroke-width:3}.line{fill:none;stroke-width:1.2}.line.holds{stroke:color-mix(in srgb,var(--quiet) 55%,transparent)}marker.holds path{fill:color-mix(in srgb,var(--quiet) 70%,var(--sheet))}.line.missing{stroke:var(--critical);stroke-width:2.4;stroke-dasharray:9 5}marker.missing path{fill:var(--critical)}.line.cut{stroke:var(--warning);stroke-width:2;stroke-dasharray:2 5;stroke-linecap:round}marker.cut path{fill:var(--warning)}.line.unknown{stroke:var(--notice);stroke-width:2;stroke-dasharray:10 4 2 4}marker.unknown path{fill:var(--notice)}.line.open{stroke:var(--open);stroke-width:3.4}marker.open path{fill:var(--open)}.label rect{fill:var(--sheet);stroke:currentColor;stroke-width:1.2}.label text{fill:currentColor;font-size:12px;font-weight:600;text-anchor:middle}.label.missing,.legend .missing{color:var(--critical)}.label.cut,.legend .cut{color:var(--warning)}.label.unknown,.legend .unknown{color:var(--notice)}.label.open,.legend .open{color:var(--open)}.label.missing rect{fill:var(--critical-soft)}.label.cut rect{fill:var(--warning-soft)}.label.unknown rect{fill:var(--notice-soft)}.label.open rect{fill:var(--open-soft)}.legend{list-style:none;padding:8px 0 4px;display:flex;flex-wrap:wrap;gap:4px 24px;color:var(--quiet)}.legend svg{width:34px;height:8px;margin-right:8px;vertical-align:2px}.ask{padding:14px 20px;margin-top:12px}.fields{display:flex;flex-wrap:wrap;gap:10px;align-items:end;margin-top:8px}.fields label{font-size:12px;color:var(--quiet);flex:1 1 180px}input,button{font:inherit;font-size:14px;border-radius:6px;padding:6px 10px;border:1px solid var(--quiet)}input{display:block;width:100%;margin-top:2px;background:var(--sheet);color:var(--ink);font-family:var(--mono);font-size:13px}button{background:var(--link);border-color:var(--link);color:var(--sheet);font-weight:600;cursor:pointer}.answer>*{margin-top:10px}.asked{font-weight:600}.complaint{color:var(--critical)}.rules{padding-left:16px}.notes li+li{margin-top:4px}.notes>*+*{margin-top:8px}@media(max-width:720px){main,.inner{padding:0 14px}.drawing{overflow-x:auto}.drawing>svg{min-width:720px}}@media print{:root{--paper: #ffffff;--sheet: #ffffff;--ink: #000000;--quiet: #444444;--rule: #bbbbbb;--faint: #eeeeee;--link: #000000;--critical: #a01810;--critical-soft: #ffffff;--warning: #744000;--warning-soft: #ffffff;--notice: #17498a;--notice-soft: #ffffff;--good: #125030;--open: #54258f;--open-soft: #ffffff;color-scheme:light}body{font-size:10.5pt}main,.inner{max-width:none;padding:0}.ask,.skip{display:none}.finding,.subject,.drawing{break-inside:avoid;content-visibility:visible}h2,h3,h4{break-after:avoid}details::details-content{content-visibility:visible;block-size:auto}a{text-decoration:none}}';
var SCRIPT = '"use strict";(()=>{var Pn=Object.create;var dt=Object.defineProperty;var vn=Object.getOwnPropertyDescriptor;var xn=Object.getOwnPropertyNames;var bn=Object.getPrototypeOf,Sn=Object.prototype.hasOwnProperty;var Tn=(e,t)=>()=>{try{return t||e((t={exports:{}}).exports,t),t.exports}catch(n){throw t=0,n}};var In=(e,t,n,r)=>{if(t&&typeof t=="object"||typeof t=="function")for(let o of xn(t))!Sn.call(e,o)&&o!==n&&dt(e,o,{get:()=>t[o],enumerable:!(r=vn(t,o))||r.enumerable});return e};var wn=(e,t,n)=>(n=e!=null?Pn(bn(e)):{},In(t||!e||!e.__esModule?dt(n,"default",{value:e,enumerable:!0}):n,e));var Dt=Tn((Vt,Ne)=>{(function(e){"use strict";let t="(0?\\\\d+|0x[a-f0-9]+)",n={fourOctet:new RegExp(`^${t}\\\\.${t}\\\\.${t}\\\\.${t}$`,"i"),threeOctet:new RegExp(`^${t}\\\\.${t}\\\\.${t}$`,"i"),twoOctet:new RegExp(`^${t}\\\\.${t}$`,"i"),longValue:new RegExp(`^${t}$`,"i")},r=new RegExp("^0[0-7]+$","i"),o=new RegExp("^0x[a-f0-9]+$","i"),s="%[0-9a-z]{1,}",a="(?:[0-9a-f]+::?)+",c={zoneIndex:new RegExp(s,"i"),native:new RegExp(`^(::)?(${a})?([0-9a-f]+)?(::)?(${s})?$`,"i"),deprecatedTransitional:new RegExp(`^(?:::)(${t}\\\\.${t}\\\\.${t}\\\\.${t}(${s})?)$`,"i"),transitional:new RegExp(`^((?:${a})|(?:::)(?:${a})?)${t}\\\\.${t}\\\\.${t}\\\\.${t}(${s})?$`,"i")};function u(i,l){if(i.indexOf("::")!==i.lastIndexOf("::"))return null;let f=0,d=-1,p=(i.match(c.zoneIndex)||[])[0],h,v;for(p&&(p=p.substring(1),i=i.replace(/%.+$/,""));(d=i.indexOf(":",d+1))>=0;)f++;if(i.substr(0,2)==="::"&&f--,i.substr(-2,2)==="::"&&f--,f>=l)return null;for(v=l-f,h=":";v--;)h+="0:";return i=i.replace("::",h),i[0]===":"&&(i=i.slice(1)),i[i.length-1]===":"&&(i=i.slice(0,-1)),l=(function(){let G=i.split(":"),C=[];for(let V=0;V<G.length;V++)C.push(G[V].length>4?NaN:parseInt(G[V],16));return C})(),{parts:l,zoneId:p}}function m(i,l,f,d){if(i.length!==l.length)throw new Error("ipaddr: cannot match CIDR for objects with different lengths");let p=0,h;for(;d>0;){if(h=f-d,h<0&&(h=0),i[p]>>h!==l[p]>>h)return!1;d-=f,p+=1}return!0}function y(i){if(o.test(i))return parseInt(i,16);if(i[0]==="0"&&!isNaN(parseInt(i[1],10))){if(r.test(i))return parseInt(i,8);throw new Error(`ipaddr: cannot parse ${i} as octal`)}return parseInt(i,10)}function x(i,l){for(;i.length<l;)i=`0${i}`;return i}let g={};g.IPv4=(function(){function i(l){if(l.length!==4)throw new Error("ipaddr: ipv4 octet count should be 4");let f,d;for(f=0;f<l.length;f++)if(d=l[f],!(0<=d&&d<=255))throw new Error("ipaddr: ipv4 octet should fit in 8 bits");this.octets=l}return i.prototype.SpecialRanges={unspecified:[[new i([0,0,0,0]),8]],broadcast:[[new i([255,255,255,255]),32]],multicast:[[new i([224,0,0,0]),4]],linkLocal:[[new i([169,254,0,0]),16]],loopback:[[new i([127,0,0,0]),8]],carrierGradeNat:[[new i([100,64,0,0]),10]],private:[[new i([10,0,0,0]),8],[new i([172,16,0,0]),12],[new i([192,168,0,0]),16]],reserved:[[new i([192,0,0,0]),24],[new i([192,0,2,0]),24],[new i([192,88,99,0]),24],[new i([198,18,0,0]),15],[new i([198,51,100,0]),24],[new i([203,0,113,0]),24],[new i([240,0,0,0]),4]],as112:[[new i([192,175,48,0]),24],[new i([192,31,196,0]),24]],amt:[[new i([192,52,193,0]),24]]},i.prototype.kind=function(){return"ipv4"},i.prototype.match=function(l,f){let d;if(f===void 0&&(d=l,l=d[0],f=d[1]),l.kind()!=="ipv4")throw new Error("ipaddr: cannot match ipv4 address with non-ipv4 one");return m(this.octets,l.octets,8,f)},i.prototype.prefixLengthFromSubnetMask=function(){let l=0,f=!1,d={0:8,128:7,192:6,224:5,240:4,248:3,252:2,254:1,255:0},p,h,v;for(p=3;p>=0;p-=1)if(h=this.octets[p],h in d){if(v=d[h],f&&v!==0)return null;v!==8&&(f=!0),l+=v}else return null;return 32-l},i.prototype.range=function(){return g.subnetMatch(this,this.SpecialRanges)},i.prototype.toByteArray=function(){return this.octets.slice(0)},i.prototype.toIPv4MappedAddress=function(){return g.IPv6.parse(`::ffff:${this.toString()}`)},i.prototype.toNormalizedString=function(){return this.toString()},i.prototype.toString=function(){return this.octets.join(".")},i})(),g.IPv4.broadcastAddressFromCIDR=function(i){try{let l=this.parseCIDR(i),f=l[0].toByteArray(),d=this.subnetMaskFromPrefixLength(l[1]).toByteArray(),p=[],h=0;for(;h<4;)p.push(parseInt(f[h],10)|parseInt(d[h],10)^255),h++;return new this(p)}catch(l){throw new Error("ipaddr: the address does not have IPv4 CIDR format",{cause:l})}},g.IPv4.isIPv4=function(i){return this.parser(i)!==null},g.IPv4.isValid=function(i){try{return new this(this.parser(i)),!0}catch{return!1}},g.IPv4.isValidCIDR=function(i){try{return this.parseCIDR(i),!0}catch{return!1}},g.IPv4.isValidFourPartDecimal=function(i){return!!(g.IPv4.isValid(i)&&i.match(/^(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){3}$/))},g.IPv4.isValidCIDRFourPartDecimal=function(i){let l=i.match(/^(.+)\\/(\\d+)$/);return!g.IPv4.isValidCIDR(i)||!l?!1:g.IPv4.isValidFourPartDecimal(l[1])},g.IPv4.networkAddressFromCIDR=function(i){let l,f,d,p,h;try{for(l=this.parseCIDR(i),d=l[0].toByteArray(),h=this.subnetMaskFromPrefixLength(l[1]).toByteArray(),p=[],f=0;f<4;)p.push(parseInt(d[f],10)&parseInt(h[f],10)),f++;return new this(p)}catch(v){throw new Error("ipaddr: the address does not have IPv4 CIDR format",{cause:v})}},g.IPv4.parse=function(i){let l=this.parser(i);if(l===null)throw new Error("ipaddr: string is not formatted like an IPv4 Address");return new this(l)},g.IPv4.parseCIDR=function(i){let l;if(l=i.match(/^(.+)\\/(\\d+)$/)){let f=parseInt(l[2]);if(f>=0&&f<=32){let d=[this.parse(l[1]),f];return Object.defineProperty(d,"toString",{value:function(){return this.join("/")}}),d}}throw new Error("ipaddr: string is not formatted like an IPv4 CIDR range")},g.IPv4.parser=function(i){let l,f,d;if(l=i.match(n.fourOctet))return(function(){let p=l.slice(1,6),h=[];for(let v=0;v<p.length;v++)f=p[v],h.push(y(f));return h})();if(l=i.match(n.longValue)){if(d=y(l[1]),d>4294967295||d<0)throw new Error("ipaddr: address outside defined range");return(function(){let p=[],h;for(h=0;h<=24;h+=8)p.push(d>>h&255);return p})().reverse()}else return(l=i.match(n.twoOctet))?(function(){let p=l.slice(1,4),h=[];if(d=y(p[1]),d>16777215||d<0)throw new Error("ipaddr: address outside defined range");return h.push(y(p[0])),h.push(d>>16&255),h.push(d>>8&255),h.push(d&255),h})():(l=i.match(n.threeOctet))?(function(){let p=l.slice(1,5),h=[];if(d=y(p[2]),d>65535||d<0)throw new Error("ipaddr: address outside defined range");return h.push(y(p[0])),h.push(y(p[1])),h.push(d>>8&255),h.push(d&255),h})():null},g.IPv4.subnetMaskFromPrefixLength=function(i){if(i=parseInt(i),Number.isNaN(i)||i<0||i>32)throw new Error("ipaddr: invalid IPv4 prefix length");let l=[0,0,0,0],f=0,d=Math.floor(i/8);for(;f<d;)l[f]=255,f++;return d<4&&(l[d]=Math.pow(2,i%8)-1<<8-i%8),new this(l)},g.IPv6=(function(){function i(l,f){let d,p;if(l.length===16)for(this.parts=[],d=0;d<=14;d+=2)this.parts.push(l[d]<<8|l[d+1]);else if(l.length===8)this.parts=l;else throw new Error("ipaddr: ipv6 part count should be 8 or 16");for(d=0;d<this.parts.length;d++)if(p=this.parts[d],!(0<=p&&p<=65535))throw new Error("ipaddr: ipv6 part should fit in 16 bits");f&&(this.zoneId=f)}return i.prototype.SpecialRanges={unspecified:[new i([0,0,0,0,0,0,0,0]),128],linkLocal:[new i([65152,0,0,0,0,0,0,0]),10],multicast:[new i([65280,0,0,0,0,0,0,0]),8],loopback:[new i([0,0,0,0,0,0,0,1]),128],uniqueLocal:[new i([64512,0,0,0,0,0,0,0]),7],ipv4Mapped:[new i([0,0,0,0,0,65535,0,0]),96],deprecatedSiteLocal:[new i([65216,0,0,0,0,0,0,0]),10],discard:[new i([256,0,0,0,0,0,0,0]),64],rfc6145:[new i([0,0,0,0,65535,0,0,0]),96],rfc6052:[[new i([100,65435,0,0,0,0,0,0]),96],[new i([100,65435,1,0,0,0,0,0]),48]],"6to4":[new i([8194,0,0,0,0,0,0,0]),16],teredo:[new i([8193,0,0,0,0,0,0,0]),32],benchmarking:[new i([8193,2,0,0,0,0,0,0]),48],amt:[new i([8193,3,0,0,0,0,0,0]),32],as112v6:[[new i([8193,4,274,0,0,0,0,0]),48],[new i([9760,79,32768,0,0,0,0,0]),48]],deprecatedOrchid:[new i([8193,16,0,0,0,0,0,0]),28],orchid2:[new i([8193,32,0,0,0,0,0,0]),28],droneRemoteIdProtocolEntityTags:[new i([8193,48,0,0,0,0,0,0]),28],segmentRouting:[new i([24320,0,0,0,0,0,0,0]),16],reserved:[[new i([8193,0,0,0,0,0,0,0]),23],[new i([8193,3512,0,0,0,0,0,0]),32],[new i([16383,0,0,0,0,0,0,0]),20]]},i.prototype.isIPv4MappedAddress=function(){return this.range()==="ipv4Mapped"},i.prototype.kind=function(){return"ipv6"},i.prototype.match=function(l,f){let d;if(f===void 0&&(d=l,l=d[0],f=d[1]),l.kind()!=="ipv6")throw new Error("ipaddr: cannot match ipv6 address with non-ipv6 one");return m(this.parts,l.parts,16,f)},i.prototype.prefixLengthFromSubnetMask=function(){let l=0,f=!1,d={0:16,32768:15,49152:14,57344:13,61440:12,63488:11,64512:10,65024:9,65280:8,65408:7,65472:6,65504:5,65520:4,65528:3,65532:2,65534:1,65535:0},p,h;for(let v=7;v>=0;v-=1)if(p=this.parts[v],p in d){if(h=d[p],f&&h!==0)return null;h!==16&&(f=!0),l+=h}else return null;return 128-l},i.prototype.range=function(){return g.subnetMatch(this,this.SpecialRanges)},i.prototype.toByteArray=function(){let l,f=[],d=this.parts;for(let p=0;p<d.length;p++)l=d[p],f.push(l>>8),f.push(l&255);return f},i.prototype.toFixedLengthString=function(){let l=(function(){let d=[];for(let p=0;p<this.parts.length;p++)d.push(x(this.parts[p].toString(16),4));return d}).call(this).join(":"),f="";return this.zoneId&&(f=`%${this.zoneId}`),l+f},i.prototype.toIPv4Address=function(){if(!this.isIPv4MappedAddress())throw new Error("ipaddr: trying to convert a generic ipv6 address to ipv4");let l=this.parts.slice(-2),f=l[0],d=l[1];return new g.IPv4([f>>8,f&255,d>>8,d&255])},i.prototype.toNormalizedString=function(){let l=(function(){let d=[];for(let p=0;p<this.parts.length;p++)d.push(this.parts[p].toString(16));return d}).call(this).join(":"),f="";return this.zoneId&&(f=`%${this.zoneId}`),l+f},i.prototype.toRFC5952String=function(){let l=/((^|:)(0(:|$)){2,})/g,f="";this.zoneId&&(f=`%${this.zoneId}`);let d=this.toNormalizedString(),p=d.slice(0,d.length-f.length),h=0,v=-1,G=-1,C;for(;C=l.exec(p);){let V=(C[0].match(/0/g)||[]).length;V>G&&(G=V,h=C.index,v=C[0].length)}return v<0?p+f:`${p.substring(0,h)}::${p.substring(h+v)}${f}`},i.prototype.toString=function(){return this.toRFC5952String()},i})(),g.IPv6.broadcastAddressFromCIDR=function(i){try{let l=this.parseCIDR(i),f=l[0].toByteArray(),d=this.subnetMaskFromPrefixLength(l[1]).toByteArray(),p=[],h=0;for(;h<16;)p.push(parseInt(f[h],10)|parseInt(d[h],10)^255),h++;return new this(p)}catch(l){throw new Error("ipaddr: the address does not have IPv6 CIDR format",{cause:l})}},g.IPv6.isIPv6=function(i){return this.parser(i)!==null},g.IPv6.isValid=function(i){if(typeof i=="string"&&i.indexOf(":")===-1)return!1;try{let l=this.parser(i);return new this(l.parts,l.zoneId),!0}catch{return!1}},g.IPv6.isValidCIDR=function(i){if(typeof i=="string"&&i.indexOf(":")===-1)return!1;try{return this.parseCIDR(i),!0}catch{return!1}},g.IPv6.networkAddressFromCIDR=function(i){let l,f,d,p,h;try{for(l=this.parseCIDR(i),d=l[0].toByteArray(),h=this.subnetMaskFromPrefixLength(l[1]).toByteArray(),p=[],f=0;f<16;)p.push(parseInt(d[f],10)&parseInt(h[f],10)),f++;return new this(p)}catch(v){throw new Error("ipaddr: the address does not have IPv6 CIDR format",{cause:v})}},g.IPv6.parse=function(i){let l=this.parser(i);if(l===null)throw new Error("ipaddr: string is not formatted like an IPv6 Address");return new this(l.parts,l.zoneId)},g.IPv6.parseCIDR=function(i){let l,f,d;if((f=i.match(/^(.+)\\/(\\d+)$/))&&(l=parseInt(f[2]),l>=0&&l<=128))return d=[this.parse(f[1]),l],Object.defineProperty(d,"toString",{value:function(){return this.join("/")}}),d;throw new Error("ipaddr: string is not formatted like an IPv6 CIDR range")},g.IPv6.parser=function(i){let l,f,d,p,h,v;if(d=i.match(c.deprecatedTransitional))return this.parser(`::ffff:${d[1]}`);if(c.native.test(i))return u(i,8);if((d=i.match(c.transitional))&&(v=d[6]||"",l=d[1],d[1].endsWith("::")||(l=l.slice(0,-1)),l=u(l+v,6),l&&l.parts)){for(h=[parseInt(d[2]),parseInt(d[3]),parseInt(d[4]),parseInt(d[5])],f=0;f<h.length;f++)if(p=h[f],!(0<=p&&p<=255))return null;return l.parts.push(h[0]<<8|h[1]),l.parts.push(h[2]<<8|h[3]),{parts:l.parts,zoneId:l.zoneId}}return null},g.IPv6.subnetMaskFromPrefixLength=function(i){if(i=parseInt(i),Number.isNaN(i)||i<0||i>128)throw new Error("ipaddr: invalid IPv6 prefix length");let l=[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0],f=0,d=Math.floor(i/8);for(;f<d;)l[f]=255,f++;return d<16&&(l[d]=Math.pow(2,i%8)-1<<8-i%8),new this(l)},g.fromByteArray=function(i){let l=i.length;if(l===4)return new g.IPv4(i);if(l===16)return new g.IPv6(i);throw new Error("ipaddr: the binary input is neither an IPv6 nor IPv4 address")},g.isValid=function(i){return g.IPv6.isValid(i)||g.IPv4.isValid(i)},g.isValidCIDR=function(i){return g.IPv6.isValidCIDR(i)||g.IPv4.isValidCIDR(i)},g.parse=function(i){if(g.IPv6.isValid(i))return g.IPv6.parse(i);if(g.IPv4.isValid(i))return g.IPv4.parse(i);throw new Error("ipaddr: the address has neither IPv6 nor IPv4 format")},g.parseCIDR=function(i){try{return g.IPv6.parseCIDR(i)}catch{try{return g.IPv4.parseCIDR(i)}catch(l){throw new Error("ipaddr: the address has neither IPv6 nor IPv4 CIDR format",{cause:l})}}},g.process=function(i){let l=this.parse(i);return l.kind()==="ipv6"&&l.isIPv4MappedAddress()?l.toIPv4Address():l},g.subnetMatch=function(i,l,f){let d,p,h,v;f==null&&(f="unicast");for(p in l)if(Object.prototype.hasOwnProperty.call(l,p)){for(h=l[p],h[0]&&!(h[0]instanceof Array)&&(h=[h]),d=0;d<h.length;d++)if(v=h[d],i.kind()===v[0].kind()&&i.match.apply(i,v))return p}return f},typeof Ne<"u"&&Ne.exports?Ne.exports=g:e.ipaddr=g})(Vt)});function D(e,t){let n=new Map;for(let r of e){let o=t(r),s=n.get(o);s===void 0?n.set(o,[r]):s.push(r)}return n}function Me(e,t){return e<t?-1:e>t?1:0}var Ce=()=>{},Rn={spend:Ce,hold:Ce,keep:Ce},ye={budget:Rn,stage:"reading"};function O(e){ye.budget.spend(e,ye.stage)}function Pe(e){ye.budget.hold(e,ye.stage)}var ut=10;function ct(e){return{lo:e,hi:e}}function Ve({lo:e,hi:t},n=String){return e===t?n(e):`${n(e)}-${n(t)}`}var Y={next:e=>e+1,previous:e=>e-1,plus:(e,t)=>e+t,half:e=>e/2},ft={next:e=>e+1n,previous:e=>e-1n,plus:(e,t)=>e+t,half:e=>e/2n};function pt(e,t){let n=[...t].sort((s,a)=>s.lo<a.lo?-1:s.lo>a.lo?1:0);O(ut+n.length);let r=[],o;for(let s of n)o!==void 0&&s.lo<=e.next(o.hi)?s.hi>o.hi&&(o={lo:o.lo,hi:s.hi},r[r.length-1]=o):(o=s,r.push(o));return r}function mt(e,t,n){if(t.length===0||n.length===0)return t;O(ut+t.length+n.length);let r=[],o=0;for(let{lo:s,hi:a}of t){let c=s,u=n[o];for(;u!==void 0&&u.hi<c;)u=n[++o];for(;u!==void 0&&u.lo<=a&&c<=a&&(u.lo>c&&r.push({lo:c,hi:e.previous(u.lo)}),c=e.next(u.hi),!(u.hi>a));)u=n[++o];c<=a&&r.push({lo:c,hi:a})}return r}function ht(e,t){return e===t||e.length===t.length&&e.every((n,r)=>n.lo===t[r]?.lo&&n.hi===t[r].hi)}function E(e){return{ok:!0,value:e}}function w(e){return{ok:!1,error:e}}function b(e,t){if(e===void 0)throw new Error(`this cannot be: ${t}`);return e}var P=0,T=1,yt=1,Pt=2,_e=3,ve=4096,De=[2654435761,2246822519,668265263],xe=class{#e=2;#n=new Int32Array(ve).fill(1,1,2);#t=new Int32Array(ve).fill(1,1,2);#r=new Int32Array(2*ve);#o=new be(ve);#i=0;get size(){return this.#e}zero(t){return this.#n[t]??P}one(t){return this.#t[t]??P}join(t,n){if(t===n&&t<=T)return t;let r=this.#r.length-1,o=Se(t,n,0)&r;for(;;){let a=this.#r[o]??0;if(a===0)break;if(this.#n[a]===t&&this.#t[a]===n)return a;o=o+1&r}this.#e===this.#n.length&&this.#d();let s=this.#e++;return this.#n[s]=t,this.#t[s]=n,this.#l(s),s}#l(t){let n=this.#r.length-1,r=Se(this.zero(t),this.one(t),0)&n;for(;this.#r[r]!==0;)r=r+1&n;this.#r[r]=t}#d(){Pe(this.#e),this.#n=gt(this.#n),this.#t=gt(this.#t),this.#r=new Int32Array(2*this.#r.length);for(let t=2;t<this.#e;t++)this.#l(t);this.#o=new be(this.#n.length)}union(t,n){return this.#s(yt,t,n)}intersect(t,n){return this.#s(Pt,t,n)}subtract(t,n){return this.#s(_e,t,n)}#s(t,n,r){this.#i=1;let o=this.#a(t,n,r);return O(this.#i),o}#a(t,n,r){let o=kn(t,n,r);if(o>=0)return o;let s=t!==_e&&n>r,a=s?r:n,c=s?n:r,u=this.#o.get(t,a,c);if(u>=0)return u;this.#i++;let m=this.#a(t,this.zero(a),this.zero(c)),y=this.#a(t,this.one(a),this.one(c)),x=this.join(m,y);return this.#o.set(t,a,c,x),x}range(t,n,r){let o=r-1;for(;o>=0&&ee(t,o)===ee(n,o);)o--;let[s,a]=[T,T];for(let u=0;u<o;u++)s=ee(t,u)===1?this.join(P,s):this.join(s,T),a=ee(n,u)===1?this.join(T,a):this.join(a,P);let c=o<0?T:this.join(s,a);for(let u=o+1;u<r;u++)c=ee(t,u)===1?this.join(P,c):this.join(c,P);return c}},te=-1;function kn(e,t,n){switch(e){case yt:return t===T||n===T?T:t===P||t===n?n:n===P?t:te;case Pt:return t===P||n===P?P:t===T||t===n?n:n===T?t:te;case _e:return t===P||n===T||t===n?P:n===P?t:te}}var be=class{#e;#n;#t;constructor(t){this.#e=t-1,this.#n=new Uint8Array(t),this.#t=new Int32Array(3*t)}get(t,n,r){let o=Se(n,r,t)&this.#e,s=3*o;return this.#n[o]===t&&this.#t[s]===n&&this.#t[s+1]===r?this.#t[s+2]??te:te}set(t,n,r,o){let s=Se(n,r,t)&this.#e;this.#n[s]=t,this.#t[3*s]=n,this.#t[3*s+1]=r,this.#t[3*s+2]=o}};function Se(e,t,n){let r=Math.imul(e,De[0])^Math.imul(t,De[1])^Math.imul(n,De[2]);return r^r>>>15}function gt(e){let t=new Int32Array(2*e.length);return t.set(e),t}function ee(e,t){return b(e[t>>5],"a number has as many bits as it is asked for")>>>(t&31)&1}var J={v4:32,v6:128,token:24};function En(){return{tries:new xe,sets:new Map,tokens:[],numbers:new Map}}var I=En();var N=class e{#e;key;#n;#t;#r;#o;constructor(t,n){this.#e=t,this.key=n}static of(t){let n=I.sets.get(t);if(n!==void 0)return n;let r=new e(I,t);return I.sets.set(t,r),r}get root(){if(this.#e===I||this.key===P)return this.key;let t=this.#n,n=t!==void 0&&t.#e===I?t:On(this);return this.#n=n,n.key}get v4(){let{tries:t}=this.#e,n=t.zero(t.zero(this.key));return this.#t??=ne(Y,t,{trie:n,from:0,size:2**J.v4})}get v6(){let{tries:t}=this.#e,n=t.one(t.zero(this.key));return this.#r??=ne(ft,t,{trie:n,from:0n,size:2n**BigInt(J.v6)})}get tokens(){return this.#o??=Nn(this.#e,this.#e.tries.one(this.key))}toJSON(){let{v4:t,v6:n,tokens:r}=this;return{v4:t,v6:n,tokens:r}}};function On({v4:e,v6:t,tokens:n}){return _(xt(e),bt(t),$n(n))}function _(e,t,n){let{tries:r}=I;return N.of(r.join(r.join(e,t),n))}function xt(e){let{tries:t}=I;return re([...e].map(({lo:n,hi:r})=>t.range([n],[r],J.v4)))}function bt(e){let{tries:t}=I;return re([...e].map(({lo:n,hi:r})=>t.range(vt(n),vt(r),J.v6)))}function vt(e){return[0n,32n,64n,96n].map(t=>Number(e>>t&0xffffffffn))}function $n(e){let t=[...e].map(n=>{let{numbers:r,tokens:o}=I,s=r.get(n)??o.push(n)-1;return r.set(n,s),[s]});return re(t.map(n=>I.tries.range(n,n,J.token)))}function re(e){let t=e;for(;t.length>1;){let n=[];for(let r=0;r<t.length;r+=2)n.push(I.tries.union(t[r]??P,t[r+1]??P));t=n}return t[0]??P}function ne(e,t,n,r=[]){let{trie:o,from:s,size:a}=n;if(o===P)return r;if(o===T){let u=r.at(-1),m=u!==void 0&&e.next(u.hi)===s;return m&&r.pop(),r.push({lo:m?u.lo:s,hi:e.previous(e.plus(s,a))}),r}let c=e.half(a);return ne(e,t,{trie:t.zero(o),from:s,size:c},r),ne(e,t,{trie:t.one(o),from:e.plus(s,c),size:c},r)}function Nn({tries:e,tokens:t},n){return ne(Y,e,{trie:n,from:0,size:2**J.token}).flatMap(({lo:o,hi:s})=>t.slice(o,s+1)).sort(Me)}var Be=_(P,P,P),A=_(T,P,P),St=_(P,T,P),An=_(T,T,P);function oe(e){return _(xt(e),P,P)}function Te(e){return _(P,bt(e),P)}function je(e,t){return e===t?e:N.of(I.tries.union(e.root,t.root))}function Ie(e){return N.of(re([...e].map(({root:t})=>t)))}function ie(e,t){return e===t?e:N.of(I.tries.intersect(e.root,t.root))}function se(e,t){return e===t?Be:N.of(I.tries.subtract(e.root,t.root))}function Fe(e){return ie(e,An)}function R(e,t){return e===t||e.root===t.root}function B(e){return e.root===P}function Ue(e,t){return B(se(e,t))}function Tt({root:e}){let{tries:t}=I;return t.zero(t.zero(e))===T}var ze={icmp:1,tcp:6,udp:17,icmpv6:58},we=[6,17,1],ae=255,Q=65535;function Re(e){return e===6||e===17}function $(e){return e===1||e===58}function ke(e){return Re(e)?1:0}function le(e,t){return e*256+t}function It(e){return`${Math.floor(e/256)}/${e%256}`}var wt=new Map(Object.entries(ze).map(([e,t])=>[t,e]));function de(e){return wt.get(e)??String(e)}function Ee(e){return wt.has(e)}var Rt=20;function Ke(e,t,n,r){let o=[],s={lo:1/0,hi:1/0,value:r.empty},a=0,c=0,u=-1/0;for(O(Rt+e.length+t.length);;){let m=e[a]??s,y=t[c]??s,x=Math.max(m.lo,u),g=Math.max(y.lo,u),i=Math.min(x,g);if(i===1/0)return o;let l=x===i,f=g===i,d=Math.min(l?m.hi:x-1,f?y.hi:g-1),p=n(l?m.value:r.empty,f?y.value:r.empty);X(o,{lo:i,hi:d,value:p},r),u=d+1,m.hi<u&&a++,y.hi<u&&c++}}function kt(e,t,n,r){let[o,s]=e.length<=t.length?[e,t]:[t,e],a=[],c=0,u=0;for(let m of o){c=Ln(s,m.lo,c);for(let y=s[c];y!==void 0&&y.lo<=m.hi;y=s[++c]){u++;let x=o===e?n(m.value,y.value):n(y.value,m.value);if(X(a,{lo:Math.max(m.lo,y.lo),hi:Math.min(m.hi,y.hi),value:x},r),y.hi>m.hi)break}}return O(Rt+o.length+u),a}function Ln(e,t,n){let[r,o]=[n,e.length];for(;r<o;){let s=r+o>>1;(e[s]?.hi??t)<t?r=s+1:o=s}return r}function X(e,t,n){if(n.isEmpty(t.value))return;let r=e[e.length-1];r?.hi===t.lo-1&&n.same(r.value,t.value)?e[e.length-1]={lo:r.lo,hi:t.hi,value:r.value}:e.push(t)}function Et(e,t,n){return e===t||e.length===t.length&&e.every(({lo:r,hi:o,value:s},a)=>{let c=t[a];return c?.lo===r&&c.hi===o&&n(s,c.value)})}var We={empty:Be,isEmpty:B,same:R};var qe={empty:[],isEmpty:e=>e.length===0,same:(e,t)=>Et(e,t,R)},U={ingress:[],egress:[]},Mn=[{lo:0,hi:5},{lo:6,hi:6},{lo:7,hi:16},{lo:17,hi:17},{lo:18,hi:ae}],Z={lo:0,hi:ae},ue=[{lo:0,hi:Q}];function L(e,t,n,r){return Cn(e,t,B(r)?[]:n.map(({lo:o,hi:s})=>({lo:o,hi:s,value:r})))}function Cn(e,t,n){let r=[];for(let o of Mn){let s=ke(o.lo),a=n.filter(u=>u.hi>=s).map(({lo:u,hi:m,value:y})=>({lo:Math.max(u,s),hi:m,value:y}));if(a.length===0)continue;let c=t.map(u=>({lo:Math.max(u.lo,o.lo),hi:Math.min(u.hi,o.hi),value:a})).filter(u=>u.lo<=u.hi);r=Ke(r,c,(u,m)=>u.length===0?m:u,qe)}return e==="ingress"?{ingress:r,egress:[]}:{ingress:[],egress:r}}function He(e,t,n,r=Ke){let o=0,s=(c,u)=>{let m=n(c,u);return Pe(++o),m},a=(c,u)=>r(c,u,(m,y)=>r(m,y,s,We),qe);return{ingress:a(e.ingress,t.ingress),egress:a(e.egress,t.egress)}}function Vn(e,t){return e===t||k(e)?t:k(t)?e:He(e,t,je)}function M(e){let t=e;for(;t.length>1;){let n=[];for(let r=0;r<t.length;r+=2)n.push(Vn(t[r]??U,t[r+1]??U));t=n}return t[0]??U}function Oe(e,t){return e===t?e:k(e)||k(t)?U:He(e,t,ie,kt)}function Ot(e,t,{protocols:n,ports:r},o){let s=[];for(let a of e[t])for(let c of n){let[u,m]=[Math.max(a.lo,c.lo),Math.min(a.hi,c.hi)];u<=m&&X(s,{lo:u,hi:m,value:Dn(a.value,r,o)},qe)}return s.length===0?U:t==="ingress"?{ingress:s,egress:[]}:{ingress:[],egress:s}}function Dn(e,t,n){let r=[];O(e.length*t.length);for(let o of e)for(let s of t){let[a,c]=[Math.max(o.lo,s.lo),Math.min(o.hi,s.hi)];a<=c&&X(r,{lo:a,hi:c,value:ie(o.value,n)},We)}return r}function Ge(e,t){return k(e)||k(t)?e:He(e,t,se)}function k(e){return e.ingress.length===0&&e.egress.length===0}function $t(e,t){return k(Ge(e,t))}function z(e){let t=(n,r)=>r.flatMap(o=>o.value.map(s=>({direction:n,protocols:{lo:o.lo,hi:o.hi},ports:{lo:s.lo,hi:s.hi},peers:s.value})));return[...t("ingress",e.ingress),...t("egress",e.egress)]}var K=["before","during","after"];function $e(e){return{before:e("before"),during:e("during"),after:e("after")}}function Lt(e){return $e(t=>{let[n="absent",...r]=e.map(({[t]:o})=>o).filter(o=>o!=="absent");return r.every(o=>o===n)?n:"undecided"})}function Mt(e,t){return e.flatMap(n=>t.flatMap(r=>{let o=Oe(Nt(n.packets),Nt(r.packets));return k(o)?[]:[{states:$e(a=>_n(n.states[a],r.states[a])),sides:[At(n,o),At(r,o)]}]}))}function _n(e,t){return["absent","dropped","undecided","allowed"].find(r=>r===e||r===t)??"absent"}function Nt(e){return M(z(e).map(({protocols:t,ports:n})=>L("ingress",[t],[n],A)))}function At(e,t){let{direction:n}=e,r=Ie(z(e.packets).map(s=>s.peers)),o=z(t).map(({protocols:s,ports:a})=>Ot(e.packets,n,{protocols:[s],ports:[a]},r));return{...e,packets:M(o)}}function Ct(e,t,n,r){let o=n.filter(({isDeny:u})=>!u),s=n.filter(({isDeny:u})=>u),a=o.filter(({surely:u})=>$t(r,u));return(()=>{switch(e){case"allowed":return a.length>0?a:o.filter(({surely:u})=>!k(u));case"dropped":return s;case"undecided":return t?[...s,...a]:n;case"absent":return[]}})().map(({rule:u})=>u)}var W=wn(Dt(),1);function ce(e){let[t="",n,...r]=e.split("/");if(r.length>0||n!==void 0&&!/^\\d{1,3}$/.test(n))return;let o=jn(t);if(o===void 0)return;let{family:s,value:a}=o,c=Bn[s],u=n===void 0?c:Number(n);if(u>c)return;let m=1n<<BigInt(c-u),y=a-a%m;return{family:s,peers:Fn(s,y,y+m-1n),hasHostBits:y!==a}}var Bn={IPv4:32,IPv6:128};function jn(e){if(W.default.IPv4.isValidFourPartDecimal(e))return{family:"IPv4",value:Bt(e)};let t=Un(e);if(!t.includes(":")||t.includes("%")||!W.default.IPv6.isValid(t))return;let{parts:n}=W.default.IPv6.parse(t);return{family:"IPv6",value:n.reduce((r,o)=>(r<<16n)+BigInt(o),0n)}}function Bt(e){return W.default.IPv4.parse(e).octets.reduce((t,n)=>(t<<8n)+BigInt(n),0n)}function Fn(e,t,n){return e==="IPv4"?oe([{lo:Number(t),hi:Number(n)}]):Te([{lo:t,hi:n}])}function q(e){return b(ce(e),"CIDRs of our own are well formed").peers}function H(e){return[...e.v4.map(({lo:n,hi:r})=>({lo:BigInt(n),hi:BigInt(r)})).flatMap(n=>_t(n,32,r=>Ye(Number(r)))),...e.v6.flatMap(n=>_t(n,128,Je))]}function _t({lo:e,hi:t},n,r){let o=[];for(let s=e;s<=t;){let a=n,c=1n;for(;a>0&&s%(2n*c)===0n&&s+2n*c-1n<=t;)a--,c*=2n;o.push(`${r(s)}/${a}`),s+=c}return o}function jt({v4:e,v6:t}){if(e.length>0&&t.length>0)return[];let[n,r]=e.length>0?[e[0],e.at(-1)]:[t[0],t.at(-1)];if(n===void 0||r===void 0)return[];let[o,s]=[BigInt(n.lo),BigInt(r.hi)],[a,c]=e.length>0?[32,u=>Ye(Number(u))]:[128,Je];return Array.from({length:a+1},(u,m)=>{let y=1n<<BigInt(m),x=o-o%y;return x+y>s?[`${c(x)}/${a-m}`]:[]}).flat()}function Ye(e){return[24,16,8,0].map(t=>Math.floor(e/2**t)%256).join(".")}function Je(e){let t=[];for(let n=112n;n>=0n;n-=16n)t.push(Number(e>>n&0xffffn));return new W.default.IPv6(t).toRFC5952String()}function Un(e){let t=e.lastIndexOf(":")+1,n=e.slice(t);if(!n.includes("."))return e;if(!W.default.IPv4.isValidFourPartDecimal(n))return"";let r=Bt(n);return`${e.slice(0,t)}${(r>>16n).toString(16)}:${(r&0xffffn).toString(16)}`}function Qe(e){return e.hasHostBits?`has bits set below its prefix; the network is ${b(H(e.peers)[0],"a CIDR holds addresses")}`:void 0}var zn=new Map([["tcp",6],["udp",17],["icmp",1]]);function Ft(e){if(e==="all")return Z;let t=zn.get(e)??(/^\\d{1,3}$/.test(e)?Number(e):void 0);return t===void 0||t>ae?void 0:{lo:t,hi:t}}function Ut(e,t){if(e.lo!==e.hi||!Re(e.lo))return $(e.lo)&&e.lo===e.hi?w("has a type after the slash; ICMP is waived as a whole, like icmp from 203.0.113.0/24"):w("has ports, which only tcp and udp have; leave them out");let[,n="",r=n]=/^(\\d{1,5})(?:-(\\d{1,5}))?$/.exec(t)??[],o={lo:Number(n),hi:Number(r)};return n===""||o.lo<1||o.hi>Q?w("has no good ports; write one port or one range from 1 to 65535, like tcp/443 or tcp/30000-32767"):o.lo>o.hi?w("has ports that end before they begin; swap them"):E([o])}var zt="tcp/10250, udp/53, tcp/30000-32767, icmp/8:0, tcp, all";function Kt(e){let[t="",n,...r]=e.toLowerCase().split("/");if(r.length>0)return w(`must be like ${zt}`);let o=t==="icmpv6"?ct(ze.icmpv6):Ft(t);if(o===void 0)return w(`names no protocol; write it like ${zt}`);if(n===void 0)return E({protocols:[o],ports:ue});let s=o.lo===o.hi&&$(o.lo)?Kn(n):Ut(o,n);return s.ok?E({protocols:[o],ports:s.value}):s}var Xe=255;function Kn(e){let[,t="",n]=/^(\\d{1,3})(?::(\\d{1,3}))?$/.exec(e)??[],[r,o]=n===void 0?[0,Xe]:[Number(n),Number(n)];return t===""||Number(t)>Xe||o>Xe?w("has no good type and code; write them like icmp/8:0, or icmp/3 for every code"):E([{lo:le(Number(t),r),hi:le(Number(t),o)}])}function Ae(e){let t=[];for(let{direction:n,protocols:r,ports:o,peers:s}of z(e)){let a=o.lo===Wn(r)&&o.hi===Q,c=a?t.find(u=>u.ports==="all"&&u.direction===n&&R(u.peers,s)):void 0;c===void 0?t.push({direction:n,protocols:[r],ports:a?"all":o,peers:s}):c.protocols.push(r)}return t.map(n=>({...n,protocols:pt(Y,n.protocols)}))}function Wn({lo:e,hi:t}){return e===t?ke(e):0}function Ze(e){let t=mt(Y,[Z],e);return t.length===0?{kind:"all"}:t.every(({lo:n,hi:r})=>n===r&&Ee(n))?{kind:"all-but",protocols:t.map(({lo:n})=>n)}:{kind:"list",protocols:e}}function et(e){let t=Ze(e);return t.kind==="all"?"all":t.kind==="all-but"?`all but ${t.protocols.map(de).join(", ")}`:t.protocols.map(qn).join(", ")}function qn(e){return e.lo===e.hi?de(e.lo):Ve(e)}function Wt({protocols:e,ports:t}){return t==="all"?"all":Ve(t,e.some(({lo:n})=>$(n))?It:String)}var Hn={icmp:new Map([[0,"echo reply"],[3,"destination unreachable"],[5,"redirect"],[8,"echo request"],[11,"time exceeded"],[12,"parameter problem"]]),icmpv6:new Map([[1,"destination unreachable"],[2,"packet too big"],[3,"time exceeded"],[4,"parameter problem"],[128,"echo request"],[129,"echo reply"],[133,"router solicitation"],[134,"router advertisement"],[135,"neighbor solicitation"],[136,"neighbor advertisement"]])},Gn={type:3,code:4},Yn=new Set(["echo reply","echo request","packet too big"]),Jn=255;function Ht(e,{lo:t,hi:n}){let[r,o]=[qt(t),qt(n)],a=Hn[e===1?"icmp":"icmpv6"].get(r.type)??`type ${r.type}`;if(t===n){let{type:u,code:m}=Gn;return e===1&&r.type===u&&r.code===m?"fragmentation needed":r.code===0&&Yn.has(a)?a:`${a} code ${r.code}`}let c=r.code===0&&o.code===Jn;return r.type===o.type?c?a:`${a} codes ${r.code}-${o.code}`:c?`types ${r.type}-${o.type}`:`type ${r.type} code ${r.code} to type ${o.type} code ${o.code}`}function qt(e){return{type:Math.floor(e/256),code:e%256}}var tt=Symbol("characters"),pe=300;function Qn(e){return Gt(e,pe)}function Gt(e,t){if(e.length<=t)return e;let n=Array.from(e.slice(0,2*t));return n.length<=t&&e.length<=2*t?e:`${n.slice(0,t-1).join("")}\\u2026`}var Xn=2e3,Zn=new RegExp(`[^\\\\s\\`]{${pe+1},}`,"gu");function me(e){return e.length<=pe?{[tt]:e}:{[tt]:Gt(e.replaceAll(Zn,Qn),Xn)}}function nt(e){return e[tt]}function he(e,t){return e.length<=t+1?e.join(", "):`${e.slice(0,t).join(", ")} and ${e.length-t} more`}function rt(e){let t=e.slice(0,-1),n=e.slice(-1).join("");return t.length===0?n:`${t.join(", ")}${e.some(r=>r.includes(" and "))?",":""} and ${n}`}var ot="(sensitive)";var Yt={node:"worker node security group",control:"master node security group",eni:"elastic network interface security group"},Jt={node:"worker node",control:"master",eni:"pod"};function en(e){return[...D(e,({direction:n,other:r})=>`${n} ${Qt(r)}`).values()].map(n=>{let[{direction:r,other:o}]=n,s=rr(o);return{direction:r,what:me(er(rn(n.map(({traffic:a})=>a)),sr(n))),peers:me(`${r==="ingress"?"from":"to"} ${s}`),who:me(s),other:o,otherKey:Qt(o)}})}function Qt(e){return JSON.stringify([e.kind,...tn(e)])}function er(e,t){return t!==void 0&&t.length<e.length?t:e}function tr(e){return e==="IPv4"?"the internet":"the internet over IPv6"}function tn(e){switch(e.kind){case"addresses":return nn(e.peers);case"group":return[Yt[e.role]];case"internet":return[tr(e.family)];case"sensitive":return[ot]}}function nn(e){return Tt(e)&&e.tokens.length===0?["0.0.0.0/0"]:[...H(e),...e.tokens]}var st=3,nr={vpc:{label:"VPC",alone:"the VPC"},containers:{label:"containers",alone:"the containers"},"pod-subnets":{label:"pods",alone:"the pods"},masters:{label:"masters",alone:"the masters"},api:{label:"API address",alone:"the masters\\u2019 API address"},"dns-servers":{label:"DNS servers",alone:"the DNS servers"},"load-balancers":{label:"load balancers",alone:"the load balancers"},"service-mesh":{label:"service mesh",alone:"the service mesh"},"vpc-endpoints":{label:"VPC endpoints",alone:"VPC endpoints"},"internal-services":{label:"internal services",alone:"internal services"}};function rr(e){if(e.kind!=="addresses")return he(tn(e),st);let{peers:t,names:n}=e;return n.length===0||t.tokens.length>0?Xt(t):n.map(({name:r,peers:o})=>`${nr[r].label} ${Xt(o)}`).join(", ")}function Xt(e){let t=it(nn(Fe(e))),n=or(e,t.length)??t;return he([...n,...e.tokens],st)}function or(e,t){let[n]=t>2&&e.tokens.length===0?jt(e):[];if(n===void 0)return;let r=H(se(q(n),e));if(!(r.length>st||r.length+1>=t))return[`${it([n]).join("")} except ${rt(it(r))}`]}function it(e){return e.map(t=>t==="0.0.0.0/0"?"anywhere":t.replace(/^([\\d.]+)\\/32$|^([\\da-f:]+)\\/128$/i,"$1$2"))}var ge=4;function rn(e){let n=[...D(e,r=>r==="sensitive"?ot:et(r.protocols)).values()].map(r=>{let o=r.flatMap(a=>a==="sensitive"||a.ports==="all"?[]:[sn(a)]);return[r[0]==="sensitive"?"traffic":on(r[0].protocols),he(o,ge)].filter(a=>a!=="").join(" ")});return n.length<=ge+1?n.join("; "):`${n.slice(0,ge).join("; ")} and ${n.length-ge} more`}function on(e){let t=Ze(e);if(t.kind==="all")return"all traffic";if(t.kind==="all-but")return`all protocols but ${rt(ir(t.protocols).map(o=>de(o).toUpperCase()))}`;let n=et(e);return e.some(({lo:o,hi:s})=>o===s&&Ee(o))?n.toUpperCase():`${e.length===1&&e.every(({lo:o,hi:s})=>o===s)?"protocol":"protocols"} ${n}`}function ir(e){let t=n=>(we.indexOf(n)+we.length+1)%(we.length+1);return[...e].sort((n,r)=>t(n)-t(r))}function sn({protocols:e,ports:t}){let[n]=e;return t!=="all"&&n!==void 0&&$(n.lo)?Ht(n.lo,t):Wt({protocols:e,ports:t})}function sr(e){let t=e.flatMap(({traffic:a})=>a==="sensitive"?[]:[a]),[n]=t;if(n===void 0||t.length<3)return;let r=t.every(({protocols:a})=>ht(a,n.protocols)),o={protocols:r?n.protocols:[Z],ports:"all"},s=Ae(Ge(Zt(o),M(t.map(Zt))));if(!(s.length===0||s.length>=t.length))return r?`${on(n.protocols)} except ${he(s.map(sn),ge)}`:`all traffic except ${rn(s)}`}function Zt({protocols:e,ports:t}){return L("ingress",e,t==="all"?ue:[t],A)}var ei={...Jt,host:"host","dns-server":"DNS server","load-balancer":"load balancer",service:"service",internet:"internet"};var an={"vpc-endpoint-service":"198.19.128.0/17","internal-services":"100.125.0.0/16"};var si=q(an["vpc-endpoint-service"]);function ln(e,t){let n=t.filter(r=>Ue(r.peers,e));return n.length===0||!R(Ie(n.map(r=>r.peers)),e)?[]:n.filter((r,o)=>!n.some((s,a)=>o!==a&&Ue(r.peers,s.peers)&&(!R(r.peers,s.peers)||a<o)))}function dn(e,t){let n=Ae(e);return t.isTrafficSensitive?[...new Set(n.map(({direction:o})=>o))].map(o=>({direction:o,traffic:"sensitive",other:{kind:"sensitive"}})):n.map(({direction:r,protocols:o,ports:s,peers:a})=>({direction:r,traffic:{protocols:o,ports:s},other:ar(a,t)}))}function ar(e,{whole:t,ranges:n,isSensitive:r}){return t!==void 0&&R(e,t.peers)?t.other:r?{kind:"sensitive"}:{kind:"addresses",peers:e,names:ln(e,n)}}var mi=le(8,0);var hi=q("1.1.1.1"),gi=q("2606:4700:4700::1111");function lr(e){return typeof e=="string"?e:nt(e)}var dr=/[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Default_Ignorable_Code_Point}]/gu,ur=/\\r\\n|[\\n\\v\\f\\r\\u{85}\\u{2028}\\u{2029}]/gu,cr=/^[ -~]*$/,fr=/(\\p{M}{4})\\p{M}+/gu;function at(e,t=pe){let n=lr(e),r=n.length>4*t?n.slice(0,4*t):n,o=pr(r.replaceAll(ur,"\\u21B5").replaceAll("	"," "));if(r===n&&o.length<=t)return o;let s=Array.from(o);return r===n&&s.length<=t?o:`${s.slice(0,t-1).join("")}\\u2026`}function pr(e){return cr.test(e)?e:e.replaceAll(dr,"").replaceAll(fr,"$1")}function lt(e,{parties:t,ranges:n}){let r=e.trim(),o=t.findIndex(({name:u,label:m})=>u===r||m===r);if(o>=0)return E({kind:"party",party:o});let s=n.find(({name:u,label:m})=>u===r||m===r);if(s!==void 0)return E({kind:"addresses",family:s.family,peers:Le(s)});let a=ce(r);if(a===void 0)return w("is no end that this page knows; write one of the list, an address or a CIDR");let c=Qe(a);return c===void 0?E({kind:"addresses",family:a.family,peers:a.peers}):w(c)}function cn(e,{from:t,to:n,traffic:r}){let o=[...un("egress",t,n),...un("ingress",n,t)].map(m=>({...m,table:b(e.tables.find(y=>mr(y,m)),"each party has a table for each other end")})),s=o.map(({table:m})=>m.cells).find(m=>typeof m=="string");if(s!==void 0)return{kind:"untold",why:s};let[a=[],c]=o.map(m=>hr(m,r,e)),u=c===void 0?a.map(m=>({states:m.states,sides:[m]})):Mt(a,c);return{kind:"answer",states:Lt(u.map(({states:m})=>m)),parts:u}}function un(e,t,n){return t.kind==="party"?[{party:t.party,direction:e,other:n}]:[]}function mr(e,{party:t,direction:n,other:r}){let o=r.kind==="party"?r.party:r.family;return e.party===t&&e.direction===n&&e.other===o}function hr({party:e,direction:t,other:n,table:r},{protocols:o,ports:s},a){let c=L(t,o,s,n.kind==="party"?A:n.peers),m=(typeof r.cells=="string"?[]:r.cells).flatMap(([y,x,g,i,l,f])=>{let d=n.kind==="party"?oe([{lo:f,hi:f}]):Le({peers:b(a.peers[f],"an index of the peers"),family:n.family}),p=Oe(L(t,[{lo:y,hi:x}],[{lo:g,hi:i}],d),c);return k(p)?[]:[{packets:p,fate:b(a.fates[l],"an index of the fates")}]});return[...D(m,({fate:[y]})=>y.join(" ")).values()].map(y=>{let[{fate:x}]=y,[[g,i,l]]=x,f={before:g,during:i,after:l},d=M(y.map(p=>p.packets));return{direction:t,packets:d,states:$e(p=>f[p]),party:e,isSteady:fn(y),rules:gr(y,d,a)}})}function fn(e){return e.every(({fate:[,t]})=>t.every(([,,,n])=>n===1))}function gr(e,t,n){let r=K.flatMap((o,s)=>{let a=b(e[0],"a lot has cells").fate[0][s],c=e.flatMap(({packets:m,fate:[,y]})=>y.flatMap(([x,g,i])=>g===s?[{rule:x,surely:i===1?m:U}]:[])),u=[...D(c,({rule:m})=>m)].map(([m,y])=>({rule:m,isDeny:b(n.rules[m],"an index of the rules").isDeny,surely:M(y.map(({surely:x})=>x))}));return Ct(b(a,"a state a time"),o==="during"&&!fn(e),u,t).map(m=>({rule:m,time:o}))});return[...D(r,({rule:o})=>o)].map(([o,s])=>({rule:o,times:s.map(({time:a})=>a)}))}function Le({peers:e,family:t}){let n=Array.from({length:e.length/2},(r,o)=>({lo:b(e[2*o],"two ends a range"),hi:b(e[2*o+1],"two ends a range")}));return t==="IPv4"?oe(n.map(({lo:r,hi:o})=>({lo:Number(r),hi:Number(o)}))):Te(n.map(({lo:r,hi:o})=>({lo:BigInt(r),hi:BigInt(o)})))}var yr=80,gn=["before","while applying","after"];function S(e,t,...n){let r=document.createElement(e);return t!==""&&(r.className=t),r.append(...n),r}function Pr(e,t){let n=e.querySelector("form"),r=e.querySelector(".answer"),o=u=>{let m=n?.elements.namedItem(u);return m instanceof HTMLInputElement?m:void 0},[s,a,c]=[o("from"),o("to"),o("traffic")];if(!(n===null||r===null||s===void 0||a===void 0||c===void 0))return{paths:t,form:n,answer:r,fields:{from:s,to:a,traffic:c}}}function vr(){let e=document.getElementById("paths")?.textContent??"[]",t=JSON.parse(e);if(xr(t))for(let n of document.querySelectorAll("[data-paths]")){let r=t[Number(n.getAttribute("data-paths"))],o=r===void 0?void 0:Pr(n,r);o!==void 0&&(o.form.hidden=!1,o.form.addEventListener("submit",s=>{s.preventDefault(),yn(o)}),br(n,o))}}function xr(e){return Array.isArray(e)}function br(e,t){let n=[...e.querySelectorAll("[data-end]")],r,o=a=>{for(let c of n)c.setAttribute("aria-pressed",String(a.includes(c)))},s=a=>{let c=a.getAttribute("data-end")??"";if(r===void 0){r=a,o([a]),t.fields.from.value=c,t.answer.replaceChildren(S("p","quiet",`From ${c}: choose the other end.`));return}o([r,a]),r=void 0,t.fields.to.value=c,t.fields.traffic.value="all",yn(t)};for(let a of n)a.setAttribute("role","button"),a.setAttribute("tabindex","0"),a.addEventListener("click",()=>s(a)),a.addEventListener("keydown",c=>{!(c instanceof KeyboardEvent)||c.key!=="Enter"&&c.key!==" "||(c.preventDefault(),s(a))});o([])}function yn({paths:e,fields:t,answer:n}){n.replaceChildren(...Sr(e,t.from.value,t.to.value,t.traffic.value))}function Sr(e,t,n,r){let o=g=>[S("p","complaint",g)],s=lt(t,e);if(!s.ok)return o(`From \\u201C${t}\\u201D ${s.error}.`);let a=lt(n,e);if(!a.ok)return o(`To \\u201C${n}\\u201D ${a.error}.`);let c=Kt(r.trim());if(!c.ok)return o(`Packets \\u201C${r}\\u201D ${c.error}.`);if(s.value.kind==="addresses"&&a.value.kind==="addresses"){let g=e.parties.map(({name:i})=>i).join(", ");return o(`Neither end is in a security group; one must be ${g}.`)}let u=cn(e,{from:s.value,to:a.value,traffic:c.value}),m=Tr(e,{from:s.value,to:a.value,packets:r});if(u.kind==="untold")return[...o(e.untold[u.why]),...m];if(u.parts.length===0)return o("One of the ends has no address and no group.");let y=u.parts.toSorted((g,i)=>hn(i)-hn(g)).slice(0,yr),x=u.parts.length-y.length;return[S("p","asked",`${r} from ${pn(t,e)} to ${pn(n,e)}`),Ir(y,e),...x>0?[S("p","quiet",`and ${x} more parts`)]:[],...m]}function pn(e,{parties:t,ranges:n}){return[...t,...n].find(({name:r})=>r===e.trim())?.label??e}function Tr(e,{from:t,to:n,packets:r}){let[o,s]=[mn(t,e),mn(n,e)];if(o===void 0||s===void 0)return[];let a=`cce-plan-guard explain PLAN --from ${o} --to ${s} --port ${r.trim()}`;return[S("p","quiet","The command tells more: ",S("code","",a))]}function mn(e,{parties:t,ranges:n}){if(e.kind==="party"){let{name:a}=b(t[e.party],"an index of the parties");return/^[\\w./:@-]+$/.test(a)?a:`\'${a.replaceAll("\'","\'\\\\\'\'")}\'`}let r=n.find(({name:a})=>a==="internet");if(r!==void 0&&R(e.peers,Le(r)))return r.name;let[o,...s]=H(e.peers);return s.length===0?o:void 0}function hn({states:{before:e,during:t,after:n}}){return(e===n?0:2)+(e===t?0:1)}function Ir(e,t){let n=["packets",...gn,"by which rules"].map(s=>{let a=S("th","",s);return a.setAttribute("scope","col"),a}),r=S("table","matrix",S("thead","",S("tr","",...n)),S("tbody","",...e.map(s=>Rr(s,t)))),o=S("div","scroll",r);return o.tabIndex=0,o.setAttribute("role","group"),o.setAttribute("aria-label","Answer"),o}var wr={allowed:["holds","\\u2714"],dropped:["missing","\\u2716"],undecided:["unknown","?"],absent:["absent","\\u2013"]};function Rr(e,t){let n=K.map(r=>{let{[r]:o}=e.states,[s,a]=wr[o],c=r==="during"&&e.sides.some(m=>m.states[r]===o&&!m.isSteady),u=o==="undecided"&&c?t.words.changing:t.words[o];return S("td",`state ${s}`,`${a} ${u}`)});return S("tr","",S("td","",Er(e)),...n,S("td","",...e.sides.flatMap(r=>Or(r,e.sides.length>1,t))))}var kr={whole:void 0,ranges:[],isSensitive:!1,isTrafficSensitive:!1};function Er({sides:e}){let[t]=e;return en(dn(t.packets,kr)).map(({what:n,peers:r})=>at(n)+(e.length>1?"":` ${at(r)}`)).filter((n,r,o)=>o.indexOf(n)===r).join("; ")}function Or(e,t,n){let r=e.direction==="egress"?"out of":"into",o=b(n.parties[e.party],"an index of the parties").label,s=t?[S("p","quiet",`${r} ${o}`)]:[];if(e.rules.length===0){let c=K.every(u=>e.states[u]!=="allowed");return[...s,S("p","quiet",c?"no rule lets it through":"no single rule")]}let a=e.rules.map(({rule:c,times:u})=>{let m=u.length===K.length?"":` (${u.map(y=>gn[K.indexOf(y)]).join(", ")})`;return S("li","",`${b(n.rules[c],"an index of the rules").words}${m}`)});return[...s,S("ul","rules",...a)]}vr();})();';

// src/format/html/html.ts
function renderHtml(report, { judged = [], budget = UNBOUNDED }) {
  const found = blocksOf(report);
  const paths = affordable(budget, "report", () => pathsOf(judged)) ?? [];
  const { mark, word } = verdictMark(report);
  const title = plain5(`${mark} ${word} · ${report.plans.map(({ label, path }) => label ?? path).join(", ")}`);
  const page = markup`<!doctype html>${NEW_LINE}
    <html lang="en"><head><meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="${unescaped(POLICY)}"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="referrer" content="no-referrer"/><meta name="color-scheme" content="light dark"/>
    <title>${title}</title><style>${unescaped(STYLE)}</style></head>${NEW_LINE}
    <body><a class="skip" href="#main">Skip to what was found</a>${headPart(report, found)}
    <main id="main">${clusterSections(report, found, paths)}${notesSection(report, found)}</main>
    ${dataPart(paths, report)}</body></html>${NEW_LINE}`;
  return markupText(page);
}
var POLICY = [
  "default-src 'none'",
  `style-src '${policyHash(STYLE)}'`,
  `script-src '${policyHash(SCRIPT)}'`,
  "base-uri 'none'",
  "form-action 'none'"
].join("; ");
function policyHash(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
var HEADLINE_LIMIT = 6;
function headPart(report, { blocks }) {
  const { mark, word } = verdictMark(report);
  const kind = { "✔": "good", "▲": "warning", "✖": "critical" }[mark];
  const shown = blocks.slice(0, HEADLINE_LIMIT);
  const left = blocks.length - shown.length;
  return markup`<header class="verdict ${kind}"><div class="inner">
    <h1><span class="mark" aria-hidden="true">${mark}</span> ${word} 
    <span class="counts">${verdictOf(report, blocks)}</span></h1><p class="read">${plansLine(report)}</p>${shown.length === 0 ? NOTHING : markup`<ol class="headlines">${shown.map(headline)}${left > 0 ? markup`<li class="quiet">and ${left} more below</li>` : NOTHING}</ol>`}</div></header>`;
}
function headline(block) {
  const { severity, title, causes } = block;
  const place = causes.find((cause) => cause.place !== void 0)?.place;
  const where = place === void 0 ? NOTHING : markup` <code class="place">${place.file}:${place.line}</code>`;
  return markup`<li><span class="sign ${severity}" aria-hidden="true">${MARKS2[severity]}</span> <a href="#${blockAnchor(block)}">${proseHtml(title)}</a>${where}</li>`;
}
function clusterSections(report, { blocks }, paths) {
  const keyOf = ({ plan, cluster }) => JSON.stringify([plan, cluster ?? null]);
  const byCluster = groupBy6(blocks, keyOf);
  const drawn = new Map(paths.map((one, index) => [keyOf(one), { paths: one, index }]));
  const shown = report.clusters.map(({ plan, name }) => ({ plan, cluster: name }));
  const isShown = new Set(shown.map(keyOf));
  const found = blocks.filter(({ cluster }) => cluster !== void 0);
  const elsewhere = new Set(
    found.filter((block) => !isShown.has(keyOf(block))).map(({ cluster }) => cluster)
  );
  const told = [...shown.filter((one) => byCluster.has(keyOf(one)) || !elsewhere.has(one.cluster)), ...found];
  const keys = new Map(told.map((one) => [keyOf(one), one]));
  const rest = blocks.filter(({ cluster }) => cluster === void 0);
  return markup`${[...keys].map(
    ([key, { plan, cluster = "" }], index) => clusterSection({ report, plan, cluster, index, blocks: byCluster.get(key) ?? [], drawn: drawn.get(key) })
  )}${rest.length === 0 ? NOTHING : markup`<section><h2>Of no one cluster</h2>${rest.map((block) => blockArticle(block, report))}</section>`}`;
}
function dataPart(paths, report) {
  if (paths.length === 0) return NOTHING;
  const data = JSON.stringify(paths.map((one) => pagePaths(one, report))).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
  return markup`<script type="application/json" id="paths">${unescaped(data)}</script>${NEW_LINE}
    <!-- The script holds code of ipaddr.js: MIT licence, Copyright (C) 2011-2017 whitequark -->
    <script>${unescaped(SCRIPT)}</script>`;
}
export {
  renderHtml
};
