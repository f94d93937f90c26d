// The mailbox in a browser: who may read what, and mail of strangers that wants to do more than be read.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import nodemailer from 'nodemailer';
import { follow, openBrowser, openPage } from './support/browser.mjs';
import { Machine } from './support/machine.mjs';
import { signIn } from './support/walks.mjs';

let machine, browser, maria, wei;

before(async () => {
  machine = await Machine.start();
  browser = await openBrowser();
  [maria, wei] = ['maria.santos', 'wei.lin'].map((name) => machine.ready.tenant.accounts.find((account) => account.user.startsWith(name)));
});
after(async () => {
  await browser?.close();
  await machine?.stop();
});

async function send(message) {
  const transport = nodemailer.createTransport({ host: 'localhost', port: machine.ready.smtp.port, requireTLS: true, tls: { ca: readFileSync(machine.ready.ca) },
                                                 auth: { user: maria.user, pass: maria.password } });
  await transport.sendMail({ from: maria.user, to: maria.user, ...message });
  transport.close();
}

async function openMailbox(account, locale) {
  const page = await openPage(browser, locale);
  await page.goto(`${machine.ready.cloud}/mailbox`);
  await signIn(page, account);
  return page;
}

test('new mail comes in without a reload; it is bold until it is read, and found by its words', async () => {
  const page = await openMailbox(maria);
  await send({ subject: 'Quarterly figures', text: 'See attachment.', attachments: [{ filename: '报告.txt', content: 'One line.' }] });
  const row = page.locator('a[href^="/mailbox/"]', { hasText: 'Quarterly figures' });
  await row.waitFor();
  await follow(row);
  assert.match(await page.locator('main').innerText(), /See attachment\./);
  const popup = page.waitForEvent('popup');
  await page.locator('.attachments a[target=_blank]').click();
  await (await popup).getByText('One line.').waitFor();
  await page.goto(`${machine.ready.cloud}/mailbox?q=quarterly`);
  assert.equal(await page.locator('a[href^="/mailbox/"]', { hasText: 'Quarterly figures' }).count(), 1);
  await page.goto(`${machine.ready.cloud}/mailbox?q=nothing+of+this`);
  assert.equal(await page.locator('a[href^="/mailbox/"]', { hasText: 'Quarterly figures' }).count(), 0);
  await page.goto(`${machine.ready.cloud}/mailbox?folder=sentitems`);
  assert.equal(await page.locator('a[href^="/mailbox/"]', { hasText: 'Quarterly figures' }).count(), 1);
});

test('scripts, forms and pictures of strangers do nothing', async () => {
  const asked = [];
  const page = await openMailbox(maria, 'zh-CN');
  const tracker = createServer((request, response) => { asked.push(request.url); response.end(); }).listen(0, '127.0.0.1');
  await once(tracker, 'listening');
  const away = `http://127.0.0.1:${tracker.address().port}`;
  page.on('dialog', (dialog) => { asked.push(`dialog ${dialog.message()}`); void dialog.dismiss(); });
  const evil = `<script>alert(1); top.pwned = 1</script><img src=x onerror="alert(2)"><img src="${away}/pixel"><svg onload="alert(3)">`
             + `<form action="${away}/form"><button autofocus onfocus="alert(4)">x</button></form><base href="${away}/"><meta http-equiv="refresh" content="0;url=${away}/refresh">`;
  await send({ subject: '<script>alert(5)</script>', html: evil, text: evil,
               attachments: [{ filename: '"><script>alert(6)</script>.html', content: evil, contentType: 'text/html' }, { filename: '../../.ssh/config', content: 'x' }] });
  await page.goto(`${machine.ready.cloud}/mailbox`);
  await follow(page.locator('a[href^="/mailbox/"]', { hasText: 'alert(5)' }));
  await page.frameLocator('iframe').locator('body').waitFor();
  const message = page.url();
  for (const address of [`${message}/formatted`, `${message}/source`, message]) await page.goto(address);
  const downloads = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  for (const index of [0, 1]) await Promise.all([page.waitForEvent('download'), page.goto(`${message}/attachments/${index}`).catch(() => {})]);
  tracker.close();
  assert.deepEqual(asked, []);
  assert.equal(await page.evaluate('globalThis.pwned'), undefined);
  assert.equal(downloads.length, 2, 'HTML is never shown in place');
  assert.ok(downloads.every((name) => !name.includes('/') && !name.includes('\\')), downloads.join());
});

test("nobody reads another's mail", async () => {
  await send({ subject: 'For Maria alone' });
  const hers = await openMailbox(maria);
  await follow(hers.locator('a[href^="/mailbox/"]', { hasText: 'For Maria alone' }).first());
  const address = hers.url();
  const his = await openMailbox(wei);
  for (const more of ['', '/source', '/message.eml', '/formatted', '/attachments/0']) {
    assert.equal((await his.goto(address + more)).status(), 404, more);
  }
  const nobody = await openPage(browser);
  await nobody.goto(address);
  await nobody.locator('[name=loginfmt]').waitFor();
});
