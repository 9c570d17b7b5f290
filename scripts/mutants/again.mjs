/** Finds the places of mutants in another state of the tree, in which files and lines have moved. */
import { distance } from 'fastest-levenshtein';
import { mutantsOf, sameText, wordUnions } from './mutate.mjs';

/**
 * Each mutant as it would be in these sources, or why it is not there. The same text with the same
 * words around it, in a function of that name, is the place, in whatever file; then in any other function; then the same
 * text alone, if it is there once. What is left a person maps by hand:
 * `{ id: { file, before, after } }` with a text that the file has once, or `{ id: { gone: 'what took its part' } }`;
 * `near` helps with that: the likest edits.
 */
export function placesAgain(mutants, sources, map) {
  const unions = wordUnions(sources);
  const candidates = sources.flatMap((source) => mutantsOf(source, unions));
  const byText = new Map(candidates.map((candidate) => [textKey(candidate), []]));
  for (const candidate of candidates) byText.get(textKey(candidate)).push(candidate);
  return mutants.map((mutant) => {
    const byHand = map[mutant.id];
    const place = byHand === undefined ? placeAgain(mutant, byText) : mapped(mutant, byHand, sources);
    return { mutant, ...place, ...(place.missing === undefined ? {} : { near: likest(mutant, candidates) }) };
  });
}

const NEAR_COUNT = 3;

function likest(mutant, candidates) {
  return candidates
    .filter(({ kind }) => kind === mutant.kind)
    .map((it) => ({
      it,
      far: unlikeness(mutant.context, it.context) + (lastName(it) === lastName(mutant) ? 0 : 0.5),
    }))
    .sort((a, b) => a.far - b.far)
    .slice(0, NEAR_COUNT)
    .map(({ it: { file, line, before, after, ...rest } }) => ({
      file,
      line,
      function: rest.function,
      before,
      after,
    }));
}

/** From 0, the same text, to 1. */
function unlikeness(a, b) {
  return distance(a, b) / Math.max(a.length, b.length);
}

function textKey({ kind, before, after }) {
  return [kind, sameText(before), sameText(after)].join('\n');
}

function placeAgain(mutant, byText) {
  const sameTexts = byText.get(textKey(mutant)) ?? [];
  const around = sameTexts.filter(({ context }) => context === mutant.context);
  const inFunction = (list) => list.filter((it) => lastName(it) === lastName(mutant));
  for (const found of [inFunction(around), around, inFunction(sameTexts), sameTexts]) {
    const places = new Set(found.map((it) => `${it.file} ${it.function}`));
    // Where the words around it are the same as well, they come in the same order as before.
    const at =
      found.length === 1
        ? found[0]
        : found.find((it) => it.context === mutant.context && it.nth === mutant.nth);
    if (at !== undefined && places.size === 1) return { at };
  }
  return {
    missing: sameTexts.length === 0 ? 'no such text' : `the text is in ${sameTexts.length} other places`,
  };
}

function lastName(mutant) {
  return mutant.function.split('.').at(-1);
}

function mapped(mutant, { file, before, after, gone }, sources) {
  if (gone !== undefined) return { gone };
  const text = sources.find((source) => source.file === file)?.text;
  if (text === undefined) return { missing: `the map names ${file}, which is not there` };
  const start = text.indexOf(before);
  if (start < 0 || text.includes(before, start + 1))
    return { missing: `${file} does not have the mapped text once` };
  const line = text.slice(0, start).split('\n').length;
  return { at: { ...mutant, file, line, before, after, start, end: start + before.length } };
}
