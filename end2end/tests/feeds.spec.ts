// Feeds as calendar programs fetch them.

import { badLines, read } from '../support/calendar';
import { expect, http as test } from '../support/fixtures';
import { OPEN } from '../support/form';

const FEEDS = [
  '/calendars/all.ics',
  '/calendars/all.ics?lang=ar',
  `/calendars/events/${OPEN}.ics`,
  '/calendars/events/tai-chi-at-dawn-shanghai.ics?lang=zh',
  '/calendars/events/steppe-dance-days-almaty.ics',
  '/calendars/events/board-games-without-borders-kathmandu.ics',
  '/calendars/events/morning-sea-swim-beirut.ics',
  `/calendars/events/${OPEN}/download.ics`,
];

for (const path of FEEDS) {
  test(`${path} is a calendar that programs read and keep`, async ({ house }) => {
    const first = await fetch(house.url + path);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toMatch(/max-age=\d+/);
    expect(first.headers.get('set-cookie')).toBeNull();
    const text = await first.text();
    expect(badLines(text)).toEqual([]);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const calendar = read(text);
    expect(calendar.defined).toEqual(calendar.used);
    expect(calendar.method).toBeNull();
    const uids = calendar.entries.map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    expect(uids.length).toBeGreaterThan(0);
    for (const { starts, ends, names } of calendar.entries) {
      expect(ends > starts).toBe(true);
      expect(names).not.toContain('ATTENDEE');
    }

    const again = await fetch(house.url + path);
    expect(await again.text()).toBe(text);
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"[^"]+"$/);
    expect(again.headers.get('etag')).toBe(etag);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const unchanged = await fetch(house.url + path, { headers: { 'if-none-match': known } });
      expect([unchanged.status, await unchanged.text()], known).toEqual([304, '']);
      expect(unchanged.headers.get('etag')).toBe(etag);
    }
    const since = { 'if-modified-since': first.headers.get('last-modified')! };
    expect((await fetch(house.url + path, { headers: since })).status).toBe(304);
    const other = await fetch(house.url + path, { headers: { ...since, 'if-none-match': '"other"' } });
    expect(other.status, 'an entity tag counts more than a date').toBe(200);

    const head = await fetch(house.url + path, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('etag')).toBe(etag);
    expect(Number(head.headers.get('content-length'))).toBe(Buffer.byteLength(text));
  });
}

test('whatever a client says it accepts, it gets the calendar', async ({ house }) => {
  for (const accept of ['text/html', 'text/calendar', 'application/json', 'image/*', '*/*', 'nonsense', '']) {
    const answer = await fetch(`${house.url}/calendars/all.ics`, { headers: { accept } });
    expect(answer.headers.get('content-type'), accept).toBe('text/calendar; charset=utf-8');
  }
});

test('a feed is in the language that it is asked for, and in English for an unknown one', async ({ house }) => {
  const title = async (query: string) => {
    const answer = await fetch(`${house.url}/calendars/events/${OPEN}.ics${query}`);
    expect(answer.status).toBe(200);
    return read(await answer.text()).entries[0].title;
  };
  const english = await title('');
  expect(english).toBe('One Ball: football in mixed teams');
  expect(await title('?lang=ar')).toBe('كرة واحدة: كرة قدم بفرق مختلطة');
  for (const query of ['?lang=xx', '?lang=', '?lang=EN', '?lang=en&other=1', '?cancelled=mark']) {
    expect(await title(query), query).toBe(english);
  }
});

test('a download is a file with the name of its event, a feed is not', async ({ house }) => {
  const disposition = async (path: string) =>
    (await fetch(`${house.url}/calendars/events/${OPEN}${path}`)).headers.get('content-disposition');
  expect(await disposition('/download.ics')).toBe(`attachment; filename="${OPEN}.ics"`);
  expect(await disposition('.ics')).toBe('inline');
});

test('a date is the same entry in every file', async ({ house }) => {
  const entries = async (path: string) => read(await (await fetch(`${house.url}/calendars/${path}`)).text()).entries;
  const slug = 'tai-chi-at-dawn-shanghai';
  const own = await entries(`events/${slug}.ics`);
  expect(own).toHaveLength(8);
  expect(await entries(`events/${slug}/download.ics`)).toEqual(own);
  const all = new Map((await entries('all.ics')).map((entry) => [entry.uid, entry]));
  for (const entry of own) expect(all.get(entry.uid)).toEqual(entry);
});

test('a cancelled event stays in the calendar, marked', async ({ house }) => {
  const path = '/calendars/events/morning-sea-swim-beirut.ics';
  const [entry] = read(await (await fetch(house.url + path)).text()).entries;
  expect(entry.status).toBe('CANCELLED');
  expect(entry.title).toMatch(/^Cancelled: /);
});

test('an event of whole days begins and ends on days', async ({ house }) => {
  const path = '/calendars/events/board-games-without-borders-kathmandu.ics';
  const [{ starts, ends }] = read(await (await fetch(house.url + path)).text()).entries;
  expect([starts, ends].every((day) => /^\d{4}-\d\d-\d\d$/.test(String(day)))).toBe(true);
});

test('a calendar that is not there is said not to be, and not cached', async ({ house }) => {
  for (const path of ['events/nowhere.ics', 'events/nowhere', 'events/nowhere/download.ics', 'nowhere.ics']) {
    const answer = await fetch(`${house.url}/calendars/${path}`);
    expect([answer.status, answer.headers.get('cache-control')], path).toEqual([404, 'no-store']);
  }
});
