import { memo } from '../../collections.js';
import { must } from '../../result.js';
import { Damaged, parsePart, nestingError } from './trouble.js';
import type { KeptExpression } from '../../terraform/expression.js';
import { maximalReferences } from '../../terraform/traversal.js';
import { UnreadBlock } from './bytes/unread-block.js';
import type {
  Attributes,
  BlocksByAddress,
  CallElement,
  ModuleElement,
  Program,
  ResourceElement,
} from './document.js';
import { type SoundBlock, soundBlock } from './elements.js';
import * as schema from './schema.js';
import { isRecord, memberOf } from './marks.js';

/** Modules nest a few levels in real plans; beyond this a file is made to harm. */
export const MODULE_DEPTH_LIMIT = 100;

/** Reads one module of `configuration`, and those that it calls. `isWanted` tells which resource blocks count. */
export function readModule(value: unknown, isWanted: (entry: unknown) => boolean, depth = 0): ModuleElement {
  if (depth > MODULE_DEPTH_LIMIT) throw new Damaged(nestingError('modules'));
  const module = parsePart(schema.moduleBlock, value, 'a module of configuration');
  const resources = new Blocks();
  for (const entry of module.resources) if (isWanted(entry)) resources.add(entry);
  const call = (entry: unknown): CallElement => {
    const found = parsePart(schema.moduleCall, entry, 'a module call of configuration');
    return {
      source: found.source,
      expressions: mapOf(found.expressions, toExpression),
      forEach: optionalExpression(found.for_each_expression),
      needs: needsOf(found.count_expression, found.depends_on),
      module: readModule(found.module, isWanted, depth + 1),
    };
  };
  return {
    resources,
    calls: mapOf(module.module_calls, call),
    outputs: mapOf(module.outputs, (output) => toExpression(memberOf(output, 'expression'))),
    variables: mapOf(module.variables, (variable) =>
      isRecord(variable) && Object.hasOwn(variable, 'default') ? { default: variable['default'] } : {},
    ),
  };
}

/** The blocks of a module. Most are never asked for: each is read when it is. */
class Blocks implements BlocksByAddress {
  readonly #found = new Map<string, SoundBlock | UnreadBlock>();
  readonly #read = memo((address: string): ResourceElement | undefined => {
    const found = this.#found.get(address);
    return found instanceof UnreadBlock
      ? blockElement(must(soundBlock(found.json()), 'only what is sound is left unread'))
      : found && blockElement(found);
  });

  add(entry: unknown): void {
    const sound = entry instanceof UnreadBlock ? entry : soundBlock(entry);
    if (sound === undefined) parsePart(schema.resourceBlock, entry, 'a resource of configuration');
    const block = must(sound, 'what is not sound, the schema refuses');
    this.#found.set(block.address, block);
  }

  has(address: string): boolean {
    return this.#found.has(address);
  }

  keys(): Iterable<string> {
    return this.#found.keys();
  }

  get(address: string): ResourceElement | undefined {
    return this.#read(address);
  }
}

function blockElement(block: SoundBlock): ResourceElement {
  return {
    provider: block.provider,
    expressions: mapOf(block.expressions, toExpression),
    forEach: optionalExpression(block.forEach),
    needs: needsOf(block.count, block.dependsOn),
  };
}

/** Reads `region` of each entry of `provider_config`. */
export function readProviderRegions(value: unknown): ReadonlyMap<string, KeptExpression> {
  const regions = Object.entries(isRecord(value) ? value : {}).flatMap(([key, provider]) => {
    const region = memberOf(memberOf(provider, 'expressions'), 'region');
    return region === undefined ? [] : [[key, toExpression(region)] as const];
  });
  return new Map(regions);
}

/** OpenTofu has a registry of its own, and never writes `complete`, as Terraform does since 1.8. */
export function programOf({ configuration, complete }: PlanTop): Program {
  const { provider_config: providers } = configuration ?? {};
  const isOfTofu = (provider: unknown): boolean => {
    const name = memberOf(provider, 'full_name');
    return typeof name === 'string' && name.startsWith('registry.opentofu.org/');
  };
  return complete === undefined && Object.values(isRecord(providers) ? providers : {}).some(isOfTofu)
    ? 'tofu'
    : 'terraform';
}

interface PlanTop {
  readonly configuration?: Attributes | undefined;
  readonly complete?: boolean | undefined;
}

/** Most blocks have neither. */
const NO_NEEDS: readonly string[] = [];

function needsOf(count: unknown, dependsOn: readonly string[] | undefined): readonly string[] {
  if (count === undefined && dependsOn === undefined) return NO_NEEDS;
  const counted = optionalExpression(count);
  return [
    ...(counted?.kind === 'references' ? maximalReferences(counted.references) : []),
    ...(dependsOn ?? []),
  ];
}

function mapOf<T>(
  record: Readonly<Record<string, unknown>>,
  read: (value: unknown) => T,
): ReadonlyMap<string, T> {
  return new Map(Object.entries(record).map(([name, value]) => [name, read(value)]));
}

function optionalExpression(value: unknown): KeptExpression | undefined {
  return value === undefined ? undefined : toExpression(value);
}

/** References count before a constant: from `.tf.json` an expression has both, and the constant is raw text. */
function toExpression(value: unknown): KeptExpression {
  if (!isRecord(value)) return { kind: 'opaque' };
  const references: unknown = value['references'];
  if (Array.isArray(references)) {
    const texts = references.filter((reference) => typeof reference === 'string');
    if (texts.length > 0) return { kind: 'references', references: texts };
  }
  return Object.hasOwn(value, 'constant_value')
    ? { kind: 'constant', value: value['constant_value'] }
    : { kind: 'opaque' };
}
