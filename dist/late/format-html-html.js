import {
  modelWords
} from "../chunks/chunk-WPHCLYTW.js";
import {
  endWords,
  explainedRuleWords,
  stateName
} from "../chunks/chunk-UDUHDTRI.js";
import {
  escapeHtml,
  verdictSentence
} from "../chunks/chunk-J44IHLJW.js";
import {
  rowStates
} from "../chunks/chunk-BPHTC5HE.js";
import {
  hclText
} from "../chunks/chunk-R2SAQLJI.js";
import {
  explainedParty,
  explainedRule,
  lotsOf,
  namedRule,
  partyOf,
  pathSides,
  rulesKey,
  subjectName
} from "../chunks/chunk-DI2OEGHN.js";
import {
  TIMES
} from "../chunks/chunk-JWOSOKBN.js";
import "../chunks/chunk-GZMD2HBW.js";
import "../chunks/chunk-SEWDMQ6Q.js";

// src/format/html/html.ts
import { createHash } from "node:crypto";
import { affordable, UNBOUNDED } from "../core.js";

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
import { planWords } from "../core.js";
import { sectionsOf, tellingOf } from "../core.js";
import { andMore as andMore2, firstFew as firstFew2, MARKS as MARKS2 } from "../core.js";
import { plain as plain5 } from "../core.js";

// src/format/html/cluster.ts
import { onlyOne } from "../core.js";
import { planName } from "../core.js";
import { cidrTexts, hostTexts } from "../core.js";
import { rangeName } from "../core.js";
import { networkName } from "../core.js";
import { must as must4 } from "../core.js";

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
import { groupBy as groupBy4 } from "../core.js";
import { checkLink, rowLink } from "../core.js";
import { fixCommand, subjectParts, wholePlanWords } from "../core.js";
import { kindParts, rowHeads, TITLES } from "../core.js";
import {
  fixProof,
  fixTitle,
  moduleWords,
  stageCommand,
  whyNoFixWords
} from "../core.js";
import { actionsPhrase, capitalised as capitalised2, shortFingerprint } from "../core.js";
import { placeNotes, unplacedSentences } from "../core.js";
import { remedyLabel } from "../core.js";
import { andMore, firstFew, MARKS, pageParts } from "../core.js";
var CAUSE_LIMIT = 8;
function blockAnchor({ findings: [first] }) {
  return `f-${first.fingerprint}`;
}
function severityBadge({ severity }) {
  return markup`<span class="badge ${severity}"><span aria-hidden="true">${MARKS[severity]}</span> ${severity}</span>`;
}
function blockArticle(block, report) {
  const { title, example, sentences } = block;
  const anchor = blockAnchor(block);
  return markup`<article class="finding ${block.severity}" id="${anchor}" aria-labelledby="${anchor}-t">
    <h4 id="${anchor}-t">${severityBadge(block)} ${proseHtml(title)}</h4>
    ${kindLine(block, report)}${causesHtml(block)}${packetsTable(block)}
    ${sentences.map((text) => markup`<p>${proseHtml(text)}</p>`)}${example === void 0 ? NOTHING : markup`<p class="example">For example <code>${example}</code></p>`}<p class="remedy"><b>${capitalised2(remedyLabel(block))}</b> ${proseHtml(block.remedyBelow)}</p>
    ${fixesHtml(block, report)}${pagePart(block)}</article>${NEW_LINE}`;
}
function kindLine(block, report) {
  const { checks, findings } = block;
  const parts = [
    ...checks.map((check) => markup`<a href="${checkLink(check)}" rel="noreferrer">${check.id}</a>`),
    ...[...kindParts(block), ...wholePlanWords(block, report, String), ...subjectParts(block, String)].map(
      (part) => markup`${part}`
    ),
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
  return markup`${listHtml(shown.map(causeItem), "causes")}${left === 0 ? NOTHING : folded(andMore(left).join(""), listHtml(rest.map(causeItem), "causes"))}${unplacedSentences(causes).map((text) => markup`<p class="quiet">${proseHtml(text)}</p>`)}`;
}
function causeItem(cause) {
  const { place, address, actions } = cause;
  const where = place === void 0 ? NOTHING : markup`<code class="place">${place.file}:${place.line}</code> `;
  const notes = [actionsPhrase(actions), ...placeNotes(cause)];
  return markup`${where}<code>${address}</code> <span class="quiet">${dottedHtml(notes.map(proseHtml))}</span>`;
}
function packetsTable(block) {
  const { rows } = block;
  if (rows.every(({ packets }) => packets === void 0)) return NOTHING;
  const lines = [...groupBy4(rows, ({ row }) => row.id).values()].flatMap(
    (same) => same.map((row, i) => rowLine(row, i === 0))
  );
  return tableHtml("Rows of the finding", rowHeads(block), lines);
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
  const { fixes } = block;
  if (fixes === void 0) return NOTHING;
  const all = fixes.all();
  const why = fixes.whyNone();
  return folded(
    all.length === 0 ? TITLES.noFix : TITLES.fixes,
    markup`${why === void 0 ? NOTHING : markup`<p>${proseHtml(whyNoFixWords(why))}</p>`}${all.length === 0 ? NOTHING : markup`<ol class="fixes">${all.map((fix) => markup`<li>${fixHtml(fix)}</li>`)}</ol>
          <p class="quiet">As a patch: <code>${fixCommand(block, report)}</code></p>`}`
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
  return purposes.length === 0 ? link : folded(TITLES.purposes, markup`${listHtml(purposes.map(proseHtml), "purposes")}${link}`);
}

// src/format/html/matrix.ts
import { groupBy as groupBy5 } from "../core.js";
import { timesOf } from "../core.js";
import { capitalised as capitalised3, count, ROLE_NAMES } from "../core.js";
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
    resolved: report.resolved.filter((mended) => mended.plan === plan && mended.cluster === cluster)
  });
}
function matrixOf(states, paths, { cloud }) {
  const times = timesOf({ cloud });
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
    `${all}${count(held.length, "row")} ${held.length === 1 ? "holds" : "hold"}${times.length > 1 ? " before, while applying and after" : ""}`,
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
import { publicAddresses } from "../core.js";
import { plain as plain3 } from "../core.js";
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
    parties: paths.parties.map(({ name, end }) => ({ name: plain3(name), label: plain3(endWords(end)) })),
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
    words: plain3(explainedRuleWords({ ...rule, place }), RULE_LENGTH),
    address: address === void 0 ? null : plain3(address),
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
    {
      name: "internet",
      label: plain3(internet),
      family: "IPv4",
      peers: pagePeers(publicAddresses("IPv4"), "IPv4")
    },
    ...ranges.filter(({ peers }) => peers.v4.length > 0 && peers.tokens.length === 0).map(({ name, peers }) => ({
      ...{ name, label: plain3(rangeName2(name)), family: "IPv4" },
      peers: pagePeers(peers, "IPv4")
    }))
  ];
}
var WORDS = {
  allowed: plain3(stateName("allowed", false)),
  dropped: plain3(stateName("dropped", false)),
  undecided: plain3(stateName("undecided", false)),
  changing: plain3(stateName("undecided", true)),
  absent: plain3(stateName("absent", false))
};

// src/format/html/notes.ts
import { clusterWords, recordCommand } from "../core.js";
import {
  partialSentence,
  inputParts,
  planParts
} from "../core.js";
import { TITLES as TITLES2, waivedTitle } from "../core.js";
import { allBelievedGroups } from "../core.js";
import { capitalised as capitalised4 } from "../core.js";
import { asSentence } from "../core.js";
import { waivedTerms } from "../core.js";
import { plain as plain4 } from "../core.js";
function plansLines(report) {
  const { plans, cloud } = report;
  const shown = (part) => plain4(part);
  const lines = cloud === void 0 ? plans.map((plan) => planParts(plan, shown)) : [inputParts(report, shown)];
  const partial = partialSentence(report, shown);
  return markup`${lines.map((parts) => markup`<p class="read">${parts.join(" · ")}</p>`)}${partial === void 0 ? NOTHING : markup`<p class="read">▲ ${proseHtml(partial)}</p>`}`;
}
function notesSection({ report, asides, rests, waived, accept }) {
  const told = asides.filter(({ label }) => label !== "believed");
  const items = told.flatMap(
    ({ label, all: own }) => own.map(
      (aside) => markup`<b>${capitalised4(label)}</b>${whereHtml(aside, report)}: ${asideText(aside, report)}`
    )
  );
  const believed = allBelievedGroups(report).map(
    (group) => markup`<b>${clusterWords(group, report, String)}</b> ${proseHtml(group.text)}`
  );
  const sentences = [rests.holds, rests.page, rests.assumed, accept].flatMap((text) => text ?? []);
  return markup`<section class="notes" aria-labelledby="notes"><h2 id="notes">What else there is to know</h2>${listHtml(items, "notes")}
    ${sentences.map((text) => markup`<p>${proseHtml(text)}</p>`)}${folded(
    TITLES2.believed,
    listHtml(believed, "believed")
  )}${folded(
    waivedTitle(waived),
    listHtml(
      waived.map((one) => waivedItem(one, report)),
      "waived"
    )
  )}</section>`;
}
function whereHtml(of, report) {
  const words = clusterWords(of, report, String);
  return words === void 0 ? NOTHING : markup` in <code>${words}</code>`;
}
function asideText({ text, entry }, report) {
  const said = proseHtml(asSentence(text));
  if (entry === void 0) return said;
  return markup`${said} Add to <code>cce-plan-guard.yml</code>, or run 
    <code>${recordCommand(report)}</code>:${linesHtml(entry.lines.join("\n"))}`;
}
function waivedItem({ finding, packets }, report) {
  const { row, check } = finding;
  const terms = waivedTerms(finding, plain4, plain4);
  return markup`${row === void 0 ? markup`${check.id}` : rowLinkHtml(row.id)}${whereHtml(finding, report)}${packets === void 0 ? NOTHING : markup`, ${packets}`}: ${terms}`;
}

// src/format/html/page-texts.ts
var STYLE = ':root{color-scheme:light dark;--paper: #f6f7f9;--sheet: #ffffff;--ink: #1b2128;--quiet: #56616d;--rule: #dde2e8;--faint: #eef1f4;--link: #0b57b0;--critical: #b3261e;--critical-soft: #fdf0ee;--warning: #8a4b00;--warning-soft: #fdf4e3;--notice: #1f5fae;--notice-soft: #edf4fd;--good: #1a6b3c;--open: #6a35b0;--open-soft: #f4eefc;--mono: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace}@media(prefers-color-scheme:dark){:root{--paper: #0e1216;--sheet: #161b21;--ink: #e4e9ee;--quiet: #9ba7b3;--rule: #2a323b;--faint: #1d242b;--link: #83b7f5;--critical: #ff8d83;--critical-soft: #331a18;--warning: #f0b45a;--warning-soft: #2d2210;--notice: #86b6f2;--notice-soft: #14243a;--good: #6ccb93;--open: #c5a3f7;--open-soft: #271b3a}}*,*:before,*:after{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,Segoe UI,Roboto,Helvetica Neue,Noto Sans,Liberation Sans,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}main,.inner{max-width:1080px;margin:0 auto;padding:0 24px}main{padding-bottom:64px}h1,h2,h3,h4,p,ul,ol,dl,figure{margin:0}h1{font-size:26px;line-height:1.25;font-weight:650;letter-spacing:-.01em}h2{font-size:21px;line-height:1.3;font-weight:650;margin:40px 0 12px;letter-spacing:-.005em}h2 small{font-size:14px;font-weight:400;color:var(--quiet);margin-left:8px}h3{font-size:13px;font-weight:650;color:var(--quiet);margin:28px 0 10px;padding-bottom:6px;border-bottom:1px solid var(--rule)}h4{font-size:16px;font-weight:600;line-height:1.4}a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:2px}:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}code,pre{font-family:var(--mono);font-size:.87em}pre{margin:8px 0;padding:10px 12px;background:var(--faint);border:1px solid var(--rule);border-radius:6px;overflow-x:auto;overflow-wrap:normal;line-height:1.5}.quiet{color:var(--quiet);font-weight:400}.skip{position:absolute;left:-999px}.skip:focus{left:12px;top:12px;padding:6px 12px;background:var(--sheet);z-index:1}.verdict{background:var(--sheet);border-bottom:1px solid var(--rule);border-top:4px solid var(--tone);padding:26px 0 22px}.verdict.critical{--tone: var(--critical)}.verdict.warning{--tone: var(--warning)}.verdict.good{--tone: var(--good)}.verdict .mark,.verdict h1{color:var(--tone)}.counts{color:var(--ink);font-weight:400;font-size:19px;margin-top:2px}.read{color:var(--quiet);margin-top:4px}.headlines{list-style:none;padding:0;margin-top:16px;display:grid;gap:4px}.headlines li{padding-left:24px;text-indent:-24px}.headlines li>*{text-indent:0}.headlines .sign{display:inline-block;width:20px}.place{color:var(--quiet);overflow-wrap:anywhere}.sign.critical,.badge.critical{color:var(--critical)}.sign.warning,.badge.warning{color:var(--warning)}.sign.notice,.badge.notice{color:var(--notice)}.badge{display:inline-block;font-size:12px;font-weight:650;line-height:1;padding:4px 8px;border-radius:4px;border:1px solid currentColor;margin-right:6px;vertical-align:2px;white-space:nowrap}.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:8px 24px}.facts dt{font-size:12px;color:var(--quiet)}.facts dd{margin:0}.facts dd .quiet{display:block;font-size:12px}.finding,.drawing,.ask{background:var(--sheet);border:1px solid var(--rule);border-radius:8px}.finding{border-left:4px solid var(--tone);padding:16px 20px;margin-bottom:12px;content-visibility:auto;contain-intrinsic-size:auto 260px;scroll-margin-top:12px}.finding.critical{--tone: var(--critical)}.finding.warning{--tone: var(--warning)}.finding.notice{--tone: var(--notice)}.finding>*+*{margin-top:8px}.kind{font-size:13px;color:var(--quiet)}.causes{list-style:none;padding:0}.causes .place{color:var(--ink);font-weight:600;margin-right:6px}.example code{background:var(--faint);padding:2px 5px;border-radius:4px}.remedy b{margin-right:4px}details>summary{cursor:pointer;color:var(--link);width:fit-content;padding:3px 0}details[open]>summary{margin-bottom:6px}.fixes,.purposes,.believed,.waived,.notes>ul{padding-left:22px}.fixes li+li{margin-top:12px}.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px;overflow-wrap:normal}th,td{text-align:left;vertical-align:top;padding:5px 14px 5px 0;border-bottom:1px solid var(--faint)}thead th{font-size:12px;font-weight:500;color:var(--quiet);border-bottom-color:var(--rule);white-space:nowrap}tbody th{font-weight:500;white-space:nowrap}tbody tr:last-child>*{border-bottom:0}.state{white-space:nowrap;font-weight:600}.state.holds,.state.absent{color:var(--quiet);font-weight:400}.state.missing{color:var(--critical)}.state.cut,.state.part{color:var(--warning)}.state.unknown{color:var(--notice)}.state.open{color:var(--open)}.subject{background:var(--sheet);border:1px solid var(--rule);border-radius:8px;padding:14px 20px;margin-bottom:12px}.subject h4{font-size:14px;margin-bottom:6px}.subject h4 code{font-weight:400;color:var(--quiet)}.drawing{padding:8px 16px 14px}.drawing>svg{display:block;width:100%;height:auto}figcaption{font-size:14px}.end rect{fill:var(--sheet);stroke:var(--quiet);stroke-width:1.2}.end text{fill:var(--ink);font-size:13px;font-weight:550;text-anchor:middle}.end[role=button]{cursor:pointer}.end[role=button]:hover rect{fill:var(--faint)}.end[aria-pressed=true] rect{fill:var(--notice-soft);stroke:var(--link);stroke-width:2.5}.end:focus-visible{outline:none}.end:focus-visible rect{stroke:var(--link);stroke-width:3}.line{fill:none;stroke-width:1.2}.line.holds{stroke:color-mix(in srgb,var(--quiet) 55%,transparent)}marker.holds path{fill:color-mix(in srgb,var(--quiet) 70%,var(--sheet))}.line.missing{stroke:var(--critical);stroke-width:2.4;stroke-dasharray:9 5}marker.missing path{fill:var(--critical)}.line.cut{stroke:var(--warning);stroke-width:2;stroke-dasharray:2 5;stroke-linecap:round}marker.cut path{fill:var(--warning)}.line.unknown{stroke:var(--notice);stroke-width:2;stroke-dasharray:10 4 2 4}marker.unknown path{fill:var(--notice)}.line.open{stroke:var(--open);stroke-width:3.4}marker.open path{fill:var(--open)}.label rect{fill:var(--sheet);stroke:currentColor;stroke-width:1.2}.label text{fill:currentColor;font-size:12px;font-weight:600;text-anchor:middle}.label.missing,.legend .missing{color:var(--critical)}.label.cut,.legend .cut{color:var(--warning)}.label.unknown,.legend .unknown{color:var(--notice)}.label.open,.legend .open{color:var(--open)}.label.missing rect{fill:var(--critical-soft)}.label.cut rect{fill:var(--warning-soft)}.label.unknown rect{fill:var(--notice-soft)}.label.open rect{fill:var(--open-soft)}.legend{list-style:none;padding:8px 0 4px;display:flex;flex-wrap:wrap;gap:4px 24px;color:var(--quiet)}.legend svg{width:34px;height:8px;margin-right:8px;vertical-align:2px}.ask{padding:14px 20px;margin-top:12px}.fields{display:flex;flex-wrap:wrap;gap:10px;align-items:end;margin-top:8px}.fields label{font-size:12px;color:var(--quiet);flex:1 1 180px}input,button{font:inherit;font-size:14px;border-radius:6px;padding:6px 10px;border:1px solid var(--quiet)}input{display:block;width:100%;margin-top:2px;background:var(--sheet);color:var(--ink);font-family:var(--mono);font-size:13px}button{background:var(--link);border-color:var(--link);color:var(--sheet);font-weight:600;cursor:pointer}.answer>*{margin-top:10px}.asked{font-weight:600}.complaint{color:var(--critical)}.rules{padding-left:16px}.notes li+li{margin-top:4px}.notes>*+*{margin-top:8px}@media(max-width:720px){main,.inner{padding:0 14px}.drawing{overflow-x:auto}.drawing>svg{min-width:720px}.scroll>table{min-width:560px}}@media print{:root{--paper: #ffffff;--sheet: #ffffff;--ink: #000000;--quiet: #444444;--rule: #bbbbbb;--faint: #eeeeee;--link: #000000;--critical: #a01810;--critical-soft: #ffffff;--warning: #744000;--warning-soft: #ffffff;--notice: #17498a;--notice-soft: #ffffff;--good: #125030;--open: #54258f;--open-soft: #ffffff;color-scheme:light}body{font-size:10.5pt}main,.inner{max-width:none;padding:0}.ask,.skip{display:none}.finding,.subject,.drawing{break-inside:avoid;content-visibility:visible}h2,h3,h4{break-after:avoid}details::details-content{content-visibility:visible;block-size:auto}a{text-decoration:none}}';
var SCRIPT = '"use strict";(()=>{var _t=Object.create;var bn=Object.defineProperty;var jt=Object.getOwnPropertyDescriptor;var Ft=Object.getOwnPropertyNames;var Kt=Object.getPrototypeOf,Ut=Object.prototype.hasOwnProperty;var zt=(e,n)=>()=>{try{return n||e((n={exports:{}}).exports,n),n.exports}catch(t){throw n=0,t}};var Wt=(e,n,t,r)=>{if(n&&typeof n=="object"||typeof n=="function")for(let o of Ft(n))!Ut.call(e,o)&&o!==t&&bn(e,o,{get:()=>n[o],enumerable:!(r=jt(n,o))||r.enumerable});return e};var qt=(e,n,t)=>(t=e!=null?_t(Kt(e)):{},Wt(n||!e||!e.__esModule?bn(t,"default",{value:e,enumerable:!0}):t,e));var nt=zt((et,Ke)=>{(function(e){"use strict";let n="(0?\\\\d+|0x[a-f0-9]+)",t={fourOctet:new RegExp(`^${n}\\\\.${n}\\\\.${n}\\\\.${n}$`,"i"),threeOctet:new RegExp(`^${n}\\\\.${n}\\\\.${n}$`,"i"),twoOctet:new RegExp(`^${n}\\\\.${n}$`,"i"),longValue:new RegExp(`^${n}$`,"i")},r=new RegExp("^0[0-7]+$","i"),o=new RegExp("^0x[a-f0-9]+$","i"),s="%[0-9a-z]{1,}",a="(?:[0-9a-f]+::?)+",u={zoneIndex:new RegExp(s,"i"),native:new RegExp(`^(::)?(${a})?([0-9a-f]+)?(::)?(${s})?$`,"i"),deprecatedTransitional:new RegExp(`^(?:::)(${n}\\\\.${n}\\\\.${n}\\\\.${n}(${s})?)$`,"i"),transitional:new RegExp(`^((?:${a})|(?:::)(?:${a})?)${n}\\\\.${n}\\\\.${n}\\\\.${n}(${s})?$`,"i")};function c(i,d){if(i.indexOf("::")!==i.lastIndexOf("::"))return null;let f=0,l=-1,p=(i.match(u.zoneIndex)||[])[0],m,S;for(p&&(p=p.substring(1),i=i.replace(/%.+$/,""));(l=i.indexOf(":",l+1))>=0;)f++;if(i.substr(0,2)==="::"&&f--,i.substr(-2,2)==="::"&&f--,f>=d)return null;for(S=d-f,m=":";S--;)m+="0:";return i=i.replace("::",m),i[0]===":"&&(i=i.slice(1)),i[i.length-1]===":"&&(i=i.slice(0,-1)),d=(function(){let Q=i.split(":"),F=[];for(let K=0;K<Q.length;K++)F.push(Q[K].length>4?NaN:parseInt(Q[K],16));return F})(),{parts:d,zoneId:p}}function h(i,d,f,l){if(i.length!==d.length)throw new Error("ipaddr: cannot match CIDR for objects with different lengths");let p=0,m;for(;l>0;){if(m=f-l,m<0&&(m=0),i[p]>>m!==d[p]>>m)return!1;l-=f,p+=1}return!0}function y(i){if(o.test(i))return parseInt(i,16);if(i[0]==="0"&&!isNaN(parseInt(i[1],10))){if(r.test(i))return parseInt(i,8);throw new Error(`ipaddr: cannot parse ${i} as octal`)}return parseInt(i,10)}function v(i,d){for(;i.length<d;)i=`0${i}`;return i}let g={};g.IPv4=(function(){function i(d){if(d.length!==4)throw new Error("ipaddr: ipv4 octet count should be 4");let f,l;for(f=0;f<d.length;f++)if(l=d[f],!(0<=l&&l<=255))throw new Error("ipaddr: ipv4 octet should fit in 8 bits");this.octets=d}return i.prototype.SpecialRanges={unspecified:[[new i([0,0,0,0]),8]],broadcast:[[new i([255,255,255,255]),32]],multicast:[[new i([224,0,0,0]),4]],linkLocal:[[new i([169,254,0,0]),16]],loopback:[[new i([127,0,0,0]),8]],carrierGradeNat:[[new i([100,64,0,0]),10]],private:[[new i([10,0,0,0]),8],[new i([172,16,0,0]),12],[new i([192,168,0,0]),16]],reserved:[[new i([192,0,0,0]),24],[new i([192,0,2,0]),24],[new i([192,88,99,0]),24],[new i([198,18,0,0]),15],[new i([198,51,100,0]),24],[new i([203,0,113,0]),24],[new i([240,0,0,0]),4]],as112:[[new i([192,175,48,0]),24],[new i([192,31,196,0]),24]],amt:[[new i([192,52,193,0]),24]]},i.prototype.kind=function(){return"ipv4"},i.prototype.match=function(d,f){let l;if(f===void 0&&(l=d,d=l[0],f=l[1]),d.kind()!=="ipv4")throw new Error("ipaddr: cannot match ipv4 address with non-ipv4 one");return h(this.octets,d.octets,8,f)},i.prototype.prefixLengthFromSubnetMask=function(){let d=0,f=!1,l={0:8,128:7,192:6,224:5,240:4,248:3,252:2,254:1,255:0},p,m,S;for(p=3;p>=0;p-=1)if(m=this.octets[p],m in l){if(S=l[m],f&&S!==0)return null;S!==8&&(f=!0),d+=S}else return null;return 32-d},i.prototype.range=function(){return g.subnetMatch(this,this.SpecialRanges)},i.prototype.toByteArray=function(){return this.octets.slice(0)},i.prototype.toIPv4MappedAddress=function(){return g.IPv6.parse(`::ffff:${this.toString()}`)},i.prototype.toNormalizedString=function(){return this.toString()},i.prototype.toString=function(){return this.octets.join(".")},i})(),g.IPv4.broadcastAddressFromCIDR=function(i){try{let d=this.parseCIDR(i),f=d[0].toByteArray(),l=this.subnetMaskFromPrefixLength(d[1]).toByteArray(),p=[],m=0;for(;m<4;)p.push(parseInt(f[m],10)|parseInt(l[m],10)^255),m++;return new this(p)}catch(d){throw new Error("ipaddr: the address does not have IPv4 CIDR format",{cause:d})}},g.IPv4.isIPv4=function(i){return this.parser(i)!==null},g.IPv4.isValid=function(i){try{return new this(this.parser(i)),!0}catch{return!1}},g.IPv4.isValidCIDR=function(i){try{return this.parseCIDR(i),!0}catch{return!1}},g.IPv4.isValidFourPartDecimal=function(i){return!!(g.IPv4.isValid(i)&&i.match(/^(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){3}$/))},g.IPv4.isValidCIDRFourPartDecimal=function(i){let d=i.match(/^(.+)\\/(\\d+)$/);return!g.IPv4.isValidCIDR(i)||!d?!1:g.IPv4.isValidFourPartDecimal(d[1])},g.IPv4.networkAddressFromCIDR=function(i){let d,f,l,p,m;try{for(d=this.parseCIDR(i),l=d[0].toByteArray(),m=this.subnetMaskFromPrefixLength(d[1]).toByteArray(),p=[],f=0;f<4;)p.push(parseInt(l[f],10)&parseInt(m[f],10)),f++;return new this(p)}catch(S){throw new Error("ipaddr: the address does not have IPv4 CIDR format",{cause:S})}},g.IPv4.parse=function(i){let d=this.parser(i);if(d===null)throw new Error("ipaddr: string is not formatted like an IPv4 Address");return new this(d)},g.IPv4.parseCIDR=function(i){let d;if(d=i.match(/^(.+)\\/(\\d+)$/)){let f=parseInt(d[2]);if(f>=0&&f<=32){let l=[this.parse(d[1]),f];return Object.defineProperty(l,"toString",{value:function(){return this.join("/")}}),l}}throw new Error("ipaddr: string is not formatted like an IPv4 CIDR range")},g.IPv4.parser=function(i){let d,f,l;if(d=i.match(t.fourOctet))return(function(){let p=d.slice(1,6),m=[];for(let S=0;S<p.length;S++)f=p[S],m.push(y(f));return m})();if(d=i.match(t.longValue)){if(l=y(d[1]),l>4294967295||l<0)throw new Error("ipaddr: address outside defined range");return(function(){let p=[],m;for(m=0;m<=24;m+=8)p.push(l>>m&255);return p})().reverse()}else return(d=i.match(t.twoOctet))?(function(){let p=d.slice(1,4),m=[];if(l=y(p[1]),l>16777215||l<0)throw new Error("ipaddr: address outside defined range");return m.push(y(p[0])),m.push(l>>16&255),m.push(l>>8&255),m.push(l&255),m})():(d=i.match(t.threeOctet))?(function(){let p=d.slice(1,5),m=[];if(l=y(p[2]),l>65535||l<0)throw new Error("ipaddr: address outside defined range");return m.push(y(p[0])),m.push(y(p[1])),m.push(l>>8&255),m.push(l&255),m})():null},g.IPv4.subnetMaskFromPrefixLength=function(i){if(i=parseInt(i),Number.isNaN(i)||i<0||i>32)throw new Error("ipaddr: invalid IPv4 prefix length");let d=[0,0,0,0],f=0,l=Math.floor(i/8);for(;f<l;)d[f]=255,f++;return l<4&&(d[l]=Math.pow(2,i%8)-1<<8-i%8),new this(d)},g.IPv6=(function(){function i(d,f){let l,p;if(d.length===16)for(this.parts=[],l=0;l<=14;l+=2)this.parts.push(d[l]<<8|d[l+1]);else if(d.length===8)this.parts=d;else throw new Error("ipaddr: ipv6 part count should be 8 or 16");for(l=0;l<this.parts.length;l++)if(p=this.parts[l],!(0<=p&&p<=65535))throw new Error("ipaddr: ipv6 part should fit in 16 bits");f&&(this.zoneId=f)}return i.prototype.SpecialRanges={unspecified:[new i([0,0,0,0,0,0,0,0]),128],linkLocal:[new i([65152,0,0,0,0,0,0,0]),10],multicast:[new i([65280,0,0,0,0,0,0,0]),8],loopback:[new i([0,0,0,0,0,0,0,1]),128],uniqueLocal:[new i([64512,0,0,0,0,0,0,0]),7],ipv4Mapped:[new i([0,0,0,0,0,65535,0,0]),96],deprecatedSiteLocal:[new i([65216,0,0,0,0,0,0,0]),10],discard:[new i([256,0,0,0,0,0,0,0]),64],rfc6145:[new i([0,0,0,0,65535,0,0,0]),96],rfc6052:[[new i([100,65435,0,0,0,0,0,0]),96],[new i([100,65435,1,0,0,0,0,0]),48]],"6to4":[new i([8194,0,0,0,0,0,0,0]),16],teredo:[new i([8193,0,0,0,0,0,0,0]),32],benchmarking:[new i([8193,2,0,0,0,0,0,0]),48],amt:[new i([8193,3,0,0,0,0,0,0]),32],as112v6:[[new i([8193,4,274,0,0,0,0,0]),48],[new i([9760,79,32768,0,0,0,0,0]),48]],deprecatedOrchid:[new i([8193,16,0,0,0,0,0,0]),28],orchid2:[new i([8193,32,0,0,0,0,0,0]),28],droneRemoteIdProtocolEntityTags:[new i([8193,48,0,0,0,0,0,0]),28],segmentRouting:[new i([24320,0,0,0,0,0,0,0]),16],reserved:[[new i([8193,0,0,0,0,0,0,0]),23],[new i([8193,3512,0,0,0,0,0,0]),32],[new i([16383,0,0,0,0,0,0,0]),20]]},i.prototype.isIPv4MappedAddress=function(){return this.range()==="ipv4Mapped"},i.prototype.kind=function(){return"ipv6"},i.prototype.match=function(d,f){let l;if(f===void 0&&(l=d,d=l[0],f=l[1]),d.kind()!=="ipv6")throw new Error("ipaddr: cannot match ipv6 address with non-ipv6 one");return h(this.parts,d.parts,16,f)},i.prototype.prefixLengthFromSubnetMask=function(){let d=0,f=!1,l={0:16,32768:15,49152:14,57344:13,61440:12,63488:11,64512:10,65024:9,65280:8,65408:7,65472:6,65504:5,65520:4,65528:3,65532:2,65534:1,65535:0},p,m;for(let S=7;S>=0;S-=1)if(p=this.parts[S],p in l){if(m=l[p],f&&m!==0)return null;m!==16&&(f=!0),d+=m}else return null;return 128-d},i.prototype.range=function(){return g.subnetMatch(this,this.SpecialRanges)},i.prototype.toByteArray=function(){let d,f=[],l=this.parts;for(let p=0;p<l.length;p++)d=l[p],f.push(d>>8),f.push(d&255);return f},i.prototype.toFixedLengthString=function(){let d=(function(){let l=[];for(let p=0;p<this.parts.length;p++)l.push(v(this.parts[p].toString(16),4));return l}).call(this).join(":"),f="";return this.zoneId&&(f=`%${this.zoneId}`),d+f},i.prototype.toIPv4Address=function(){if(!this.isIPv4MappedAddress())throw new Error("ipaddr: trying to convert a generic ipv6 address to ipv4");let d=this.parts.slice(-2),f=d[0],l=d[1];return new g.IPv4([f>>8,f&255,l>>8,l&255])},i.prototype.toNormalizedString=function(){let d=(function(){let l=[];for(let p=0;p<this.parts.length;p++)l.push(this.parts[p].toString(16));return l}).call(this).join(":"),f="";return this.zoneId&&(f=`%${this.zoneId}`),d+f},i.prototype.toRFC5952String=function(){let d=/((^|:)(0(:|$)){2,})/g,f="";this.zoneId&&(f=`%${this.zoneId}`);let l=this.toNormalizedString(),p=l.slice(0,l.length-f.length),m=0,S=-1,Q=-1,F;for(;F=d.exec(p);){let K=(F[0].match(/0/g)||[]).length;K>Q&&(Q=K,m=F.index,S=F[0].length)}return S<0?p+f:`${p.substring(0,m)}::${p.substring(m+S)}${f}`},i.prototype.toString=function(){return this.toRFC5952String()},i})(),g.IPv6.broadcastAddressFromCIDR=function(i){try{let d=this.parseCIDR(i),f=d[0].toByteArray(),l=this.subnetMaskFromPrefixLength(d[1]).toByteArray(),p=[],m=0;for(;m<16;)p.push(parseInt(f[m],10)|parseInt(l[m],10)^255),m++;return new this(p)}catch(d){throw new Error("ipaddr: the address does not have IPv6 CIDR format",{cause:d})}},g.IPv6.isIPv6=function(i){return this.parser(i)!==null},g.IPv6.isValid=function(i){if(typeof i=="string"&&i.indexOf(":")===-1)return!1;try{let d=this.parser(i);return new this(d.parts,d.zoneId),!0}catch{return!1}},g.IPv6.isValidCIDR=function(i){if(typeof i=="string"&&i.indexOf(":")===-1)return!1;try{return this.parseCIDR(i),!0}catch{return!1}},g.IPv6.networkAddressFromCIDR=function(i){let d,f,l,p,m;try{for(d=this.parseCIDR(i),l=d[0].toByteArray(),m=this.subnetMaskFromPrefixLength(d[1]).toByteArray(),p=[],f=0;f<16;)p.push(parseInt(l[f],10)&parseInt(m[f],10)),f++;return new this(p)}catch(S){throw new Error("ipaddr: the address does not have IPv6 CIDR format",{cause:S})}},g.IPv6.parse=function(i){let d=this.parser(i);if(d===null)throw new Error("ipaddr: string is not formatted like an IPv6 Address");return new this(d.parts,d.zoneId)},g.IPv6.parseCIDR=function(i){let d,f,l;if((f=i.match(/^(.+)\\/(\\d+)$/))&&(d=parseInt(f[2]),d>=0&&d<=128))return l=[this.parse(f[1]),d],Object.defineProperty(l,"toString",{value:function(){return this.join("/")}}),l;throw new Error("ipaddr: string is not formatted like an IPv6 CIDR range")},g.IPv6.parser=function(i){let d,f,l,p,m,S;if(l=i.match(u.deprecatedTransitional))return this.parser(`::ffff:${l[1]}`);if(u.native.test(i))return c(i,8);if((l=i.match(u.transitional))&&(S=l[6]||"",d=l[1],l[1].endsWith("::")||(d=d.slice(0,-1)),d=c(d+S,6),d&&d.parts)){for(m=[parseInt(l[2]),parseInt(l[3]),parseInt(l[4]),parseInt(l[5])],f=0;f<m.length;f++)if(p=m[f],!(0<=p&&p<=255))return null;return d.parts.push(m[0]<<8|m[1]),d.parts.push(m[2]<<8|m[3]),{parts:d.parts,zoneId:d.zoneId}}return null},g.IPv6.subnetMaskFromPrefixLength=function(i){if(i=parseInt(i),Number.isNaN(i)||i<0||i>128)throw new Error("ipaddr: invalid IPv6 prefix length");let d=[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0],f=0,l=Math.floor(i/8);for(;f<l;)d[f]=255,f++;return l<16&&(d[l]=Math.pow(2,i%8)-1<<8-i%8),new this(d)},g.fromByteArray=function(i){let d=i.length;if(d===4)return new g.IPv4(i);if(d===16)return new g.IPv6(i);throw new Error("ipaddr: the binary input is neither an IPv6 nor IPv4 address")},g.isValid=function(i){return g.IPv6.isValid(i)||g.IPv4.isValid(i)},g.isValidCIDR=function(i){return g.IPv6.isValidCIDR(i)||g.IPv4.isValidCIDR(i)},g.parse=function(i){if(g.IPv6.isValid(i))return g.IPv6.parse(i);if(g.IPv4.isValid(i))return g.IPv4.parse(i);throw new Error("ipaddr: the address has neither IPv6 nor IPv4 format")},g.parseCIDR=function(i){try{return g.IPv6.parseCIDR(i)}catch{try{return g.IPv4.parseCIDR(i)}catch(d){throw new Error("ipaddr: the address has neither IPv6 nor IPv4 CIDR format",{cause:d})}}},g.process=function(i){let d=this.parse(i);return d.kind()==="ipv6"&&d.isIPv4MappedAddress()?d.toIPv4Address():d},g.subnetMatch=function(i,d,f){let l,p,m,S;f==null&&(f="unicast");for(p in d)if(Object.prototype.hasOwnProperty.call(d,p)){for(m=d[p],m[0]&&!(m[0]instanceof Array)&&(m=[m]),l=0;l<m.length;l++)if(S=m[l],i.kind()===S[0].kind()&&i.match.apply(i,S))return p}return f},typeof Ke<"u"&&Ke.exports?Ke.exports=g:e.ipaddr=g})(et)});function C(e,n){let t=new Map;for(let r of e){let o=n(r),s=t.get(o);s===void 0?t.set(o,[r]):s.push(r)}return t}function qe(e,n){return e<n?-1:e>n?1:0}function Re(e){return vn(new Map,e)}function Z(e){return vn(new WeakMap,e)}function vn(e,n){return t=>{let r=e.get(t);if(r!==void 0)return r.value;let o=n(t);return e.set(t,{value:o}),o}}var He=()=>{},Ht={spend:He,hold:He,keep:He},we={budget:Ht,stage:"reading"};function O(e){we.budget.spend(e,we.stage)}function Ie(e){we.budget.hold(e,we.stage)}var Tn=10;function xn(e){return{lo:e,hi:e}}function Ge({lo:e,hi:n},t=String){return e===n?t(e):`${t(e)}-${t(n)}`}var X={next:e=>e+1,previous:e=>e-1,plus:(e,n)=>e+n,half:e=>e/2},Rn={next:e=>e+1n,previous:e=>e-1n,plus:(e,n)=>e+n,half:e=>e/2n};function wn(e,n){let t=[...n].sort((s,a)=>s.lo<a.lo?-1:s.lo>a.lo?1:0);O(Tn+t.length);let r=[],o;for(let s of t)o!==void 0&&s.lo<=e.next(o.hi)?s.hi>o.hi&&(o={lo:o.lo,hi:s.hi},r[r.length-1]=o):(o=s,r.push(o));return r}function In(e,n,t){if(n.length===0||t.length===0)return n;O(Tn+n.length+t.length);let r=[],o=0;for(let{lo:s,hi:a}of n){let u=s,c=t[o];for(;c!==void 0&&c.hi<u;)c=t[++o];for(;c!==void 0&&c.lo<=a&&u<=a&&(c.lo>u&&r.push({lo:u,hi:e.previous(c.lo)}),u=e.next(c.hi),!(c.hi>a));)c=t[++o];u<=a&&r.push({lo:u,hi:a})}return r}function kn(e,n){return e===n||e.length===n.length&&e.every((t,r)=>t.lo===n[r]?.lo&&t.hi===n[r].hi)}function N(e){return{ok:!0,value:e}}function I(e){return{ok:!1,error:e}}function b(e,n){if(e===void 0)throw new Error(`this cannot be: ${n}`);return e}var $=1,En=2,On=3,ke=30,P=0,T=1,An=1,Cn=2,Je=3,Ee=4096,Gt=1<<22,Ye=[2654435761,2246822519,668265263],Oe=class{#e=2;#n=new Int32Array(Ee).fill(1,1,2);#t=new Int32Array(Ee).fill(1,1,2);#r=new Int32Array(2*Ee);#o=new Ne(Ee);#i=0;get size(){return this.#e}zero(n){let t=this.run(n);return t===$?this.#n[n]??P:ee(t,1)===En?this.#s(1,n):P}one(n){let t=this.run(n);return t===$?this.#t[n]??P:ee(t,1)===On?this.#s(1,n):P}run(n){let t=this.#t[n]??P;return t<0?-t:$}behind(n){return this.#n[n]??P}#s(n,t){let r=this.run(t),o=k(r)-n;return o===0?this.behind(t):this.#u(this.behind(t),-Nn(r,o))}#a(n,t){if(t===P)return P;let[r,o]=[t,n];for(;o!==$;){let s=this.run(r),a=k(s)===ke,[u,c]=s===$||a?[$,r]:[s,this.behind(r)],h=Math.min(k(o),ke-k(u));r=this.#u(c,-Yt(Nn(o,h),u)),o>>>=h}return r}join(n,t){return t===P?this.#a(En,n):n===P?this.#a(On,t):n===T&&t===T?T:this.#u(n,t)}#u(n,t){let r=this.#r.length-1,o=$e(n,t,0)&r;for(;;){let a=this.#r[o]??0;if(a===0)break;if(this.#n[a]===n&&this.#t[a]===t)return a;o=o+1&r}this.#e===this.#n.length&&this.#f();let s=this.#e++;return this.#n[s]=n,this.#t[s]=t,this.#c(s),s}#c(n){let t=this.#r.length-1,r=$e(this.#n[n]??P,this.#t[n]??P,0)&t;for(;this.#r[r]!==0;)r=r+1&t;this.#r[r]=n}#f(){Ie(this.#e),this.#n=$n(this.#n),this.#t=$n(this.#t),this.#r=new Int32Array(2*this.#r.length);for(let n=2;n<this.#e;n++)this.#c(n);this.#n.length<=Gt&&(this.#o=new Ne(this.#n.length))}edge(n,t,r){let o=0,s=r,a=t;for(;s>0&&a!==T;){let u=this.run(a),c=Math.min(s,Math.max(1,k(u))),h=n==="least"?0:1;o=o*2**c+(u===$?h:ee(u,c)-2**c),a=u!==$||n==="least"?this.behind(a):this.one(a),s-=c}return n==="least"?o*2**s:(o+1)*2**s-1}union(n,t){return this.#l(An,n,t)}intersect(n,t){return this.#l(Cn,n,t)}subtract(n,t){return this.#l(Je,n,t)}#l(n,t,r){this.#i=1;let o=this.#d(n,t,r);return O(this.#i),o}#d(n,t,r){let o=Zt(n,t,r);if(o>=0)return o;let s=n!==Je&&t>r,a=s?r:t,u=s?t:r,c=this.#o.get(n,a,u);if(c>=0)return c;this.#i++;let h=this.#p(n,a,u);return this.#o.set(n,a,u,h),h}#p(n,t,r){let o=Jt(this.run(t),this.run(r));if(o>0){let u=this.#d(n,this.#s(o,t),this.#s(o,r));return this.#a(ee(this.run(t),o),u)}let s=this.#d(n,this.zero(t),this.zero(r)),a=this.#d(n,this.one(t),this.one(r));return this.join(s,a)}range(n,t,r){let o=r-1;for(;o>=0&&de(n,o)===de(t,o);)o--;let[s,a]=[T,T];for(let c=0;c<o;c++)s=de(n,c)===1?this.join(P,s):this.join(s,T),a=de(t,c)===1?this.join(T,a):this.join(a,P);let u=o<0?T:this.join(s,a);for(let c=o+1;c<r;c+=ke)u=this.#a(Qt(n,c,Math.min(c+ke,r)),u);return u}};function k(e){return 31-Math.clz32(e)}function ee(e,n){return e>>>k(e)-n}function Nn(e,n){return 1<<n|e&(1<<n)-1}function Yt(e,n){let t=k(n);return e<<t|n&(1<<t)-1}function Jt(e,n){let t=Math.min(k(e),k(n));return Math.clz32(ee(e,t)^ee(n,t))-(32-t)}function Qt(e,n,t){let r=$;for(let o=t-1;o>=n;o--)r=r<<1|de(e,o);return r}var ue=-1;function Zt(e,n,t){switch(e){case An:return n===T||t===T?T:n===P||n===t?t:t===P?n:ue;case Cn:return n===P||t===P?P:n===T||n===t?t:t===T?n:ue;case Je:return n===P||t===T||n===t?P:t===P?n:ue}}var Ne=class{#e;#n;#t;constructor(n){this.#e=n-1,this.#n=new Uint8Array(n),this.#t=new Int32Array(3*n)}get(n,t,r){let o=$e(t,r,n)&this.#e,s=3*o;return this.#n[o]===n&&this.#t[s]===t&&this.#t[s+1]===r?this.#t[s+2]??ue:ue}set(n,t,r,o){let s=$e(t,r,n)&this.#e;this.#n[s]=n,this.#t[3*s]=t,this.#t[3*s+1]=r,this.#t[3*s+2]=o}};function $e(e,n,t){let r=Math.imul(e,Ye[0])^Math.imul(n,Ye[1])^Math.imul(t,Ye[2]);return r^r>>>15}function $n(e){let n=new Int32Array(2*e.length);return n.set(e),n}function de(e,n){return b(e[n>>5],"a number has as many bits as it is asked for")>>>(n&31)&1}var L={v4:32,v6:128,token:24},Mn=2**(1+L.v4);function Xt(){return{tries:new Oe,sets:new Map,tokens:[],numbers:new Map}}var R=Xt();var V=class e{#e;key;#n;#t;#r;#o;#i;constructor(n,t){this.#e=n,this.key=t}static of(n){let t=R.sets.get(n);if(t!==void 0)return t;let r=new e(R,n);return R.sets.set(n,r),r}get root(){if(this.#e===R||this.key===P)return this.key;let n=this.#n,t=n!==void 0&&n.#e===R?n:nr(this);return this.#n=t,t.key}get v4(){let{tries:n}=this.#e,t=n.zero(n.zero(this.key));return this.#t??=ne(X,n,{trie:t,from:0,size:2**L.v4})}get v6(){let{tries:n}=this.#e,t=n.one(n.zero(this.key));return this.#r??=ne(Rn,n,{trie:t,from:0n,size:2n**BigInt(L.v6)})}get tokens(){return this.#o??=or(this.#e,this.#e.tries.one(this.key))}get span(){return this.#i??=er(this.#e.tries,this.key)}toJSON(){let{v4:n,v6:t,tokens:r}=this;return{v4:n,v6:t,tokens:r}}};function er(e,n){let t=e.zero(n),r=e.one(n)!==P,o=1+L.v4;return{lo:t===P?r?Mn:1/0:e.edge("least",t,o),hi:r?Mn:t===P?-1/0:e.edge("greatest",t,o)}}function nr({v4:e,v6:n,tokens:t}){return U(Vn(e),Bn(n),tr(t))}function U(e,n,t){let{tries:r}=R;return V.of(r.join(r.join(e,n),t))}function Vn(e){let{tries:n}=R;return le([...e].map(({lo:t,hi:r})=>n.range([t],[r],L.v4)))}function Bn(e){let{tries:n}=R;return le([...e].map(({lo:t,hi:r})=>n.range(Ln(t),Ln(r),L.v6)))}function Ln(e){return[0n,32n,64n,96n].map(n=>Number(e>>n&0xffffffffn))}function tr(e){let n=[...e].map(t=>{let{numbers:r,tokens:o}=R,s=r.get(t)??o.push(t)-1;return r.set(t,s),[s]});return le(n.map(t=>R.tries.range(t,t,L.token)))}function le(e){let n=e;for(;n.length>1;){let t=[];for(let r=0;r<n.length;r+=2)t.push(R.tries.union(n[r]??P,n[r+1]??P));n=t}return n[0]??P}function rr(e,n,t){let{from:r,size:o}=t;for(let s=k(n)-1;s>=0;s--)o=e.half(o),(n>>>s&1)===1&&(r=e.plus(r,o));return{...t,from:r,size:o}}function ne(e,n,t,r=[]){let{trie:o,from:s,size:a}=t;if(o===P)return r;if(o===T){let h=r.at(-1),y=h!==void 0&&e.next(h.hi)===s;return y&&r.pop(),r.push({lo:y?h.lo:s,hi:e.previous(e.plus(s,a))}),r}let u=n.run(o);if(u!==$)return ne(e,n,rr(e,u,{...t,trie:n.behind(o)}),r);let c=e.half(a);return ne(e,n,{trie:n.zero(o),from:s,size:c},r),ne(e,n,{trie:n.one(o),from:e.plus(s,c),size:c},r)}function or({tries:e,tokens:n},t){return ne(X,e,{trie:t,from:0,size:2**L.token}).flatMap(({lo:o,hi:s})=>n.slice(o,s+1)).sort(qe)}var ce=U(P,P,P),A=U(T,P,P),Dn=U(P,T,P),ir=U(T,T,P);function te(e){return U(Vn(e),P,P)}function Ae(e){return U(P,Bn(e),P)}function Ce(e,n){return e===n?e:V.of(R.tries.union(e.root,n.root))}function fe(e){return V.of(le([...e].map(({root:n})=>n)))}function re(e,n){return _n(e,n)?ce:e===n?e:V.of(R.tries.intersect(e.root,n.root))}function oe(e,n){return _n(e,n)?e:e===n?ce:V.of(R.tries.subtract(e.root,n.root))}function _n({span:e},{span:n}){return e.hi<n.lo||n.hi<e.lo}function Qe(e){return re(e,ir)}function w(e,n){return e===n||e.root===n.root}function B(e){return e.root===P}function Me(e,n){if(e===n)return!0;let t=n.span.lo<=e.span.lo&&e.span.hi<=n.span.hi;return B(t?oe(e,n):e)}function jn(e){return k(R.tries.run(e.root))>2?!1:w(re(e,A),A)}var Ze={icmp:1,tcp:6,udp:17,icmpv6:58},Le=[6,17,1],pe=255,ie=65535;function Ve(e){return e===6||e===17}function M(e){return e===1||e===58}function Be(e){return Ve(e)?1:0}function he(e,n){return e*256+n}function Fn(e){return`${Math.floor(e/256)}/${e%256}`}var Kn=new Map(Object.entries(Ze).map(([e,n])=>[n,e]));function me(e){return Kn.get(e)??String(e)}function De(e){return Kn.has(e)}var Un=20;function zn(e,n,t,r){let o=[],s={lo:1/0,hi:1/0,value:r.empty},a=0,u=0,c=-1/0;for(O(Un+e.length+n.length);;){let h=e[a]??s,y=n[u]??s,v=Math.max(h.lo,c),g=Math.max(y.lo,c),i=Math.min(v,g);if(i===1/0)return o;let d=v===i,f=g===i,l=Math.min(d?h.hi:v-1,f?y.hi:g-1),p=t(d?h.value:r.empty,f?y.value:r.empty);z(o,{lo:i,hi:l,value:p},r),c=l+1,h.hi<c&&a++,y.hi<c&&u++}}function Wn(e,n,t,r){let[o,s]=e.length<=n.length?[e,n]:[n,e],a=[],u=0,c=0;for(let h of o){u=sr(s,h.lo,u);for(let y=s[u];y!==void 0&&y.lo<=h.hi;y=s[++u]){c++;let v=o===e?t(h.value,y.value):t(y.value,h.value);if(z(a,{lo:Math.max(h.lo,y.lo),hi:Math.min(h.hi,y.hi),value:v},r),y.hi>h.hi)break}}return O(Un+o.length+c),a}function sr(e,n,t){let[r,o]=[t,e.length];for(;r<o;){let s=r+o>>1;(e[s]?.hi??n)<n?r=s+1:o=s}return r}function z(e,n,t){if(t.isEmpty(n.value))return;let r=e[e.length-1];r?.hi===n.lo-1&&t.same(r.value,n.value)?e[e.length-1]={lo:r.lo,hi:n.hi,value:r.value}:e.push(n)}function _e(e,n,t){return e===n||e.length===n.length&&e.every(({lo:r,hi:o,value:s},a)=>{let u=n[a];return u?.lo===r&&u.hi===o&&t(s,u.value)})}var Xe={empty:ce,isEmpty:B,same:w};var ge={empty:[],isEmpty:e=>e.length===0,same:(e,n)=>_e(e,n,w)},D={ingress:[],egress:[]},ar=[{lo:0,hi:5},{lo:6,hi:6},{lo:7,hi:16},{lo:17,hi:17},{lo:18,hi:pe}],se={lo:0,hi:pe},ye=[{lo:0,hi:ie}];function _(e,n,t,r){return dr(e,n,B(r)?[]:t.map(({lo:o,hi:s})=>({lo:o,hi:s,value:r})))}function dr(e,n,t){O(t.length);let r=[];for(let o of ar)for(let s of n){let[a,u]=[Math.max(s.lo,o.lo),Math.min(s.hi,o.hi)];a<=u&&z(r,{lo:a,hi:u,value:ur(Be(o.lo),t)},ge)}return qn(e,r)}function ur(e,n){return(n[0]?.lo??e)>=e?n:n.filter(({hi:t})=>t>=e).map(({lo:t,hi:r,value:o})=>({lo:Math.max(t,e),hi:r,value:o}))}function qn(e,n){return n.length===0?D:e==="ingress"?{ingress:n,egress:[]}:{ingress:[],egress:n}}function en(e,n,t,r=zn){let o=0,s=(u,c)=>{let h=t(u,c);return Ie(++o),h},a=(u,c)=>u.length+c.length===0?u:r(u,c,(h,y)=>r(h,y,s,Xe),ge);return{ingress:a(e.ingress,n.ingress),egress:a(e.egress,n.egress)}}function lr(e,n){return E(e)?n:E(n)||tn(e,n)?e:en(e,n,Ce)}function j(e){let n=e;for(;n.length>1;){let t=[];for(let r=0;r<n.length;r+=2)t.push(lr(n[r]??D,n[r+1]??D));n=t}return n[0]??D}function je(e,n){return E(e)||E(n)?D:tn(e,n)?e:en(e,n,re,Wn)}function Hn(e,n,{protocols:t,ports:r},o){let s=[];for(let a of e[n])for(let u of t){let[c,h]=[Math.max(a.lo,u.lo),Math.min(a.hi,u.hi)];c<=h&&z(s,{lo:c,hi:h,value:cr(a.value,r,o)},ge)}return qn(n,s)}function cr(e,n,t){let r=[];O(e.length*n.length);for(let o of e)for(let s of n){let[a,u]=[Math.max(o.lo,s.lo),Math.min(o.hi,s.hi)];a<=u&&z(r,{lo:a,hi:u,value:re(o.value,t)},Xe)}return r}function nn(e,n){return E(e)||E(n)?e:tn(e,n)?D:en(e,n,oe)}function E(e){return e.ingress.length===0&&e.egress.length===0}function tn(e,n){return _e(e.ingress,n.ingress,ge.same)&&_e(e.egress,n.egress,ge.same)}function Gn(e,n){return E(nn(e,n))}function H(e){let n=(t,r)=>r.flatMap(o=>o.value.map(s=>({direction:t,protocols:{lo:o.lo,hi:o.hi},ports:{lo:s.lo,hi:s.hi},peers:s.value})));return[...n("ingress",e.ingress),...n("egress",e.egress)]}var G=["before","during","after"];function Fe(e){return{before:e("before"),during:e("during"),after:e("after")}}function Qn(e){return Fe(n=>{let[t="absent",...r]=e.map(({[n]:o})=>o).filter(o=>o!=="absent");return r.every(o=>o===t)?t:"undecided"})}function Zn(e,n){return e.flatMap(t=>n.flatMap(r=>{let o=je(Yn(t.packets),Yn(r.packets));return E(o)?[]:[{states:Fe(a=>fr(t.states[a],r.states[a])),sides:[Jn(t,o),Jn(r,o)]}]}))}function fr(e,n){return["absent","dropped","undecided","allowed"].find(r=>r===e||r===n)??"absent"}function Yn(e){return j(H(e).map(({protocols:n,ports:t})=>_("ingress",[n],[t],A)))}function Jn(e,n){let{direction:t}=e,r=fe(H(e.packets).map(s=>s.peers)),o=H(n).map(({protocols:s,ports:a})=>Hn(e.packets,t,{protocols:[s],ports:[a]},r));return{...e,packets:j(o)}}function Xn(e,n,t,r){let o=t.filter(({isDeny:c})=>!c),s=t.filter(({isDeny:c})=>c),a=o.filter(({surely:c})=>Gn(r,c));return(()=>{switch(e){case"allowed":return a.length>0?a:o.filter(({surely:c})=>!E(c));case"dropped":return s;case"undecided":return n?[...s,...a]:t;case"absent":return[]}})().map(({rule:c})=>c)}var Y=qt(nt(),1);function Pe(e){return pr(e)??mr(e)}function pr(e){let[,...n]=hr.exec(e)??[];if(n.length===0)return;let t=Number(n.pop()??32),r=n.map(Number);if(t>32||r.some(u=>u>255))return;let o=r.reduce((u,c)=>256*u+c,0),s=2**(32-t),a=o-o%s;return{family:"IPv4",peers:te([{lo:a,hi:a+s-1}]),hasHostBits:a!==o}}var Ue="(0|[1-9]\\\\d{0,2})",hr=new RegExp(`^${Ue}\\\\.${Ue}\\\\.${Ue}\\\\.${Ue}(?:/(\\\\d{1,3}))?$`);function mr(e){let[n="",t,...r]=e.split("/");if(r.length>0||t!==void 0&&!/^\\d{1,3}$/.test(t))return;let o=yr(n);if(o===void 0)return;let{family:s,value:a}=o,u=gr[s],c=t===void 0?u:Number(t);if(c>u)return;let h=1n<<BigInt(u-c),y=a-a%h;return{family:s,peers:Pr(s,y,y+h-1n),hasHostBits:y!==a}}var gr={IPv4:32,IPv6:128};function yr(e){if(Y.default.IPv4.isValidFourPartDecimal(e))return{family:"IPv4",value:rt(e)};let n=Sr(e);if(!n.includes(":")||n.includes("%")||!Y.default.IPv6.isValid(n))return;let{parts:t}=Y.default.IPv6.parse(n);return{family:"IPv6",value:t.reduce((r,o)=>(r<<16n)+BigInt(o),0n)}}function rt(e){return Y.default.IPv4.parse(e).octets.reduce((n,t)=>(n<<8n)+BigInt(t),0n)}function Pr(e,n,t){return e==="IPv4"?te([{lo:Number(n),hi:Number(t)}]):Ae([{lo:n,hi:t}])}function ae(e){return b(Pe(e),"CIDRs of our own are well formed").peers}function J(e){return[...e.v4.map(({lo:t,hi:r})=>({lo:BigInt(t),hi:BigInt(r)})).flatMap(t=>tt(t,32,r=>rn(Number(r)))),...e.v6.flatMap(t=>tt(t,128,on))]}function tt({lo:e,hi:n},t,r){let o=[];for(let s=e;s<=n;){let a=t,u=1n;for(;a>0&&s%(2n*u)===0n&&s+2n*u-1n<=n;)a--,u*=2n;o.push(`${r(s)}/${a}`),s+=u}return o}function ot({v4:e,v6:n}){if(e.length>0&&n.length>0)return[];let[t,r]=e.length>0?[e[0],e.at(-1)]:[n[0],n.at(-1)];if(t===void 0||r===void 0)return[];let[o,s]=[BigInt(t.lo),BigInt(r.hi)],[a,u]=e.length>0?[32,c=>rn(Number(c))]:[128,on];return Array.from({length:a+1},(c,h)=>{let y=1n<<BigInt(h),v=o-o%y;return v+y>s?[`${u(v)}/${a-h}`]:[]}).flat()}function rn(e){return[24,16,8,0].map(n=>Math.floor(e/2**n)%256).join(".")}function on(e){let n=[];for(let t=112n;t>=0n;t-=16n)n.push(Number(e>>t&0xffffn));return new Y.default.IPv6(n).toRFC5952String()}function Sr(e){let n=e.lastIndexOf(":")+1,t=e.slice(n);if(!t.includes("."))return e;if(!Y.default.IPv4.isValidFourPartDecimal(t))return"";let r=rt(t);return`${e.slice(0,n)}${(r>>16n).toString(16)}:${(r&0xffffn).toString(16)}`}function sn(e){return e.hasHostBits?`has bits set below its prefix; the network is ${b(J(e.peers)[0],"a CIDR holds addresses")}`:void 0}var br=new Map([["tcp",6],["udp",17],["icmp",1]]);function it(e){if(e==="all")return se;let n=br.get(e)??(/^\\d{1,3}$/.test(e)?Number(e):void 0);return n===void 0||n>pe?void 0:{lo:n,hi:n}}function st(e,n){if(e.lo!==e.hi||!Ve(e.lo))return M(e.lo)&&e.lo===e.hi?I("has a type after the slash; ICMP is waived as a whole, like icmp from 203.0.113.0/24"):I("has ports, which only tcp and udp have; leave them out");let[,t="",r=t]=/^(\\d{1,5})(?:-(\\d{1,5}))?$/.exec(n)??[],o={lo:Number(t),hi:Number(r)};return t===""||o.lo<1||o.hi>ie?I("has no good ports; write one port or one range from 1 to 65535, like tcp/443 or tcp/30000-32767"):o.lo>o.hi?I("has ports that end before they begin; swap them"):N([o])}var at="tcp/10250, udp/53, tcp/30000-32767, icmp/8:0, tcp, all";function dt(e){let[n="",t,...r]=e.toLowerCase().split("/");if(r.length>0)return I(`must be like ${at}`);let o=n==="icmpv6"?xn(Ze.icmpv6):it(n);if(o===void 0)return I(`names no protocol; write it like ${at}`);if(t===void 0)return N({protocols:[o],ports:ye});let s=o.lo===o.hi&&M(o.lo)?vr(t):st(o,t);return s.ok?N({protocols:[o],ports:s.value}):s}var an=255;function vr(e){let[,n="",t]=/^(\\d{1,3})(?::(\\d{1,3}))?$/.exec(e)??[],[r,o]=t===void 0?[0,an]:[Number(t),Number(t)];return n===""||Number(n)>an||o>an?I("has no good type and code; write them like icmp/8:0, or icmp/3 for every code"):N([{lo:he(Number(n),r),hi:he(Number(n),o)}])}function ze(e){let n=[];for(let{direction:t,protocols:r,ports:o,peers:s}of H(e)){let a=o.lo===Tr(r)&&o.hi===ie,u=a?n.find(c=>c.ports==="all"&&c.direction===t&&w(c.peers,s)):void 0;u===void 0?n.push({direction:t,protocols:[r],ports:a?"all":o,peers:s}):u.protocols.push(r)}return n.map(t=>({...t,protocols:wn(X,t.protocols)}))}function Tr({lo:e,hi:n}){return e===n?Be(e):0}function dn(e){let n=In(X,[se],e);return n.length===0?{kind:"all"}:n.every(({lo:t,hi:r})=>t===r&&De(t))?{kind:"all-but",protocols:n.map(({lo:t})=>t)}:{kind:"list",protocols:e}}function un(e){let n=dn(e);return n.kind==="all"?"all":n.kind==="all-but"?`all but ${n.protocols.map(me).join(", ")}`:n.protocols.map(xr).join(", ")}function xr(e){return e.lo===e.hi?me(e.lo):Ge(e)}function ut({protocols:e,ports:n}){return n==="all"?"all":Ge(n,e.some(({lo:t})=>M(t))?Fn:String)}var Rr={icmp:new Map([[0,"echo reply"],[3,"destination unreachable"],[5,"redirect"],[8,"echo request"],[11,"time exceeded"],[12,"parameter problem"]]),icmpv6:new Map([[1,"destination unreachable"],[2,"packet too big"],[3,"time exceeded"],[4,"parameter problem"],[128,"echo request"],[129,"echo reply"],[133,"router solicitation"],[134,"router advertisement"],[135,"neighbor solicitation"],[136,"neighbor advertisement"]])},wr={type:3,code:4},Ir=new Set(["echo reply","echo request","packet too big"]),kr=255;function ct(e,{lo:n,hi:t}){let[r,o]=[lt(n),lt(t)],a=Rr[e===1?"icmp":"icmpv6"].get(r.type)??`type ${r.type}`;if(n===t){let{type:c,code:h}=wr;return e===1&&r.type===c&&r.code===h?"fragmentation needed":r.code===0&&Ir.has(a)?a:`${a} code ${r.code}`}let u=r.code===0&&o.code===kr;return r.type===o.type?u?a:`${a} codes ${r.code}-${o.code}`:u?`types ${r.type}-${o.type}`:`type ${r.type} code ${r.code} to type ${o.type} code ${o.code}`}function lt(e){return{type:Math.floor(e/256),code:e%256}}var ln=Symbol("characters"),be=300;function Er(e){return ft(e,be)}function ft(e,n){if(e.length<=n)return e;let t=Array.from(e.slice(0,2*n));return t.length<=n&&e.length<=2*n?e:`${t.slice(0,n-1).join("")}\\u2026`}var Or=2e3,Nr=new RegExp(`[^\\\\s\\`]{${be+1},}`,"gu");function ve(e){return e.length<=be?{[ln]:e}:{[ln]:ft(e.replaceAll(Nr,Er),Or)}}function cn(e){return e[ln]}function Te(e,n){return e.length<=n+1?e.join(", "):`${e.slice(0,n).join(", ")} and ${e.length-n} more`}function fn(e){let n=e.slice(0,-1),t=e.slice(-1).join("");return n.length===0?t:`${n.join(", ")}${e.some(r=>r.includes(" and "))?",":""} and ${t}`}var pn="(sensitive)";var pt={node:"worker node security group",control:"master node security group",eni:"elastic network interface security group"},ht={node:"worker node",control:"master",eni:"pod"};function Pt(e){return[...C(e,({direction:t,other:r})=>`${t} ${mt(r)}`).values()].map(t=>{let[{direction:r,other:o}]=t,s=Mr(o);return{direction:r,what:ve($r(vt(t.map(({traffic:a})=>a)),Br(t))),peers:ve(`${r==="ingress"?"from":"to"} ${s}`),who:ve(s),other:o,otherKey:mt(o)}})}function mt(e){return JSON.stringify([e.kind,...St(e)])}function $r(e,n){return n!==void 0&&n.length<e.length?n:e}function Ar(e){return e==="IPv4"?"the internet":"the internet over IPv6"}function St(e){switch(e.kind){case"addresses":return bt(e.peers);case"group":return[pt[e.role]];case"internet":return[Ar(e.family)];case"sensitive":return[pn]}}function bt(e){return jn(e)&&e.tokens.length===0?["0.0.0.0/0"]:[...J(e),...e.tokens]}var mn=3,Cr={vpc:{label:"VPC",alone:"the VPC"},containers:{label:"containers",alone:"the containers"},"pod-subnets":{label:"pods",alone:"the pods"},masters:{label:"masters",alone:"the masters"},api:{label:"API address",alone:"the masters\\u2019 API address"},"dns-servers":{label:"DNS servers",alone:"the DNS servers"},"load-balancers":{label:"load balancers",alone:"the load balancers"},"service-mesh":{label:"service mesh",alone:"the service mesh"},"vpc-endpoints":{label:"VPC endpoints",alone:"VPC endpoints"},"internal-services":{label:"internal services",alone:"internal services"}};function Mr(e){if(e.kind!=="addresses")return Te(St(e),mn);let{peers:n,names:t}=e;return t.length===0||n.tokens.length>0?gt(n):t.map(({name:r,peers:o})=>`${Cr[r].label} ${gt(o)}`).join(", ")}function gt(e){let n=hn(bt(Qe(e))),t=Lr(e,n.length)??n;return Te([...t,...e.tokens],mn)}function Lr(e,n){let[t]=n>2&&e.tokens.length===0?ot(e):[];if(t===void 0)return;let r=J(oe(ae(t),e));if(!(r.length>mn||r.length+1>=n))return[`${hn([t]).join("")} except ${fn(hn(r))}`]}function hn(e){return e.map(n=>n==="0.0.0.0/0"?"anywhere":n.replace(/^([\\d.]+)\\/32$|^([\\da-f:]+)\\/128$/i,"$1$2"))}var xe=4;function vt(e){let t=[...C(e,r=>r==="sensitive"?pn:un(r.protocols)).values()].map(r=>{let o=r.flatMap(a=>a==="sensitive"||a.ports==="all"?[]:[xt(a)]);return[r[0]==="sensitive"?"traffic":Tt(r[0].protocols),Te(o,xe)].filter(a=>a!=="").join(" ")});return t.length<=xe+1?t.join("; "):`${t.slice(0,xe).join("; ")} and ${t.length-xe} more`}function Tt(e){let n=dn(e);if(n.kind==="all")return"all traffic";if(n.kind==="all-but")return`all protocols but ${fn(Vr(n.protocols).map(o=>me(o).toUpperCase()))}`;let t=un(e);return e.some(({lo:o,hi:s})=>o===s&&De(o))?t.toUpperCase():`${e.length===1&&e.every(({lo:o,hi:s})=>o===s)?"protocol":"protocols"} ${t}`}function Vr(e){let n=t=>(Le.indexOf(t)+Le.length+1)%(Le.length+1);return[...e].sort((t,r)=>n(t)-n(r))}function xt({protocols:e,ports:n}){let[t]=e;return n!=="all"&&t!==void 0&&M(t.lo)?ct(t.lo,n):ut({protocols:e,ports:n})}function Br(e){let n=e.flatMap(({traffic:a})=>a==="sensitive"?[]:[a]),[t]=n;if(t===void 0||n.length<3)return;let r=n.every(({protocols:a})=>kn(a,t.protocols)),o={protocols:r?t.protocols:[se],ports:"all"},s=ze(nn(yt(o),j(n.map(yt))));if(!(s.length===0||s.length>=n.length))return r?`${Tt(t.protocols)} except ${Te(s.map(xt),xe)}`:`all traffic except ${vt(s)}`}function yt({protocols:e,ports:n}){return _("ingress",e,n==="all"?ye:[n],A)}var Vi={...ht,host:"host","dns-server":"DNS server","load-balancer":"load balancer",service:"service",internet:"internet"};var gn={"vpc-endpoint-service":"198.19.128.0/17","internal-services":"100.125.0.0/16"},Rt={"eu-ch2":"100.126.0.0/16"};function wt(e){let n=r=>{let o=new Map,s=Et(e,r).sort((a,u)=>Number(a.isData)-Number(u.isData));for(let a of s)for(let u of Dr(a))o.has(u)||o.set(u,a);return o},t={before:n("before"),after:n("after")};return(r,o)=>{let s=It(r);return s===void 0?void 0:t[o].get(s)}}function Dr({address:e,side:{id:n}}){return[`address ${e}`,...n===void 0?[]:[`id ${n}`]]}function It(e){if(e.kind!=="unknown")return e.kind==="id"?`id ${e.id}`:`address ${e.address}`}function yn(e,n){return Re(t=>C(Et(e,t),({side:r})=>n(r)))}function kt({vpc:e}){return It(e)}var ji=Z(e=>yn(e,kt)),Fi=Z(e=>yn(e,kt));var _r=Z(e=>wt(e)),jr=Z(e=>wt(e));var Ki=Z(e=>yn(e,({subnetId:n})=>n));function Et(e,n){return e.flatMap(({[n]:t,address:r,isData:o})=>t===void 0?[]:[{side:t,address:r,isData:o}])}var ns=Re(e=>Kr(ae(e===void 0?gn["internal-services"]:Rt[e]))),Fr=ae(gn["vpc-endpoint-service"]);function Kr(e){return{ranges:[e],peers:e,isSensitive:!1,isConfigured:!1,source:"the vendor\'s page"}}function Ot(e,n){let t=n.filter(r=>Me(r.peers,e));return t.length===0||!w(fe(t.map(r=>r.peers)),e)?[]:t.filter((r,o)=>!t.some((s,a)=>o!==a&&Me(r.peers,s.peers)&&(!w(r.peers,s.peers)||a<o)))}function Nt(e,n){let t=ze(e);return n.isTrafficSensitive?[...new Set(t.map(({direction:o})=>o))].map(o=>({direction:o,traffic:"sensitive",other:{kind:"sensitive"}})):t.map(({direction:r,protocols:o,ports:s,peers:a})=>({direction:r,traffic:{protocols:o,ports:s},other:Ur(a,n)}))}function Ur(e,{whole:n,ranges:t,isSensitive:r}){return n!==void 0&&w(e,n.peers)?n.other:r?{kind:"sensitive"}:{kind:"addresses",peers:e,names:Ot(e,t)}}var fs=he(8,0);function zr(e){return typeof e=="string"?e:cn(e)}var Wr=/[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Default_Ignorable_Code_Point}]/gu,qr=/\\r\\n|[\\n\\v\\f\\r\\u{85}\\u{2028}\\u{2029}]/gu,Hr=/^[ -~\\u00a1-\\u00ac\\u00ae-\\u00ff\\u2010-\\u2027\\u2190-\\u21ff\\u2713-\\u2718]*$/,Gr=/(\\p{M}{4})\\p{M}+/gu;function Pn(e,n=be){let t=zr(e),r=t.length>4*n?t.slice(0,4*n):t,o=Yr(r.replaceAll(qr,"\\u21B5").replaceAll("	"," "));if(r===t&&o.length<=n)return o;let s=Array.from(o);return r===t&&s.length<=n?o:`${s.slice(0,n-1).join("")}\\u2026`}function Yr(e){return Hr.test(e)?e:e.replaceAll(Wr,"").replaceAll(Gr,"$1")}function Sn(e,{parties:n,ranges:t}){let r=e.trim(),o=n.findIndex(({name:c,label:h})=>c===r||h===r);if(o>=0)return N({kind:"party",party:o});let s=t.find(({name:c,label:h})=>c===r||h===r);if(s!==void 0)return N({kind:"addresses",family:s.family,peers:We(s)});let a=Pe(r);if(a===void 0)return I("is no end that this page knows; write one of the list, an address or a CIDR");let u=sn(a);return u===void 0?N({kind:"addresses",family:a.family,peers:a.peers}):I(u)}function At(e,{from:n,to:t,traffic:r}){let o=[...$t("egress",n,t),...$t("ingress",t,n)].map(h=>({...h,table:b(e.tables.find(y=>Jr(y,h)),"each party has a table for each other end")})),s=o.map(({table:h})=>h.cells).find(h=>typeof h=="string");if(s!==void 0)return{kind:"untold",why:s};let[a=[],u]=o.map(h=>Qr(h,r,e)),c=u===void 0?a.map(h=>({states:h.states,sides:[h]})):Zn(a,u);return{kind:"answer",states:Qn(c.map(({states:h})=>h)),parts:c}}function $t(e,n,t){return n.kind==="party"?[{party:n.party,direction:e,other:t}]:[]}function Jr(e,{party:n,direction:t,other:r}){let o=r.kind==="party"?r.party:r.family;return e.party===n&&e.direction===t&&e.other===o}function Qr({party:e,direction:n,other:t,table:r},{protocols:o,ports:s},a){let u=_(n,o,s,t.kind==="party"?A:t.peers),h=(typeof r.cells=="string"?[]:r.cells).flatMap(([y,v,g,i,d,f])=>{let l=t.kind==="party"?te([{lo:f,hi:f}]):We({peers:b(a.peers[f],"an index of the peers"),family:t.family}),p=je(_(n,[{lo:y,hi:v}],[{lo:g,hi:i}],l),u);return E(p)?[]:[{packets:p,fate:b(a.fates[d],"an index of the fates")}]});return[...C(h,({fate:[y]})=>y.join(" ")).values()].map(y=>{let[{fate:v}]=y,[[g,i,d]]=v,f={before:g,during:i,after:d},l=j(y.map(p=>p.packets));return{direction:n,packets:l,states:Fe(p=>f[p]),party:e,isSteady:Ct(y),rules:Zr(y,l,a)}})}function Ct(e){return e.every(({fate:[,n]})=>n.every(([,,,t])=>t===1))}function Zr(e,n,t){let r=G.flatMap((o,s)=>{let a=b(e[0],"a lot has cells").fate[0][s],u=e.flatMap(({packets:h,fate:[,y]})=>y.flatMap(([v,g,i])=>g===s?[{rule:v,surely:i===1?h:D}]:[])),c=[...C(u,({rule:h})=>h)].map(([h,y])=>({rule:h,isDeny:b(t.rules[h],"an index of the rules").isDeny,surely:j(y.map(({surely:v})=>v))}));return Xn(b(a,"a state a time"),o==="during"&&!Ct(e),c,n).map(h=>({rule:h,time:o}))});return[...C(r,({rule:o})=>o)].map(([o,s])=>({rule:o,times:s.map(({time:a})=>a)}))}function We({peers:e,family:n}){let t=Array.from({length:e.length/2},(r,o)=>({lo:b(e[2*o],"two ends a range"),hi:b(e[2*o+1],"two ends a range")}));return n==="IPv4"?te(t.map(({lo:r,hi:o})=>({lo:Number(r),hi:Number(o)}))):Ae(t.map(({lo:r,hi:o})=>({lo:BigInt(r),hi:BigInt(o)})))}var Xr=80,Bt=["before","while applying","after"];function x(e,n,...t){let r=document.createElement(e);return n!==""&&(r.className=n),r.append(...t),r}function eo(e,n){let t=e.querySelector("form"),r=e.querySelector(".answer"),o=c=>{let h=t?.elements.namedItem(c);return h instanceof HTMLInputElement?h:void 0},[s,a,u]=[o("from"),o("to"),o("traffic")];if(!(t===null||r===null||s===void 0||a===void 0||u===void 0))return{paths:n,form:t,answer:r,fields:{from:s,to:a,traffic:u}}}function no(){let e=document.getElementById("paths")?.textContent??"[]",n=JSON.parse(e);if(to(n))for(let t of document.querySelectorAll("[data-paths]")){let r=n[Number(t.getAttribute("data-paths"))],o=r===void 0?void 0:eo(t,r);o!==void 0&&(o.form.hidden=!1,o.form.addEventListener("submit",s=>{s.preventDefault(),Dt(o)}),ro(t,o))}}function to(e){return Array.isArray(e)}function ro(e,n){let t=[...e.querySelectorAll("[data-end]")],r,o=a=>{for(let u of t)u.setAttribute("aria-pressed",String(a.includes(u)))},s=a=>{let u=a.getAttribute("data-end")??"";if(r===void 0){r=a,o([a]),n.fields.from.value=u,n.answer.replaceChildren(x("p","quiet",`From ${u}: choose the other end.`));return}o([r,a]),r=void 0,n.fields.to.value=u,n.fields.traffic.value="all",Dt(n)};for(let a of t)a.setAttribute("role","button"),a.setAttribute("tabindex","0"),a.addEventListener("click",()=>s(a)),a.addEventListener("keydown",u=>{!(u instanceof KeyboardEvent)||u.key!=="Enter"&&u.key!==" "||(u.preventDefault(),s(a))});o([])}function Dt({paths:e,fields:n,answer:t}){t.replaceChildren(...oo(e,n.from.value,n.to.value,n.traffic.value))}function oo(e,n,t,r){let o=g=>[x("p","complaint",g)],s=Sn(n,e);if(!s.ok)return o(`From \\u201C${n}\\u201D ${s.error}.`);let a=Sn(t,e);if(!a.ok)return o(`To \\u201C${t}\\u201D ${a.error}.`);let u=dt(r.trim());if(!u.ok)return o(`Packets \\u201C${r}\\u201D ${u.error}.`);if(s.value.kind==="addresses"&&a.value.kind==="addresses"){let g=e.parties.map(({name:i})=>i).join(", ");return o(`Neither end is in a security group; one must be ${g}.`)}let c=At(e,{from:s.value,to:a.value,traffic:u.value}),h=io(e,{from:s.value,to:a.value,packets:r});if(c.kind==="untold")return[...o(e.untold[c.why]),...h];if(c.parts.length===0)return o("One of the ends has no address and no group.");let y=c.parts.toSorted((g,i)=>Vt(i)-Vt(g)).slice(0,Xr),v=c.parts.length-y.length;return[x("p","asked",`${r} from ${Mt(n,e)} to ${Mt(t,e)}`),so(y,e),...v>0?[x("p","quiet",`and ${v} more parts`)]:[],...h]}function Mt(e,{parties:n,ranges:t}){return[...n,...t].find(({name:r})=>r===e.trim())?.label??e}function io(e,{from:n,to:t,packets:r}){let[o,s]=[Lt(n,e),Lt(t,e)];if(o===void 0||s===void 0)return[];let a=`cce-plan-guard explain PLAN --from ${o} --to ${s} --port ${r.trim()}`;return[x("p","quiet","The command tells more: ",x("code","",a))]}function Lt(e,{parties:n,ranges:t}){if(e.kind==="party"){let{name:a}=b(n[e.party],"an index of the parties");return/^[\\w./:@-]+$/.test(a)?a:`\'${a.replaceAll("\'","\'\\\\\'\'")}\'`}let r=t.find(({name:a})=>a==="internet");if(r!==void 0&&w(e.peers,We(r)))return r.name;let[o,...s]=J(e.peers);return s.length===0?o:void 0}function Vt({states:{before:e,during:n,after:t}}){return(e===t?0:2)+(e===n?0:1)}function so(e,n){let t=["packets",...Bt,"by which rules"].map(s=>{let a=x("th","",s);return a.setAttribute("scope","col"),a}),r=x("table","matrix",x("thead","",x("tr","",...t)),x("tbody","",...e.map(s=>uo(s,n)))),o=x("div","scroll",r);return o.tabIndex=0,o.setAttribute("role","group"),o.setAttribute("aria-label","Answer"),o}var ao={allowed:["holds","\\u2714"],dropped:["missing","\\u2716"],undecided:["unknown","?"],absent:["absent","\\u2013"]};function uo(e,n){let t=G.map(r=>{let{[r]:o}=e.states,[s,a]=ao[o],u=r==="during"&&e.sides.some(h=>h.states[r]===o&&!h.isSteady),c=o==="undecided"&&u?n.words.changing:n.words[o];return x("td",`state ${s}`,`${a} ${c}`)});return x("tr","",x("td","",co(e)),...t,x("td","",...e.sides.flatMap(r=>fo(r,e.sides.length>1,n))))}var lo={whole:void 0,ranges:[],isSensitive:!1,isTrafficSensitive:!1};function co({sides:e}){let[n]=e;return Pt(Nt(n.packets,lo)).map(({what:t,peers:r})=>Pn(t)+(e.length>1?"":` ${Pn(r)}`)).filter((t,r,o)=>o.indexOf(t)===r).join("; ")}function fo(e,n,t){let r=e.direction==="egress"?"out of":"into",o=b(t.parties[e.party],"an index of the parties").label,s=n?[x("p","quiet",`${r} ${o}`)]:[];if(e.rules.length===0){let u=G.every(c=>e.states[c]!=="allowed");return[...s,x("p","quiet",u?"no rule lets it through":"no single rule")]}let a=e.rules.map(({rule:u,times:c})=>{let h=c.length===G.length?"":` (${c.map(y=>Bt[G.indexOf(y)]).join(", ")})`;return x("li","",`${b(t.rules[u],"an index of the rules").words}${h}`)});return[...s,x("ul","rules",...a)]}no();})();';

// src/format/html/html.ts
function renderHtml(report, { judged = [], budget = UNBOUNDED }) {
  const telling = tellingOf(report);
  const paths = affordable(budget, "report", () => pathsOf(judged)) ?? [];
  const { mark, word } = telling.verdict;
  const title = plain5(`${mark} ${word} · ${report.plans.map(({ label, path }) => label ?? path).join(", ")}`);
  const page = markup`<!doctype html>${NEW_LINE}
    <html lang="en"><head><meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="${unescaped(POLICY)}"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="referrer" content="no-referrer"/><meta name="color-scheme" content="light dark"/>
    <title>${title}</title><style>${unescaped(STYLE)}</style></head>${NEW_LINE}
    <body><a class="skip" href="#main">Skip to what was found</a>${headPart(telling)}
    <main id="main">${clusterSections(telling, paths)}${notesSection(telling)}</main>
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
function headPart(telling) {
  const { report, blocks, verdict } = telling;
  const { mark, word, counts } = verdict;
  const kind = { "✔": "good", "▲": "warning", "✖": "critical" }[mark];
  const { shown, left } = firstFew2(blocks, HEADLINE_LIMIT);
  const rest = andMore2(left).map((more) => markup`<li class="quiet">${more} below</li>`);
  return markup`<header class="verdict ${kind}"><div class="inner">
    <h1><span class="mark" aria-hidden="true">${mark}</span> ${verdictSentence(telling, NAMED)}</h1>
    <p class="counts"><b>${word}</b> ${counts}</p>${plansLines(report)}${shown.length === 0 ? NOTHING : markup`<ol class="headlines">${shown.map((block) => headline(block, report))}${rest}</ol>`}</div></header>`;
}
var NAMED = { cluster: (name) => plain5(name), plan: (name) => plain5(name) };
function headline(block, report) {
  const { severity, title, apart, causes } = block;
  const place = causes.find((cause) => cause.place !== void 0)?.place;
  const where = place === void 0 ? NOTHING : markup` <code class="place">${place.file}:${place.line}</code>`;
  return markup`<li><span class="sign ${severity}" aria-hidden="true">${MARKS2[severity]}</span> <a href="#${blockAnchor(block)}">${proseHtml(title)}</a>${apart.map((text) => markup` <span class="quiet">${proseHtml(text)}</span>`)}${where}${planWords(block, report).map((plan) => markup` <span class="quiet">${plan}</span>`)}</li>`;
}
function clusterSections({ report, blocks }, paths) {
  const keyOf = ({ plan, cluster }) => JSON.stringify([plan, cluster ?? null]);
  const drawn = new Map(paths.map((one, index) => [keyOf(one), { paths: one, index }]));
  const sections = sectionsOf(blocks);
  const isTold = new Set(sections.map(([block]) => keyOf(block)));
  const shown = report.clusters.map(({ plan, name }) => ({ plan, cluster: name }));
  const isShown = new Set(shown.map(keyOf));
  const elsewhere = new Set(
    sections.filter(([block]) => !isShown.has(keyOf(block))).map(([{ cluster }]) => cluster)
  );
  const others = shown.filter((one) => !isTold.has(keyOf(one)) && !elsewhere.has(one.cluster));
  const parts = [
    ...sections.map((own) => ({ plan: own[0].plan, cluster: own[0].cluster, blocks: own })),
    ...others.map((one) => ({ ...one, blocks: [] }))
  ];
  return markup`${parts.map(
    ({ cluster, ...part }, index) => cluster === void 0 ? markup`<section><h2>Of no one cluster</h2>${part.blocks.map((block) => blockArticle(block, report))}</section>` : clusterSection({ ...part, report, cluster, index, drawn: drawn.get(keyOf({ ...part, cluster })) })
  )}`;
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
