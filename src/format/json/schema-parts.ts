/** What the published schemas have in common. */
import * as v from 'valibot';

/** A text that is always there. */
export const string = (description: string) => v.pipe(v.string(), v.description(description));
/** A text, or none. */
export const textOrNull = (description: string) => v.pipe(v.nullable(v.string()), v.description(description));
/** A list of texts. */
export const texts = (description: string) => v.pipe(v.array(v.string()), v.description(description));
/** Yes or no. */
export const flag = (description: string) => v.pipe(v.boolean(), v.description(description));
/** A whole number. */
export const number = (description: string, least = 0) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.description(description));

/** Of a report on one plan it is left out: there is nothing to tell apart. */
export const ofPlan = v.optional(
  number('The plan that it is of, an index of `plans`; only where there are several plans.'),
);

/** Lines of a file. */
export const spot = v.object({
  file: string('Relative to the root of the repository.'),
  line: number('The first line, from 1.', 1),
  endLine: number('The last line.', 1),
});
