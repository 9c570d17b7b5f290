/**
 * Makes a fixture with a real Terraform or OpenTofu: `npm run record -- FOLDER NAME [options]`.
 *
 *   FOLDER            the configuration: .tf files, and modules in folders below
 *   NAME              the folder of fixtures/ that is to be made
 *   --with PROGRAM    terraform (default) or tofu, found on PATH
 *   --cloud URL       a stand-in for the cloud on this machine, http://127.0.0.1:PORT/v3: providers ask for one
 *   --before FOLDER   what stands before: applied first, to the stand-in
 *   --cli-config FILE the configuration of the program, with a mirror of providers or one of one's own
 *   --again           the fixture is there: its plan and files are made anew
 *
 * The program runs in a copy, in an environment that is made from nothing: no variable of the shell but PATH and those of a
 * proxy gets there, and no home folder. Whatever looks like a credential, or like a state that lies elsewhere, is refused
 * before anything runs. It never asks a cloud that is not on this machine.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Says what is to be done instead, in a line. */
class Refused extends Error {}

function refuse(why) {
  throw new Refused(why);
}

const OPTIONS = {
  with: { type: 'string', default: 'terraform' },
  cloud: { type: 'string' },
  before: { type: 'string' },
  'cli-config': { type: 'string' },
  again: { type: 'boolean', default: false },
};

/** Files that hold credentials or a state, wherever they lie. */
const SECRET_FILE =
  /^(?:clouds|secure|clouds-public)\.ya?ml$|^\.?terraformrc$|^credentials|^\.env|\.(?:pem|key|p12|pfx)$|^id_(?:rsa|ed25519)|\.tfstate(?:\.backup)?$/i;
/** What Terraform makes itself, and git. */
const LEFT_OUT = /^(?:\.terraform|\.terraform\.lock\.hcl|\.git|plan\.(?:bin|json))$/;
const CODE = /\.(?:tf|tofu|tfvars)(?:\.json)?$/;

/** Arguments of providers that are credentials, or lead to some. */
const SECRET_ARGUMENT =
  /(?:^|[{,])\s*"?((?:[a-z]+_)?(?:password|passcode|token|secret|secret_key|access_key|private_key|api_key)|cloud|user_name|user_id|auth_url|agency_name|client_(?:key|cert))"?\s*[=:]/m;
const ELSEWHERE = /(?:^|[{,])\s*(?:backend\s*=?\s*"(?!local")\w+"|cloud\s*\{)/m;
const KEY = /-----BEGIN|LS0tLS1CRUdJTi/;

/** All files below a folder that count, with forward slashes. */
function filesIn(folder) {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) refuse(`${folder} is no folder`);
  const walk = (below) =>
    readdirSync(path.join(folder, below), { withFileTypes: true })
      .filter(({ name }) => !LEFT_OUT.test(name))
      .flatMap((entry) => {
        const file = path.posix.join(below, entry.name);
        if (entry.isSymbolicLink()) refuse(`${file} is a link: put the file itself there`);
        return entry.isDirectory() ? walk(file) : [file];
      });
  const files = walk('');
  if (!files.some((file) => CODE.test(file))) refuse(`${folder} holds no .tf file`);
  return files;
}

/** That nothing in the folder is a credential, or leads to one. */
function refuseCredentials(folder, files) {
  for (const file of files) {
    if (SECRET_FILE.test(path.posix.basename(file))) {
      refuse(`${file} may hold credentials or a state: a fixture is made of made-up values, so leave it out`);
    }
    const text = readFileSync(path.join(folder, file), 'utf8');
    if (KEY.test(text)) refuse(`${file} holds a key`);
    if (!CODE.test(file)) continue;
    const [, argument] = SECRET_ARGUMENT.exec(text) ?? [];
    if (argument !== undefined)
      refuse(`${file} sets \`${argument}\`: a fixture names no credentials and no cloud`);
    if (ELSEWHERE.test(text)) refuse(`${file} names a state that lies elsewhere: take the backend out`);
  }
}

/** The stand-in for the cloud, and who asks it: nobody. */
function cloudOf(url) {
  if (url === undefined) return {};
  const { hostname, protocol, username } = URL.canParse(url) ? new URL(url) : {};
  const isHere = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/.test(hostname ?? '');
  if (!isHere || !protocol.startsWith('http') || username !== '') {
    refuse(`--cloud takes an address of this machine, as http://127.0.0.1:18080/v3; not ${url}`);
  }
  return {
    ...{ OS_AUTH_URL: url, OS_USERNAME: 'nobody', OS_PASSWORD: 'made-up', OS_USER_DOMAIN_NAME: 'made-up' },
    ...{ OS_DOMAIN_NAME: 'made-up', OS_TENANT_NAME: 'eu-de_made-up', OS_PROJECT_NAME: 'eu-de_made-up' },
    OS_REGION_NAME: 'eu-de',
  };
}

const PASSED_ON = /^(?:PATH|https?_proxy|no_proxy|ssl_cert_(?:file|dir))$/i;

/** The environment of the program. A proxy that asks for a password is no proxy for this. */
function environment(env, home, { cloud, 'cli-config': cliConfig }) {
  const kept = Object.entries(env).filter(([name, value]) => PASSED_ON.test(name) && !value.includes('@'));
  if (cliConfig !== undefined && /\bcredentials\b|\btoken\b/.test(readFileSync(cliConfig, 'utf8'))) {
    refuse(`${cliConfig} holds credentials`);
  }
  return {
    ...Object.fromEntries(kept),
    ...{ HOME: home, TMPDIR: home, LANG: 'C.UTF-8', TF_IN_AUTOMATION: '1', CHECKPOINT_DISABLE: '1' },
    ...(cliConfig !== undefined && { TF_CLI_CONFIG_FILE: path.resolve(cliConfig) }),
    ...cloudOf(cloud),
  };
}

/** Values of the shell that nobody is to see; short ones are words. */
function secretsOf(env) {
  const named = /^OS_|^AWS_|^TF_VAR_|^TF_TOKEN|TOKEN|SECRET|PASSWORD|CREDENTIAL|ACCESS_KEY/i;
  return Object.entries(env).flatMap(([name, value]) =>
    named.test(name) && value.length >= 8 ? [value] : [],
  );
}

/** The project of all fixtures. */
const PROJECT = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
const OF_PROJECT = /("(?:tenant_id|project_id|domain_id)":")[0-9a-f]{32}(?=")/g;

/** The plan as it is kept: one line, without what tells of a person or a project. */
function keptPlan(text, { folder, secrets }) {
  let plan;
  try {
    plan = JSON.parse(text);
  } catch {
    refuse('`show -json` gave no JSON');
  }
  if (plan.format_version === undefined || plan.configuration === undefined)
    refuse('`show -json` gave no plan');
  if (plan.errored === true) refuse('the plan failed, so resources are missing in it');
  for (const [name, { sensitive }] of Object.entries(plan.configuration.root_module?.variables ?? {})) {
    if (sensitive === true && plan.variables?.[name] !== undefined)
      plan.variables[name] = { value: 'redacted' };
  }
  const kept = JSON.stringify(plan).replace(OF_PROJECT, `$1${PROJECT}`).replaceAll(folder, '.');
  if (KEY.test(kept)) refuse('the plan holds a key');
  if (secrets.some((secret) => kept.includes(secret))) {
    refuse('the plan holds a value of the environment that looks like a credential');
  }
  return `${kept}\n`;
}

function runner(program, cwd, env) {
  return (...args) => {
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      ...{ cwd, env, encoding: 'utf8', maxBuffer: 2 ** 30 },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (error?.code === 'ENOENT') refuse(`${program} is not installed: put it on PATH`);
    if (status !== 0) refuse(`\`${program} ${args[0]}\` failed:\n${stderr.trim()}`);
    return stdout;
  };
}

/** Makes the fixture and gives the files of it. Throws {@link Refused}. */
export function recordFixture(argv, { root, env }) {
  const { values, positionals } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
  const [folder, name, ...more] = positionals;
  if (name === undefined || more.length > 0) refuse('name the folder of the .tf files and the fixture');
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(name)) refuse(`${name} is no name of a fixture: model-what-happens`);
  if (!['terraform', 'tofu'].includes(values.with)) refuse('--with takes terraform or tofu');
  const target = path.join(root, 'fixtures', name);
  if (existsSync(target) !== values.again) {
    refuse(
      values.again ? `there is no fixture ${name}` : `there is a fixture ${name}; --again makes it anew`,
    );
  }
  if (values.before !== undefined && values.cloud === undefined)
    refuse('--before is applied, so it needs --cloud');
  const folders = [folder, ...(values.before === undefined ? [] : [values.before])];
  for (const one of folders) refuseCredentials(one, filesIn(one));
  const home = mkdtempSync(path.join(tmpdir(), 'record-'));
  try {
    const copy = path.join(home, 'root');
    const run = runner(values.with, copy, environment(env, home, values));
    const take = (from) => {
      // Of what was applied its state stays, and what the program got for it.
      if (existsSync(copy))
        for (const file of filesIn(copy)) if (CODE.test(file)) rmSync(path.join(copy, file));
      for (const file of filesIn(from))
        cpSync(path.join(from, file), path.join(copy, file), { recursive: true });
      run('init', '-input=false', '-no-color', '-backend=false');
    };
    if (values.before !== undefined) {
      take(values.before);
      run('apply', '-input=false', '-no-color', '-auto-approve');
    }
    take(folder);
    run('plan', '-input=false', '-no-color', '-out=plan.bin');
    const plan = keptPlan(run('show', '-no-color', '-json', 'plan.bin'), {
      folder: copy,
      secrets: secretsOf(env),
    });
    const files = filesIn(folder);
    mkdirSync(target, { recursive: true });
    for (const file of files) cpSync(path.join(folder, file), path.join(target, file), { recursive: true });
    writeFileSync(path.join(target, 'plan.json'), plan);
    return ['plan.json', ...files].map((file) => path.join('fixtures', name, file));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const root = fileURLToPath(new URL('..', import.meta.url));
    const files = recordFixture(process.argv.slice(2), { root, env: process.env });
    console.log(
      `${files.join('\n')}\n\nStill to be written: the verdict that is due, in expect.json. Then read what is said,`,
    );
    console.log('and keep it: UPDATE=1 npm run test:unit -- test/golden.test.ts');
  } catch (error) {
    console.error(
      `record: ${error instanceof Refused || error.code?.startsWith('ERR_PARSE_ARGS') ? error.message : error.stack}`,
    );
    process.exitCode = 2;
  }
}
