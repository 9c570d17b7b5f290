import { gaugesFrom, heapLimitBytes } from '../edge/gauges.js';
import { type Budget, budgetOf, type Gauges, type OutOfBudget, type Stage } from '../budget.js';

/** How long judging may take when nobody says it, for each part of the input that is begun (design, section 6). */
const DEFAULT_SECONDS = 120;
const PART_BYTES = 250_000_000;

/** A day. */
const MAX_SECONDS = 86_400;

/** What a deadline may be, for people. */
export const DEADLINE_FORM = `whole seconds, 1 to ${String(MAX_SECONDS)}`;

/** The seconds that a text names; undefined when it is no deadline. */
export function secondsIn(text: string): number | undefined {
  const seconds = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return seconds >= 1 && seconds <= MAX_SECONDS ? seconds : undefined;
}

/**
 * Steps and items that an input of any size may cost, and more for each byte: 5 MB end within 20 s and 1 GiB, and what
 * people write costs a hundredth of it. A deadline that somebody names stretches both.
 */
const STEPS = 200_000_000;
const STEPS_PER_BYTE = 25;
const ITEMS = 4_000_000;
const ITEMS_PER_BYTE = 0.2;
const HEAP_BYTES = 640_000_000;
const HEAP_BYTES_PER_BYTE = 6;

/** Begins to measure; `heapBytes` is what may be in use. */
export type StartGauges = (heapBytes: number) => Gauges;

/** How a run is measured, and who is told what it is at. */
export interface Measuring {
  /** Left out: this process is measured. */
  readonly startGauges?: StartGauges;
  readonly progress?: ((stage: Stage) => void) | undefined;
}

/** The bytes of files of several kinds. */
export function inputBytes(
  ...lists: readonly (readonly { readonly bytes: { readonly length: number } }[])[]
): number {
  return lists.flat().reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** The deadline in force, in seconds. */
export function deadlineFor(inputBytes: number, asked: number | undefined): number {
  return asked ?? DEFAULT_SECONDS * Math.max(1, Math.ceil(inputBytes / PART_BYTES));
}

/** What may be done to judge an input of that size; it begins now. */
export function budgetFor(
  inputBytes: number,
  asked: number | undefined,
  { startGauges: start = gaugesFrom, progress: at }: Measuring,
): Budget {
  const seconds = deadlineFor(inputBytes, asked);
  const stretch = seconds / deadlineFor(inputBytes, undefined);
  const allowance = {
    steps: stretch * (STEPS + STEPS_PER_BYTE * inputBytes),
    items: stretch * (ITEMS + ITEMS_PER_BYTE * inputBytes),
    timeMs: seconds * 1000,
  };
  const gauges = start(Math.max(1, stretch) * (HEAP_BYTES + HEAP_BYTES_PER_BYTE * inputBytes));
  return budgetOf(allowance, { ...gauges, at });
}

/** Whether plans of that size may take more memory than there is, before anybody can look how much is left. */
export function mayNotFit(bytes: number): boolean {
  return HEAP_BYTES_PER_BYTE * bytes > heapLimitBytes();
}

/** What looking for lines of a pull request may cost; GitHub shows at most 3,000 files of it. */
export function postingBudget(timeMs: number): Budget {
  return budgetOf({ steps: STEPS, items: ITEMS, timeMs }, gaugesFrom(HEAP_BYTES));
}

/** Why there is no verdict, in one line. */
export function outOfBudgetLine({ limit, stage }: OutOfBudget, seconds: number): string {
  return `could not judge within ${WITHIN[limit](String(seconds))}: ran out of it at ${STAGES[stage]}. ${MORE[limit]}`;
}

const WITHIN: Readonly<Record<OutOfBudget['limit'], (seconds: string) => string>> = {
  time: (seconds) => `${seconds} s`,
  work: (seconds) => `the work that a deadline of ${seconds} s allows for`,
  memory: (seconds) => `the memory that Node has and a deadline of ${seconds} s allows for`,
};

const LONGER = 'Allow more with --deadline SECONDS, or with the input `deadline` of the Action';

const MORE: Readonly<Record<OutOfBudget['limit'], string>> = {
  time: LONGER,
  work: LONGER,
  memory: `${LONGER}, and give Node more: NODE_OPTIONS=--max-old-space-size=MEGABYTES`,
};

/** What a run is at, for people. */
export const STAGES: Readonly<Record<Stage, string>> = {
  reading: 'reading the plan',
  references: 'following references and local values',
  files: 'reading the Terraform files',
  clusters: 'placing groups and clusters',
  rules: 'weighing rules',
  report: 'putting the report together',
  places: 'looking for lines',
  mending: 'looking for what mends it',
  posting: 'the pull request',
};
