// Takes pictures of the pages, to look at: narrow and wide, light and dark, English and Arabic.
//
//   node end2end/look.mjs FOLDER [--only home,event]
//
// Serves the build that CONCORD_BIN and CONCORD_SITE_DIR name, else that of `make build`, with the
// demonstration in a database of its own.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';

const [folder, option, only] = process.argv.slice(2);
if (!folder || (option && option !== '--only')) {
  console.error('usage: node end2end/look.mjs FOLDER [--only home,event]');
  process.exit(2);
}

const root = resolve(import.meta.dirname, '..');
const program = process.env.CONCORD_BIN || join(root, 'target/concord/concord');
const site = process.env.CONCORD_SITE_DIR || join(root, 'target/concord/site');
const debian = '/usr/bin/chromium';

const SIZES = { narrow: { width: 360, height: 740 }, wide: { width: 1280, height: 900 } };
const LANGUAGES = ['en', 'ar'];
const SCHEMES = ['light', 'dark'];
const EVENT = 'events/one-ball-football-casablanca';

/** What is looked at: where it is, and what is done there first. */
const PAGES = {
  home: { path: '' },
  list: { path: 'events' },
  event: { path: EVENT },
  'event-full': { path: 'events/oud-workshop-fez' },
  organisation: { path: 'organisations/atlas-bridge' },
  mistakes: { path: EVENT, act: (page) => register(page, { name: 'Zoë Benali', email: 'zoe@example' }) },
  done: { path: EVENT, act: (page) => register(page, { name: 'Zoë Benali', email: 'zoe@example.org' }) },
  manage: { path: EVENT, act: manage },
  about: { path: 'about' },
  missing: { path: 'nowhere' },
};

const OWN = 'organise/atlas-bridge';
const OF_EVENT = `${OWN}/events/oud-workshop-fez`;

/** The same, for an owner of the organisation. */
const WORKSPACE = {
  workspace: { path: 'organise' },
  events: { path: OWN },
  new: { path: `${OWN}/events/new` },
  overview: { path: OF_EVENT },
  edit: { path: `${OF_EVENT}/edit` },
  history: { path: `${OF_EVENT}/history` },
  registrations: { path: `${OF_EVENT}/registrations` },
  add: { path: `${OF_EVENT}/registrations/new` },
  import: { path: `${OF_EVENT}/registrations/import` },
  one: { path: `${OF_EVENT}/registrations`, act: (page) => page.locator('table a[href*="/registrations/"]').first().click() },
  numbers: { path: `${OF_EVENT}/numbers` },
  members: { path: `${OWN}/members` },
  record: { path: `${OWN}/audit` },
  page: { path: `${OWN}/page` },
  account: { path: 'organise/account' },
  confirm: { path: 'organise/confirm' },
};

const data = mkdtempSync(join(tmpdir(), 'concord-look-'));
const { PATH, HOME } = process.env;
const env = { PATH, HOME, CONCORD_SITE_DIR: site, CONCORD_DATA_DIR: data, CONCORD_LISTEN: '127.0.0.1:0' };
execFileSync(program, ['migrate'], { env, cwd: data });
execFileSync(program, ['demo'], { env, cwd: data });
const invite = ['organiser', 'invite', 'leila@example.org', '--organisation', 'atlas-bridge', '--role', 'owner'];
const invitation = execFileSync(program, invite, { env, cwd: data, encoding: 'utf8', stdio: 'pipe' }).trim();
const server = spawn(program, ['serve'], { env, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] });
const browser = await chromium.launch({
  executablePath: process.env.CONCORD_CHROMIUM || (existsSync(debian) ? debian : undefined),
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
});
try {
  const origin = await listening();
  mkdirSync(folder, { recursive: true });
  const owner = await signedIn(origin);
  const own = Object.entries(WORKSPACE).map(([name, page]) => [name, { ...page, storageState: owner }]);
  for (const [name, page] of [...Object.entries(PAGES), ...own]) {
    if (only && !only.split(',').includes(name)) continue;
    for (const language of LANGUAGES) {
      for (const [size, viewport] of Object.entries(SIZES)) {
        for (const scheme of SCHEMES) await picture({ origin, name, language, size, viewport, scheme, ...page });
      }
    }
  }
} finally {
  await browser.close();
  server.kill();
  rmSync(data, { recursive: true });
}

function listening() {
  return new Promise((done, failed) => {
    let log = '';
    server.stderr.on('data', (octets) => {
      log += octets;
      const line = log.split('\n').find((text) => text.includes('Concord listens') && text.endsWith('}'));
      if (line) done(`http://localhost:${JSON.parse(line).address.split(':').pop()}`);
    });
    server.on('close', () => failed(new Error(log)));
  });
}

/** What a browser holds in which the invitation was accepted. */
async function signedIn(origin) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}${new URL(invitation).pathname}`);
  await page.locator('form[action="/api/membership"] button').click();
  const state = await context.storageState();
  await context.close();
  return state;
}

async function picture({ origin, name, language, size, viewport, scheme, path, act, storageState }) {
  const narrow = size === 'narrow';
  const context = await browser.newContext({
    viewport,
    locale: language,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    deviceScaleFactor: narrow ? 2 : 1,
    isMobile: narrow,
    hasTouch: narrow,
    // The steps of a plain form need no waiting.
    javaScriptEnabled: false,
    storageState,
  });
  const page = await context.newPage();
  await page.goto(`${origin}/${language}${path && `/${path}`}`);
  await act?.(page);
  const file = join(folder, `${name}.${language}.${size}.${scheme}.png`);
  await page.screenshot({ path: file, fullPage: true });
  await context.close();
  console.log(file);
}

async function register(page, { name, email }) {
  await page.locator('#contact-name').fill(name);
  // Each picture its own mailbox: one is written to a few times an hour only.
  await page.locator('#contact-email').fill(email.replace('@', `+${Math.random().toString(36).slice(2)}@`));
  await page.locator('button[value="add"]').click();
  await page.locator('#attendee-0-name').fill(name);
  await page.locator('#attendee-1-name').fill('سلمى بن علي');
  await page.locator('form.form button.wide').click();
  await page.locator('.ticket, #problems').first().waitFor();
}

/** The manage page as the link in the mail shows it, with a question open. */
async function manage(page) {
  await register(page, { name: 'Zoë Benali', email: 'zoe@example.org' });
  await page.goto(page.url().split('?')[0]);
  await page.locator('details.confirm summary').first().click();
}
