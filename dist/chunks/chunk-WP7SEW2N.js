// src/terraform/reference.ts
var NO_FORM = "its reference has an unknown form";
function refer(scope, at, steps) {
  const [first, second, ...rest] = steps;
  if (first?.kind !== "name") return scope.nowhere(at, NO_FORM);
  if (["count", "path", "terraform"].includes(first.name)) return scope.session(at);
  if (first.name === "self") return scope.nowhere(at, "it refers to itself");
  if (second?.kind !== "name") return scope.nowhere(at, NO_FORM);
  switch (first.name) {
    case "each":
      return second.name === "key" ? scope.eachKey(at) : scope.eachValue(at, rest);
    case "var":
      return scope.variable(at, second.name, rest);
    case "local":
      return scope.local(at, second.name, rest);
    case "module": {
      const [head] = rest;
      const key = head?.kind === "key" ? head.key : void 0;
      const [wanted, ...more] = key === void 0 ? rest : rest.slice(1);
      const output = wanted?.kind === "name" ? wanted.name : void 0;
      return scope.output(at, { module: second.name, key, output }, more);
    }
    case "data": {
      const [label, ...more] = rest;
      return label?.kind === "name" ? scope.resource(at, `data.${second.name}.${label.name}`, more) : scope.nowhere(at, NO_FORM);
    }
    default:
      return scope.resource(at, `${first.name}.${second.name}`, rest);
  }
}

export {
  refer
};
