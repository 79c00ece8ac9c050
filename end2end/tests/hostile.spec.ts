// Texts that try to break out of where they stand: shown as they are, and nothing of them runs.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read } from '../support/calendar';
import { run } from '../support/concord';
import { tell } from '../support/database';
import { expect, test as base } from '../support/fixtures';
import { House } from '../support/house';
import { htmlText, linkIn } from '../support/letters';
import { plain } from '../support/words';

const SLUG = 'hostile';
const SCRIPT = '</title><script>alert(1)</script>';
const IMAGE = '"><img src=x onerror=alert(1)>';
const AREA = "</textarea></style><svg onload=alert(1)>'";
const TEMPLATE = '{{7*7}}${7*7}<!--';
/** Turns the direction of everything after it, and does not turn it back. */
const TURN = '\u202etxt.exe';

const TITLE = `Peace ${SCRIPT}${TEMPLATE}`;
const SUMMARY = `Summary ${IMAGE}${AREA}`;
const DESCRIPTION = `Description ${AREA}${SCRIPT}\nEND:VEVENT\nBEGIN:VALARM ${TURN}`;
const VENUE = `Venue ${IMAGE}${TURN}`;
const ADDRESS = `Street ${SCRIPT}`;
const ORGANISATION = `Organisation ${IMAGE}${SCRIPT}`;

/** As iCalendar writes a text (RFC 5545, 3.3.11). */
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

const file = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//hostile//EN',
  'BEGIN:VEVENT',
  'UID:hostile@example.org',
  'DTSTAMP:20261101T000000Z',
  'DTSTART:20300505T170000Z',
  'DTEND:20300505T190000Z',
  `SUMMARY:${escaped(TITLE)}`,
  `DESCRIPTION:${escaped(DESCRIPTION)}`,
  `LOCATION:${escaped(VENUE)}`,
  'URL:javascript:alert(1)',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

/** A house that holds an event of somebody hostile, brought in by import and then published. */
const test = base.extend<object, { house: House }>({
  house: [
    async ({}, use) => {
      const house = await House.make();
      const path = join(house.folder, 'hostile.ics');
      await writeFile(path, file);
      await run(['import', 'events', path, '--organisation', 'atlas-bridge', '--zone', 'UTC'], house.settings());
      const event = `(select id from events where source_uid = 'hostile@example.org')`;
      await tell(
        house.folder,
        [`update event_slugs set slug = '${SLUG}' where event_id = ${event}`],
        [`update events set slug = '${SLUG}', status = 'published', address = ? where id = ${event}`, [ADDRESS]],
        [`update event_texts set title = ?, summary = ?, description = ?, venue = ? where event_id = ${event}`,
          [TITLE, SUMMARY, DESCRIPTION, VENUE]],
        [`update occurrences set capacity = 500 where event_id = ${event}`],
        [`update organisation_texts set name = ?, summary = ?
          where organisation_id = (select id from organisations where slug = 'atlas-bridge')`, [ORGANISATION, SUMMARY]],
      );
      await house.start();
      await use(house);
      await house.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

const visible = (text: string) => plain(text.replace(/[\u202a-\u202e]/g, ''));

test('an event of somebody hostile says what it says, and does nothing', async ({ page, form, language }) => {
  await form.open(language, SLUG);
  const text = visible(await page.locator('main').innerText());
  for (const said of [TITLE, SUMMARY, 'END:VEVENT', VENUE, ADDRESS, ORGANISATION]) {
    expect(text).toContain(visible(said));
  }
  expect(await page.title()).toContain(TITLE);
  await expect(page.locator('main img, main svg[onload], a[href^="javascript:"]')).toHaveCount(0);
  await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', SUMMARY);
});

test('a hostile text cannot turn the direction of what stands beside it', async ({ page, language }) => {
  await page.goto(`/${language}/events/${SLUG}`);
  const isolated = await page.locator('.facts bdi').first().evaluate((element) => getComputedStyle(element).unicodeBidi);
  expect(isolated).toBe('isolate');
});

test('lists, search and the organisation show hostile texts as they are', async ({ page, language }) => {
  const search = `/events?q=${encodeURIComponent(SCRIPT)}`;
  for (const path of ['/events?from=2030-01-01', search, '/organisations/atlas-bridge']) {
    await page.goto(`/${language}${path}`);
    const text = visible(await page.locator('main').innerText());
    expect(text).toContain(visible(TITLE));
    await expect(page.locator('main img')).toHaveCount(0);
  }
  await expect(page.locator('h1')).toHaveText(ORGANISATION);
  await page.goto(`/${language}/events?q=${encodeURIComponent(IMAGE)}&category=${encodeURIComponent(IMAGE)}`);
  await expect(page.locator('#q')).toHaveValue(IMAGE);
});

test('hostile names come back as typed, in pages and in mail', async ({ page, context, house, form, language }) => {
  const contact = { name: `Eve ${SCRIPT}`, email: house.person('Eve').email };
  const others = [`Mallory ${IMAGE}`, `Trent ${TEMPLATE}&amp;`];
  for (const name of [contact.name, ...others]) house.personal.add(name);
  await form.open(language, SLUG);
  await form.fill(contact, others.map((name) => ({ name })));
  await form.email.fill('eve'); // a mistake, so that the form comes back with all of it
  await form.submit.click();
  await expect(form.problems).toBeVisible();
  await expect(form.name).toHaveValue(contact.name);
  await expect(form.attendee(1).name).toHaveValue(others[1]);
  await form.email.fill(contact.email);
  await form.submit.click();
  await page.waitForURL(`/${language}/registrations/*`);
  house.secret(page.url());
  const text = visible(await page.locator('main').innerText());
  for (const said of [TITLE, ...others, VENUE]) expect(text).toContain(visible(said));

  const mail = await house.inbox.mail(contact.email);
  linkIn(mail, house);
  expect(visible(mail.parsed.subject!)).toContain(visible(TITLE));
  for (const said of [contact.name, ...others, TITLE]) {
    expect(htmlText(mail)).toContain(visible(said));
    expect(visible(mail.parsed.text!)).toContain(visible(said));
  }
  const { entries } = read(mail.parsed.attachments[0].content.toString());
  expect(entries).toHaveLength(1);
  expect(entries[0].title).toBe(TITLE);
  expect(entries[0].names).not.toContain('BEGIN');

  const reader = await context.newPage();
  const dialogs: string[] = [];
  reader.on('dialog', (dialog) => dialogs.push(dialog.message()) && void dialog.dismiss());
  await reader.setContent(mail.parsed.html as string);
  await expect(reader.locator('script, img, svg')).toHaveCount(0);
  expect(dialogs).toEqual([]);
});

test('a name that turns the direction of others is refused', async ({ page, house, form, words, language }) => {
  await form.open(language, SLUG);
  await form.fill({ name: `Ada ${TURN}`, email: house.person('Ada').email }, [{ name: 'Ada Turned-Around' }]);
  await form.submit.click();
  await expect(form.problems).toBeVisible();
  expect(await form.errorOf('contact-name')).toBe(words('invalid-control'));
});

test('the calendar of a hostile event holds that event and nothing else', async ({ page }) => {
  for (const path of ['all.ics', `events/${SLUG}.ics`, `events/${SLUG}/download.ics`]) {
    const text = await (await page.request.get(`/calendars/${path}`)).text();
    expect(text.match(/^BEGIN:VALARM/m)).toBeNull();
    const entry = read(text).entries.find(({ title }) => title === TITLE)!;
    expect(entry.location).toContain(visible(VENUE).slice(0, 20));
    expect(entry.description).toContain('END:VEVENT\nBEGIN:VALARM');
    expect(entry.organiser).toContain('Organisation');
    expect(entry.url).toContain(`/events/${SLUG}`);
  }
});
