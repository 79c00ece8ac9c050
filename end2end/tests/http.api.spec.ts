// The HTTP interface as a program meets it that knows its description alone.

import { randomUUID } from 'node:crypto';
import { expect, http as test } from '../support/fixtures';
import { OPEN } from '../support/form';
import type { House } from '../support/house';

/** Asks, and reads the answer as JSON. */
async function ask(house: House, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(house.url + path, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...sent,
  });
  return { status: answer.status, headers: answer.headers, value: await answer.json() };
}

/** The address of an operation, as the description has it. */
async function operations(house: House): Promise<Map<string, string>> {
  const { value } = await ask(house, 'GET', '/api/v1/openapi.json');
  const found = new Map<string, string>();
  for (const [path, item] of Object.entries<Record<string, { operationId: string }>>(value.paths)) {
    for (const operation of Object.values(item)) found.set(operation.operationId, path);
  }
  return found;
}

async function someone(house: House, name: string) {
  const { value: event } = await ask(house, 'GET', `/api/v1/events/${OPEN}`);
  const date = event.dates.find((date: { registration: { open: boolean } }) => date.registration.open);
  const person = house.person(name);
  return {
    date: date.starts,
    contact: { name: person.name, email: person.email },
    attendees: [
      { name: person.name, ticket: event.tickets[0].code },
      { name: 'Nour', ticket: event.tickets[0].code },
    ],
  };
}

test('a program finds an event, registers, changes a name and gives back', async ({ house }) => {
  const at = await operations(house);
  const { value: page } = await ask(house, 'GET', `${at.get('listEvents')}?q=football&limit=50`);
  expect(page.events.map((event: { slug: string }) => event.slug)).toContain(OPEN);

  const body = await someone(house, 'Amina');
  const key = randomUUID();
  const path = at.get('register')!.replace('{slug}', OPEN);
  const made = await ask(house, 'POST', path, body, { 'idempotency-key': key });
  expect(made.status).toBe(201);
  expect(made.value.state).toBe('confirmed');
  const mail = await house.inbox.mail(body.contact.email);
  expect(mail.parsed.text).toContain(made.value.reference);
  // The page behind the same secret knows it.
  expect(await (await fetch(made.value.url)).text()).toContain(made.value.reference);

  const again = await ask(house, 'POST', path, body, { 'idempotency-key': key });
  expect([again.status, again.value.reference]).toEqual([201, made.value.reference]);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  const other = { ...body, attendees: body.attendees.slice(0, 1) };
  const refused = await ask(house, 'POST', path, other, { 'idempotency-key': key });
  expect([refused.status, refused.value.code]).toEqual([409, 'idempotency-key-reused']);

  const mine = made.headers.get('location')!;
  const change = { attendees: [{ position: 1, name: 'Nour El Amrani' }] };
  const renamed = await ask(house, 'PATCH', mine, change);
  expect(renamed.value.attendees[1].name).toBe('Nour El Amrani');
  expect((await house.inbox.mail(body.contact.email, 2)).parsed.text).toContain('Nour El Amrani');
  const left = await ask(house, 'DELETE', `${mine}/attendees/1`);
  expect(left.value.attendees[1].given_back).toBe(true);
  const over = await ask(house, 'DELETE', mine);
  expect([over.status, over.value.state]).toEqual([200, 'cancelled']);
  expect((await ask(house, 'GET', mine)).value.state).toBe('cancelled');
});

test('twenty copies at once make one registration', async ({ house }) => {
  const body = await someone(house, 'Zainab');
  const path = `/api/v1/events/${OPEN}/registrations`;
  const headers = { 'idempotency-key': randomUUID() };
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(house, 'POST', path, body, headers)));
  const made = answers.filter((answer) => answer.status === 201);
  expect(new Set(made.map((answer) => answer.value.reference)).size).toBe(1);
  for (const answer of answers.filter((answer) => answer.status !== 201)) {
    expect([answer.status, answer.value.code]).toEqual([409, 'idempotency-key-in-use']);
  }
  const last = await ask(house, 'POST', path, body, headers);
  expect(last.value.reference).toBe(made[0].value.reference);
});

test('every error is a problem in the language that was asked for', async ({ house, words }) => {
  const path = `/api/v1/events/${OPEN}/registrations`;
  const key = { 'idempotency-key': randomUUID() };
  const wrong = await ask(house, 'POST', path, { date: 'soon' }, { ...key, 'accept-language': 'en' });
  expect(wrong.status).toBe(422);
  expect(wrong.headers.get('content-type')).toBe('application/problem+json');
  const at = wrong.value.errors.map((error: { pointer: string }) => error.pointer);
  expect(at.sort()).toEqual(['#/attendees', '#/contact', '#/contact/email', '#/contact/name', '#/date']);
  const date = wrong.value.errors.find((error: { pointer: string }) => error.pointer === '#/date');
  expect(date.detail).toBe(words('invalid-unknown-choice'));
  for (const [method, path, status, code] of [
    ['GET', '/api/v1/nowhere', 404, 'not-found'],
    ['PUT', '/api/v1/events', 405, 'method-not-allowed'],
    ['GET', '/api/v1/events?from=soon', 400, 'parameter'],
    ['GET', `/api/v1/registrations/${'A'.repeat(43)}`, 404, 'not-found'],
  ] as const) {
    const answer = await ask(house, method, path, undefined, { 'accept-language': 'ru' });
    expect([answer.status, answer.value.code], path).toEqual([status, code]);
    expect(answer.headers.get('content-language')).toBe('ru');
    expect(answer.headers.get('set-cookie')).toBeNull();
  }
});
