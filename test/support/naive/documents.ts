/** Plans as Terraform prints them, read with plain loops: which resources there are, and which group an attribute names. */

type Values = Readonly<Record<string, unknown>>;

/** One entry of `resource_changes`. */
export interface ChangeEntry {
  readonly address: string;
  readonly module_address?: string;
  readonly type: string;
  readonly name: string;
  readonly deposed?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Values | null;
    readonly after: Values | null;
    readonly after_unknown?: unknown;
    readonly importing?: unknown;
  };
}

interface StateModule {
  readonly resources?: readonly {
    readonly address: string;
    readonly values?: Values;
    readonly depends_on?: readonly string[];
  }[];
  readonly child_modules?: readonly StateModule[];
}

interface Expression {
  readonly references?: readonly string[];
  readonly constant_value?: unknown;
}

interface ConfigurationModule {
  readonly resources?: readonly {
    readonly address: string;
    readonly expressions?: Readonly<Record<string, unknown>>;
    readonly for_each_expression?: Expression;
    readonly depends_on?: readonly string[];
  }[];
  readonly outputs?: Readonly<Record<string, { readonly expression?: Expression }>>;
  readonly module_calls?: Readonly<
    Record<
      string,
      {
        readonly expressions?: Readonly<Record<string, Expression>>;
        readonly module: ConfigurationModule;
      }
    >
  >;
}

/** `terraform show -json`, as far as it is read here. */
export interface PlanFile {
  readonly resource_changes?: readonly ChangeEntry[];
  readonly prior_state?: { readonly values?: { readonly root_module?: StateModule } };
  readonly configuration?: { readonly root_module?: ConfigurationModule };
  readonly variables?: Readonly<Record<string, { readonly value?: unknown }>>;
}

/** What an attribute refers to: a value, another attribute (`T.name.attribute`), or something that is not found out here. */
export type Referred =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'attribute'; readonly path: string }
  | { readonly kind: 'nobody knows' }
  | { readonly kind: 'none' };

/** The resources of the prior state, by their addresses. */
export function stateOf(plan: PlanFile): ReadonlyMap<string, Values> {
  return new Map(stateResources(plan).map(({ address, values = {} }) => [address, values]));
}

/** What the resource depended on when it was made. */
export function stateDependencies(plan: PlanFile, address: string): readonly string[] {
  return stateResources(plan).flatMap((one) => (one.address === address ? (one.depends_on ?? []) : []));
}

function stateResources({ prior_state: prior }: PlanFile): NonNullable<StateModule['resources']> {
  const inside = ({ resources = [], child_modules: children = [] }: StateModule): typeof resources => [
    ...resources,
    ...children.flatMap(inside),
  ];
  return inside(prior?.values?.root_module ?? {});
}

/** Whether the attribute is known only after the apply. */
export function isUnknown({ change }: ChangeEntry, name: string): boolean {
  const marks = change.after_unknown;
  return typeof marks === 'object' && marks !== null && (marks as Values)[name] === true;
}

/** What the configuration says of the attribute of a resource. */
export function referred(plan: PlanFile, entry: ChangeEntry, name: string): Referred {
  const { expressions } = blockOf(plan, entry) ?? {};
  const expression = expressions?.[name] as Expression | undefined;
  if (expression === undefined) return { kind: 'none' };
  const { references = [] } = expression;
  if (!references.some(isOfLoop)) return follow(plan, callsOf(entry), expression);
  const found = longestOf(references).map((one) =>
    isOfLoop(one) ? ofLoop(plan, entry, one) : follow(plan, callsOf(entry), { references: [one] }),
  );
  // Of a choice, a word that is no id is what chooses.
  const meant = found.length === 1 ? found : found.filter((one) => one.kind !== 'value' || isId(one.value));
  const [only = { kind: 'nobody knows' }, ...others] = meant;
  return others.length === 0 ? only : { kind: 'nobody knows' };
}

function longestOf(references: readonly string[]): readonly string[] {
  return [...new Set(references)].filter((one) => !references.some((other) => other.startsWith(`${one}.`)));
}

function isOfLoop(reference: string): boolean {
  return reference.startsWith('each.value');
}

/** `each.value.attribute` where the loop is over a root variable. */
function ofLoop(plan: PlanFile, entry: ChangeEntry, reference: string): Referred {
  const { references = [] } = blockOf(plan, entry)?.for_each_expression ?? {};
  const [, name] = /^var\.(\w+)$/.exec(references.length === 1 ? (references[0] ?? '') : '') ?? [];
  const [, key = ''] = /\["([^"]*)"\]$/.exec(entry.address) ?? [];
  const [, attribute = ''] = /^each\.value\.(\w+)$/.exec(reference) ?? [];
  if (name === undefined || callsOf(entry).length > 0) return { kind: 'nobody knows' };
  const all = plan.variables?.[name]?.value as Readonly<Record<string, Values | undefined>> | undefined;
  const value = all?.[key]?.[attribute];
  if (value === null) return { kind: 'none' };
  return typeof value === 'string' ? { kind: 'value', value } : { kind: 'nobody knows' };
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** What the resource names in `depends_on` or anywhere in its arguments, each with and without the attribute. */
export function dependencies(plan: PlanFile, entry: ChangeEntry): readonly string[] {
  const { expressions, depends_on: others = [] } = blockOf(plan, entry) ?? {};
  const prefix = entry.module_address === undefined ? '' : `${entry.module_address}.`;
  return [...referencesIn(expressions), ...others].map((reference) => prefix + reference);
}

/** The attributes in a list of references; undefined when it is made of anything else. */
export function attributesIn(
  plan: PlanFile,
  entry: ChangeEntry,
  name: string,
): readonly string[] | undefined {
  const { references = [] } = (blockOf(plan, entry)?.expressions?.[name] ?? {}) as Expression;
  const found = longestOf(references).map((one) => follow(plan, callsOf(entry), { references: [one] }));
  return found.every((one) => one.kind === 'attribute') ? found.map(({ path }) => path) : undefined;
}

function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'references' ? (inner as readonly string[]) : referencesIn(inner),
  );
}

/** `module.a["x"].module.b` is the calls a and b. */
function callsOf({ module_address: address = '' }: ChangeEntry): readonly string[] {
  return withoutIndices(address)
    .split('.')
    .filter((_, i) => i % 2 === 1);
}

function withoutIndices(address: string): string {
  return address.replaceAll(/\[("[^"]*"|\d+)\]/g, '');
}

function moduleAt({ configuration }: PlanFile, calls: readonly string[]): ConfigurationModule | undefined {
  let module = configuration?.root_module;
  for (const call of calls) module = module?.module_calls?.[call]?.module;
  return module;
}

type Block = NonNullable<ConfigurationModule['resources']>[number];

function blockOf(plan: PlanFile, entry: ChangeEntry): Block | undefined {
  const module = moduleAt(plan, callsOf(entry));
  return module?.resources?.find(({ address }) => address === `${entry.type}.${entry.name}`);
}

function follow(plan: PlanFile, calls: readonly string[], expression: Expression): Referred {
  const { references = [], constant_value: constant } = expression;
  const [first] = references;
  if (first === undefined) {
    return typeof constant === 'string' && constant !== ''
      ? { kind: 'value', value: constant }
      : { kind: 'none' };
  }
  // Terraform lists `a.b.c` with `a.b`; anything beside is a choice, an index or a call.
  if (references.some((other) => !first.startsWith(other))) return { kind: 'nobody knows' };
  const [kind = '', name = '', attribute] = first.split('.');
  if (kind === 'each' || kind === 'count' || kind === 'local' || first.includes('[each')) {
    return { kind: 'nobody knows' };
  }
  if (kind === 'var') return followVariable(plan, calls, name);
  if (kind === 'module') {
    const output = moduleAt(plan, [...calls, name])?.outputs?.[attribute ?? ''];
    if (output?.expression === undefined) return { kind: 'nobody knows' };
    return follow(plan, [...calls, name], output.expression);
  }
  return { kind: 'attribute', path: [...calls.map((call) => `module.${call}`), first].join('.') };
}

function followVariable(plan: PlanFile, calls: readonly string[], name: string): Referred {
  const call = calls.at(-1);
  if (call === undefined) {
    const value = plan.variables?.[name]?.value;
    return typeof value === 'string' ? { kind: 'value', value } : { kind: 'nobody knows' };
  }
  const outer = calls.slice(0, -1);
  const given = moduleAt(plan, outer)?.module_calls?.[call]?.expressions?.[name];
  return given === undefined ? { kind: 'nobody knows' } : follow(plan, outer, given);
}
