// Calendars as Thunderbird's parser reads them. It knows no zones of its own, so that every zone
// has to be defined in the file: else its times float, and that is an error here.

import ICAL from 'ical.js';

export interface Entry {
  uid: string;
  sequence: number;
  status: string;
  title: string;
  description: string;
  location: string;
  url: string;
  organiser: string;
  /** Seconds since 1970; a day (`2027-05-05`) where it lasts all day. */
  starts: number | string;
  ends: number | string;
  /** Every property, by its name in capitals. */
  names: string[];
}

export interface Read {
  method: string | null;
  /** Zones that are used, and those that are defined. */
  used: string[];
  defined: string[];
  entries: Entry[];
}

export function read(text: string): Read {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  const used = events.flatMap((event) =>
    event.getAllProperties().map((property) => property.getFirstParameter('tzid')),
  );
  const zones = calendar.getAllSubcomponents('vtimezone');
  return {
    method: (calendar.getFirstPropertyValue('method') as string) ?? null,
    used: [...new Set(used.filter(Boolean))].sort() as string[],
    defined: zones.map((zone) => String(zone.getFirstPropertyValue('tzid'))).sort(),
    entries: events.map(entry),
  };
}

function entry(event: ICAL.Component): Entry {
  const text = (name: string) => event.getFirstPropertyValue(name)?.toString() ?? '';
  return {
    uid: text('uid'),
    sequence: Number(text('sequence')),
    status: text('status'),
    title: text('summary'),
    description: text('description'),
    location: text('location'),
    url: text('url'),
    organiser: (event.getFirstProperty('organizer')?.getFirstParameter('cn') as string) ?? '',
    starts: moment(event, 'dtstart'),
    ends: moment(event, 'dtend'),
    names: event.getAllProperties().map((property) => property.name.toUpperCase()),
  };
}

function moment(event: ICAL.Component, name: string): number | string {
  const time = event.getFirstPropertyValue(name) as ICAL.Time;
  if (time.isDate) return time.toString();
  if (time.zone === ICAL.Timezone.localTimezone) throw new Error(`${name} floats: ${time}`);
  return time.toUnixTime();
}

/** Lines as they were sent: none longer than 75 octets, all ended by CR and LF. */
export function badLines(text: string): string[] {
  const lines = text.split('\r\n');
  return lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line));
}
