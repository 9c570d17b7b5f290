import path from 'node:path';

import * as v from 'valibot';

import { readYaml } from '../config/yaml.js';
import { findFile, readBytes } from '../edge/files.js';
import { err, ok, type Result } from '../result.js';
import type { Settings } from './identity.js';

/** The environment of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Other names of settings, that of clouds.yaml last. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['tenant_name', 'project_name'],
  ['tenant_id', 'project_id'],
  ['user_name', 'username'],
  ['region', 'region_name'],
  ['auth_token', 'token'],
  ['ak', 'access_key'],
  ['sk', 'secret_key'],
]);

/**
 * The settings of the cloud that OS_CLOUD names, in clouds.yaml and secure.yaml; without it, the `OS_*` variables; without
 * those, the only cloud of clouds.yaml.
 */
export function readSettings(env: Environment): Result<Settings, string> {
  const named = env['OS_CLOUD'];
  if (named === undefined || named === '') {
    const settings = settingsOfEnvironment(env);
    if (settings.values.has('auth_url')) return ok(settings);
    const only = readClouds(env);
    if (!only.ok) return only;
    const [name, another] = Object.keys(only.value.clouds);
    return name === undefined || another !== undefined ? ok(settings) : ok(settingsOfCloud(only.value, name));
  }
  const clouds = readClouds(env);
  if (!clouds.ok) return clouds;
  if (Object.hasOwn(clouds.value.clouds, named)) return ok(settingsOfCloud(clouds.value, named));
  const { file } = clouds.value;
  if (file === undefined)
    return err(
      'OS_CLOUD is set, but there is no clouds.yaml here, in ~/.config/openstack or in /etc/openstack',
    );
  return err(`OS_CLOUD names a cloud that ${file} does not have. Check its name`);
}

function settingsOfEnvironment(env: Environment): Settings {
  const values = Object.entries(env).flatMap(([name, value]) =>
    name.startsWith('OS_') ? [[name.slice('OS_'.length).toLowerCase(), value] as const] : [],
  );
  return { values: valuesOf(values), nameOf: (key) => `OS_${key.toUpperCase()}` };
}

function settingsOfCloud({ clouds, file }: Clouds, name: string): Settings {
  const { auth = {}, ...rest } = clouds[name] ?? {};
  const values = valuesOf(Object.entries({ ...rest, ...auth }));
  return { values, nameOf: (key) => `\`${key}\` of this cloud in ${file ?? 'clouds.yaml'}` };
}

function valuesOf(entries: readonly (readonly [string, unknown])[]): ReadonlyMap<string, string> {
  // A password of digits alone is a number to YAML.
  const texts = entries.flatMap(([key, value]) => {
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && text !== '' ? [[key, text] as const] : [];
  });
  const aliases = texts.flatMap(([key, value]) => {
    const usual = ALIASES.get(key);
    return usual === undefined ? [] : [[usual, value] as const];
  });
  return new Map([...aliases, ...texts]);
}

const CLOUD = v.looseObject({ auth: v.optional(v.record(v.string(), v.unknown())) });
const CLOUDS = v.looseObject({ clouds: v.record(v.string(), CLOUD) });

/** The clouds of clouds.yaml, with what secure.yaml adds. */
interface Clouds {
  /** Where they stand; undefined when there is none. */
  readonly file: string | undefined;
  readonly clouds: Readonly<Record<string, v.InferOutput<typeof CLOUD>>>;
}

function readClouds(env: Environment): Result<Clouds, string> {
  const file = findFile(cloudsPlaces(env, 'clouds', env['OS_CLIENT_CONFIG_FILE']));
  if (file === undefined) return ok({ file, clouds: {} });
  const open = readCloudsFile(file);
  if (!open.ok) return open;
  const secureFile = findFile(cloudsPlaces(env, 'secure', env['OS_CLIENT_SECURE_FILE']));
  if (secureFile === undefined) return ok({ file, clouds: open.value });
  const secure = readCloudsFile(secureFile);
  if (!secure.ok) return secure;
  const both = Object.entries(open.value).map(([name, cloud]) => {
    const secrets = Object.hasOwn(secure.value, name) ? secure.value[name] : undefined;
    return [name, { ...cloud, ...secrets, auth: { ...cloud.auth, ...secrets?.auth } }] as const;
  });
  return ok({ file, clouds: Object.fromEntries(both) });
}

/** As the OpenStack clients look: here, in the user's folder, in the machine's. */
function cloudsPlaces(env: Environment, name: string, named: string | undefined): readonly string[] {
  const home = env['XDG_CONFIG_HOME'] ?? path.join(env['HOME'] ?? env['USERPROFILE'] ?? '', '.config');
  const folders = ['', path.join(home, 'openstack'), '/etc/openstack'];
  const usual = folders.flatMap((folder) =>
    ['yaml', 'yml'].map((ending) => path.join(folder, `${name}.${ending}`)),
  );
  return named === undefined || named === '' ? usual : [named];
}

function readCloudsFile(file: string): Result<Clouds['clouds'], string> {
  const bytes = readBytes(file, 'clouds');
  if (!bytes.ok) return err(`${file} ${bytes.error}`);
  const { tree, lines } = readYaml(new TextDecoder().decode(bytes.value));
  if (!tree.ok) {
    const { line, col } = lines.linePos(tree.error.offset);
    return err(`${file}: line ${line}, column ${col}: ${tree.error.problem}`);
  }
  const read = v.safeParse(CLOUDS, tree.value.value);
  return read.success
    ? ok(read.output.clouds)
    : err(
        `${file} has no \`clouds:\` with settings under names. See the OpenStack documentation of clouds.yaml`,
      );
}
