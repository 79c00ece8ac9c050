// What an event knows besides its texts: when one can register, where it is held, when it is public.

import { begin, change, complete, DAY, save } from '../support/editor';
import { expect, test } from '../support/fixtures';
import { register } from '../support/form';
import { look } from '../support/look';
import { become, OWN } from '../support/organiser';

const LINK = 'https://meet.example.org/two-shores-7c21';

test('registration opens, and places are given back, as the organiser says', async ({ page, house, language, words, audit }) => {
  await become(page, house, language);
  const slug = await begin(page, language, 'Night of Lanterns');
  await complete(page);
  await page.locator('#rules-opens').fill(`${DAY}T12:00`);
  await page.locator('#rules-closes').fill(`${DAY}T11:00`);
  await page.locator('form[action="/api/event-rules"] button').click();
  await expect(page.locator('#rules-closes-error')).toHaveText(words('invalid-closes-before-opening'));
  await audit();
  await page.locator('#rules-closes').fill('');
  await page.locator('input[name="form[rules][returns_never]"]').check();
  await save(page, 'event-rules');
  await change(page, 'published');

  await page.goto(`/${language}/events/${slug}`);
  await look(page, language);
  await audit();
  await expect(page.locator('form[action="/api/register"]')).toHaveCount(0);
  await expect(page.locator('.notice')).toContainText('12:00');
  await expect(page.locator('.facts')).toContainText(words('returns-never'));

  await page.goto(`/${language}/organise/${OWN}/events/${slug}/edit`);
  await page.locator('#rules-opens').fill('');
  await save(page, 'event-rules');
  const amina = house.person('Amina');
  const people = [{ name: amina.name, ticket: 'participant' }];
  await page.goto(await register(page.request, house, amina, people, { language, slug }));
  await audit();
  await expect(page.locator('form[action="/api/cancellation"]')).toHaveCount(0);
  await expect(page.locator('main a[href^="mailto:"]')).toBeVisible();

  // Whoever changes time or place now sees how many are told, and may decide that nobody is.
  await page.goto(`/${language}/organise/${OWN}/events/${slug}/edit`);
  await expect(page.locator('form[action="/api/event-facts"] input[name="form[at][quiet]"]')).toBeVisible();
  await audit();
});

test('who has a place finds the link, and nobody else does', async ({ page, house, language, words, audit }) => {
  await become(page, house, language);
  const slug = await begin(page, language, 'Songs over the Sea');
  await complete(page);
  await page.locator('#place-held').selectOption('both');
  await page.locator('#place-link').fill(LINK);
  await page.locator('#access-lift').selectOption('no');
  await page.locator('#access-quiet-room').selectOption('yes');
  await page.locator(`#directions-${language}`).fill('Tram T2, Old Port.');
  await save(page, 'event-place');
  await audit();
  await change(page, 'published');

  await page.goto(`/${language}/events/${slug}`);
  await look(page, language);
  await audit();
  await expect(page.locator('.access')).toContainText(words('access-quiet-room'));
  await expect(page.locator('.access')).toContainText(words('no-access-lift'));
  await expect(page.locator('main')).toContainText('Tram T2');
  for (const path of [`/${language}/events/${slug}`, `/calendars/events/${slug}.ics`, '/calendars/all.ics']) {
    expect(await (await page.request.get(path)).text()).not.toContain('meet.example');
  }
  const amina = house.person('Amina');
  const people = [{ name: amina.name, ticket: 'participant' }];
  await page.goto(await register(page.request, house, amina, people, { language, slug }));
  await expect(page.locator(`a[href="${LINK}"]`)).toHaveText(words('online-join'));
  await audit();
});

test('an event is published at its time, and shown where its organiser wants', async ({ page, house, language, words, audit }) => {
  await become(page, house, language);
  const slug = await begin(page, language, 'Quiet Concert');
  await complete(page);
  const plan = page.locator('details.confirm', { has: page.locator('form[action="/api/event-plan"]') });
  await plan.locator('summary').click();
  await plan.locator('#publish-at').fill('2001-01-01T10:00');
  await plan.locator('form button').click();
  await expect(page.locator('#publish-at-error')).toHaveText(words('invalid-time-passed'));
  await audit();
  await page.locator('#publish-at').fill(`${DAY}T08:00`);
  await page.locator('form[action="/api/event-plan"] button').click();
  await expect(page).toHaveURL(/[?&]saved=/);
  await expect(page.locator('#publication')).toContainText('08:00');
  await page.locator('form[action="/api/event-plan-end"] button').click();
  await expect(page.locator('form[action="/api/event-plan-end"]')).toHaveCount(0);

  await change(page, 'published');
  const unlist = page.locator('details.confirm', { has: page.locator('input[value="unlist"]') });
  await unlist.locator('summary').click();
  await unlist.locator('form button').click();
  await expect(page.locator('#publication')).toContainText(words('editor-unlisted'));
  await page.goto(`/${language}/events?q=Quiet+Concert`);
  await expect(page.locator('main')).not.toContainText('Quiet Concert');
  await page.goto(`/${language}/events/${slug}`);
  await expect(page.locator('h1')).toHaveText('Quiet Concert');
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
});

test('a template lends what is chosen to a new event', async ({ page, house, language, words, audit }) => {
  await become(page, house, language);
  const slug = await begin(page, language, 'Our Monthly Choir');
  await complete(page);
  const keep = page.locator('details.confirm', { has: page.locator('input[value="template"]') });
  await keep.locator('summary').click();
  await keep.locator('form button').click();
  await expect(page.locator('#publication')).toContainText(words('editor-template'));
  await page.goto(`/${language}/organise/${OWN}/events/new`);
  await look(page, language);
  await audit();
  await page.locator('#event-title').fill('Choir in May');
  await page.locator('#event-discipline').selectOption('music/choir');
  await page.locator('#event-from').selectOption(slug);
  await page.locator('input[name="form[event][carry][texts]"]').uncheck();
  await page.locator('form[action="/api/event"] button').click();
  await expect(page).toHaveURL(/\/edit$/);
  await expect(page.locator('#event-summary')).toHaveValue('');
  await expect(page.locator('#event-address')).toHaveValue('Old Port, Casablanca');
  await expect(page.locator('#event-venue')).toHaveValue('Old Port Hall');
});
