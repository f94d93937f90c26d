// Somebody else's mail server (npm smtp-server) that a test can hold in the middle of a message, and originals that weigh something.
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { SMTPServer } from 'smtp-server';

export const mailbox = { user: 'printer@lab.example', password: 'correct horse' };

/**
 * A server; without `options`, which are smtp-server's own, one without TLS that takes AUTH LOGIN of `mailbox`.
 * @param {(stream: import('node:stream').Readable, done: Function) => void} takeMessage  answers when and how it likes
 */
export async function openMailServer(takeMessage, options = {}) {
  const server = new SMTPServer({
    allowInsecureAuth: true, hideSTARTTLS: true, authMethods: ['LOGIN'],
    onAuth: ({ username, password }, _, done) =>
      (username === mailbox.user && password === mailbox.password ? done(null, { user: username }) : done(new Error('5.7.8 Authentication failed'))),
    ...options,
    onData: (stream, _, done) => takeMessage(stream, done),
  });
  server.on('error', () => {});  // a client that was killed
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return { port: server.server.address().port, close: () => new Promise((closed) => { server.close(closed); server.connections.forEach((one) => one._socket.destroy()); }) };
}

/** Reads a message to its end. */
export async function wholeOf(stream) {
  const pieces = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** An assets folder whose scenario `lab` has the machine sign in at the server on `port`. */
export function labAssets(folder, port, password = mailbox.password) {
  const assets = path.join(folder, `assets-${port}-${password.length}`);
  mkdirSync(path.join(assets, 'scenarios'), { recursive: true });
  writeFileSync(path.join(assets, 'scenarios/lab.yaml'),
                `e-mail: {method: smtp-auth, sender: ${mailbox.user}, host: localhost, port: ${port}, security: none, user: ${mailbox.user}, password: ${password}}\n`);
  return assets;
}

/** A4 at 300 dots an inch in black and white noise, which nothing compresses. */
export function writeNoise(file) {
  const [width, height] = [2480, 3508];
  const rows = randomBytes(width * height + height);
  for (let row = 0; row < height; ++row) rows[row * (width + 1)] = 0;
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4), sum = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const resolution = Buffer.alloc(9);
  resolution.writeUInt32BE(11811, 0);
  resolution.writeUInt32BE(11811, 4);
  resolution[8] = 1;
  writeFileSync(file, Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('pHYs', resolution),
                                     chunk('IDAT', deflateSync(rows, { level: 0 })), chunk('IEND', Buffer.alloc(0))]));
  return file;
}
