/**
 * Makes the code of the scan of JSON text from its source, which is AssemblyScript:
 *
 *   node scripts/scan.mjs           writes scan-code.ts beside the source
 *   node scripts/scan.mjs --check   fails when it is not what the source makes
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = fileURLToPath(new URL('../src/plan/document/bytes', import.meta.url));
const target = path.join(folder, 'scan-code.ts');
const source = readFileSync(path.join(folder, 'scan.as.ts'), 'utf8');

const { error, binary, stderr } = await asc.compileString(source, {
  optimizeLevel: 3,
  runtime: 'stub',
  enable: ['simd'],
  importMemory: true,
  noAssert: true,
});
if (error !== null || binary === null) throw new Error(stderr.toString(), { cause: error });

const made = `/** What \`npm run scan\` makes of scan.as.ts: WebAssembly, as base64. */
export const SCAN_CODE =
  '${Buffer.from(binary).toString('base64')}';
`;

if (!process.argv.includes('--check')) writeFileSync(target, made);
else if (readFileSync(target, 'utf8') !== made) {
  console.error('scan-code.ts is not what scan.as.ts makes. Run `npm run scan` and commit the result.');
  process.exitCode = 1;
}
