import {
  array,
  check,
  custom,
  description,
  metadata,
  picklist,
  pipe,
  rawTransform,
  readonly,
  regex,
  strictObject,
  string,
  transform,
  union
} from "./chunk-ZYTIOYAB.js";

// src/config/fields.ts
import { nearest, orList, shownKey } from "../core.js";
var EMPTY = "is empty; give it a value or remove it";
var shapeOf = (input) => Array.isArray(input) ? "list" : typeof input === "object" && input !== null ? "map" : "other";
function textMessage(wanted) {
  return ({ input }) => {
    if (input === null) return EMPTY;
    if (wanted !== void 0) return wanted;
    return shapeOf(input) === "other" ? "must be text; put quotes around it" : "must be a single text";
  };
}
function plainText(wanted) {
  return string(textMessage(wanted));
}
function readAs(reader) {
  return rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = reader(dataset.value);
    if (read.ok) return read.value;
    addIssue({ message: read.error });
    return NEVER;
  });
}
function lineOfText(description2) {
  return pipe(
    plainText(),
    regex(/\S/, "is blank; write a text"),
    check((value) => !new RegExp("\\p{Cc}", "u").test(value), "must be a single line"),
    description(description2)
  );
}
function oneLine(description2) {
  return pipe(
    plainText(),
    regex(/\S/, "is blank; write a text"),
    description(description2),
    transform((value) => value.replace(/[\s\p{Cc}]+/gu, " ").trim())
  );
}
function oneOf(options, description2) {
  return pipe(
    picklist(options, ({ input }) => input === null ? EMPTY : `must be ${orList(options)}`),
    description(description2)
  );
}
function either(single, map, other) {
  return union([single, map], (issue) => `${issue.issues?.[0].message ?? "is neither"}, ${other}`);
}
function list(item) {
  return array(item, ({ input }) => {
    if (input === null) return EMPTY;
    return shapeOf(input) === "map" ? "must be a list; begin each entry with a dash" : "must be a list; put brackets around it";
  });
}
function keys(entries) {
  const known = Object.keys(entries);
  return pipe(
    custom(
      (input) => shapeOf(input) === "map",
      ({ input }) => input === null ? EMPTY : `must hold keys with values, like ${orList(known.slice(0, 3))}`
    ),
    strictObject(entries, (issue) => {
      const key = issue.path?.at(-1)?.key;
      const keyText = typeof key === "string" ? key : "";
      return isUnknownKey(issue) ? unknownKey(keyText, known) : `has no ${shownKey(keyText)}; add it`;
    })
  );
}
function unknownKey(key, known) {
  const near = nearest(key, known);
  const advice = near === void 0 ? `known here: ${known.join(", ")}` : `did you mean \`${near}\`?`;
  return `has the unknown key ${shownKey(key)}; ${advice}`;
}
function isUnknownKey({ type, expected }) {
  return type === "strict_object" && expected === "never";
}
function isMissingKey({ type, expected }) {
  return type === "strict_object" && expected !== "never";
}

// src/config/extends.ts
import { err, ok } from "../core.js";
var FORM = "a path from this file, or OWNER/NAME@COMMIT:PATH with all 40 digits of the commit";
function readExtends(text) {
  const [, repository, commit, inside] = /^([\w.-]+\/[\w.-]+)@([^:]*):(.*)$/.exec(text) ?? [];
  if (repository === void 0) {
    const isPlain = text.trim() !== "" && !/^[/\\]|^[a-z]:|[@\\\p{Cc}]/iu.test(text);
    return isPlain ? ok({ kind: "file", path: text }) : err(`must be ${FORM}`);
  }
  if (commit === void 0 || !/^[0-9a-f]{40}$/.test(commit)) {
    return err(`names no commit: write ${FORM}. A branch or a tag can be moved`);
  }
  const isInside = inside !== void 0 && /^[^/]/.test(inside) && !inside.split("/").includes("..");
  return isInside ? ok({ kind: "repository", repository, commit, path: inside }) : err(`must be ${FORM}`);
}
var extendsSchema = pipe(
  plainText(`must be ${FORM}`),
  metadata({
    description: "The configuration that this one builds on: a path from this file, or `OWNER/NAME@COMMIT:PATH` of another repository, which the Action fetches. What it says counts, unless its `may-override` names the key.",
    examples: [
      "../policy/cce-plan-guard.yml",
      "acme/policy@0123456789abcdef0123456789abcdef01234567:cce-plan-guard.yml"
    ]
  }),
  readAs(readExtends)
);
var OVERRIDABLE = [
  "fail-on",
  "default-rule-priority",
  "severity",
  "allow",
  "waivers",
  "clusters"
];
var mayOverrideSchema = pipe(
  list(oneOf(OVERRIDABLE, "A key.")),
  description(
    "For those who extend this file: keys of theirs that count before the same here. Without it what is said here counts, and of `waivers` and `allow` nothing of theirs."
  ),
  readonly()
);

export {
  plainText,
  readAs,
  lineOfText,
  oneLine,
  oneOf,
  either,
  list,
  keys,
  isUnknownKey,
  isMissingKey,
  extendsSchema,
  OVERRIDABLE,
  mayOverrideSchema
};
