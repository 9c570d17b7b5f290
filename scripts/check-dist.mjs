/** Builds into a temporary folder and fails when the committed dist/ or THIRD_PARTY_LICENSES differs, or the scan of JSON. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LICENCES = 'THIRD_PARTY_LICENSES';

/** Paths of the built files below `base`, sorted. */
function builtFiles(base) {
  const dist = path.join(base, 'dist');
  const inDist = existsSync(dist)
    ? readdirSync(dist, { recursive: true })
        .map((file) => path.join('dist', file))
        .filter((file) => statSync(path.join(base, file)).isFile())
    : [];
  return [...inDist, ...(existsSync(path.join(base, LICENCES)) ? [LICENCES] : [])].sort();
}

function differences(fresh, committed) {
  const freshFiles = builtFiles(fresh);
  const oldFiles = builtFiles(committed);
  const missing = freshFiles.filter((file) => !oldFiles.includes(file)).map((file) => `missing: ${file}`);
  const extra = oldFiles
    .filter((file) => !freshFiles.includes(file))
    .map((file) => `not built any more: ${file}`);
  const changed = freshFiles
    .filter((file) => oldFiles.includes(file))
    .filter((file) => !readFileSync(path.join(fresh, file)).equals(readFileSync(path.join(committed, file))))
    .map((file) => `differs: ${file}`);
  return [...missing, ...extra, ...changed];
}

execFileSync(process.execPath, [path.join(root, 'scripts', 'scan.mjs'), '--check'], { stdio: 'inherit' });

const fresh = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-dist-'));
try {
  execFileSync(process.execPath, [path.join(root, 'scripts', 'build.mjs'), path.join(fresh, 'dist')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const found = differences(fresh, root);
  if (found.length > 0) {
    for (const line of found) console.error(`  ${line}`);
    console.error(
      'check-dist: dist/ is not what the sources build. Run `npm run build` and commit the result.',
    );
    process.exitCode = 1;
  } else {
    console.log(`check-dist: ${builtFiles(fresh).length} files are up to date`);
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
