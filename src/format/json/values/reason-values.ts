import * as v from 'valibot';

import type { FactsFlaw, Reason, RecordTrouble, Twin } from '../../../check/finding.js';
import { CHECK_IDS } from '../../../check/check-id.js';
import type { Waiver } from '../../../config/configuration.js';
import { parsePackets } from '../../../config/packets.js';
import type { PlainFlaw, RuleFlaw } from '../../../plan/rule-problem.js';
import { must } from '../../../result.js';
import { doubtValue, openingValue } from './packet-values.js';
import { amount, eachKind, eachText, familyName, maybe, rowById, strings } from './parts.js';

type Schema<T> = v.GenericSchema<unknown, T>;

const twin = eachKind<Twin>()(
  v.variant('kind', [
    v.object({ kind: v.literal('itself') }),
    v.object({ kind: v.literal('rule'), address: v.string() }),
    v.object({ kind: v.literal('sensitive-rule') }),
    v.object({ kind: v.literal('default-rule'), row: rowById, isSure: v.boolean() }),
    v.object({ kind: v.literal('rule-of-new-groups'), isSure: v.boolean() }),
    v.object({ kind: v.literal('seen-rule') }),
    v.object({ kind: v.literal('sensitive-default-rule'), isSure: v.boolean() }),
  ]),
);

const flaw: Schema<RuleFlaw> = v.variant('id', [
  v.object({
    id: eachText<PlainFlaw>()([
      'direction',
      'family',
      'action',
      'priority',
      'two-peers',
      'host-bits',
      'max-without-min',
      'min-without-max',
      'ports-outside',
      'ports-without-protocol',
      'ports-dropped',
      'protocol-number',
      'protocol-name',
      'name-dropped',
      'name-dropped-beside-ports',
      'nova-protocol',
      'icmp-without-ports',
      'multi-port',
    ]),
  }),
  v.object({ id: v.literal('no-cidr'), attribute: v.picklist(['remote_ip_prefix', 'cidr']) }),
  v.object({ id: v.literal('peer-family'), peer: familyName, rule: familyName }),
  v.object({ id: v.literal('protocol-family'), rule: familyName }),
  v.object({ id: v.literal('min-above-max'), min: v.string(), max: v.string() }),
  v.object({ id: v.literal('icmp-outside'), lowest: v.picklist([0, -1]) }),
]);

const recordTrouble: Schema<RecordTrouble> = v.object({
  kind: eachText<RecordTrouble['kind']>()(['other-model', 'plan', 'facts', 'rule-ids']),
  record: v.picklist(['gone', 'standing']),
  rows: strings,
});

const factsFlaw: Schema<FactsFlaw> = v.variant('kind', [
  v.object({ kind: v.literal('elsewhere'), file: v.string() }),
  v.object({ kind: v.literal('old'), file: v.string(), since: v.string(), hours: v.number() }),
]);

const waivedPackets = v.pipe(
  v.string(),
  v.check((text) => parsePackets(text).ok),
  v.transform((text) => {
    const read = parsePackets(text);
    return { ...must(read.ok ? read.value : undefined, 'it was read'), text };
  }),
);

const waiver: Schema<Waiver> = v.object({
  requirement: maybe(v.string()),
  check: maybe(v.picklist(CHECK_IDS)),
  cluster: maybe(v.string()),
  group: maybe(v.string()),
  address: maybe(v.string()),
  packets: maybe(waivedPackets),
  reason: v.string(),
  owner: v.string(),
  expires: v.string(),
});

const range = v.picklist(['vpc', 'containers', 'services']);
const yes = v.boolean();
const address = v.string();

const ofPackets = [
  v.object({
    kind: v.literal('row'),
    need: v.picklist(['as-before', 'grown', 'new']),
    ...{ heldBefore: yes, areFewPorts: yes, areFewPeers: yes, isOutdatedRange: yes },
    doubts: v.array(doubtValue),
    ...{ isPart: yes, isImpactTrue: yes },
  }),
  v.object({ kind: v.literal('load-balancers-unknown'), isSure: yes }),
  v.object({
    kind: v.literal('deny-of-unknown-rank'),
    rows: v.array(rowById),
    doubts: v.array(doubtValue),
  }),
  v.object({
    kind: v.literal('opened'),
    opening: openingValue,
    family: familyName,
    byCce: maybe(v.picklist(['new', 'assumed', 'seen'])),
  }),
  v.object({ kind: v.literal('let-in') }),
  v.object({ kind: v.literal('not-crosswise'), pools: strings, doubts: v.array(doubtValue) }),
  v.object({ kind: v.literal('upgrade-refused') }),
] as const;

const ofRules = [
  v.object({ kind: v.literal('repeats'), rule: address, twin }),
  v.object({ kind: v.literal('rules-shift'), rules: amount }),
  v.object({
    kind: v.literal('key-renamed'),
    to: address,
    from: maybe(address),
    ...{ canMove: yes, isDeposed: yes, isDeny: yes },
    lost: v.array(v.object({ row: rowById, isPart: yes, isImpactTrue: yes })),
  }),
  v.object({
    kind: v.literal('rule-problem'),
    rule: address,
    problem: v.object({ kind: v.picklist(['refused', 'changed']), flaw }),
  }),
  v.object({ kind: v.literal('egress-rules-idle'), rules: amount, isSure: yes }),
  v.object({ kind: v.literal('forgotten'), rule: address, isDeny: yes, isSaidElsewhere: yes }),
  v.object({ kind: v.literal('rules-alike'), rules: strings }),
  v.object({ kind: v.literal('rule-idle'), rule: address, within: address }),
] as const;

const ofGroups = [
  v.object({
    kind: v.literal('group-goes'),
    ...{ address, isReplaced: yes },
    user: v.variant('kind', [
      v.object({ kind: v.literal('resource'), address }),
      v.object({ kind: v.literal('cluster'), label: v.string() }),
    ]),
    others: amount,
  }),
  v.object({ kind: v.literal('pool-replaced'), address, isReordered: yes }),
  v.object({ kind: v.literal('cluster-replaced'), address }),
  v.object({ kind: v.literal('group-renamed'), address, what: v.picklist(['name', 'description']) }),
  v.object({
    kind: v.literal('group-not-placed'),
    rules: amount,
    group: maybe(v.string()),
    ...{ isContradicted: yes, isDefaultTraffic: yes },
  }),
  v.object({ kind: v.literal('rules-not-known'), rows: amount, why: strings }),
  v.object({ kind: v.literal('group-not-named'), address }),
] as const;

const ofOthers = [
  v.object({ kind: v.literal('model-not-known') }),
  v.object({ kind: v.literal('group-not-found'), text: v.string() }),
  v.object({ kind: v.literal('entry-unused'), name: v.string(), groups: strings }),
  v.object({
    kind: v.literal('entry-contradicts'),
    contradiction: v.object({
      key: v.picklist(['network-model', 'vpc-cidrs', 'container-cidrs', 'security-groups']),
      source: v.string(),
    }),
  }),
  v.object({ kind: v.literal('record-troubled'), trouble: recordTrouble }),
  v.object({ kind: v.literal('facts-flawed'), flaw: factsFlaw }),
  v.object({ kind: v.literal('facts-otherwise'), than: v.picklist(['state', 'facts']), rules: strings }),
  v.object({ kind: v.literal('cluster-not-shown') }),
  v.object({ kind: v.literal('no-table'), of: v.picklist(['network-type', 'ipv6']) }),
  v.object({ kind: v.literal('ranges-overlap'), of: v.tuple([range, range]) }),
  v.object({ kind: v.literal('sister-cluster'), address }),
  v.object({ kind: v.literal('packet-filters-change'), filters: amount }),
  v.object({ kind: v.literal('waiver-idle'), waiver, state: v.picklist(['expired', 'unused']) }),
] as const;

/** Why it is a finding. */
export const reasonValue = eachKind<Reason>()(
  v.variant('kind', [...ofPackets, ...ofRules, ...ofGroups, ...ofOthers]),
);
