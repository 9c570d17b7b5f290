/**
 * Writes fixtures/github/openapi.json: the part of GitHub's published OpenAPI description that the Action uses.
 *
 *   node scripts/extract-openapi.mjs [FOLDER]
 *
 * FOLDER holds node_modules/@octokit/openapi already; without it, the package (385 MB unpacked, so not a
 * dependency) is installed into a temporary folder, which is removed afterwards.
 *
 *   node scripts/extract-openapi.mjs gitlab FILE
 *
 * Writes fixtures/gitlab/openapi.json from GitLab's openapi_v3.yaml; its README says which copy of it FILE was.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const VERSION = '23.0.2';
const target = (product) => fileURLToPath(new URL(`../fixtures/${product}/openapi.json`, import.meta.url));

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

const GITLAB_OPERATIONS = {
  '/api/v4/user': ['get'],
  '/api/v4/projects/{id}/merge_requests/{merge_request_iid}': ['get'],
  '/api/v4/projects/{id}/merge_requests/{noteable_id}/notes': ['get', 'post'],
  '/api/v4/projects/{id}/merge_requests/{noteable_id}/notes/{note_id}': ['put', 'delete'],
};

/** Of answers of which little is used, these fields; the whole of a merge request is larger than all else. */
const GITLAB_FIELDS = {
  APIEntitiesMergeRequest: ['id', 'iid', 'project_id', 'title', 'state', 'sha', 'web_url', 'source_branch'],
  APIEntitiesUserPublic: ['id', 'username', 'name', 'state', 'web_url'],
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

function pathsOf(document, operations) {
  return Object.fromEntries(
    Object.entries(operations).map(([name, methods]) => [
      name,
      Object.fromEntries(methods.map((method) => [method, lean(document.paths[name][method])])),
    ]),
  );
}

function gitlabExtract(file) {
  const document = parse(readFileSync(file, 'utf8'));
  for (const [name, fields] of Object.entries(GITLAB_FIELDS)) {
    const schema = document.components.schemas[name];
    schema.properties = Object.fromEntries(fields.map((field) => [field, schema.properties[field]]));
  }
  const paths = pathsOf(document, GITLAB_OPERATIONS);
  return {
    openapi: document.openapi,
    info: {
      title: `Extract of GitLab's OpenAPI description: what cce-plan-guard uses, without prose`,
      license: { name: document.info.license.name, url: document.info.license.url },
      'x-source': 'doc/api/openapi/openapi_v3.yaml of GitLab; made by scripts/extract-openapi.mjs',
    },
    paths,
    components: componentsOf(document, paths),
  };
}

function extract(folder) {
  const home = path.join(folder, 'node_modules/@octokit/openapi');
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  const document = JSON.parse(readFileSync(path.join(home, 'generated/api.github.com.json'), 'utf8'));
  const paths = pathsOf(document, OPERATIONS);
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

function githubExtract(given) {
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
    return extract(folder);
  } finally {
    if (given === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

const [given, file] = process.argv.slice(2);
const [product, made] =
  given === 'gitlab' ? ['gitlab', gitlabExtract(file)] : ['github', githubExtract(given)];
writeFileSync(target(product), `${JSON.stringify(made)}\n`);
