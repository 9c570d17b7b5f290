import {
  appendText,
  isOwnRun,
  isWithin,
  keyOf,
  realPath,
  resolveTarget,
  saveText,
  slashed,
  stableName,
  textOf
} from "./chunks/chunk-QWKZZDAZ.js";
import {
  failureOf,
  isSha
} from "./chunks/chunk-UQJVGZWY.js";
import {
  MARKS,
  blockSection,
  codeInCell,
  countsLine,
  details,
  fence,
  heading,
  partLines,
  proseInCell,
  resolvedLines,
  roleOf,
  rowIds,
  smallPrint,
  statesTable,
  waivedList
} from "./chunks/chunk-5WITFNL2.js";
import {
  bytesOf,
  cutToBytes,
  fitItems
} from "./chunks/chunk-ZHBXVDKS.js";
import {
  CONFIGURATION_PLACES,
  VERSION,
  diskReader,
  engineFor,
  keepAlive,
  openBase,
  readBytes,
  runInSource,
  sourceDirectory
} from "./chunks/chunk-KOP6NJPD.js";
import "./chunks/chunk-HZ3BLSY2.js";
import "./chunks/chunk-GQBZ343B.js";
import {
  NO_PLACE
} from "./chunks/chunk-T4XGEMMG.js";
import {
  CHECKS
} from "./chunks/chunk-LGCENKN6.js";
import {
  CHECK_IDS
} from "./chunks/chunk-TIZTVMQR.js";
import {
  NO_CONFIGURATION,
  err,
  ok
} from "./chunks/chunk-X5LUL77T.js";
import {
  renderJson
} from "./chunks/chunk-TQ2HIHYT.js";
import {
  renderText
} from "./chunks/chunk-UDJTE6FX.js";
import {
  actionsPhrase,
  blocksOf,
  capped,
  count,
  networkName
} from "./chunks/chunk-HJP2EGKC.js";
import {
  isInCheckout,
  plain
} from "./chunks/chunk-AGEHMA6A.js";
import {
  ROLES,
  ROLE_NAMES
} from "./chunks/chunk-KRDRI2YL.js";
import "./chunks/chunk-ALZ5PEDL.js";
import {
  MODEL,
  tableOf
} from "./chunks/chunk-BC6WHAUI.js";
import {
  __export
} from "./chunks/chunk-SEWDMQ6Q.js";

// src/action.ts
import path10 from "node:path";

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
    } catch (err2) {
      if (err2.code === "ENOENT") {
        return false;
      }
      throw err2;
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
    } catch (err2) {
      if (err2.code !== "ENOENT") {
        console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err2}`);
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
      } catch (err2) {
        if (err2.code !== "ENOENT") {
          console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err2}`);
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
          } catch (err2) {
            console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err2}`);
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
function which(tool, check) {
  return __awaiter3(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    if (check) {
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
    } catch (err2) {
      this._debug(`error processing line. Failed with error ${err2}`);
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
        cp.on("error", (err2) => {
          state.processError = err2.message;
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

// src/github/base-configuration.ts
import path6 from "node:path";
function trustedCommit(target) {
  switch (target.kind) {
    case "pr":
      return target.baseSha;
    case "workflow-run":
      return target.sha === "" ? void 0 : target.sha;
    case "commit":
      return target.baseSha;
    case "none":
      return void 0;
  }
}
function configurationPaths(config, places, { root, folder }) {
  if (config === void 0) return places;
  const file = path6.relative(root, path6.resolve(folder, config));
  const isOutside = file.startsWith("..") || path6.isAbsolute(file);
  return isOutside ? void 0 : [file.replaceAll(path6.sep, "/")];
}
async function configurationAt(connect, commit, places) {
  const [first = ""] = places.paths;
  const known = places.paths.find((file) => places.readCheckout(file) !== void 0);
  const none = (why) => ({
    text: void 0,
    path: known ?? first,
    isBase: true,
    // Most repositories have no configuration: nothing is missing there.
    warnings: known === void 0 && !places.isNamed ? [] : [`${known ?? first} does not count: ${why}`]
  });
  if (connect === void 0) return none("it is read from the base revision, and there is no github-token.");
  try {
    const api = await connect();
    for (const file of places.paths) {
      const text = await api.fileAt(file, commit);
      if (text !== void 0) return { text, path: file, isBase: true, warnings: [] };
    }
    return none("it is not in the base revision, or the token lacks permissions: contents: read.");
  } catch (error2) {
    const { status } = failureOf(error2);
    return none(
      `it is read from the base revision, and GitHub did not give it (${status}). The job needs permissions: contents: read.`
    );
  }
}

// src/github/checkout.ts
import { existsSync as existsSync2 } from "node:fs";
import path7 from "node:path";
function repositoryRoot(workspace, folders, repository) {
  const checkouts = folders.flatMap((folder) => foldersTo(workspace, folder).filter(isCheckout));
  return checkouts.find((it) => isFetchedFrom(it, repository)) ?? checkouts[0] ?? workspace;
}
function foldersTo(workspace, folder) {
  if (!isWithin(workspace, folder)) return [];
  const names = path7.relative(workspace, folder).split(path7.sep);
  return [workspace, ...names.map((_, index) => path7.join(workspace, ...names.slice(0, index + 1)))];
}
function isCheckout(folder) {
  return existsSync2(path7.join(folder, ".git"));
}
function isFetchedFrom(checkout, repository) {
  const urls = textOf(path7.join(checkout, ".git/config"))?.match(/^\s*url\s*=.*$/gm) ?? [];
  const [owner = "", name = ""] = repository.toLowerCase().split("/");
  return urls.some((url) => {
    const [last, before] = url.trim().toLowerCase().split(/[/:]/).reverse();
    return before === owner && last?.replace(/\.git$/, "") === name;
  });
}

// src/github/find-pull-request.ts
var NO_TOKEN = "Nothing was posted on the pull request: there is no github-token. The job needs permissions: pull-requests: write.";
async function findPullRequest(connect, target, repository) {
  if (target.kind !== "workflow-run") return { target, warnings: [] };
  const { headSha, headOwner, headRepository, headBranch } = target;
  if (connect === void 0) return { target, warnings: [NO_TOKEN] };
  try {
    const api = await connect();
    const open2 = await api.pullRequestsFrom(headOwner, headBranch);
    const found = open2.filter((it) => it.headSha === headSha && it.headRepository === headRepository);
    const [pull] = found;
    if (pull === void 0 || found.length > 1) return { target, warnings: [], note: noteFor(found.length) };
    return {
      target: {
        kind: "pr",
        event: "workflow_run",
        number: pull.number,
        headSha,
        baseSha: pull.baseSha,
        baseRef: pull.baseRef,
        isFork: headRepository !== repository,
        isDependabot: false,
        author: pull.author
      },
      warnings: []
    };
  } catch (error2) {
    const { status } = failureOf(error2);
    const warning2 = `The pull request of the run was not found (${status}), so nothing is posted. The job needs permissions: pull-requests: write.`;
    return { target, warnings: [warning2] };
  }
}
function noteFor(found) {
  return found === 0 ? "No open pull request has the commit of the first run as its head, so nothing is posted." : `${found} open pull requests have the commit of the first run as their head, so nothing is posted.`;
}

// src/github/inputs.ts
function readInputs(get) {
  const optional = (name) => {
    const text = get(name).trim();
    return text === "" ? void 0 : text;
  };
  const plan = get("plan").split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
  if (plan.length === 0) return err("input plan is empty. Name the JSON of a plan: plan: plan.json");
  const failOn = choice("fail-on", optional("fail-on"), ["critical", "warning", "notice", "never"]);
  if (!failOn.ok) return failOn;
  const review = choice("review", optional("review"), ["comment", "request-changes", "off"]);
  if (!review.ok) return review;
  const annotations = choice("annotations", optional("annotations")?.toLowerCase(), ["true", "false"]);
  if (!annotations.ok) return annotations;
  const summary2 = choice("summary", optional("summary")?.toLowerCase(), ["true", "false"]);
  if (!summary2.ok) return summary2;
  return ok({
    plan,
    config: optional("config"),
    workingDirectory: optional("working-directory") ?? ".",
    failOn: failOn.value,
    label: optional("label"),
    review: review.value ?? "comment",
    annotations: annotations.value !== "false",
    summary: summary2.value !== "false",
    sarifFile: optional("sarif-file"),
    reportFile: optional("report-file"),
    token: optional("github-token")
  });
}
function choice(name, text, allowed) {
  if (text === void 0) return ok(void 0);
  const value = allowed.find((it) => it === text);
  return value === void 0 ? err(`input ${name} must be one of ${allowed.join(", ")}`) : ok(value);
}

// src/github/log.ts
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
var BREAKS = /\r\n|[\n\v\f\r\u{85}\u{2028}\u{2029}]/u;
function safeLog(text) {
  for (const line of text.replace(/\n$/, "").split(BREAKS)) info(safeLine(line));
}
function safeLine(line) {
  const shown = line.split("	").map((part) => part.replace(INVISIBLE, "")).join("	").replace(/##(?=(?:vso)?\[)/gi, "## ");
  return /^\s*::/.test(shown) ? `| ${shown}` : shown;
}
function annotate({ level, file, line, title, message }) {
  const place = {
    ...file === void 0 ? {} : { file },
    ...line === void 0 ? {} : { startLine: line }
  };
  core_exports[level](message, { title, ...place });
}

// src/github/plan-files.ts
import { existsSync as existsSync3 } from "node:fs";
import path8 from "node:path";
var MAGIC = /[*?[\]{}()]/;
async function planFiles(lines, folder) {
  const ignore = lines.filter((line) => line.startsWith("!")).map((line) => slashes(line.slice(1)));
  const files = /* @__PURE__ */ new Map();
  const add = (file) => {
    const place = path8.resolve(folder, file);
    if (!files.has(place)) files.set(place, file);
  };
  for (const line of lines) {
    if (line.startsWith("!")) continue;
    if (!MAGIC.test(line) || existsSync3(path8.resolve(folder, line))) {
      add(line);
      continue;
    }
    const { glob } = await import("./chunks/dist-3X6BM54I.js");
    const found = await glob(slashes(line), { cwd: folder, ignore, dot: true, expandDirectories: false });
    if (found.length === 0) return err(`input plan: no file matches ${line}`);
    for (const file of found.sort()) add(file);
  }
  return files.size === 0 ? err("input plan names no file") : ok([...files.values()]);
}
function slashes(pattern) {
  return pattern.replaceAll(path8.sep, "/");
}

// src/github/runner.ts
import { readFileSync } from "node:fs";
function readRunner(env, folder) {
  const text = (name) => env[name] ?? "";
  const serverUrl = env["GITHUB_SERVER_URL"] ?? "https://github.com";
  const [id, attempt] = [text("GITHUB_RUN_ID"), text("GITHUB_RUN_ATTEMPT")].map((it) => digits(it));
  const repository = text("GITHUB_REPOSITORY");
  const summaryFile = text("GITHUB_STEP_SUMMARY");
  return {
    workspace: text("GITHUB_WORKSPACE") === "" ? folder : text("GITHUB_WORKSPACE"),
    repository: /^[\w.-]+\/[\w.-]+$/.test(repository) ? repository : "",
    apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
    serverUrl,
    event: {
      name: text("GITHUB_EVENT_NAME"),
      payload: payloadOf(text("GITHUB_EVENT_PATH")),
      sha: isSha(text("GITHUB_SHA")) ? text("GITHUB_SHA") : "",
      actor: text("GITHUB_ACTOR")
    },
    run: `${id ?? "0"}.${attempt ?? "1"}`,
    runUrl: `${serverUrl}/${repository}/actions/runs/${id ?? "0"}/attempts/${attempt ?? "1"}`,
    job: `${text("GITHUB_WORKFLOW")} ${text("GITHUB_JOB")}`,
    temp: text("RUNNER_TEMP") === "" ? folder : text("RUNNER_TEMP"),
    summaryFile: summaryFile === "" ? void 0 : summaryFile
  };
}
function digits(text) {
  return /^\d{1,20}$/.test(text) ? text : void 0;
}
function payloadOf(path11) {
  try {
    return path11 === "" ? void 0 : JSON.parse(readFileSync(path11, "utf8"));
  } catch {
    return void 0;
  }
}

// src/github/step-configuration.ts
import path9 from "node:path";
async function stepConfiguration(search) {
  const { named, paths, root, folder, target } = search;
  const commit = trustedCommit(target);
  if (commit !== void 0 && paths !== void 0) return ok(await ofBase(search, commit, paths));
  const places = paths?.map((it) => path9.join(root, it)) ?? [path9.resolve(folder, named ?? "")];
  for (const file of places) {
    const text = textOf(file);
    if (text === void 0) continue;
    const read = await parse(text, path9.relative(root, file));
    return read.ok ? ok({ configuration: read.value, warnings: [] }) : read;
  }
  if (named !== void 0) return err(`${named} (input config) cannot be read`);
  return ok({ configuration: NO_CONFIGURATION, warnings: [] });
}
async function ofBase({ named, root, connect }, commit, paths) {
  const readCheckout = (file) => textOf(path9.join(root, file));
  const base = await configurationAt(connect, commit, { paths, isNamed: named !== void 0, readCheckout });
  const proposed = await proposalWarnings(readCheckout(base.path), base);
  const warnings = [...base.warnings, ...proposed];
  if (base.text === void 0) return { configuration: NO_CONFIGURATION, warnings };
  const read = await parse(base.text, base.path);
  if (read.ok) return { configuration: read.value, warnings };
  const broken = `The configuration of the base revision cannot be read, so the defaults count: ${read.error}.`;
  return { configuration: NO_CONFIGURATION, warnings: [...warnings, broken] };
}
async function proposalWarnings(proposed, base) {
  if (proposed === void 0 || proposed === base.text) return [];
  const read = await parse(proposed, base.path);
  return read.ok ? [] : [`What would count after the merge cannot be read: ${read.error}.`];
}
async function parse(text, file) {
  const { readConfiguration } = await import("./chunks/read-configuration-QQ7HPR5X.js");
  const read = readConfiguration(text, CHECK_IDS);
  return read.ok ? read : err(`${file}: ${read.error.message}`);
}

// src/report/annotations.ts
var LIMITS = { error: 10, warning: 10, notice: 10 };
var TITLE_LIMIT = 255;
var MESSAGE_LIMIT = 4096;
var LEVELS = {
  critical: "error",
  warning: "warning",
  notice: "notice"
};
function annotationsOf(report, limits = LIMITS) {
  const { blocks } = blocksOf(report);
  const used = { error: 0, warning: 0, notice: 0 };
  const shown = blocks.filter(({ severity }) => ++used[LEVELS[severity]] <= limits[LEVELS[severity]]);
  const left = /* @__PURE__ */ new Map();
  for (const { severity } of blocks) {
    const level = LEVELS[severity];
    left.set(level, Math.max(0, used[level] - Math.max(0, limits[level])));
  }
  const tail = leftText(left);
  return shown.map(
    (block, index) => annotation(block, tail !== "" && index === shown.length - 1 ? tail : "")
  );
}
function leftText(left) {
  const counts = [...left].filter(([, n]) => n > 0).map(([level, n]) => count(n, `more ${level}`));
  return counts.length === 0 ? "" : ` No room here for ${counts.join(", ")}: see the job summary.`;
}
function annotation(block, tail) {
  const { file, line } = placeOf(block.causes);
  const room = MESSAGE_LIMIT - bytesOf(tail);
  return {
    level: LEVELS[block.severity],
    ...file === null ? {} : { file },
    ...file === null || line === null ? {} : { line },
    title: cutToBytes(titleOf(block), TITLE_LIMIT),
    message: cutToBytes(messageOf(block), room) + tail
  };
}
function placeOf(causes) {
  const cause = causes.find((it) => isInCheckout(it) && plain(it.file ?? "", Infinity) === it.file);
  return cause ?? NO_PLACE;
}
var ID_LIMIT = 8;
function titleOf(block) {
  const ids = rowIds(block);
  const title = plain(block.title, TITLE_LIMIT).trim() === "" ? block.checks.join(", ") : block.title;
  return plain(ids.length === 0 ? title : `${title} (${capped(ids, ID_LIMIT)})`, TITLE_LIMIT);
}
var ROW_LIMIT = 6;
var SENTENCE_LIMIT = 5;
function messageOf({ rows, sentences, causes, witness, remedy, cluster }) {
  const lost = rows.filter(({ what }) => what !== "");
  const [cause, ...others] = causes;
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  const parts = [
    ...cluster === null ? [] : [`Cluster ${cluster}.`],
    ...cause === void 0 ? [] : [`Cause: ${cause.address}, ${actionsPhrase(cause.actions)}${more}.`],
    ...lost.length === 0 ? [] : [`${rowTexts(lost)}.`],
    ...sentences.slice(0, SENTENCE_LIMIT),
    ...witness === null ? [] : [`For example: ${witness}.`],
    `To mend it: ${remedy}`
  ];
  return parts.map((part) => plain(part, MESSAGE_LIMIT)).join(" ");
}
function rowTexts(rows) {
  const texts = rows.slice(0, ROW_LIMIT).map(
    ({ requirement, what, peers, impact }) => [`${requirement} ${what} ${peers}`, ...impact === "" ? [] : [impact]].join(": ")
  );
  const left = rows.length - texts.length;
  return [...texts, ...left > 0 ? [`${left} more`] : []].join("; ");
}

// src/report/mermaid.ts
var LABEL_LIMIT = 80;
var EDGE_LIMIT = 30;
var ROW_LIMIT2 = 4;
function mermaidLabel(text) {
  const label = plain(text, LABEL_LIMIT).replaceAll(/[!-/:-@[-`{-~]/g, (character) => SAFE.has(character) ? character : fullWidth(character)).replaceAll("//", "/／").replaceAll(/:(?=fa-)/g, "：").replace(/^(\d+)\. /, "$1． ").replace(/^([-+]) /, "·$1 ");
  return `"${label.trim() === "" ? "(empty)" : label}"`;
}
var SAFE = new Set("-+.,:/_()'=");
function fullWidth(character) {
  return String.fromCodePoint((character.codePointAt(0) ?? 0) + 65248);
}
function pictureOf(blocks) {
  const all = edgesOf(blocks);
  if (all.length === 0) return void 0;
  const edges = all.slice(0, EDGE_LIMIT);
  const ids = /* @__PURE__ */ new Map();
  for (const { from, to } of edges) {
    for (const end of [from, to]) if (!ids.has(end)) ids.set(end, `n${ids.size}`);
  }
  const id = (name) => ids.get(name) ?? "n";
  const lost = edges.flatMap(({ isForGood }, index) => isForGood ? [index] : []);
  const lines = [
    "flowchart LR",
    ...[...ids].map(([name, node]) => `  ${node}[${mermaidLabel(name)}]`),
    ...edges.map(
      (edge) => `  ${id(edge.from)} ${edge.isForGood ? "--x" : "-.-x"}|${mermaidLabel(labelOf(edge))}| ${id(edge.to)}`
    ),
    ...lost.length === 0 ? [] : [`  linkStyle ${lost.join(",")} stroke:#cf222e,stroke-width:2px`]
  ];
  return { text: lines.join("\n"), left: all.length - edges.length };
}
function labelOf({ what, rows }) {
  return `${capped([...what], 2)} (${capped([...rows], ROW_LIMIT2)})`;
}
function edgesOf(blocks) {
  const edges = /* @__PURE__ */ new Map();
  for (const block of blocks) {
    if (block.change !== "introduced" && block.change !== "transient") continue;
    for (const { requirement, what, peers } of block.rows) {
      const ends = endsOf(block, requirement, peers);
      if (what === "" || ends === void 0) continue;
      const key = JSON.stringify([block.change, ends]);
      const edge = edges.get(key) ?? {
        ...ends,
        isForGood: block.change === "introduced",
        what: /* @__PURE__ */ new Set(),
        rows: /* @__PURE__ */ new Set()
      };
      edge.what.add(what);
      edge.rows.add(requirement);
      edges.set(key, edge);
    }
  }
  return [...edges.values()];
}
function endsOf({ cluster, pool }, requirement, peers) {
  const [, direction, peer] = /^(from|to) (.*)$/.exec(peers) ?? [];
  const role = roleOf({ requirement });
  if (peer === void 0 || role === void 0) return void 0;
  const of = (name) => cluster === null ? name : `${name}, ${cluster}`;
  const member = of(pool ?? ROLE_NAMES[role]);
  const other = Object.values(ROLE_NAMES).includes(peer) ? of(peer) : peer;
  return direction === "from" ? { from: other, to: member } : { from: member, to: other };
}

// src/report/subject-table.ts
var NAMES = { node: "worker nodes", control: "masters", eni: "pods (ENI)" };
var SUBJECT_LIMIT = 200;
var NAME_LIMIT = 3;
var CELL_IDS = 6;
function subjectTable(report, found, limit) {
  const subjects = subjectsOf(report);
  const numbers = MODEL.map(({ table }) => table).filter(
    (table) => subjects.some((subject) => tablesOf(subject, report).has(table))
  );
  if (numbers.length === 0) return "";
  const head = ["cluster", "subject", "security group", ...numbers.map((table) => `Table ${table}`)];
  const lines = subjects.slice(0, SUBJECT_LIMIT).map((subject) => {
    const tables = tablesOf(subject, report);
    const cells = [
      codeInCell(subject.cluster),
      subject.pool === null ? NAMES[subject.role] : codeInCell(subject.pool),
      groupNames(subject.groups),
      ...numbers.map((table) => tables.has(table) ? standing(subject, table, found) : "–")
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const top = `| ${head.join(" | ")} |
|${head.map(() => "---").join("|")}|`;
  const body = fitItems({
    items: lines,
    total: subjects.length,
    limit: limit - top.length - 1,
    more: (left) => `| ${left} more |${" |".repeat(head.length - 1)}`
  });
  return `${top}
${body}`;
}
function subjectsOf({ groups, findings }) {
  const subjects = /* @__PURE__ */ new Map();
  for (const group2 of groups) {
    const role = ROLES.find((name) => name === group2.role);
    if (role === void 0) continue;
    const key = JSON.stringify([group2.cluster, ROLES.indexOf(role)]);
    const same = subjects.get(key)?.groups ?? [];
    subjects.set(key, { cluster: group2.cluster, role, pool: null, groups: [...same, group2] });
  }
  for (const { cluster, pool, group: group2 } of findings) {
    if (cluster === null || pool === null) continue;
    const own = groups.filter(
      (entry) => entry.cluster === cluster && (entry.name === group2 || entry.address === group2 || entry.id === group2)
    );
    subjects.set(JSON.stringify([cluster, pool]), { cluster, role: "node", pool, groups: own });
  }
  return [...subjects.values()];
}
function groupNames(groups) {
  const names = groups.map(({ name, address, id }) => name ?? address ?? id ?? "(not known)");
  return capped([...new Set(names)].map(codeInCell), NAME_LIMIT);
}
function tablesOf({ cluster, role }, { clusters }) {
  const models = clusters.filter(({ name }) => name === cluster).map(({ networkModel }) => modelOf(networkModel));
  const own = models.flatMap((model) => model === void 0 ? [] : [tableOf(role, model)?.table]);
  const known = own.filter((table) => table !== void 0);
  return new Set(role === "node" && known.length > 0 ? [...known, 8] : known);
}
function modelOf(text) {
  return ["vpc-router", "overlay_l2", "eni"].find((model) => model === text);
}
var UNJUDGED = /* @__PURE__ */ new Set([
  "essential-rule",
  "required-access",
  "egress-minimum",
  "group-lifecycle",
  "unknown-group",
  "not-covered"
]);
function standing(subject, table, { blocks, waived }) {
  const isIts = ({ cluster, pool }) => cluster === subject.cluster && pool === subject.pool;
  const concerned = blocks.filter(isIts);
  const hidden = rowsIn(waived.filter(isIts), table, subject.role);
  const cells = [
    ...concerned.flatMap((block) => {
      const ids = rowsIn(block.rows, table, subject.role);
      return ids === "" ? [] : [`${MARKS[block.severity]} ${ids}`];
    }),
    ...hidden === "" ? [] : [`waived ${hidden}`]
  ];
  if (cells.length > 0) return cells.join(" ");
  const doubt = concerned.find(
    ({ rows, checks, group: group2 }) => rows.length === 0 && checks.some((check) => UNJUDGED.has(check)) && isOf(group2, subject)
  );
  return doubt === void 0 ? "✔" : `${MARKS[doubt.severity]} see below`;
}
function rowsIn(rows, table, role) {
  const ids = [...new Set(rows.map(({ requirement }) => requirement ?? ""))].filter(
    (id) => id.startsWith(`T${table}.`) && roleOf({ requirement: id }) === role
  );
  return proseInCell((ids.length > CELL_IDS + 1 ? [...ids.slice(0, CELL_IDS), "…"] : ids).join(" "));
}
function isOf(group2, { groups }) {
  return group2 === null || groups.some(({ name, address, id }) => name === group2 || address === group2 || id === group2);
}

// src/report/job-summary.ts
var LIMIT = 1e6;
var LISTS_LIMIT = 1e5;
function renderJobSummary(report) {
  const { blocks, waived } = blocksOf(report);
  const more = (left) => `${left} more, not shown here`;
  const head = [
    heading(report, blocks),
    countsLine(report, blocks, {}),
    ...partLines(report),
    subjectTable(report, { blocks, waived }, LISTS_LIMIT),
    picture(blocks)
  ];
  const states = statesTable(report, LISTS_LIMIT, more);
  const mended = resolvedLines(report);
  const hidden = waivedList(waived, LISTS_LIMIT, more);
  const end = [
    fitItems({ items: mended, total: mended.length, limit: LISTS_LIMIT, more }),
    states === "" ? "" : details("How each row stands: before, while applying, after", states),
    hidden === "" ? "" : details(`Waived: ${waived.length}`, hidden),
    clusterTable(report),
    smallPrint(report)
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
function picture(blocks) {
  const drawn = pictureOf(blocks);
  if (drawn === void 0) return "";
  const left = drawn.left === 0 ? "" : ` ${count(drawn.left, "more path is", "more paths are")} not drawn.`;
  return `${fence(drawn.text, "mermaid")}

<sub>Crossed: no longer let through. Dotted: may be cut while the plan is applied.${left}</sub>`;
}
var CLUSTER_LIMIT = 50;
var CIDR_LIMIT = 4;
function clusterTable({ clusters }) {
  if (clusters.length === 0) return "";
  const head = "| cluster | network | VPC | containers | masters | DNS servers |\n|---|---|---|---|---|---|";
  const body = fitItems({
    items: clusters.slice(0, CLUSTER_LIMIT).map(clusterLine),
    total: clusters.length,
    limit: LISTS_LIMIT,
    more: (left) => `| ${left} more | | | | | |`
  });
  return details("What each cluster is taken to be", `${head}
${body}`);
}
function clusterLine({ name, networkModel, sources, ...cluster }) {
  const cell = (values, source) => {
    const shown = capped(values.map(codeInCell), CIDR_LIMIT);
    return values.length === 0 ? "not known" : `${shown} from ${codeInCell(source)}`;
  };
  return `| ${[
    codeInCell(name),
    proseInCell(networkName(networkModel)),
    cell(cluster.vpcCidrs, sources.vpcCidrs),
    cell(cluster.containerCidrs, sources.containerCidrs),
    cell(cluster.masterCidrs, sources.masterCidrs),
    cell(cluster.dnsServers, sources.dnsServers)
  ].join(" | ")} |`;
}

// src/action.ts
var PASS = 0;
var FAIL = 1;
var COULD_NOT_JUDGE = 2;
var OWN = { title: "cce-plan-guard" };
async function main() {
  const inputs = readInputs((name) => getInput(name));
  if (!inputs.ok) return refuse(inputs.error);
  if (inputs.value.token !== void 0) setSecret(inputs.value.token);
  const prepared = await prepare(inputs.value);
  if (!prepared.ok) return refuse(prepared.error);
  const step = prepared.value;
  const { root, folder, target, connect, configPaths: paths } = step;
  const search = { named: inputs.value.config, paths, root, folder, target, connect };
  const read = await stepConfiguration(search);
  if (!read.ok) return refuse(read.error);
  step.warnings.push(...read.value.warnings);
  const report = await judge(step, read.value.configuration);
  return report.ok ? tell(step, report.value) : refuse(report.error);
}
async function prepare(inputs) {
  const runner = readRunner(process.env, process.cwd());
  const { repository, event } = runner;
  const workspace = realPath(runner.workspace);
  const folder = realPath(path10.resolve(workspace, inputs.workingDirectory));
  const files = await planFiles(inputs.plan, folder);
  if (!files.ok) return files;
  const places = files.value.map((file) => path10.resolve(folder, file));
  const root = repositoryRoot(workspace, [folder, ...places.map((place) => path10.dirname(place))], repository);
  const connect = connector(inputs, runner);
  const { target, warnings, note } = await findPullRequest(connect, resolveTarget(event), repository);
  if (note !== void 0) safeLog(note);
  return ok({
    inputs,
    runner,
    plans: files.value.map((name) => planFile(name, { root, folder })),
    target,
    connect,
    folder,
    root,
    configPaths: configurationPaths(inputs.config, CONFIGURATION_PLACES, { root, folder }),
    warnings: [...warnings, ...dangers(target)]
  });
}
function planFile(name, { root, folder }) {
  const place = path10.resolve(folder, name);
  const beside = path10.dirname(place);
  const module = isWithin(root, beside) && sourceDirectory(place) === beside ? beside : folder;
  return { name, place, module: isWithin(root, module) ? slashed(root, module) : void 0 };
}
function connector({ token }, { repository, apiUrl }) {
  const [owner, repo] = repository.split("/");
  if (token === void 0 || owner === void 0 || repo === void 0) return void 0;
  let api;
  return () => api ??= import("./chunks/api-WF2SPILC.js").then(({ connect }) => connect({ token, apiUrl, owner, repo }));
}
function dangers(target) {
  if (target.kind !== "pr" || target.event !== "pull_request_target" || !target.isFork) return [];
  return [
    "pull_request_target runs with a token that may write, and this pull request comes from a fork: never check out, plan or run anything of it here. See the pair of workflows for forks in examples/workflows."
  ];
}
async function judge(step, configuration) {
  const { inputs, root } = step;
  const base = await historyOf(step);
  const plans = [];
  for (const { name, place, module } of step.plans) {
    const bytes = readBytes(place);
    if (!bytes.ok) return err(`${name} ${bytes.error}`);
    const source = module === void 0 ? {} : { source: diskReader({ root, rootModule: module }, base) };
    plans.push({ path: name, bytes: bytes.value, label: inputs.label, ...source });
  }
  const settle = engineFor(plans);
  const result = await runInSource({
    plans,
    configuration,
    failOn: inputs.failOn ?? configuration.failOn ?? "critical",
    today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10)
  });
  await settle();
  if (!result.ok) return err(`${result.error.path} ${result.error.error.message}`);
  for (const note of result.value.notes) safeLog(`note: ${note}`);
  return ok(result.value.report);
}
async function historyOf({ root, runner, target }) {
  const isCommit = target.kind === "pr" || target.kind === "commit";
  const baseSha = isCommit && isOwnRun(runner.event.name) ? target.baseSha : void 0;
  return baseSha === void 0 ? void 0 : openBase(root, baseSha);
}
async function tell(step, report) {
  const { inputs, runner, warnings } = step;
  const isFail = report.conclusion === "fail";
  setOutput("conclusion", report.conclusion);
  for (const severity of ["critical", "warning", "notice"]) {
    setOutput(severity, String(report.summary[severity]));
  }
  await writeFiles(step, report);
  const page = runner.summaryFile;
  if (inputs.summary && page !== void 0 && !appendText(page, renderJobSummary(report))) {
    warnings.push("The job summary could not be written.");
  }
  const annotations = inputs.annotations ? annotationsOf(report, { error: 10, warning: 9, notice: 10 }) : [];
  annotations.forEach(annotate);
  safeLog(renderText(report, { colors: false }));
  const posted = await postTo(step, report);
  if (posted?.note !== void 0) safeLog(posted.note);
  setOutput("review-url", posted?.url ?? "");
  const all = [.../* @__PURE__ */ new Set([...warnings, ...posted?.warnings ?? []])];
  if (all.length > 0) warning(safeLine(all.join(" ")), OWN);
  if (isFail && !annotations.some(({ level }) => level === "error"))
    error("The plan does not pass.", OWN);
  return isFail ? FAIL : PASS;
}
async function writeFiles({ inputs, runner, folder, plans, warnings }, report) {
  const save = (file, text) => {
    if (saveText(file, text)) return file;
    warnings.push(`${path10.basename(file)} could not be written.`);
    return "";
  };
  const { reportFile, sarifFile, label } = inputs;
  const place = reportFile === void 0 ? path10.join(runner.temp, `cce-plan-guard-${process.pid}.json`) : path10.resolve(folder, reportFile);
  setOutput("report", save(place, renderJson(report)));
  if (sarifFile === void 0) {
    setOutput("sarif", "");
    return;
  }
  const { renderSarif } = await import("./chunks/sarif-3RGIAJND.js");
  const fallbackFile = path10.posix.join(plans[0]?.module ?? "", "main.tf");
  const sarif = renderSarif(report, CHECKS, { label, fallbackFile, version: VERSION });
  setOutput("sarif", save(path10.resolve(folder, sarifFile), sarif));
}
async function postTo(step, report) {
  const { inputs, runner, target, connect, root, folder } = step;
  if (inputs.review === "off" || target.kind !== "pr") return void 0;
  if (connect === void 0) return { url: void 0, warnings: [NO_TOKEN], note: void 0 };
  const { post } = await import("./chunks/post-E6AKGOEF.js");
  const { label, plan } = inputs;
  const use = label === void 0 ? [runner.job, slashed(root, folder), ...plan.map(stableName)] : [label];
  const { serverUrl, repository, runUrl } = runner;
  return post(connect, {
    target,
    report,
    mode: inputs.review,
    key: keyOf(...use),
    run: runner.run,
    context: { label, commit: target.headSha, serverUrl, repository, runUrl },
    roots: step.plans.map(({ module }) => module === "" ? "." : module),
    readLines: (file) => textOf(path10.join(root, file))?.split(/\r?\n/),
    configPaths: step.configPaths ?? []
  });
}
function refuse(reason) {
  setOutput("conclusion", "error");
  setFailed(safeLine(`cce-plan-guard: ${reason}`));
  return COULD_NOT_JUDGE;
}
try {
  process.exitCode = await keepAlive(main);
} catch (error2) {
  const kind = error2 instanceof Error ? error2.name : "error";
  process.exitCode = refuse(
    `stopped on an internal error (${kind}). Please report it with the structure of the plan, without its values.`
  );
}
