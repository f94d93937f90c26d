// A mail server of one's own, with a certificate of one's own: without its CA certificate the machine does not trust it and says so
// everywhere; imported in Web Config, as PEM or DER, it counts; deleted, it does not.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, openPage } from './support/browser.mjs';
import { Machine, source } from './support/machine.mjs';
import { mailbox, openMailServer, wholeOf } from './support/mail_server.mjs';
import { Operator } from './support/operator.mjs';
import { logInToWebConfig } from './support/walks.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-authority-'));
const invoice = path.join(source, 'assets/originals/invoice.pdf');
const file = (name) => path.join(folder, name);
let browser;
before(async () => {
  browser = await openBrowser();
  const openssl = (...given) => execFileSync('openssl', given, { stdio: 'pipe' });
  openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '3650', '-subj', '/CN=Lab Authority',
          '-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign', '-keyout', file('ca-key.pem'), '-out', file('ca.pem'));
  openssl('req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=localhost', '-keyout', file('key.pem'), '-out', file('request.pem'));
  writeFileSync(file('names'), 'subjectAltName=DNS:localhost\n');
  openssl('x509', '-req', '-in', file('request.pem'), '-CA', file('ca.pem'), '-CAkey', file('ca-key.pem'), '-CAcreateserial', '-days', '365', '-extfile', file('names'), '-out', file('server.pem'));
  openssl('x509', '-in', file('ca.pem'), '-outform', 'DER', '-out', file('ca.der'));
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const [language, brought, words] of [['en', 'ca.pem', { untrusted: /untrusted[\s\S]*CA Certificate/, good: /successful/ }],
                                          ['zh-CN', 'ca.der', { untrusted: /CA证书/, good: /成功/ }]]) {
  test(`its CA certificate decides, brought as ${brought} (${language})`, async () => {
    const received = [];
    const server = await openMailServer(async (stream, done) => { received.push(await wholeOf(stream)); done(); },
                                        { hideSTARTTLS: false, key: readFileSync(file('key.pem')), cert: readFileSync(file('server.pem')) });
    const machine = await Machine.start({ arguments: ['--language', language] });
    const operator = new Operator(machine.ready);
    const page = await openPage(browser, language);
    const open = (id) => page.goto(new URL(`PRESENTATION/ADVANCED/${id}/TOP`, machine.ready.web_config).href);
    let scans = 0;
    const scan = async () => {
      await operator.post('original', { path: invoice, at: 'feeder' });
      await operator.scanTo('boss@lab.example');
      return operator.untilJobEnded(++scans);
    };
    const test = async (says) => {
      await open('NW_EMAIL_TEST');
      await page.locator('#start').click();
      await page.locator('#message', { hasText: says }).waitFor();
    };
    await logInToWebConfig(page, machine.ready);
    await open('NW_EMAIL_BASIC');
    await page.locator('#method-SMTP_AUTH').check();
    await page.locator('#account').fill(mailbox.user);
    await page.locator('#auth-password').fill(mailbox.password);
    await page.locator('#sender').fill(mailbox.user);
    await page.locator('#smtp-host').fill('localhost');
    await page.locator('#smtp-port').fill(String(server.port));
    await page.locator('[name=INPUTR_SECURECONNECTION][value=STARTTLS]').check();
    await page.locator('[name=INPUTR_CERTVALIDATION][value=ENABLE]').check();
    await page.locator('#ok').click();
    await page.locator('#message.good').waitFor();

    const refused = await scan();
    assert.deepEqual([refused.failure.kind, refused.code], ['tls_untrusted_ca', 313]);
    await operator.key('Home');
    await test(words.untrusted);
    assert.equal(received.length, 0);

    await open('NWS_CERT_CA');
    await page.locator('[name=cert0]').setInputFiles(file(brought));
    await page.locator('#ok').click();
    await page.locator('#message.good').waitFor();
    await test(words.good);
    assert.equal((await scan()).result, 'completed');
    assert.equal(received.length, 1);

    await open('NWS_CERT_CA');
    assert.match(await page.locator('main').innerText(), /Lab Authority/);
    await page.locator('form[action$="NWS_CERT_CA/DELETE"] button').click();
    await page.locator('#message.good').waitFor();
    assert.equal((await scan()).failure.kind, 'tls_untrusted_ca');
    assert.equal(received.length, 1);
    await machine.stop();
    await server.close();
  });
}

test('root certificates from before the authorities of today: the mail server is untrusted until they are updated', async () => {
  const machine = await Machine.start({ arguments: ['--model', 'old-firmware'] });
  const operator = new Operator(machine.ready);
  const page = await openPage(browser);
  const open = (id) => page.goto(new URL(`PRESENTATION/ADVANCED/${id}/TOP`, machine.ready.web_config).href);
  const printer = machine.ready.tenant.accounts.find(({ user }) => user.startsWith('printer@'));
  await logInToWebConfig(page, machine.ready);
  await open('NW_EMAIL_BASIC');
  await page.locator('#method-SMTP_AUTH').check();
  await page.locator('#account').fill(printer.user);
  await page.locator('#auth-password').fill(printer.password);
  await page.locator('#sender').fill(printer.user);
  await page.locator('#smtp-host').fill('localhost');
  await page.locator('#smtp-port').fill(String(machine.ready.smtp.port));
  await page.locator('[name=INPUTR_SECURECONNECTION][value=STARTTLS]').check();
  await page.locator('#ok').click();
  await page.locator('#message.good').waitFor();
  await operator.post('original', { path: invoice, at: 'feeder' });
  await operator.scanTo(printer.user);
  assert.equal((await operator.untilJobEnded(1)).failure.kind, 'tls_untrusted_ca');

  await open('NWS_ROOTCERT');
  assert.equal(await page.locator('#version').innerText(), '01.07');
  await page.locator('#update').click();
  await page.locator('#version', { hasText: '02.03' }).waitFor();
  await operator.key('Home');
  await operator.post('original', { path: invoice, at: 'feeder' });
  await operator.scanTo(printer.user);
  assert.equal((await operator.untilJobEnded(2)).result, 'completed');
  await open('INFO_PRTINFO');
  assert.equal(await page.locator('#root-certificates').innerText(), '02.03');
  await machine.stop();
});
