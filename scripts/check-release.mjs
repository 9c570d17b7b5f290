/** In the workflow of a release: the tag is the version of the package, and the package names the repository that it comes from. */
import { readFileSync } from 'node:fs';

const { version, repository } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const { GITHUB_REF_NAME: tag, GITHUB_REPOSITORY: home } = process.env;
const problems = [
  tag === `v${version}` ? [] : [`the tag is ${tag}, the version in package.json ${version}`],
  repository === `github:${home}`
    ? []
    : [`package.json names the repository ${repository}, this is github:${home}`],
].flat();
for (const problem of problems) console.error(`check-release: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
