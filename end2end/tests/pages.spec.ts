// Every public page, as it is found: status, language, accessibility, width, weight, keyboard.

import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { OPEN, register } from '../support/form';
import { look } from '../support/look';
import type { Watch } from '../support/watch';
import { wordsOf } from '../support/words';

/** Below the language. Those that show a form have an island; the others need no script. */
const withForm = [
  `events/${OPEN}`,
  'events/tai-chi-at-dawn-shanghai',
  'events/board-games-without-borders-kathmandu',
];
const withoutForm = [
  '',
  'events',
  'events?q=casablanca&category=music&from=2026-01-01',
  'events?q=nothing-is-called-like-this',
  'events/oud-workshop-fez', // full
  'events/morning-sea-swim-beirut', // cancelled
  'events/first-skateboard-kathmandu', // postponed
  'events/radio-play-live-istanbul', // past
  'organisations/atlas-bridge',
  'about',
  'privacy',
  'accessibility',
];
const missing = ['nowhere', 'events/nowhere', 'organisations/nowhere', 'registrations/nothing', 'events/drum-circle-nairobi'];

const address = (language: string, path: string) => `/${language}${path && `/${path}`}`;

/** Nothing is loaded to run; two lines in which Leptos notes that nothing is to be resumed are all. */
async function expectNoScript(page: Page, watch: Watch): Promise<void> {
  await expect(page.locator('script[src], link[rel="modulepreload"], link[as="fetch"]')).toHaveCount(0);
  const inline = await page.locator('script').allTextContents();
  expect(inline.filter((text) => !/^(__[A-Z_]+=\[\];)+$/.test(text))).toEqual([]);
  expect(watch.asked.filter((asked) => /^(script|fetch|xhr)/.test(asked))).toEqual([]);
}

for (const path of withoutForm) {
  test(`${path || 'home'} can be used by everyone and ships no script`, async ({ page, language, watch, audit }) => {
    const answer = await page.goto(address(language, path));
    expect(answer!.status()).toBe(200);
    await look(page, language);
    await audit();
    await expectNoScript(page, watch);
  });
}

for (const path of withForm) {
  test(`${path} can be used by everyone`, async ({ page, language, form, audit }) => {
    const answer = await page.goto(address(language, path));
    expect(answer!.status()).toBe(200);
    await form.ready();
    await look(page, language);
    await audit();
  });
}

test('the manage page can be used by everyone', async ({ page, house, language, watch, audit }) => {
  const ingrid = house.person('Ingrid');
  const people = [{ name: ingrid.name, ticket: 'player' }, { name: ingrid.name, ticket: 'spectator' }];
  await page.goto(await register(page.request, house, ingrid, people, { language }));
  await look(page, language);
  for (const question of await page.locator('details.confirm summary').all()) await question.click();
  await audit();
  await expectNoScript(page, watch);
});

for (const path of missing) {
  test(`${path} is not there, and the page says so`, async ({ page, language, words, watch, audit }) => {
    watch.expectStatus(404);
    const answer = await page.goto(address(language, path));
    expect(answer!.status()).toBe(404);
    await look(page, language);
    await expect(page.locator('h1')).toHaveText(words('not-found-title'));
    await audit();
  });
}

for (const path of ['/xx', '/xx/events', '/nowhere.html']) {
  test(`${path} is not there, said in the language that the browser asks for`, async ({ page, language, words, watch }) => {
    watch.expectStatus(404);
    const answer = await page.goto(path);
    expect(answer!.status()).toBe(404);
    await look(page, language);
    await expect(page.locator('h1')).toHaveText(words('not-found-title'));
  });
}

test('another language shows the same page, and is remembered', async ({ page, language }) => {
  const other = language === 'ar' ? 'en' : 'ar';
  await page.goto(`/${language}/events/oud-workshop-fez`);
  await page.locator(`footer a[hreflang="${other}"]`).click();
  await expect(page).toHaveURL(`/${other}/events/oud-workshop-fez`);
  await look(page, other);
  await page.goto('/');
  await expect(page).toHaveURL(`/${other}`);
  await page.goto(`/${language}/about`);
  await look(page, language);
});

test('the skip link leads past the head of the page', async ({ page, language, isMobile }) => {
  test.skip(isMobile, 'phones have no Tab key');
  await page.goto(`/${language}/events`);
  await page.keyboard.press('Tab');
  const skip = page.locator('a.skip');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press('Tab');
  await expect(page.locator('main :focus')).toHaveCount(1);
});

test('the whole form can be reached by the keyboard, in its order, and seen', async ({ page, form, language, isMobile }) => {
  test.skip(isMobile, 'phones have no Tab key');
  await form.open(language);
  await form.name.focus();
  const reached = ['contact-name'];
  for (let step = 0; step < 12 && reached.at(-1) !== 'register'; step += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    await expect(focused).toBeInViewport();
    reached.push(await focused.evaluate((element) => element.id || (element as HTMLButtonElement).value));
  }
  expect(reached).toEqual(['contact-name', 'contact-email', 'attendee-0-name', 'attendee-0-ticket', 'add', 'register']);
});

test('searching finds an event by words of any language', async ({ page, language }) => {
  for (const words of ['One Ball', 'كرة واحدة', '一颗球', 'ФУТБОЛ']) {
    await page.goto(`/${language}/events`);
    await page.locator('#q').fill(words);
    await page.locator('#q').press('Enter');
    await expect(page.locator('#q')).toHaveValue(words);
    await expect(page.locator(`.rows a[href$="/${OPEN}"]`)).toBeVisible();
  }
});
