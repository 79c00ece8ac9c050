// Measures Concord from outside: wrk, a process of its own, against the release build on the demo.
//
// Every figure stands beside a yardstick of the same run: `/healthz` (the same server without a
// page) for requests, and a plain write with fsync for registrations. Nothing here fails on a slow
// machine: the figures say what this one does.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { bin, folder, say, seconds, settings, start, stop } from "./bench/house.mjs";
import * as forEveryone from "./bench/public.mjs";
import * as workspace from "./bench/workspace.mjs";

/** A section: what is written before the server starts, and what is measured while it runs. */
async function bench(name, database, prepare, measure) {
  console.log(`\n${name}`);
  const env = settings(database);
  execFileSync(bin, ["migrate"], { env });
  execFileSync(bin, ["demo"], { env });
  await prepare(database, env);
  const { child, milliseconds } = await start(env);
  try {
    say("start to first answer", `${milliseconds.toFixed(0)} ms`, "wanted: <= 300 ms");
    await measure({ child, env });
  } finally {
    await stop(child);
  }
}

async function both(name, database) {
  await bench(`${name}: for everyone`, database("public"), forEveryone.makeRoom, forEveryone.measure);
  await bench(`${name}: the workspace`, database("workspace"), workspace.fill, workspace.measure);
}

console.log(`Concord on ${cpus().length} x ${cpus()[0].model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB; wrk on the same machine, ${seconds} s each`);
try {
  await both("SQLite (WAL, synchronous FULL)", (name) => `sqlite:${join(folder, `${name}.db`)}`);
  const server = process.env.CONCORD_TEST_POSTGRES;
  if (server) {
    await both("PostgreSQL (fsync on)", (name) => {
      const url = new URL(server);
      url.pathname = `/bench_${name}_${process.pid}`;
      execFileSync("psql", ["-q", server, "-c", `create database ${url.pathname.slice(1)}`]);
      return url.href;
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
