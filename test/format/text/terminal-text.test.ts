import { describe, expect, test } from '@jest/globals';

import { plain } from '../../../src/format/plain.js';
import { terminalText } from '../../../src/format/text/terminal-text.js';
import { fc } from '../../support/laws.js';

describe('terminalText', () => {
  test.each([
    'opentelekomcloud_networking_secgroup_rule_v2.egress["a b"]',
    '192.168.0.0/16',
    '2001:db8::a',
    '::/0',
    '::1',
    'fe80::1%eth0',
    'prod-cce-node-421b1',
    'Größe · 日本語 · עברית · 🙂',
    'e\u0301',
    '#1 ## heading',
    'a::b',
    '',
  ])('leaves %j as it is', (text) => {
    expect(terminalText(text)).toBe(text);
  });

  test('each character alone is there or is not, as Unicode says', () => {
    const isSeen = (character: string): boolean =>
      !/[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u.test(character);
    const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    // Line breaks and tabs become something else.
    const wrong = all.filter((one) => !/[\s\u0085]/.test(one) && (plain(one) === one) !== isSeen(one));
    expect(wrong).toEqual([]);
  });

  test.each([
    ['\u001b[31mred\u001b[0m', '[31mred[0m'],
    ['\u009b31m', '31m'],
    ['a\u0000b\u0007c\u007fd', 'abcd'],
    ['a\nb', 'a↵b'],
    ['a\r\nb', 'a↵b'],
    ['a\u2028b', 'a↵b'],
    ['a\tb', 'a b'],
    ['a\u202eb\u2066c\u200fd', 'abcd'],
    ['a\u200bb\ufeffc\u00add\u{e0041}', 'abcd'],
    ['\ud800x\udc00', 'x'],
  ])('%j becomes %j', (text, shown) => {
    expect(terminalText(text)).toBe(shown);
  });

  test.each([
    ['::error::boo', ': :'],
    ['  ::warning file=x::boo', ': :'],
    ['a ::add-mask::b', ': :'],
    ['::Stop-Commands::x', ': :'],
    ['\u200b::error::x', ': :'],
    [':\u200b:error::x', ': :'],
    ['##[error]x', '# #'],
    ['a##[group]x', '# #'],
    ['###[group]x', '# #'],
    ['##vso[task.setvariable]x', '# #'],
    ['#\u200d#[error]', '# #'],
  ])('takes the command out of %j', (text, sign) => {
    const shown = terminalText(text);
    expect(shown).not.toMatch(/(?:^|\s)::[a-z]|##\[|##vso\[/i);
    expect(shown).toContain(sign);
  });

  test('cuts what is too long, between characters', () => {
    expect(terminalText('x'.repeat(240))).toBe('x'.repeat(240));
    expect(terminalText('x'.repeat(241))).toBe(`${'x'.repeat(239)}…`);
    expect(terminalText('🙂'.repeat(10_000))).toBe(`${'🙂'.repeat(239)}…`);
    expect(terminalText('abcdef', 4)).toBe('abc…');
  });

  test('leaves nothing that cannot be seen, and keeps to its length', () => {
    const limit = 50;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const shown = terminalText(text, limit);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        // A command gets a space in its sign: one for three characters at most.
        expect(Array.from(shown).length).toBeLessThanOrEqual(limit * 2);
      }),
    );
  });
});
