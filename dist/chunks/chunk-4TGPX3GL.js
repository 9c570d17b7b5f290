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
var EXTENSION = /\.(tf|tofu)(\.json)?$/;
function isConfiguration(name) {
  if (name.startsWith(".") || name.endsWith("~") || /^#.*#$/.test(name)) return false;
  return EXTENSION.test(name);
}
var MAIN_FILE = "main.tf";
function usualFile(files) {
  return files.find((file) => file === MAIN_FILE || file.endsWith(`/${MAIN_FILE}`)) ?? files[0];
}

export {
  joinPath,
  toSlashes,
  isLocalSource,
  isDownloaded,
  EXTENSION,
  isConfiguration,
  MAIN_FILE,
  usualFile
};
