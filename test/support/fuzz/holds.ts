/** What holds of every output, whatever the input was. */
import { type Budget, budgetOf, OutOfBudget, within } from '../../../src/budget.js';

/** Fails with what is wrong. */
export function need(isSo: boolean, wrong: string): void {
  if (!isSo) throw new Error(wrong);
}

const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
const INVISIBLE_BUT_TABS = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

/** A line for people, of ours: one line, nothing that cannot be seen, no trace of a stack. */
export function needLine(line: string, what: string): void {
  need(
    line.length > 0 && line.length <= 1500,
    `${what} has ${line.length} characters: ${line.slice(0, 200)}`,
  );
  need(!line.includes('\n') && !INVISIBLE.test(line), `${what} is no visible line: ${JSON.stringify(line)}`);
  needNoTrace(line, what);
}

/** The input is not taken, and a line says why. */
export function refused(line: string, what: string): false {
  needLine(line, what);
  return false;
}

/** A page for people: lines of what can be seen. */
export function needPage(page: string, what: string): void {
  const found = INVISIBLE_BUT_TABS.exec(page);
  need(
    found === null,
    `${what} has U+${found?.[0].codePointAt(0)?.toString(16) ?? ''}: ${around(page, found?.index ?? 0)}`,
  );
  needNoTrace(page, what);
}

/** No line that the runner would carry out. */
export function needNoCommand(page: string, what: string): void {
  const found = /^[ \t]*::[^ :]+[^\n]*::|##\[/m.exec(page);
  need(found === null, `${what} has a command of the runner: ${around(page, found?.index ?? 0)}`);
}

/** JSON whose texts hide nothing. */
export function needJson(text: string, what: string): unknown {
  const found = INVISIBLE.exec(text);
  need(
    found === null,
    `${what} has a raw U+${found?.[0].codePointAt(0)?.toString(16) ?? ''}: ${around(text, found?.index ?? 0)}`,
  );
  return JSON.parse(text) as unknown;
}

function needNoTrace(text: string, what: string): void {
  const found = /^\s+at .*:\d+:\d+\)?$|\bnode:internal\b|\bTypeError\b|\bRangeError\b|this cannot be/m.exec(
    text,
  );
  need(found === null, `${what} shows the inside of the program: ${around(text, found?.index ?? 0)}`);
}

function around(text: string, at: number): string {
  return JSON.stringify(text.slice(Math.max(0, at - 80), at + 80));
}

/** The budget of a case: counted, and not by the clock. */
export function caseBudget(steps: number): Budget {
  const idle = { elapsedMs: () => 0, isMemoryLow: () => false };
  return budgetOf({ steps, items: 1_000_000, timeMs: Infinity }, idle);
}

/** Does it with a budget; to ask for more is to hang. */
export function bounded<T>(steps: number, work: () => T): T {
  try {
    return within(caseBudget(steps), 'reading', work);
  } catch (error) {
    if (error instanceof OutOfBudget)
      throw new Error(`it takes more than ${steps} steps: ${error.message}`, { cause: error });
    throw error;
  }
}
