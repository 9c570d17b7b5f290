// src/github/api/payload.ts
function fieldOf(value, name) {
  if (typeof value !== "object" || value === null) return void 0;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
function at(payload, ...path) {
  return path.reduce(fieldOf, payload);
}
function stringAt(payload, ...path) {
  const value = at(payload, ...path);
  return typeof value === "string" && value !== "" ? value : void 0;
}
function numberAt(payload, ...path) {
  const value = at(payload, ...path);
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : void 0;
}
function shaAt(payload, ...path) {
  const value = stringAt(payload, ...path);
  return value !== void 0 && isSha(value) ? value : void 0;
}
function isSha(text) {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) && !/^0+$/.test(text);
}

// src/github/api/failure.ts
function failureOf(error) {
  const status = at(error, "status");
  const number = typeof status === "number" ? status : 0;
  const text = errorText(error);
  return {
    kind: failureKind(number, text, error),
    status: number,
    text,
    requestId: stringAt(error, "response", "headers", "x-github-request-id")
  };
}
function errorText(error) {
  const errors = at(error, "response", "data", "errors");
  const details = Array.isArray(errors) ? errors.map((item) => typeof item === "string" ? item : stringAt(item, "message") ?? "") : [];
  const message = stringAt(error, "response", "data", "message") ?? stringAt(error, "message") ?? "no answer";
  return [message, ...details].filter((text) => text !== "").join("; ");
}
function failureKind(status, text, error) {
  if (isLimit(status, text, error)) return "limited";
  switch (status) {
    case 401:
      return "unauthorized";
    case 403:
      return "forbidden";
    case 404:
      return "not-found";
    case 422:
      return "refused";
    default:
      return status >= 500 ? "unreachable" : "other";
  }
}
function isLimit(status, text, error) {
  if (status === 429 || /secondary rate limit|abuse detection|submitted too quickly/i.test(text)) return true;
  return status === 403 && at(error, "response", "headers", "x-ratelimit-remaining") === "0";
}
var NEEDED = "permissions: pull-requests: write";
function adviceFor({ kind, status, requestId }, circumstances) {
  const id = requestId === void 0 ? "" : `, request ${requestId.replace(/[^\w:.-]/g, "")}`;
  const advice = adviceOf(kind, circumstances);
  const needed = advice.includes(NEEDED) ? "" : ` To post, the job needs ${NEEDED}.`;
  return `GitHub ${advice} (${status === 0 ? "no status" : status}${id}).${needed}`;
}
function adviceOf(kind, { isFork, isDependabot }) {
  switch (kind) {
    case "unauthorized":
      return `does not accept the token: it is revoked, expired or mistyped. The job needs a valid github-token with ${NEEDED}`;
    case "forbidden":
      return `does not let the token write on the pull request: ${whose(isFork, isDependabot)}`;
    case "not-found":
      return `finds no such pull request, or hides it from the token. The job needs ${NEEDED} and contents: read`;
    case "refused":
      return "refused what was to be posted";
    case "limited":
      return "limits the rate of requests for longer than is worth waiting. Run the job again later";
    case "unreachable":
      return "could not be reached, or did not answer in time. Run the job again later";
    case "other":
      return "gave an answer that was not expected";
  }
}
function whose(isFork, isDependabot) {
  if (isFork) {
    return `a run for a fork gets a token without ${NEEDED}. See the pair of workflows for forks in examples/workflows`;
  }
  if (isDependabot) return `a run by Dependabot gets a token without ${NEEDED}`;
  return `the job needs ${NEEDED}`;
}

export {
  at,
  stringAt,
  numberAt,
  shaAt,
  isSha,
  failureOf,
  adviceFor
};
