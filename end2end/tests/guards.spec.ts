// The guards of the other tests see what they are there for: without this, silence would prove nothing.

import { expectNoViolations } from '../support/axe';
import { expect, test } from '../support/fixtures';

test('the watch sees a script that the policy refuses, and a request to others', async ({ page, watch, script }) => {
  test.skip(!script, 'nothing can be injected without script');
  await page.goto('/en/about');
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="alert(1)">');
    fetch('https://example.org/').catch(() => {});
  });
  await expect.poll(() => watch.seen.join('\n')).toMatch(/policy: script-src-attr refused inline/);
  await expect.poll(() => watch.seen.join('\n')).toMatch(/policy: connect-src refused https:\/\/example.org/);
  watch.seen.length = 0;
});

test('the audit sees a field without a label', async ({ page, script }) => {
  test.skip(!script, 'axe needs script');
  await page.goto('/en/events');
  await page.locator('#q').evaluate((field) => {
    field.removeAttribute('placeholder');
    document.querySelector('label[for="q"]')!.remove();
  });
  await expect(expectNoViolations(page)).rejects.toThrow(/Form elements must have labels/);
});

test('the house sees a name in its log', async ({ house }) => {
  house.personal.add('Concord listens');
  expect(house.problems()).toEqual(["the log tells 'Concord listens'"]);
  house.personal.delete('Concord listens');
});
