// The organisers' workspace: getting in, who may what, and every page as it is found.

import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { accept, become, codeIn, cookies, EVENT, invite, linkIn, OWN } from '../support/organiser';

const pages = [
  'organise',
  'organise/account',
  'organise/account/address',
  `organise/${OWN}`,
  `organise/${OWN}?which=drafts`,
  `organise/${OWN}?which=past`,
  `organise/${OWN}/members`,
  `organise/${OWN}/audit`,
  `organise/${OWN}/events/${EVENT}`,
];

test('every page can be used by everyone', async ({ page, house, language, audit }) => {
  await become(page, house, language);
  for (const path of pages) {
    const answer = await page.goto(`/${language}/${path}`);
    expect(answer!.status(), path).toBe(200);
    expect(answer!.headers()['cache-control'], path).toContain('no-store');
    await look(page, language);
    // Passkeys take script; nothing else does.
    if (!path.endsWith('account')) await expect(page.locator('script[src]'), path).toHaveCount(0);
    await audit();
  }
});

test('the pages of the way in can be used by everyone', async ({ page, house, language, audit }) => {
  const link = await invite(house, house.person('Leila'));
  for (const address of [`/${language}/sign-in`, `/${language}/sign-in?sent=1`, link.replace('/en/', `/${language}/`)]) {
    const answer = await page.goto(address);
    expect(answer!.status()).toBe(200);
    await look(page, language);
    await audit();
  }
});

test('who is not signed in is led to the way in', async ({ page, language, words }) => {
  for (const path of pages) {
    await page.goto(`/${language}/${path}`);
    await expect(page).toHaveURL(`/${language}/sign-in`);
  }
  await expect(page.locator('h1')).toHaveText(words('sign-in-title'));
});

test('an owner invites someone, who accepts, and both see it', async ({ page, browser, house, language, words, audit }) => {
  await become(page, house, language);
  await page.locator(`main h2 a[href$="/${OWN}"]`).click();
  await page.locator('.tabs a[href$="/members"]').click();
  const youssef = house.person('Youssef');
  await page.locator('#email').fill('youssef');
  await page.locator('#role').selectOption('door-staff');
  await page.locator('form[action="/api/invitation"] button').click();
  await expect(page.locator('#email-error')).toHaveText(words('invalid-email'));
  await expect(page.locator('#email')).toHaveValue('youssef');
  await expect(page.locator('#role')).toHaveValue('door-staff');
  await audit();
  await page.locator('#email').fill(youssef.email);
  await page.locator('form[action="/api/invitation"] button').click();
  await expect(page.locator('.notice.good')).toHaveText(words('members-invitation-sent'));
  await expect(page.locator('li', { hasText: youssef.email })).toHaveCount(1);

  const link = linkIn(await house.inbox.mail(youssef.email), house, 'invitations');
  const context = await browser.newContext({ baseURL: house.url });
  const other = await context.newPage();
  await accept(other, link, language);
  await other.goto(`/${language}/organise/${OWN}`);
  await expect(other.locator('.own-events li').first()).toBeVisible();
  expect((await other.goto(`/${language}/organise/${OWN}/members`))!.status()).toBe(403);
  await expect(other.locator('h1')).toHaveText(words('forbidden-title'));
  expect((await other.goto(`/${language}/organise/ferryline/members`))!.status()).toBe(404);
  // The link works once.
  expect((await other.goto(link))!.status()).toBe(404);

  await page.reload();
  const row = page.locator('li', { hasText: youssef.email });
  await row.locator('select').selectOption('viewer');
  await row.locator('form[action="/api/membership-role"] button').click();
  await expect(row.locator('select')).toHaveValue('viewer');
  await row.locator('summary').click();
  await row.locator('form[action="/api/membership-end"] button').click();
  await expect(page.locator('li', { hasText: youssef.email })).toHaveCount(0);
  expect((await other.goto(`/${language}/organise/${OWN}`))!.status()).toBe(404);
  await context.close();
});

test('the last owner stays', async ({ page, house, language, words }) => {
  const only = await become(page, house, language, 'owner', 'steppe-and-sea');
  await page.goto(`/${language}/organise/steppe-and-sea/members`);
  const row = page.locator('li', { hasText: only.email });
  await row.locator('summary').click();
  await row.locator('form[action="/api/membership-end"] button').click();
  await expect(page.locator('#problems')).toContainText(words('invalid-last-owner'));
  await expect(row).toHaveCount(1);
});

test('the link of the mail signs in once, in the browser that asked', async ({ page, context, browser, house, language, words }) => {
  const leila = await become(page, house, language);
  await page.goto(`/${language}/organise/account`);
  await page.locator('form[action="/api/session-end"] button').first().click();
  await expect(page).toHaveURL(`/${language}/sign-in`);
  expect(await cookies(context, 'concord-session')).toEqual([]);

  await page.locator('#email').fill(leila.email.toUpperCase());
  await page.locator('form[action="/api/sign-in-link"] button').click();
  await expect(page.locator('h1')).toHaveText(words('sign-in-sent-title'));
  const mail = await house.inbox.mail(leila.email, 2);
  const link = linkIn(mail, house, 'sign-in');

  const elsewhere = await browser.newContext({ baseURL: house.url });
  const other = await elsewhere.newPage();
  for (let look = 0; look < 3; look += 1) await other.goto(link);
  await other.locator('form[action="/api/session"] button').click();
  await expect(other.locator('#problems')).toContainText(words('invalid-other-browser'));
  await elsewhere.close();

  await page.goto(link);
  await page.locator('form[action="/api/session"] button').click();
  await expect(page).toHaveURL(`/${language}/organise`);
  const [cookie] = await cookies(context, 'concord-session');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  house.personal.add(cookie.value);

  await page.goto(link);
  await page.locator('form[action="/api/session"] button').click();
  await expect(page.locator('#problems')).toContainText(words('invalid-link-over'));
});

test('the code of the mail does the same, and a wrong one is told at its field', async ({ page, context, house, language, words, audit }) => {
  const leila = await become(page, house, language);
  await context.clearCookies();
  await page.goto(`/${language}/sign-in`);
  await page.locator('#email').fill(leila.email);
  await page.locator('form[action="/api/sign-in-link"] button').click();
  const code = codeIn(await house.inbox.mail(leila.email, 2));
  await page.locator('#code').fill('1234');
  await page.locator('form[action="/api/session"] button').click();
  await expect(page.locator('#code-error')).toHaveText(words('invalid-wrong-code'));
  await audit();
  await page.locator('#code').fill(code);
  await page.locator('form[action="/api/session"] button').click();
  await expect(page).toHaveURL(`/${language}/organise`);
});

test('whether an address is known is not told', async ({ page, house, language, words }) => {
  const stranger = house.person('Stranger');
  await page.goto(`/${language}/sign-in`);
  await page.locator('#email').fill(stranger.email);
  await page.locator('form[action="/api/sign-in-link"] button').click();
  await expect(page.locator('h1')).toHaveText(words('sign-in-sent-title'));
  expect(house.inbox.to(stranger.email)).toEqual([]);
});

test('another browser can be signed out from here', async ({ page, browser, house, language }) => {
  const leila = await become(page, house, language);
  const context = await browser.newContext({ baseURL: house.url });
  const other = await context.newPage();
  await other.goto(`/${language}/sign-in`);
  await other.locator('#email').fill(leila.email);
  await other.locator('form[action="/api/sign-in-link"] button').click();
  await other.locator('#code').fill(codeIn(await house.inbox.mail(leila.email, 2)));
  await other.locator('form[action="/api/session"] button').click();
  await expect(other).toHaveURL(`/${language}/organise`);

  await page.goto(`/${language}/organise/account`);
  const rows = page.locator('.attendees li');
  await expect(rows).toHaveCount(2);
  await rows.locator('form[action="/api/session-end"] button').click();
  await expect(rows).toHaveCount(1);
  await other.goto(`/${language}/organise`);
  await expect(other).toHaveURL(`/${language}/sign-in`);
  await context.close();
});
