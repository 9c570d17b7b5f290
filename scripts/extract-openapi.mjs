/**
 * Writes fixtures/github/openapi.json: the part of GitHub's published OpenAPI description that the Action uses.
 *
 *   node scripts/extract-openapi.mjs [FOLDER]
 *
 * FOLDER holds node_modules/@octokit/openapi already; without it, the package (385 MB unpacked, so not a
 * dependency) is installed into a temporary folder, which is removed afterwards.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '23.0.2';
const TARGET = fileURLToPath(new URL('../fixtures/github/openapi.json', import.meta.url));

const OPERATIONS = {
  '/repos/{owner}/{repo}/contents/{path}': ['get'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['patch', 'delete'],
  '/repos/{owner}/{repo}/pulls': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/files': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/comments': ['get'],
  '/repos/{owner}/{repo}/pulls/comments/{comment_id}': ['patch'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/reviews': ['get', 'post'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}': ['put', 'delete'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals': ['put'],
};

/** Prose and examples say nothing that a validator uses. */
const PROSE = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'tags',
  'x-github',
  'x-octokit',
]);

/** A copy without prose. Inside `properties` every key is a field of GitHub's, so none is dropped there. */
function lean(value, isNames = false) {
  if (Array.isArray(value)) return value.map((item) => lean(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isNames || !PROSE.has(key))
      .map(([key, item]) => [key, lean(item, key === 'properties' && !isNames)]),
  );
}

function refsIn(value, found = new Set()) {
  if (Array.isArray(value)) for (const item of value) refsIn(item, found);
  else if (value !== null && typeof value === 'object') {
    if (typeof value.$ref === 'string') found.add(value.$ref);
    for (const item of Object.values(value)) refsIn(item, found);
  }
  return found;
}

/** The components that are named by `paths`, and by what they name. */
function componentsOf(document, paths) {
  const components = {};
  const queue = [...refsIn(paths)];
  const seen = new Set();
  for (let ref = queue.shift(); ref !== undefined; ref = queue.shift()) {
    if (seen.has(ref)) continue;
    seen.add(ref);
    const [, , kind, name] = ref.split('/');
    const component = lean(document.components[kind][name]);
    (components[kind] ??= {})[name] = component;
    queue.push(...refsIn(component));
  }
  return Object.fromEntries(
    Object.entries(components)
      .sort()
      .map(([kind, entries]) => [kind, Object.fromEntries(Object.entries(entries).sort())]),
  );
}

function extract(folder) {
  const home = path.join(folder, 'node_modules/@octokit/openapi');
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  const document = JSON.parse(readFileSync(path.join(home, 'generated/api.github.com.json'), 'utf8'));
  const paths = Object.fromEntries(
    Object.entries(OPERATIONS).map(([name, methods]) => [
      name,
      Object.fromEntries(methods.map((method) => [method, lean(document.paths[name][method])])),
    ]),
  );
  return {
    openapi: document.openapi,
    info: {
      title: `Extract of GitHub's OpenAPI description: the operations that cce-plan-guard uses, without prose`,
      version,
      license: document.info.license,
      'x-source':
        'npm package @octokit/openapi, generated/api.github.com.json; made by scripts/extract-openapi.mjs',
    },
    paths,
    components: componentsOf(document, paths),
  };
}

const [given] = process.argv.slice(2);
const folder = given ?? mkdtempSync(path.join(tmpdir(), 'openapi-'));
try {
  if (given === undefined) {
    const install = [
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
    ];
    execFileSync('npm', [...install, `@octokit/openapi@${VERSION}`], { stdio: 'inherit' });
  }
  writeFileSync(TARGET, `${JSON.stringify(extract(folder))}\n`);
} finally {
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}
