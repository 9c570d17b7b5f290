import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

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

  /** A head over two lines, a cell over two columns, cells over two rows, two ports in a cell, a cell left empty. */
  const page = `
.. _page:

.. _page__t1:

.. table:: **Table 1** Made up

   +---------------+----------------------------------------+------------------------------+-------------------------------+
   | What          | Packets                                | Modification Suggestion      | Impact After Modification     |
   +---------------+---------------+------------------------+                              |                               |
   | Direction     | Port          | Default Source Address |                              |                               |
   +===============+===============+========================+==============================+===============================+
   | Inbound rules | TCP port 53   | VPC CIDR block         | Modification not recommended | It can interrupt the cluster. |
   |               |               |                        |                              |                               |
   |               | UDP port 53   |                        |                              |                               |
   |               +---------------+------------------------+------------------------------+-------------------------------+
   |               | All           | Worker node security   | **Modification recommended** | Only from the CIDR blocks of  |
   |               |               | group                  |                              | the VPC and container.        |
   |               |               +------------------------+                              |                               |
   |               |               | All IP addresses       |                              |                               |
   +---------------+---------------+------------------------+------------------------------+-------------------------------+
   | Outbound rule | TCP port      | VPC CIDR block         | Modification made if         | See                           |
   |               | range: 1 to 9 |                        | necessary                    | :ref:\`there <page__rest>\`.    |
   +---------------+---------------+------------------------+------------------------------+-------------------------------+
   |               |               | Container CIDR block   |                              |                               |
   +---------------+---------------+------------------------+------------------------------+-------------------------------+

.. _page__rest:

.. table:: **Table 2** Minimum of outbound rules

   +---------------+------------------+
   | Port          | Allowed CIDR     |
   +===============+==================+
   | All UDP ports | 198.19.128.0/17  |
   +---------------+------------------+
`;

  test('reads spans, cells with two ports and empty cells', () => {
    const facts = extract(page);
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
    expect(() => extract(page.replace(from, to))).toThrow(`extract-faq: ${what} not known`);
  });
});
