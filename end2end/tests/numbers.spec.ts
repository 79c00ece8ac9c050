// Numbers to look at, files to take away, the record, and what needs a look today.

import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { become, EVENT, OWN } from '../support/organiser';

test('the numbers of an event can be used by everyone', async ({ page, house, language, words, audit }) => {
  await become(page, house, language, 'viewer');
  await page.goto(`/${language}/organise/${OWN}/events/${EVENT}`);
  await page.locator(`.tabs a[href$="/numbers"]`).click();
  await expect(page).toHaveURL(/\/numbers$/);
  await look(page, language);
  await audit();
  // What the bars show stands in the table behind them.
  const chart = page.locator('#numbers ~ .chart svg').first();
  await expect(chart).toHaveAttribute('role', 'img');
  const bars = await chart.locator('rect').count();
  expect(bars).toBeGreaterThan(1);
  await page.locator('#numbers ~ .behind summary').click();
  const rows = page.locator('#numbers ~ .behind tbody tr');
  const coming = await rows.last().locator('td').last().textContent();
  expect(Number(coming)).toBeGreaterThan(0);
  expect(await chart.getAttribute('aria-label')).toContain(coming!);
  await expect(page.locator('#shares')).toHaveText(words('numbers-who'));
  await audit();
});

test('the numbers of an event without people say what will stand there', async ({ page, house, language, words, audit }) => {
  await become(page, house, language);
  await page.goto(`/${language}/organise/${OWN}/events/new`);
  await page.locator('#event-title').fill('Nobody Yet');
  await page.locator('#event-discipline').selectOption('music/choir');
  await page.locator('form[action="/api/event"] button').click();
  await expect(page).toHaveURL(/\/edit$/);
  await page.goto(page.url().replace(/\/edit$/, '/numbers'));
  await look(page, language);
  await audit();
  await expect(page.locator('main')).toContainText(words('numbers-none'));
  await expect(page.locator('.chart')).toHaveCount(0);
});

test('the list is taken away as a sheet, for what the filter shows', async ({ page, house, language, words }) => {
  await become(page, house, language, 'organiser');
  const list = `/${language}/organise/${OWN}/events/${EVENT}/registrations`;
  await page.goto(`${list}?state=coming`);
  const link = page.getByRole('link', { name: words('attendance-export-sheet') });
  await expect(link).toHaveAttribute('href', `${list}.xlsx?state=coming`);
  const answer = await page.request.get(`${list}.xlsx?state=coming`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  expect(answer.headers()['content-disposition']).toBe(`attachment; filename="${EVENT}-registrations.xlsx"`);
  expect(answer.headers()['cache-control']).toBe('no-store');
  expect((await answer.body()).subarray(0, 2).toString()).toBe('PK');
});

test('the record is searched, taken away, and looked through', async ({ page, house, language, words, audit }) => {
  const leila = await become(page, house, language);
  const record = `/${language}/organise/${OWN}/audit`;
  await page.request.get(`${record.replace('/audit', '')}/events/${EVENT}/registrations.csv`);
  await page.goto(record);
  await look(page, language);
  if (await page.locator('.filters summary').isVisible()) await page.locator('.filters summary').click();
  await audit();
  await page.locator('#what').selectOption('export');
  await page.locator('#who').selectOption({ label: leila.email });
  await page.locator('.filters button[type="submit"]').click();
  await expect(page).toHaveURL(/what=export/);
  await expect(page.locator('.record li')).toHaveCount(1);
  await expect(page.locator('.record')).toContainText(words('act-export'));
  await expect(page.locator('#what')).toHaveValue('export');
  await look(page, language);
  await audit();

  const file = page.getByRole('link', { name: words('audit-export') });
  const csv = await (await page.request.get((await file.getAttribute('href'))!)).text();
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv.trim().split('\r\n')).toHaveLength(2);
  expect(csv).toContain(leila.email);

  await page.getByRole('link', { name: words('audit-chain-title') }).click();
  await expect(page).toHaveURL(/\/audit\/chain$/);
  await expect(page.locator('.notice.good')).toHaveCount(1);
  await look(page, language);
  await audit();
});

test('the start says what needs a look, and leads there', async ({ page, house, language, words, audit }) => {
  await become(page, house, language);
  await expect(page.locator('.attention')).toContainText(words('today-full'));
  await look(page, language);
  await audit();
  await page.locator('.attention a').first().click();
  await expect(page).toHaveURL(new RegExp(`/organise/${OWN}/events/`));
});

test('numbers and the list for the door print without what belongs on a screen', async ({ page, house, language }) => {
  await become(page, house, language);
  for (const path of ['numbers', 'registrations/door-list']) {
    await page.goto(`/${language}/organise/${OWN}/events/${EVENT}/${path}`);
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.header', '.footer', '.tabs', '.trail']) {
      await expect(page.locator(gone).first(), `${gone} of ${path}`).toBeHidden();
    }
    const shown = path === 'numbers' ? '.behind table' : '.door-list li .box';
    await expect(page.locator(shown).first()).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
  }
});
