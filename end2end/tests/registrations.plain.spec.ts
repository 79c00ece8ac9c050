// Without script: every step of the form is a page of its own, and nothing that was typed is lost.

import { expect, test } from '../support/fixtures';
import { OPEN, placesLeft } from '../support/form';

test.skip(({ script }) => script, 'with script, these steps are taken in place');

const answered = (response: { url(): string }) => response.url().endsWith('/api/register');

test('a person is added and taken away without losing what was typed', async ({ page, house, form, language }) => {
  const [leila, omar] = [house.person('Leila'), house.person('Omar')];
  await form.open(language);
  await form.name.fill(leila.name);
  await form.email.fill(leila.email);
  await form.attendee(0).name.fill(leila.name);
  await form.attendee(0).ticket.selectOption('volunteer');

  const answer = page.waitForResponse(answered);
  await form.add.click();
  expect((await answer).status()).toBe(303);
  await expect(form.people).toHaveCount(2);
  expect(new URL(page.url()).hash).toBe('#attendee-1-name');
  await expect(page.locator('#attendee-1-name')).toBeVisible();
  await expect(form.problems).toHaveCount(0);
  await expect(form.name).toHaveValue(leila.name);
  await expect(form.email).toHaveValue(leila.email);
  await expect(form.attendee(0).name).toHaveValue(leila.name);
  await expect(form.attendee(0).ticket).toHaveValue('volunteer');

  await form.attendee(1).name.fill(omar.name);
  await form.attendee(0).remove.click();
  await expect(form.people).toHaveCount(1);
  await expect(form.attendee(0).name).toHaveValue(omar.name);
  await expect(form.email).toHaveValue(leila.email);
  expect(new URL(page.url()).hash).toBe('#people');
});

test('mistakes come back at their fields, and what was typed is still there', async ({
  page, house, form, words, language,
}) => {
  const noor = house.person('Noor');
  await form.open(language);
  await form.name.fill(noor.name);
  await form.email.fill('noor at example');
  house.personal.add('noor at example');
  await form.attendee(0).ticket.selectOption('spectator');
  const answer = page.waitForResponse(answered);
  await form.submit.click();
  expect((await answer).status()).toBe(303);

  const [before] = words('title-with-mistakes', { title: '|' }).split('|');
  expect(await page.title()).toMatch(new RegExp(`^${before}`));
  await expect(form.problems).toBeVisible();
  const links = form.problems.locator('a');
  await expect(links).toHaveText([words('invalid-email'), words('invalid-required')]);
  for (const link of await links.all()) {
    await expect(page.locator((await link.getAttribute('href'))!)).toBeVisible();
  }
  expect(await form.errorOf('contact-email')).toBe(words('invalid-email'));
  expect(await form.errorOf('attendee-0-name')).toBe(words('invalid-required'));
  await expect(form.name).not.toHaveAttribute('aria-invalid');
  await expect(form.name).toHaveValue(noor.name);
  await expect(form.email).toHaveValue('noor at example');
  await expect(form.attendee(0).ticket).toHaveValue('spectator');

  await form.email.fill(noor.email);
  await form.attendee(0).name.fill(noor.name);
  await form.submit.click();
  await page.waitForURL(`/${language}/registrations/*`);
  house.secret(page.url());
  await page.goto(`/${language}/events/${OPEN}?form=returned`);
  await expect(form.email).toHaveValue('');
});

test('who asks for more places than there are is told so, and keeps what was typed', async ({
  page, house, form, words, language,
}) => {
  const ibrahim = house.person('Ibrahim');
  const slug = 'jazz-on-the-last-ferry-istanbul';
  await form.open(language, slug);
  const before = await placesLeft(page);
  const people = Array.from({ length: before + 1 }, () => ({ name: ibrahim.name }));
  await form.fill(ibrahim, people);
  await form.submit.click();
  await expect(form.problems).toContainText(words('invalid-full'));
  await expect(form.people).toHaveCount(before + 1);
  await expect(form.email).toHaveValue(ibrahim.email);
  expect(await placesLeft(page)).toBe(before);
});

test('pressing Enter in a field sends the form, and adds or removes nobody', async ({ form, language, words }) => {
  await form.open(language);
  await form.name.press('Enter');
  await expect(form.problems).toBeVisible();
  await expect(form.people).toHaveCount(1);
  expect(await form.errorOf('contact-name')).toBe(words('invalid-required'));
});
