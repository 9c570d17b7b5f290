/*
 * The workflows that are written are those of examples/ and templates/, with what was found put in. The build, and what
 * runs the tests, put the text of these files in the place of each call (scripts/inlined.mjs).
 */

/** One root module, for GitHub. */
export const ONE_MODULE = inlined('../../examples/workflows/one-job.yml');

/** Several root modules, for GitHub. */
export const MANY_MODULES = inlined('../../examples/workflows/matrix.yml');

/** The same as {@link ONE_MODULE} with OpenTofu. */
export const WITH_TOFU = inlined('../../examples/workflows/opentofu.yml');

/** What a pipeline of GitLab includes. */
export const GITLAB_TEMPLATE = inlined('../../templates/cce-plan-guard.yml');

/** One or several root modules, for Azure Pipelines. */
export const AZURE_PIPELINE = inlined('../../examples/azure/azure-pipelines.yml');
