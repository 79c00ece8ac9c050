// What the public reads, as its people write it: the organisation's page, Markdown, pictures, and
// how a page looks before anybody else can see it.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { become, EVENT, OWN } from '../support/organiser';

const editor = (language: string, slug = EVENT) => `/${language}/organise/${OWN}/events/${slug}/edit`;

/** Sends a form, and waits for it to come back saved. */
async function save(page: Page, endpoint: string): Promise<void> {
  await page.locator(`form[action="/api/${endpoint}"] button[type="submit"]`).last().click();
  await expect(page).toHaveURL(/[?&]saved=/);
  await expect(page.locator('#problems')).toHaveCount(0);
}

async function send(page: Page, endpoint: string): Promise<void> {
  await page.locator(`form[action="/api/${endpoint}"] button[type="submit"]`).last().click();
  await expect(page.locator('#problems')).toBeVisible();
}

/** A picture that is at hand: the icon of the site, of 512 by 512 points. */
const picture = () => readFile(join(import.meta.dirname, '../../public/icon-512.png'));

const HOSTILE = [
  '# We **sing**',
  '',
  '- *one*',
  '- [map](https://example.org/map)',
  '',
  '<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) ![y](https://evil.example/y.png)',
  '',
  '</textarea><svg onload=alert(1)>',
].join('\n');

test('an organisation writes its page, and readers see it', async ({ page, house, language, words, audit }) => {
  await become(page, house, language, 'organiser');
  await page.goto(`/${language}/organise/${OWN}/page`);
  await look(page, language);
  await audit();
  await page.goto(`/${language}/organise/${OWN}/page?text=${language}`);
  const name = `Bridge of Shores ${Date.now()}`;
  await page.locator('#organisation-name').fill(name);
  await page.locator('#organisation-description').fill(HOSTILE);
  await save(page, 'organisation-text');
  await page.locator('#link-0').fill('ftp://club.example');
  await send(page, 'organisation-facts');
  await expect(page.locator('#link-0-error')).toHaveText(words('invalid-website'));
  await expect(page.locator('#link-0')).toHaveValue('ftp://club.example');
  await audit();
  await page.locator('#link-0').fill('https://club.example');
  await page.locator('#link-1').fill('https://www.instagram.com/club');
  await save(page, 'organisation-facts');
  await page.locator('#picture-file').setInputFiles({ name: 'logo.jpg', mimeType: 'image/jpeg', buffer: await picture() });
  await save(page, 'organisation-logo');
  await audit();

  await page.goto(`/${language}/organisations/${OWN}`);
  await look(page, language);
  await audit();
  await expect(page.locator('h1')).toHaveText(name);
  await expect(page.locator('main .prose h3')).toHaveText('We sing');
  await expect(page.locator('.tags a[href="https://www.instagram.com/club"]')).toHaveText('Instagram');
  await expect(page.locator('.tags a[href="https://club.example"]')).toHaveAttribute('rel', 'nofollow noopener');
  expect(await page.locator('img.logo').evaluate((logo: HTMLImageElement) => logo.naturalWidth)).toBeGreaterThan(0);
  await page.goto(`/${language}/events?q=${encodeURIComponent(name.toUpperCase())}`);
  await expect(page.locator('.row').first()).toBeVisible();
  await page.goto(`/${language}/organise/${OWN}/page`);
  await page.locator('details.confirm', { has: page.locator('form[action="/api/organisation-logo-end"]') }).locator('summary').click();
  await save(page, 'organisation-logo-end');
});

test('Markdown is shown as it is meant, and nothing of it runs', async ({ page, house, language }) => {
  await become(page, house, language);
  await page.goto(`${editor(language)}?text=${language}`);
  const before = await page.locator('#event-description').inputValue();
  await page.locator('#event-description').fill(HOSTILE);
  await save(page, 'event-text');
  await expect(page.locator('#event-description')).toHaveValue(HOSTILE);

  await page.goto(`/${language}/events/${EVENT}`);
  const text = page.locator('section.prose');
  await expect(text.locator('h3 strong')).toHaveText('sing');
  await expect(text.locator('li')).toHaveCount(2);
  await expect(text.locator('a[href="https://example.org/map"]')).toHaveAttribute('rel', 'nofollow ugc noopener');
  await expect(text).toContainText('<script>alert(1)</script>');
  await expect(text.locator('script, img, svg, a[href^="javascript:"]')).toHaveCount(0);
  const calendar = await (await page.request.get(`/calendars/events/${EVENT}.ics?lang=${language}`)).text();
  expect(calendar.replace(/\r\n /g, '')).toContain('We sing');

  await page.goto(`${editor(language)}?text=${language}`);
  await page.locator('#event-description').fill(before);
  await save(page, 'event-text');
});

test('a text of a million letters comes back quickly, with what is wrong at its field', async ({ page, house, language, words }) => {
  await become(page, house, language);
  await page.goto(`${editor(language)}?text=${language}`);
  // Set and not typed: what the browser takes to type it is not what is tested.
  const form = page.locator('form[action="/api/event-text"]');
  const fields: Record<string, string> = {};
  for (const input of await form.locator('input').all()) {
    fields[(await input.getAttribute('name'))!] = await input.inputValue();
  }
  const sent = { ...fields, 'form[text][description]': 'a'.repeat(1_048_576) };
  const start = Date.now();
  const answer = await page.request.post('/api/event-text', {
    form: sent,
    headers: { accept: 'text/html', origin: house.url },
    timeout: 20_000,
  });
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain('event-description-error');
  expect(await answer.text()).toContain(words('invalid-over-limit'));
  expect(Date.now() - start).toBeLessThan(5_000);
});

test('buttons write Markdown, and what becomes of it is seen beside', async ({ page, house, language, script, audit }) => {
  await become(page, house, language);
  await page.goto(`${editor(language)}?text=${language}`);
  const [field, toolbar] = [page.locator('#event-description'), page.locator('.writing [role="toolbar"]')];
  if (!script) {
    await expect(toolbar).toBeHidden();
    return;
  }
  await field.fill('sing');
  await field.selectText();
  await toolbar.locator('[data-mark="bold"]').click();
  await expect(field).toHaveValue('**sing**');
  await toolbar.locator('[data-mark="bold"]').click();
  await expect(field).toHaveValue('sing');
  await field.press('Control+i');
  await expect(field).toHaveValue('*sing*');
  await toolbar.locator('[data-mark="list"]').click();
  await expect(field).toHaveValue('- *sing*');
  await expect(page.locator('.shown li em')).toHaveText('sing');
  await toolbar.locator('[data-mark="bold"]').focus();
  await page.keyboard.press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight');
  await expect(toolbar.locator('[data-mark="italic"]')).toBeFocused();
  await audit();
});

test('an event gets a picture, which is seen once somebody said what is on it', async ({ page, house, language, words, script, audit }) => {
  await become(page, house, language);
  await page.goto(editor(language));
  const file = page.locator('#picture-file');
  await file.setInputFiles({ name: 'picture.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg onload=alert(1)>') });
  await page.locator(`#picture-alt-${language}`).fill('Two squares');
  await send(page, 'event-picture');
  await expect(page.locator('#picture-file-error')).toHaveText(words('invalid-picture-kind'));
  await expect(page.locator(`#picture-alt-${language}`)).toHaveValue('Two squares');
  await audit();
  await file.setInputFiles({ name: 'picture.png', mimeType: 'image/png', buffer: await picture() });
  await page.locator('#picture-focus-x').fill('20');
  await save(page, 'event-picture');
  await look(page, language);
  await audit();
  if (script) {
    await page.locator('.picture-now img').click({ position: { x: 4, y: 4 } });
    expect(Number(await page.locator('#picture-focus-x').inputValue())).toBeLessThan(10);
  }

  await page.goto(`/${language}/events/${EVENT}`);
  await look(page, language);
  await audit();
  const shown = page.locator('.head img.photo');
  await expect(shown).toHaveAttribute('alt', 'Two squares');
  await expect(shown).toHaveAttribute('class', /fx-20 fy-50/);
  expect(await shown.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
  const answer = await page.request.get((await shown.getAttribute('src'))!);
  expect(answer.headers()).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(answer.headers()['content-security-policy']).toContain('sandbox');
  const other = language === 'en' ? 'fr' : 'en';
  await page.goto(`/${other}/events/${EVENT}`);
  await expect(page.locator('.head svg.motif')).toBeVisible();

  await page.goto(editor(language));
  await page.locator('details.confirm', { has: page.locator('form[action="/api/event-picture-end"]') }).locator('summary').click();
  await save(page, 'event-picture-end');
  await page.goto(`/${language}/events/${EVENT}`);
  await expect(page.locator('.head svg.motif')).toBeVisible();
});

test('a page is seen in every language before anybody else sees it', async ({ page, house, language, words, audit }) => {
  await become(page, house, language);
  await page.goto(editor(language));
  await page.locator('#texts a[href$="/preview"]').click();
  await expect(page.locator('.notice').first()).toHaveText(words('preview-note'));
  await look(page, language);
  await audit();
  for (const [code, direction] of [['ar', 'rtl'], ['zh', 'ltr']]) {
    await page.locator(`nav.chips a[lang="${code}"]`).click();
    const preview = page.locator('section.preview > div');
    await expect(preview).toHaveAttribute('lang', code);
    await expect(preview).toHaveAttribute('dir', direction);
    await expect(preview.locator('#register')).toHaveCount(0);
    await audit();
  }
});
