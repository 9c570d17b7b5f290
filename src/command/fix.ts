import { engineFor } from '../edge/engine.js';
import { isThere } from '../edge/files.js';
import { sourceOpener } from '../edge/source-directory.js';
import type { Report, ReportFinding } from '../report/report.js';
import { err, ok, type Result } from '../result.js';
import type { Fix } from '../report/fix.js';
import { firstOfEach, groupBy } from '../collections.js';
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
import { check } from './check.js';
import type { Command, CommandWorld } from './command.js';
import { configurationFor } from './configured.js';
import type { ExitStatus } from './exit-status.js';
import type { SourceOf } from './judge-files.js';

/** Says what mends the findings of a plan, each fix proved against it. */
export const fixCommand: Command = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard fix PLAN... [FINGERPRINT] [options]
       cce-plan-guard fix PLAN... --order [options]

Says what mends the findings of a plan, or of several that are judged together, the most conservative way first. Each way that changes rules has been applied to
the plan and judged again: it ends the finding, brings no other, and opens nothing that nobody asks for.
FINGERPRINT is one that \`check\` prints, or its first digits, 8 at the least; left out: every finding.

  --patch           the most conservative way as a unified diff, for \`git apply\` in the root of the repository; what was
                    taken away or changed comes back as --base REVISION has it
  --order           the applies, one after the other, in which nothing of the plan is cut for a moment; or why there are none
  --format FORMAT   text, json; default: text
  --output FILE     write it there instead of to standard output
  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --facts FILE      what stands in the cloud; may be given again
  --facts-date INSTANT  when somebody looked, for files that do not say it, as 2026-11-24T06:00:00Z
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --base REVISION   git revision to look up blocks that are deleted
  --deadline SECONDS  how long judging may take; default: 120 for each 250 MB of input that is begun
  --help, --version

exit: 0 told, or nothing to mend; 2 could not judge
`,
  run: async (argv, world) => {
    const options = readFixOptions(argv);
    return options.ok ? runFix(options.value, world) : options;
  },
};

const OPTIONS = {
  config: { type: 'string' },
  facts: { type: 'string', multiple: true },
  'facts-date': { type: 'string' },
  patch: { type: 'boolean', default: false },
  order: { type: 'boolean', default: false },
  format: { type: 'string', default: 'text' },
  output: { type: 'string' },
  source: { type: 'string' },
  base: { type: 'string' },
  deadline: { type: 'string' },
  ...SHARED_OPTIONS,
} as const;

/** `fix PLAN... [FINGERPRINT]` */
interface FixOptions {
  readonly plans: readonly string[];
  /** As it was written; undefined: every finding. */
  readonly fingerprint: string | undefined;
  /** The order of applies for the whole plan, and nothing else. */
  readonly isOrder: boolean;
  readonly isPatch: boolean;
  readonly format: 'text' | 'json';
  readonly facts: FactsNamed;
  readonly config: string | undefined;
  readonly output: string | undefined;
  readonly source: string | undefined;
  readonly base: string | undefined;
  readonly deadline: number | undefined;
}

/** Reads the arguments of `fix`. The error is one line that says what to write instead. */
function readFixOptions(argv: readonly string[]): Result<FixOptions, string> {
  const read = readArguments(argv, 'fix', OPTIONS);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const last = positionals.length > 1 ? positionals.at(-1) : undefined;
  const fingerprint = last !== undefined && /^\w*$/.test(last) && !isThere(last) ? last : undefined;
  const plans = plansNamed(fingerprint === undefined ? positionals : positionals.slice(0, -1), 'fix');
  if (!plans.ok) return plans;
  if (fingerprint !== undefined && !/^[0-9a-f]{8,16}$/.test(fingerprint)) {
    return err('a fingerprint has 8 to 16 digits, 0-9 and a-f: `check --format json` prints them');
  }
  if (fingerprint !== undefined && values.order) {
    return err('--order is about the whole plan: leave the fingerprint out');
  }
  const { format, config, output, source, base } = values;
  if (format !== 'text' && format !== 'json') return err(`--format takes text, json, not \`${format}\``);
  const facts = factsNamed(values.facts ?? [], values['facts-date']);
  if (!facts.ok) return facts;
  const deadline = deadlineNamed(values.deadline);
  if (!deadline.ok) return deadline;
  return ok({
    ...{
      plans: plans.value,
      fingerprint,
      isOrder: values.order,
      isPatch: values.patch,
      format,
      facts: facts.value,
      config,
      output,
      source,
      base,
    },
    deadline: deadline.value,
  });
}

async function runFix(options: FixOptions, world: CommandWorld): Promise<Result<ExitStatus, string>> {
  const { plans, facts, config, output, source, base, deadline } = options;
  const inputs = [...plans, ...facts.files];
  const configuration = await configurationFor({ config, inputs, output }, world);
  if (!configuration.ok) return configuration;
  const openSource = sourceOpener({ source, base });
  return check({
    configuration: configuration.value,
    plans: plans.map((plan) => ({ name: shownFile(plan), file: plan, source: () => openSource(plan) })),
    facts: factsToRead(facts),
    // Whether it breaks is for \`check\` to say.
    failOn: 'never',
    label: undefined,
    requiresCluster: false,
    deadline,
    now: world.now,
    prepareEngine: engineFor,
    note: world.note,
    progress: world.progress,
    answer: async (report, _, sourceOf) => {
      if (options.isOrder) return world.write(await renderedOrder(report, options, world), output);
      const asked = findingsAsked(report, options.fingerprint);
      if (!asked.ok) return asked;
      const told = options.isPatch
        ? await patchText(asked.value, sourceOf, world)
        : ok(await renderedFixes({ report, asked: asked.value, sourceOf }, options, world));
      return told.ok ? world.write(told.value, output) : told;
    },
  });
}

/** The findings that somebody asks for; waived ones need nothing. */
function findingsAsked(
  { findings }: Report,
  fingerprint: string | undefined,
): Result<readonly ReportFinding[], string> {
  const open = findings.filter(({ waived }) => waived === undefined);
  if (fingerprint === undefined) return ok(open);
  const found = open.filter((one) => one.fingerprint.startsWith(fingerprint));
  if (found.length === 1) return ok(found);
  return found.length === 0
    ? err(`no finding of this plan has a fingerprint that begins with ${fingerprint}`)
    : err(
        `${String(found.length)} findings begin with ${fingerprint}: write more digits, one of ${found
          .map((one) => one.fingerprint)
          .join(', ')}`,
      );
}

async function renderedOrder(
  report: Report,
  { format, output }: FixOptions,
  { terminal }: CommandWorld,
): Promise<string> {
  if (format === 'json') {
    const { renderOrderJson } = await import('../format/json/fix-json.js');
    return renderOrderJson(report);
  }
  const { renderOrderText } = await import('../format/text/order-text.js');
  return renderOrderText(report, terminal(output) ?? { colors: false });
}

interface AskedReport {
  readonly report: Report;
  readonly asked: readonly ReportFinding[];
  readonly sourceOf: SourceOf;
}

async function renderedFixes(
  { report, asked, sourceOf }: AskedReport,
  { format, output }: FixOptions,
  { terminal }: CommandWorld,
): Promise<string> {
  if (format === 'json') {
    const { renderFixesJson } = await import('../format/json/fix-json.js');
    return renderFixesJson(asked, await patchesOf(asked, sourceOf));
  }
  if (asked.length === 0) return 'nothing to mend\n';
  const { renderFixesText } = await import('../format/text/fix-text.js');
  const named = new Set(asked.map(({ fingerprint }) => fingerprint));
  return renderFixesText(report, named, terminal(output) ?? { colors: false });
}

/** New blocks stand beside what brings the findings about. */
function addressesAround({ causes }: ReportFinding): readonly string[] {
  return causes.map(({ address }) => address);
}

/** Each fix as a diff, as far as the files can be given it. */
async function patchesOf(
  asked: readonly ReportFinding[],
  sourceOf: SourceOf,
): Promise<ReadonlyMap<Fix, string>> {
  const patches = new Map<Fix, string>();
  const [{ fileChangesOf }, { patchOf }] = await patching();
  for (const finding of asked) {
    const source = await sourceOf(finding.plan);
    if (source === undefined) continue;
    for (const fix of finding.fixes?.all() ?? []) {
      const changes = fileChangesOf(fix, addressesAround(finding));
      if (patches.has(fix) || changes.length === 0) continue;
      const { text, without } = await patchOf(source, changes);
      // A part of a fix has not been proved.
      if (text !== '' && without.length === 0) patches.set(fix, text);
    }
  }
  return patches;
}

async function patching() {
  return Promise.all([import('../mend/file-changes.js'), import('../source/patch/patch.js')]);
}

/** The most conservative fix of each finding in one diff. The error says why there is none. */
async function patchText(
  asked: readonly ReportFinding[],
  sourceOf: SourceOf,
  { note }: CommandWorld,
): Promise<Result<string, string>> {
  const [{ fileChangesOf }, { patchOf }] = await patching();
  let text = '';
  const without: string[] = [];
  const taken: string[] = [];
  for (const [plan, findings] of groupBy(asked, (finding) => finding.plan)) {
    const source = await sourceOf(plan);
    if (source === undefined) return err('--patch needs the folder of the .tf files: add --source DIR');
    const changes = findings.flatMap((finding) => {
      const fix = finding.fixes?.first();
      return fix === undefined ? [] : fileChangesOf(fix, addressesAround(finding));
    });
    const patch = await patchOf(
      source,
      firstOfEach(changes, (change) => JSON.stringify(change)),
    );
    text += patch.text;
    without.push(...patch.without);
    taken.push(...patch.taken);
  }
  if (text === '') {
    return err(
      `nothing can be written as a patch: ${without[0] ?? 'no finding has a fix that changes files'}`,
    );
  }
  for (const why of without) note(`not in the patch: ${why}`);
  for (const why of taken) note(`in the patch: ${why}`);
  return ok(text);
}
