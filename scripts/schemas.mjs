/**
 * Writes the published JSON schemas from the valibot schemas of the sources.
 *
 *   node scripts/schemas.mjs [outdir [name...]]      default: schema, every schema
 *
 * Run it after a change of a schema and commit the result; a test holds the files against the sources.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const [out = path.join(root, 'schema'), ...only] = process.argv.slice(2);

/** By name: the file to write, the source that must be there, and code that exports the schema as `schema`. */
const SCHEMAS = {
  configuration: {
    file: 'configuration-1.json',
    source: 'src/config/schema.ts',
    code: `
      import { CHECK_IDS } from './src/check/check-id.ts';
      import { configurationSchema } from './src/config/schema.ts';
      export const schema = configurationSchema(CHECK_IDS);`,
  },
  fix: {
    file: 'fix-1.json',
    source: 'src/format/json/fix-schema.ts',
    code: "export { fixesSchema as schema } from './src/format/json/fix-schema.ts';",
  },
  report: {
    file: 'report-1.json',
    source: 'src/format/json/schema.ts',
    code: "export { reportSchema as schema } from './src/format/json/schema.ts';",
  },
};

/** What code does that JSON Schema has no word for: such text has a pattern in its metadata instead. */
const IGNORED = ['check', 'raw_check', 'raw_transform', 'readonly', 'transform'];

async function jsonSchemaOf(code) {
  const contents = `export { toJsonSchema } from '@valibot/to-json-schema';\n${code}`;
  const built = await esbuild.build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  const bundle = Buffer.from(built.outputFiles[0].contents).toString('base64');
  const { toJsonSchema, schema } = await import(`data:text/javascript;base64,${bundle}`);
  // 'output' begins at the last schema of a pipe: the first only asks whether the value is a map at all.
  const options = { target: 'draft-07', typeMode: 'output', ignoreActions: IGNORED };
  const { $schema, title, description, ...rest } = toJsonSchema(schema, options);
  return { $schema, title, description, ...rest };
}

mkdirSync(out, { recursive: true });
for (const [name, { file, source, code }] of Object.entries(SCHEMAS)) {
  if ((only.length > 0 && !only.includes(name)) || !existsSync(path.join(root, source))) continue;
  writeFileSync(path.join(out, file), `${JSON.stringify(await jsonSchemaOf(code), null, 2)}\n`);
}
