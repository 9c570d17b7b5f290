import type { KeptExpression } from '../../terraform/expression.js';

/**
 * The plan document as a reader hands it out: elements of the resource types that are asked for, each checked.
 * What the rest of the document holds is not kept.
 */
export interface PlanDocument {
  readonly header: PlanHeader;
  /** `resource_changes`, the unchanged (`no-op`) included. */
  readonly changes: readonly ChangeElement[];
  /** `resource_drift`: what changed outside of Terraform since the last run. */
  readonly drift: readonly ChangeElement[];
  /** `deferred_changes`: planned later, outcome unknown. */
  readonly deferred: readonly ChangeElement[];
  /** `prior_state`: resources and data sources after refresh, of all modules, but for those that have an entry in `changes`. */
  readonly priorState: readonly StateElement[];
  /** `configuration.root_module`; undefined when the document was cut down. */
  readonly configuration: ModuleElement | undefined;
  /** `region` of each provider configuration that sets it, by the key that resource blocks name it by. */
  readonly providerRegions: ReadonlyMap<string, KeptExpression>;
  /** Root variables and their values. May hold secrets: to be computed with, never printed. */
  readonly variables: ReadonlyMap<string, unknown>;
}

/** What is said of the plan as a whole. An absent flag means an older Terraform, not "no". */
export interface PlanHeader {
  readonly formatVersion: string;
  readonly terraformVersion: string;
  /** The command that made it, as far as the plan shows which. */
  readonly program: Program;
  readonly complete: boolean | undefined;
  /** The instant at which the plan was made, as the document writes it; undefined in older ones. */
  readonly timestamp: string | undefined;
  /** Resource changes of any type that do something. */
  readonly changeCount: number;
  /** A resource of a type that is not read names a security group that is known after apply. */
  readonly namesUnknownGroups: boolean;
  /** Parts that were cut away, as people do with jq. A first plan has no prior state, and lacks nothing. */
  readonly lacks: readonly ('configuration' | 'prior_state')[];
}

/** The two commands that make plans. */
export type Program = 'terraform' | 'tofu';

/** The words of `change.actions`; OpenTofu and Terraform use the same. */
export type Action = 'no-op' | 'create' | 'read' | 'update' | 'delete' | 'forget';

/** Attributes of one object, or the mirror of them that marks unknown or sensitive ones. */
export type Attributes = Readonly<Record<string, unknown>>;

/** One side of a resource: its attributes, and the marks of what is unknown or sensitive in them. */
export interface Side {
  readonly values: Attributes;
  readonly unknown: unknown;
  readonly sensitive: unknown;
}

/** Which object an element is about. */
interface Element {
  readonly address: string;
  /** Tells it from every other object: a deposed object has the address of the one that took its place. */
  readonly key: string;
  readonly isDeposed: boolean;
  readonly mode: string;
  readonly type: string;
}

/** One entry of `resource_changes`, `resource_drift` or `deferred_changes`. */
export interface ChangeElement extends Element {
  readonly actions: readonly Action[];
  readonly before: Side | undefined;
  readonly after: Side | undefined;
  /** The first step of each path that forces the replacement. */
  readonly replaceAttributes: readonly string[];
}

/** One resource or data source of `prior_state`. */
export interface StateElement extends Element, Side {}

/** One module of `configuration`: blocks, not instances. */
export interface ModuleElement {
  /** By address within the module: `T.name`, `data.T.name`. */
  readonly resources: BlocksByAddress;
  readonly calls: ReadonlyMap<string, CallElement>;
  readonly outputs: ReadonlyMap<string, KeptExpression>;
  /** Declared variables; those with a default carry it. */
  readonly variables: ReadonlyMap<string, { readonly default?: unknown }>;
}

/** Blocks of a module; each is read when it is asked for. */
export type BlocksByAddress = Pick<ReadonlyMap<string, ResourceElement>, 'has' | 'get'> & {
  readonly keys: () => Iterable<string>;
};

/** One resource block. */
export interface ResourceElement {
  /** The key of its provider configuration. */
  readonly provider: string | undefined;
  readonly expressions: ReadonlyMap<string, KeptExpression>;
  readonly forEach: KeptExpression | undefined;
  /** References of `count` and `depends_on`. */
  readonly needs: readonly string[];
}

/** One module call. */
export interface CallElement {
  readonly source: string | undefined;
  readonly expressions: ReadonlyMap<string, KeptExpression>;
  readonly forEach: KeptExpression | undefined;
  /** References of `count` and `depends_on`. */
  readonly needs: readonly string[];
  readonly module: ModuleElement;
}
