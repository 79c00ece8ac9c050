// The mail server of a house: takes every mail, keeps it, and can be slow when a test wants it so.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { parts, type Part } from './mime';

export interface Mail {
  /** The envelope: who is told of failures, who gets it. */
  from: string;
  to: string;
  raw: Buffer;
  /** As mailparser reads it. */
  parsed: ParsedMail;
  /** The tree of its parts. */
  root: Part;
}

/** A step at which the server can be made to wait. */
export type Step = 'recipient' | 'end';

const PATIENCE = 15_000;

export class Inbox {
  readonly mails: Mail[] = [];
  private server?: SMTPServer;
  private port = 0;
  private readonly refusals = new Map<string, { code: number; text: string; times: number }>();
  private readonly asked: string[] = [];
  private readonly arrivals = new Set<() => void>();
  private readonly gates = new Map<Step, { reached: () => void; opened: Promise<void> }>();

  async open(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 100,
      onRcptTo: ({ address }, _session, done) => {
        this.pass('recipient').then(() => done(this.judge(address)));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', async () => {
          const { mailFrom, rcptTo } = session.envelope;
          await this.keep(mailFrom ? mailFrom.address : '', rcptTo[0].address, Buffer.concat(chunks));
          await this.pass('end');
          done();
        });
      },
    });
    // Clients that are killed half-way are part of the tests.
    server.on('error', () => {});
    server.listen(this.port, '127.0.0.1');
    await once(server.server, 'listening');
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Stays the same when the server is closed and opened again. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    const server = this.server;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  /** Makes the next mail wait at this step: `reached` when one does, `open` lets it go on. */
  hold(step: Step): { reached: Promise<void>; open: () => void } {
    let [reach, open] = [() => {}, () => {}];
    const reached = new Promise<void>((resolve) => (reach = resolve));
    const opened = new Promise<void>((resolve) => (open = resolve));
    this.gates.set(step, { reached: reach, opened });
    return { reached, open };
  }

  /** Refuses mail to an address with this code, so many times. */
  refuse(address: string, code: number, text: string, times = Infinity): void {
    this.refusals.set(address, { code, text, times });
  }

  /** How often a mail for this address was brought. */
  attempts(address: string): number {
    return this.asked.filter((asked) => asked === address).length;
  }

  /** The mails to an address so far, the first first. */
  to(address: string): Mail[] {
    return this.mails.filter((mail) => mail.to === address);
  }

  /** The mail with this number, from 1, to an address; waits for it. */
  async mail(address: string, number = 1): Promise<Mail> {
    const until = Date.now() + PATIENCE;
    while (this.to(address).length < number) {
      const left = until - Date.now();
      if (left <= 0) {
        const found = this.to(address).map((mail) => mail.parsed.subject);
        throw new Error(`waited ${PATIENCE} ms for mail ${number} to ${address}; there are: ${JSON.stringify(found)}`);
      }
      await this.arrival(left);
    }
    return this.to(address)[number - 1];
  }

  private judge(address: string): Error | null {
    this.asked.push(address);
    const refusal = this.refusals.get(address);
    if (!refusal || refusal.times <= 0) return null;
    refusal.times -= 1;
    return Object.assign(new Error(refusal.text), { responseCode: refusal.code });
  }

  private arrival(patience: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.arrivals.delete(done);
        resolve();
      };
      const timer = setTimeout(done, patience);
      this.arrivals.add(done);
    });
  }

  private async keep(from: string, to: string, raw: Buffer): Promise<void> {
    this.mails.push({ from, to, raw, parsed: await simpleParser(raw), root: parts(raw) });
    for (const arrived of [...this.arrivals]) arrived();
  }

  private async pass(step: Step): Promise<void> {
    const gate = this.gates.get(step);
    this.gates.delete(step);
    gate?.reached();
    await gate?.opened;
  }
}
