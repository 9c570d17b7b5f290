// src/explain/lots.ts
import { ALL_V4, unionOfPeers } from "../core.js";
import {
  boxes,
  intersect,
  isEmpty,
  isSubset,
  region,
  restrict,
  unionOf
} from "../core.js";
var TIMES = ["before", "during", "after"];
function statesBy(stateAt) {
  return { before: stateAt("before"), during: stateAt("during"), after: stateAt("after") };
}
function commonStates(all) {
  return statesBy((time) => {
    const [first = "absent", ...others] = all.map(({ [time]: state }) => state).filter((state) => state !== "absent");
    return others.every((state) => state === first) ? first : "undecided";
  });
}
function joint(outs, ins) {
  return outs.flatMap(
    (out) => ins.flatMap((into) => {
      const traffic = intersect(trafficIn(out.packets), trafficIn(into.packets));
      if (isEmpty(traffic)) return [];
      const states = statesBy((time) => bothStates(out.states[time], into.states[time]));
      return [{ states, sides: [withTraffic(out, traffic), withTraffic(into, traffic)] }];
    })
  );
}
function bothStates(a, b) {
  const order = ["absent", "dropped", "undecided", "allowed"];
  return order.find((state) => state === a || state === b) ?? "absent";
}
function trafficIn(packets) {
  return unionOf(
    boxes(packets).map(({ protocols, ports }) => region("ingress", [protocols], [ports], ALL_V4))
  );
}
function withTraffic(lot, traffic) {
  const { direction } = lot;
  const peers = unionOfPeers(boxes(lot.packets).map((box) => box.peers));
  const kept = boxes(traffic).map(
    ({ protocols, ports }) => restrict(lot.packets, direction, { protocols: [protocols], ports: [ports] }, peers)
  );
  return { ...lot, packets: unionOf(kept) };
}
function decidingAt(state, isChanging, met, packets) {
  const allows = met.filter(({ isDeny }) => !isDeny);
  const denies = met.filter(({ isDeny }) => isDeny);
  const whole = allows.filter(({ surely }) => isSubset(packets, surely));
  const deciding = () => {
    switch (state) {
      case "allowed":
        return whole.length > 0 ? whole : allows.filter(({ surely }) => !isEmpty(surely));
      case "dropped":
        return denies;
      case "undecided":
        return isChanging ? [...denies, ...whole] : met;
      case "absent":
        return [];
    }
  };
  return deciding().map(({ rule }) => rule);
}

export {
  TIMES,
  statesBy,
  commonStates,
  joint,
  decidingAt
};
