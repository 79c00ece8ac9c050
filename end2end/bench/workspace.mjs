// What organisers open: an organisation with 1,000 events, one of which 50,000 people registered for.

import { execFileSync } from "node:child_process";
import { createWriteStream, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { base, bin, folder, forgetPeak, get, memory, peak, report, say, wrk } from "./house.mjs";
import { EVENT, ORGANISATION, references, write } from "./seed.mjs";

/** Writes the organisation into an empty house. */
export async function fill(database) {
  await write(database);
}

const here = `/en/organise/${ORGANISATION}`;
const event = `${here}/events/${EVENT}`;

/** Every page of the workspace. */
const PAGES = [
  "/en/organise",
  "/en/organise/account",
  here,
  `${here}?which=drafts`,
  `${here}?which=past`,
  `${here}/members`,
  `${here}/audit`,
  `${here}/events/new`,
  event,
  `${event}/edit`,
  `${event}/history`,
  `${event}/numbers`,
  `${event}/registrations`,
  `${event}/registrations/${references()[4_000]}`,
];

/** Searches and filters, each as somebody would use it. */
const LISTS = [
  "",
  "?q=amina",
  "?q=guest+4711",
  "?q=nobody+is+called+this",
  "?q=guest-49999%40example.org",
  `?q=${references()[25_000]}`,
  "?ticket=volunteer",
  "?state=given-back",
  "?here=no",
  "?language=fr",
  "?order=name",
  "?order=name&page=900",
  "?page=900",
  "?q=an&ticket=participant&state=coming&here=no&language=ar&order=name",
];

/** Signs in as an owner; the cookie. */
async function signIn(env) {
  const words = ["organiser", "invite", "owner@bench.example", "--organisation", ORGANISATION, "--role", "owner"];
  const link = execFileSync(bin, words, { env, encoding: "utf8" }).trim();
  const page = await (await get(new URL(link).pathname)).text();
  const form = /<form[^>]*action="\/api\/membership"[\s\S]*?<\/form>/.exec(page)[0];
  const body = new URLSearchParams();
  for (const [field] of form.matchAll(/<input[^>]*>/g)) {
    const value = (name) => new RegExp(`${name}="([^"]*)"`).exec(field)?.[1] ?? "";
    body.append(value("name"), value("value"));
  }
  const headers = { Origin: base, Accept: "text/html" };
  const answer = await fetch(`${base}/api/membership`, { method: "POST", body, headers, redirect: "manual" });
  const cookie = answer.headers.getSetCookie().find((cookie) => cookie.includes("concord-session="));
  if (!cookie) throw new Error(`nobody is signed in: ${answer.status}`);
  return cookie.split(";")[0];
}

/** Takes a file away: seconds, MB, and the peak of the memory meanwhile. */
async function take(child, path, cookie) {
  forgetPeak(child.pid);
  const [began, file] = [performance.now(), join(folder, "taken")];
  const answer = await fetch(base + path, { headers: { cookie } });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  const written = createWriteStream(file);
  let octets = 0;
  for await (const part of answer.body) {
    octets += part.length;
    if (!written.write(part)) await once(written, "drain");
  }
  written.end();
  const took = (performance.now() - began) / 1000;
  return { took, size: octets / 1e6, memory: peak(child.pid) };
}

/** A wrk script that checks in one person after the other. */
function checkingIn(cookie) {
  const [script, codes] = [join(folder, "check-in.lua"), join(folder, "references")];
  writeFileSync(codes, references().join("\n"));
  writeFileSync(
    script,
    `local n, codes = 0, {}
for code in io.lines("${codes}") do codes[#codes + 1] = code end
wrk.method = "POST"
request = function()
  n = n + 1
  local client = string.format("10.%d.%d.%d", math.floor(n / 65536) % 256, math.floor(n / 256) % 256, n % 256)
  local body = "form[language]=en&form[organisation]=${ORGANISATION}&form[event]=${EVENT}&form[who]=" ..
    codes[(n - 1) % #codes + 1] .. ".0"
  return wrk.format(nil, nil, { ["Content-Type"] = "application/x-www-form-urlencoded", ["Cookie"] = "${cookie}",
    ["Origin"] = "${base}", ["X-Forwarded-For"] = client }, body)
end
`,
  );
  return script;
}

/** A wrk script that opens one address after the other. */
function oneAfterTheOther(paths, cookie) {
  const script = join(folder, "lists.lua");
  const list = paths.map((path) => `"${path}"`).join(", ");
  writeFileSync(
    script,
    `local n, paths = 0, { ${list} }
request = function()
  n = n + 1
  return wrk.format("GET", paths[(n - 1) % #paths + 1], { ["Cookie"] = "${cookie}" })
end
`,
  );
  return script;
}

const times = ({ p50, p99 }, wanted = "") => `p99 ${p99.toFixed(1)} ms${wanted && `  wanted: ${wanted}`}`;

/** Measures a server that has just started. */
export async function measure({ child, env }) {
  const cookie = await signIn(env);
  const signedIn = ["-H", `Cookie: ${cookie}`];
  // First, while the proof of who signed in is fresh.
  for (const [kind, wanted] of [["csv", ""], ["xlsx", "wanted: <= 5 s, <= 80 MB"]]) {
    const { took, size, memory } = await take(child, `${event}/registrations.${kind}`, cookie);
    say(`50,000 people as ${kind}`, `${took.toFixed(2)} s`, `${size.toFixed(1)} MB, memory ${memory.toFixed(0)} MB  ${wanted}`);
  }
  for (const path of PAGES) {
    const answer = await fetch(base + path, { headers: { cookie }, redirect: "manual" });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    const result = wrk(1, path, signedIn, 2);
    say(path.replace(here, "…"), `${result.p50.toFixed(1)} ms`, times(result, "<= 30 ms"));
  }
  const lists = LISTS.map((query) => `${event}/registrations${query}`);
  for (const [place, path] of lists.entries()) {
    const result = wrk(8, path, signedIn, 2);
    say(`list, 8 connections: ${LISTS[place] || "everyone"}`.slice(0, 46), `${result.p50.toFixed(1)} ms`, times(result, "<= 50 ms"));
  }
  const mixed = wrk(8, lists[0], ["-s", oneAfterTheOther(lists, cookie)]);
  report("list, all of these in turn, 8 connections", mixed, 0, "wanted: p99 <= 50 ms");
  report("check-ins, 32 connections", wrk(32, "/api/check-in", ["-s", checkingIn(cookie)]), 0, "wanted: >= 2000/s");
  const numbers = wrk(1, `${event}/numbers`, signedIn, 2);
  say("numbers, once many are here", `${numbers.p50.toFixed(1)} ms`, times(numbers, "<= 30 ms"));
  say("memory after all of this", `${memory(child.pid).toFixed(0)} MB`, "wanted: <= 120 MB");
}
