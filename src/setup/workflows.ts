import { nameText } from '../config/default-rules.js';
import { HOME } from '../report/links.js';
import { must } from '../result.js';
import type { Program } from '../plan/document/document.js';
import type { RootModule } from './modules.js';
import { AZURE_PIPELINE, GITLAB_TEMPLATE, MANY_MODULES, ONE_MODULE, WITH_TOFU } from './setup-texts.js';

/** A file to be written; its path is relative to the root of the repository. */
export interface SetupFile {
  readonly path: string;
  readonly text: string;
}

/** The configuration of each root module; of a single one, where it is looked for without being named. */
export const CONFIGURATION_FILE = 'cce-plan-guard.yml';

/** Folders whose names mean nothing else in scripts and YAML. The others are for people. */
export function isPlainFolder({ folder: { path } }: RootModule): boolean {
  return path === '' || (/^[\w./-]+$/.test(path) && !path.startsWith('-'));
}

/** A folder as files and people have it. */
export function shownFolder({ folder: { path } }: RootModule): string {
  return path === '' ? '.' : path;
}

function yamlFolder(module: RootModule): string {
  const path = shownFolder(module);
  return path === '.' || /^[a-z][\w.-]*\/[\w./-]+$/i.test(path) ? path : nameText(path);
}

/** One workflow a program: they are set up in different ways. */
export function githubWorkflows(modules: readonly RootModule[]): readonly SetupFile[] {
  const used = PROGRAMS.filter((program) => modules.some((one) => one.program === program));
  return used.map((program) => {
    const own = modules.filter((one) => one.program === program);
    const name = used.length === 1 ? 'cce-plan-guard' : `cce-plan-guard-${program}`;
    const text = withProgram(own.length === 1 ? oneModule(own) : manyModules(own), own, program);
    return { path: `.github/workflows/${name}.yml`, text: headed(text, name) };
  });
}

const PROGRAMS: readonly Program[] = ['terraform', 'tofu'];

function oneModule([module]: readonly RootModule[]): string {
  const folder = yamlFolder(must(module, 'there is one'));
  return ONE_MODULE.replaceAll(/working-directory: infra$/gm, () => `working-directory: ${folder}`);
}

/** Each root module has a configuration of its own: the clusters of the others are not in its plan. */
function manyModules(modules: readonly RootModule[]): string {
  const list = modules.map(yamlFolder).join(', ');
  const text = replacedOnce(MANY_MODULES, /^( +)module: \[.*\]$/m, `$1module: [${list}]`);
  return replacedOnce(text, /^( +)plan: plan\.json$/m, `$1plan: plan.json\n$1config: ${CONFIGURATION_FILE}`);
}

function withProgram(text: string, modules: readonly RootModule[], program: Program): string {
  const version = onlyVersion(modules);
  const wrapper = /^( +)(?:terraform|tofu)_wrapper: false.*$/m;
  const exact =
    version === undefined ? text : replacedOnce(text, wrapper, `$&\n$1${program}_version: ${version}`);
  if (program === 'terraform') return exact;
  const [setup] = /uses: opentofu\/setup-opentofu@.*/.exec(WITH_TOFU) ?? [];
  return exact
    .replaceAll(/uses: hashicorp\/setup-terraform@.*/g, must(setup, 'the example sets OpenTofu up'))
    .replaceAll('terraform_wrapper', 'tofu_wrapper')
    .replaceAll(/\bterraform (?=init|plan|show)/g, 'tofu ');
}

/** Of all modules; undefined when one has no version, or another one. */
export function onlyVersion(modules: readonly RootModule[]): string | undefined {
  const [version, another] = new Set(modules.map((one) => one.version));
  return another === undefined ? version : undefined;
}

/** The address of the Action, `owner/name`. */
export const ACTION = new URL(HOME).pathname.slice(1);

/** The examples begin with what their reader has to know; here it is known, but for the tag. */
function headed(text: string, name: string): string {
  const named = replacedOnce(text, /^#[^]*?^name: .*$/m, `name: ${name}`);
  // Workflows of one group end each other.
  const body = replacedOnce(named, /^( +)group: plan-/m, `$1group: ${name}-`);
  const head = `# Written by cce-plan-guard init, and yours from here on. To pin the Action, put the full commit id of a release in\n# the place of its tag.\n`;
  return head + body.replaceAll('OWNER/cce-plan-guard@', `${ACTION}@`);
}

const GITLAB_COPY = '.gitlab/cce-plan-guard.yml';

/** The template, and a pipeline that includes it: as it lies in the repository, it works without a network. */
export function gitlabFiles(modules: readonly RootModule[]): readonly SetupFile[] {
  return [
    { path: GITLAB_COPY, text: GITLAB_TEMPLATE },
    { path: '.gitlab-ci.yml', text: ['stages: [test]', '', gitlabInclude(modules), ''].join('\n') },
  ];
}

/** What a pipeline of GitLab has to include. */
export function gitlabInclude(modules: readonly RootModule[]): string {
  const entries = modules.flatMap((module) => {
    const { program, version } = module;
    const image = program === 'tofu' ? 'ghcr.io/opentofu/opentofu' : 'hashicorp/terraform';
    const needsImage = program === 'tofu' || version !== undefined;
    return [
      `  - local: ${GITLAB_COPY}`,
      '    inputs:',
      `      module: ${yamlFolder(module)}`,
      ...(modules.length === 1 ? [] : [`      name: ${yamlFolder(module)}`]),
      ...(program === 'tofu' ? ['      program: tofu'] : []),
      ...(needsImage ? [`      plan-image: ${image}:${version ?? '1.10'}`] : []),
    ];
  });
  return ['include:', ...entries].join('\n');
}

/** A pipeline of its own beside those that are there. */
export function azureFiles(modules: readonly RootModule[]): readonly SetupFile[] {
  const list = modules.map(yamlFolder).join(', ');
  const text = replacedOnce(AZURE_PIPELINE, /^( +)default: \[infra\/prod\]$/m, `$1default: [${list}]`);
  const isTofu = modules.every(({ program }) => program === 'tofu');
  return [
    {
      path: 'azure-pipelines-cce-plan-guard.yml',
      text: isTofu ? text.replaceAll(/\bterraform (?=init|plan|show)/g, 'tofu ') : text,
    },
  ];
}

/** The steps that a workflow of Atlantis has to have, on the server. */
export const ATLANTIS_STEPS = [
  '- run: terraform show -json "$PLANFILE" > "$PLANFILE.json"',
  '- run: cce-plan-guard check "$PLANFILE.json" --label "$REPO_REL_DIR $WORKSPACE"',
] as const;

function replacedOnce(text: string, pattern: RegExp, by: string): string {
  if (!pattern.test(text)) throw new Error(`${pattern.source} is not in the text that is written`);
  return text.replace(pattern, by);
}
