import { err, must, ok, type Result } from '../result.js';

/** Who signs in, and how. It holds secrets: nothing of it but the names of its settings is ever told. */
export type Identity =
  | { readonly kind: 'password'; readonly user: NamedUser; readonly password: string }
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'application-credential';
      readonly credential: ApplicationCredential;
      readonly secret: string;
    }
  | {
      readonly kind: 'key';
      readonly accessKey: string;
      readonly secretKey: string;
      /** With keys that are lent for a time. */
      readonly securityToken: string | undefined;
    };

/** Of Keystone: by id, or by a name within a domain. */
type Named = { readonly id: string } | { readonly name: string };
type NamedUser = { readonly id: string } | { readonly name: string; readonly domain: Named };
type ApplicationCredential = { readonly id: string } | { readonly name: string; readonly user: NamedUser };

/** The project to sign in to. */
export type ProjectScope =
  { readonly id: string } | { readonly name: string; readonly domain: Named | undefined };

/** All that signing in takes. */
export interface Credentials {
  /** Of Keystone v3, with a slash at its end. */
  readonly authUrl: URL;
  readonly identity: Identity;
  /** Undefined where an application credential brings its own. */
  readonly project: ProjectScope | undefined;
  readonly region: string | undefined;
}

/** Settings as `OS_*` variables and `clouds.yaml` have them. */
export interface Settings {
  /** By the names of clouds.yaml: `auth_url`, `username`. Empty ones are left out. */
  readonly values: ReadonlyMap<string, string>;
  /** How a person knows a setting: `OS_AUTH_URL`, or ``auth_url of cloud `otc` in clouds.yaml``. */
  readonly nameOf: (key: string) => string;
}

/** The project of the command line comes before that of the settings. The error says which setting is missing. */
export function credentialsOf(
  settings: Settings,
  projectId: string | undefined,
): Result<Credentials, string> {
  const { values, nameOf } = settings;
  const authUrl = authUrlOf(settings);
  if (!authUrl.ok) return authUrl;
  const identity = howToSignIn(settings);
  if (!identity.ok) return identity;
  const project = projectOf(values, projectId);
  if (project === undefined && identity.value.kind !== 'application-credential') {
    return err(
      `no project is named. Set ${nameOf('project_name')} or ${nameOf('project_id')}, or give --project ID`,
    );
  }
  return ok({ authUrl: authUrl.value, identity: identity.value, project, region: settingsRegion(values) });
}

const EXAMPLE_URL = 'https://iam.eu-de.otc.t-systems.com/v3';

function authUrlOf({ values, nameOf }: Settings): Result<URL, string> {
  const text = values.get('auth_url');
  const name = nameOf('auth_url');
  if (text === undefined) return err(`${name} is not set. Set it, for example to ${EXAMPLE_URL}`);
  if (!URL.canParse(text)) return err(`${name} is no address. Set it, for example to ${EXAMPLE_URL}`);
  const url = new URL(text);
  if (url.protocol !== 'https:' && !isLoopback(url)) {
    return err(
      `${name} does not begin with https://, so the credentials could be read on their way. Write https://`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    return err(
      `${name} holds a user or a password. Take them out, and set ${nameOf('username')} and ${nameOf('password')}`,
    );
  }
  const path = url.pathname.replace(/\/+$/, '');
  // Set, not resolved: a path that begins with two slashes would name another host.
  const root = new URL(url.origin);
  root.pathname = `${path.endsWith('/v3') ? path : `${path}/v3`}/`;
  return ok(root);
}

/** Whether an address stays on this machine. */
export function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

function howToSignIn({ values, nameOf }: Settings): Result<Identity, string> {
  const secret = values.get('application_credential_secret');
  if (secret !== undefined) {
    const credential = applicationCredentialOf(values);
    if (credential !== undefined) return ok({ kind: 'application-credential', credential, secret });
    return err(`the application credential has no name: set ${nameOf('application_credential_id')}`);
  }
  const token = values.get('token');
  if (token !== undefined) return ok({ kind: 'token', token });
  const password = values.get('password');
  if (password !== undefined) {
    const user = keystoneUser(values);
    if (user !== undefined) return ok({ kind: 'password', user, password });
    return err(`the user is not named whole: set ${nameOf('username')} and ${nameOf('user_domain_name')}`);
  }
  const [accessKey, secretKey] = [values.get('access_key'), values.get('secret_key')];
  if (accessKey !== undefined && secretKey !== undefined) {
    return ok({ kind: 'key', accessKey, secretKey, securityToken: values.get('security_token') });
  }
  return err(
    `there is nothing to sign in with. Set ${nameOf('username')} and ${nameOf('password')}, ${nameOf('token')}, ${nameOf('application_credential_id')} and ${nameOf('application_credential_secret')}, or ${nameOf('access_key')} and ${nameOf('secret_key')}`,
  );
}

function applicationCredentialOf(values: Settings['values']): ApplicationCredential | undefined {
  const id = values.get('application_credential_id');
  if (id !== undefined) return { id };
  const name = values.get('application_credential_name');
  const user = keystoneUser(values);
  return name === undefined || user === undefined ? undefined : { name, user };
}

function keystoneUser(values: Settings['values']): NamedUser | undefined {
  const id = values.get('user_id');
  if (id !== undefined) return { id };
  const name = values.get('username');
  const domain = domainOf(values, ['user_domain', 'domain', 'project_domain']);
  return name === undefined || domain === undefined ? undefined : { name, domain };
}

function projectOf(values: Settings['values'], asked: string | undefined): ProjectScope | undefined {
  const id = asked ?? values.get('project_id');
  if (id !== undefined) return { id };
  const name = values.get('project_name');
  return name === undefined
    ? undefined
    : { name, domain: domainOf(values, ['project_domain', 'domain', 'user_domain']) };
}

/** The first of these domains that is set: most people set one for user and project. */
function domainOf(values: Settings['values'], prefixes: readonly string[]): Named | undefined {
  const named = prefixes.flatMap((prefix): Named[] => {
    const id = values.get(`${prefix}_id`);
    const name = values.get(`${prefix}_name`);
    return [...(id === undefined ? [] : [{ id }]), ...(name === undefined ? [] : [{ name }])];
  });
  return named[0];
}

/** Projects of this cloud are named after their region: `eu-de`, `eu-de_team`. */
function settingsRegion(values: Settings['values']): string | undefined {
  const region = values.get('region_name');
  if (region !== undefined) return region;
  const fromProject = /^([a-z]{2}-[a-z]+\d?)(_|$)/.exec(values.get('project_name') ?? '');
  return fromProject === null ? undefined : must(fromProject[1], 'the pattern has this group');
}
