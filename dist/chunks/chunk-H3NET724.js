import {
  NO_CONFIGURATION
} from "./chunk-CRBWAC3T.js";
import {
  isThere,
  readBytes
} from "./chunk-J2FLKC3M.js";
import {
  err,
  ok
} from "./chunk-CAOBLGU6.js";

// src/edge/configuration-file.ts
var CONFIGURATION_PLACES = ["cce-plan-guard.yml", ".github/cce-plan-guard.yml"];
async function openConfigurationFile(named, { mayLack = false } = {}) {
  const path = named ?? CONFIGURATION_PLACES.find((place) => isThere(place));
  if (path === void 0 || mayLack && !isThere(path)) {
    const rightPath = CONFIGURATION_PLACES.find((place) => isThere(misnamed(place)));
    if (named === void 0 && rightPath !== void 0) {
      const other = misnamed(rightPath);
      return err(`${other} is not read under this name. Rename it: mv ${other} ${rightPath}`);
    }
    return ok({
      path: path ?? CONFIGURATION_PLACES[0],
      text: void 0,
      configuration: NO_CONFIGURATION
    });
  }
  const bytes = readBytes(path, "configuration");
  if (!bytes.ok) return err(`${path} ${bytes.error}`);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.value);
  const configuration = await parseConfiguration(text, path);
  return configuration.ok ? ok({ path, text, configuration: configuration.value }) : configuration;
}
function misnamed(rightPath) {
  return rightPath.replace(/\.yml$/, ".yaml");
}
async function parseConfiguration(text, path) {
  const [{ readConfiguration }, { CHECK_IDS }] = await Promise.all([
    import("./read-configuration-DFBLVNND.js"),
    import("./check-id-UOCCTOVN.js")
  ]);
  const read = readConfiguration(text, CHECK_IDS);
  return read.ok ? read : err(`${path}: ${read.error.message}`);
}

export {
  CONFIGURATION_PLACES,
  openConfigurationFile,
  parseConfiguration
};
