import picocolors from 'picocolors';

import type { Severity } from '../../config/configuration.js';
import type { Report, ReportPlan } from '../../report/report.js';
import { terminalText } from './terminal-text.js';

/** What the parts of the text need to know. */
export interface Page {
  readonly report: Report;
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
}

/** What can be coloured; each takes text that is laid out already. */
export type Paint = Readonly<Record<Severity | 'good' | 'strong' | 'weak', (text: string) => string>>;

/** The colours, or none. */
export function paintOf(colors: boolean): Paint {
  const c = picocolors.createColors(colors);
  return {
    critical: (text) => c.bold(c.red(text)),
    warning: (text) => c.bold(c.yellow(text)),
    notice: (text) => c.bold(c.blue(text)),
    good: (text) => c.bold(c.green(text)),
    strong: c.bold,
    weak: c.dim,
  };
}

/** How people know the plan; safe to print. */
export function planName({ label, path }: ReportPlan): string {
  return label === null ? terminalText(path) : `${terminalText(label)} (${terminalText(path)})`;
}
