import { memo } from '../../../collections.js';
import { Batch } from './batch.js';
import { JsonCursor, NotPlain, OPEN_LIST, OPEN_OBJECT, QUOTE } from './cursor.js';
import { Scanner, type Stretch, WORD } from './scanner.js';
import type { ByteSource } from './source.js';
import { UnreadBlock } from './unread-block.js';

/**
 * The JSON text of a plan without what nobody asks for, of which the checks of the document come to the same: `null` stands
 * for parts that are not read, and of resources that are not wanted there is what is counted. All of the text is checked as
 * `JSON.parse` does it. Undefined when that does not take it, or when it is no plan as Terraform writes it.
 *
 * @param depthLimit how many brackets may be around anything
 */
export function askedJson(
  source: ByteSource,
  isWantedType: (type: string) => boolean,
  depthLimit: number,
): unknown {
  try {
    const scanner = new Scanner();
    const cursor = new JsonCursor(scanner, source, depthLimit);
    if (cursor.peek() !== OPEN_OBJECT) return undefined;
    const entries = new Entries(scanner, isWantedType, depthLimit);
    const plan = planOf(entries)(cursor);
    if (!cursor.isAtEnd()) return undefined;
    entries.finish();
    return plan;
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** Takes the value that comes next, and gives what is asked of it. */
type Take = (cursor: JsonCursor) => unknown;

const whole: Take = (cursor) => cursor.value();

const skipped: Take = (cursor) => {
  cursor.skip();
  return null;
};

/** Of an object, what is asked of each member; anything else is taken whole. */
function objectLike(members: Readonly<Record<string, Take>>, others: Take): Take {
  const known = new Map(Object.entries(members));
  return (cursor) => {
    if (cursor.peek() !== OPEN_OBJECT) return cursor.value();
    const found: Record<string, unknown> = {};
    cursor.eachKey((key) => {
      // One would be no member, and of two the parts that are not read would be mixed up.
      if (key === '__proto__' || Object.hasOwn(found, key)) throw new NotPlain();
      found[key] = (known.get(key) ?? others)(cursor);
    });
    return found;
  };
}

/** Of a list, what is asked of each item; anything else is taken whole. */
function listLike(add: (cursor: JsonCursor, list: unknown[]) => void): Take {
  return (cursor) => {
    if (cursor.peek() !== OPEN_LIST) return cursor.value();
    const found: unknown[] = [];
    cursor.eachItem(() => add(cursor, found));
    return found;
  };
}

/** A module within modules. */
function nested(module: (inner: Take) => Take): Take {
  const take: Take = module((cursor) => take(cursor));
  return take;
}

/** What is asked of the whole document. */
function planOf(entries: Entries): Take {
  const stateModule = nested((inner) =>
    objectLike(
      {
        resources: listLike((cursor, states) => entries.state(cursor, states)),
        child_modules: listLike((cursor, modules) => modules.push(inner(cursor))),
      },
      skipped,
    ),
  );
  const calledModule = nested((inner) =>
    objectLike(
      {
        resources: listLike((cursor, blocks) => entries.block(cursor, blocks)),
        module_calls: objectLike({}, objectLike({ module: inner }, whole)),
        outputs: whole,
        variables: whole,
      },
      skipped,
    ),
  );
  return objectLike(
    {
      ...{
        format_version: whole,
        terraform_version: whole,
        timestamp: whole,
        errored: whole,
        complete: whole,
      },
      variables: whole,
      resource_changes: listLike((cursor, changes) => entries.planned(cursor, changes)),
      resource_drift: listLike((cursor, changes) => entries.change(cursor, changes)),
      deferred_changes: whole,
      prior_state: objectLike({ values: objectLike({ root_module: stateModule }, skipped) }, skipped),
      configuration: objectLike({ root_module: calledModule, provider_config: whole }, skipped),
      // Whether these make it an answer of an API depends on what they are.
      ...{ data: whole, errors: whole },
    },
    skipped,
  );
}

/** Of a key as it is spelled without escapes. */
const spelledKey = (key: string): Uint8Array => new TextEncoder().encode(`"${key}"`);

const OF_CHANGE_ENTRY = ['type', 'change', 'address', 'deposed'].map(spelledKey);
const OF_CHANGE = ['actions', 'before', 'after', 'after_unknown'].map(spelledKey);
const OF_STATE = ['type', 'address', 'deposed_key', 'mode', 'values'].map(spelledKey);
const OF_BLOCK = ['type', 'address', 'provider_config_key', 'expressions', 'depends_on'].map(spelledKey);

/** A resource of a type that nobody wants. */
const UNASKED = { type: '' };

type List = unknown[];

/** What is known of a type, by its spelling in the text. */
interface TypeSeen {
  readonly spelling: Stretch;
  readonly isUnwanted: boolean;
  /** A resource of which only this is told. */
  readonly named: unknown;
}

/** Takes the resources in the lists of a plan. */
class Entries {
  readonly #scanner: Scanner;
  readonly #depthLimit: number;
  readonly #isWantedType: (type: string) => boolean;
  readonly #canLeaveOut: boolean;
  readonly #batch: Batch;
  /** Those that look alike where it counts are one object. */
  readonly #shared = memo((text: string): unknown => JSON.parse(text));
  /** Addresses of planned changes, without those of deposed objects; whether they are in the state, too. */
  readonly #planned = new Map<string, boolean>();
  /** Resources of one type stand together. */
  #lastType: TypeSeen | undefined;

  constructor(scanner: Scanner, isWantedType: (type: string) => boolean, depthLimit: number) {
    this.#scanner = scanner;
    this.#isWantedType = isWantedType;
    this.#depthLimit = depthLimit;
    this.#canLeaveOut = !isWantedType(UNASKED.type);
    this.#batch = new Batch(scanner);
  }

  /** To be called when all are taken: then they are in their lists. */
  finish(): void {
    this.#batch.finish();
  }

  /** One of `resource_changes`. */
  planned(cursor: JsonCursor, list: List): void {
    this.change(cursor, list, (address) => this.#planned.set(this.#string(address), false));
  }

  /** One of any list of changes; tells the address of wanted ones that are no deposed objects. */
  change(cursor: JsonCursor, list: List, tell?: (address: Stretch) => void): void {
    const entry = cursor.take();
    const [type, change, address, deposed] = this.#members(entry, OF_CHANGE_ENTRY);
    const isWanted = this.#typeOf(type)?.isUnwanted !== true;
    if (change !== undefined) this.#scanner.scan(change, this.#depthLimit);
    const [actions, before, after, unknown] = change === undefined ? [] : this.#members(change, OF_CHANGE);
    if (!isWanted && actions !== undefined) {
      list.push(this.#counted([type, actions, unknown], before !== undefined && this.#isObject(before)));
      return;
    }
    if (isWanted && address !== undefined && deposed === undefined) tell?.(address);
    const isUnchanged =
      before && after && this.#isObject(before) && this.#scanner.isSame(before, after) && isWanted;
    if (isUnchanged === true) this.#batch.addUnchanged(list, entry, after);
    else this.#batch.add(list, entry);
  }

  /** One of `prior_state`. Nobody asks for those that have a planned change, when they are as they should be. */
  state(cursor: JsonCursor, list: List): void {
    const entry = cursor.take();
    const [type, address, deposed, mode, values] = this.#members(entry, OF_STATE);
    const seen = this.#typeOf(type);
    const known = address && !deposed ? this.#string(address) : undefined;
    const isOfState = known === undefined ? undefined : this.#planned.get(known);
    // The list has it twice, which others say.
    if (isOfState === true) throw new NotPlain();
    if (known !== undefined && isOfState === false) this.#planned.set(known, true);
    const isSound =
      type && mode && values && [type, mode].every((one) => this.#isString(one)) && this.#isObject(values);
    if (seen?.isUnwanted === true) list.push(seen.named);
    else if (isOfState === false && isSound === true && this.#canLeaveOut) list.push(UNASKED);
    else this.#batch.add(list, entry);
  }

  /** A resource block of `configuration`. */
  block(cursor: JsonCursor, list: List): void {
    const entry = cursor.take();
    const [type, address, provider, expressions, dependsOn] = this.#members(entry, OF_BLOCK);
    const seen = this.#typeOf(type);
    const isSound =
      address &&
      [type, address, provider].every((one) => one === undefined || this.#isString(one)) &&
      (expressions === undefined || this.#isObject(expressions)) &&
      dependsOn === undefined;
    if (seen?.isUnwanted === true) list.push(seen.named);
    else if (isSound === true) list.push(new UnreadBlock(this.#string(address), this.#scanner.text(entry)));
    else this.#batch.add(list, entry);
  }

  #isObject({ start }: Stretch): boolean {
    return this.#scanner.byte(start) === OPEN_OBJECT;
  }

  #isString({ start }: Stretch): boolean {
    return this.#scanner.byte(start) === QUOTE;
  }

  #string(stretch: Stretch): string {
    const spelled = this.#scanner.text(stretch);
    return spelled.includes('\\') ? String(JSON.parse(spelled)) : spelled.slice(1, -1);
  }

  /** Values of the object that has just been scanned, as far as it is one whose keys can be told by their bytes. */
  #members(of: Stretch, keys: readonly Uint8Array[]): readonly (Stretch | undefined)[] {
    if (!this.#isObject(of) || !this.#scanner.isPlain) return [];
    return keys.map((key) => this.#scanner.member(key));
  }

  #typeOf(type: Stretch | undefined): TypeSeen | undefined {
    if (type === undefined) return undefined;
    const last = this.#lastType;
    if (last !== undefined && this.#scanner.isSame(type, last.spelling)) return last;
    const spelled = this.#scanner.text(type);
    const text = this.#shared(spelled);
    const isShort = type.end - type.start <= WORD.end - WORD.start;
    const spelling = { start: WORD.start, end: isShort ? this.#scanner.copy(type, WORD.start) : WORD.start };
    this.#lastType = {
      spelling,
      isUnwanted: typeof text === 'string' && !this.#isWantedType(text),
      named: this.#shared(`{"type":${spelled}}`),
    };
    return this.#lastType;
  }

  /** What is counted of changes of other types. */
  #counted(parts: readonly (Stretch | undefined)[], wasThere: boolean): unknown {
    const [type, actions, unknown] = parts.map((part) =>
      part === undefined ? 'null' : this.#scanner.text(part),
    );
    const before = wasThere ? '{}' : 'null';
    return this.#shared(
      `{"type":${type},"change":{"actions":${actions},"before":${before},"after_unknown":${unknown}}}`,
    );
  }
}
