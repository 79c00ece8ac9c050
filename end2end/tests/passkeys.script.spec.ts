// Passkeys, with an authenticator that Chromium plays.

import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { become, pass } from '../support/organiser';

async function authenticator(context: BrowserContext, page: Page) {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    verify: (isUserVerified: boolean) => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}

async function signOut(page: Page, language: string): Promise<void> {
  await page.goto(`/${language}/organise/account`);
  await page.locator('form[action="/api/session-end"] button').first().click();
  await expect(page).toHaveURL(`/${language}/sign-in`);
}

test('a passkey signs in without a mail, until it is forgotten', async ({ page, context, house, language, words, watch, audit }) => {
  await authenticator(context, page);
  await become(page, house, language);
  await page.goto(`/${language}/organise/account`);
  await page.locator('[data-passkey] button').click();
  const own = page.locator('form[action="/api/passkey-end"]');
  await expect(own).toHaveCount(1);
  await look(page, language);
  await audit();

  await signOut(page, language);
  await audit();
  await page.locator('[data-passkey] button').click();
  await expect(page).toHaveURL(`/${language}/organise`);

  await page.goto(`/${language}/organise/account`);
  await own.locator('button').click();
  await expect(own).toHaveCount(0);
  await signOut(page, language);
  watch.expectStatus(404);
  await page.locator('[data-passkey] button').click();
  await expect(page.locator('[data-passkey] .error')).toHaveText(words('passkey-failed'));
  await page.goto(`/${language}/organise`);
  await expect(page).toHaveURL(`/${language}/sign-in`);
});

test('a device that does not know its owner signs nobody in', async ({ page, context, house, language }) => {
  const device = await authenticator(context, page);
  await become(page, house, language);
  await page.goto(`/${language}/organise/account`);
  await page.locator('[data-passkey] button').click();
  await expect(page.locator('form[action="/api/passkey-end"]')).toHaveCount(1);
  await signOut(page, language);
  await device.verify(false);
  await page.locator('[data-passkey] button').click();
  await expect(page.locator('[data-passkey] .error')).toBeVisible();
});

test('a passkey shows again who one is, and what needs it asks for it', async ({ page, context, house, language, watch, audit }) => {
  watch.expectStatus(401);
  await authenticator(context, page);
  await become(page, house, language);
  await page.goto(`/${language}/organise/account`);
  await page.locator('[data-passkey] button').click();
  const own = page.locator('form[action="/api/passkey-end"]');
  await expect(own).toHaveCount(1);
  await pass(house);
  // By script as well as by a form.
  await page.locator('[data-passkey="create"] button').click();
  await expect(page).toHaveURL(/\/organise\/confirm\?then=/);
  await page.goto(`/${language}/organise/account`);
  await own.locator('button').click();
  await expect(page).toHaveURL(/\/organise\/confirm\?then=/);
  await expect(page.locator('form[action="/api/proof-mail"]'), 'a mail is not enough').toHaveCount(0);
  await look(page, language);
  await audit();
  await page.locator('[data-passkey="prove"] button').click();
  await expect(page).toHaveURL(`/${language}/organise/account`);
  await own.locator('button').click();
  await expect(own).toHaveCount(0);
});
