import { within } from '../budget.js';
import { NETWORK_MODELS, ROLES } from '../model/requirement.js';
import { readAddress, readClusterCidr } from '../config/cidr-text.js';
import { bareCluster, type Configuration } from '../config/configuration.js';
import { engineFor } from '../edge/engine.js';
import { openSourceOf } from '../edge/source-directory.js';
import { hardeningHcl, hardeningJson } from '../format/rules/hardening.js';
import { noRulesLine } from '../format/rules/no-rules.js';
import { ownGroupHcl, ownGroupJson } from '../format/rules/own-group.js';
import { hardened } from '../mend/tables/hardening.js';
import { groupOfOnesOwn, type NoRules, type OwnGroupWish } from '../mend/tables/own-group.js';
import type { PeerSet } from '../net/peers.js';
import { emptyPlan } from '../plan/read-plan.js';
import { err, ok, type Result } from '../result.js';
import type { RunInput } from '../run.js';
import {
  deadlineNamed,
  factsNamed,
  type FactsNamed,
  factsToRead,
  readArguments,
  SHARED_OPTIONS,
  shownFile,
} from './arguments.js';
import { runErrorLine, withFiles } from './with-files.js';
import type { Command, CommandWorld } from './command.js';
import { configurationFor } from './configured.js';
import type { ExitStatus } from './exit-status.js';
import { openRun } from './judge-files.js';

/** Writes the tables down as HCL. */
export const rulesCommand: Command = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard rules --model MODEL --role ROLE [ranges] [options]
       cce-plan-guard rules --plan PLAN [--cluster NAME] --role ROLE [options]

Writes the rules that the vendor's tables ask for as HCL, for a security group of one's own: complete, and none of them
can be taken away. They are put into a plan and judged before they are written. With a plan (or a cluster of the
configuration) the ranges are those of the cluster, by reference where the plan shows where a value comes from.

  --model MODEL     vpc-router, overlay_l2 or eni; a plan that shows the cluster tells it
  --role ROLE       node, control or eni: for whom the group is
  --api API         v2 (opentelekomcloud_networking_secgroup_rule_v2) or v3 (opentelekomcloud_vpc_secgroup_rule_v3);
                    default: as the rules of the plan's group, else v2
  --only egress     the least that worker nodes have to send (Table 8), in the place of everything
  --plan PLAN       the plan that shows the cluster; \`-\` is standard input
  --cluster NAME    which cluster, where plan and configuration show several
  --facts FILE      what stands in the cloud, any number of files, as for check; with --plan
  --facts-date INSTANT  when somebody looked, for files that do not say it, as 2026-11-24T06:00:00Z
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --deadline SECONDS  how long it may take; default: 120 for each 250 MB of input that is begun
  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --prefix NAME     what labels begin with; default: cce
  --format FORMAT   text (HCL), json; default: text
  --output FILE     write there instead of to standard output
  --help, --version

ranges, each as often as needed; they win over plan and configuration:
  --vpc-cidr CIDR, --container-cidr CIDR, --master-cidr CIDR, --dns-server ADDRESS, --service-cidr CIDR
  --load-balancer-cidr CIDR   who reaches node ports beside VPC and containers; left out: everybody
  --service-mesh-cidr CIDR    who reaches the API port 5443 beside them
  --ssh-cidr CIDR             from where people log in to nodes; left out: nobody

exit: 0 written, 2 could not be written
`,
  run: async (argv, world) => {
    const read = readArguments(argv, 'rules', OPTIONS);
    if (!read.ok) return read;
    const { values, positionals } = read.value;
    const [extra] = positionals;
    if (extra !== undefined) return err('rules takes no name of a file by itself; write: --plan PLAN');
    const wish = wishOf(values);
    return wish.ok ? writeRules(wish.value, world) : wish;
  },
};

const RANGE = { type: 'string', multiple: true } as const;

const OPTIONS = {
  model: { type: 'string' },
  role: { type: 'string' },
  api: { type: 'string' },
  only: { type: 'string' },
  plan: { type: 'string' },
  cluster: { type: 'string' },
  config: { type: 'string' },
  facts: { type: 'string', multiple: true },
  'facts-date': { type: 'string' },
  source: { type: 'string' },
  deadline: { type: 'string' },
  prefix: { type: 'string', default: 'cce' },
  format: { type: 'string', default: 'text' },
  output: { type: 'string' },
  'vpc-cidr': RANGE,
  'container-cidr': RANGE,
  'master-cidr': RANGE,
  'dns-server': RANGE,
  'service-cidr': RANGE,
  'load-balancer-cidr': RANGE,
  'service-mesh-cidr': RANGE,
  'ssh-cidr': RANGE,
  ...SHARED_OPTIONS,
} as const;

type Values = Readonly<
  Record<'prefix' | 'format', string> &
    Partial<Record<TextOption, string>> &
    Partial<Record<RangeOption | 'facts', readonly string[]>>
>;

type TextOption =
  | 'api'
  | 'model'
  | 'role'
  | 'only'
  | 'plan'
  | 'cluster'
  | 'config'
  | 'output'
  | 'facts-date'
  | 'source'
  | 'deadline';

/** What is to be written, and where it goes. */
interface RulesWish extends Omit<OwnGroupWish, 'cluster'> {
  readonly cluster: string | undefined;
  readonly plan: string | undefined;
  readonly facts: FactsNamed;
  readonly source: string | undefined;
  readonly deadline: number | undefined;
  readonly config: string | undefined;
  readonly output: string | undefined;
  readonly format: 'text' | 'json';
}

function wishOf(values: Values): Result<RulesWish, string> {
  const { plan, cluster, config, output, prefix, source } = values;
  const read = readingNamed(values);
  if (!read.ok) return read;
  const role = oneAmong('role', values.role ?? 'no role', ROLES);
  if (!role.ok) return role;
  const model = values.model === undefined ? ok(undefined) : oneAmong('model', values.model, NETWORK_MODELS);
  if (!model.ok) return model;
  const api = values.api === undefined ? ok(undefined) : oneAmong('api', values.api, ['v2', 'v3'] as const);
  if (!api.ok) return api;
  const only = values.only === undefined ? ok(undefined) : oneAmong('only', values.only, ['egress'] as const);
  if (!only.ok) return only;
  const format = oneAmong('format', values.format, ['text', 'json'] as const);
  if (!format.ok) return format;
  if (!LABEL.test(prefix)) return err(`--prefix takes the beginning of a label, as cce, not \`${prefix}\``);
  const ranges = rangesNamed(values);
  if (!ranges.ok) return ranges;
  const { ssh, ...given } = ranges.value;
  return ok({
    ...{ plan, cluster, config, output, prefix, ssh, source, ...read.value },
    ...{ role: role.value, api: api.value, only: only.value, format: format.value },
    given: { ...given, networkModel: model.value },
  });
}

/** What is read beside a plan, and how long that may take. */
function readingNamed(values: Values): Result<Pick<RulesWish, 'facts' | 'deadline'>, string> {
  const facts = factsNamed(values.facts ?? [], values['facts-date']);
  if (!facts.ok) return facts;
  if (values.plan === undefined && facts.value.files.length > 0) {
    return err('--facts are told beside a plan: add --plan PLAN');
  }
  const deadline = deadlineNamed(values.deadline);
  return deadline.ok ? ok({ facts: facts.value, deadline: deadline.value }) : deadline;
}

const LABEL = /^[A-Za-z_][\w-]{0,63}$/;

function oneAmong<T extends string>(name: string, text: string, all: readonly T[]): Result<T, string> {
  const found = all.find((one) => one === text);
  return found === undefined ? err(`--${name} takes ${all.join(', ')}, not \`${text}\``) : ok(found);
}

type RangeOption = Extract<keyof typeof OPTIONS, `${string}-cidr` | 'dns-server'>;

/** The ranges that are named. The error says of the first bad one what it has to be. */
function rangesNamed(values: Values): Result<Ranges, string> {
  const problems: string[] = [];
  const ranges = (option: RangeOption, read: ReadRange): readonly PeerSet[] | undefined =>
    values[option]?.flatMap((text) => {
      const range = read(text);
      if (range.ok) return [range.value];
      problems.push(`--${option} ${text} ${range.error}`);
      return [];
    });
  const found = {
    vpcCidrs: ranges('vpc-cidr', readClusterCidr),
    containerCidrs: ranges('container-cidr', readClusterCidr),
    masterCidrs: ranges('master-cidr', readClusterCidr),
    dnsServers: ranges('dns-server', readAddress),
    serviceCidrs: ranges('service-cidr', readClusterCidr),
    loadBalancerCidrs: ranges('load-balancer-cidr', readAddress),
    serviceMeshCidrs: ranges('service-mesh-cidr', readAddress),
    ssh: ranges('ssh-cidr', readAddress) ?? [],
  };
  const [problem] = problems;
  return problem === undefined ? ok(found) : err(problem);
}

type ReadRange = (text: string) => Result<PeerSet, string>;

/** The ranges of a cluster, and those from where people log in. */
type Ranges = Omit<OwnGroupWish['given'], 'networkModel'> & Pick<OwnGroupWish, 'ssh'>;

async function writeRules(wish: RulesWish, world: CommandWorld): Promise<Result<ExitStatus, string>> {
  const { plan, facts, config, output } = wish;
  const inputs = [...(plan === undefined ? [] : [plan]), ...facts.files];
  const found = await configurationFor({ config, inputs, output }, world);
  if (!found.ok) return found;
  const configuration = found.value;
  const text =
    plan === undefined
      ? withoutPlan(wish, configuration, world)
      : await besidePlan(wish, { plan, configuration }, world);
  if (!text.ok) return text;
  const written = world.write(text.value, output);
  return written.ok ? ok(0) : written;
}

function withoutPlan(
  wish: RulesWish,
  configuration: Configuration,
  { now }: CommandWorld,
): Result<string, string> {
  const text = rulesText(
    {
      plans: [{ path: '', label: undefined, plan: emptyPlan() }],
      configuration: withCluster(configuration, wish.cluster),
      failOn: 'never',
      today: now.toISOString().slice(0, 10),
    },
    wish,
  );
  return text.ok ? text : err(noRulesLine(text.error));
}

async function besidePlan(
  wish: RulesWish,
  { plan, configuration }: { readonly plan: string; readonly configuration: Configuration },
  { now, progress }: CommandWorld,
): Promise<Result<string, string>> {
  const { facts, source, deadline } = wish;
  const worked = await withFiles(
    {
      ...{
        configuration,
        deadline,
        now,
        progress,
        failOn: 'never',
        label: undefined,
        prepareEngine: engineFor,
      },
      plans: [
        { name: shownFile(plan), file: plan, source: () => openSourceOf(plan, { source, base: undefined }) },
      ],
      facts: factsToRead(facts),
    },
    async (input) => {
      const opened = await openRun(input);
      if (!opened.ok) return err(runErrorLine(opened.error));
      const text = within(opened.value.budget, 'rules', () => rulesText(opened.value.input, wish));
      return text.ok ? text : err(noRulesLine(text.error));
    },
  );
  if (!worked.ok) return worked;
  await worked.value.settle();
  return ok(worked.value.value);
}

function rulesText(input: RunInput, wish: RulesWish): Result<string, NoRules> {
  const isJson = wish.format === 'json';
  // Nodes of a plan have a group already.
  if (wish.only === 'egress' && wish.role === 'node' && wish.plan !== undefined) {
    const steps = hardened(input, wish);
    return steps.ok ? ok(isJson ? hardeningJson(steps.value) : hardeningHcl(steps.value)) : steps;
  }
  const own = groupOfOnesOwn(input, wish);
  return own.ok ? ok(isJson ? ownGroupJson(own.value) : ownGroupHcl(own.value)) : own;
}

/** Where no plan shows a cluster, the one of the configuration is meant, or one that the options alone describe. */
function withCluster(configuration: Configuration, name: string | undefined): Configuration {
  const { clusters } = configuration;
  const isKnown = name === undefined ? clusters.length > 0 : clusters.some((one) => one.name === name);
  const described = bareCluster(name ?? 'my-cluster');
  return isKnown ? configuration : { ...configuration, clusters: [...clusters, described] };
}
