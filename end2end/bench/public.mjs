// What the public opens: pages, feeds, and the form.

import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { base, folder, get, memory, report, say, tell, wrk } from "./house.mjs";

const open = "tai-chi-at-dawn-shanghai"; // holds the form, and so the island
const closed = "morning-sea-swim-beirut"; // cancelled: no form, no island

/** How many times a second this disk makes 4 kB durable, one after the other. */
function fsyncs() {
  const file = openSync(join(folder, "fsync"), "w");
  const page = Buffer.alloc(4096, 1);
  const until = performance.now() + 1500;
  let count = 0;
  for (; performance.now() < until; count++) {
    writeSync(file, page);
    fsyncSync(file);
  }
  closeSync(file);
  return count / 1.5;
}

/** The octets that a first visit to a page costs, as a browser that takes brotli counts them. */
async function weight(path) {
  const seen = new Map();
  const load = async (address) => {
    const answer = execFileSync("curl", ["-s", "-H", "Accept-Encoding: br", base + address]);
    seen.set(address, answer.length);
    return answer;
  };
  const page = await load(path);
  const text = brotliDecompressSync(page).toString();
  const files = new Set(text.match(/\/(?:pkg\/[\w.-]+|favicon\.svg)/g));
  for (const script of [...files].filter((file) => file.endsWith(".js"))) {
    files.add(script.replace(/\.js$/, ".wasm"));
  }
  const asked = [...files].filter((file) => !seen.has(file));
  for (const file of asked) await load(file);
  return [...seen.values()].reduce((sum, size) => sum + size, 0) / 1000;
}

/** A wrk script that registers a new person with each request, each from an address of its own. */
async function registering() {
  const page = await (await get(`/en/events/${open}`)).text();
  const date = /name="form\[date\]" value="([^"]+)"/.exec(page)[1];
  const ticket = /<option[^>]*value="([a-z]+)"/.exec(page)[1];
  const script = join(folder, "register.lua");
  const run = randomBytes(4).toString("hex");
  writeFileSync(
    script,
    `local n = 0
wrk.method = "POST"
request = function()
  n = n + 1
  local key = string.format("${run}-0000-4000-8000-%012d", n)
  local client = string.format("10.%d.%d.%d", math.floor(n / 65536) % 256, math.floor(n / 256) % 256, n % 256)
  local body = "form[event]=${open}&form[date]=${date}&form[language]=en&form[step]=register&form[key]=" .. key ..
    "&form[contact_name]=Ada&form[contact_email]=ada" .. n .. "." .. "${run}@example.org" ..
    "&form[attendees][0][name]=Ada&form[attendees][0][ticket]=${ticket}"
  return wrk.format(nil, nil, { ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Origin"] = "${base}", ["X-Forwarded-For"] = client }, body)
end
`,
  );
  return script;
}

/** Makes room for everyone who registers here. */
const ROOM = `
  update occurrences set capacity = 100000000 where event_id in (select event_id from event_slugs where slug = '${open}');
  update places set capacity = null where occurrence_id in (
    select o.id from occurrences o join event_slugs s on s.event_id = o.event_id where s.slug = '${open}');`;

export function makeRoom(database) {
  tell(database, ROOM);
}

/** Measures a server that has just started. */
export async function measure({ child }) {
  await get("/en");
  say("memory, idle", `${memory(child.pid).toFixed(0)} MB`, "wanted: <= 40 MB");
  const plain = wrk(16, "/healthz");
  report("yardstick: /healthz, 16 connections", plain);
  report("event page with form", wrk(16, `/en/events/${open}`), plain.rate, "wanted: >= 5000/s, p99 <= 15 ms");
  report("event page without form", wrk(16, `/en/events/${closed}`), plain.rate, "");
  report("list of events", wrk(16, "/en/events"), plain.rate, "");
  const etag = (await get("/calendars/all.ics")).headers.get("etag");
  report("feed of all, If-None-Match", wrk(16, "/calendars/all.ics", ["-H", `If-None-Match: ${etag}`]), plain.rate, "wanted: >= 20000/s");
  const durable = fsyncs();
  say("yardstick: 4 kB with fsync", `${durable.toFixed(0)}/s`);
  report("registrations, 32 connections", wrk(32, "/api/register", ["-s", await registering()]), durable, "wanted: >= 500/s");
  say("memory after all of this", `${memory(child.pid).toFixed(0)} MB`, "wanted: <= 120 MB");
  say("first visit, event page without form", `${(await weight(`/en/events/${closed}`)).toFixed(1)} kB`, "wanted: <= 40 kB");
  say("first visit, event page with form", `${(await weight(`/en/events/${open}`)).toFixed(1)} kB`, "wanted: <= 160 kB");
}
