// src/config/default-rules.ts
function withGone(entry, rows) {
  const { gone = [], standing = [] } = entry ?? {};
  return {
    gone: [.../* @__PURE__ */ new Set([...gone, ...rows])].sort(byRowId),
    standing: standing === "all" ? standing : standing.filter((id) => !rows.includes(id))
  };
}
function withSeen(entry, seen) {
  const { gone = [], standing = [] } = entry ?? {};
  const all = standing === "all" ? [] : [...standing, ...seen.standing];
  return {
    gone: [.../* @__PURE__ */ new Set([...gone.filter((id) => !seen.standing.includes(id)), ...seen.gone])].sort(byRowId),
    standing: standing === "all" ? standing : [...new Set(all.filter((id) => !seen.gone.includes(id)))].sort(byRowId)
  };
}
function byRowId(a, b) {
  return a.localeCompare(b, "en", { numeric: true });
}
function entryText({ gone, standing }) {
  const parts = [
    ...gone.length > 0 ? [`gone: [${gone.join(", ")}]`] : [],
    ...standing === "all" ? ["standing: all"] : [],
    ...standing !== "all" && standing.length > 0 ? [`standing: [${standing.join(", ")}]`] : []
  ];
  return `{ ${parts.join(", ")} }`;
}
function entryLines(cluster, entry) {
  return ["clusters:", `  - name: ${nameText(cluster)}`, `    ${defaultRulesText(entry)}`];
}
function defaultRulesText(entry) {
  return `default-rules: ${entryText(entry)}`;
}
var PLAIN = /^[a-z][\w-]*$/i;
var NO_TEXT = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
function nameText(name) {
  return PLAIN.test(name) && !NO_TEXT.test(name) ? name : JSON.stringify(name);
}

export {
  withGone,
  withSeen,
  entryText,
  entryLines,
  defaultRulesText,
  nameText
};
