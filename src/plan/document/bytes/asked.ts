import { JsonCursor, NotPlain, OPEN_LIST, OPEN_OBJECT } from './cursor.js';
import { Entries } from './entries.js';
import { Scanner } from './scanner.js';
import type { ByteSource } from './source.js';

/**
 * The JSON text of a plan without what nobody asks for, of which the checks of the document come to the same: `null` stands
 * for parts that are not read, of resources that are not wanted there is what is counted, and a sound change is a
 * {@link ReadChange}. All of the text is checked as `JSON.parse` does it. Undefined when that does not take it, or when it is no plan as Terraform writes it.
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
