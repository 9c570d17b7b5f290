// src/command/fleet/messages.ts
function bytesOfPlans(plans) {
  return plans.reduce((sum, { bytes }) => sum + bytes, 0);
}

export {
  bytesOfPlans
};
