/**
 * Files that a source holds as text: `inlined('./page.css')` becomes the bundled and minified text of that file, and YAML
 * stays as it is. For build.mjs and for the transform of the tests.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

const CALL = /\binlined\('([^']+)'\)/g;

/** Which sources have such calls. */
export const HOLDS_TEXTS = /[\\/](page|setup)-texts\.ts$/;

/** The source with the texts in it. */
export function withTexts(source, file) {
  return source.replaceAll(CALL, (_, name) => JSON.stringify(textOf(path.join(path.dirname(file), name))));
}

function textOf(file) {
  if (file.endsWith('.yml')) return readFileSync(file, 'utf8');
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: file.endsWith('.css') ? 'chrome120' : 'es2022',
    // Whatever reads the page, and whatever it takes its encoding to be.
    charset: 'ascii',
    legalComments: 'none',
  });
  // What would end the element it stands in.
  return outputFiles[0].text.trim().replaceAll('</', '<\\/');
}

/** For esbuild. */
export const inlinedTexts = {
  name: 'inlined-texts',
  setup(build) {
    build.onLoad({ filter: HOLDS_TEXTS }, ({ path: file }) => ({
      contents: withTexts(readFileSync(file, 'utf8'), file),
      loader: 'ts',
    }));
  },
};
