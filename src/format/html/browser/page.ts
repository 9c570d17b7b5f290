/*
 * What the page does in a browser: the ends of a drawing can be chosen, and the box for packets answers. All that it shows
 * is set as text. The page is whole without it.
 */
import { type BothLots, type PathState, TIMES } from '../../../explain/lots.js';
import { trafficNamed } from '../../../explain/traffic.js';
import { cidrsOf } from '../../../net/address.js';
import { samePeers } from '../../../net/peers.js';
import { packetPhrases } from '../../../report/words/packet-words.js';
import { packetsOf } from '../../../weigh/packets.js';
import { must } from '../../../result.js';
import { plain } from '../../plain.js';
import type { PagePaths } from '../page-data.js';
import { decodedPeers, pageAnswer, type PageEnd, pageEnd, type PageLot } from './answer.js';

/** Parts of an answer; more are told by their number. */
const PART_LIMIT = 80;
const TIME_NAMES = ['before', 'while applying', 'after'];

type Child = Node | string;

function newElement(tag: string, classes: string, ...children: readonly Child[]): HTMLElement {
  const made = document.createElement(tag);
  if (classes !== '') made.className = classes;
  made.append(...children);
  return made;
}

/** The parts of the form of one cluster. */
interface Box {
  readonly paths: PagePaths;
  readonly form: HTMLFormElement;
  readonly fields: Readonly<Record<'from' | 'to' | 'traffic', HTMLInputElement>>;
  readonly answer: Element;
}

function boxIn(place: Element, paths: PagePaths): Box | undefined {
  const form = place.querySelector('form');
  const answer = place.querySelector('.answer');
  const field = (name: string): HTMLInputElement | undefined => {
    const found = form?.elements.namedItem(name);
    return found instanceof HTMLInputElement ? found : undefined;
  };
  const [from, to, traffic] = [field('from'), field('to'), field('traffic')];
  if (form === null || answer === null || from === undefined || to === undefined || traffic === undefined) {
    return undefined;
  }
  return { paths, form, answer, fields: { from, to, traffic } };
}

function start(): void {
  const data = document.getElementById('paths')?.textContent ?? '[]';
  const all: unknown = JSON.parse(data);
  if (!arePaths(all)) return;
  for (const place of document.querySelectorAll('[data-paths]')) {
    const paths = all[Number(place.getAttribute('data-paths'))];
    const box = paths === undefined ? undefined : boxIn(place, paths);
    if (box === undefined) continue;
    box.form.hidden = false;
    box.form.addEventListener('submit', (event) => {
      event.preventDefault();
      show(box);
    });
    chooseEnds(place, box);
  }
}

/** The renderer wrote them, into this very page. */
function arePaths(data: unknown): data is readonly PagePaths[] {
  return Array.isArray(data);
}

/** A click, or the Enter key, on an end makes it the sender; on the next one, the receiver. */
function chooseEnds(place: Element, box: Box): void {
  const ends = [...place.querySelectorAll('[data-end]')];
  let sender: Element | undefined;
  const press = (chosen: readonly (Element | undefined)[]): void => {
    for (const end of ends) end.setAttribute('aria-pressed', String(chosen.includes(end)));
  };
  const choose = (end: Element): void => {
    const name = end.getAttribute('data-end') ?? '';
    if (sender === undefined) {
      sender = end;
      press([end]);
      box.fields.from.value = name;
      box.answer.replaceChildren(newElement('p', 'quiet', `From ${name}: choose the other end.`));
      return;
    }
    press([sender, end]);
    sender = undefined;
    box.fields.to.value = name;
    box.fields.traffic.value = 'all';
    show(box);
  };
  for (const end of ends) {
    end.setAttribute('role', 'button');
    end.setAttribute('tabindex', '0');
    end.addEventListener('click', () => choose(end));
    end.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      choose(end);
    });
  }
  press([]);
}

function show({ paths, fields, answer }: Box): void {
  answer.replaceChildren(...answerNodes(paths, fields.from.value, fields.to.value, fields.traffic.value));
}

function answerNodes(paths: PagePaths, fromText: string, toText: string, packets: string): readonly Child[] {
  const complaint = (text: string): readonly Child[] => [newElement('p', 'complaint', text)];
  const from = pageEnd(fromText, paths);
  if (!from.ok) return complaint(`From “${fromText}” ${from.error}.`);
  const to = pageEnd(toText, paths);
  if (!to.ok) return complaint(`To “${toText}” ${to.error}.`);
  const traffic = trafficNamed(packets.trim());
  if (!traffic.ok) return complaint(`Packets “${packets}” ${traffic.error}.`);
  if (from.value.kind === 'addresses' && to.value.kind === 'addresses') {
    const names = paths.parties.map(({ name }) => name).join(', ');
    return complaint(`Neither end is in a security group; one must be ${names}.`);
  }
  const found = pageAnswer(paths, { from: from.value, to: to.value, traffic: traffic.value });
  const command = commandNodes(paths, { from: from.value, to: to.value, packets });
  if (found.kind === 'untold') return [...complaint(paths.untold[found.why]), ...command];
  if (found.parts.length === 0) return complaint('One of the ends has no address and no group.');
  const shown = found.parts.toSorted((a, b) => changes(b) - changes(a)).slice(0, PART_LIMIT);
  const left = found.parts.length - shown.length;
  return [
    newElement('p', 'asked', `${packets} from ${labelOf(fromText, paths)} to ${labelOf(toText, paths)}`),
    answerTable(shown, paths),
    ...(left > 0 ? [newElement('p', 'quiet', `and ${left} more parts`)] : []),
    ...command,
  ];
}

function labelOf(text: string, { parties, ranges }: PagePaths): string {
  return [...parties, ...ranges].find(({ name }) => name === text.trim())?.label ?? text;
}

/** The command that tells more, where it takes both ends: it knows no names of ranges. */
function commandNodes(
  paths: PagePaths,
  { from, to, packets }: { readonly from: PageEnd; readonly to: PageEnd; readonly packets: string },
): readonly Child[] {
  const [a, b] = [argumentOf(from, paths), argumentOf(to, paths)];
  if (a === undefined || b === undefined) return [];
  const line = `cce-plan-guard explain PLAN --from ${a} --to ${b} --port ${packets.trim()}`;
  return [newElement('p', 'quiet', 'The command tells more: ', newElement('code', '', line))];
}

function argumentOf(end: PageEnd, { parties, ranges }: PagePaths): string | undefined {
  if (end.kind === 'party') {
    const { name } = must(parties[end.party], 'an index of the parties');
    return /^[\w./:@-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
  }
  const internet = ranges.find(({ name }) => name === 'internet');
  if (internet !== undefined && samePeers(end.peers, decodedPeers(internet))) return internet.name;
  const [cidr, ...others] = cidrsOf(end.peers);
  return others.length === 0 ? cidr : undefined;
}

/** What changes is shown first. */
function changes({ states: { before, during, after } }: BothLots<PageLot>): number {
  return (before === after ? 0 : 2) + (before === during ? 0 : 1);
}

function answerTable(parts: readonly BothLots<PageLot>[], paths: PagePaths): HTMLElement {
  const head = ['packets', ...TIME_NAMES, 'by which rules'].map((name) => {
    const cell = newElement('th', '', name);
    cell.setAttribute('scope', 'col');
    return cell;
  });
  const table = newElement(
    'table',
    'matrix',
    newElement('thead', '', newElement('tr', '', ...head)),
    newElement('tbody', '', ...parts.map((part) => partRow(part, paths))),
  );
  const scroll = newElement('div', 'scroll', table);
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'group');
  scroll.setAttribute('aria-label', 'Answer');
  return scroll;
}

const LOOKS: Readonly<Record<PathState, readonly [name: string, sign: string]>> = {
  allowed: ['holds', '✔'],
  dropped: ['missing', '✖'],
  undecided: ['unknown', '?'],
  absent: ['absent', '–'],
};

function partRow(part: BothLots<PageLot>, paths: PagePaths): HTMLElement {
  const states = TIMES.map((time) => {
    const { [time]: state } = part.states;
    const [name, sign] = LOOKS[state];
    const isChanging =
      time === 'during' && part.sides.some((side) => side.states[time] === state && !side.isSteady);
    const word = state === 'undecided' && isChanging ? paths.words.changing : paths.words[state];
    return newElement('td', `state ${name}`, `${sign} ${word}`);
  });
  return newElement(
    'tr',
    '',
    newElement('td', '', packetsText(part)),
    ...states,
    newElement('td', '', ...part.sides.flatMap((side) => sideNodes(side, part.sides.length > 1, paths))),
  );
}

/** Nothing of it is a secret, and no range has a name here. */
const OPEN = { whole: undefined, ranges: [], isSensitive: false, isTrafficSensitive: false };

function packetsText({ sides }: BothLots<PageLot>): string {
  const [side] = sides;
  return packetPhrases(packetsOf(side.packets, OPEN))
    .map(({ what, peers }) => plain(what) + (sides.length > 1 ? '' : ` ${plain(peers)}`))
    .filter((text, i, all) => all.indexOf(text) === i)
    .join('; ');
}

function sideNodes(side: PageLot, areTwo: boolean, paths: PagePaths): readonly HTMLElement[] {
  const way = side.direction === 'egress' ? 'out of' : 'into';
  const name = must(paths.parties[side.party], 'an index of the parties').label;
  const title = areTwo ? [newElement('p', 'quiet', `${way} ${name}`)] : [];
  if (side.rules.length === 0) {
    const isDropped = TIMES.every((time) => side.states[time] !== 'allowed');
    return [...title, newElement('p', 'quiet', isDropped ? 'no rule lets it through' : 'no single rule')];
  }
  const items = side.rules.map(({ rule, times }) => {
    const when =
      times.length === TIMES.length
        ? ''
        : ` (${times.map((time) => TIME_NAMES[TIMES.indexOf(time)]).join(', ')})`;
    return newElement('li', '', `${must(paths.rules[rule], 'an index of the rules').words}${when}`);
  });
  return [...title, newElement('ul', 'rules', ...items)];
}

start();
