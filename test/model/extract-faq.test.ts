import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { FAQ_PAGE } from '../support/faq/page.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('extract-faq', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'extract-faq-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function extract(page: string): unknown {
    const [input, output] = [join(folder, 'page.rst'), join(folder, 'facts.json')];
    writeFileSync(input, page);
    const script = join(ROOT, 'scripts/extract-faq.mjs');
    execFileSync(process.execPath, [script, input, output, '2030-01-31'], { stdio: 'pipe' });
    const facts: unknown = JSON.parse(readFileSync(output, 'utf8'));
    return facts;
  }

  test('reads spans, cells with two ports and empty cells', () => {
    const facts = extract(FAQ_PAGE);
    const row = {
      table: 1,
      direction: 'ingress',
      protocol: 'all',
      ports: 'all',
      range: null,
      suggestion: 'recommended',
      floor: { kind: 'ranges', keep: ['vpc-cidr', 'container-cidr'] },
      condition: null,
    };
    const first = {
      ...row,
      ports: { from: 53, to: 53 },
      peer: 'vpc-cidr',
      suggestion: 'not-recommended',
      floor: null,
    };
    const last = {
      ...row,
      direction: 'egress',
      protocol: 'tcp',
      ports: { from: 1, to: 9 },
      suggestion: 'if-necessary',
      floor: { kind: 'table', table: 2 },
    };
    expect(facts).toEqual({
      page: 'page',
      lastChange: '2030-01-31',
      sha256: createHash('sha256').update(FAQ_PAGE).digest('hex'),
      tables: [
        {
          number: 1,
          anchor: 'page__t1',
          rows: [
            { ...first, row: 1, protocol: 'tcp' },
            { ...first, row: 2, protocol: 'udp' },
            { ...row, row: 3, peer: 'node-group' },
            { ...row, row: 4, peer: 'any' },
            { ...last, row: 5, peer: 'vpc-cidr' },
            { ...last, row: 6, peer: 'container-cidr' },
          ],
        },
        {
          number: 2,
          anchor: 'page__rest',
          rows: [
            {
              ...row,
              table: 2,
              row: 1,
              direction: 'egress',
              protocol: 'udp',
              peer: 'vpc-endpoint-service',
              range: '198.19.128.0/17',
              suggestion: null,
              floor: null,
            },
          ],
        },
      ],
    });
  });

  test.each([
    ['ports', 'TCP port 53', 'TCP port X '],
    ['address', 'VPC CIDR block ', 'VPC CIDR blocks'],
    ['suggestion', 'Modification not recommended', 'Modification not recommend  '],
    ['impact', 'It can interrupt the cluster.', 'It can confuse the cluster.  '],
    ['direction', 'Outbound rule', 'Sideward rule'],
  ])('refuses words it does not know: %s', (what, from, to) => {
    expect(() => extract(FAQ_PAGE.replace(from, to))).toThrow(`extract-faq: ${what} not known`);
  });
});
