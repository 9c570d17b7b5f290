import { distinct, groupBy, type NonEmpty } from '../../collections.js';
import { tableWith } from '../../model/model.js';
import type { PeerName, Requirement } from '../../model/requirement.js';
import type { ReportFinding } from '../report.js';
import { rowOf } from './impact-words.js';
import { shortWho, SOME_ADDRESSES, trafficOf } from './packet-words.js';
import { andList } from './phrases.js';
import { openText } from './text.js';

/** What is lost, and from or to whom, where the thing does not say it. */
interface Path {
  readonly row: Requirement;
  readonly thing: string;
  readonly way: 'from' | 'to';
  /** `the VPC`; empty when the thing says it. */
  readonly who: string;
  /** Less than what the row asks for, so that the thing is not the row's. */
  readonly isPart: boolean;
}

/** What the rows of findings lose. Within report/words alone. */
export function lostPaths(findings: readonly ReportFinding[]): string {
  return listPaths(findings.map(pathOf));
}

/** What whole rows are for; `isBare`: without those who need it. Within report/words alone. */
export function rowPaths(rows: readonly Requirement[], isBare = false): string {
  return listPaths(rows.map(wholePath).map((path) => (isBare ? { ...path, who: '' } : path)));
}

function wholePath(row: Requirement): Path {
  const way = row.direction === 'ingress' ? 'from' : 'to';
  return { row, thing: row.thing, way, who: senderOf(row), isPart: false };
}

/** Who sends what a group lets in; what it lets out to is said by the thing. */
function senderOf({ direction, peer, table }: Requirement): string {
  if (direction === 'egress') return '';
  const { role, networkModel } = tableWith({ table });
  const { group, others } = OWN_GROUP[role];
  if (peer === group) return others;
  const isOfPods = peer === 'container-cidr' || peer === 'container-subnet-cidr';
  return isOfPods && networkModel === 'eni' ? 'the pods' : SENDERS[peer];
}

const OWN_GROUP = {
  node: { group: 'node-group', others: 'other worker nodes' },
  control: { group: 'control-group', others: 'other masters' },
  eni: { group: 'eni-group', others: 'other pods' },
} as const;

const SENDERS: Readonly<Record<PeerName, string>> = {
  any: '',
  'vpc-cidr': 'the VPC',
  'container-cidr': 'the containers',
  'container-subnet-cidr': 'the containers',
  'vpc-and-container-cidr': 'the VPC and the containers',
  'master-node-cidr': 'the masters',
  'dns-servers': 'the DNS servers',
  'node-group': 'the worker nodes',
  'control-group': 'the masters',
  'eni-group': 'the pods',
  'vpc-endpoint-service': 'VPC endpoints',
  'internal-services': 'internal services',
};

/** The row's own thing, or what of it is lost when that is less. */
function pathOf({ row: of, reason, missing }: ReportFinding): Path {
  const row = rowOf(of);
  const whole = wholePath(row);
  if (reason.kind !== 'row' || missing.some(({ traffic }) => traffic === 'sensitive')) return whole;
  const { areFewPorts, areFewPeers } = reason;
  // What is not known may be all of it.
  const isKnown = missing.every(
    ({ other }) => other.kind !== 'addresses' || other.names.length > 0 || other.peers.tokens.length === 0,
  );
  const isOfRanges = row.floor?.kind === 'ranges';
  const isWhoTold = isKnown && (areFewPeers || isOfRanges || (areFewPorts && row.direction === 'egress'));
  const who = isWhoTold ? fewAddresses(distinct(missing.map(({ other }) => shortWho(other)))) : whole.who;
  return areFewPorts
    ? { ...whole, thing: partOfTraffic(row, missing), who, isPart: true }
    : { ...whole, who };
}

function fewAddresses(texts: readonly string[]): string {
  return texts.length > 2 ? SOME_ADDRESSES : andList(texts);
}

function partOfTraffic({ protocol }: Requirement, missing: ReportFinding['missing']): string {
  const text = openText(trafficOf(missing));
  if (text.length <= TRAFFIC_LENGTH && !text.includes(';')) return text;
  return protocol === 'all' ? 'some traffic' : `some ${protocol.toUpperCase()}`;
}

const TRAFFIC_LENGTH = 45;
const SHOWN = 3;

/** `DNS over UDP, NTP and VPC endpoints`: the first few, those with the same other end together. */
function listPaths(paths: readonly Path[]): string {
  const own = paths.filter((path) => !paths.some((other) => other !== path && isSaidBy(path, other)));
  const named = [...groupBy(own, ({ thing, way, who }) => JSON.stringify([thing, way, who])).values()].map(
    (same) => ({ ...same[0], name: nameOf(same) }),
  );
  const things = [...groupBy(named, ({ name, way }) => `${way} ${name}`).values()].map((same) => {
    const [{ name, way }] = same;
    const whos = distinct(same.flatMap(({ who }) => (who === '' ? [] : [who])));
    return { name, end: whos.length === 0 ? '' : ` ${way} ${fewAddresses(whos)}` };
  });
  const shown = things.length > SHOWN + 1 ? things.slice(0, SHOWN) : things;
  const left = things.length - shown.length;
  const more = left > 0 ? ` and ${left} more` : '';
  const groups = [...groupBy(shown, ({ end }) => end).values()].map((same) => {
    const names = same.map(({ name }) => name);
    return `${left > 0 ? names.join(', ') : andList(names)}${same[0].end}`;
  });
  return `${left > 0 ? groups.join(', ') : andList(groups)}${more}`;
}

/** Two rows that differ in the protocol alone are one thing, one of them is a thing over its protocol. */
function nameOf([{ row, thing, isPart }, ...others]: NonEmpty<Path>): string {
  const hasTwin = tableWith(row).rows.some(
    (other) => other.thing === row.thing && other.protocol !== row.protocol && other.peer === row.peer,
  );
  return hasTwin && !isPart && others.length === 0 ? `${thing} over ${row.protocol.toUpperCase()}` : thing;
}

/** Whether the other one says it: all ports of the protocol, with the same other end. */
function isSaidBy({ row, way, who }: Path, other: Path): boolean {
  const isAll = other.row.ports === 'all' && !other.isPart && row.ports !== 'all';
  const isSameProtocol = other.row.protocol === 'all' || other.row.protocol === row.protocol;
  return isAll && isSameProtocol && other.way === way && other.who === who && who !== '';
}
