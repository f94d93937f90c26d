// A mail server of one's own with SMTP AUTH: what it refuses, the panel tells by its code.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, beforeEach, test } from 'node:test';
import { Machine, source } from './support/machine.mjs';
import { labAssets, openMailServer, wholeOf, writeNoise } from './support/mail_server.mjs';
import { Operator } from './support/operator.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-refused-'));
const invoice = path.join(source, 'assets/originals/invoice.pdf');
const noise = writeNoise(path.join(folder, 'noise.png'));
let server, machine, operator, received;
beforeEach(() => { received = []; });
afterEach(async () => {
  await machine.stop();
  await server.close();
});
after(() => rmSync(folder, { recursive: true, force: true }));

async function start({ password, ...options } = {}) {
  server = await openMailServer(async (stream, done) => {
    received.push(await wholeOf(stream));
    done(stream.sizeExceeded ? Object.assign(new Error('5.3.4 Message too big for system'), { responseCode: 552 }) : null);
  }, options);
  machine = await Machine.start({ arguments: ['--assets', labAssets(folder, server.port, password), '--scenario', 'lab'] });
  operator = new Operator(machine.ready);
}

async function scan(original, ...taps) {
  await operator.post('original', { path: original, at: original === invoice ? 'feeder' : 'glass' });
  await operator.tap('scan', 'scan-email', ...taps, 'recipient');
  await operator.type('boss@lab.example');
  await operator.key('Enter');
  await operator.tap('send');
  const job = await operator.untilJobEnded(1);
  await operator.key('Home');
  await operator.tap('job-status', 'job-status-tab', 'job-1');
  return job;
}

test('all is well', async () => {
  await start();
  assert.equal((await scan(invoice)).result, 'completed');
  assert.equal(received.length, 1);
});

test('a password that is wrong: 312', async () => {
  await start({ password: 'wrong' });
  assert.equal((await scan(invoice)).failure.kind, 'authentication');
  await operator.untilOnGlass('312');
  assert.equal(received.length, 0);
});

test('a scan above the attachment limit: 314, and nothing is sent', async () => {
  await start();
  const job = await scan(noise, 'scan-settings-tab', 'attachment-limit', '1', 'recipient-tab');
  assert.equal(job.failure.kind, 'too_large');
  await operator.untilOnGlass('314');
  assert.equal(received.length, 0);
});

test('a message above the limit of the server: 314', async () => {
  await start({ size: 1_000_000 });
  assert.equal((await scan(noise)).failure.kind, 'too_large');
  await operator.untilOnGlass('314');
});
