// The program: where it is, and how its short commands are run.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export type Settings = Record<string, string>;

const built = resolve(import.meta.dirname, '../../target/concord');

export const program = resolve(process.env.CONCORD_BIN || join(built, 'concord'));
export const site = resolve(process.env.CONCORD_SITE_DIR || join(built, 'site'));

/** The environment of a program that knows these settings and no others. */
export function environment(settings: Settings): NodeJS.ProcessEnv {
  if (!existsSync(program)) {
    throw new Error(`there is no ${program}: run 'make build', or name one in CONCORD_BIN`);
  }
  const { PATH, HOME } = process.env;
  return { PATH, HOME, CONCORD_SITE_DIR: site, CONCORD_METRICS_LISTEN: '127.0.0.1:0', ...settings };
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  error: string;
}

/** Runs a command to its end, whatever that is; kills it if it takes longer than the patience. */
export function attempt(words: string[], settings: Settings, patience = 20_000): Promise<Ended> {
  // Elsewhere than in the repository, where a concord.toml might stand.
  const child = spawn(program, words, { env: environment(settings), cwd: tmpdir() });
  const ended: Ended = { code: null, signal: null, out: '', error: '' };
  child.stdout.on('data', (octets) => (ended.out += octets));
  child.stderr.on('data', (octets) => (ended.error += octets));
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done({ ...ended, code, signal });
    });
  });
}

/** Runs a command that has to succeed. */
export async function run(words: string[], settings: Settings): Promise<string> {
  const { code, signal, out, error } = await attempt(words, settings);
  if (code !== 0) {
    throw new Error(`concord ${words.join(' ')} ended with ${code ?? signal}:\n${out}${error}`);
  }
  return out;
}
