/** Readers of bytes, to be held against `JSON.parse`. */
import { askedJson } from '../../../src/plan/document/bytes/asked.js';
import { JsonCursor, NotPlain } from '../../../src/plan/document/bytes/cursor.js';
import { Scanner } from '../../../src/plan/document/bytes/scanner.js';
import type { ByteSource } from '../../../src/plan/document/bytes/source.js';
import type { ModuleElement, PlanDocument } from '../../../src/plan/document/document.js';
import { DEPTH_LIMIT, documentOf, wholeJson } from '../../../src/plan/document/read-document.js';
import type { InputError } from '../../../src/plan/document/trouble.js';
import { ok, type Result } from '../../../src/result.js';

/** Bytes that come in pieces of at most this size. */
export function inPieces(bytes: Uint8Array, size: number): ByteSource {
  const read = (target: Uint8Array, from: number): number => {
    const piece = bytes.subarray(from, from + Math.min(size, target.length));
    target.set(piece);
    return piece.length;
  };
  return { length: bytes.length, read };
}

/** Whether the scan takes the bytes for one JSON text. */
export function isScanned(bytes: Uint8Array, piece = Infinity): boolean {
  try {
    const cursor = new JsonCursor(new Scanner(), inPieces(bytes, piece), 1000);
    cursor.skip();
    return cursor.isAtEnd();
  } catch (error) {
    if (error instanceof NotPlain) return false;
    throw error;
  }
}

/** Whether the engine does. */
export function isParsed(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return false;
  }
}

/** A document with all of its blocks read, so that two can be compared. */
interface SpelledOut extends Omit<PlanDocument, 'configuration'> {
  readonly configuration: unknown;
}

type Read = Result<SpelledOut, InputError>;

function spelledOut(read: Result<PlanDocument, InputError>): Read {
  return read.ok ? ok({ ...read.value, configuration: moduleOf(read.value.configuration) }) : read;
}

function moduleOf(module: ModuleElement | undefined): unknown {
  if (module === undefined) return undefined;
  const { resources, calls } = module;
  return {
    ...module,
    resources: [...resources.keys()].map((address) => [
      address,
      resources.has(address),
      resources.get(address),
    ]),
    calls: [...calls].map(([name, call]) => [name, { ...call, module: moduleOf(call.module) }]),
  };
}

/** The document, read by making all of it. */
export function wholly(bytes: Uint8Array, isWantedType: (type: string) => boolean): Read {
  const json = wholeJson(bytes);
  return json.ok ? spelledOut(documentOf(json.value, isWantedType)) : json;
}

/** The document, read piece by piece; undefined when it is left to the other reader. */
export function piecewise(
  bytes: Uint8Array,
  isWantedType: (type: string) => boolean,
  piece = Infinity,
): Read | undefined {
  const json = askedJson(inPieces(bytes, piece), isWantedType, DEPTH_LIMIT);
  return json === undefined ? undefined : spelledOut(documentOf(json, isWantedType));
}
