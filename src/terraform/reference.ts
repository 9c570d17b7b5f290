import type { Key, Step } from './traversal.js';

/** An output of a module call, as a reference names it. */
export interface OutputName {
  readonly module: string;
  /** Of one instance of the module, when the reference says which. */
  readonly key: Key | undefined;
  /** Undefined when the module is taken as a whole. */
  readonly output: string | undefined;
}

/**
 * What the names of references mean somewhere: in the configuration that a plan keeps, or in files. `At` is the place
 * of one reference, `R` what it leads to. `rest` are the steps that are still to be taken of what is named.
 */
export interface Scope<At, R> {
  readonly local: (at: At, name: string, rest: readonly Step[]) => R;
  readonly variable: (at: At, name: string, rest: readonly Step[]) => R;
  readonly output: (at: At, named: OutputName, rest: readonly Step[]) => R;
  readonly eachKey: (at: At) => R;
  readonly eachValue: (at: At, rest: readonly Step[]) => R;
  /** `block` is `T.name` or `data.T.name`. */
  readonly resource: (at: At, block: string, rest: readonly Step[]) => R;
  /** `count`, `path` and `terraform`: Terraform knows them while it plans. */
  readonly session: (at: At) => R;
  /** It leads nowhere; `why` is a sentence part. */
  readonly nowhere: (at: At, why: string) => R;
}

const NO_FORM = 'its reference has an unknown form';

/** One step of the way behind a reference: asks the scope for what its first words name. */
export function refer<At, R>(scope: Scope<At, R>, at: At, steps: readonly Step[]): R {
  const [first, second, ...rest] = steps;
  if (first?.kind !== 'name') return scope.nowhere(at, NO_FORM);
  if (['count', 'path', 'terraform'].includes(first.name)) return scope.session(at);
  if (first.name === 'self') return scope.nowhere(at, 'it refers to itself');
  if (second?.kind !== 'name') return scope.nowhere(at, NO_FORM);
  switch (first.name) {
    case 'each':
      return second.name === 'key' ? scope.eachKey(at) : scope.eachValue(at, rest);
    case 'var':
      return scope.variable(at, second.name, rest);
    case 'local':
      return scope.local(at, second.name, rest);
    case 'module': {
      const [head] = rest;
      const key = head?.kind === 'key' ? head.key : undefined;
      const [wanted, ...more] = key === undefined ? rest : rest.slice(1);
      const output = wanted?.kind === 'name' ? wanted.name : undefined;
      return scope.output(at, { module: second.name, key, output }, more);
    }
    case 'data': {
      const [label, ...more] = rest;
      return label?.kind === 'name'
        ? scope.resource(at, `data.${second.name}.${label.name}`, more)
        : scope.nowhere(at, NO_FORM);
    }
    default:
      return scope.resource(at, `${first.name}.${second.name}`, rest);
  }
}
