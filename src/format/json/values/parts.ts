/** What the values of a report are made of, as they stand in the JSON report. */
import * as v from 'valibot';

import { requirement } from '../../../model/model.js';
import { ROLES } from '../../../model/requirement.js';
import type { EtherType } from '../../../net/address.js';
import { type PeerSet, tokenPeers, unionOfPeers, v4Peers, v6Peers } from '../../../net/peers.js';
import type { Direction } from '../../../net/region.js';
import { must } from '../../../result.js';

/** A value, or null where there is none. */
export function maybe<T>(schema: v.GenericSchema<unknown, T>) {
  return v.pipe(
    v.nullable(schema),
    v.transform((value): T | undefined => value ?? undefined),
  );
}

/** The schema of things by their kinds; the compiler asks for each kind. */
export function eachKind<T extends { readonly kind: string }>() {
  return <S extends v.GenericSchema<unknown, T>>(
    schema: S & ([T['kind']] extends [v.InferOutput<S>['kind']] ? unknown : never),
  ): v.GenericSchema<unknown, T> => schema;
}

/** The schema of a text among some; the compiler asks for each of them. */
export function eachText<T extends string>() {
  return <const L extends readonly T[]>(texts: L & ([T] extends [L[number]] ? unknown : never)) => {
    const all: readonly T[] = texts;
    return v.picklist(all);
  };
}

/** A whole number, both ends included. */
export const wholeNumber = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** How many of something. */
export const amount = wholeNumber(0, Number.MAX_SAFE_INTEGER);

/** Texts of any kind. */
export const strings = v.array(v.string());

/** A row of the tables, by its id. */
export const rowById = v.pipe(
  v.string(),
  v.check((id) => requirement(id) !== undefined),
  v.transform((id) => must(requirement(id), 'it was looked up')),
);

/** Whole numbers from and to, both ends included. */
function interval(least: number, most: number) {
  return v.pipe(
    v.object({ lo: wholeNumber(least, most), hi: wholeNumber(least, most) }),
    v.check(({ lo, hi }) => lo <= hi),
  );
}

/** Protocols by their numbers. */
export const protocolIntervals = v.array(interval(0, 255));

/** Ports, or types and codes of ICMP. */
export const portInterval = interval(0, 65_535);

/** A port, or several. */
export const portRange = v.object({ from: wholeNumber(0, 65_535), to: wholeNumber(0, 65_535) });

const LAST_V6 = 2n ** 128n - 1n;

const v6Address = v.pipe(
  v.string(),
  v.regex(/^\d{1,39}$/),
  v.transform((text) => BigInt(text)),
  v.check((address) => address <= LAST_V6),
);

/** Addresses and references without a value. */
export const peerSet = v.pipe(
  v.object({
    v4: v.array(interval(0, 2 ** 32 - 1)),
    v6: v.array(
      v.pipe(
        v.object({ lo: v6Address, hi: v6Address }),
        v.check(({ lo, hi }) => lo <= hi),
      ),
    ),
    tokens: strings,
  }),
  v.transform(({ v4, v6, tokens }): PeerSet =>
    unionOfPeers([v4Peers(v4), v6Peers(v6), tokenPeers(...tokens)]),
  ),
);

/** IPv4 or IPv6. */
export const familyName = eachText<EtherType>()(['IPv4', 'IPv6']);

/** The way of a packet. */
export const way = eachText<Direction>()(['ingress', 'egress']);

/** What a group is to a cluster. */
export const roleName = v.picklist(ROLES);
