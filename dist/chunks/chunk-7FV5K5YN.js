// src/github/api/payload.ts
function fieldOf(value, name) {
  if (typeof value !== "object" || value === null) return void 0;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
function at(payload, ...path) {
  return path.reduce(fieldOf, payload);
}
function textAt(payload, ...path) {
  const value = at(payload, ...path);
  return typeof value === "string" && value !== "" ? value : void 0;
}
function numberAt(payload, ...path) {
  const value = at(payload, ...path);
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : void 0;
}
function shaAt(payload, ...path) {
  const value = textAt(payload, ...path);
  return value !== void 0 && isSha(value) ? value : void 0;
}
function isSha(text) {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) && !/^0+$/.test(text);
}

// src/github/api/failure.ts
function failureOf(error) {
  const status = at(error, "status");
  const number = typeof status === "number" ? status : 0;
  const text = wordsOf(error);
  return {
    kind: kindOf(number, text, error),
    status: number,
    text,
    requestId: textAt(error, "response", "headers", "x-github-request-id")
  };
}
function wordsOf(error) {
  const errors = at(error, "response", "data", "errors");
  const details = Array.isArray(errors) ? errors.map((item) => typeof item === "string" ? item : textAt(item, "message") ?? "") : [];
  const message = textAt(error, "response", "data", "message") ?? textAt(error, "message") ?? "no answer";
  return [message, ...details].filter((text) => text !== "").join("; ");
}
function kindOf(status, text, error) {
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

export {
  at,
  textAt,
  numberAt,
  shaAt,
  isSha,
  failureOf
};
