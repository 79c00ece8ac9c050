// The main job: somebody finds an event, registers, and gives places back; in every project.

import type { Page } from '@playwright/test';
import { badLines, read, type Entry } from '../support/calendar';
import { expect, test } from '../support/fixtures';
import { emptyForm, OPEN, placesLeft, send, typed, type Form } from '../support/form';
import type { Mail } from '../support/inbox';
import { outline } from '../support/mime';
import { plain } from '../support/words';
import { calendarParts, htmlText, linkIn } from '../support/letters';

/** What a page says about an event, to be found again in the mail. */
async function factsOf(page: Page) {
  const facts = page.locator('.facts');
  const when = facts.locator('time');
  return {
    title: plain((await page.locator('h1').textContent())!),
    when: plain((await when.textContent())!),
    starts: Date.parse((await when.getAttribute('datetime'))!) / 1000,
    venue: plain((await facts.locator('bdi').first().textContent())!),
    address: plain((await facts.locator('bdi').nth(1).textContent())!),
  };
}

async function entryOf(page: Page, file: string): Promise<Entry> {
  const calendar = read(await (await page.request.get(`/calendars/events/${OPEN}${file}`)).text());
  expect(calendar.entries).toHaveLength(1);
  return calendar.entries[0];
}

/** Both calendar parts of a mail are the same, well-formed, and hold one entry, which is returned. */
function entryIn(mail: Mail, method: string): Entry {
  const [invitation, attachment] = calendarParts(mail, method);
  expect(invitation.content.equals(attachment.content)).toBe(true);
  const text = invitation.content.toString();
  expect(badLines(text)).toEqual([]);
  const calendar = read(text);
  expect(calendar.method).toBe(method);
  expect(calendar.defined).toEqual(calendar.used);
  expect(calendar.entries).toHaveLength(1);
  return calendar.entries[0];
}

/** Opens the question behind a button, and answers it. */
async function confirm(page: Page, within: string): Promise<void> {
  const question = page.locator(`${within} details.confirm`).last();
  await question.locator('summary').click();
  await question.locator('button').click();
}

async function findEvent(page: Page, language: string): Promise<void> {
  await page.goto('/');
  await expect(page).toHaveURL(`/${language}`);
  await page.locator('.section-top a.more').click();
  await expect(page).toHaveURL(`/${language}/events`);
  const filters = page.locator('details.filters summary');
  if (await filters.isVisible()) await filters.click();
  await page.locator('#category').selectOption('sports');
  await page.locator('.filter-set button').click();
  await expect(page).toHaveURL(/[?&]category=sports/);
  await expect(page.locator('.rows .kind:not(.kind-sports)')).toHaveCount(0);
  await page.locator(`.rows a[href="/${language}/events/${OPEN}"]`).click();
  await expect(page).toHaveURL(`/${language}/events/${OPEN}`);
}

test('a new person finds an event, registers two people and gives the places back', async ({
  page, house, form, words, language, audit,
}) => {
  test.slow();
  const [zoe, salma] = [house.person('Zoë'), house.person('سلمى')];
  await findEvent(page, language);
  await audit();
  await form.ready();
  const facts = await factsOf(page);
  const before = await placesLeft(page);

  const reach = page.locator('.reach a.button');
  if (await reach.isVisible()) {
    await reach.click();
    await expect(page.locator('#register-title')).toBeInViewport();
  }
  await form.fill(zoe, [{ name: zoe.name, ticket: 'player' }, { name: salma.name, ticket: 'spectator' }]);
  await audit();
  await form.submit.click();

  await page.waitForURL(`/${language}/registrations/*?new=1`);
  const link = house.secret(page.url());
  await expect(page.locator('h1')).toHaveText(words('manage-new-title'));
  await expect(page.locator('.ticket svg.qr')).toHaveRole('img');
  await expect(page.locator(`a[href*="/calendars/events/${OPEN}/download.ics"]`)).toBeVisible();
  await expect(page.locator('.ticket .names li')).toHaveCount(2);
  const reference = plain((await page.locator('.reference').textContent())!);
  await audit();

  const first = await house.inbox.mail(zoe.email);
  expect(first.parsed.subject).toBe(words('mail-confirmed-subject', { event: facts.title }));
  expect(outline(first.root)).toBe(
    'multipart/mixed(multipart/alternative(text/plain, text/html, text/calendar), text/calendar)',
  );
  expect(first.parsed.headers.get('auto-submitted')).toBe('auto-generated');
  const said = [facts.title, facts.when, facts.venue, facts.address, reference, zoe.name, salma.name, link];
  for (const text of [plain(first.parsed.text!), htmlText(first)]) {
    for (const fact of said) expect(text).toContain(fact);
  }
  const confirmed = entryIn(first, 'PUBLISH');
  expect(confirmed.starts).toBe(facts.starts);
  for (const file of ['.ics', '/download.ics']) {
    const { uid, starts } = await entryOf(page, file);
    expect({ uid, starts }).toEqual({ uid: confirmed.uid, starts: confirmed.starts });
  }

  await page.goto(linkIn(first, house));
  await expect(page.locator('h1')).toHaveText(words('manage-title'));
  await confirm(page, '.attendees li:nth-child(2)');
  await expect(page).toHaveURL(`${link}?given-back=1`);
  await expect(page.locator('.ticket .names li')).toHaveCount(1);
  await expect(page.locator('.attendees .gone')).toContainText(salma.name);
  await audit();
  await page.goto(`/${language}/events/${OPEN}`);
  expect(await placesLeft(page)).toBe(before - 1);
  const second = await house.inbox.mail(zoe.email, 2);
  expect(second.parsed.subject).toBe(words('mail-changed-subject', { event: facts.title }));
  expect(second.parsed.text).toContain(zoe.name);
  expect(second.parsed.text).not.toContain(salma.name);
  expect(entryIn(second, 'PUBLISH').uid).toBe(confirmed.uid);

  await page.goto(linkIn(second, house));
  await confirm(page, 'section[aria-labelledby="all"]');
  await expect(page.locator('h1')).toHaveText(words('manage-cancelled-title'));
  await expect(page.locator('svg.qr')).toHaveCount(0);
  await audit();
  const third = await house.inbox.mail(zoe.email, 3);
  expect(third.parsed.subject).toBe(words('mail-cancelled-subject', { event: facts.title }));
  const cancelled = entryIn(third, 'CANCEL');
  expect(cancelled).toMatchObject({ uid: confirmed.uid, status: 'CANCELLED', starts: confirmed.starts });
  expect(cancelled.sequence).toBeGreaterThan(confirmed.sequence);
  await page.goto(`/${language}/events/${OPEN}`);
  expect(await placesLeft(page)).toBe(before);
});

test('later mails answer the first one, so that they stay together', async ({ page, house, language }) => {
  const amina = house.person('Amina');
  const form = { ...(await emptyForm(page.request, house, language)), ...typed(amina, [{ name: amina.name, ticket: 'player' }]) };
  const { location } = (await send(page.request, house, form)).headers();
  house.secret(location);
  const first = await house.inbox.mail(amina.email);
  await page.goto(linkIn(first, house));
  await confirm(page, 'section[aria-labelledby="all"]');
  const second = await house.inbox.mail(amina.email, 2);
  expect(second.parsed.messageId).not.toBe(first.parsed.messageId);
  expect(second.parsed.inReplyTo).toBe(first.parsed.messageId);
});

test('pressing the button twice makes one registration', async ({ page, house, form, language }) => {
  const kwame = house.person('Kwame');
  await form.open(language);
  const before = await placesLeft(page);
  await form.fill(kwame, [{ name: kwame.name, ticket: 'player' }]);
  await form.submit.dblclick();
  await page.waitForURL(`/${language}/registrations/*`);
  house.secret(page.url());
  await house.inbox.mail(kwame.email);
  await page.goto(`/${language}/events/${OPEN}`);
  expect(await placesLeft(page)).toBe(before - 1);
});

test('the same form sent again gives the same registration, another one with its key none', async ({
  page, house, language,
}) => {
  const mei = house.person('Mei');
  const form = { ...(await emptyForm(page.request, house, language)), ...typed(mei, [{ name: mei.name, ticket: 'player' }]) };
  await page.goto(`/${language}/events/${OPEN}`);
  const before = await placesLeft(page);

  const answers = await Promise.all(Array.from({ length: 20 }, () => send(page.request, house, form)));
  expect(answers.map((answer) => answer.status())).toEqual(Array(20).fill(303));
  const locations = answers.map((answer) => answer.headers().location);
  expect([...new Set(locations)]).toEqual([expect.stringContaining('/registrations/')]);
  house.secret(locations[0]);

  const other = await send(page.request, house, { ...form, 'form[contact_name]': `${mei.name} the Second` });
  expect(other.headers().location).toContain(`/events/${OPEN}?`);
  await page.reload();
  expect(await placesLeft(page)).toBe(before - 1);
  await house.inbox.mail(mei.email);
  expect(house.inbox.to(mei.email)).toHaveLength(1);
});
