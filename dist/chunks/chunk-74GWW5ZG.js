// src/mend/writing/makers.ts
import { groupBy, memo, memoOfObject } from "../core.js";
import { must } from "../core.js";
import { moduleText, parseAddress } from "../core.js";
var MANY = 8;
function blocksToRead({ subjects, world }) {
  const groups = new Set(subjects.flatMap((subject) => subject.groups.map(({ key }) => key)));
  const isOwn = ({ after }) => after?.group.kind === "group" && groups.has(after.group.key);
  return [...rulesByBlock(world.plan)].map(([block, rules]) => ({ block, own: [...rules.values()].filter(isOwn) })).sort((a, b) => b.own.length - a.own.length).slice(0, MANY).flatMap(({ block, own: [rule] }) => {
    const instance = rule && parseAddress(rule.address);
    return instance === void 0 ? [] : [{ block, instance }];
  });
}
function makersOfGroups(world, makers) {
  const byBlock = rulesByBlock(world.plan);
  const calls = groupBy(byBlock.keys(), withoutModules);
  const isShared = ({ entries }, block) => entries.modules.length > 0 && (calls.get(withoutModules(block)) ?? []).length > 1;
  return memo((key) => {
    if (makers.size === 0) return [];
    const own = world.rulesOf(key).filter(({ after, address }) => after !== void 0 && !world.isElsewhere(address));
    const blocks = groupBy(own, ({ address }) => blockBehind(parseAddress(address)) ?? "");
    const repeated = [...blocks].filter(([block]) => byBlock.has(block)).sort(([, a], [, b]) => b.length - a.length);
    if (2 * repeated.reduce((sum, [, rules]) => sum + rules.length, 0) < own.length) return [];
    return repeated.flatMap(([block]) => {
      const rules = must(byBlock.get(block), "it was looked for");
      const maker = makers.get(block);
      const keys = new Set(maker?.entries.items.map((item) => item.key));
      const isSame = keys.size === rules.size && [...rules.keys()].every((one) => keys.has(one));
      return maker !== void 0 && isSame && !isShared(maker, block) ? [{ ...maker, block, rules }] : [];
    });
  });
}
var rulesByBlock = memoOfObject(({ rules }) => {
  const found = /* @__PURE__ */ new Map();
  for (const rule of rules) {
    if (rule.after === void 0 || rule.isDeposed || !rule.address.endsWith('"]')) continue;
    const address = parseAddress(rule.address);
    const block = blockBehind(address);
    if (block === void 0 || typeof address?.key !== "string") continue;
    const own = found.get(block) ?? /* @__PURE__ */ new Map();
    own.set(address.key, rule);
    found.set(block, own);
  }
  return found;
});
function withoutModules(block) {
  return parseAddress(block)?.block ?? block;
}
function blockBehind(address) {
  return address && `${moduleText(address.modules)}${address.block}`;
}

export {
  blocksToRead,
  makersOfGroups
};
