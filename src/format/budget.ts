/** The length that GitHub counts, to be on the safe side of every other count: bytes of UTF-8. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}

/** Text of at most `limit` bytes, cut between two characters; what is cut ends in `…`. */
export function cutToBytes(text: string, limit: number): string {
  if (bytesOf(text) <= limit) return text;
  let room = limit - bytesOf('…');
  let cut = '';
  for (const character of text) {
    room -= bytesOf(character);
    if (room < 0) break;
    cut += character;
  }
  return `${cut}…`;
}

/** Items to be joined by line ends within a budget; `more` is the line for those that are left out. */
export interface Fit {
  readonly items: Iterable<string>;
  readonly total: number;
  readonly limit: number;
  readonly more: (left: number) => string;
}

/** As many whole items as fit, then how many are left out. A cut item would destroy what comes after it. */
export function fitItems({ items, total, limit, more }: Fit): string {
  const taken: string[] = [];
  let used = -1;
  for (const item of items) {
    const size = bytesOf(item) + 1;
    if (used + size > limit) break;
    taken.push(item);
    used += size;
  }
  while (taken.length < total) {
    const line = more(total - taken.length);
    if (used + 1 + bytesOf(line) <= limit) return [...taken, line].join('\n');
    const last = taken.pop();
    if (last === undefined) return '';
    used -= bytesOf(last) + 1;
  }
  return taken.join('\n');
}
