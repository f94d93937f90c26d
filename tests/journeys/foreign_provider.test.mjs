// The printer signs in somewhere else and sends somewhere else, by a provider file alone: npm oidc-provider with npm smtp-server.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import Provider from 'oidc-provider';
import { SMTPServer } from 'smtp-server';
import { openBrowser, openPage } from './support/browser.mjs';
import { Machine, source } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { run } from './support/peer.mjs';
import { askForCode, logInToWebConfig, pressOk } from './support/walks.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-foreign-'));
const user = 'printer@lab.example';
const received = [];
let key, cert, issuer, smtpPort, browser, provider, mail, web;

before(async () => {
  const made = await run('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30', '-subj', '/CN=Lab', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1',
                                    '-keyout', path.join(folder, 'key.pem'), '-out', path.join(folder, 'lab-ca.pem')]);
  assert.equal(made.code, 0, made.text);
  key = readFileSync(path.join(folder, 'key.pem'));
  cert = readFileSync(path.join(folder, 'lab-ca.pem'));

  web = createServer({ key, cert }).listen(0, '127.0.0.1');
  await once(web, 'listening');
  issuer = `https://localhost:${web.address().port}`;
  provider = new Provider(issuer, {
    clients: [{ client_id: 'paneltwin', token_endpoint_auth_method: 'none', redirect_uris: [], response_types: [],
                grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'] }],
    features: { deviceFlow: { enabled: true } },
    scopes: ['openid', 'offline_access', 'email'], claims: { openid: ['sub'], email: ['email'] }, conformIdTokenClaims: false,
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, email: user }) }),
  });
  web.on('request', provider.callback());

  mail = new SMTPServer({
    key, cert, authMethods: ['XOAUTH2'],
    async onAuth({ username, accessToken }, _, done) {
      const token = await provider.AccessToken.find(accessToken);
      done(null, token?.isValid ? { user: username } : { data: { status: '401', schemes: 'bearer', scope: 'email' } });
    },
    onData(stream, session, done) {
      const pieces = [];
      stream.on('data', (piece) => pieces.push(piece)).on('end', () => { received.push({ user: session.user, source: Buffer.concat(pieces).toString() }); done(); });
    },
  });
  await new Promise((listening) => mail.listen(0, '127.0.0.1', listening));
  smtpPort = mail.server.address().port;
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  mail?.close();
  web?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('signed in at oidc-provider, a scan goes through smtp-server', async () => {
  const file = path.join(folder, 'provider.yaml');
  writeFileSync(file, `name: Lab\nissuer: ${issuer}\nclient_id: paneltwin\nscope: openid offline_access email\nsmtp: {host: localhost, port: ${smtpPort}, security: starttls, auth: xoauth2}\nca: lab-ca.pem\n`);
  const machine = await Machine.start({ arguments: ['--provider', file] });
  const operator = new Operator(machine.ready);
  const page = await openPage(browser);
  await logInToWebConfig(page, machine.ready);
  const { address, code } = await askForCode(page, machine.ready);

  const person = await openPage(browser);
  await person.goto(address);
  await person.locator('[name=user_code]').fill(code);
  await person.locator('button[type=submit]').first().click();   // Continue
  await person.locator('button[type=submit]').first().click();   // confirm the code
  await person.locator('[name=login]').fill(user);
  await person.locator('[name=password]').fill('any');
  await person.locator('button[type=submit]').first().click();   // sign in
  await person.locator('button[type=submit]').first().click();   // consent
  await person.waitForLoadState();

  await operator.clock({ run: 20 });
  await pressOk(page, { user });
  await operator.clock({ run: 1 });
  await operator.post('original', { path: path.join(source, 'assets/originals/invoice.pdf'), at: 'feeder' });
  await operator.scanTo('boss@lab.example');
  const job = await operator.untilJobEnded(1);
  assert.equal(job.result, 'completed', JSON.stringify(job));
  assert.equal(received.length, 1);
  assert.equal(received[0].user, user);
  assert.match(received[0].source, /application\/pdf/);
  await machine.stop();
});
