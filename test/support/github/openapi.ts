import { openApiOf } from '../openapi.js';

export type { Operation } from '../openapi.js';

/** GitHub's own description. */
export const { operationOf, requestFaults, responseFaults, sampleAnswer } = openApiOf(
  new URL('../../../fixtures/github/openapi.json', import.meta.url),
);
