import type { Toolkit } from '../../../src/github/step/log.js';

type Properties = NonNullable<Parameters<Toolkit['error']>[1]>;

/**
 * GitHub's toolkit for a step in this process: what it would write to standard output and to the file of the outputs.
 * The form of commands is the one that GitHub documents ("Workflow commands"), written apart from the real toolkit.
 */
export class SceneLog {
  readonly outputs = new Map<string, string>();
  stdout = '';
  readonly #inputs: Readonly<Record<string, string>>;

  constructor(inputs: Readonly<Record<string, string>>) {
    this.#inputs = inputs;
  }

  readonly toolkit: Toolkit = {
    getInput: (name) => (this.#inputs[name] ?? '').trim(),
    setSecret: (secret) => this.#command('add-mask', {}, secret),
    setOutput: (name, value) => this.outputs.set(name, String(value)),
    info: (line) => this.#print(line),
    notice: (message, properties) => this.#command('notice', properties, message),
    warning: (message, properties) => this.#command('warning', properties, message),
    error: (message, properties) => this.#command('error', properties, message),
  };

  #print(line: string): void {
    this.stdout += `${line}\n`;
  }

  #command(name: string, properties: Properties = {}, message: string | Error): void {
    const { title, file, startLine } = properties;
    const pairs = Object.entries({ title, file, line: startLine }).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [`${key}=${inProperty(String(value))}`],
    );
    const head = [name, pairs.join(',')].filter((part) => part !== '').join(' ');
    this.#print(`::${head}::${escaped(String(message))}`);
  }
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
