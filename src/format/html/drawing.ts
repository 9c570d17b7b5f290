import { must } from '../../result.js';
import { distinct } from '../../collections.js';
import { capped, rowRanges } from '../../report/words/phrases.js';
import { plain } from '../plain.js';
import type { DrawnEnd } from './drawn-ends.js';
import { type DrawnLine, LINE_STATES, type LineState } from './drawn-lines.js';
import { folded, markup, type Markup, NOTHING, tableHtml } from './markup.js';

/*
 * The drawing of one cluster as SVG: three columns of ends, and the lines between them. Units are those of its view box.
 */

const WIDTH = 1080;
const BOX = { width: 186, height: 46, gap: 26, top: 20 };
const COLUMNS: Readonly<Record<DrawnEnd['column'], number>> = { around: 4, cluster: 392, services: 890 };

/** How lines of a state are told apart without colour: by a sign, by words, and by their dashes in the style sheet. */
const LOOKS: Readonly<
  Record<LineState, { readonly name: string; readonly sign: string; readonly words: string }>
> = {
  missing: { name: 'missing', sign: '✖', words: 'cut' },
  'may be cut': { name: 'cut', sign: '▲', words: 'may be cut' },
  open: { name: 'open', sign: '◎', words: 'open to the internet' },
  'not known': { name: 'unknown', sign: '?', words: 'not known' },
  holds: { name: 'holds', sign: '✔', words: 'holds' },
};

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A figure: the drawing, what its lines mean, and the same as a table. */
export function drawingFigure(ends: readonly DrawnEnd[], lines: readonly DrawnLine[], name: string): Markup {
  const used = new Set(lines.flatMap(({ from, to }) => [from, to]));
  const drawn = ends.filter(({ key, column }) => column === 'cluster' || used.has(key));
  const spots = spotsOf(drawn);
  const height = Math.max(...[...spots.values()].map(({ y }) => y)) + BOX.height + BOX.top;
  const sorted = lines.toSorted((a, b) => LINE_STATES.indexOf(b.state) - LINE_STATES.indexOf(a.state));
  const routes = routesOf(sorted, spots);
  return markup`<figure class="drawing">
    <svg viewBox="0 0 ${WIDTH} ${height}" role="group" aria-label="Paths of ${name}">
    <defs>${LINE_STATES.map(arrow)}</defs>${routes.map(lineHtml)}
    ${drawn.map((end) => endHtml(end, must(spots.get(end.key), 'each end has its spot')))}
    ${placedLabels(routes).map(labelHtml)}</svg>
    <figcaption>${legend(lines)}${folded('The same as a table', linesTable(sorted.toReversed(), ends))}</figcaption></figure>`;
}

function spotsOf(ends: readonly DrawnEnd[]): ReadonlyMap<string, Spot> {
  const columns = (['around', 'cluster', 'services'] as const).map((column) =>
    ends.filter((end) => end.column === column),
  );
  const most = Math.max(...columns.map(({ length }) => length));
  const spread = (n: number): number => ((most - n) * (BOX.height + BOX.gap)) / Math.max(1, n + 1);
  return new Map(
    columns.flatMap((own) =>
      own.map(({ key, column }, index) => {
        const room = spread(own.length);
        return [
          key,
          { x: COLUMNS[column], y: BOX.top + index * (BOX.height + BOX.gap) + room * (index + 1) },
        ] as const;
      }),
    ),
  );
}

/** A line with its way: a cubic curve. */
interface Route {
  readonly line: DrawnLine;
  readonly points: readonly [Spot, Spot, Spot, Spot];
}

/** Lines leave a box side by side, in the order of what is at their other ends. */
function routesOf(lines: readonly DrawnLine[], spots: ReadonlyMap<string, Spot>): readonly Route[] {
  const at = (key: string): Spot => must(spots.get(key), 'both ends of a line are drawn');
  const sideOf = (own: string, other: string): 'left' | 'right' =>
    at(other).x < at(own).x ? 'left' : 'right';
  const slots = new Map<string, { readonly line: DrawnLine; readonly y: number }[]>();
  for (const line of lines) {
    for (const [own, other] of [
      [line.from, line.to],
      [line.to, line.from],
    ] as const) {
      const key = `${own} ${sideOf(own, other)}`;
      slots.set(key, [...(slots.get(key) ?? []), { line, y: at(other).y }]);
    }
  }
  const portOf = (line: DrawnLine, own: string, other: string): Spot => {
    const side = sideOf(own, other);
    const all = (slots.get(`${own} ${side}`) ?? []).toSorted((a, b) => a.y - b.y);
    const index =
      all.findIndex((one) => one.line === line) + (line.from === line.to && own !== other ? 0.5 : 0);
    const { x, y } = at(own);
    return { x: side === 'left' ? x : x + BOX.width, y: y + (BOX.height * (index + 1)) / (all.length + 1) };
  };
  return lines.map((line) => {
    const a = portOf(line, line.from, line.to);
    const b = portOf(line, line.to, line.from);
    return { line, points: curve(a, line.from === line.to ? { x: b.x, y: b.y + 14 } : b) };
  });
}

/** Between columns an S, within one a bow that is wider the further it goes. */
function curve(a: Spot, b: Spot): Route['points'] {
  const isBow = a.x === b.x;
  const reach = isBow ? 40 + Math.abs(b.y - a.y) * 0.4 : (b.x - a.x) / 2;
  return [a, { x: a.x + reach, y: a.y }, { x: isBow ? b.x + reach : b.x - reach, y: b.y }, b];
}

/** A point of the curve, at 0 to 1 of its way. */
function pointAt([a, b, c, d]: Route['points'], t: number): Spot {
  const mix = (p: number, q: number, r: number, s: number): number =>
    (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
}

function arrow(state: LineState): Markup {
  const { name } = LOOKS[state];
  return markup`<marker id="arrow-${name}" class="${name}" viewBox="0 0 8 8" refX="7" refY="4" 
     markerUnits="userSpaceOnUse" markerWidth="11" markerHeight="11" orient="auto"><path d="M0 0.8 7 4 0 7.2z"/></marker>`;
}

function lineHtml({ line, points: [a, b, c, d] }: Route): Markup {
  const { name } = LOOKS[line.state];
  const path = `M${n(a.x)} ${n(a.y)}C${n(b.x)} ${n(b.y)} ${n(c.x)} ${n(c.y)} ${n(d.x)} ${n(d.y)}`;
  return markup`<path class="line ${name}" d="${path}" marker-end="url(#arrow-${name})"/>`;
}

/** To a tenth of a unit. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

const LABEL_ROWS = 26;

/** A sign and what is cut or open, on each line that does not hold; labels that would meet move along their lines. */
function placedLabels(
  routes: readonly Route[],
): readonly { readonly line: DrawnLine; readonly spot: Spot }[] {
  const taken: Spot[] = [];
  return routes
    .filter(({ line }) => line.state !== 'holds')
    .map(({ line, points }) => {
      const [start, , , end] = points;
      // Where the boxes stand further apart.
      const isOutwards = Math.abs(end.x - WIDTH / 2) > Math.abs(start.x - WIDTH / 2);
      const places = start.x === end.x ? [0.5, 0.4, 0.6] : [0.4, 0.48, 0.32, 0.56, 0.64];
      const free = places.map((t) => pointAt(points, isOutwards ? 1 - t : t));
      const isFree = (spot: Spot): boolean =>
        taken.every(({ x, y }) => Math.abs(x - spot.x) > 160 || Math.abs(y - spot.y) > LABEL_ROWS);
      const spot = free.find(isFree) ?? must(free[0], 'there are several');
      taken.push(spot);
      return { line, spot };
    });
}

const LABEL_LENGTH = 24;

function labelHtml({ line, spot }: { readonly line: DrawnLine; readonly spot: Spot }): Markup {
  const { name, sign } = LOOKS[line.state];
  const [first = '', ...others] = distinct(line.what.map((one) => plain(one, LABEL_LENGTH)));
  const text = `${sign} ${first}${others.length === 0 ? '' : ` +${others.length}`}`;
  const width = 18 + Array.from(text).length * 7;
  return markup`<g class="label ${name}">
    <rect x="${n(spot.x - width / 2)}" y="${n(spot.y - 11)}" width="${n(width)}" height="22" rx="11"/>
    <text x="${n(spot.x)}" y="${n(spot.y + 4)}">${text}</text></g>`;
}

function endHtml({ label, name }: DrawnEnd, { x, y }: Spot): Markup {
  const data = name === undefined ? NOTHING : markup` data-end="${name}"`;
  return markup`<g class="end"${data}>
    <rect x="${n(x)}" y="${n(y)}" width="${BOX.width}" height="${BOX.height}" rx="8"/>
    <text x="${n(x + BOX.width / 2)}" y="${n(y + BOX.height / 2 + 5)}">${plain(label, LABEL_LENGTH)}</text></g>`;
}

function legend(lines: readonly DrawnLine[]): Markup {
  const there = LINE_STATES.filter((state) => lines.some((line) => line.state === state));
  return markup`<ul class="legend">${there.map((state) => {
    const { name, sign, words } = LOOKS[state];
    return markup`<li class="${name}">
      <svg viewBox="0 0 34 8" aria-hidden="true"><path class="line ${name}" d="M1 4H33"/></svg>
      ${sign} ${words}</li>`;
  })}</ul>`;
}

function linesTable(lines: readonly DrawnLine[], ends: readonly DrawnEnd[]): Markup {
  const labels = new Map(ends.map(({ key, label }) => [key, label]));
  const cells = lines.map(({ from, to, state, rows, what }) => {
    const { name, sign, words } = LOOKS[state];
    const things = capped(distinct(what.map((text) => plain(text))), 4);
    return markup`<tr><td>${labels.get(from)}</td><td>${labels.get(to)}</td>
      <td class="state ${name}"><span aria-hidden="true">${sign}</span> ${words}</td>
      <td>${things}</td><td>${rowRanges(rows)}</td></tr>`;
  });
  return tableHtml('Paths as a table', ['from', 'to', 'state', 'what', 'rows'], cells);
}
