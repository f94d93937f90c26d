// Programs that were written for the real machine's pages, request by request: job logs, status scrapers, panel snapshots, certificate
// renewal, password guessing.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { after, before, test } from 'node:test';
import { Machine } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { ScriptSession } from './support/scripts.mjs';

const page = (id, verb = 'TOP') => `PRESENTATION/ADVANCED/${id}/${verb}`;
const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-scripts-'));
let machine, operator;
before(async () => {
  machine = await Machine.start();
  operator = new Operator(machine.ready);
});
after(async () => {
  await machine?.stop();
  rmSync(folder, { recursive: true, force: true });
});
const session = () => new ScriptSession(machine.ready.web_config);

/** dt and dd pairs, as a scraper reads them. */
function pairs(html) {
  const text = (part) => part.replace(/<[^>]*>/g, ' ').replaceAll('&nbsp;', ' ').replace(/\s+/g, ' ').trim();
  return Object.fromEntries([...html.matchAll(/<dt[^>]*>([\s\S]*?)<\/dt>\s*<dd[^>]*>([\s\S]*?)<\/dd>/g)].map(([, key, value]) => [text(key).replace(/ ?:$/, ''), text(value)]));
}

test('a status scraper finds its values without a log-in', async () => {
  const script = session();
  const product = (await script.get(page('INFO_PRTINFO'))).body;
  assert.match(product, /<title>PT-C6000 Series<\/title>/);
  assert.match(product, /<body class="contents">[\s\S]*class="wrap"[\s\S]*class="header-main"[^>]*>Product Status<[\s\S]*class="section">/);
  const values = pairs(product);
  assert.equal(values.Firmware, '07.84.GW19Q3');
  assert.match(values['Network MAC Address'], /^02:00:5E/);
  assert.match(product, /<legend>Printer Status<\/legend><ul class="values"><li class="value clearfix"><div class="preserve-white-space"[^>]*>Available\.</);
  assert.match(product, /<legend>Scanner Status<\/legend>[\s\S]*?Available\./);
  const network = pairs((await script.get(page('INFO_NWINFO'))).body);
  assert.equal(network['IP Address'], '127.0.0.1');
  assert.equal(network['Device Name'], 'PANELTWIN');
  const hardware = pairs((await script.get(page('INFO_BEHAVIORINFO'))).body);
  assert.equal(hardware.Scanner, 'Working normally.');
});

test('the language cookie is understood', async () => {
  const script = session();
  const chinese = await script.get(page('INFO_PRTINFO'), { headers: { Cookie: 'EPSON_COOKIE_LANG=lang_b&1/lang_a&11' } });
  assert.match(chinese.body, /产品状态/);
  const changed = await script.post(page('COMMON'), { SEL_LANGA: '11' });
  assert.equal(changed.status, 303);
  assert.equal(script.cookie('EPSON_COOKIE_LANG'), 'lang_b&1/lang_a&11');
});

test('the job log fetcher logs in by session type, finds the token and downloads the history', async () => {
  const script = session();
  const logIn = await script.logInBySessionType(machine.ready.admin_password);
  assert.equal(logIn.status, 200);
  assert.match(script.cookie('EPSON_COOKIE_SESSION'), /^session&[0-9a-f-]{36}$/);
  const token = /name="INPUTT_SETUPTOKEN"\s+value="([^"]+)"/.exec((await script.get(page('INFO_JOBHISTORY'))).body)?.[1];
  assert.ok(token, 'a set-up token');
  for (let i = 0; i < 2; ++i) {
    const csv = await script.post(page('INFO_JOBHISTORY', 'OUTPUT.CSV'), { INPUTT_SETUPTOKEN: token, INPUTD_HISTORYTYPE: 'ALL' });
    assert.match(csv.headers['content-type'], /^text\/csv/);
    assert.match(csv.body, /^"Receipt No\.","Date\/Time","Completed","Type","Result","Pages","From","To","Total Receipt Fax Data","File Name","Reference Receipt No\.","Receipt Number for Sending","Storage"\r\n/);
  }
});

test('a panel snapshot is a JPEG of the glass, as it is now', async () => {
  const script = session();
  assert.equal((await script.post(page('INFO_PANELSNAPSHOT'), {})).status, 200);
  const home = await script.get(page('INFO_PANELSNAPSHOT', 'PANELIMAGE.JPG'), { binary: true });
  assert.equal(home.headers['content-type'], 'image/jpeg');
  assert.equal(home.body.subarray(0, 2).toString('hex'), 'ffd8');
  // SOF0: height and width of the model's own glass.
  const frame = home.body.indexOf(Buffer.from([0xff, 0xc0]));
  assert.deepEqual([home.body.readUInt16BE(frame + 7), home.body.readUInt16BE(frame + 5)], [1024, 600]);
  await operator.tap('settings');
  const settings = await script.get(page('INFO_PANELSNAPSHOT', 'PANELIMAGE.JPG'), { binary: true });
  assert.notDeepEqual(settings.body, home.body);
  await operator.key('Home');
});

test('a certificate tool renews the certificate and the service comes back with it', async () => {
  const file = (name) => path.join(folder, name);
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', file('ca.key'), '-out', file('ca.pem'), '-subj', '/CN=Office CA', '-days', '30', '-addext', 'basicConstraints=critical,CA:TRUE'], { stdio: 'ignore' });
  execFileSync('openssl', ['req', '-newkey', 'rsa:2048', '-nodes', '-keyout', file('own.key'), '-out', file('own.csr'), '-subj', '/CN=printer.office.test'], { stdio: 'ignore' });
  execFileSync('openssl', ['x509', '-req', '-in', file('own.csr'), '-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial', '-out', file('own.pem'), '-days', '30'], { stdio: 'ignore' });

  let script = session();
  await script.logIn(machine.ready.admin_password);
  const status = (await script.get(page('NWS_CERT_SSLTLS'))).body;
  assert.match(status, /<form[^>]*id="input_form"[\s\S]*<option value="SELF-SIGNED_CERT" selected>/);
  const inputs = await script.inputs(page('NWS_CERT_SSLTLS', 'CA_IMPORT'));
  assert.ok(inputs.INPUTT_SETUPTOKEN);
  for (const name of ['cert0', 'cert1', 'cert2', 'key']) delete inputs[name];
  const sent = await script.upload('PRESENTATIONEX/CERT/IMPORT_CHAIN', { ...inputs, format: 'pem_der' },
                                   { key: readFileSync(file('own.key')), cert0: readFileSync(file('own.pem')), cert1: readFileSync(file('ca.pem')) });
  assert.match(sent.body, /Shutting down|Setup complete/);

  script.clearCookies();
  await script.logIn(machine.ready.admin_password);
  const { INPUTT_SETUPTOKEN } = await script.inputs(page('NWS_CERT_SSLTLS'));
  const { hostname, port } = new URL(machine.ready.web_config);
  const onlooker = tls.connect({ host: hostname, port, rejectUnauthorized: false });
  await once(onlooker, 'secureConnect');
  onlooker.on('error', () => {}).resume();
  const away = new Promise((gone) => { onlooker.on('close', gone); });
  const used = await script.post(page('NWS_CERT_SSLTLS', 'SET'), { INPUTT_SETUPTOKEN, SEL_SSLTLSUSECERT: 'CA-SIGNED_CERT' });
  assert.match(used.body, /Shutting down/);

  // The tools log in again and again until the service is back.
  await away;
  for (const giveUp = Date.now() + 120_000; ;) {
    try {
      script.clearCookies();
      await script.logIn(machine.ready.admin_password);
      break;
    } catch (unreachable) {
      if (Date.now() > giveUp) throw unreachable;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  assert.match((await script.get(page('NWS_CERT_SSLTLS'))).body, /<option value="CA-SIGNED_CERT" selected>/);

  const shown = await new Promise((resolve, reject) => {
    const socket = tls.connect({ host: hostname, port, ca: readFileSync(file('ca.pem')), servername: 'printer.office.test', checkServerIdentity: () => undefined }, () => {
      resolve({ subject: socket.getPeerCertificate().subject.CN, trusted: socket.authorized });
      socket.end();
    });
    socket.on('error', reject);
  });
  assert.deepEqual(shown, { subject: 'printer.office.test', trusted: true });
});

test('guessing passwords is slowed down with the words that programs wait for', async () => {
  const script = session();
  const replies = [];
  for (let i = 0; i < 6; ++i) replies.push((await script.logIn(`wrong-${i}`)).body);
  assert.match(replies[0], /Incorrect user name or password/);
  assert.match(replies[5], /Try again later\./);
  assert.equal(script.cookie('EPSON_COOKIE_SESSION'), undefined);
  await operator.clock({ advance: '2h' });
  assert.match((await script.logIn(machine.ready.admin_password)).body, /Logged in/);
});
