// Who came, while they come: the page follows a stream of counts.

import { expect, test } from '../support/fixtures';
import { tell } from '../support/database';
import { become, EVENT, OWN } from '../support/organiser';

test('numbers follow while people arrive, and end with the session', async ({ page, context, house, language, audit, watch }) => {
  // The date begins in an hour; nobody runs while it is moved there.
  await house.stop();
  const begins = Math.floor(Date.now() / 3_600_000) * 3_600_000 + 3_600_000;
  const of = 'event_id = (select event_id from event_slugs where slug = ?)';
  await tell(house.folder, [
    `update occurrences set starts_at = ?, ends_at = ?, zone = 'Etc/UTC', starts_local = ?, ends_local = ? where ${of}`,
    [
      begins * 1000,
      (begins + 7_200_000) * 1000,
      new Date(begins).toISOString().slice(0, 19),
      new Date(begins + 7_200_000).toISOString().slice(0, 19),
      EVENT,
    ],
  ]);
  await house.start();
  await become(page, house, language);
  await page.goto(`/${language}/organise/${OWN}/events/${EVENT}/numbers`);
  await expect(page.locator('[data-live]')).toBeVisible();
  await expect(page.locator('[data-again]')).toBeHidden();
  await expect(page.locator('[data-here]')).toHaveText('0');
  await audit();

  const door = await context.newPage();
  await door.goto(`/${language}/organise/${OWN}/events/${EVENT}/registrations?state=coming`);
  await door.locator('button[name="form[who]"]').first().click();
  await expect(door.locator('#done')).toBeVisible();
  await expect(page.locator('[data-here]')).toHaveText('1');
  await expect(page.locator('[data-arrivals] rect[height="100.0"]')).toHaveCount(1);
  await page.locator('[data-arrivals] summary').click();
  await expect(page.locator('[data-arrivals] tbody td', { hasText: /^1$/ })).toHaveCount(1);

  // Where the server goes away, the way to look again is back.
  watch.expect(/arrivals|ERR_/);
  await house.stop();
  await expect(page.locator('[data-again]')).toBeVisible();
  await house.start();
});
