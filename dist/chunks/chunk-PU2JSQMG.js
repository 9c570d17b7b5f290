import {
  findingSentences
} from "./chunk-JPJFKXRS.js";

// src/format/alerts.ts
import { placeInCheckout } from "../core.js";
import { asSentence } from "../core.js";
function alertPlaces({ causes }, { fallbackFile = "" }) {
  const [first, ...others] = causes.flatMap(
    (cause) => placed(placeInCheckout(cause)).map((place) => ({ ...place, address: cause.address }))
  );
  if (first !== void 0) return [first, ...others];
  const [standIn] = causes.flatMap((cause) => placed(cause.standIn));
  return [
    standIn ?? {
      path: relativePath(fallbackFile) ?? "main.tf",
      line: 1,
      endLine: void 0,
      address: void 0
    }
  ];
}
function alertSentences(finding, place, report) {
  const { title, others } = findingSentences(finding, report);
  return [
    asSentence(title),
    ...others,
    ...place.address === void 0 ? [`${stoodAt(finding)} It is shown at ${place.path}:${place.line}, as the file is now.`] : []
  ];
}
function stoodAt({ causes }) {
  const gone = causes.find(({ place }) => place?.isBase === true)?.place;
  return gone === void 0 ? "The line is not known." : `What brings it about is gone: it stood at ${gone.file}:${gone.line}.`;
}
function placed(spot) {
  const path = spot === void 0 ? void 0 : relativePath(spot.file);
  if (spot === void 0 || path === void 0) return [];
  return [{ path, line: spot.line, endLine: spot.endLine, address: void 0 }];
}
function relativePath(file) {
  const slashed = file.replaceAll("\\", "/");
  const parts = slashed.split("/").filter((part) => part !== "." && part !== "");
  const isRelative = !/^(\/|[a-z]:(\/|$))/i.test(slashed) && !parts.includes("..");
  return isRelative && parts.length > 0 ? parts.join("/") : void 0;
}

export {
  alertPlaces,
  alertSentences
};
