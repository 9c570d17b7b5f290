// src/source/locals/note-locals.ts
function noteLocals(readLocal = () => void 0) {
  const asked = /* @__PURE__ */ new Map();
  return {
    readLocal: (modules, name, path) => {
      const answer = readLocal(modules, name, path);
      if (answer === void 0) asked.set(keyOf({ modules, name }), { modules, name });
      return answer;
    },
    asked: () => [...asked.values()]
  };
}
function keyOf({ modules, name }) {
  return [...modules.map((step) => step.name), name].join(".");
}

export {
  noteLocals,
  keyOf
};
