// Showing again who one is, apps that make codes, and another address.

import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { expect, test } from '../support/fixtures';
import type { House } from '../support/house';
import { look } from '../support/look';
import { become, codeIn, EVENT, linkIn, OWN, pass } from '../support/organiser';

const CONFIRM = /\/organise\/confirm\?then=/;

/** Sends a form by its address; the last of several. */
async function send(page: Page, endpoint: string): Promise<void> {
  await page.locator(`form[action="/api/${endpoint}"] button`).last().click();
}

async function type(page: Page, endpoint: string, code: string): Promise<void> {
  await page.locator('#code').fill(code);
  await send(page, endpoint);
}

/** Signs out, and in again as far as a link of a mail leads. */
async function signInByMail(page: Page, house: House, language: string, email: string, number: number): Promise<void> {
  await page.goto(`/${language}/organise/account`);
  await page.locator('form[action="/api/session-end"] button').first().click();
  await page.locator('#email').fill(email);
  await send(page, 'sign-in-link');
  await page.goto(linkIn(await house.inbox.mail(email, number), house, 'sign-in'));
  await send(page, 'session');
}

test('what was typed waits until one showed who one is, by a code in a mail', async ({ page, house, language, words, audit }) => {
  const { email } = await become(page, house, language);
  const guest = house.person('Youssef');
  await page.goto(`/${language}/organise/${OWN}/members`);
  await page.locator('#email').fill(guest.email);
  await page.locator('#role').selectOption('viewer');
  await pass(house);
  await send(page, 'invitation');
  await expect(page).toHaveURL(CONFIRM);
  await expect(page.locator('h1')).toHaveText(words('confirm-title'));
  await look(page, language);
  await audit();
  await send(page, 'proof-mail');
  const code = codeIn(await house.inbox.mail(email, 2));
  await type(page, 'proof', '1234');
  await expect(page.locator('#code-error')).toHaveText(words('invalid-wrong-code'));
  await look(page, language);
  await audit();
  await type(page, 'proof', code);
  await expect(page).toHaveURL(`/${language}/organise/${OWN}/members?form=returned`);
  await expect(page.locator('#email')).toHaveValue(guest.email);
  await expect(page.locator('#role')).toHaveValue('viewer');
  await send(page, 'invitation');
  await expect(page.locator('.notice.good')).toHaveText(words('members-invitation-sent'));
});

test('a file is got after showing who one is', async ({ page, house, language, audit }) => {
  const { email } = await become(page, house, language);
  await pass(house);
  await page.goto(`/${language}/organise/${OWN}/events/${EVENT}/registrations.csv?q=a`);
  await expect(page).toHaveURL(CONFIRM);
  await send(page, 'proof-mail');
  await type(page, 'proof', codeIn(await house.inbox.mail(email, 2)));
  await look(page, language);
  await audit();
  const file = page.waitForEvent('download');
  await page.locator('main a.button').click();
  expect((await file).suggestedFilename()).toBe(`${EVENT}-registrations.csv`);
});

test('the way on leads nowhere else', async ({ page, house, language }) => {
  await become(page, house, language);
  for (const then of ['//evil.example', '/\\evil.example', 'https:evil.example', '%2f%2fevil.example', 'javascript:alert(1)']) {
    await page.goto(`/${language}/organise/confirm?then=${encodeURIComponent(then)}`);
    await expect(page).toHaveURL(`/${language}/organise`);
  }
});

test('an app makes the codes: set up, signed in with, and stood in for', async ({ page, house, language, words, audit }) => {
  const { email } = await become(page, house, language);
  await page.goto(`/${language}/organise/account`);
  await look(page, language);
  await audit();
  await send(page, 'authenticator-request');
  await expect(page).toHaveURL(`/${language}/organise/account/authenticator`);
  await expect(page.locator('svg.qr')).toBeVisible();
  await look(page, language);
  await audit();
  const secret = (await page.locator('code.secret').innerText()).replaceAll(/\s/g, '');
  house.personal.add(secret);
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  expect(await page.locator('main a[href^="otpauth:"]').getAttribute('href')).toContain(secret);
  await type(page, 'authenticator', '000000');
  await expect(page.locator('#code-error')).toHaveText(words('invalid-wrong-app-code'));
  await type(page, 'authenticator', app.generate());
  await expect(page).toHaveURL(`/${language}/organise/account/recovery-codes`);
  const codes = await page.locator('.recovery code').allInnerTexts();
  expect(new Set(codes).size).toBe(10);
  await look(page, language);
  await audit();
  await page.reload();
  await expect(page, 'they are seen once').toHaveURL(`/${language}/organise/account`);

  await signInByMail(page, house, language, email, 2);
  await expect(page).toHaveURL(`/${language}/sign-in-code`);
  await page.goto(`/${language}/organise`);
  await expect(page, 'the mail alone signs nobody in').toHaveURL(`/${language}/sign-in`);
  await page.goto(`/${language}/sign-in-code`);
  await look(page, language);
  await audit();
  await type(page, 'session-code', app.generate({ timestamp: Date.now() - 300_000 }));
  await expect(page.locator('#code-error')).toHaveText(words('invalid-wrong-app-code'));
  // That of this half minute was used to set the app up; the next counts already.
  await type(page, 'session-code', app.generate({ timestamp: Date.now() + 30_000 }));
  await expect(page).toHaveURL(`/${language}/organise`);

  await signInByMail(page, house, language, email, 3);
  await type(page, 'session-code', codes[7].toLowerCase());
  await expect(page).toHaveURL(`/${language}/organise`);

  await pass(house);
  await page.goto(`/${language}/organise/account`);
  await send(page, 'authenticator-end');
  await expect(page).toHaveURL(CONFIRM);
  await expect(page.locator('form[action="/api/proof-mail"]'), 'a mail is not enough').toHaveCount(0);
  await audit();
  await type(page, 'proof', codes[7]);
  await expect(page.locator('#code-error')).toHaveText(words('invalid-wrong-app-code'));
  await type(page, 'proof', codes[2]);
  await expect(page).toHaveURL(`/${language}/organise/account`);
  await send(page, 'authenticator-end');
  await expect(page.locator('form[action="/api/authenticator-end"]')).toHaveCount(0);
});

test('an address changes when both mailboxes agree', async ({ page, browser, house, language, words, audit }) => {
  const leila = await become(page, house, language);
  const later = house.person('Leila');
  const elsewhere = await browser.newContext({ baseURL: house.url });
  const other = await elsewhere.newPage();
  await other.goto(`/${language}/sign-in`);
  await other.locator('#email').fill(leila.email);
  await send(other, 'sign-in-link');
  await type(other, 'session', codeIn(await house.inbox.mail(leila.email, 2)));
  await expect(other).toHaveURL(`/${language}/organise`);

  await page.goto(`/${language}/organise/account/address`);
  await page.locator('#email').fill('leila');
  await send(page, 'address-change');
  await expect(page.locator('#email-error')).toHaveText(words('invalid-email'));
  await audit();
  await page.locator('#email').fill(later.email);
  await send(page, 'address-change');
  const [old, fresh] = [await house.inbox.mail(leila.email, 3), await house.inbox.mail(later.email)];
  await look(page, language);
  await page.locator('#code').fill(codeIn(fresh));
  await page.locator('#other-code').fill(codeIn(fresh));
  await send(page, 'address');
  await expect(page.locator('#code-error')).toHaveText(words('invalid-wrong-code'));
  await expect(page.locator('#other-code')).toHaveValue(codeIn(fresh));
  await audit();
  await page.locator('#code').fill(codeIn(old));
  await send(page, 'address');
  await expect(page.locator('.notice.good')).toHaveText(words('address-changed'));
  await expect(page.locator('main')).toContainText(later.email);

  await other.goto(`/${language}/organise`);
  await expect(other).toHaveURL(`/${language}/sign-in`);
  await elsewhere.close();
  for (const [address, number] of [[leila.email, 4], [later.email, 2]] as const) {
    expect((await house.inbox.mail(address, number)).parsed.subject).toBe(words('mail-address-changed-subject'));
  }
});
