// What holds for whatever a page shows.

import { expect, type Page } from '@playwright/test';
import { wordsOf, type Language } from './words';

/** How far the page reaches beyond the window, and what does. */
async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > width + 1 || left < -1;
    });
    return wide.slice(0, 5).map((element) => `${element.outerHTML.slice(0, 120)} at ${width}px`);
  });
}

/** What holds for whatever a page shows. */
export async function look(page: Page, language: Language): Promise<void> {
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', language);
  await expect(html).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page.locator('main')).toHaveCount(1);
  expect(await page.title()).toContain(wordsOf(language)('site-name'));
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(page)).toEqual([]);
  await page.setViewportSize(size);
}
