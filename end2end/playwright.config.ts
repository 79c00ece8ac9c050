// Concord in a real browser: with script and without, wide and narrow, in both directions.
//
// `npx playwright test` needs a built Concord: CONCORD_BIN and CONCORD_SITE_DIR name it, and by
// default it is the one that `make build` leaves in target/concord/.

import { defineConfig, devices, type Project } from '@playwright/test';
import type { Choices } from './support/fixtures';

type Variant = Project<Choices>;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const wide = { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } };
const narrow = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Tests that look at answers and processes, never at a page: once is enough. */
const withoutPages = ['**/http*.spec.ts', '**/feeds.spec.ts', '**/commands.spec.ts', '**/outbox.spec.ts'];
/** What everybody can do, on whatever they hold in their hands. */
const everywhere = [
  '**/registrations.spec.ts',
  '**/pages.spec.ts',
  '**/questions.spec.ts',
  '**/hostile.spec.ts',
  '**/workspace.spec.ts',
  '**/organising.spec.ts',
  '**/proofs.spec.ts',
  '**/numbers.spec.ts',
  '**/writing.spec.ts',
];

const projects: Variant[] = [
  { name: 'chromium', use: wide, testIgnore: withoutPages },
  {
    name: 'chromium-no-js',
    use: { ...wide, javaScriptEnabled: false },
    testIgnore: [...withoutPages, '**/*.island.spec.ts', '**/*.script.spec.ts'],
  },
  { name: 'mobile', use: { ...wide, ...narrow }, testMatch: everywhere },
  {
    name: 'right-to-left',
    use: { ...wide, locale: 'ar', language: 'ar' },
    testMatch: everywhere,
  },
  {
    name: 'dark',
    use: { ...wide, colorScheme: 'dark' },
    testMatch: '**/pages.spec.ts',
    grep: /can be used by everyone|says so/,
  },
  { name: 'no-browser', testMatch: withoutPages },
];

if (process.env.CONCORD_TEST_POSTGRES) {
  projects.push({
    name: 'postgres',
    use: { ...wide, engine: 'postgres' },
    testMatch: '**/registrations.spec.ts',
  });
}

export default defineConfig<Choices>({
  testDir: 'tests',
  outputDir: 'test-results',
  globalSetup: './support/seed.ts',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  // For tests that look at many pages with axe, on a slow machine; what hangs is seen by `expect`.
  timeout: 90_000,
  expect: { timeout: 7_000 },
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CONCORD_CHROMIUM || '/usr/bin/chromium',
      args: flags,
    },
  },
  projects,
});
