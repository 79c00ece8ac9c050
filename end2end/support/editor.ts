// The editor of events, as organisers use it.

import { expect, type Page } from '@playwright/test';
import { OWN } from './organiser';

/** A day that is always ahead, as a date field has it. */
export const DAY = `${new Date().getFullYear() + 1}-05-08`;

/** Sends a section of the editor, and waits for it to come back saved. */
export async function save(page: Page, endpoint: string): Promise<void> {
  await page.locator(`form[action="/api/${endpoint}"] button[type="submit"]`).last().click();
  await expect(page).toHaveURL(/[?&]saved=/);
  await expect(page.locator('#problems')).toHaveCount(0);
}

/** Answers the question behind a button of the editor. */
export async function change(page: Page, status: string): Promise<void> {
  const question = page.locator('details.confirm', { has: page.locator(`input[name="form[status]"][value="${status}"]`) });
  await question.locator('summary').click();
  await question.locator('form button').click();
  await expect(page).toHaveURL(/[?&]saved=/);
}

/** Begins a draft: its slug. */
export async function begin(page: Page, language: string, title: string): Promise<string> {
  await page.goto(`/${language}/organise/${OWN}/events/new`);
  await page.locator('#event-title').fill(title);
  await page.locator('#event-discipline').selectOption('music/choir');
  await page.locator('form[action="/api/event"] button').click();
  await expect(page).toHaveURL(/\/edit$/);
  return new URL(page.url()).pathname.split('/').at(-2)!;
}

/** Adds a date with this many places. */
export async function addDate(page: Page, places: string): Promise<void> {
  await page.locator('#date-starts').fill(`${DAY}T18:00`);
  await page.locator('#date-ends').fill(`${DAY}T20:00`);
  await page.locator('#date-zone').fill('Africa/Casablanca');
  await page.locator('#date-capacity').fill(places);
  await save(page, 'event-date');
}

/** Fills in everything that an event has to have before it is published. */
export async function complete(page: Page, places = '3'): Promise<void> {
  await page.locator('#event-summary').fill('We sing what both shores know.');
  await page.locator('#event-description').fill('Come as you are.');
  await page.locator('#event-venue').fill('Old Port Hall');
  await save(page, 'event-text');
  await page.locator('#event-address').fill('Old Port, Casablanca');
  await save(page, 'event-facts');
  await page.locator('input[name="form[tickets][participant][offered]"]').check();
  await save(page, 'event-tickets');
  await addDate(page, places);
}
