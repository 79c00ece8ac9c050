// Clients that are slow, stop half-way, or come in numbers: they harm nobody but themselves.

import { once } from 'node:events';
import { expect, http as test } from '../support/fixtures';
import { emptyForm, OPEN, register, typed } from '../support/form';
import type { House } from '../support/house';
import { asForm, dial, request as line, say } from '../support/raw';

test.describe.configure({ timeout: 60_000 });

/** How long until the other side ends a connection that began like this; others are served meanwhile. */
async function endured(house: House, begin: string, dribble = ''): Promise<number> {
  const started = Date.now();
  const socket = dial(house);
  socket.resume();
  socket.write(begin);
  const drip = dribble ? setInterval(() => socket.write(dribble), 500) : undefined;
  // Whoever writes on where nobody reads any more is reset: that is an end, too.
  socket.on('error', () => {});
  const closed = new Promise((done) => socket.on('close', done));
  const page = await fetch(`${house.url}/en`);
  expect(page.status).toBe(200);
  await closed;
  clearInterval(drip);
  return Date.now() - started;
}

test('who is slow to ask is left, and others are served', async ({ house }) => {
  const length = 'Content-Length: 1000\r\n\r\n';
  const waits = await Promise.all([
    endured(house, ''),
    endured(house, 'GET /en HTT'),
    endured(house, 'GET /en HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', 'x'),
    endured(house, `POST /api/register HTTP/1.1\r\nHost: localhost\r\n${length}form`, 'x'),
  ]);
  for (const wait of waits) expect(wait).toBeLessThan(15_000);
});

test('a head without an end is refused', async ({ house }) => {
  const answer = await say(house, line('GET', '/en', Array.from({ length: 400 }, (_, i) => `X-${i}: ${'x'.repeat(200)}`)));
  expect([0, 431].includes(answer.status) || Number.isNaN(answer.status)).toBe(true);
  const cookie = await say(house, line('GET', '/en', [`Cookie: ${'c'.repeat(100_000)}`]));
  expect(cookie.status === 431 || Number.isNaN(cookie.status)).toBe(true);
});

test('a body that says no length is refused once it is too long', async ({ house }) => {
  const socket = dial(house);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.write(['POST /api/register HTTP/1.1', 'Host: localhost', ...asForm, 'Transfer-Encoding: chunked', '', ''].join('\r\n'));
  for (let kilobytes = 0; kilobytes < 80; kilobytes += 1) socket.write(`400\r\n${'x'.repeat(1024)}\r\n`);
  socket.write('0\r\n\r\n');
  await expect.poll(() => Buffer.concat(chunks).toString().split('\r\n')[0]).toContain(' 413 ');
  socket.destroy();
});

test('a form of ten thousand fields, or of a field five thousand deep, registers nobody', async ({ house }) => {
  const many = Array.from({ length: 10_000 }, (_, i) => `f${i}=`).join('&').slice(0, 60_000);
  for (const fields of [many, `form${'[a]'.repeat(5000)}=1`]) {
    const { status, headers } = await say(house, line('POST', '/api/register', asForm, fields));
    expect(status).toBeGreaterThanOrEqual(300);
    expect(status).toBeLessThan(500);
    expect(headers.location ?? '').not.toContain('/registrations/');
  }
});

test('a client that goes away leaves a registration with its mail, or none', async ({ request, house }) => {
  const left = async () => {
    const html = await (await fetch(`${house.url}/en/events/${OPEN}`)).text();
    return Number(html.match(/class="places[^"]*">[^<\d]*(\d+)/)![1]);
  };
  const before = await left();
  const people = [];
  for (let turn = 0; turn < 12; turn += 1) {
    const person = house.person('Chidi');
    people.push(person);
    const form = { ...(await emptyForm(request, house)), ...typed(person, [{ name: person.name, ticket: 'spectator' }]) };
    const body = new URLSearchParams(form).toString();
    const whole = line('POST', '/api/register', asForm, body);
    // Half of them say everything and do not wait for the answer.
    const sent = turn % 2 ? whole : whole.slice(0, Math.floor((whole.length * turn) / 12));
    const socket = dial(house);
    await once(socket, 'connect');
    await new Promise((resolve) => socket.write(Buffer.from(sent, 'latin1'), resolve));
    socket.destroy();
  }
  // One that is certain to go through, after all of them.
  const last = house.person('Last');
  people.push(last);
  await register(request, house, last, [{ name: last.name, ticket: 'spectator' }]);
  await house.inbox.mail(last.email);
  const mails = () => people.filter(({ email }) => house.inbox.to(email).length).length;
  await expect.poll(async () => mails() - (before - (await left()))).toBe(0);
  for (const { email } of people) expect(house.inbox.to(email).length).toBeLessThanOrEqual(1);
});

test('many at once take no more places than there are, and each has one mail', async ({ request, house }) => {
  const slug = 'songwriting-room-istanbul';
  const form = await emptyForm(request, house, 'en', slug);
  const people = Array.from({ length: 30 }, () => house.person('Zeynep'));
  const answers = await Promise.all(
    people.map(async (person) => {
      const body = new URLSearchParams({
        ...form,
        ...typed(person, [{ name: person.name, ticket: 'participant' }]),
        'form[key]': crypto.randomUUID(),
      });
      const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
      return fetch(`${house.url}/api/register`, { method: 'POST', body, headers, redirect: 'manual' });
    }),
  );
  const admitted = people.filter((_, index) => answers[index].headers.get('location')!.includes('/registrations/'));
  expect(answers.every(({ status }) => status === 303)).toBe(true);
  expect(admitted).toHaveLength(5);
  for (const { email } of admitted) await house.inbox.mail(email);
  const page = await (await fetch(`${house.url}/en/events/${slug}`)).text();
  expect(page).toContain('places full');
  expect(people.flatMap(({ email }) => house.inbox.to(email))).toHaveLength(5);
});

test('a page is whole however many people ask for it at once', async ({ house }) => {
  const path = `/fr/events/${OPEN}`;
  const pages = await Promise.all(
    Array.from({ length: 60 }, async () => (await fetch(house.url + path)).text()),
  );
  const whole = pages.filter(
    (page) =>
      /<title>Un seul ballon[^<]* · /.test(page) &&
      page.includes('<meta name="description"') &&
      page.match(/rel="alternate"/g)?.length === 6 &&
      page.includes('<h1') &&
      page.includes('</html>'),
  );
  expect(whole).toHaveLength(60);
});
