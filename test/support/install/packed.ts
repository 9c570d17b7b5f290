import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { BUILT } from '../built.js';
import { ROOT } from '../workflows.js';

/** npm without a registry, and with a cache in which nothing is. */
export function offline(home: string): Readonly<Record<string, string | undefined>> {
  return {
    ...{ PATH: process.env['PATH'], HOME: home, npm_config_cache: path.join(home, 'cache') },
    ...{ npm_config_offline: 'true', npm_config_update_notifier: 'false' },
  };
}

/** Packs what was built as a release does, into this folder; gives the tarball's path. */
export function packedInto(home: string): string {
  const sources = path.join(home, 'sources');
  mkdirSync(sources);
  cpSync(BUILT, sources, { recursive: true });
  for (const name of ['package.json', 'schema', 'LICENSE', 'README.md', 'action.yml', 'src'])
    cpSync(path.join(ROOT, name), path.join(sources, name), { recursive: true });
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', home], {
    ...{ cwd: sources, env: offline(home), stdio: 'pipe' },
  });
  const tarball = readdirSync(home).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm packed nothing');
  return path.join(home, tarball);
}
