// What a run of flows leaves behind, a problem's report and a run sheet: whole, and without a secret in it.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { openBrowser, openPage } from './support/browser.mjs';
import { Machine, program, source } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { run } from './support/peer.mjs';
import { ScriptSession } from './support/scripts.mjs';
import { accountOf, approve } from './support/walks.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-evidence-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const token = /eyJ[A-Za-z0-9_-]{20}|\b0\.A[A-Za-z0-9_-]{20}/;

test('a run leaves report, pictures and film, and no token in them', async () => {
  const out = path.join(folder, 'out');
  const played = await run(program, ['play', '--out', out, '--video', '--report', path.join(folder, 'junit.xml'), path.join(source, 'tests/flows/scan_to_email.yaml')]);
  assert.equal(played.code, 0, played.text);
  const report = readFileSync(path.join(out, 'report.html'), 'utf8');
  assert.match(report, /AUTH XOAUTH2 \*\*\*/);
  assert.match(report, /class="touch"/);
  assert.match(report, /maria\.santos@contoso\.example/);
  const own = path.join(out, 'scan_to_email');
  assert.ok(existsSync(path.join(own, 'sent.png')));
  assert.ok(existsSync(path.join(own, 'film.mp4')) || existsSync(path.join(own, 'film.png')));
  for (const file of [path.join(out, 'report.html'), path.join(folder, 'junit.xml')]) {
    assert.doesNotMatch(readFileSync(file, 'latin1').replaceAll(/base64,[A-Za-z0-9+/=]+/g, ''), token, file);
  }
});

test('two flows of one name, and one that is played twice, keep their evidence apart', async () => {
  const flow = (name) => {
    const file = path.join(folder, name, 'shot.yaml');
    mkdirSync(path.dirname(file));
    writeFileSync(file, `flow: ${name}\nsteps:\n  - tap: settings\n  - screenshot: settings\n`);
    return file;
  };
  const [one, other] = [flow('one'), flow('other')];
  const out = path.join(folder, 'apart');
  for (const order of [['--seed', '1'], ['--seed', '2', '--jobs', '2']]) {
    const played = await run(program, ['play', '--out', out, ...order, one, other, one]);
    assert.equal(played.code, 0, played.text);
    assert.deepEqual(readdirSync(out).sort(), ['one-shot', 'one-shot.2', 'other-shot', 'report.html']);
    rmSync(out, { recursive: true });
  }
});

/** Every secret of a machine that somebody has used: passwords, cookies, codes and tokens. */
async function useSecrets(machine, operator) {
  const account = accountOf(machine.ready);
  const secrets = new Map([['the administrator\'s password', machine.ready.admin_password]]);
  for (const { user, password } of machine.ready.tenant.accounts) secrets.set(`the password of ${user}`, password);

  // Web Config: password, session cookie, form token.
  const script = new ScriptSession(machine.ready.web_config);
  await script.logIn(machine.ready.admin_password);
  secrets.set('the session of Web Config', script.cookie('EPSON_COOKIE_SESSION').replace(/^session&/, ''));
  secrets.set('a form\'s token', (await script.inputs('PRESENTATION/ADVANCED/NW_EMAIL_BASIC/TOP')).INPUTT_SETUPTOKEN);

  // Somebody else's sign-in at the same cloud: device code, user code, tokens as they come over the wire.
  const call = async (address, body) => {
    const answer = await script.request('POST', new URL(`organizations/oauth2/v2.0/${address}`, `${machine.ready.cloud}/`).href,
                                        { body: new URLSearchParams(body).toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
    return JSON.parse(answer.body);
  };
  const scope = 'openid offline_access https://outlook.office.com/SMTP.Send', client_id = machine.ready.tenant.client_id;
  const grant = await call('devicecode', { client_id, scope });
  secrets.set('a device code', grant.device_code);
  secrets.set('a user code', grant.user_code);
  const browser = await openBrowser();
  try {
    await approve(await openPage(browser), grant.verification_uri, grant.user_code, account);
  } finally {
    await browser.close();
  }
  const tokens = await call('token', { client_id, grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: grant.device_code });
  for (const name of ['access_token', 'refresh_token', 'id_token']) secrets.set(`an ${name}`, tokens[name]);

  // The printer's own: its sign-in is renewed, and it sends with the new token.
  await operator.clock({ advance: '2h' });
  await operator.key('Home');
  await operator.post('original', { path: path.join(source, 'assets/originals/invoice.pdf'), at: 'feeder' });
  await operator.scanTo('maria.santos@contoso.example');
  await operator.untilJobEnded(1);
  await operator.key('Home');

  // The panel: typed on the keyboard of the glass, letter by letter, and by the computer's.
  const lock = ['settings', 'general-settings', 'system-administration', 'security-settings', 'admin-settings', 'lock-setting', 'on'];
  await operator.tap(...lock);
  for (const letter of 'wrong1') await operator.tap(`key-${letter}`);
  secrets.set('a wrong password', 'wrong1');
  await operator.tap('cancel');
  await operator.key('Home');
  await operator.tap(...lock);
  await operator.type(machine.ready.admin_password);
  await operator.key('Enter');
  await operator.until(() => operator.snapshot(), (state) => state.admin.lock_setting, 'Lock Setting on');
  return secrets;
}

test('a problem report is a zip of all that is needed, and none of the secrets', async () => {
  const machine = await Machine.start({ arguments: ['--scenario', 'signed-in'] });
  const operator = new Operator(machine.ready);
  await assert.rejects(operator.post('recording', { undo: true }), /409.*nothing is being recorded/);
  await assert.rejects(operator.get('recording.yaml'), /404/);
  await operator.post('trace', { on: true });
  await operator.post('recording', { on: true });
  const secrets = await useSecrets(machine, operator);
  await operator.post('recording', { expect: true });
  const flow = (await operator.get('recording.yaml')).toString();
  assert.match(flow, /- type: "\$\{machine\.admin-password\}"\n/);
  assert.match(flow, /variables: \{secret: "\?"\}/);
  assert.match(flow, /- tap: lock-setting\n/);

  const zip = path.join(folder, 'problem.zip');
  writeFileSync(zip, await operator.get('problem-report.zip'));
  const inside = path.join(folder, 'problem');
  const unpacked = await run('python3', ['-m', 'zipfile', '-e', zip, inside]);
  assert.equal(unpacked.code, 0, unpacked.text);
  assert.deepEqual(readdirSync(inside).sort(), ['flow.yaml', 'glass.png', 'jobs.json', 'mails.json', 'state.json', 'trace.json', 'tree.json', 'versions.json']);
  assert.ok(secrets.size > 12);
  for (const name of readdirSync(inside)) {
    const bytes = readFileSync(path.join(inside, name));
    for (const [what, secret] of secrets) {
      assert.ok(secret?.length > 4, what);
      for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')]) {
        assert.equal(bytes.includes(form), false, `${name} holds ${what}`);
      }
    }
    if (!name.endsWith('.png')) assert.doesNotMatch(bytes.toString('utf8'), token, name);
  }
  assert.match(readFileSync(path.join(inside, 'trace.json'), 'utf8'), /AUTH XOAUTH2 \*\*\*/, 'and the trace is of these wires');
  const versions = JSON.parse(readFileSync(path.join(inside, 'versions.json'), 'utf8'));
  assert.equal(versions.model, 'large');
  assert.equal((await run(program, ['play', '--list', path.join(inside, 'flow.yaml')])).code, 0, 'the flow is one');
  await machine.stop();
});

test('a run sheet is judged step by step and given out as HTML and PDF', async () => {
  const machine = await Machine.start();
  const operator = new Operator(machine.ready);
  const flow = encodeURIComponent(path.join(source, 'tests/flows/check_status_on_the_panel.yaml'));
  assert.match((await operator.get(`run-sheet?flow=${flow}`)).toString(), /tap: settings/);
  await operator.tap('settings');
  await operator.post('run-sheet', { step: 1, verdict: 'passed', remark: 'as it should be' });
  await operator.post('run-sheet', { step: 2, verdict: 'blocked', remark: '无法继续' });
  // The picture is that of the moment, whatever the glass shows later.
  const judged = await operator.get('run-sheet.png?step=1');
  await operator.key('Home');
  assert.deepEqual(await operator.get('run-sheet.png?step=1'), judged);
  await assert.rejects(operator.get('run-sheet.png?step=3'), /404/);
  await operator.faults({ network: 'fail' });
  await operator.post('run-sheet', { step: 3, verdict: 'failed' });
  const sheet = (await operator.get('run-sheet.html')).toString();
  assert.match(sheet, /Passed 1 · Failed 1 · Blocked 1 · Not walked yet/);
  assert.match(sheet, /\/network\/link: true → false/);
  assert.match(sheet, /as it should be/);
  assert.match(sheet, /data:image\/png/);
  const pdf = path.join(folder, 'sheet.pdf');
  writeFileSync(pdf, await operator.get('run-sheet.pdf'));
  const { text } = await run('pdftotext', [pdf, '-']);
  assert.match(text, /as it should be/);
  assert.match(text, /无法继续/);
  assert.match(text, /Passed 1 · Failed 1 · Blocked 1/);
  assert.match(text, /\/network\/link: true → false/);
  await machine.stop();
});
