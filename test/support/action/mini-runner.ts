/** A workflow command that the runner would carry out. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/**
 * Reads the output of a step as the runner does: each line that starts with `::` is a command, and `##[...]` is one
 * anywhere in a line. Written apart from the product.
 */
export function commandsIn(output: string): readonly Command[] {
  const commands: Command[] = [];
  let stopped: string | undefined;
  for (const line of output.split(/\r\n|\n|\r/)) {
    const text = line.trimStart();
    if (stopped !== undefined) {
      if (text === `::${stopped}::`) stopped = undefined;
      continue;
    }
    const match = /^::([^ :]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/s.exec(text);
    const legacy = /##\[([a-z-]+)([^\]]*)\](.*)$/i.exec(line);
    if (match !== null) {
      const [, name = '', properties = '', message = ''] = match;
      if (name === 'stop-commands') stopped = message;
      commands.push({ name, properties: propertiesOf(properties, ','), message: unescape(message) });
    } else if (legacy !== null) {
      const [, name = '', properties = '', message = ''] = legacy;
      commands.push({ name, properties: propertiesOf(properties, ';'), message: unescape(message) });
    }
  }
  return commands;
}

function propertiesOf(text: string, separator: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text
      .split(separator)
      .filter((pair) => pair.includes('='))
      .map((pair) => {
        const [key = '', ...value] = pair.trim().split('=');
        return [key, unescape(value.join('=')).replaceAll('%3A', ':').replaceAll('%2C', ',')];
      }),
  );
}

function unescape(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

/** Reads a file of `name<<delimiter` entries. */
export function outputsIn(text: string): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  const lines = text.split('\n');
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const [, name, delimiter] = /^(.+?)<<(.+)$/.exec(line.trimEnd()) ?? [];
    if (name === undefined) continue;
    const value: string[] = [];
    for (let next = lines.shift(); next !== undefined && next.trimEnd() !== delimiter; next = lines.shift()) {
      value.push(next);
    }
    outputs.set(name, value.join('\n'));
  }
  return outputs;
}
