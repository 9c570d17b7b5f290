/** Values that mean something to one reader, writer or reader of ours, and most of which nobody wants. */

/** What reaches for the reader behind the report. Each begins with a mark that shows it came through. */
export const TEXTS: readonly string[] = [
  'zq\n::error file=main.tf::zq',
  'zq\r\n::add-mask::zq',
  'zq\u2028::stop-commands::zq',
  'zq##[error]zq',
  'zq @octocat @acme/admins #1 acme/infra#2 GH-3 fixes #4',
  'zq https://evil.test www.evil.test a@evil.test',
  'zq <img src=x onerror=alert(1)><!-- --> </details>',
  'zq --> <!-- cce-plan-guard:summary key=0000000000000000 -->',
  'zq ![x](https://evil.test) [click](https://evil.test) [a]: https://evil.test',
  'zq\n```\n# heading\n- [ ] x\n~~~',
  'zq | a | b |\n|---|---|',
  'zq\u202e\u2066\u200b\u00ad\ufeff\u061c',
  'zq\u0000\u0007\u001b[31m\u009b0m\u007f\u0085',
  'zq\u001b]8;;https://evil.test\u0007x',
  'zq\ud800',
  '\udc00zq',
  `zq${'\u0301'.repeat(50)}`,
  `zq${'a'.repeat(5000)}`,
  `zq${'`'.repeat(300)}`,
  'zq`x``y```',
  'zq"; click n0 "javascript:alert(1)" %%{init: {}}%%',
  'zq${file("/etc/passwd")} %{ if true }',
  'zq"\n}\nresource "x" "y" {',
  'zq%0A::error::zq',
  'zq:smile: $x$ &lt; *a* _b_ ~~c~~',
  'zq\u{e0041}\u{1f600}',
];

const NAMES: readonly string[] = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'length', 'then', 'toJSON'],
  ...['valueOf', '__defineGetter__', '0', '-1', '', ' ', '*', '[*]', 'x[0]["y"]', '["a\\"]', 'module.x["a.b"].c'],
];

const CIDRS: readonly string[] = [
  ...['0.0.0.0/0', '::/0', '10.0.0.0/8', '192.168.0.0/16', '2000::/3', '0.0.0.0/1', '128.0.0.0/1', '1.2.3.4/32'],
  ...['010.0.0.0/8', '10.0.0.0/33', '0.0.0.0/00', '::ffff:10.0.0.0/104', 'fe80::1%eth0/64', ' 10.0.0.0/8'],
  ...['10.0.0.0/8\n', '10.0.0/8', '0x0a.0.0.0/8', '256.1.1.1/8', '1.2.3.4', '0.0.0.0/-1', '0.0.0.0/1e1', '0.0.0.0/0/0'],
  ...['10.0.0.0-10.0.0.9', '/0', '0.0.0.0/', '192.168.0.1/16', '１０.0.0.0/8', '100.125.0.0/16', '::1/128', '::/1'],
];

const NUMBERS: readonly unknown[] = [
  ...[-1, 0, -0, 1, 1.5, 100, 101, 255, 256, 65_535, 65_536, 1e9, 2 ** 31, 2 ** 53, 1e308, 1e-7, 5e-324],
  ...['22', '0x16', '22-23', '23-22', '22,23', '1-65535', '-1', ' 22', '1e3', 'all', 'any', '٣'],
];

const WORDS: readonly unknown[] = [
  ...['tcp', 'TCP', 'udp', 'icmp', 'ipv6-icmp', 'gre', '6', '47', 'all', 'ingress', 'egress', 'IPv4', 'IPv6', 'ipv4'],
  ...['allow', 'deny', 'vpc-router', 'overlay_l2', 'eni', 'data', 'managed', 'forget', 'no-op'],
];

const SHAPES: readonly unknown[] = [
  ...[null, true, false, 0, '', 'x', [], {}, [[]], [null], [{}], { a: 1 }, [true], ['', ''], 'null', '[]'],
  JSON.parse('{"__proto__":{"polluted":1}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":1}}}'),
  { references: ['a.b.c', 'a.b'] },
  { references: ['each.value', 'each.key', 'count.index', 'var.x', 'local.x', 'module.x.y'] },
  { constant_value: [1, [2]] },
];

/** Lists of values, one of which is taken and one value of it. */
export const VALUES: readonly (readonly unknown[])[] = [TEXTS, NAMES, CIDRS, NUMBERS, WORDS, SHAPES];

/** Pieces of texts: what the grammars that are read here are made of. */
export const TOKENS: readonly string[] = [
  ...NAMES,
  ...CIDRS.slice(0, 12),
  ...['{', '}', '[', ']', '(', ')', '"', "'", '`', ':', ': ', ',', '-', '- ', '&a', '*a', '<<', '<<E\n', '<<-E\n', '\nE\n'],
  ...['${', '%{', '#', '//', '/*', '*/', '=', '=>', '?', '!', '!!js', '|', '>', '%YAML 1.2\n---\n', '---\n', '...\n'],
  ...['\n', '\r\n', '\r', '\t', '  ', '\u2028', '\ufeff', '\u0000', '\ufffd', '@@ -1 +1 @@', '\n@@ -1,9 +1,9 @@ x\n'],
  ...['\n+', '\n-', '\n ', '\\', '\\ No newline at end of file', '0', '1', '65535', '99999', '-1', '1e9', '.', '..', '...'],
  ...['for', 'in', 'if', 'each.value', 'local.', 'var.', 'module.', 'data.', 'null', 'true', 'any', 'from', 'to', '/'],
];

/** Lists of actions, those that no Terraform writes included. */
export const ACTIONS: readonly (readonly unknown[])[] = [
  ...[['no-op'], ['create'], ['read'], ['update'], ['delete'], ['delete', 'create'], ['create', 'delete']],
  ...[['forget'], ['create', 'forget'], [], ['create', 'create'], ['update', 'read'], ['x'], [1]],
];
