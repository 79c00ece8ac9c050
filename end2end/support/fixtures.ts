// What every test finds: a house, the language it speaks, and someone who watches the browser.

import { test as base, expect } from '@playwright/test';
import { expectNoViolations } from './axe';
import { Form } from './form';
import { House, type Engine } from './house';
import { Watch } from './watch';
import { wordsOf, type Language, type Words } from './words';

/** What a project chooses. */
export interface Choices {
  language: Language;
  engine: Engine;
}

/** Tests of answers, without a browser. */
export const http = base.extend<Pick<Choices, 'language'> & { words: Words }, { house: House; engine: Engine }>({
  language: ['en', { option: true }],
  engine: ['sqlite', { option: true, scope: 'worker' }],
  words: async ({ language }, use) => use(wordsOf(language)),
  house: [
    async ({ engine }, use) => {
      const house = await House.open({ engine });
      await use(house);
      await house.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ house }, use) => use(house.url),
});

interface Browsing {
  /** Looks over the browser's shoulder; a test fails for what it saw. */
  watch: Watch;
  /** Whether script runs. */
  script: boolean;
  form: Form;
  /** Fails with what keeps people from using the page; without script, it cannot look. */
  audit: () => Promise<void>;
}

/** Tests of pages, in a browser. */
export const test = http.extend<Browsing>({
  watch: [
    async ({ context, page, house, script }, use) => {
      const watch = new Watch(house.url, script);
      await watch.over(context, page);
      await use(watch);
      expect(watch.seen, 'what the browser complained about').toEqual([]);
    },
    { auto: true },
  ],
  script: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled !== false),
  form: async ({ page, words, script }, use) => use(new Form(page, words, script)),
  audit: async ({ page, script }, use) => {
    await use(async () => {
      if (script) await expectNoViolations(page);
    });
  },
});

export { expect };
