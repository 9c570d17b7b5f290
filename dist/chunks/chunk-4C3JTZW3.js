import {
  toText
} from "./chunk-OR7BGG5Q.js";
import {
  must
} from "./chunk-CAOBLGU6.js";

// src/report/places.ts
function withPlaces(report, located) {
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const { places, without, standIns } = must(located[finding.plan], "each plan has been looked for");
      const placed = (cause) => {
        const place = places.get(cause.address);
        const standIn = standIns.get(cause.address);
        if (place !== void 0) return { ...cause, place: causePlace(place), standIn };
        const why = without.get(cause.address);
        return { ...cause, standIn, unplaced: why === void 0 ? void 0 : toText(why) };
      };
      return { ...finding, causes: finding.causes.map(placed) };
    })
  };
}
function causePlace(place) {
  const { file, line, endLine, isBase } = place;
  return { file, line, endLine, isBase, block: beside(place.block, place), call: beside(place.call, place) };
}
function beside(spot, { file, line }) {
  const isWithin = spot === void 0 || spot.file === file && spot.line <= line && line <= spot.endLine;
  return isWithin ? void 0 : { file: spot.file, line: spot.line, endLine: spot.endLine };
}
function placeInCheckout({ place }) {
  return place?.isBase === false ? place : void 0;
}

export {
  withPlaces,
  causePlace,
  placeInCheckout
};
