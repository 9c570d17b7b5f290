// src/format/budget.ts
function bytesOf(text) {
  return Buffer.byteLength(text);
}
function cutToBytes(text, limit) {
  if (bytesOf(text) <= limit) return text;
  let room = limit - bytesOf("…");
  let cut = "";
  for (const character of text) {
    room -= bytesOf(character);
    if (room < 0) break;
    cut += character;
  }
  return `${cut}…`;
}
function fitItems({ items, total, limit, more }) {
  const taken = [];
  let used = -1;
  for (const item of items) {
    const size = bytesOf(item) + 1;
    if (used + size > limit) break;
    taken.push(item);
    used += size;
  }
  while (taken.length < total) {
    const line = more(total - taken.length);
    if (used + 1 + bytesOf(line) <= limit) return [...taken, line].join("\n");
    const last = taken.pop();
    if (last === void 0) return "";
    used -= bytesOf(last) + 1;
  }
  return taken.join("\n");
}

export {
  bytesOf,
  cutToBytes,
  fitItems
};
