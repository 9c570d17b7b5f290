import { inputError, type InputError } from './input-error.js';

const MAKE_JSON = 'terraform show -json FILE > plan.json';

const starts = (bytes: Uint8Array, ...prefix: readonly number[]): boolean =>
  prefix.every((byte, i) => bytes[i] === byte);

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte <= 0x20);

/** Names files that are no text, by their first bytes. Undefined when the bytes may be a plan. */
export function refuseBytes(bytes: Uint8Array): InputError | undefined {
  if (bytes.length === 0 || (bytes.length < 4096 && isBlank(bytes))) {
    return inputError(`is empty. Did the command that writes it fail? Make it again: ${MAKE_JSON}`);
  }
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    return inputError(`is Terraform's binary plan. Make JSON of it: ${MAKE_JSON}`);
  }
  if (starts(bytes, 0x1f, 0x8b)) return inputError('is compressed. Decompress it first: gunzip FILE');
  return undefined;
}

/** Decodes UTF-8 or UTF-16 (with a byte-order mark, or seen by its zero bytes), the mark removed. */
export function decode(bytes: Uint8Array): string {
  if (starts(bytes, 0xff, 0xfe) || (bytes[0] === 0x7b && bytes[1] === 0)) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if (starts(bytes, 0xfe, 0xff) || (bytes[0] === 0 && bytes[1] === 0x7b)) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  return new TextDecoder('utf-8').decode(bytes);
}

/**
 * The one line among others that is a plan: wrappers and merged error output print lines before the JSON.
 * Undefined when none is, or more than one.
 */
export function planLine(text: string): string | undefined {
  const lines = text.split('\n').filter((line) => line.startsWith('{"format_version"'));
  return lines.length === 1 ? lines[0] : undefined;
}

/** Says what a text is that is not JSON. `at` is where the parser stopped, when it said so. */
export function nameText(text: string): InputError {
  const head = text.slice(0, 2000).trimStart();
  const plain = head.replace(/\u001b\[[0-9;]*m/g, '');
  const firstLine = head.split('\n', 1)[0] ?? '';
  if (/^\{"@(level|message)"/.test(firstLine)) {
    return inputError(
      `is the log of \`plan -json\`, not a plan. Make a plan file, then JSON: terraform plan -out=FILE && ${MAKE_JSON}`,
    );
  }
  const plans = text.split('\n').filter((line) => line.startsWith('{"format_version"')).length;
  if (plans > 1) {
    return inputError(`holds ${String(plans)} plans, one a line. Give one file for each: ${MAKE_JSON}`);
  }
  if (/^Terraform used|^OpenTofu used|^No changes\.|^[╷│]|^Error:|^\S+: Refreshing state/m.test(plain)) {
    return inputError(`is Terraform's text output. Make JSON instead: ${MAKE_JSON}`);
  }
  if (head.startsWith('{') || head.startsWith('[')) {
    if (!/[}\]]\s*$/.test(text.slice(-100))) {
      return inputError(
        `ends before its JSON does, after ${String(text.length)} characters. Was the disk full, or a pipe cut? Make it again: ${MAKE_JSON}`,
      );
    }
    return inputError(`is not valid JSON. Make it again: ${MAKE_JSON}`);
  }
  return inputError(`is not a plan in JSON. Make it: ${MAKE_JSON}`);
}

/** Says what a JSON value is that is not a plan; undefined when it looks like one. */
export function nameJson(value: unknown): InputError | undefined {
  if (Array.isArray(value)) return inputError(`is a JSON list. Give one file a plan: ${MAKE_JSON}`);
  if (typeof value !== 'object' || value === null) {
    return inputError(`holds a single JSON value, not a plan. Make the plan: ${MAKE_JSON}`);
  }
  const has = (key: string): boolean => Object.hasOwn(value, key);
  if (has('encrypted_data') && has('encryption_version')) {
    return inputError('is an encrypted plan. Make JSON where the keys are: tofu show -json FILE > plan.json');
  }
  if (has('remote_plan_format')) {
    return inputError(`is a bookmark of a cloud plan. Let the command fetch it: ${MAKE_JSON}`);
  }
  if (has('serial') && has('lineage')) {
    return inputError(`is a state file. Plan first: terraform plan -out=FILE && ${MAKE_JSON}`);
  }
  if (has('provider_schemas')) {
    return inputError(`is the output of \`terraform providers schema\`. Make the plan: ${MAKE_JSON}`);
  }
  if (has('diagnostics') && has('valid')) {
    return inputError(`is the output of \`terraform validate\`. Make the plan: ${MAKE_JSON}`);
  }
  if (has('data') || has('errors')) {
    return inputError(
      'is an answer of the HCP Terraform API, not the plan. Download the run’s JSON output instead.',
    );
  }
  const isPlan = has('planned_values') || has('resource_changes') || has('configuration');
  if (has('format_version') && !isPlan) {
    return inputError(`is a state, not a plan. Name the plan file: terraform plan -out=FILE && ${MAKE_JSON}`);
  }
  if (!has('format_version')) return inputError(`is JSON, but not a plan. Make the plan: ${MAKE_JSON}`);
  return undefined;
}
