import * as core from '@actions/core';

import type { Annotation } from '../format/annotations.js';

// Controls but for tabs, bidirectional and zero-width characters; line ends are split at before.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const BREAKS = /\r\n|[\n\v\f\r\u{85}\u{2028}\u{2029}]/u;

/**
 * Prints text that may come from a plan. The runner takes each line that starts with `::` for a command, and `##[`
 * anywhere: neither is let through. Every line of the log but annotations goes through here.
 */
export function safeLog(text: string): void {
  for (const line of text.replace(/\n$/, '').split(BREAKS)) core.info(safeLine(line));
}

/** One line that the runner takes for text. */
export function safeLine(line: string): string {
  const shown = line
    .split('\t')
    .map((part) => part.replace(INVISIBLE, ''))
    .join('\t')
    .replace(/##(?=(?:vso)?\[)/gi, '## ');
  return /^\s*::/.test(shown) ? `| ${shown}` : shown;
}

/** Marks a line of a file; the toolkit escapes what would end the command. */
export function annotate({ level, file, line, title, message }: Annotation): void {
  const place = {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { startLine: line }),
  };
  core[level](message, { title, ...place });
}
