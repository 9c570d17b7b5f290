/**
 * Makes the pictures of the README from a fixture, with the committed dist/: the terminal, the comment on a pull request,
 * and the page. Needs Chromium.
 *
 *   npm run pictures [-- FIXTURE]
 *
 * Run it after what people see has changed, look at the pictures, and commit them.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const root = fileURLToPath(new URL('..', import.meta.url));
const [fixture = 'vpc-egress-minima-missing'] = process.argv.slice(2);
const out = path.join(root, 'docs', 'pictures');
const folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-pictures-'));

const MONO = '"DejaVu Sans Mono", "Liberation Mono", monospace';
const SANS = '"Liberation Sans", "DejaVu Sans", Helvetica, Arial, sans-serif';

/** Each is a page of its own, and how much of it is shown. */
const PICTURES = {
  terminal: { html: terminalPage(run('--color', 'always')), width: 1060, height: 560 },
  review: { html: commentPage(run('--format', 'markdown')), width: 900, height: 620 },
  page: { html: run('--format', 'html'), width: 1200, height: 1000 },
};

/** The report of the fixture, as somebody gets it who stands in its folder. */
function run(...options) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.join(root, 'dist', 'cli.js'), 'check', 'plan.json', ...options],
    { cwd: path.join(root, 'fixtures', fixture), encoding: 'utf8' },
  );
  if (status === 2) throw new Error(stderr);
  return stdout;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The colours that the text uses: bold, dim, and four of the eight. */
function terminalPage(text) {
  const classes = { 1: 'strong', 2: 'weak', 31: 'red', 32: 'green', 33: 'yellow', 34: 'blue' };
  let open = 0;
  const body = escaped(text).replaceAll(/\u001B\[(\d+)m/g, (_, code) => {
    const name = classes[code];
    if (name !== undefined) {
      open++;
      return `<span class="${name}">`;
    }
    if (open === 0) return '';
    open--;
    return '</span>';
  });
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 20px 24px; background: #16181d; color: #d7dae0; font: 13.5px/1.45 ${MONO}; white-space: pre-wrap; }
    .strong { font-weight: 700 } .weak { color: #8b93a1 }
    .red { color: #ff6b68 } .green { color: #7ccf7c } .yellow { color: #e6c35c } .blue { color: #6cb2ff }
  </style><span class="weak">$ cce-plan-guard check plan.json</span>\n\n${body}${'</span>'.repeat(open)}`;
}

/** A comment, nearly as GitHub shows it. */
function commentPage(markdown) {
  const alert = /<blockquote>\s*<p>\[!(\w+)\]\s*/g;
  const body = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  }).replaceAll(alert, (_, kind) => {
    const word = kind[0] + kind.slice(1).toLowerCase();
    return `<blockquote class="${kind.toLowerCase()}"><p><strong class="kind">${word}</strong></p><p>`;
  });
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 20px; background: #fff; color: #1f2328; font: 14px/1.5 ${SANS}; }
    .box { border: 1px solid #d0d7de; border-radius: 6px; } .head { background: #f6f8fa; border-bottom: 1px solid #d0d7de;
      padding: 8px 16px; color: #59636e; border-radius: 6px 6px 0 0 } .body { padding: 4px 16px 16px }
    h3, h4 { margin: 16px 0 8px } table { border-collapse: collapse; margin: 12px 0 } td, th { border: 1px solid #d0d7de; padding: 5px 12px }
    code { background: #eff1f3; border-radius: 6px; padding: 2px 5px; font: 12px ${MONO} } pre code { display: block; padding: 12px }
    a { color: #0969da; text-decoration: none } p { margin: 8px 0 }
    blockquote { margin: 12px 0; padding: 4px 16px; border-left: 4px solid #d0d7de } .caution { border-color: #d1242f } .caution .kind { color: #d1242f }
    .warning { border-color: #9a6700 } .warning .kind { color: #9a6700 } .note { border-color: #0969da } .note .kind { color: #0969da }
  </style><div class="box"><div class="head"><strong>github-actions</strong> bot commented</div><div class="body">${body}</div></div>`;
}

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
});
try {
  for (const [name, { html, width, height }] of Object.entries(PICTURES)) {
    const file = path.join(folder, `${name}.html`);
    writeFileSync(file, html);
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'light' });
    await page.goto(pathToFileURL(file).href);
    await page.screenshot({ path: path.join(out, `${name}.png`) });
    await page.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
