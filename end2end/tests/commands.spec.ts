// The program as its operator meets it: what is wrong is said in one sentence, and nothing panics.

import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attempt, run, type Settings } from '../support/concord';
import { expect, http as base } from '../support/fixtures';
import { House } from '../support/house';

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'concord-command-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

/** A program that listens and never answers. */
async function occupied(): Promise<[Server, number]> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return [server, (server.address() as AddressInfo).port];
}

/** Fails to start: says these words in a line of its own, with this code, and nothing of a panic. */
async function expectRefused(settings: Settings, code: number, ...words: (string | RegExp)[]): Promise<void> {
  const ended = await attempt(['serve'], { CONCORD_LISTEN: '127.0.0.1:0', ...settings });
  const said = ended.error.split('\n').filter((line) => line.startsWith('concord: '));
  expect(said.length, ended.error).toBeGreaterThan(0);
  for (const word of words) expect(said.join('\n')).toMatch(word);
  expect(ended.error).not.toMatch(/panic|hunter2|backtrace/i);
  expect(ended.code, ended.error).toBe(code);
}

test('a port that is taken is named', async ({ folder }) => {
  const [server, port] = await occupied();
  const settings = { CONCORD_DATA_DIR: folder, CONCORD_LISTEN: `127.0.0.1:${port}` };
  await expectRefused(settings, 2, 'CONCORD_LISTEN', String(port), /taken/);
  server.close();
});

test('a setting that does not exist is named, with the one that was meant', async ({ folder }) => {
  await expectRefused({ CONCORD_DATA_DIR: folder, CONCORD_SMTP_ULR: 'x' }, 2, 'CONCORD_SMTP_ULR', 'CONCORD_SMTP_URL');
});

test('every mistake in the settings is named at once', async ({ folder }) => {
  const settings = { CONCORD_DATA_DIR: folder, CONCORD_LISTEN: 'here', CONCORD_MAIL_RETRY: 'soon', CONCORD_BASE_URL: 'x' };
  await expectRefused(settings, 2, 'CONCORD_LISTEN', 'CONCORD_MAIL_RETRY', 'CONCORD_BASE_URL');
});

test('a mail server that would be spoken to in the open is refused without its password', async ({ folder }) => {
  const settings = { CONCORD_DATA_DIR: folder };
  await expectRefused({ ...settings, CONCORD_SMTP_URL: 'smtp://ada:hunter2@mail.example.org' }, 2, 'CONCORD_SMTP_URL', /tls/i);
  await expectRefused({ ...settings, CONCORD_SMTP_URL: 'mail.example.org' }, 2, 'CONCORD_SMTP_URL');
});

test('a data directory that cannot be written is named', async () => {
  // Even the superuser cannot write there.
  await expectRefused({ CONCORD_DATA_DIR: '/proc/concord' }, 2, '/proc/concord');
});

test('a site that was not built is named', async ({ folder }) => {
  await expectRefused({ CONCORD_DATA_DIR: folder, CONCORD_SITE_DIR: join(folder, 'nothing') }, 2, 'CONCORD_SITE_DIR', /build/);
});

test('a database file that holds something else is left alone, and named', async ({ folder }) => {
  const path = join(folder, 'concord.db');
  const garbage = `SQLite format 3\0${'garbage '.repeat(1000)}`;
  await writeFile(path, garbage);
  await expectRefused({ CONCORD_DATA_DIR: folder }, 2, 'CONCORD_DATABASE_URL', path);
  expect(await readFile(path, 'utf8')).toBe(garbage);
});

test('a PostgreSQL that cannot be reached is named without its password', async ({ folder }) => {
  const [server, port] = await occupied();
  server.close();
  const url = `postgres://concord:hunter2@127.0.0.1:${port}/concord`;
  await expectRefused({ CONCORD_DATA_DIR: folder, CONCORD_DATABASE_URL: url }, 2, 'CONCORD_DATABASE_URL');
});

test('an unknown command, and an import of a file that is not there, are said to be wrong', async ({ folder }) => {
  const settings = { CONCORD_DATA_DIR: folder };
  expect((await attempt(['dance'], settings)).code).toBe(2);
  const missing = await attempt(['import', 'events', join(folder, 'no.ics'), '--organisation', 'atlas-bridge'], settings);
  expect(missing.code).toBeGreaterThan(0);
  expect(missing.error).toContain('no.ics');
});

test('the demonstration is filled in once', async ({ folder }) => {
  const settings = { CONCORD_DATA_DIR: folder };
  await run(['migrate'], settings);
  await run(['migrate'], settings);
  expect(await run(['demo'], settings)).toMatch(/[1-9]\d* events/);
  expect(await run(['demo'], settings)).not.toMatch(/[1-9]\d* events/);
});

test('check says what is right, and what is wrong', async ({ folder }) => {
  await run(['migrate'], { CONCORD_DATA_DIR: folder });
  const well = await attempt(['check'], { CONCORD_DATA_DIR: folder });
  expect([well.code, well.out]).toEqual([0, expect.not.stringContaining('WRONG')]);
  const [server, port] = await occupied();
  server.close();
  const unwell = await attempt(['check'], { CONCORD_DATA_DIR: folder, CONCORD_SMTP_URL: `smtp://127.0.0.1:${port}` });
  expect([unwell.code, unwell.out]).toEqual([2, expect.stringMatching(/WRONG .*CONCORD_SMTP_URL/)]);
});

test('an empty site takes in an organisation, and its first owner', async ({ folder }) => {
  const settings = { CONCORD_DATA_DIR: folder };
  const add = ['organisation', 'add', 'salam-club', '--name', 'نادي السلام', '--kind', 'youth', '--email', 'salam@example.org', '--language', 'ar'];
  expect((await attempt(add, settings)).out.trim()).toMatch(/\/ar\/organisations\/salam-club$/);
  const again = await attempt(add, settings);
  expect([again.code, again.error]).toEqual([2, expect.stringContaining('taken')]);
  const kind = await attempt([...add.with(2, 'other-club').with(6, 'circus')], settings);
  expect([kind.code, kind.error]).toEqual([2, expect.stringMatching(/--kind.*grassroots/)]);
  const invite = ['organiser', 'invite', 'amina@example.org', '--organisation'];
  expect((await attempt([...invite, 'salam-club'], settings)).out.trim()).toMatch(/\/en\/invitations\/[\w-]{43}$/);
  expect((await attempt([...invite, 'nobody'], settings)).code).toBe(2);
});

test('without a mail server, mails are shown to this machine alone', async () => {
  const house = await House.make({ smtp: false });
  await house.start();
  const page = await fetch(`${house.url}/dev/mail`);
  expect(page.status).toBe(200);
  expect((await fetch(`${house.url}/dev/mail`, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(404);
  await house.close();
});

test('who is served when the program is told to stop is served to the end', async () => {
  const house = await House.open();
  const pages = Array.from({ length: 40 }, () => fetch(`${house.url}/en/events`));
  await pages[0];
  const ended = house.stop();
  const answers = await Promise.allSettled(pages);
  expect(await ended).toBe(0);
  for (const answer of answers) {
    // Those whose connection was not accepted any more are told so by their system, not by a page.
    if (answer.status === 'fulfilled') expect(answer.value.status).toBe(200);
  }
  await house.start();
  await house.close();
});
