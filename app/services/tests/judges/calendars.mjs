// Reads calendars with ical.js, the parser in Thunderbird, and says where it disagrees with us.
//
//     TZ=Asia/Tokyo node calendars.mjs FOLDER PATH/TO/ical.js/package
//
// FOLDER is that of calendars.py. ical.js knows no zones of its own, so that it has to read our
// VTIMEZONEs: without one it takes local times for floating.

import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, home] = process.argv.slice(2);
const main = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
const { default: ICAL } = await import(pathToFileURL(resolve(home, main.module ?? main.main)).href);

const moment = (time) => {
  if (!time) return null;
  if (time.isDate) return time.toString();
  return time.zone === ICAL.Timezone.localTimezone ? `floating ${time}` : time.toUnixTime();
};

const read = (text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent").map((event) => {
    const value = (name) => event.getFirstPropertyValue(name)?.toString() ?? null;
    const organiser = event.getFirstProperty("organizer");
    return {
      uid: value("uid"),
      sequence: event.getFirstPropertyValue("sequence"),
      status: value("status"),
      starts: moment(event.getFirstPropertyValue("dtstart")),
      ends: moment(event.getFirstPropertyValue("dtend")),
      summary: value("summary"),
      language: event.getFirstProperty("summary").getFirstParameter("language") ?? null,
      description: value("description"),
      location: value("location"),
      url: value("url"),
      categories: event.getFirstProperty("categories")?.getValues() ?? [],
      organiser: value("organizer"),
      organiser_name: organiser?.getFirstParameter("cn") ?? null,
      names: event.getAllProperties().map((property) => property.name.toUpperCase()).sort(),
    };
  });
  const zones = calendar.getAllSubcomponents("vtimezone");
  const parts = calendar.getAllSubcomponents().map((part) => part.name.toUpperCase());
  return {
    errors: [],
    names: calendar.getAllProperties().map((property) => property.name.toUpperCase()).sort(),
    components: [...new Set(parts)].sort(),
    zones: zones.map((zone) => zone.getFirstPropertyValue("tzid")).sort(),
    events,
  };
};

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
let [count, problems] = [0, 0];
const report = (file, problem) => {
  problems += 1;
  if (problems <= 30) console.log(`${file} by ical.js: ${problem}`);
};

for (const file of readdirSync(folder).filter((name) => name.endsWith(".ics")).sort()) {
  const expected = JSON.parse(readFileSync(join(folder, file.replace(/ics$/, "json")), "utf8"));
  count += expected.events.length;
  let found;
  try {
    found = read(readFileSync(join(folder, file), "utf8"));
  } catch (error) {
    report(file, error);
    continue;
  }
  for (const key of ["errors", "names", "components", "zones"]) {
    if (!same(expected[key], found[key])) {
      report(file, `${key}: meant ${expected[key]}, read ${found[key]}`);
    }
  }
  const events = new Map(found.events.map((event) => [event.uid, event]));
  if (events.size !== expected.events.length) report(file, `read ${events.size} events`);
  for (const event of expected.events) {
    for (const [key, value] of Object.entries(event)) {
      const read = events.get(event.uid)?.[key];
      if (!same(value, read)) {
        report(file, `${event.uid} ${key}: meant ${JSON.stringify(value)}, read ${JSON.stringify(read)}`);
      }
    }
  }
}
console.log(`${count} readings, ${problems} disagreements`);
process.exit(problems || !count ? 1 : 0);
