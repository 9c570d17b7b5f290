import { createHash } from 'node:crypto';

import { transformSync } from 'esbuild';

import { HOLDS_TEXTS, withTexts } from '../../scripts/inlined.mjs';

/** A file with the texts of others in it is another one when they change. */
const whole = (source, file) => (HOLDS_TEXTS.test(file) ? withTexts(source, file) : source);

/** Strips the types for jest. Types are checked apart, by `npm run typecheck`. */
export default {
  getCacheKey: (source, file, { configString, instrument }) =>
    createHash('sha256')
      .update(JSON.stringify([whole(source, file), file, configString, instrument]))
      .digest('hex'),
  process: (source, file) =>
    transformSync(whole(source, file), {
      loader: 'ts',
      format: 'esm',
      target: 'node20',
      sourcemap: 'inline',
      sourcefile: file,
    }),
};
