/** The reader of bytes against `JSON.parse`: it takes and refuses the same, and what it hands out is the same. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { FIXTURES } from '../fixture-report.js';
import { isParsed, isScanned, piecewise, wholly } from '../plans/bytes.js';
import { once, stories } from './bases.js';
import { bytesTarget } from './campaign.js';
import { jsonBytes } from './mutate-json.js';
import { bytesMutated } from './mutate-text.js';
import type { Random } from './random.js';

/** As Terraform writes them, in one line and indented. */
const texts = once((): readonly string[] =>
  stories().flatMap(({ name }) => {
    const text = readFileSync(path.join(FIXTURES, name, 'plan.json'), 'utf8');
    const document: unknown = JSON.parse(text);
    return [JSON.stringify(document), JSON.stringify(document, undefined, 2)];
  }),
);

const isWanted = (type: string): boolean =>
  /^(opentelekomcloud_(networking|compute|cce|vpc)|terraform_remote_state)/.test(type);

export const bytes = bytesTarget(
  'bytes',
  (random) => {
    if (random.percent(15))
      return jsonBytes(
        stories().map(({ plan }) => plan),
        random,
      );
    const text = random.pick(texts());
    if (random.percent(30)) return bytesMutated(new TextEncoder().encode(text), random);
    return new TextEncoder().encode(random.percent(50) ? touched(text, random) : respelled(text, random));
  },
  (input) => {
    const pieces = [Infinity, 400 + (input.length % 1000)];
    const isTaken = isParsed(input);
    const whole = wholly(input, isWanted);
    for (const piece of pieces) {
      if (isScanned(input, piece) !== isTaken)
        throw new Error(`${isTaken ? 'refused' : 'taken'} by the scan`);
      const read = piecewise(input, isWanted, piece);
      // What is odd is left to the other one.
      if (read !== undefined && !isDeepStrictEqual(read, whole))
        throw new Error('the two readers hand out different things');
    }
    return whole.ok;
  },
);

const MARKS = Array.from('{}[]",:\\/0123456789.eE+-truefalsn \n\t\r\u0001\u007fé\u2028');

/** Some characters are others, or more, or fewer. */
function touched(text: string, random: Random): string {
  let found = text;
  for (let edits = 1 + random.nat(3); edits > 0; edits--) {
    const at = random.nat(found.length);
    found =
      found.slice(0, at) + (random.percent(80) ? random.pick(MARKS) : '') + found.slice(at + random.nat(3));
  }
  return found;
}

/** Members that are spelled in another way, there twice, or of another kind. */
function respelled(text: string, random: Random): string {
  let found = text;
  for (let edits = 1 + random.nat(3); edits > 0; edits--) {
    const keys = [...found.matchAll(/"(\w+)": ?/g)];
    const { 0: all, 1: key = '', index } = random.pick(keys);
    const rest = found.slice(index + all.length);
    const at = random.nat(key.length);
    const odd = `"${key.slice(0, at)}\\u00${key.charCodeAt(at).toString(16)}${key.slice(at + 1)}":`;
    const value = random.pick([
      'null',
      '{}',
      '[]',
      '""',
      '-0',
      '1e400',
      'true',
      '[{}]',
      '{"a":[1]}',
      '"no-op"',
    ]);
    const written = random.pick([
      `${odd}${rest}`,
      `${all}${value},${all}${rest}`,
      `${odd}${value},${all}${rest}`,
      `${all}${rest.replace(/^("[^"]*"|[\d.]+|true|false|null)/, value)}`,
      `${all}${value},"__proto__":${rest}`,
    ]);
    found = found.slice(0, index) + written;
  }
  return found;
}
