import { type CloudFacts, readProject, withNodePools } from '../cloud/facts.js';
import { credentialsOf } from '../cloud/identity.js';
import { clustersNamed, idsOfPlan, keepNamed, type NamedByPlan } from '../cloud/selection.js';
import { senderWith } from '../cloud/send.js';
import { signIn } from '../cloud/session.js';
import { readSettings } from '../cloud/settings.js';
import { readBytes } from '../edge/files.js';
import { jsonText } from '../format/json-text.js';
import { NO_SOURCE, openPlan } from '../plan/read-plan.js';
import { err, ok, type Result } from '../result.js';
import { readArguments, SHARED_OPTIONS, spares } from './arguments.js';
import type { Command, CommandWorld } from './command.js';
import type { ExitStatus } from './exit-status.js';

/** `facts` */
interface FactsOptions {
  /** Only what these plans name; none: the whole project. */
  readonly plans: readonly string[];
  readonly project: string | undefined;
  readonly output: string | undefined;
}

/** Reads the security groups and clusters as they are in the cloud, and writes them for `--facts`. */
export const factsCommand: Command = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard facts [options]

Reads security groups, their rules, CCE clusters, VPCs and subnets from the cloud's API, and writes them as JSON for
\`check --facts FILE\`. It changes nothing in the cloud and writes no secret.

  --plan PLAN       only what this plan names, and the clusters of it; may be given several times
  --project ID      the project to read; default: that of the settings
  --output FILE     write the facts there instead of to standard output
  --help, --version

It signs in by what the environment says, as other OpenStack clients do: OS_CLOUD for an entry of clouds.yaml, or
OS_AUTH_URL with OS_PROJECT_NAME or OS_PROJECT_ID, OS_REGION_NAME, and one of
  OS_USERNAME, OS_PASSWORD and OS_USER_DOMAIN_NAME or OS_DOMAIN_NAME
  OS_TOKEN
  OS_APPLICATION_CREDENTIAL_ID and OS_APPLICATION_CREDENTIAL_SECRET (without a project)
  OS_ACCESS_KEY and OS_SECRET_KEY, with OS_SECURITY_TOKEN where they are lent
A role that may read VPC and CCE is enough.

exit: 0 the facts are written, 2 they could not be read
`,
  run: async (argv, world) => {
    const options = readFactsOptions(argv);
    return options.ok ? writeFacts(options.value, world) : options;
  },
};

const OPTIONS = {
  plan: { type: 'string', multiple: true },
  project: { type: 'string' },
  output: { type: 'string' },
  ...SHARED_OPTIONS,
} as const;

function readFactsOptions(argv: readonly string[]): Result<FactsOptions, string> {
  const read = readArguments(argv, 'facts', OPTIONS);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [extra] = positionals;
  if (extra !== undefined)
    return err('facts takes no name of a file by itself; write: --plan PLAN or --output FILE');
  const { plan: plans = [], project, output } = values;
  if (plans.includes('')) return err('--plan is empty: leave it out, or set the variable');
  return ok({ plans, project, output });
}

async function writeFacts(
  { plans, project, output }: FactsOptions,
  { env, now, note, write }: CommandWorld,
): Promise<Result<ExitStatus, string>> {
  const spared = spares(output, plans);
  if (!spared.ok) return spared;
  const named = plans.length === 0 ? ok(undefined) : namedByPlans(plans);
  if (!named.ok) return named;
  const settings = readSettings(env);
  if (!settings.ok) return settings;
  const credentials = credentialsOf(settings.value, project);
  if (!credentials.ok) return credentials;
  const session = await signIn(credentials.value, senderWith(), now);
  if (!session.ok) return err(session.error.line);
  const read = await readProject(session.value, now);
  if (!read.ok) return err(read.error.line);
  const { facts: whole, lacks } = read.value;
  if (whole.security_groups.length === 0) return err(noGroups(whole));
  const about = named.value === undefined ? whole : { ...whole, clusters: clustersNamed(whole, named.value) };
  const pooled = await withNodePools(session.value, about);
  if (!pooled.ok) return err(pooled.error.line);
  const facts = named.value === undefined ? pooled.value : keepNamed(pooled.value, named.value);
  // Facts in which nothing of the plans is would be taken for a look at them.
  if (facts.security_groups.length === 0) return err(nothingNamed(facts, plans));
  const written = write(jsonText(facts), output);
  if (!written.ok) return written;
  if (lacks.length > 0) note(`this cloud has no API for ${lacks.join(', ')}, so the facts are without them`);
  return ok(0);
}

function noGroups({ project_id: project }: CloudFacts): string {
  return `project ${project} shows no security group, though every project has one: these credentials may not read them. Give them a role that may read VPC`;
}

function nothingNamed({ project_id: project }: CloudFacts, plans: readonly string[]): string {
  return `project ${project} has no security group and no cluster that ${plans.join(' or ')} names. Check the project, or leave --plan out`;
}

function namedByPlans(plans: readonly string[]): Result<NamedByPlan, string> {
  const ids = new Set<string>();
  const clusterNames = new Set<string>();
  for (const file of plans) {
    const name = file === '-' ? 'standard input' : file;
    const bytes = readBytes(file);
    if (!bytes.ok) return err(`${name} ${bytes.error}`);
    const open = openPlan(bytes.value);
    if (!open.ok) return err(`${name} ${open.error.message}`);
    for (const id of idsOfPlan(bytes.value)) ids.add(id);
    for (const { before, after } of open.value(NO_SOURCE).clusters) {
      for (const side of [before, after]) if (side?.name !== undefined) clusterNames.add(side.name.text);
    }
  }
  return ok({ ids, clusterNames });
}
