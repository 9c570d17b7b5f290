import {
  plain
} from "./chunk-L4RUIZSU.js";
import {
  must
} from "./chunk-CAOBLGU6.js";
import {
  __commonJS,
  __toESM
} from "./chunk-SEWDMQ6Q.js";

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports, module) {
    var p = process || {};
    var argv = p.argv || [];
    var env = p.env || {};
    var isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
    var formatter = (open, close, replace = open) => (input) => {
      let string = "" + input, index = string.indexOf(close, open.length);
      return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
    };
    var replaceClose = (string, close, replace, index) => {
      let result = "", cursor = 0;
      do {
        result += string.substring(cursor, index) + replace;
        cursor = index + close.length;
        index = string.indexOf(close, cursor);
      } while (~index);
      return result + string.substring(cursor);
    };
    var createColors = (enabled = isColorSupported) => {
      let f = enabled ? formatter : () => String;
      return {
        isColorSupported: enabled,
        reset: f("\x1B[0m", "\x1B[0m"),
        bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
        dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
        italic: f("\x1B[3m", "\x1B[23m"),
        underline: f("\x1B[4m", "\x1B[24m"),
        inverse: f("\x1B[7m", "\x1B[27m"),
        hidden: f("\x1B[8m", "\x1B[28m"),
        strikethrough: f("\x1B[9m", "\x1B[29m"),
        black: f("\x1B[30m", "\x1B[39m"),
        red: f("\x1B[31m", "\x1B[39m"),
        green: f("\x1B[32m", "\x1B[39m"),
        yellow: f("\x1B[33m", "\x1B[39m"),
        blue: f("\x1B[34m", "\x1B[39m"),
        magenta: f("\x1B[35m", "\x1B[39m"),
        cyan: f("\x1B[36m", "\x1B[39m"),
        white: f("\x1B[37m", "\x1B[39m"),
        gray: f("\x1B[90m", "\x1B[39m"),
        bgBlack: f("\x1B[40m", "\x1B[49m"),
        bgRed: f("\x1B[41m", "\x1B[49m"),
        bgGreen: f("\x1B[42m", "\x1B[49m"),
        bgYellow: f("\x1B[43m", "\x1B[49m"),
        bgBlue: f("\x1B[44m", "\x1B[49m"),
        bgMagenta: f("\x1B[45m", "\x1B[49m"),
        bgCyan: f("\x1B[46m", "\x1B[49m"),
        bgWhite: f("\x1B[47m", "\x1B[49m"),
        blackBright: f("\x1B[90m", "\x1B[39m"),
        redBright: f("\x1B[91m", "\x1B[39m"),
        greenBright: f("\x1B[92m", "\x1B[39m"),
        yellowBright: f("\x1B[93m", "\x1B[39m"),
        blueBright: f("\x1B[94m", "\x1B[39m"),
        magentaBright: f("\x1B[95m", "\x1B[39m"),
        cyanBright: f("\x1B[96m", "\x1B[39m"),
        whiteBright: f("\x1B[97m", "\x1B[39m"),
        bgBlackBright: f("\x1B[100m", "\x1B[49m"),
        bgRedBright: f("\x1B[101m", "\x1B[49m"),
        bgGreenBright: f("\x1B[102m", "\x1B[49m"),
        bgYellowBright: f("\x1B[103m", "\x1B[49m"),
        bgBlueBright: f("\x1B[104m", "\x1B[49m"),
        bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
        bgCyanBright: f("\x1B[106m", "\x1B[49m"),
        bgWhiteBright: f("\x1B[107m", "\x1B[49m")
      };
    };
    module.exports = createColors();
    module.exports.createColors = createColors;
  }
});

// src/format/text/page.ts
var import_picocolors = __toESM(require_picocolors(), 1);
function paintOf(colors) {
  const c = import_picocolors.default.createColors(colors);
  return {
    critical: (text) => c.bold(c.red(text)),
    warning: (text) => c.bold(c.yellow(text)),
    notice: (text) => c.bold(c.blue(text)),
    good: (text) => c.bold(c.green(text)),
    strong: c.bold,
    weak: c.dim
  };
}
function lengthOf(text) {
  return Array.from(text).length;
}
function pad(text, width) {
  return text + " ".repeat(Math.max(0, width - lengthOf(text)));
}
function widest(texts) {
  return texts.reduce((max, text) => Math.max(max, lengthOf(text)), 0);
}
function inColumns(columns) {
  const padded = columns.map((cells) => ({ cells, width: widest(cells) })).filter(({ width }) => width > 0).map(({ cells, width }) => cells.map((cell) => pad(cell, width + 3)));
  const rows = columns.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from(
    { length: rows },
    (_, row) => padded.map((cells) => must(cells[row], "every column has a cell for each row")).join("").trimEnd()
  );
}
var UNBROKEN = /(?:`[^`]{0,80}`|[^ ])+|(?<= )(?= )/g;
function wrap(text, width) {
  const lines = [];
  let line = "";
  for (const [word] of text.matchAll(UNBROKEN)) {
    if (line !== "" && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
function dotted(first, others, width) {
  const lines = [];
  let line = first;
  for (const part of others) {
    const longer = `${line} · ${part}`;
    if (lengthOf(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = `  ${part}`;
    }
  }
  return [...lines, line];
}
var MIN_COLUMN = 24;
function hang(first, text, width) {
  const indent = lengthOf(first);
  const [head, ...rest] = wrap(text, Math.max(MIN_COLUMN, width - indent));
  return [first + head, ...rest.map((line) => " ".repeat(indent) + line)];
}
function hangMarked(mark, color, text, width) {
  const [head, ...rest] = hang(mark, text, width);
  return [color(mark) + head.slice(mark.length), ...rest];
}
function atTheEnd(left, right, { paint, width }) {
  const gap = width - lengthOf(left.text) - lengthOf(right.text);
  const weak = paint.weak(right.text);
  return gap < 2 ? [left.shown, right.indent + weak] : [left.shown + " ".repeat(gap) + weak];
}

// src/format/text/terminal-text.ts
var LIMIT = 240;
var LOG_COMMAND = /(^|\s)::(?=[a-z])|##(?=(?:vso)?\[)/giu;
function terminalText(text, limit = LIMIT) {
  return plain(text, limit).replaceAll(
    LOG_COMMAND,
    (command) => command.replace(/::|##/, ([sign = ""]) => `${sign} ${sign}`)
  );
}

export {
  paintOf,
  lengthOf,
  pad,
  widest,
  inColumns,
  wrap,
  dotted,
  hang,
  hangMarked,
  atTheEnd,
  terminalText
};
