// What stands in a mail, for tests to compare with what the pages say.

import { expect } from '@playwright/test';
import type { House } from './house';
import type { Mail } from './inbox';
import { all, type Part } from './mime';
import { plain } from './words';

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The HTML of a mail as text, with the addresses of its links. */
export function htmlText({ parsed }: Mail): string {
  const html = (parsed.html || '').replace(/<(style|title)\b.*?<\/\1>/gs, '');
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
  const text = html.replace(/<!--.*?-->/gs, '').replace(/<[^>]*>/g, '') + ` ${links.join(' ')}`;
  return plain(
    text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (entity, hex, decimal, name) => {
      if (name) return NAMED[name] ?? entity;
      return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal));
    }),
  );
}

/** The manage link of a mail, the same in its text and its HTML. */
export function linkIn(mail: Mail, house: House): string {
  const found = mail.parsed.text!.match(/https?:\/\/\S+\/registrations\/\S+/);
  if (!found) throw new Error(`no manage link in:\n${mail.parsed.text}`);
  expect(found[0].startsWith(`${house.url}/`), 'links begin with the configured address').toBe(true);
  expect(htmlText(mail)).toContain(found[0]);
  return house.secret(found[0]);
}

/** The calendar among the alternatives and the one that is attached, each labelled as clients need it. */
export function calendarParts(mail: Mail, method: string): [Part, Part] {
  const [invitation, attachment] = all(mail.root).filter(({ type }) => type === 'text/calendar');
  expect(invitation.headers['content-disposition']).toBeUndefined();
  expect(attachment.headers['content-disposition']).toBe('attachment; filename="event.ics"');
  for (const part of [invitation, attachment]) {
    expect(part.parameters).toMatchObject({ method, charset: 'utf-8' });
  }
  return [invitation, attachment];
}
