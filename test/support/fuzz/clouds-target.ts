/** Files of OpenStack's settings: what signs in is told by no line. */
import path from 'node:path';

import { credentialsOf } from '../../../src/cloud/identity.js';
import { readSettings } from '../../../src/cloud/settings.js';
import { textTarget } from './campaign.js';
import { inFolder } from './command-target.js';
import { need, refused } from './holds.js';
import { textMutated } from './mutate-text.js';

const PASSWORD = 'hunter2-secret-zq';

const TEXTS = [
  `clouds:\n  otc:\n    region_name: eu-de\n    auth:\n      auth_url: https://iam.eu-de.otc.t-systems.com/v3\n      username: reader\n      password: ${PASSWORD}\n      user_domain_name: OTC\n      project_name: eu-de\n`,
  `clouds:\n  otc: &a\n    auth: { auth_url: "https://127.0.0.1/v3", token: ${PASSWORD}, project_id: x }\n  other: *a\n`,
  `clouds: { otc: { auth: { auth_url: 'https://x.test', ak: a, sk: ${PASSWORD}, project_id: x } } }\n`,
];

export const clouds = textTarget(
  'clouds',
  (random) => textMutated(random.pick(TEXTS), random.pick(TEXTS), random),
  (text) =>
    inFolder({ 'clouds.yaml': new TextEncoder().encode(text) }, async (places, folder) => {
      await Promise.resolve();
      const env = { OS_CLOUD: 'otc', OS_CLIENT_CONFIG_FILE: places[0], HOME: path.join(folder, 'nobody') };
      const settings = readSettings(env);
      const read = settings.ok ? credentialsOf(settings.value, undefined) : settings;
      if (read.ok) {
        const named = settings.ok ? settings.value.values.get('auth_url') : undefined;
        const { origin } = read.value.authUrl;
        need(new URL(named ?? '').origin === origin, `the credentials would go to ${origin}`);
        return true;
      }
      const line = read.error.replaceAll(folder, '.');
      need(!line.includes(PASSWORD), `a secret is told: ${line}`);
      return refused(line, 'what is said of the settings');
    }),
);
