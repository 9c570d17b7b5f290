/**
 * Writes the bill of materials of `dist/`, CycloneDX, to standard output: of all that the lock file has, what
 * THIRD_PARTY_LICENSES says is in there.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { name } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const rule = `\n${'-'.repeat(80)}\n\n`;
const bundled = new Set(
  readFileSync(`${root}/THIRD_PARTY_LICENSES`, 'utf8')
    .split(rule)
    .slice(1)
    .map((entry) => entry.slice(0, entry.indexOf('\n')).replace(' ', '@')),
);

const options = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
const whole = JSON.parse(
  execFileSync('npm', options, { cwd: root, encoding: 'utf8', maxBuffer: 1e8, shell: false }),
);
const own = whole.metadata.component['bom-ref'];
const isIn = (ref) => ref === own || bundled.has(ref);

const components = whole.components
  .filter(({ 'bom-ref': ref }) => bundled.has(ref))
  // For npm all of it is of our own work; of what is in dist/ it is not.
  .map((component) => ({ ...component, scope: 'required', properties: [] }));
if (components.length !== bundled.size)
  throw new Error('THIRD_PARTY_LICENSES names what the lock file lacks');
const dependencies = whole.dependencies
  .filter(({ ref }) => isIn(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(isIn) }));
const component = { ...whole.metadata.component, name };
const metadata = { ...whole.metadata, component };
process.stdout.write(`${JSON.stringify({ ...whole, metadata, components, dependencies }, null, 2)}\n`);
