import * as v from 'valibot';

import { groupBy } from '../collections.js';
import { decode } from '../plan/document/bad-input.js';
import { isRecord, memberOf } from '../plan/document/marks.js';
import { DEPTH_LIMIT, isDeeperThan } from '../plan/document/read-document.js';
import { Damaged, inputError, type InputError } from '../plan/document/trouble.js';
import type { PlanParts, StateParts } from '../plan/plan.js';
import { err, ok, type Result } from '../result.js';
import { type FactsEntry, entriesOf, hasListOf, type Kind, KINDS } from './entries.js';
import type { Placed } from './objects.js';
import { head } from './schema.js';
import { isPlan, isState, readState } from './state.js';

/** The objects of a file, each with its place. */
export type Objects = { readonly [K in Kind]: readonly Placed<v.InferOutput<(typeof KINDS)[K]>>[] };

/** Objects of the APIs, or what the state of another root module shows. */
export type FactsContent =
  | { readonly kind: 'objects'; readonly objects: Objects }
  | { readonly kind: 'state'; readonly parts: StateParts };

/** What one file tells. */
export interface FactsFile {
  /** For people; as it was named. */
  readonly name: string;
  /** The instant that the file itself tells, ISO. */
  readonly fetchedAt: string | undefined;
  readonly region: string | undefined;
  readonly content: FactsContent;
  /** It has lists of groups, rules or clusters, be they empty. */
  readonly isAboutGroups: boolean;
  /** It is a page that is not the last. */
  readonly isUnfinished: boolean;
}

/** Reads one file of facts by its shape. The error is a sentence part behind the file's name, and quotes nothing. */
export function readFactsFile(name: string, bytes: Uint8Array): Result<FactsFile, InputError> {
  const json = parsedBytes(bytes);
  if (!json.ok) return json;
  const { value } = json;
  if (isDeeperThan(DEPTH_LIMIT, value)) return refuse('nests too deeply to be facts');
  const other = otherThanFacts(value);
  if (other !== undefined) return refuse(other);
  return isState(value) ? readStateFile(name, value) : readAnswer(name, value);
}

function readStateFile(name: string, value: unknown): Result<FactsFile, InputError> {
  const parts = readState(value);
  if (parts === undefined) return refuse('is not a state as Terraform writes it', MAKE_STATE);
  if (holdsNothing(parts)) return refuse(EMPTY_STATE, MAKE_STATE);
  const content = { kind: 'state', parts } as const;
  return ok({
    name,
    content,
    fetchedAt: undefined,
    region: undefined,
    isAboutGroups: false,
    isUnfinished: false,
  });
}

function readAnswer(name: string, value: unknown): Result<FactsFile, InputError> {
  const entries = entriesOf(value);
  if (entries === undefined) return refuse(NO_SHAPE);
  if ('wrong' in entries) return refuse(`is not as the cloud’s API answers: \`${entries.wrong}\` is no list`);
  if (entries.length === 0) return refuse(NOTHING);
  const top = v.safeParse(head, isRecord(value) ? value : {});
  if (!top.success) return refuse('has a `fetchedAt` that is no instant, or a `region` that is no text');
  const objects = objectsOf(entries);
  if (!objects.ok) return objects;
  const { fetchedAt, region } = top.output;
  return ok({
    name,
    fetchedAt,
    region: region ?? undefined,
    content: { kind: 'objects', objects: objects.value },
    isAboutGroups: entries.some(({ kind }) => ABOUT_GROUPS.has(kind)) || hasListOf(value, ABOUT_GROUPS),
    isUnfinished: isRecord(value) && Object.entries(value).some(goesOn),
  });
}

const ABOUT_GROUPS: ReadonlySet<Kind> = new Set(['group', 'group-row', 'rule', 'rule-row', 'cluster']);

const MAKE_FACTS = 'cce-plan-guard facts --plan plan.json --output facts.json';
const MAKE_STATE = 'terraform show -json > state.json';
const EMPTY_STATE =
  'is a state that holds none of the objects that count. Is it the state of another folder?';
const NO_SHAPE =
  'is JSON, but no answer of the cloud’s API, no list of `openstack security group`, and no state of `terraform show -json`';
const NOTHING = 'lists nothing. Was the right project asked, by somebody who may read it?';

function refuse(what: string, make = MAKE_FACTS): Result<never, InputError> {
  return err(inputError(`${what}${/[.?]$/.test(what) ? '' : '.'} ${again(make)}`));
}

function again(make: string): string {
  return `Make it again: ${make}`;
}

function parsedBytes(bytes: Uint8Array): Result<unknown, InputError> {
  if (bytes.length === 0) return refuse('is empty');
  let text: string;
  try {
    text = decode(bytes);
  } catch {
    return refuse('is larger than this version reads (512 MiB of text)');
  }
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch {
    // The parser's own message quotes the file.
    const end = text.trimEnd();
    if (end === '') return refuse('is empty');
    if (end.startsWith('<')) return refuse('is a web page, not JSON');
    const isCut = /^[[{]/.test(end.trimStart()) && !/[}\]]$/.test(end);
    return refuse(
      isCut ? `ends before its JSON does, after ${String(text.length)} characters` : 'is not JSON',
    );
  }
}

/** What is something else than facts, in words. */
function otherThanFacts(value: unknown): string | undefined {
  if (isPlan(value)) return 'is a plan, not facts: name it beside the other plans.';
  const has = (...names: readonly string[]): boolean =>
    isRecord(value) && names.every((name) => Object.hasOwn(value, name));
  if (has('serial', 'lineage')) return 'is a state file (terraform.tfstate), which may hold secrets.';
  const isError =
    ['error', 'errors', 'NeutronError', 'error_code', 'error_msg', 'errorCode', 'badRequest'].some((name) =>
      has(name),
    ) ||
    (has('code', 'message') && !has('items'));
  return isError ? 'is an error that the cloud’s API answered with, not a list' : undefined;
}

function holdsNothing(parts: PlanParts): boolean {
  const { groups, rules, clusters, nodePools, vpcs, subnets, secondaryCidrs } = parts;
  return [groups, rules, clusters, nodePools, vpcs, subnets, secondaryCidrs].every((all) => all.length === 0);
}

/** `*_links` with a next page (v2), `page_info` with the marker of one (v3). */
function goesOn([name, value]: [string, unknown]): boolean {
  if (name === 'page_info') return typeof memberOf(value, 'next_marker') === 'string';
  return (
    name.endsWith('_links') && Array.isArray(value) && value.some((link) => memberOf(link, 'rel') === 'next')
  );
}

/** Every entry as its schema says. */
function objectsOf(entries: readonly FactsEntry[]): Result<Objects, InputError> {
  const byKind = groupBy(entries, ({ kind }) => kind);
  const all = <S extends v.GenericSchema>(kind: Kind, schema: S): readonly Placed<v.InferOutput<S>>[] =>
    (byKind.get(kind) ?? []).map(({ place, value }) => ({ place, value: parsed(schema, value, place) }));
  try {
    return ok({
      group: all('group', KINDS.group),
      rule: all('rule', KINDS.rule),
      'address-group': all('address-group', KINDS['address-group']),
      cluster: all('cluster', KINDS.cluster),
      'node-pool': all('node-pool', KINDS['node-pool']),
      vpc: all('vpc', KINDS.vpc),
      subnet: all('subnet', KINDS.subnet),
      'group-row': all('group-row', KINDS['group-row']),
      'rule-row': all('rule-row', KINDS['rule-row']),
    });
  } catch (error) {
    if (error instanceof Damaged) return err(error.input);
    throw error;
  }
}

/** Names the place and the key that is wrong, never the value: keys of the path are those of the schema. */
function parsed<S extends v.GenericSchema>(schema: S, value: unknown, place: string): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const path = result.issues[0].path?.map(({ key }) => String(key)) ?? [];
  const where = [place, ...path].join('.');
  throw new Damaged(
    inputError(
      `is not as the cloud’s API answers: \`${where}\` is not what it must be. ${again(MAKE_FACTS)}`,
    ),
  );
}
