// The printer signs in somewhere else and sends somewhere else, by a provider file alone: npm oidc-provider with npm smtp-server, and with
// Dovecot's submission service.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser } from './support/browser.mjs';
import { openDovecot } from './support/dovecot.mjs';
import { openLab, signInAtLab, user } from './support/lab.mjs';
import { Machine, source } from './support/machine.mjs';
import { openMailServer, wholeOf } from './support/mail_server.mjs';
import { Operator } from './support/operator.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-foreign-'));
const received = [];
let lab, browser;

before(async () => {
  lab = await openLab(folder);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  lab?.close();
  rmSync(folder, { recursive: true, force: true });
});

const keep = async (stream, done) => {
  received.push(await wholeOf(stream));
  done();
};

async function scanThrough(smtpPort) {
  received.length = 0;
  const machine = await Machine.start({ arguments: ['--provider', lab.providerFile(smtpPort)] });
  const operator = new Operator(machine.ready);
  await signInAtLab(browser, machine, operator);
  await operator.post('original', { path: path.join(source, 'assets/originals/invoice.pdf'), at: 'feeder' });
  await operator.scanTo('boss@lab.example');
  const job = await operator.untilJobEnded(1);
  await machine.stop();
  return job;
}

test('signed in at oidc-provider, a scan goes through smtp-server', async () => {
  const mail = await openMailServer(keep, {
    key: lab.key, cert: lab.cert, hideSTARTTLS: false, allowInsecureAuth: false, authMethods: ['XOAUTH2'],
    async onAuth({ username, accessToken }, _, done) {
      const token = await lab.provider.AccessToken.find(accessToken);
      done(null, token?.isValid && username === user ? { user: username } : { data: { status: '401', schemes: 'bearer', scope: 'email' } });
    },
  });
  const job = await scanThrough(mail.port);
  await mail.close();
  assert.equal(job.result, 'completed', JSON.stringify(job));
  assert.equal(received.length, 1);
  assert.match(received[0].toString('latin1'), /application\/pdf/);
});

test("signed in at oidc-provider, a scan goes through Dovecot's submission service", async () => {
  const behind = await openMailServer(keep, { authOptional: true });
  const dovecot = await openDovecot({ folder, relayPort: behind.port, lab });
  const job = await scanThrough(dovecot.port);
  await dovecot.close();
  await behind.close();
  assert.equal(job.result, 'completed', `${JSON.stringify(job)}\n${dovecot.output}`);
  assert.equal(received.length, 1);
  assert.match(received[0].toString('latin1'), /application\/pdf/);
});
