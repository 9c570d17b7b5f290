/**
 * "Imports point upstream only." The folders of src/ are stages of one pipe:
 *
 *   terraform -> plan -> effective -> facts -> cluster -> weigh -> check -> explain -> source -> report -> mend -> format -> github
 *
 * Type-only imports count too: a type lives where its value is made.
 */
const STAGES = [
  'terraform',
  'plan',
  'effective',
  'facts',
  'cluster',
  'weigh',
  'check',
  'explain',
  'source',
  'report',
  'mend',
  'format',
  'github',
];

/** What touches the world beside github/. */
const EDGES = ['edge', 'command'];

/** The stages from here on may read the configuration. */
const FIRST_STAGE_WITH_CONFIG = 'cluster';

const inFolders = (folders) => `^src/(${folders.join('|')})/`;
/** Open to all: results, what many stages do with lists, what work may cost, and which version this is. */
const OPEN_TO_ALL = '^src/(result|collections|budget|version)\\.ts$';
/** A fix is proved by judging the run again. */
const THE_PIPE = '^src/run\\.ts$';
const npm = (pattern) => `(^|/)node_modules/(${pattern})(/|$)`;

/** Code in `folder` may import from `allowed` and from what is open to all, nothing else of ours. */
const folderMayImport = (folder, allowed, comment, files = []) => ({
  name: `${folder}-imports`,
  comment,
  severity: 'error',
  from: { path: inFolders([folder]) },
  to: { path: '^src/', pathNot: [inFolders([folder, ...allowed]), OPEN_TO_ALL, ...files] },
});

/** Only code whose path matches one of `places` may import the packages. */
const packageOnlyIn = (name, packages, places, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: places },
  to: { path: npm(packages) },
});

const stageRules = STAGES.map((stage, index) => {
  const readsConfig = index >= STAGES.indexOf(FIRST_STAGE_WITH_CONFIG);
  // github/ is an edge, too.
  const others = ['net', 'model', ...(readsConfig ? ['config'] : []), ...(stage === 'github' ? EDGES : [])];
  const allowed = [...STAGES.slice(0, index), ...others];
  return folderMayImport(
    stage,
    allowed,
    `${stage}/ sees only what is upstream of it, so a change downstream can never change what it computes.`,
    // What is to be advised is judged first, by the same pipe.
    stage === 'mend' ? ['^src/run\\.ts$'] : [],
  );
});

/** Rooms of source/: blocks and their expressions, folders of modules, what names mean in them, lines of a change. */
const SOURCE_ROOMS = ['hcl', 'files', 'locals', 'outline', 'locate', 'patch'];

const roomRules = SOURCE_ROOMS.slice(0, -1).map((room, index) => ({
  name: `source-${room}-imports`,
  comment: 'The rooms of source/ stand in a row as well.',
  severity: 'error',
  from: { path: `^src/source/${room}/` },
  to: { path: `^src/source/(${SOURCE_ROOMS.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...stageRules,
    ...roomRules,
    folderMayImport('net', [], 'net/ is plain algebra on addresses and ports: it knows nothing of plans.'),
    folderMayImport(
      'model',
      ['net'],
      'model/ is the requirements as data: a row knows no plan and no cluster.',
    ),
    folderMayImport(
      'config',
      ['net', 'model'],
      'config/ is the shape of the configuration file: it is read before any plan is judged.',
    ),
    folderMayImport(
      'setup',
      ['net', 'model', 'terraform', 'plan', 'config', 'source', 'report'],
      'setup/ reads what a repository holds and writes the texts that it needs; it touches no disk.',
    ),
    {
      name: 'setup-only-for-its-command',
      comment: 'Whoever judges a plan loads nothing of what sets a repository up.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/setup/', '^src/command/init\\.ts$'] },
      to: { path: '^src/setup/' },
    },
    {
      name: 'identity-has-no-words',
      comment: 'A fingerprint is made of ids: a reworded sentence must not move one.',
      severity: 'error',
      from: { path: '^src/report/identity\\.ts$' },
      to: { path: '^src/report/words/' },
    },
    {
      name: 'open-to-all-imports-nothing',
      comment: 'Everybody may import result.ts and collections.ts, so they import nothing.',
      severity: 'error',
      from: { path: OPEN_TO_ALL },
      to: { path: '.' },
    },
    {
      name: 'run-is-pure',
      comment: 'run.ts is the whole pipe, text in and report out: no network and no process.',
      severity: 'error',
      from: { path: '^src/run\\.ts$' },
      to: { path: ['^src/(github|edge|cloud|command)/', '^src/(action|cli|worker)\\.ts$'] },
    },
    {
      name: 'edge-imports',
      comment: 'edge/ and command/ touch the world; the pipe gets what they read handed in.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/(edge|cloud|command|github|gitlab)/', '^src/(action|cli|worker)\\.ts$'],
      },
      to: { path: '^src/(edge|cloud|command|gitlab)/' },
    },
    {
      name: 'command-knows-no-github',
      comment: 'What the command line and the Action have in common knows nothing of pull requests.',
      severity: 'error',
      from: { path: '^src/(edge|cloud|command)/' },
      to: { path: '^src/github/' },
    },
    folderMayImport(
      'cloud',
      ['config', 'edge'],
      'cloud/ speaks to the API of the cloud and knows nothing of plans; only a command that needs it loads it.',
    ),
    {
      name: 'cloud-only-for-its-command',
      comment: 'The Action and all other commands run without a network to the cloud.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/cloud/', '^src/command/facts\\.ts$'] },
      to: { path: '^src/cloud/' },
    },
    folderMayImport(
      'gitlab',
      ['edge', 'report', 'format', 'github'],
      'gitlab/ writes one note as github/ writes its summary; what both do is in github/review.',
    ),
    {
      name: 'gitlab-only-when-asked-for',
      comment: 'A command that writes no note loads nothing of GitLab.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/gitlab/', '^src/command/gitlab-note\\.ts$'] },
      to: { path: '^src/gitlab/' },
    },
    {
      name: 'nobody-imports-the-edges',
      comment: 'action.ts, cli.ts and worker.ts start a program: importing them would run it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/(action|cli|worker)\\.ts$' },
    },
    packageOnlyIn('ipaddr-only-in-net', 'ipaddr\\.js', ['^src/net/'], 'Addresses are parsed in one place.'),
    packageOnlyIn(
      'parsers-of-files-only-in-source',
      'web-tree-sitter|@tree-sitter-grammars/[^/]+|jsonc-parser',
      ['^src/source/'],
      'A parser of HCL or JSON files can be replaced by changing one folder.',
    ),
    packageOnlyIn(
      'toolkit-only-at-the-edge',
      '@actions/[^/]+|@octokit/[^/]+',
      ['^src/github/', '^src/action\\.ts$'],
      'Only the edge speaks to GitHub and to the runner; the rest runs anywhere.',
    ),
    packageOnlyIn(
      'valibot-at-the-doors',
      'valibot',
      ['^src/(plan|config|facts|cloud|format/json)/'],
      'Foreign data is checked once, where it comes in, and the report where it goes out.',
    ),
    packageOnlyIn(
      'clients-only-in-cloud',
      'p-throttle|@huaweicloud/[^/]+',
      ['^src/cloud/'],
      'How the API of the cloud is asked can be changed in one folder.',
    ),
    packageOnlyIn(
      'requests-only-at-the-edge',
      'ky',
      ['^src/(cloud|gitlab)/'],
      'Each folder that asks a server can be changed by itself.',
    ),
    packageOnlyIn('xml-only-in-junit', 'fast-xml-builder', ['^src/format/junit/'], 'Only one format is XML.'),
    packageOnlyIn('yaml-only-in-config', 'yaml', ['^src/config/'], 'Only the configuration file is YAML.'),
    {
      name: 'no-circular',
      comment: 'A cycle means that two files are one file, or that a type lives in the wrong place.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that cannot be found would also escape all rules above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
