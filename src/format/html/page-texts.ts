/*
 * What the page holds beside its words. The build, and what runs the tests, put the bundled text of these files in the place
 * of each call (scripts/inlined.mjs): in a run nothing is read from the disk.
 */

/** How the page looks, on screen and on paper, in both themes. */
export const STYLE = inlined('./page.css');

/** What the page does in a browser. */
export const SCRIPT = inlined('./browser/page.ts');
