/** The page in HTML in a real browser: seen by assistive tools, used by keyboard, in both themes, and without scripts. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

import { judgeFiles } from '../../src/command/judge-files.js';
import { renderHtml } from '../../src/format/html/html.js';
import { must } from '../../src/result.js';
import { fixtureInput } from '../support/fixture-report.js';
import { causeAt, finding, place, report, RULE } from '../support/report/builders.js';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];
const THEMES = ['light', 'dark'] as const;
const STORIES = [
  'vpc-egress-minima-missing',
  'tunnel-two-pools-not-crosswise',
  'vpc-open-to-world',
  'v3-deny-kubelet',
];

const folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-page-'));

async function browser(isScripted = true): Promise<BrowserContext> {
  return chromium.launchPersistentContext(mkdtempSync(path.join(folder, 'profile-')), {
    ...{ headless: true, executablePath: CHROMIUM, args: FLAGS, javaScriptEnabled: isScripted },
    viewport: { width: 1280, height: 900 },
  });
}

function saved(name: string, page: string): string {
  const file = path.join(folder, `${name}.html`);
  writeFileSync(file, page);
  return pathToFileURL(file).href;
}

async function story(name: string): Promise<string> {
  const result = await judgeFiles(fixtureInput(name));
  if (!result.ok) throw new Error(result.error.error.message);
  return saved(name, renderHtml(result.value.report, result.value));
}

/** What the page asks of others, and what it complains of: nothing. */
function heard(page: Page): readonly string[] {
  const all: string[] = [];
  page.on('console', (message) => all.push(message.text()));
  page.on('pageerror', (error) => all.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) all.push(request.url());
  });
  return all;
}

/** Which rules of axe the page breaks, and where. */
async function broken(page: Page): Promise<unknown> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as { axe: { run: () => Promise<axe.AxeResults> } }
    ).axe.run();
    return violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)]);
  });
}

// Where the distribution's browser is not to be had there is nothing to hold the page against.
const inBrowser = existsSync(CHROMIUM) ? describe : describe.skip;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

inBrowser(`the page in ${CHROMIUM}`, () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await browser();
    page = await context.newPage();
  });
  afterAll(() => context.close());

  test.each(STORIES)(
    '%s has nothing that axe objects to, in both themes, before and after an answer',
    async (name) => {
      const address = await story(name);
      const complaints = heard(page);
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme });
        await page.goto(address);
        expect(await broken(page)).toEqual([]);
        await page.getByRole('button', { name: 'Explain' }).first().click();
        for (const fold of await page.locator('summary').all()) await fold.click();
        expect(await broken(page)).toEqual([]);
      }
      expect(complaints).toEqual([]);
    },
  );

  test('two ends are chosen by keyboard alone, and the answer is told', async () => {
    await page.goto(await story('vpc-egress-minima-missing'));
    await page.getByRole('button', { name: 'Worker nodes' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('status').innerText()).toContain('choose the other end');
    const dns = page.getByRole('button', { name: 'DNS', exact: true });
    for (let i = 0; i < 20 && (await page.locator(':focus').textContent()) !== 'DNS'; i += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press(' ');
    const answer = await page.getByRole('status').ariaSnapshot();
    expect(answer).toContain('columnheader "while applying"');
    expect(answer).toMatch(/cell "✔ allowed".*\n.*cell .*\n.*cell "✖ dropped"/);
    expect(await dns.getAttribute('aria-pressed')).toBe('true');
  });

  test('the box answers, and says what it cannot answer', async () => {
    await page.goto(await story('vpc-egress-minima-missing'));
    const ask = async (from: string, to: string, packets: string): Promise<string> => {
      await page.getByLabel('From').fill(from);
      await page.getByLabel('To', { exact: true }).fill(to);
      await page.getByLabel('Packets').fill(packets);
      await page.keyboard.press('Enter');
      return page.getByRole('status').innerText();
    };
    expect(await ask('control', 'node', 'tcp/10250')).toMatch(/TCP 10250[^]*allowed/);
    expect(await ask('node', '100.125.4.25', 'udp/53')).toContain('✖ dropped');
    expect(await ask('vpc', 'node', 'tcp/22')).toContain(
      'explain PLAN --from 192.168.0.0/16 --to node --port tcp/22',
    );
    expect(await ask('internet', 'node', 'tcp/22')).toContain('explain PLAN --from internet --to node');
    expect(await ask('<img src=x>', 'node', 'all')).toContain('From “<img src=x>” is no end');
    expect(await ask('8.8.8.8', '9.9.9.9', 'all')).toContain('Neither end is in a security group');
    expect(await ask('internet', 'node', 'tcp/99999')).toContain('Packets “tcp/99999”');
  });

  test('assistive tools get headings, tables and names', async () => {
    await page.goto(await story('vpc-egress-minima-missing'));
    const tree = await page.locator('body').ariaSnapshot();
    for (const part of [
      'heading "This plan breaks the cluster prod" [level=1]',
      'paragraph: fail 3 critical, 10 warnings · 1 cause',
      'heading "Cluster prod" [level=2]',
      'heading "critical Worker nodes lose DNS over UDP, VPC endpoints and NTP" [level=4]',
      'group "Paths of prod"',
      'button "Worker nodes"',
    ]) {
      expect(tree).toContain(part);
    }
  });

  test('on paper nothing is folded, and no form is left', async () => {
    await page.goto(await story('vpc-egress-minima-missing'));
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByRole('button', { name: 'Explain' }).isVisible()).toBe(false);
    expect(
      await page
        .getByText('T8.12: Nodes set their clocks by the internal time servers.', { exact: true })
        .isVisible(),
    ).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(0, 0, 0)');
    await page.emulateMedia({ media: 'screen' });
  });

  test('a page of 1000 findings is there soon', async () => {
    const many = Array.from({ length: 1000 }, (_, i) =>
      finding({
        cluster: `c${i % 10}`,
        group: `group ${i}`,
        causes: [causeAt(`${RULE}.r${i}`, ['delete'], place({ line: i + 1 }))],
      }),
    );
    const address = saved('many', renderHtml(report(many), {}));
    await page.goto(address);
    // As text: what a browser has is not known here.
    const took = Math.round(
      Number(await page.evaluate('performance.getEntriesByType("navigation")[0].duration')),
    );
    expect(await page.getByRole('article').count()).toBe(1000);
    process.stdout.write(`a page of 1000 findings opened within ${took} ms\n`);
    expect(took).toBeLessThan(10_000);
  });

  test('without scripts everything is there but the box', async () => {
    const still = await browser(false);
    const plain = must(still.pages()[0], 'a context has a page');
    await plain.goto(await story('vpc-egress-minima-missing'));
    const text = await plain.locator('main').innerText();
    for (const part of ['Worker nodes lose DNS', 'T8.12', 'The same as a table', 'Rows of the tables']) {
      expect(text).toContain(part);
    }
    expect(await plain.getByRole('button', { name: 'Explain' }).isVisible()).toBe(false);
    await still.close();
  });
});
