import {
  CATALOG,
  parseBody
} from "./chunk-UGTM3V3T.js";
import {
  object,
  optional,
  string
} from "./chunk-ZYTIOYAB.js";
import "./chunk-SEWDMQ6Q.js";

// src/cloud/token.ts
import { err, ok } from "../core.js";
var TOKEN = object({
  project: optional(object({ id: string() })),
  catalog: optional(CATALOG, [])
});
var BODY = object({ token: TOKEN });
async function signInByToken(credentials, send) {
  const first = await tokenFrom(credentials, send);
  if (!first.ok) return first;
  const { projectId, catalog } = first.value;
  let { token } = first.value;
  const get = async (url, what) => {
    const ask = () => send({ url, what, headers: { "x-auth-token": token } });
    const answer = await ask();
    if (answer.ok) return ok(answer.value.body);
    if (answer.error.status !== 401) return answer;
    const renewed = await tokenFrom(credentials, send);
    if (!renewed.ok) return renewed;
    ({ token } = renewed.value);
    const again = await ask();
    return again.ok ? ok(again.value.body) : again;
  };
  return ok({ projectId, catalog, get });
}
async function tokenFrom({ authUrl, identity, project }, send) {
  const request = { url: new URL("auth/tokens", authUrl), what: "signing in" };
  const scope = identity.kind === "application-credential" ? {} : { scope: { project } };
  const answer = await send({
    ...request,
    headers: {},
    json: { auth: { identity: methodOf(identity), ...scope } }
  });
  if (!answer.ok) return answer;
  const body = parseBody(BODY, answer.value.body, { ...request, key: "body" });
  if (!body.ok) return body;
  const token = answer.value.headers.get("x-subject-token");
  const projectId = body.value.token.project?.id;
  if (token === null || projectId === void 0) {
    const missing = token === null ? "no token" : "a token that is of no project";
    const line = `signing in: ${authUrl.host} answered with ${missing}. Check the address, the user and the project`;
    return err({ status: void 0, line });
  }
  if (project !== void 0 && "id" in project && project.id !== projectId) {
    const line = `signing in: the credentials are for project ${projectId}, not for the one that is asked for. Leave it out, or take other credentials`;
    return err({ status: void 0, line });
  }
  return ok({ token, projectId, catalog: body.value.token.catalog });
}
function methodOf(identity) {
  switch (identity.kind) {
    case "password":
      return { methods: ["password"], password: { user: { ...identity.user, password: identity.password } } };
    case "token":
      return { methods: ["token"], token: { id: identity.token } };
    case "application-credential":
      return {
        methods: ["application_credential"],
        application_credential: { ...identity.credential, secret: identity.secret }
      };
  }
}
export {
  signInByToken
};
