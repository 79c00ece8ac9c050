// Requests as no browser sends them: every octet is as the test writes it.

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { House } from './house';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export function dial(house: House): Socket {
  const socket = connect(Number(new URL(house.url).port), '127.0.0.1');
  // What the other side does with us is what the tests look at.
  socket.on('error', () => {});
  return socket;
}

/** Sends these octets and reads until the other side is done. */
export async function say(house: House, octets: Buffer | string): Promise<Answer> {
  const socket = dial(house);
  socket.write(typeof octets === 'string' ? Buffer.from(octets, 'latin1') : octets);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  await once(socket, 'close');
  return understand(Buffer.concat(chunks).toString('latin1'));
}

function understand(text: string): Answer {
  const [head, ...body] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const pairs = lines.map((line) => line.split(/: ?(.*)/s).slice(0, 2));
  const headers = Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value]));
  return { status: Number(first.split(' ')[1]), headers, body: body.join('\r\n\r\n') };
}

/** A request with these lines in its head; the connection ends with its answer. */
export function request(method: string, path: string, lines: string[] = [], body = ''): string {
  const host = lines.some((line) => /^host:/i.test(line)) ? [] : ['Host: localhost'];
  const length = body || method === 'POST' ? [`Content-Length: ${body.length}`] : [];
  return [`${method} ${path} HTTP/1.1`, ...host, ...lines, ...length, 'Connection: close', '', body].join('\r\n');
}

/** The lines of a plain form. */
export const asForm = ['Content-Type: application/x-www-form-urlencoded', 'Accept: text/html'];
