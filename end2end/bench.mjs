// Measures Concord from outside: wrk, a process of its own, against the release build on the demo.
//
// Every figure stands beside a yardstick of the same run: `/healthz` (the same server without a
// page) for requests, and a plain write with fsync for registrations. Nothing here fails on a slow
// machine: the figures say what this one does.
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

const bin = process.env.CONCORD_BIN;
const site = process.env.CONCORD_SITE_DIR;
const seconds = process.env.CONCORD_BENCH_SECONDS ?? "8";
const port = 3900 + (process.pid % 90);
const base = `http://127.0.0.1:${port}`;
const open = "tai-chi-at-dawn-shanghai"; // holds the form, and so the island
const closed = "morning-sea-swim-beirut"; // cancelled: no form, no island
const folder = mkdtempSync(join(tmpdir(), "concord-bench-"));

function say(name, value, wanted = "") {
  console.log(`  ${name.padEnd(46)} ${String(value).padStart(14)}  ${wanted}`);
}

function settings(database) {
  return {
    PATH: process.env.PATH,
    CONCORD_DATABASE_URL: database,
    CONCORD_DATA_DIR: folder,
    CONCORD_SITE_DIR: site,
    CONCORD_LISTEN: `127.0.0.1:${port}`,
    CONCORD_BASE_URL: base,
    CONCORD_METRICS_LISTEN: `127.0.0.1:${port + 100}`,
    CONCORD_TRUSTED_PROXIES: "127.0.0.1/32",
    RUST_LOG: "warn",
  };
}

async function answers(path) {
  try {
    return (await fetch(base + path)).status < 500;
  } catch {
    return false;
  }
}

/** Fetches; once more if the connection that was kept had been closed while nothing was asked. */
async function get(path) {
  return fetch(base + path).catch(() => fetch(base + path));
}

/** Starts the server; how many milliseconds until it answered. */
async function start(env) {
  const began = performance.now();
  const child = spawn(bin, ["serve"], { env, stdio: ["ignore", "ignore", "inherit"] });
  while (!(await answers("/healthz"))) {
    if (child.exitCode !== null) throw new Error(`concord ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return { child, milliseconds: performance.now() - began };
}

function stop(child) {
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
}

/** Resident memory in MB. */
function memory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}

function wrk(connections, path, options = []) {
  const args = ["-t1", `-c${connections}`, `-d${seconds}s`, "--latency", ...options, base + path];
  const out = execFileSync("wrk", args, { encoding: "utf8" });
  const unit = { us: 0.001, ms: 1, s: 1000 };
  const [, slow, of] = /99%\s+([\d.]+)(us|ms|s)/.exec(out);
  const refused = /Non-2xx or 3xx responses: (\d+)/.exec(out)?.[1] ?? "0";
  const total = Number(/(\d+) requests in/.exec(out)[1]);
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(out)[1]) * (1 - Number(refused) / total),
    p99: Number(slow) * unit[of],
    refused: Number(refused),
  };
}

function report(name, result, yardstick, wanted = "") {
  const share = yardstick ? `${(result.rate / yardstick).toFixed(2)} of the yardstick` : "";
  say(name, `${result.rate.toFixed(0)}/s`, `p99 ${result.p99.toFixed(1)} ms  ${share}  ${wanted}`);
  if (result.refused) say("  refused", result.refused);
}

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

function makeRoom(database) {
  if (database.startsWith("sqlite:")) {
    const code = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])";
    execFileSync("python3", ["-c", code, database.slice(7), ROOM]);
  } else {
    execFileSync("psql", ["-q", database, "-c", ROOM]);
  }
}

async function bench(name, database) {
  console.log(`\n${name}`);
  const env = settings(database);
  execFileSync(bin, ["migrate"], { env });
  execFileSync(bin, ["demo"], { env });
  makeRoom(database);
  const { child, milliseconds } = await start(env);
  try {
    say("start to first answer", `${milliseconds.toFixed(0)} ms`, "wanted: <= 300 ms");
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
  } finally {
    await stop(child);
  }
}

console.log(`Concord on ${cpus().length} x ${cpus()[0].model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB; wrk on the same machine, ${seconds} s each`);
try {
  await bench("SQLite (WAL, synchronous FULL)", `sqlite:${join(folder, "bench.db")}`);
  const server = process.env.CONCORD_TEST_POSTGRES;
  if (server) {
    const database = `bench_${process.pid}`;
    execFileSync("psql", ["-q", server, "-c", `create database ${database}`]);
    const url = new URL(server);
    url.pathname = `/${database}`;
    await bench("PostgreSQL (fsync on)", url.href);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
