// src/source/locals/refer.ts
async function refer(modules, sited, steps) {
  const [first, second, ...rest] = steps;
  if (first?.kind !== "name" || second?.kind !== "name") return void 0;
  switch (first.name) {
    case "local":
      return referred(await localValue(modules, sited.modules, second.name), rest);
    case "var":
      return variable(modules, sited.modules, second.name, rest);
    case "module":
      return output(modules, sited.modules, second.name, rest);
    case "each": {
      const { collection, key } = sited.each ?? {};
      if (second.name !== "value" || key === void 0) return void 0;
      return referred(collection, [{ kind: "key", key }, ...rest]);
    }
    default:
      return void 0;
  }
}
function referred(sited, path) {
  return sited === void 0 ? void 0 : { sited, path, isOpen: false };
}
function argumentOf(blocks, name) {
  const overrides = blocks.filter(({ isOverride }) => isOverride).reverse();
  for (const block of [...overrides, ...blocks]) {
    const attribute = block.attributes.get(name);
    if (attribute !== void 0) return { block, attribute };
  }
  return void 0;
}
function sitedArgument(blocks, name, modules) {
  const found = argumentOf(blocks, name);
  if (found === void 0) return void 0;
  return { file: found.block.file, expr: found.attribute.value, modules, each: void 0 };
}
async function localValue(modules, path, name) {
  return sitedArgument(await blocksIn(modules, path, "locals", []), name, path);
}
async function blocksIn(modules, path, type, labels) {
  const found = await modules.folder(path);
  return found.kind === "folder" ? found.folder.find(type, labels) : [];
}
async function variable(modules, path, name, rest) {
  const own = path.at(-1);
  if (own !== void 0) {
    const caller = path.slice(0, -1);
    const call = await modules.call(path);
    const argument = sitedArgument(call, name, caller);
    const each = { collection: sitedArgument(call, "for_each", caller), key: own.key };
    if (argument !== void 0) return referred({ ...argument, each }, rest);
  }
  const declared = sitedArgument(await blocksIn(modules, path, "variable", [name]), "default", path);
  return declared === void 0 ? void 0 : { sited: declared, path: rest, isOpen: own === void 0 };
}
async function output(modules, path, name, steps) {
  const [head, ...tail] = steps;
  const key = head?.kind === "key" ? head.key : void 0;
  const [wanted, ...rest] = key === void 0 ? steps : tail;
  if (wanted?.kind !== "name") return void 0;
  const inside = [...path, { name, key }];
  const blocks = await blocksIn(modules, inside, "output", [wanted.name]);
  return referred(sitedArgument(blocks, "value", inside), rest);
}

export {
  refer,
  argumentOf,
  sitedArgument
};
