// Network Settings on the panel decide what is reached: each wrong value has its own code, and Web Config stays.
import assert from 'node:assert/strict';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { Machine, source } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';

const tcpIp = ['settings', 'general-settings', 'network-settings', 'network-advanced', 'tcp-ip'];
let machine, operator, number;

beforeEach(async () => {
  machine = await Machine.start({ arguments: ['--scenario', 'signed-in'] });
  operator = new Operator(machine.ready);
  number = 0;
});
afterEach(async () => { await machine.stop(); });

const open = async (...way) => { await operator.key('Home'); await operator.tap(...way); };

/** Types a value over the one that is there. */
async function enter(row, text) {
  await operator.tap(row);
  for (let i = 0; i < 60; ++i) await operator.key('Backspace');
  if (text) await operator.type(text);
  await operator.tap('ok');
}

/** Scans to e-mail, and answers the code that the job has. */
async function codeOfScan() {
  await operator.post('original', { path: path.join(source, 'assets/originals/invoice.pdf'), at: 'feeder' });
  await operator.scanTo('maria.santos@contoso.example');
  const job = await operator.untilJobEnded(++number);
  await operator.key('Home');
  if (await operator.shows('notice')) await operator.tap('ok');
  return job.code;
}

async function webConfigAnswers() {
  const response = await fetch(machine.ready.web_config_http, { redirect: 'manual' });
  assert.ok(response.status === 307 || response.status === 200, `Web Config answers ${response.status}`);
}

test('a default gateway of 0.0.0.0: no mail, Web Config all the same, E-11; 192.0.2.1 is no better', async () => {
  await open(...tcpIp, 'obtain-ip-address', 'manual');
  await enter('default-gateway', '0.0.0.0');
  assert.ok([313, 350].includes(await codeOfScan()));
  await webConfigAnswers();
  await open('settings', 'general-settings', 'network-settings', 'connection-check', 'start');
  await operator.clock({ advance: '3s' });
  await operator.untilOnGlass('E-11');
  await open(...tcpIp);
  await enter('default-gateway', '192.0.2.1');
  assert.ok([313, 350].includes(await codeOfScan()));
  await open(...tcpIp, 'obtain-ip-address', 'auto');
  assert.equal(await codeOfScan(), 0);
});

test('no name server, or one that does not answer: 311', async () => {
  await open(...tcpIp, 'dns-server-setting', 'manual');
  await enter('primary-dns', '');
  assert.equal(await codeOfScan(), 311);
  await open(...tcpIp);
  await enter('primary-dns', '203.0.113.99');
  assert.equal(await codeOfScan(), 311);
  await open('settings', 'general-settings', 'network-settings', 'connection-check', 'start');
  await operator.clock({ advance: '3s' });
  await operator.untilOnGlass('E-9');
  await open(...tcpIp, 'dns-server-setting', 'auto');
  assert.equal(await codeOfScan(), 0);
});

test('a wrong date: the certificate is not trusted, and the connection check says why', async () => {
  await open('settings', 'general-settings', 'basic-settings', 'date-time-settings', 'date-time');
  await enter('date', '2016-01-01');
  assert.ok([313, 350].includes(await codeOfScan()));
  const [job] = await operator.jobs();
  assert.ok(['tls_untrusted_date', 'cloud_communication'].includes(job.failure.kind), JSON.stringify(job));
  await open('settings', 'general-settings', 'network-settings', 'network-advanced', 'email-server', 'email-connection-check', 'start');
  await operator.untilOnGlass('Date and Time');
});

test('a proxy server that is not there: the cloud is not reached', async () => {
  await open('settings', 'general-settings', 'network-settings', 'network-advanced', 'proxy', 'proxy-server-setting');
  await enter('proxy-server', '127.0.0.1');
  await enter('proxy-port', '1');
  await operator.clock({ advance: '2h' });  // the access token has run out: the cloud is asked
  assert.equal(await codeOfScan(), 350);
});

test('without Redirect HTTP to HTTPS the pages come as they are asked for', async () => {
  const entry = () => fetch(machine.ready.web_config_http, { redirect: 'manual' });
  assert.equal((await entry()).status, 307);
  await open('settings', 'general-settings', 'network-settings', 'network-advanced', 'redirect-https');
  await operator.until(() => operator.snapshot(), (state) => state.settings['redirect-https'] === 'off', 'the setting');
  assert.equal((await entry()).status, 200);
});
