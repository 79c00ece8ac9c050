// A database of its own on the PostgreSQL server that CONCORD_TEST_POSTGRES names.

import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Database {
  url: string;
  drop(): Promise<void>;
}

export async function makeDatabase(): Promise<Database> {
  const server = process.env.CONCORD_TEST_POSTGRES!;
  const name = `concord_${randomUUID().replaceAll('-', '')}`;
  await tell(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => tell(server, `drop database ${name} with (force)`) };
}

async function tell(server: string, statement: string): Promise<void> {
  await promisify(execFile)(psql(), [server, '-v', 'ON_ERROR_STOP=1', '-qc', statement]);
}

/** Debian keeps its newest one off the PATH. */
function psql(): string {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(folder, version, 'bin/psql')).find(existsSync);
  return found ?? 'psql';
}
