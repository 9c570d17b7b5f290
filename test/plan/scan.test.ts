/** The scan of JSON text takes and refuses what RFC 8259 says, rule by rule, wherever a part of the text ends. */
import { describe, expect, test } from '@jest/globals';

import { isParsed, isScanned } from '../support/plans/bytes.js';
import { bytesOf } from '../support/plans/reading.js';

/** Texts that are JSON, and texts that are none; a string of Latin letters stands for the bytes of them. */
const RULES: readonly (readonly [rule: string, good: readonly string[], bad: readonly string[]])[] = [
  [
    '2: white space',
    [' \t\n\r{}\r\n\t ', '[ ]', '{ "a" : 1 , "b" : [ ] }'],
    ['\v[]', '\f[]', '\u00a0[]', '[]\u2028', '[\u00a0]', '\0[]', '[]\0'],
  ],
  [
    '2: one value',
    ['[]', '"x"', '0', 'true'],
    ['', ' ', '[][]', '[] 1', '{}{}', '1 2', '[],', ',', ':', ']', '}'],
  ],
  [
    '3: words',
    ['[true,false,null]', 'null', 'false'],
    [
      'True',
      'tru',
      'truee',
      '[nul]',
      '[nulll]',
      'falsy',
      'undefined',
      'NaN',
      'Infinity',
      '-Infinity',
      'tRue',
    ],
  ],
  [
    '4: objects',
    ['{}', '{"":0}', '{"a":1,"a":2}', '{"a":{"b":{}}}'],
    [
      '{"a"}',
      '{"a":}',
      '{"a":1,}',
      '{,}',
      '{,"a":1}',
      '{"a" 1}',
      '{"a"::1}',
      '{a:1}',
      "{'a':1}",
      '{1:1}',
      '{null:1}',
      '{"a":1 "b":2}',
      '{"a":1;"b":2}',
      '{"a":1',
      '{"a":1]',
      '{"a":[}',
      '{[]:1}',
      '{"a":1}}',
      '{"a\u0000":1}',
    ],
  ],
  [
    '5: lists',
    ['[[],[[]]]', '[1,"a",null,{}]', '[ 1 , 2 ]'],
    [
      '[1,]',
      '[,1]',
      '[,]',
      '[1,,2]',
      '[1 2]',
      '[1',
      '[',
      '[1}',
      '[{]',
      '[1]]',
      '["a":1]',
      '[1:2]',
      '[/* no */]',
      '[//\n]',
    ],
  ],
  [
    '6: numbers',
    [
      '0',
      '-0',
      '10',
      '-1',
      '1.5',
      '0.0',
      '1e5',
      '1E+5',
      '1e-05',
      '-0.1e00',
      '123456789012345678901234567890',
      '1e400',
      '[1,2]',
    ],
    [
      '01',
      '-01',
      '00',
      '+1',
      '.5',
      '1.',
      '1.e5',
      '-',
      '--1',
      '1e',
      '1e+',
      '1e5.5',
      '1.2.3',
      '0x10',
      '1_000',
      '1a',
      '-a',
      '1 .5',
      '1,5',
      '٣',
      '- 1',
      'e5',
      '-.5',
    ],
  ],
  [
    '7: strings',
    [
      '""',
      '"a"',
      '"\\"\\\\\\/\\b\\f\\n\\r\\t"',
      '"\\u00e9\\uD834\\uDD1E\\ud800"',
      '"é\u2028𝄞\u007f"',
      `"${'x'.repeat(100)}"`,
      `"${'\\"'.repeat(40)}"`,
      '"\\u0000"',
      '"\'"',
    ],
    [
      '"',
      '"a',
      '"\\"',
      '"\\',
      '"\\x41"',
      '"\\u12"',
      '"\\u123g"',
      '"\\U0041"',
      '"\\\'"',
      '"\\0"',
      '"\n"',
      '"\t"',
      '"\u001f"',
      '"\0"',
      "'a'",
      '"a"b"',
      'a',
      '"\\\n"',
      '"\\u 123"',
      '"\\u+123"',
    ],
  ],
  [
    '8.1: a mark of byte order is left out once',
    ['\ufeff[]'],
    ['\ufeff\ufeff[]', '[\ufeff]', ' \ufeff[]', '\ufeff'],
  ],
];

describe.each(RULES)('%s', (_, good, bad) => {
  test.each([...good.map((text) => [text, true] as const), ...bad.map((text) => [text, false] as const)])(
    '%j: %j',
    (text, isGood) => {
      expect(isParsed(bytesOf(text))).toBe(isGood);
      for (const [before, after] of [
        ['', ''],
        ['[', ']'],
        [' {"a":[0,', ']} '],
      ] as const) {
        // A number alone may go on, as far as the scan knows.
        if (before === '' ? /^-?\d/.test(text) : text.startsWith('\ufeff')) continue;
        const bytes = bytesOf(`${before}${text}${after}`);
        const isTaken = isParsed(bytes);
        for (const piece of before.length > 1 ? [1, 7] : [Infinity])
          expect(isScanned(bytes, piece)).toBe(isTaken);
      }
    },
  );
});

test('strings of any length, ended or broken at any place', () => {
  for (let length = 0; length < 40; length++) {
    for (const end of ['"', '\\n"', '\\u0041"', '\u0001"', '\\', 'é"']) {
      const bytes = bytesOf(`["${'a'.repeat(length)}${end}]`);
      expect(isScanned(bytes)).toBe(isParsed(bytes));
    }
  }
});

test('bytes that are no UTF-8 may stand in strings, and nowhere else', () => {
  for (const byte of [0x80, 0xbf, 0xc0, 0xc3, 0xe2, 0xf0, 0xff]) {
    for (const text of ['["@"]', '["@@"]', '[@]', '@[]', '[]@', '{"@":1}']) {
      const bytes = Uint8Array.from(text, (one) => (one === '@' ? byte : one.charCodeAt(0)));
      expect(isScanned(bytes)).toBe(isParsed(bytes));
    }
  }
});
