/** What comes from others: pinned, of a licence that we take, and with a reason in docs/dependencies.md. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { ROOT } from './support/workflows.js';

type Names = Readonly<Record<string, string>>;

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dependencies?: Names;
  /** Of the project itself. */
  readonly devDependencies?: Names;
  readonly optionalDependencies?: Names;
}

function text(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

const PACKAGE = JSON.parse(text('package.json')) as { dependencies?: Names; devDependencies: Names };
const LOCK = JSON.parse(text('package-lock.json')) as {
  lockfileVersion: number;
  packages: Readonly<Record<string, Locked>>;
};
const LOCKED = Object.entries(LOCK.packages).filter(([place]) => place !== '');
const ALLOWED = (parse(text('.github/dependency-review-config.yml')) as { 'allow-licenses': string[] })[
  'allow-licenses'
];

/** The name of a package by its place below node_modules. */
function nameOf(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function locked(name: string): Locked {
  const found = LOCK.packages[`node_modules/${name}`];
  if (found === undefined) throw new Error(`${name} is not in the lock file`);
  return found;
}

/** A licence is taken if it is allowed, or lets us choose one that is. */
function isTaken(licence: string): boolean {
  return licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((one) => ALLOWED.includes(one));
}

describe('the lock file', () => {
  test('says what package.json asks for', () => {
    expect(LOCK.packages['']?.devDependencies).toEqual(PACKAGE.devDependencies);
  });

  test('asks nothing of who installs the package: what a run needs is in dist/', () => {
    expect([PACKAGE.dependencies, LOCK.packages['']?.dependencies]).toEqual([undefined, undefined]);
  });

  test('pins each package by its checksum, and takes none from another place than the registry', () => {
    expect(LOCK.lockfileVersion).toBe(3);
    expect(LOCKED.length).toBeGreaterThan(100);
    const odd = LOCKED.filter(
      ([, { version, integrity, resolved, link }]) =>
        !/^\d+\.\d+\.\d+(?:[-+][\w.-]+)?$/.test(version) ||
        !/^sha512-[\w+/]+=*$/.test(integrity ?? '') ||
        link === true ||
        (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
    );
    expect(odd.map(([place]) => place)).toEqual([]);
  });

  test('has no package of a licence that we do not take', () => {
    const odd = LOCKED.filter(([, { license }]) => license === undefined || !isTaken(license));
    expect(odd.map(([place, { license }]) => `${place}: ${license ?? 'none'}`)).toEqual([]);
  });
});

/** The rows of the table below a heading of docs/dependencies.md, each as its cells. */
function rowsBelow(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = text('docs/dependencies.md').split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  const lines = own.split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
  );
}

const names = (rows: readonly (readonly string[])[]): readonly string[] => rows.map(([name = '']) => name);

/** Name and version of each package in THIRD_PARTY_LICENSES, with what follows. */
const BUNDLED = text('THIRD_PARTY_LICENSES')
  .split(`\n${'-'.repeat(80)}\n\n`)
  .slice(1)
  .map((entry) => {
    const [, name = '', version = '', licence = ''] = /^(\S+) (\S+)\nLicence: (.*)\n/.exec(entry) ?? [];
    return { name, version, licence };
  });

/** A package and all that it brings along, by name. */
function closureOf(name: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const places = LOCKED.filter(([place]) => nameOf(place) === next);
    waiting.push(
      ...places.flatMap(([, it]) => Object.keys({ ...it.dependencies, ...it.optionalDependencies })),
    );
  }
  return seen;
}

/** What `package.json` asks for, parted by whether `dist/` contains it. */
const isBundled = (name: string): boolean => BUNDLED.some((it) => it.name === name);
const all = Object.keys(PACKAGE.devDependencies).toSorted();
const ASKED = { run: all.filter(isBundled), work: all.filter((name) => !isBundled(name)) };

describe('docs/dependencies.md', () => {
  test.each([
    ['Of a run', ASKED.run],
    ['Of our own work', ASKED.work],
  ])('%s: each package has its reason, and no other', (heading, asked) => {
    const rows = rowsBelow(heading);
    expect(names(rows)).toEqual(asked);
    for (const [name = '', licence, what = '', instead = ''] of rows) {
      expect({ name, licence }).toEqual({ name, licence: locked(name).license });
      expect([what, instead].every((cell) => cell.length > 5)).toBe(true);
    }
  });

  test('Brought along: what else dist/ contains, and who needs it', () => {
    const rows = rowsBelow('Brought along');
    const others = BUNDLED.map(({ name }) => name).filter((name) => !ASKED.run.includes(name));
    expect(names(rows)).toEqual(others.toSorted());
    for (const [name = '', licence, by = ''] of rows) {
      expect({ name, licence }).toEqual({ name, licence: BUNDLED.find((it) => it.name === name)?.licence });
      expect([name, ASKED.run.includes(by), closureOf(by).has(name)]).toEqual([name, true, true]);
    }
  });
});

test('Dependabot brings what is in dist/ by itself, and tools by themselves', () => {
  const { updates } = parse(text('.github/dependabot.yml')) as {
    updates: { groups: Record<string, { patterns?: string[]; 'exclude-patterns'?: string[] }> }[];
  };
  const { bundled, tools } = updates[0]?.groups ?? {};
  expect(bundled?.patterns).toEqual(ASKED.run);
  expect(tools).toEqual({ patterns: ['*'], 'exclude-patterns': ASKED.run });
});

test('THIRD_PARTY_LICENSES names versions that are in the lock file, and licences that we take', () => {
  expect(BUNDLED.length).toBeGreaterThan(20);
  for (const { name, version, licence } of BUNDLED) {
    const versions = LOCKED.filter(([place]) => nameOf(place) === name).map(([, it]) => it.version);
    expect({ name, versions, isTaken: isTaken(licence) }).toEqual({
      name,
      versions: expect.arrayContaining([version]) as unknown,
      isTaken: true,
    });
  }
});
