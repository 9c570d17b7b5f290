import {
  array,
  getDotPath,
  nullish,
  object,
  safeParse,
  string
} from "./chunk-ZYTIOYAB.js";

// src/cloud/answers.ts
import { err, ok } from "../core.js";
var ENDPOINT = object({
  interface: string(),
  url: string(),
  region: nullish(string()),
  region_id: nullish(string())
});
var CATALOG = array(object({ type: string(), endpoints: array(ENDPOINT) }));
function parseBody(schema, value, { url, what, key }) {
  const read = safeParse(schema, value);
  if (read.success) return ok(read.output);
  const place = [key, ...getDotPath(read.issues[0])?.split(".") ?? []].join(".");
  const line = `${what}: ${url.host} answered in a form that is not known here, at \`${place}\`. Check the address; if it is right, report this line`;
  return err({ status: void 0, line });
}

export {
  CATALOG,
  parseBody
};
