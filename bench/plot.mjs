/** A picture of the table: for each plan that is parsed, how many times the parsing the whole check takes. */

const WIDTH = 760;
const LINE = 26;
const LEFT = 300;
const RIGHT = 90;
const COLOURS = { wall: '#3b6ea5', cpu: '#a9c4de', one: '#888' };

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** An SVG of the rows that have a floor; a logarithmic scale, for they differ by a hundred times. */
export function plotOf(rows) {
  const shown = rows.filter(({ floor }) => floor !== undefined);
  const all = shown.flatMap(({ wall, cpu }) => [wall, cpu]);
  const [least, most] = [Math.min(0.5, ...all), Math.max(10, ...all)];
  const x = (ratio) => LEFT + ((WIDTH - LEFT - RIGHT) * Math.log(ratio / least)) / Math.log(most / least);
  const height = 50 + shown.length * LINE;
  const bar = (y, ratio, colour) =>
    `<rect x="${LEFT}" y="${y}" width="${(x(ratio) - LEFT).toFixed(1)}" height="8" fill="${colour}"/>`;
  const lines = shown.map(({ name, wall, cpu }, i) => {
    const y = 40 + i * LINE;
    return [
      `<text x="${LEFT - 8}" y="${y + 12}" text-anchor="end">${escape(name.replaceAll('`', ''))}</text>`,
      ...[bar(y, wall, COLOURS.wall), bar(y + 9, cpu, COLOURS.cpu)],
      `<text x="${(x(Math.max(wall, cpu)) + 6).toFixed(1)}" y="${y + 12}">${wall.toFixed(2)} (${cpu.toFixed(2)})</text>`,
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="white"/>
<text x="${LEFT}" y="18">times the floor: wall (dark), processor time (light); the line is 1</text>
${lines.join('\n')}
<line x1="${x(1).toFixed(1)}" x2="${x(1).toFixed(1)}" y1="28" y2="${height}" stroke="${COLOURS.one}" stroke-dasharray="4 3"/>
</svg>
`;
}
