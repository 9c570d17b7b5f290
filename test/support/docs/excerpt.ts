/** What changes in a plan of the builder, as a difference of the configuration. */
import type { Cell, Change, Ref, Resource } from '../plans/plan-builder.js';

/** More rules that stand than these are not shown. */
const STANDING_LIMIT = 3;

/** The changed blocks as a diff, and rules beside them that stand, if they are few. */
export function changesText(changes: readonly Change[]): string {
  const standing = changes.filter(({ after, actions }) => isRule(after) && actions.includes('no-op'));
  const shown = new Set(standing.length > STANDING_LIMIT ? [] : standing);
  return changes
    .filter((change) => shown.has(change) || change.actions.some((one) => one !== 'no-op' && one !== 'read'))
    .map(changeText)
    .join('\n');
}

function isRule(resource: Resource | undefined): boolean {
  return resource?.type.includes('secgroup_rule') === true;
}

function changeText({ actions, before, after }: Change): string {
  if (actions.includes('forget') && before !== undefined) return forgottenText(before);
  const resource = after ?? before;
  if (resource === undefined) return '';
  const old = before === undefined ? [] : argumentsOf(before);
  const next = after === undefined ? [] : argumentsOf(after);
  const sign = before === undefined ? '+' : after === undefined ? '-' : ' ';
  const width = Math.max(...[...old, ...next].map(([name]) => name.length));
  const line = (mark: string, [name, value]: Argument): string =>
    `${mark}   ${name.padEnd(width)} = ${value}`;
  const isIn = (list: readonly Argument[], [name, value]: Argument): boolean =>
    list.some(([other, text]) => other === name && text === value);
  const names = [...new Set([...old, ...next].map(([name]) => name))];
  const lines = names.flatMap((name) => {
    const was = old.filter((one) => one[0] === name);
    const is = next.filter((one) => one[0] === name);
    return [
      ...was.filter((one) => !isIn(is, one)).map((one) => line('-', one)),
      ...is.map((one) => line(isIn(was, one) ? ' ' : '+', one)),
    ];
  });
  return [`${sign} ${headOf(resource)} {`, ...lines, `${sign} }`].join('\n');
}

function forgottenText(resource: Resource): string {
  return [
    changeText({ actions: ['delete'], before: resource, after: undefined }),
    '+ removed {',
    `+   from = opentelekomcloud_${resource.type}.${resource.name}`,
    '+   lifecycle {',
    '+     destroy = false',
    '+   }',
    '+ }',
  ].join('\n');
}

type Argument = readonly [name: string, value: string];

function headOf({ type, name, isData }: Resource): string {
  return `${isData ? 'data' : 'resource'} "opentelekomcloud_${type}" "${name}"`;
}

function argumentsOf({ cells }: Resource): readonly Argument[] {
  return Object.entries(cells).flatMap(([name, cell]) =>
    cell === null ? [] : [[name, cellText(cell)] as const],
  );
}

function cellText(cell: Exclude<Cell, null>): string {
  if (isList(cell)) return `[${cell.map(cellText).join(', ')}]`;
  return typeof cell === 'object' ? cell.ref : JSON.stringify(cell);
}

function isList(cell: Exclude<Cell, null>): cell is readonly (string | Ref)[] {
  return Array.isArray(cell);
}
