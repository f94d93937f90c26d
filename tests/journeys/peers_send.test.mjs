// Other people's mail programs, unmodified, send through the built-in submission service.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, openPage } from './support/browser.mjs';
import { Machine } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { Peer, run } from './support/peer.mjs';
import { accountOf, approve } from './support/walks.mjs';

let machine, operator, account, token, smtp;
const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-peers-'));

before(async () => {
  machine = await Machine.start();
  operator = new Operator(machine.ready);
  account = accountOf(machine.ready);
  smtp = { ...machine.ready.smtp, host: 'localhost' };
  const browser = await openBrowser();
  const peer = new Peer('msal_node.mjs', ['device-code', `${machine.ready.cloud}/organizations`, machine.ready.tenant.client_id], machine.ready.ca);
  const grant = await peer.line();
  await approve(await openPage(browser), grant.verificationUri, grant.userCode, account);
  token = (await peer.line()).accessToken;
  await browser.close();
});
after(async () => {
  await machine?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function arrived(subject) {
  const mail = (await operator.mails()).find((one) => one.subject === subject);
  assert.ok(mail, `"${subject}" in the mailbox`);
  return (await operator.get(`mails/${mail.id}.eml`)).toString('utf8');
}

const message = (subject) => `From: ${account.user}\r\nTo: ${account.user}\r\nSubject: ${subject}\r\n\r\nA line.\r\n.\r\n..two dots\r\n`;

for (const [how, options] of [['in two steps', []], ['with an initial response', ['--sasl-ir']]]) {
  test(`curl, ${how}`, async () => {
    const file = path.join(folder, 'curl.eml');
    writeFileSync(file, message(`curl ${how}`));
    const sent = await run('curl', ['-sS', '--ssl-reqd', '--cacert', machine.ready.ca, '--url', `smtp://${smtp.host}:${smtp.port}/client.example`,
                                    '--mail-from', account.user, '--mail-rcpt', account.user, '--user', account.user, '--oauth2-bearer', token, ...options, '-T', file]);
    assert.equal(sent.code, 0, sent.text);
    assert.match(await arrived(`curl ${how}`), /\r\n\.\r\n\.\.two dots/);
  });
}

test('bytes that are no UTF-8 are taken, and the list of mails stays JSON', async () => {
  const file = path.join(folder, 'bytes.eml');
  const hostile = 'Subject: bytes \xff\xfe\r\nContent-Type: application/pdf; name="\xff.pdf"\r\nMIME-Version: 1.0\r\n\r\n\xff\xfe\x80\r\n';
  writeFileSync(file, Buffer.from(`From: "\xff" <${account.user}>\r\nTo: \xc3\x28 <${account.user}>\r\n${hostile}`, 'latin1'));
  const sent = await run('curl', ['-sS', '--ssl-reqd', '--cacert', machine.ready.ca, '--url', `smtp://${smtp.host}:${smtp.port}/client.example`,
                                  '--mail-from', account.user, '--mail-rcpt', account.user, '--user', account.user, '--oauth2-bearer', token, '-T', file]);
  assert.equal(sent.code, 0, sent.text);
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await (await fetch(`${machine.ready.control}/paneltwin/mails`)).arrayBuffer());
  const mail = JSON.parse(text).find((one) => one.subject.startsWith('bytes '));
  assert.equal(mail.attachments.length, 1);
  const source = await operator.get(`mails/${mail.id}.eml`);
  assert.ok(source.includes(Buffer.from('\r\n\r\n\xff\xfe\x80', 'latin1')), 'the source stays as it came');
});

test('curl with a token that is none is refused', async () => {
  const file = path.join(folder, 'refused.eml');
  writeFileSync(file, message('refused'));
  const sent = await run('curl', ['-sS', '--ssl-reqd', '--cacert', machine.ready.ca, '--url', `smtp://${smtp.host}:${smtp.port}/client.example`,
                                  '--mail-from', account.user, '--mail-rcpt', account.user, '--user', account.user, '--oauth2-bearer', `${token}x`, '-T', file]);
  assert.equal(sent.code, 67, sent.text);
});

test('msmtp', async () => {
  const file = path.join(folder, 'token');
  writeFileSync(file, token);
  const sent = await run('msmtp', [`--host=${smtp.host}`, `--port=${smtp.port}`, '--tls=on', '--tls-starttls=on', `--tls-trust-file=${machine.ready.ca}`, '--auth=xoauth2',
                                   `--user=${account.user}`, `--passwordeval=cat ${file}`, `--from=${account.user}`, account.user], { input: message('msmtp') });
  assert.equal(sent.code, 0, sent.text);
  await arrived('msmtp');
});

test('nodemailer, with an attachment of a Chinese name', async () => {
  const peer = new Peer('nodemailer.mjs', [smtp.host, smtp.port, machine.ready.ca, account.user, token, account.user], machine.ready.ca);
  const sent = await peer.line();
  assert.match(sent.response, /^250 2\.0\.0 OK <[^>]+> \[Hostname=[^\]]+\]$/);
  await arrived('From nodemailer 你好');
});

test('nodemailer learns at once that a token is no good', async () => {
  const peer = new Peer('nodemailer.mjs', [smtp.host, smtp.port, machine.ready.ca, account.user, 'no-token', account.user], machine.ready.ca);
  const refused = await peer.line();
  assert.equal(refused.code, 'EAUTH');
  assert.match(refused.response, /^535 5\.7\.3 Authentication unsuccessful \[/);
});

for (const [how, options] of [['with LOGIN', []], ['with LOGIN and pipelining', ['--pipeline']]]) {
  test(`swaks, ${how}`, async () => {
    const sent = await run('swaks', ['--server', smtp.host, '--port', smtp.port, '--tls', '--tls-ca-path', machine.ready.ca, '--auth', 'LOGIN', '--auth-user', account.user,
                                     '--auth-password', account.password, '--from', account.user, '--to', account.user, '--header', `Subject: swaks ${how}`, '--ehlo', 'client.example', ...options]);
    assert.equal(sent.code, 0, sent.text);
    await arrived(`swaks ${how}`);
  });
}

test('swaks is told to begin TLS, and offered no AUTH before', async () => {
  const sent = await run('swaks', ['--server', smtp.host, '--port', smtp.port, '--auth', 'LOGIN', '--auth-user', account.user, '--auth-password', account.password,
                                   '--from', account.user, '--to', account.user, '--ehlo', 'client.example']);
  assert.notEqual(sent.code, 0);
  assert.doesNotMatch(sent.text, /250[- ]AUTH/);
});
