import { inputError, type InputError } from './trouble.js';

const MAKE_JSON = 'terraform show -json FILE > plan.json';
const PLAN_AND_MAKE_JSON = `terraform plan -out=FILE && ${MAKE_JSON}`;

const starts = (bytes: Uint8Array, ...prefix: readonly number[]): boolean =>
  prefix.every((byte, i) => bytes[i] === byte);

const EMPTY = inputError(
  `is empty. Did the command that writes it fail? Look at its exit code, and make it again: ${MAKE_JSON}`,
);

/** Names files that are no text, by their first bytes. Undefined when the bytes may be a plan. */
export function refuseBytes(bytes: Uint8Array): InputError | undefined {
  if (bytes.length === 0) return EMPTY;
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    return inputError(`is Terraform's binary plan. Make JSON of it: ${MAKE_JSON}`);
  }
  if (starts(bytes, 0x1f, 0x8b)) {
    return inputError('is compressed. Decompress it first: gunzip -c FILE > plan.json');
  }
  return undefined;
}

/**
 * Decodes UTF-8 or UTF-16, the byte-order mark removed. Text of a plan has no zero bytes, so one in the first two
 * bytes tells UTF-16 without a mark.
 */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (starts(bytes, 0xff, 0xfe) || (second === 0 && first !== 0)) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if (starts(bytes, 0xfe, 0xff) || (first === 0 && second !== 0)) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  return new TextDecoder('utf-8').decode(bytes);
}

const PLAN_HEAD = '{"format_version"';

/**
 * The lines among others that are plans: wrappers and merged error output print lines before and after the JSON,
 * terragrunt puts its mark before it on the same line. Lines of `::` are commands to the CI, which repeat the output.
 */
export function planLines(text: string): readonly string[] {
  const lines = text.split('\n');
  const whole = lines.filter((line) => line.startsWith(PLAN_HEAD));
  if (whole.length > 0) return whole;
  return lines.flatMap((line) => {
    const at = line.startsWith('::') ? -1 : line.indexOf(PLAN_HEAD);
    return at === -1 ? [] : [line.slice(at)];
  });
}

/** Says that a text holds several plans. */
export function severalPlans(count: number): InputError {
  return inputError(
    `holds ${String(count)} plans, one a line. Give one file for each, made in its own folder: ${MAKE_JSON}`,
  );
}

/** Words with which Terraform, OpenTofu and Terragrunt begin lines of text for people. */
const TEXT_FOR_PEOPLE =
  /^(Terraform (used|will|has)|OpenTofu (used|will|has)|No changes\.|Plan: |Warning:|Acquiring state lock|[╷│╵]|\S+: (Refreshing state|Reading\.\.\.|Read complete))/m;

/** How an object or a list begins; `[command]` and the like are marks of wrappers. */
const JSON_HEAD = /^(\{|\[\s*([[\]{"\d-]|true|false|null|$))/;

/** Where the parser stopped: at the end of the text, behind a whole JSON value, or in the middle of one. */
export type StoppedAt = 'end' | 'behind' | 'middle';

/** Says what a text is that is not JSON. */
export function nameOtherText(text: string, stopped: StoppedAt): InputError {
  const head = text
    .slice(0, 20_000)
    .replace(/\u001b\[[0-9;]*m/g, '')
    .trimStart();
  if (head === '' && text.trim() === '') return EMPTY;
  if (/^\s*\{"@(level|message)"/m.test(head)) return LOG;
  if (JSON_HEAD.test(head)) return brokenJson(text, stopped);
  if (text.includes('"format_version"')) return OTHER_LINES;
  if (head.startsWith('<')) {
    return inputError(`is a web page, not a plan. Make the plan: ${PLAN_AND_MAKE_JSON}`);
  }
  if (/^([╷│] *)?Error:/m.test(head)) {
    return inputError(
      `holds an error of Terraform instead of a plan. Mend the error, then make it again: ${PLAN_AND_MAKE_JSON}`,
    );
  }
  if (TEXT_FOR_PEOPLE.test(head)) {
    return inputError(`is Terraform's text for people. Make JSON instead: ${MAKE_JSON}`);
  }
  return inputError(`is not a plan in JSON. Make it: ${PLAN_AND_MAKE_JSON}`);
}

const LOG = inputError(
  `is the log of \`plan -json\`, not a plan. Make a plan file, then JSON of it: ${PLAN_AND_MAKE_JSON}`,
);

const OTHER_LINES = inputError(
  `has other lines around its JSON. Write standard output alone: ${MAKE_JSON} (without 2>&1; with terraform_wrapper: false in setup-terraform)`,
);

function brokenJson(text: string, stopped: StoppedAt): InputError {
  if (stopped === 'behind') return OTHER_LINES;
  if (stopped === 'end' || !/[}\]]\s*$/.test(text.slice(-100))) {
    return inputError(
      `ends before its JSON does, after ${String(text.length)} characters. Was the disk full, or a pipe or log cut? Make it again: ${MAKE_JSON}`,
    );
  }
  return inputError(`is not valid JSON. Make it again, and do not edit it: ${MAKE_JSON}`);
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Blocks of a `.tf.json` file. */
const CONFIGURATION_KEYS = [
  'resource',
  'module',
  'variable',
  'output',
  'locals',
  'provider',
  'terraform',
  'data',
];

/** What other documents of Terraform and its cloud have at the top, in the order in which to look. */
const OTHER_DOCUMENTS: readonly (readonly [has: (keys: Keys) => boolean, message: string])[] = [
  [
    (has) => has('encrypted_data') && has('encryption_version'),
    'is an encrypted plan. Make JSON of it where the keys are: tofu show -json FILE > plan.json',
  ],
  [
    (has) => has('remote_plan_format'),
    `is only the bookmark of a cloud plan. Let the command fetch the plan: ${MAKE_JSON}`,
  ],
  [(has) => has('@level') || has('@message'), LOG.message],
  [
    (has) => has('serial') && has('lineage'),
    `is a state file (terraform.tfstate), not a plan. Plan first: ${PLAN_AND_MAKE_JSON}`,
  ],
  [
    (has) => has('provider_schemas'),
    `is the output of \`terraform providers schema\`. Make the plan: ${PLAN_AND_MAKE_JSON}`,
  ],
  [
    (has) => has('diagnostics') && has('valid'),
    `is the output of \`terraform validate\`. Make the plan: ${PLAN_AND_MAKE_JSON}`,
  ],
  [
    (has) => has('root_module') && !has('planned_values') && !has('resource_changes'),
    `is a configuration in JSON, not a plan. Make the plan: ${PLAN_AND_MAKE_JSON}`,
  ],
];

type Keys = (key: string) => boolean;

/** Says what a JSON value is that is not a plan; undefined when it looks like one. */
export function nameOtherJson(value: unknown): InputError | undefined {
  if (Array.isArray(value))
    return inputError(`is a JSON list, not a plan. Give one file a plan: ${MAKE_JSON}`);
  if (!isObject(value)) {
    return inputError(`holds a single JSON value, not a plan. Make the plan: ${PLAN_AND_MAKE_JSON}`);
  }
  const has = (key: string): boolean => Object.hasOwn(value, key);
  const other = OTHER_DOCUMENTS.find(([isIt]) => isIt(has));
  if (other !== undefined) return inputError(other[1]);
  if (isApiAnswer(value)) {
    return inputError(
      `is an answer of the HCP Terraform API, not the plan. Download the plan's json-output, or run: ${MAKE_JSON}`,
    );
  }
  const isPlan = ['planned_values', 'resource_changes', 'configuration', 'resource_drift'].some(has);
  if (!has('format_version')) {
    const isConfiguration = !isPlan && CONFIGURATION_KEYS.some(has);
    return inputError(
      isConfiguration
        ? `is configuration (.tf.json), not a plan. Make the plan: ${PLAN_AND_MAKE_JSON}`
        : `is JSON, but not a plan: it has no format_version. Make the plan: ${PLAN_AND_MAKE_JSON}`,
    );
  }
  if (isPlan) return undefined;
  return inputError(`is a state, not a plan. Name the plan file: ${PLAN_AND_MAKE_JSON}`);
}

/** `{"data": {"id": …, "type": …}}`, `{"data": […]}` or `{"errors": […]}`. */
function isApiAnswer(value: object): boolean {
  if ('errors' in value && Array.isArray(value.errors)) return true;
  if (!('data' in value)) return false;
  const { data } = value;
  return Array.isArray(data) || (isObject(data) && 'id' in data && typeof data.id === 'string');
}
