// src/source/locals/refer.ts
import { refer } from "../core.js";
function referInFiles(modules, sited, steps) {
  return refer(IN_FILES, { modules, sited }, steps);
}
var nowhere = () => Promise.resolve(void 0);
var IN_FILES = {
  local: async ({ modules, sited }, name, rest) => referred(sitedArgument(await blocksIn(modules, sited.modules, "locals", []), name, sited.modules), rest),
  variable: async ({ modules, sited: { modules: path } }, name, rest) => {
    const own = path.at(-1);
    if (own !== void 0) {
      const caller = path.slice(0, -1);
      const call = await modules.call(path);
      const argument = sitedArgument(call, name, caller);
      const each = { collection: sitedArgument(call, "for_each", caller), key: own.key };
      if (argument !== void 0) return referred({ ...argument, each }, rest);
    }
    const declared = sitedArgument(await blocksIn(modules, path, "variable", [name]), "default", path);
    return declared === void 0 ? void 0 : { sited: declared, path: rest, isOpen: own === void 0, isDefault: true };
  },
  output: async ({ modules, sited }, { module, key, output }, rest) => {
    if (output === void 0) return void 0;
    const inside = [...sited.modules, { name: module, key }];
    return referred(
      sitedArgument(await blocksIn(modules, inside, "output", [output]), "value", inside),
      rest
    );
  },
  eachValue: ({ sited }, rest) => {
    const { collection, key } = sited.each ?? {};
    return Promise.resolve(
      key === void 0 ? void 0 : referred(collection, [{ kind: "key", key }, ...rest])
    );
  },
  eachKey: nowhere,
  resource: nowhere,
  session: nowhere,
  nowhere
};
function referred(sited, path) {
  return sited === void 0 ? void 0 : { sited, path, isOpen: false, isDefault: false };
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
async function blocksIn(modules, path, type, labels) {
  const found = await modules.folder(path);
  return found.kind === "folder" ? found.folder.find(type, labels) : [];
}

export {
  referInFiles,
  argumentOf,
  sitedArgument
};
