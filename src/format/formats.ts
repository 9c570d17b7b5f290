import { CHECKS } from '../check/checks.js';
import type { Report } from '../report/report.js';
import type { HtmlOptions } from './html/html.js';
import type { JunitOptions } from './junit/junit.js';
import type { SarifOptions } from './sarif/sarif.js';
import { renderText, type TextOptions } from './text/text.js';

/** What a format may know beside the report; each takes what it needs. */
export interface FormatOptions extends TextOptions, SarifOptions, JunitOptions, HtmlOptions {}

/** Makes the whole output, with the line end at its end. */
export type Renderer = (report: Report, options: FormatOptions) => string;

/** The formats by name. Each but the text is loaded when it is asked for. */
export const FORMATS = {
  text: () => Promise.resolve(renderText),
  json: async () => (await import('./json/json.js')).renderJson,
  markdown: async () => (await import('./markdown/markdown.js')).renderMarkdown,
  sarif: async () => {
    const { renderSarif } = await import('./sarif/sarif.js');
    return (report, options) => renderSarif(report, CHECKS, options);
  },
  junit: async () => (await import('./junit/junit.js')).renderJunit,
  gitlab: async () => (await import('./gitlab/gitlab.js')).renderGitlab,
  html: async () => (await import('./html/html.js')).renderHtml,
} as const satisfies Readonly<Record<string, () => Promise<Renderer>>>;

/** The name of a format, as people write it. */
export type Format = keyof typeof FORMATS;
