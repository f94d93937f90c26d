// npm webdriverio, unmodified, walks the guide's journeys on the panel.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { remote } from 'webdriverio';
import { openBrowser, openPage } from './support/browser.mjs';
import { Machine, source } from './support/machine.mjs';
import { accountOf, approve, askForCode, logInToWebConfig, pressOk } from './support/walks.mjs';

let chromium, machine, panel;
before(async () => {
  chromium = await openBrowser();
  machine = await Machine.start();
});
after(async () => {
  await chromium?.close();
  await machine?.stop();
});
afterEach(async () => {
  await panel?.deleteSession();
  panel = undefined;
});

async function open(capabilities) {
  const { hostname, port } = new URL(machine.ready.control);
  panel = await remote({ hostname, port: Number(port), path: '/', logLevel: 'error', waitforTimeout: 60_000, capabilities: { browserName: 'paneltwin', ...capabilities } });
  return panel.capabilities['paneltwin:ready'];
}

async function tap(...selectors) {
  for (const selector of selectors) await panel.$(selector).click();
}

async function scanTo(address) {
  await panel.execute('paneltwin: original', { path: path.join(source, 'assets/originals/invoice.pdf'), at: 'feeder' });
  await panel.execute('paneltwin: key', { key: 'Home' });
  await tap('~scan', '~scan-email');
  await panel.$('~recipient').setValue(address);
  await panel.keys('Enter');
  await tap('~send');
}

async function untilJobEnded(receipt) {
  let job;
  await panel.waitUntil(async () => {
    job = (await panel.execute('paneltwin: jobs')).find((one) => one.receipt === receipt && one.phase === 'ended');
    return job !== undefined;
  }, { timeout: 60_000 });
  return job;
}

for (const [language, words, signedIn] of [['en', ['Settings', 'General Settings', 'Network Settings', 'Network Status'], 'Signed in'], ['zh-CN', [], '已登录']]) {
  test(`check the status on the panel (${language})`, async () => {
    await open({ 'paneltwin:scenario': 'signed-in', 'paneltwin:language': language });
    for (const word of words) await panel.$(`=${word}`).click();
    if (words.length === 0) await tap('~settings', '~general-settings', '~network-settings', '~network-status');
    await tap('~email-server-status');
    const status = panel.$(`//row[@value="${signedIn}"]`);
    await status.waitForDisplayed();
    assert.ok((await panel.$('screen').getText()).includes(signedIn));
    assert.equal(await status.isEnabled(), true);
    assert.equal(await panel.$('~nothing-of-that-name').isExisting(), false);
  });
}

test('sign in by Web Config, scan to e-mail, read the mail', async () => {
  const ready = await open({ 'paneltwin:model': 'compact' });
  const account = accountOf(ready);
  const page = await openPage(chromium);
  await logInToWebConfig(page, ready);
  const { address, code } = await askForCode(page, ready);
  await approve(await openPage(chromium), address, code, account);
  await panel.execute('paneltwin: clock', { run: 20 });
  await pressOk(page, account);
  await panel.execute('paneltwin: clock', { run: 1 });
  await scanTo(account.user);
  assert.equal((await untilJobEnded(1)).result, 'completed');
  assert.equal((await panel.execute('paneltwin: mails'))[0].from, account.user);
});

for (const [scenario, code, advance] of [['never-signed-in', 360], ['signed-in', 361, '91d']]) {
  test(`${code}: told when the job fails, and in its details`, async () => {
    await open({ 'paneltwin:scenario': scenario });
    if (advance) await panel.execute('paneltwin: clock', { advance });
    await scanTo('maria.santos@contoso.example');
    await untilJobEnded(1);
    await panel.$('dialog').waitForDisplayed();
    await panel.acceptAlert();
    await panel.execute('paneltwin: key', { key: 'Home' });
    await tap('~job-status', '~job-status-tab', '~job-1');
    assert.ok((await panel.$('panel').getText()).includes(String(code)));
  });
}
