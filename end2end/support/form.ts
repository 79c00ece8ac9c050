// The registration form, as people use it; with script and without.

import { expect, type APIRequestContext, type Page } from '@playwright/test';
import type { House, Person } from './house';
import { number, wordsOf, type Language, type Words } from './words';

/** An event that is open, has places to spare, and speaks all six languages. */
export const OPEN = 'one-ball-football-casablanca';

/** What a form sends. */
export type Fields = Record<string, string>;

export interface Attendee {
  name: string;
  ticket: string;
}

export class Form {
  constructor(
    readonly page: Page,
    readonly words: Words,
    /** Whether script runs. */
    readonly script: boolean,
  ) {}

  get root() {
    return this.page.locator('form[action="/api/register"]');
  }
  get name() {
    return this.page.locator('#contact-name');
  }
  get email() {
    return this.page.locator('#contact-email');
  }
  get people() {
    return this.root.locator('fieldset.person');
  }
  get problems() {
    return this.page.locator('#problems');
  }
  get submit() {
    return this.root.locator('button.wide');
  }
  get add() {
    return this.root.locator('button[value="add"]');
  }

  attendee(index: number) {
    const person = this.people.nth(index);
    return {
      name: person.locator('input'),
      ticket: person.locator('select'),
      remove: person.locator('button'),
      error: person.locator('.error'),
    };
  }

  async open(language: string, slug = OPEN): Promise<void> {
    await this.page.goto(`/${language}/events/${slug}`);
    await this.ready();
  }

  /** With script, waits until the island has taken over. */
  async ready(): Promise<void> {
    await this.root.waitFor();
    if (this.script) await this.page.waitForFunction(() => window.islandListens);
  }

  async fill(contact: Person, attendees: { name: string; ticket?: string }[]): Promise<void> {
    await this.name.fill(contact.name);
    await this.email.fill(contact.email);
    for (const [index, { name, ticket }] of attendees.entries()) {
      if (index > 0) {
        await this.add.click();
        await expect(this.people).toHaveCount(index + 1);
      }
      await this.attendee(index).name.fill(name);
      if (ticket) await this.attendee(index).ticket.selectOption(ticket);
    }
  }

  /** The error that a field has, as a screen reader finds it. */
  async errorOf(id: string): Promise<string> {
    const field = this.page.locator(`#${id}`);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    const described = (await field.getAttribute('aria-describedby'))!.split(' ');
    const error = this.page.locator(`#${described.find((id) => id.endsWith('-error'))}`);
    return (await error.textContent())!.trim();
  }
}

/** The places that an event's page says are left. */
export async function placesLeft(page: Page): Promise<number> {
  const text = (await page.locator('.facts .places').textContent())!;
  const words = wordsOf((await page.locator('html').getAttribute('lang')) as Language);
  if (text === words('places-full')) return 0;
  // The last one is called so, without a number.
  return /\p{Nd}/u.test(text) ? number(text) : 1;
}

/** What a form sends when nobody has typed anything, from the page of an event. */
export async function emptyForm(
  request: APIRequestContext,
  house: House,
  language = 'en',
  slug = OPEN,
): Promise<Fields> {
  const html = await (await request.get(`${house.url}/${language}/events/${slug}`)).text();
  const hidden = html.matchAll(/<input type="hidden" name="form\[(\w+)\]" value="([^"]*)"/g);
  const form = Object.fromEntries([...hidden].map(([, name, value]) => [`form[${name}]`, value]));
  if (!form['form[key]']) throw new Error(`no form on the page of ${slug}`);
  return { ...form, 'form[step]': 'register', 'form[website]': '' };
}

/** The fields of a contact person and of those who come. */
export function typed(contact: Person, attendees: Attendee[]): Fields {
  const fields: Record<string, string> = {
    'form[contact_name]': contact.name,
    'form[contact_email]': contact.email,
  };
  for (const [index, { name, ticket }] of attendees.entries()) {
    fields[`form[attendees][${index}][name]`] = name;
    fields[`form[attendees][${index}][ticket]`] = ticket;
  }
  return fields;
}

/** A form with everything that is needed. */
export async function filled(
  request: APIRequestContext,
  house: House,
  contact: Person,
  attendees: Attendee[] = [{ name: contact.name, ticket: 'player' }],
  { language = 'en', slug = OPEN } = {},
): Promise<Fields> {
  return { ...(await emptyForm(request, house, language, slug)), ...typed(contact, attendees) };
}

/** Sends a plain form as a browser does; its answer is not followed. */
export function send(request: APIRequestContext, house: House, form: Fields) {
  const headers = { accept: 'text/html', origin: house.url, 'sec-fetch-site': 'same-origin' };
  return request.post(`${house.url}/api/register`, { form, headers, maxRedirects: 0 });
}

/** Sends a form as the island does: what is wrong with it, if it is refused. */
export async function refusal(request: APIRequestContext, house: House, form: Fields) {
  const headers = { accept: 'application/json' };
  const answer = await request.post(`${house.url}/api/register`, { form, headers });
  const { Refused } = await answer.json();
  return Refused?.invalid as { field: string; code: string }[] | undefined;
}

/** Registers without a browser: the address of the manage link. */
export async function register(
  request: APIRequestContext,
  house: House,
  contact: Person,
  attendees?: Attendee[],
  choices = {},
): Promise<string> {
  const form = await filled(request, house, contact, attendees, choices);
  const answer = await send(request, house, form);
  const location = answer.headers().location ?? '';
  if (!location.includes('/registrations/')) {
    throw new Error(`not registered: ${answer.status()} ${location}\n${await answer.text()}`);
  }
  return house.secret(location);
}
