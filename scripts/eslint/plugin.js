import { noFallbackOnIndex } from './no-fallback-on-index.js';
import { oneMeaning } from './one-meaning.js';

/** Rules of this project that no package has. */
export default {
  meta: { name: 'cce-plan-guard' },
  rules: { 'no-fallback-on-index': noFallbackOnIndex, 'one-meaning': oneMeaning },
};
