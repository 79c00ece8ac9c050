// With script: the form acts in place, and says what is wrong while one types.

import { expect, test } from '../support/fixtures';
import { OPEN, placesLeft, register } from '../support/form';
import { number } from '../support/words';

/** Puts a mark on the document, to see that it is still the same one later. */
const mark = () => ((window as any).marked = true);
const isMarked = () => (window as any).marked === true;

test('people are added and removed in place', async ({ page, house, form, words, language, watch, audit }) => {
  const [aroha, sven] = [house.person('Aroha'), house.person('Sven')];
  await form.open(language);
  await page.evaluate(mark);
  await form.fill(aroha, [{ name: aroha.name, ticket: 'volunteer' }, { name: sven.name, ticket: 'spectator' }]);
  await audit();
  await expect(form.attendee(0).name).toHaveValue(aroha.name);
  await form.attendee(0).remove.click();
  await expect(form.people).toHaveCount(1);
  await expect(form.attendee(0).name).toHaveValue(sven.name);
  await expect(form.attendee(0).ticket).toHaveValue('spectator');
  await expect(form.people.locator('legend')).toHaveText(words('person', { number: '1' }));
  await expect(form.attendee(0).remove).toHaveCount(0);
  for (let people = 2; people <= 10; people += 1) {
    await form.add.click();
    await expect(form.people).toHaveCount(people);
  }
  await expect(form.add).toBeDisabled();
  expect(await page.evaluate(isMarked)).toBe(true);
  expect(watch.asked).not.toContain('fetch /api/register');
});

test('the keyboard stays in the form when a person is added or removed', async ({ page, form, language }) => {
  await form.open(language);
  const isInside = () => document.querySelector('#register')!.contains(document.activeElement);
  await form.add.focus();
  await page.keyboard.press('Enter');
  await expect(form.people).toHaveCount(2);
  expect(await page.evaluate(isInside)).toBe(true);
  await form.attendee(1).remove.focus();
  await page.keyboard.press('Enter');
  await expect(form.people).toHaveCount(1);
  await expect.poll(() => page.evaluate(isInside)).toBe(true);
});

test('a field says what is wrong with it as soon as it is left', async ({ page, form, words, language, audit }) => {
  await form.open(language);
  const error = page.locator('#contact-email-error');
  await form.email.fill('nobody');
  await expect(error).toHaveCount(0);
  await form.email.blur();
  await expect(error).toHaveText(words('invalid-email'));
  expect(await form.errorOf('contact-email')).toBe(words('invalid-email'));
  await audit();
  await form.email.fill('nobody@inbox.example');
  await form.email.blur();
  await expect(error).toHaveCount(0);
  await expect(form.email).not.toHaveAttribute('aria-invalid');
  await form.attendee(0).name.fill('···');
  await form.attendee(0).name.blur();
  await expect(form.attendee(0).error).toHaveText(words('invalid-no-letters'));
});

test('what was typed before the script arrived stays and is sent', async ({ page, house, form, language }) => {
  const bikash = house.person('Bikash');
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/pkg/*.wasm', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(`/${language}/events/${OPEN}`, { waitUntil: 'domcontentloaded' });
  await form.name.fill(bikash.name);
  await form.email.fill(bikash.email);
  await form.attendee(0).name.fill(bikash.name);
  await form.attendee(0).ticket.selectOption('volunteer');
  await form.email.focus();
  arrive();
  await form.ready();
  await expect(form.email).toBeFocused();
  await expect(form.name).toHaveValue(bikash.name);
  await expect(form.email).toHaveValue(bikash.email);
  await expect(form.attendee(0).ticket).toHaveValue('volunteer');
  await form.submit.click();
  await page.waitForURL(`/${language}/registrations/*`);
  house.secret(page.url());
  const mail = await house.inbox.mail(bikash.email);
  expect(mail.parsed.text).toContain(bikash.name);
});

test('what is refused is told at the top, with the keyboard there', async ({ page, form, words, language, audit }) => {
  await form.open(language);
  await page.evaluate(mark);
  await form.submit.click();
  await expect(form.problems).toBeFocused();
  await expect(form.problems.locator('a')).toHaveText(Array(3).fill(words('invalid-required')));
  await audit();
  await form.problems.locator('a').nth(2).click();
  await expect(form.attendee(0).name).toBeFocused();
  expect(await page.evaluate(isMarked)).toBe(true);
});

test('who asks for more places than there are is told so in place', async ({ page, house, form, words, language }) => {
  const camila = house.person('Camila');
  await form.open(language, 'jazz-on-the-last-ferry-istanbul');
  const before = await placesLeft(page);
  await form.fill(camila, Array.from({ length: before + 1 }, () => ({ name: camila.name })));
  await form.submit.click();
  await expect(form.problems).toContainText(words('invalid-full'));
  await expect(form.people).toHaveCount(before + 1);
  await expect(form.email).toHaveValue(camila.email);
});

test('the places are those of now when someone comes back to the page', async ({ page, house, form, language }) => {
  const tariq = house.person('Tariq');
  await form.open(language);
  const option = form.attendee(0).ticket.locator('option[value="spectator"]');
  const before = number((await option.textContent())!);
  await register(page.request, house, tariq, [{ name: tariq.name, ticket: 'spectator' }]);
  expect(number((await option.textContent())!)).toBe(before);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect.poll(async () => number((await option.textContent())!)).toBe(before - 1);
});

test('a server that cannot be reached costs nothing that was typed', async ({ page, house, form, words, language, watch }) => {
  const rui = house.person('Rui');
  await form.open(language);
  await form.fill(rui, [{ name: rui.name, ticket: 'player' }]);
  watch.expect(/net::ERR_/);
  await page.route('**/api/register', (route) => route.abort());
  await form.submit.click();
  await expect(form.problems).toContainText(words('invalid-busy'));
  await expect(form.name).toHaveValue(rui.name);
  await page.unroute('**/api/register');
  await form.submit.click();
  await page.waitForURL(`/${language}/registrations/*`);
  house.secret(page.url());
});
