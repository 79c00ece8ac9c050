// A running Concord: its own data directory, its own mail server, a port that nobody else has.

import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, program, run, type Settings } from './concord';
import { Inbox } from './inbox';
import { makeDatabase, type Database } from './postgres';
import { SEED } from './seed';

export type Engine = 'sqlite' | 'postgres';

export interface Plan {
  engine?: Engine;
  /** Whether it sends its mail; else it writes it into files. */
  smtp?: boolean;
}

const PATIENCE = 20_000;

export class House {
  readonly inbox = new Inbox();
  /** What must never stand in the log: names, addresses, secrets. */
  readonly personal = new Set<string>();
  /** Everything the program wrote, since the first start. */
  log = '';
  /** Settings of a test, from the next start on. */
  more: Settings = {};
  /** Where it answers, without a slash at the end. */
  url = '';
  private listen = '127.0.0.1:0';
  private child?: ChildProcess;
  private database?: Database;
  private people = 0;

  private constructor(
    readonly folder: string,
    private readonly smtp: boolean,
  ) {}

  /** A house with the demonstration in it, not yet running. */
  static async make({ engine = 'sqlite', smtp = true }: Plan = {}): Promise<House> {
    const house = new House(await mkdtemp(join(tmpdir(), 'concord-house-')), smtp);
    await house.inbox.open();
    if (engine === 'postgres') {
      house.database = await makeDatabase();
      await run(['migrate'], house.settings());
      await run(['demo'], house.settings());
    } else {
      await cp(process.env[SEED]!, house.folder, { recursive: true });
    }
    return house;
  }

  static async open(plan: Plan = {}): Promise<House> {
    const house = await House.make(plan);
    await house.start();
    return house;
  }

  settings(): Settings {
    const settings: Settings = {
      CONCORD_DATA_DIR: this.folder,
      CONCORD_LISTEN: this.listen,
      CONCORD_MAIL_RETRY: '1s',
      // Tests are quick as machines are: abuse.spec.ts says what becomes of such.
      CONCORD_PROOF_OF_WORK: 'never',
      ...this.more,
    };
    if (this.smtp) settings.CONCORD_SMTP_URL = this.inbox.url;
    if (this.database) settings.CONCORD_DATABASE_URL = this.database.url;
    return settings;
  }

  /** Starts the program and waits until it can serve. The port stays the same from then on. */
  async start(): Promise<void> {
    const child = spawn(program, ['serve'], {
      env: environment(this.settings()),
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const begin = this.log.length;
    const started = new Promise<string>((resolve, reject) => {
      const look = (octets: Buffer) => {
        this.log += octets;
        const line = this.log.slice(begin).split('\n').find((line) => line.includes('Concord listens'));
        if (line?.endsWith('}')) resolve(line);
      };
      child.stdout!.on('data', look);
      child.stderr!.on('data', look);
      child.on('error', reject);
      child.on('close', (code) => reject(new Error(`did not start (${code}):\n${this.log.slice(begin)}`)));
    });
    const { address } = JSON.parse(await within(started, 'start'));
    this.listen = address;
    this.url = `http://localhost:${address.split(':').pop()}`;
    const ready = await fetch(`${this.url}/readyz`);
    if (ready.status !== 200) throw new Error(`not ready: ${await ready.text()}`);
  }

  /** Asks the program to stop and waits; how it ended. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | NodeJS.Signals | null> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
      child.on('close', (code, by) => resolve(code ?? by)),
    );
    child.kill(signal);
    return within(ended, 'stop').catch((error) => {
      child.kill('SIGKILL');
      throw error;
    });
  }

  /** Stops for good, takes everything away, and looks whether all was well. */
  async close(): Promise<void> {
    const ended = this.child ? await this.stop() : 0;
    await this.inbox.close();
    await this.database?.drop();
    await rm(this.folder, { recursive: true });
    const problems = this.problems();
    if (ended !== 0) problems.unshift(`ended with ${ended} after SIGTERM`);
    if (problems.length) throw new Error(`${problems.join('\n')}\n\nThe end of its log:\n${this.log.slice(-2000)}`);
  }

  /** What stands in the log and must not. */
  problems(): string[] {
    const lines = this.log.split('\n');
    const panics = lines.filter((line) => /panicked|"message":"panic"/.test(line));
    const told = [...this.personal].filter((text) => this.log.includes(text));
    return [
      ...panics.map((line) => `a panic: ${line}`),
      ...told.map((text) => `the log tells '${text}'`),
    ];
  }

  /** A manage link without its query; its secret must not stand in the log. */
  secret(address: string): string {
    const link = new URL(address, this.url).href.split('?')[0];
    this.personal.add(link.split('/').pop()!);
    return link;
  }

  /** A person who does not exist, with a mailbox in this house's mail server. */
  person(given: string): Person {
    const number = (this.people += 1);
    const person = {
      name: `${given} Okonkwo-Lindqvist`,
      email: `${given.toLowerCase().replace(/[^a-z]/g, '') || 'guest'}.${number}@inbox.example`,
    };
    this.personal.add(person.name).add(person.email);
    return person;
  }
}

export interface Person {
  name: string;
  email: string;
}

function within<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${PATIENCE} ms`)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
