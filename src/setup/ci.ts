/** What runs builds. */
export type CiSystem = 'github' | 'gitlab' | 'azure' | 'atlantis';

/** Names for people. */
export const CI_NAMES: Readonly<Record<CiSystem, string>> = {
  github: 'GitHub Actions',
  gitlab: 'GitLab',
  azure: 'Azure Pipelines',
  atlantis: 'Atlantis',
};

/** A system, and the file or folder that tells of it. */
export interface CiFound {
  readonly system: CiSystem;
  /** Undefined: somebody named the system. */
  readonly toldBy: string | undefined;
}

/** What each system reads, at the root of a repository. */
const PLACES: readonly { readonly system: CiSystem; readonly places: readonly string[] }[] = [
  { system: 'github', places: ['.github/workflows', '.github'] },
  { system: 'gitlab', places: ['.gitlab-ci.yml', '.gitlab'] },
  { system: 'azure', places: ['azure-pipelines.yml', 'azure-pipelines.yaml', '.azure-pipelines'] },
  { system: 'atlantis', places: ['atlantis.yaml', 'atlantis.yml'] },
];

const HOSTS: readonly { readonly system: CiSystem; readonly host: RegExp }[] = [
  { system: 'github', host: /^github\./ },
  { system: 'gitlab', host: /^gitlab\./ },
  { system: 'azure', host: /^(?:ssh\.)?dev\.azure\.com$/ },
];

/**
 * Which systems a repository has files of; without any, the one that its remote is the home of.
 *
 * @param gitConfig text of `.git/config`
 */
export function ciFound(
  isThere: (path: string) => boolean,
  gitConfig: string | undefined,
): readonly CiFound[] {
  const found = PLACES.flatMap(({ system, places }): readonly CiFound[] => {
    const toldBy = places.find(isThere);
    return toldBy === undefined ? [] : [{ system, toldBy }];
  });
  if (found.length > 0) return found;
  const hosts = [...(gitConfig ?? '').matchAll(/^\s*url = (?:\w+:\/\/)?(?:[^@\s/]*@)?([\w.-]+)[:/]/gm)];
  const home = HOSTS.find(({ host }) => hosts.some(([, name = '']) => host.test(name)));
  return home === undefined ? [] : [{ system: home.system, toldBy: 'the remote of Git' }];
}
