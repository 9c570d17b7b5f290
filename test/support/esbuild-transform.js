import { transformSync } from 'esbuild';

/** Strips the types for jest. Types are checked apart, by `npm run typecheck`. */
export default {
  process: (source, file) =>
    transformSync(source, {
      loader: 'ts',
      format: 'esm',
      target: 'node20',
      sourcemap: 'inline',
      sourcefile: file,
    }),
};
