import { memo } from '../../../collections.js';
import { must } from '../../../result.js';
import { type ChangeFrame, changeFrame, changeWith } from '../elements.js';
import { Batch } from './batch.js';
import { type JsonCursor, NotPlain, OPEN_OBJECT, QUOTE } from './cursor.js';
import { PlannedAddresses } from './planned-addresses.js';
import { ReadChange } from './read-change.js';
import type { Keys, Scanner, Stretch } from './scanner.js';
import { SmallValues } from './small-values.js';
import { BlockStore } from './unread-block.js';

const OF_CHANGE_ENTRY = ['type', 'change', 'address', 'deposed', 'mode', 'previous_address'];
const OF_CHANGE = [
  ...['actions', 'before', 'after'],
  ...['after_unknown', 'before_sensitive', 'after_sensitive', 'replace_paths'],
];
const OF_STATE = ['type', 'address', 'deposed_key', 'mode', 'values'];
const OF_BLOCK = ['type', 'address', 'provider_config_key', 'expressions', 'depends_on'];

/** Places of small values. */
const [TYPE, MODE, ACTIONS, UNKNOWN, SENSITIVE_BEFORE, SENSITIVE_AFTER, PATHS] = [0, 1, 2, 3, 4, 5, 6];

/** A resource of a type that nobody wants. */
const UNASKED = { type: '' };

type Part = Stretch | undefined;
type List = unknown[];

/** What is known of a type. */
interface TypeSeen {
  readonly isUnwanted: boolean;
  /** A resource of which only this is told. */
  readonly named: unknown;
}

/** Where an entry stands, and the parts of it that are the same in all lists of changes. */
interface ChangeEntry {
  readonly entry: Stretch;
  readonly address: string | undefined;
  readonly type: unknown;
  readonly deposed: Part;
  readonly mode: Part;
  readonly previous: Part;
}

/** Takes the resources in the lists of a plan. */
export class Entries {
  readonly #scanner: Scanner;
  readonly #keys: Readonly<Record<'changeEntry' | 'change' | 'state' | 'block', Keys>>;
  readonly #depthLimit: number;
  readonly #canLeaveOut: boolean;
  readonly #batch: Batch;
  readonly #small: SmallValues;
  readonly #blocks: BlockStore;
  /** Those that look alike where it counts are one object. */
  readonly #shared = memo((text: string): unknown => JSON.parse(text));
  readonly #typeSeen: (type: unknown) => TypeSeen;
  readonly #planned = new PlannedAddresses();

  constructor(scanner: Scanner, isWantedType: (type: string) => boolean, depthLimit: number) {
    this.#scanner = scanner;
    this.#keys = {
      changeEntry: scanner.keysOf(OF_CHANGE_ENTRY),
      change: scanner.keysOf(OF_CHANGE),
      state: scanner.keysOf(OF_STATE),
      block: scanner.keysOf(OF_BLOCK),
    };
    this.#depthLimit = depthLimit;
    this.#canLeaveOut = !isWantedType(UNASKED.type);
    this.#batch = new Batch(scanner);
    this.#blocks = new BlockStore(scanner);
    this.#small = new SmallValues(scanner);
    this.#typeSeen = memo((type) => ({
      isUnwanted: typeof type === 'string' && !isWantedType(type),
      named: { type },
    }));
  }

  /** To be called when all are taken: then they are in their lists. */
  finish(): void {
    this.#batch.finish();
  }

  /** One of `resource_changes`. */
  planned(cursor: JsonCursor, list: List): void {
    this.change(cursor, list, (address) => this.#planned.add(address));
  }

  /** One of any list of changes; tells the address of wanted ones that are no deposed objects. */
  change(cursor: JsonCursor, list: List, tell?: (address: string) => void): void {
    const entry = cursor.take();
    const [type, change, name, deposed, mode, previous] = this.#members(entry, this.#keys.changeEntry);
    const seen = this.#typeOf(type);
    if (change !== undefined) this.#scanner.scan(change, this.#depthLimit);
    const parts = change === undefined ? [] : this.#members(change, this.#keys.change);
    const [actions, before, , unknown] = parts;
    if (seen?.isUnwanted === true && actions !== undefined) {
      list.push(this.#counted([type, actions, unknown], before !== undefined && this.#isObject(before)));
      return;
    }
    const address = name !== undefined && this.#isString(name) ? this.#string(name) : undefined;
    if (address !== undefined && deposed === undefined && seen?.isUnwanted !== true) tell?.(address);
    const told = { entry, address, deposed, mode, previous, type: this.#small.at(TYPE, type) };
    this.#addChange(list, told, parts);
  }

  /** One of `prior_state`. Nobody asks for those that have a planned change, when they are as they should be. */
  state(cursor: JsonCursor, list: List): void {
    const entry = cursor.take();
    const [type, address, deposed, mode, values] = this.#members(entry, this.#keys.state);
    const seen = this.#typeOf(type);
    if (seen?.isUnwanted === true) {
      list.push(seen.named);
      return;
    }
    const known = address && !deposed ? this.#string(address) : undefined;
    const met = known === undefined ? 'not-planned' : this.#planned.meet(known);
    // The list has it twice, which others say.
    if (met === 'again') throw new NotPlain();
    const isSound =
      type && mode && values && [type, mode].every((one) => this.#isString(one)) && this.#isObject(values);
    if (met === 'planned' && isSound === true && this.#canLeaveOut) list.push(UNASKED);
    else this.#addWhole(list, entry);
  }

  /** A resource block of `configuration`. */
  block(cursor: JsonCursor, list: List): void {
    const entry = cursor.take();
    const [type, address, provider, expressions, dependsOn] = this.#members(entry, this.#keys.block);
    const seen = this.#typeOf(type);
    const isSound =
      address &&
      [type, address, provider].every((one) => one === undefined || this.#isString(one)) &&
      (expressions === undefined || this.#isObject(expressions)) &&
      dependsOn === undefined;
    if (seen?.isUnwanted === true) list.push(seen.named);
    else if (isSound === true) list.push(this.#blocks.keep(this.#string(address), entry));
    else this.#addWhole(list, entry);
  }

  /** Adds a change that has just been scanned: read where it is sound, and as it stands where it is not. */
  #addChange(list: List, told: ChangeEntry, parts: readonly Part[]): void {
    const [actions, before, after, ...marks] = parts;
    const frame = actions && this.#frameOf(told, actions, marks);
    if (frame === undefined || !this.#isSide(before) || !this.#isSide(after)) {
      this.#addWhole(list, told.entry);
      return;
    }
    const [old, next] = [before, after].filter((side) => side !== undefined && this.#isObject(side));
    const index = list.push(undefined) - 1;
    const put = (first: unknown, last: unknown): void => {
      list[index] = new ReadChange(must(changeWith(frame, first, last), 'its sides are objects, or nothing'));
    };
    if (old === undefined) put(undefined, undefined);
    else if (next === undefined)
      this.#batch.add([old], ([only]) => (old === before ? put(only, undefined) : put(undefined, only)));
    else if (this.#scanner.isSame(old, next)) this.#batch.add([old], ([both]) => put(both, both));
    else this.#batch.add([old, next], ([first, last]) => put(first, last));
  }

  #addWhole(list: List, entry: Stretch): void {
    const index = list.push(undefined) - 1;
    this.#batch.add([entry], ([whole]) => {
      list[index] = whole;
    });
  }

  #frameOf(told: ChangeEntry, actions: Stretch, marks: readonly Part[]): ChangeFrame | undefined {
    const [unknown, sensitiveBefore, sensitiveAfter, paths] = marks;
    return changeFrame({
      address: told.address,
      previousAddress: this.#value(told.previous),
      mode: this.#small.at(MODE, told.mode),
      type: told.type,
      deposed: this.#value(told.deposed),
      actions: this.#small.at(ACTIONS, actions),
      unknown: this.#small.at(UNKNOWN, unknown),
      sensitiveBefore: this.#small.at(SENSITIVE_BEFORE, sensitiveBefore),
      sensitiveAfter: this.#small.at(SENSITIVE_AFTER, sensitiveAfter),
      replacePaths: this.#small.at(PATHS, paths),
    });
  }

  #value(part: Part): unknown {
    return part && JSON.parse(this.#scanner.text(part));
  }

  #isObject({ start }: Stretch): boolean {
    return this.#scanner.byte(start) === OPEN_OBJECT;
  }

  /** Whether a part may be the side of a change: an object, or nothing. */
  #isSide(part: Part): boolean {
    return part === undefined || this.#isObject(part) || this.#scanner.byte(part.start) === FIRST_OF_NULL;
  }

  #isString({ start }: Stretch): boolean {
    return this.#scanner.byte(start) === QUOTE;
  }

  /** Of a string, which has quotes around it. */
  #string({ start, end }: Stretch): string {
    const spelled = this.#scanner.text({ start: start + 1, end: end - 1 });
    return spelled.includes('\\') ? String(JSON.parse(`"${spelled}"`)) : spelled;
  }

  /** Values of the object that has just been scanned, as far as it is one whose keys can be told by their bytes. */
  #members(of: Stretch, keys: Keys): readonly Part[] {
    return this.#isObject(of) ? this.#scanner.members(keys) : [];
  }

  #typeOf(type: Part): TypeSeen | undefined {
    return type && this.#typeSeen(this.#small.at(TYPE, type));
  }

  /** What is counted of changes of other types. */
  #counted(parts: readonly Part[], wasThere: boolean): unknown {
    const [type, actions, unknown] = parts.map((part) =>
      part === undefined ? 'null' : this.#scanner.text(part),
    );
    const before = wasThere ? '{}' : 'null';
    return this.#shared(
      `{"type":${type},"change":{"actions":${actions},"before":${before},"after_unknown":${unknown}}}`,
    );
  }
}

/** Of the word, as no other value begins. */
const FIRST_OF_NULL = 0x6e;
