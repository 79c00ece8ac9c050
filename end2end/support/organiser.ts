// People who hold events: invited at the command line, signed in by what they are mailed.

import { expect, type BrowserContext, type Page } from '@playwright/test';
import { run } from './concord';
import { tell } from './database';
import type { House, Person } from './house';
import type { Mail } from './inbox';

/** The organisation of the demonstration that the tests act for. */
export const OWN = 'atlas-bridge';
/** One of its events. */
export const EVENT = 'oud-workshop-fez';

/** Invites someone, as the operator does; the link, whose secret must not stand in the log. */
export async function invite(house: House, { email }: Person, role = 'owner', organisation = OWN): Promise<string> {
  const words = ['organiser', 'invite', email, '--organisation', organisation, '--role', role];
  return house.secret((await run(words, house.settings())).trim());
}

/** A link of a mail to one of our pages. */
export function linkIn(mail: Mail, house: House, to: 'sign-in' | 'invitations'): string {
  const found = mail.parsed.text!.match(new RegExp(`https?://\\S+/${to}/\\S+`));
  if (!found) throw new Error(`no link to ${to} in:\n${mail.parsed.text}`);
  expect(found[0].startsWith(`${house.url}/`), 'links begin with the configured address').toBe(true);
  return house.secret(found[0]);
}

/** The code of a mail that lets a browser in. */
export function codeIn(mail: Mail): string {
  const found = mail.parsed.text!.match(/^\d{4} \d{4}$/m);
  if (!found) throw new Error(`no code in:\n${mail.parsed.text}`);
  return found[0];
}

/** Ten minutes pass for everybody who is signed in: nobody showed a short time ago who they are. */
export async function pass(house: House): Promise<void> {
  await house.stop();
  await tell(house.folder, ['update sessions set proved_at = proved_at - 601000000']);
  await house.start();
}

/** Opens an invitation and accepts it. */
export async function accept(page: Page, link: string, language: string): Promise<void> {
  await page.goto(link.replace('/en/', `/${language}/`));
  await page.locator('form[action="/api/membership"] button').click();
  await expect(page).toHaveURL(`/${language}/organise`);
}

/** Signs in a browser as a new member in this role. */
export async function become(
  page: Page,
  house: House,
  language: string,
  role = 'owner',
  organisation = OWN,
): Promise<Person> {
  const person = house.person('Leila');
  await accept(page, await invite(house, person, role, organisation), language);
  return person;
}

/** The cookies of a browser whose names end like this. */
export async function cookies(context: BrowserContext, name: string) {
  return (await context.cookies()).filter((cookie) => cookie.name.endsWith(name));
}
