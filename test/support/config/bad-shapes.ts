import { cluster, waiver } from './examples.js';

type BadShape = readonly [text: string, message: string];

const DEFAULT_RULES: readonly BadShape[] = [
  [
    cluster('default-rules: { gone: [T1.99] }'),
    'line 3, column 29: clusters[0].default-rules.gone[0] names no row of Tables 1 to 7; did you mean T1.9?',
  ],
  [
    cluster('default-rules: { gone: [T8.2] }'),
    'line 3, column 29: clusters[0].default-rules.gone[0] names no row of Tables 1 to 7; did you mean T1.2?',
  ],
  [
    cluster('default-rules: { gone: T1.9 }'),
    'line 3, column 28: clusters[0].default-rules.gone must be a list; put brackets around it',
  ],
  [
    cluster('default-rules: { gome: [T1.9] }'),
    'line 3, column 22: clusters[0].default-rules has the unknown key `gome`; did you mean `gone`?',
  ],
  [
    cluster('default-rules: { standing: every }'),
    'line 3, column 32: clusters[0].default-rules.standing must be all, or a list of rows',
  ],
];

const AT_THE_TOP: readonly BadShape[] = [
  [
    '- a\n',
    'line 1, column 1: the file must hold keys with values, like fail-on, default-rule-priority or severity',
  ],
  [
    '[]\n',
    'line 1, column 1: the file must hold keys with values, like fail-on, default-rule-priority or severity',
  ],
  [
    'text\n',
    'line 1, column 1: the file must hold keys with values, like fail-on, default-rule-priority or severity',
  ],
  [
    'fail_on: critical\n',
    'line 1, column 1: the file has the unknown key `fail_on`; did you mean `fail-on`?',
  ],
  ['failOn: critical\n', 'line 1, column 1: the file has the unknown key `failOn`; did you mean `fail-on`?'],
  [
    '# a comment\nfoo: 1\n',
    'line 2, column 1: the file has the unknown key `foo`; known here: fail-on, default-rule-priority, severity, clusters, waivers, allow, extends, may-override',
  ],
  [
    '__proto__: {}\n',
    'line 1, column 1: the file has the unknown key `__proto__`; known here: fail-on, default-rule-priority, severity, clusters, waivers, allow, extends, may-override',
  ],
  [
    'toString: 1\n',
    'line 1, column 1: the file has the unknown key `toString`; known here: fail-on, default-rule-priority, severity, clusters, waivers, allow, extends, may-override',
  ],

  // fail-on, default-rule-priority, severity
  ['fail-on: none\n', 'line 1, column 10: fail-on must be critical, warning, notice or never'],
  ['fail-on: false\n', 'line 1, column 10: fail-on must be critical, warning, notice or never'],
  ['fail-on: [critical]\n', 'line 1, column 10: fail-on must be critical, warning, notice or never'],
  ['fail-on:\n', 'line 1, column 9: fail-on is empty; give it a value or remove it'],
  ['default-rule-priority: 2\n', 'line 1, column 24: default-rule-priority must be 1 or 100'],
  ['default-rule-priority: "1"\n', 'line 1, column 24: default-rule-priority must be 1 or 100'],
  [
    'severity: []\n',
    'line 1, column 11: severity must hold keys with values, like essential-rule, required-access or egress-minimum',
  ],
  ['severity:\n', 'line 1, column 10: severity is empty; give it a value or remove it'],
  [
    'severity: critical\n',
    'line 1, column 11: severity must hold keys with values, like essential-rule, required-access or egress-minimum',
  ],
  [
    'severity: { duplicate-rules: notice }\n',
    'line 1, column 13: severity has the unknown key `duplicate-rules`; did you mean `duplicate-rule`?',
  ],
  [
    'severity: { all: notice }\n',
    'line 1, column 13: severity has the unknown key `all`; known here: essential-rule, required-access, egress-minimum, exposed-port, duplicate-rule, rule-input, group-lifecycle, ineffective-rule, unknown-group, not-covered, forgotten-rule, address-overlap, configuration, new-access, waiver',
  ],
  [
    'severity:\n  essential-rule: { transient: never }\n',
    'line 2, column 32: severity.essential-rule.transient must be critical, warning, notice or off',
  ],
  [
    'severity:\n  essential-rule: { transent: notice }\n',
    'line 2, column 21: severity.essential-rule has the unknown key `transent`; did you mean `transient`?',
  ],
  [
    'severity:\n  duplicate-rule: never\n',
    'line 2, column 19: severity.duplicate-rule must be critical, warning, notice or off, or a map of introduced, transient, pre-existing and undecided',
  ],
];

const IN_CLUSTERS: readonly BadShape[] = [
  ['clusters:\n', 'line 1, column 10: clusters is empty; give it a value or remove it'],
  ['clusters: prod\n', 'line 1, column 11: clusters must be a list; put brackets around it'],
  ['clusters:\n  name: prod\n', 'line 2, column 3: clusters must be a list; begin each entry with a dash'],
  [
    'clusters:\n  - prod\n',
    'line 2, column 5: clusters[0] must hold keys with values, like name, region or network-model',
  ],
  ['clusters:\n  - network-model: eni\n', 'line 2, column 5: clusters[0] has no `name`; add it'],
  [
    'clusters:\n  - nam: prod\n',
    'line 2, column 5: clusters[0] has the unknown key `nam`; did you mean `name`?',
  ],
  ['clusters:\n  - name: 12\n', 'line 2, column 11: clusters[0].name must be text; put quotes around it'],
  ['clusters:\n  - name: true\n', 'line 2, column 11: clusters[0].name must be text; put quotes around it'],
  ['clusters:\n  - name: [a]\n', 'line 2, column 11: clusters[0].name must be a single text'],
  ['clusters:\n  - name:\n', 'line 2, column 10: clusters[0].name is empty; give it a value or remove it'],
  ['clusters:\n  - name: " "\n', 'line 2, column 11: clusters[0].name is blank; write a text'],
  [
    cluster('network-model: tunnel'),
    'line 3, column 20: clusters[0].network-model must be vpc-router, overlay_l2 or eni',
  ],
  [
    cluster('vpc-cidr: [10.0.0.0/8]'),
    'line 3, column 5: clusters[0] has the unknown key `vpc-cidr`; did you mean `vpc-cidrs`?',
  ],
  [
    cluster('vpc-cidrs: 10.0.0.0/8'),
    'line 3, column 16: clusters[0].vpc-cidrs must be a list; put brackets around it',
  ],
  [
    cluster('vpc-cidrs: []'),
    'line 3, column 16: clusters[0].vpc-cidrs is an empty list; remove the key if you do not know',
  ],
  [
    cluster('container-cidrs: []'),
    'line 3, column 22: clusters[0].container-cidrs is an empty list; remove the key if you do not know',
  ],
  [
    cluster('master-cidrs: []'),
    'line 3, column 19: clusters[0].master-cidrs is an empty list; remove the key if you do not know',
  ],
  [
    cluster('dns-servers: []'),
    'line 3, column 18: clusters[0].dns-servers is an empty list; remove the key if you do not know',
  ],
  [
    cluster('vpc-cidrs: [10.0.0.0/8, 10.0.0.0/33]'),
    'line 3, column 29: clusters[0].vpc-cidrs[1] must be an IPv4 CIDR, like 192.168.0.0/16',
  ],
  [
    cluster('container-cidrs: [10.5]'),
    'line 3, column 23: clusters[0].container-cidrs[0] must be an IPv4 CIDR, like 192.168.0.0/16',
  ],
  [
    cluster('master-cidrs:', '  - 010.0.0.0/8'),
    'line 4, column 9: clusters[0].master-cidrs[0] must be an IPv4 CIDR, like 192.168.0.0/16',
  ],
  [
    cluster('vpc-cidrs: [192.168.0.0]'),
    'line 3, column 17: clusters[0].vpc-cidrs[0] has no prefix length; write one, like 192.168.0.0/16 (/32 for a single address)',
  ],
  [
    cluster('vpc-cidrs: [fd00::/8]'),
    'line 3, column 17: clusters[0].vpc-cidrs[0] is IPv6, which the tables do not cover; remove it',
  ],
  [
    cluster('dns-servers: [dns.example.org]'),
    'line 3, column 19: clusters[0].dns-servers[0] must be an IPv4 address or CIDR, like 100.125.4.25 or 10.9.0.0/24',
  ],
  [
    cluster('load-balancer-cidrs: [10]'),
    'line 3, column 27: clusters[0].load-balancer-cidrs[0] must be an IPv4 address or CIDR, like 100.125.4.25 or 10.9.0.0/24',
  ],
  [
    cluster('service-mesh-cidrs: ["2001:db8::1"]'),
    'line 3, column 26: clusters[0].service-mesh-cidrs[0] is IPv6, which the tables do not cover; remove it',
  ],
  [
    cluster('load-balancer-cidrs:'),
    'line 3, column 25: clusters[0].load-balancer-cidrs is empty; give it a value or remove it',
  ],
  [
    cluster('security-groups: []'),
    'line 3, column 22: clusters[0].security-groups must hold keys with values, like node, control or eni',
  ],
  [
    cluster('security-groups: { nodes: [a] }'),
    'line 3, column 24: clusters[0].security-groups has the unknown key `nodes`; did you mean `node`?',
  ],
  [
    cluster('security-groups: { node: a }'),
    'line 3, column 30: clusters[0].security-groups.node must be a list; put brackets around it',
  ],
  [
    cluster('security-groups: { eni: [a, 7] }'),
    'line 3, column 33: clusters[0].security-groups.eni[1] must be text; put quotes around it',
  ],
  [
    cluster('security-groups: { control: [a, ""] }'),
    'line 3, column 37: clusters[0].security-groups.control[1] is blank; write a text',
  ],
];

const IN_WAIVERS: readonly BadShape[] = [
  ['waivers: { a: b }\n', 'line 1, column 10: waivers must be a list; begin each entry with a dash'],
  [
    'waivers: [[]]\n',
    'line 1, column 11: waivers[0] must hold keys with values, like requirement, check or cluster',
  ],
  ...['reason', 'owner', 'expires'].map((key): BadShape => [
    waiver({ [key]: undefined }),
    `line 2, column 5: waivers[0] has no \`${key}\`; add it`,
  ]),
  [
    waiver({ owner: undefined, ownr: 'a' }),
    'line 6, column 5: waivers[0] has the unknown key `ownr`; did you mean `owner`?',
  ],
  [waiver({ cluster: '5' }), 'line 7, column 14: waivers[0].cluster must be text; put quotes around it'],
  [
    waiver({ requirement: 't1.4' }),
    'line 2, column 18: waivers[0].requirement names no row of the tables; did you mean T1.4?',
  ],
  [
    waiver({ requirement: 'T8.15' }),
    'line 2, column 18: waivers[0].requirement names no row of the tables; did you mean T8.1?',
  ],
  [
    waiver({ requirement: 'nodeport' }),
    'line 2, column 18: waivers[0].requirement must be the id of a row, from T1.1 to T8.14',
  ],
  [
    waiver({ requirement: '1.4' }),
    'line 2, column 18: waivers[0].requirement must be the id of a row, from T1.1 to T8.14',
  ],
  [
    waiver({ requirement: '' }),
    'line 2, column 17: waivers[0].requirement is empty; write the id of a row, like T1.4',
  ],
  [
    waiver({ requirement: 'T1.8' }),
    'line 2, column 18: waivers[0].requirement names a row that may always be narrowed; there is nothing to waive',
  ],
  [
    waiver({ requirement: 'T5.7' }),
    'line 2, column 18: waivers[0].requirement names a row that breaks only in Table 8; write the row of Table 8',
  ],
  [
    waiver({ packets: '17' }),
    'line 3, column 14: waivers[0].packets must read PROTOCOL[/PORTS] from|to CIDR|any, like tcp/30000-32767 from 203.0.113.0/24',
  ],
  [
    waiver({ packets: 'tcp/80' }),
    'line 3, column 14: waivers[0].packets must read PROTOCOL[/PORTS] from|to CIDR|any, like tcp/30000-32767 from 203.0.113.0/24',
  ],
  [
    waiver({ packets: 'TCP/80 from any' }),
    'line 3, column 14: waivers[0].packets begins with no protocol; write tcp, udp, icmp, all (in lower case) or a number from 0 to 255',
  ],
  [
    waiver({ packets: 'icmp/8 from any' }),
    'line 3, column 14: waivers[0].packets has a type after the slash; ICMP is waived as a whole, like icmp from 203.0.113.0/24',
  ],
  [waiver({ reason: '""' }), 'line 4, column 13: waivers[0].reason is blank; write a text'],
  [waiver({ reason: '5' }), 'line 4, column 13: waivers[0].reason must be text; put quotes around it'],
  [waiver({ owner: '"\\t "' }), 'line 5, column 12: waivers[0].owner is blank; write a text'],
  [waiver({ owner: '' }), 'line 5, column 11: waivers[0].owner is empty; give it a value or remove it'],
  [
    waiver({ expires: '2027' }),
    'line 6, column 14: waivers[0].expires must be a date that exists, like 2027-01-31',
  ],
  [
    waiver({ expires: 'never' }),
    'line 6, column 14: waivers[0].expires must be a date that exists, like 2027-01-31',
  ],
  [
    waiver({ expires: '2027-1-31' }),
    'line 6, column 14: waivers[0].expires must be a date that exists, like 2027-01-31',
  ],
  [
    waiver({ expires: '2027-01-31T00:00:00Z' }),
    'line 6, column 14: waivers[0].expires must be a date that exists, like 2027-01-31',
  ],
  [
    waiver({ expires: '2027-02-29' }),
    'line 6, column 14: waivers[0].expires must be a date that exists, like 2027-01-31',
  ],
  [
    waiver({ expires: '2027-13-01' }),
    'line 6, column 14: waivers[0].expires must be a date that exists, like 2027-01-31',
  ],
];

/** Bad files that the published schema refuses too, with the line that we say of each. */
export const BAD_SHAPES: readonly BadShape[] = [
  ...AT_THE_TOP,
  ...IN_CLUSTERS,
  ...DEFAULT_RULES,
  ...IN_WAIVERS,
];
