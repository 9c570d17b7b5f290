import {
  CATALOG,
  parseBody
} from "./chunk-UGTM3V3T.js";
import {
  array,
  object,
  string
} from "./chunk-ZYTIOYAB.js";
import "./chunk-SEWDMQ6Q.js";

// src/cloud/key.ts
import { AKSKSigner } from "../vendor/cloud-signer.js";
import { onlyOne } from "../core.js";
import { err, ok } from "../core.js";
var PROJECTS = object({ projects: array(object({ id: string() })) });
var SERVICES = object({ catalog: CATALOG });
async function signInByKey({ authUrl, identity, project }, send, now) {
  const getIn = (projectId2) => async (url2, what2) => {
    const headers = signedHeaders(url2, identity, { projectId: projectId2, now });
    const answer2 = await send({ url: url2, what: what2, headers });
    return answer2.ok ? ok(answer2.value.body) : answer2;
  };
  const projectId = await projectIdOf(project, authUrl, getIn(void 0));
  if (!projectId.ok) return projectId;
  const get = getIn(projectId.value);
  const url = new URL("auth/catalog", authUrl);
  const what = "the list of services";
  const answer = await get(url, what);
  if (!answer.ok) return answer;
  const services = parseBody(SERVICES, answer.value, { url, what, key: "body" });
  return services.ok ? ok({ projectId: projectId.value, catalog: services.value.catalog, get }) : services;
}
async function projectIdOf(project, authUrl, get) {
  if (project !== void 0 && "id" in project) return ok(project.id);
  const url = new URL("projects", authUrl);
  if (project !== void 0) url.searchParams.set("name", project.name);
  const what = "the project";
  const answer = await get(url, what);
  if (!answer.ok) return answer;
  const read = parseBody(PROJECTS, answer.value, { url, what, key: "body" });
  if (!read.ok) return read;
  const only = onlyOne(read.value.projects);
  if (only !== void 0) return ok(only.id);
  const line = `${what}: ${authUrl.host} knows ${read.value.projects.length} of this name. Give its id by --project ID`;
  return err({ status: void 0, line });
}
function signedHeaders(url, key, { projectId, now }) {
  const headers = {
    "X-Sdk-Date": now.toISOString().replace(/[-:]|\.\d+/g, ""),
    ...projectId === void 0 ? {} : { "X-Project-Id": projectId },
    ...key.securityToken === void 0 ? {} : { "X-Security-Token": key.securityToken }
  };
  const request = {
    method: "GET",
    endpoint: `${url.origin}${url.pathname}`,
    queryParams: Object.fromEntries(url.searchParams),
    headers
  };
  const signed = new Map(Object.entries(AKSKSigner.sign(request, signerOf(key))));
  return { ...headers, Authorization: String(signed.get("Authorization")) };
}
function signerOf({ accessKey, secretKey }) {
  const unused = () => Promise.reject(new Error("the signer asks for keys alone"));
  return {
    getAk: () => accessKey,
    getSk: () => secretKey,
    processAuthRequest: unused,
    processAuthParams: unused
  };
}
export {
  signInByKey
};
