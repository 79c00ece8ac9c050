// What measuring needs: a server of its own, wrk, and a way to tell figures.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const bin = process.env.CONCORD_BIN;
export const seconds = process.env.CONCORD_BENCH_SECONDS ?? "8";
const site = process.env.CONCORD_SITE_DIR;
const port = 3900 + (process.pid % 90);
export const base = `http://127.0.0.1:${port}`;
export const folder = mkdtempSync(join(tmpdir(), "concord-bench-"));

export function say(name, value, wanted = "") {
  console.log(`  ${name.padEnd(46)} ${String(value).padStart(14)}  ${wanted}`);
}

export function settings(database) {
  return {
    PATH: process.env.PATH,
    CONCORD_DATABASE_URL: database,
    CONCORD_DATA_DIR: folder,
    CONCORD_SITE_DIR: site,
    CONCORD_LISTEN: `127.0.0.1:${port}`,
    CONCORD_BASE_URL: base,
    CONCORD_METRICS_LISTEN: `127.0.0.1:${port + 100}`,
    // What is measured is registering, not the proof that such a rush is asked for.
    CONCORD_PROOF_OF_WORK: "never",
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
export async function get(path) {
  return fetch(base + path).catch(() => fetch(base + path));
}

/** Starts the server; how many milliseconds until it answered. */
export async function start(env) {
  const began = performance.now();
  const child = spawn(bin, ["serve"], { env, stdio: ["ignore", "ignore", "inherit"] });
  while (!(await answers("/healthz"))) {
    if (child.exitCode !== null) throw new Error(`concord ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return { child, milliseconds: performance.now() - began };
}

export function stop(child) {
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
}

/** Resident memory in MB. */
export function memory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}

export function wrk(connections, path, options = [], during = seconds) {
  const args = ["-t1", `-c${connections}`, `-d${during}s`, "--latency", ...options, base + path];
  const out = execFileSync("wrk", args, { encoding: "utf8" });
  const unit = { us: 0.001, ms: 1, s: 1000 };
  const within = (share) => {
    const [, time, of] = new RegExp(`${share}%\\s+([\\d.]+)(us|ms|s)`).exec(out);
    return Number(time) * unit[of];
  };
  const refused = /Non-2xx or 3xx responses: (\d+)/.exec(out)?.[1] ?? "0";
  const total = Number(/(\d+) requests in/.exec(out)[1]);
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(out)[1]) * (1 - Number(refused) / total),
    p50: within(50),
    p99: within(99),
    refused: Number(refused),
  };
}

export function report(name, result, yardstick, wanted = "") {
  const share = yardstick ? `${(result.rate / yardstick).toFixed(2)} of the yardstick` : "";
  say(name, `${result.rate.toFixed(0)}/s`, `p99 ${result.p99.toFixed(1)} ms  ${share}  ${wanted}`);
  if (result.refused) say("  refused", result.refused);
}

/** From now on, the peak of the resident memory is counted anew. */
export function forgetPeak(pid) {
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

/** The peak of the resident memory in MB. */
export function peak(pid) {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;
}

/** Changes the database while nothing runs in it. */
export function tell(database, sql) {
  if (database.startsWith("sqlite:")) {
    const code = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.stdin.read())";
    execFileSync("python3", ["-c", code, database.slice(7)], { input: sql });
  } else {
    execFileSync("psql", ["-q", "-v", "ON_ERROR_STOP=1", database], { input: sql });
  }
}
