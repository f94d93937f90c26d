// Other people's clients, unmodified, sign in at the built-in cloud and send with the token that they got.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, openPage } from './support/browser.mjs';
import { Machine } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { Peer, run } from './support/peer.mjs';
import { accountOf, approve, signIn } from './support/walks.mjs';

let machine, operator, browser, account, base;
const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-peers-'));

before(async () => {
  machine = await Machine.start();
  operator = new Operator(machine.ready);
  browser = await openBrowser();
  account = accountOf(machine.ready);
  base = machine.ready.cloud.replace('127.0.0.1', 'localhost');
});
after(async () => {
  await browser?.close();
  await machine?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const clients = [
  ['msal_node.mjs', (tenantId) => `${base}/${tenantId}`, ['organizations', 'common', 'domain', 'id']],
  ['msal_python.py', (tenantId) => `${base}/${tenantId}`, ['organizations', 'id']],
  ['openid_client.mjs', (tenantId) => `${base}/${tenantId}/v2.0`, ['id']],
];
const tenantNamed = (name) => (name === 'id' ? machine.ready.tenant.id : name === 'domain' ? machine.ready.tenant.domain : name);

async function curlSends(token, subject) {
  const message = path.join(folder, 'message.eml');
  writeFileSync(message, `From: ${account.user}\r\nTo: ${account.user}\r\nSubject: ${subject}\r\n\r\nA line.\r\n`);
  const { host, port } = machine.ready.smtp;
  const sent = await run('curl', ['-sS', '--ssl-reqd', '--cacert', machine.ready.ca, '--url', `smtp://${host}:${port}/client.example`, '--mail-from', account.user,
                                  '--mail-rcpt', account.user, '--user', account.user, '--oauth2-bearer', token, '--login-options', 'AUTH=XOAUTH2', '-T', message]);
  assert.equal(sent.code, 0, sent.text);
  const mails = await operator.mails();
  assert.ok(mails.some((mail) => mail.subject === subject), `"${subject}" among ${mails.map((mail) => mail.subject)}`);
}

for (const [program, issuer, tenants] of clients) {
  for (const tenantName of tenants) {
    test(`${program} signs in by device code at ${tenantName}, renews, and its token sends`, async () => {
      const peer = new Peer(program, ['device-code', issuer(tenantNamed(tenantName)), machine.ready.tenant.client_id], machine.ready.ca);
      const grant = await peer.line();
      assert.match(grant.userCode, /^[A-HJ-NP-Z2-9]{9}$/);
      assert.equal(grant.expiresIn, 900);
      assert.equal(grant.interval, 5);
      const page = await openPage(browser);
      await approve(page, grant.verificationUri, grant.userCode, account);
      const got = await peer.line();
      assert.equal(got.account, account.user);
      await curlSends(got.renewedToken, `${program} ${tenantName}`);
      assert.equal(await peer.exited, 0, peer.errors);
      await page.context().close();
    });
  }

  test(`${program} signs in by code and PKCE, renews, and its token sends`, async () => {
    const peer = new Peer(program, ['code', issuer(machine.ready.tenant.id), machine.ready.tenant.client_id], machine.ready.ca);
    const { url } = await peer.line();
    const page = await openPage(browser);
    await page.goto(url);
    await signIn(page, account);
    const got = await peer.line();
    assert.equal(got.account, account.user);
    await curlSends(got.renewedToken, `${program} by code`);
    assert.equal(await peer.exited, 0, peer.errors);
    await page.context().close();
  });
}
