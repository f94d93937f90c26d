// Microsoft's own clients, unmodified: MSAL signs in for Mail.Read, and the Graph client reads what was mailed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, openPage } from './support/browser.mjs';
import { Machine } from './support/machine.mjs';
import { Peer } from './support/peer.mjs';
import { accountOf, approve } from './support/walks.mjs';

let machine, browser, account;
before(async () => {
  machine = await Machine.start();
  browser = await openBrowser();
  account = accountOf(machine.ready);
});
after(async () => {
  await browser?.close();
  await machine?.stop();
});

async function tokenFor(...scopes) {
  const peer = new Peer('msal_node.mjs', ['device-code', `${machine.ready.cloud}/organizations`, machine.ready.tenant.client_id, ...scopes], machine.ready.ca);
  const grant = await peer.line();
  await approve(await openPage(browser), grant.verificationUri, grant.userCode, account);
  return (await peer.line()).accessToken;
}
const graph = (token) => new Peer('graph_client.mjs', [machine.ready.cloud, token, 'nodemailer'], machine.ready.ca);

test('mail sent by SMTP is read through Graph, message, source and attachment', async () => {
  const sending = await tokenFor('https://outlook.office.com/SMTP.Send');
  const { host, port } = machine.ready.smtp;
  const sent = await new Peer('nodemailer.mjs', [host, port, machine.ready.ca, account.user, sending, account.user], machine.ready.ca).line();
  assert.match(sent.response, /^250 2\.0\.0 OK/);

  const peer = graph(await tokenFor('https://graph.microsoft.com/Mail.Read', 'https://graph.microsoft.com/User.Read'));
  const read = await peer.line();
  assert.equal(read.me, account.user, JSON.stringify(read));
  assert.equal(read.message.subject, 'From nodemailer 你好');
  assert.equal(read.message.from.emailAddress.address, account.user);
  assert.equal(read.message.hasAttachments, true);
  assert.match(read.source, /^Received: /);
  assert.deepEqual(read.files, [{ name: '发票.txt', content: 'x'.repeat(100_000) }]);
  assert.equal(read.everything, 2, 'in the inbox and in Sent Items');

  const refused = await graph(sending).line();
  assert.deepEqual([refused.status, refused.code], [401, 'InvalidAuthenticationToken'], 'a token for Exchange opens no Graph');
});
