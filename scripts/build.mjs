/**
 * Builds dist/ and THIRD_PARTY_LICENSES.
 *
 *   node scripts/build.mjs [outdir]      default: dist
 *
 * THIRD_PARTY_LICENSES is written beside the output folder. The output depends on the sources and on the lock
 * file alone: no absolute path and no time goes in, so that check-dist.mjs can compare byte by byte.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

import { inlinedTexts } from './inlined.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = path.resolve(process.argv[2] ?? path.join(root, 'dist'));
const require = createRequire(import.meta.url);

const ENTRIES = { index: 'src/action.ts', cli: 'src/cli.ts', worker: 'src/worker.ts' };

/**
 * The command line with what a check of a plan needs for its text report. With all that it imports it is one file,
 * `core.cjs`: to open a file costs more than to read it, and shared code would else lie in some fifty of them. It is a script, not
 * a module, so that start.mjs can keep what the engine compiles of it, and minified, because a third of a short run is to
 * read it. `core.js` has for everybody else what the core exports, so that names must differ there: the build ends where two
 * are the same.
 */
const PROGRAM = 'src/command/program.ts';

/**
 * The large dependencies. Each becomes one file in dist/vendor/, made by its own esbuild call, because:
 * - all of them are loaded late (with `await import(...)`) or not at all; in an entry they would cost
 *   50 to 400 ms at each start;
 * - their bytes change only when the dependency changes, so a change of our code does not put megabytes into
 *   git again, and a reviewer sees at once that a vendor file moved.
 * A vendor file is written only when our code imports one of its packages.
 */
const VENDOR = {
  'web-tree-sitter': {
    packages: ['web-tree-sitter'],
    options: { entryPoints: ['web-tree-sitter'] },
    // web-tree-sitter looks for its .wasm beside its own file, in node_modules as well as here.
    copies: [
      'web-tree-sitter/web-tree-sitter.wasm',
      '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
    ],
  },
  github: {
    packages: [
      '@actions/github',
      '@actions/github/lib/utils',
      '@octokit/plugin-retry',
      '@octokit/plugin-throttling',
    ],
    options: {
      stdin: {
        resolveDir: root,
        sourcefile: 'vendor-github.js',
        contents: [
          "export * from '@actions/github';",
          "export { GitHub, defaults, getOctokitOptions } from '@actions/github/lib/utils';",
          "export { retry } from '@octokit/plugin-retry';",
          "export { throttling } from '@octokit/plugin-throttling';",
        ].join('\n'),
      },
    },
  },
  'cloud-signer': {
    packages: ['@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js'],
    options: {
      stdin: {
        resolveDir: root,
        sourcefile: 'vendor-cloud-signer.js',
        contents: "export { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js';",
      },
      // It brings two large libraries for a date and a sorted list.
      minify: true,
      plugins: [urlWithoutWarning()],
    },
    // The package holds no licence text; each of its files says this.
    notices: {
      '@huaweicloud/huaweicloud-sdk-core':
        'Copyright 2020 Huawei Technologies Co.,Ltd. Licensed under the Apache License, Version 2.0: see LICENSE.',
    },
  },
};

const SHARED = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  metafile: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  // Its CommonJS form hides its imports behind an argument called `require`, which a bundler cannot see.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
};

/**
 * The signer takes addresses apart by `url.parse`, of which newer Nodes warn on standard error when it is not called from
 * node_modules. It reads two fields.
 */
function urlWithoutWarning() {
  const contents =
    'export default { parse: (text) => { const { host, pathname } = new URL(text); return { host, pathname }; } };';
  return {
    name: 'url-without-warning',
    setup(build) {
      build.onResolve({ filter: /^url$/ }, () => ({ path: 'url', namespace: 'ours' }));
      build.onLoad({ filter: /.*/, namespace: 'ours' }, () => ({ contents }));
    },
  };
}

/** The import path of a vendor file, until we know from which folder it is imported. */
const MARK = 'vendor-of-dist:';

/** Leaves the packages of `VENDOR` out of the bundle and notes which vendor files are needed. */
function vendorPlugin(needed) {
  const vendorOf = new Map(
    Object.entries(VENDOR).flatMap(([name, { packages }]) => packages.map((it) => [it, name])),
  );
  return {
    name: 'vendor',
    setup(build) {
      build.onResolve({ filter: /^[@a-z]/ }, (args) => {
        const name = vendorOf.get(args.path);
        if (name === undefined) return undefined;
        needed.add(name);
        return { path: `${MARK}${name}.js`, external: true };
      });
    },
  };
}

/** The import paths of what lies in dist/ itself, likewise. */
const CORE_MARK = 'core-of-dist:core.js';
const START_MARK = 'core-of-dist:start.js';
const LATE_MARK = 'late-of-dist:';

/** Our own files that this one imports, and those in turn, as long as nobody waits for an import; and what is waited for. */
async function closureOf(file) {
  const { metafile } = await esbuild.build({
    ...SHARED,
    entryPoints: [file],
    outdir: root,
    plugins: [vendorPlugin(new Set()), stubOidc],
  });
  const inCore = new Set([file]);
  const late = new Map();
  for (const one of inCore) {
    for (const { path: next, kind, original } of metafile.inputs[one].imports) {
      if (kind === 'dynamic-import') late.set(next, original);
      else if (kind === 'import-statement' && next.startsWith('src/')) inCore.add(next);
    }
  }
  const needless = [...late.keys()].filter((one) => inCore.has(one));
  if (needless.length > 0) throw new Error(`the core has ${needless.join(', ')}: import it without waiting`);
  return { inCore: [...inCore].sort(), late };
}

/** What two files export by one name, `export *` leaves out without a word. */
function refuseTwins(files) {
  const homes = new Map();
  for (const file of files) {
    const text = readFileSync(path.join(root, file), 'utf8');
    for (const [, name] of text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)) {
      const home = homes.get(name) ?? file;
      if (home !== file)
        throw new Error(`${name} is exported by ${home} and by ${file}: core.js can have one`);
      homes.set(name, file);
    }
  }
}

/** Its file in dist/late/. */
function lateName(file) {
  return file
    .replace(/^src\//, '')
    .replace(/\.ts$/, '')
    .replaceAll('/', '-');
}

/** For all but the core: whoever imports a file of it takes that from core.js; the command line itself, from start.js. */
function outsideCore(files) {
  const inCore = new Set(files.map((file) => path.join(root, file)));
  return {
    name: 'outside-core',
    setup(build) {
      build.onResolve({ filter: /^\.\.?\// }, (args) => {
        const file = path.join(args.resolveDir, args.path).replace(/\.js$/, '.ts');
        if (!inCore.has(file)) return undefined;
        if (args.kind === 'dynamic-import') throw new Error(`${args.importer} waits for ${file} of the core`);
        return { path: file === path.join(root, PROGRAM) ? START_MARK : CORE_MARK, external: true };
      });
    },
  };
}

/** For the core: what is waited for lies in dist/late/. */
function insideCore(files, names) {
  refuseTwins(files);
  const contents = {
    core: [
      `export { runProgram } from './${PROGRAM}';`,
      `import { ${names.join(', ')} } from 'all-of-core';`,
      `export const late = () => ({ ${names.join(', ')} });`,
    ].join('\n'),
    'all-of-core': files.map((file) => `export * from './${file}';`).join('\n'),
  };
  return {
    name: 'inside-core',
    setup(build) {
      build.onResolve({ filter: /^(?:core|all-of-core)$/ }, ({ path: name }) => ({
        path: name,
        namespace: 'core',
      }));
      build.onLoad({ filter: /.*/, namespace: 'core' }, ({ path: name }) => ({
        resolveDir: root,
        contents: contents[name],
      }));
      build.onResolve({ filter: /.*/ }, ({ kind, path: name, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const file = name.startsWith('.') ? path.relative(root, path.join(resolveDir, name)) : name;
        return { path: `${LATE_MARK}${lateName(file.replace(/\.js$/, '.ts'))}.js`, external: true };
      });
    },
  };
}

/** The core as a script: a function of what a module would be given. Its first line tells it from every other. */
async function buildCore(inCore, names) {
  const built = await esbuild.build({
    ...SHARED,
    entryPoints: ['core'],
    logOverride: { 'ambiguous-reexport': 'error' },
    outdir: root,
    format: 'cjs',
    minify: true,
    // One byte for each character: the engine would take two for all of them, and decode them first.
    charset: 'ascii',
    define: { 'import.meta.url': 'here' },
    plugins: [insideCore(inCore, names), vendorPlugin(new Set()), stubOidc, inlinedTexts],
  });
  const body = built.outputFiles[0].text.replaceAll(`import("${LATE_MARK}`, 'late("./late/');
  const code = `(function(module,require,late,here){${body}})\n`;
  save('core.cjs', `/* ${createHash('sha256').update(code).digest('hex')} */\n${code}`, 0o644);
  return built;
}

/** Names that these outputs import from core.js. */
function namesFromCore(outputs) {
  const imports = new RegExp(`(?:import|export)\\s*\\{([^}]*)\\}\\s*from\\s*"${CORE_MARK}"`, 'g');
  const names = outputs
    .flatMap(({ text }) => [...text.matchAll(imports)])
    .flatMap(([, list]) => list.split(','))
    .map((item) => item.trim().replace(/ as .*/, ''))
    .filter((name) => name !== '');
  // For start.mjs.
  return [...new Set([...names, 'writeWhole'])].sort();
}

/**
 * CommonJS dependencies call `require('node:...')`, which an ES module lacks. Only the file that holds esbuild's
 * `__require` helper gets this line, so an entry without such a dependency does not pay for it.
 */
const REQUIRE_BANNER =
  "import { createRequire as __createRequire } from 'node:module';\n" +
  'const require = __createRequire(import.meta.url);\n';

/** start.js: Node's own modules are required, because to import them makes the engine touch all that they have. */
async function buildStart() {
  const built = await esbuild.build({ ...SHARED, entryPoints: ['scripts/start.mjs'], outdir: root });
  const code = built.outputFiles[0].text.replace(
    /^import (?:\{([^}]*)\}|(\w+)) from ("node:[^"]+");$/gm,
    (_, names, whole, from) => `const ${whole ?? `{${names.replaceAll(' as ', ': ')}}`} = require(${from});`,
  );
  save('start.js', REQUIRE_BANNER + code, 0o644);
}

/**
 * `@actions/core` imports an HTTP client (undici, 0.8 MB, 50 ms at start) only for OIDC tokens. We ask for none,
 * so this part is replaced by one that throws.
 */
const stubOidc = {
  name: 'stub-oidc',
  setup(build) {
    build.onResolve({ filter: /oidc-utils\.js$/ }, () => ({ path: 'oidc-utils', namespace: 'stub' }));
    build.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({
      contents:
        "export class OidcClient { static getIDToken() { throw new Error('OIDC is not included'); } }",
    }));
  },
};

function finish(relative, text) {
  const toDist = '../'.repeat(relative.split('/').length - 1) || './';
  let code = text
    .replace(/^#!.*\n/, '')
    .replaceAll(`"${MARK}`, `"${toDist}vendor/`)
    .replaceAll('"core-of-dist:', `"${toDist}`);
  // By its message: its name is gone from what is minified.
  if (code.includes('Dynamic require of ')) code = REQUIRE_BANNER + code;
  return relative === 'cli.js' ? `#!/usr/bin/env node\n${code}` : code;
}

function save(relative, content, mode) {
  const file = path.join(outdir, relative);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content, { mode });
}

function saveOutputs(result, folder) {
  for (const output of result.outputFiles) {
    const relative = path.relative(folder, output.path).replaceAll(path.sep, '/');
    save(relative, finish(relative, output.text), relative === 'cli.js' ? 0o755 : 0o644);
  }
}

/** The folder of the package a file belongs to, below the project; undefined for our own files. */
function packageFolder(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];
}

/** Folders of all packages of which at least one byte is in the output. */
function packagesIn(metafile) {
  return Object.values(metafile.outputs)
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => packageFolder(file))
    .filter((folder) => folder !== undefined);
}

function licenceOf(folder, notices) {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
  );
  const texts = readdirSync(path.join(root, folder))
    .filter((file) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(file))
    .sort()
    .map((file) => readFileSync(path.join(root, folder, file), 'utf8'));
  if (notices.has(name)) texts.push(notices.get(name));
  if (texts.length === 0)
    throw new Error(`${name} holds no licence text: say under \`notices\` what its files say`);
  const body = texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n');
  return {
    key: `${name}@${version}`,
    text: `${name} ${version}\nLicence: ${license ?? 'not stated'}\n\n${body}\n`,
  };
}

function licencesFile(folders, notices) {
  const rule = `\n${'-'.repeat(80)}\n\n`;
  const entries = new Map(folders.map((folder) => licenceOf(folder, notices)).map((it) => [it.key, it.text]));
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return ['The files in dist/ contain code of these packages.\n', ...sorted].join(rule);
}

const licencesPath = path.join(path.dirname(outdir), 'THIRD_PARTY_LICENSES');
rmSync(outdir, { recursive: true, force: true });
rmSync(licencesPath, { force: true });

const entryPoints = Object.fromEntries(
  Object.entries(ENTRIES).filter(([, file]) => existsSync(path.join(root, file))),
);

if (Object.keys(entryPoints).length === 0) {
  console.log('build: no entry point in src/ yet, nothing built');
} else {
  const needed = new Set();
  const { inCore, late } = await closureOf(PROGRAM);
  const lateEntries = [...late].map(([file, original]) =>
    file.startsWith('src/') ? [`late/${lateName(file)}`, file] : [`late/${original}`, original],
  );
  const ours = await esbuild.build({
    ...SHARED,
    entryPoints: { ...entryPoints, ...Object.fromEntries(lateEntries) },
    outdir: root,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    plugins: [outsideCore(inCore), vendorPlugin(needed), stubOidc, inlinedTexts],
  });
  const names = namesFromCore(ours.outputFiles);
  saveOutputs(ours, root);
  const core = await buildCore(inCore, names);
  await buildStart();
  save(
    'core.js',
    `import { core } from "./start.js";\nexport const {\n  ${names.join(',\n  ')}\n} = core.late();\n`,
  );
  const folders = [...packagesIn(ours.metafile), ...packagesIn(core.metafile)];
  const notices = new Map();

  for (const name of [...needed].sort()) {
    const { options, copies = [], notices: own = {} } = VENDOR[name];
    const built = await esbuild.build({
      ...SHARED,
      ...options,
      outfile: path.join(root, 'vendor', `${name}.js`),
    });
    saveOutputs(built, root);
    folders.push(...packagesIn(built.metafile));
    for (const [of, notice] of Object.entries(own)) notices.set(of, notice);
    for (const file of copies) {
      const from = require.resolve(file);
      save(`vendor/${path.basename(file)}`, readFileSync(from));
      folders.push(packageFolder(path.relative(root, from).replaceAll(path.sep, '/')));
    }
  }

  writeFileSync(licencesPath, licencesFile(folders, notices));
}
