/**
 * An instant as ISO 8601 writes it, with its zone, as UTC to the millisecond: `2026-11-24T06:00:00.000Z`. Undefined for
 * anything else, a day without a time or a time without a zone included.
 */
export function instantOf(text: string): string | undefined {
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/i.test(text);
  const time = isWhole ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** Hours from one instant to the next; negative when the other was before it. Undefined when one is not known. */
export function hoursBetween(from: string | undefined, to: string | undefined): number | undefined {
  const [start, end] = [from, to].map((text) => (text === undefined ? Number.NaN : Date.parse(text)));
  const hours = ((end ?? Number.NaN) - (start ?? Number.NaN)) / 3_600_000;
  return Number.isNaN(hours) ? undefined : hours;
}
