// Answers as programs see them: headers, other sites, damaged and hostile requests.

import { expect, http as test } from '../support/fixtures';
import { emptyForm, OPEN, register, send, typed } from '../support/form';
import type { House } from '../support/house';
import { asForm, request as line, say } from '../support/raw';

/** The places left of the open event, as its form says. */
async function placesLeft(house: House): Promise<number> {
  const html = await (await fetch(`${house.url}/en/events/${OPEN}`)).text();
  return Number(html.match(/class="places[^"]*">[^<\d]*(\d+)/)![1]);
}

async function cssPath(house: House): Promise<string> {
  const html = await (await fetch(`${house.url}/en/about`)).text();
  return html.match(/href="(\/pkg\/[^"]+\.css)"/)![1];
}

test('every kind of answer carries the headers that protect', async ({ house }) => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(house.url + path, { headers, redirect: 'manual' });
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(house.url + path, { method: 'POST', body, headers, redirect: 'manual' });
  const etag = (await get('/calendars/all.ics')).headers.get('etag')!;
  const answers: [string, Response, number][] = [
    ['a page', await get('/en'), 200],
    ['an event', await get(`/en/events/${OPEN}`), 200],
    ['a page that is not there', await get('/en/nowhere'), 404],
    ['the front door', await get('/'), 303],
    ['a style sheet', await get(await cssPath(house)), 200],
    ['a file of the site', await get('/robots.txt'), 200],
    ['a file that is not there', await get('/pkg/nowhere.js'), 404],
    ['a feed', await get('/calendars/all.ics'), 200],
    ['a feed that did not change', await get('/calendars/all.ics', { 'if-none-match': etag }), 304],
    ['a feed that is not there', await get('/calendars/events/nowhere.ics'), 404],
    ['a form of another site', await post('/api/register', '', { 'sec-fetch-site': 'cross-site' }), 403],
    ['a form that is too long', await post('/api/register', 'x'.repeat(70_000)), 413],
    ['a probe', await get('/healthz'), 200],
    ['a method that is not known', await fetch(`${house.url}/en`, { method: 'DELETE' }), 405],
  ];
  for (const [what, answer, status] of answers) {
    const headers = Object.fromEntries(answer.headers);
    expect.soft(answer.status, what).toBe(status);
    expect.soft(headers, what).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': what.startsWith('a feed') ? 'cross-origin' : 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
      'cache-control': expect.any(String),
    });
    expect.soft(headers['content-security-policy'], what).not.toMatch(/'unsafe-inline'|'unsafe-eval'|\*/);
    // It would bind browsers to https on a machine that has none.
    expect.soft(headers['strict-transport-security'], what).toBeUndefined();
    expect.soft(headers.server, what).toBeUndefined();
  }
});

test('the nonce of a page is another each time, and every script carries it', async ({ house }) => {
  const nonces = new Set<string>();
  for (let time = 0; time < 3; time += 1) {
    const answer = await fetch(`${house.url}/en/events/${OPEN}`);
    const [, nonce] = answer.headers.get('content-security-policy')!.match(/script-src [^;]*'nonce-([^']+)'/)!;
    const inline = [...(await answer.text()).matchAll(/<script(?![^>]*\bsrc=)([^>]*)>/g)];
    expect(inline.length).toBeGreaterThan(0);
    for (const [, attributes] of inline) expect(attributes).toContain(`nonce="${nonce}"`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test('the form of a page is another for everyone who asks at the same time', async ({ request, house }) => {
  const forms = await Promise.all(Array.from({ length: 20 }, () => emptyForm(request, house)));
  expect(new Set(forms.map((form) => form['form[key]'])).size).toBe(20);
});

test('a form that comes back is shown to the one who sent it, and to nobody else', async ({ playwright, house }) => {
  const noor = house.person('Noor');
  const sender = await playwright.request.newContext();
  for (const step of ['register', 'add', '']) {
    const form = { ...(await emptyForm(sender, house)), ...typed(noor, []), 'form[step]': step };
    const location = (await send(sender, house, form)).headers().location.split('#')[0];
    const own = await sender.get(house.url + location);
    expect(await own.text()).toContain(noor.email);
    expect(own.headers()['cache-control']).toBe('no-store');
    for (const spelling of ['form=returned', 'f%6Frm=returned', 'form=%72eturned', 'x=form=&form=returned']) {
      const page = house.url + location.replace('form=returned', spelling);
      await sender.get(page);
      const others = await (await fetch(page)).text();
      expect(others, spelling).not.toContain(noor.email);
      expect(others, spelling).not.toContain(form['form[key]']);
    }
  }
  await sender.dispose();
});

test('what another site makes a browser send changes nothing', async ({ request, house }) => {
  const nadia = house.person('Nadia');
  const form = { ...(await emptyForm(request, house)), ...typed(nadia, [{ name: nadia.name, ticket: 'player' }]) };
  const before = await placesLeft(house);
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain' },
  ];
  for (const path of ['/api/register', '/api/cancellation']) {
    for (const headers of foreign) {
      const answer = await request.post(house.url + path, { form, headers: { accept: 'text/html', ...headers } });
      expect(answer.status(), JSON.stringify(headers)).toBe(403);
    }
  }
  expect(await placesLeft(house)).toBe(before);
});

test('nothing that changes something can be asked for by GET', async ({ request, house }) => {
  const nadia = house.person('Nadia');
  const form = { ...(await emptyForm(request, house)), ...typed(nadia, [{ name: nadia.name, ticket: 'player' }]) };
  const before = await placesLeft(house);
  const query = new URLSearchParams(form).toString();
  for (const path of ['/api/register', '/api/cancellation']) {
    expect((await request.get(`${house.url}${path}?${query}`)).status()).toBeGreaterThanOrEqual(400);
  }
  expect(await placesLeft(house)).toBe(before);
});

test('looking at a mailed link, however often, changes nothing', async ({ request, house }) => {
  const rui = house.person('Rui');
  const link = await register(request, house, rui, [{ name: rui.name, ticket: 'player' }]);
  const before = await placesLeft(house);
  for (let time = 0; time < 5; time += 1) {
    expect((await request.get(link)).status()).toBe(200);
    expect((await request.head(link)).status()).toBe(200);
  }
  const page = await request.get(link);
  expect(await page.text()).toContain(rui.name);
  expect(page.headers()['cache-control']).toBe('no-store');
  expect(await placesLeft(house)).toBe(before);
});

test('requests for another host are not answered', async ({ house }) => {
  for (const host of ['evil.example', 'localhost.evil.example', 'evil@localhost', '']) {
    const answer = await say(house, line('GET', '/en', [`Host: ${host}`]));
    expect([400, 421], host).toContain(answer.status);
    expect(answer.body).not.toContain('evil');
  }
  const twice = await say(house, line('GET', '/en', ['Host: localhost', 'Host: evil.example']));
  expect([400, 421]).toContain(twice.status);
  expect((await say(house, line('GET', '/healthz', ['Host: 10.0.0.7']))).status).toBe(200);
});

test('octets that are no text are refused where they stand', async ({ house }) => {
  const refused = [
    line('GET', '/en/events/%ff'),
    line('GET', '/en/%ff%fe'),
    line('GET', '/%c3'),
    line('GET', '/en/organisations/%80'),
    line('GET', '/en/registrations/%ff'),
    line('GET', '/calendars/events/%ff.ics'),
    line('GET', '/calendars/events/%ff/download.ics'),
    line('GET', '/api/places?event=%ff&date=%ff&language=%ff'),
    line('GET', '/en/\xff'),
    line('GET', '/en/events/%00'),
    line('POST', '/api/register', asForm, 'form[attendees][0][name'),
    line('POST', '/api/register', asForm, 'form=1'),
    line('POST', '/api/cancellation', asForm, 'form[token]=%ff'),
    line('POST', '/api/cancellation', asForm, 'form[position]=x'),
    line('POST', '/api/register', ['Content-Type: application/json'], '{'.repeat(10_000)),
  ];
  // Where they only say how somebody would like to have it, they are as good as not there.
  const harmless = [
    line('GET', '/calendars/all.ics?lang=%ff'),
    line('GET', '/en/events?q=%ff&from=%ff&page=%ff'),
    line('GET', '/en', ['X-Text: \xff\xfe']),
    line('GET', '/en', ['Cookie: concord-form=\xff; concord-language=\xff', 'Accept-Language: \xff']),
  ];
  for (const text of [...refused, ...harmless]) {
    const { status } = await say(house, text);
    const what = text.split('\r\n')[0].slice(0, 80);
    expect.soft(status, what).toBeGreaterThanOrEqual(refused.includes(text) ? 400 : 200);
    expect.soft(status, what).toBeLessThan(refused.includes(text) ? 500 : 300);
  }
  expect(house.problems()).toEqual([]);
});

test('a name in another encoding than UTF-8 is not taken for another name', async ({ request, house }) => {
  const jose = house.person('José');
  const form = { ...(await emptyForm(request, house)), ...typed(jose, [{ name: 'Plain', ticket: 'player' }]) };
  const body = new URLSearchParams(form).toString().replaceAll('%C3%A9', '%E9');
  const answer = await say(house, line('POST', '/api/register', asForm, body));
  expect(answer.headers.location ?? '').not.toContain('/registrations/');
});

test('a form is refused for what is wrong with it, and changes nothing', async ({ request, house }) => {
  const tomas = house.person('Tomás');
  const empty = await emptyForm(request, house);
  const before = await placesLeft(house);
  const people = (count: number, ticket = 'player') => Array.from({ length: count }, () => ({ name: tomas.name, ticket }));
  const whole = { ...empty, ...typed(tomas, people(1)) };
  const wrong: [string, Record<string, string>, string][] = [
    ['nobody', { ...empty, ...typed(tomas, []) }, 'invalid-attendee-count'],
    ['eleven people', { ...empty, ...typed(tomas, people(11)) }, 'invalid-attendee-count'],
    ['a ticket type of another event', { ...empty, ...typed(tomas, people(1, 'media')) }, 'invalid-unknown-ticket'],
    ['no ticket type', { ...empty, ...typed(tomas, people(1, '')) }, 'invalid-required'],
    ['a field that nobody sees', { ...whole, 'form[website]': 'https://spam.example' }, 'invalid-unreadable'],
    ['no key', { ...whole, 'form[key]': '' }, 'invalid-unreadable'],
    ['a date that the event has not', { ...whole, 'form[date]': '2001-01-01T00:00:00' }, 'invalid-unreadable'],
  ];
  for (const [what, form, code] of wrong) {
    const answer = await request.post(`${house.url}/api/register`, { form, headers: { accept: 'application/json' } });
    expect.soft(answer.status(), what).toBe(200);
    const { Refused } = await answer.json();
    const codes = Refused?.invalid.map(({ code }: { code: string }) => `invalid${code.replace(/[A-Z]/g, '-$&').toLowerCase()}`);
    expect.soft(codes, what).toEqual([code]);
    const page = await send(request, house, form);
    expect.soft(page.status(), what).toBe(303);
    expect.soft(page.headers().location, what).toContain('form=returned');
  }
  const thousand = await send(request, house, { ...empty, ...typed(tomas, people(1000)) });
  expect(thousand.status()).toBe(413);
  expect(await placesLeft(house)).toBe(before);
});

test('the longest address that mail servers take is written to, a longer one is refused', async ({ request, house }) => {
  const host = ['h', 'o', 's'].map((letter) => letter.repeat(60)).join('.');
  const address = (length: number) => `${'l'.repeat(length - host.length - 9)}@${host}.example`;
  const { name } = house.person('Long');
  // RFC 5321 allows one more, our own mail server here does not.
  const longest = { name, email: address(253) };
  house.personal.add(longest.email);
  await register(request, house, longest, [{ name, ticket: 'player' }]);
  expect((await house.inbox.mail(longest.email)).to).toBe(longest.email);

  const form = { ...(await emptyForm(request, house)), ...typed({ name, email: address(255) }, [{ name, ticket: 'player' }]) };
  const answer = await request.post(`${house.url}/api/register`, { form, headers: { accept: 'application/json' } });
  expect((await answer.json()).Refused.invalid).toEqual([{ field: 'ContactEmail', code: 'TooLong' }]);
});

test('a mailbox is written to only so often in an hour', async ({ request, house }) => {
  const jean = house.person('Jean');
  for (let time = 0; time < 5; time += 1) {
    await register(request, house, jean, [{ name: jean.name, ticket: 'spectator' }]);
  }
  const form = { ...(await emptyForm(request, house)), ...typed(jean, [{ name: jean.name, ticket: 'spectator' }]) };
  const answer = await request.post(`${house.url}/api/register`, { form, headers: { accept: 'application/json' } });
  expect((await answer.json()).Refused.invalid).toEqual([{ field: 'ContactEmail', code: 'TooOften' }]);
});

test('drafts and what does not exist look alike', async ({ house }) => {
  for (const [draft, nothing] of [
    ['/en/events/drum-circle-nairobi', '/en/events/no-such-circle'],
    ['/calendars/events/drum-circle-nairobi.ics', '/calendars/events/no-such-circle.ics'],
    ['/calendars/events/drum-circle-nairobi/download.ics', '/calendars/events/no-such-circle/download.ics'],
  ]) {
    const [one, other] = await Promise.all([draft, nothing].map((path) => fetch(house.url + path)));
    expect([one.status, other.status]).toEqual([404, 404]);
    const same = async (answer: Response) => (await answer.text()).replace(/drum-circle-nairobi|no-such-circle|nonce="[^"]*"/g, '');
    expect(await same(one)).toBe(await same(other));
  }
  const calendar = await (await fetch(`${house.url}/calendars/all.ics`)).text();
  expect(calendar).not.toContain('drum-circle-nairobi');
});

test('probes tell how the house is', async ({ house }) => {
  expect(await (await fetch(`${house.url}/healthz`)).json()).toEqual({ status: 'alive' });
  const ready = await fetch(`${house.url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
});
