/**
 * The scan of JSON, in AssemblyScript; `npm run scan` makes scan-code.ts of it. It says where a value ends, and takes exactly
 * what `JSON.parse` takes, which is the grammar of RFC 8259. Bytes that are no UTF-8 may stand in strings, as everywhere where
 * text is decoded without a complaint.
 *
 * Behind the text stand zeros, which are in no token. A function that reads a token gives the place behind it, or 0; then
 * `failed` is where it turned out to be none. A token that is cut off fails at the first zero.
 */

/** What a scan tells beside the end, four bytes each: see scanner.ts, which knows these places, too. */
const STOPPED: usize = 0;
const IS_UNFINISHED: usize = 4;
const MEMBERS: usize = 8;
const ESCAPED_KEYS: usize = 12;

/** Opening brackets around the place, one byte each. */
const BRACKETS: usize = 64;

/** Of each member of the outermost container: where its key begins, where its value begins and ends. */
const TABLE: usize = 2048;
const MEMBER_BYTES: usize = 12;
const MEMBERS_LIMIT: u32 = 64;

/** What may come next. */
const VALUE: u32 = 0;
const BEHIND_VALUE: u32 = 1;
const FIRST_KEY: u32 = 2;
const KEY: u32 = 3;
const FIRST_ITEM: u32 = 4;

let depth: u32 = 0;
let state: u32 = VALUE;
let members: u32 = 0;
let escapedKeys: u32 = 0;
let failed: usize = 0;

@inline function fail(place: usize): usize {
  failed = place;
  return 0;
}

@inline function blankEnd(i: usize): usize {
  let c = load<u8>(i);
  while (c == 0x20 || c == 0x0a || c == 0x0d || c == 0x09) c = load<u8>(++i);
  return i;
}

@inline function isDigit(c: u8): bool {
  return c >= 0x30 && c <= 0x39;
}

@inline function isHexDigit(c: u8): bool {
  return isDigit(c) || ((c | 0x20) >= 0x61 && (c | 0x20) <= 0x66);
}

/** Of an escape, which begins here with a backslash. */
function escapeEnd(i: usize): usize {
  const c = load<u8>(i + 1);
  if (c == 0x75) {
    for (let k = i + 2; k < i + 6; k++) if (!isHexDigit(load<u8>(k))) return fail(k);
    return i + 6;
  }
  // Quote, backslash, slash, b, f, n, r, t.
  const isKnown =
    c == 0x22 || c == 0x5c || c == 0x2f || c == 0x62 || c == 0x66 || c == 0x6e || c == 0x72 || c == 0x74;
  return isKnown ? i + 2 : fail(i + 1);
}

/** Of a string, whose opening quote is here: 16 bytes at once, until one is a quote, a backslash or a control. */
@inline function stringEnd(start: usize): usize {
  const quote = i8x16.splat(0x22);
  const backslash = i8x16.splat(0x5c);
  const space = i8x16.splat(0x20);
  let i = start + 1;
  while (true) {
    const text = v128.load(i);
    const special = i8x16.bitmask(
      v128.or(v128.or(i8x16.eq(text, quote), i8x16.eq(text, backslash)), i8x16.lt_u(text, space)),
    );
    if (special == 0) {
      i += 16;
      continue;
    }
    i += ctz(special);
    const c = load<u8>(i);
    if (c == 0x22) return i + 1;
    if (c != 0x5c) return fail(i);
    i = escapeEnd(i);
    if (i == 0) return 0;
  }
  return 0;
}

@inline function digitsEnd(start: usize): usize {
  let i = start;
  while (isDigit(load<u8>(i))) i++;
  return i == start ? fail(i) : i;
}

@inline function numberEnd(start: usize): usize {
  let i = load<u8>(start) == 0x2d ? start + 1 : start;
  i = load<u8>(i) == 0x30 ? i + 1 : digitsEnd(i);
  if (i != 0 && load<u8>(i) == 0x2e) i = digitsEnd(i + 1);
  if (i == 0 || (load<u8>(i) | 0x20) != 0x65) return i;
  const sign = load<u8>(i + 1);
  return digitsEnd(sign == 0x2b || sign == 0x2d ? i + 2 : i + 1);
}

/** Of four letters, the first one in the lowest byte. */
function lettersEnd(i: usize, letters: u32): usize {
  for (; letters != 0; letters >>= 8) {
    if (load<u8>(i) != <u8>letters) return fail(i);
    i++;
  }
  return i;
}

/** Of a value that is neither an object nor a list. */
@inline function scalarEnd(i: usize, first: u8): usize {
  if (first == 0x22) return stringEnd(i);
  if (first == 0x74) return lettersEnd(i, 0x65757274); // true
  if (first == 0x6e) return lettersEnd(i, 0x6c6c756e); // null
  if (first == 0x66) return lettersEnd(i + 1, 0x65736c61); // f, alse
  return numberEnd(i);
}

/** Of a key and the colon behind it. */
@inline function keyEnd(i: usize): usize {
  if (load<u8>(i) != 0x22) return fail(i);
  const close = stringEnd(i);
  if (close == 0) return 0;
  const colon = blankEnd(close);
  return load<u8>(colon) == 0x3a ? colon + 1 : fail(colon);
}

/** Beyond the table nothing is kept. */
@inline function keep(field: usize, place: usize): void {
  if (members < MEMBERS_LIMIT) store<u32>(TABLE + MEMBER_BYTES * members + field, <u32>place);
}

function stop(place: usize, isUnfinished: bool): usize {
  store<u32>(STOPPED, <u32>place);
  store<u32>(IS_UNFINISHED, <u32>isUnfinished);
  return 0;
}

function close(end: usize): usize {
  store<u32>(MEMBERS, members);
  store<u32>(ESCAPED_KEYS, escapedKeys);
  return end;
}

function hasBackslash(start: usize, end: usize): bool {
  for (let i = start; i < end; i++) if (load<u8>(i) == 0x5c) return true;
  return false;
}

/**
 * The end of the value that begins here, or 0: then it says where it stopped, at the first token that is wrong or not whole,
 * and whether that is because the text ends; otherwise it is no JSON, or nests too deeply.
 *
 * @param limit how many brackets may be around something in the value
 * @param goesOn whether this is the value of the last scan, which stopped here
 */
export function scan(start: usize, end: usize, limit: u32, goesOn: bool): usize {
  if (!goesOn) {
    depth = 0;
    state = VALUE;
    members = 0;
    escapedKeys = 0;
  }
  let i = start;
  while (true) {
    i = blankEnd(i);
    if (i >= end) return stop(i, true);
    const c = load<u8>(i);
    if (state == KEY || (state == FIRST_KEY && c != 0x7d)) {
      const next = keyEnd(i);
      if (next == 0) return stop(i, failed >= end);
      if (depth == 1) {
        keep(0, i);
        if (hasBackslash(i, next)) escapedKeys++;
      }
      state = VALUE;
      i = next;
      continue;
    }
    if (state == BEHIND_VALUE && c == 0x2c) {
      state = load<u8>(BRACKETS + depth) == 0x7b ? KEY : VALUE;
      i++;
      continue;
    }
    if (state != VALUE && (c == 0x7d || c == 0x5d)) {
      // Both pairs of brackets stand two apart.
      if (load<u8>(BRACKETS + depth) != c - 2) return stop(i, false);
      depth--;
      i++;
    } else {
      if (state == BEHIND_VALUE) return stop(i, false);
      if (depth == 1) keep(4, i);
      if (c == 0x7b || c == 0x5b) {
        if (depth == limit) return stop(i, false);
        depth++;
        store<u8>(BRACKETS + depth, c);
        state = c == 0x7b ? FIRST_KEY : FIRST_ITEM;
        i++;
        continue;
      }
      const next = scalarEnd(i, c);
      if (next == 0) return stop(i, failed >= end);
      // A number may go on behind the window.
      if (next == end && (c == 0x2d || isDigit(c))) return stop(i, true);
      i = next;
    }
    state = BEHIND_VALUE;
    if (depth == 0) return close(i);
    if (depth == 1) {
      keep(8, i);
      members++;
    }
  }
  return 0;
}

/** Whether so many bytes are the same at both places. */
export function isSame(a: usize, b: usize, length: usize): bool {
  let i: usize = 0;
  for (; i + 16 <= length; i += 16)
    if (v128.any_true(v128.xor(v128.load(a + i), v128.load(b + i)))) return false;
  for (; i < length; i++) if (load<u8>(a + i) != load<u8>(b + i)) return false;
  return true;
}

/**
 * Where the values of members of the last object are, by keys: eight bytes each, begin and end, or zeros when there is none.
 * Of a key that is there twice the last one counts.
 *
 * @param keys of each, a byte that says how long it is, and its spelling
 */
export function find(keys: usize, count: u32, found: usize): void {
  for (; count > 0; count--) {
    const length: usize = load<u8>(keys++);
    store<u64>(found, 0);
    for (let member = TABLE + MEMBER_BYTES * members; member > TABLE; ) {
      member -= MEMBER_BYTES;
      if (!isSame(load<u32>(member), keys, length)) continue;
      store<u64>(found, load<u64>(member + 4));
      break;
    }
    keys += length;
    found += 8;
  }
}

/** Puts the bytes of a place at another one. */
export function copy(to: usize, from: usize, length: usize): void {
  memory.copy(to, from, length);
}
