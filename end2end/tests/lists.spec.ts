// Working with many registrations: tags, columns, filters, many at once, by hand, from a file.

import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { become, OWN } from '../support/organiser';

/** A day that is always ahead, as a date field has it. */
const DAY = `${new Date().getFullYear() + 1}-06-12`;

async function save(page: Page, endpoint: string): Promise<void> {
  await page.locator(`form[action="/api/${endpoint}"] button[type="submit"]`).last().click();
  await expect(page).toHaveURL(/[?&]saved=/);
}

/** An event of this organisation that is announced, with ten places: the address of its list. */
async function announced(page: Page, language: string, title: string): Promise<string> {
  await page.goto(`/${language}/organise/${OWN}/events/new`);
  await page.locator('#event-title').fill(title);
  await page.locator('#event-discipline').selectOption('music/choir');
  await page.locator('form[action="/api/event"] button').click();
  await expect(page).toHaveURL(/\/edit$/);
  const event = new URL(page.url()).pathname.replace(/\/edit$/, '');
  await page.locator('#event-summary').fill('We sing.');
  await page.locator('#event-description').fill('Come as you are.');
  await page.locator('#event-venue').fill('Old Port Hall');
  await save(page, 'event-text');
  await page.locator('#event-address').fill('Old Port, Casablanca');
  await save(page, 'event-facts');
  await page.locator('input[name="form[tickets][participant][offered]"]').check();
  await save(page, 'event-tickets');
  await page.locator('#date-starts').fill(`${DAY}T18:00`);
  await page.locator('#date-ends').fill(`${DAY}T20:00`);
  await page.locator('#date-zone').fill('Africa/Casablanca');
  await page.locator('#date-capacity').fill('10');
  await save(page, 'event-date');
  const question = page.locator('details.confirm', { has: page.locator('input[name="form[status]"][value="published"]') });
  await question.locator('summary').click();
  await question.locator('form button').click();
  await expect(page).toHaveURL(/[?&]saved=/);
  return `${event}/registrations`;
}

const rows = (page: Page) => page.locator('table.attendance tbody tr');

/** Brings a file and adds whom it has. */
async function bring(page: Page, list: string, text: Buffer): Promise<void> {
  await page.goto(`${list}/import`);
  await page.locator('#file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: text });
  await page.locator('form[enctype="multipart/form-data"] button').click();
  await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}$/);
}

test('people are added by hand and from a file, tagged, chosen and given back', async ({ page, house, language, words, audit }) => {
  test.setTimeout(120_000);
  await become(page, house, language);
  const list = await announced(page, language, 'Many Voices');

  // By hand, with a mistake first.
  await page.goto(`${list}/new`);
  await look(page, language);
  await audit();
  await page.locator('#contact-name').fill('Nadia Benali');
  await page.locator('#contact-email').fill('nadia');
  await page.locator('#attendee-0-name').fill('Nadia Benali');
  await page.locator('form[action="/api/registration"] button').click();
  await expect(page.locator('#contact-email-error')).toHaveText(words('invalid-email'));
  await expect(page.locator('#attendee-0-name')).toHaveValue('Nadia Benali');
  await page.locator('#contact-email').fill('nadia@example.org');
  await page.locator('form[action="/api/registration"] button').click();
  await expect(page.locator('#done')).toHaveText(words('by-hand-added'));

  // A tag on her page.
  await page.locator('#tag').fill('Alto');
  await page.locator('form[action="/api/registration-tag"] button').click();
  await expect(page.locator('.tag')).toContainText('Alto');
  await look(page, language);
  await audit();

  // From a file in Latin-1, whose columns are not what they are called.
  await bring(page, list, Buffer.from('qui;adresse\nHélène Ñandú;h@example.org\nZoë;z@example.org\n', 'latin1'));
  await look(page, language);
  await audit();
  await page.locator('#column-name').selectOption('0');
  await page.locator('#column-email').selectOption('1');
  await page.locator('form[method="get"] button').last().click();
  await expect(page.locator('main')).toContainText('Hélène Ñandú');
  await page.locator('form[action="/api/import"] button').click();
  await expect(page.locator('#done')).toBeVisible();
  await expect(rows(page)).toHaveCount(3);

  // Filters stand in the address and are cleared by one link.
  await page.goto(`${list}?tag=alto`);
  await expect(rows(page)).toHaveCount(1);
  await look(page, language);
  await audit();
  await page.locator(`details.filters a.more[href="${list}"]`).click();
  await expect(rows(page)).toHaveCount(3);

  // Columns are kept.
  await page.locator('details.columns summary').click();
  await page.locator('input[name="form[columns][email]"]').uncheck();
  await page.locator('input[name="form[columns][registered]"]').check();
  await page.locator('form[action="/api/list-columns"] button').first().click();
  await expect(page.locator('table.attendance')).not.toContainText('nadia@example.org');
  await page.goto(list);
  await expect(page.locator('table.attendance')).not.toContainText('nadia@example.org');

  // Nobody, then two of three.
  await page.locator('button[formaction="/api/bulk"]').first().click();
  await expect(page.locator('#problems')).toContainText(words('invalid-nobody-chosen'));
  for (const name of ['Zoë', 'Hélène Ñandú']) {
    await page.locator('table.attendance label', { hasText: name }).locator('input').check();
  }
  await page.locator('button[formaction="/api/bulk"]').first().click();
  await expect(page).toHaveURL(/\/bulk\/[0-9a-f-]{36}$/);
  await look(page, language);
  await audit();

  // A letter is shown before it is sent.
  await page.locator('#letter-subject').fill('{event}');
  await page.locator('#letter-text').fill('Dear {who}');
  await page.locator('form[action="/api/bulk-letter"] button').click();
  await expect(page.locator('#letter-text-error')).toHaveText(words('invalid-unknown-placeholder'));
  await page.locator('#letter-text').fill('Dear {name},\n\nbring <b>water</b>.');
  await page.locator('form[action="/api/bulk-letter"] button').click();
  await expect(page.locator('#preview')).toContainText('bring <b>water</b>.');
  await audit();

  // Places are given back, and come back.
  await page.locator('#bulk-cancel ~ details summary').click();
  await page.locator('button[name="form[act]"][value="cancel"]').click();
  await expect(page.locator('main [role="status"]')).toBeVisible();
  await look(page, language);
  await audit();
  await page.goto(`${list}?state=coming`);
  await expect(rows(page)).toHaveCount(1);
  await page.goBack();
  await page.locator('form[action="/api/bulk-undo"] button').click();
  await expect(page.locator('form[action="/api/bulk-undo"]')).toHaveCount(0);
  await page.goto(`${list}?state=coming`);
  await expect(rows(page)).toHaveCount(3);

  await page.goto(`/${language}/organise/${OWN}/audit`);
  await expect(page.locator('.record')).toContainText(words('act-bulk-undo'));
  await expect(page.locator('.record')).toContainText(words('act-import'));
});

test('a file with mistakes adds nobody and says where they are', async ({ page, house, language, words, audit }) => {
  await become(page, house, language);
  const list = await announced(page, language, 'Wrong Notes');
  await bring(page, list, Buffer.from('name,email\nAda,ada@example.org\n,nobody\n'));
  await expect(page.locator('.notice.bad li')).toHaveCount(2);
  await expect(page.locator('.notice.bad')).toContainText(words('invalid-email'));
  await expect(page.locator('form[action="/api/import"]')).toHaveCount(0);
  await audit();
  await page.goto(`${list}/import`);
  await look(page, language);
  await page.locator('#file').setInputFiles({ name: 'people.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004\u0000\u0000') });
  await page.locator('form[enctype="multipart/form-data"] button').click();
  await expect(page.locator('#problems')).toContainText(words('invalid-no-table'));
  await audit();
  await page.goto(list);
  await expect(rows(page)).toHaveCount(0);
});

test('the door does nothing to many, and has no columns about the contact person', async ({ page, house, language }) => {
  await become(page, house, language, 'door-staff');
  await page.goto(`/${language}/organise/${OWN}/events/oud-workshop-fez/registrations`);
  await expect(page.locator('button[formaction="/api/bulk"]')).toHaveCount(0);
  await expect(page.locator('input[name="form[columns][email]"]')).toHaveCount(0);
  await expect(page.locator('input[name="form[columns][ticket]"]')).toHaveCount(1);
});
