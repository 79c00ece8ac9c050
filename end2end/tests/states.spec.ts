// Places that are not had at once: waited for, approved, or held until an address is confirmed. With
// script and without.

import type { Page } from '@playwright/test';
import { begin, change, complete, save } from '../support/editor';
import { expect, test } from '../support/fixtures';
import { register } from '../support/form';
import type { House } from '../support/house';
import { linkIn } from '../support/letters';
import { look } from '../support/look';
import { become, OWN } from '../support/organiser';

/** An event with so many places, announced under this choice: its slug. */
async function announce(page: Page, language: string, title: string, places: string, choose: () => Promise<void>): Promise<string> {
  const slug = await begin(page, language, title);
  await complete(page, places);
  await choose();
  await save(page, 'event-choices');
  await change(page, 'published');
  return slug;
}

/** The link of a mail with the code that stands in no other place. */
async function codedLink(house: House, email: string, number: number): Promise<string> {
  const mail = await house.inbox.mail(email, number);
  linkIn(mail, house);
  const found = mail.parsed.text!.match(/https?:\/\/\S+\?confirm=\S+/);
  if (!found) throw new Error(`no link with a code in:\n${mail.parsed.text}`);
  return found[0];
}

test('a household waits whole, is offered its places, and accepts them', async ({ page, house, form, language, words, audit }) => {
  test.slow();
  await become(page, house, language);
  const slug = await announce(page, language, 'Lantern Walk', '2', async () => {
    await page.locator('input[name="form[choices][waitlist]"]').check();
  });
  const first = house.person('Amina');
  const people = [first, house.person('Idris')].map(({ name }) => ({ name, ticket: 'participant' }));
  const theirs = await register(page.request, house, first, people, { language, slug });

  // The page says that one waits, and by which rule.
  await form.open(language, slug);
  await look(page, language);
  await audit();
  await expect(page.locator('#register-title')).toHaveText(words('wait-title'));
  await expect(page.locator('details.rule li')).toHaveCount(3);
  const [zoe, ines] = [house.person('Zoë'), house.person('Inès')];
  await form.fill(zoe, [{ name: zoe.name, ticket: 'participant' }, { name: ines.name, ticket: 'participant' }]);
  await form.submit.click();
  await expect(page).toHaveURL(/\/registrations\/.+new=1/);
  const own = house.secret(page.url());
  await expect(page.locator('h1')).toHaveText(words('manage-waitlisted-title'));
  await expect(page.locator('#queue + ul li')).toHaveCount(1);
  await expect(page.locator('.ticket-code')).toHaveCount(0);
  await look(page, language);
  await audit();

  // The organiser sees them wait.
  await page.goto(`/${language}/organise/${OWN}/events/${slug}/registrations?state=waitlisted`);
  await expect(page.locator('table.attendance tbody tr')).toHaveCount(2);
  await audit();

  // The others do not come: the household is asked.
  await page.goto(theirs);
  const question = page.locator('details.confirm').last();
  await question.locator('summary').click();
  await question.locator('button').click();
  await expect(page).toHaveURL(/given-back=1/);
  const offer = await codedLink(house, zoe.email, 2);
  await page.goto(offer);
  await expect(page.locator('h1')).toHaveText(words('manage-offered-title'));
  await look(page, language);
  await audit();
  // Looking at the link changed nothing: one button does.
  await page.locator('form[action="/api/offer-acceptance"] button').click();
  await expect(page.locator('h1')).toHaveText(words('manage-new-title'));
  await expect(page.locator('.ticket-code')).toBeVisible();
  const ticket = await house.inbox.mail(zoe.email, 3);
  expect(linkIn(ticket, house)).toBe(own);
  await audit();
});

test('an organiser approves one and declines another', async ({ page, house, language, words, audit }) => {
  test.slow();
  await become(page, house, language);
  const slug = await announce(page, language, 'Open Rehearsal', '5', async () => {
    await page.locator('#choices-confirms').selectOption('approval');
  });
  const [amina, leo] = [house.person('Amina'), house.person('Leo')];
  const links = [];
  for (const person of [amina, leo]) {
    const people = [{ name: person.name, ticket: 'participant' }];
    links.push(await register(page.request, house, person, people, { language, slug }));
  }
  await page.goto(links[0]);
  await expect(page.locator('h1')).toHaveText(words('manage-pending-approval-title'));
  await look(page, language);
  await audit();

  // The start of the workspace says that they wait, and leads to them.
  await page.goto(`/${language}/organise`);
  await audit();
  await page.locator('.attention a[href*="state=pending-approval"]').click();
  await expect(page.locator('table.attendance tbody tr')).toHaveCount(2);
  await audit();
  const list = page.url();
  await page.locator('tr', { hasText: amina.name }).locator('a.reference-small').click();
  await audit();
  await page.locator('form[action="/api/registration-approval"] button').click();
  await expect(page.locator('#done')).toHaveText(words('registration-approved'));
  await page.goto(list);
  await page.locator('tr', { hasText: leo.name }).locator('a.reference-small').click();
  const refusal = page.locator('details.confirm', { has: page.locator('form[action="/api/registration-refusal"]') });
  await refusal.locator('summary').click();
  await refusal.locator('textarea').fill('The stage is full.');
  await refusal.locator('form button').click();
  await expect(page.locator('#done')).toHaveText(words('registration-declined'));
  await audit();

  await page.goto(links[0]);
  await expect(page.locator('.ticket-code')).toBeVisible();
  await page.goto(links[1]);
  await expect(page.locator('h1')).toHaveText(words('manage-declined-title'));
  await expect(page.locator('main')).toContainText('The stage is full.');
  await audit();
  expect((await house.inbox.mail(leo.email, 2)).parsed.text).toContain('The stage is full.');
});

test('a place is held until the address is confirmed by the mail', async ({ page, house, form, language, words, audit }) => {
  test.slow();
  await become(page, house, language);
  const slug = await announce(page, language, 'Night of Chess', '4', async () => {
    await page.locator('#choices-confirms').selectOption('address');
    await page.locator('#choices-hold-minutes').selectOption('60');
    await page.locator('#choices-people').selectOption('2');
    await page.locator('input[name="form[choices][hides_places]"]').check();
  });
  await form.open(language, slug);
  await look(page, language);
  await audit();
  await expect(page.locator('.facts .places')).toHaveText(words('places-some'));
  const zoe = house.person('Zoë');
  await form.fill(zoe, [{ name: zoe.name, ticket: 'participant' }, { name: 'Ines', ticket: 'participant' }]);
  // Two in one registration, and no more.
  await expect(form.add).toBeDisabled();
  await form.submit.click();
  await expect(page).toHaveURL(/\/registrations\/.+new=1/);
  house.secret(page.url());
  await expect(page.locator('h1')).toHaveText(words('manage-pending-email-title'));
  await expect(page.locator('form[action="/api/address-confirmation"]')).toHaveCount(0);
  await look(page, language);
  await audit();
  const link = await codedLink(house, zoe.email, 1);
  for (const method of ['get', 'head', 'get'] as const) await page.request[method](link);
  await page.goto(link);
  await audit();
  await page.locator('form[action="/api/address-confirmation"] button').click();
  await expect(page.locator('h1')).toHaveText(words('manage-new-title'));
  await expect(page.locator('.ticket-code')).toBeVisible();
  // The link works once: afterwards it shows the ticket.
  await page.goto(link);
  await expect(page.locator('form[action="/api/address-confirmation"]')).toHaveCount(0);
  await audit();
});
