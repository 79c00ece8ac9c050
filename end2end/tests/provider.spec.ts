// Signing in through a provider: a real one, on this machine, that is not ours.

import { attempt } from '../support/concord';
import { expect, test as base } from '../support/fixtures';
import { look } from '../support/look';
import { become, invite, OWN } from '../support/organiser';
import { TestProvider } from '../support/provider';

/** Tests in a house with a provider; the house is left as it was. */
const test = base.extend<{ inToken: boolean; provider: TestProvider }>({
  inToken: [true, { option: true }],
  provider: async ({ house, inToken, watch }, use) => {
    const provider = await TestProvider.open(house.url, { inToken });
    watch.expect(new RegExp(`a request to another origin: ${provider.issuer}/`));
    await house.stop();
    house.more = provider.settings;
    await house.start();
    await use(provider);
    await house.stop();
    house.more = {};
    await house.start();
    await provider.close();
  },
});

const BUTTON = 'a[href^="/oidc/begin/"]';

test('who has an account is known by the address, and later by the name at the provider', async ({ page, context, house, language, provider, audit }) => {
  const { email } = await become(page, house, language);
  await context.clearCookies();
  provider.person = { sub: 'leila', email, email_verified: true };
  await page.goto(`/${language}/sign-in`);
  await expect(page.locator(BUTTON)).toContainText('Club House');
  await look(page, language);
  await audit();
  await page.locator(BUTTON).click();
  await expect(page).toHaveURL(`/${language}/organise`);
  await expect(page.locator(`main h2 a[href$="/${OWN}"]`)).toBeVisible();

  await context.clearCookies();
  provider.person = { sub: 'leila', email: 'elsewhere@example.org', email_verified: false };
  await page.goto(`/${language}/sign-in`);
  await page.locator(BUTTON).click();
  await expect(page).toHaveURL(`/${language}/organise`);
});

test.describe('a provider that keeps addresses out of its tokens', () => {
  test.use({ inToken: false });
  test('is asked for them', async ({ page, context, house, language, provider }) => {
    const { email } = await become(page, house, language);
    await context.clearCookies();
    provider.person = { sub: 'leila', email, email_verified: true };
    await page.goto(`/${language}/sign-in`);
    await page.locator(BUTTON).click();
    await expect(page).toHaveURL(`/${language}/organise`);
  });
});

test('strangers stay strangers, and are told what to do', async ({ page, context, house, language, words, provider, audit }) => {
  const { email } = house.person('Stranger');
  for (const [email_verified, answer] of [[true, 'stranger'], [false, 'unverified']] as const) {
    provider.person = { sub: `stranger-${email_verified}`, email, email_verified };
    await context.clearCookies();
    await page.goto(`/${language}/sign-in`);
    await page.locator(BUTTON).click();
    await expect(page.locator('.notice h2')).toHaveText(words(`provider-${answer}-title`));
    await look(page, language);
    await audit();
    await page.goto(`/${language}/organise`);
    await expect(page).toHaveURL(`/${language}/sign-in`);
  }
});

test('who was invited gets in, and says yes', async ({ page, house, language, provider }) => {
  const youssef = house.person('Youssef');
  await invite(house, youssef, 'viewer');
  provider.person = { sub: 'youssef', email: youssef.email, email_verified: true };
  await page.goto(`/${language}/sign-in`);
  await page.locator(BUTTON).click();
  await expect(page).toHaveURL(new RegExp(`/${language}/invitations/`));
  house.secret(page.url());
  await page.locator('form[action="/api/membership"] button').click();
  await expect(page).toHaveURL(`/${language}/organise`);
  await expect(page.locator(`main h2 a[href$="/${OWN}"]`)).toBeVisible();
});

test('an answer that nobody asked for signs nobody in', async ({ page, language, words, provider }) => {
  for (const query of ['', '?code=a&state=b', `?code=a&state=b&iss=${provider.issuer}`, '?error=access_denied']) {
    await page.goto(`/oidc/callback${query}`);
    await expect(page.locator('.notice h2')).toHaveText(words('provider-failed-title'));
  }
  // One's own question, answered with the state of another.
  await page.request.get(`/oidc/begin/${language}`, { maxRedirects: 0 });
  await page.goto('/oidc/callback?code=a&state=b');
  await expect(page.locator('.notice h2')).toHaveText(words('provider-failed-title'));
  expect((await page.request.head('/oidc/callback')).status()).toBe(405);
});

test('concord check asks the provider', async ({ house, provider }) => {
  const found = await attempt(['check'], house.settings());
  expect(found.out).toContain(`right  provider to sign in through: Club House (${provider.issuer})`);
  const wrong = await attempt(['check'], { ...house.settings(), CONCORD_OIDC_ISSUER: `${provider.issuer}/elsewhere` });
  expect(wrong.out).toContain('WRONG  CONCORD_OIDC_ISSUER');
  expect(wrong.code).toBe(2);
  const half = await attempt(['check'], { ...house.settings(), CONCORD_OIDC_CLIENT_ID: '' });
  expect(half.error).toContain('CONCORD_OIDC_CLIENT_ID');
  expect(half.code).toBe(2);
});
