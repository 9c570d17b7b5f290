import * as v from 'valibot';

import type { Belief, DoubtCause } from '../../../cluster/belief/belief.js';
import type { AddressKey, Doubt, DoubtfulPart } from '../../../weigh/doubts.js';
import type { OpenBefore, Opening } from '../../../weigh/openings.js';
import type { Fate, OtherEnd, Packets, Witness } from '../../../weigh/packets.js';
import type { EndName, NamedRange, RangeName } from '../../../weigh/named-ranges.js';
import {
  amount,
  eachKind,
  eachText,
  familyName,
  maybe,
  peerSet,
  portInterval,
  portRange,
  protocolIntervals,
  roleName,
  rowById,
  strings,
  way,
  wholeNumber,
} from './parts.js';

type Schema<T> = v.GenericSchema<unknown, T>;

const endName = eachText<EndName>()([
  'node',
  'control',
  'eni',
  'host',
  'dns-server',
  'load-balancer',
  'service',
  'internet',
]);

const namedRange: Schema<NamedRange> = v.object({
  name: eachText<RangeName>()([
    'vpc',
    'containers',
    'pod-subnets',
    'masters',
    'api',
    'dns-servers',
    'load-balancers',
    'service-mesh',
    'vpc-endpoints',
    'internal-services',
  ]),
  peers: peerSet,
  end: maybe(endName),
});

const otherEnd = eachKind<OtherEnd>()(
  v.variant('kind', [
    v.object({ kind: v.literal('addresses'), peers: peerSet, names: v.array(namedRange) }),
    v.object({ kind: v.literal('group'), role: roleName }),
    v.object({ kind: v.literal('internet'), family: familyName }),
    v.object({ kind: v.literal('sensitive') }),
  ]),
);

/** Packets of one kind. */
export const packetsValue: Schema<Packets> = v.object({
  direction: way,
  traffic: v.union([
    v.literal('sensitive'),
    v.object({ protocols: protocolIntervals, ports: v.union([v.literal('all'), portInterval]) }),
  ]),
  other: otherEnd,
});

/** One packet that shows what is wrong. */
export const witnessValue: Schema<Witness> = v.object({
  direction: way,
  protocol: wholeNumber(0, 255),
  port: maybe(wholeNumber(0, 65_535)),
  other: v.union([
    v.object({ end: maybe(endName), address: v.string() }),
    v.object({
      end: endName,
      address: v.pipe(
        v.null(),
        v.transform(() => undefined),
      ),
    }),
  ]),
  member: roleName,
  fate: eachText<Fate>()([
    'lost',
    'perhaps-lost',
    'missing',
    'may-be-cut',
    'may-be-missing',
    'opened',
    'may-be-opened',
    'open',
  ]),
});

const part = eachText<DoubtfulPart>()([
  'group',
  'direction',
  'family',
  'action',
  'traffic',
  'peer',
  'priority',
]);

/** What decides packets that are undecided. */
export const doubtValue = eachKind<Doubt>()(
  v.variant('kind', [
    v.object({
      kind: v.literal('range'),
      token: v.string(),
      isDescribed: v.exactOptional(v.literal(true)),
      key: maybe(
        eachText<AddressKey>()([
          'vpc-cidrs',
          'master-cidrs',
          'container-cidrs',
          'dns-servers',
          'load-balancer-cidrs',
          'service-mesh-cidrs',
          'service-cidrs',
        ]),
      ),
    }),
    v.object({ kind: v.literal('rule'), address: v.string(), part }),
    v.object({ kind: v.literal('seen'), part }),
    v.object({ kind: v.literal('rank'), address: v.string() }),
    v.object({ kind: v.literal('across-groups'), address: v.string() }),
    v.object({ kind: v.literal('default'), row: v.string(), cluster: v.string() }),
  ]),
);

/** What is open to the internet. */
export const openingValue: Schema<Opening> = v.variant('kind', [
  v.object({ kind: v.literal('all') }),
  v.object({ kind: v.literal('tcp') }),
  v.object({ kind: v.literal('port'), ports: portRange, service: v.string() }),
  v.object({ kind: v.literal('sensitive') }),
]);

/** What was open before. */
export const openBeforeValue: Schema<OpenBefore> = v.object({
  opening: openingValue,
  family: familyName,
  belief: eachText<OpenBefore['belief']>()(['plan', 'seen', 'recorded', 'assumed', 'doubted']),
});

const doubtCause: Schema<DoubtCause> = v.variant('kind', [
  v.object({ kind: v.literal('idle-rules'), addresses: strings }),
  v.object({ kind: v.literal('rule-ids'), listed: amount, assumed: amount }),
]);

const belief = eachKind<Belief>()(
  v.variant('kind', [
    v.object({ kind: v.literal('seen'), since: maybe(v.string()) }),
    v.object({ kind: v.literal('plan'), addresses: strings }),
    v.object({ kind: v.literal('recorded') }),
    v.object({ kind: v.literal('gone'), because: v.array(doubtCause) }),
    v.object({ kind: v.literal('doubted'), because: v.array(doubtCause) }),
    v.object({ kind: v.literal('assumed') }),
  ]),
);

/** A default rule of a group, and why it is believed. */
export const defaultValue = v.object({
  row: maybe(rowById),
  belief,
  stands: v.picklist(['surely', 'possibly', 'no']),
  isNew: v.boolean(),
});
