// The life of an event: written, announced, filled, held at the door, and told of in the record.

import { addDate, begin, change, DAY, save } from '../support/editor';
import { expect, test } from '../support/fixtures';
import { register } from '../support/form';
import { look } from '../support/look';
import { become, EVENT, OWN } from '../support/organiser';

test('an event is written, announced, filled, held and recorded', async ({ page, house, language, words, audit }) => {
  await become(page, house, language);
  const slug = await begin(page, language, 'Two Shores Choir');
  await look(page, language);
  await audit();

  await page.locator('#event-summary').fill('We sing what both shores know.');
  await page.locator('#event-description').fill('Come as you are.\n\nNo one has to read music.');
  await page.locator('#event-venue').fill('Old Port Hall');
  await save(page, 'event-text');
  await page.locator('#event-address').fill('Old Port, Casablanca');
  await save(page, 'event-facts');
  await page.locator('input[name="form[tickets][participant][offered]"]').check();
  await save(page, 'event-tickets');
  await addDate(page, '3');
  await audit();
  // Nobody finds a draft.
  expect((await page.request.get(`/${language}/events/${slug}`)).status()).toBe(404);
  await change(page, 'published');

  const [amina, bilal] = [house.person('Amina'), house.person('Bilal')];
  for (const person of [amina, bilal]) {
    const people = [{ name: person.name, ticket: 'participant' }];
    await register(page.request, house, person, people, { language, slug });
  }
  const list = `/${language}/organise/${OWN}/events/${slug}/registrations`;
  await page.goto(list);
  await look(page, language);
  await audit();
  await expect(page.locator('table.attendance tbody tr')).toHaveCount(2);
  await page.locator('#q').fill(amina.name.toUpperCase());
  await page.locator('#q').press('Enter');
  const row = page.locator('table.attendance tbody tr');
  await expect(row).toHaveCount(1);
  await row.locator('button[name="form[who]"]').click();
  await expect(page.locator('#done [role="status"]')).toContainText(amina.name);
  await expect(page.locator('#q')).toHaveValue(amina.name.toUpperCase());
  await audit();
  await page.locator('#done button').click();
  await expect(page.locator('#done [role="status"]')).toContainText(amina.name);
  await expect(row.locator('.is-here')).toHaveCount(0);

  const csv = await (await page.request.get(`${list}.csv`)).text();
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv.trim().split('\r\n')).toHaveLength(3);
  expect(csv).toContain(bilal.email);

  await row.locator('a.reference-small').click();
  await look(page, language);
  await audit();
  await expect(page.locator('main')).toContainText(amina.email);
  await page.locator('#note').fill('Sings alto.');
  await page.locator('form[action="/api/registration-note"] button').click();
  await expect(page.locator('.note')).toHaveText('Sings alto.');

  await page.goto(`${list}/door-list`);
  await look(page, language);
  await audit();
  await expect(page.locator('.door-list li')).toHaveCount(2);
  await expect(page.locator('main')).not.toContainText(amina.email);

  for (const path of [`events/${slug}`, `events/${slug}/history`, 'audit']) {
    await page.goto(`/${language}/organise/${OWN}/${path}`);
    await look(page, language);
    await audit();
  }
  await expect(page.locator('.record')).toContainText(words('act-check-in'));
  await expect(page.locator('.record')).not.toContainText(amina.name);
});

test('of two who write at once the later is told, and loses nothing', async ({ page, context, house, language, words }) => {
  await become(page, house, language);
  const slug = await begin(page, language, 'Shared Table');
  const other = await context.newPage();
  await other.goto(page.url());
  await page.locator('#event-summary').fill('By the first.');
  await save(page, 'event-text');
  await other.locator('#event-summary').fill('By the second.');
  await other.locator('form[action="/api/event-text"] button[type="submit"]').last().click();
  await expect(other.locator('#problems')).toContainText(words('invalid-stale'));
  await expect(other.locator('#event-summary')).toHaveValue('By the second.');
  await expect(other.locator('main')).toContainText('By the first.');
  await page.goto(`/${language}/organise/${OWN}/events/${slug}/edit`);
  await expect(page.locator('#event-summary')).toHaveValue('By the first.');
});

test('what is wrong with a date is told at its field, and what was typed stays', async ({ page, house, language, words, audit }) => {
  await become(page, house, language);
  await begin(page, language, 'Night Walk');
  await page.locator('#date-starts').fill(`${DAY}T20:00`);
  await page.locator('#date-ends').fill(`${DAY}T18:00`);
  await page.locator('#date-zone').fill('Africa/Nowhere');
  await page.locator('#date-capacity').fill('12');
  await page.locator('form[action="/api/event-date"] button[type="submit"]').last().click();
  await expect(page.locator('#date-zone-error')).toHaveText(words('invalid-unknown-zone'));
  await expect(page.locator('#date-starts')).toHaveValue(`${DAY}T20:00`);
  await page.locator('#date-zone').fill('Africa/Casablanca');
  await page.locator('form[action="/api/event-date"] button[type="submit"]').last().click();
  await expect(page.locator('#date-ends-error')).toHaveText(words('invalid-ends-before-start'));
  await audit();
  await page.locator('#date-ends').fill(`${DAY}T22:00`);
  await save(page, 'event-date');
});

test('an event cannot be announced before it is whole, and can be cancelled', async ({ page, house, language, words }) => {
  await become(page, house, language);
  const slug = await begin(page, language, 'Half a Song');
  const publish = page.locator('input[name="form[status]"][value="published"]');
  if (await publish.count()) {
    await page.locator('details.confirm', { has: publish }).locator('summary').click();
    await page.locator('form', { has: publish }).locator('button').click();
    await expect(page.locator('#problems')).toContainText(words('invalid-not-ready'));
  }
  expect((await page.request.get(`/${language}/events/${slug}`)).status()).toBe(404);

  await page.goto(`/${language}/organise/${OWN}/events/kora-and-cafe-touba-dakar/edit`);
  await change(page, 'cancelled');
  await page.goto(`/${language}/events/kora-and-cafe-touba-dakar`);
  await expect(page.locator('main')).toContainText(words('places-cancelled'));
});

test('door staff see names, and say who is here', async ({ page, house, language, watch }) => {
  watch.expectStatus(403);
  await become(page, house, language, 'door-staff');
  await page.goto(`/${language}/organise/${OWN}/events/${EVENT}/registrations`);
  await expect(page.locator('table.attendance tbody tr').first()).toBeVisible();
  await expect(page.locator('main')).not.toContainText('@');
  await page.locator('button[name="form[who]"]').first().click();
  await expect(page.locator('#done')).toBeVisible();
  expect((await page.goto(`/${language}/organise/${OWN}/events/${EVENT}/edit`))!.status()).toBe(403);
  expect((await page.request.get(`/${language}/organise/${OWN}/events/${EVENT}/registrations.csv`)).status()).toBe(403);
});
