// src/source/files/paths.ts
function joinPath(directory, path) {
  const text = toSlashes(path);
  if (text.startsWith("/") || /^[A-Za-z]:/.test(text) || text.includes("\0")) return void 0;
  const parts = [];
  for (const part of [...toSlashes(directory).split("/"), ...text.split("/")]) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === void 0) return void 0;
  }
  return parts.join("/");
}
function toSlashes(path) {
  return path.replaceAll("\\", "/");
}
function isLocalSource(source) {
  return /^\.\.?([/\\]|$)/.test(source);
}
function isDownloaded(directory) {
  return directory.split("/").includes(".terraform");
}

export {
  joinPath,
  toSlashes,
  isLocalSource,
  isDownloaded
};
