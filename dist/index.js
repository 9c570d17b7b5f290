import {
  GITHUB
} from "./chunks/chunk-2SBAKPOH.js";
import {
  isOwnRun,
  resolveTarget,
  trustOf
} from "./chunks/chunk-RUSAJM5U.js";
import {
  filesNamed,
  leavesBounds,
  renderUnjudged,
  repositoryRoot,
  stableName,
  stepBounds,
  stepPlans
} from "./chunks/chunk-3CP5DA3D.js";
import {
  failureOf,
  isSha
} from "./chunks/chunk-ZED27UPZ.js";
import {
  apartFrom,
  asideItems,
  beliefList,
  blockSection,
  codeInCell,
  countsLine,
  cutTable,
  fence,
  foldedPart,
  heading,
  idsInCell,
  partialNote,
  planColumn,
  proseInCell,
  smallPrint,
  statesTable,
  waivedList
} from "./chunks/chunk-XEKRDPX6.js";
import "./chunks/chunk-J44IHLJW.js";
import "./chunks/chunk-BPHTC5HE.js";
import {
  bytesOf,
  cutToBytes,
  fitItems
} from "./chunks/chunk-5Y2WYTLW.js";
import {
  whereSentences
} from "./chunks/chunk-JPJFKXRS.js";
import "./chunks/chunk-R2SAQLJI.js";
import {
  fileAtCommit,
  openBase
} from "./chunks/chunk-OQGHWPT7.js";
import {
  __export
} from "./chunks/chunk-SEWDMQ6Q.js";

// node_modules/@actions/core/lib/core.js
var core_exports = {};
__export(core_exports, {
  ExitCode: () => ExitCode,
  addPath: () => addPath,
  debug: () => debug,
  endGroup: () => endGroup,
  error: () => error,
  exportVariable: () => exportVariable,
  getBooleanInput: () => getBooleanInput,
  getIDToken: () => getIDToken,
  getInput: () => getInput,
  getMultilineInput: () => getMultilineInput,
  getState: () => getState,
  group: () => group,
  info: () => info,
  isDebug: () => isDebug,
  markdownSummary: () => markdownSummary,
  notice: () => notice,
  platform: () => platform_exports,
  saveState: () => saveState,
  setCommandEcho: () => setCommandEcho,
  setFailed: () => setFailed,
  setOutput: () => setOutput,
  setSecret: () => setSecret,
  startGroup: () => startGroup,
  summary: () => summary,
  toPlatformPath: () => toPlatformPath,
  toPosixPath: () => toPosixPath,
  toWin32Path: () => toWin32Path,
  warning: () => warning
});

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter3 = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter3)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter3}"`);
  }
  if (convertedValue.includes(delimiter3)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter3}"`);
  }
  return `${key}<<${delimiter3}${os2.EOL}${convertedValue}${os2.EOL}${delimiter3}`;
}

// node_modules/@actions/core/lib/core.js
import * as os5 from "os";
import * as path5 from "path";

// stub:oidc-utils
var OidcClient = class {
  static getIDToken() {
    throw new Error("OIDC is not included");
  }
};

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var markdownSummary = _summary;
var summary = _summary;

// node_modules/@actions/core/lib/path-utils.js
import * as path from "path";
function toPosixPath(pth) {
  return pth.replace(/[\\]/g, "/");
}
function toWin32Path(pth) {
  return pth.replace(/[/]/g, "\\");
}
function toPlatformPath(pth) {
  return pth.replace(/[/\\]/g, path.sep);
}

// node_modules/@actions/core/lib/platform.js
var platform_exports = {};
__export(platform_exports, {
  arch: () => arch,
  getDetails: () => getDetails,
  isLinux: () => isLinux,
  isMacOS: () => isMacOS,
  isWindows: () => isWindows,
  platform: () => platform
});
import os4 from "os";

// node_modules/@actions/exec/lib/exec.js
import { StringDecoder } from "string_decoder";

// node_modules/@actions/exec/lib/toolrunner.js
import * as os3 from "os";
import * as events from "events";
import * as child from "child_process";
import * as path4 from "path";

// node_modules/@actions/io/lib/io.js
import * as path3 from "path";

// node_modules/@actions/io/lib/io-util.js
import * as fs2 from "fs";
import * as path2 from "path";
var __awaiter2 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;
function exists(fsPath) {
  return __awaiter2(this, void 0, void 0, function* () {
    try {
      yield stat(fsPath);
    } catch (err5) {
      if (err5.code === "ENOENT") {
        return false;
      }
      throw err5;
    }
    return true;
  });
}
function isRooted(p) {
  p = normalizeSeparators(p);
  if (!p) {
    throw new Error('isRooted() parameter "p" cannot be empty');
  }
  if (IS_WINDOWS) {
    return p.startsWith("\\") || /^[A-Z]:/i.test(p);
  }
  return p.startsWith("/");
}
function tryGetExecutablePath(filePath, extensions) {
  return __awaiter2(this, void 0, void 0, function* () {
    let stats = void 0;
    try {
      stats = yield stat(filePath);
    } catch (err5) {
      if (err5.code !== "ENOENT") {
        console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err5}`);
      }
    }
    if (stats && stats.isFile()) {
      if (IS_WINDOWS) {
        const upperExt = path2.extname(filePath).toUpperCase();
        if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) {
          return filePath;
        }
      } else {
        if (isUnixExecutable(stats)) {
          return filePath;
        }
      }
    }
    const originalFilePath = filePath;
    for (const extension of extensions) {
      filePath = originalFilePath + extension;
      stats = void 0;
      try {
        stats = yield stat(filePath);
      } catch (err5) {
        if (err5.code !== "ENOENT") {
          console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err5}`);
        }
      }
      if (stats && stats.isFile()) {
        if (IS_WINDOWS) {
          try {
            const directory = path2.dirname(filePath);
            const upperName = path2.basename(filePath).toUpperCase();
            for (const actualName of yield readdir(directory)) {
              if (upperName === actualName.toUpperCase()) {
                filePath = path2.join(directory, actualName);
                break;
              }
            }
          } catch (err5) {
            console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err5}`);
          }
          return filePath;
        } else {
          if (isUnixExecutable(stats)) {
            return filePath;
          }
        }
      }
    }
    return "";
  });
}
function normalizeSeparators(p) {
  p = p || "";
  if (IS_WINDOWS) {
    p = p.replace(/\//g, "\\");
    return p.replace(/\\\\+/g, "\\");
  }
  return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
  return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}

// node_modules/@actions/io/lib/io.js
var __awaiter3 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
function which(tool, check2) {
  return __awaiter3(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    if (check2) {
      const result = yield which(tool, false);
      if (!result) {
        if (IS_WINDOWS) {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
        } else {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
        }
      }
      return result;
    }
    const matches = yield findInPath(tool);
    if (matches && matches.length > 0) {
      return matches[0];
    }
    return "";
  });
}
function findInPath(tool) {
  return __awaiter3(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    const extensions = [];
    if (IS_WINDOWS && process.env["PATHEXT"]) {
      for (const extension of process.env["PATHEXT"].split(path3.delimiter)) {
        if (extension) {
          extensions.push(extension);
        }
      }
    }
    if (isRooted(tool)) {
      const filePath = yield tryGetExecutablePath(tool, extensions);
      if (filePath) {
        return [filePath];
      }
      return [];
    }
    if (tool.includes(path3.sep)) {
      return [];
    }
    const directories = [];
    if (process.env.PATH) {
      for (const p of process.env.PATH.split(path3.delimiter)) {
        if (p) {
          directories.push(p);
        }
      }
    }
    const matches = [];
    for (const directory of directories) {
      const filePath = yield tryGetExecutablePath(path3.join(directory, tool), extensions);
      if (filePath) {
        matches.push(filePath);
      }
    }
    return matches;
  });
}

// node_modules/@actions/exec/lib/toolrunner.js
import { setTimeout } from "timers";
var __awaiter4 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var IS_WINDOWS2 = process.platform === "win32";
var ToolRunner = class extends events.EventEmitter {
  constructor(toolPath, args, options) {
    super();
    if (!toolPath) {
      throw new Error("Parameter 'toolPath' cannot be null or empty.");
    }
    this.toolPath = toolPath;
    this.args = args || [];
    this.options = options || {};
  }
  _debug(message) {
    if (this.options.listeners && this.options.listeners.debug) {
      this.options.listeners.debug(message);
    }
  }
  _getCommandString(options, noPrefix) {
    const toolPath = this._getSpawnFileName();
    const args = this._getSpawnArgs(options);
    let cmd = noPrefix ? "" : "[command]";
    if (IS_WINDOWS2) {
      if (this._isCmdFile()) {
        cmd += toolPath;
        for (const a of args) {
          cmd += ` ${a}`;
        }
      } else if (options.windowsVerbatimArguments) {
        cmd += `"${toolPath}"`;
        for (const a of args) {
          cmd += ` ${a}`;
        }
      } else {
        cmd += this._windowsQuoteCmdArg(toolPath);
        for (const a of args) {
          cmd += ` ${this._windowsQuoteCmdArg(a)}`;
        }
      }
    } else {
      cmd += toolPath;
      for (const a of args) {
        cmd += ` ${a}`;
      }
    }
    return cmd;
  }
  _processLineBuffer(data, strBuffer, onLine) {
    try {
      let s = strBuffer + data.toString();
      let n = s.indexOf(os3.EOL);
      while (n > -1) {
        const line = s.substring(0, n);
        onLine(line);
        s = s.substring(n + os3.EOL.length);
        n = s.indexOf(os3.EOL);
      }
      return s;
    } catch (err5) {
      this._debug(`error processing line. Failed with error ${err5}`);
      return "";
    }
  }
  _getSpawnFileName() {
    if (IS_WINDOWS2) {
      if (this._isCmdFile()) {
        return process.env["COMSPEC"] || "cmd.exe";
      }
    }
    return this.toolPath;
  }
  _getSpawnArgs(options) {
    if (IS_WINDOWS2) {
      if (this._isCmdFile()) {
        let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
        for (const a of this.args) {
          argline += " ";
          argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
        }
        argline += '"';
        return [argline];
      }
    }
    return this.args;
  }
  _endsWith(str, end) {
    return str.endsWith(end);
  }
  _isCmdFile() {
    const upperToolPath = this.toolPath.toUpperCase();
    return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
  }
  _windowsQuoteCmdArg(arg) {
    if (!this._isCmdFile()) {
      return this._uvQuoteCmdArg(arg);
    }
    if (!arg) {
      return '""';
    }
    const cmdSpecialChars = [
      " ",
      "	",
      "&",
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      "^",
      "=",
      ";",
      "!",
      "'",
      "+",
      ",",
      "`",
      "~",
      "|",
      "<",
      ">",
      '"'
    ];
    let needsQuotes = false;
    for (const char of arg) {
      if (cmdSpecialChars.some((x) => x === char)) {
        needsQuotes = true;
        break;
      }
    }
    if (!needsQuotes) {
      return arg;
    }
    let reverse = '"';
    let quoteHit = true;
    for (let i = arg.length; i > 0; i--) {
      reverse += arg[i - 1];
      if (quoteHit && arg[i - 1] === "\\") {
        reverse += "\\";
      } else if (arg[i - 1] === '"') {
        quoteHit = true;
        reverse += '"';
      } else {
        quoteHit = false;
      }
    }
    reverse += '"';
    return reverse.split("").reverse().join("");
  }
  _uvQuoteCmdArg(arg) {
    if (!arg) {
      return '""';
    }
    if (!arg.includes(" ") && !arg.includes("	") && !arg.includes('"')) {
      return arg;
    }
    if (!arg.includes('"') && !arg.includes("\\")) {
      return `"${arg}"`;
    }
    let reverse = '"';
    let quoteHit = true;
    for (let i = arg.length; i > 0; i--) {
      reverse += arg[i - 1];
      if (quoteHit && arg[i - 1] === "\\") {
        reverse += "\\";
      } else if (arg[i - 1] === '"') {
        quoteHit = true;
        reverse += "\\";
      } else {
        quoteHit = false;
      }
    }
    reverse += '"';
    return reverse.split("").reverse().join("");
  }
  _cloneExecOptions(options) {
    options = options || {};
    const result = {
      cwd: options.cwd || process.cwd(),
      env: options.env || process.env,
      silent: options.silent || false,
      windowsVerbatimArguments: options.windowsVerbatimArguments || false,
      failOnStdErr: options.failOnStdErr || false,
      ignoreReturnCode: options.ignoreReturnCode || false,
      delay: options.delay || 1e4
    };
    result.outStream = options.outStream || process.stdout;
    result.errStream = options.errStream || process.stderr;
    return result;
  }
  _getSpawnOptions(options, toolPath) {
    options = options || {};
    const result = {};
    result.cwd = options.cwd;
    result.env = options.env;
    result["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
    if (options.windowsVerbatimArguments) {
      result.argv0 = `"${toolPath}"`;
    }
    return result;
  }
  /**
   * Exec a tool.
   * Output will be streamed to the live console.
   * Returns promise with return code
   *
   * @param     tool     path to tool to exec
   * @param     options  optional exec options.  See ExecOptions
   * @returns   number
   */
  exec() {
    return __awaiter4(this, void 0, void 0, function* () {
      if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS2 && this.toolPath.includes("\\"))) {
        this.toolPath = path4.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
      }
      this.toolPath = yield which(this.toolPath, true);
      return new Promise((resolve2, reject) => __awaiter4(this, void 0, void 0, function* () {
        this._debug(`exec tool: ${this.toolPath}`);
        this._debug("arguments:");
        for (const arg of this.args) {
          this._debug(`   ${arg}`);
        }
        const optionsNonNull = this._cloneExecOptions(this.options);
        if (!optionsNonNull.silent && optionsNonNull.outStream) {
          optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os3.EOL);
        }
        const state = new ExecState(optionsNonNull, this.toolPath);
        state.on("debug", (message) => {
          this._debug(message);
        });
        if (this.options.cwd && !(yield exists(this.options.cwd))) {
          return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
        }
        const fileName = this._getSpawnFileName();
        const cp = child.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
        let stdbuffer = "";
        if (cp.stdout) {
          cp.stdout.on("data", (data) => {
            if (this.options.listeners && this.options.listeners.stdout) {
              this.options.listeners.stdout(data);
            }
            if (!optionsNonNull.silent && optionsNonNull.outStream) {
              optionsNonNull.outStream.write(data);
            }
            stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
              if (this.options.listeners && this.options.listeners.stdline) {
                this.options.listeners.stdline(line);
              }
            });
          });
        }
        let errbuffer = "";
        if (cp.stderr) {
          cp.stderr.on("data", (data) => {
            state.processStderr = true;
            if (this.options.listeners && this.options.listeners.stderr) {
              this.options.listeners.stderr(data);
            }
            if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) {
              const s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
              s.write(data);
            }
            errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
              if (this.options.listeners && this.options.listeners.errline) {
                this.options.listeners.errline(line);
              }
            });
          });
        }
        cp.on("error", (err5) => {
          state.processError = err5.message;
          state.processExited = true;
          state.processClosed = true;
          state.CheckComplete();
        });
        cp.on("exit", (code) => {
          state.processExitCode = code;
          state.processExited = true;
          this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
          state.CheckComplete();
        });
        cp.on("close", (code) => {
          state.processExitCode = code;
          state.processExited = true;
          state.processClosed = true;
          this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
          state.CheckComplete();
        });
        state.on("done", (error2, exitCode) => {
          if (stdbuffer.length > 0) {
            this.emit("stdline", stdbuffer);
          }
          if (errbuffer.length > 0) {
            this.emit("errline", errbuffer);
          }
          cp.removeAllListeners();
          if (error2) {
            reject(error2);
          } else {
            resolve2(exitCode);
          }
        });
        if (this.options.input) {
          if (!cp.stdin) {
            throw new Error("child process missing stdin");
          }
          cp.stdin.end(this.options.input);
        }
      }));
    });
  }
};
function argStringToArray(argString) {
  const args = [];
  let inQuotes = false;
  let escaped = false;
  let arg = "";
  function append(c) {
    if (escaped && c !== '"') {
      arg += "\\";
    }
    arg += c;
    escaped = false;
  }
  for (let i = 0; i < argString.length; i++) {
    const c = argString.charAt(i);
    if (c === '"') {
      if (!escaped) {
        inQuotes = !inQuotes;
      } else {
        append(c);
      }
      continue;
    }
    if (c === "\\" && escaped) {
      append(c);
      continue;
    }
    if (c === "\\" && inQuotes) {
      escaped = true;
      continue;
    }
    if (c === " " && !inQuotes) {
      if (arg.length > 0) {
        args.push(arg);
        arg = "";
      }
      continue;
    }
    append(c);
  }
  if (arg.length > 0) {
    args.push(arg.trim());
  }
  return args;
}
var ExecState = class _ExecState extends events.EventEmitter {
  constructor(options, toolPath) {
    super();
    this.processClosed = false;
    this.processError = "";
    this.processExitCode = 0;
    this.processExited = false;
    this.processStderr = false;
    this.delay = 1e4;
    this.done = false;
    this.timeout = null;
    if (!toolPath) {
      throw new Error("toolPath must not be empty");
    }
    this.options = options;
    this.toolPath = toolPath;
    if (options.delay) {
      this.delay = options.delay;
    }
  }
  CheckComplete() {
    if (this.done) {
      return;
    }
    if (this.processClosed) {
      this._setResult();
    } else if (this.processExited) {
      this.timeout = setTimeout(_ExecState.HandleTimeout, this.delay, this);
    }
  }
  _debug(message) {
    this.emit("debug", message);
  }
  _setResult() {
    let error2;
    if (this.processExited) {
      if (this.processError) {
        error2 = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
      } else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
        error2 = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
      } else if (this.processStderr && this.options.failOnStdErr) {
        error2 = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
      }
    }
    if (this.timeout) {
      clearTimeout(this.timeout);
      this.timeout = null;
    }
    this.done = true;
    this.emit("done", error2, this.processExitCode);
  }
  static HandleTimeout(state) {
    if (state.done) {
      return;
    }
    if (!state.processClosed && state.processExited) {
      const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
      state._debug(message);
    }
    state._setResult();
  }
};

// node_modules/@actions/exec/lib/exec.js
var __awaiter5 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
function exec(commandLine, args, options) {
  return __awaiter5(this, void 0, void 0, function* () {
    const commandArgs = argStringToArray(commandLine);
    if (commandArgs.length === 0) {
      throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
    }
    const toolPath = commandArgs[0];
    args = commandArgs.slice(1).concat(args || []);
    const runner = new ToolRunner(toolPath, args, options);
    return runner.exec();
  });
}
function getExecOutput(commandLine, args, options) {
  return __awaiter5(this, void 0, void 0, function* () {
    var _a, _b;
    let stdout = "";
    let stderr = "";
    const stdoutDecoder = new StringDecoder("utf8");
    const stderrDecoder = new StringDecoder("utf8");
    const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
    const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
    const stdErrListener = (data) => {
      stderr += stderrDecoder.write(data);
      if (originalStdErrListener) {
        originalStdErrListener(data);
      }
    };
    const stdOutListener = (data) => {
      stdout += stdoutDecoder.write(data);
      if (originalStdoutListener) {
        originalStdoutListener(data);
      }
    };
    const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
    const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
    stdout += stdoutDecoder.end();
    stderr += stderrDecoder.end();
    return {
      exitCode,
      stdout,
      stderr
    };
  });
}

// node_modules/@actions/core/lib/platform.js
var __awaiter6 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var getWindowsInfo = () => __awaiter6(void 0, void 0, void 0, function* () {
  const { stdout: version } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', void 0, {
    silent: true
  });
  const { stdout: name } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', void 0, {
    silent: true
  });
  return {
    name: name.trim(),
    version: version.trim()
  };
});
var getMacOsInfo = () => __awaiter6(void 0, void 0, void 0, function* () {
  var _a, _b, _c, _d;
  const { stdout } = yield getExecOutput("sw_vers", void 0, {
    silent: true
  });
  const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : "";
  const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : "";
  return {
    name,
    version
  };
});
var getLinuxInfo = () => __awaiter6(void 0, void 0, void 0, function* () {
  const { stdout } = yield getExecOutput("lsb_release", ["-i", "-r", "-s"], {
    silent: true
  });
  const [name, version] = stdout.trim().split("\n");
  return {
    name,
    version
  };
});
var platform = os4.platform();
var arch = os4.arch();
var isWindows = platform === "win32";
var isMacOS = platform === "darwin";
var isLinux = platform === "linux";
function getDetails() {
  return __awaiter6(this, void 0, void 0, function* () {
    return Object.assign(Object.assign({}, yield isWindows ? getWindowsInfo() : isMacOS ? getMacOsInfo() : getLinuxInfo()), {
      platform,
      arch,
      isWindows,
      isMacOS,
      isLinux
    });
  });
}

// node_modules/@actions/core/lib/core.js
var __awaiter7 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name, val) {
  const convertedVal = toCommandValue(val);
  process.env[name] = convertedVal;
  const filePath = process.env["GITHUB_ENV"] || "";
  if (filePath) {
    return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
  }
  issueCommand("set-env", { name }, convertedVal);
}
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function addPath(inputPath) {
  const filePath = process.env["GITHUB_PATH"] || "";
  if (filePath) {
    issueFileCommand("PATH", inputPath);
  } else {
    issueCommand("add-path", {}, inputPath);
  }
  process.env["PATH"] = `${inputPath}${path5.delimiter}${process.env["PATH"]}`;
}
function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function getMultilineInput(name, options) {
  const inputs = getInput(name, options).split("\n").filter((x) => x !== "");
  if (options && options.trimWhitespace === false) {
    return inputs;
  }
  return inputs.map((input) => input.trim());
}
function getBooleanInput(name, options) {
  const trueValue = ["true", "True", "TRUE"];
  const falseValue = ["false", "False", "FALSE"];
  const val = getInput(name, options);
  if (trueValue.includes(val))
    return true;
  if (falseValue.includes(val))
    return false;
  throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}
Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os5.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function setCommandEcho(enabled) {
  issue("echo", enabled ? "on" : "off");
}
function setFailed(message) {
  process.exitCode = ExitCode.Failure;
  error(message);
}
function isDebug() {
  return process.env["RUNNER_DEBUG"] === "1";
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os5.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}
function group(name, fn) {
  return __awaiter7(this, void 0, void 0, function* () {
    startGroup(name);
    let result;
    try {
      result = yield fn();
    } finally {
      endGroup();
    }
    return result;
  });
}
function saveState(name, value) {
  const filePath = process.env["GITHUB_STATE"] || "";
  if (filePath) {
    return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
  }
  issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
  return process.env[`STATE_${name}`] || "";
}
function getIDToken(aud) {
  return __awaiter7(this, void 0, void 0, function* () {
    return yield OidcClient.getIDToken(aud);
  });
}

// src/action.ts
import { engineFor } from "./core.js";

// src/github/step/step.ts
import path8 from "node:path";
import { check } from "./core.js";
import { postingBudget } from "./core.js";
import { exitStatusOf } from "./core.js";
import { SEVERITIES } from "./core.js";
import { diskReader, readGrammar } from "./core.js";
import { appendText, pathWithin as pathWithin2, readTextIn as readTextIn2, realPath } from "./core.js";

// src/format/annotations.ts
import { groupBy } from "./core.js";
import { isMild } from "./core.js";
import { placeInCheckout } from "./core.js";
import { tellingOf } from "./core.js";
import { actionsPhrase, capitalised, capped, count } from "./core.js";
import { remedyLabel } from "./core.js";
import { joined, say, toText } from "./core.js";
import { andMore, firstFew, rowIds, SENTENCE_LIMIT } from "./core.js";
import { plain } from "./core.js";
var LIMITS = { error: 10, warning: 10, notice: 10 };
var TITLE_LIMIT = 255;
var MESSAGE_LIMIT = 4096;
var LEVELS = {
  critical: "error",
  warning: "warning",
  notice: "notice"
};
function annotationsOf(report, limits = LIMITS) {
  const byLevel = groupBy(tellingOf(report).blocks, ({ severity }) => LEVELS[severity]);
  const levels = [...byLevel].map(([level, blocks]) => ({
    level,
    ...firstFew(blocks, Math.max(0, limits[level]))
  }));
  const counts = levels.filter(({ left }) => left > 0).map(({ level, left }) => count(left, `more ${level}`));
  const tail = counts.length === 0 ? "" : ` No room here for ${counts.join(", ")}: see the job summary.`;
  const shown = levels.flatMap((entry) => entry.shown);
  return shown.map((block, index) => annotation(block, report, index === shown.length - 1 ? tail : ""));
}
function annotation(block, report, tail) {
  const ids = rowIds(block);
  const title = ids.length === 0 ? block.title : say`${block.title} (${capped(ids, ID_LIMIT)})`;
  const place = block.causes.flatMap((cause) => placeInCheckout(cause) ?? []).find(({ file }) => plain(file, Infinity) === file);
  return {
    level: LEVELS[block.severity],
    ...place === void 0 ? {} : { file: place.file, line: place.line },
    title: cutToBytes(plain(title, TITLE_LIMIT), TITLE_LIMIT),
    message: cutToBytes(annotationText(block, report), MESSAGE_LIMIT - bytesOf(tail)) + tail
  };
}
var ID_LIMIT = 8;
var ROW_LIMIT = 6;
function annotationText(block, report) {
  const { rows, sentences, causes, example, remedy } = block;
  const lost = rows.flatMap((row) => packetsOfRow(row, isMild(block)));
  const [cause] = causes;
  const others = andMore(causes.length - 1).map((more) => `, ${more}`);
  const parts = [
    ...whereSentences(block, report),
    ...cause === void 0 ? [] : [say`Cause: ${cause.address}, ${actionsPhrase(cause.actions)}${others.join("")}.`],
    ...lost.length === 0 ? [] : [say`${joined(firstRows(lost), "; ")}.`],
    ...sentences.slice(0, SENTENCE_LIMIT),
    ...example === void 0 ? [] : [say`For example: ${example}.`],
    say`${capitalised(remedyLabel(block))} it: ${remedy}`
  ];
  return parts.map((part) => plain(part, MESSAGE_LIMIT)).join(" ");
}
function packetsOfRow({ row, packets, impact }, isAtStake) {
  if (packets === void 0) return [];
  const what = say`${row.id} ${packets.what} ${packets.peers}`;
  return [impact === void 0 ? what : say`${what}${isAtStake ? ", at stake" : ""}: ${impact}`];
}
function firstRows(texts) {
  const { shown, left } = firstFew(texts, ROW_LIMIT);
  return left > 0 ? [...shown, toText(`${left} more`)] : shown;
}

// src/format/markdown/job-summary.ts
import { planWords as planWords2 } from "./core.js";
import { tellingOf as tellingOf2 } from "./core.js";
import { statesTitle, TITLES, waivedTitle } from "./core.js";
import { cidrTexts, hostTexts } from "./core.js";
import { capped as capped4, count as count2, networkName } from "./core.js";

// src/format/markdown/mermaid.ts
import { distinct, firstOfEach } from "./core.js";
import { capped as capped2, ROLE_NAMES } from "./core.js";
import { must } from "./core.js";
import { clusterWords } from "./core.js";
import { plain as plain2 } from "./core.js";
var LABEL_LIMIT = 80;
var EDGE_LIMIT = 30;
var ROW_LIMIT2 = 4;
function mermaidLabel(text) {
  const label = plain2(text, LABEL_LIMIT).replaceAll(/[!-/:-@[-`{-~]/g, (character) => SAFE.has(character) ? character : fullWidth(character)).replaceAll("//", "/／").replaceAll(/:(?=fa-)/g, "：").replace(/^(\d+)\. /, "$1． ").replace(/^([-+]) /, "·$1 ");
  return `"${label.trim() === "" ? "(empty)" : label}"`;
}
var SAFE = new Set("-+.,:/_()'=");
function fullWidth(character) {
  return String.fromCharCode(character.charCodeAt(0) + 65248);
}
function pictureOf(blocks, report) {
  const all = edgesOf(blocks, report);
  if (all.length === 0) return void 0;
  const edges = all.slice(0, EDGE_LIMIT);
  const ends = firstOfEach(
    edges.flatMap(({ from, to }) => [from, to]),
    ({ key }) => key
  );
  const ids = new Map(ends.map(({ key }, index) => [key, `n${index}`]));
  const id = ({ key }) => must(ids.get(key), "both ends of an edge are nodes");
  const lost = edges.flatMap(({ isForGood }, index) => isForGood ? [index] : []);
  const lines = [
    "flowchart LR",
    ...ends.map((end) => `  ${id(end)}[${mermaidLabel(end.name)}]`),
    ...edges.map(
      (edge) => `  ${id(edge.from)} ${edge.isForGood ? "--x" : "-.-x"}|${mermaidLabel(labelOf(edge))}| ${id(edge.to)}`
    ),
    ...lost.length === 0 ? [] : [`  linkStyle ${lost.join(",")} stroke:#cf222e,stroke-width:2px`]
  ];
  return { text: lines.join("\n"), left: all.length - edges.length };
}
function labelOf({ rows }) {
  const what = distinct(rows.flatMap(({ packets }) => packets === void 0 ? [] : plain2(packets.what)));
  return `${capped2(what, 2)} (${capped2(distinct(rows.map(({ row }) => row.id)), ROW_LIMIT2)})`;
}
function edgesOf(blocks, report) {
  const edges = /* @__PURE__ */ new Map();
  for (const block of blocks) {
    if (block.change !== "introduced" && block.change !== "transient") continue;
    for (const row of block.rows) {
      if (row.packets === void 0) continue;
      const { from, to } = endsOf(block, row.packets, report);
      const key = JSON.stringify([block.change, from.key, to.key]);
      const edge = edges.get(key) ?? { from, to, isForGood: block.change === "introduced", rows: [] };
      edge.rows.push(row);
      edges.set(key, edge);
    }
  }
  return [...edges.values()];
}
function endsOf(block, { direction, other, otherKey, who }, report) {
  const { plan, cluster, pools, findings } = block;
  const where = clusterWords(block, report, String);
  const inCluster = (name) => ({
    key: JSON.stringify([plan, cluster, name]),
    name: where === void 0 ? name : `${name}, ${where}`
  });
  const [role] = findings.flatMap((finding) => finding.row === void 0 ? [] : finding.role ?? []);
  const member = inCluster(
    pools.length === 0 ? ROLE_NAMES[must(role, "rows are held against subjects, which have roles")] : pools.join(", ")
  );
  const peer = other.kind === "group" ? inCluster(ROLE_NAMES[other.role]) : { key: otherKey, name: who };
  return direction === "ingress" ? { from: peer, to: member } : { from: member, to: peer };
}

// src/format/markdown/subject-table.ts
import { distinct as distinct2, groupBy as groupBy2 } from "./core.js";
import { MODEL, tableOf } from "./core.js";
import { planWords } from "./core.js";
import { capped as capped3 } from "./core.js";
import { isGroupOf, MARKS } from "./core.js";
var NAMES = { node: "worker nodes", control: "masters", eni: "pods (ENI)" };
var SUBJECT_LIMIT = 200;
var NAME_LIMIT = 3;
function subjectTable(telling, limit) {
  const { report } = telling;
  const subjects = subjectLines(report);
  const numbers = MODEL.map((entry) => entry.table).filter(
    (number) => subjects.some((subject) => tablesOf(subject, report).has(number))
  );
  if (numbers.length === 0) return "";
  const lines = subjects.slice(0, SUBJECT_LIMIT).map((subject) => {
    const tables = tablesOf(subject, report);
    return [
      ...planWords(subject, report).map(codeInCell),
      codeInCell(subject.cluster),
      subject.pool === void 0 ? NAMES[subject.role] : codeInCell(subject.pool),
      groupNames(subject.groups),
      ...numbers.map((number) => tables.has(number) ? tableState(subject, number, telling) : "–")
    ];
  });
  return cutTable({
    head: [
      ...planColumn(report),
      "cluster",
      "subject",
      "security group",
      ...numbers.map((number) => `Table ${number}`)
    ],
    lines,
    total: subjects.length,
    limit,
    more: (left) => [`${left} more`]
  });
}
function subjectLines({ groups, findings }) {
  const whole = groupBy2(groups, ({ plan, cluster, role }) => JSON.stringify([plan, cluster, role]));
  const pools = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const { plan, cluster, pool } = finding;
    if (cluster === void 0 || pool === void 0) continue;
    const own = groups.filter((group2) => isGroupOf(finding, group2));
    pools.set(JSON.stringify([plan, cluster, pool]), { plan, cluster, role: "node", pool, groups: own });
  }
  return [
    ...[...whole.values()].map((own) => ({ ...own[0], pool: void 0, groups: own })),
    ...pools.values()
  ];
}
var NOT_KNOWN = "(not known)";
function groupNames(groups) {
  const names = distinct2(groups.map(({ name, address, id }) => name ?? address ?? id ?? NOT_KNOWN));
  return capped3((names.length === 0 ? [NOT_KNOWN] : names).map(codeInCell), NAME_LIMIT);
}
function tablesOf({ plan, cluster, role }, { clusters }) {
  const named = clusters.filter(({ name }) => name === cluster);
  const own = named.filter((one) => one.plan === plan);
  const models = (own.length > 0 ? own : named).flatMap(({ model }) => model ?? []);
  const tables = models.flatMap((model) => tableOf(role, model)?.table ?? []);
  return new Set(role === "node" && tables.length > 0 ? [...tables, 8] : tables);
}
function tableState(subject, number, { blocks, waived }) {
  const isOfPool = (pools) => subject.pool === void 0 ? pools.length === 0 : pools.includes(subject.pool);
  const isOf = ({ plan, cluster }) => plan === subject.plan && cluster === subject.cluster;
  const concerned = blocks.filter((block) => isOf(block) && isOfPool(block.pools));
  const hidden = waived.map(({ finding }) => finding).filter((finding) => isOf(finding) && finding.pool === subject.pool);
  const cells = [
    ...concerned.map(({ severity, rows }) => ({ mark: MARKS[severity], ids: idsIn(rows, number) })),
    { mark: "waived", ids: idsIn(hidden, number) }
  ].filter(({ ids }) => ids.length > 0);
  if (cells.length > 0) return cells.map(({ mark, ids }) => `${mark} ${idsInCell(ids)}`).join(" ");
  const doubt = concerned.find(
    (block) => block.rows.length === 0 && block.checks.some((check2) => check2.leavesUnjudged) && (block.group === void 0 || subject.groups.some((group2) => isGroupOf(block, group2)))
  );
  return doubt === void 0 ? "✔" : `${MARKS[doubt.severity]} see below`;
}
function idsIn(rows, number) {
  return distinct2(rows.flatMap(({ row }) => row?.table === number ? [row.id] : []));
}

// src/format/markdown/job-summary.ts
var LIMIT = 1e6;
var LISTS_LIMIT = 1e5;
function renderJobSummary(report, context = {}) {
  const telling = tellingOf2(report);
  const { blocks, asides, waived } = telling;
  const more = (left) => `${left} more, not shown here`;
  const head = [
    heading(telling, context),
    countsLine(telling, {}),
    ...partialNote(report),
    subjectTable(telling, LISTS_LIMIT),
    picture(blocks, report)
  ];
  const said = asideItems(
    asides.filter(({ label }) => label !== "believed"),
    report
  );
  const end = [
    fitItems({ items: apartFrom(said), total: said.length, limit: LISTS_LIMIT, more }),
    foldedPart(statesTitle(report), statesTable(report, LISTS_LIMIT, more)),
    foldedPart(TITLES.believed, beliefList(report, LISTS_LIMIT, more)),
    foldedPart(waivedTitle(waived), waivedList(waived, report, { limit: LISTS_LIMIT, more })),
    clusterTable(report),
    smallPrint(telling)
  ];
  const fixed = [...head, ...end].filter((part) => part !== "");
  const used = fixed.reduce((sum, part) => sum + bytesOf(part) + 2, 1);
  const findings = fitItems({
    items: sections(blocks, report),
    total: blocks.length,
    limit: LIMIT - used,
    more: (left) => `
**${left} more** are in the report file and not shown here.`
  });
  return `${[...head, findings, ...end].filter((part) => part !== "").join("\n\n")}
`;
}
function* sections(blocks, report) {
  let space = "";
  for (const block of blocks) {
    yield space + blockSection(block, report, {});
    space = "\n";
  }
}
function picture(blocks, report) {
  const drawn = pictureOf(blocks, report);
  if (drawn === void 0) return "";
  const left = drawn.left === 0 ? "" : ` ${count2(drawn.left, "more path is", "more paths are")} not drawn.`;
  return `${fence(drawn.text, "mermaid")}

<sub>Crossed: no longer let through. Dotted: may be cut while the plan is applied.${left}</sub>`;
}
var CLUSTER_LIMIT = 50;
var CIDR_LIMIT = 4;
function clusterTable(report) {
  const { clusters } = report;
  const cells = cutTable({
    head: [...planColumn(report), "cluster", "network", "VPC", "containers", "masters", "DNS servers"],
    lines: clusters.slice(0, CLUSTER_LIMIT).map((cluster) => [...planWords2(cluster, report).map(codeInCell), ...clusterCells(cluster)]),
    total: clusters.length,
    limit: LISTS_LIMIT,
    more: (left) => [`${left} more`]
  });
  return foldedPart(TITLES.clusters, cells);
}
function clusterCells({ name, networkType, addresses }) {
  return [
    codeInCell(name),
    proseInCell(networkName(networkType)),
    addressCell(addresses?.vpc),
    addressCell(addresses?.container),
    addressCell(addresses?.master),
    addressCell(addresses?.dns, hostTexts)
  ];
}
function addressCell(addresses, textsOf = cidrTexts) {
  const texts = addresses === void 0 ? [] : textsOf(addresses);
  if (addresses === void 0 || texts.length === 0) return "not known";
  return `${capped4(texts.map(codeInCell), CIDR_LIMIT)} from ${codeInCell(addresses.source)}`;
}

// src/github/step/step.ts
import { err as err4, must as must2, ok as ok3 } from "./core.js";

// src/github/step/find-pull-request.ts
var NO_TOKEN = "Nothing was posted on the pull request: there is no github-token. The job needs permissions: pull-requests: write.";
async function findPullRequest(connect, target, repository) {
  if (target.kind !== "workflow-run" && target.kind !== "commented") return { target, warnings: [] };
  if (connect === void 0) return { target, warnings: [NO_TOKEN] };
  try {
    const api = await connect();
    if (target.kind === "commented") {
      const pull2 = await api.pullRequest(target.number);
      return { target: targetOf(pull2, "issue_comment", repository), warnings: [] };
    }
    const { headSha, headOwner, headRepository, headBranch } = target;
    const open2 = await api.pullRequestsFrom(headOwner, headBranch);
    const found = open2.filter((it) => it.headSha === headSha && it.headRepository === headRepository);
    const [pull] = found;
    if (pull === void 0 || found.length > 1) return { target, warnings: [], note: noteFor(found.length) };
    return { target: targetOf(pull, "workflow_run", repository), warnings: [] };
  } catch (error2) {
    const { status } = failureOf(error2);
    const warning2 = `The pull request of the run was not found (${status}), so nothing is posted. The job needs permissions: pull-requests: write.`;
    return { target, warnings: [warning2] };
  }
}
function targetOf(pull, event, repository) {
  const { number, headSha, headRepository, baseSha, baseRef, author } = pull;
  const isFork = headRepository !== repository;
  return { kind: "pr", event, number, headSha, baseSha, baseRef, isFork, isDependabot: false, author };
}
function noteFor(found) {
  return found === 0 ? "No open pull request has the commit of the first run as its head, so nothing is posted." : `${found} open pull requests have the commit of the first run as their head, so nothing is posted.`;
}

// src/github/step/inputs.ts
import { DEADLINE_FORM, secondsIn } from "./core.js";
import { FAIL_LEVELS } from "./core.js";
import { err, ok } from "./core.js";
function readInputs(get) {
  const optional = (name) => {
    const text = get(name).trim();
    return text === "" ? void 0 : text;
  };
  const lines = (name) => partsOfText(get(name), /\r?\n/);
  const input = whatToTell(get);
  if (!input.ok) return input;
  const failOn = choice("fail-on", optional("fail-on"), FAIL_LEVELS);
  if (!failOn.ok) return failOn;
  const review = choice("review", optional("review"), ["comment", "request-changes", "off"]);
  if (!review.ok) return review;
  const comment = choice("comment", optional("comment"), ["always", "on-findings", "on-failure"]);
  if (!comment.ok) return comment;
  const annotations = choice("annotations", optional("annotations")?.toLowerCase(), ["true", "false"]);
  if (!annotations.ok) return annotations;
  const summary2 = choice("summary", optional("summary")?.toLowerCase(), ["true", "false"]);
  if (!summary2.ok) return summary2;
  const named = optional("deadline");
  const deadline = named === void 0 ? void 0 : secondsIn(named);
  if (named !== void 0 && deadline === void 0) return err(`input deadline takes ${DEADLINE_FORM}`);
  return ok({
    ...input.value,
    facts: lines("facts"),
    config: optional("config"),
    workingDirectory: optional("working-directory") ?? ".",
    failOn: failOn.value,
    label: optional("label"),
    review: review.value ?? "comment",
    comment: comment.value ?? "on-findings",
    annotations: annotations.value !== "false",
    summary: summary2.value !== "false",
    sarifFile: optional("sarif-file"),
    reportFile: optional("report-file"),
    deadline,
    ...{ token: optional("github-token"), policyToken: optional("policy-token") }
  });
}
function partsOfText(text, between) {
  return text.split(between).map((one) => one.trim()).filter((one) => one !== "");
}
function whatToTell(get) {
  const plan = partsOfText(get("plan"), /\r?\n/);
  const reports = partsOfText(get("reports"), /\r?\n/);
  if (plan.length === 0 && reports.length === 0) {
    return err("input plan is empty. Name the JSON of a plan: plan: plan.json");
  }
  if (plan.length > 0 && reports.length > 0) {
    return err("inputs plan and reports are for different steps: name only one of them");
  }
  const named = get("allow-missing").trim().toLowerCase();
  const allowMissing = choice("allow-missing", named === "" ? void 0 : named, ["true", "false"]);
  if (!allowMissing.ok) return allowMissing;
  const expected = partsOfText(get("expect"), /\r?\n|,/);
  return ok({ plan, reports, expected, mayLack: allowMissing.value === "true" });
}
function choice(name, text, allowed) {
  if (text === void 0) return ok(void 0);
  const value = allowed.find((it) => it === text);
  return value === void 0 ? err(`input ${name} must be one of ${allowed.join(", ")}`) : ok(value);
}

// src/github/step/log.ts
var OWN = { title: "cce-plan-guard" };
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
var BREAKS = /\r\n|[\n\v\f\r\u{85}\u{2028}\u{2029}]/u;
function logOf(toolkit) {
  return {
    text: (text) => {
      for (const line of text.replace(/\n$/, "").split(BREAKS)) toolkit.info(safeLine(line));
    },
    annotate: ({ level, file, line, title, message }) => {
      const startLine = line === void 0 ? {} : { startLine: line };
      toolkit[level](message, { title, ...file === void 0 ? {} : { file }, ...startLine });
    },
    own: (level, line) => toolkit[level](safeLine(line), OWN),
    failure: (reason) => toolkit.error(safeLine(`cce-plan-guard: ${reason}`))
  };
}
function safeLine(line) {
  const shown = line.split("	").map((part) => part.replace(INVISIBLE, "")).join("	").replace(/##(?=(?:vso)?\[)/gi, "## ");
  return /^\s*::/.test(shown) ? `| ${shown}` : shown;
}

// src/github/step/report-files.ts
import path6 from "node:path";
import { fileTrouble } from "./core.js";
import { inputAt, wouldLieIn, writeWhole } from "./core.js";
import { err as err2 } from "./core.js";
async function writeReports({ inputs, runner, world, folder, bounds, taken }, render) {
  const { reportFile, sarifFile } = inputs;
  const own = path6.join(runner.temp, `cce-plan-guard-${world.id}.json`);
  const report = reportFile === void 0 ? own : path6.resolve(folder, reportFile);
  const sarif = sarifFile === void 0 ? void 0 : path6.resolve(folder, sarifFile);
  const save = async (format, file, spared) => {
    const problem = objectionTo(file, bounds, spared);
    return problem === void 0 ? writeWhole(file, await render(format), { makesFolder: true }) : err2(problem);
  };
  const saved = [
    { name: "report", file: report, written: await save("json", report, taken) },
    ...sarif === void 0 ? [] : [{ name: "sarif", file: sarif, written: await save("sarif", sarif, [...taken, report]) }]
  ];
  for (const name of ["report", "sarif"]) {
    world.toolkit.setOutput(name, saved.find((it) => it.name === name && it.written.ok)?.file ?? "");
  }
  return saved.flatMap(
    ({ file, written }) => written.ok ? [] : [`${path6.basename(file)} could not be written: it ${written.error}.`]
  );
}
function objectionTo(file, bounds, spared) {
  if (!wouldLieIn(bounds.real, file)) return fileTrouble("OUTSIDE", "report");
  return inputAt(file, spared) === void 0 ? void 0 : "is a file that this run reads or has written";
}

// src/github/step/runner.ts
import { readFileSync } from "node:fs";
function readRunner(env, folder) {
  const given = (name) => env[name] === "" ? void 0 : env[name];
  const matching = (name, form) => form.exec(env[name] ?? "")?.[0];
  const serverUrl = given("GITHUB_SERVER_URL") ?? "https://github.com";
  const repository = matching("GITHUB_REPOSITORY", /^[\w.-]+\/[\w.-]+$/) ?? "";
  const id = matching("GITHUB_RUN_ID", /^\d{1,20}$/) ?? "0";
  const attempt = matching("GITHUB_RUN_ATTEMPT", /^\d{1,20}$/) ?? "1";
  const sha = given("GITHUB_SHA") ?? "";
  return {
    workspace: given("GITHUB_WORKSPACE") ?? folder,
    repository,
    apiUrl: given("GITHUB_API_URL") ?? "https://api.github.com",
    serverUrl,
    event: {
      name: given("GITHUB_EVENT_NAME") ?? "",
      payload: payloadOf(given("GITHUB_EVENT_PATH")),
      sha: isSha(sha) ? sha : "",
      actor: given("GITHUB_ACTOR") ?? ""
    },
    run: `${id}.${attempt}`,
    runUrl: `${serverUrl}/${repository}/actions/runs/${id}/attempts/${attempt}`,
    job: `${given("GITHUB_WORKFLOW") ?? ""} ${given("GITHUB_JOB") ?? ""}`,
    temp: given("RUNNER_TEMP") ?? folder,
    summaryFile: given("GITHUB_STEP_SUMMARY")
  };
}
function payloadOf(path9) {
  try {
    return path9 === void 0 ? void 0 : JSON.parse(readFileSync(path9, "utf8"));
  } catch {
    return void 0;
  }
}

// src/github/step/trusted-configuration.ts
import path7 from "node:path";
import { NO_CONFIGURATION } from "./core.js";
import {
  CONFIGURATION_PLACES,
  parseConfiguration,
  wholeConfiguration
} from "./core.js";
import { isWithin, pathWithin, readTextIn } from "./core.js";
import { err as err3, ok as ok2 } from "./core.js";
function configurationPaths(config, { root, folder }) {
  if (config === void 0) return CONFIGURATION_PLACES;
  const file = path7.resolve(folder, config);
  return isWithin(root, file) ? [pathWithin(root, file)] : void 0;
}
async function trustedConfiguration(search) {
  const { named, paths, root, folder, bounds, trust } = search;
  if (paths !== void 0 && trust.kind !== "checkout") return ofBase(search, trust, paths);
  const places = paths?.map((it) => path7.join(root, it)) ?? [path7.resolve(folder, named ?? "")];
  for (const file of places) {
    const text = readTextIn(bounds.real, file);
    if (!text.ok) return err3(`${path7.relative(root, file)} ${text.error}`);
    if (text.value === void 0) continue;
    const shown = path7.relative(root, file);
    return countingOf(
      text.value,
      shown,
      baseReader(search, (named2) => besideFile(search, file, named2))
    );
  }
  if (named !== void 0) return err3(`${named} (input config) cannot be read`);
  return ok2(UNCONFIGURED);
}
var UNCONFIGURED = {
  configuration: NO_CONFIGURATION,
  proposed: void 0,
  texts: { configuration: [] },
  warnings: []
};
async function ofBase(search, trust, paths) {
  if (trust.kind === "nowhere") return unreadable(trust.why);
  const base = await baseFile(search, trust.ref, paths);
  if (!base.ok) return unreadable(base.error);
  const proposedIn = (file2) => {
    const text2 = readTextIn(search.bounds.real, path7.join(search.root, file2));
    return text2.ok ? text2.value : void 0;
  };
  if (base.value === void 0) {
    const there = paths.find((file2) => proposedIn(file2) !== void 0);
    const counts = there ?? (search.named === void 0 ? void 0 : paths[0]);
    if (counts === void 0) return ok2(UNCONFIGURED);
    const absent = `${counts} does not count: it is not in the base revision.`;
    return ok2(
      await withProposal({ ...UNCONFIGURED, warnings: [absent] }, proposedIn(counts), void 0, counts)
    );
  }
  const { file, text } = base.value;
  const read = await countingOf(
    text,
    file,
    baseReader(search, (named) => besideAtBase(search, { ref: trust.ref, file, named }))
  );
  if (!read.ok) return unreadable(`${read.error}. Mend it there first`);
  return ok2(await withProposal(read.value, proposedIn(file), text, file));
}
async function countingOf(text, file, readBase) {
  const whole = await wholeConfiguration(text, file, readBase);
  if (!whole.ok) return whole;
  const { configuration, texts, notes } = whole.value;
  return ok2({
    ...{ configuration, proposed: void 0, texts: { configuration: texts } },
    warnings: notes.map((sentence) => `${sentence}.`)
  });
}
function baseReader(search, beside) {
  return async (named) => {
    const read = await (named.kind === "file" ? beside(named) : ofRepository(search, named));
    return read.ok ? ok2({ name: read.value.file, text: read.value.text }) : read;
  };
}
function besideFile({ root, bounds }, file, named) {
  const place = path7.join(path7.dirname(file), named.path);
  const shown = path7.relative(root, place);
  const text = readTextIn(bounds.real, place);
  if (!text.ok) return Promise.resolve(err3(`${shown}, which it extends, ${text.error}`));
  return Promise.resolve(
    text.value === void 0 ? err3(notThere(shown)) : ok2({ file: shown, text: text.value })
  );
}
async function besideAtBase(search, { ref, file, named }) {
  const place = path7.posix.join(path7.posix.dirname(file), named.path);
  if (place.startsWith("../")) return err3(`${file} extends a file outside of the repository`);
  const found = await baseFile(search, ref, [place]);
  if (!found.ok) return found;
  return found.value === void 0 ? err3(notThere(place)) : ok2(found.value);
}
function notThere(file) {
  return `${file}, which the configuration extends, is not there`;
}
async function ofRepository({ connectTo }, { repository, commit, path: file }) {
  const name = `${repository}@${commit.slice(0, 7)}:${file}`;
  if (connectTo === void 0) return err3(`${name}: there is no token to fetch it with (input policy-token)`);
  try {
    const api = await connectTo(repository);
    const found = await api.fileAt(file, commit);
    if (found.kind === "file") return ok2({ file: name, text: found.text });
    return err3(
      found.kind === "absent" ? `${name} is not there, or the token may not read that repository (input policy-token)` : `${name} is no regular file, or too large`
    );
  } catch (error2) {
    return err3(`${name}: GitHub answered ${failureOf(error2).status}`);
  }
}
function unreadable(why) {
  return err3(`the configuration of the base revision cannot be read, so nothing is judged: ${why}`);
}
async function baseFile(search, ref, paths) {
  const { connect } = search;
  if (connect === void 0) return firstOf(paths, (file) => inCheckout(search, ref, file));
  try {
    const api = await connect();
    const found = await firstOf(paths, async (file) => ok2(await api.fileAt(file, ref)));
    if (found.ok && found.value === void 0) await api.readsAt(ref);
    return found;
  } catch (error2) {
    const { kind, status } = failureOf(error2);
    const isWithheld = kind === "forbidden" || kind === "not-found" || kind === "unauthorized";
    return err3(
      `GitHub answered ${status}. ${isWithheld ? "The job needs permissions: contents: read" : "Run the job again"}`
    );
  }
}
async function firstOf(paths, ask) {
  for (const file of paths) {
    const answer = await ask(file);
    if (!answer.ok) return answer;
    if (answer.value.kind === "no-file") return err3(`${file} is no regular file there, or too large`);
    if (answer.value.kind === "file") return ok2({ file, text: answer.value.text });
  }
  return ok2(void 0);
}
async function inCheckout({ root, isOwnRun: isOwnRun2 }, ref, file) {
  const found = isOwnRun2 ? await fileAtCommit(root, ref, file) : void 0;
  return found === void 0 ? err3(
    "there is no github-token to ask with, and the checkout does not reach so far back (fetch-depth: 0)"
  ) : ok2(found);
}
async function withProposal(counting, text, base, file) {
  if (text === void 0 || text === base) return counting;
  const read = await parseConfiguration(text, file);
  if (read.ok) {
    const texts = { ...counting.texts, proposed: [{ name: file, text }] };
    return { ...counting, proposed: read.value, texts };
  }
  const unread = `What would count after the merge cannot be read: ${read.error}.`;
  return { ...counting, warnings: [...counting.warnings, unread] };
}

// src/github/step/step.ts
function runStep(world) {
  const { toolkit } = world;
  return exitStatusOf(
    async () => {
      const inputs = readInputs((name) => toolkit.getInput(name));
      if (!inputs.ok) return inputs;
      for (const token of [inputs.value.token, inputs.value.policyToken]) {
        if (token !== void 0) toolkit.setSecret(token);
      }
      const start = await beginStep(inputs.value, world);
      let status;
      try {
        const step = await prepare(start);
        status = step.ok ? await judgeStep(step.value) : step;
        return status;
      } finally {
        if (status?.ok !== true) await withdraw(start, status?.error);
      }
    },
    (reason) => {
      toolkit.setOutput("conclusion", "error");
      logOf(toolkit).failure(reason);
    }
  );
}
async function beginStep(inputs, world) {
  const runner = readRunner(world.env, world.folder);
  const log = logOf(world.toolkit);
  const workspace = unlinked(runner.workspace);
  const namedFolder = path8.resolve(workspace, inputs.workingDirectory);
  const connect = connector(inputs, runner, world.transport);
  const event = resolveTarget(runner.event);
  const { target, warnings, note } = await findPullRequest(connect, event, runner.repository);
  if (note !== void 0) log.text(note);
  return {
    ...{ inputs, runner, world, log, workspace, namedFolder, target, connect },
    folder: unlinked(namedFolder),
    bounds: stepBounds([runner.workspace, runner.temp]),
    warnings: [...warnings, ...dangers(target)]
  };
}
async function prepare(start) {
  const { inputs, folder, namedFolder, bounds } = start;
  if (leavesBounds(namedFolder, bounds)) {
    return err4("input working-directory leads out of the workspace by a link");
  }
  const names = await filesNamed({ input: "plan", lines: inputs.plan, folder, bounds });
  if (!names.ok) return names;
  const facts = await filesNamed({ input: "facts", lines: inputs.facts, folder, bounds });
  if (!facts.ok) return facts;
  const reports = await filesNamed({ input: "reports", lines: inputs.reports, folder, bounds });
  if (!reports.ok) return reports;
  const placed = (name) => ({ name, file: path8.resolve(folder, name) });
  const folders = { root: rootOf(start, names.value), folder };
  return ok3({
    ...start,
    ...folders,
    plans: stepPlans(names.value, folders),
    facts: { files: facts.value.map(placed), date: void 0 },
    reports: reports.value.map(placed),
    configPaths: configurationPaths(inputs.config, folders)
  });
}
function rootOf({ workspace, folder, runner }, plans) {
  const homes = plans.map((file) => path8.dirname(path8.resolve(folder, file)));
  return repositoryRoot(workspace, [folder, ...homes], runner.repository);
}
function unlinked(folder) {
  return realPath(folder) ?? folder;
}
function connector({ token }, { repository, apiUrl }, transport) {
  const [owner, repo] = repository.split("/");
  if (token === void 0 || owner === void 0 || repo === void 0) return void 0;
  let api;
  return () => api ??= import("./chunks/api-J6QOTKB2.js").then(
    ({ connect }) => connect({ token, apiUrl, owner, repo, transport })
  );
}
function connectorTo({
  inputs: { token, policyToken = token },
  runner: { apiUrl },
  world: { transport }
}) {
  if (policyToken === void 0) return void 0;
  return (repository) => must2(connector({ token: policyToken }, { repository, apiUrl }, transport), "there is a token")();
}
function dangers(target) {
  if (target.kind !== "pr" || target.event !== "pull_request_target" || !target.isFork) return [];
  return [
    "pull_request_target runs with a token that may write, and this pull request comes from a fork: never check out, plan or run anything of it here. See the pair of workflows for forks in examples/workflows."
  ];
}
function judgeStep(step) {
  return step.reports.length > 0 ? mergeReports(step) : checkPlans(step);
}
async function mergeReports(step) {
  const { failOn, expected, mayLack } = step.inputs;
  const { joinedFiles, renderJoined } = await import("./late/command-merge.js");
  const joined2 = await joinedFiles(step.reports, { failOn, expected, mayLack });
  if (!joined2.ok) return joined2;
  const { report } = joined2.value;
  await tell(step, report, renderJoined(joined2.value));
  return ok3(report.conclusion === "pass" ? 0 : 1);
}
async function checkPlans(step) {
  const { inputs, world, root, log, runner, target } = step;
  const read = await trustedConfiguration({
    ...step,
    named: inputs.config,
    paths: step.configPaths,
    trust: trustOf(runner.event, target),
    isOwnRun: isOwnRun(runner.event.name),
    connectTo: connectorTo(step)
  });
  if (!read.ok) return read;
  const { configuration, proposed, texts, warnings } = read.value;
  let base;
  return check({
    configuration,
    proposed,
    apart: world.thread && { program: world.thread, ...texts },
    plans: step.plans.map(({ name, place, module }) => ({
      name,
      file: place,
      source: async () => {
        if (module === void 0) return ok3(void 0);
        return ok3(diskReader({ root, rootModule: module }, await (base ??= historyOf(step))));
      }
    })),
    facts: step.facts,
    failOn: inputs.failOn,
    label: inputs.label,
    requiresCluster: false,
    deadline: inputs.deadline,
    now: world.now,
    prepareEngine: world.prepareEngine,
    note: (sentence) => log.text(`note: ${sentence}`),
    answer: async (report, render) => {
      await tell({ ...step, warnings: [...step.warnings, ...warnings] }, report, render);
      return ok3(void 0);
    }
  });
}
async function historyOf({ root, runner, target }) {
  const isCommit = target.kind === "pr" || target.kind === "commit";
  const baseSha = isCommit && isOwnRun(runner.event.name) ? target.baseSha : void 0;
  return baseSha === void 0 ? void 0 : openBase(root, baseSha);
}
async function tell(step, report, render) {
  const { inputs, runner, log } = step;
  const { toolkit } = step.world;
  toolkit.setOutput("conclusion", report.conclusion);
  toolkit.setOutput("effective-fingerprint", report.effectiveFingerprint() ?? "");
  for (const severity of SEVERITIES) {
    toolkit.setOutput(severity, String(report.summary[severity]));
  }
  const unwritten = await writeReports({ ...step, taken: filesRead(step) }, render);
  const page = inputs.summary ? runner.summaryFile : void 0;
  const isLost = page !== void 0 && !appendText(page, renderJobSummary(report, inputs));
  const annotations = inputs.annotations ? annotationsOf(report, { error: 10, warning: 9, notice: 10 }) : [];
  annotations.forEach(log.annotate);
  log.text(await render("text"));
  const { url = "", warnings, note } = await postTo(step, report);
  if (note !== void 0) log.text(note);
  toolkit.setOutput("review-url", url);
  const summaryWarnings = isLost ? ["The job summary could not be written."] : [];
  const all = /* @__PURE__ */ new Set([...step.warnings, ...unwritten, ...summaryWarnings, ...warnings]);
  if (all.size > 0) log.own("warning", [...all].join(" "));
  const isMarked = annotations.some(({ level }) => level === "error");
  if (report.conclusion === "fail" && !isMarked) log.own("error", "The plan does not pass.");
}
function filesRead({ plans, facts, reports, configPaths = [], root }) {
  const configs = configPaths.map((file) => path8.join(root, file));
  const read = [...facts.files, ...reports].map(({ file }) => file);
  return [...plans.map(({ place }) => place), ...read, ...configs];
}
async function postTo(step, report) {
  const { inputs, runner, target, root, world } = step;
  if (target.kind !== "pr") return { url: void 0, warnings: [] };
  const connect = connector(inputs, runner, world.transport);
  if (connect === void 0) return { url: void 0, warnings: inputs.review === "off" ? [] : [NO_TOKEN] };
  const { post, retireVerdict } = await import("./chunks/post-XKAVXGEF.js");
  if (inputs.review === "off") return retireVerdict(connect, standingVerdict(step, target, root));
  return post(connect, {
    report,
    ...standingVerdict(step, target, root),
    mode: inputs.review,
    comment: inputs.comment,
    run: runner.run,
    roots: report.plans.map(({ root: module }) => module === "" ? "." : module),
    readLines: (file) => {
      const text = readTextIn2([root], path8.join(root, file));
      return text.ok ? text.value?.split(/\r?\n/) : void 0;
    },
    grammar: readGrammar,
    budget: postingBudget(world.transport.totalMs),
    configPaths: step.configPaths ?? []
  });
}
function useOf({ inputs: { label, plan, reports }, runner, folder }, root) {
  const files = [...plan, ...reports].map(stableName);
  return label === void 0 ? [runner.job, pathWithin2(root, folder), ...files] : [label];
}
function contextOf({ inputs: { label }, runner }, { headSha }) {
  const { serverUrl, repository, runUrl } = runner;
  return { label, commit: headSha, serverUrl, repository, runUrl };
}
function standingVerdict(start, target, root) {
  return { target, use: useOf(start, root), context: contextOf(start, target) };
}
async function withdraw(start, reason) {
  const { inputs, runner, target, world, log } = start;
  if (inputs.summary && runner.summaryFile !== void 0) {
    appendText(runner.summaryFile, `${renderUnjudged({ label: inputs.label }, reason)}
`);
  }
  const connect = connector(inputs, runner, world.transport);
  if (inputs.review === "off" || target.kind !== "pr" || connect === void 0) return;
  const { withdrawVerdict } = await import("./chunks/post-XKAVXGEF.js");
  const standing = standingVerdict(start, target, rootOf(start, inputs.plan));
  const { warnings, note } = await withdrawVerdict(connect, standing);
  if (note !== void 0) log.text(note);
  const all = [...start.warnings, ...warnings];
  if (all.length > 0) log.own("warning", all.join(" "));
}

// src/action.ts
process.exitCode = await runStep({
  env: process.env,
  folder: process.cwd(),
  id: String(process.pid),
  toolkit: core_exports,
  now: /* @__PURE__ */ new Date(),
  thread: new URL("./worker.js", import.meta.url),
  prepareEngine: engineFor,
  transport: GITHUB
});
