// Questions of an event: asked of whom they concern, answered with a registration and changed after it.

import type { Page } from '@playwright/test';
import { begin, complete, change, save } from '../support/editor';
import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { become, OWN } from '../support/organiser';

/** An event that asks each runner something, and the contact person something else. */
const RUN = 'valley-run-kathmandu';

const answer = (page: Page, name: string, value: string) =>
  page.locator(`input[name="form[answers][${name}]"][value="${value}"]`);

test('what depends on an answer is asked only after it', async ({ page, form, language, audit }) => {
  await form.open(language, RUN);
  const training = page.locator('#attendee-0-answer-3');
  await expect(training).toBeHidden();
  await answer(page, 'a0q2', 'yes').check();
  await expect(training).toBeVisible();
  await audit();
  await answer(page, 'a0q2', 'no').check();
  await expect(training).toBeHidden();
});

test('each person is asked for themselves, mistakes are told at their answers, and answers can be changed', async ({
  page, house, form, words, language, audit,
}) => {
  test.slow();
  const [ada, salma] = [house.person('Ada'), house.person('سلمى')];
  await form.open(language, RUN);
  await answer(page, 'a0q2', 'yes').check();
  await form.fill(ada, [{ name: ada.name }, { name: salma.name }]);
  // The answers of the first stay when a second person comes.
  await expect(answer(page, 'a0q2', 'yes')).toBeChecked();
  await expect(page.locator('#attendee-1-answers')).toBeVisible();
  await answer(page, 'a0q1', '2').check();
  await page.locator('#attendee-0-answer-4').fill('Peanuts');
  house.personal.add('Peanuts');
  await form.submit.click();

  await expect(form.problems).toBeVisible();
  for (const id of ['attendee-0-answer-3', 'attendee-1-answer-1', 'answer-5']) {
    await expect(page.locator(`#${id}-error`)).toHaveText(words('invalid-required'));
    await expect(form.problems.locator(`a[href="#${id}"]`)).toBeVisible();
  }
  await expect(page.locator('#attendee-0-answer-1-error')).toBeHidden();
  await expect(answer(page, 'a0q1', '2')).toBeChecked();
  await expect(page.locator('#attendee-0-answer-4')).toHaveValue('Peanuts');
  await audit();

  await answer(page, 'a0q3', '1').check();
  await answer(page, 'a1q1', '5').check();
  const phone = '+212 522 123456';
  house.personal.add(phone);
  await page.locator('#answer-5').fill(phone);
  await form.submit.click();
  await page.waitForURL(`/${language}/registrations/*?new=1`);
  house.secret(page.url());

  const answers = page.locator('form[action="/api/answers"]');
  await expect(answer(page, 'a0q1', '2')).toBeChecked();
  await expect(page.locator('#attendee-0-answer-4')).toHaveValue('Peanuts');
  await expect(page.locator('#answer-5')).toHaveValue(phone);
  await audit();
  await page.locator('#answer-5').fill('call me');
  await answers.locator('button').click();
  await expect(page.locator('#answer-5-error')).toHaveText(words('invalid-answer-phone'));
  await page.locator('#answer-5').fill(phone);
  await answer(page, 'a0q2', 'no').check();
  await answers.locator('button').click();
  await expect(page.locator('.notice.good')).toHaveText(words('answers-saved'));
  await expect(answer(page, 'a0q2', 'no')).toBeChecked();
  await expect(page.locator('#attendee-0-answer-3')).toBeHidden();
  await expect(answer(page, 'a0q3', '1')).not.toBeChecked();
});

test('who is taken away takes their answers along', async ({ page, house, form, language }) => {
  const [noor, omar, lea] = ['Noor', 'Omar', 'Léa'].map((name) => house.person(name));
  await form.open(language, RUN);
  await form.fill(noor, [{ name: noor.name }, { name: omar.name }, { name: lea.name }]);
  for (const [index, shirt] of ['1', '2', '3'].entries()) await answer(page, `a${index}q1`, shirt).check();
  await form.attendee(1).remove.click();
  await expect(form.people).toHaveCount(2);
  const shirts = page.locator('.question-set input[name$="q1]"]:checked');
  await expect(shirts).toHaveCount(2);
  expect(await shirts.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))).toEqual(['1', '3']);
});

test('an organiser asks, and sees what was answered', async ({ page, house, form, language, words, audit }) => {
  test.slow();
  await become(page, house, language);
  const slug = await begin(page, language, 'Choir with questions');
  await complete(page);
  const edit = `/${language}/organise/${OWN}/events/${slug}/edit`;
  await page.goto(`${edit}?question=new#question-form`);
  await look(page, language);
  await audit();
  // Nothing was written: what is missing is told at its field.
  await page.locator('form[action="/api/event-question"] button[type="submit"]').click();
  await expect(page.locator('#problems')).toBeVisible();
  await page.locator('#question-kind').selectOption('choice');
  await page.locator('#question-of').selectOption('attendee');
  await page.locator('input[name="form[question][required]"]').check();
  await page.locator(`#question-label-${language}`).fill('Which voice?');
  await page.locator(`#question-option-1-${language}`).fill('High');
  await page.locator(`#question-option-2-${language}`).fill('Low');
  await save(page, 'event-question');
  await expect(page.locator('.questions-list')).toContainText('Which voice?');
  await change(page, 'published');

  const dina = house.person('Dina');
  await form.open(language, slug);
  await form.fill(dina, [{ name: dina.name }]);
  await answer(page, 'a0q1', '2').check();
  await form.submit.click();
  await page.waitForURL(`/${language}/registrations/*?new=1`);
  house.secret(page.url());

  const list = `/${language}/organise/${OWN}/events/${slug}/registrations`;
  await page.goto(list);
  await page.locator('a.reference-small').click();
  await expect(page.locator('#answers')).toHaveText(words('answers-of-all-title'));
  await expect(page.locator('dl.present')).toContainText('Low');
  await look(page, language);
  await audit();
  const csv = await (await page.request.get(`${list}.csv`)).text();
  expect(csv.split('\r\n')[0]).toMatch(/,Which voice\?$/);
  expect(csv).toMatch(/,Low\r\n/);
});
