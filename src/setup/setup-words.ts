import { CI_NAMES } from './ci.js';
import type { CodeCluster } from './clusters.js';
import type { RootModule } from './modules.js';
import { unreachable } from '../result.js';
import type { Setup, SetupModule } from './setup.js';
import { ACTION, ATLANTIS_STEPS, gitlabInclude, onlyVersion, shownFolder } from './workflows.js';

/** What became of the files. */
export interface SetupDone {
  readonly written: readonly string[];
  /** They were there already, and are as they were. */
  readonly kept: readonly string[];
}

/** What was found, what was not, what was written, and what is left to do: a line each. */
export function setupText(setup: Setup, done: SetupDone): string {
  const parts = [
    part('found', foundLines(setup)),
    part('not found', notFoundLines(setup)),
    part('written', done.written),
    part('there already, left as it is', done.kept),
    part('to do', toDo(setup, done)),
  ];
  return parts.flat().join('\n');
}

function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];
}

function foundLines({ modules, ci }: Setup): readonly string[] {
  return [
    ...modules.flatMap(({ module, clusters }) => [
      moduleLine(module),
      ...clusters.filter(({ name }) => name !== undefined).map(clusterLine),
    ]),
    ...ci.map(({ system, toldBy }) => `${CI_NAMES[system]}${toldBy === undefined ? '' : ` (${toldBy})`}`),
  ];
}

function moduleLine(module: RootModule): string {
  const { program, version, toldBy, backend } = module;
  const made = [PROGRAM[program], ...(version === undefined ? [] : [version])].join(' ');
  const by = toldBy === undefined ? '' : ` (${toldBy})`;
  const kept = backend === undefined ? 'no backend' : `backend ${backend}`;
  return `root module ${shownFolder(module)}: ${made}${by}, ${kept}`;
}

const PROGRAM = { terraform: 'Terraform', tofu: 'OpenTofu' } as const;

function clusterLine({ name = '', file, line, networkModel, vpcCidrs, containerCidrs }: CodeCluster): string {
  const facts = [
    ...(networkModel === undefined ? [] : [networkModel]),
    ...(vpcCidrs === undefined ? [] : [`VPC ${vpcCidrs.join(' ')}`]),
    ...(containerCidrs === undefined ? [] : [`containers ${containerCidrs.join(' ')}`]),
  ];
  return `cluster ${name} (${file}:${line})${facts.length === 0 ? '' : `: ${facts.join(', ')}`}`;
}

function notFoundLines({ modules, unwritable, aside, unread, ci }: Setup): readonly string[] {
  return [
    ...modules.flatMap(({ module, clusters }) =>
      clusters.flatMap((cluster) => clusterLacks(module, cluster)),
    ),
    ...(modules.length > 0 && modules.every(({ clusters }) => clusters.length === 0) ? [NO_CLUSTER] : []),
    ...modules.filter(({ module }) => module.toldBy === undefined).map(programLine),
    ...aside.map(
      ({ path }) =>
        `whether plans are made in ${path}: it lies where modules and examples do, and has no backend`,
    ),
    ...unwritable.map(
      ({ folder: { path } }) =>
        `a way to write ${JSON.stringify(path)} into scripts: rename it, or add it by hand`,
    ),
    ...unread.map((file) => `what ${file} says: it cannot be read`),
    ...(ci.length === 0 ? [NO_CI] : []),
  ];
}

const NO_CLUSTER =
  'a cluster in the code (opentelekomcloud_cce_cluster_v3); groups are found by what the plan shows, or by security-groups in the configuration';
const NO_CI = 'what runs your builds: name it by --ci github, gitlab, azure or atlantis';

function programLine({ module }: SetupModule): string {
  return `what makes the plans of ${shownFolder(module)}: taken to be Terraform; a .terraform-version or .opentofu-version would say`;
}

function clusterLacks(module: RootModule, { name, file, line, vpc }: CodeCluster): readonly string[] {
  if (name === undefined) {
    return [`the name of the cluster in ${file}:${line}, which is not written out; its plan tells it`];
  }
  switch (vpc) {
    case 'made':
      return [];
    case 'looked-up':
      return [
        `secondary ranges of the VPC of ${name}, which a data source does not tell; if it has any, write vpc-cidrs`,
      ];
    case 'not-in-code':
      return [`the VPC of ${name} in ${shownFolder(module)}; if its plan does not show it, write vpc-cidrs`];
    default:
      return unreachable(vpc);
  }
}

function toDo(setup: Setup, { kept }: SetupDone): readonly string[] {
  const { modules, ci } = setup;
  const roots = modules.map(({ module }) => module);
  const has = (system: keyof typeof CI_NAMES): boolean => ci.some((one) => one.system === system);
  return [
    ...(has('github') ? githubSteps(roots) : []),
    ...(has('gitlab') ? gitlabSteps(roots, kept) : []),
    ...(has('azure')
      ? [
          'make a pipeline of azure-pipelines-cce-plan-guard.yml, and give it OTC_ACCESS_KEY and OTC_SECRET_KEY',
        ]
      : []),
    ...(has('atlantis')
      ? [
          'on the Atlantis server, put these steps behind `plan` in the workflow:',
          ...ATLANTIS_STEPS.map((line) => `  ${line}`),
        ]
      : []),
    ...credentials(roots),
  ];
}

function githubSteps(modules: readonly RootModule[]): readonly string[] {
  return [
    ...(ACTION.startsWith('OWNER/')
      ? ['in the workflow, put the owner of the Action in the place of OWNER']
      : []),
    'make the secrets OTC_ACCESS_KEY and OTC_SECRET_KEY, or take what your plans sign in with',
    ...(onlyVersion(modules) === undefined ? ['say which version makes your plans, or the newest does'] : []),
    `require the check ${modules.length === 1 ? 'plan' : 'guard'} on your main branch`,
  ];
}

function gitlabSteps(modules: readonly RootModule[], kept: readonly string[]): readonly string[] {
  return [
    ...(kept.includes('.gitlab-ci.yml')
      ? [
          'add to .gitlab-ci.yml:',
          ...gitlabInclude(modules)
            .split('\n')
            .map((line) => `  ${line}`),
        ]
      : []),
    'set the variables that your plans sign in with, and GITLAB_TOKEN for the note (role Reporter, scope api), masked',
  ];
}

function credentials(modules: readonly RootModule[]): readonly string[] {
  const remote = modules.filter(({ backend }) => backend !== undefined && backend !== 'local');
  if (remote.length === 0) return [];
  const names = new Set(remote.map(({ backend = '' }) => backend));
  return [`give the plan what the backend (${[...names].join(', ')}) signs in with`];
}
