// The tree of a mail's parts (RFC 2045, RFC 2046): mailparser tells what a mail says, this tells
// how it is built.

export interface Part {
  /** `text/plain`, in lower case. */
  type: string;
  parameters: Record<string, string>;
  /** By their names in lower case, unfolded. */
  headers: Record<string, string>;
  children: Part[];
  /** The decoded content of a part that has no children. */
  content: Buffer;
}

export function parts(raw: Buffer): Part {
  // Latin-1 keeps every octet as one character.
  return part(raw.toString('latin1'));
}

function part(text: string): Part {
  const end = text.indexOf('\r\n\r\n');
  const headers = read(end < 0 ? text : text.slice(0, end));
  const body = end < 0 ? '' : text.slice(end + 4);
  const [type, ...rest] = (headers['content-type'] ?? 'text/plain').split(';');
  const parameters = Object.fromEntries(rest.map(parameter).filter(([name]) => name));
  const coding = (headers['content-transfer-encoding'] ?? '7bit').toLowerCase();
  return {
    type: type.trim().toLowerCase(),
    parameters,
    headers,
    children: parameters.boundary ? children(body, parameters.boundary) : [],
    content: parameters.boundary ? Buffer.alloc(0) : decode(body, coding),
  };
}

function read(head: string): Record<string, string> {
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const pairs = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return Object.fromEntries(pairs);
}

function parameter(text: string): [string, string] {
  const [name, value = ''] = text.split(/=(.*)/s);
  return [name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, '$1')];
}

function children(body: string, boundary: string): Part[] {
  const [, ...rest] = `\r\n${body}`.split(`\r\n--${boundary}`);
  const inner = rest.filter((text) => !text.startsWith('--'));
  return inner.map((text) => part(text.replace(/^[ \t]*\r\n/, '')));
}

function decode(body: string, coding: string): Buffer {
  if (coding === 'base64') return Buffer.from(body, 'base64');
  if (coding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const joined = body.replace(/=\r\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16))),
    'latin1',
  );
}

/** The tree as a line of text: `multipart/mixed(text/plain, text/html)`. */
export function outline({ type, children }: Part): string {
  return children.length ? `${type}(${children.map(outline).join(', ')})` : type;
}

/** Every part, those that hold others before what they hold. */
export function all(part: Part): Part[] {
  return [part, ...part.children.flatMap(all)];
}
