import { within } from '../budget.js';
import type { Subjects } from '../cluster/subject.js';
import { engineFor } from '../edge/engine.js';
import { openSourceOf } from '../edge/source-directory.js';
import { type BothEnds, endsNamed } from '../explain/ends.js';
import { sideOfFinding } from '../explain/of-finding.js';
import { explainPath } from '../explain/path.js';
import { pathSides } from '../explain/side.js';
import { TRAFFIC_FORM, trafficNamed } from '../explain/traffic.js';
import type { TextOptions } from '../format/text/text.js';
import type { Traffic } from '../plan/rule.js';
import { type Explanation, explanationOf, explanationWithPlaces, rulesIn } from '../report/explanation.js';
import { fingerprints } from '../report/identity.js';
import { err, must, ok, type Result } from '../result.js';
import {
  deadlineNamed,
  factsNamed,
  type FactsNamed,
  factsToRead,
  plansNamed,
  readArguments,
  SHARED_OPTIONS,
  shownFile,
} from './arguments.js';
import { runErrorLine, withFiles } from './with-files.js';
import type { Command, CommandWorld } from './command.js';
import { configurationFor } from './configured.js';
import type { ExitStatus } from './exit-status.js';
import { type OpenedRun, openRun } from './judge-files.js';

/** Who lets packets through, before, during and after a plan. */
export const explainCommand: Command = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard explain PLAN --from END --to END --port tcp/10250 [options]
       cce-plan-guard explain PLAN FINGERPRINT [options]

Says what becomes of packets before, while and after the plan is applied: which rules let them through or stop them, how
it is known that each is there, or what it depends on. Two ends that are both in security groups are both asked.
END is an address, a CIDR, \`internet\`; node, control or eni (node:CLUSTER where there are several clusters); the address
or label of a node pool; or the id, address or name of a security group.
FINGERPRINT is that of a finding, or its first digits, 8 at least: then its packets are explained.

  --from END, --to END
  --port PACKETS    ${TRAFFIC_FORM}
  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --facts FILE      what stands in the cloud, any number of files, as for check
  --facts-date INSTANT  when somebody looked, for files that do not say it, as 2026-11-24T06:00:00Z
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --base REVISION   git revision to look up blocks that are deleted
  --format FORMAT   text, json; default: text
  --output FILE     write the answer there instead of to standard output
  --deadline SECONDS  how long it may take; default: 120 for each 250 MB of input that is begun
  --help, --version

exit: 0 answered, 2 could not answer
`,
  run: async (argv, world) => {
    const options = readOptions(argv);
    return options.ok ? explained(options.value, world) : options;
  },
};

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  port: { type: 'string' },
  config: { type: 'string' },
  facts: { type: 'string', multiple: true },
  'facts-date': { type: 'string' },
  source: { type: 'string' },
  base: { type: 'string' },
  format: { type: 'string', default: 'text' },
  output: { type: 'string' },
  deadline: { type: 'string' },
  ...SHARED_OPTIONS,
} as const;

/** What is to be explained. */
type Asked =
  | { readonly kind: 'path'; readonly ends: BothEnds<string>; readonly traffic: Traffic }
  | { readonly kind: 'finding'; readonly prefix: string };

interface ExplainOptions {
  readonly plan: string;
  readonly asked: Asked;
  readonly facts: FactsNamed;
  readonly config: string | undefined;
  readonly source: string | undefined;
  readonly base: string | undefined;
  readonly isJson: boolean;
  readonly output: string | undefined;
  readonly deadline: number | undefined;
}

function readOptions(argv: readonly string[]): Result<ExplainOptions, string> {
  const read = readArguments(argv, 'explain', OPTIONS);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [plan, prefix, ...rest] = positionals;
  const plans = plansNamed(plan === undefined ? [] : [plan], 'explain');
  if (!plans.ok) return plans;
  if (rest.length > 0) return err('one plan is explained at a time, and one finding');
  const asked = prefix === undefined ? pathAsked(values) : findingAsked(prefix, values);
  if (!asked.ok) return asked;
  const facts = factsNamed(values.facts ?? [], values['facts-date']);
  if (!facts.ok) return facts;
  const deadline = deadlineNamed(values.deadline);
  if (!deadline.ok) return deadline;
  const { config, source, base, format, output } = values;
  if (format !== 'text' && format !== 'json') return err(`--format takes text, json, not \`${format}\``);
  const [file] = plans.value;
  return ok({
    ...{ plan: must(file, 'one is named'), asked: asked.value, facts: facts.value },
    ...{ config, source, base, isJson: format === 'json', output, deadline: deadline.value },
  });
}

type Wanted = Readonly<Partial<Record<'from' | 'to' | 'port', string>>>;

function pathAsked({ from, to, port }: Wanted): Result<Asked, string> {
  if (from === undefined || to === undefined || port === undefined) {
    return err(
      'no packets are named; write --from END --to END --port tcp/10250, or the fingerprint of a finding. See cce-plan-guard explain --help',
    );
  }
  const traffic = trafficNamed(port);
  return traffic.ok
    ? ok({ kind: 'path', ends: { from, to }, traffic: traffic.value })
    : err(`--port ${port} ${traffic.error}`);
}

function findingAsked(prefix: string, { from, to, port }: Wanted): Result<Asked, string> {
  if (!/^[0-9a-f]{8,16}$/.test(prefix)) {
    return err(
      `\`${prefix}\` is no fingerprint: write its first 8 to 16 digits, as check --format json has it`,
    );
  }
  return [from, to, port].every((one) => one === undefined)
    ? ok({ kind: 'finding', prefix })
    : err('a finding has its own packets: leave out --from, --to and --port');
}

async function explained(
  { plan, asked, facts, config, source, base, isJson, output, deadline }: ExplainOptions,
  { now, note, write, terminal, progress }: CommandWorld,
): Promise<Result<ExitStatus, string>> {
  const configuration = await configurationFor({ config, inputs: [plan, ...facts.files], output }, { note });
  if (!configuration.ok) return configuration;
  const worked = await withFiles(
    {
      configuration: configuration.value,
      plans: [{ name: shownFile(plan), file: plan, source: () => openSourceOf(plan, { source, base }) }],
      facts: factsToRead(facts),
      failOn: undefined,
      deadline,
      label: undefined,
      now,
      progress,
      prepareEngine: engineFor,
    },
    async (input) => {
      const opened = await openRun(input);
      return opened.ok ? answerTo(asked, opened.value) : err(runErrorLine(opened.error));
    },
  );
  if (!worked.ok) return worked;
  const { value: explanation, settle } = worked.value;
  const settled = settle();
  const written = write(await rendered(explanation, isJson, terminal(output)), output);
  await settled;
  return written.ok ? ok(0) : written;
}

/** What becomes of what is asked; the error says what to ask instead. */
async function answerTo(asked: Asked, opened: OpenedRun): Promise<Result<Explanation, string>> {
  const { budget, placesIn, judged } = opened;
  const [plan] = judged;
  const { subjects } = must(plan, 'one plan is read');
  const found = within(budget, 'rules', () =>
    asked.kind === 'path' ? ofPath(asked, subjects) : ofFinding(asked.prefix, opened),
  );
  if (!found.ok) return found;
  const actions = new Map(subjects.world.plan.rules.map((rule) => [rule.address, rule.actions]));
  const wanted = rulesIn(found.value).map((address) => ({ address, actions: actions.get(address) ?? [] }));
  return ok(explanationWithPlaces(found.value, await placesIn(0, wanted)));
}

function ofPath(
  { ends: named, traffic }: Extract<Asked, { kind: 'path' }>,
  subjects: Subjects,
): Result<Explanation, string> {
  const ends = endsNamed(named, subjects);
  if (!ends.ok) return ends;
  const answer = explainPath(pathSides(ends.value, traffic), subjects.world);
  return ok(explanationOf({ ...ends.value, traffic }, answer, subjects));
}

function ofFinding(prefix: string, { report, judged }: OpenedRun): Result<Explanation, string> {
  const { subjects, verdict } = must(judged[0], 'one plan is read');
  const fingerprint = fingerprints(subjects);
  const [told, ...others] = [...report.findings, ...report.untouched].filter((one) =>
    one.fingerprint.startsWith(prefix),
  );
  if (told === undefined) return err(`no finding of this plan has the fingerprint ${prefix}`);
  if (others.length > 0) {
    return err(`several findings have the fingerprint ${prefix}: write more of its digits`);
  }
  const found = verdict.findings.find((one) => fingerprint(one) === told.fingerprint);
  const side = found === undefined ? undefined : sideOfFinding(found, subjects);
  if (side === undefined) return err(`the finding ${told.fingerprint} is not about packets: see check`);
  return ok(explanationOf(told, explainPath([side], subjects.world), subjects));
}

/** Only the format that is asked for is loaded. */
async function rendered(
  explanation: Explanation,
  isJson: boolean,
  terminal: TextOptions = { colors: false },
): Promise<string> {
  if (isJson) {
    const { renderExplanationJson } = await import('../format/json/explain.js');
    return renderExplanationJson(explanation);
  }
  const { renderExplanation } = await import('../format/text/explain.js');
  return renderExplanation(explanation, terminal);
}
