// Writes an organisation as it may be after some years, straight into the tables, while no server
// runs: 1,000 events over a year, one of them with 50,000 people. What no use case wrote has no place
// in the record, so the record of this organisation is empty at first; everything else is as
// registering writes it, and every number agrees with the rows that it counts.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder } from "./house.mjs";

export const ORGANISATION = "bench-house";
export const EVENT = "bench-event-1";
export const PEOPLE = 50_000;
const EVENTS = 1_000;
const LANGUAGES = ["en", "fr", "ar", "es", "zh", "ru"];
const GIVEN = ["amina", "mateo", "nadia", "youssef", "ingrid", "kwame", "lucia", "omar", "priya", "siobhan"];
const FAMILY = ["diallo", "garcia", "haddad", "okafor", "novak", "silva", "sharma", "ruiz", "hansen", "thapa"];
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DAY = 86_400_000;

const began = Date.now();

/** The ids of a table sort as its rows were written: version 7 (RFC 9562, 5.7). */
function id(table, number) {
  const text = (table * 0x100000 + number).toString(16).padStart(12, "0");
  const time = (began - 30 * DAY + number).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${text}`;
}

/** The codes of all registrations, in their order. */
export function references() {
  return Array.from({ length: PEOPLE }, (_, number) => {
    const octets = createHash("sha256").update(`reference ${number}`).digest();
    const letters = [...octets.subarray(0, 10)].map((octet) => ALPHABET[octet % 32]).join("");
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });
}

const micros = (milliseconds) => Math.round(milliseconds) * 1000;
const local = (milliseconds) => new Date(milliseconds).toISOString().slice(0, 19);
const hash = (text) => `\\x${createHash("sha256").update(text).digest("hex")}`;

/** Rows by table. Ids are 36 letters, octets begin with `\x`, `null` is nothing. */
function rows() {
  const own = id(1, 0);
  const tables = {
    organisations: { columns: "id, slug, kind, email, created_at", rows: [[own, ORGANISATION, "youth", "hello@bench.example", micros(began)]] },
    organisation_texts: {
      columns: "organisation_id, language, name, summary",
      rows: ["en", "fr"].map((language) => [own, language, "Bench House", "We measure."]),
    },
    events: {
      columns: "organisation_id, id, slug, category, discipline, status, address, spoken, website, version, created_at, updated_at",
      rows: [],
    },
    event_slugs: { columns: "slug, organisation_id, event_id", rows: [] },
    event_texts: { columns: "organisation_id, event_id, language, title, summary, description, venue, folded", rows: [] },
    ticket_types: { columns: "organisation_id, id, event_id, kind, position", rows: [] },
    occurrences: {
      columns: "organisation_id, id, event_id, uid, starts_local, ends_local, all_day, zone, starts_at, ends_at, tzdata, capacity, taken, updated_at",
      rows: [],
    },
    places: { columns: "organisation_id, occurrence_id, ticket_type_id, taken", rows: [] },
    registrations: {
      columns: "organisation_id, id, event_id, occurrence_id, reference, status, contact_name, contact_email, language, idempotency_key, request_hash, revision, created_at, updated_at",
      rows: [],
    },
    manage_links: { columns: "token_hash, organisation_id, registration_id", rows: [] },
    attendees: {
      columns: "organisation_id, id, registration_id, event_id, occurrence_id, language, position, name, ticket_type_id, folded_name, folded_contact, registered_at, cancelled_revision, cancelled_at",
      rows: [],
    },
    outbox: {
      columns: "organisation_id, id, registration_id, kind, revision, status, attempts, due_at, created_at, done_at",
      rows: [],
    },
  };
  const add = (table, ...row) => tables[table].rows.push(row);
  const people = references();
  const isGone = (number) => number % 10 === 9;
  const helps = (number) => number % 5 === 0;
  const kinds = ["participant", "volunteer"];
  for (let number = 1; number <= EVENTS; number++) {
    const [event, date, slug] = [id(2, number), id(3, number), `bench-event-${number}`];
    // Over a year, from half a year ago on; the one with people is tomorrow.
    const starts = number === 1 ? began + DAY : began + ((number % 365) - 180) * DAY;
    const status = number % 20 === 0 ? "draft" : "published";
    add("events", own, event, slug, "music", "choir", status, "Old Port, Casablanca", "en fr", "", 1, micros(began), micros(began));
    add("event_slugs", slug, own, event);
    for (const language of number % 3 === 0 ? ["en"] : ["en", "fr"]) {
      const text = [`Bench event ${number}`, "We sing what both shores know.", "Come as you are. ".repeat(20).trim(), "Old Port Hall"];
      add("event_texts", own, event, language, ...text, text.join(" ").toLowerCase());
    }
    const coming = number === 1 ? people.filter((_, place) => !isGone(place)).length : 0;
    const helping = number === 1 ? people.filter((_, place) => !isGone(place) && helps(place)).length : 0;
    add("occurrences", own, date, event, id(4, number), local(starts), local(starts + 2 * 3_600_000), 0, "Etc/UTC",
      micros(Math.floor(starts / 1000) * 1000), micros(Math.floor(starts / 1000) * 1000 + 2 * 3_600_000), "2026a", 100_000, coming, micros(began));
    kinds.forEach((kind, place) => {
      add("ticket_types", own, id(5, number * 2 + place), event, kind, place);
      add("places", own, date, id(5, number * 2 + place), place === 1 ? helping : coming - helping);
    });
  }
  people.forEach((reference, number) => {
    const [event, date, registration] = [id(2, 1), id(3, 1), id(6, number)];
    const at = micros(began - 30 * DAY + number * 50_000);
    const name = `${GIVEN[number % 10]} ${FAMILY[Math.floor(number / 10) % 10]} guest ${number}`;
    const email = `guest-${number}@example.org`;
    const language = LANGUAGES[(number % 7) % 6];
    const gone = isGone(number) ? [1, at] : [null, null];
    const status = isGone(number) ? "cancelled" : "confirmed";
    add("registrations", own, registration, event, date, reference, status, name, email, language, id(7, number), hash(`${number}`), 1, at, at);
    add("manage_links", hash(`link ${number}`), own, registration);
    add("attendees", own, id(8, number), registration, event, date, language, 0, name, id(5, 2 + Number(helps(number))),
      `${name} ${reference}`.toLowerCase(), `${name} ${email}`.toLowerCase(), at, ...gone);
    add("outbox", own, id(9, number), registration, "confirmed", 1, "sent", 1, at, at, at);
  });
  return tables;
}

const SQLITE = `
import csv, json, sqlite3, sys
database = sqlite3.connect(sys.argv[1])
for table, columns, file, octets in json.load(sys.stdin):
    def value(place, text):
        if text == "":
            return None
        text = text[1:]
        if place in octets:
            return bytes.fromhex(text[2:] if text.startswith("\\\\x") else text.replace("-", ""))
        return text
    with open(file, newline="") as rows:
        marks = ", ".join("?" for _ in columns.split(","))
        database.executemany(
            f"insert into {table} ({columns}) values ({marks})",
            ([value(place, text) for place, text in enumerate(row)] for row in csv.reader(rows)))
database.commit()
database.execute("analyze")
`;

/** Writes everything into the database. */
export async function write(database) {
  const tables = rows();
  const isOctets = (value) => /^(\\x[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(value ?? "");
  const files = Object.entries(tables).map(([table, { columns, rows }]) => {
    const file = join(folder, `${table}.csv`);
    const octets = rows[0].flatMap((value, place) => (isOctets(value) ? [place] : []));
    return { table, columns, rows, file, octets };
  });
  if (database.startsWith("sqlite:")) {
    // A letter before each value tells an empty text from nothing.
    const line = (row) => row.map((value) => (value === null ? "" : `"=${String(value).replaceAll('"', '""')}"`)).join(",");
    for (const { rows, file } of files) writeFileSync(file, rows.map(line).join("\r\n"));
    const input = JSON.stringify(files.map(({ table, columns, file, octets }) => [table, columns, file, octets]));
    execFileSync("python3", ["-c", SQLITE, database.slice(7)], { input });
  } else {
    // A text in quotes is a text, even if it is empty; nothing stands for nothing.
    const line = (row) => row.map((value) => (value === null ? "" : `"${String(value).replaceAll('"', '""')}"`)).join(",");
    for (const { table, columns, rows, file } of files) {
      writeFileSync(file, rows.map(line).join("\n"));
      const copy = `copy ${table} (${columns}) from stdin with (format csv)`;
      execFileSync("psql", ["-q", "-v", "ON_ERROR_STOP=1", database, "-c", copy], { input: readFileSync(file) });
    }
    execFileSync("psql", ["-q", database, "-c", "vacuum analyze"]);
  }
}
