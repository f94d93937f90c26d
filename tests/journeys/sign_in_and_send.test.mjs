// The first journey, whole: Web Config, a code, the cloud's pages, the panel, the mailbox.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, openPage } from './support/browser.mjs';
import { Machine, source } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { run } from './support/peer.mjs';
import { accountOf, approve, askForCode, logInToWebConfig, pressOk, signIn } from './support/walks.mjs';

let browser;
const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-journey-'));
before(async () => { browser = await openBrowser(); });
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function pagesOf(pdf) {
  const file = path.join(folder, 'sheet.pdf');
  writeFileSync(file, pdf);
  const { text } = await run('pdfinfo', [file]);
  return { pages: Number(/Pages:\s+(\d+)/.exec(text)?.[1]), size: /Page size:\s+(.*)/.exec(text)?.[1] };
}

for (const [model, language] of [['large', 'en'], ['compact', 'zh-CN']]) {
  test(`sign in by code, scan to e-mail, read the mail (${model}, ${language})`, async () => {
    const machine = await Machine.start({ arguments: ['--model', model, '--language', language] });
    const operator = new Operator(machine.ready);
    const account = accountOf(machine.ready);
    const original = path.join(source, 'assets/originals/invoice.pdf');
    await operator.post('original', { path: original, at: 'feeder' });

    // The panel shows where Web Config is.
    await operator.tap('settings', 'general-settings', 'network-settings', 'network-status', 'wired-lan-status');
    const shown = await operator.words();
    assert.ok(shown.some((word) => word.includes('127.0.0.1')), `the address among ${shown}`);
    await operator.key('Home');

    // Web Config: the code; the cloud: approval; Web Config: OK.
    const page = await openPage(browser, language);
    await logInToWebConfig(page, machine.ready);
    const { address, code } = await askForCode(page, machine.ready);
    assert.equal((await operator.snapshot()).email.sign_in, null, 'nothing reaches the printer before OK');
    const person = await openPage(browser, language);
    await approve(person, address, code, account);
    await operator.clock({ run: 20 });
    await pressOk(page, account);
    await operator.clock({ run: 1 });
    const { email } = await operator.snapshot();
    assert.equal(email.stored.method, 'oauth2');
    assert.equal(email.sign_in.account, account.user);

    // The panel's own check (guide, "Check the status").
    await operator.key('Home');
    await operator.tap('settings', 'general-settings', 'network-settings', 'network-status', 'email-server-status');
    await operator.untilOnGlass(account.user);
    await operator.untilOnGlass(language === 'en' ? 'Signed in' : '已登录');

    // Scan > E-mail.
    await operator.scanTo(account.user);
    const job = await operator.untilJobEnded(1);
    assert.equal(job.result, 'completed', JSON.stringify(job));
    await operator.tap('job-status');
    await operator.untilOnGlass(language === 'en' ? 'Completed' : '完成');

    // The mail as it arrived: one page for each original, of its size.
    const [mail] = await operator.mails();
    assert.equal(mail.from, account.user);
    const eml = (await operator.get(`mails/${mail.id}.eml`)).toString('latin1');
    const part = /Content-Type: application\/pdf[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n--/.exec(eml);
    assert.ok(part, 'a PDF is attached');
    assert.deepEqual((await pagesOf(Buffer.from(part[1], 'base64'))).pages, (await pagesOf(readFileSync(original))).pages);
    assert.match((await pagesOf(Buffer.from(part[1], 'base64'))).size, /A4/);

    // And as its reader sees it, in the mailbox.
    await person.goto(`${machine.ready.cloud}/mailbox`);
    if (await person.locator('[name=loginfmt]').count()) await signIn(person, account);
    await person.locator('a[href^="/mailbox/"]').filter({ hasText: mail.subject }).click();
    const [download] = await Promise.all([person.waitForEvent('download'), person.locator('a[href$="?save=1"]').click()]);
    assert.equal(download.suggestedFilename(), mail.attachments[0]);
    assert.deepEqual(await pagesOf(readFileSync(await download.path())), await pagesOf(Buffer.from(part[1], 'base64')));
    await machine.stop();
    assert.doesNotMatch(machine.output, /eyJ[A-Za-z0-9_-]{20}/, 'no token in the log');
  });
}
