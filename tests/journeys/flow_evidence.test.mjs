// What a run of flows leaves behind, a problem's report and a run sheet: whole, and without a secret in it.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { Machine, program, source } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { run } from './support/peer.mjs';
import { accountOf } from './support/walks.mjs';

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

test('a problem report is a zip of all that is needed, without passwords and tokens', async () => {
  const machine = await Machine.start({ arguments: ['--scenario', 'signed-in'] });
  const operator = new Operator(machine.ready);
  await operator.post('trace', { on: true });
  await operator.post('original', { path: path.join(source, 'assets/originals/invoice.pdf'), at: 'feeder' });
  await operator.scanTo('maria.santos@contoso.example');
  await operator.untilJobEnded(1);
  const zip = path.join(folder, 'problem.zip');
  writeFileSync(zip, await operator.get('problem-report.zip'));
  const inside = path.join(folder, 'problem');
  const unpacked = await run('python3', ['-m', 'zipfile', '-e', zip, inside]);
  assert.equal(unpacked.code, 0, unpacked.text);
  assert.deepEqual(readdirSync(inside).sort(), ['glass.png', 'jobs.json', 'mails.json', 'state.json', 'trace.json', 'tree.json', 'versions.json']);
  for (const name of readdirSync(inside).filter((one) => one.endsWith('.json'))) {
    const text = readFileSync(path.join(inside, name), 'utf8');
    assert.doesNotMatch(text, token, name);
    for (const secret of [machine.ready.admin_password, accountOf(machine.ready).password]) assert.ok(!text.includes(secret), `${name} holds ${secret}`);
  }
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
