import { err, ok, type Result } from '../result.js';

/** What is said of a text that is no date. */
export const NO_DATE = 'must be a date that exists, like 2027-01-31';

/** Reads a day of the calendar, `YYYY-MM-DD`, and gives it back. */
export function readDate(text: string): Result<string, string> {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return err(NO_DATE);
  return day >= 1 && day <= daysOf(year, month) ? ok(text) : err(NO_DATE);
}

function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
